"""`FileFoot`: below what was found: the page of a file to be seen, and files that are still to be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from caseboard.measures import set_margins, set_spacing
from casedb.words import say

KEY = "Ctrl+Enter"
"""What shows the page of the current result."""


class FileFoot(QFrame):
    """Offers what can be done about files, and takes no room where that is nothing.

    `page_wanted()` asks for the page of the current result, `reading_wanted()` for the words of the
    files that are still to be read.
    """

    page_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fileFoot")
        self.page = self._button()
        self.page.clicked.connect(self.page_wanted)
        self.told = QLabel(self)
        self.told.setObjectName("fileFootTold")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.read = self._button()
        self.read.setText(say("Read them now"))
        self.read.clicked.connect(self.reading_wanted)
        column = QVBoxLayout(self)
        set_margins(column, "s", "xs", "s", "s")
        set_spacing(column, 2)
        for widget in (self.page, self.told, self.read):
            column.addWidget(widget)
            widget.hide()
        self.hide()

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("panelAction")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAutoDefault(False)
        return button

    def offer_page(self, words: str) -> None:
        """Offer to see a page, called so; nothing where there is none."""
        self.page.setText(say("{what} ({key})", what=words, key=KEY) if words else "")
        self._show(self.page, is_there=bool(words))

    def tell_unread(self, count: int, *, may_read: bool) -> None:
        """Say how many files are still to be read, and offer that where somebody may."""
        if count:
            self.told.setText(
                say(
                    "The words of {n} file are not read yet: it is found by its name only.",
                    "The words of {n} files are not read yet: they are found by their names only.",
                    n=count,
                )
            )
        self._show(self.told, is_there=count > 0)
        self._show(self.read, is_there=count > 0 and may_read)

    def tell_progress(self, done: int, whole: int) -> None:
        """Say how many files are read, and of how many."""
        self.told.setText(say("Reading files: {done} of {whole}", done=done, whole=whole))
        self._show(self.told, is_there=True)
        self._show(self.read, is_there=False)

    def _show(self, widget: QWidget, *, is_there: bool) -> None:
        widget.setVisible(is_there)
        parts = (self.page, self.told, self.read)
        self.setVisible(any(not each.isHidden() for each in parts))
