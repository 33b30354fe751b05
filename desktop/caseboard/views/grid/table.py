"""`GridTable`: a grid on the screen: heads that stay in sight, one cell that has the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from caseboard.mirror import mirrored
from caseboard.row_list import Index
from caseboard.scale import scaled
from caseboard.theme import Theme, paint_icon
from caseboard.views.grid.entry import entered
from caseboard.views.grid.faces import Sheet
from caseboard.views.grid.heads import Corner, Head
from caseboard.views.grid.model import GridModel
from caseboard.views.grid.painting import paint_cell
from casedb.model.ratings import Rating

_NOBODY: frozenset[str] = frozenset()
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)

CHEVRON = 22.0
"""How much of a cell's end opens its menu at the first press, in pixels at 100 %."""
_BOUND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TAKEN = (
    *(Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)


class GridTable(QTableView):
    """A sheet as a grid. `selected` are the keys of rows and columns, and the ids of links, that are
    selected.

    `moved(modifiers)` follows when the hand has gone to another cell, `rated(Rating)` what was entered
    there; `choice_wanted()` asks for the entries as a menu, `menu_wanted(QPoint)` for the menu on what is
    selected, `set_aside(str)` is about a column, `opened()` goes to what the cell stands for, `left()`
    back to the board; `row_wanted()` and `column_wanted()` select what the heads of the cell stand for;
    `pointed_at(str, str)` tells the row and column under the pointer, empty for none.
    """

    moved = Signal(object)
    rated = Signal(object)
    choice_wanted = Signal()
    menu_wanted = Signal(QPoint)
    set_aside = Signal(str)
    opened = Signal()
    left = Signal()
    row_wanted = Signal()
    column_wanted = Signal()
    pointed_at = Signal(str, str)

    def __init__(self, sheet: Sheet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gridTable")
        self.theme = theme
        self.selected = _NOBODY
        self.cells = GridModel(sheet, self)
        self._is_quiet = False
        self._pressed: tuple[int, int] | None = None
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.setModel(self.cells)
        self.column_head = Head(Qt.Orientation.Horizontal, self)
        self.row_head = Head(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self.column_head)
        self.setVerticalHeader(self.row_head)
        self._corner = Corner(self)
        self.setItemDelegate(_CellDelegate(self))
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entered.connect(self._point)

    # -- what is shown --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.repaint_all()

    def refit(self) -> None:
        """Take the sizes of another scale."""
        self.updateGeometries()
        self.repaint_all()

    def renew(self) -> None:
        """Show what the sheet holds now; the cell that has the keys keeps them where it is still there."""
        row, column = self.current
        if self.cells.renew():
            self.go_to(row, column, brings_into_sight=False)
            self.updateGeometries()
        self.repaint_all()

    def repaint_all(self) -> None:
        """Paint all of it anew."""
        self.viewport().update()
        self.column_head.viewport().update()
        self.row_head.viewport().update()
        self._corner.update()

    def select(self, keys: frozenset[str]) -> None:
        """Mark what is selected."""
        if keys != self.selected:
            self.selected = keys
            self.repaint_all()

    # -- the cell that has the keys -------------------------------------------------------

    @property
    def current(self) -> tuple[str, str]:
        """The row and the column of the cell that has the keys; empty where there is none."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self.cells.rows[index.row()], self.cells.columns[index.column()]

    def go_to(self, row: str, column: str, *, brings_into_sight: bool = True) -> None:
        """Give the keys to a cell without selecting anything; an empty key stays where it is."""
        now = self.currentIndex()
        at = self.cells.row_of(row) if row else max(now.row(), 0)
        across = self.cells.column_of(column) if column else max(now.column(), 0)
        if not self.cells.rows or not self.cells.columns:
            return
        index = self.cells.index(max(at, 0), max(across, 0))
        self._is_quiet = True
        position = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.setCurrentIndex(index)
        self._is_quiet = False
        if brings_into_sight:
            self.scrollTo(index)
        else:
            self.horizontalScrollBar().setValue(position[0])
            self.verticalScrollBar().setValue(position[1])

    def place_of_current(self) -> QPoint:
        """Below the cell that has the keys, on the desktop."""
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(box.bottomLeft())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)  # pyright: ignore[reportArgumentType]
        if not self._is_quiet and current.isValid():
            self.moved.emit(self._modifiers)

    # -- hands ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
        row, column = self.current
        is_plain = held == Qt.KeyboardModifier.NoModifier
        rating = entered(event, self.cells.sheet.rating(row, column)) if row else None
        if rating is not None:
            self.rated.emit(rating)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ControlModifier:
            self.column_wanted.emit()
        elif key == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ShiftModifier:
            self.row_wanted.emit()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_F2) and row:
            self.choice_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row:
            self.opened.emit()
        elif event.text() == "0" and is_plain and column:
            self.set_aside.emit(column)
        else:
            self._modifiers = Qt.KeyboardModifier.NoModifier
            super().keyPressEvent(event)

    def event(self, e: QEvent) -> bool:
        if isinstance(e, QKeyEvent) and e.type() is QEvent.Type.ShortcutOverride:
            # What enters something here is no shortcut of the window.
            is_entry = entered(e, Rating.UNRATED) is not None or e.text() == "0"
            is_way = e.key() in _TAKEN and not e.modifiers() & _BOUND
            if is_entry or is_way:
                e.accept()
                return True
        return super().event(e)

    def keyboardSearch(self, search: str) -> None:
        """Letters enter something, or nothing."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._modifiers = event.modifiers()
        is_here = index.isValid() and index == self.currentIndex() and self.hasFocus()
        is_left = event.button() is Qt.MouseButton.LeftButton
        is_on_chevron = index.isValid() and self._chevron(index).contains(event.position())
        takes = is_left and (is_here or is_on_chevron)
        self._pressed = (index.row(), index.column()) if takes else None
        if index == self.currentIndex() and index.isValid() and is_left:
            self.moved.emit(self._modifiers)
        super().mousePressEvent(event)
        self._modifiers = Qt.KeyboardModifier.NoModifier

    def _chevron(self, index: Index) -> QRectF:
        """Where in a cell a press opens the menu of entries at once."""
        box = QRectF(self.visualRect(index))  # pyright: ignore[reportArgumentType]
        return chevron_in(box, self.layoutDirection())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == (index.row(), index.column()):
            self.choice_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        if arg__1.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self.place_of_current())
        elif self.indexAt(arg__1.pos()).isValid():
            self.menu_wanted.emit(arg__1.globalPos())

    def _point(self, index: Index) -> None:
        self.pointed_at.emit(self.cells.rows[index.row()], self.cells.columns[index.column()])

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.pointed_at.emit("", "")
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to("", "")
        self.viewport().update()
        self.pointed_at.emit("", "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self.pointed_at.emit("", "")

    # -- sizes ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        across, down = self.column_head, self.row_head
        self._corner.setGeometry(
            down.geometry().left(), across.geometry().top(), down.width(), across.height()
        )
        self._corner.raise_()


def chevron_in(box: QRectF, way: Qt.LayoutDirection) -> QRectF:
    """The end of a cell, where a mark says that a press opens the menu of entries."""
    wide = scaled(CHEVRON)
    return mirrored(QRectF(box.right() - wide, box.top(), wide, box.height()), box, way)


class _CellDelegate(QStyledItemDelegate):
    """Paints the cells in units, and the ring around the one that has the keys."""

    def __init__(self, table: GridTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self._table
        row, column = table.cells.rows[index.row()], table.cells.columns[index.column()]
        sheet, theme = table.cells.sheet, table.theme
        face = sheet.cell_face(row, column)
        links = sheet.links(row, column)
        is_chosen = not table.selected.isdisjoint(links)
        scale = scaled(1.0)
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.scale(scale, scale)
        box = QRectF(0, 0, option.rect.width() / scale, option.rect.height() / scale)
        is_lit = is_chosen or column in table.selected or row in table.selected
        paint_cell(painter, box, face, theme, column=sheet.column_face(column), is_selected=is_lit)
        painter.restore()
        is_current = index == table.currentIndex()
        if option.state & QStyle.StateFlag.State_MouseOver:
            box = chevron_in(QRectF(option.rect), option.direction)
            side = min(box.width(), box.height()) / 2
            mark = QRectF(box.center().x() - side / 2, box.bottom() - side - 4, side, side)
            paint_icon(painter, "chevron_down", mark, theme.colour("tx2"))
        if is_chosen or (is_current and table.hasFocus()):
            token = "focus" if is_current and table.hasFocus() else "ac"
            inset = theme.ring / 2 + 1
            painter.setPen(QPen(theme.colour(token), theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(inset, inset, -inset - 1, -inset - 1))
