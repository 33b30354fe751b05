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
        low = max(-LIMIT, min(LIMIT - length, low))
        found = (self.after(low, length), self.before(low, length))
        on_board = [each for each in found if is_on_board(each, length)]
        return min(on_board, key=lambda each: (abs(each - low), -each), default=math.inf)


def is_on_board(low: float, length: float) -> bool:
    """Whether a stretch lies within the board."""
    return low >= -LIMIT - HAIR and low + length <= LIMIT + HAIR


def lies_on_board(rect: Rect) -> bool:
    """Whether a rectangle lies within the board."""
    return is_on_board(rect.x, rect.w) and is_on_board(rect.y, rect.h)


class _Boxes:
    """Rectangles from left to right."""

    __slots__ = ("lefts", "rects", "widest")

    def __init__(self, rects: Iterable[Rect]) -> None:
        self.rects = sorted(rects, key=itemgetter(0))
        self.lefts = [rect.x for rect in self.rects]
        self.widest = max((rect.w for rect in self.rects), default=0.0)

    def beside(self, left: float, right: float) -> Iterator[Rect]:
        """Those that share more than an edge with a column."""
        # None that begins further left than the widest is wide reaches as far.
        first = bisect_right(self.lefts, left - self.widest - HAIR)
        for rect in self.rects[first : bisect_left(self.lefts, right - HAIR)]:
            if rect.right > left + HAIR:
                yield rect


class Room:
    """Rectangles that are taken; whatever is put down keeps a gap from them."""

    __slots__ = ("_parts",)

    def __init__(self, taken: Iterable[Rect] = ()) -> None:
        # Each larger than the next, so that taking a few more is no work on all of them.
        self._parts = [_Boxes(each.grown(GAP) for each in taken)]

    def __len__(self) -> int:
        """How many rectangles are taken."""
        return sum(len(part.rects) for part in self._parts)

    def with_taken(self, taken: Iterable[Rect]) -> Room:
        """A room where these are taken too."""
        parts = list(self._parts)
        more = [each.grown(GAP) for each in taken]
        while parts and len(parts[-1].rects) <= 2 * len(more):
            more += parts.pop().rects
        room = Room()
        room._parts = [*parts, _Boxes(more)]
        return room

    def turned(self) -> Room:
        """The room with across and down exchanged."""
        room = Room()
        room._parts = [_Boxes(map(turned, part.rects)) for part in self._parts]
        return room

    def near(self, rect: Rect) -> Iterator[Rect]:
        """What is taken too near to a rectangle, with its gap."""
        for box in self._beside(rect.x, rect.right):
            if box.y < rect.bottom - HAIR and rect.y < box.bottom - HAIR:
                yield box

    def _beside(self, left: float, right: float) -> Iterator[Rect]:
        for part in self._parts:
            yield from part.beside(left, right)

    def is_free(self, rect: Rect) -> bool:
        """Whether nothing is taken too near to a rectangle."""
        return next(self.near(rect), None) is None

    def stretches(self, left: float, right: float) -> list[Stretch]:
        """What is taken of a column, from its upper to its lower end."""
        return [(box.y, box.bottom) for box in self._beside(left, right)]

    def nearest(self, rect: Rect) -> Rect | None:
        """The rectangle moved by the shortest way to where it is free, or None where the board is
        full."""
        if self.is_free(rect) and lies_on_board(rect):
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
        for part in self._parts:
            lefts.update(box.right for box in part.rects)
            lefts.update(box.x - rect.w for box in part.rects)
        found = sorted(
            (each for each in lefts if is_on_board(each, rect.w)),
            key=lambda each: (abs(each - rect.x), each),
        )
        return found[: max(8, _LOOKS // (len(self) + 1))]


def turned(rect: Rect) -> Rect:
    """A rectangle with across and down exchanged."""
    return Rect(rect.y, rect.x, rect.h, rect.w)
