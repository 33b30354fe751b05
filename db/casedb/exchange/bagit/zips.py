"""A bag in a ZIP file: bounds on how many entries it may have, how large and how tightly packed.

Entries are looked up by name and streamed; none is ever unpacked under the name that it brings.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import IO, BinaryIO, cast

from casedb.disk import shown_name
from casedb.errors import IntakeRefused
from casedb.exchange.bagit.findings import Sort
from casedb.exchange.bagit.names import PAYLOAD
from casedb.exchange.bagit.shelves import LARGEST_FILE, MOST_BYTES, MOST_FILES, Shelf, too_many
from casedb.exchange.bagit.tags import DECLARATION
from casedb.words import say

MOST_UNPACKED = 1 << 30
"""Bytes that a ZIP file may have unpacked, however tightly it is packed."""
TIGHTEST = 200
"""How many times its own size a larger one may have."""
LARGEST_DIRECTORY = 128 << 20
"""Bytes of the list of its entries."""

_START = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_ENCRYPTED = 0x1
_JUNK = "__MACOSX/"
"""Beside what macOS packs."""


def is_zip(path: Path) -> bool:
    """Whether a file begins as a ZIP file does. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return False
        return stream.read(4) in (_START, _EMPTY)


class ZipShelf(Shelf):
    """A bag in a ZIP file, in its one folder or without any."""

    def __init__(self, path: Path) -> None:
        """List a ZIP file. Raises IntakeRefused."""
        super().__init__(path)
        self.name = path.stem
        self._entries: dict[str, zipfile.ZipInfo] = {}
        try:
            _refuse_long_directory(path)
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as trouble:
            reason = getattr(trouble, "strerror", None) or str(trouble)
            name = shown_name(path)
            raise IntakeRefused(
                say("“{name}” cannot be read: {reason}.", name=name, reason=reason)
            ) from trouble
        try:
            self._list()
        except BaseException:
            # Whatever ends it, also the hand that stops it: nobody has this to close it.
            self.close()
            raise

    def _list(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_FILES:
            raise too_many(self.path)
        self._refuse_bomb(entries)
        base = self._base(entries)
        for entry in entries:
            name = entry.orig_filename
            self.has_payload |= name.startswith(f"{base}{PAYLOAD}")
            if name.endswith("/"):
                continue
            if not name.startswith(base):
                if not name.startswith(_JUNK):
                    told = say("It lies beside the bag in the same ZIP file.")
                    self.findings.fault(Sort.EXTRA, told, name)
                continue
            path = name[len(base) :]
            mode = entry.external_attr >> 16
            if entry.create_system == 3 and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                told = say("It is a link or a device, which is not followed.")
                self.findings.fault(Sort.LINK, told, path)
            elif entry.flag_bits & _ENCRYPTED:
                told = say("It is encrypted, so it cannot be read.")
                self.findings.fault(Sort.UNREADABLE, told, path)
            elif entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                told = say("It is packed in a way that is not read here.")
                self.findings.fault(Sort.UNREADABLE, told, path)
            elif path in self._entries:
                told = say("The ZIP file has two files of this name.")
                self.findings.fault(Sort.TWICE, told, path)
            else:
                self._entries[path] = entry
                self.files[path] = entry.file_size

    def _base(self, entries: Iterable[zipfile.ZipInfo]) -> str:
        """The folder that the bag is in; empty where it is in none. Raises IntakeRefused."""
        names = [each.orig_filename for each in entries]
        if DECLARATION in names:
            return ""
        bases = {
            each.removesuffix(DECLARATION) for each in names if each.endswith(f"/{DECLARATION}")
        }
        shallow = sorted(each for each in bases if each.count("/") == 1 and each != "../")
        if len(shallow) > 1:
            raise IntakeRefused(
                say("“{name}” holds several bags; unpack it first.", name=shown_name(self.path))
            )
        if shallow:
            return shallow[0]
        tops = {each.partition("/")[0] for each in names if not each.startswith(_JUNK)}
        is_in_one = len(tops) == 1 and all("/" in each for each in names)
        return f"{tops.pop()}/" if is_in_one else ""

    def _refuse_bomb(self, entries: Iterable[zipfile.ZipInfo]) -> None:
        """Refuse what would unpack to far more than it is. Raises IntakeRefused."""
        size = self.path.stat().st_size
        whole = sum(each.file_size for each in entries)
        largest = max((each.file_size for each in entries), default=0)
        if whole > MOST_BYTES or largest > LARGEST_FILE:
            raise IntakeRefused(
                say("“{name}” would be too large when unpacked.", name=shown_name(self.path))
            )
        end = 0
        overlaps = False
        for each in sorted(entries, key=lambda each: each.header_offset):
            overlaps |= each.header_offset < end
            end = each.header_offset + 30 + each.compress_size
        if overlaps or (whole > MOST_UNPACKED and whole > TIGHTEST * size):
            raise IntakeRefused(
                say(
                    "“{name}” is packed so tightly that it can only be meant to do harm, so it was not "
                    "unpacked.",
                    name=shown_name(self.path),
                )
            )

    def open(self, path: str) -> BinaryIO:
        """A file from its start."""
        try:
            stream = self._zip.open(self._entries[path])
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError) as trouble:
            raise OSError(str(trouble)) from trouble
        return cast("BinaryIO", io.BufferedReader(_Unpacked(stream), 1 << 16))

    def close(self) -> None:
        """Let go of the ZIP file."""
        self._zip.close()


class _Unpacked(io.RawIOBase):
    """An entry whose damage is an OSError, as that of every other file."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        room = memoryview(cast("bytearray", buffer)).cast("B")
        try:
            piece = self._stream.read(len(room))
        except (zipfile.BadZipFile, zlib.error, EOFError) as trouble:
            raise OSError(str(trouble)) from trouble
        room[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _refuse_long_directory(path: Path) -> None:
    """Refuse a list of entries that would fill the memory. Raises OSError or IntakeRefused."""
    with path.open("rb") as stream:
        end = stream.seek(0, os.SEEK_END)
        start = max(0, end - _END.size - 0xFFFF)
        stream.seek(start)
        tail = stream.read()
        at = tail.rfind(_EMPTY)
        if at < 0 or len(tail) < at + _END.size:
            # Whoever opens it says what is wrong with it.
            return
        length = int(_END.unpack_from(tail, at)[5])
        behind = start + at - _LOCATOR.size
        if behind >= 0:
            stream.seek(behind)
            mark, _, where, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
            if mark == b"PK\x06\x07" and where <= end - _END_64.size:
                stream.seek(where)
                length = max(length, int(_END_64.unpack(stream.read(_END_64.size))[8]))
        if length != 0xFFFFFFFF and length > LARGEST_DIRECTORY:
            raise too_many(path)
