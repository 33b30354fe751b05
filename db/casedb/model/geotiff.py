"""Where a GeoTIFF lies on the ground, from its tags alone (OGC GeoTIFF 1.1, 19-008r4).

Read are geographic coordinates, UTM zones and the Mercator of web maps. Of any other projection the
code is told, and nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from casedb.model.ground import Ground
from casedb.model.place import PlaceNotUnderstood, Polygon, Precision
from casedb.model.places.measures import EARTH_RADIUS
from casedb.words import say

PART = "GeoTIFF"
"""The part of the tags that these are."""

Tags: TypeAlias = Mapping[tuple[str, str], str]
"""Texts by part and name, as `casedb.intake.proposals.tags_of` gives them."""
Line: TypeAlias = tuple[float, float, float]
"""a, b and c of a column + b row + c."""

_MODEL, _RASTER, _GEOGRAPHIC, _PROJECTED = 1024, 1025, 2048, 3072
_IS_PROJECTED, _IS_GEOGRAPHIC, _IS_POINT = 1, 2, 2
_DEGREES = frozenset({4326, 4979, 4258, 4269, 4283})
"""WGS 84, ETRS89, NAD83 and GDA94, which differ by two metres at most."""
_WEB = frozenset({3857, 900913, 102100})
_USER_DEFINED = 32767
_UTM = (
    (32601, 32660, 32600, 1),
    (32701, 32760, 32700, -1),
    (25828, 25838, 25800, 1),
    (26901, 26923, 26900, 1),
)
"""First and last code of a row of zones, the code before its zone 1, and -1 for those in the south."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """The outline of a picture on the ground, and in words how it was found."""

    outline: Polygon
    basis: str


def ground_of_tags(tags: Tags) -> Ground | None:
    """The way from pixels to the earth; None where the tags do not say it, or not so that it is read."""
    keys, lines = _keys(tags), _lines(tags)
    if lines is None:
        return None
    if keys.get(_RASTER) == _IS_POINT:
        # Coordinates are those of the middles of pixels.
        lines = tuple((a, b, c - (a + b) / 2) for a, b, c in lines)
    x, y = lines
    code = _code(keys)
    basis = say("From the GeoTIFF tags of the file; how exact they are is not stated.")
    if keys.get(_MODEL) == _IS_GEOGRAPHIC and code in _DEGREES:
        pixel = math.hypot(y[0], y[1]) * math.radians(EARTH_RADIUS)
        return Ground(basis, _as_fine_as(pixel), x, y, 0)
    pixel = math.hypot(x[0], x[1])
    if keys.get(_MODEL) == _IS_PROJECTED and code in _WEB:
        return Ground(basis, _as_fine_as(pixel), x, y, None)
    if keys.get(_MODEL) == _IS_PROJECTED and (zone := _utm_zone(code)):
        return Ground(basis, _as_fine_as(pixel), x, y, zone)
    return None


def footprint(tags: Tags, width: int, height: int) -> Footprint | None:
    """The outline of a picture of so many pixels; None where the tags do not say it."""
    ground = ground_of_tags(tags)
    if ground is None or width < 1 or height < 1:
        return None
    corners = ((0, 0), (width, 0), (width, height), (0, height))
    points = [point for corner in corners if (point := ground.point(*corner)) is not None]
    if len(points) < len(corners):
        return None
    try:
        outline = Polygon(tuple(points))
    except PlaceNotUnderstood:
        return None
    return Footprint(outline, f"GeoTIFF EPSG:{_code(_keys(tags))}, {width} × {height}")


def trouble(tags: Tags) -> str:
    """Why it is not known where a picture lies although there are tags for it; empty where there are none."""
    keys = _keys(tags)
    if not keys or ground_of_tags(tags) is not None:
        return ""
    if _lines(tags) is None:
        return say("The GeoTIFF tags do not say where the picture lies.")
    code = _code(keys)
    if code in (0, _USER_DEFINED):
        return say(
            "The GeoTIFF tags describe a projection of their own, which is not computed here."
        )
    return say(
        "The projection EPSG:{code} is not computed here; the tags are kept.", code=str(code)
    )


def _keys(tags: Tags) -> dict[int, int]:
    """The keys of the directory that are short numbers; those that lie elsewhere are left out."""
    numbers = [int(each) for each in _numbers(tags, "GeoKeyDirectory")]
    rows = zip(numbers[4::4], numbers[5::4], numbers[6::4], numbers[7::4], strict=False)
    return {key: value for key, where, _, value in rows if where == 0}


def _lines(tags: Tags) -> tuple[Line, ...] | None:
    matrix = _numbers(tags, "ModelTransformation")
    if len(matrix) == 16:
        a, b, _, d, e, f, _, h = matrix[:8]
        return (a, b, d), (e, f, h)
    scale, tie = _numbers(tags, "ModelPixelScale"), _numbers(tags, "ModelTiepoint")
    if len(scale) < 2 or len(tie) != 6 or not all(scale[:2]):
        return None
    across, down = scale[:2]
    column, row, _, x, y, _ = tie
    return (across, 0.0, x - column * across), (0.0, -down, y + row * down)


def _code(keys: Mapping[int, int]) -> int:
    is_geographic = keys.get(_MODEL) == _IS_GEOGRAPHIC
    return keys.get(_GEOGRAPHIC if is_geographic else _PROJECTED, 0)


def _utm_zone(code: int) -> int:
    """The UTM zone of an EPSG code, below 0 in the south; 0 for any other."""
    found = (sign * (code - before) for first, last, before, sign in _UTM if first <= code <= last)
    return next(found, 0)


def _as_fine_as(pixel: float) -> Precision | None:
    """How exactly a pixel of so many metres can say where something is."""
    classes = (Precision.TEN_METRES, Precision.HUNDRED_METRES, Precision.ONE_KILOMETRE)
    return next((each for each in classes if pixel <= each.metres), Precision.REGION)


def _numbers(tags: Tags, name: str) -> list[float]:
    """The numbers of a tag; none where it is not there, or where they are no numbers."""
    try:
        numbers = [_number(word) for word in tags.get((PART, name), "").split()]
    except (ValueError, ZeroDivisionError):
        return []
    return numbers if all(map(math.isfinite, numbers)) else []


def _number(word: str) -> float:
    above, _, below = word.partition("/")
    return float(above) / float(below or 1)
