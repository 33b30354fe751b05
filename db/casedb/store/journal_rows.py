"""The two tables of the journal: its entries, and the rows that each of them changed.

They are only ever added to. What the rows mean is `casedb.history`'s business.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

from casedb.errors import CaseDamaged
from casedb.model.pieces import pieces
from casedb.words import say


class EntryRow(NamedTuple):
    """One entry as it lies in the file; `body` is RFC 8785 JSON."""

    seq: int
    hash: str
    body: str


class EditRow(NamedTuple):
    """One changed row of one entry as it lies in the file; before and after are JSON or NULL."""

    seq: int
    n: int
    table: str
    id: str
    before: str | None
    after: str | None
    after_hash: str | None


_EDIT = 'seq, n, "table", id, before, after, after_hash'


_PIECE = 256
"""Rows fetched at a time: a cursor left open would hold the file's read lock."""


class JournalRows:
    """The journal's tables in one file. Everything that reads raises CaseDamaged where it cannot."""

    def __init__(self, link: sqlite3.Connection, writing: sqlite3.Connection | None = None) -> None:
        """`writing` is the connection that has the transaction open when something is added."""
        self._link = link
        self._writing = writing

    def add(self, entry: EntryRow, edits: Iterable[EditRow]) -> None:
        """Write an entry in the transaction that is open."""
        assert self._writing is not None, "nobody writes in this journal"
        self._writing.execute("INSERT INTO journal (seq, hash, body) VALUES (?, ?, ?)", entry)
        self._writing.executemany(
            f"INSERT INTO journal_edit ({_EDIT}) VALUES (?, ?, ?, ?, ?, ?, ?)", edits
        )

    def clear(self, artifact: str, name: str, instead: str) -> None:
        """Put something (JSON) in place of a field that is an object, in all edits of an artifact.

        The entries keep their hashes, which bind that of the row and not its values.
        """
        assert self._writing is not None, "nobody writes in this journal"
        for side in ("before", "after"):
            self._writing.execute(
                f"UPDATE journal_edit SET {side} = json_set({side}, ?, json(?)) "
                f"WHERE id = ? AND \"table\" = 'artifact' AND json_type({side}, ?) = 'object'",
                (f"$.fields.{name}", instead, artifact, f"$.fields.{name}"),
            )

    def take_over(self, other: JournalRows) -> None:
        """Write all entries of another journal in the transaction that is open."""
        edits = other.all_edits()
        held = next(edits, None)
        for entry in other.forwards():
            about: list[EditRow] = []
            while held is not None and held.seq == entry.seq:
                about.append(held)
                held = next(edits, None)
            self.add(entry, about)

    def newest(self) -> EntryRow | None:
        """The last entry, or None in an empty journal."""
        return next(self.backwards(), None)

    def entry(self, seq: int) -> EntryRow | None:
        """The entry of that number."""
        with _reading():
            row = self._link.execute(
                "SELECT seq, hash, body FROM journal WHERE seq = ?", (seq,)
            ).fetchone()
        return _entry(row) if row else None

    def forwards(self) -> Iterator[EntryRow]:
        """All entries, oldest first."""
        after = -(1 << 63)
        while True:
            with _reading():
                rows = self._link.execute(
                    f"SELECT seq, hash, body FROM journal WHERE seq > ? ORDER BY seq LIMIT {_PIECE}",
                    (after,),
                ).fetchall()
            if not rows:
                return
            for row in rows:
                entry = _entry(row)
                _refuse_unless(entry.seq > after)
                after = entry.seq
                yield entry

    def backwards(self, below: int | None = None) -> Iterator[EntryRow]:
        """The entries before a number (None: all), newest first."""
        while True:
            with _reading():
                rows = self._link.execute(
                    "SELECT seq, hash, body FROM journal WHERE seq < ? "
                    f"ORDER BY seq DESC LIMIT {_PIECE // 4}",
                    (below if below is not None else (1 << 63) - 1,),
                ).fetchall()
            if not rows:
                return
            for row in rows:
                entry = _entry(row)
                _refuse_unless(below is None or entry.seq < below)
                below = entry.seq
                yield entry

    def about(self, record_id: str, limit: int) -> list[EntryRow]:
        """The entries that touched one record, newest first."""
        with _reading():
            rows = self._link.execute(
                "SELECT seq, hash, body FROM journal WHERE seq IN "
                "(SELECT seq FROM journal_edit WHERE id = ?) ORDER BY seq DESC LIMIT ?",
                (record_id, limit),
            ).fetchall()
        return [_entry(row) for row in rows]

    def about_any(self, record_ids: Iterable[str], limit: int = -1) -> list[EntryRow]:
        """The entries that touched any of some records, newest first, at most `limit` of them."""
        found: dict[int, EntryRow] = {}
        for some in pieces(record_ids):
            holes = ", ".join("?" * len(some))
            with _reading():
                rows = self._link.execute(
                    "SELECT seq, hash, body FROM journal WHERE seq IN (SELECT seq FROM journal_edit "
                    f"WHERE id IN ({holes})) ORDER BY seq DESC LIMIT ?",
                    (*some, limit),
                ).fetchall()
            found |= {entry.seq: entry for entry in map(_entry, rows)}
        newest = sorted(found, reverse=True)
        return [found[seq] for seq in (newest if limit < 0 else newest[:limit])]

    def edits_with(self, text: str, tables: Sequence[str]) -> list[EditRow]:
        """The changed rows of some tables, before or after with a text in them, in order."""
        holes = ", ".join("?" * len(tables))
        with _reading():
            rows = self._link.execute(
                f'SELECT {_EDIT} FROM journal_edit WHERE "table" IN ({holes}) '
                "AND (instr(after, ?) OR instr(before, ?)) ORDER BY seq, n",
                (*tables, text, text),
            ).fetchall()
        return [_edit(row) for row in rows]

    def telling(self) -> list[EntryRow]:
        """The entries that tell of a handling of files, oldest first."""
        # In a text of a body a quotation mark stands behind a backslash: this can only be the key.
        with _reading():
            rows = self._link.execute(
                "SELECT seq, hash, body FROM journal WHERE instr(body, '\"told\":') ORDER BY seq"
            ).fetchall()
        return [_entry(row) for row in rows]

    def edits_in(self, table: str) -> list[EditRow]:
        """The changed rows of one table, in order."""
        with _reading():
            rows = self._link.execute(
                f'SELECT {_EDIT} FROM journal_edit WHERE "table" = ? ORDER BY seq, n', (table,)
            ).fetchall()
        return [_edit(row) for row in rows]

    def marks(self) -> list[tuple[int, str, str]]:
        """(number, UTC time, actor) of every entry, newest first."""
        with _reading():
            return self._link.execute(
                "SELECT seq, coalesce(json_extract(body, '$.at'), ''), "
                "coalesce(json_extract(body, '$.actor'), '') FROM journal ORDER BY seq DESC"
            ).fetchall()

    def resting(self) -> list[tuple[str, str]]:
        """(id, of what) for every link and assessment that ever rested on a link or an element."""
        with _reading():
            return self._link.execute(
                "SELECT DISTINCT e.id, j.value FROM journal_edit AS e, "
                "json_each(json_array("
                + ", ".join(
                    f"coalesce(json_extract(e.after, '$.{name}'), json_extract(e.before, '$.{name}'))"
                    for name in ("subject", "from_link", "to_link", "from_element", "to_element")
                )
                + ")) AS j WHERE e.\"table\" IN ('link', 'assessment') AND j.value IS NOT NULL"
            ).fetchall()

    def edits(self, first: int, last: int) -> list[EditRow]:
        """The changed rows of the entries from `first` to `last`, in order."""
        with _reading():
            rows = self._link.execute(
                f"SELECT {_EDIT} FROM journal_edit WHERE seq BETWEEN ? AND ? ORDER BY seq, n",
                (first, last),
            ).fetchall()
        return [_edit(row) for row in rows]

    def first_edit(self, seq: int, table: str) -> EditRow | None:
        """The first changed row of a table in an entry."""
        with _reading():
            row = self._link.execute(
                f'SELECT {_EDIT} FROM journal_edit WHERE seq = ? AND "table" = ? ORDER BY n LIMIT 1',
                (seq, table),
            ).fetchone()
        return _edit(row) if row is not None else None

    def count_edits(self, first: int, last: int) -> int:
        """How many rows the entries from `first` to `last` have changed."""
        with _reading():
            (count,) = self._link.execute(
                "SELECT count(*) FROM journal_edit WHERE seq BETWEEN ? AND ?", (first, last)
            ).fetchone()
        return int(count)

    def edits_of(self, record_id: str, last: int = (1 << 63) - 1) -> list[EditRow]:
        """The changes of one record up to an entry, oldest first."""
        with _reading():
            rows = self._link.execute(
                f"SELECT {_EDIT} FROM journal_edit WHERE id = ? AND seq <= ? ORDER BY seq, n",
                (record_id, last),
            ).fetchall()
        return [_edit(row) for row in rows]

    def all_edits(self) -> Iterator[EditRow]:
        """Every changed row of every entry, in order."""
        after = (-(1 << 63), 0)
        while True:
            with _reading():
                rows = self._link.execute(
                    f"SELECT {_EDIT} FROM journal_edit WHERE (seq, n) > (?, ?) "
                    f"ORDER BY seq, n LIMIT {_PIECE}",
                    after,
                ).fetchall()
            if not rows:
                return
            for row in rows:
                edit = _edit(row)
                _refuse_unless((edit.seq, edit.n) > after)
                after = (edit.seq, edit.n)
                yield edit

    def edits_by_record(self) -> Iterator[EditRow]:
        """Every changed row, all of one id together, each id's in order.

        The read lock is held until the last is fetched.
        """
        # Not by the index, which may be damaged where the table is not: the plus signs keep it from
        # being used for the order, and the condition, which always holds, from being scanned. Only
        # the keys are sorted, which takes a tenth of the memory that sorting the rows would.
        with _reading():
            rows = self._link.execute(
                f"SELECT {', '.join(f'e.{name}' for name in _EDIT.split(', '))} FROM "
                '(SELECT id, seq, n FROM journal_edit WHERE length("table") >= 0 '
                "ORDER BY +id, +seq, +n LIMIT -1) AS k "
                "CROSS JOIN journal_edit AS e ON e.seq = k.seq AND e.n = k.n"
            )
        while True:
            with _reading():
                piece = rows.fetchmany(_PIECE)
            if not piece:
                return
            yield from map(_edit, piece)


def _entry(row: tuple[object, ...]) -> EntryRow:
    seq, hashed, body = row
    if not (isinstance(seq, int) and isinstance(hashed, str) and isinstance(body, str)):
        raise CaseDamaged(say("The journal cannot be read: an entry in it is no entry."))
    return EntryRow(seq, hashed, body)


def _edit(row: tuple[object, ...]) -> EditRow:
    seq, n, table, record_id, before, after, hashed = row
    if not (
        isinstance(seq, int)
        and isinstance(n, int)
        and isinstance(table, str)
        and isinstance(record_id, str)
        and isinstance(before, str | None)
        and isinstance(after, str | None)
        and isinstance(hashed, str | None)
    ):
        raise CaseDamaged(say("The journal cannot be read: an edit in it is no edit."))
    return EditRow(seq, n, table, record_id, before, after, hashed)


def _refuse_unless(in_order: bool) -> None:
    # Pages that lead back to themselves would be read for ever.
    if not in_order:
        raise CaseDamaged(say("The journal cannot be read: its rows are out of order."))


@contextlib.contextmanager
def _reading() -> Generator[None]:
    try:
        yield
    except sqlite3.DatabaseError as trouble:
        raise CaseDamaged(
            say("The journal cannot be read: {trouble}.", trouble=trouble)
        ) from trouble
