"""Writing a bag: version 1.0, with SHA-256 and SHA-512, as a folder or a ZIP file.

The same payload and metadata give the same bytes: the order is that of the paths, a ZIP file has one time
for all that is in it, and nothing in it is packed.
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from casedb.errors import ExportRefused
from casedb.exchange.bagit.checking import check_bag
from casedb.exchange.bagit.names import PAYLOAD, escaped, why_unsafe
from casedb.exchange.bagit.shelves import PIECE, open_shelf
from casedb.exchange.bagit.tags import DECLARATION, INFO, write_declaration, write_info
from casedb.exchange.folder import finished_folder
from casedb.exchange.output import finished
from casedb.words import say

ALGORITHMS = ("sha256", "sha512")
_WRITTEN = 0.6
"""Which part of the work is done when all is written, and is to be read again."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP file can tell."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the payload: its path below `data/`, its size in bytes, and how its bytes are read."""

    path: str
    size: int
    pieces: Callable[[], Iterable[bytes]]


def part_of_bytes(path: str, data: bytes) -> Part:
    """A part that is in memory."""
    return Part(path, len(data), lambda: (data,))


def part_of_file(path: str, file: Path) -> Part:
    """A part that lies in a file."""
    return Part(path, file.stat().st_size, lambda: _pieces_of(file))


def _pieces_of(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while piece := stream.read(PIECE):
            yield piece


def write_bag(
    path: Path,
    base: str,
    payload: Sequence[Part],
    info: Sequence[tuple[str, str]],
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write a bag into a new folder, or into a ZIP file where the name ends so; `base` is what the folder
    in that is called.

    It is read again and checked before it takes its name. To `info` the count of bytes and files is
    added. `progress` hears which part of the work is done, 0 to 1; what it raises ends it. Raises
    ExportRefused, and what reading the parts raises; then nothing is written.
    """
    tell = progress or _tell_nobody

    def check(written: Path) -> None:
        _check(written, lambda part: tell(_WRITTEN + (1 - _WRITTEN) * part))

    if path.suffix.lower() == ".zip":
        with finished(path, check) as partial, zipfile.ZipFile(partial, "w") as archive:
            _fill(_Archive(archive, base), payload, info, tell)
        return
    with finished_folder(path, check) as folder:
        _fill(_Folder(folder), payload, info, tell)


def _tell_nobody(part: float) -> None:
    pass


def _check(path: Path, tell: Callable[[float], None]) -> None:
    with open_shelf(path) as shelf:
        found = check_bag(shelf, tell)
    if not found.is_valid or found.version is None:
        raise ExportRefused(
            say(
                "The package was not sound when it was read again, so it was not kept: {trouble}",
                trouble=found.findings[0].line,
            )
        )


class _Sink(Protocol):
    """Where the files of a bag go."""

    def write(self, path: str, size: int, pieces: Iterable[bytes]) -> None:
        """Write a new file of that size."""
        ...


class _Folder:
    """A folder that nobody else knows yet."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        (folder / PAYLOAD).mkdir()

    def write(self, path: str, size: int, pieces: Iterable[bytes]) -> None:
        file = self._root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            for piece in pieces:
                stream.write(piece)


class _Archive:
    """A ZIP file, in the one folder of which the bag lies."""

    def __init__(self, archive: zipfile.ZipFile, base: str) -> None:
        self._archive, self._base = archive, base
        self.write(PAYLOAD, 0, ())

    def write(self, path: str, size: int, pieces: Iterable[bytes]) -> None:
        entry = zipfile.ZipInfo(f"{self._base}/{path}", _NO_TIME)
        entry.create_system = 3
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        entry.file_size = size
        with self._archive.open(entry, "w") as stream:
            for piece in pieces:
                stream.write(piece)


class _Hashed:
    """Pieces on their way, of which the checksums are kept; `told` hears how many bytes went by."""

    def __init__(self, pieces: Iterable[bytes], told: Callable[[int], None]) -> None:
        self._pieces = pieces
        self._told = told
        self._digests = {each: hashlib.new(each) for each in ALGORITHMS}
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.size += len(piece)
            self._told(self.size)
            for digest in self._digests.values():
                digest.update(piece)
            yield piece

    @property
    def checksums(self) -> dict[str, str]:
        return {name: digest.hexdigest() for name, digest in self._digests.items()}


def _fill(
    sink: _Sink,
    payload: Sequence[Part],
    info: Sequence[tuple[str, str]],
    tell: Callable[[float], None],
) -> None:
    """Write all files of a bag, its payload first."""
    listed: dict[str, dict[str, str]] = {}
    size = 0
    whole = max(sum(each.size for each in payload), 1)
    for part in sorted(payload, key=lambda each: each.path):
        path = f"{PAYLOAD}{part.path}"
        if why := why_unsafe(path):
            raise ExportRefused(why)
        before = size
        hashed = _Hashed(
            part.pieces(),
            lambda read, before=before: tell(_WRITTEN * min(1.0, (before + read) / whole)),
        )
        sink.write(path, part.size, hashed)
        size += hashed.size
        listed[path] = hashed.checksums
    tags = {
        DECLARATION: write_declaration(),
        INFO: write_info([*info, ("Payload-Oxum", f"{size}.{len(listed)}")]),
        **{f"manifest-{each}.txt": _manifest(listed, each) for each in ALGORITHMS},
    }
    of_tags = {
        name: {each: hashlib.new(each, data).hexdigest() for each in ALGORITHMS}
        for name, data in sorted(tags.items())
    }
    tags |= {f"tagmanifest-{each}.txt": _manifest(of_tags, each) for each in ALGORITHMS}
    for name, data in tags.items():
        sink.write(name, len(data), (data,))


def _manifest(listed: Mapping[str, Mapping[str, str]], algorithm: str) -> bytes:
    lines = (f"{told[algorithm]}  {escaped(path)}\n" for path, told in listed.items())
    return "".join(lines).encode()
