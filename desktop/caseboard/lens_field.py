"""`LensField`: a line to search with, with a lens where it begins."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QToolButton, QWidget

from caseboard import theme as look
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

ICON = 16
"""The side of the lens, and of the cross at the end, in pixels at 100 %."""


class LensField(QLineEdit):
    """Lens and cross are no actions of the line: the icons of those have one size for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("lens", True)
        self._lens = QLabel(self)
        self._cross: QToolButton | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, and at the present scale."""
        picture = look.icon_pixmap("search", theme.hex("tx3"), px(ICON), self.devicePixelRatioF())
        self._lens.setPixmap(picture)
        if self._cross is not None:
            self._cross.setIcon(look.icon("close", theme, "tx3", ICON))
        self._place()

    def offer_to_clear(self, name: str) -> None:
        """Put a cross where the line ends while there is text in it; `name` is what it says to ears."""
        cross = self._cross = QToolButton(self)
        cross.setObjectName("lensClear")
        cross.setCursor(Qt.CursorShape.ArrowCursor)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setToolTip(say("Clear"))
        cross.setAccessibleName(name)
        cross.clicked.connect(self.clear)
        cross.hide()
        self.textChanged.connect(self._show_cross)
        self._place()

    def _show_cross(self, text: str) -> None:
        if self._cross is not None:
            self._cross.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put lens and cross at the ends of the line, and the text between them."""
        side, gap = px(ICON), look.space("s")
        top = (self.height() - side) // 2
        for part, x in ((self._lens, gap), (self._cross, self.width() - side - gap)):
            if part is not None:
                box = QRect(x, top, side, side)
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
        taken = side + gap + px(2)
        self.setTextMargins(taken, 0, taken, 0)
