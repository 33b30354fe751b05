"""The bytes of artifacts: kept to the letter, in pieces of one mebibyte, named by SHA-256."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import BinaryIO

from casedb.errors import ArtifactMissing, NotSaved

PIECE = 1 << 20
"""Bytes a row: large blobs in one row are slower to write and have a limit of their own."""


def store_bytes(link: sqlite3.Connection, artifact: str, stream: BinaryIO) -> None:
    """Write an artifact's bytes in the open transaction, and read them back before it commits.

    Bytes that are there already are left alone. Raises NotSaved where what comes back from the
    file, or what came from the stream, is not what the name says.
    """
    if has_bytes(link, artifact):
        return
    n = 0
    while piece := stream.read(PIECE):
        link.execute("INSERT INTO artifact_chunk VALUES (?, ?, ?)", (artifact, n, piece))
        n += 1
    if n == 0:
        link.execute("INSERT INTO artifact_chunk VALUES (?, 0, x'')", (artifact,))
    if hash_bytes(link, artifact) != artifact:
        raise NotSaved(
            "A file changed while it was read, or the disk gave back other bytes than were "
            "written. Nothing was added; try again."
        )


def has_bytes(link: sqlite3.Connection, artifact: str) -> bool:
    """Whether the case holds bytes of that name."""
    return (
        link.execute(
            "SELECT 1 FROM artifact_chunk WHERE artifact = ? LIMIT 1", (artifact,)
        ).fetchone()
        is not None
    )


def read_pieces(link: sqlite3.Connection, artifact: str) -> Iterator[bytes]:
    """The bytes piece by piece. Raises ArtifactMissing where there are none."""
    n = -1
    # One row at a time: a cursor left open over a large artifact would hold the read lock.
    while True:
        row = link.execute(
            "SELECT n, bytes FROM artifact_chunk WHERE artifact = ? AND n > ? ORDER BY n LIMIT 1",
            (artifact, n),
        ).fetchone()
        if row is None:
            break
        n = row[0]
        yield row[1]
    if n < 0:
        raise ArtifactMissing(f"The bytes of artifact {artifact[:12]}… are not in the case.")


def read_bytes(link: sqlite3.Connection, artifact: str) -> bytes:
    """All bytes at once. Raises ArtifactMissing."""
    return b"".join(read_pieces(link, artifact))


def hash_bytes(link: sqlite3.Connection, artifact: str) -> str:
    """The SHA-256 of what the file holds under a name. Raises ArtifactMissing."""
    digest = hashlib.sha256()
    for piece in read_pieces(link, artifact):
        digest.update(piece)
    return digest.hexdigest()


def stored_names(link: sqlite3.Connection) -> set[str]:
    """The names of all bytes the file holds, also those no record speaks of any more."""
    return {name for (name,) in link.execute("SELECT DISTINCT artifact FROM artifact_chunk")}
