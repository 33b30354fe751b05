"""`OutlineDelegate`: paints the rows of the outline from the theme's colours."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caseboard import theme as look
from caseboard.panels.outline_model import Role, Row
from caseboard.panels.outline_nodes import Sort
from caseboard.panels.row_paint import paint_ground, paint_icon, paint_line
from caseboard.theme import Theme

ROW_HEIGHT = 24
GUTTER = 16
"""Left of everything there is room for the arrow that opens a row."""

_ICON = 14
_ARROW = 10
_MARK = 8
_DEPTH = 18


class OutlineDelegate(QStyledItemDelegate):
    """Paints headings, folders, items with their counts, and evidence with its marks.

    `shows_focus` is off while the mouse is used: the ring is for those who need it.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shows_focus = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("Row", index.data(Role.ROW))
        box = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, box, state, shows_focus=self.shows_focus)
        if state & QStyle.StateFlag.State_Children:
            self._paint_arrow(painter, box, row, bool(state & QStyle.StateFlag.State_Open))
        left = box.left() + GUTTER + row.depth * _DEPTH
        right = box.right() - look.space("m")
        if row.sort is Sort.GROUP:
            self._paint_heading(
                painter, QRect(left, box.top() + 2, right - left, box.height() - 2), row
            )
        else:
            right = self._paint_end(
                painter, QRect(left, box.top(), right - left, box.height()), row
            )
            left = self._paint_start(painter, left, box, row)
            self._paint_title(painter, QRect(left, box.top(), right - left, box.height()), row)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, box: QRect, row: Row, is_open: bool) -> None:
        name = "chevron_down" if is_open else "chevron_right"
        middle = box.center().y() + (2 if row.sort is Sort.GROUP else 1)
        paint_icon(painter, self.theme, name, "tx3", box.left() + 3, middle, _ARROW)

    def _paint_heading(self, painter: QPainter, box: QRect, row: Row) -> None:
        painter.setFont(look.small_caps())
        painter.setPen(self.theme.colour("tx3"))
        painter.drawText(box, _LEFT, row.title)
        painter.setFont(look.font("tiny", semibold=True))
        painter.drawText(box, _RIGHT, row.note)

    def _paint_start(self, painter: QPainter, left: int, box: QRect, row: Row) -> int:
        """The mark and the icon; where the title begins."""
        middle = box.center().y() + 0.5
        if row.sort is Sort.EVIDENCE:
            self._paint_mark(painter, left + _MARK / 2, middle, row.polarity)
            left += _MARK + 6
        if row.icon:
            paint_icon(painter, self.theme, row.icon, row.accent, left, middle, _ICON)
            left += _ICON + 6
        return left

    def _paint_end(self, painter: QPainter, box: QRect, row: Row) -> int:
        """Counts, date and the sign of a loose item; where the title must end."""
        painter.setFont(look.font("small"))
        metrics = QFontMetrics(painter.font())
        right = box.right()
        middle = box.center().y() + 0.5
        for count, polarity in ((row.con, -1), (row.pro, 1)):
            if not count:
                continue
            right -= self._paint_note(painter, metrics, box, right, f"{count:,}")
            self._paint_mark(painter, right - 2 - _MARK / 2, middle, polarity)
            right -= _MARK + 2 + look.space("s")
        if row.note:
            right -= self._paint_note(painter, metrics, box, right, row.note) + look.space("s")
        if row.is_loose:
            paint_icon(painter, self.theme, "board_add", "tx3", right - _ICON, middle, _ICON)
            right -= _ICON + look.space("s")
        return right

    def _paint_note(
        self, painter: QPainter, metrics: QFontMetrics, box: QRect, right: int, text: str
    ) -> int:
        width = metrics.horizontalAdvance(text)
        painter.setPen(self.theme.colour("tx3"))
        painter.drawText(QRect(right - width, box.top(), width + 1, box.height()), _RIGHT, text)
        return width

    def _paint_mark(self, painter: QPainter, x: float, y: float, polarity: int) -> None:
        half, rise = _MARK / 2, _MARK * 0.38 * polarity
        corners = [QPointF(x - half, y + rise), QPointF(x + half, y + rise), QPointF(x, y - rise)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("sup" if polarity > 0 else "dis"))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_title(self, painter: QPainter, box: QRect, row: Row) -> None:
        paint_line(painter, QRectF(box), row.title, look.font("body"), self._ink(row))

    def _ink(self, row: Row) -> QColor:
        if row.sort is Sort.MORE:
            return self.theme.colour("ac")
        return self.theme.colour("tx2" if row.depth else "tx")


_LEFT = (
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)
_RIGHT = (
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)
