"""Whether one shape lies within another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from casedb.model.places.measures import find_bounds, trace_outline, walk_edges
from casedb.model.places.shapes import Box, Point, Polygon, Shape, Spot

# Degrees: 0.1 mm, to be safe from rounding.
_TOLERANCE = 1e-9


def holds(outer: Shape, inner: Shape) -> bool:
    """Whether the inner shape lies within the outer one, its edges included."""
    frame, content = find_bounds(outer), find_bounds(inner)
    if isinstance(inner, Point) and abs(inner.lat) == 90:
        # At a pole the longitude says nothing.
        return frame.south <= inner.lat <= frame.north
    if not _box_holds(frame, content):
        return False
    if not isinstance(outer, Polygon):
        return True
    ring, spots = trace_outline(outer), trace_outline(inner)
    left, start = min(x for x, _ in ring), min(x for x, _ in spots)
    shift = 360 * math.ceil((left - _TOLERANCE - start) / 360)
    return _ring_holds(ring, [(x + shift, y) for x, y in spots])


def _box_holds(outer: Box, inner: Box) -> bool:
    if inner.south < outer.south - _TOLERANCE or inner.north > outer.north + _TOLERANCE:
        return False
    offset = (inner.west - outer.west + _TOLERANCE) % 360 - _TOLERANCE
    return outer.width >= 360 or offset + inner.width <= outer.width + _TOLERANCE


def _ring_holds(ring: Sequence[Spot], spots: Sequence[Spot]) -> bool:
    """Whether every piece of the inner outline, cut where it meets the ring, lies inside."""
    for start, end in walk_edges(spots):
        cuts = sorted((0.0, *_crossings(start, end, ring), 1.0))
        for before, after in pairwise(cuts):
            along = (before + after) / 2
            x = start[0] + along * (end[0] - start[0])
            y = start[1] + along * (end[1] - start[1])
            if not _is_inside((x, y), ring):
                return False
    return True


def _crossings(start: Spot, end: Spot, ring: Sequence[Spot]) -> Iterator[float]:
    """Where along start to end, from 0 to 1, the edges of a ring are met."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    for (ax, ay), (bx, by) in walk_edges(ring):
        ex, ey = bx - ax, by - ay
        turn = dx * ey - dy * ex
        if turn == 0:
            continue
        along = ((ax - start[0]) * ey - (ay - start[1]) * ex) / turn
        across = ((ax - start[0]) * dy - (ay - start[1]) * dx) / turn
        if 0 < along < 1 and -_TOLERANCE <= across <= 1 + _TOLERANCE:
            yield along


def _is_inside(spot: Spot, ring: Sequence[Spot]) -> bool:
    x, y = spot
    inside = False
    for (ax, ay), (bx, by) in walk_edges(ring):
        if _is_near(spot, (ax, ay), (bx, by)):
            return True
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def _is_near(spot: Spot, start: Spot, end: Spot) -> bool:
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = spot[0] - start[0], spot[1] - start[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return math.hypot(px - along * dx, py - along * dy) <= _TOLERANCE
