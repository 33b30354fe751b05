"""Large changes a portion at a time: after each the case is one that could have been.

So whoever shows a case can follow a change of thousands between two frames.
"""

from __future__ import annotations

from collections.abc import Iterator

from casedb.model.changes import Edit
from casedb.model.records import Artifact, Attachment, Card, CaseInfo, Item, Record

PORTION = 250
"""Edits that are followed at once."""

_RANKS: dict[type[Record], int] = {
    of: rank for rank, of in enumerate((CaseInfo, Artifact, Item, Attachment, Card))
}
"""What rests on nothing but what stands before it, as far as a change is about these alone."""


def portions_of(edits: tuple[Edit, ...]) -> Iterator[tuple[Edit, ...]]:
    """The edits of a change in an order in which they can be followed one after the other.

    A change that is about other records as well, which may rest on each other, is one portion.
    """
    if len(edits) <= PORTION or any(type(edit.record) not in _RANKS for edit in edits):
        yield edits
        return
    ordered = sorted(edits, key=_place)
    for start in range(0, len(ordered), PORTION):
        yield tuple(ordered[start : start + PORTION])


def _place(edit: Edit) -> int:
    """What comes stands on what is there, and what goes leaves what it stood on behind."""
    rank = _RANKS[type(edit.record)]
    return rank if edit.after is not None else 2 * len(_RANKS) - rank
