"""A second, reading connection: for a worker thread that searches or fetches bytes."""

from __future__ import annotations

import errno
import sqlite3

from casedb.store import artifacts, search


class Reader:
    """A reading connection for one worker thread."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link

    def find(self, text: str, limit: int = 50) -> list[search.Hit]:
        """As `Case.find`. Raises InterruptedError where `interrupt` was called meanwhile."""
        try:
            return search.find(self._link, text, limit)
        except sqlite3.OperationalError as trouble:
            raise InterruptedError(errno.EINTR, str(trouble)) from trouble

    def artifact_bytes(self, artifact: str) -> bytes:
        """As `Case.artifact_bytes`."""
        return artifacts.read_bytes(self._link, artifact)

    def interrupt(self) -> None:
        """Stop what is being asked, from another thread."""
        self._link.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._link.close()
