"""`TiffParts`: a TIFF decoded strip by strip or by rows of tiles: only ever in the cage.

libtiff, by way of Pillow, decodes a file whole. So each part is handed to it as a small TIFF of its
own: the same compressed bytes, under a directory that tells of these rows alone (TIFF 6.0, sections 2,
15 and 22).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, cast

from PIL import Image, TiffImagePlugin

from casedb.intake.cage.pictures import stored_size

_WIDTH, _LENGTH, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_STRIPS, _SAMPLES, _ROWS, _STRIP_SIZES, _PLANES = 273, 277, 278, 279, 284
_TILE_WIDTH, _TILE_LENGTH, _TILES, _TILE_SIZES = 322, 323, 324, 325
_KEPT = (
    *(_BITS, _COMPRESSION, _PHOTOMETRIC, 266, _SAMPLES, _PLANES, 292, 293, 317, 320, 332, 338, 339),
    *(347, 529, 530, 531, 532, _TILE_WIDTH, _TILE_LENGTH),
)
"""The tags that say how samples are stored: all others are of no concern to a decoder."""

_OLD_JPEG = 6
_YCBCR = 6

MOST_OF_PART = 256 << 20
"""Bytes that a part may have when it is decoded."""

FEWEST_ROWS = 128
"""Rows that are decoded in one go, where strips are lower."""

_SHORT, _LONG, _RATIONAL, _BYTES = 3, 4, 5, 7


class TiffParts:
    """The rows of a TIFF, of which one part is in memory at a time."""

    def __init__(self, picture: TiffImagePlugin.TiffImageFile, stream: BinaryIO) -> None:
        tags = picture.tag_v2
        self.size = stored_size(picture)
        self._tags: dict[int, Any] = {tag: tags[tag] for tag in _KEPT if tag in tags}
        self._order = "<" if tags.prefix == b"II" else ">"
        self._stream = stream
        self._is_tiled = _TILES in tags
        self._starts = _integers(tags[_TILES if self._is_tiled else _STRIPS])
        self._sizes = _integers(tags[_TILE_SIZES if self._is_tiled else _STRIP_SIZES])
        width, height = self.size
        own_rows = _integers(tags[_TILE_LENGTH] if self._is_tiled else tags.get(_ROWS, height))[0]
        self._own_rows = max(1, min(own_rows, height) if not self._is_tiled else own_rows)
        across = -(-width // _integers(tags[_TILE_WIDTH])[0]) if self._is_tiled else 1
        self._across = across
        self._planes = self._number(_SAMPLES, 1) if self._number(_PLANES, 1) == 2 else 1
        self._split_tall_strips()
        self._part_rows = self._own_rows * max(1, FEWEST_ROWS // self._own_rows)
        self._part: tuple[int, Image.Image] | None = None

    @classmethod
    def of(cls, picture: Image.Image, stream: BinaryIO) -> TiffParts | None:
        """The parts of a picture, or None where it can only be decoded whole."""
        if not isinstance(picture, TiffImagePlugin.TiffImageFile):
            return None
        tags = picture.tag_v2
        is_known = all(
            tag in tags
            for tag in ((_TILES, _TILE_SIZES) if _TILES in tags else (_STRIPS, _STRIP_SIZES))
        )
        if not is_known or _integers(tags.get(_COMPRESSION, 1))[0] == _OLD_JPEG:
            return None
        made = cls(picture, stream)
        return made if made._is_fit() else None

    def rows(self, first: int, end: int) -> Image.Image:
        """Rows of the picture, from one to before another."""
        parts: list[Image.Image] = []
        at = first
        while at < end:
            start, part = self._part_with(at)
            upto = min(end, start + part.height)
            parts.append(part.crop((0, at - start, part.width, upto - start)))
            at = upto
        if len(parts) == 1:
            return parts[0]
        whole = Image.new(parts[0].mode, (self.size[0], end - first))
        if parts[0].mode == "P":
            palette = parts[0].getpalette()
            whole.putpalette(palette or [])
        at = 0
        for part in parts:
            whole.paste(part, (0, at))
            at += part.height
        return whole

    # -- parts --------------------------------------------------------------------------------

    def _number(self, tag: int, otherwise: int) -> int:
        return _integers(self._tags.get(tag, otherwise))[0]

    def _is_fit(self) -> bool:
        """Whether the parts are small enough, and all there."""
        width, height = self.size
        rows = -(-height // self._own_rows)
        expected = rows * self._across * self._planes
        # Four bytes are what Pillow keeps for a pixel of almost every kind.
        is_small = self._part_rows * width * 4 <= MOST_OF_PART
        return is_small and min(len(self._starts), len(self._sizes)) >= expected

    def _split_tall_strips(self) -> None:
        """Take one strip of plain bytes for many: some writers put all rows in one."""
        width, height = self.size
        if self._is_tiled or self._number(_COMPRESSION, 1) != 1:
            return
        if self._number(_PHOTOMETRIC, 1) == _YCBCR or self._own_rows * width * 4 <= 32 << 20:
            return
        bits = _integers(self._tags.get(_BITS, 1))
        samples = self._number(_SAMPLES, 1)
        bits = bits * samples if len(bits) == 1 else bits
        a_row = -(-width * (bits[0] if self._planes > 1 else sum(bits[:samples])) // 8)
        low = FEWEST_ROWS
        starts: list[int] = []
        sizes: list[int] = []
        for plane in range(self._planes):
            strips = -(-height // self._own_rows)
            for n in range(height // low + bool(height % low)):
                strip, row = divmod(n * low, self._own_rows)
                own = plane * strips + strip
                if row + low > self._own_rows and strip + 1 < strips:
                    return
                if own >= len(self._starts):
                    return
                starts.append(self._starts[own] + row * a_row)
                sizes.append(min(low, height - n * low) * a_row)
        self._starts, self._sizes, self._own_rows = starts, sizes, low

    def _part_with(self, row: int) -> tuple[int, Image.Image]:
        number = row // self._part_rows
        if self._part is None or self._part[0] != number:
            self._part = None
            self._part = number, self._decoded(number)
        return number * self._part_rows, self._part[1]

    def _decoded(self, number: int) -> Image.Image:
        width, height = self.size
        start = number * self._part_rows
        high = min(self._part_rows, height - start)
        rows_before, rows_here = start // self._own_rows, -(-high // self._own_rows)
        all_rows = -(-height // self._own_rows)
        pieces: list[bytes] = []
        for plane in range(self._planes):
            first = (plane * all_rows + rows_before) * self._across
            for n in range(first, first + rows_here * self._across):
                self._stream.seek(self._starts[n])
                pieces.append(self._stream.read(self._sizes[n]))
        small = io.BytesIO(self._small_file(width, high, pieces))
        with Image.open(small, formats=("TIFF",)) as picture:
            picture.load()
            return picture.copy()

    def _small_file(self, width: int, height: int, pieces: Sequence[bytes]) -> bytes:
        at = 8
        starts: list[int] = []
        for piece in pieces:
            starts.append(at)
            at += len(piece)
        tags: dict[int, Any] = {
            **self._tags,
            _WIDTH: width,
            _LENGTH: height,
            (_TILES if self._is_tiled else _STRIPS): starts,
            (_TILE_SIZES if self._is_tiled else _STRIP_SIZES): [len(each) for each in pieces],
        }
        if not self._is_tiled:
            tags[_ROWS] = self._own_rows
        mark = b"II" if self._order == "<" else b"MM"
        head = mark + struct.pack(f"{self._order}HI", 42, at)
        return b"".join((head, *pieces, directory(tags, at, self._order)))


def directory(tags: Mapping[int, Any], at: int, order: str) -> bytes:
    """A directory of a TIFF that will stand at a place of its file, as bytes."""
    entries: list[bytes] = []
    beyond = b""
    room = at + 2 + 12 * len(tags) + 4
    for tag, value in sorted(tags.items()):
        kind, count, told = _encoded(value, order)
        if len(told) > 4:
            told, beyond = struct.pack(f"{order}I", room + len(beyond)), beyond + told
        entries.append(struct.pack(f"{order}HHI", tag, kind, count) + told.ljust(4, b"\0"))
    return struct.pack(f"{order}H", len(entries)) + b"".join(entries) + bytes(4) + beyond


def _encoded(value: Any, order: str) -> tuple[int, int, bytes]:
    if isinstance(value, bytes):
        return _BYTES, len(value), value
    numbers = _all_of(value)
    if not all(isinstance(each, int) for each in numbers):
        pairs = [part for each in numbers for part in _ratio(float(each))]
        return _RATIONAL, len(numbers), struct.pack(f"{order}{len(pairs)}I", *pairs)
    is_short = all(each < 1 << 16 for each in numbers)
    letter = "H" if is_short else "I"
    told = struct.pack(f"{order}{len(numbers)}{letter}", *numbers)
    return (_SHORT if is_short else _LONG), len(numbers), told


def _ratio(value: float) -> tuple[int, int]:
    top, bottom = value.as_integer_ratio()
    return (top, bottom) if max(top, bottom) < 1 << 32 else (round(value), 1)


def _all_of(value: Any) -> list[Any]:
    """The values of a tag, of which Pillow gives a single one by itself."""
    return list(cast("Sequence[Any]", value)) if isinstance(value, (tuple, list)) else [value]


def _integers(value: Any) -> list[int]:
    return [int(each) for each in _all_of(value)]
