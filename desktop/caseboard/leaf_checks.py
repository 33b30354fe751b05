"""What is too large to be written, and whether what was written is whole."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer

from caseboard.png_stream import is_sound_png
from casedb.errors import ExportRefused
from casedb.words import say

MOST_PIXELS_A_SIDE = 200_000
MOST_PIXELS = 4_000_000_000
"""Pixels of a PNG in all: it is made in bands, so that they need no memory."""
MOST_JPEG_SIDE = 65_500
MOST_JPEG_BYTES = 1 << 30
"""What the pixels of a JPEG may take in memory: it is made in one piece."""
PIECE = 16 << 20
MOST_DRAWN_AGAIN = 8 << 20
"""Bytes of a drawing up to which it is also drawn from the file before it takes its place."""


def refuse_large_png(width: int, height: int) -> None:
    """Raise ExportRefused where a PNG would be larger than other programs take it."""
    if max(width, height) > MOST_PIXELS_A_SIDE or width * height > MOST_PIXELS:
        raise ExportRefused(
            say(
                "The picture would have {width} by {height} pixels, and {side} a side and "
                "{millions} million in all are the most, so none was made. Choose a smaller scale "
                "or a part of the board, or export it as PDF or SVG.",
                width=width,
                height=height,
                side=MOST_PIXELS_A_SIDE,
                millions=MOST_PIXELS // 1_000_000,
            )
        )


def refuse_large_jpeg(width: int, height: int) -> None:
    """Raise ExportRefused where a JPEG cannot be so large, or needs more memory than there may be."""
    if max(width, height) > MOST_JPEG_SIDE:
        raise ExportRefused(
            say(
                "The picture would have {width} by {height} pixels, and a JPEG has {side} a side at "
                "the most, so none was made. Choose PNG or PDF, a smaller scale or a part of the board.",
                width=width,
                height=height,
                side=MOST_JPEG_SIDE,
            )
        )
    if width * height * 4 > MOST_JPEG_BYTES:
        raise ExportRefused(
            say(
                "A JPEG of {width} by {height} pixels would need {needed} MB of memory, and {most} MB "
                "are the most, so none was made. Choose PNG, which is made in parts, or a smaller scale.",
                width=width,
                height=height,
                needed=width * height * 4 >> 20,
                most=MOST_JPEG_BYTES >> 20,
            )
        )


def undrawn(path: Path) -> ExportRefused:
    """The error for what Qt could not draw."""
    return ExportRefused(
        say(
            "“{file}” could not be drawn, and what was there before is kept. "
            "Close other programs to free memory, or export in another form.",
            file=path.name,
        )
    )


def unsound(kind: str) -> ExportRefused:
    """The error for what was written and cannot be read."""
    return ExportRefused(
        say(
            "The {kind} was written but could not be read back, so it was thrown away and what was "
            "there before is kept. Make room on the disk and export again.",
            kind=kind,
        )
    )


def check_png(path: Path, width: int, height: int) -> None:
    """Raise ExportRefused where a file is no whole PNG of a size."""
    if not is_sound_png(path, width, height):
        raise unsound(say("picture"))


def check_jpeg(path: Path, width: int, height: int) -> None:
    """Raise ExportRefused where a file is no whole JPEG of a size."""
    with path.open("rb") as file:
        file.seek(-2, 2)
        is_ended = file.read() == b"\xff\xd9"
    if not is_ended:
        raise unsound(say("picture"))
    with _any_size():
        reader = QImageReader(str(path), QByteArray(b"jpeg"))
        size = reader.size()
        # An eighth of its size, which needs little memory.
        reader.setScaledSize(QSize(max(1, width // 8), max(1, height // 8)))
        if size != QSize(width, height) or reader.read().isNull():
            raise unsound(say("picture"))


@contextmanager
def _any_size() -> Generator[None, None, None]:
    """Let Qt read pictures of any size for a moment; they are our own."""
    limit = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(0)
    try:
        yield
    finally:
        QImageReader.setAllocationLimit(limit)


def check_pdf(path: Path) -> None:
    """Raise ExportRefused where a PDF has no head, no end, or an index that is not where it says."""
    with path.open("rb") as file:
        begin = file.read(5)
        file.seek(0, 2)
        size = file.tell()
        file.seek(max(0, size - 64))
        told = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", file.read())
        file.seek(min(size, int(told[1])) if told is not None else 0)
        if begin != b"%PDF-" or told is None or file.read(4) != b"xref":
            raise unsound("PDF")


def check_svg(path: Path) -> None:
    """Raise ExportRefused where a file is no SVG that can be drawn."""
    parser = expat.ParserCreate()
    try:
        with path.open("rb") as file:
            # Much at a time: a picture is one long word, which is read anew with every piece of it.
            while piece := file.read(PIECE):
                parser.Parse(piece)
            parser.Parse(b"", True)
    except expat.ExpatError as trouble:
        raise unsound("SVG") from trouble
    if path.stat().st_size <= MOST_DRAWN_AGAIN and not QSvgRenderer(str(path)).isValid():
        raise unsound("SVG")
