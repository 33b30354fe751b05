"""What the palette lists: headings and offers, and how they are painted."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QWidget,
)

from caseboard import theme as look
from caseboard.headed_rows import HeadedDelegate, HeadedRows
from caseboard.mirror import mirrored
from caseboard.offers import Offer, Row
from caseboard.row_list import RowList
from caseboard.row_paint import paint_line
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

WIDTH, NARROWEST = 640, 320
MOST_ROWS = 13
_HEIGHT = 32
_ICON, _KEY = 16, 20
_AROUND_KEY = 6
"""Sizes in pixels at 100 %."""
_MOST_MISSING = 0.38
"""How much of a row what is missing may have beside a text that is too long for all of it."""


class PaletteRows(HeadedRows[Row]):
    """What is offered, below headings."""

    def heading_of(self, row: Row) -> str:
        return row.heading

    def told_by(self, row: Row, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.offer.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.offer.spoken()
            case Qt.ItemDataRole.ToolTipRole:
                return row.offer.missing or None
            case _:
                return None


class PaletteList(RowList["_Delegate"]):
    """The list. `was_moved` tells whether somebody has gone to a row, not only typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        name = say("Commands, boards and items")
        super().__init__(_Delegate(theme, NARROWEST, _HEIGHT), name, parent)
        self.setObjectName("paletteList")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.entered.connect(self._point_at)
        self.was_moved = False

    @property
    def _rows(self) -> PaletteRows:
        return cast("PaletteRows", self.model())

    def sizeHint(self) -> QSize:
        model = self.model()
        needed = sum(self.sizeHintForRow(row) for row in range(min(MOST_ROWS, model.rowCount())))
        return QSize(px(WIDTH), min(needed, MOST_ROWS * px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def go_to(self, offer: Offer | None) -> None:
        """Make a row the current one: that of an offer, or else the first."""
        self.was_moved = offer is not None
        offered = self._rows.offered
        same = (n for n in offered if cast("Row", self._rows.at(n)).offer == offer)
        at = next(same, offered[0] if offered else -1)
        self.setCurrentIndex(self._rows.index(at, 0))
        if offer is None:
            self.scrollToTop()

    def step(self, by: int) -> None:
        """Go on or back by offers: by one also from either end to the other, by more to the end."""
        offered = self._rows.offered
        if not offered:
            return
        self.was_moved = True
        to = offered.index(self.currentIndex().row()) + by
        to = to % len(offered) if abs(by) == 1 else max(0, min(to, len(offered) - 1))
        self.setCurrentIndex(self._rows.index(offered[to], 0))
        if not to:
            # With the heading above it.
            self.scrollToTop()

    def _point_at(self, index: QModelIndex) -> None:
        if self._rows.row(index) is not None:
            self.was_moved = True
            self.setCurrentIndex(index)


class _Delegate(HeadedDelegate[Row]):
    def _paint_row(
        self, painter: QPainter, box: QRectF, row: Row, way: Qt.LayoutDirection, *, is_current: bool
    ) -> None:
        _RowPainter(painter, self.theme, box, way).paint(row, is_current)


class _RowPainter:
    """Paints one offer."""

    def __init__(
        self, painter: QPainter, theme: Theme, box: QRectF, way: Qt.LayoutDirection
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._box = box
        self._way = way

    def paint(self, row: Row, is_current: bool) -> None:
        """Paint an offer, with what stands at its end."""
        offer, theme = row.offer, self._theme
        quiet = "tx2" if is_current else "tx3"
        side, icon = look.space("s"), px(_ICON)
        inside = self._box.adjusted(side, 0, -side, 0)
        square = QRectF(inside.left(), inside.center().y() - icon / 2, icon, icon)
        if offer.icon:
            self._paint_icon(offer.icon, square, quiet if offer.missing else offer.accent)
        left = square.right() + look.space("m")
        right = self._paint_end(inside, left, offer, quiet)
        font = look.font("body")
        width = min(QFontMetricsF(font).horizontalAdvance(offer.text) + 1, right - left)
        line = QRectF(left, inside.top(), width, inside.height())
        ink = theme.colour(quiet if offer.missing else "tx")
        paint_line(
            self._painter, self._place(line), offer.text, font, ink, row.marks, theme, self._way
        )
        beside = offer.beside or ("" if row.heading == offer.group else offer.group)
        line = QRectF(line.right() + look.space("m"), inside.top(), 0, inside.height())
        line.setRight(right)
        if beside and line.width() > look.space("xl"):
            self._paint_words(line, beside, quiet)

    def _place(self, box: QRectF) -> QRectF:
        return mirrored(box, self._box, self._way)

    def _paint_icon(self, name: str, square: QRectF, token: str) -> None:
        look.paint_icon(self._painter, name, self._place(square), self._theme.colour(token))

    def _paint_words(self, line: QRectF, text: str, token: str) -> None:
        ink = self._theme.colour(token)
        paint_line(self._painter, self._place(line), text, look.font("small"), ink, way=self._way)

    def _paint_end(self, inside: QRectF, left: float, offer: Offer, quiet: str) -> float:
        """Paint what stands at the end of a row; where that begins."""
        right = inside.right()
        if offer.is_ticked:
            icon = px(_ICON)
            square = QRectF(right - icon, inside.center().y() - icon / 2, icon, icon)
            self._paint_icon("check", square, "ac")
            right = square.left() - look.space("s")
        if offer.missing:
            most = _MOST_MISSING * (right - left)
            text_needs = QFontMetricsF(look.font("body")).horizontalAdvance(offer.text)
            most = max(most, right - left - text_needs - look.space("m"))
            needs = QFontMetricsF(look.font("small")).horizontalAdvance(offer.missing) + 1
            line = QRectF(right - min(needs, most), inside.top(), min(needs, most), inside.height())
            self._paint_words(line, offer.missing, quiet)
            return line.left() - look.space("m")
        for key in reversed(offer.keys):
            right = self._paint_key(right, inside.center().y(), key) - look.space("xs")
        return right - look.space("s")

    def _paint_key(self, right: float, middle: float, key: str) -> float:
        font, painter, high = look.font("small"), self._painter, px(_KEY)
        width = QFontMetricsF(font).horizontalAdvance(key) + 2 * px(_AROUND_KEY)
        box = QRectF(right - width, middle - high / 2, width, high)
        place, inset = self._place(box), self._theme.line / 2
        painter.setPen(QPen(self._theme.colour("bd"), self._theme.line))
        painter.setBrush(self._theme.colour("chip"))
        corner = look.space("xs")
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), corner, corner)
        painter.setFont(font)
        painter.setPen(self._theme.colour("tx2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)
        return box.left()
