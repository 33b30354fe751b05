"""Manifests of a bag while it is checked: what they tell of the files that are there."""

from __future__ import annotations

from dataclasses import dataclass, field

from casedb.exchange.bagit.tags import ALGORITHMS


@dataclass
class Manifest:
    """A manifest: its file, its algorithm, and the checksums it tells, by the path that is there.

    `absent` are paths that it lists and nothing has.
    """

    name: str
    algorithm: str
    is_of_tags: bool
    told: dict[str, str] = field(default_factory=dict[str, str])
    absent: list[str] = field(default_factory=list[str])

    @property
    def is_known(self) -> bool:
        """Whether its checksums are of a sort that can be reckoned."""
        return self.algorithm in ALGORITHMS


def is_checksum(algorithm: str, checksum: str) -> bool:
    """Whether a text may be a checksum of that sort; of one that is not known anything may."""
    if algorithm not in ALGORITHMS:
        return True
    is_hexadecimal = set(checksum) <= set("0123456789abcdef")
    return is_hexadecimal and len(checksum) == ALGORITHMS[algorithm]
