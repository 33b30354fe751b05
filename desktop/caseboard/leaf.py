"""A leaf: something drawn, with a strip at its foot, written into a picture or onto a page.

It is painted afresh from the case, by the painters of the screen. The strip says what is shown, as of
which journal entry, so that it can be checked against the case later.
"""

from __future__ import annotations

import math
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, QUuid
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from caseboard.lettering import Fount, fount, set_lines
from caseboard.theme import Theme, board_space, tokens
from casedb.errors import ExportRefused
from casedb.exchange.output import finished
from casedb.words import say

MARGIN = 40.0
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 4.0
MOST_PIXELS_A_SIDE = 32_767
MOST_BYTES = 1 << 30
MOST_POINTS = 14_400.0
"""The longest side of a page that readers of PDF must accept, in points."""
DOTS_PER_INCH = 96
LONGEST_TITLE = 120
"""Characters of the title of a case in a caption."""
HEAD_DIGITS = 16
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Caption:
    """What the strip at the foot says; `part` is the title of what is shown of the case.

    `at` is when it was made, in ISO 8601 and UTC; `journal` and `head` are the number and the hash
    of the newest journal entry, `links` is None where none are drawn; `hidden` says in words what the picture leaves out, `limits` what the
    items in it do not show.
    """

    case_title: str
    part: str
    at: str
    items: int
    links: int | None
    journal: int
    head: str
    version: str
    hidden: str = ""
    limits: str = ""

    @property
    def title(self) -> str:
        """The first line; a long title of the case makes room for that of its part."""
        whole = self.case_title
        case = whole if len(whole) <= LONGEST_TITLE else f"{whole[: LONGEST_TITLE - 1].rstrip()}…"
        return " · ".join(filter(None, (case, self.part)))

    @property
    def facts(self) -> str:
        """The second line."""
        moment = self.at[:10]
        if len(self.at) >= 16:
            moment = say("{date} {time} UTC", date=moment, time=self.at[11:16])
        told = (
            moment,
            say("{n} item", "{n} items", n=self.items),
            say("{n} link", "{n} links", n=self.links) if self.links is not None else "",
            self.hidden,
            say("journal #{number}", number=str(self.journal)),
            say("head {hash}", hash=self.head[:HEAD_DIGITS]) if self.head else "",
            say("Made with Caseboard {version}", version=self.version),
        )
        return " · ".join(filter(None, told))


class Leaf(Protocol):
    """Something drawn that can be written: `width` and `height` in units, at scale 1 pixels."""

    width: float
    height: float
    caption: Caption
    identity: str
    """Tells one leaf from others: the same leaf as of the same journal entry is the same page."""

    def paint_pixels(self, painter: QPainter, scale: float) -> None:
        """Paint with a painter that counts pixels, so many to the unit."""
        ...

    def paint_vectors(self, painter: QPainter) -> None:
        """Paint with a painter that counts units."""
        ...


def write_png(leaf: Leaf, path: Path, *, scale: float = 2.0) -> None:
    """Write a leaf as a PNG of `scale` (1 to 4) pixels to the unit.

    The same leaf gives the same pixels. Raises ExportRefused where the image would be too large
    or cannot be written; what stood under the name before is kept then.
    """
    if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
        raise ExportRefused(
            say(
                "A picture can have 1 to 4 pixels a unit, not {scale}, so none was made.",
                scale=f"{scale:g}",
            )
        )
    width, height = math.ceil(leaf.width * scale), math.ceil(leaf.height * scale)
    _refuse_if_too_large(width, height)
    with finished(path, lambda written: _check_png(written, width, height)) as temporary:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        if image.isNull():
            raise ExportRefused(
                say(
                    "There is not enough memory for a picture of {width} by {height} pixels, so "
                    "none was made. Choose a smaller scale, or export it as PDF or SVG.",
                    width=width,
                    height=height,
                )
            )
        image.setDotsPerMeterX(round(DOTS_PER_INCH * scale / 0.0254))
        image.setDotsPerMeterY(round(DOTS_PER_INCH * scale / 0.0254))
        painter = QPainter(image)
        leaf.paint_pixels(painter, scale)
        painter.end()
        drawn = _in_memory()
        if not QImageWriter(drawn, QByteArray(b"png")).write(image):
            raise _undrawn(path)
        temporary.write_bytes(drawn.data().data())


def write_pdf(leaf: Leaf, path: Path) -> None:
    """Write a leaf as one PDF page of vectors and text, 96 units to the inch.

    Leaves too large for a page are shrunk to it. Raises ExportRefused where it cannot be written.
    """
    with finished(path, _check_pdf) as temporary:
        identity = QUuid.createUuidV5(QUuid(), f"{leaf.identity} {leaf.caption.head}".encode())
        drawn = _in_memory()
        if not _draw_pdf(leaf, drawn, identity):
            raise _undrawn(path)
        # Qt knows only the clock of the machine: the page says when the export was asked for.
        temporary.write_bytes(_dated(bytes(drawn.data().data()), leaf.caption.at))


def _draw_pdf(leaf: Leaf, drawn: QBuffer, identity: QUuid) -> bool:
    points, caption = 72 / DOTS_PER_INCH, leaf.caption
    shrink = min(1.0, MOST_POINTS / (max(leaf.width, leaf.height) * points))
    writer = QPdfWriter(drawn)
    size = QSizeF(leaf.width * points * shrink, leaf.height * points * shrink)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(caption.title)
    writer.setCreator(f"Caseboard {caption.version}")
    writer.setDocumentId(identity)
    writer.setDocumentXmpMetadata(QByteArray(_metadata(caption).encode()))
    painter = QPainter()
    if not painter.begin(writer):
        return False
    painter.scale(shrink, shrink)
    leaf.paint_vectors(painter)
    return painter.end()


def write_svg(leaf: Leaf, path: Path) -> None:
    """Write a leaf as SVG: vectors, text as text in the reader's fonts.

    Raises ExportRefused where it cannot be written.
    """
    with finished(path, _check_svg) as temporary:
        drawn = _in_memory()
        if not _draw_svg(leaf, drawn):
            raise _undrawn(path)
        temporary.write_bytes(drawn.data().data())


def _draw_svg(leaf: Leaf, drawn: QBuffer) -> bool:
    generator, caption = QSvgGenerator(), leaf.caption
    generator.setOutputDevice(drawn)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(QSize(math.ceil(leaf.width), math.ceil(leaf.height)))
    generator.setViewBox(QRectF(0, 0, leaf.width, leaf.height))
    generator.setTitle(caption.title)
    generator.setDescription("\n".join(filter(None, (caption.facts, caption.limits))))
    painter = QPainter()
    if not painter.begin(generator):
        return False
    leaf.paint_vectors(painter)
    return painter.end()


def _in_memory() -> QBuffer:
    """Where Qt draws to: writing to a disk, it does not tell why the disk refuses."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    return drawn


class Strip:
    """The strip at the foot: a rule, the title, the facts."""

    def __init__(self, caption: Caption, theme: Theme, width: float) -> None:
        self._theme = theme
        self._width = width
        room = max(1.0, width - 2 * MARGIN)
        self._title = set_lines(caption.title, plain_fount("body", semibold=True), room, 2)
        self._facts = set_lines(caption.facts, plain_fount("tiny"), room, MOST_LINES)
        self._limits = (
            set_lines(caption.limits, plain_fount("tiny"), room, MOST_LINES)
            if caption.limits
            else None
        )
        high = self._title.height + self._facts.height + 2 * board_space("m") + 2
        self.height = math.ceil(high + (self._limits.height + 2 if self._limits else 0))

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint it below `top`."""
        painter.fillRect(QRectF(0, top, self._width, self.height + 1), self._theme.colour("surf"))
        painter.fillRect(QRectF(0, top, self._width, 1), self._theme.colour("bd"))
        top += board_space("m")
        self._title.paint(painter, MARGIN - self._title.start, top, self._theme.colour("tx"))
        top += self._title.height + 2
        self._facts.paint(painter, MARGIN, top, self._theme.colour("tx2"))
        if self._limits is not None:
            top += self._facts.height + 2
            self._limits.paint(painter, MARGIN, top, self._theme.colour("tx2"))


def plain_fount(step: str, *, semibold: bool = False) -> Fount:
    """The interface font in one of the sizes of the tokens, in units."""
    return fount(tokens().type_scale[step], semibold=semibold)


# -- refusing and checking -----------------------------------------------------------------


def _refuse_if_too_large(width: int, height: int) -> None:
    if max(width, height) > MOST_PIXELS_A_SIDE or width * height * 4 > MOST_BYTES:
        raise ExportRefused(
            say(
                "The picture would have {width} by {height} pixels, and {side} a side and "
                "{millions} million in all are the most, so none was made. Choose a smaller scale "
                "or a part of the board, or export it as PDF or SVG.",
                width=width,
                height=height,
                side=MOST_PIXELS_A_SIDE,
                millions=MOST_BYTES // 4 // 1_000_000,
            )
        )


def _undrawn(path: Path) -> ExportRefused:
    return ExportRefused(
        say(
            "“{file}” could not be drawn, and what was there before is kept. "
            "Close other programs to free memory, or export in another form.",
            file=path.name,
        )
    )


def _unsound(kind: str) -> ExportRefused:
    return ExportRefused(
        say(
            "The {kind} was written but could not be read back, so it was thrown away and what was "
            "there before is kept. Make room on the disk and export again.",
            kind=kind,
        )
    )


@contextmanager
def _any_size() -> Generator[None, None, None]:
    """Let Qt read pictures of any size for a moment; they are our own."""
    limit = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(0)
    try:
        yield
    finally:
        QImageReader.setAllocationLimit(limit)


def _check_png(path: Path, width: int, height: int) -> None:
    with _any_size():
        reader = QImageReader(str(path), QByteArray(b"png"))
        image = reader.read()
    if image.isNull() or (image.width(), image.height()) != (width, height):
        raise _unsound(say("picture"))


def _check_pdf(path: Path) -> None:
    with path.open("rb") as file:
        begin = file.read(5)
        file.seek(-16, 2)
        end = file.read()
    if begin != b"%PDF-" or not end.rstrip().endswith(b"%%EOF"):
        raise _unsound("PDF")


def _check_svg(path: Path) -> None:
    try:
        ElementTree.parse(path)
    except ElementTree.ParseError as trouble:
        raise _unsound("SVG") from trouble
    if not QSvgRenderer(str(path)).isValid():
        raise _unsound("SVG")


# -- what a PDF says about itself ----------------------------------------------------------


def _metadata(caption: Caption) -> str:
    """The XMP packet of a page (ISO 16684-1): its title, when and with what it was made."""
    moment = f"{caption.at[:19]}Z" if len(caption.at) >= 19 else caption.at[:10]
    tool = escape(f"Caseboard {caption.version}")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        "<dc:title><rdf:Alt>"
        f'<rdf:li xml:lang="x-default">{escape(caption.title)}</rdf:li>'
        "</rdf:Alt></dc:title>"
        f"<xmp:CreatorTool>{tool}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{moment}</xmp:CreateDate>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def _dated(pdf: bytes, at: str) -> bytes:
    """The file with its dates replaced by others of the same length, so that its index holds."""
    digits = "".join(letter for letter in at if letter.isdigit())[:14].ljust(14, "0").encode()

    def replace(match: re.Match[bytes]) -> bytes:
        return match[1] + digits + re.sub(rb"[1-9]", b"0", match[2]) + b")"

    return re.sub(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}([^)]*)\)", replace, pdf)
