"""`Trail`: the boards that one has walked through, and what was selected where one left them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from caseboard.selection import Selected

LONGEST = 200
"""Steps that are remembered; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Step:
    """A board that was left, and what was selected on it."""

    board: str
    selected: Selected


class Trail:
    """Leads back through boards in the order in which they were left."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def leave(self, board_id: str, selected: Selected) -> None:
        """Take note that a board is left for another."""
        self._steps.append(Step(board_id, selected))
        del self._steps[:-LONGEST]

    def back(self, there: Container[str]) -> Step | None:
        """The step that was made last from one of these boards, which is forgotten; None for none."""
        while self._steps:
            step = self._steps.pop()
            if step.board in there:
                return step
        return None
