"""Where this program keeps what is its own: backups, notes of open cases, private copies.

Nothing of a case lies here but backups (the user's own) and, while it is needed, a copy of a case
that is in use elsewhere or is being recovered. Folders are made private on first use.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from casedb.model.visible_text import visible
from casedb.words import say

HELD = "held"
"""The file in a private copy's folder that its process holds a lock on."""


@dataclass(frozen=True, slots=True)
class Home:
    """The program's own folder."""

    path: Path

    @classmethod
    def of_user(cls) -> Home:
        """The folder of the present user; CASEBOARD_HOME overrides it."""
        told = os.environ.get("CASEBOARD_HOME")
        return cls(
            Path(told) if told else platformdirs.user_data_path("caseboard", appauthor=False)
        )

    def folder(self, *parts: str) -> Path:
        """A private folder in it, made if need be. Raises OSError that names it."""
        folder = self.path
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
            # One by one: making parents in one call would leave them open to everybody.
            for part in parts:
                folder /= part
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as trouble:
            why = trouble.strerror or say("the system refuses it")
            if isinstance(trouble, (FileExistsError, NotADirectoryError)):
                why = say("there is a file in its place")
            # It is no case that failed, and the sentence about one would name nothing else.
            raise OSError(
                trouble.errno,
                say("Caseboard's own folder “{folder}”: {why}", folder=_shown(folder), why=why),
            ) from trouble
        return folder

    @property
    def backups(self) -> Path:
        """Backups, one folder a case id."""
        return self.folder("backups")

    @staticmethod
    def name_of_backups(case_id: str) -> str:
        """What the folder with the backups of a case is called."""
        safe = "".join(
            each for each in case_id if each.isascii() and (each.isalnum() or each == "-")
        )
        return safe[:64] or "unknown"

    def backups_of(self, case_id: str) -> list[Path]:
        """The backups of a case, by name; none where they cannot be listed."""
        try:
            return sorted(
                (self.path / "backups" / self.name_of_backups(case_id)).glob("*.caseboard")
            )
        except OSError:
            return []

    @property
    def open_cases(self) -> Path:
        """One note for every case that this program has open for writing."""
        return self.folder("open")

    @property
    def copies(self) -> Path:
        """Private copies of cases, removed when they are closed."""
        return self.folder("copies")

    def sweep_copies(self) -> int:
        """Take away the private copies that no living process holds; how many there still are."""
        left = 0
        with contextlib.suppress(OSError):
            for folder in (self.path / "copies").iterdir():
                _remove_unheld(folder)
                left += folder.exists()
        return left


def _remove_unheld(folder: Path) -> None:
    lock = FileLock(str(folder / HELD), mode=0o600)
    with contextlib.suppress(Timeout, OSError):
        lock.acquire(timeout=0)
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def _shown(folder: Path) -> str:
    return visible(str(folder).encode("utf-8", "replace").decode())
