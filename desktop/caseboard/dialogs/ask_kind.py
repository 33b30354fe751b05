"""`AskKind`: which kind of card is wanted here?"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.choice_popup import Choice, ChoicePopup
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme
from casedb.model.kinds import BLANK_KINDS
from casedb.words import say


class AskKind(ChoicePopup):
    """Every kind of card that begins blank, with its icon and what it is for; `but` leaves one out."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, title: str = "", but: str = ""
    ) -> None:
        choices = [
            Choice(kind.name, say(kind.label), say(kind.hint), kind.icon, kind.accent)
            for kind in BLANK_KINDS
            if kind.name != but
        ]
        super().__init__(title or say("New card"), choices, theme, parent)

    @classmethod
    def ask(cls, parent: QWidget, on_desktop: QPoint) -> str | None:
        """Ask at a point of the screen; the name of a kind, or None."""
        return cls(present_theme(), parent).wait_for_choice(on_desktop)

    @classmethod
    def ask_other(cls, parent: QWidget, on_desktop: QPoint, but: str) -> str | None:
        """Ask which other kind something is to be of; the name of a kind, or None."""
        popup = cls(present_theme(), parent, say("Convert to"), but)
        return popup.wait_for_choice(on_desktop)
