"""Bringing an older file to the present format, with a verified backup first."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from casedb.disk import shown_name
from casedb.errors import CaseDamaged
from casedb.store.connections import settle
from casedb.store.copies import back_up
from casedb.store.home import Home
from casedb.store.views import VIEWS


def upgrade(path: Path, home: Home, written: int, now: str, *, backup: bool = True) -> str:
    """Apply the pending migrations to a closed, checked file; the sentence says what was done.

    Everything happens in one transaction with foreign keys off, and is checked before it counts.
    Raises CannotOpen where no backup can be made and CaseDamaged, having changed nothing, where
    the result would not be sound.
    """
    # Imported late: a file of the present format needs none of it.
    from casedb.store.migrations import FORMAT, migrate

    kept = back_up(path, home, now) if backup else None
    name = shown_name(path)
    link = sqlite3.connect(path, isolation_level=None)
    try:
        settle(link)
        link.execute("PRAGMA foreign_keys=OFF")
        link.execute("BEGIN IMMEDIATE")
        # Views may name columns that a step is about to take away.
        _replace_views(link, {})
        migrate(link, written, FORMAT)
        _replace_views(link, VIEWS)
        broken = link.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise ValueError(f"table “{broken[0]}” would point at nothing")
        link.execute("COMMIT")
    except (sqlite3.Error, ValueError) as trouble:
        raise CaseDamaged(
            f"“{name}” could not be brought to format {FORMAT}: {trouble}. It was left as it is."
        ) from trouble
    finally:
        # Closing takes back whatever was not committed.
        link.close()
    where = f" A backup lies in {kept}." if kept is not None else ""
    return f"“{name}” was brought from format {written} to {FORMAT}.{where}"


def _replace_views(link: sqlite3.Connection, views: Mapping[str, str]) -> None:
    for (held,) in link.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
        quoted = str(held).replace('"', '""')
        link.execute(f'DROP VIEW "{quoted}"')
    for sql in views.values():
        link.execute(sql)
