"""The child that shows one picture at full size: started by `Enlargement`, it decodes and ends.

The file it decodes is its standard input; what it tells goes to its standard output.
"""

from __future__ import annotations

import codecs
import math
import os
import sys
from typing import BinaryIO

import numpy as np
from PIL import Image

from casedb.intake.cage import bands, documents, metadata, pictures, tiff_pages
from casedb.intake.cage.confinement import allow_time, confine
from casedb.intake.cage.levels import Grid, Pyramid, Samples
from casedb.intake.cage.wire import Head, send
from casedb.model.json_value import JsonValue

MEMORY = 2 << 30
"""Bytes of address space, with Python's own in it."""

CPU = 150
"""Seconds of the processor for one picture."""

MOST_OF_DOCUMENT = 512 << 20
"""Bytes of a document, which PDFium wants in memory."""

_TURNED = {
    None: (False, False, False),
    Image.Transpose.FLIP_LEFT_RIGHT: (False, False, True),
    Image.Transpose.ROTATE_180: (False, True, True),
    Image.Transpose.FLIP_TOP_BOTTOM: (False, True, False),
    Image.Transpose.TRANSPOSE: (True, False, False),
    Image.Transpose.ROTATE_270: (True, True, False),
    Image.Transpose.TRANSVERSE: (True, True, True),
    Image.Transpose.ROTATE_90: (True, False, True),
}
"""For each turn: whether rows become columns, the last of them comes first, and each begins at its end."""


def main(page: int, scale: float) -> None:
    """Tell of the picture that is standard input: of a document or a TIFF one page, from 0; `scale` is pixels
    a point of a document."""
    asked, told = os.fdopen(0, "rb"), os.fdopen(1, "wb")
    sys.stdin = sys.stdout = sys.stderr = None
    for name in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "hex"):
        codecs.lookup(name)
    pictures.warm_up()
    documents.warm_up()
    bands.warm_up()
    confine(MEMORY)
    allow_time(CPU)
    try:
        send(told, _tell_all(asked, told, page, scale))
    except OSError:
        # Nobody listens any more.
        return


def _tell_all(asked: BinaryIO, told: BinaryIO, page: int, scale: float) -> Head:
    try:
        start = asked.read(documents.WITHIN)
        asked.seek(0)
        if not start:
            raise pictures.Refused("empty")
        if documents.is_document(start):
            _tell_page(asked, told, page, scale)
        else:
            _tell_picture(asked, told, start, page)
    except BrokenPipeError:
        raise
    except pictures.Refused as trouble:
        return {
            "refused": trouble.why,
            "megapixels": trouble.megapixels,
            "bound": trouble.bound,
        }
    except MemoryError:
        return {"refused": "slow"}
    except Exception:
        # What no decoder has been seen to raise yet.
        return {"refused": "damaged"}
    return {"done": True, "peak": _peak()}


def _tell_picture(asked: BinaryIO, told: BinaryIO, start: bytes, page: int) -> None:
    try:
        _tell_opened(asked, told, page, is_cut=False)
    except pictures.Refused as trouble:
        # A JPEG is decoded before anything is told of it.
        if not pictures.may_be_cut(start, trouble):
            raise
    else:
        return
    asked.seek(0)
    with pictures.as_far_as_it_goes():
        _tell_opened(asked, told, page, is_cut=True)


def _tell_opened(asked: BinaryIO, told: BinaryIO, page: int, *, is_cut: bool) -> None:
    with pictures.opened_from(asked) as picture:
        tiff_pages.turn_to(picture, page)
        facts = metadata.facts_of(picture, asked)
        rows = bands.rows_of(picture, asked)
        if is_cut:
            picture.load()
            pictures.refuse_plain(picture)
            facts["is_cut"] = True
        _tell_rows(told, rows, pictures.turn_of(picture), facts)


def _tell_page(asked: BinaryIO, told: BinaryIO, page: int, scale: float) -> None:
    data = asked.read(MOST_OF_DOCUMENT + 1)
    if len(data) > MOST_OF_DOCUMENT:
        raise pictures.Refused("large")
    facts = documents.look(data)
    made, pages = documents.page(data, page, scale)
    del data
    painted = Image.frombytes("RGBA", (made.width, made.height), made.rgba).convert("RGB")
    _tell_rows(told, bands.WholeRows(painted), None, {**facts, "pages": pages})


def _tell_rows(
    told: BinaryIO,
    rows: bands.Rows,
    turn: Image.Transpose | None,
    facts: dict[str, JsonValue],
) -> None:
    is_sideways, is_reversed, is_mirrored = _TURNED[turn]
    width, height = rows.size
    grid = Grid(height, width) if is_sideways else Grid(width, height)
    told_of = _Teller(told)
    pyramid = Pyramid(grid, told_of.tile, is_sideways=is_sideways)
    is_first = True
    for number, first, end in bands.spans(height, is_reversed=is_reversed):
        band = bands.samples_of(rows.rows(first, end))
        if is_first:
            told_of.picture(grid, band, facts)
            is_first = False
        if is_reversed:
            band = band[::-1]
        if is_mirrored:
            band = band[:, ::-1]
        told_of.range_of(band)
        pyramid.add(number, band)
        told_of.progress(end / height)


class _Teller:
    """Sends what is found, in the order in which it is."""

    def __init__(self, told: BinaryIO) -> None:
        self._told = told
        self._kind = ""
        self._range = (math.inf, -math.inf)

    def picture(self, grid: Grid, band: Samples, facts: dict[str, JsonValue]) -> None:
        """Size and kind of samples."""
        self._kind = f"{band.dtype.kind}{band.dtype.itemsize}"
        told: dict[str, JsonValue] = {
            "picture": facts,
            "width": grid.width,
            "height": grid.height,
            "samples": self._kind,
            "channels": band.shape[2],
        }
        send(self._told, told)

    def tile(self, level: int, column: int, row: int, samples: Samples) -> None:
        """One tile, in the byte order of this computer."""
        send(self._told, {"tile": [level, column, row]}, samples.tobytes())

    def range_of(self, band: Samples) -> None:
        """Take note of the darkest and brightest sample, where not all 8 bits are shown as they are."""
        if self._kind == "u1":
            return
        numbers = band[np.isfinite(band)] if self._kind == "f4" else band
        if numbers.size:
            low, high = self._range
            self._range = min(low, float(numbers.min())), max(high, float(numbers.max()))

    def progress(self, part: float) -> None:
        """How much of the picture has been told."""
        low, high = self._range
        if low > high:
            low, high = 0.0, 255.0
        send(self._told, {"part": part, "low": low, "high": high})


def _peak() -> int:
    """Bytes of memory that were taken at most; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told if sys.platform == "darwin" else told << 10
