"""What an item of the kind satellite image states, read through the fields of its kind."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias, TypeGuard

from casedb.model.dates.moment import Edge, End, Moment, Qualifier
from casedb.model.fields import Number, Row, Unreadable
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds.satellite_image import SATELLITE_IMAGE
from casedb.model.place import Place
from casedb.words import say

PASS_BASES = ("datatake", "pass")
"""The bases of a time that is not the exposure itself, but lies within minutes of it."""

Span: TypeAlias = tuple[datetime, datetime]
"""The first and the last moment that a time may mean, both in UTC."""


@dataclass(frozen=True, slots=True)
class Angles:
    """An azimuth and an elevation in degrees, or differences of them, as far as they are known."""

    azimuth: float | None = None
    elevation: float | None = None

    def __bool__(self) -> bool:
        return self.azimuth is not None or self.elevation is not None


UNKNOWN = Angles()
"""Neither is known."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The values of a satellite image that can be checked against each other.

    `stated` is where its record says that the sun stood, `measured` where a shadow in the picture says
    so; `unreadable` are the labels of fields whose value is not understood or not possible.
    """

    acquired: FuzzyDate | None
    time_basis: str
    where: Place | None
    footprint: Place | None
    sensor: str
    gsd: float | None
    off_nadir: float | None
    incidence: float | None
    stated: Angles
    measured: Angles
    features: tuple[Row, ...]
    unreadable: tuple[str, ...]

    @property
    def is_taken_in_passing(self) -> bool:
        """Whether its time is that of a pass or datatake."""
        return self.time_basis in PASS_BASES

    @property
    def has_clock(self) -> bool:
        """Whether its time names a time of day."""
        return self.clock_span is not None

    @property
    def has_zone(self) -> bool:
        """Whether it is known how far the clock of its time is from UTC."""
        return self.span is not None

    @property
    def span(self) -> Span | None:
        """When it was acquired; None without a time of day, or where its zone is not known."""
        return self._span(is_zoned=True)

    @property
    def clock_span(self) -> Span | None:
        """The same as if the clock had shown UTC, whatever its zone; None without a time of day."""
        return self._span(is_zoned=False)

    @property
    def day(self) -> datetime | None:
        """The calendar day of its time, where it is one; without a zone."""
        if self.acquired is None:
            return None
        start, end = self.acquired.start, self.acquired.end
        if isinstance(start, End) or isinstance(end, End):
            return None
        return start.first if start.first.date() == end.last.date() else None

    def _span(self, *, is_zoned: bool) -> Span | None:
        if self.acquired is None or self.time_basis == "day":
            return None
        start, end = self.acquired.start, self.acquired.end
        if not (_has_clock(start) and _has_clock(end)):
            return None
        east = (start.offset, end.offset) if is_zoned else (0, 0)
        if east[0] is None or east[1] is None:
            return None
        return (
            _shifted(start.first, -_doubt(start) - east[0] * 60),
            _shifted(end.last, _doubt(end) - east[1] * 60),
        )


def read_scene(values: Mapping[str, JsonValue]) -> Scene:
    """What the values of a satellite image state; what is not understood is left out and named."""
    reading = _Reading(values)
    shadow = reading.number("shadow_azimuth")
    height, length = reading.number("object_height"), reading.number("shadow_length")
    return Scene(
        acquired=reading.read("acquired"),
        time_basis=reading.read("time_basis") or "",
        where=reading.read("where"),
        footprint=reading.read("footprint"),
        sensor=reading.read("sensor") or "",
        gsd=reading.number("gsd"),
        off_nadir=reading.number("off_nadir"),
        incidence=reading.number("incidence"),
        stated=Angles(reading.number("sun_azimuth"), reading.number("sun_elevation")),
        measured=Angles(
            None if shadow is None else (shadow + 180) % 360,
            math.degrees(math.atan2(height, length)) if height and length else None,
        ),
        features=reading.read("features") or (),
        unreadable=tuple(reading.unreadable),
    )


class _Reading:
    """The values by the names of their fields, and which of them are not understood."""

    def __init__(self, values: Mapping[str, JsonValue]) -> None:
        self._values = values
        self.unreadable: list[str] = []

    def read(self, name: str) -> Any:
        """A value of the type of its field, or None."""
        field = SATELLITE_IMAGE.field(name)
        try:
            return field.read(self._values)
        except Unreadable:
            self.unreadable.append(say(field.label))
            return None

    def number(self, name: str) -> float | None:
        """A number that is possible by what its field declares, or None."""
        field = SATELLITE_IMAGE.field(name)
        assert isinstance(field, Number)
        found: float | None = self.read(name)
        if found is None:
            return None
        low = -math.inf if field.low is None else field.low
        high = math.inf if field.high is None else field.high
        # A file may hold any number: one that is none, and one that no float can hold.
        if not low <= found <= high or not -1e300 < found < 1e300:
            self.unreadable.append(say(field.label))
            return None
        return float(found)


def _has_clock(edge: Edge) -> TypeGuard[Moment]:
    return isinstance(edge, Moment) and edge.clock is not None


def _doubt(moment: Moment) -> int:
    """Seconds by which a time that is stated with a doubt reaches out on either side."""
    if moment.qualifier is Qualifier.EXACT:
        return 0
    return int((moment.last - moment.first).total_seconds()) + 1


def _shifted(clock: datetime, seconds: int) -> datetime:
    try:
        return (clock + timedelta(seconds=seconds)).replace(tzinfo=UTC)
    except OverflowError:
        return clock.replace(tzinfo=UTC)
