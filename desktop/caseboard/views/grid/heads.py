"""The heads of a grid's rows and columns, and the corner between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from caseboard.scale import px, scaled
from caseboard.views.grid.painting import (
    COLUMN,
    HEAD,
    LEAST_ROW_HEAD,
    LOW_HEAD,
    ROW,
    ROW_HEAD,
    Standing,
    paint_column,
    paint_corner,
    paint_row,
)

if TYPE_CHECKING:
    from caseboard.views.grid.table import GridTable

PART, MOST = 0.44, 0.5
"""How much of the width of a grid the heads of its rows take, and at the most."""
LOW = 190
"""In a grid that is lower than so many pixels at 100 % the heads of columns are low."""


class Head(QHeaderView):
    """The heads of rows or of columns, painted in units.

    `pressed(str, modifiers)` carries the key of the head that was pressed, `opened(str)` of one pressed
    twice, `asked(str, QPoint)` of one whose menu is wanted, `pointed_at(str)` the one under the pointer.
    """

    pressed = Signal(str, object)
    opened = Signal(str)
    asked = Signal(str, object)
    pointed_at = Signal(str)

    def __init__(self, way: Qt.Orientation, table: GridTable) -> None:
        super().__init__(way, table)
        self._table = table
        self._is_across = way is Qt.Orientation.Horizontal
        self.lit = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.refit()

    def refit(self) -> None:
        """Take the sizes of another scale."""
        size = px(COLUMN if self._is_across else ROW)
        self.setMinimumSectionSize(px(16))
        self.setDefaultSectionSize(size)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._is_across:
            is_low = self._table.height() < px(LOW)
            return QSize(0, px(LOW_HEAD if is_low else HEAD))
        room = self._table.width()
        wide = max(px(LEAST_ROW_HEAD), min(px(ROW_HEAD), round(room * PART)))
        return QSize(min(wide, round(room * MOST)), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        table = self._table
        keys = table.cells.columns if self._is_across else table.cells.rows
        if not 0 <= section < len(keys):
            return
        key = keys[section]
        scale = scaled(1.0)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        box = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
        standing = Standing(key in table.selected, section == self.lit)
        sheet, way = table.cells.sheet, self.layoutDirection()
        if self._is_across:
            paint_column(painter, box, sheet.column_face(key), table.theme, way, standing)
        else:
            paint_row(painter, box, sheet.row_face(key), table.theme, way, standing)
        painter.restore()

    def paintEvent(self, e: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(e.rect(), self._table.theme.colour("surf"))
        ground.end()
        super().paintEvent(e)

    def key_at(self, at: float) -> str:
        """The key of the head at a place along it; empty where there is none."""
        keys = self._table.cells.columns if self._is_across else self._table.cells.rows
        index = self.logicalIndexAt(round(at))
        return keys[index] if 0 <= index < len(keys) else ""

    def _key_of(self, event: QMouseEvent | QContextMenuEvent) -> str:
        at = event.position() if isinstance(event, QMouseEvent) else event.pos()
        return self.key_at(at.x() if self._is_across else at.y())

    def mousePressEvent(self, e: QMouseEvent) -> None:
        key = self._key_of(e)
        if key and e.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            is_plain = e.button() is Qt.MouseButton.LeftButton
            if is_plain or key not in self._table.selected:
                self.pressed.emit(key, e.modifiers())

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        key = self._key_of(e)
        if key and e.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(key)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        e.accept()

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        key = self._key_of(e)
        grid = self._table.cells
        self._light(grid.column_of(key) if self._is_across else grid.row_of(key))
        self.pointed_at.emit(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        key = self._key_of(event)
        if key:
            self.asked.emit(key, event.globalPos())

    def viewportEvent(self, e: QEvent) -> bool:
        if e.type() is QEvent.Type.Leave:
            self._light(-1)
            self.pointed_at.emit("")
        return super().viewportEvent(e)

    def _light(self, index: int) -> None:
        if index != self.lit:
            self.lit = index
            self.viewport().update()


class Corner(QWidget):
    """What the rows are, and what stands at the ends of their heads."""

    def __init__(self, table: GridTable) -> None:
        super().__init__(table)
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = scaled(1.0)
        painter.scale(scale, scale)
        box = QRectF(0, 0, self.width() / scale, self.height() / scale)
        told = self._table.cells.sheet.corner
        paint_corner(painter, box, told, self._table.theme, self.layoutDirection())
        painter.end()
