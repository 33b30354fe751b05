"""`Shown`: a file that is looked at, and what its item says of it."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.place import Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A file to be looked at: its SHA-256, what it is called, and what its item says of it.

    `gsd` is metres on the ground a pixel, `footprint` what of the earth it covers; None where the item
    says neither. `item` is the id of the item.
    """

    artifact: str
    name: str
    title: str = ""
    gsd: float | None = None
    footprint: Place | None = None
    item: str = ""
