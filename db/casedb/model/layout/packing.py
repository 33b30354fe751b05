"""Packing: boxes in columns, in a grid and on shelves, in the order in which they are given."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from casedb.model.geometry import Point, Rect
from casedb.model.layout.plan import GAP, WIDE_GAP, Plan, Size, joined

ASPECT = 1.6
"""How much wider than high a block is that is free to be of any form, about as a screen is."""
SAME_LINE = 0.5
"""A box begins a new line when its upper edge is below this part of the line's first box."""


def pack_grid(sizes: Sequence[Size], columns: int = 0) -> Plan:
    """Lay boxes in rows from left to right, with columns and rows as wide and high as they need.

    `columns` is how many boxes a row has; 0 chooses a number that makes the grid look like a screen.
    """
    count = len(sizes)
    across = min(count, columns if columns > 0 else columns_for(sizes))
    widths, heights = [0.0] * across, [0.0] * math.ceil(count / max(1, across))
    for n, size in enumerate(sizes):
        row, column = divmod(n, across)
        widths[column] = max(widths[column], size.w)
        heights[row] = max(heights[row], size.h)
    lefts, tops = _starts(widths), _starts(heights)
    places = tuple(Point(lefts[n % across], tops[n // across]) for n in range(count))
    upright = tuple(tuple(range(first, count, across)) for first in range(across))
    return Plan(tuple(sizes), places, upright)


def columns_for(sizes: Sequence[Size]) -> int:
    """How many columns a grid of these boxes has that looks like a screen; at least one."""
    if not sizes:
        return 1
    wide = sum(size.w + GAP for size in sizes)
    high = sum(size.h + GAP for size in sizes)
    return max(1, min(len(sizes), round(math.sqrt(ASPECT * len(sizes) * high / wide))))


def _starts(lengths: Sequence[float]) -> list[float]:
    """Where stretches begin that follow each other with gaps, in whole units."""
    return list(accumulate((math.ceil(each) + GAP for each in lengths), initial=0.0))


def pack_column(sizes: Sequence[Size]) -> Plan:
    """Lay boxes below one another, with their left edges in one line."""
    tops = _starts([size.h for size in sizes])
    places = tuple(Point(0.0, top) for top in tops[: len(sizes)])
    return Plan(tuple(sizes), places, (tuple(range(len(sizes))),) if sizes else ())


def pack_columns(sizes: Sequence[Size], tallest: float) -> Plan:
    """Lay boxes below one another in as few columns as are about `tallest` at the most, and about as
    high as each other."""
    left = sum(size.h + GAP for size in sizes)
    columns = max(1, math.ceil(left / tallest))
    groups: list[list[int]] = []
    high, fair = math.inf, 0.0
    for n, size in enumerate(sizes):
        if high + size.h / 2 > fair and len(groups) < columns:
            # What is left is shared out anew, so that the last column is no stump.
            fair, high = left / (columns - len(groups)), 0.0
            groups.append([])
        groups[-1].append(n)
        high += size.h + GAP
        left -= size.h + GAP
    return side_by_side(sizes, groups, GAP)


def side_by_side(sizes: Sequence[Size], groups: Sequence[Sequence[int]], gap: float) -> Plan:
    """Lay groups of boxes as columns beside each other, their tops in one line."""
    parts: list[tuple[Plan, Sequence[int], Point]] = []
    left = 0.0
    for group in groups:
        plan = pack_column([sizes[n] for n in group])
        parts.append((plan, group, Point(left, 0.0)))
        left += math.ceil(plan.block.w) + gap
    return joined(sizes, parts)


def pack_shelves(blocks: Sequence[Size]) -> list[Point]:
    """Places for blocks that stand side by side on shelves, in order, so that all together look like
    a screen."""
    area = sum((block.w + WIDE_GAP) * (block.h + WIDE_GAP) for block in blocks)
    widest = max((block.w for block in blocks), default=0.0)
    room = max(widest, math.sqrt(area * ASPECT))
    places: list[Point] = []
    left = top = high = 0.0
    for block in blocks:
        if left and left + block.w > room:
            left, top, high = 0.0, top + high + WIDE_GAP, 0.0
        places.append(Point(left, top))
        left += math.ceil(block.w) + WIDE_GAP
        high = max(high, math.ceil(block.h))
    return places


def in_reading_order(rects: Sequence[Rect]) -> list[int]:
    """The order in which rectangles are read: by lines, from left to right in each. A line holds what
    begins beside the upper part of its first rectangle.

    >>> in_reading_order([Rect(300, 0, 100, 80), Rect(0, 9, 100, 80), Rect(0, 99, 100, 100)])
    [1, 0, 2]
    """
    down = sorted(range(len(rects)), key=lambda n: (rects[n].y, rects[n].x, n))
    found: list[int] = []
    line: list[int] = []
    for n in down:
        if line and rects[n].y > rects[line[0]].y + rects[line[0]].h * SAME_LINE:
            found += _from_left(rects, line)
            line = []
        line.append(n)
    return found + _from_left(rects, line)


def _from_left(rects: Sequence[Rect], line: Sequence[int]) -> list[int]:
    return sorted(line, key=lambda n: (rects[n].x, rects[n].y, n))
