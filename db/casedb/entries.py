"""Entries of the journal and their row edits: as they lie in the file, and what they say.

An entry's body is RFC 8785 JSON. A row edit holds what differs between two states of a row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from casedb.canonical import canonical, row_hash
from casedb.errors import CaseDamaged
from casedb.model.changes import Edit
from casedb.model.handling import KEY, Handling, read_handling
from casedb.model.json_value import JsonValue
from casedb.store.journal_rows import EditRow, EntryRow
from casedb.store.rows import codec_of
from casedb.words import say

Action = Literal["do", "undo", "redo"]
Row: TypeAlias = "dict[str, JsonValue]"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number, UTC time (ISO 8601), actor, label, and what sort of step it is.

    `of` are the first and last numbers of the entries that an undo or redo is about; `edits` is
    how many rows it changed. What is `ground` was there before anybody worked in the case; what
    is `final` cannot be undone, and steps before it can. An entry that only tells of a handling of
    files (`told`) is no step: what could be undone or redone before it still can be.
    """

    seq: int
    at: str
    actor: str
    label: str
    action: Action
    of: tuple[int, int] | None
    gesture: str
    hash: str
    edits: int
    ground: bool = False
    final: bool = False
    told: Handling | None = None


@dataclass(frozen=True, slots=True)
class RowEdit:
    """One row in one entry: the values that changed (all of them where it came or went)."""

    table: str
    id: str
    before: Row | None
    after: Row | None
    after_hash: str | None

    @property
    def expunged(self) -> bool:
        """Whether the values were removed from the journal; that the row changed stays known."""
        return self.before is None and self.after is None


def told_entry(row: EntryRow) -> Entry:
    """An entry from its row. Raises CaseDamaged where the body is not understood."""
    try:
        return read_entry(row)
    except (ValueError, TypeError, RecursionError) as trouble:
        raise CaseDamaged(
            say("Entry {seq} of the journal is not understood.", seq=f"{row.seq}")
        ) from trouble


def read_entry(row: EntryRow) -> Entry:
    """An entry from its row. Raises ValueError or TypeError where the body is not understood."""
    told = _mapping(json.loads(row.body), row.seq)
    edits = _mapping(told.get("edits"), row.seq)
    action = told.get("action")
    if action not in ("do", "undo", "redo"):
        raise ValueError(f"entry {row.seq} has the unknown action {action!r}")
    of: tuple[int, int] | None = None
    if action != "do":
        first, last = cast("list[int]", told.get("of"))
        # What an entry is about lies before it: the search for the next step ends.
        if not 1 <= first <= last < row.seq:
            raise ValueError(f"entry {row.seq} cannot be about entries {first} to {last}")
        of = (first, last)
    count = edits.get("count")
    return Entry(
        seq=row.seq,
        at=str(told.get("at", "")),
        actor=str(told.get("actor", "")),
        label=str(told.get("label", "")),
        action=action,
        of=of,
        gesture=str(told.get("gesture", "")),
        hash=row.hash,
        edits=count if isinstance(count, int) else 0,
        ground=told.get("ground") is True,
        final=told.get("final") is True,
        told=read_handling(told[KEY]) if KEY in told else None,
    )


def _mapping(value: object, seq: int) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"entry {seq} has another shape")
    return cast("dict[str, object]", value)


def told_edit(row: EditRow) -> RowEdit:
    """A row edit from its row. Raises CaseDamaged where it is not understood."""
    try:
        return read_edit(row)
    except (ValueError, TypeError, RecursionError) as trouble:
        raise CaseDamaged(
            say("Entry {seq} of the journal is not understood.", seq=f"{row.seq}")
        ) from trouble


def read_edit(row: EditRow) -> RowEdit:
    """A row edit from its row. Raises ValueError or TypeError where it is not understood."""
    return RowEdit(row.table, row.id, _load(row.before), _load(row.after), row.after_hash)


def stored_edit(seq: int, n: int, edit: RowEdit) -> EditRow:
    """The n-th row edit of an entry as it lies in the file."""
    before, after = _dump(edit.before), _dump(edit.after)
    return EditRow(seq, n, edit.table, edit.id, before, after, edit.after_hash)


def _dump(row: Row | None) -> str | None:
    return None if row is None else canonical(row).decode()


def _load(text: str | None) -> Row | None:
    if text is None:
        return None
    loaded: object = json.loads(text)
    if not isinstance(loaded, dict):
        raise TypeError("a row is a JSON object")
    return cast("Row", loaded)


def digest_of(edits: Sequence[RowEdit]) -> str:
    """The SHA-256 that binds an entry to its edits: over [table, id, hash after] of each in order."""
    listed: list[JsonValue] = [[edit.table, edit.id, edit.after_hash] for edit in edits]
    return hashlib.sha256(canonical(listed)).hexdigest()


def row_edit(edit: Edit) -> RowEdit:
    """What an edit does to the row of its record."""
    codec = codec_of(edit.record)
    before = codec.row(edit.before) if edit.before is not None else None
    after = codec.row(edit.after) if edit.after is not None else None
    hashed = row_hash(codec.table, after) if after is not None else None
    if before is not None and after is not None:
        before, after = difference(before, after)
    return RowEdit(codec.table, edit.record.id, before, after, hashed)


def difference(before: Row, after: Row) -> tuple[Row, Row]:
    """What differs between two states of a row, each side's values; fields key by key.

    A field that one side lacks is null there: records never store null.
    """
    old: Row = {}
    new: Row = {}
    for name, was in before.items():
        now = after[name]
        if same(was, now):
            continue
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            keys = [key for key in {**was, **now} if not same(was.get(key), now.get(key))]
            old[name] = {key: was.get(key) for key in keys}
            new[name] = {key: now.get(key) for key in keys}
        else:
            old[name], new[name] = was, now
    return old, new


def same(one: JsonValue, other: JsonValue) -> bool:
    """Whether two JSON values are one and the same; Python holds `true` and `1` to be equal."""
    if one != other:
        return False
    if isinstance(one, (Mapping, list)):
        return canonical(one) == canonical(other)
    return isinstance(one, bool) == isinstance(other, bool)


def patched(row: Row | None, came: Row | None, went: Row | None) -> Row | None:
    """A row with one edit carried out: `came` is expected to be there, `went` takes its place."""
    if went is None:
        return None
    if came is None or row is None:
        return dict(went)
    merged = dict(row)
    for name, value in went.items():
        held = merged.get(name)
        if isinstance(held, Mapping) and isinstance(value, Mapping):
            fields = {**held, **value}
            merged[name] = {key: each for key, each in fields.items() if each is not None}
        else:
            merged[name] = value
    return merged
