"""`ElidedLabel`: one line of text that gives way where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseboard.mirror import start_of
from caseboard.plain_tips import give_tip
from caseboard.scale import px


class ElidedLabel(QLabel):
    """A line of plain text, elided at its end; what is cut off is in the tool tip."""

    def __init__(self, least: int, parent: QWidget | None = None) -> None:
        """It is never narrower than `least` pixels at 100 % unless its text is."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._least = least

    def show_text(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        give_tip(self, text)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(self._least)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        start = start_of(self.layoutDirection())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | start, shown)
        painter.end()
