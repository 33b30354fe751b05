"""`MapScene`: which signs stand for the marks at a scale, and which of them are on the screen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from caseboard.scale import scaled
from caseboard.views.map_camera import NEAREST, MapCamera
from caseboard.views.map_marks import NO_MARKS, UNKNOWN_KIND, Marks
from casedb.analysis.maps.clipping import Flags
from casedb.analysis.maps.clusters import Clusters, Ints, find_clusters
from casedb.analysis.maps.mercator import Floats
from casedb.analysis.maps.within import within_ring

APART = 36.0
"""Pixels: what would stand nearer to each other has one sign."""
REACH = 40.0
"""Pixels beyond the edge of the screen within which signs are still painted: they reach into it."""
MOST_SPREAD = 150
"""Marks in one place of which each can have a sign of its own when they are spread."""
FIRST_RING, RINGS_APART = 34.0, 27.0
_LEVELS_KEPT = 6


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """What stands on the screen for one item or several: the `rows` of their marks, and where.

    `kinds` are how many marks there are of each kind, `count` how many items they are of. A mark that was
    spread has a `foot`, where it really lies.
    """

    x: float
    y: float
    rows: Ints
    kinds: Ints
    count: int
    is_faded: bool
    foot: tuple[float, float] | None = None

    @property
    def row(self) -> int:
        """The first of its marks: the one, where it stands for one item."""
        return int(self.rows[0])

    @property
    def point(self) -> QPointF:
        """Where its middle is."""
        return QPointF(self.x, self.y)

    @property
    def radius(self) -> float:
        """How large it is, in pixels."""
        return radius_of(self.count)

    @property
    def box(self) -> QRectF:
        """What it takes up on the screen."""
        far = self.radius + 1
        return QRectF(self.x - far, self.y - far, 2 * far, 2 * far)


def radius_of(count: int) -> float:
    """How large the sign of so many marks is, in pixels."""
    return scaled(10.0 if count == 1 else min(19.0, 11.0 + 2.6 * math.log10(count)))


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """The clusters at one scale; `order` has the marks of each side by side, from `begins` on."""

    clusters: Clusters
    order: Ints
    begins: Ints
    kinds: Ints
    items: Ints
    is_faded: Flags

    @classmethod
    def of(cls, marks: Marks, scale: float) -> _Level:
        """The clusters of some marks."""
        clusters = find_clusters(marks.x, marks.y, scaled(APART) / scale)
        count = len(clusters.x)
        kinds = np.bincount(
            clusters.of * (UNKNOWN_KIND + 1) + marks.kinds, minlength=count * (UNKNOWN_KIND + 1)
        ).reshape(count, UNKNOWN_KIND + 1)
        # An item with two places in one cluster is one of its items.
        pairs = np.unique(clusters.of * len(marks) + marks.numbers)
        return cls(
            clusters,
            np.argsort(clusters.of, kind="stable"),
            np.concatenate([[0], np.cumsum(clusters.counts)]).astype(np.int64),
            kinds,
            np.bincount(pairs // len(marks), minlength=count),
            np.bincount(clusters.of, marks.is_faded, minlength=count) == clusters.counts,
        )

    def rows(self, number: int) -> Ints:
        """The marks of a cluster."""
        return self.order[self.begins[number] : self.begins[number + 1]]


class MapScene:
    """The signs of some marks, at any scale. Those in one place can be spread, one group at a time."""

    def __init__(self, marks: Marks = NO_MARKS) -> None:
        self.marks = marks
        self.spread: frozenset[int] = frozenset()
        self._levels: dict[tuple[float, float], _Level] = {}

    def _level(self, scale: float) -> _Level:
        # In steps, so that clusters part now and then while one comes nearer, and not at every turn.
        near = 2.0 ** (round(math.log2(scale) * 2) / 2)
        found = self._levels.get((near, scaled(APART)))
        if found is None:
            if len(self._levels) >= _LEVELS_KEPT:
                del self._levels[next(iter(self._levels))]
            found = self._levels[near, scaled(APART)] = _Level.of(self.marks, near)
        return found

    def signs(self, camera: MapCamera) -> list[Sign]:
        """The signs on the screen and just beyond its edge; spread ones are the last."""
        if not len(self.marks):
            return []
        level = self._level(camera.scale)
        x, y = camera.to_screen(camera.near(level.clusters.x), level.clusters.y)
        reach = scaled(REACH)
        seen = (
            (x > -reach) & (x < camera.width + reach) & (y > -reach) & (y < camera.height + reach)
        )
        signs: list[Sign] = []
        spread: list[Sign] = []
        for number in np.flatnonzero(seen).tolist():
            rows = level.rows(number)
            sign = Sign(
                float(x[number]),
                float(y[number]),
                rows,
                level.kinds[number],
                int(level.items[number]),
                bool(level.is_faded[number]),
            )
            if self.spread and not self.spread.isdisjoint(rows.tolist()):
                spread += self._spread(sign)
            else:
                signs.append(sign)
        return signs + spread

    def _spread(self, sign: Sign) -> Iterator[Sign]:
        """The marks of a sign around it, ring by ring."""
        places = list(_ring_places(len(sign.rows)))
        for row, (right, down) in zip(sign.rows.tolist(), places, strict=True):
            kinds = np.zeros_like(sign.kinds)
            kinds[self.marks.kinds[row]] = 1
            yield replace(
                sign,
                x=sign.x + right,
                y=sign.y + down,
                rows=np.array([row]),
                kinds=kinds,
                count=1,
                is_faded=bool(self.marks.is_faded[row]),
                foot=(sign.x, sign.y),
            )

    def can_part(self, rows: Ints) -> bool:
        """Whether marks of one sign have signs of their own when one comes near enough."""
        x, y = self.marks.x[rows], self.marks.y[rows]
        across: Floats = x - x[0]
        across = across - across.round()
        far = max(float(np.ptp(across)), float(np.ptp(y)))
        return far * NEAREST > scaled(APART)

    def middles(self, rows: Ints) -> Floats:
        """The middles of some marks, as boxes without extent."""
        spots = np.stack([self.marks.x[rows], self.marks.y[rows]], axis=1)
        return np.concatenate([spots, spots], axis=1)

    def sign_of(self, row: int, signs: list[Sign]) -> Sign | None:
        """The one of some signs that stands for a mark."""
        return next((each for each in signs if row in each.rows), None)


def _ring_places(count: int) -> Iterator[tuple[float, float]]:
    """Places in rings around a point, evenly, as far apart as signs need."""
    ring, left = 0, count
    while left:
        radius = scaled(FIRST_RING + ring * RINGS_APART)
        room = max(5, int(2 * math.pi * radius / scaled(RINGS_APART)))
        here = min(room, left)
        for n in range(here):
            turn = 2 * math.pi * n / here - math.pi / 2
            yield radius * math.cos(turn), radius * math.sin(turn)
        left -= here
        ring += 1


def hit(signs: list[Sign], at: QPointF) -> Sign | None:
    """The sign at a point of the screen, the uppermost one."""
    for sign in reversed(signs):
        if math.hypot(sign.x - at.x(), sign.y - at.y()) <= sign.radius + scaled(2):
            return sign
    return None


def area_at(marks: Marks, camera: MapCamera, at: QPointF) -> int | None:
    """The smallest area or circle on the screen that a point lies in, and that has its edge in view."""
    x, y = camera.at(at.x(), at.y())
    across = marks.x - x
    across = np.abs(across - np.round(across))
    inside = (across <= marks.half[:, 0]) & (np.abs(marks.y - y) <= marks.half[:, 1])
    sizes = marks.half.max(axis=1) * 2 * camera.scale
    inside &= (sizes > 2 * radius_of(1)) & (sizes < 2 * max(camera.width, camera.height))
    found: list[int] = np.flatnonzero(inside).tolist()
    for row in sorted(found, key=lambda each: float(sizes[each])):
        mark = marks.marks[row]
        east = x - mark.x
        east = east - round(east)
        if mark.outline is None:
            if math.hypot(east / mark.half[0], (y - mark.y) / mark.half[1]) <= 1:
                return row
        elif within_ring(mark.outline, np.array([x]), np.array([y]))[0]:
            return row
    return None


def rows_within(
    marks: Marks, camera: MapCamera, left: float, top: float, right: float, bottom: float
) -> Set[int]:
    """The marks whose middle lies in a rectangle of the screen."""
    x, y = camera.to_screen(camera.near(marks.x), marks.y)
    return set(np.flatnonzero((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).tolist())
