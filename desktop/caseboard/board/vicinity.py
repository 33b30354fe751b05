"""`Vicinity`: what lies around where was looked last, as the next look mostly goes there too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from caseboard.board.strings import Ints

Find: TypeAlias = Callable[[float, float, float, float], Ints]
"""The rows that meet a rectangle of left, top, right, bottom, found by looking at all there are."""

FEW = 4000
"""Of no more rows than this all are looked at: that takes no longer."""
WIDEST = 20_000.0
"""Who looks at more than this, in board units, looks at much of the board anyway."""
REACH = 3000.0
"""How far around where was looked rows are remembered, in board units."""
LARGE_PART = 8
"""One part in so many of all rows is too much to be remembered: to look through it saves little."""


class Vicinity:
    """Remembers the rows of a table around one place; to be told when any row's place changes.

    A square of the board, the labels in it and what lies under the mouse are looked for one after
    the other and side by side: among a few hundred rows instead of all hundred thousand.
    """

    def __init__(self) -> None:
        self._edges = (np.nan, np.nan, np.nan, np.nan)
        self._rows: Ints | None = None

    def forget(self) -> None:
        """Look anew: something has moved."""
        self._edges = (np.nan, np.nan, np.nan, np.nan)

    def rows(
        self, find: Find, count: int, left: float, top: float, right: float, bottom: float
    ) -> Ints | None:
        """Rows among which are all that meet a rectangle, in ascending order; None where looking at
        all `count` of them, as `find` does, is as quick."""
        if count <= FEW or not max(right - left, bottom - top) <= WIDEST:
            return None
        low_x, low_y, high_x, high_y = self._edges
        if not (low_x <= left and low_y <= top and right <= high_x and bottom <= high_y):
            edges = left - REACH, top - REACH, right + REACH, bottom + REACH
            found = find(*edges)
            self._rows = found if len(found) <= count // LARGE_PART else None
            self._edges = edges
        return self._rows
