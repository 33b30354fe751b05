"""`ResultsView`: the list of what was found, three lines a result."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from caseboard import theme as look
from caseboard.mirror import mirrored
from caseboard.panels.item_menu import place_of_menu
from caseboard.panels.plain_list import PlainList, RowDelegate
from caseboard.panels.search_results import ResultFace, Role
from caseboard.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

ROW_HEIGHT = 64
_ICON = 16
_LINES = (19, 17, 16)
"""The heights of title, text and foot, in pixels at 100 %."""


class ResultDelegate(RowDelegate):
    """Paints a result: what it is, where the words were met, where it lies."""

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
        lines = [
            (_LINES[0], face.title, look.font("body", semibold=True), "tx", face.title_marks),
            (_LINES[1], face.text, look.font("small"), "tx2", face.text_marks),
            (_LINES[2], face.foot, look.font("tiny"), quiet(option.state), ()),
        ]
        lines = [line for line in lines if line[1]]
        way, whole, side = option.direction, QRectF(box), px(_ICON)
        left = box.left() + look.space("m")
        top = box.top() + (box.height() - sum(px(height) for height, *_ in lines)) / 2
        place = mirrored(QRectF(left, top, side, px(_LINES[0])), whole, way)
        middle = place.center().y()
        paint_icon(painter, self.theme, face.icon, face.accent, place.left(), middle, side)
        left += side + look.space("s")
        width = box.right() - look.space("m") - left
        for height, text, font, token, marks in lines:
            ink = self.theme.colour(token)
            line = mirrored(QRectF(left, top, width, px(height)), whole, way)
            paint_line(painter, line, text, font, ink, marks, self.theme, way)
            top += px(height)
        painter.restore()


class ResultsView(PlainList):
    """The list. `entered_row(QModelIndex)` follows Enter or a double-click, `page_wanted()` Ctrl+Enter.

    `left()` follows Up on the first row; `typed(str)` a letter, which belongs into the
    field; `menu_wanted(QPoint)` carries where on the screen the menu belongs.
    """

    entered_row = Signal(QModelIndex)
    page_wanted = Signal()
    left = Signal()
    typed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(ResultDelegate(theme, ROW_HEIGHT), say("Search results"), parent)
        self.setObjectName("searchResults")
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.doubleClicked.connect(self.entered_row)

    def move_in(self) -> None:
        """Take the focus, to the row that was current or the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(place_of_menu(self, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_second = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid() and is_second:
                self.page_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.entered_row.emit(index)
            case Qt.Key.Key_Up if index.row() <= 0:
                self.left.emit()
            case _ if event.text().isprintable() and event.text().strip():
                self.typed.emit(event.text())
            case _:
                super().keyPressEvent(event)
