"""`MarkWords`: the words of a mark, written over the picture where they will stand."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from caseboard.scale import px
from caseboard.viewer.pane import Pane
from casedb.commands.annotations import LONGEST_TEXT
from casedb.words import say

WIDTH = 260
_MOST_LINES = 6
_AROUND = 6
"""Pixels at 100 %, and lines before it scrolls."""

FOR_A_MOMENT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why what is written in loses the focus that will come back to it."""


class MarkWords(QPlainTextEdit):
    """A field over a picture that follows a spot of it. `finished(str)` carries what was written,
    `left()` follows Escape; one of them comes, once.

    Return, Tab or a click elsewhere take what was written; Shift+Return begins another line.
    """

    finished = Signal(str)
    left = Signal()

    def __init__(self, pane: Pane, spot: tuple[float, float], text: str, hint: str) -> None:
        """`spot` is in fractions of the picture, `hint` says what is asked for."""
        super().__init__(pane)
        self.setObjectName("markWords")
        self.setAccessibleName(say("Words of the mark"))
        self.setPlaceholderText(hint)
        self.setToolTip(say("Return takes it, Shift+Return begins another line, Esc leaves it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(text)
        self._pane, self._spot = pane, spot
        self._is_over = False
        self.textChanged.connect(self.follow)
        pane.looked.connect(self.follow)
        pane.installEventFilter(self)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.selectAll()
        self.show()
        self.follow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Stand beside the spot, never out of sight, as high as what is written needs."""
        pane = self._pane
        # The hint is one line, whatever the language.
        around = self.width() - self.viewport().width() + 2 * self.document().documentMargin()
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText()) + math.ceil(around) + 2
        wide = min(max(px(WIDTH), hint), pane.width())
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        margins = 2 * self.document().documentMargin() + self.height() - self.viewport().height()
        is_long = self.document().size().height() > _MOST_LINES
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if is_long else policies.ScrollBarAlwaysOff
        )
        high = lines * self.fontMetrics().lineSpacing() + math.ceil(margins)
        at = pane.eye.from_fraction(*self._spot) + QPointF(px(_AROUND), px(_AROUND))
        x = max(0, min(round(at.x()), pane.width() - wide))
        y = max(0, min(round(at.y()), pane.height() - high))
        self.setGeometry(x, y, wide, high)

    def finish(self) -> None:
        """Take what was written."""
        text = self.toPlainText().strip()[:LONGEST_TEXT]
        if self._end():
            self.finished.emit(text)

    def leave(self) -> None:
        """Leave the words as they were."""
        if self._end():
            self.left.emit()

    def _end(self) -> bool:
        if self._is_over:
            return False
        # Hiding takes the focus away, which would end it a second time.
        self._is_over = True
        had_focus = self.hasFocus()
        self._pane.looked.disconnect(self.follow)
        self._pane.removeEventFilter(self)
        self.hide()
        if had_focus:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finish()
        else:
            super().keyPressEvent(event)
            # What it has no use for is no wish to turn or close the picture.
            event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab would go to the next widget before the field hears of it.
        self.finish()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in FOR_A_MOMENT:
            self.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane:
            if event.type() == QEvent.Type.Resize:
                self.follow()
            elif event.type() == QEvent.Type.MouseButtonPress:
                self.finish()
        return super().eventFilter(watched, event)
