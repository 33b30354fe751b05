"""The one hand that writes records: every INSERT, UPDATE and DELETE of the house is here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from casedb.model.changes import Edit
from casedb.model.records import Assessment, Item, Record, Source
from casedb.model.references import references_of
from casedb.progress import Progress
from casedb.store import search
from casedb.store.cells import Cell
from casedb.store.rows import CODECS
from casedb.store.views import VIEWS

_TOLD_OF = 500
"""Edits between two times that somebody hears of them."""


def write_edits(
    link: sqlite3.Connection, edits: Iterable[Edit], progress: Progress | None = None
) -> None:
    """Carry out edits in the transaction that is open; `progress` hears of each of them.

    Foreign keys are checked at the commit: an edit that forgot what hangs on a record fails there.
    """
    link.execute("PRAGMA defer_foreign_keys=ON")
    # Runs of like edits go through one prepared statement each: a moved selection is one call.
    for (record_type, doing), batch in _batches(edits, None if progress is None else _TOLD_OF):
        codec = CODECS[record_type]
        names = [f'"{name}"' for name in codec.columns]
        if doing == "insert":
            holes = ", ".join("?" * len(names))
            link.executemany(
                f"INSERT INTO {codec.table} ({', '.join(names)}) VALUES ({holes})",
                [codec.cells(edit.after) for edit in batch if edit.after is not None],
            )
        elif doing == "update":
            settings = ", ".join(f"{name} = ?" for name in names[1:])
            rows = [_cells_id_last(codec.cells(edit.after)) for edit in batch if edit.after]
            _all_hit(
                link.executemany(f"UPDATE {codec.table} SET {settings} WHERE id = ?", rows),
                len(rows),
            )
        else:
            gone = [(edit.before.id,) for edit in batch if edit.before is not None]
            _all_hit(link.executemany(f"DELETE FROM {codec.table} WHERE id = ?", gone), len(gone))
        if record_type in (Item, Source):
            _write_references(link, batch)
        search.write_edits(link, batch)
        if progress is not None:
            progress.go_on(len(batch))


def _batches(
    edits: Iterable[Edit], most: int | None
) -> Iterator[tuple[tuple[type[Record], str], list[Edit]]]:
    """Runs of like edits, each in lists of so many at most."""
    for sort, run in groupby(edits, key=_sort_of):
        while batch := list(islice(run, most)):
            yield sort, batch


def _sort_of(edit: Edit) -> tuple[type[Record], str]:
    if edit.before is None:
        return type(edit.record), "insert"
    if edit.after is None:
        return type(edit.record), "delete"
    if isinstance(edit.after, Assessment):
        raise AssertionError("an assessment is appended, never changed")
    return type(edit.record), "update"


def _cells_id_last(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (*cells[1:], cells[0])


def _all_hit(cursor: sqlite3.Cursor, expected: int) -> None:
    if cursor.rowcount != expected:
        raise sqlite3.IntegrityError("a record to be changed is not in the file")


def _write_references(link: sqlite3.Connection, edits: list[Edit]) -> None:
    changed = [edit for edit in edits if _named(edit.before) != _named(edit.after)]
    link.executemany(
        "DELETE FROM reference WHERE owner = ?",
        [(edit.before.id,) for edit in changed if edit.before is not None],
    )
    link.executemany(
        "INSERT INTO reference (owner, field, source, item) VALUES (?, ?, ?, ?)",
        [
            (
                edit.record.id,
                field,
                target if what == "source" else None,
                target if what == "item" else None,
            )
            for edit in changed
            for field, what, target in _named(edit.after)
        ],
    )


def _named(record: Record | None) -> tuple[tuple[str, str, str], ...]:
    return tuple(references_of(record)) if record is not None else ()


def rebuild_views(link: sqlite3.Connection) -> bool:
    """Make the per-kind views what this version generates; whether anything had to be done."""
    present = dict(
        link.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'").fetchall()
    )
    stale = [name for name, sql in present.items() if VIEWS.get(name) != sql]
    missing = [name for name in VIEWS if name not in present or name in stale]
    for name in stale:
        quoted = name.replace('"', '""')
        link.execute(f'DROP VIEW "{quoted}"')
    for name in missing:
        link.execute(VIEWS[name])
    return bool(stale or missing)
