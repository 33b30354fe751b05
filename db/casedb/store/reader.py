"""A second, reading connection: for a worker thread that searches or fetches bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from casedb.model.file_words import Reading
from casedb.store import artifacts, search, texts


class Reader:
    """A reading connection for one worker thread.

    `index` is asked instead of the file where the file's own index cannot be used; the reader holds
    it until it is closed.
    """

    def __init__(self, link: sqlite3.Connection, index: search.MemoryIndex | None = None) -> None:
        self._link = link
        self._index = index.hold() if index is not None else None

    def find(self, text: str, limit: int = 50) -> list[search.Hit]:
        """As `Case.find`. Raises InterruptedError where `interrupt` was called meanwhile."""
        if self._index is not None:
            return self._index.find(text, limit, self)
        return search.find(self._link, text, limit)

    def artifact_bytes(self, artifact: str) -> bytes:
        """As `Case.artifact_bytes`."""
        return artifacts.read_bytes(self._link, artifact)

    def artifact_pieces(self, artifact: str) -> Iterator[bytes]:
        """As `Case.artifact_pieces`."""
        return artifacts.read_pieces(self._link, artifact)

    def reading_of(self, artifact: str) -> Reading | None:
        """What came of reading the words of a file; None where they are to be read."""
        return texts.reading_of(self._link, artifact)

    def interrupt(self) -> None:
        """Stop what is being asked, from another thread."""
        index = self._index
        self._link.interrupt()
        if index is not None:
            index.interrupt(self)

    def close(self) -> None:
        """Close the connection. Harmless twice."""
        self._link.close()
        if self._index is not None:
            self._index.let_go()
            self._index = None
