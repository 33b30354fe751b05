"""The bytes of artifacts: kept to the letter, in pieces of one mebibyte, named by SHA-256."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Generator, Iterator
from typing import BinaryIO

from casedb.errors import ArtifactMissing, NotSaved

PIECE = 1 << 20
"""Bytes a row: large blobs in one row are slower to write and have a limit of their own."""


def store_bytes(link: sqlite3.Connection, artifact: str, stream: BinaryIO) -> None:
    """Write an artifact's bytes in the open transaction, and read them back before it commits.

    Bytes that are there already, and sound, are left alone. Raises NotSaved where what comes back
    from the file, or what came from the stream, is not what the name says.
    """
    if _is_sound(link, artifact):
        return
    link.execute("DELETE FROM artifact_chunk WHERE artifact = ?", (artifact,))
    n = 0
    while piece := stream.read(PIECE):
        link.execute("INSERT INTO artifact_chunk VALUES (?, ?, ?)", (artifact, n, piece))
        n += 1
    if n == 0:
        link.execute("INSERT INTO artifact_chunk VALUES (?, 0, x'')", (artifact,))
    if not _is_sound(link, artifact):
        raise NotSaved(
            "A file changed while it was read, or the disk gave back other bytes than were "
            "written. Nothing was added; try again."
        )


def _is_sound(link: sqlite3.Connection, artifact: str) -> bool:
    try:
        return hash_bytes(link, artifact) == artifact
    except ArtifactMissing:
        return False


def read_pieces(link: sqlite3.Connection, artifact: str) -> Iterator[bytes]:
    """The bytes piece by piece. Raises ArtifactMissing where there are none, or not all."""
    n = -1
    # One row at a time: a cursor left open over a large artifact would hold the read lock.
    while True:
        with _reading(artifact):
            row = link.execute(
                "SELECT n, bytes FROM artifact_chunk WHERE artifact = ? AND n > ? "
                "ORDER BY n LIMIT 1",
                (artifact, n),
            ).fetchone()
        if row is None:
            break
        if row[0] != n + 1 or not isinstance(row[1], bytes):
            raise ArtifactMissing(f"A part of artifact {artifact[:12]}… is missing from the case.")
        n = row[0]
        yield row[1]
    if n < 0:
        raise ArtifactMissing(f"The bytes of artifact {artifact[:12]}… are not in the case.")


@contextlib.contextmanager
def _reading(artifact: str) -> Generator[None]:
    try:
        yield
    except sqlite3.DatabaseError as trouble:
        raise ArtifactMissing(
            f"The bytes of artifact {artifact[:12]}… cannot be read: {trouble}."
        ) from trouble


def read_bytes(link: sqlite3.Connection, artifact: str) -> bytes:
    """All bytes at once. Raises ArtifactMissing."""
    return b"".join(read_pieces(link, artifact))


def hash_bytes(link: sqlite3.Connection, artifact: str) -> str:
    """The SHA-256 of what the file holds under a name. Raises ArtifactMissing."""
    digest = hashlib.sha256()
    for piece in read_pieces(link, artifact):
        digest.update(piece)
    return digest.hexdigest()
