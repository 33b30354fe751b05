"""The bytes of artifacts: kept to the letter, in pieces of one mebibyte, named by SHA-256."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from casedb.errors import ArtifactMissing, NotSaved
from casedb.model.records import Artifact
from casedb.store.connections import reason_of
from casedb.words import say, term

PIECE = 1 << 20
"""Bytes a row: large blobs in one row are slower to write and have a limit of their own."""


@dataclass(frozen=True, slots=True)
class StoredBytes:
    """What a file holds of one artifact: how much from its beginning on can be read, and its hash.

    `pieces` are its rows; `trouble` says why the bytes cannot be read to their end.
    """

    size: int
    sha256: str
    pieces: int
    trouble: str = ""


def store_bytes(link: sqlite3.Connection, artifact: Artifact, stream: BinaryIO) -> None:
    """Write an artifact's bytes in the open transaction, and read them back before it commits.

    Bytes that are there already, and sound, are left alone. Raises NotSaved where the stream has
    more than the artifact, or where what comes back from the file is not what its name says.
    """
    if _is_sound(link, artifact.id):
        return
    link.execute("DELETE FROM artifact_chunk WHERE artifact = ?", (artifact.id,))
    n = -1
    for n, piece in enumerate(_read_no_more(stream, artifact.size)):
        link.execute("INSERT INTO artifact_chunk VALUES (?, ?, ?)", (artifact.id, n, piece))
    if n < 0:
        link.execute("INSERT INTO artifact_chunk VALUES (?, 0, x'')", (artifact.id,))
    if not _is_sound(link, artifact.id):
        raise NotSaved(
            say(
                "A file changed while it was read, or the disk gave back other bytes than were "
                "written. Nothing was added; try again."
            )
        )


def store_pieces(link: sqlite3.Connection, artifact: str, pieces: Iterable[bytes]) -> None:
    """Write bytes into a file that was just built. Raises NotSaved where they are not those of the name."""
    n = -1
    for n, piece in enumerate(pieces):
        link.execute("INSERT INTO artifact_chunk VALUES (?, ?, ?)", (artifact, n, piece))
    if n < 0:
        link.execute("INSERT INTO artifact_chunk VALUES (?, 0, x'')", (artifact,))
    if not _is_sound(link, artifact):
        raise NotSaved(
            say("A file of the case is damaged, so the copy was not written. Verify the case.")
        )


def _read_no_more(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """Pieces of a stream up to a size: what has no end must not fill the disk."""
    while size and (piece := stream.read(min(PIECE, size))):
        size -= len(piece)
        yield piece
    if not size and stream.read(1):
        raise NotSaved(
            say(
                "A file grew while it was read. Nothing was added; try again when nothing writes it."
            )
        )


def _is_sound(link: sqlite3.Connection, artifact: str) -> bool:
    stored = look_at(link, artifact)
    return stored is not None and not stored.trouble and stored.sha256 == artifact


_SHELF = "artifact_chunk_kept"
"""Where the bytes of all other artifacts lie while those of one are expunged."""


def expunge_bytes(
    link: sqlite3.Connection,
    artifact: str,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Take an artifact's bytes out of the file, in the open transaction, from every page of it.

    `secure_delete` overwrites what is deleted. But where SQLite spreads rows over other pages, it
    leaves what they held in the gaps of those they came from, and forgets it. So the whole table is
    emptied, which overwrites its pages, and filled again: that takes as long as copying the file,
    and twice its room for as long. `progress` hears of the bytes moved, and of all that will be; what
    it raises ends it, and the transaction is to be rolled back.
    """
    link.execute(
        f"CREATE TABLE {_SHELF} (artifact TEXT NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, "
        "PRIMARY KEY (artifact, n)) STRICT, WITHOUT ROWID"
    )
    kept = link.execute(
        "SELECT artifact, n, length(bytes) FROM artifact_chunk WHERE artifact <> ? "
        "ORDER BY artifact, n",
        (artifact,),
    ).fetchall()
    total, done = 2 * sum(size for _, _, size in kept), 0

    def move(source: str, target: str) -> None:
        nonlocal done
        asked = f"INSERT INTO {target} SELECT * FROM {source} WHERE artifact = ? AND n = ?"
        for name, n, size in kept:
            link.execute(asked, (name, n))
            done += size
            if progress is not None:
                progress(done, total)

    move("artifact_chunk", _SHELF)
    # Without a condition: else every row would be taken out by itself, and pages be joined again.
    link.execute("DELETE FROM artifact_chunk")
    move(_SHELF, "artifact_chunk")
    link.execute(f"DROP TABLE {_SHELF}")


def holds(link: sqlite3.Connection, artifact: str) -> bool:
    """Whether a file has any bytes under a name. Raises ArtifactMissing where it cannot be told."""
    asked = "SELECT 1 FROM artifact_chunk WHERE artifact = ? LIMIT 1"
    with _reading(artifact):
        return link.execute(asked, (artifact,)).fetchone() is not None


def look_at(
    link: sqlite3.Connection, artifact: str, told: Callable[[int], None] | None = None
) -> StoredBytes | None:
    """What a file holds under a name, None for nothing; `told` hears of every piece's bytes."""
    digest = hashlib.sha256()
    size, n, trouble = 0, 0, ""
    while True:
        try:
            row = _row_from(link, artifact, n)
        except sqlite3.DatabaseError:
            trouble = term("The bytes of artifact {name}… cannot be read to their end.")
            break
        if row is None:
            break
        if row[0] != n or not isinstance(row[1], bytes):
            trouble = term("The bytes of artifact {name}… are not complete.")
            break
        digest.update(row[1])
        size += len(row[1])
        n += 1
        if told is not None:
            told(len(row[1]))
    if n == 0 and not trouble:
        return None
    return StoredBytes(size, digest.hexdigest(), n, trouble)


def _row_from(link: sqlite3.Connection, artifact: str, n: int) -> tuple[object, object] | None:
    # One row at a time: a cursor left open over a large artifact would hold the read lock.
    return link.execute(
        "SELECT n, bytes FROM artifact_chunk WHERE artifact = ? AND n >= ? ORDER BY n LIMIT 1",
        (artifact, n),
    ).fetchone()


def names(link: sqlite3.Connection) -> list[str]:
    """Under which names a file holds bytes. Raises sqlite3.DatabaseError."""
    rows = link.execute("SELECT DISTINCT artifact FROM artifact_chunk").fetchall()
    return [name for (name,) in rows if isinstance(name, str)]


def take_over(source: sqlite3.Connection, name: str, fresh: sqlite3.Connection, to: str) -> None:
    """Copy the bytes under one name into another file, under another name if need be.

    What cannot be read any further is left out.
    """
    with contextlib.suppress(ArtifactMissing):
        for n, piece in enumerate(read_pieces(source, name)):
            fresh.execute("INSERT INTO artifact_chunk VALUES (?, ?, ?)", (to, n, piece))


def read_pieces(link: sqlite3.Connection, artifact: str) -> Iterator[bytes]:
    """The bytes piece by piece. Raises ArtifactMissing where there are none, or not all."""
    n = 0
    while True:
        with _reading(artifact):
            row = _row_from(link, artifact, n)
        if row is None:
            break
        if row[0] != n or not isinstance(row[1], bytes):
            raise ArtifactMissing(
                say(
                    "A part of artifact {artifact}… is missing from the case.",
                    artifact=artifact[:12],
                )
            )
        n += 1
        yield row[1]
    if n == 0:
        raise ArtifactMissing(
            say("The bytes of artifact {artifact}… are not in the case.", artifact=artifact[:12])
        )


@contextlib.contextmanager
def _reading(artifact: str) -> Generator[None]:
    try:
        yield
    except sqlite3.DatabaseError as trouble:
        raise ArtifactMissing(
            say(
                "The bytes of artifact {artifact}… cannot be read: {reason}.",
                artifact=artifact[:12],
                reason=reason_of(trouble),
            )
        ) from trouble


def read_bytes(link: sqlite3.Connection, artifact: str) -> bytes:
    """All bytes at once. Raises ArtifactMissing."""
    return b"".join(read_pieces(link, artifact))
