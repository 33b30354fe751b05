"""`LensField`: a line to search with, with a lens where it begins."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QWidget

from caseboard import theme as look
from caseboard.scale import px
from caseboard.theme import Theme

ICON = 16
"""The side of the lens, and of what may stand at the end, in pixels at 100 %."""


class LensField(QLineEdit):
    """The lens is no action of the line: the icons of those have one size for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lens = QLabel(self)
        self._end: QWidget | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, and at the present scale."""
        picture = look.icon_pixmap("search", theme.hex("tx3"), px(ICON), self.devicePixelRatioF())
        self._lens.setPixmap(picture)
        self._place()

    def put_at_end(self, widget: QWidget) -> None:
        """Let something stand where the line ends."""
        self._end = widget
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put lens and end at the ends of the line, and the text between them."""
        side, gap = px(ICON), look.space("s")
        top = (self.height() - side) // 2
        for part, x in ((self._lens, gap), (self._end, self.width() - side - gap)):
            if part is not None:
                box = QRect(x, top, side, side)
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
        taken = side + gap + px(2)
        self.setTextMargins(taken, 0, taken, 0)
