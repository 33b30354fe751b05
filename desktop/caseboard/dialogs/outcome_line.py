"""`OutcomeLine`: what became of something that was asked for in a dialog, or why it was not done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from caseboard.restyling import restyle
from caseboard.voices import announce

_NAMES = {True: "dialogHint", False: "filterTrouble"}


class OutcomeLine(QLabel):
    """Stands nowhere until there is something to say, and is read aloud then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: str, *, is_well: bool = False) -> None:
        """Say a sentence, as trouble unless it is one of success; an empty one goes away."""
        self.setObjectName(_NAMES[is_well])
        restyle(self)
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
