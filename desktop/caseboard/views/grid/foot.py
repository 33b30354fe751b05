"""`Words`: a few lines of text below a grid, cut where there are more."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseboard.lettering import Lettering, set_lines
from caseboard.mirror import is_mirrored
from caseboard.plain_tips import tip
from caseboard.scale import px, scaled
from caseboard.theme import Theme
from caseboard.views.grid.painting import step

_SIDE, _UPRIGHT = 12.0, 5.0


class Words(QWidget):
    """Text in so many lines at the most; a steady one keeps the height of all of them."""

    def __init__(
        self, theme: Theme, token: str, most: int, parent: QWidget, *, is_steady: bool
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._token, self._most, self._is_steady = token, most, is_steady
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text:
            self.text = text
            self.setAccessibleName(text)
            self.setToolTip(tip(text) if self._lines.is_elided else "")
            self._fit()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.update()

    def refit(self) -> None:
        """Take the height of another scale."""
        self._fit()

    @property
    def _lines(self) -> Lettering:
        return set_lines(self.text, step("small"), self._room, self._most)

    @property
    def _room(self) -> float:
        return max(1.0, self.width() / scaled(1.0) - 2 * _SIDE)

    def _fit(self) -> None:
        lines = self._most if self._is_steady else self._lines.lines
        pitch = step("small").pitch
        high = px(math.ceil(lines * pitch + 2 * _UPRIGHT)) if lines else 0
        if self.height() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(160), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("surf2"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.theme.colour("bd"))
        scale = scaled(1.0)
        painter.scale(scale, scale)
        lines = self._lines
        left = _SIDE
        if is_mirrored(self.layoutDirection()):
            left = _SIDE + self._room - lines.width - lines.start
        lines.paint(painter, left, _UPRIGHT, self.theme.colour(self._token))
        painter.end()
