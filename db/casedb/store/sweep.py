"""A table of a sound file, read in spans of a thousand rows.

SQLite leaves out the rows that the columns forbid, and hands over tables of texts by columns. Records
are made of a whole span at once; where it is not quite plain, of one row after another.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import repeat

from casedb.model.pieces import PIECE
from casedb.model.records import Record
from casedb.progress import Progress
from casedb.store import ground
from casedb.store.bulk import Known, Row, make
from casedb.store.cells import Type, look_plain, looks_plain
from casedb.store.connections import was_interrupted
from casedb.store.rows import Codec, RowNotUnderstood
from casedb.store.spans import WITHIN, Span, spans, texts

_TEXTS = (Type.TEXT, Type.OPTIONAL, Type.OBJECT, Type.POINTS)


@dataclass
class Swept:
    """The records of one table by id, in the order of their ids.

    `senseless` rows are left out: they make no record, or one that is there. `grounded` is whether
    the others surely rest on what is there.
    """

    table: dict[str, Record]
    senseless: int = 0
    grounded: bool = True


def sweep(
    link: sqlite3.Connection, codec: Codec[Record], known: Known, progress: Progress
) -> Swept | None:
    """All rows of a table, or None where it turns out that they have to be judged one by one.

    `known` has the tables before it, to which it is added.
    """
    found = known.found
    swept = Swept(found[codec.record])
    table = swept.table
    newest, ascending = "", True
    try:
        (total,) = link.execute(f"SELECT count(*) FROM {codec.table}").fetchone()
        for span in spans(link, codec.table):
            rows, are_sound = _rows_of(link, codec, span)
            records = make(codec.record, rows, known) if are_sound else None
            if records is None:
                records = list(_judged(codec, rows))
                swept.grounded = swept.grounded and ground.stand(codec.record, records, found)
            ids = [each.id for each in records]
            ascending = ascending and newest <= min(ids, default=newest) and ids == sorted(ids)
            newest = max(ids, default=newest)
            known.add(codec.record, ids, records)
            progress.go_on(len(rows))
    except sqlite3.DatabaseError as trouble:
        if was_interrupted(trouble):
            raise
        return None
    swept.senseless = total - len(table)
    if not ascending:
        found[codec.record] = swept.table = {each: table[each] for each in in_order(table)}
    return swept


def in_order(ids: Iterable[str]) -> Iterator[str]:
    """All ids in their order, sorted a piece at a time: sorting many at once holds everybody up."""
    there = list(ids)
    bounds = sorted(there[PIECE::PIECE])
    between: list[list[str]] = [[] for _ in range(len(bounds) + 1)]
    for each in there:
        between[bisect(bounds, each)].append(each)
    for piece in between:
        yield from sorted(piece)


def _rows_of(
    link: sqlite3.Connection, codec: Codec[Record], span: Span
) -> tuple[Sequence[Row], bool]:
    """The rows of a span that fit their columns, and whether none of them needs a second look."""
    conditions = (kind.condition(name) for name, kind in codec.types.items())
    fit = " AND ".join(filter(None, conditions)) or "1"
    rows = _packed(link, codec, span, fit)
    if rows is None:
        named = ", ".join(f'"{name}"' for name in codec.columns)
        asked = f"SELECT {named} FROM {codec.table} NOT INDEXED WHERE {WITHIN} AND {fit}"
        rows = link.execute(f"{asked} ORDER BY rowid", span).fetchall()
    last = codec.types[codec.columns[-1]]
    if last is Type.OBJECT:
        return rows, look_plain([row[-1] for row in rows])
    return rows, not last.is_json


def _packed(
    link: sqlite3.Connection, codec: Codec[Record], span: Span, fit: str
) -> Sequence[Row] | None:
    """The rows of a table of texts, or None where they must be handed over one by one."""
    if not all(kind in _TEXTS for kind in codec.types.values()):
        return None
    columns = texts(link, codec.table, [f'"{name}"' for name in codec.columns], span, fit)
    if columns is None:
        return None
    # Every row has an id, so without ids there are no rows.
    rows = len(columns[0] or ())
    return list(zip(*(each or repeat(None, rows) for each in columns), strict=True))


def _judged(codec: Codec[Record], rows: Iterable[Row]) -> Iterator[Record]:
    """The records in rows of which some may make none."""
    last = codec.types[codec.columns[-1]]
    for row in rows:
        sure = not last.is_json or (last is Type.OBJECT and looks_plain(row[-1]))
        with suppress(RowNotUnderstood):
            yield codec.from_cells(row) if sure else codec.read(row)
