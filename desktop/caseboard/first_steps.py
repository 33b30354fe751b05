"""`FirstSteps`: what an empty board says that could be done at once, with a button for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from caseboard.measures import set_margins, set_spacing
from caseboard.scale import px
from casedb.words import say

_LEAST, _ABOVE = 440, 72
"""How wide it is at least, and how far above the foot, where the zoom box is; in pixels at 100 %."""


class FirstSteps(QFrame):
    """Lies over the foot of an empty board.

    `place_wanted()` asks for the items that are on no board, `name_wanted()` for the name that stands in
    the journal.
    """

    place_wanted = Signal()
    name_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("firstSteps")
        self.setAccessibleName(say("First steps"))
        grid = QGridLayout(self)
        set_margins(grid, "m", "s", "s", "s")
        set_spacing(grid, "m", "xs")
        grid.setColumnStretch(0, 1)
        self.loose, self.place = self._line(grid, 0, say("Place here"))
        self.unnamed, self.name = self._line(grid, 1, say("Set your name…"))
        self.unnamed.setText(unnamed_sentence())
        self.place.clicked.connect(self.place_wanted)
        self.name.clicked.connect(self.name_wanted)
        self.hide()

    def _line(self, grid: QGridLayout, row: int, action: str) -> tuple[QLabel, QPushButton]:
        label, button = QLabel(self), QPushButton(action, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(button)
        grid.addWidget(label, row, 0)
        grid.addWidget(button, row, 1)
        return label, button

    def offer(self, *, loose: int, is_unnamed: bool) -> None:
        """Offer to place so many items, and to say who works here; without either it is gone."""
        sentence = say("{n} item is on no board yet.", "{n} items are on no board yet.", n=loose)
        self.loose.setText(sentence)
        self.place.setAccessibleDescription(sentence)
        self.name.setAccessibleDescription(self.unnamed.text())
        for part in (self.loose, self.place):
            part.setVisible(bool(loose))
        for part in (self.unnamed, self.name):
            part.setVisible(is_unnamed)
        self.setVisible(bool(loose) or is_unnamed)
        self.fit()

    def fit(self) -> None:
        """Lie above the foot: in the middle somebody double-clicks."""
        self.ensurePolished()
        room, layout = self.parentWidget(), self.layout()
        if room is None or layout is None or self.isHidden():
            return
        layout.activate()
        width = min(max(self.sizeHint().width(), px(_LEAST)), room.width() - px(32))
        height = max(self.sizeHint().height(), layout.totalHeightForWidth(width))
        top = room.height() - height - px(_ABOVE)
        self.setGeometry((room.width() - width) // 2, max(0, top), width, height)


def unnamed_sentence() -> str:
    """What is said as long as nobody has given a name."""
    return say("The journal knows you as “unnamed user”.")
