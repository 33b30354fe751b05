"""The first hundred bytes: what can be known of a file before SQLite may touch it."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from casedb.disk import is_held, shown_name
from casedb.errors import CannotOpen, CaseDamaged, NotACase
from casedb.words import say

APPLICATION_ID = 0x43415342
"""`CASB`, at byte 68 of the file."""

MAGIC = b"SQLite format 3\0"
SIDECARS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes say.

    `missing` are the bytes at the end that the file should have and does not.
    """

    format: int
    page_size: int
    pages: int
    size: int
    wal: bool

    @property
    def missing(self) -> int:
        """Bytes by which the file is cut short."""
        return max(0, self.pages * self.page_size - self.size)

    @property
    def whole(self) -> int:
        """Bytes that the file has with those that are missing."""
        return self.size + self.missing


def read_header(path: Path) -> Header:
    """Judge a file by its kind and its first bytes.

    Raises CannotOpen where the system says no, NotACase where it is something else and
    CaseDamaged where it was a case and nothing can be read from it.
    """
    # Closing a descriptor of a file that SQLite has open would drop SQLite's locks on it.
    assert not is_held(path), "a case that is open here is judged already"
    name = shown_name(path)
    try:
        # Not blocking on a pipe, and never through a link that was swapped in after resolving.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise CannotOpen(say("There is no file “{name}” in that place.", name=name)) from None
    except PermissionError:
        raise CannotOpen(
            say("“{name}” cannot be read: the system does not permit it.", name=name)
        ) from None
    except OSError as trouble:
        if trouble.errno == errno.EISDIR:
            raise CannotOpen(say("“{name}” is a folder, not a case file.", name=name)) from None
        raise CannotOpen(
            say("“{name}” cannot be opened: {reason}.", name=name, reason=trouble.strerror)
        ) from None
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise CannotOpen(say("“{name}” is a folder, not a case file.", name=name))
        if not stat.S_ISREG(found.st_mode):
            raise CannotOpen(
                say("“{name}” is not a regular file, so it cannot be a case.", name=name)
            )
        head = os.read(handle, 100)
    except OSError as trouble:
        raise CannotOpen(
            say("“{name}” cannot be read: {reason}.", name=name, reason=trouble.strerror)
        ) from None
    finally:
        os.close(handle)
    return judge_header(name, head, found.st_size)


def judge_header(name: str, head: bytes, size: int) -> Header:
    """Judge the first hundred bytes of a file of that size. Raises NotACase or CaseDamaged."""
    if size == 0:
        raise NotACase(say("“{name}” is empty (0 bytes), so there is no case in it.", name=name))
    if not head.startswith(MAGIC):
        raise NotACase(say("“{name}” is not a Caseboard case.", name=name))
    if len(head) < 100:
        raise CaseDamaged(
            say(
                "“{name}” ends after {size} bytes; no case can be read from it.",
                name=name,
                size=f"{size}",
            )
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotACase(
            say("“{name}” is an SQLite file of another program, not a Caseboard case.", name=name)
        )
    raw = int.from_bytes(head[16:18], "big")
    page_size = 65536 if raw == 1 else raw
    if page_size < 512 or page_size & (page_size - 1):
        raise _damaged(name, say("its header names an impossible page size"))
    if head[18] not in (1, 2) or head[19] not in (1, 2):
        raise _damaged(name, say("its header names an unknown file version"))
    if int.from_bytes(head[56:60], "big") != 1:
        raise _damaged(name, say("its header names an unknown text encoding"))
    written = int.from_bytes(head[60:64], "big")
    if not 1 <= written < 1 << 31:
        raise _damaged(name, say("its header names a format that no case has"))
    if size < page_size:
        raise CaseDamaged(
            say(
                "“{name}” ends after {size} bytes; no case can be read from it.",
                name=name,
                size=f"{size}",
            )
        )
    return Header(
        format=written,
        page_size=page_size,
        pages=int.from_bytes(head[28:32], "big"),
        size=size,
        wal=head[18] == 2 or head[19] == 2,
    )


def _damaged(name: str, what: str) -> CaseDamaged:
    return CaseDamaged(
        say(
            "“{name}” is damaged: {what}. It was left as it is; open a backup or "
            "another copy instead.",
            name=name,
            what=what,
        )
    )


def sidecars_of(path: Path) -> list[Path]:
    """The files beside a case that SQLite would take for its own."""
    found = (path.with_name(path.name + ending) for ending in SIDECARS)
    return [each for each in found if os.path.lexists(each)]
