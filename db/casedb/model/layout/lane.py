"""`Lane`: boxes along a line of time that is true to scale, in rows away from it.

The left edge of a box stands at its moment, and a stretch of the line always stands for the same time.
The line is as long as it pays: a lane becomes `FLAT` units wider for every unit that it becomes lower, up
to what `widest` says. Where moments lie so unevenly that this would not part them, they lie in more rows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import accumulate

from casedb.model.geometry import Point
from casedb.model.layout.plan import GAP, Plan, Size

LEAST_WIDE = 2_400.0
"""A line is no shorter than this, in board units, however few boxes stand along it."""
MOST_WIDE = 24_000.0
"""No line is longer than this that does not stand for thousands of boxes."""
FLAT = 4.0
"""About so many times as wide as high is a lane of boxes that lie evenly in time."""
_WIDER = 1.25
_EPOCH = datetime.min  # noqa: DTZ901 - moments carry no zone here: they are seconds of UTC
_LAST = (datetime.max - _EPOCH) // timedelta(seconds=1)  # noqa: DTZ901
_DAY = 24 * 60 * 60
_MONTH = 30.44 * _DAY
_TICKS = 8
"""The ends of a line are round for a scale that has about so many marks."""
_STEPS = (
    *(1, 5, 15, 60, 5 * 60, 15 * 60, 60 * 60, 3 * 60 * 60, 6 * 60 * 60, 12 * 60 * 60),
    *(_DAY, 2 * _DAY, 7 * _DAY),
)
"""Seconds. The year 1 began on a Monday at midnight, so that weeks do too."""
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Lane:
    """Boxes in rows below a line of time from (0, 0) to (`width`, 0).

    The line stands for the time from `first` to `last`, in seconds since the year 1.
    """

    plan: Plan
    width: float
    height: float
    first: float
    last: float


def lane_of(sizes: Sequence[Size], moments: Sequence[float]) -> Lane:
    """Boxes along a line of time, the n-th at the n-th moment, in seconds since the year 1.

    There must be one at least. Of boxes of one moment the earlier ones stand nearer to the line.
    """
    order = sorted(range(len(sizes)), key=lambda n: (moments[n], n))
    early, late = moments[order[0]], moments[order[-1]]
    # What all happened at once is a lane of a day.
    span = max(1.0, late - early) if late > early else float(_DAY)
    bound = widest(sizes)
    width = LEAST_WIDE
    best = _laid(sizes, moments, order, span, width)
    while width < bound:
        width = min(bound, width * _WIDER)
        wider = _laid(sizes, moments, order, span, width)
        if wider.height + wider.width / FLAT < best.height + best.width / FLAT:
            best = wider
    return best


def widest(sizes: Sequence[Size]) -> float:
    """How wide a lane may become for its boxes to lie in few rows; wider ends are never needed but to
    hold the last boxes, and to end at a round moment."""
    area = sum((size.w + GAP) * (size.h + GAP) for size in sizes)
    return max(MOST_WIDE, math.sqrt(2 * FLAT * area))


def _laid(
    sizes: Sequence[Size], moments: Sequence[float], order: Sequence[int], span: float, wide: float
) -> Lane:
    """Boxes along a line on which a span of time is so wide."""
    scale = wide / span
    early = moments[order[0]]
    late = max(early + span, *(moments[n] + sizes[n].w / scale for n in order))
    first, last = round_ends(early, late)
    width = float(math.ceil((last - first) * scale))
    # The ends are exact: what was rounded is shared out along the line.
    scale = width / (last - first)
    lefts = [round((moment - first) * scale, 2) for moment in moments]
    rows = _rows(sizes, lefts, order)
    heights = [0.0] * (max(rows) + 1)
    for n, row in zip(order, rows, strict=True):
        heights[row] = max(heights[row], math.ceil(sizes[n].h))
    tops = list(accumulate((height + GAP for height in heights), initial=0.0))
    places = [Point(0, 0)] * len(sizes)
    for n, row in zip(order, rows, strict=True):
        places[n] = Point(lefts[n], tops[row])
    return Lane(Plan(tuple(sizes), tuple(places)), width, tops[-1] - GAP, first, last)


def _rows(sizes: Sequence[Size], lefts: Sequence[float], order: Sequence[int]) -> list[int]:
    """The row of each box in order: the first one in which it keeps its distance."""
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    rows: list[int] = []
    for n in order:
        while taken and taken[0][0] <= lefts[n]:
            heappush(free, heappop(taken)[1])
        rows.append(heappop(free) if free else len(taken))
        heappush(taken, (lefts[n] + sizes[n].w + GAP, rows[-1]))
    return rows


def round_ends(early: float, late: float) -> tuple[float, float]:
    """Round moments, in seconds since the year 1, before the earlier and after the later one.

    They are so round as fits a scale of a few marks: full hours, days, weeks, months or years.
    """
    step = next((each for each in _STEPS if (late - early) / each <= _TICKS), 0)
    if step:
        first, last = early // step * step, -(-late // step) * step
    else:
        first, last = _round_months(early, late)
    last = last if last > first else first + max(step, 1)
    return float(first), float(min(last, _LAST))


def _round_months(early: float, late: float) -> tuple[float, float]:
    """The same for spans for which weeks are too short: full months, quarters or years."""
    months = (late - early) / _MONTH
    step = next((each for each in _MONTH_STEPS if months / each <= _TICKS), _MONTH_STEPS[-1])
    ends: list[float] = []
    for moment in (early, late):
        at = _EPOCH + timedelta(seconds=min(moment, _LAST))
        number = (at.year * 12 + at.month - 1) // step * step
        if ends and _month_begin(number) < moment:
            number += step
        ends.append(_month_begin(number))
    return ends[0], ends[1]


def _month_begin(number: int) -> float:
    """When a month begins, counted from the first one of the year 0, within the years of dates."""
    year, month = number // 12, number % 12 + 1
    if not 1 <= year <= 9999:
        return 0.0 if year < 1 else float(_LAST)
    begin = _EPOCH.replace(year=year, month=month)
    return float((begin - _EPOCH) // timedelta(seconds=1))
