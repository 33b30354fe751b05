"""`OutlineView`: the tree of the outline, with its own arrows, clicks and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from caseboard.panels.boards_model import BoardsModel
from caseboard.panels.item_menu import place_of_menu
from caseboard.panels.outline_delegate import DEPTH, GUTTER, ROW_HEIGHT, OutlineDelegate
from caseboard.panels.outline_model import OutlineModel
from caseboard.panels.outline_nodes import Node, Sort
from caseboard.panels.outline_row import Row
from caseboard.panels.plain_list import BY_KEYBOARD, is_for_list
from caseboard.panels.rows_model import Index, Role
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

_FOLDERS = (Sort.GROUP, Sort.KIND, Sort.LOOSE)


class OutlineView(QTreeView):
    """The tree. What opens by itself is open unless it was closed, everything else the other way round.

    `entered_row(QModelIndex)` follows Enter or a double-click on a row that opens nothing, and a click
    on “more”; `menu_wanted(QPoint)` carries where on the screen the menu belongs. F2 edits a title
    where it stands. What selects everything is a matter of the list, unless `selects_all` is False.
    """

    entered_row = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        model: OutlineModel | BoardsModel,
        theme: Theme,
        parent: QWidget | None = None,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outlineView")
        self.setAccessibleName(name or say("Outline"))
        self.selects_all = True
        self._rows = model
        self._delegate = OutlineDelegate(theme, ROW_HEIGHT, self)
        self._opened: dict[tuple[Sort, str], bool] = {}
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.expanded.connect(self._note)
        self.collapsed.connect(self._note)
        model.rowsInserted.connect(self._open_rows)
        model.modelReset.connect(self._open_all)
        self._open_all()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        # Qt 6.8 keeps the height of rows that it found before there was any room for them: none.
        self.scheduleDelayedItemsLayout()
        super().showEvent(event)

    def is_in_sight(self, node: Node) -> bool:
        """Whether everything that a row lies in is open and the row itself is shown."""
        if not self._rows.index_of(node).isValid():
            return False
        above = node.parent
        while above is not None and above.sort is not Sort.ROOT:
            if not self.isExpanded(self._rows.index_of(above)):
                return False
            above = above.parent
        return True

    def toggle(self, index: QModelIndex) -> None:
        """Open a row, or close it."""
        self.setExpanded(index, not self.isExpanded(index))

    # -- what is open ---------------------------------------------------------------------

    def _note(self, index: QModelIndex) -> None:
        node = self._rows.node_at(index)
        if node is not None:
            self._opened[(node.sort, node.id)] = self.isExpanded(index)

    def _open_rows(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            index = self._rows.index(row, 0, parent)
            node = self._rows.node_at(index)
            if node is None:
                continue
            opens = self._opened.get((node.sort, node.id))
            if self._rows.opens_by_itself(node) if opens is None else opens:
                self.expand(index)
                self._open_rows(index, 0, self._rows.rowCount(index) - 1)

    def _open_all(self) -> None:
        for row in range(self._rows.rowCount()):
            self._open_rows(QModelIndex(), row, row)
        for (sort, name), is_open in list(self._opened.items()):
            for node in self._rows.known(sort, name) if is_open else ():
                self.expand(self._rows.index_of(node))

    # -- hands ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.shows_focus = False
        at = event.position().toPoint()
        index = self.indexAt(at)
        node = self._rows.node_at(index)
        if event.button() is Qt.MouseButton.LeftButton and node is not None:
            if node.sort in _FOLDERS or self._is_on_arrow(at, index):
                self.toggle(index)
                event.accept()
                return
            if node.sort is Sort.MORE:
                self.entered_row.emit(index)
                event.accept()
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        node = self._rows.node_at(index)
        if event.button() is not Qt.MouseButton.LeftButton or node is None:
            return
        if node.sort in _FOLDERS or self._is_on_arrow(at, index):
            self.toggle(index)
        else:
            self.entered_row.emit(index)

    def _is_on_arrow(self, at: QPoint, index: QModelIndex) -> bool:
        """Whether a point lies where the arrow of a row is."""
        row = index.data(Role.ROW)
        left = row.depth * px(DEPTH) if isinstance(row, Row) else 0
        x = self.viewport().width() - at.x() if self.isRightToLeft() else at.x()
        return left <= x < left + px(GUTTER) and self._rows.hasChildren(index)

    def event(self, event: QEvent) -> bool:
        # Enter and letters are for the list while it has the focus, not for the window's shortcuts.
        if is_for_list(event) and (self.selects_all or not _selects_all(event)):
            event.accept()
            return True
        if _edits(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._delegate.shows_focus:
            self._delegate.shows_focus = True
            self.viewport().update()
        index = self.currentIndex()
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self.state() is QAbstractItemView.State.EditingState:
            # It has ended the editing of a title, and its field passes it on.
            event.accept()
            return
        if is_return and index.isValid():
            node = self._rows.node_at(index)
            if node is not None and node.sort in _FOLDERS:
                self.toggle(index)
            else:
                self.entered_row.emit(index)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self._delegate.shows_focus = True
            if not self.currentIndex().isValid():
                self.selectionModel().setCurrentIndex(
                    self._rows.index(0, 0), self.selectionModel().SelectionFlag.NoUpdate
                )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(place_of_menu(self, event))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The delegate draws the arrows."""


def _selects_all(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.SelectAll)


def _edits(event: QEvent) -> bool:
    """Whether an event asks if the key that edits a title is the list's own."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_F2
        and not event.modifiers()
    )
