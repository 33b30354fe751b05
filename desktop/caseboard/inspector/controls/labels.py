"""Labels: plain text only, hints that can warn, icons and pills painted from tokens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseboard.inspector.controls.look import Look, paint_chip, paint_mark
from caseboard.measures import fix_size
from caseboard.mirror import is_mirrored, start_of
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.theme import font, radius, small_caps, space


class PlainLabel(QLabel):
    """A label that takes every text as plain text."""

    def __init__(self, text: str = "", name: str = "inspectorQuiet", wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        # Else a styled label is indented by half a letter.
        self.setIndent(0)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.setMinimumWidth(1)
        self.setText(text)
        self._lead()

    def _lead(self) -> None:
        """Begin at the right where reading does, with whatever script: as all of the form does."""
        flag, way = Qt.AlignmentFlag, self.layoutDirection()
        upright = self.alignment() & flag.AlignVertical_Mask
        self.setAlignment((start_of(way) if is_mirrored(way) else flag.AlignLeft) | upright)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._lead()


class ElidedLabel(PlainLabel):
    """One line of text that is cut with an ellipsis where it does not fit."""

    def __init__(self, text: str = "", name: str = "inspectorQuiet") -> None:
        super().__init__(text, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(space("xl"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        start = start_of(self.layoutDirection())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | start, text)
        painter.end()


class CapsLabel(ElidedLabel):
    """The title of a section, or a kind's name, in spaced small capitals.

    `accent` is the token of its colour.
    """

    def __init__(self, text: str = "", accent: str = "tx3") -> None:
        super().__init__(text, "inspectorCaps")
        self.setFont(small_caps())
        self.setProperty("accent", accent)

    def refit(self) -> None:
        """Take the letters of another scale."""
        self.setFont(small_caps())

    def set_accent(self, accent: str) -> None:
        """Take the colour of another token."""
        if self.property("accent") != accent:
            self.setProperty("accent", accent)
            restyle(self)


class HintLine(PlainLabel):
    """A small line below a control; not there when it has nothing to say.

    Its `tone` is `quiet` for readings and help, `warn` for what was not understood, `err` for what failed.
    """

    def __init__(self) -> None:
        super().__init__("", "inspectorHint", wrap=True)
        self.setProperty("tone", "quiet")
        self.hide()

    def say(self, text: str, tone: str = "quiet") -> None:
        """Show a sentence; an empty one hides the line."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))


class IconLabel(QWidget):
    """An icon in the colour of a token; it says nothing to a screen reader by itself."""

    def __init__(self, look: Look, name: str, token: str = "tx2", size: int = 16) -> None:
        super().__init__()
        self._look, self._name, self._token = look, name, token
        fix_size(self, size, size)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._name, QRectF(self.rect()), self._look, self._token)
        painter.end()


class Pill(QLabel):
    """A short state in a pill: outlined in its colour, or filled where it is a grade."""

    def __init__(self, look: Look, filled: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look, self._filled, self._token = look, filled, "tx2"
        self.hide()

    def say(self, text: str, token: str = "tx2") -> None:
        """Show a word in the colour of a token; an empty one hides the pill."""
        self._token = token
        self.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_pill_font())
        width = metrics.horizontalAdvance(self.text()) + 2 * space("s")
        return QSize(width, metrics.height() + space("xs"))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * space("s"), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corner = min(radius("chip"), box.height() / 2)
        if self._filled:
            paint_chip(painter, box, self._look, radius("control") - px(2))
        else:
            painter.setPen(QPen(self._look.theme.colour(self._token), self._look.theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
        painter.setPen(self._look.theme.colour(self._token))
        painter.setFont(_pill_font())
        room = int(box.width()) - space("s")
        metrics = QFontMetrics(_pill_font())
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def _pill_font() -> QFont:
    return font("tiny", semibold=True)
