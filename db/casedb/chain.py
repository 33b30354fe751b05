"""Checking the journal, and telling from it what every record should be.

The chain binds the entries to each other, each entry binds the hashes of the rows it changed, and
playing a record's edits back binds every value that was ever in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from casedb.canonical import NO_HASH, canonical, entry_hash, row_hash
from casedb.entries import Row, RowEdit, digest_of, patched, read_edit, read_entry, same
from casedb.model.custody import CLEARED, METADATA
from casedb.store.journal_rows import EditRow, EntryRow, JournalRows
from casedb.words import say, term


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about the journal that is not as it was written: the entry's number, in words."""

    seq: int
    sentence: str


def check_chain(rows: JournalRows) -> Iterator[Fault]:
    """Every fault of the chain, in order: gaps, entries and edits that were changed or added.

    Raises CaseDamaged where the tables cannot be read any further.
    """
    expected, previous = 1, NO_HASH
    edits = _Edits(rows.all_edits())
    for entry in rows.forwards():
        if entry.seq != expected:
            first, last = f"{expected}", f"{entry.seq - 1}"
            if first == last:
                told = say("The journal lacks entry {first}.", first=first)
            else:
                told = say("The journal lacks entries {first} to {last}.", first=first, last=last)
            yield Fault(expected, told)
        yield from edits.strays(entry.seq)
        yield from _check_entry(entry, previous, edits.of(entry.seq))
        expected, previous = entry.seq + 1, entry.hash
    yield from edits.strays(None)


def _check_entry(entry: EntryRow, previous: str, edits: list[EditRow]) -> Iterator[Fault]:
    number = f"{entry.seq}"
    try:
        body = entry.body.encode()
        hashed = entry_hash(entry.seq, previous, body)
    except (ValueError, AttributeError, OverflowError):
        yield Fault(
            entry.seq, say("Entry {number} of the journal is not understood.", number=number)
        )
        return
    if hashed != entry.hash:
        yield Fault(
            entry.seq,
            say(
                "Entry {number} of the journal was changed, or the one before it was: its hash differs.",
                number=number,
            ),
        )
    try:
        told = cast("dict[str, object]", json.loads(body))
        bound = cast("dict[str, object]", told["edits"])
        read_entry(entry)
        plain = canonical(json.loads(body)) == body and told["seq"] == entry.seq
        count, digest = bound["count"], bound["sha256"]
    except (ValueError, TypeError, KeyError, RecursionError):
        yield Fault(
            entry.seq, say("Entry {number} of the journal is not understood.", number=number)
        )
        return
    if not plain:
        yield Fault(
            entry.seq,
            say(
                "Entry {number} of the journal is not in the form in which entries are written.",
                number=number,
            ),
        )
    listed = [RowEdit(each.table, each.id, None, None, each.after_hash) for each in edits]
    in_order = [each.n for each in edits] == list(range(len(edits)))
    if count != len(edits) or not in_order or digest != digest_of(listed):
        yield Fault(
            entry.seq,
            say("The rows noted with entry {seq} are not those it changed.", seq=f"{entry.seq}"),
        )


class _Edits:
    """The edits of all entries, handed out entry by entry."""

    def __init__(self, rows: Iterator[EditRow]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, seq: int) -> list[EditRow]:
        """The edits of an entry."""
        found: list[EditRow] = []
        while self._next is not None and self._next.seq == seq:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found

    def strays(self, before: int | None) -> Iterator[Fault]:
        """Faults for edits whose entry was passed over (None: for all that are left)."""
        while self._next is not None and (before is None or self._next.seq < before):
            seq = self._next.seq
            self.of(seq)
            yield Fault(
                seq, say("There are rows noted with entry {seq}, which is not there.", seq=f"{seq}")
            )


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the journal says of one record in the end.

    `row` is its row, or None where it is gone; `known` whether the values could be played back,
    which they cannot where some were removed or changed; `hash` the hash noted last; `seq` the
    last entry about it; `faults` what is wrong with what is noted about it.
    """

    table: str
    id: str
    row: Row | None
    known: bool
    hash: str | None
    seq: int
    faults: tuple[Fault, ...]


def play_back(rows: JournalRows) -> Iterator[Recorded]:
    """What the journal says of every record it ever spoke of, by id.

    Raises CaseDamaged where the tables cannot be read any further.
    """
    for _, about in groupby(rows.edits_by_record(), key=lambda row: row.id):
        by_table: dict[str, _Replay] = {}
        for row in about:
            by_table.setdefault(row.table, _Replay(row.table, row.id)).take(row)
        for replay in by_table.values():
            yield replay.told()


class _Replay:
    """One record's edits, played back one after the other."""

    def __init__(self, table: str, record_id: str) -> None:
        self._table, self._id = table, record_id
        self._row: Row | None = None
        self._known = True
        self._hash: str | None = None
        self._seq = 0
        self._faults: list[Fault] = []

    def take(self, row: EditRow) -> None:
        self._seq, self._hash = row.seq, row.after_hash
        try:
            edit = read_edit(row)
        except (ValueError, TypeError, RecursionError):
            self._lose(term("What entry {number} notes about {row} is not understood."))
            return
        if edit.expunged:
            self._known = False
            return
        if _is_cleared(edit):
            # What is there in place of what was expunged is not what was hashed.
            self._row, self._known = patched(self._row, edit.before, edit.after), False
            return
        if self._known and not self._fits(edit):
            self._lose(
                term("What entry {number} notes about {row} does not follow from the one before.")
            )
            return
        if edit.before is None or edit.after is None:
            self._row, self._known = patched(None, edit.before, edit.after), True
        elif self._known:
            self._row = patched(self._row, edit.before, edit.after)
        if self._known and self._hash != self._hash_now():
            self._lose(term("What entry {number} notes about {row} is not what its hash says."))

    def _hash_now(self) -> str | None:
        return None if self._row is None else row_hash(self._table, self._row)

    def _fits(self, edit: RowEdit) -> bool:
        """Whether what the edit found there is what was there."""
        if edit.before is None or self._row is None:
            return edit.before is None and self._row is None
        if edit.after is None:
            return same(edit.before, self._row)
        return all(_agrees(self._row.get(name), was) for name, was in edit.before.items())

    def _lose(self, sentence: str) -> None:
        self._known = False
        row = f"{self._table} {self._id[:40]}"
        self._faults.append(Fault(self._seq, say(sentence, number=f"{self._seq}", row=row)))

    def told(self) -> Recorded:
        row = self._row if self._known else None
        return Recorded(
            self._table, self._id, row, self._known, self._hash, self._seq, tuple(self._faults)
        )


def _is_cleared(edit: RowEdit) -> bool:
    """Whether what the bytes of an artifact said of themselves was expunged from an edit."""
    fields = [row.get("fields") for row in (edit.before, edit.after) if row is not None]
    return edit.table == "artifact" and any(
        isinstance(held, dict) and held.get(METADATA) == CLEARED for held in fields
    )


def _agrees(held: object, was: object) -> bool:
    # Of the fields of a record, an edit notes those that changed; null where there was none.
    if isinstance(was, dict) and isinstance(held, dict):
        fields, noted = cast("Row", held), cast("Row", was)
        return all(same(fields.get(key), value) for key, value in noted.items())
    return held == was
