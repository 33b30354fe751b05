"""The journal: what was done, undone and redone, by whom, in a chain of hashes.

Every change is one entry in the transaction of the change itself. Undo and redo are entries like
any other, so they survive a restart and nothing is ever silently lost.

An entry's body is RFC 8785 JSON; its hash binds the entry before it (`casedb.canonical`). The body
holds a digest of its row edits (table, id, hash of the row after), not their values: values can be
expunged from a copy for good reasons without breaking the chain.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Generator, Iterator, Sequence
from dataclasses import dataclass

from casedb.canonical import NO_HASH, canonical, entry_hash
from casedb.entries import (
    Action,
    Entry,
    Row,
    RowEdit,
    digest_of,
    patched,
    row_edit,
    stored_edit,
    told_edit,
    told_entry,
)
from casedb.errors import CaseDamaged, InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.custody import keeping_tombstone
from casedb.model.handling import KEY, Handling, as_json
from casedb.model.json_value import JsonValue
from casedb.model.records import Record
from casedb.progress import Progress, counting
from casedb.store.journal_rows import EntryRow, JournalRows
from casedb.store.rows import CODEC_OF_TABLE
from casedb.words import say


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: the entries from `first` to `last`, which were one gesture."""

    first: int
    last: int
    label: str


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
        progress: Progress | None = None,
    ) -> Entry:
        """Write an entry in the open transaction. `advance` must follow once it is committed.

        What is `final` will not be undone, nor what only tells of a handling of files. `progress` hears
        of each edit when it is made ready.
        """
        edits = [row_edit(edit) for edit in counting(change.edits, progress)]
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
            yield told_entry(row)

    def edits_of(self, first: int, last: int) -> list[RowEdit]:
        """The row edits of the entries from `first` to `last`, in order. Raises CaseDamaged."""
        return [told_edit(row) for row in self._rows.edits(first, last)]

    def edit_in(self, seq: int, tables: Sequence[str]) -> RowEdit | None:
        """The first row edit of an entry in the first of some tables in which it has any. Raises CaseDamaged."""
        found = (self._rows.first_edit(seq, table) for table in tables)
        row = next(filter(None, found), None)
        return told_edit(row) if row is not None else None

    def entries_about(self, record_id: str, limit: int = 100) -> list[Entry]:
        """The entries that touched one record, newest first. Raises CaseDamaged."""
        return [told_entry(row) for row in self._rows.about(record_id, limit)]

    def entries_about_any(self, record_ids: Collection[str], limit: int = -1) -> list[Entry]:
        """The entries that touched any of some records, newest first, at most `limit` of them.

        Raises CaseDamaged.
        """
        return [told_entry(row) for row in self._rows.about_any(record_ids, limit)]

    def edits_naming(self, named: str, tables: Sequence[str]) -> list[RowEdit]:
        """The edits in some tables in which a value is a certain id. Raises CaseDamaged."""
        found = (told_edit(row) for row in self._rows.edits_with(named, tables))
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
        for each in map(told_edit, self._rows.edits_of(record_id, seq)):
            if each.table == table and not each.expunged:
                row = patched(row, each.before, each.after)
        return row

    def handlings(self) -> list[Entry]:
        """The entries that tell of a handling of files, oldest first. Raises CaseDamaged."""
        return [told_entry(row) for row in self._rows.telling()]

    def history_of(self, table: str, record_id: str = "") -> list[tuple[Entry, RowEdit]]:
        """What was done to one record of a table, or to all, oldest first. Raises CaseDamaged."""
        rows = self._rows.edits_of(record_id) if record_id else self._rows.edits_in(table)
        entries: dict[int, Entry] = {}
        for row in rows:
            if row.table == table and row.seq not in entries:
                entries[row.seq] = self._entry_at(row.seq)
        return [(entries[row.seq], told_edit(row)) for row in rows if row.table == table]

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
                entry = told_entry(row)
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
        return told_entry(row)

    def _step_ending_at(self, last: Entry) -> Step:
        first = last.seq
        if self._gestured is not None and self._gestured.last == last.seq:
            return self._gestured
        if last.gesture:
            for row in self._rows.backwards(last.seq):
                entry = told_entry(row)
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
