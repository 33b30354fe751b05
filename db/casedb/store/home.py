"""Where this program keeps what is its own: backups, notes of open cases, private copies.

Nothing of a case lies here but backups (the user's own) and, while it is needed, a copy of a case
that is in use elsewhere or is being recovered. Folders are made private on first use.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


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
        """A private folder in it, made if need be."""
        folder = self.path
        self.path.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        # One by one: making parents in one call would leave them open to everybody.
        for part in parts:
            folder /= part
            folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    @property
    def backups(self) -> Path:
        """Backups, one folder a case id."""
        return self.folder("backups")

    @property
    def open_cases(self) -> Path:
        """One note for every case that this program has open for writing."""
        return self.folder("open")

    @property
    def copies(self) -> Path:
        """Private copies of cases, removed when they are closed."""
        return self.folder("copies")
