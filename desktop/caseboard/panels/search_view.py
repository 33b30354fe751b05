"""`ResultsView`: the list of what was found, three lines a result."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.panels.list_keys import is_for_list
from caseboard.panels.row_paint import paint_ground, paint_icon, paint_line
from caseboard.panels.search_results import ResultFace, Role
from caseboard.theme import Theme

ROW_HEIGHT = 64
_ICON = 16
_LINES = (19, 17, 16)
"""The heights of title, text and foot."""


class ResultDelegate(QStyledItemDelegate):
    """Paints a result: what it is, where the words were met, where it lies."""

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
        face = cast("ResultFace", index.data(Role.FACE))
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, box, option.state, shows_focus=self.shows_focus)
        left = box.left() + look.space("m")
        top = box.top() + (box.height() - sum(_LINES)) / 2
        paint_icon(painter, self.theme, face.icon, face.accent, left, top + _LINES[0] / 2, _ICON)
        left += _ICON + look.space("s")
        width = box.right() - look.space("m") - left
        mark = self.theme.colour("mark")
        for height, text, font, token, marks in (
            (_LINES[0], face.title, look.font("body", semibold=True), "tx", face.title_marks),
            (_LINES[1], face.text, look.font("small"), "tx2", face.text_marks),
            (_LINES[2], face.foot, look.font("tiny"), "tx3", ()),
        ):
            line = QRectF(left, top, width, height)
            paint_line(painter, line, text, font, self.theme.colour(token), marks, mark)
            top += height
        painter.restore()


class ResultsView(QListView):
    """The list. `entered_row(QModelIndex)` follows Enter or a double-click.

    `left()` follows Escape, or Up on the first row; `typed(str)` a letter, which belongs into the
    field.
    """

    entered_row = Signal(QModelIndex)
    left = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchResults")
        self.setAccessibleName("Search results")
        self._delegate = ResultDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(self.entered_row)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def move_in(self) -> None:
        """Take the focus, to the row that was current or the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.shows_focus = event.reason() is not Qt.FocusReason.MouseFocusReason

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.shows_focus = False
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_for_list(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.shows_focus = True
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.entered_row.emit(index)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Up if index.row() <= 0:
                self.left.emit()
            case _ if event.text().isprintable() and event.text().strip():
                self.typed.emit(event.text())
            case _:
                super().keyPressEvent(event)
