"""Connections to case files: every one the house opens, with what it may do and nothing more."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import TypeAlias

Connection: TypeAlias = sqlite3.Connection
"""What the rest of the house hands on without knowing what it is."""

BUSY_SECONDS = 5.0
"""How long a reader or writer waits for another program's lock on the file."""


def connect_for_writing(path: Path, *, defensive: bool = True) -> sqlite3.Connection:
    """The connection of an open case, with the settings that every commit relies on.

    One that is not `defensive` can write in the tables that FTS5 keeps for itself.
    """
    link = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
    settle(link)
    if defensive:
        _refuse_tricks(link)
    link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    link.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10)
    return link


def settle(link: sqlite3.Connection) -> None:
    """Give a writing connection the settings that every commit relies on (docs/trust.md)."""
    for pragma in (
        "journal_mode=DELETE",
        "synchronous=EXTRA",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
        "cell_size_check=ON",
        "trusted_schema=OFF",
        "cache_size=-16384",
    ):
        link.execute(f"PRAGMA {pragma}")
    if sys.platform == "darwin":
        link.execute("PRAGMA fullfsync=ON")


def connect_for_reading(
    path: Path, *, alone: bool, tolerant: bool = False, any_thread: bool = False
) -> sqlite3.Connection:
    """A connection that reads a case.

    `alone`: nobody else writes the file; then what lies beside it is not looked at either.
    `tolerant`: read on where the file is shorter than its header says, or its schema is torn.
    """
    link = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}",
        uri=True,
        isolation_level=None,
        check_same_thread=not any_thread,
        timeout=BUSY_SECONDS,
    )
    restrict(link)
    if tolerant:
        link.execute("PRAGMA writable_schema=ON")
    else:
        _refuse_tricks(link)
    return link


def restrict(link: sqlite3.Connection) -> None:
    """Take from a connection what reading a case does not need."""
    link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    link.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 256 << 20)
    link.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    link.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, 100)
    link.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100)
    link.setlimit(sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000)
    link.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10)
    for pragma in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "temp_store=MEMORY",
    ):
        link.execute(f"PRAGMA {pragma}")


def _refuse_tricks(link: sqlite3.Connection) -> None:
    if sys.version_info >= (3, 12):
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DDL, False)
        link.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


@contextlib.contextmanager
def within(link: sqlite3.Connection, seconds: float) -> Generator[None]:
    """Let what is asked inside take that long; then it fails with “interrupted”."""
    deadline = time.monotonic() + seconds
    link.set_progress_handler(lambda: int(time.monotonic() > deadline), 20_000)
    try:
        yield
    finally:
        link.set_progress_handler(None, 0)


def was_interrupted(trouble: sqlite3.Error) -> bool:
    """Whether a deadline passed or somebody called `interrupt`."""
    # Troubles that Python found, not SQLite, carry no code.
    return getattr(trouble, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def sqlite_version() -> str:
    """The version of the SQLite library in use."""
    return sqlite3.sqlite_version
