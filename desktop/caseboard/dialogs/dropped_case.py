"""`DroppedCase`: a case was dropped on the board of another; is it to be opened, or taken in?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from caseboard.dialogs.message import SentenceDialog
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme
from casedb.model.visible_text import visible
from casedb.words import say

OPEN, TAKE_IN = "open", "take in"


class DroppedCase(SentenceDialog):
    """Offers to open the case, or to take its file in. Escape does neither."""

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        sentence = say(
            "“{name}” is a case. It can be opened in place of the one that is open, or become a "
            "document in that one.",
            name=visible(path.name),
        )
        heading = say("Open this case, or take it in as a document?")
        super().__init__(heading, sentence, theme, parent, icon="help")
        self.answer = ""
        role = QDialogButtonBox.ButtonRole
        self.cancel = self.add_button(say("Cancel"), role.RejectRole)
        self.take_in = self.add_button(say("Take in as a document"), role.ActionRole)
        self.open_it = self.add_button(
            say("Open", about="command"), role.AcceptRole, name="primary"
        )
        self.take_in.clicked.connect(self._take_in)
        self.accepted.connect(self._open)
        self.open_it.setDefault(True)
        self.open_it.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, path: Path) -> str:
        """Ask, and wait: `open`, `take in`, or nothing."""
        dialog = cls(path, present_theme(), parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def _open(self) -> None:
        self.answer = self.answer or OPEN

    def _take_in(self) -> None:
        self.answer = TAKE_IN
        self.accept()
