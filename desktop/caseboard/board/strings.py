"""Where strings run: from card edge to card edge, fanned out, smooth. Pure numpy, no Qt.

Arrays hold one row per string: rectangles are [M, 4] of left, top, width, height, points [M, 2],
cubic curves [M, 4, 2] of control points, all in board units. A side is 0 left, 1 top, 2 right,
3 bottom.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

LEFT, TOP, RIGHT, BOTTOM = 0, 1, 2, 3
OUTWARD: Floats = np.array([[-1, 0], [0, -1], [1, 0], [0, 1]], dtype=np.float64)

CLEARANCE = 2.0
"""How far from a card's edge its strings end, so that an end-glyph does not melt into the border."""
LANE = 22.0
"""The distance between neighbouring strings at one side of a card, where there is room."""
CORNER = 14.0
"""How far strings keep from the corners of a card."""
SOFT = 0.25
"""A lone string may end anywhere but in this outer share of a side, if that lets it run straight."""
LONGEST_HANDLE = 220.0
LOOP = 56.0
DEEPEST_SAG = 48.0
COARSEST, FINEST = 1, 256


# -- from card to card ---------------------------------------------------------------------


def choose_sides(start: Floats, end: Floats) -> tuple[Ints, Ints]:
    """The sides by which strings leave one rectangle and enter another: those that face each other.

    They face along the axis on which the two are further apart. A rectangle joined with itself
    is left on the right and entered from below.
    """
    gap = np.maximum(
        start[:, :2] - end[:, :2] - end[:, 2:], end[:, :2] - start[:, :2] - start[:, 2:]
    )
    apart = _centres(end) - _centres(start)
    across = gap[:, 0] >= gap[:, 1]
    leave = np.where(
        across,
        np.where(apart[:, 0] >= 0, RIGHT, LEFT),
        np.where(apart[:, 1] >= 0, BOTTOM, TOP),
    )
    enter = (leave + 2) % 4
    own = (start == end).all(axis=1)
    return np.where(own, RIGHT, leave), np.where(own, BOTTOM, enter)


def aims(rect: Floats, side: Ints, other: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Where on its side a string would like to end, the bearing that orders it among its neighbours
    there, and the lowest and highest place on that side: coordinates along the side.

    Where the middle parts of two facing sides overlap, both ends want the same place. A string
    that joins a rectangle with itself wants to run close round the corner.
    """
    along = 1 - side % 2
    rows = np.arange(len(rect))
    low, length = rect[rows, along], rect[rows, along + 2]
    other_low, other_length = other[rows, along], other[rows, along + 2]
    soft_low, soft_high = low + SOFT * length, low + (1 - SOFT) * length
    there_low, there_high = other_low + SOFT * other_length, other_low + (1 - SOFT) * other_length
    shared = (np.maximum(soft_low, there_low) + np.minimum(soft_high, there_high)) / 2
    wanted = np.clip(shared, soft_low, soft_high)
    own = (rect == other).all(axis=1)
    wanted = np.where(own, soft_high, wanted)
    apart = _centres(other) - _centres(rect)
    depth = np.abs(apart[rows, 1 - along])
    bearing = np.arctan2(apart[rows, along], np.maximum(depth, 1.0))
    corner = np.minimum(CORNER, length / 3)
    return wanted, bearing, low + corner, low + length - corner


def spread(
    side: Ints, bearing: Floats, tie: Ints, wanted: Floats, low: Floats, high: Floats
) -> Floats:
    """Places for string ends so that those at one side stand apart, in an order that crosses little.

    `side` names the card side (any number that is the same for ends at the same side); ends stand
    in the order of their bearing, then of `tie`, around the mean of what they want, between `low`
    and `high`. One `tie` per string keeps parallel strings parallel.
    """
    count = len(side)
    if not count:
        return np.empty(0)
    order = np.lexsort((tie, bearing, side))
    grouped = side[order]
    first = np.flatnonzero(np.r_[True, grouped[1:] != grouped[:-1]])
    sizes = np.diff(np.r_[first, count])
    middle = np.add.reduceat(wanted[order], first) / sizes
    lowest, highest = low[order][first], high[order][first]
    step = np.minimum(LANE, (highest - lowest) / np.maximum(sizes - 1, 1))
    half = step * (sizes - 1) / 2
    middle = np.clip(middle, lowest + half, np.maximum(highest - half, lowest + half))
    nth = np.arange(count) - np.repeat(first, sizes)
    places = np.repeat(middle - half, sizes) + nth * np.repeat(step, sizes)
    result = np.empty(count)
    result[order] = places
    return result


def ends_at(rect: Floats, side: Ints, place: Floats) -> Floats:
    """The points [M, 2] at a place along a side, a little off the edge."""
    rows = np.arange(len(rect))
    along, across = 1 - side % 2, side % 2
    far = (side >= RIGHT).astype(np.float64)
    points = np.empty((len(rect), 2))
    points[rows, along] = place
    edge = rect[rows, across] + far * rect[rows, across + 2]
    points[rows, across] = edge + (2 * far - 1) * CLEARANCE
    return points


def bend(start: Floats, leave: Floats, end: Floats, enter: Floats, slack: float = 0.0) -> Floats:
    """The curves [M, 4, 2] that leave their start along `leave` and reach their end against `enter`.

    `leave` and `enter` are unit vectors that point away from what the string is tied to. With
    `slack` strings sag by that share of their length, as far as they run level.
    """
    chord = end - start
    length = np.hypot(chord[:, 0], chord[:, 1])
    handles: list[Floats] = []
    for outward, towards in ((leave, chord), (enter, -chord)):
        reach = np.einsum("ij,ij->i", outward, towards)
        slant = np.sqrt(np.maximum(length**2 - reach**2, 0.0))
        wanted = np.minimum(0.5 * np.maximum(reach, 0.0) + 0.12 * slant, LONGEST_HANDLE)
        # No further than to the other end's level, else it would cross the card it leaves for;
        # where that lies behind, a loop leads round.
        loop = np.maximum(LOOP, 0.8 * length)
        handles.append(np.where(reach > 0, np.minimum(wanted, reach), loop))
    result = np.empty((len(start), 4, 2))
    result[:, 0], result[:, 3] = start, end
    result[:, 1] = start + leave * handles[0][:, None]
    result[:, 2] = end + enter * handles[1][:, None]
    if slack:
        # One that leaves upwards or downwards is taut: pushed down it would pass its own end.
        sag = np.minimum(slack * length, DEEPEST_SAG)
        result[:, 1, 1] += sag * np.abs(leave[:, 0])
        result[:, 2, 1] += sag * np.abs(enter[:, 0])
    return result


def middles(curves: Floats) -> tuple[Floats, Floats]:
    """The middle points [M, 2] of curves and the unit vectors along them there."""
    a, b, c, d = (curves[:, n] for n in range(4))
    points = (a + 3 * b + 3 * c + d) / 8
    return points, _units(d + c - b - a)


def towards(normals: Floats, points: Floats, others: Floats) -> Floats:
    """The normals turned by half where needed, so that they point from points to others."""
    facing = np.einsum("ij,ij->i", normals, others - points)
    return np.where(facing < 0, -1.0, 1.0)[:, None] * normals


def through(points: Floats, leave: Floats, enter: Floats) -> Floats:
    """One smooth string [N-1, 4, 2] through N points; `leave` and `enter` as for `bend`."""
    steps = np.diff(points, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    tangents = np.empty_like(points)
    tangents[1:-1] = _units(points[2:] - points[:-2])
    tangents[0], tangents[-1] = leave, -enter
    # The shorter step sets how wide a bend is, else a long straight one would bulge beside it.
    reach = np.minimum(
        np.concatenate([lengths[:1], lengths]), np.concatenate([lengths, lengths[-1:]])
    )
    handles = np.minimum(0.4 * reach, LONGEST_HANDLE)[:, None]
    return np.stack(
        [
            points[:-1],
            points[:-1] + tangents[:-1] * handles[:-1],
            points[1:] - tangents[1:] * handles[1:],
            points[1:],
        ],
        axis=1,
    )


# -- measuring curves ----------------------------------------------------------------------


def boxes(curves: Floats) -> Floats:
    """Left, top, right and bottom [M, 4] around the control points of curves [M, n, 2]."""
    # Point by point, as numpy is slow along an axis of four.
    low, high = curves[:, 0], curves[:, 0]
    for n in range(1, curves.shape[1]):
        low, high = np.minimum(low, curves[:, n]), np.maximum(high, curves[:, n])
    return np.concatenate([low, high], axis=1)


def crosses(curves: Floats, left: float, top: float, right: float, bottom: float) -> Flags:
    """Whether each curve may touch a rectangle that its box touches already.

    The second test of culling: along the normal of the chord, a long slanting string is thin.
    """
    start, chord = curves[:, 0], curves[:, 3] - curves[:, 0]
    normal = np.stack([-chord[:, 1], chord[:, 0]], axis=1)
    bulge = np.einsum("ij,ikj->ik", normal, curves[:, 1:3] - start[:, None])
    low, high = np.minimum(bulge.min(axis=1), 0.0), np.maximum(bulge.max(axis=1), 0.0)
    centre = np.array([(left + right) / 2, (top + bottom) / 2])
    middle = np.einsum("ij,ij->i", normal, centre - start)
    reach = (np.abs(normal[:, 0]) * (right - left) + np.abs(normal[:, 1]) * (bottom - top)) / 2
    return (middle + reach >= low) & (middle - reach <= high)


def steps_needed(curves: Floats, tolerance: float) -> Ints:
    """Into how many equal steps of its parameter each curve must be cut to stay within a distance.

    Wang's bound, rounded up to a power of two so that curves can be computed many at a time.
    """
    second = np.diff(curves, n=2, axis=1)
    most = np.hypot(second[..., 0], second[..., 1]).max(axis=1)
    steps = np.sqrt(0.75 * most / tolerance)
    power = np.ceil(np.log2(np.maximum(steps, 1.0)))
    return np.clip(2**power, COARSEST, FINEST).astype(np.int64)


def flatten(curves: Floats, steps: int) -> Floats:
    """The points [M, steps + 1, 2] of curves at equal steps of their parameter."""
    return np.matmul(_weights(steps), curves)


@lru_cache(maxsize=32)
def _weights(steps: int) -> Floats:
    """How much each control point counts at equal steps of the parameter: [steps + 1, 4]."""
    t = np.linspace(0.0, 1.0, steps + 1)
    u = 1 - t
    return np.stack([u**3, 3 * u * u * t, 3 * u * t * t, t**3], axis=1)


def trim(curves: Floats, start: Floats, end: Floats) -> Floats:
    """The curves without a length `start` [M] at their beginning and `end` [M] at their end.

    Lengths are taken along the end tangents and never eat more than a third of a curve.
    """
    first = curves[:, 1] - curves[:, 0]
    last = curves[:, 3] - curves[:, 2]
    begin = start / np.maximum(3 * np.hypot(first[:, 0], first[:, 1]), 1e-9)
    finish = end / np.maximum(3 * np.hypot(last[:, 0], last[:, 1]), 1e-9)
    begin, finish = np.minimum(begin, 1 / 3), np.minimum(finish, 1 / 3)
    _, rest = _split(curves, begin)
    kept, _ = _split(rest, 1 - finish / (1 - begin))
    return kept


def distances(curves: Floats, x: float, y: float, steps: int = 24) -> Floats:
    """How far a point is from each curve, to about a hundredth of the curve's length."""
    line = flatten(curves, steps) - np.array([x, y])
    start, step = line[:, :-1], np.diff(line, axis=1)
    square = np.maximum(np.einsum("mtd,mtd->mt", step, step), 1e-12)
    nearest = np.clip(-np.einsum("mtd,mtd->mt", start, step) / square, 0.0, 1.0)
    foot = start + step * nearest[..., None]
    return np.hypot(foot[..., 0], foot[..., 1]).min(axis=1)


def points_at(pieces: Floats, shares: Sequence[float]) -> tuple[Floats, Floats]:
    """The points [K, 2] at shares (0 to 1) of a string's length, and unit vectors along it there.

    `pieces` [P, 4, 2] are the curves of one string in order.
    """
    line = np.concatenate([flatten(pieces, 16)[:, :-1].reshape(-1, 2), pieces[-1:, 3]])
    step = np.diff(line, axis=0)
    length = np.concatenate([np.zeros(1), np.cumsum(np.hypot(step[:, 0], step[:, 1]))])
    wanted = np.array(shares) * length[-1]
    inner = length[1:-1]
    n: Ints = (inner[None, :] <= wanted[:, None]).sum(axis=1)
    into = (wanted - length[n]) / np.maximum(length[n + 1] - length[n], 1e-12)
    return line[n] + step[n] * into[:, None], _units(step[n])


def _split(curves: Floats, at: Floats) -> tuple[Floats, Floats]:
    """Both parts of curves divided at a parameter, by de Casteljau."""
    t = at[:, None]
    p0, p1, p2, p3 = (curves[:, n] for n in range(4))
    a, b, c = p0 + (p1 - p0) * t, p1 + (p2 - p1) * t, p2 + (p3 - p2) * t
    ab, bc = a + (b - a) * t, b + (c - b) * t
    middle = ab + (bc - ab) * t
    return np.stack([p0, a, ab, middle], axis=1), np.stack([middle, bc, c, p3], axis=1)


def _centres(rect: Floats) -> Floats:
    return rect[:, :2] + rect[:, 2:] / 2


def _units(vectors: Floats) -> Floats:
    length = np.hypot(vectors[:, 0], vectors[:, 1])[:, None]
    return np.where(length > 1e-9, vectors / np.maximum(length, 1e-9), np.array([1.0, 0.0]))
