"""Where a GeoTIFF lies: its corners on the ground, from its tags alone (OGC GeoTIFF 1.1).

Computed are geographic coordinates in WGS 84, UTM zones of WGS 84 and ETRS89, and Web Mercator. Of any
other projection the code is told, and nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from casedb.model.place import PlaceNotUnderstood, Point, Polygon
from casedb.model.places.projection import unproject
from casedb.model.places.shapes import wrap_longitude
from casedb.words import say

PART = "GeoTIFF"
"""The part of the tags that these are."""

_MODEL, _RASTER, _GEOGRAPHIC, _PROJECTED = 1024, 1025, 2048, 3072
_IS_PROJECTED, _IS_GEOGRAPHIC, _IS_POINT = 1, 2, 2
_WGS_84, _WEB_MERCATOR, _USER_DEFINED = 4326, 3857, 32767
_EARTH = 6_378_137.0
"""Metres: the radius of the sphere of Web Mercator."""

Tags: TypeAlias = Mapping[tuple[str, str], str]
Grid: TypeAlias = Callable[[float, float], tuple[float, float]]
"""Columns and rows of pixels to where they lie in the model."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """The outline of a picture on the ground, and in words how it was found."""

    outline: Polygon
    basis: str


def footprint(tags: Tags, width: int, height: int) -> Footprint | None:
    """The outline of a picture of so many pixels; None where the tags do not say it."""
    keys, grid = _keys(tags), _grid(tags)
    if grid is None or width < 1 or height < 1:
        return None
    to_ground = _ground_of(keys)
    if to_ground is None:
        return None
    shift = -0.5 if keys.get(_RASTER) == _IS_POINT else 0.0
    corners = ((0, 0), (width, 0), (width, height), (0, height))
    try:
        spots = [to_ground(*grid(column + shift, row + shift)) for column, row in corners]
        outline = Polygon(tuple(Point(lat, lon) for lat, lon in spots))
    except (PlaceNotUnderstood, ValueError, OverflowError, ArithmeticError):
        return None
    return Footprint(outline, f"GeoTIFF EPSG:{_code(keys)}, {width} × {height}")


def trouble(tags: Tags) -> str:
    """Why no outline is computed although there are tags for one; empty where there are none."""
    keys = _keys(tags)
    if not keys or (_grid(tags) is not None and _ground_of(keys) is not None):
        return ""
    if _grid(tags) is None:
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
    numbers = _numbers(tags, "GeoKeyDirectory")
    if numbers is None or len(numbers) < 4:
        return {}
    keys = [int(each) for each in numbers]
    rows = zip(keys[4::4], keys[5::4], keys[6::4], keys[7::4], strict=False)
    return {key: value for key, where, _, value in rows if where == 0}


def _grid(tags: Tags) -> Grid | None:
    matrix = _numbers(tags, "ModelTransformation")
    if matrix is not None and len(matrix) == 16:
        a, b, _, d, e, f, _, h = matrix[:8]
        return lambda column, row: (a * column + b * row + d, e * column + f * row + h)
    scale, tie = _numbers(tags, "ModelPixelScale"), _numbers(tags, "ModelTiepoint")
    if scale is None or tie is None or len(scale) < 2 or len(tie) != 6 or not all(scale[:2]):
        return None
    across, down = scale[:2]
    column_0, row_0, _, x, y, _ = tie
    return lambda column, row: (x + (column - column_0) * across, y - (row - row_0) * down)


def _ground_of(keys: Mapping[int, int]) -> Callable[[float, float], tuple[float, float]] | None:
    """How a place in the model becomes latitude and longitude."""
    code = _code(keys)
    if keys.get(_MODEL) == _IS_GEOGRAPHIC:
        return (lambda x, y: (y, x)) if code == _WGS_84 else None
    if keys.get(_MODEL) != _IS_PROJECTED:
        return None
    if code == _WEB_MERCATOR:
        return _from_mercator
    zone, is_north = _utm_zone(code)
    if not zone:
        return None
    return lambda x, y: _from_utm(zone, is_north, x, y)


def _code(keys: Mapping[int, int]) -> int:
    is_geographic = keys.get(_MODEL) == _IS_GEOGRAPHIC
    return keys.get(_GEOGRAPHIC if is_geographic else _PROJECTED, 0)


def _utm_zone(code: int) -> tuple[int, bool]:
    """The UTM zone of an EPSG code, and whether it is a northern one; 0 for other codes."""
    for first, zones, is_north in (
        (32601, range(1, 61), True),
        (32701, range(1, 61), False),
        (25828, range(28, 39), True),
    ):
        zone = zones[0] + code - first
        if zone in zones:
            return zone, is_north
    return 0, True


def _from_utm(zone: int, is_north: bool, x: float, y: float) -> tuple[float, float]:
    if not (-1e6 <= x <= 2e6 and -1e6 <= y <= 1.1e7):
        raise ValueError("far off the grid")
    lat, lon = unproject(zone, is_north, x, y)
    return lat, wrap_longitude(lon)


def _from_mercator(x: float, y: float) -> tuple[float, float]:
    lat = math.degrees(2 * math.atan(math.exp(y / _EARTH)) - math.pi / 2)
    return lat, math.degrees(x / _EARTH)


def _numbers(tags: Tags, name: str) -> Sequence[float] | None:
    """The numbers of a tag; None where there is none, or where they are no numbers."""
    words = tags.get((PART, name), "").split()
    try:
        numbers = [_number(word) for word in words]
    except (ValueError, ZeroDivisionError):
        return None
    return numbers if numbers and all(map(math.isfinite, numbers)) else None


def _number(word: str) -> float:
    above, _, below = word.partition("/")
    return float(above) / float(below or 1)
