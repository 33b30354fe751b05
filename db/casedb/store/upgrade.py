"""Bringing an older file to the present format, with a verified backup first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from casedb.errors import CaseDamaged
from casedb.store.copies import back_up
from casedb.store.home import Home

CURRENT_FORMAT = 1
"""The format this version writes; a test holds it equal to `migrations.FORMAT`.

It stands here as well because reading it there would import sqlite-utils at every opening.
"""


def upgrade(path: Path, home: Home, written: int, now: str, *, backup: bool = True) -> str:
    """Apply the pending migrations to a closed file; the sentence says what was done.

    Everything happens in one transaction with foreign keys off, and is checked before it counts.
    Raises CaseDamaged, having changed nothing, where the result would not be sound.
    """
    from sqlite_utils import Database

    from casedb.store.migrations import FORMAT, MIGRATIONS
    from casedb.store.views import VIEWS

    kept = back_up(path, home, now) if backup else None
    link = sqlite3.connect(path, isolation_level=None)
    try:
        link.execute("PRAGMA foreign_keys=OFF")
        link.execute("PRAGMA synchronous=EXTRA")
        database = Database(link, execute_plugins=False, strict=True)
        try:
            with database.atomic():
                for (view,) in link.execute(
                    "SELECT name FROM sqlite_schema WHERE type = 'view'"
                ).fetchall():
                    link.execute(f'DROP VIEW "{view}"')
                MIGRATIONS.apply(database)
                for sql in VIEWS.values():
                    link.execute(sql)
                broken = link.execute("PRAGMA foreign_key_check").fetchone()
                if broken is not None:
                    raise CaseDamaged(
                        f"“{path.name}” could not be brought to format {FORMAT}: table "
                        f"“{broken[0]}” would point at nothing. The file was left as it is."
                    )
                link.execute(f"PRAGMA user_version={FORMAT}")
        except sqlite3.Error as trouble:
            raise CaseDamaged(
                f"“{path.name}” could not be brought to format {FORMAT}: {trouble}. "
                "The file was left as it is."
            ) from trouble
    finally:
        link.close()
    where = f" A backup lies in {kept}." if kept is not None else ""
    return f"“{path.name}” was brought from format {written} to {FORMAT}.{where}"
