"""The journal: what was done, undone and redone, by whom, in a chain of hashes.

Every change is one entry in the transaction of the change itself. Undo and redo are entries like
any other, so they survive a restart and nothing is ever silently lost.

An entry's body is RFC 8785 JSON; its hash binds the entry before it (`casedb.canonical`). The body
holds a digest of its row edits (table, id, hash of the row after), not their values: values can be
expunged from a copy for good reasons without breaking the chain.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from casedb.canonical import NO_HASH, canonical, entry_hash, row_hash
from casedb.errors import CaseDamaged, InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.custody import keeping_tombstone
from casedb.model.handling import KEY, Handling, as_json, read_handling
from casedb.model.json_value import JsonValue
from casedb.model.records import Record
from casedb.store.journal_rows import EditRow, EntryRow, JournalRows
from casedb.store.rows import CODEC_OF_TABLE, codec_of
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

    @property
    def expunged(self) -> bool:
        """Whether the values were removed from the journal; that the row changed stays known."""
        return self.before is None and self.after is None


class Journal:
    """The journal of an open case: its length, its head, what can be undone and redone."""

    def __init__(self, rows: JournalRows) -> None:
        """Where the journal's end cannot be read, `loss` says so, and there is nothing to undo."""
        self._rows = rows
        self.loss = ""
        try:
            newest = rows.newest()
        except CaseDamaged as trouble:
            newest, self.loss = None, str(trouble)
        self.length: int = newest.seq if newest is not None else 0
        self.head: str = newest.hash if newest is not None else NO_HASH
        self._undone: list[Step] | None = None
        self._gestured: Step | None = None
        self._lays_ground = False

    # -- writing --------------------------------------------------------------------------

    @contextlib.contextmanager
    def laying_ground(self) -> Generator[None]:
        """What is written inside belongs to the case as it was made: no undo takes it back."""
        self._lays_ground = True
        try:
            yield
        finally:
            self._lays_ground = False

    def write(
        self,
        change: ChangeSet,
        at: str,
        actor: str,
        action: Action = "do",
        of: tuple[int, int] | None = None,
        *,
        final: bool = False,
        told: Handling | None = None,
    ) -> Entry:
        """Write an entry in the open transaction. `advance` must follow once it is committed.

        What is `final` will not be undone, nor what only tells of a handling of files.
        """
        edits = [row_edit(edit) for edit in change.edits]
        return self.write_edits(
            change.label, edits, at, actor, action, of, change.gesture, final=final, told=told
        )

    def write_edits(
        self,
        label: str,
        edits: Sequence[RowEdit],
        at: str,
        actor: str,
        action: Action = "do",
        of: tuple[int, int] | None = None,
        gesture: str = "",
        *,
        final: bool = False,
        told: Handling | None = None,
    ) -> Entry:
        """Write an entry about rows in the open transaction, as `write` does."""
        seq = self.length + 1
        final = final or told is not None
        body: dict[str, JsonValue] = {
            "action": action,
            "actor": actor,
            "at": at,
            "edits": {"count": len(edits), "sha256": digest_of(edits)},
            "label": label,
            "seq": seq,
        }
        if of is not None:
            body["of"] = list(of)
        if gesture:
            body["gesture"] = gesture
        if self._lays_ground:
            body["ground"] = True
        if final:
            body["final"] = True
        if told is not None:
            body[KEY] = as_json(told)
        text = canonical(body)
        hashed = entry_hash(seq, self.head, text)
        self._rows.add(
            EntryRow(seq, hashed, text.decode()),
            [stored_edit(seq, n, edit) for n, edit in enumerate(edits)],
        )
        count, ground = len(edits), self._lays_ground
        return Entry(seq, at, actor, label, action, of, gesture, hashed, count, ground, final, told)

    def advance(self, entry: Entry) -> None:
        """Take note that an entry is on the disk."""
        undone = self._undone_steps()
        self.length = entry.seq
        self.head = entry.hash
        self._undone = _after(undone, entry)

    def file_is_ahead(self) -> bool:
        """Whether the file has, or may have, an entry that is not known here."""
        try:
            newest = self._rows.newest()
        except CaseDamaged:
            return True
        return newest is not None and newest.hash != self.head

    # -- reading --------------------------------------------------------------------------

    def entries(self, *, newest_first: bool = False, limit: int = -1) -> Iterator[Entry]:
        """The entries in order, at most `limit` of them. Raises CaseDamaged."""
        rows = self._rows.backwards() if newest_first else self._rows.forwards()
        for count, row in enumerate(rows):
            if count == limit:
                return
            yield _entry(row)

    def edits_of(self, first: int, last: int) -> list[RowEdit]:
        """The row edits of the entries from `first` to `last`, in order. Raises CaseDamaged."""
        return [_edit(row) for row in self._rows.edits(first, last)]

    def entries_about(self, record_id: str, limit: int = 100) -> list[Entry]:
        """The entries that touched one record, newest first. Raises CaseDamaged."""
        return [_entry(row) for row in self._rows.about(record_id, limit)]

    def entries_about_any(self, record_ids: Collection[str]) -> list[Entry]:
        """The entries that touched any of some records, newest first. Raises CaseDamaged."""
        return [_entry(row) for row in self._rows.about_any(record_ids)]

    def edits_naming(self, named: str, tables: Sequence[str]) -> list[RowEdit]:
        """The edits in some tables in which a value is a certain id. Raises CaseDamaged."""
        found = (_edit(row) for row in self._rows.edits_with(named, tables))
        return [
            edit
            for edit in found
            if named in (edit.before or {}).values() or named in (edit.after or {}).values()
        ]

    def resting_on(self, record_ids: Collection[str]) -> set[str]:
        """The ids of links and assessments that ever rested on a link or element of these."""
        return {each for each, on in self._rows.resting() if on in record_ids}

    def row_after(self, table: str, record_id: str, seq: int) -> Row | None:
        """The row of a record after an entry, as far as the journal tells. Raises CaseDamaged."""
        row: Row | None = None
        for each in map(_edit, self._rows.edits_of(record_id, seq)):
            if each.table == table and not each.expunged:
                row = patched(row, each.before, each.after)
        return row

    def handlings(self) -> list[Entry]:
        """The entries that tell of a handling of files, oldest first. Raises CaseDamaged."""
        return [_entry(row) for row in self._rows.telling()]

    def history_of(self, table: str, record_id: str = "") -> list[tuple[Entry, RowEdit]]:
        """What was done to one record of a table, or to all, oldest first. Raises CaseDamaged."""
        rows = self._rows.edits_of(record_id) if record_id else self._rows.edits_in(table)
        entries: dict[int, Entry] = {}
        for row in rows:
            if row.table == table and row.seq not in entries:
                entries[row.seq] = self._entry_at(row.seq)
        return [(entries[row.seq], _edit(row)) for row in rows if row.table == table]

    def marks(self) -> list[tuple[int, str, str]]:
        """(number, UTC time, actor) of every entry, newest first. Raises CaseDamaged."""
        return self._rows.marks()

    def entry(self, seq: int) -> Entry:
        """The entry of that number. Raises CaseDamaged where there is none."""
        return self._entry_at(seq)

    # -- undo and redo --------------------------------------------------------------------
    #
    # The steps that could be undone form a stack, and so do those that could be redone. Nothing
    # below the top of a stack changes while the top is there. So after undoing the entries a to b
    # the stack is what it was before a, and after redoing them it is a to b on top of that: the
    # top is found in a few jumps, however long the journal is.

    def undoable(self) -> Step | None:
        """The step that an undo would take back now. Raises CaseDamaged."""
        seq = self.length
        # The entry that made the case is its ground, not a step.
        while seq > 1:
            entry = self._entry_at(seq)
            if entry.ground:
                return None
            if entry.final:
                seq -= 1
                continue
            if entry.of is None:
                return self._step_ending_at(entry)
            if entry.action == "redo":
                return Step(*entry.of, entry.label)
            seq = entry.of[0] - 1
        return None

    def redoable(self) -> Step | None:
        """The step that a redo would bring back now; a new change leaves none."""
        undone = self._undone_steps()
        return undone[-1] if undone else None

    def _undone_steps(self) -> list[Step]:
        if self._undone is None:
            since: list[Entry] = []
            for row in self._rows.backwards():
                entry = _entry(row)
                if entry.of is None and entry.told is None:
                    break
                since.append(entry)
            self._undone = []
            for entry in reversed(since):
                self._undone = _after(self._undone, entry)
        return self._undone

    def _entry_at(self, seq: int) -> Entry:
        row = self._rows.entry(seq)
        if row is None:
            raise CaseDamaged(say("Entry {seq} is missing from the journal.", seq=f"{seq}"))
        return _entry(row)

    def _step_ending_at(self, last: Entry) -> Step:
        first = last.seq
        if self._gestured is not None and self._gestured.last == last.seq:
            return self._gestured
        if last.gesture:
            for row in self._rows.backwards(last.seq):
                entry = _entry(row)
                if entry.gesture != last.gesture or entry.of is not None or entry.final:
                    break
                if entry.ground or entry.seq == 1:
                    break
                first = entry.seq
                if self._gestured is not None and self._gestured.last == entry.seq:
                    # Typing goes on: what lies before was walked through by the letter before.
                    first = self._gestured.first
                    break
            self._gestured = Step(first, last.seq, last.label)
        return Step(first, last.seq, last.label)

    def reversal(self, step: Step, contents: Contents) -> ChangeSet:
        """The change set that takes a step back. Raises InvalidChange where it cannot be."""
        edits = self.edits_of(step.first, step.last)
        return _replayed(step, contents, list(reversed(edits)), forward=False)

    def repetition(self, step: Step, contents: Contents) -> ChangeSet:
        """The change set that brings an undone step back. Raises InvalidChange."""
        return _replayed(step, contents, self.edits_of(step.first, step.last), forward=True)


def _after(undone: Sequence[Step], entry: Entry) -> list[Step]:
    """The steps that can be redone after an entry, the next one last."""
    if entry.told is not None:
        return list(undone)
    if entry.of is None:
        return []
    if entry.action == "undo":
        return [*undone, Step(*entry.of, entry.label)]
    return list(undone[:-1])


def _replayed(
    step: Step, contents: Contents, edits: Sequence[RowEdit], *, forward: bool
) -> ChangeSet:
    try:
        led = replayed(contents, edits, forward=forward)
    except (KeyError, TypeError, ValueError) as trouble:
        raise InvalidChange(
            say(
                "This step cannot be undone or redone: its entry in the journal is not understood. "
                "Nothing was changed."
            )
        ) from trouble
    kept = ((edit.before, keeping_tombstone(edit.before, edit.after)) for edit in led)
    # An expunged artifact that would go stays, and so there is nothing to be done to it.
    return ChangeSet(step.label, tuple(Edit(was, will) for was, will in kept if was is not will))


def replayed(contents: Contents, edits: Sequence[RowEdit], *, forward: bool) -> list[Edit]:
    """What leads over some edits, in the order given, from what is there: each record's once.

    Raises InvalidChange where values were removed from the journal, and KeyError, TypeError or
    ValueError where an edit is not understood.
    """
    there: dict[tuple[str, str], Record | None] = {}
    state: dict[tuple[str, str], Row | None] = {}
    for edit in edits:
        key = (edit.table, edit.id)
        if edit.expunged:
            raise InvalidChange(
                say("This step cannot be undone: its values were removed from the journal.")
            )
        if key not in state:
            codec = CODEC_OF_TABLE[edit.table]
            record = contents.get(codec.record, edit.id)
            there[key] = record
            state[key] = codec.row(record) if record is not None else None
        came, went = (edit.before, edit.after) if forward else (edit.after, edit.before)
        state[key] = patched(state[key], came, went)
    return [
        Edit(there[key], CODEC_OF_TABLE[key[0]].from_row(row) if row is not None else None)
        for key, row in state.items()
        if there[key] is not None or row is not None
    ]


# -- rows ------------------------------------------------------------------------------------


def _entry(row: EntryRow) -> Entry:
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


def _edit(row: EditRow) -> RowEdit:
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
