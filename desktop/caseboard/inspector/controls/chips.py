"""Chips: words in a pill, to be chosen or taken away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from caseboard.inspector.controls.buttons import PaintedButton
from caseboard.inspector.controls.look import (
    Look,
    paint_chip,
    paint_mark,
    paint_ring,
)
from caseboard.mirror import mirrored, start_of
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.theme import font, space
from casedb.words import say

_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


INSET = 4
"""How far a chip stands in, in pixels at 100 %: as far as text does within its box."""


class ChipButton(PaintedButton):
    """A word to switch on and off."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("inset", INSET)
        # Narrower than its word where there is no room; else the form would be laid out too wide.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small"))
        wide = metrics.horizontalAdvance(self.text()) + 2 * space("s") + px(2)
        return QSize(wide, metrics.height() + px(8))

    @property
    def ground(self) -> str:
        """The token of what its word stands on."""
        return "acbg" if self.isChecked() else "hover" if self.hovered() else "surf"

    @property
    def ink(self) -> str:
        """The token of its word; the accent would be too pale on its own ground."""
        return "tx" if self.isChecked() else "tx2"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corner = box.height() / 2
        colours = self.look.theme
        painter.setPen(QPen(colours.colour("ac" if self.isChecked() else "bd2"), colours.line))
        painter.setBrush(colours.colour(self.ground))
        painter.drawRoundedRect(box, corner, corner)
        painter.setFont(font("small"))
        painter.setPen(colours.colour(self.ink))
        room = int(box.width()) - space("s")
        text = QFontMetrics(font("small")).elidedText(self.text(), _ELIDE, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self.shows_ring():
            paint_ring(painter, QRectF(self.rect()), self.look, corner)
        painter.end()


class TagChip(PaintedButton):
    """A word that can be taken off: press its cross, or Delete while it has the focus."""

    CROSS = 12
    MOST = 220

    def __init__(self, look: Look, text: str, shown: str, removable: bool) -> None:
        """`text` is the word itself, `shown` how it is painted."""
        super().__init__(look, say("Remove {title}", title=shown) if removable else shown)
        self.word = text
        self._removable = removable
        self.setText(shown)
        self.setProperty("inset", INSET)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        give_tip(self, say("{shown}\nPress to remove", shown=shown) if removable else shown)
        if not removable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small"))
        cross = px(self.CROSS) + space("xs") if self._removable else 0
        wide = metrics.horizontalAdvance(self.text()[:200]) + 2 * space("s") + cross
        return QSize(min(px(self.MOST), wide), metrics.height() + px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        corner = box.height() / 2
        paint_chip(painter, box, self.look, corner)
        painter.setFont(font("small"))
        painter.setPen(self.look.theme.colour("tx"))
        cross = px(self.CROSS) + space("xs") if self._removable else 0
        way = self.layoutDirection()
        room = mirrored(box.adjusted(space("s"), 0, -space("s") - cross, 0), box, way)
        metrics = QFontMetrics(font("small"))
        text = metrics.elidedText(self.text()[:200], _ELIDE, int(room.width()) + 1)
        painter.drawText(room, _MIDDLE | start_of(way), text)
        if self._removable:
            side = px(self.CROSS)
            top = (box.height() - side) / 2
            place = QRectF(box.right() - space("s") - side + px(2), top, side, side)
            token = "tx" if self.hovered() or self.shows_ring() else "tx3"
            paint_mark(painter, "close", mirrored(place, box, way), self.look, token)
        if self.shows_ring():
            paint_ring(painter, box, self.look, corner)
        painter.end()
