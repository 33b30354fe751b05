"""Lengths and areas on the ellipsoid of WGS 84, as GeographicLib computes them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from geographiclib.geodesic import Geodesic

from casedb.model.places.shapes import Point, Spot, wrap_longitude

_EARTH = cast("Any", Geodesic).WGS84


def measure_geodesic(here: Point, there: Point) -> float:
    """Metres between two points along the shortest way on the ellipsoid, exact to far less than a
    millimetre."""
    return float(_EARTH.Inverse(here.lat, here.lon, there.lat, there.lon)["s12"])


class Leg(NamedTuple):
    """The shortest way between two points: metres, and the direction in which it sets out, in degrees
    clockwise from north, 0 to 360."""

    metres: float
    bearing: float


def measure_leg(here: Point, there: Point) -> Leg:
    """The shortest way from one point to another on the ellipsoid."""
    told = _EARTH.Inverse(here.lat, here.lon, there.lat, there.lon)
    return Leg(float(told["s12"]), float(told["azi1"]) % 360)


def go(start: Point, bearing: float, metres: float) -> Point:
    """The point so far away in a direction."""
    told = _EARTH.Direct(start.lat, start.lon, bearing, metres)
    return Point(float(told["lat2"]), wrap_longitude(float(told["lon2"])))


def trace_leg(here: Point, there: Point, step: float = 50_000.0, most: int = 400) -> list[Spot]:
    """Points along the shortest way, about `step` metres apart and at most so many; longitudes run on past
    180 without a jump."""
    line = _EARTH.InverseLine(
        here.lat, here.lon, there.lat, there.lon, Geodesic.STANDARD | Geodesic.DISTANCE_IN
    )
    parts = max(1, min(most, math.ceil(line.s13 / step)))
    wanted = Geodesic.LATITUDE | Geodesic.LONGITUDE | Geodesic.LONG_UNROLL
    spots: list[Spot] = []
    for part in range(parts + 1):
        told = line.Position(line.s13 * part / parts, wanted)
        spots.append((float(told["lon2"]), float(told["lat2"])))
    return spots


def measure_area(points: Sequence[Point]) -> float:
    """Square metres within an outline whose edges are geodesics.

    Edges that are to be straight in a map are given by several points.
    """
    outline = _EARTH.Polygon()
    for each in points:
        outline.AddPoint(each.lat, each.lon)
    _, _, area = outline.Compute()
    return abs(float(area)) if len(points) > 2 else 0.0
