"""Leaves written into files: as pixels in tiles, as a drawing, as a page.

Each is written under a name of its own, read again, and only then takes the place of what was there. All
of it is done in steps, so that it can be called off between any two of them.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    QUuid,
)
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from caseboard.board.painting import brush_on
from caseboard.leaf import DOTS_PER_INCH, Leaf, Steps
from caseboard.leaf_checks import (
    check_jpeg,
    check_pdf,
    check_png,
    check_svg,
    refuse_large_jpeg,
    refuse_large_png,
    undrawn,
)
from caseboard.leaf_words import dated, manifest_of, metadata_of, with_metadata
from caseboard.picture import check_scale
from caseboard.png_stream import Pixels, PngStream
from casedb.errors import ExportRefused
from casedb.exchange.output import finished
from casedb.words import say

BAND_BYTES = 32 << 20
WIDEST_TILE, HIGHEST_BAND = 2_048, 512
BLEED = 4
"""How much more is painted around a tile and cut off: Qt rounds thin lines where it clips them."""
JPEG_QUALITY = 92
MOST_POINTS = 14_400.0
"""The longest side of a page that readers of PDF must accept, in points."""
_SOON = 0.97
"""The part of the work that is done when all is drawn and only looked at once more."""


def write_png(leaf: Leaf, path: Path, *, scale: float = 2.0) -> None:
    """Write a leaf as a PNG of `scale` (1 to 8) pixels to the unit.

    The same leaf gives the same file. Raises ExportRefused where the image would be too large
    or cannot be written; what stood under the name before is kept then.
    """
    check_scale(scale)
    _finish(writing_png(leaf, path, scale))


def write_jpeg(leaf: Leaf, path: Path, *, scale: float = 2.0) -> None:
    """Write a leaf as a JPEG; everything else is as with `write_png`."""
    check_scale(scale)
    _finish(writing_jpeg(leaf, path, scale))


def write_pdf(leaf: Leaf, path: Path) -> None:
    """Write a leaf as one PDF page of vectors and text, 96 units to the inch.

    Leaves too large for a page are shrunk to it. Raises ExportRefused where it cannot be written.
    """
    _finish(writing_pdf(leaf, path))


def write_svg(leaf: Leaf, path: Path) -> None:
    """Write a leaf as SVG: vectors, text as text in the reader's fonts.

    Raises ExportRefused where it cannot be written.
    """
    _finish(writing_svg(leaf, path))


def _finish(steps: Steps) -> None:
    for _ in steps:
        pass


# -- pixels --------------------------------------------------------------------------------


def writing_png(leaf: Leaf, path: Path, scale: float) -> Steps:
    """Write a leaf as a PNG in steps, a band of rows at a time. Raises ExportRefused."""
    width, height = leaf.size(scale)
    refuse_large_png(width, height)
    with finished(path, lambda written: check_png(written, width, height)) as temporary:
        with temporary.open("wb") as file:
            texts = (
                ("Title", leaf.caption.title),
                ("Description", leaf.caption.facts),
                ("Software", f"Caseboard {leaf.caption.version}"),
                ("Creation Time", leaf.caption.at),
                ("caseboard-manifest", manifest_of(leaf, scale)),
            )
            stream = PngStream(
                file,
                width,
                height,
                is_clear=leaf.is_clear,
                dots_a_metre=_dots_a_metre(scale),
                texts=texts,
            )
            high = band_height(width, height)
            for top in range(0, height, high):
                band = QRect(0, top, width, min(high, height - top))
                rows = np.empty((band.height(), width, 4 if leaf.is_clear else 3), dtype=np.uint8)
                for tile in _tiles_of(band):
                    rows[:, tile.left() : tile.right() + 1] = _pixels_of(leaf, scale, tile)
                    yield _SOON * (top + band.height() * (tile.right() + 1) / width) / height
                stream.write(rows)
            stream.end()
        yield _SOON


def writing_jpeg(leaf: Leaf, path: Path, scale: float) -> Steps:
    """Write a leaf as a JPEG in steps; all of its pixels are in memory at once. Raises ExportRefused."""
    width, height = leaf.size(scale)
    refuse_large_jpeg(width, height)
    with finished(path, lambda written: check_jpeg(written, width, height)) as temporary:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        if image.isNull():
            raise ExportRefused(
                say(
                    "There is not enough memory for a picture of {width} by {height} pixels, so "
                    "none was made. Choose a smaller scale, or export it as PNG, SVG or PDF.",
                    width=width,
                    height=height,
                )
            )
        image.setDotsPerMeterX(_dots_a_metre(scale))
        image.setDotsPerMeterY(_dots_a_metre(scale))
        high = band_height(width, height)
        for top in range(0, height, high):
            for tile in _tiles_of(QRect(0, top, width, min(high, height - top))):
                with brush_on(image) as painter:
                    painter.drawImage(tile.topLeft(), _painted(leaf, scale, tile))
                yield _SOON * tile.bottom() / height
        drawn = _in_memory()
        writer = QImageWriter(drawn, QByteArray(b"jpeg"))
        writer.setQuality(JPEG_QUALITY)
        writer.setOptimizedWrite(True)
        if not writer.write(image):
            raise undrawn(path)
        del image
        temporary.write_bytes(with_metadata(bytes(drawn.data().data()), leaf, scale))
        yield _SOON


def band_height(width: int, height: int) -> int:
    """How many rows of a picture are painted at a time."""
    return max(1, min(height, HIGHEST_BAND, BAND_BYTES // (4 * width)))


def _tiles_of(band: QRect) -> Iterator[QRect]:
    for left in range(0, band.width(), WIDEST_TILE):
        wide = min(WIDEST_TILE, band.width() - left)
        yield QRect(left, band.top(), wide, band.height())


def _painted(leaf: Leaf, scale: float, tile: QRect) -> QImage:
    """A tile of a leaf."""
    around = tile.adjusted(-BLEED, -BLEED, BLEED, BLEED)
    clear = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(around.size(), clear if leaf.is_clear else QImage.Format.Format_RGB32)
    image.fill(0)
    with brush_on(image) as painter:
        leaf.paint_pixels(painter, scale, around)
    return image.copy(BLEED, BLEED, tile.width(), tile.height())


def _pixels_of(leaf: Leaf, scale: float, tile: QRect) -> Pixels:
    """The pixels of a tile [rows, columns, 3 or 4]."""
    form = QImage.Format.Format_RGBA8888 if leaf.is_clear else QImage.Format.Format_RGB888
    image = _painted(leaf, scale, tile).convertToFormat(form)
    channels = 4 if leaf.is_clear else 3
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    lines = flat.reshape(image.height(), image.bytesPerLine())[:, : image.width() * channels]
    return lines.reshape(image.height(), image.width(), channels).copy()


def _dots_a_metre(scale: float) -> int:
    return round(DOTS_PER_INCH * scale / 0.0254)


# -- drawings and pages --------------------------------------------------------------------


@contextmanager
def drawing_to(path: Path) -> Generator[QBuffer, None, None]:
    """Where Qt draws what goes into a file then: writing to a disk, it does not keep why that refuses."""
    drawn = _in_memory()
    yield drawn
    path.write_bytes(drawn.data().data())


def shrinking(width: float, height: float) -> float:
    """By how much something of a size in units is scaled for one page; 1 where it has room there."""
    return min(1.0, MOST_POINTS / (max(width, height) * 72 / DOTS_PER_INCH))


def writing_pdf(leaf: Leaf, path: Path) -> Steps:
    """Write a leaf as one PDF page in steps. Raises ExportRefused."""
    with finished(path, check_pdf) as temporary:
        with drawing_to(temporary) as drawn:
            shrink = shrinking(leaf.width, leaf.height)
            points = 72 / DOTS_PER_INCH * shrink
            writer = pdf_writer(drawn, leaf)
            size = QSizeF(leaf.width * points, leaf.height * points)
            exact = QPageSize.SizeMatchPolicy.ExactMatch
            writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
            writer.setPageMargins(QMarginsF(0, 0, 0, 0))
            with painter_on(writer, path) as painter:
                painter.scale(shrink, shrink)
                for part in leaf.painting_vectors(painter):
                    yield _SOON * part
        # Qt knows only the clock of the machine: the page says when the export was asked for.
        dated(temporary, leaf.caption.at)
        yield _SOON


def pdf_writer(device: QIODevice, leaf: Leaf) -> QPdfWriter:
    """What writes the pages of a leaf, and tells what it says of itself."""
    writer = QPdfWriter(device)
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(leaf.caption.title)
    writer.setCreator(f"Caseboard {leaf.caption.version}")
    identity = f"{leaf.identity} {leaf.caption.head}".encode()
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), identity))
    writer.setDocumentXmpMetadata(QByteArray(metadata_of(leaf, 1.0).encode()))
    return writer


def writing_svg(leaf: Leaf, path: Path) -> Steps:
    """Write a leaf as SVG in steps. Raises ExportRefused."""
    with finished(path, check_svg) as temporary:
        with drawing_to(temporary) as drawn:
            generator, caption = QSvgGenerator(), leaf.caption
            generator.setOutputDevice(drawn)
            generator.setResolution(DOTS_PER_INCH)
            generator.setSize(QSize(math.ceil(leaf.width), math.ceil(leaf.height)))
            generator.setViewBox(QRectF(0, 0, leaf.width, leaf.height))
            generator.setTitle(caption.title)
            generator.setDescription("\n".join(filter(None, (caption.facts, caption.limits))))
            with painter_on(generator, path) as painter:
                for part in leaf.painting_vectors(painter):
                    yield _SOON * part
        yield _SOON


@contextmanager
def painter_on(target: QPdfWriter | QSvgGenerator, path: Path) -> Generator[QPainter, None, None]:
    """A painter of what is to be a file. Raises ExportRefused where it cannot paint."""
    painter = QPainter()
    if not painter.begin(target):
        raise undrawn(path)
    try:
        yield painter
    finally:
        is_whole = painter.end()
    if not is_whole:
        raise undrawn(path)


def _in_memory() -> QBuffer:
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    return drawn
