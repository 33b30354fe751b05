"""Bringing an older file to the present format, with a verified backup first."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from casedb.disk import shown_name
from casedb.errors import CannotOpen, CaseDamaged, CaseError, NotACase
from casedb.store import gate
from casedb.store.connections import Plainspoken, settle
from casedb.store.copies import back_up
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.home import Home
from casedb.store.views import VIEWS
from casedb.words import say


class DamagedBefore(CaseDamaged):
    """A file of an older format has rows that break its own rules; `damages` say where."""

    def __init__(self, name: str, damages: Sequence[str]) -> None:
        super().__init__(
            say("“{name}” is damaged, so it was left as it is, in its older format.", name=name)
        )
        self.damages = tuple(damages)


def upgrade(path: Path, home: Home, written: int, now: str, *, backup: bool = True) -> str:
    """Apply the pending migrations to a closed, checked file; the sentence says what was done.

    Everything happens in one transaction with foreign keys off, and is checked before it counts.
    Having changed nothing, it raises CannotOpen where no backup can be made or the disk refuses,
    DamagedBefore where the file is not sound, and CaseDamaged where the result would not be.
    """
    # Imported late: a file of the present format needs none of it.
    from casedb.store.migrations import FORMAT, migrate

    name = shown_name(path)
    _refuse_damaged(path, name)
    kept = back_up(path, home, now) if backup else None
    where = " " + say("A backup lies in {folder}.", folder=kept) if kept is not None else ""
    link = sqlite3.connect(path, isolation_level=None, factory=Plainspoken)
    try:
        settle(link)
        link.execute("PRAGMA foreign_keys=OFF")
        link.execute("BEGIN IMMEDIATE")
        # Views may name columns that a step is about to take away.
        _replace_views(link, {})
        migrate(link, written, FORMAT)
        _replace_views(link, VIEWS)
        _refuse_unsound(link, name, FORMAT)
        link.execute("COMMIT")
    except (sqlite3.Error, ValueError, NotACase) as trouble:
        raise _refusal(name, trouble, where) from trouble
    finally:
        # Closing takes back whatever was not committed.
        link.close()
    told = say(
        "“{name}” was brought from format {before} to {after}.",
        name=name,
        before=f"{written}",
        after=f"{FORMAT}",
    )
    return f"{told}{where}"


def _refuse_damaged(path: Path, name: str) -> None:
    """Raise DamagedBefore where rows break the rules of their tables, or CannotOpen.

    Looking through it sees less: SQLite drops the CHECKs of a file that it opens for reading.
    """
    link = sqlite3.connect(path, isolation_level=None, factory=Plainspoken)
    try:
        settle(link)
        schema = link.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
        damages = gate.damages(link, schema)
        dangling = link.execute('SELECT DISTINCT "table" FROM pragma_foreign_key_check').fetchall()
    except sqlite3.Error as trouble:
        raise _refusal(name, trouble) from trouble
    finally:
        link.close()
    damages += [
        say("Rows of table “{table}” point at nothing.", table=table) for (table,) in dangling
    ]
    if damages:
        raise DamagedBefore(name, damages)


def _refuse_unsound(link: sqlite3.Connection, name: str, wanted: int) -> None:
    """Raise ValueError or NotACase unless the file is now as one of its format is made."""
    schema = link.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    broken = gate.check_schema(schema, name, wanted) or gate.damages(link, schema)
    if broken:
        raise ValueError(broken[0])
    dangling = link.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is not None:
        raise ValueError(say("table “{table}” would point at nothing", table=dangling[0]))


def _refusal(name: str, trouble: Exception, where: str = "") -> CaseError:
    told = say(
        "“{name}” could not be brought to format {format}: {trouble}. It was left as it is.",
        name=name,
        format=f"{CURRENT_FORMAT}",
        trouble=str(trouble).rstrip("."),
    )
    refused = CannotOpen if _is_of_the_disk(trouble) else CaseDamaged
    return refused(f"{told}{where}")


def _is_of_the_disk(trouble: Exception) -> bool:
    name = str(getattr(trouble, "sqlite_errorname", ""))
    return name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_BUSY"))


def _replace_views(link: sqlite3.Connection, views: Mapping[str, str]) -> None:
    for (held,) in link.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
        quoted = str(held).replace('"', '""')
        link.execute(f'DROP VIEW "{quoted}"')
    for sql in views.values():
        link.execute(sql)
