"""The journal: what was done, undone and redone, by whom, in a chain of hashes.

Every change is one entry in the transaction of the change itself. Undo and redo are entries like
any other, so they survive a restart and nothing is ever silently lost.

An entry's body is RFC 8785 JSON; its hash binds the entry before it (`casedb.canonical`). The body
holds a digest of its row edits (table, id, hash of the row after), not their values: values can be
expunged from a copy for good reasons without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from casedb.canonical import NO_HASH, canonical, entry_hash, row_hash
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Record
from casedb.store.rows import CODEC_OF_TABLE, codec_of

Action = Literal["do", "undo", "redo"]
Row = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number, UTC time (ISO 8601), actor, label, and what sort of step it is.

    `of` are the first and last numbers of the entries that an undo or redo is about.
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


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: the entries from `first` to `last`, which were one gesture."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class RowEdit:
    """One row in one entry: the values that changed (all of them where it came or went)."""

    table: str
    id: str
    before: Row | None
    after: Row | None
    after_hash: str | None
    expunged: bool = False


class Journal:
    """The journal of an open case."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link
        row = link.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        self.length: int = row[0] if row else 0
        self.head: str = row[1] if row else NO_HASH

    def append(
        self,
        change: ChangeSet,
        at: str,
        actor: str,
        action: Action = "do",
        of: tuple[int, int] | None = None,
    ) -> Entry:
        """Write an entry in the open transaction. `advance` must follow once it is committed."""
        seq = self.length + 1
        rows = [_row_edit(edit) for edit in change.edits]
        body: dict[str, JsonValue] = {
            "action": action,
            "actor": actor,
            "at": at,
            "edits": {"count": len(rows), "sha256": digest_of(rows)},
            "label": change.label,
            "seq": seq,
        }
        if of is not None:
            body["of"] = list(of)
        if change.gesture:
            body["gesture"] = change.gesture
        text = canonical(body)
        hashed = entry_hash(seq, self.head, text)
        self._link.execute(
            "INSERT INTO journal (seq, hash, body) VALUES (?, ?, ?)", (seq, hashed, text.decode())
        )
        self._link.executemany(
            'INSERT INTO journal_edit (seq, n, "table", id, before, after, after_hash) '
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (seq, n, row.table, row.id, _dump(row.before), _dump(row.after), row.after_hash)
                for n, row in enumerate(rows)
            ],
        )
        return Entry(seq, at, actor, change.label, action, of, change.gesture, hashed, len(rows))

    def advance(self, entry: Entry) -> None:
        """Take note that an entry is on the disk."""
        self.length = entry.seq
        self.head = entry.hash

    # -- reading --------------------------------------------------------------------------

    def entries(self, *, newest_first: bool = False, limit: int = -1) -> Iterator[Entry]:
        """The entries in order."""
        order = "DESC" if newest_first else "ASC"
        rows = self._link.execute(
            f"SELECT seq, hash, body FROM journal ORDER BY seq {order} LIMIT ?", (limit,)
        )
        for seq, hashed, body in rows:
            yield read_entry(seq, hashed, body)

    def edits_of(self, first: int, last: int) -> list[RowEdit]:
        """The row edits of the entries from `first` to `last`, in order."""
        rows = self._link.execute(
            'SELECT "table", id, before, after, after_hash FROM journal_edit '
            "WHERE seq BETWEEN ? AND ? ORDER BY seq, n",
            (first, last),
        )
        return [_read_row_edit(*row) for row in rows]

    def entries_about(self, record_id: str, limit: int = 100) -> list[Entry]:
        """The entries that touched one record, newest first."""
        rows = self._link.execute(
            "SELECT seq, hash, body FROM journal WHERE seq IN "
            "(SELECT seq FROM journal_edit WHERE id = ?) ORDER BY seq DESC LIMIT ?",
            (record_id, limit),
        )
        return [read_entry(*row) for row in rows]

    # -- undo and redo --------------------------------------------------------------------

    def undoable(self) -> Step | None:
        """The step that an undo would take back now."""
        undone: list[tuple[int, int]] = []
        redone: set[tuple[int, int]] = set()
        for entry in self._backwards():
            if entry.of is not None and entry.action == "undo":
                if entry.of not in redone:
                    undone.append(entry.of)
            elif entry.of is not None:
                if not _within(entry.of[0], undone):
                    return Step(*entry.of, entry.label)
                redone.add(entry.of)
            elif not _within(entry.seq, undone):
                # The entry that made the case is its ground, not a step.
                return self._step_ending_at(entry) if entry.seq > 1 else None
        return None

    def redoable(self) -> Step | None:
        """The step that a redo would bring back now; a new change leaves none."""
        redone: set[tuple[int, int]] = set()
        for entry in self._backwards():
            if entry.action == "redo" and entry.of is not None:
                redone.add(entry.of)
            elif entry.action == "undo" and entry.of is not None:
                if entry.of not in redone:
                    return Step(*entry.of, entry.label)
                redone.discard(entry.of)
            else:
                return None
        return None

    def reversal(self, step: Step, contents: Contents) -> ChangeSet:
        """The change set that takes a step back. Raises InvalidChange where it cannot be."""
        rows = self.edits_of(step.first, step.last)
        return self._replayed(step, contents, list(reversed(rows)), forward=False)

    def repetition(self, step: Step, contents: Contents) -> ChangeSet:
        """The change set that brings an undone step back. Raises InvalidChange."""
        rows = self.edits_of(step.first, step.last)
        return self._replayed(step, contents, rows, forward=True)

    def _replayed(
        self, step: Step, contents: Contents, rows: Sequence[RowEdit], *, forward: bool
    ) -> ChangeSet:
        there: dict[tuple[str, str], Record | None] = {}
        state: dict[tuple[str, str], Row | None] = {}
        for row in rows:
            key = (row.table, row.id)
            if row.expunged:
                raise InvalidChange(
                    "This step cannot be undone: its values were removed from the journal."
                )
            if key not in state:
                codec = CODEC_OF_TABLE[row.table]
                record = contents.get(codec.record, row.id)
                there[key] = record
                state[key] = codec.row(record) if record is not None else None
            came, went = (row.before, row.after) if forward else (row.after, row.before)
            state[key] = _patched(state[key], came, went)
        edits = tuple(
            Edit(there[key], CODEC_OF_TABLE[key[0]].from_row(row) if row is not None else None)
            for key, row in state.items()
            if there[key] is not None or row is not None
        )
        return ChangeSet(step.label, edits)

    def _backwards(self) -> Iterator[Entry]:
        # In pieces: the answer is nearly always within the newest few entries.
        below = self.length + 1
        while below > 1:
            rows = self._link.execute(
                "SELECT seq, hash, body FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT 64",
                (below,),
            ).fetchall()
            if not rows:
                return
            for row in rows:
                yield read_entry(*row)
            below = rows[-1][0]

    def _step_ending_at(self, last: Entry) -> Step:
        first = last.seq
        if last.gesture:
            rows = self._link.execute(
                "SELECT seq, hash, body FROM journal WHERE seq < ? ORDER BY seq DESC", (last.seq,)
            )
            for row in rows:
                entry = read_entry(*row)
                if entry.action != "do" or entry.gesture != last.gesture:
                    break
                first = entry.seq
        return Step(first, last.seq, last.label)


def _within(seq: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= seq <= last for first, last in ranges)


def read_entry(seq: int, hashed: str, body: str) -> Entry:
    """An entry from its row. Raises ValueError where the body is not understood."""
    told = cast("dict[str, object]", json.loads(body))
    of = told.get("of")
    edits = told.get("edits")
    count = cast("dict[str, object]", edits).get("count") if isinstance(edits, dict) else 0
    action = told.get("action")
    if action not in ("do", "undo", "redo"):
        raise ValueError(f"entry {seq} has the unknown action {action!r}")
    return Entry(
        seq=seq,
        at=str(told.get("at", "")),
        actor=str(told.get("actor", "")),
        label=str(told.get("label", "")),
        action=action,
        of=cast("tuple[int, int]", tuple(cast("list[int]", of))) if isinstance(of, list) else None,
        gesture=str(told.get("gesture", "")),
        hash=hashed,
        edits=count if isinstance(count, int) else 0,
    )


def digest_of(rows: Sequence[RowEdit]) -> str:
    """The SHA-256 that binds an entry to its edits: over [table, id, hash after] of each in order."""
    listed: list[JsonValue] = [[row.table, row.id, row.after_hash] for row in rows]
    return hashlib.sha256(canonical(listed)).hexdigest()


def _row_edit(edit: Edit) -> RowEdit:
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
        if was == now:
            continue
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            keys = [key for key in {**was, **now} if was.get(key) != now.get(key)]
            old[name] = {key: was.get(key) for key in keys}
            new[name] = {key: now.get(key) for key in keys}
        else:
            old[name], new[name] = was, now
    return old, new


def _patched(row: Row | None, came: Row | None, went: Row | None) -> Row | None:
    """A row with one edit carried out: `came` is expected to be there, `went` takes its place."""
    if went is None:
        return None
    if came is None or row is None:
        return dict(went)
    patched = dict(row)
    for name, value in went.items():
        held = patched.get(name)
        if isinstance(held, Mapping) and isinstance(value, Mapping):
            merged = {**held, **value}
            patched[name] = {key: each for key, each in merged.items() if each is not None}
        else:
            patched[name] = value
    return patched


def _dump(row: Row | None) -> str | None:
    return None if row is None else canonical(row).decode()


def _read_row_edit(
    table: str, record_id: str, before: str | None, after: str | None, after_hash: str | None
) -> RowEdit:
    return RowEdit(
        table,
        record_id,
        cast("Row", json.loads(before)) if before is not None else None,
        cast("Row", json.loads(after)) if after is not None else None,
        after_hash,
        expunged=before is None and after is None,
    )
