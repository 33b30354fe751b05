"""`MissingCase`: a recent case is not where it was; what is to be done about it?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from caseboard.dialogs.message import SentenceDialog
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme
from casedb.model.visible_text import visible
from casedb.words import say

LOCATE, FORGET = "locate", "forget"


class MissingCase(SentenceDialog):
    """Offers to look for the file, or to forget it. Escape leaves everything as it is."""

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        sentence = say(
            "There is no “{name}” in {folder} now. It may have been moved or renamed, or the disk that "
            "it lies on is not connected.",
            name=visible(path.name),
            folder=visible(str(path.parent)),
        )
        super().__init__(
            say("The case is not where it was"),
            sentence,
            theme,
            parent,
            icon="warning",
            token="warn",
        )
        self.answer = ""
        role = QDialogButtonBox.ButtonRole
        self.cancel = self.add_button(say("Cancel"), role.RejectRole)
        self.forget = self.add_button(say("Take off the list"), role.ActionRole)
        self.locate = self.add_button(say("Locate…"), role.AcceptRole, name="primary")
        self.forget.clicked.connect(self._forget)
        self.accepted.connect(self._locate)
        self.locate.setDefault(True)
        self.locate.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, path: Path) -> str:
        """Ask, and wait: `locate`, `forget`, or nothing."""
        dialog = cls(path, present_theme(), parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def _locate(self) -> None:
        self.answer = self.answer or LOCATE

    def _forget(self) -> None:
        self.answer = FORGET
        self.accept()
