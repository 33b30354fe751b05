"""`AskBoard`: which board?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.choice_popup import Choice, ChoicePopup
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme


class AskBoard(ChoicePopup):
    """Boards to choose one from, each as its id, its title and how much is on it."""

    def __init__(
        self,
        title: str,
        boards: Sequence[tuple[str, str, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        choices = [Choice(board, label, hint, "board", "tx2") for board, label, hint in boards]
        super().__init__(title, choices, theme, parent)

    @classmethod
    def ask(
        cls, parent: QWidget, on_desktop: QPoint, title: str, boards: Sequence[tuple[str, str, str]]
    ) -> str | None:
        """Ask at a point of the screen; the id of a board, or None."""
        return cls(title, boards, present_theme(), parent).wait_for_choice(on_desktop)
