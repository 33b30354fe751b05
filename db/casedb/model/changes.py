"""`Edit` and `ChangeSet`: the one currency in which a case changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casedb.model.records import Record


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None before means it is new, None after that it goes."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a record before or after it")
        if self.before is not None and self.after is not None:
            same = type(self.before) is type(self.after) and self.before.id == self.after.id
            if not same:
                raise ValueError("an edit is about one record")

    @property
    def record(self) -> Record:
        """The record it is about: as it will be, or as it was where it goes."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one gesture changes: a label in words, and edits with absolute values.

    The label names no content of the case ("Move 3 cards", never a title): it is part of the hash
    chain and must survive redaction. It is told in English; `casedb.model.labels` reads it in other
    languages. Change sets with the same non-empty `gesture` that follow each other are undone
    together, so that typing is one step.
    """

    label: str
    edits: tuple[Edit, ...]
    gesture: str = ""

    def __bool__(self) -> bool:
        return bool(self.edits)

    def reversed(self) -> ChangeSet:
        """The change set that takes this one back."""
        return ChangeSet(self.label, tuple(edit.reversed() for edit in reversed(self.edits)))


def join(label: str, changes: Iterable[ChangeSet], gesture: str = "") -> ChangeSet:
    """One change set for several that follow each other; each record is edited at most once.

    A record that is made and removed again on the way leaves no trace.
    """
    first: dict[tuple[type[Record], str], Record | None] = {}
    last: dict[tuple[type[Record], str], Record | None] = {}
    for change in changes:
        for edit in change.edits:
            key = (type(edit.record), edit.record.id)
            first.setdefault(key, edit.before)
            last[key] = edit.after
    edits = tuple(Edit(before, last[key]) for key, before in first.items() if before != last[key])
    return ChangeSet(label, edits, gesture)


def counted(verb: str, number: int, noun: str, plural: str = "") -> str:
    """A label with a number in it.

    >>> counted("Move", 1, "card"), counted("Move", 3, "card"), counted("Add", 2, "entry", "entries")
    ('Move card', 'Move 3 cards', 'Add 2 entries')
    """
    return f"{verb} {noun}" if number == 1 else f"{verb} {number} {plural or noun + 's'}"
