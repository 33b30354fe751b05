"""`PastStrip`: over a board that is shown as it was: as of when, and the way to other moments."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from caseboard import theme as look
from caseboard.measures import set_margins, set_spacing
from caseboard.strip import Strip
from caseboard.theme import Theme
from casedb.words import say

_ICON = 16


class PastStrip(Strip):
    """A sentence, a slider over the entries, the entry before and after, and the way back.

    `moved(int)` asks for an entry, once for however fast the slider runs; `restore_wanted()` for the
    selected thing as it is shown; `left()` follows Back to now and Escape.
    """

    moved = Signal(int)
    restore_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pastStrip")
        self.setAccessibleName(say("The board as it was"))
        self.words = QLabel(self)
        self.words.setObjectName("pastWords")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(say("Entry of the journal"))
        self.slider.valueChanged.connect(lambda: self._clock.start())
        self.before = self._button("chevron_left", say("The entry before"), -1)
        self.after = self._button("chevron_right", say("The entry after"), 1)
        self.restore_button = QPushButton(say("Bring back the selected"), self)
        self.restore_button.setToolTip(
            say("Bring what is selected here back to what it was, as a new change")
        )
        self.restore_button.clicked.connect(self.restore_wanted)
        self.back = QPushButton(say("Back to now"), self)
        self.back.setToolTip(say("Back to now (Esc)"))
        self.back.clicked.connect(self.left)
        self._clock = QTimer(self, interval=0, singleShot=True)
        self._clock.timeout.connect(lambda: self.moved.emit(self.slider.value()))
        self._build()
        self.set_theme(theme)

    def _build(self) -> None:
        way = QHBoxLayout()
        set_spacing(way, "xs")
        way.addWidget(self.before)
        way.addWidget(self.slider, 1)
        way.addWidget(self.after)
        doing = QHBoxLayout()
        set_spacing(doing, "s")
        doing.addWidget(self.restore_button)
        doing.addWidget(self.back)
        grid = QGridLayout(self)
        set_margins(grid, "m", "s", "m", "s")
        set_spacing(grid, "s", "xs")
        grid.addWidget(self.words, 0, 0, 1, 2)
        grid.addLayout(way, 1, 0)
        grid.addLayout(doing, 1, 1)
        grid.setColumnStretch(0, 1)

    def _button(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("iconButton")
        button.setProperty("sign", sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.slider.setValue(self.slider.value() + step))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        pair = (self.before, self.after)
        signs = [str(each.property("sign")) for each in pair]
        if self.isRightToLeft():
            signs.reverse()
        for button, sign in zip(pair, signs, strict=True):
            button.setIcon(look.icon(sign, theme, "tx2", _ICON))

    def show_moment(self, sentence: str, seq: int, last: int) -> None:
        """Say which entry the board is shown as of, of how many."""
        self.words.setText(sentence)
        self.slider.blockSignals(True)
        self.slider.setRange(1, last)
        self.slider.setPageStep(max(1, last // 20))
        self.slider.setValue(seq)
        self.slider.blockSignals(False)
        self.before.setEnabled(seq > 1)
        self.after.setEnabled(seq < last)
        self.place()
