"""Copies of a case: Save a Copy, and backups in the program's own folder."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Generator, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from casedb.disk import is_held, replace_durably, shown_name, sync_file
from casedb.errors import CannotOpen, CaseError, NotSaved
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.store import artifacts, gate
from casedb.store.connections import connect_for_reading, reason_of
from casedb.store.creation import aside, build, fill
from casedb.store.header import read_header
from casedb.store.home import Home
from casedb.store.journal_rows import JournalRows
from casedb.store.lock import holder_of
from casedb.words import say


class SourceDamaged(NotSaved):
    """The case itself is broken where it was to be copied."""


def save_copy(link: sqlite3.Connection, target: Path) -> None:
    """Write a compact copy of an open case, check it, and only then give it its name.

    Raises NotSaved where the disk refuses; what lay under the name before is then untouched.
    """
    with _finished(target) as partial:
        allowed = link.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED)
        (asking_only,) = link.execute("PRAGMA query_only").fetchone()
        # VACUUM INTO attaches the target and writes there; nothing else ever may.
        link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        link.execute("PRAGMA query_only=OFF")
        try:
            link.execute("VACUUM INTO ?", (str(partial),))
        finally:
            link.execute(f"PRAGMA query_only={int(asking_only)}")
            link.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, allowed)


class Rescue(Protocol):
    """What decides which records a rescued copy has, and writes their journal."""

    def settle(self, held: Mapping[str, artifacts.StoredBytes]) -> Contents:
        """The records that can be vouched for, given the bytes that can be read, by old name."""
        ...

    def write(self, fresh: JournalRows, kept: Contents) -> None:
        """Write the journal that fits them into the copy."""
        ...


def save_rescued(
    link: sqlite3.Connection, contents: Contents, rescue: Rescue, target: Path
) -> None:
    """Write a fresh, sound case with what could be read of a damaged one, as `save_copy` does.

    Bytes that can be read go with it under the SHA-256 that they have, but none that were expunged.
    Raises NotSaved.
    """

    def take_over(fresh: sqlite3.Connection) -> None:
        expunged = {each.id for each in contents.artifacts.values() if is_expunged(each)}
        held = {
            name: stored
            for name in _names_of_bytes(link, contents)
            if (stored := artifacts.look_at(link, name)) is not None
            and not expunged & {name, stored.sha256}
        }
        kept = rescue.settle(held)
        fill(fresh, kept.records(), lambda rows: rescue.write(rows, kept))
        wanted = kept.artifacts.keys() | _journaled_artifacts(fresh)
        for name, stored in held.items():
            if stored.sha256 in wanted:
                wanted.discard(stored.sha256)
                artifacts.take_over(link, name, fresh, stored.sha256)

    with _finished(target) as partial:
        build(partial, take_over)


def save_made(
    target: Path,
    contents: Contents,
    write_journal: Callable[[JournalRows], object],
    pieces_of: Callable[[str], Iterable[bytes]],
    look: Callable[[Path], object],
) -> None:
    """Write a fresh case with some records, their journal and the bytes of its files, as `save_copy` does.

    `pieces_of` gives the bytes of an artifact, piece by piece; `look` is given the file before it gets its
    name, and what it raises leaves nothing behind. Raises NotSaved, and what these raise.
    """

    def put_in(fresh: sqlite3.Connection) -> None:
        fill(fresh, contents.records(), write_journal)
        for artifact in contents.artifacts.values():
            if not is_expunged(artifact):
                artifacts.store_pieces(fresh, artifact.id, pieces_of(artifact.id))

    with _finished(target) as partial:
        build(partial, put_in)
        look(partial)


def _names_of_bytes(link: sqlite3.Connection, contents: Contents) -> list[str]:
    """Where bytes may be: first under the names that records know, then under all others."""
    known = list(contents.artifacts)
    with contextlib.suppress(sqlite3.DatabaseError):
        known += artifacts.names(link)
    return list(dict.fromkeys(known))


def _journaled_artifacts(fresh: sqlite3.Connection) -> set[str]:
    # Undoing and redoing bring back the records of artifacts, and rely on their bytes.
    rows = fresh.execute("SELECT DISTINCT id FROM journal_edit WHERE \"table\" = 'artifact'")
    return {str(name) for (name,) in rows}


@contextlib.contextmanager
def _finished(target: Path) -> Generator[Path]:
    name = shown_name(target)
    if target.is_dir():
        raise NotSaved(say("“{name}” is a folder; choose a file name for the copy.", name=name))
    if is_held(target) or holder_of(target) is not None:
        raise NotSaved(
            say("“{name}” is a case that is open now; choose another name for the copy.", name=name)
        )
    try:
        with aside(target) as partial:
            yield partial
            broken = gate.check(partial, read_header(partial))
            if broken:
                raise NotSaved(
                    say(
                        "The copy “{name}” was not sound and was removed: {trouble}",
                        name=name,
                        trouble=broken[0],
                    )
                )
            sync_file(partial)
            replace_durably(partial, target)
    except (OSError, sqlite3.Error) as trouble:
        reason = reason_of(trouble)
        if str(getattr(trouble, "sqlite_errorname", "")).startswith("SQLITE_CORRUPT"):
            raise SourceDamaged(
                say("“{name}” was not written: {reason}.", name=name, reason=reason)
            ) from trouble
        raise NotSaved(
            say(
                "The copy “{name}” could not be written: {reason}. The case itself is unchanged.",
                name=name,
                reason=reason,
            )
        ) from trouble


def back_up(path: Path, home: Home, now: str) -> Path:
    """Copy a closed case into the folder of backups and check the copy; its path comes back.

    Raises CannotOpen where no backup can be made; nothing may be changed without one.
    """
    name = shown_name(path)
    try:
        target = _new_backup(path, home, now)
        with (
            contextlib.closing(connect_for_reading(path, alone=True)) as source,
            contextlib.closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
        broken = gate.check(target, read_header(target))
        sync_file(target)
    except (OSError, sqlite3.Error, CaseError) as trouble:
        why = str(trouble).rstrip(".") if isinstance(trouble, CaseError) else reason_of(trouble)
        raise CannotOpen(
            say(
                "“{name}” must be brought to a newer format, and no backup could be made first "
                "({why}). The file was left as it is.",
                name=name,
                why=why,
            )
        ) from trouble
    if broken:
        raise CannotOpen(
            say("The backup of “{name}” is not sound; the file was left as it is.", name=name)
        )
    return target


def _new_backup(path: Path, home: Home, now: str) -> Path:
    link = connect_for_reading(path, alone=True)
    try:
        row = link.execute("SELECT id FROM case_info").fetchone()
    finally:
        link.close()
    case_id = str(row[0]) if row else ""
    folder = home.folder("backups", home.name_of_backups(case_id))
    stamp = "".join(sign for sign in now[:19] if sign.isalnum()) or "undated"
    target = folder / f"{stamp}-{uuid.uuid4().hex[:6]}.caseboard"
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    return target
