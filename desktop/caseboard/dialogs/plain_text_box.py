"""`PlainTextBox`: text to read and copy, as it is, as high as it needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from caseboard.scale import px

AROUND, LEAST = 240, 60
"""The height of the screen in pixels at 100 % that it leaves to others, and what it takes anyway."""


class PlainTextBox(QPlainTextEdit):
    """Read-only text that breaks also inside words, and scrolls above a height."""

    def __init__(self, text: str, width: int, tallest: int, parent: QWidget | None = None) -> None:
        """`width` and `tallest` are told in pixels at 100 %."""
        super().__init__(text, parent)
        self.setObjectName("plainTextBox")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._width_told, self._tallest = width, tallest

    @property
    def _wide(self) -> int:
        return px(self._width_told)

    def sizeHint(self) -> QSize:
        # What is around it, headings and buttons, must have room on the screen as well.
        room = self.screen().availableGeometry().height() - px(AROUND)
        tallest = max(px(LEAST), min(px(self._tallest), room))
        return QSize(self._wide, min(tallest, self._height_of_text() + 2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _height_of_text(self) -> int:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        height = 0.0
        for paragraph in self.toPlainText().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self._wide)
                height += line.height()
            layout.endLayout()
            height += 0 if paragraph else self.fontMetrics().height()
        return round(height + 0.5)
