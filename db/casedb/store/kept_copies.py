"""Copies of a case that the program itself keeps, and what is expunged from them.

Backups lie in the program's folder, one folder a case; a private copy is there while a case is read
or verified from it; and beside a case lies what a killed program left half made. What a person saved
or exported elsewhere, nobody here knows of.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casedb.disk import is_held, shown_name
from casedb.errors import CaseError
from casedb.store import artifacts, gate, texts
from casedb.store.connections import connect_for_writing, reason_of
from casedb.store.header import read_header
from casedb.store.home import Home
from casedb.store.lock import holder_of
from casedb.words import say


@dataclass(frozen=True, slots=True)
class Cleaned:
    """From which backups bytes were expunged, and a sentence for each copy that was not reached."""

    backups: tuple[Path, ...]
    unreached: tuple[str, ...]


def clean_copies(path: Path, home: Home, case_id: str, artifact: str) -> Cleaned:
    """Expunge an artifact's bytes from every copy of a case that the program keeps.

    The case must be held for writing: what lies half made beside it is then nobody's.
    """
    cleaned: list[Path] = []
    unreached: list[str] = []
    for backup in home.backups_of(case_id):
        try:
            if _clean(backup, artifact):
                cleaned.append(backup)
        except (OSError, sqlite3.Error, CaseError) as trouble:
            why = str(trouble) if isinstance(trouble, CaseError) else reason_of(trouble)
            unreached.append(
                say("The backup {path} was not reached: {why}.", path=backup, why=why.rstrip("."))
            )
    unreached += _sweep_beside(path)
    left = home.sweep_copies()
    if left:
        unreached.append(
            say(
                "{n} private copy of a case is being read now; it goes when that is closed.",
                "{n} private copies of cases are being read now; they go when those are closed.",
                n=left,
            )
        )
    return Cleaned(tuple(cleaned), tuple(unreached))


def _clean(backup: Path, artifact: str) -> bool:
    """Expunge bytes and words from one backup; whether there were any. Raises OSError, CaseError or sqlite3.Error."""
    if is_held(backup) or holder_of(backup) is not None:
        raise CaseError(say("it is open"))
    _finish(backup)
    damages = gate.check(backup, read_header(backup))
    if damages:
        raise CaseError(damages[0])
    with contextlib.closing(connect_for_writing(backup)) as link:
        holds_bytes = artifacts.holds(link, artifact)
        link.execute("BEGIN IMMEDIATE")
        try:
            if holds_bytes:
                artifacts.expunge_bytes(link, artifact)
            has_gone = texts.expunge_words(link, artifact) or holds_bytes
            link.execute("COMMIT")
        finally:
            with contextlib.suppress(sqlite3.Error):
                if link.in_transaction:
                    link.execute("ROLLBACK")
    return has_gone


def _finish(backup: Path) -> None:
    """Roll back what a killed process began here: the folder is our own, and so is the journal."""
    if backup.with_name(f"{backup.name}-journal").exists():
        with contextlib.closing(connect_for_writing(backup)) as link:
            link.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _sweep_beside(path: Path) -> Iterable[str]:
    """Take away what a killed program left half made under the name of this case."""
    ours = re.compile(
        re.escape(f".{path.name[:60]}.") + r"(?:[0-9a-f]{8}|recovered)\.part(?:-journal)?"
    )
    try:
        beside = [each for each in path.parent.iterdir() if ours.fullmatch(each.name)]
    except OSError as trouble:
        name, why = shown_name(path.parent), reason_of(trouble)
        yield say("What lies in the folder “{name}” cannot be seen: {why}.", name=name, why=why)
        return
    for each in beside:
        try:
            if each.is_file() or each.is_symlink():
                each.unlink()
        except OSError as trouble:
            yield say(
                "“{name}”, left beside the case, was not removed: {why}.",
                name=shown_name(each),
                why=reason_of(trouble),
            )
