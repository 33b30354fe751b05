"""The tag files of a bag: what its declaration, manifests, list of files to fetch and metadata say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casedb.model.visible_text import one_line

DECLARATION = "bagit.txt"
FETCH = "fetch.txt"
INFO = "bag-info.txt"
OLD_INFO = "package-info.txt"
"""What the metadata were called before version 0.96."""
LARGEST = 64 << 20
"""Bytes of one tag file that is read."""

OLDEST, NEWEST = (0, 93), (1, 0)
"""The versions of BagIt that are known."""

ALGORITHMS = {
    "md5": 32,
    "sha1": 40,
    "sha224": 56,
    "sha256": 64,
    "sha384": 96,
    "sha512": 128,
    "sha3224": 56,
    "sha3256": 64,
    "sha3384": 96,
    "sha3512": 128,
    "blake2b": 128,
    "blake2s": 64,
}
"""The checksums that are known, by their name without its signs, and how many digits they have."""
OF_HASHLIB = {name: re.sub("^sha3(?=...)", "sha3_", name) for name in ALGORITHMS}
"""What Python calls them."""
WEAK = frozenset({"md5", "sha1"})
"""With these, bytes can be made that have the checksum of others."""

_MANIFEST = re.compile(r"(tag)?manifest-([A-Za-z0-9_-]+)\.txt")
_VERSION = re.compile(r"BagIt-Version: (\d+)\.(\d+)")
_ENCODING = re.compile(r"Tag-File-Character-Encoding: (\S+)")
_LINE = re.compile(r"([0-9A-Za-z]+)[ \t]+(\*?)(.+)", re.DOTALL)
_FETCHED = re.compile(r"(\S+)[ \t]+(\S+)[ \t]+(.+)", re.DOTALL)
_LINE_END = re.compile("\r\n|\r|\n")
_TEXTS = re.compile(
    r"utf-(8|16(-[lb]e)?|32(-[lb]e)?)|ascii|iso8859-\d+|cp125\d|cp(437|850|866|932|949|950)"
    r"|koi8-[rut]|mac-\w+|shift_jis\w*|euc_(jp|kr)|gb(k|2312|18030)|big5"
)
"""The encodings that are read, by the names that Python has for them."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What `bagit.txt` says: the version, and the encoding of the other tag files as it is named."""

    version: tuple[int, int]
    encoding: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a manifest: a checksum in lower case, and a path as it is written.

    `is_starred` where an asterisk stands before it, as `md5sum` writes it.
    """

    checksum: str
    path: str
    is_starred: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A line of `fetch.txt`: where a file is to be fetched from, how long it is, and its path."""

    url: str
    length: str
    path: str


def manifest_of(name: str) -> tuple[bool, str] | None:
    """Whether a file is a manifest of tags, and its algorithm without signs; None for no manifest.

    >>> manifest_of("tagmanifest-sha-256.txt"), manifest_of("manifest.txt")
    ((True, 'sha256'), None)
    """
    found = _MANIFEST.fullmatch(name)
    if found is None:
        return None
    return found[1] is not None, re.sub("[_-]", "", found[2]).lower()


def read_declaration(data: bytes) -> Declaration | None:
    """What `bagit.txt` says; None where it does not say it as it must."""
    try:
        lines = lines_of(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    if len(lines) != 2:
        return None
    version, encoding = _VERSION.fullmatch(lines[0]), _ENCODING.fullmatch(lines[1])
    if version is None or encoding is None:
        return None
    return Declaration((int(version[1]), int(version[2])), encoding[1])


def codec_of(encoding: str) -> str:
    """What Python calls an encoding of text; empty for one that is not read.

    >>> codec_of("ISO-8859-1"), codec_of("zip"), codec_of("rot13")
    ('iso8859-1', '', '')
    """
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""
    return name if _TEXTS.fullmatch(name) else ""


def lines_of(text: str) -> list[str]:
    """The lines of a tag file, which end in CR, LF or both, and in no other sign."""
    lines = _LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def read_manifest(text: str) -> Iterator[tuple[int, Listed | None]]:
    """The lines of a manifest by number; None for one that is not understood."""
    for n, line in enumerate(lines_of(text), 1):
        if line.strip():
            found = _LINE.fullmatch(line)
            yield n, Listed(found[1].lower(), found[3], bool(found[2])) if found else None


def read_fetch(text: str) -> Iterator[tuple[int, Fetched | None]]:
    """The lines of a list of files to fetch by number; None for one that is not understood."""
    for n, line in enumerate(lines_of(text), 1):
        if line.strip():
            found = _FETCHED.fullmatch(line)
            yield n, Fetched(found[1], found[2], found[3]) if found else None


def read_info(text: str) -> Iterator[tuple[int, tuple[str, str] | None]]:
    """The labels and values of the metadata by line; None for a line that is not understood.

    A line that begins with a space goes on with the value before.
    """
    at, label, parts = 0, "", list[str]()
    for n, line in enumerate(lines_of(text), 1):
        if not line.strip():
            continue
        if line[0] in " \t" and label:
            parts.append(line.strip())
            continue
        if label:
            yield at, (label, " ".join(parts))
        told, colon, value = line.partition(":")
        is_element = bool(colon) and not told[:1].isspace() and bool(told.strip())
        at, label, parts = n, told.strip() if is_element else "", [value.strip()]
        if not is_element:
            yield n, None
    if label:
        yield at, (label, " ".join(parts))


def write_declaration() -> bytes:
    """`bagit.txt` of a bag of version 1.0."""
    return b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def write_info(elements: Iterable[tuple[str, str]]) -> bytes:
    """`bag-info.txt`: every value on one line, with marks for what would not be seen."""
    lines = (f"{label}: {one_line(value)}\n" for label, value in elements if value.strip())
    return "".join(lines).encode()
