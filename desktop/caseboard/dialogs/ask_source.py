"""`AskSource`: which of several sources?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.choice_popup import Choice, ChoicePopup
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import Theme


class AskSource(ChoicePopup):
    """Sources to choose one from, each as its id, its name and what is told of it."""

    def __init__(
        self,
        title: str,
        sources: Sequence[tuple[str, str, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        choices = [Choice(source, name, hint, "source") for source, name, hint in sources]
        super().__init__(title, choices, theme, parent)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        on_desktop: QPoint,
        title: str,
        sources: Sequence[tuple[str, str, str]],
    ) -> str | None:
        """Ask at a point of the screen; the id of a source, or None."""
        return cls(title, sources, present_theme(), parent).wait_for_choice(on_desktop)
