"""`AskClaim`: for which claim is it graded?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.choice_popup import Choice, ChoicePopup
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme
from casedb.model.records import Item
from casedb.model.visible_text import visible
from casedb.words import say

_LONGEST = 120


class AskClaim(ChoicePopup):
    """The claims that something speaks to, and whatever it is cited for, which has no id."""

    def __init__(self, claims: Sequence[Item], theme: Theme, parent: QWidget | None = None) -> None:
        choices = [
            Choice(each.id, _title(each), say("For this claim alone"), "claim", "claim")
            for each in claims
        ]
        choices.append(
            Choice(
                "",
                say("Whatever it is cited for"),
                say("For every claim that has no grade of its own"),
                "verify",
            )
        )
        super().__init__(say("For which claim?"), choices, theme, parent)

    @classmethod
    def ask(cls, parent: QWidget, on_desktop: QPoint, claims: Sequence[Item]) -> str | None:
        """Ask at a point of the screen; a claim's id, empty for all of them, None where dismissed."""
        return cls(claims, present_theme(), parent).wait_for_choice(on_desktop)


def _title(claim: Item) -> str:
    line = " ".join(visible(claim.title[: 2 * _LONGEST]).split())
    if not line:
        return say("Untitled claim")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
