"""`KeyRecorder`: a field that takes the next key that is struck, whatever that does elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from caseboard.keys import key_of, shown_held
from casedb.words import say, term

PRESS = term("Press the keys…")


class KeyRecorder(QLineEdit):
    """`recorded(str)` carries a key as it is stored; `left()` follows Escape, Tab or a click elsewhere."""

    recorded = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyRecorder")
        self.setReadOnly(True)
        self.setPlaceholderText(say(PRESS))
        self.setAccessibleName(say("Press the keys; Escape leaves"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

        self._shows_held = False

    def start(self) -> None:
        """Wait for a key."""
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        # Before any shortcut, button or Tab has it.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = key_of(event)
        if key == "Esc":
            self.left.emit()
        elif key in ("Tab", "Shift+Tab"):
            self.focusNextPrevChild(key == "Tab")
        elif key:
            self._shows_held = False
            self.recorded.emit(key)
        else:
            self._shows_held = True
            self.setText(shown_held(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if self._shows_held:
            self.clear()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
