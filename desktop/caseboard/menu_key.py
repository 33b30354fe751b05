"""The key that opens the menu of what is at hand, on systems that know only the one beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

MENU_KEY = "Shift+F10"
"""Stands in for the Menu key, which many keyboards lack; not every system takes the two for the same."""


def open_menu_by_key() -> bool:
    """Ask whatever has the keys for its menu, as Qt does at the Menu key; whether anything has them."""
    focused = QApplication.focusWidget()
    if focused is None:
        return False
    cursor = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    # Of whole pixels or of parts of them, as the widget has it.
    box = cursor.toRect() if isinstance(cursor, QRectF) else cursor
    at = box.center() if isinstance(box, QRect) else focused.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(focused, QContextMenuEvent(reason, at, focused.mapToGlobal(at)))
    return True
