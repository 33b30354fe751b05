"""PDF documents, read by PDFium: only ever in the cage.

Forms and scripts are never started, and no page is painted larger than it was asked for.
"""

from __future__ import annotations

import contextlib
import math
import re
import time
from collections.abc import Callable, Generator
from typing import Protocol, cast

import pypdfium2 as pdfium

from casedb.intake.cage.document_packet import packet_of
from casedb.intake.cage.metadata import few, told_in
from casedb.intake.cage.pictures import Box, Made, Refused
from casedb.model.json_value import JsonValue

MARK, WITHIN = b"%PDF-", 1024
"""What a PDF begins with, and in how many bytes (ISO 32000-1, Annex H, 3.4.1)."""

LARGEST_PAGE = 14_400.0
"""Points of a side that a page may have."""

MOST_OF_PAGE = 64_000_000
"""Pixels that a page is painted with."""

_LONGEST = 1_000
_WANTED = (
    "Title",
    "Author",
    "Subject",
    "Keywords",
    "Creator",
    "Producer",
    "CreationDate",
    "ModDate",
)
_LOCKED = "password"


class _Bitmap(Protocol):
    """What PDFium has painted: rows of four bytes a pixel, `stride` bytes from one to the next."""

    width: int
    height: int
    stride: int
    buffer: bytes

    def close(self) -> None: ...


def is_document(data: bytes) -> bool:
    """Whether bytes say that they are a PDF."""
    return MARK in data[:WITHIN]


@contextlib.contextmanager
def _opened(data: bytes) -> Generator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as trouble:
        is_locked = _LOCKED in str(trouble).lower()
        raise Refused("locked" if is_locked else "unreadable") from trouble
    try:
        yield document
    except pdfium.PdfiumError as trouble:
        raise Refused("unreadable") from trouble
    finally:
        document.close()


def thumbnail(data: bytes, width: int) -> Made:
    """A small picture of the first page, on white, at most `width` pixels wide and four times as high.

    Raises Refused.
    """
    with _opened(data) as document:
        if not len(document):
            raise Refused("unreadable")
        made = _painted(document, 0, lambda wide, high: min(width / wide, 4 * width / high))
        # Both are rounded up.
        return Made(*_cut(made.rgba, made.width, made.height, width))


def page(data: bytes, number: int, scale: float) -> tuple[Made, int]:
    """A page, counted from 0, with so many pixels a point, and how many pages there are.

    A large page is painted with fewer pixels, `MOST_OF_PAGE` at most. Raises Refused.
    """
    with _opened(data) as document:
        if not 0 <= number < len(document):
            raise Refused("unreadable")
        made = _painted(
            document,
            number,
            lambda wide, high: min(scale, math.sqrt(MOST_OF_PAGE / (wide * high))),
        )
        return made, len(document)


def crop(
    data: bytes, number: int, box: Box, width: int, height: int, most: float
) -> tuple[Made, int, int]:
    """A part of a page, counted from 0, within so many pixels and with `most` pixels a point at most; and
    how wide and high all of the page is with so many. `box` is left, top, right, bottom in fractions of
    it. Raises Refused."""
    left, top, right, bottom = box
    with _opened(data) as document:
        if not 0 <= number < len(document):
            raise Refused("unreadable")
        whole = [1, 1]

        def scale(wide: float, high: float) -> float:
            whole[:] = max(1, round(wide * most)), max(1, round(high * most))
            wanted = min(width / (wide * (right - left)), height / (high * (bottom - top)))
            return min(wanted, most, math.sqrt(MOST_OF_PAGE / (wide * high)))

        made = _painted(document, number, scale)
    x, y = min(int(left * made.width), made.width - 1), min(int(top * made.height), made.height - 1)
    wide = max(1, min(math.ceil(right * made.width), made.width, x + width) - x)
    high = max(1, min(math.ceil(bottom * made.height), made.height, y + height) - y)
    rows = (4 * ((y + n) * made.width + x) for n in range(high))
    rgba = b"".join(made.rgba[at : at + 4 * wide] for at in rows)
    return Made(wide, high, rgba), whole[0], whole[1]


def _painted(
    document: pdfium.PdfDocument, number: int, scale_of: Callable[[float, float], float]
) -> Made:
    page = document[number]
    wide, high = _size(page.get_size())
    if not (_is_side(wide) and _is_side(high)):
        raise Refused("unreadable")
    render = cast("Callable[..., _Bitmap]", page.render)
    bitmap = render(
        scale=scale_of(wide, high),
        may_draw_forms=False,
        force_bitmap_format=pdfium.raw.FPDFBitmap_BGRA,
        fill_color=(255, 255, 255, 255),
        rev_byteorder=True,
    )
    across, down = bitmap.width, bitmap.height
    rgba = _upright(bytes(bitmap.buffer), across, down, bitmap.stride)
    bitmap.close()
    page.close()
    return Made(across, down, rgba)


def _size(told: object) -> tuple[float, float]:
    wide, high = cast("tuple[float, float]", told)
    return float(wide), float(high)


def _is_side(points: float) -> bool:
    return math.isfinite(points) and 0 < points <= LARGEST_PAGE


def _upright(rows: bytes, width: int, height: int, stride: int) -> bytes:
    """The rows one after the other, without what fills each up."""
    if stride == 4 * width:
        return rows[: 4 * width * height]
    return b"".join(rows[n * stride : n * stride + 4 * width] for n in range(height))


def _cut(rgba: bytes, width: int, height: int, most: int) -> tuple[int, int, bytes]:
    """No more columns and rows than were asked for."""
    wide, high = min(width, most), min(height, 4 * most)
    if wide < width:
        rgba = b"".join(rgba[4 * n * width : 4 * (n * width + wide)] for n in range(high))
    return wide, high, rgba[: 4 * wide * high]


def look(data: bytes) -> dict[str, JsonValue]:
    """What a document says of itself: `format` (PDF), `pages`, `width` and `height` of the first page
    in points, and `tags` as pictures have them, of the parts PDF and XMP. Raises Refused."""
    with _opened(data) as document:
        pages = len(document)
        told: dict[str, JsonValue] = {"format": "PDF", "pages": pages}
        if pages:
            wide, high = _size(document.get_page_size(0))
            if _is_side(wide) and _is_side(high):
                told |= {"width": round(wide, 2), "height": round(high, 2)}
        tags: list[tuple[str, str, str]] = []
        for name in _WANTED:
            text = document.get_metadata_value(name).strip()
            if text:
                tags.append(("PDF", name, text[:_LONGEST]))
        told["tags"] = list(few([*tags, *told_in(packet_of(data))]))
        return told


def words(
    data: bytes, longest: int, most: int, seconds: float
) -> tuple[list[tuple[int, str]], bool]:
    """The text of every page that has any, with its number from 1, and whether some was left out.

    Of a page `longest` characters are kept, of all `most`, and what can be read in so many `seconds`.
    Raises Refused.
    """
    found: list[tuple[int, str]] = []
    is_cut, end = False, time.monotonic() + seconds
    with _opened(data) as document:
        for number in range(len(document)):
            if most <= 0 or time.monotonic() > end:
                return found, True
            text = ""
            # A page that cannot be read keeps no other from being found.
            with contextlib.suppress(pdfium.PdfiumError):
                text = _text_of(document, number)
            kept = text[: min(longest, most)]
            is_cut = is_cut or len(kept) < len(text)
            most -= len(kept)
            if kept:
                found.append((number + 1, kept))
    return found, is_cut


def _text_of(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        read = page.get_textpage()
        text = read.get_text_range()
        read.close()
    finally:
        page.close()
    text = _HYPHEN.sub("", text).replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return "\n".join(filter(None, map(str.strip, text.splitlines())))


_HYPHEN = re.compile(r"[\ufffe\x02](?:\r?\n)?")
"""What PDFium puts where a word is parted at the end of a line."""


def warm_up() -> None:
    """Paint a page and read its text, so that nothing is imported or opened for the first."""
    with contextlib.suppress(Refused):
        thumbnail(_EMPTY, 8)
        look(_EMPTY)
        words(_EMPTY, 8, 8, 1.0)


_EMPTY = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1"
    b">>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n"
    b"4 0 obj<</Title(A)>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF"
)
"""A document of one empty page."""
