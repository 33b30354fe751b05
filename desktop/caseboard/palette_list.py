"""What the palette lists: headings and offers, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.offers import Offer, Row
from caseboard.panels.row_paint import paint_line
from caseboard.theme import Theme

WIDTH, NARROWEST = 640, 320
MOST_ROWS = 13
_NOWHERE = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _HEADING = 32, 28
_ICON, _KEY = 16, 20
_AROUND_KEY = 6
_MOST_MISSING = 0.38
"""How much of a row what is missing may have beside a text that is too long for all of it."""


class PaletteRows(QAbstractListModel):
    """Headings and rows; a heading is the text of a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row | str] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of all others."""
        self.beginResetModel()
        self._rows = []
        heading = ""
        for row in rows:
            if row.heading != heading:
                heading = row.heading
                if heading:
                    self._rows.append(heading)
            self._rows.append(row)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self.row(index)
        if role == _ROW or row is None:
            return row
        is_row = isinstance(row, Row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.offer.text if is_row else row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.offer.spoken() if is_row else row
        if role == Qt.ItemDataRole.ToolTipRole and is_row:
            return row.offer.missing or None
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        is_row = isinstance(self.row(index), Row)
        return super().flags(index) if is_row else Qt.ItemFlag.NoItemFlags

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row | str | None:
        """What stands in a row: an offer, a heading, or nothing for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def at(self, number: int) -> Row | str:
        """What stands in the row of that number."""
        return self._rows[number]


class PaletteList(QListView):
    """The list. `was_moved` tells whether somebody has gone to a row, not only typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paletteList")
        self.setAccessibleName("Commands, boards and items")
        self.setItemDelegate(_Delegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._point_at)
        self.was_moved = False

    @property
    def _rows(self) -> PaletteRows:
        return cast("PaletteRows", self.model())

    def sizeHint(self) -> QSize:
        model = self.model()
        needed = sum(self.sizeHintForRow(row) for row in range(min(MOST_ROWS, model.rowCount())))
        return QSize(WIDTH, min(needed, MOST_ROWS * _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def go_to(self, offer: Offer | None) -> None:
        """Make a row the current one: that of an offer, or else the first."""
        self.was_moved = offer is not None
        offered = self._offered()
        same = (n for n in offered if cast("Row", self._rows.at(n)).offer == offer)
        at = next(same, offered[0] if offered else -1)
        self.setCurrentIndex(self._rows.index(at, 0))
        if offer is None:
            self.scrollToTop()

    def step(self, by: int) -> None:
        """Go on or back by offers: by one also from either end to the other, by more to the end."""
        offered = self._offered()
        if not offered:
            return
        self.was_moved = True
        to = offered.index(self.currentIndex().row()) + by
        to = to % len(offered) if abs(by) == 1 else max(0, min(to, len(offered) - 1))
        self.setCurrentIndex(self._rows.index(offered[to], 0))
        if not to:
            # With the heading above it.
            self.scrollToTop()

    def _offered(self) -> list[int]:
        """The rows that are no headings."""
        return [n for n in range(self._rows.rowCount()) if isinstance(self._rows.at(n), Row)]

    def _point_at(self, index: QModelIndex) -> None:
        if isinstance(self._rows.row(index), Row):
            self.was_moved = True
            self.setCurrentIndex(index)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_row = isinstance(index.data(_ROW), Row)
        return QSize(NARROWEST, _HEIGHT if is_row else _HEADING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("Row | str", index.data(_ROW))
        box = option.rect.adjusted(look.space("s"), 0, -look.space("s"), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Row):
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, box, row, is_current=is_current)
        else:
            painter.setFont(look.small_caps())
            painter.setPen(self._theme.colour("tx3"))
            words = box.adjusted(look.space("s"), look.space("xs"), 0, 0)
            painter.drawText(words, _LEFT, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRect, row: Row, *, is_current: bool) -> None:
        offer, theme = row.offer, self._theme
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("acbg"))
            corner = look.radius("control")
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), corner, corner)
        quiet = "tx2" if is_current else "tx3"
        inside = QRectF(box).adjusted(look.space("s"), 0, -look.space("s"), 0)
        square = QRectF(inside.left(), inside.center().y() - _ICON / 2, _ICON, _ICON)
        if offer.icon:
            token = quiet if offer.missing else offer.accent
            look.paint_icon(painter, offer.icon, square, theme.colour(token))
        left = square.right() + look.space("m")
        right = self._paint_end(painter, inside, left, offer, quiet)
        font = look.font("body")
        width = min(QFontMetricsF(font).horizontalAdvance(offer.text) + 1, right - left)
        line = QRectF(left, inside.top(), width, inside.height())
        ink = theme.colour(quiet if offer.missing else "tx")
        paint_line(painter, line, offer.text, font, ink, row.marks, theme)
        beside = offer.beside or ("" if row.heading == offer.group else offer.group)
        line = QRectF(line.right() + look.space("m"), inside.top(), 0, inside.height())
        line.setRight(right)
        if beside and line.width() > look.space("xl"):
            paint_line(painter, line, beside, look.font("small"), theme.colour(quiet))

    def _paint_end(
        self, painter: QPainter, inside: QRectF, left: float, offer: Offer, quiet: str
    ) -> float:
        """Paint what stands at the end of a row; where that begins."""
        right = inside.right()
        if offer.is_ticked:
            square = QRectF(right - _ICON, inside.center().y() - _ICON / 2, _ICON, _ICON)
            look.paint_icon(painter, "check", square, self._theme.colour("ac"))
            right = square.left() - look.space("s")
        if offer.missing:
            font = look.font("small")
            most = _MOST_MISSING * (right - left)
            text_needs = QFontMetricsF(look.font("body")).horizontalAdvance(offer.text)
            most = max(most, right - left - text_needs - look.space("m"))
            width = min(QFontMetricsF(font).horizontalAdvance(offer.missing) + 1, most)
            line = QRectF(right - width, inside.top(), width, inside.height())
            paint_line(painter, line, offer.missing, font, self._theme.colour(quiet))
            return line.left() - look.space("m")
        for key in reversed(offer.keys):
            right = self._paint_key(painter, right, inside.center().y(), key) - look.space("xs")
        return right - look.space("s")

    def _paint_key(self, painter: QPainter, right: float, middle: float, key: str) -> float:
        font = look.font("small")
        width = QFontMetricsF(font).horizontalAdvance(key) + 2 * _AROUND_KEY
        box = QRectF(right - width, middle - _KEY / 2, width, _KEY)
        painter.setPen(QPen(self._theme.colour("bd"), 1))
        painter.setBrush(self._theme.colour("chip"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(self._theme.colour("tx2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return box.left()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
