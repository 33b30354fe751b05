"""Where the sun stands: its azimuth and elevation for a moment and a point on the ground.

The formulas are those of J. Meeus, “Astronomical Algorithms”, second edition, chapters 13, 22, 25 and
28, to the exactness that the NOAA solar calculator keeps: within 0.02 degrees from 1900 to 2100, which
is a fiftieth of what the angles of real scenes differ by. Refraction is that of NOAA for a standard
atmosphere of 1010 hPa and 10 °C.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from casedb.model.places.shapes import Point

_NOON_2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
_DAYS_OF_A_CENTURY = 36525.0
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sun:
    """Where the sun stands, in degrees.

    `azimuth` runs clockwise from true north, 0 to 360. `elevation` is that of the sun's centre above
    the level horizon as it is seen; `refraction`, by which the air lifts it, is contained in it.
    """

    azimuth: float
    elevation: float
    refraction: float

    @property
    def elevation_without_air(self) -> float:
        """The elevation as geometry alone gives it, as most records of scenes state it."""
        return self.elevation - self.refraction

    @property
    def shadow_azimuth(self) -> float:
        """The azimuth in which an upright object throws its shadow."""
        return (self.azimuth + 180) % 360


class _Course(NamedTuple):
    """The sun among the stars: its declination, and the equation of time, both in degrees."""

    declination: float
    equation_of_time: float


def sun_at(moment: datetime, point: Point) -> Sun:
    """The sun at a moment, which has a zone, over a point.

    At a pole, and where the sun stands in the zenith, the azimuth is one of many that are right.

    >>> check = sun_at(datetime(2022, 3, 19, 9, 8, 31, tzinfo=UTC), Point(50.541771, 30.230175))
    >>> round(check.azimuth, 1), round(check.elevation, 1)
    (161.5, 37.5)
    """
    course = _course(moment)
    in_utc = moment.astimezone(UTC)
    midnight = in_utc.replace(hour=0, minute=0, second=0, microsecond=0)
    turned = 360 * ((in_utc - midnight) / _DAY)
    hour_angle = math.radians(turned + point.lon + course.equation_of_time - 180)
    lat, declination = math.radians(point.lat), math.radians(course.declination)
    sine = math.sin(lat) * math.sin(declination) + math.cos(lat) * math.cos(declination) * math.cos(
        hour_angle
    )
    elevation = math.degrees(math.asin(max(-1.0, min(1.0, sine))))
    westwards = math.cos(declination) * math.sin(hour_angle)
    southwards = math.cos(declination) * math.cos(hour_angle) * math.sin(lat) - math.sin(
        declination
    ) * math.cos(lat)
    azimuth = (math.degrees(math.atan2(westwards, southwards)) + 180) % 360
    refraction = _refraction(elevation)
    return Sun(azimuth, elevation + refraction, refraction)


def noon_of(day: datetime, point: Point) -> datetime:
    """The moment in UTC, within seconds, at which the sun is highest over a point on a calendar day.

    The day is the one that people have there, as far as the sun tells it.
    """
    middle = day.replace(hour=12, minute=0, second=0, microsecond=0, tzinfo=UTC)
    noon = middle - _DAY * (point.lon / 360)
    return noon - _DAY * (_course(noon).equation_of_time / 360)


def _course(moment: datetime) -> _Course:
    centuries = (moment - _NOON_2000) / _DAY / _DAYS_OF_A_CENTURY
    mean_longitude = (280.46646 + centuries * (36000.76983 + 0.0003032 * centuries)) % 360
    anomaly = math.radians(357.52911 + centuries * (35999.05029 - 0.0001537 * centuries))
    eccentricity = 0.016708634 - centuries * (0.000042037 + 0.0000001267 * centuries)
    centre = (
        math.sin(anomaly) * (1.914602 - centuries * (0.004817 + 0.000014 * centuries))
        + math.sin(2 * anomaly) * (0.019993 - 0.000101 * centuries)
        + math.sin(3 * anomaly) * 0.000289
    )
    node = math.radians(125.04 - 1934.136 * centuries)
    longitude = math.radians(mean_longitude + centre - 0.00569 - 0.00478 * math.sin(node))
    seconds = 21.448 - centuries * (46.8150 + centuries * (0.00059 - 0.001813 * centuries))
    obliquity = math.radians(23 + 26 / 60 + seconds / 3600 + 0.00256 * math.cos(node))
    declination = math.asin(math.sin(obliquity) * math.sin(longitude))
    return _Course(
        math.degrees(declination),
        _equation_of_time(math.radians(mean_longitude), anomaly, eccentricity, obliquity),
    )


def _equation_of_time(
    longitude: float, anomaly: float, eccentricity: float, obliquity: float
) -> float:
    """By how many degrees the true sun goes ahead of the mean one; the angles in radians."""
    tilt = math.tan(obliquity / 2) ** 2
    return math.degrees(
        tilt * math.sin(2 * longitude)
        - 2 * eccentricity * math.sin(anomaly)
        + 4 * eccentricity * tilt * math.sin(anomaly) * math.cos(2 * longitude)
        - tilt**2 / 2 * math.sin(4 * longitude)
        - 1.25 * eccentricity**2 * math.sin(2 * anomaly)
    )


def _refraction(elevation: float) -> float:
    """Degrees by which the air lifts what stands at an elevation that geometry gives."""
    if elevation > 85:
        return 0.0
    slope = math.tan(math.radians(elevation))
    if elevation > 5:
        seconds = 58.1 / slope - 0.07 / slope**3 + 0.000086 / slope**5
    elif elevation > -0.575:
        seconds = 1735 + elevation * (
            -518.2 + elevation * (103.4 + elevation * (-12.79 + elevation * 0.711))
        )
    else:
        seconds = -20.772 / slope
    return seconds / 3600
