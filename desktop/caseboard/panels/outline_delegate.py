"""`OutlineDelegate`: paints the rows of the outline from the theme's colours."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from caseboard import theme as look
from caseboard.mirror import end_of, mirrored, start_of
from caseboard.panels.outline_nodes import Sort
from caseboard.panels.outline_row import Row
from caseboard.panels.plain_list import RowDelegate
from caseboard.panels.rows_model import Role
from caseboard.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say, written

ROW_HEIGHT = 24
GUTTER = 16
"""Before everything there is room for the arrow that opens a row. Sizes are in pixels at 100 %."""

_AS_READ = Qt.LayoutDirection.LeftToRight
_ICON = 14
_ARROW = 10
_MARK = 8
DEPTH = 18
"""How much further in a row stands than the one it belongs to."""
_GAP = 6

_QUIET = (Sort.EVIDENCE, Sort.LINK, Sort.MORE)
_STRONG = (Sort.BOARD, Sort.LOOSE)
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


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
        editor.setAccessibleName(say("Label of the link") if is_link else say("Title"))
        editor.setPlaceholderText(say("Label") if is_link else say("Title"))
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast("Row", index.data(Role.ROW))
        start, end = px(GUTTER) + row.depth * px(DEPTH), look.space("s")
        left, right = (start, end) if option.direction is _AS_READ else (end, start)
        editor.setGeometry(option.rect.adjusted(left, 0, -right, 0))


class _RowPainter:
    """One row being painted: from its start and its end towards the title in the middle.

    Places are told as from left to right, and mirrored where the layout is.
    """

    def __init__(
        self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, row: Row
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._row = row
        self._box = option.rect
        self._way = option.direction
        self._has_rows = bool(option.state & QStyle.StateFlag.State_Children)
        self._is_open = bool(option.state & QStyle.StateFlag.State_Open)
        self._quiet = quiet(option.state)
        self._middle = option.rect.center().y() + 0.5
        self._arrow = option.rect.left() + row.depth * px(DEPTH)
        self._left = self._arrow + px(GUTTER)
        self._right = option.rect.right() - look.space("m")

    def paint(self) -> None:
        """Paint all of it."""
        if self._row.sort is Sort.GROUP:
            self._middle += 1
        if self._has_rows:
            name = "chevron_down" if self._is_open else "chevron_right"
            self._icon(name, self._quiet, self._arrow + px(3), _ARROW)
        if self._row.sort is Sort.GROUP:
            self._heading()
        else:
            self._end()
            self._start()
            self._title()

    def _seen(self, left: float, width: float) -> QRectF:
        """A part of the row as it is seen."""
        box = QRectF(left, self._box.top(), width, self._box.height())
        return mirrored(box, QRectF(self._box), self._way)

    def _heading(self) -> None:
        box = self._seen(self._left, self._right - self._left).translated(0, 1)
        self._painter.setPen(self._theme.colour(self._quiet))
        self._painter.setFont(look.small_caps())
        self._painter.drawText(box, _LINE | start_of(self._way), self._row.title)
        self._painter.setFont(look.font("tiny", semibold=True))
        self._painter.drawText(box, _LINE | end_of(self._way), self._row.note)

    def _start(self) -> None:
        row = self._row
        if row.sort is Sort.EVIDENCE:
            self._mark(self._left + px(_MARK) / 2, row.polarity)
            self._left += px(_MARK + _GAP)
        if row.icon:
            self._icon(row.icon, row.accent, self._left, _ICON)
            self._left += px(_ICON + _GAP)

    def _end(self) -> None:
        """Counts, date, and the sign of an item that lies on no board."""
        row = self._row
        self._painter.setFont(look.font("small"))
        for count, polarity in ((row.con, -1), (row.pro, 1)):
            if count:
                self._note(written(count))
                self._mark(self._right - px(2) - px(_MARK) / 2, polarity)
                self._right -= px(_MARK + 2) + look.space("s")
        if row.note:
            self._note(row.note)
            self._right -= look.space("s")
        if row.is_loose:
            self._icon("board_add", self._quiet, self._right - px(_ICON), _ICON)
            self._right -= px(_ICON) + look.space("s")

    def _title(self) -> None:
        sort = self._row.sort
        is_quiet = sort in _QUIET or (sort is Sort.ITEM and self._row.depth > 0)
        ink = self._theme.colour("tx2" if is_quiet else "tx")
        font = look.font("body", semibold=sort in _STRONG)
        box = self._seen(self._left, self._right - self._left)
        paint_line(self._painter, box, self._row.title, font, ink, way=self._way)

    def _note(self, text: str) -> None:
        width = QFontMetrics(self._painter.font()).horizontalAdvance(text)
        self._painter.setPen(self._theme.colour(self._quiet))
        box = self._seen(self._right - width, width + 1)
        self._painter.drawText(box, _LINE | end_of(self._way), text)
        self._right -= width

    def _icon(self, name: str, token: str, left: float, size: int) -> None:
        side = px(size)
        left = self._seen(left, side).left()
        paint_icon(self._painter, self._theme, name, token, left, self._middle, side)

    def _mark(self, x: float, polarity: int) -> None:
        """A triangle: upwards for what speaks for a claim, downwards for what speaks against it."""
        half, rise = px(_MARK) / 2, px(_MARK) * 0.38 * polarity
        x, y = self._seen(x, 0).left(), self._middle
        corners = [QPointF(x - half, y + rise), QPointF(x + half, y + rise), QPointF(x, y - rise)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("sup" if polarity > 0 else "dis"))
        self._painter.drawPolygon(QPolygonF(corners))
