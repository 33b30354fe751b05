"""Posters: a board on as many sheets of paper as it takes, to be cut and joined.

Neighbours overlap, and each says which it is; what the signs mean, the sources and the caption lie on
sheets of their own at the end.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from caseboard.board.below import Band
from caseboard.board.camera import View
from caseboard.board.snapshot import BoardLeaf
from caseboard.leaf import DOTS_PER_INCH, HEAD_DIGITS, Steps, Strip, plain_fount
from caseboard.leaf_checks import check_pdf
from caseboard.leaf_files import drawing_to, painter_on, pdf_writer
from caseboard.leaf_words import dated
from caseboard.lettering import set_lines
from casedb.errors import ExportRefused
from casedb.exchange.output import finished
from casedb.model.geometry import Rect
from casedb.words import say

MILLIMETRE = DOTS_PER_INCH / 25.4
EDGE, OVERLAP = 10 * MILLIMETRE, 10 * MILLIMETRE
LABEL = 22.0
TICK = 12.0
MOST_PAGES = 500
LITTLE = 0.15
"""A last row of sheets that would show less than this part of a sheet is done without."""
_SIZES: Mapping[str, QPageSize.PageSizeId] = MappingProxyType(
    {
        "A4": QPageSize.PageSizeId.A4,
        "A3": QPageSize.PageSizeId.A3,
        "A2": QPageSize.PageSizeId.A2,
        "A1": QPageSize.PageSizeId.A1,
        "A0": QPageSize.PageSizeId.A0,
        "Letter": QPageSize.PageSizeId.Letter,
        "Legal": QPageSize.PageSizeId.Legal,
        "Tabloid": QPageSize.PageSizeId.Tabloid,
    }
)


@dataclass(frozen=True, slots=True)
class Poster:
    """How a board is laid on sheets: their room in units of paper (96 to the inch) and how many units of
    paper a board unit has; so many columns and rows of them."""

    paper: str
    is_wide: bool
    room_x: float
    room_y: float
    scale: float
    columns: int
    rows: int

    @property
    def sheets(self) -> int:
        """How many sheets the board takes."""
        return self.columns * self.rows

    def part(self, area: Rect, column: int, row: int) -> Rect:
        """The part of a board that a sheet shows, in board units."""
        x = area.x + column * (self.room_x - OVERLAP) / self.scale
        y = area.y + row * (self.room_y - OVERLAP) / self.scale
        right = min(area.right, x + self.room_x / self.scale)
        bottom = min(area.bottom, y + self.room_y / self.scale)
        return Rect(x, y, right - x, bottom - y)


def plan_poster(area: Rect, paper: str, across: int = 0) -> Poster:
    """Lay an area of a board on sheets, so many side by side or, for 0, in its natural size. Raises
    ExportRefused where these would be too many."""
    wide = _plan(area, paper, across, is_wide=True)
    high = _plan(area, paper, across, is_wide=False)
    chosen = wide if wide.sheets < high.sheets else high
    if chosen.sheets > MOST_PAGES:
        raise ExportRefused(
            say(
                "The poster would take {n} sheets, and {most} are the most, so none was made. Choose "
                "larger paper, or how many are to lie side by side.",
                n=chosen.sheets,
                most=MOST_PAGES,
            )
        )
    return chosen


def _plan(area: Rect, paper: str, across: int, *, is_wide: bool) -> Poster:
    size = QPageSize(_SIZES[paper]).size(QPageSize.Unit.Point)
    short, long = (each * DOTS_PER_INCH / 72 for each in (size.width(), size.height()))
    width, height = (long, short) if is_wide else (short, long)
    room_x, room_y = width - 2 * EDGE, height - 2 * EDGE - LABEL
    scale = (room_x + (across - 1) * (room_x - OVERLAP)) / area.w if across else 1.0
    columns = across or _sheets(area.w, room_x)
    rows = _sheets(area.h * scale, room_y)
    without_last = room_y + (rows - 2) * (room_y - OVERLAP)
    if rows > 1 and area.h * scale - without_last < LITTLE * room_y:
        # A little smaller, and no row of sheets has next to nothing on it.
        scale, rows = without_last / area.h, rows - 1
        columns = _sheets(area.w * scale, room_x)
    return Poster(paper, is_wide, room_x, room_y, scale, columns, rows)


def _sheets(length: float, room: float) -> int:
    return 1 + max(0, math.ceil((length - room) / (room - OVERLAP) - 1e-6))


def writing_poster(leaf: BoardLeaf, path: Path) -> Steps:
    """Write a board as a PDF of several pages, in steps. Raises ExportRefused."""
    poster = plan_poster(leaf.area, leaf.picture.poster, leaf.picture.across)
    with finished(path, check_pdf) as temporary:
        with drawing_to(temporary) as drawn:
            writer = pdf_writer(drawn, leaf)
            _set_paper(writer, poster)
            with painter_on(writer, path) as painter:
                done = 0
                for row in range(poster.rows):
                    for column in range(poster.columns):
                        if done:
                            writer.newPage()
                        for part in _painting_sheet(leaf, poster, painter, column, row):
                            yield 0.97 * (done + part) / poster.sheets
                        done += 1
                _paint_end(leaf, poster, painter, writer)
        dated(temporary, leaf.caption.at)
        yield 0.97


def _set_paper(writer: QPdfWriter, poster: Poster) -> None:
    # Qt turns a page by itself, and rounds it then: a size of our own is the same for all.
    size = QPageSize(_SIZES[poster.paper]).size(QPageSize.Unit.Point)
    if poster.is_wide:
        size.transpose()
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize.Unit.Point, "", exact))
    writer.setPageOrientation(QPageLayout.Orientation.Portrait)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _painting_sheet(
    leaf: BoardLeaf, poster: Poster, painter: QPainter, column: int, row: int
) -> Steps:
    part = poster.part(leaf.area, column, row)
    room = QRectF(EDGE, EDGE, part.w * poster.scale, part.h * poster.scale)
    left, top = math.floor(part.x), math.floor(part.y)
    view = View(left, top, math.ceil(part.right) - left, math.ceil(part.bottom) - top, 1.0)
    painter.save()
    painter.setClipRect(room)
    if not leaf.is_clear:
        painter.fillRect(room, leaf.theme.colour("bg"))
    painter.translate(EDGE + (left - part.x) * poster.scale, EDGE + (top - part.y) * poster.scale)
    painter.scale(poster.scale, poster.scale)
    try:
        # The whole of a card that is cut is on its neighbours, so nothing of it has to be hidden.
        yield from leaf.painting_board(painter, view, is_cut=False)
    finally:
        painter.restore()
    _paint_ticks(leaf, painter, room)
    place = say(
        "Row {row} of {rows}, column {column} of {columns}",
        row=row + 1,
        rows=poster.rows,
        column=column + 1,
        columns=poster.columns,
    )
    _paint_label(leaf, poster, painter, place)


def _paint_ticks(leaf: BoardLeaf, painter: QPainter, room: QRectF) -> None:
    """Where a sheet is to be cut: short lines beside the corners of what it shows."""
    painter.setPen(QPen(leaf.theme.colour("bd2"), 0.5, Qt.PenStyle.SolidLine))
    for x, outward in ((room.left(), -1), (room.right(), 1)):
        for y, downward in ((room.top(), -1), (room.bottom(), 1)):
            painter.drawLine(_line(x + 3 * outward, y, TICK * outward, 0))
            painter.drawLine(_line(x, y + 3 * downward, 0, TICK * downward))


def _line(x: float, y: float, dx: float, dy: float) -> QLineF:
    return QLineF(x, y, x + dx, y + dy)


def _paint_label(leaf: BoardLeaf, poster: Poster, painter: QPainter, place: str) -> None:
    caption = leaf.caption
    told = (
        place,
        caption.title,
        say("journal #{number}", number=str(caption.journal)),
        say("head {hash}", hash=caption.head[:HEAD_DIGITS]) if caption.head else "",
    )
    words = " · ".join(filter(None, told))
    text = set_lines(words, plain_fount("tiny"), poster.room_x - 40)
    top = EDGE + poster.room_y + LABEL - text.height + EDGE / 4
    # Paper is white, whatever the theme.
    text.paint(painter, EDGE + 20 - text.start, top, leaf.ink)


def _paint_end(leaf: BoardLeaf, poster: Poster, painter: QPainter, writer: QPdfWriter) -> None:
    """What stands below a board, on sheets of its own."""
    strip = Strip(leaf.caption, leaf.theme, poster.room_x)
    bands = [*leaf.bands_across(poster.room_x), Band(strip.height, strip.paint)]
    at = poster.room_y
    for band in bands:
        if at + band.height > poster.room_y:
            writer.newPage()
            box = QRectF(EDGE, EDGE, poster.room_x, poster.room_y)
            painter.fillRect(box, leaf.theme.colour("surf"))
            _paint_label(leaf, poster, painter, say("Last page"))
            at = 0.0
        painter.save()
        painter.translate(EDGE, EDGE)
        band.paint(painter, at)
        painter.restore()
        at += band.height
