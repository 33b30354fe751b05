"""`Section`: a title in small capitals, a few words and an action at its end, and what is below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import CapsLabel, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.measures import set_margins, set_spacing


class Section(QWidget):
    """A titled part of a page."""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self.column, 2)
        self._head = QHBoxLayout()
        set_margins(self._head, "xs", 0, 0, 0)
        set_spacing(self._head, "s")
        self.title = CapsLabel(title)
        self._head.addWidget(self.title, 1)
        self.column.addLayout(self._head)
        self._aside: PlainLabel | None = None

    def say_aside(self, text: str) -> None:
        """Show a few words at the end of the title."""
        if self._aside is None:
            self._aside = PlainLabel("", "inspectorAside")
            self._head.addWidget(self._aside)
        self._aside.setText(text)

    def add_action(self, text: str) -> TextButton:
        """Add a word that does something at the end of the title."""
        button = TextButton(text)
        self._head.addWidget(button)
        return button
