"""`AskGrade`: how credible is it, or how reliable is its source?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.choice_popup import Choice, ChoicePopup
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme
from casedb.model.schemes import Grade
from casedb.words import say, term

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {"credibility": term("How credible is it?"), "reliability": term("How reliable is the source?")}
)
"""What is asked for each sort of assessment."""


class AskGrade(ChoicePopup):
    """The words of a scheme, each with what it means."""

    def __init__(
        self, sort: str, grades: Sequence[Grade], theme: Theme, parent: QWidget | None = None
    ) -> None:
        choices = [Choice(each.value, each.shown, each.shown_meaning, "verify") for each in grades]
        super().__init__(
            say(QUESTIONS[sort]), choices, theme, parent, is_dense=True, marks_first=False
        )

    @classmethod
    def ask(
        cls, parent: QWidget, on_desktop: QPoint, sort: str, grades: Sequence[Grade]
    ) -> str | None:
        """Ask at a point of the screen; a word of the scheme, or None."""
        return cls(sort, grades, present_theme(), parent).wait_for_choice(on_desktop)
