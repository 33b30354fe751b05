"""The projections of the military grid: transverse Mercator by Krueger's series, and the poles.

The grids are those of NGA.SIG.0012 (UTM and UPS). The series are those of C. F. F. Karney,
"Transverse Mercator with an accuracy of a few nanometers" (2011), to sixth order.
"""

from __future__ import annotations

import math

from casedb.model.places.shapes import Point

_AXIS = 6_378_137.0
_FLATTENING = 1 / 298.257223563
ECCENTRICITY = math.sqrt(_FLATTENING * (2 - _FLATTENING))
POLAR_RATIO = 1 - ECCENTRICITY**2
_N = _FLATTENING / (2 - _FLATTENING)

_SCALE = 0.9996
FALSE_EASTING = 500_000
FALSE_NORTHING = 10_000_000
"""Metres added to the northings south of the equator, so that none is negative."""

RECTIFYING = _SCALE * _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64 + _N**6 / 256)

# Karney (2011), equations 35 and 36: rows are the terms 1 to 6, columns rising powers of n.
_FORWARD_TERMS = (
    (1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
    (13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360),
    (61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440),
    (49561 / 161280, -179 / 168, 6601661 / 7257600),
    (34729 / 80640, -3418889 / 1995840),
    (212378941 / 319334400,),
)
_INVERSE_TERMS = (
    (1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800),
    (1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720),
    (17 / 480, -37 / 840, -209 / 4480, 5569 / 90720),
    (4397 / 161280, -11 / 504, -830251 / 7257600),
    (4583 / 161280, -108847 / 3991680),
    (20648693 / 638668800,),
)


def _sum_powers(term: int, factors: tuple[float, ...]) -> float:
    return sum(factor * _N ** (term + place) for place, factor in enumerate(factors))


_FORWARD = tuple(enumerate((_sum_powers(j, row) for j, row in enumerate(_FORWARD_TERMS, 1)), 1))
INVERSE = tuple(enumerate((_sum_powers(j, row) for j, row in enumerate(_INVERSE_TERMS, 1)), 1))

POLE = 2_000_000
"""Metres east and north at which a pole lies on its grid."""

_POLAR_RADIUS = (
    2
    * 0.994
    * _AXIS
    / math.sqrt((1 + ECCENTRICITY) ** (1 + ECCENTRICITY) * (1 - ECCENTRICITY) ** (1 - ECCENTRICITY))
)


def _conformal(tangent: float) -> float:
    """The tangent of the conformal latitude, from that of the geographic one."""
    sigma = math.sinh(ECCENTRICITY * math.atanh(ECCENTRICITY * tangent / math.hypot(1, tangent)))
    return tangent * math.hypot(1, sigma) - sigma * math.hypot(1, tangent)


def _geographic(conformal: float) -> float:
    """The inverse of `_conformal`, by Newton's method."""
    tangent = conformal / POLAR_RATIO
    for _ in range(5):
        near = _conformal(tangent)
        tangent += (
            (conformal - near)
            * (1 + POLAR_RATIO * tangent**2)
            / (POLAR_RATIO * math.hypot(1, tangent) * math.hypot(1, near))
        )
    return tangent


def central_meridian(zone: int) -> int:
    return 6 * zone - 183


def project(point: Point, zone: int) -> tuple[float, float]:
    """Easting and northing of a point in metres, in a zone from 1 to 60 or, as 0, at its pole."""
    if zone == 0:
        return _project_polar(point)
    away = math.radians(math.remainder(point.lon - central_meridian(zone), 360))
    conformal = _conformal(math.tan(math.radians(point.lat)))
    xi = math.atan2(conformal, math.cos(away))
    eta = math.asinh(math.sin(away) / math.hypot(conformal, math.cos(away)))
    along, across = xi, eta
    for term, factor in _FORWARD:
        along += factor * math.sin(2 * term * xi) * math.cosh(2 * term * eta)
        across += factor * math.cos(2 * term * xi) * math.sinh(2 * term * eta)
    northing = RECTIFYING * along
    if point.lat < 0:
        northing += FALSE_NORTHING
    return FALSE_EASTING + RECTIFYING * across, northing


def _project_polar(point: Point) -> tuple[float, float]:
    if abs(point.lat) == 90:
        return POLE, POLE
    conformal = _conformal(math.tan(math.radians(abs(point.lat))))
    distance = _POLAR_RADIUS / (conformal + math.hypot(1, conformal))
    away = math.radians(point.lon)
    towards = -math.cos(away) if point.lat > 0 else math.cos(away)
    return POLE + distance * math.sin(away), POLE + distance * towards


def unproject(zone: int, north: bool, easting: float, northing: float) -> tuple[float, float]:
    """The inverse of `project`: latitude, and a longitude that runs on past 180 without a jump."""
    if zone == 0:
        return _unproject_polar(north, easting - POLE, northing - POLE)
    xi = (northing if north else northing - FALSE_NORTHING) / RECTIFYING
    eta = (easting - FALSE_EASTING) / RECTIFYING
    along, across = xi, eta
    for term, factor in INVERSE:
        along -= factor * math.sin(2 * term * xi) * math.cosh(2 * term * eta)
        across -= factor * math.cos(2 * term * xi) * math.sinh(2 * term * eta)
    conformal = math.sin(along) / math.hypot(math.sinh(across), math.cos(along))
    away = math.atan2(math.sinh(across), math.cos(along))
    lat = math.degrees(math.atan(_geographic(conformal)))
    return lat, central_meridian(zone) + math.degrees(away)


def _unproject_polar(north: bool, x: float, y: float) -> tuple[float, float]:
    distance = math.hypot(x, y) / _POLAR_RADIUS
    if distance == 0:
        return (90.0 if north else -90.0), 0.0
    lat = math.degrees(math.atan(_geographic((1 / distance - distance) / 2)))
    return (lat if north else -lat), math.degrees(math.atan2(x, -y if north else y))
