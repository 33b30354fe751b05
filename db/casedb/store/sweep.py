"""A table of a sound file, read in spans of a thousand rows.

SQLite sorts out the rows that the columns forbid, and hands over each span of a table of texts as one
text a column: a row by itself costs more to hand over than to read. A sign that no text of ours has
stands between the cells. Where one has it, and wherever else a span is not quite plain, its rows are
read one by one.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from casedb.model.pieces import PIECE
from casedb.model.records import Record
from casedb.progress import Progress
from casedb.store import ground
from casedb.store.bulk import Known, Row, make
from casedb.store.cells import Type, look_plain, looks_plain
from casedb.store.connections import was_interrupted
from casedb.store.rows import Codec, RowNotUnderstood

_TEXTS = (Type.TEXT, Type.OPTIONAL, Type.OBJECT, Type.POINTS)
_BETWEEN = "\x1f"
"""Stands between cells (ASCII's “unit separator”); JSON cannot hold it, ids and words need not."""


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
        for span in _spans(link, codec.table):
            rows, are_sound = _rows_of(link, codec, span)
            records = make(codec.record, rows, known) if are_sound else None
            if records is None:
                records = list(_judged(codec, rows))
                swept.grounded = swept.grounded and ground.stand(codec.record, records, found)
            ids = [newest, *(each.id for each in records)]
            ascending = ascending and ids == sorted(ids)
            newest = ids[-1]
            known.add(codec.record, records)
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


def _spans(link: sqlite3.Connection, table: str) -> Iterator[tuple[int, int]]:
    """The first and last number of each thousand rows."""
    first, end = -(1 << 63), (1 << 63) - 1
    asked = f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT {PIECE}"
    while first <= end:
        (last,) = link.execute(f"SELECT max(rowid) FROM ({asked})", (first,)).fetchone()
        if last is None:
            return
        if last < first:
            raise sqlite3.DatabaseError("rows out of order")
        yield first, last
        first = last + 1


def _rows_of(
    link: sqlite3.Connection, codec: Codec[Record], span: tuple[int, int]
) -> tuple[Sequence[Row], bool]:
    """The rows of a span, and whether none of them needs a second look."""
    rows, joined = _packed(link, codec, span) or _one_by_one(link, codec, span)
    last = codec.types[codec.columns[-1]]
    if last is Type.OBJECT:
        return rows, look_plain([row[-1] for row in rows], joined)
    return rows, not last.is_json


def _judged(codec: Codec[Record], rows: Iterable[Row]) -> Iterator[Record]:
    """The records in rows of which some may make none."""
    last = codec.types[codec.columns[-1]]
    for row in rows:
        sure = not last.is_json or (last is Type.OBJECT and looks_plain(row[-1]))
        with suppress(RowNotUnderstood):
            yield codec.from_cells(row) if sure else codec.read(row)


_Rows: TypeAlias = "tuple[Sequence[Row], str]"
"""Rows, and the last cells of all as one text."""


def _packed(link: sqlite3.Connection, codec: Codec[Record], span: tuple[int, int]) -> _Rows | None:
    """The rows of a span of a table of texts, or None where cells cannot be told apart."""
    if not all(kind in _TEXTS for kind in codec.types.values()):
        return None
    packed = ", ".join(
        f'count("{name}"), group_concat("{name}", \'{_BETWEEN}\')' for name in codec.columns
    )
    asked = f"SELECT count(*), {packed} FROM {codec.table} NOT INDEXED WHERE {_fitting(codec)}"
    try:
        total, *told = link.execute(asked, span).fetchone()
    except sqlite3.DatabaseError as trouble:
        if was_interrupted(trouble):
            raise
        return None
    columns: list[Iterable[str | None]] = []
    for count, joined in zip(told[::2], told[1::2], strict=True):
        cells = joined.split(_BETWEEN) if count else [None] * total
        if len(cells) != total:
            return None
        columns.append(cells)
    return list(zip(*columns, strict=True)), told[-1] or ""


def _one_by_one(link: sqlite3.Connection, codec: Codec[Record], span: tuple[int, int]) -> _Rows:
    named = ", ".join(f'"{name}"' for name in codec.columns)
    asked = f"SELECT {named} FROM {codec.table} NOT INDEXED WHERE {_fitting(codec)} ORDER BY rowid"
    rows = link.execute(asked, span).fetchall()
    is_json = codec.types[codec.columns[-1]].is_json
    return rows, _BETWEEN.join(row[-1] for row in rows) if is_json else ""


def _fitting(codec: Codec[Record]) -> str:
    """What rows of a span fulfil that fit their columns."""
    conditions = (kind.condition(name) for name, kind in codec.types.items())
    return " AND ".join(["rowid BETWEEN ? AND ?", *filter(None, conditions)])
