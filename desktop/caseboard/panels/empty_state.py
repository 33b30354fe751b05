"""`EmptyState`: what a panel says while there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from caseboard.measures import set_margins, set_spacing


class EmptyState(QWidget):
    """A short title, where there is one, and a sentence about what can be done."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._label("emptyTitle")
        self._text = self._label("emptyText")
        layout = QVBoxLayout(self)
        set_margins(layout, "l")
        set_spacing(layout, "xs")
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addStretch(1)
        self.say(title, text)

    def say(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
