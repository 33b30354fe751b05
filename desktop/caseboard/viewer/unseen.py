"""`Unseen`: in the middle of an empty pane: why a file is not shown there, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from caseboard.measures import set_least_width, set_margins, set_spacing
from caseboard.viewer.pane import Pane
from casedb.words import say

_WIDTH = 360


class Unseen(QFrame):
    """The notice. `saving_wanted()` follows its button."""

    saving_wanted = Signal()

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        column = QVBoxLayout(self)
        set_margins(column, "l")
        set_spacing(column, "m")
        title = QLabel(say("This file cannot be shown"), self)
        title.setObjectName("panelHeading")
        self.why = QLabel(self)
        self.why.setObjectName("dialogHint")
        hint = QLabel(
            say("It can be saved as it came in, and looked at with another program."), self
        )
        hint.setObjectName("dialogHint")
        for label in (title, self.why, hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.save = QPushButton(say("Save original…"), self)
        self.save.clicked.connect(self.saving_wanted)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignHCenter)
        set_least_width(self, _WIDTH)
        around = QVBoxLayout(pane)
        around.addWidget(self, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say why nothing is shown, or go where the sentence is empty."""
        self.why.setText(sentence)
        self.setVisible(bool(sentence))
