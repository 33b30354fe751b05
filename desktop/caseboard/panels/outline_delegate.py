"""`OutlineDelegate`: paints the rows of the outline from the theme's colours."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from caseboard import theme as look
from caseboard.panels.outline_model import Role
from caseboard.panels.outline_nodes import Sort
from caseboard.panels.outline_row import Row
from caseboard.panels.plain_list import RowDelegate
from caseboard.panels.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.theme import Theme

ROW_HEIGHT = 24
GUTTER = 16
"""Left of everything there is room for the arrow that opens a row."""

_ICON = 14
_ARROW = 10
_MARK = 8
DEPTH = 18
"""How much further in a row stands than the one it belongs to."""
_GAP = 6

_QUIET = (Sort.EVIDENCE, Sort.LINK, Sort.MORE)
_STRONG = (Sort.BOARD, Sort.LOOSE)
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | _LINE
_RIGHT = Qt.AlignmentFlag.AlignRight | _LINE


class OutlineDelegate(RowDelegate):
    """Paints headings, folders, items with their counts, and evidence with its marks."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("Row", index.data(Role.ROW))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, option.rect, option.state, shows_focus=self.shows_focus)
        _RowPainter(painter, self.theme, option, row).paint()
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("outlineEditor")
        row = cast("Row", index.data(Role.ROW))
        is_link = row.sort is Sort.LINK
        editor.setAccessibleName("Label of the link" if is_link else "Title")
        editor.setPlaceholderText("Label" if is_link else "Title")
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("Row", index.data(Role.ROW))
        left, right = GUTTER + row.depth * DEPTH, look.space("s")
        editor.setGeometry(option.rect.adjusted(left, 0, -right, 0))


class _RowPainter:
    """One row being painted: from its start and its end towards the title in the middle."""

    def __init__(
        self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, row: Row
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._row = row
        self._box = option.rect
        self._has_rows = bool(option.state & QStyle.StateFlag.State_Children)
        self._is_open = bool(option.state & QStyle.StateFlag.State_Open)
        self._quiet = quiet(option.state)
        self._middle = option.rect.center().y() + 0.5
        self._arrow = option.rect.left() + row.depth * DEPTH
        self._left = self._arrow + GUTTER
        self._right = option.rect.right() - look.space("m")

    def paint(self) -> None:
        """Paint all of it."""
        if self._row.sort is Sort.GROUP:
            self._middle += 1
        if self._has_rows:
            name = "chevron_down" if self._is_open else "chevron_right"
            self._icon(name, self._quiet, self._arrow + 3, _ARROW)
        if self._row.sort is Sort.GROUP:
            self._heading()
        else:
            self._end()
            self._start()
            self._title()

    def _heading(self) -> None:
        box = QRect(self._left, self._box.top() + 2, self._right - self._left, ROW_HEIGHT - 2)
        self._painter.setPen(self._theme.colour(self._quiet))
        self._painter.setFont(look.small_caps())
        self._painter.drawText(box, _LEFT, self._row.title)
        self._painter.setFont(look.font("tiny", semibold=True))
        self._painter.drawText(box, _RIGHT, self._row.note)

    def _start(self) -> None:
        row = self._row
        if row.sort is Sort.EVIDENCE:
            self._mark(self._left + _MARK / 2, row.polarity)
            self._left += _MARK + _GAP
        if row.icon:
            self._icon(row.icon, row.accent, self._left, _ICON)
            self._left += _ICON + _GAP

    def _end(self) -> None:
        """Counts, date, and the sign of an item that lies on no board."""
        row = self._row
        self._painter.setFont(look.font("small"))
        for count, polarity in ((row.con, -1), (row.pro, 1)):
            if count:
                self._note(f"{count:,}")
                self._mark(self._right - 2 - _MARK / 2, polarity)
                self._right -= _MARK + 2 + look.space("s")
        if row.note:
            self._note(row.note)
            self._right -= look.space("s")
        if row.is_loose:
            self._icon("board_add", self._quiet, self._right - _ICON, _ICON)
            self._right -= _ICON + look.space("s")

    def _title(self) -> None:
        box = QRectF(self._left, self._box.top(), self._right - self._left, ROW_HEIGHT)
        sort = self._row.sort
        is_quiet = sort in _QUIET or (sort is Sort.ITEM and self._row.depth > 0)
        ink = self._theme.colour("tx2" if is_quiet else "tx")
        font = look.font("body", semibold=sort in _STRONG)
        paint_line(self._painter, box, self._row.title, font, ink)

    def _note(self, text: str) -> None:
        width = QFontMetrics(self._painter.font()).horizontalAdvance(text)
        box = QRect(self._right - width, self._box.top(), width + 1, ROW_HEIGHT)
        self._painter.setPen(self._theme.colour(self._quiet))
        self._painter.drawText(box, _RIGHT, text)
        self._right -= width

    def _icon(self, name: str, token: str, left: float, size: int) -> None:
        paint_icon(self._painter, self._theme, name, token, left, self._middle, size)

    def _mark(self, x: float, polarity: int) -> None:
        """A triangle: upwards for what speaks for a claim, downwards for what speaks against it."""
        half, rise = _MARK / 2, _MARK * 0.38 * polarity
        y = self._middle
        corners = [QPointF(x - half, y + rise), QPointF(x + half, y + rise), QPointF(x, y - rise)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("sup" if polarity > 0 else "dis"))
        self._painter.drawPolygon(QPolygonF(corners))
