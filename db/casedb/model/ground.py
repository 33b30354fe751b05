"""`Ground`: where a pixel of a picture lies on the earth, as far as the file or its item says.

Pixels count from the upper left corner of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from casedb.model.place import Box, Place, PlaceNotUnderstood, Point, Polygon, Precision
from casedb.model.places.geodesic import measure_area, measure_geodesic
from casedb.model.places.projection import unproject
from casedb.model.places.shapes import unwrap, wrap_longitude
from casedb.words import say

_WEB_RADIUS = 6_378_137.0
"""Metres: the radius of the sphere of the Mercator of web maps."""

_PARTS = 16
"""Points along each side of an outline, as what is straight on the picture is not so on the ground."""

_NEAR = 2
"""Pixels over which a scale is told."""

Spot: TypeAlias = tuple[float, float]
"""A column and a row of the picture."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A way from pixels to the earth.

    `x` and `y` are each three numbers a, b, c: a column + b row + c, in degrees or in metres of `zone`
    (a UTM zone, below 0 in the south; 0 for degrees; None for the Mercator of web maps). Where there
    are `corners` instead (upper left, upper right, lower right, lower left), what lies between is
    reckoned from them in fractions of `size`. `basis` says in a sentence where it comes from;
    `precision` how exact it is.
    """

    basis: str
    precision: Precision | None = None
    x: tuple[float, float, float] = (0.0, 0.0, 0.0)
    y: tuple[float, float, float] = (0.0, 0.0, 0.0)
    zone: int | None = 0
    corners: tuple[Point, ...] = ()
    size: tuple[float, float] = (1.0, 1.0)

    def point(self, column: float, row: float) -> Point | None:
        """The place of a point of the picture; None where it lies off the earth."""
        try:
            if self.corners:
                return self._between(column / self.size[0], row / self.size[1])
            return self._projected(
                self.x[0] * column + self.x[1] * row + self.x[2],
                self.y[0] * column + self.y[1] * row + self.y[2],
            )
        except (PlaceNotUnderstood, OverflowError):
            return None

    def place(self, column: float, row: float) -> Place | None:
        """The same with how exact it is."""
        point = self.point(column, row)
        return Place(shape=point, precision=self.precision) if point is not None else None

    def length(self, spots: Sequence[Spot]) -> float | None:
        """Metres along a line through points of the picture, on the ground; None where one lies off the
        earth."""
        points = [self.point(*each) for each in spots]
        found = [each for each in points if each is not None]
        if len(found) < len(points):
            return None
        return math.fsum(measure_geodesic(here, there) for here, there in pairwise(found))

    def area(self, spots: Sequence[Spot]) -> float | None:
        """Square metres within an outline on the picture, whose sides are straight there; None where it
        goes off the earth."""
        points: list[Point] = []
        for (x1, y1), (x2, y2) in pairwise((*spots, *spots[:1])):
            for n in range(_PARTS):
                part = n / _PARTS
                point = self.point(x1 + part * (x2 - x1), y1 + part * (y2 - y1))
                if point is None:
                    return None
                points.append(point)
        return measure_area(points)

    def scale(self, column: float, row: float) -> tuple[float, float] | None:
        """Metres on the ground along a pixel at a point, across the picture and down."""
        half = _NEAR / 2
        across = self.length(((column - half, row), (column + half, row)))
        down = self.length(((column, row - half), (column, row + half)))
        return (across / _NEAR, down / _NEAR) if across and down else None

    def _projected(self, x: float, y: float) -> Point:
        if self.zone is None:
            lat = math.degrees(2 * math.atan(math.exp(y / _WEB_RADIUS)) - math.pi / 2)
            return Point(lat, wrap_longitude(math.degrees(x / _WEB_RADIUS)))
        if self.zone:
            return _of_utm(self.zone, x, y)
        return Point(y, wrap_longitude(x))

    def _between(self, x: float, y: float) -> Point:
        spots = unwrap(self.corners)
        weights = ((1 - x) * (1 - y), x * (1 - y), x * y, (1 - x) * y)
        lon = sum(w * spot[0] for w, spot in zip(weights, spots, strict=True))
        lat = sum(w * spot[1] for w, spot in zip(weights, spots, strict=True))
        return Point(lat, wrap_longitude(lon))


def ground_of_place(place: Place, width: float, height: float) -> Ground | None:
    """What a footprint says of a picture of so many pixels, with north at its upper edge; None where it
    has not four corners."""
    corners = _corners(place)
    if corners is None:
        return None
    return Ground(
        say("Estimated from the footprint, as if north were at the upper edge."),
        Precision.ONE_KILOMETRE,
        corners=corners,
        size=(width, height),
    )


def _of_utm(zone: int, x: float, y: float) -> Point:
    # Landsat counts scenes of the south in northern zones, with northings below 0.
    if not (-1e6 <= x <= 2e6 and -1e7 <= y <= 1.1e7):
        raise OverflowError("far off the grid")
    lat, lon = unproject(abs(zone), zone > 0, x, y)
    return Point(lat, wrap_longitude(lon))


def _corners(place: Place) -> tuple[Point, ...] | None:
    match place.shape:
        case Box() as box:
            return (
                Point(box.north, box.west),
                Point(box.north, box.east),
                Point(box.south, box.east),
                Point(box.south, box.west),
            )
        case Polygon(points):
            ring = list(points[:-1] if points[0] == points[-1] else points)
            if len(ring) != 4:
                return None
            spots = unwrap(tuple(ring))
            # The upper left corner is farthest to the north-west, and so on around.
            ways = ((-1, 1), (1, 1), (1, -1), (-1, -1))
            chosen = [
                max(range(4), key=lambda n: dx * spots[n][0] + dy * spots[n][1]) for dx, dy in ways
            ]
            return tuple(ring[n] for n in chosen) if len(set(chosen)) == 4 else None
        case _:
            return None
