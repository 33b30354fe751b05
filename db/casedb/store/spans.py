"""A table a thousand rows at a time, and a whole column of texts of them as one text.

A row by itself costs more to hand over than to read, and each time another thread may come first. So
SQLite joins the texts of a column, with a sign between them that hardly a text has. Where one has it
all the same, the texts cannot be told apart, and rows must be handed over as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from casedb.model.pieces import PIECE
from casedb.store.connections import was_interrupted

Span: TypeAlias = "tuple[int, int]"
"""The numbers of the first and the last row."""

BETWEEN = "\x1f"
"""Stands between texts (ASCII's “unit separator”); JSON cannot hold it, ids and words need not."""

WITHIN = "rowid BETWEEN ? AND ?"
"""Said of the rows of a span."""


def spans(link: sqlite3.Connection, table: str) -> Iterator[Span]:
    """The spans of a table, in order. Raises sqlite3.DatabaseError."""
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


def texts(
    link: sqlite3.Connection, table: str, columns: Sequence[str], span: Span, fit: str = "1"
) -> list[list[str] | None] | None:
    """Columns of texts, of the rows of a span that fit; None for a column that is all NULL.

    None where they cannot be told apart: then ask for the rows. Raises sqlite3.DatabaseError where
    that was interrupted.
    """
    joined = ", ".join(f"count({each}), group_concat({each}, '{BETWEEN}')" for each in columns)
    asked = f"SELECT count(*), {joined} FROM {table} NOT INDEXED WHERE {WITHIN} AND {fit}"
    try:
        total, *told = link.execute(asked, span).fetchone()
    except sqlite3.DatabaseError as trouble:
        if was_interrupted(trouble):
            raise
        return None
    found: list[list[str] | None] = []
    for count, text in zip(told[::2], told[1::2], strict=True):
        cells = text.split(BETWEEN) if count else None
        if count not in (0, total) or (cells is not None and len(cells) != total):
            return None
        found.append(cells)
    return found
