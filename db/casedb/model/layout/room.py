"""`Room`: what is taken on a board, and where something still fits."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TypeAlias

from casedb.model.geometry import LIMIT, Rect
from casedb.model.layout.plan import GAP

Stretch: TypeAlias = tuple[float, float]
"""A part of a line, from lower to higher."""

HAIR = 1e-6
"""Distances below this come from rounding: they part nothing, and nothing overlaps by them."""
_LOOKS = 500_000
"""A free place is looked for with so many comparisons: then the best one found is taken."""


class Stretches:
    """Stretches of a line that are taken, and the way past them."""

    def __init__(self, taken: Iterable[Stretch]) -> None:
        self._lows: list[float] = []
        self._highs: list[float] = []
        for low, high in sorted(taken):
            if self._highs and low < self._highs[-1] + HAIR:
                self._highs[-1] = max(self._highs[-1], high)
            else:
                self._lows.append(low)
                self._highs.append(high)

    def after(self, low: float, length: float) -> float:
        """The lowest place from `low` on where something of a length lies free, in the board or not."""
        n = bisect_right(self._highs, low + HAIR)
        while n < len(self._lows) and self._lows[n] < low + length - HAIR:
            low = self._highs[n]
            n += 1
        return low

    def before(self, low: float, length: float) -> float:
        """The highest place up to `low` where something of a length lies free."""
        n = bisect_left(self._lows, low + length - HAIR) - 1
        while n >= 0 and self._highs[n] > low + HAIR:
            low = self._lows[n] - length
            n -= 1
        return low

    def nearest(self, low: float, length: float) -> float:
        """The free place that is nearest to `low` and lies on the board; infinite for none."""
        found = (self.after(low, length), self.before(low, length))
        on_board = [each for each in found if is_on_board(each, length)]
        return min(on_board, key=lambda each: (abs(each - low), -each), default=math.inf)


def is_on_board(low: float, length: float) -> bool:
    """Whether a stretch lies within the board."""
    return low >= -LIMIT - HAIR and low + length <= LIMIT + HAIR


class Room:
    """Rectangles that are taken; whatever is put down keeps a gap from them."""

    def __init__(self, taken: Iterable[Rect] = ()) -> None:
        self._boxes = sorted((each.grown(GAP) for each in taken), key=itemgetter(0))
        self._lefts = [box.x for box in self._boxes]
        self._widest = max((box.w for box in self._boxes), default=0.0)

    def __len__(self) -> int:
        """How many rectangles are taken."""
        return len(self._boxes)

    def with_taken(self, taken: Iterable[Rect]) -> Room:
        """A room where these are taken too."""
        return Room([*(box.grown(-GAP) for box in self._boxes), *taken])

    def turned(self) -> Room:
        """The room with across and down exchanged."""
        return Room(turned(box.grown(-GAP)) for box in self._boxes)

    def near(self, rect: Rect) -> Iterator[Rect]:
        """What is taken too near to a rectangle, with its gap."""
        for box in self._beside(rect.x, rect.right):
            if box.y < rect.bottom - HAIR and rect.y < box.bottom - HAIR:
                yield box

    def _beside(self, left: float, right: float) -> Iterator[Rect]:
        # None that begins further left than the widest is wide reaches as far.
        first = bisect_right(self._lefts, left - self._widest - HAIR)
        for box in self._boxes[first : bisect_left(self._lefts, right - HAIR)]:
            if box.right > left + HAIR:
                yield box

    def is_free(self, rect: Rect) -> bool:
        """Whether nothing is taken too near to a rectangle."""
        return next(self.near(rect), None) is None

    def stretches(self, left: float, right: float) -> list[Stretch]:
        """What is taken of a column, from its upper to its lower end."""
        return [(box.y, box.bottom) for box in self._beside(left, right)]

    def nearest(self, rect: Rect) -> Rect | None:
        """The rectangle moved by the shortest way to where it is free, or None where the board is
        full."""
        if self.is_free(rect) and is_on_board(rect.x, rect.w) and is_on_board(rect.y, rect.h):
            return rect
        best, least = None, math.inf
        for left in self._lefts_to_try(rect):
            if abs(left - rect.x) >= least:
                break
            top = Stretches(self.stretches(left, left + rect.w)).nearest(rect.y, rect.h)
            away = math.hypot(left - rect.x, top - rect.y)
            if away < least:
                best, least = Rect(left, top, rect.w, rect.h), away
        return best

    def _lefts_to_try(self, rect: Rect) -> Sequence[float]:
        """Where a rectangle may come to lie beside something, the nearest first."""
        # In the shortest way out it stays in its column, or touches something beside it.
        lefts = {max(-LIMIT, min(LIMIT - rect.w, rect.x))}
        for box in self._boxes:
            lefts.add(box.right)
            lefts.add(box.x - rect.w)
        found = sorted(
            (each for each in lefts if is_on_board(each, rect.w)),
            key=lambda each: (abs(each - rect.x), each),
        )
        return found[: max(8, _LOOKS // (len(self._boxes) + 1))]


def turned(rect: Rect) -> Rect:
    """A rectangle with across and down exchanged."""
    return Rect(rect.y, rect.x, rect.h, rect.w)
