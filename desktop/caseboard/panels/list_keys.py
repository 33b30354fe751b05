"""Which keys a list keeps for itself while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

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
_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_for_list(event: QKeyEvent) -> bool:
    """Whether a key moves, enters, selects, copies or finds a row, whatever the window does with it.

    Letters find the row that begins with them.
    """
    keys = QKeySequence.StandardKey
    if event.matches(keys.SelectAll) or event.matches(keys.Copy):
        return True
    if event.modifiers() & ~_SHIFTS:
        return False
    return event.key() in _KEYS or event.text().isalnum()
