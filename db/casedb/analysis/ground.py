"""`Ground`: where a pixel of a picture lies on the earth, as far as the file or its item says.

GeoTIFF 1.1 (OGC 19-008r4) is read for geographic coordinates, UTM and the Mercator of web maps; every
other projection is told and not guessed. Pixels count from the upper left corner of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from casedb.model.place import Box, Place, PlaceNotUnderstood, Point, Polygon, Precision
from casedb.model.places.measures import EARTH_RADIUS, measure_distance
from casedb.model.places.shapes import unwrap, wrap_longitude
from casedb.model.places.utm import Utm, from_utm
from casedb.words import say

Tags = Mapping[tuple[str, str], str]
"""Texts by part and name, as `casedb.intake.proposals.tags_of` gives them."""

_GEOGRAPHIC = frozenset({4326, 4979, 4258, 4269, 4283})
"""WGS 84, ETRS89, NAD83 and GDA94, which differ by two metres at most."""
_WEB = frozenset({3857, 900913, 102100})
_WEB_RADIUS = 6_378_137.0
_PROJECTED, _IS_GEOGRAPHIC = 1, 2
_IS_POINT = 2


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

    def metres(self, column: float, row: float) -> float | None:
        """Metres on the ground along a pixel, the mean of across and down, at a point."""
        here, right, down = (
            self.point(column + dx, row + dy) for dx, dy in ((0, 0), (100, 0), (0, 100))
        )
        if here is None or right is None or down is None:
            return None
        told = math.sqrt(measure_distance(here, right) * measure_distance(here, down)) / 100
        return told if told > 0 and math.isfinite(told) else None

    def _projected(self, x: float, y: float) -> Point:
        if self.zone is None:
            lat = math.degrees(2 * math.atan(math.exp(y / _WEB_RADIUS)) - math.pi / 2)
            return Point(lat, wrap_longitude(math.degrees(x / _WEB_RADIUS)))
        if self.zone:
            return from_utm(Utm(abs(self.zone), self.zone > 0, x, y))
        return Point(y, wrap_longitude(x))

    def _between(self, x: float, y: float) -> Point:
        spots = unwrap(self.corners)
        weights = ((1 - x) * (1 - y), x * (1 - y), x * y, (1 - x) * y)
        lon = sum(w * spot[0] for w, spot in zip(weights, spots, strict=True))
        lat = sum(w * spot[1] for w, spot in zip(weights, spots, strict=True))
        return Point(lat, wrap_longitude(lon))


def ground_of_tags(tags: Tags) -> Ground | str:
    """What GeoTIFF tags say; a sentence where they say something that is not read, empty for nothing."""
    affine = _affine(tags)
    if affine is None:
        return ""
    keys = _keys(tags.get(("GeoTIFF", "GeoKeyDirectory"), ""))
    model = keys.get(1024)
    if keys.get(1025) == _IS_POINT:
        # Coordinates are those of the middles of pixels.
        affine = tuple((a, b, c - (a + b) / 2) for a, b, c in affine)
    x, y = affine
    code = keys.get(2048 if model == _IS_GEOGRAPHIC else 3072, 0)
    basis = say("From the GeoTIFF tags of the file; how exact they are is not stated.")
    if model == _IS_GEOGRAPHIC and code in _GEOGRAPHIC:
        pixel = math.hypot(y[0], y[1]) * math.radians(EARTH_RADIUS)
        return Ground(basis, _as_fine_as(pixel), x, y, 0)
    pixel = math.hypot(x[0], x[1])
    if model == _PROJECTED and code in _WEB:
        return Ground(basis, _as_fine_as(pixel), x, y, None)
    zone = _utm_zone(code)
    if model == _PROJECTED and zone:
        return Ground(basis, _as_fine_as(pixel), x, y, zone)
    return say(
        "The file tells where it lies in a projection that is not read here (EPSG {code}).",
        code=str(code) if code else "?",
    )


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


def _affine(tags: Tags) -> tuple[tuple[float, float, float], ...] | None:
    whole = _numbers(tags.get(("GeoTIFF", "ModelTransformation"), ""))
    if len(whole) == 16:
        return (whole[0], whole[1], whole[3]), (whole[4], whole[5], whole[7])
    scale = _numbers(tags.get(("GeoTIFF", "ModelPixelScale"), ""))
    tie = _numbers(tags.get(("GeoTIFF", "ModelTiepoint"), ""))
    if len(scale) < 2 or len(tie) < 6 or not (scale[0] and scale[1]):
        return None
    return (
        (scale[0], 0.0, tie[3] - tie[0] * scale[0]),
        (0.0, -scale[1], tie[4] + tie[1] * scale[1]),
    )


def _keys(text: str) -> dict[int, int]:
    """The keys of a directory that hold their value themselves."""
    told = [int(each) for each in _numbers(text)]
    entries = [told[at : at + 4] for at in range(4, len(told) - 3, 4)]
    return {key: value for key, where, _, value in entries if where == 0}


def _numbers(text: str) -> list[float]:
    try:
        told = [float(each) for each in text.split()]
    except ValueError:
        return []
    return told if all(math.isfinite(each) for each in told) else []


def _utm_zone(code: int) -> int:
    """The UTM zone of an EPSG code, below 0 in the south; 0 for any other."""
    for first, last, of_zone_1, sign in (
        (32601, 32660, 32600, 1),
        (32701, 32760, 32700, -1),
        (25828, 25838, 25800, 1),
        (26901, 26923, 26900, 1),
    ):
        if first <= code <= last:
            return sign * (code - of_zone_1)
    return 0


def _as_fine_as(pixel: float) -> Precision | None:
    """How exactly a pixel of so many metres can say where something is."""
    classes = (Precision.TEN_METRES, Precision.HUNDRED_METRES, Precision.ONE_KILOMETRE)
    return next((each for each in classes if pixel <= each.metres), Precision.REGION)
