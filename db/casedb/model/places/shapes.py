"""The shapes a place can have, in degrees on WGS 84: points, boxes and polygons."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from casedb.words import say


class PlaceNotUnderstood(ValueError):
    """What was given cannot be a place; the message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees on WGS 84: latitude north positive, longitude east positive.

    Raises PlaceNotUnderstood outside -90 to 90 and -180 to 180, and for NaN and infinity.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (_is_latitude(self.lat) and _is_longitude(self.lon)):
            raise PlaceNotUnderstood(_explain_range(self.lat, self.lon))


@dataclass(frozen=True, slots=True)
class Box:
    """An area between two parallels and two meridians, in degrees on WGS 84.

    It runs eastwards from west to east, so it crosses the antimeridian when west > east.
    Raises PlaceNotUnderstood for an edge out of range and when south > north.
    """

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        Point(self.south, self.west)
        Point(self.north, self.east)
        if self.south > self.north:
            raise PlaceNotUnderstood(
                say(
                    "The southern edge {south} lies north of the northern edge {north}; exchange the two.",
                    south=f"{self.south:.9g}",
                    north=f"{self.north:.9g}",
                )
            )

    @property
    def width(self) -> float:
        """Degrees of longitude from the western edge eastwards to the eastern edge, 0 to 360."""
        span = self.east - self.west
        return span if span >= 0 else span + 360


@dataclass(frozen=True, slots=True)
class Polygon:
    """An area within at least three distinct corners, without repeating the first at the end.

    Edges are straight lines in longitude and latitude. An edge over more than 180 degrees of
    longitude is read the short way round, across the antimeridian; a parallel from -180 to 180
    is not. Raises PlaceNotUnderstood for fewer corners and around a pole.
    """

    points: tuple[Point, ...]

    @classmethod
    def from_ring(cls, points: Sequence[Point]) -> Polygon:
        """The polygon with these corners, the last of which may repeat the first."""
        return cls(tuple(points[:-1] if points[0] == points[-1] else points))

    def __post_init__(self) -> None:
        if len(set(self.points)) < 3:
            raise PlaceNotUnderstood(say("A polygon needs at least three different corners."))
        if self.points[0] == self.points[-1]:
            raise PlaceNotUnderstood(
                say("The last corner of the polygon repeats the first; leave it out.")
            )
        first, *_, back = unwrap(self.ring)
        if first != back:
            raise PlaceNotUnderstood(
                say(
                    "This polygon goes around a pole, so its inside is not certain; give the area as a "
                    "box instead."
                )
            )

    @property
    def ring(self) -> tuple[Point, ...]:
        """The corners with the first repeated at the end."""
        return (*self.points, self.points[0])


Shape: TypeAlias = Point | Box | Polygon
"""Whatever a place can be on the map."""

Spot: TypeAlias = tuple[float, float]
"""Longitude and latitude on a plane, where a longitude may run on past 180."""


def wrap_longitude(lon: float) -> float:
    """The same meridian as a longitude of -180 to 180 degrees."""
    return lon if _is_longitude(lon) else math.remainder(lon, 360)


def unwrap(points: Iterable[Point]) -> list[Spot]:
    """The points on a plane, each reached from the one before by the short way round."""
    spots: list[Spot] = []
    turns = 0
    before: Point | None = None
    for point in points:
        step = 0.0 if before is None else point.lon - before.lon
        around_the_world = before is not None and abs(step) == 360 and point.lat == before.lat
        if abs(step) > 180 and not around_the_world:
            turns -= 1 if step > 0 else -1
        spots.append((point.lon + 360 * turns, point.lat))
        before = point
    return spots


def _is_latitude(value: float) -> bool:
    return -90 <= value <= 90


def _is_longitude(value: float) -> bool:
    return -180 <= value <= 180


def _explain_range(lat: float, lon: float) -> str:
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return say("Latitude and longitude must be finite numbers.")
    if _is_latitude(lat):
        return say("Longitude {lon} is outside -180 to 180 degrees.", lon=f"{lon:.9g}")
    if _is_latitude(lon) and _is_longitude(lat):
        return say(
            "Latitude {lat} is outside -90 to 90 degrees; latitude and longitude may be swapped, "
            "then it would be {lon}, {lat}.",
            lat=f"{lat:.9g}",
            lon=f"{lon:.9g}",
        )
    return say("Latitude {lat} is outside -90 to 90 degrees.", lat=f"{lat:.9g}")
