"""`PlainList`: what the lists of the panels share: one look of rows, keys of their own, a ring."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QWidget,
)

from caseboard.row_list import RowList, ThemedDelegate
from caseboard.theme import Theme

BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
"""How the focus comes to somebody who does not use the mouse."""

_KEYS = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Space,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_WIDTH = 160
_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_for_list(event: QEvent) -> bool:
    """Whether an event asks if a key is the list's own, and it is, whatever the window does with it.

    Keys that move, enter, select and copy rows are, and letters: they find the row that begins
    with them.
    """
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    key = cast("QKeyEvent", event)
    keys = QKeySequence.StandardKey
    if key.matches(keys.SelectAll) or key.matches(keys.Copy):
        return True
    if key.modifiers() & ~_SHIFTS:
        return False
    return key.key() in _KEYS or key.text().isalnum()


class RowDelegate(ThemedDelegate):
    """Paints rows of one height in a theme; `height` is told in pixels at 100 %.

    `shows_focus` is off while the mouse is used: the ring is for those who need it.
    """

    def __init__(self, theme: Theme, height: int, parent: QObject | None = None) -> None:
        super().__init__(theme, _WIDTH, height, parent)
        self.shows_focus = False


class PlainList(RowList[RowDelegate]):
    """A list of rows of one height, several of which may be selected."""

    def __init__(self, delegate: RowDelegate, name: str, parent: QWidget | None = None) -> None:
        super().__init__(delegate, name, parent)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def event(self, event: QEvent) -> bool:
        if is_for_list(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self.delegate.shows_focus = True
            if not self.currentIndex().isValid() and self.model().rowCount():
                self.setCurrentIndex(self.model().index(0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.delegate.shows_focus = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.delegate.shows_focus = True
        super().keyPressEvent(event)
