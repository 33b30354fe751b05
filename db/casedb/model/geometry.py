"""Points and rectangles on a board, in board units (one unit is one pixel at 100 %)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from casedb.words import say

LIMIT = 10_000_000.0
"""No card may lie further than this from the origin, so that screens can be computed exactly."""


def snap(value: float) -> float:
    """Round to hundredths and keep within the board, so that values survive any round trip.

    >>> snap(1.23456), snap(-0.001), snap(1e12)
    (1.23, 0.0, 10000000.0)
    """
    if not math.isfinite(value):
        raise ValueError(say("A position on the board must be a finite number."))
    return max(-LIMIT, min(LIMIT, round(value, 2))) + 0.0


class Point(NamedTuple):
    """A place on a board."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """The point shifted by (dx, dy)."""
        return Point(self.x + dx, self.y + dy)


class Rect(NamedTuple):
    """An upright rectangle on a board: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def moved(self, dx: float, dy: float) -> Rect:
        """The rectangle shifted by (dx, dy).

        >>> Rect(0, 0, 10, 10).moved(5, -5)
        Rect(x=5, y=-5, w=10, h=10)
        """
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, margin: float) -> Rect:
        """The rectangle with a margin added on all four sides."""
        return Rect(self.x - margin, self.y - margin, self.w + 2 * margin, self.h + 2 * margin)

    def contains(self, other: Rect) -> bool:
        """Whether the other rectangle lies inside this one; edges count as inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


def bounding_rect(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all of them, or None for none.

    >>> bounding_rect([Rect(0, 0, 1, 1), Rect(5, 5, 1, 2)])
    Rect(x=0, y=0, w=6, h=7)
    """
    boxes = list(rects)
    if not boxes:
        return None
    left = min(box.x for box in boxes)
    top = min(box.y for box in boxes)
    return Rect(
        left,
        top,
        max(box.right for box in boxes) - left,
        max(box.bottom for box in boxes) - top,
    )
