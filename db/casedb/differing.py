"""What differs between two states of a case: its snapshots, its past and its present, or two copies.

What is known and said is told apart from where cards lie: a board that was tidied says nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import (
    RECORD_TYPES,
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Board,
    CanvasRest,
    Card,
    CaseInfo,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Redaction,
    Route,
    SavedView,
    Scale,
    Scheme,
    Snapshot,
    Source,
)
from casedb.story import RecordChange, as_changed
from casedb.words import say, term


class Part(StrEnum):
    """What a difference is about, the gravest first."""

    VERDICTS = "verdicts"
    CLAIMS = "claims"
    EVIDENCE = "evidence"
    LINKS = "links"
    GRADES = "grades"
    SOURCES = "sources"
    FILES = "files"
    BOARDS = "boards"
    CARDS = "cards"
    POSITIONS = "positions"
    CASE = "case"

    @property
    def shown(self) -> str:
        """What people call it."""
        return say(_NAMES[self])


_NAMES: Mapping[Part, str] = {
    Part.VERDICTS: term("Verdicts"),
    Part.CLAIMS: term("Claims and their parts"),
    Part.EVIDENCE: term("Evidence and other items"),
    Part.LINKS: term("Links"),
    Part.GRADES: term("Grades"),
    Part.SOURCES: term("Sources"),
    Part.FILES: term("Files and what is marked on them"),
    Part.BOARDS: term("Boards"),
    Part.CARDS: term("Cards"),
    Part.POSITIONS: term("Where cards lie"),
    Part.CASE: term("The case itself"),
}
_PARTS: Mapping[type[Record], Part] = {
    CaseInfo: Part.CASE,
    Scheme: Part.CASE,
    Source: Part.SOURCES,
    Item: Part.EVIDENCE,
    Element: Part.CLAIMS,
    Link: Part.LINKS,
    Board: Part.BOARDS,
    SavedView: Part.BOARDS,
    Frame: Part.BOARDS,
    Scale: Part.BOARDS,
    Card: Part.CARDS,
    Fold: Part.POSITIONS,
    Route: Part.POSITIONS,
    Artifact: Part.FILES,
    Attachment: Part.FILES,
    Annotation: Part.FILES,
    Assessment: Part.GRADES,
    Snapshot: Part.CASE,
    Redaction: Part.CASE,
    CanvasRest: Part.BOARDS,
}
assert tuple(_PARTS) == RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that differs: what it is about, and what happened to it on the way from one state to
    the other, in words."""

    part: Part
    change: RecordChange


def differences(before: Contents, after: Contents, board_id: str = "") -> list[Difference]:
    """All that differs between two states, part by part; of cards and boards only those of one board
    where one is named. What is gone is called what it was called."""
    found = [
        Difference(_part_of(edit), as_changed(after if edit.after is not None else before, edit))
        for edit in _edits(before, after)
        if not board_id or _is_on(edit, board_id)
    ]
    order = list(Part)
    return sorted(found, key=lambda each: order.index(each.part))


def by_part(found: Sequence[Difference]) -> dict[Part, list[RecordChange]]:
    """Differences by what they are about; parts in which nothing differs are left out."""
    told: dict[Part, list[RecordChange]] = {}
    for each in found:
        told.setdefault(each.part, []).append(each.change)
    return told


def _edits(before: Contents, after: Contents) -> Iterator[Edit]:
    for of in RECORD_TYPES:
        was, now = before.all(of), after.all(of)
        for key in dict.fromkeys((*was, *now)):
            old, new = was.get(key), now.get(key)
            if old != new and not _is_count(old, new):
                yield Edit(old, new)


def _is_count(old: Record | None, new: Record | None) -> bool:
    """Whether a case differs in nothing but how far its exhibits are counted, which they tell by themselves."""
    if not isinstance(old, CaseInfo) or not isinstance(new, CaseInfo):
        return False
    return old.values.changed({"last_exhibit": None}) == new.values.changed({"last_exhibit": None})


def _part_of(edit: Edit) -> Part:
    record = edit.record
    match record:
        case Item() if record.kind == "claim":
            return Part.CLAIMS
        case Assessment() if record.type in ("verdict", "likelihood", "confidence"):
            return Part.VERDICTS
        case Card() | Frame() if edit.before is not None and _has_only_moved(edit):
            return Part.POSITIONS
        case _:
            return _PARTS[type(record)]


def _has_only_moved(edit: Edit) -> bool:
    match edit.before, edit.after:
        case (Card() as was, Card() as now) | (Frame() as was, Frame() as now):
            there = replace(was, x=now.x, y=now.y, w=now.w, h=now.h, z=now.z)
            folded = replace(there, collapsed=now.collapsed)
            return folded == now
        case _:
            return False


def _is_on(edit: Edit, board_id: str) -> bool:
    record = edit.record
    if isinstance(record, Board):
        return record.id == board_id
    return getattr(record, "board", board_id) == board_id
