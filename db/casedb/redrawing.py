"""Pictures drawn anew: what is seen of them and nothing else, with regions painted black for good.

A PNG of the pixels alone has no EXIF, no small picture of the whole, no layers and nothing behind its
end. Black is painted over whole pixels, outwards, on opaque ground: nothing shines through.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from casedb.errors import ArtifactMissing
from casedb.intake.cage.cage import Cage, Part, PictureRefused, Pixels
from casedb.model.file_words import PDF
from casedb.model.marks import Mark
from casedb.model.records import Artifact
from casedb.redacting import Drawn

MOST_SIDE = 4_000
"""Pixels a side of a picture that is drawn anew; a larger one comes out smaller."""

MOST_PAGES = 200
"""Pages of a document that are drawn; a longer one stays behind."""

_PAGE_WIDTH, _PAGE_HEIGHT = 1_800, 2_600
_PAGED = frozenset((PDF, "image/tiff"))
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A picture in place of a page of a file, and its bytes."""

    drawn: Drawn
    png: bytes


def redraw(
    artifact: Artifact,
    read: Callable[[str], bytes],
    blurred: Sequence[Mark | None],
    cage: Cage,
) -> tuple[Redrawn, ...]:
    """A picture, or every page of a document, as PNG with what is blurred painted black.

    Nothing where it cannot be drawn, all of it is blurred in a way that is not understood, or it has too
    many pages: then the file stays behind.
    """
    if None in blurred:
        return ()
    marks = [each for each in blurred if each is not None]
    try:
        data = read(artifact.id)
        return tuple(_pages(data, artifact.media_type in _PAGED, marks, cage))
    except (ArtifactMissing, PictureRefused, _TooMany):
        return ()


class _TooMany(Exception):
    """A document has more pages than are drawn."""


def _pages(data: bytes, is_document: bool, marks: Sequence[Mark], cage: Cage) -> Iterator[Redrawn]:
    number = 1
    while True:
        try:
            pixels = _page(data, number, is_document, cage)
        except PictureRefused:
            if number == 1:
                raise
            if any(each.page >= number for each in marks):
                raise
            return
        png = as_png(pixels, [each for each in marks if each.page == number])
        yield Redrawn(Drawn(hashlib.sha256(png).hexdigest(), len(png), number), png)
        if not is_document:
            return
        number += 1
        if number > MOST_PAGES:
            raise _TooMany


def _page(data: bytes, number: int, is_document: bool, cage: Cage) -> Pixels:
    wide, high = (_PAGE_WIDTH, _PAGE_HEIGHT) if is_document else (MOST_SIDE, MOST_SIDE)
    part = Part((0.0, 0.0, 1.0, 1.0), number - 1)
    return cage.crop(data, part, wide, high).pixels


def as_png(pixels: Pixels, marks: Sequence[Mark] = ()) -> bytes:
    """Pixels on white as an opaque PNG of three bytes each, with the insides of some marks painted black."""
    wide, high = pixels.width, pixels.height
    rgba = np.frombuffer(pixels.rgba, np.uint8).reshape(high, wide, 4)
    rows = np.zeros((high, 1 + 3 * wide), np.uint8)
    shown = rows[:, 1:].reshape(high, wide, 3)
    # What is transparent has colours as well, which nobody sees.
    opaque = rgba[:, :, 3:].astype(np.uint16)
    shown[:] = (rgba[:, :, :3] * opaque + 255 * (255 - opaque) + 127) // 255
    for y, left, right in _black_lines(marks, wide, high):
        shown[y, left:right] = 0
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _black_lines(marks: Sequence[Mark], wide: int, high: int) -> Iterator[tuple[int, int, int]]:
    """The row, and from where to where in it, of every stretch that a mark touches."""
    for each in marks:
        corners = _corners(each)
        top = max(0, floor(min(y for _, y in corners) * high))
        bottom = min(high, max(ceil(max(y for _, y in corners) * high), top + 1))
        for row in range(top, bottom):
            left, right = _touched(corners, row / high, (row + 1) / high)
            first = min(max(0, floor(left * wide)), wide - 1)
            yield row, first, min(wide, max(ceil(right * wide), first + 1))


def _corners(of: Mark) -> tuple[tuple[float, float], ...]:
    if len(of.spots) > 2:
        return of.spots
    left, top, right, bottom = of.bounds
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _touched(
    corners: Sequence[tuple[float, float]], top: float, bottom: float
) -> tuple[float, float]:
    """The stretch that holds every point of a shape between two heights: it may be more, never less."""
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    found = [x for side in sides for height in (top, bottom) for x in _crossing(side, height)]
    found += [x for x, y in corners if top <= y <= bottom]
    # Rounding can put a shape just beyond a row that it ends in.
    found = found or [x for x, _ in corners]
    return min(found), max(found)


def _crossing(
    side: tuple[tuple[float, float], tuple[float, float]], height: float
) -> Iterator[float]:
    (x1, y1), (x2, y2) = side
    if y1 == y2:
        if y1 == height:
            yield from (x1, x2)
    elif min(y1, y2) <= height <= max(y1, y2):
        yield x1 + (x2 - x1) * (height - y1) / (y2 - y1)
