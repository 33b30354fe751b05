"""Making a new case file: built under a temporary name, given its own when it is whole."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from casedb.disk import shown_name, sync_file, sync_folder
from casedb.errors import CannotOpen
from casedb.model.changes import Edit
from casedb.model.records import Record
from casedb.store import search
from casedb.store.connections import Plainspoken, reason_of, settle
from casedb.store.header import APPLICATION_ID
from casedb.store.journal_rows import JournalRows
from casedb.store.views import VIEWS
from casedb.store.writer import write_edits
from casedb.words import say

PAGE_SIZE = 16384


def create(
    path: Path, records: Iterable[Record], write_journal: Callable[[JournalRows], object]
) -> None:
    """Make a new case file of the present format with its first records and its first entry.

    Raises CannotOpen where something of that name exists or the system does not permit it.
    """
    name = shown_name(path)
    if os.path.lexists(path):
        raise CannotOpen(_there_already(path))
    try:
        with aside(path) as partial:
            build(partial, lambda link: fill(link, records, write_journal))
            sync_file(partial)
            take_name(partial, path)
            sync_folder(path.parent)
    except OSError as trouble:
        raise CannotOpen(_why_not(path, trouble)) from trouble
    except (sqlite3.Error, ValueError) as trouble:
        why = reason_of(trouble) if isinstance(trouble, sqlite3.Error) else trouble
        raise CannotOpen(say("“{name}” could not be made: {why}.", name=name, why=why)) from trouble


@contextlib.contextmanager
def aside(path: Path, mark: str = "") -> Generator[Path]:
    """A new, private file beside another, for building what shall take its name or place.

    It is gone afterwards unless it was renamed. One with a `mark` of its own takes the place of what
    a killed process left under that name. Raises OSError.
    """
    partial = path.with_name(f".{path.name[:60]}.{mark or uuid.uuid4().hex[:8]}.part")
    if mark:
        partial.unlink(missing_ok=True)
    # Made by us and nobody else: a link planted under the name is not followed.
    os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield partial
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
        with contextlib.suppress(OSError):
            partial.with_name(f"{partial.name}-journal").unlink()


def take_name(partial: Path, path: Path) -> None:
    """Give a finished file its name, where nothing has it. Raises OSError."""
    # Linking fails where the name was taken meanwhile; renaming would overwrite it.
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no links; the race that remains is a moment wide.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        partial.rename(path)


def _there_already(path: Path) -> str:
    name = shown_name(path)
    if path.is_dir():
        return say("There is a folder “{name}” already; it was left as it is.", name=name)
    return say("There is a file “{name}” already; it was left as it is.", name=name)


def _why_not(path: Path, trouble: OSError) -> str:
    name, folder = shown_name(path), shown_name(path.parent)
    if isinstance(trouble, FileExistsError):
        return _there_already(path)
    if not path.parent.is_dir():
        return say(
            "“{name}” could not be made: the folder “{folder}” does not exist.",
            name=name,
            folder=folder,
        )
    if isinstance(trouble, PermissionError):
        return say(
            "“{name}” could not be made: the system does not permit writing in “{folder}”.",
            name=name,
            folder=folder,
        )
    return say("“{name}” could not be made: {reason}.", name=name, reason=reason_of(trouble))


def build(path: Path, fill: Callable[[sqlite3.Connection], None] | None = None) -> None:
    """Write the tables and views of the present format, and what `fill` adds, into an empty file."""
    # Imported late: opening a case of the present format needs none of it.
    from casedb.store.migrations import FORMAT, migrate

    link = sqlite3.connect(path, isolation_level=None, factory=Plainspoken)
    try:
        link.execute(f"PRAGMA page_size={PAGE_SIZE}")
        link.execute(f"PRAGMA application_id={APPLICATION_ID}")
        settle(link)
        link.execute("BEGIN IMMEDIATE")
        migrate(link, 0, FORMAT)
        for sql in VIEWS.values():
            link.execute(sql)
        if fill is not None:
            fill(link)
        link.execute("COMMIT")
    finally:
        link.close()


def fill(
    link: sqlite3.Connection,
    records: Iterable[Record],
    write_journal: Callable[[JournalRows], object],
) -> None:
    """Write records, their words and their journal into a file that was just built."""
    write_edits(link, (Edit(None, record) for record in records))
    search.mark_all_current(link)
    write_journal(JournalRows(link, link))
