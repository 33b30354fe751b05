"""The proof of a redaction: every byte of what was written is searched for what must not be in it.

Files are read as they lie, and what is packed in them is unpacked: members of ZIP and gzip files, the
streams of a PDF, the compressed texts of a PNG, what is written in base64 or as escapes of JSON, XML and
PDF. Texts are looked for in UTF-8, UTF-16 and Latin-1, whatever their capitals.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DEEPEST = 4
"""How far what is packed in what is packed is unpacked."""

MOST_UNPACKED = 1 << 30
"""Bytes of one packed part that are looked at; what is larger is not believed."""

SHORTEST_IN_BYTES = 6
"""A shorter text is looked for in what is text alone: any three bytes stand in any picture."""

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{64,}={0,2}")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2}){3,})>")
_UNPACKED_AS_TEXT = frozenset((".png", ".jpg", ".jpeg"))


@dataclass(frozen=True, slots=True)
class Found:
    """A text that must not be there, and in which part of what was written it is."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What came of a search: how many bytes were looked at, unpacked ones included, and what was found."""

    size: int
    found: tuple[Found, ...]


def search_bytes(path: Path, texts: Iterable[str]) -> Searched:
    """Look for texts in every byte of a file, or of a folder with its names. Raises OSError."""
    sought = _Sought(texts)
    size, found = 0, dict[Found, None]()
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    for file in files:
        where = f"{file.relative_to(path)}" if file != path else file.name
        found.update(dict.fromkeys(Found(text, where) for text in sought.in_text(where)))
        for part, data, is_text in _parts(where, file.read_bytes(), 0):
            size += len(data)
            found.update(dict.fromkeys(Found(text, part) for text in sought.within(data, is_text)))
    return Searched(size, tuple(found))


def _parts(where: str, data: bytes, depth: int) -> Iterator[tuple[str, bytes, bool]]:
    """The bytes of something, and of everything packed in it: the name of each, and whether it is text."""
    yield where, data, _is_text(data)
    if depth >= DEEPEST:
        return
    for name, inner in _packed(data):
        yield from _parts(f"{where} › {name}", inner, depth + 1)


def _packed(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"PK"):
        yield from _members(data)
    elif data.startswith(b"\x1f\x8b"):
        try:
            yield "gzip", gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
    elif data.startswith(b"%PDF"):
        for n, stream in enumerate(_STREAM.finditer(data)):
            unpacked = _inflated(stream.group(1))
            if unpacked is not None:
                yield f"stream {n + 1}", unpacked
            yield (
                f"strings {n + 1}",
                b"\n".join(
                    bytes.fromhex(each.decode())
                    for each in _HEX.findall(unpacked or stream.group(1))
                ),
            )
    elif data.startswith(b"\x89PNG"):
        yield from _png_texts(data)
    else:
        for n, each in enumerate(_BASE64.finditer(data)):
            try:
                yield f"base64 {n + 1}", base64.b64decode(each.group() + b"==", validate=False)
            except binascii.Error:
                continue


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for each in packed.infolist():
                if not each.is_dir() and each.file_size <= MOST_UNPACKED:
                    yield each.filename, packed.read(each)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError):
        return


def _png_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        if name in (b"zTXt", b"iTXt", b"iCCP"):
            for start in range(min(len(body), 200)):
                if body[start : start + 1] == b"\x78" and (text := _inflated(body[start:])):
                    yield name.decode(), text
                    break
        at += 12 + size


def _inflated(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, MOST_UNPACKED)
    except zlib.error:
        return None


def _is_text(data: bytes) -> bool:
    head = data[:4096]
    try:
        head.decode()
    except UnicodeDecodeError as trouble:
        if trouble.start < len(head) - 4:
            return False
    return b"\x00" not in head


class _Sought:
    """Texts that are looked for, folded as what is searched is."""

    def __init__(self, texts: Iterable[str]) -> None:
        folded = {_folded(each): each for each in texts if each.strip()}
        self._long = {key: each for key, each in folded.items() if len(key) >= SHORTEST_IN_BYTES}
        short = [key for key in folded if len(key) < SHORTEST_IN_BYTES]
        self._folded = folded
        whole = "|".join(rf"(?<!\w){re.escape(key)}(?!\w)" for key in short)
        self._short = re.compile(whole) if short else None

    def within(self, data: bytes, is_text: bool) -> Iterator[str]:
        if is_text:
            yield from self.in_text(data.decode("utf-8", "replace"))
            return
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
            yield from self._long_in(_folded(data.decode(encoding, "ignore")))
        yield from self._long_in(_folded(data[1:].decode("utf-16-le", "ignore")))

    def in_text(self, text: str) -> Iterator[str]:
        """The texts that are found in a text, also as it is written in JSON, HTML and XML."""
        plain = [text]
        if "\\" in text:
            unescaped = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
            plain.append(unescaped.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\"))
        if "&" in text:
            plain.append(html.unescape(text))
        for each in plain:
            folded = _folded(each)
            yield from self._long_in(folded)
            for found in self._short.findall(folded) if self._short is not None else ():
                yield self._folded[found]

    def _long_in(self, folded: str) -> Iterator[str]:
        return (each for key, each in self._long.items() if key in folded)


def _folded(text: str) -> str:
    """A text as it is compared: without capitals, of one form, with one space between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
