"""`Progress`: how far long work has come, over the window, with a way to call it off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseboard.elided_label import ElidedLabel
from caseboard.measures import set_least_width, set_margins, set_spacing
from casedb.words import say

SHOWN_AFTER = 400
"""Milliseconds: what is done by then needs no bar."""
_STEPS = 1000


class Progress(QDialog):
    """A bar that keeps the hand off the window while something is done beside it.

    `cancelled()` follows `Cancel` and Escape; whoever does the work ends it.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget, sentence: str) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowTitle("Caseboard")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.sentence = QLabel(sentence, self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.count = QLabel("", self)
        self.count.setObjectName("dialogHint")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.name = ElidedLabel(120, self)
        self.name.setObjectName("dialogHint")
        self.cancel = QPushButton(say("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.call_off)
        self._lay_out()
        self.say(sentence)
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._clock.timeout.connect(self.open)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_margins(column, "xl")
        set_spacing(column, "m")
        column.addWidget(self.sentence)
        column.addWidget(self.bar)
        column.addWidget(self.count)
        foot = QHBoxLayout()
        set_spacing(foot, "l")
        # A name takes what the button leaves, and asks for nothing: names come and go.
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot.addWidget(self.name, 1)
        foot.addWidget(self.cancel)
        column.addLayout(foot)
        set_least_width(self, 420)

    def begin(self) -> None:
        """Show it in a moment, unless it has ended by then."""
        self._clock.start()

    def say(self, sentence: str) -> None:
        """Say what is done now."""
        self.sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.setAccessibleName(sentence)

    def show_count(self, done: int, whole: int, count: str, name: str = "") -> None:
        """Show how much is done, of a whole (0 where nobody can say), and what is in hand."""
        self.bar.setRange(0, _STEPS if whole else 0)
        self.bar.setValue(_STEPS * done // whole if whole else 0)
        self.count.setText(count)
        self.name.show_text(name)

    def finish_up(self, sentence: str) -> None:
        """Say that what is done now can be stopped no more."""
        self.say(sentence)
        self.cancel.setEnabled(False)

    def call_off(self) -> None:
        """Ask for an end, if there can be one."""
        if self.cancel.isEnabled():
            self.finish_up(say("Stopping…"))
            self.cancelled.emit()

    def reject(self) -> None:
        # Escape, and whatever closes windows, only asks: the work ends it.
        self.call_off()

    def end(self) -> None:
        """Go away, however the work ended."""
        self._clock.stop()
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()

    def sizeHint(self) -> QSize:
        """Always as high, whatever is told."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.minimumWidth()), hint.height())
