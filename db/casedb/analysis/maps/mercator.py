"""The projection of the map: the Mercator of web maps (EPSG:3857), with the whole world as a square of 1.

`x` runs eastwards from 180° W, `y` southwards from 85.05° N; beyond that parallel, in either half, `y` goes
on outside 0 to 1. Angles and small shapes are true everywhere, areas are not; sizes on the ground are those
of the ellipsoid of WGS 84, at the latitude at which they are asked for.
"""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

LIMIT = math.degrees(math.atan(math.sinh(math.pi)))
"""The northernmost latitude on the square, 85.05°."""
_AXIS = 6_378_137.0
_FLATTENING = 1 / 298.257223563
_SQUARED = _FLATTENING * (2 - _FLATTENING)
_POLE = 89.9
"""A pole itself would lie at infinity."""


def to_world(lats: Floats, lons: Floats) -> tuple[Floats, Floats]:
    """Where places lie, as `x` and `y`; longitudes may run on past 180."""
    lats = np.radians(np.clip(lats, -_POLE, _POLE))
    return lons / 360 + 0.5, 0.5 - np.arcsinh(np.tan(lats)) / (2 * math.pi)


def to_earth(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The latitudes and longitudes of places of the map; longitudes run on as `x` does."""
    return np.degrees(np.arctan(np.sinh((0.5 - y) * 2 * math.pi))), (x - 0.5) * 360


def spot_of(lat: float, lon: float) -> tuple[float, float]:
    """Where one place lies."""
    x, y = to_world(np.array([lat]), np.array([lon]))
    return float(x[0]), float(y[0])


def place_of(x: float, y: float) -> tuple[float, float]:
    """The latitude of one place of the map, and its longitude from -180 to 180."""
    lats, lons = to_earth(np.array([x]), np.array([y]))
    return float(lats[0]), math.remainder(float(lons[0]), 360)


def metres_across(lats: Floats) -> tuple[Floats, Floats]:
    """How many metres on the ground the length 1 is at a latitude: eastwards, and northwards."""
    lats = np.radians(lats)
    along, across = _radii(lats)
    turn = 2 * math.pi * np.cos(lats)
    return turn * across, turn * along


def rings_around(lats: Floats, lons: Floats, metres: Floats, parts: int = 96) -> Floats:
    """Circles of so many metres around places, as [N, parts, 2] on the map.

    By the formulas of Gauss for the middle of a line: within a metre up to 100 km.
    """
    ways = np.linspace(0, 2 * math.pi, parts, endpoint=False)[None, :]
    start, far = np.radians(lats)[:, None], metres[:, None]
    north = east = turned = np.zeros((len(lats), parts))
    for _ in range(6):
        middle = start + north / 2
        along, across = _radii(middle)
        north = far * np.cos(ways + turned / 2) / along
        east = far * np.sin(ways + turned / 2) / (across * np.cos(middle))
        turned = east * np.sin(middle)
    x, y = to_world(np.degrees(start + north), lons[:, None] + np.degrees(east))
    return np.stack([x, y], axis=2)


def _radii(lats: Floats) -> tuple[Floats, Floats]:
    """How the ellipsoid is curved at latitudes in radians: along the meridian, and across it."""
    bulge = 1 - _SQUARED * np.sin(lats) ** 2
    across = _AXIS / np.sqrt(bulge)
    return across * (1 - _SQUARED) / bulge, across
