"""Bends of a string: put in, moved, taken out, and those found that bend nothing.

Bends stand in order from the start of a string; `index` counts them from 0.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from casedb.model.geometry import Point

Bends: TypeAlias = tuple[Point, ...]

SLACK = 4.0
"""A bend nearer than this to the straight way past it bends nothing, in board units."""


def insert_bend(points: Sequence[Point], index: int, at: Point) -> Bends:
    """The bends with another one before the one of that index, or at the end.

    Raises IndexError.
    """
    if not 0 <= index <= len(points):
        raise IndexError(f"there is no place {index} among {len(points)} bends")
    return (*points[:index], at, *points[index:])


def move_bend(points: Sequence[Point], index: int, to: Point) -> Bends:
    """The bends with one of them elsewhere. Raises IndexError."""
    _check(points, index)
    return (*points[:index], to, *points[index + 1 :])


def remove_bend(points: Sequence[Point], index: int) -> Bends:
    """The bends without one of them. Raises IndexError."""
    _check(points, index)
    return (*points[:index], *points[index + 1 :])


def straighten(points: Sequence[Point], start: Point, end: Point, slack: float = SLACK) -> Bends:
    """The bends without those that lie within `slack` of the straight way between their neighbours.

    `start` and `end` are where the string begins and ends.
    """
    left = list(points)
    while True:
        kept: list[Point] = []
        for here, after in pairwise([*left, end]):
            if distance(here, kept[-1] if kept else start, after) >= slack:
                kept.append(here)
        if len(kept) == len(left):
            return tuple(left)
        # With fewer neighbours others may bend nothing any more.
        left = kept


def stretch_at(points: Sequence[Point], start: Point, end: Point, at: Point) -> int:
    """Between which bends a string runs nearest to a point: the index for `insert_bend` there.

    `start` and `end` are where the string begins and ends; it is taken to run straight from bend to bend.
    """
    way = list(pairwise([start, *points, end]))
    return min(range(len(way)), key=lambda n: distance(at, *way[n]))


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the straight way between two others.

    >>> distance(Point(5, 3), Point(0, 0), Point(10, 0)), distance(Point(-3, 4), Point(0, 0), Point(9, 0))
    (3.0, 5.0)
    """
    dx, dy = end.x - start.x, end.y - start.y
    long = dx * dx + dy * dy
    part = ((point.x - start.x) * dx + (point.y - start.y) * dy) / long if long else 0.0
    part = max(0.0, min(1.0, part))
    return math.hypot(point.x - start.x - part * dx, point.y - start.y - part * dy)


def _check(points: Sequence[Point], index: int) -> None:
    if not 0 <= index < len(points):
        raise IndexError(f"there is no bend {index} among {len(points)}")
