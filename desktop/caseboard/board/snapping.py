"""Snapping: edges and middles that agree, and gaps that are equal, while something is moved or sized.

Pure geometry on boxes [N, 4] of left, top, right and bottom in board units.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

import numpy as np

from caseboard.board.strings import Floats
from casedb.model.geometry import Rect

NEAR = 6.0
"""How near counts, in pixels on the screen."""
MOST = 400
"""No more boxes than these nearest ones are looked at: among more, everything agrees with something."""
WIDEST_GAP = 600.0
"""Gaps wider than this, in board units, are not repeated."""
EXACT = 0.01
"""What counts as the same place, in board units: positions are kept to a hundredth."""
_EDGES = ((0, 0), (0, 2), (2, 0), (2, 2))


class Axis(IntEnum):
    """Along which axis something lies; also the place of its low edge in a box."""

    ACROSS = 0
    DOWN = 1

    @property
    def other(self) -> Axis:
        """The axis across this one."""
        return Axis(1 - self)


@dataclass(frozen=True, slots=True)
class Guide:
    """A line on which edges or middles agree: at one place of an axis, from `low` to `high` along the
    other."""

    axis: Axis
    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gap:
    """One of several equal gaps: from `low` to `high` along an axis, at one place of the other."""

    axis: Axis
    low: float
    high: float
    at: float


@dataclass(frozen=True, slots=True)
class Snapped:
    """A rectangle where it snaps to, and why."""

    rect: Rect
    marks: tuple[Guide | Gap, ...] = ()


class Snapper:
    """Snaps rectangles to others that stay where they are, and to a grid where there is one."""

    def __init__(self, boxes: Floats, grid: float = 0.0) -> None:
        """`grid` is the distance between its lines; 0 for none."""
        self._boxes = boxes
        self._grid = grid

    def moved(self, rect: Rect, reach: float, axes: Iterable[Axis] = tuple(Axis)) -> Snapped:
        """A rectangle that is moved, at most `reach` from where it is, along these axes alone."""
        box = _box(rect)
        near = self._near(box)
        for axis in axes:
            low, high = axis, axis + 2
            shift = _least([*_agreements(box, near, axis), *_repeats(box, near, axis)], reach)
            if shift is None and self._grid:
                shift = float(np.rint(box[low] / self._grid) * self._grid - box[low])
            if shift is not None:
                box[[low, high]] += shift
        return Snapped(_rect(box), _marks(box, near, axes))

    def sized(self, rect: Rect, reach: float, sides: Iterable[int]) -> Snapped:
        """A rectangle of which some sides are moved: 0 left, 1 top, 2 right, 3 bottom."""
        box = _box(rect)
        near = self._near(box)
        chosen = tuple(sides)
        for side in chosen:
            axis = side % 2
            edges = np.concatenate([near[:, axis], near[:, axis + 2]]) - box[side]
            shift = _least(edges.tolist(), reach)
            if shift is None and self._grid:
                shift = float(np.rint(box[side] / self._grid) * self._grid - box[side])
            if shift is not None:
                box[side] += shift
        marks = [guide for side in chosen for guide in _lines(box, near, Axis(side % 2), (side,))]
        return Snapped(_rect(box), tuple(marks))

    def _near(self, box: Floats) -> Floats:
        if len(self._boxes) <= MOST:
            return self._boxes
        middle = (box[:2] + box[2:]) / 2
        away = np.abs((self._boxes[:, :2] + self._boxes[:, 2:]) / 2 - middle).max(axis=1)
        return self._boxes[np.argpartition(away, MOST)[:MOST]]


def _agreements(box: Floats, near: Floats, axis: Axis) -> list[float]:
    """By how much it would have to be shifted for edges or middles to agree with others."""
    shifts = [near[:, axis + theirs] - box[axis + ours] for ours, theirs in _EDGES]
    middles = (near[:, axis] + near[:, axis + 2]) / 2
    shifts.append(middles - (box[axis] + box[axis + 2]) / 2)
    return np.concatenate(shifts).tolist()


def _repeats(box: Floats, near: Floats, axis: Axis) -> list[float]:
    """By how much it would have to be shifted to repeat a gap beside it, or to halve one."""
    return [low - box[axis] for low, _ in _places(box, near, axis)]


def _places(
    box: Floats, near: Floats, axis: Axis
) -> list[tuple[float, tuple[tuple[float, float], ...]]]:
    """Where it could begin so that gaps are equal, each with the gaps that then are."""
    line = _in_line(box, near, axis)
    size = float(box[axis + 2] - box[axis])
    found: list[tuple[float, tuple[tuple[float, float], ...]]] = []
    for (low, end), (start, high) in pairwise(line):
        gap = start - end
        if gap <= EXACT:
            continue
        if gap <= WIDEST_GAP:
            found.append((high + gap, ((end, start), (high, high + gap))))
            found.append((low - gap - size, ((low - gap, low), (end, start))))
        if gap > size:
            half = (gap - size) / 2
            found.append((end + half, ((end, end + half), (start - half, start))))
    return found


def _in_line(box: Floats, near: Floats, axis: Axis) -> list[tuple[float, float]]:
    """From where to where the boxes beside it reach along an axis, in order; overlapping ones that
    hide behind others are left out."""
    across = axis.other
    beside = near[(near[:, across] < box[across + 2]) & (near[:, across + 2] > box[across])]
    spans = sorted(zip(beside[:, axis].tolist(), beside[:, axis + 2].tolist(), strict=True))
    line: list[tuple[float, float]] = []
    for low, high in spans:
        if not line or low >= line[-1][1]:
            line.append((low, high))
        elif high > line[-1][1]:
            line[-1] = (line[-1][0], high)
    return line


def _least(shifts: list[float], reach: float) -> float | None:
    best = min(shifts, key=abs, default=None)
    return best if best is not None and abs(best) <= reach else None


def _marks(box: Floats, near: Floats, axes: Iterable[Axis]) -> tuple[Guide | Gap, ...]:
    found: list[Guide | Gap] = []
    for axis in axes:
        found += _lines(box, near, axis, (axis, axis + 2))
        found += _middle_line(box, near, axis)
        found += _gaps(box, near, axis)
    return tuple(found)


def _lines(box: Floats, near: Floats, axis: Axis, sides: Iterable[int]) -> list[Guide]:
    """Lines along those of its edges that agree with others."""
    found: list[Guide] = []
    for side in sides:
        at = float(box[side])
        agrees = (np.abs(near[:, [axis, axis + 2]] - at) < EXACT).any(axis=1)
        found += _guide(box, near[agrees], axis, at)
    return found


def _middle_line(box: Floats, near: Floats, axis: Axis) -> list[Guide]:
    at = float(box[axis] + box[axis + 2]) / 2
    agrees = np.abs((near[:, axis] + near[:, axis + 2]) / 2 - at) < EXACT
    # Of two that are as wide, the edges say it already.
    same = np.abs(near[:, axis] - box[axis]) < EXACT
    return _guide(box, near[agrees & ~same], axis, at)


def _guide(box: Floats, agreeing: Floats, axis: Axis, at: float) -> list[Guide]:
    if not len(agreeing):
        return []
    across = axis.other
    low = min(float(box[across]), float(agreeing[:, across].min()))
    high = max(float(box[across + 2]), float(agreeing[:, across + 2].max()))
    return [Guide(axis, at, low, high)]


def _gaps(box: Floats, near: Floats, axis: Axis) -> list[Gap]:
    across = axis.other
    at = float(box[across] + box[across + 2]) / 2
    return list(
        dict.fromkeys(
            Gap(axis, low, high, at)
            for begin, gaps in _places(box, near, axis)
            if abs(begin - float(box[axis])) < EXACT
            for low, high in gaps
        )
    )


def _box(rect: Rect) -> Floats:
    return np.array([rect.x, rect.y, rect.right, rect.bottom], dtype=np.float64)


def _rect(box: Floats) -> Rect:
    left, top, right, bottom = box.tolist()
    return Rect(left, top, right - left, bottom - top)
