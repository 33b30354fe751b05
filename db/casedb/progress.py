"""How far a long piece of work has come, for whoever wants to hear of it and may end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Told: TypeAlias = "Callable[[int, int], None]"
"""Hears how much is done, and of how much (0 where nobody can say); what it raises ends the work."""


class Progress:
    """Counts what is done of a whole, and tells it."""

    def __init__(self, told: Told | None = None) -> None:
        self._told = told
        self._done = self._whole = 0

    def begin(self, whole: int) -> None:
        """Tell how much there is to do."""
        self._whole = whole
        self.go_on()

    def go_on(self, by: int = 0) -> None:
        """Tell that so much more is done; of none, that the work goes on."""
        self._done = min(self._done + by, self._whole)
        if self._told is not None:
            self._told(self._done, self._whole)

    def end(self) -> None:
        """Tell that all is done."""
        self.go_on(self._whole)
