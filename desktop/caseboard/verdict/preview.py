"""`Preview`: a verdict as it will be read, to be copied as text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from caseboard.measures import set_least_height, set_margins, set_spacing
from caseboard.verdict.words_box import Words
from casedb.words import say


class Preview(QWidget):
    """The words of a verdict as paragraphs. `copied()` follows a copy of all of them."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy_button = QPushButton(say("Copy as text"), self)
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("verdictPreview")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("The verdict as it will be read"))
        set_least_height(self.text, 60)
        column = QVBoxLayout(self)
        set_margins(column, "m", "s", "m", "s")
        set_spacing(column, "xs")
        row = QHBoxLayout()
        row.addWidget(Words("panelHeading", self, say("As it will be read")), 1)
        row.addWidget(self.copy_button)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        self.copy_button.clicked.connect(self._copy)

    def show_text(self, text: str) -> None:
        """Show a text, where it was scrolled to."""
        self.copy_button.setEnabled(bool(text))
        if text != self.text.toPlainText():
            top = self.text.verticalScrollBar().value()
            self.text.setPlainText(text)
            self.text.verticalScrollBar().setValue(top)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit()
