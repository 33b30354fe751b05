"""What may have gone wrong where a stated sun does not fit: the slips that people and records make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from casedb.analysis.scene import Angles
from casedb.analysis.solar import Sun, sun_at
from casedb.model.places.shapes import Point
from casedb.words import say, written

AZIMUTH_AGREES, ELEVATION_AGREES = 1.0, 0.5
"""Degrees within which a stated sun agrees with the computed one."""
AZIMUTH_OF_A_PASS, ELEVATION_OF_A_PASS = 8.0, 3.0
"""The same where the time is that of a pass or datatake, minutes away from the exposure."""

FARTHEST_ZONE = 14
"""Hours from UTC beyond which no place on Earth keeps its clock."""
_BROKEN_ZONES = (30, 45)
"""Minutes that zones have which are no whole hours from UTC."""
_NEAR_LOCAL = 1.6
"""Hours by which legal time lies from the sun's at most, with few exceptions."""
_WHOLE_HOUR_FIRST = 0.3
"""By how much worse a whole hour may fit than a broken one, and still be the likelier slip."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that would make the stated sun fit, as a sentence, and how badly it fits then."""

    sentence: str
    misfit: float


def turn_between(azimuth: float, other: float) -> float:
    """Degrees from one azimuth clockwise to another, -180 to 180."""
    return (other - azimuth + 180) % 360 - 180


def differences(stated: Angles, sun: Sun) -> Angles:
    """The stated angles less the computed ones.

    An elevation may be stated with the lift by the air or without: the nearer of the two counts.
    """
    azimuth = elevation = None
    if stated.azimuth is not None:
        azimuth = turn_between(sun.azimuth, stated.azimuth)
    if stated.elevation is not None:
        with_air = stated.elevation - sun.elevation
        without = stated.elevation - sun.elevation_without_air
        elevation = min(with_air, without, key=abs)
    return Angles(azimuth, elevation)


def misfit(apart: Angles) -> float:
    """How far differences are from none: 1 is as much as still agrees."""
    azimuth, elevation = abs(apart.azimuth or 0), abs(apart.elevation or 0)
    return max(azimuth / AZIMUTH_AGREES, elevation / ELEVATION_AGREES)


def agrees(apart: Angles) -> bool:
    """Whether differences are small enough for the exposure itself."""
    return misfit(apart) <= 1


def agrees_for_a_pass(apart: Angles) -> bool:
    """Whether differences are small enough for a time that is minutes away from the exposure."""
    azimuth, elevation = abs(apart.azimuth or 0), abs(apart.elevation or 0)
    return azimuth <= AZIMUTH_OF_A_PASS and elevation <= ELEVATION_OF_A_PASS


def likely_slip(moment: datetime, point: Point, stated: Angles, *, is_read_as_utc: bool) -> str:
    """What would make the stated sun fit, in a sentence; empty where nothing known does.

    It takes both angles: one alone is fitted by too much.
    """
    if stated.azimuth is None or stated.elevation is None:
        return ""
    found = [
        *_angle_slips(stated, sun_at(moment, point)),
        *_place_slips(moment, point, stated),
        *_zone_slips(moment, point, stated, is_read_as_utc),
    ]
    fitting = [each for each in found if each.misfit <= 1]
    if fitting:
        return min(fitting, key=lambda each: each.misfit).sentence
    return _other_hour(moment, point, stated)


def fitting_zones(clock: datetime, point: Point, stated: Angles) -> list[int]:
    """The offsets from UTC, in minutes, with which a time without a zone fits the stated sun.

    `clock` is the time as if it were in UTC.
    """
    if stated.azimuth is None:
        return []
    fits: list[tuple[float, int]] = []
    for minutes in _offsets():
        apart = differences(stated, sun_at(_later(clock, -minutes), point))
        if agrees(apart):
            fits.append((misfit(apart), minutes))
    return [minutes for _, minutes in sorted(fits)]


def zone_in_words(minutes: int) -> str:
    """An offset from UTC as it is written.

    >>> zone_in_words(120), zone_in_words(-210), zone_in_words(0)
    ('UTC+02:00', 'UTC-03:30', 'UTC')
    """
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours:02}:{rest:02}"


def local_zone(point: Point) -> int:
    """The zone by the sun of a place: minutes from UTC in whole hours."""
    return round(point.lon / 15) * 60


def degrees(value: float) -> str:
    """An angle as it is told, to a tenth of a degree."""
    rounded = round(value, 1)  # and no -0.0
    return f"{written(rounded or 0.0, 1)}°"


def _offsets() -> Iterator[int]:
    """Minutes from UTC that a clock may be: whole hours, and what some zones have besides."""
    for hour in range(-FARTHEST_ZONE, FARTHEST_ZONE + 1):
        yield hour * 60
        if 0 < abs(hour) < FARTHEST_ZONE:
            yield from (hour * 60 + (each if hour > 0 else -each) for each in _BROKEN_ZONES)


def _later(moment: datetime, minutes: float) -> datetime:
    try:
        return moment + timedelta(minutes=minutes)
    except OverflowError:
        return moment


# -- the angles ------------------------------------------------------------------------------


def _angle_slips(stated: Angles, sun: Sun) -> Iterator[Slip]:
    assert stated.azimuth is not None
    assert stated.elevation is not None
    turned = Angles((stated.azimuth + 180) % 360, stated.elevation)
    yield Slip(
        say("It agrees if the stated azimuth is that of the shadows, 180° from that of the sun."),
        misfit(differences(turned, sun)),
    )
    zenith = Angles(stated.azimuth, 90 - stated.elevation)
    yield Slip(
        say(
            "It agrees if the stated elevation is the angle from the zenith: the elevation would be "
            "{elevation}.",
            elevation=degrees(90 - stated.elevation),
        ),
        misfit(differences(zenith, sun)),
    )
    exchanged = Angles(stated.elevation % 360, stated.azimuth)
    yield Slip(
        say("It agrees if azimuth and elevation are exchanged."),
        misfit(differences(exchanged, sun)),
    )


# -- the place -------------------------------------------------------------------------------


def _place_slips(moment: datetime, point: Point, stated: Angles) -> Iterator[Slip]:
    def at(lat: float, lon: float) -> float:
        return misfit(differences(stated, sun_at(moment, Point(lat, lon))))

    lat, lon = point.lat, point.lon
    if abs(lon) <= 90:
        yield Slip(
            say("It agrees if latitude and longitude are exchanged: they seem to be swapped."),
            at(lon, lat),
        )
    yield Slip(
        say("It agrees on the other side of the equator: the sign of the latitude seems wrong."),
        at(-lat, lon),
    )
    yield Slip(
        say("It agrees on the other side of Greenwich: the sign of the longitude seems wrong."),
        at(lat, -lon),
    )
    yield Slip(
        say("It agrees with both signs turned: those of latitude and longitude seem wrong."),
        at(-lat, -lon),
    )


# -- the time --------------------------------------------------------------------------------


def _zone_slips(
    moment: datetime, point: Point, stated: Angles, is_read_as_utc: bool
) -> Iterator[Slip]:
    for minutes in _offsets():
        if not minutes:
            continue
        then = _later(moment, -minutes)
        found = misfit(differences(stated, sun_at(then, point)))
        if found > 1:
            continue
        if minutes % 60:
            found = min(1.0, found + _WHOLE_HOUR_FIRST)
        yield Slip(_zone_slip(then, minutes, point, is_read_as_utc), found)


def _zone_slip(then: datetime, minutes: int, point: Point, is_read_as_utc: bool) -> str:
    time, zone = f"{then:%H:%M:%S}", zone_in_words(minutes)
    if not is_read_as_utc:
        if minutes > 0:
            return say(
                "It agrees at {time} UTC, {span} earlier: the zone of the time seems wrong.",
                time=time,
                span=_duration(minutes),
            )
        return say(
            "It agrees at {time} UTC, {span} later: the zone of the time seems wrong.",
            time=time,
            span=_duration(minutes),
        )
    is_local = abs(minutes / 60 - point.lon / 15) <= _NEAR_LOCAL
    if minutes > 0 and is_local:
        return say(
            "It agrees at {time} UTC, {span} earlier: the time seems to be {zone}, a clock of that "
            "place, read as UTC.",
            time=time,
            span=_duration(minutes),
            zone=zone,
        )
    if minutes > 0:
        return say(
            "It agrees at {time} UTC, {span} earlier: a time in {zone} seems to have been read as UTC.",
            time=time,
            span=_duration(minutes),
            zone=zone,
        )
    if is_local:
        return say(
            "It agrees at {time} UTC, {span} later: the time seems to be {zone}, a clock of that "
            "place, read as UTC.",
            time=time,
            span=_duration(minutes),
            zone=zone,
        )
    return say(
        "It agrees at {time} UTC, {span} later: a time in {zone} seems to have been read as UTC.",
        time=time,
        span=_duration(minutes),
        zone=zone,
    )


def _duration(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    if not hours:
        return say("{minutes} min", minutes=rest)
    if not rest:
        return say("{hours} h", hours=hours)
    return say("{hours} h {minutes} min", hours=hours, minutes=rest)


def _other_hour(moment: datetime, point: Point, stated: Angles) -> str:
    """Whether the sun stood there at all within half a day, in a sentence."""
    steps = range(-12 * 60, 12 * 60 + 1, 2)
    best = min(
        steps, key=lambda each: misfit(differences(stated, sun_at(_later(moment, each), point)))
    )
    then = _later(moment, best)
    if misfit(differences(stated, sun_at(then, point))) > 1:
        return say(
            "Within half a day before or after, the sun stands nowhere over that place as stated: the "
            "day, the place or the angles are wrong."
        )
    if best < 0:
        return say(
            "It agrees at about {time} UTC, {span} earlier.",
            time=f"{then:%H:%M}",
            span=_duration(best),
        )
    return say(
        "It agrees at about {time} UTC, {span} later.", time=f"{then:%H:%M}", span=_duration(best)
    )
