"""In which order things that lie on a board are read, and which frame each lies in: plain arithmetic.

Boxes are [N, 4] of left, top, right and bottom, in board units.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

SAME_LINE = 0.5
"""A card begins a new line when its upper edge is below this part of the line's first card."""
NOWHERE = -1
"""Stands for "in no frame"."""


def reading_order(boxes: Floats) -> Ints:
    """The order in which boxes [N, 4] of left, top, right and bottom are read: by lines, from left
    to right in each. A line holds what begins beside the upper part of its first box.

    >>> reading_order(np.array([[300, 0, 400, 80], [0, 9, 100, 89], [0, 99, 100, 199]])).tolist()
    [1, 0, 2]
    """
    down = np.lexsort((boxes[:, 0], boxes[:, 1]))
    tops = boxes[down, 1]
    line = np.zeros(len(boxes), dtype=np.int64)
    first, count = 0, 0
    while first < len(down):
        top, bottom = float(tops[first]), float(boxes[down[first], 3])
        # At least the first one, however low it is.
        after = int(np.searchsorted(tops, top + (bottom - top) * SAME_LINE, side="right"))
        line[first:after] = count
        first, count = max(after, first + 1), count + 1
    return down[np.lexsort((boxes[down, 0], line))]


def innermost(boxes: Floats, first: int) -> Ints:
    """Which frame each box lies in as a whole, by its number: the innermost one, NOWHERE for none.

    The boxes from `first` on are those of the frames, lowest first. Of two that are alike the lower
    is around the other.

    >>> innermost(np.array([[10, 10, 20, 20], [30, 10, 60, 20], [0, 0, 50, 50]]), 2).tolist()
    [0, -1, -1]
    """
    home = np.full(len(boxes), NOWHERE, dtype=np.int64)
    frames = boxes[first:]
    sizes = (frames[:, 2] - frames[:, 0]) * (frames[:, 3] - frames[:, 1])
    larger = np.zeros(len(boxes), dtype=np.bool_)
    # From the largest to the smallest, so that the innermost wins.
    for n in np.argsort(-sizes, kind="stable").tolist():
        left, top, right, bottom = frames[n].tolist()
        larger[first + n] = True
        within = (boxes[:, 0] >= left) & (boxes[:, 1] >= top)
        within &= (boxes[:, 2] <= right) & (boxes[:, 3] <= bottom)
        home[within & ~larger] = n
    return home
