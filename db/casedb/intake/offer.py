"""Offers: bytes that could come into a case, looked at without being decoded."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from casedb.errors import IntakeRefused
from casedb.intake.media_types import media_type
from casedb.model.file_names import clean_name, names_of
from casedb.model.records import Artifact
from casedb.model.values import Values
from casedb.words import say, written

Opener: TypeAlias = Callable[[], BinaryIO]
"""Opens the bytes of an artifact that is about to come in, from their start."""

LARGEST = 8 << 30
"""Bytes of one artifact; a larger file belongs beside the case, not in it."""

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Offer:
    """An artifact that could be taken in, and how to read its bytes again."""

    artifact: Artifact
    open: Opener


def offer_file(path: Path, told: Callable[[int], None] | None = None) -> Offer:
    """Look at a file: size, SHA-256, and what it is by its content.

    `told` hears how many bytes of it have been read; what it raises ends the reading. Raises IntakeRefused with the reason: a folder, a device, no permission, too large.
    """
    name = clean_name(path.name)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IntakeRefused(
                say("“{name}” is a folder; drop the files in it instead.", name=name)
            )
        if not stat.S_ISREG(found.st_mode):
            raise IntakeRefused(
                say("“{name}” is not a regular file, so it was not taken in.", name=name)
            )
        if found.st_size > LARGEST:
            raise IntakeRefused(
                say(
                    "“{name}” has {size} GiB; a case takes files up to {largest} GiB.",
                    name=name,
                    size=written(found.st_size / (1 << 30), 1),
                    largest=LARGEST >> 30,
                )
            )
        with _open_regular(path) as stream:
            # What is written to it from now on is not part of the offer, and never ends.
            announced = os.fstat(stream.fileno()).st_size
            offered = _offer(stream, path.name, lambda: _open_regular(path), announced, told)
            if stream.read(1):
                raise IntakeRefused(
                    say(
                        "“{name}” is being written and grew while it was read, so it was not taken in. Try "
                        "again when it is finished.",
                        name=name,
                    )
                )
            return offered
    except OSError as trouble:
        reason = trouble.strerror or say("the system refuses it")
        raise IntakeRefused(
            say("“{name}” cannot be read: {reason}.", name=name, reason=reason)
        ) from trouble


def offer_bytes(data: bytes, name: str) -> Offer:
    """Look at bytes that are in memory, for instance a pasted picture."""
    file = name.rsplit("/", 1)[-1]
    return _offer(io.BytesIO(data), file, lambda: io.BytesIO(data), len(data))


def offer_opened(
    opener: Opener, name: str, size: int, told: Callable[[int], None] | None = None
) -> Offer:
    """Look at bytes that are opened in a way of their own, such as those of a file in another.

    No more than `size` of them are read. Raises OSError, and what `told` raises.
    """
    with opener() as stream:
        return _offer(stream, name.rsplit("/", 1)[-1], opener, size, told)


def _open_regular(path: Path) -> BinaryIO:
    """Open a file for reading, without waiting for anybody. Raises IntakeRefused or OSError."""
    # It may have become a pipe since it was looked at, which opens when somebody writes: never.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    stream = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        name = clean_name(path.name)
        raise IntakeRefused(
            say("“{name}” is not a regular file, so it was not taken in.", name=name)
        )
    return stream


def _offer(
    stream: BinaryIO,
    name: str,
    opener: Opener,
    announced: int,
    told: Callable[[int], None] | None = None,
) -> Offer:
    digest = hashlib.sha256()
    size = 0
    head = b""
    while piece := stream.read(min(_PIECE, announced - size)):
        head = head or piece[:4096]
        digest.update(piece)
        size += len(piece)
        if told is not None:
            told(size)
    kept, values = names_of(name)
    artifact = Artifact(digest.hexdigest(), size, media_type(head), kept, Values(values))
    return Offer(artifact, opener)
