"""Reading every record of a case file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from casedb.model.records import Record
from casedb.store.rows import CODECS, Codec, RowNotUnderstood


@dataclass
class Loaded:
    """What a file gave: its records, who names whom, and what could not be read."""

    records: list[Record] = field(default_factory=list[Record])
    references: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    losses: list[str] = field(default_factory=list[str])


def load(link: sqlite3.Connection) -> Loaded:
    """Read all records; rows and tables that cannot be read are told of and left out."""
    loaded = Loaded()
    for codec in CODECS.values():
        _load_table(link, codec, loaded)
    try:
        loaded.references = link.execute(
            "SELECT owner, coalesce(source, item) FROM reference"
        ).fetchall()
    except sqlite3.DatabaseError as trouble:
        loaded.losses.append(f"Table “reference” cannot be read: {trouble}.")
    return loaded


def _load_table(link: sqlite3.Connection, codec: Codec[Record], loaded: Loaded) -> None:
    unreadable = 0
    try:
        for cells in _rows(link, codec):
            try:
                loaded.records.append(codec.from_cells(cells))
            except (ValueError, TypeError, RowNotUnderstood):
                unreadable += 1
    except sqlite3.DatabaseError as trouble:
        loaded.losses.append(f"Table “{codec.table}” can be read only in part: {trouble}.")
    if unreadable:
        rows = "1 row" if unreadable == 1 else f"{unreadable} rows"
        loaded.losses.append(f"{rows} of table “{codec.table}” cannot be understood.")


def _rows(link: sqlite3.Connection, codec: Codec[Record]) -> Iterator[tuple[str, ...]]:
    names = ", ".join(f'"{name}"' for name in codec.columns)
    yield from link.execute(f"SELECT {names} FROM {codec.table} ORDER BY id")
