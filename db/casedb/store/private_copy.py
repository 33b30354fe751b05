"""Private folders for copies of cases that are being read or recovered, and their removal."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from filelock import FileLock

from casedb.store.home import HELD, Home


class PrivateFolder:
    """A folder of our own that lives as long as a copy is needed.

    What a killed process left behind is taken away when the next one is made: each folder holds a
    lock that dies with its process.
    """

    def __init__(self, home: Home) -> None:
        """Make one. Raises OSError."""
        home.sweep_copies()
        self.path = home.copies / uuid.uuid4().hex
        self.path.mkdir(mode=0o700)
        # Whoever opened the copy need not be the thread that closes it.
        self._lock = FileLock(str(self.path / HELD), mode=0o600, thread_local=False)
        self._lock.acquire(timeout=0)

    def remove(self) -> None:
        """Take the folder away with what is in it. Harmless twice."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.remove()
