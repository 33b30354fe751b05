"""The full-text index: kept beside every write, asked on a connection of the asker's own.

The index holds folded words only and no text (FTS5, contentless): what is shown comes from the
records. `bm25` ranks, the title counting most.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from casedb.model.changes import Edit
from casedb.model.records import Element, Item, Link, Record, Source
from casedb.model.search_text import VERSION, SearchText, query, search_text
from casedb.store.rows import CODECS

_SEARCHED = (Item, Source, Element, Link)
_TABLE_OF = {CODECS[each].table: each for each in _SEARCHED}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its type and id; a lower rank is a better match."""

    record: type[Item] | type[Source] | type[Element] | type[Link]
    id: str
    rank: float


def find(link: sqlite3.Connection, text: str, limit: int = 50) -> list[Hit]:
    """The best matches for what was typed, best first; nothing for nothing.

    Raises sqlite3.OperationalError where the connection was interrupted.
    """
    match = query(text)
    if not match:
        return []
    rows = link.execute(
        'SELECT e."table", e.id, bm25(search_index, 8.0, 1.0, 3.0) AS rank '
        "FROM search_index AS s JOIN search_entry AS e ON e.n = s.rowid "
        "WHERE search_index MATCH ? ORDER BY rank LIMIT ?",
        (match, limit),
    )
    return [Hit(_TABLE_OF[table], found, rank) for table, found, rank in rows if table in _TABLE_OF]


def write_edits(link: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Keep the index in step with edits, in the transaction that is open."""
    for edit in edits:
        if not isinstance(edit.record, _SEARCHED):
            continue
        before = search_text(edit.before) if edit.before is not None else None
        after = search_text(edit.after) if edit.after is not None else None
        if before != after:
            _rewrite(link, edit.record, before, after)


def _rewrite(
    link: sqlite3.Connection, record: Record, before: SearchText | None, after: SearchText | None
) -> None:
    if before is not None:
        (n,) = link.execute("SELECT n FROM search_entry WHERE id = ?", (record.id,)).fetchone()
        # A contentless index forgets a row only when told the very words it was given.
        link.execute(
            "INSERT INTO search_index (search_index, rowid, title, body, grams) "
            "VALUES ('delete', ?, ?, ?, ?)",
            (n, before.title, before.body, before.grams),
        )
        if after is None:
            link.execute("DELETE FROM search_entry WHERE n = ?", (n,))
    else:
        n = link.execute(
            'INSERT INTO search_entry ("table", id) VALUES (?, ?)',
            (CODECS[type(record)].table, record.id),
        ).lastrowid
    if after is not None:
        link.execute(
            "INSERT INTO search_index (rowid, title, body, grams) VALUES (?, ?, ?, ?)",
            (n, after.title, after.body, after.grams),
        )


def is_current(link: sqlite3.Connection) -> bool:
    """Whether the index was made by the rules of this version."""
    row = link.execute("SELECT value FROM meta WHERE key = 'search'").fetchone()
    return row is not None and row[0] == VERSION


def rebuild(link: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Make the index anew from the records, in the transaction that is open."""
    link.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    link.execute("DELETE FROM search_entry")
    write_edits(link, (Edit(None, record) for record in records if isinstance(record, _SEARCHED)))
    link.execute("INSERT OR REPLACE INTO meta VALUES ('search', ?)", (VERSION,))
