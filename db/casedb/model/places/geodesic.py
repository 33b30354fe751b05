"""Lengths and areas on the ellipsoid of WGS 84, as GeographicLib computes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from geographiclib.geodesic import Geodesic

from casedb.model.places.shapes import Point

_EARTH = cast("Any", Geodesic).WGS84


def measure_geodesic(here: Point, there: Point) -> float:
    """Metres between two points along the shortest way on the ellipsoid, exact to far less than a
    millimetre."""
    return float(_EARTH.Inverse(here.lat, here.lon, there.lat, there.lon)["s12"])


def measure_area(points: Sequence[Point]) -> float:
    """Square metres within an outline whose edges are geodesics.

    Edges that are to be straight in a map are given by several points.
    """
    outline = _EARTH.Polygon()
    for each in points:
        outline.AddPoint(each.lat, each.lon)
    _, _, area = outline.Compute()
    return abs(float(area)) if len(points) > 2 else 0.0
