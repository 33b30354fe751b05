"""A PNG written row by row, however large it is, and read again the same way.

Nothing but a few rows is ever in memory. The same rows give the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias

import numpy as np
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]
"""Rows of pixels [rows, width, 3 or 4]: red, green, blue, and how opaque where there is a fourth."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHUNK = 1 << 20
SMALL = 40_000_000
"""Pixels up to which a picture is packed as well as it can be."""
_RGB, _RGBA = 2, 6


class PngStream:
    """Writes the rows of one picture; `texts` are what it says of itself, by keyword."""

    def __init__(
        self,
        file: BinaryIO,
        width: int,
        height: int,
        *,
        is_clear: bool,
        dots_a_metre: int,
        texts: Iterable[tuple[str, str]],
    ) -> None:
        self._file = file
        self._width, self._channels = width, 4 if is_clear else 3
        self._packer = zlib.compressobj(6 if width * height <= SMALL else 3)
        self._packed = bytearray()
        file.write(SIGNATURE)
        colours = _RGBA if is_clear else _RGB
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0))
        self._chunk(b"pHYs", struct.pack(">IIB", dots_a_metre, dots_a_metre, 1))
        for keyword, text in texts:
            # Keyword, not packed, no language, no other keyword (PNG 3rd edition, 11.3.3.4).
            head = keyword.encode("latin-1") + b"\0\0\0\0\0"
            self._chunk(b"iTXt", head + text.replace("\0", "␀").encode("utf-8", "replace"))

    def write(self, rows: Pixels) -> None:
        """Write the rows that come next."""
        high = rows.shape[0]
        lines = np.zeros((high, 1 + self._width * self._channels), dtype=np.uint8)
        lines[:, 1:] = rows.reshape(high, -1)
        self._packed += self._packer.compress(lines.data)
        while len(self._packed) >= CHUNK:
            self._chunk(b"IDAT", bytes(self._packed[:CHUNK]))
            del self._packed[:CHUNK]

    def end(self) -> None:
        """Write what is left."""
        self._packed += self._packer.flush()
        self._chunk(b"IDAT", bytes(self._packed))
        self._chunk(b"IEND", b"")

    def _chunk(self, name: bytes, data: bytes) -> None:
        self._file.write(struct.pack(">I", len(data)) + name)
        self._file.write(data)
        self._file.write(struct.pack(">I", zlib.crc32(data, zlib.crc32(name))))


def is_sound_png(path: Path, width: int, height: int) -> bool:
    """Whether a file is a whole PNG of a size: every checksum holds, and every row is there."""
    with path.open("rb") as file:
        try:
            return _rows(_chunks(file), width) == height
        except (ValueError, zlib.error):
            return False


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk. Raises ValueError where one is cut off or changed."""
    if file.read(len(SIGNATURE)) != SIGNATURE:
        raise ValueError("no PNG")
    name = b""
    while name != b"IEND":
        head = file.read(8)
        if len(head) < 8:
            raise ValueError("cut off")
        length, name = struct.unpack(">I4s", head)
        data, told = file.read(length), file.read(4)
        if len(data) < length or told != struct.pack(">I", zlib.crc32(data, zlib.crc32(name))):
            raise ValueError("changed")
        yield name, data
    if file.read(1):
        raise ValueError("more than a PNG")


def _rows(chunks: Iterator[tuple[bytes, bytes]], width: int) -> int:
    """How many rows there are. Raises ValueError where a row is not whole or of another width."""
    name, head = next(chunks)
    if name != b"IHDR" or len(head) != 13:
        raise ValueError("no head")
    wide, high, _, colours = struct.unpack(">IIBB", head[:10])
    line = 1 + wide * (4 if colours == _RGBA else 3)
    unpacker, size = zlib.decompressobj(), 0
    for name, data in chunks:
        if name == b"IDAT":
            while part := unpacker.decompress(data, CHUNK):
                size += len(part)
                data = unpacker.unconsumed_tail
    if not unpacker.eof or wide != width or size != high * line:
        raise ValueError("rows are missing")
    return high
