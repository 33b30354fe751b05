"""Where a bag lies: in a folder or in a ZIP file, looked at alike, with bounds on everything.

Links are never followed, names lead nowhere, and of a ZIP file no more is unpacked than it may hold.
"""

from __future__ import annotations

import contextlib
import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from casedb.disk import shown_name
from casedb.errors import IntakeRefused
from casedb.exchange.bagit.findings import Findings, Sort
from casedb.exchange.bagit.names import PAYLOAD
from casedb.exchange.bagit.tags import DECLARATION, LARGEST, manifest_of
from casedb.words import say

MOST_FILES = 200_000
"""Files of one bag."""
DEEPEST = 200
"""Folders within folders that are gone into."""
LARGEST_FILE = 8 << 30
"""Bytes of one file of a bag."""
MOST_BYTES = 256 << 30
"""Bytes of all files of a bag."""

PIECE = 1 << 20


class Shelf(ABC):
    """A bag as files by their paths, with their sizes in bytes.

    `name` is what the bag is called; `has_payload` where there is a folder for that; `findings` are what was found while it was listed and read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.files: dict[str, int] = {}
        self.has_payload = False
        self.findings = Findings()

    @abstractmethod
    def open(self, path: str) -> BinaryIO:
        """A file from its start. Raises OSError, also where it turns out to be damaged."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is open. Harmless twice."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: str) -> bytes | None:
        """A tag file as a whole; None where it is too large or cannot be read, which is noted."""
        if self.files[path] > LARGEST:
            told = say("It is larger than {size} MiB, so it was not read.", size=LARGEST >> 20)
            self.findings.fault(Sort.UNREADABLE, told, path)
            return None
        try:
            with self.open(path) as stream:
                return stream.read(LARGEST)
        except OSError as trouble:
            self.findings.fault(Sort.UNREADABLE, unreadable(trouble), path)
            return None

    def hash(
        self, path: str, digests: Callable[[bytes], None], told: Callable[[int], None]
    ) -> bool:
        """Hand a file over piece by piece; whether it could be read to its end, else it is noted."""
        try:
            with self.open(path) as stream:
                while piece := stream.read(PIECE):
                    digests(piece)
                    told(len(piece))
        except OSError as trouble:
            self.findings.fault(Sort.UNREADABLE, unreadable(trouble), path)
            return False
        return True


def unreadable(trouble: OSError) -> str:
    """That a file cannot be read, in a sentence."""
    reason = trouble.strerror or str(trouble) or say("the system refuses it")
    return say("It cannot be read: {reason}.", reason=reason)


def too_many(path: Path) -> IntakeRefused:
    """The error for a bag of far too many files."""
    return IntakeRefused(
        say(
            "“{name}” holds more than {most} files, so it was not looked at.",
            name=shown_name(path),
            most=MOST_FILES,
        )
    )


class FolderShelf(Shelf):
    """A bag in a folder."""

    def __init__(self, path: Path) -> None:
        """List a folder. Raises IntakeRefused."""
        super().__init__(path)
        self.name = path.name or path.absolute().name
        try:
            self._list(path, "", DEEPEST)
        except OSError as trouble:
            reason = trouble.strerror or say("the system refuses it")
            name = shown_name(path)
            raise IntakeRefused(
                say("“{name}” cannot be read: {reason}.", name=name, reason=reason)
            ) from trouble

    def _list(self, folder: Path, above: str, deep: int) -> None:
        with os.scandir(folder) as entries:
            there = sorted(entries, key=lambda each: each.name)
        for entry in there:
            path = f"{above}{entry.name}"
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                self.has_payload |= f"{path}/" == PAYLOAD
                if not deep:
                    told = say("It lies too deep: folders are gone into {n} deep.", n=DEEPEST)
                    self.findings.fault(Sort.UNREADABLE, told, path)
                else:
                    self._list(folder / entry.name, f"{path}/", deep - 1)
            elif stat.S_ISREG(found.st_mode):
                self.files[path] = found.st_size
                if len(self.files) > MOST_FILES:
                    raise too_many(self.path)
            else:
                told = say("It is a link or a device, which is not followed.")
                self.findings.fault(Sort.LINK, told, path)

    def open(self, path: str) -> BinaryIO:
        """A file from its start; what has become a link meanwhile is not followed."""
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        stream = os.fdopen(os.open(self.path / path, flags | getattr(os, "O_BINARY", 0)), "rb")
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            stream.close()
            raise OSError(say("it is not a regular file"))
        return stream

    def close(self) -> None:
        """Nothing of it is kept open."""


@contextlib.contextmanager
def open_shelf(path: Path) -> Generator[Shelf]:
    """What lies under a path as a bag, whether it is one or not. Raises IntakeRefused."""
    from casedb.exchange.bagit.zips import ZipShelf

    with FolderShelf(path) if path.is_dir() else ZipShelf(path) as shelf:
        yield shelf


def is_bag(path: Path) -> bool:
    """Whether somebody means a bag by a path: a folder, or a ZIP file, that says so.

    A ZIP file that cannot be listed is none: it is a file like others.
    """
    from casedb.exchange.bagit.zips import ZipShelf, is_zip

    try:
        if path.is_dir():
            return (path / DECLARATION).is_file()
        if not is_zip(path):
            return False
        with ZipShelf(path) as shelf:
            return DECLARATION in shelf.files
    except (OSError, ValueError, IntakeRefused):
        return False


def may_be_bag(path: Path) -> bool:
    """Whether something is meant as a bag, though it may not say so: it has a declaration or manifests.

    A ZIP file that cannot be listed may be one: whoever opens it is told what is wrong with it.
    """
    from casedb.exchange.bagit.zips import ZipShelf, is_zip

    try:
        if path.is_dir():
            names = [each.name for each in path.iterdir()]
        elif is_zip(path):
            with ZipShelf(path) as shelf:
                names = list(shelf.files)
        else:
            return False
    except IntakeRefused:
        return True
    except (OSError, ValueError):
        return False
    return DECLARATION in names or any(map(manifest_of, names))
