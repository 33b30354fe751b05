"""What can be measured on a shape: its outline, bounds, centre and size, and distances."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from casedb.model.places.shapes import Box, Point, Polygon, Shape, Spot, unwrap, wrap_longitude

EARTH_RADIUS = 6_371_008.8
"""The mean radius in metres."""


def trace_outline(shape: Shape) -> list[Spot]:
    """The corners of a shape on a plane."""
    match shape:
        case Point(lat, lon):
            return [(lon, lat)]
        case Box(south, west, north):
            east = west + shape.width
            return [(west, south), (east, south), (east, north), (west, north)]
        case Polygon(points):
            return unwrap(points)


def walk_edges(spots: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Both ends of every edge of an outline, the last one back to the first corner."""
    return pairwise((*spots, spots[0]))


def find_bounds(shape: Shape) -> Box:
    """The smallest box around a shape."""
    if isinstance(shape, Box):
        return shape
    lons, lats = zip(*trace_outline(shape), strict=True)
    west, east = min(lons), max(lons)
    if east - west >= 360:
        return Box(min(lats), -180, max(lats), 180)
    return Box(min(lats), wrap_longitude(west), max(lats), wrap_longitude(east))


def find_centre(shape: Shape) -> Point:
    """The middle of a box, the centroid of a polygon, the point itself."""
    if isinstance(shape, Point):
        return shape
    box = find_bounds(shape)
    x, y = box.west + box.width / 2, (box.south + box.north) / 2
    if isinstance(shape, Polygon):
        x, y = _centroid(unwrap(shape.points)) or (x, y)
    return Point(y, wrap_longitude(x))


def _centroid(spots: Sequence[Spot]) -> Spot | None:
    """The centroid of an area, or None for outlines without one: crossing themselves, or flat."""
    x0, y0 = spots[0]
    area = moment_x = moment_y = 0.0
    for (ax, ay), (bx, by) in walk_edges([(x - x0, y - y0) for x, y in spots]):
        weight = ax * by - bx * ay
        area += weight
        moment_x += (ax + bx) * weight
        moment_y += (ay + by) * weight
    if area == 0:
        return None
    x, y = x0 + moment_x / (3 * area), y0 + moment_y / (3 * area)
    lons, lats = zip(*spots, strict=True)
    inside = min(lons) <= x <= max(lons) and min(lats) <= y <= max(lats)
    return (x, y) if inside else None


def measure_distance(here: Point, there: Point) -> float:
    """Metres between two points along a great circle, by the haversine formula."""
    north, east = math.radians(there.lat - here.lat), math.radians(there.lon - here.lon)
    cosines = math.cos(math.radians(here.lat)) * math.cos(math.radians(there.lat))
    chord = math.sin(north / 2) ** 2 + cosines * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, chord)))


def measure_size(shape: Shape) -> float:
    """Metres from the centre to the farthest part of the outline."""
    centre = find_centre(shape)
    farthest = 0.0
    for (ax, ay), (bx, by) in walk_edges(trace_outline(shape)):
        for x, y in ((ax, ay), ((ax + bx) / 2, (ay + by) / 2)):
            farthest = max(farthest, measure_distance(centre, Point(y, wrap_longitude(x))))
    return farthest
