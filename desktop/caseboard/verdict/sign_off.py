"""`SignOff`: the newest version of a verdict is signed off by somebody who has reviewed it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from caseboard.measures import set_margins, set_spacing
from caseboard.verdict.since import Since
from caseboard.verdict.words_box import Words
from casedb.model.contents import Contents
from casedb.model.verdict_words import SAME_PERSON, signed_in_words
from casedb.model.verdicts import author_of, is_same_person
from casedb.verdict_giving import why_version_not_signed
from casedb.words import say


class SignOff(QWidget):
    """Who signs off, and why it cannot be done now where that is so. `wanted(str)` carries the name."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._author = ""
        self.title = Words("panelHeading", self, say("Sign-off by a reviewer"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(say("Name of the reviewer"))
        self.name.setPlaceholderText(say("Name of the reviewer"))
        self.name.setMaxLength(200)
        self.button = QPushButton(say("Sign off"), self)
        self.told = Words("verdictHint", self)
        column = QVBoxLayout(self)
        set_margins(column, "l", 0, "l", "m")
        set_spacing(column, "xs")
        row = QHBoxLayout()
        set_spacing(row, "s")
        row.addWidget(self.name, 1)
        row.addWidget(self.button)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.told)
        self.name.textChanged.connect(self._comment)
        self.name.returnPressed.connect(self._press)
        self.button.clicked.connect(self._press)
        self._refusal = ""
        self._missing = ""

    def show_version(self, contents: Contents, since: Since) -> None:
        """Show whether the newest verdict on a claim can be signed off."""
        verdict = since.verdict
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        signed = signed_in_words(contents, verdict)
        self._author = author_of(contents, verdict)
        self._missing = signed or why_version_not_signed(verdict, since.changes)
        for part in (self.name, self.button):
            part.setVisible(not signed)
        self._comment()

    def refuse(self, refusal: str) -> None:
        """Say what else is in the way; empty for nothing."""
        if refusal != self._refusal:
            self._refusal = refusal
            self._comment()

    def _comment(self) -> None:
        name, refusal = self.name.text(), self._refusal or self._missing
        self.name.setEnabled(not refusal)
        self.button.setEnabled(not refusal and bool(name.strip()))
        if refusal:
            self.told.say(refusal)
        elif is_same_person(name, self._author):
            self.told.say(say(SAME_PERSON), "warn")
        else:
            self.told.say("")

    def _press(self) -> None:
        if self.button.isEnabled():
            self.wanted.emit(self.name.text())
