"""Whether the search indexes of a file say what its records and the words of files say, word by word."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from casedb.model.changes import Edit
from casedb.store import search, texts
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.gate import schema_of
from casedb.store.rows import CODEC_OF_TABLE, RowNotUnderstood

_Word: TypeAlias = tuple[str, int, str, int]
"""A word of the index: itself, the number of its record, the column and the place in it."""

_PIECE = 4_096
"""Words fetched at a time."""


def count_differing(link: sqlite3.Connection, told: Callable[[], None]) -> int:
    """Of how many records the file's own index has other words than it should have.

    It has an entry for every record and none of others. `told` is called often, and may raise to end
    it. Raises sqlite3.DatabaseError.
    """
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(fresh):
        schema = schema_of(CURRENT_FORMAT)
        for table in ("search_entry", "search_index"):
            fresh.execute(schema[table][1])
        numbers = _fill(link, fresh, told)
        return len(_differing(_words(link, told), _words(fresh, told, numbers)))


def count_differing_pages(link: sqlite3.Connection, told: Callable[[], None]) -> int:
    """Of how many pages of files the index has other words than are kept of them.

    It has an entry for every page and none of others. As `count_differing` besides.
    """
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(fresh):
        schema = schema_of(CURRENT_FORMAT)
        for table in ("meta", "artifact_text", "text_index"):
            fresh.execute(schema[table][1])
        for n, text in texts.rows(link):
            told()
            fresh.execute("INSERT INTO artifact_text VALUES (?, ?)", (n, text))
        texts.rebuild(fresh)
        ours = _words(link, told, index="text_index")
        return len(_differing(ours, _words(fresh, told, index="text_index")))


def _fill(
    link: sqlite3.Connection, fresh: sqlite3.Connection, told: Callable[[], None]
) -> Mapping[int, int]:
    """Make the index of the records anew in the order of the file's; the number of each there."""
    numbers: dict[int, int] = {}
    fresh.execute("BEGIN")
    entries = link.execute('SELECT n, "table", id FROM search_entry ORDER BY n').fetchall()
    for n, table, record_id in entries:
        told()
        codec = CODEC_OF_TABLE[table]
        named = ", ".join(f'"{name}"' for name in codec.columns)
        asked = f"SELECT {named} FROM {table} WHERE id = ?"
        cells = link.execute(asked, (record_id,)).fetchone()
        if cells is None:
            continue
        # What is not understood is told of elsewhere; no word of it can be vouched for.
        with contextlib.suppress(RowNotUnderstood):
            search.write_edits(fresh, [Edit(None, codec.read(cells))])
            (made,) = fresh.execute("SELECT max(n) FROM search_entry").fetchone()
            numbers[made] = n
    fresh.execute("COMMIT")
    return numbers


def _words(
    link: sqlite3.Connection,
    told: Callable[[], None],
    numbers: Mapping[int, int] | None = None,
    index: str = "search_index",
) -> Iterator[_Word]:
    """Every word of an index in order, under the numbers that its records have in the file."""
    link.execute(f"CREATE VIRTUAL TABLE temp.search_word USING fts5vocab(main, {index}, instance)")
    try:
        rows = link.execute("SELECT term, doc, col, offset FROM temp.search_word")
        while piece := rows.fetchmany(_PIECE):
            told()
            for word, n, column, place in piece:
                yield word, n if numbers is None else numbers[n], column, place
    finally:
        link.execute("DROP TABLE temp.search_word")


_ORDER = {"title": 0, "body": 1, "grams": 2}


def _differing(one: Iterator[_Word], other: Iterator[_Word]) -> set[int]:
    """The numbers of the records of which two indexes have different words."""
    found: set[int] = set()
    a, b = next(one, None), next(other, None)
    while a is not None or b is not None:
        if a == b:
            a, b = next(one, None), next(other, None)
        elif b is None or (a is not None and _rank(a) < _rank(b)):
            assert a is not None
            found.add(a[1])
            a = next(one, None)
        else:
            found.add(b[1])
            b = next(other, None)
    return found


def _rank(word: _Word) -> tuple[str, int, int, int]:
    return word[0], word[1], _ORDER[word[2]], word[3]
