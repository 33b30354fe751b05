"""Cut rings and lines to a box of the map, so that what is drawn is never larger than what is seen."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from casedb.analysis.maps.mercator import Floats

Flags: TypeAlias = NDArray[np.bool_]


class Frame(NamedTuple):
    """A box of the map."""

    left: float
    top: float
    right: float
    bottom: float

    def shifted(self, by: float) -> Frame:
        """The same so much further east."""
        return Frame(self.left + by, self.top, self.right + by, self.bottom)

    def holds(self, boxes: Floats) -> Flags:
        """Which of boxes [N, 4] lie within it."""
        return (
            (boxes[:, 0] >= self.left)
            & (boxes[:, 2] <= self.right)
            & (boxes[:, 1] >= self.top)
            & (boxes[:, 3] <= self.bottom)
        )

    def meets(self, boxes: Floats) -> Flags:
        """Which of boxes [N, 4] (left, top, right, bottom) share a point with it."""
        return (
            (boxes[:, 0] <= self.right)
            & (boxes[:, 2] >= self.left)
            & (boxes[:, 1] <= self.bottom)
            & (boxes[:, 3] >= self.top)
        )


def cut_ring(ring: Floats, frame: Frame) -> Floats:
    """The part of an area [N, 2] within a box: by Sutherland and Hodgman, side by side.

    Where the area has several parts in the box they hang together along its sides.
    """
    for axis, limit, sign in (
        (0, frame.left, 1.0),
        (0, frame.right, -1.0),
        (1, frame.top, 1.0),
        (1, frame.bottom, -1.0),
    ):
        inside = sign * ring[:, axis] >= sign * limit
        if inside.all():
            continue
        if not inside.any():
            return ring[:0]
        after = np.roll(ring, -1, axis=0)
        crosses = inside != np.roll(inside, -1)
        step = after[:, axis] - ring[:, axis]
        share = np.divide(limit - ring[:, axis], step, out=np.zeros(len(ring)), where=crosses)
        both = np.empty((2 * len(ring), 2))
        both[0::2] = ring
        both[1::2] = ring + share[:, None] * (after - ring)
        both[1::2, axis] = limit
        kept = np.empty(len(both), dtype=bool)
        kept[0::2], kept[1::2] = inside, crosses
        ring = both[kept]
    return ring


def runs_along(ring: Floats, frame: Frame) -> Flags:
    """Which edges of a ring run along a side of a box: there it was cut, and nothing is to be drawn."""
    after = np.roll(ring, -1, axis=0)
    found = np.zeros(len(ring), dtype=bool)
    for axis, limits in ((0, (frame.left, frame.right)), (1, (frame.top, frame.bottom))):
        for limit in limits:
            found |= (ring[:, axis] == limit) & (after[:, axis] == limit)
    return found


def cut_segments(starts: Floats, ends: Floats, frame: Frame) -> tuple[Floats, Floats, Flags]:
    """The parts of straight pieces [N, 2] within a box, and which pieces have one: by Liang and Barsky."""
    step = ends - starts
    first, last = np.zeros(len(starts)), np.ones(len(starts))
    is_met = np.ones(len(starts), dtype=bool)
    for axis, low, high in ((0, frame.left, frame.right), (1, frame.top, frame.bottom)):
        moves, at = step[:, axis], starts[:, axis]
        still = moves == 0
        is_met &= ~still | ((at >= low) & (at <= high))
        safe = np.where(still, 1.0, moves)
        enters, leaves = (low - at) / safe, (high - at) / safe
        swapped = moves < 0
        enters, leaves = np.where(swapped, leaves, enters), np.where(swapped, enters, leaves)
        first = np.where(still, first, np.maximum(first, enters))
        last = np.where(still, last, np.minimum(last, leaves))
    is_met &= first <= last
    kept_starts, kept_step = starts[is_met], step[is_met]
    return (
        kept_starts + first[is_met, None] * kept_step,
        kept_starts + last[is_met, None] * kept_step,
        is_met,
    )
