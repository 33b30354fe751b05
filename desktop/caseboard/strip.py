"""`Strip`: what lies over the upper edge of the boards while they are shown in a way of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget


class Strip(QFrame):
    """As wide as its parent, whose content lies below it. `left()` follows Escape."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        parent.installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Lie over the upper edge of the parent, as wide as it is."""
        width = self._parent.width()
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(0, 0, width, height)
        # What is shown lies below it, not under it.
        self._parent.setContentsMargins(0, height, 0, 0)
        self.raise_()

    def go_away(self) -> None:
        """Leave the whole parent to what is in it."""
        self.hide()
        self._parent.setContentsMargins(0, 0, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._parent and event.type() is QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
