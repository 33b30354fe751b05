"""The parts of a fuzzy date: one date of EDTF (ISO 8601-2:2019) and a range between two.

Bounds are naive: they are what the stated clock shows, in whatever zone it stands. A bound is the
first or the last second included.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from casedb.words import say

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
OF_A_DAY = "of a day"
"""What tells a month with a day before it from one alone, as many languages do."""

SHORT_MONTH_NAMES = tuple(name[:3] for name in MONTH_NAMES)
WINTER = "24"
"""The one season that lies in two years."""

SEASON_NAMES = {"21": "spring", "22": "summer", "23": "autumn", WINTER: "winter"}
"""The seasons by the digits that EDTF gives them in place of a month."""

MAX_OFFSET_MINUTES = 14 * 60
"""No place on Earth keeps a clock further than this from UTC."""

_SEASON_MONTHS = {"21": (3, 5), "22": (6, 8), "23": (9, 11)}
_YEAR = re.compile(r"[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)")
_MONTH = re.compile(r"[01][0-9]|2[1-4]|[01]X|XX")
_DAY = re.compile(r"[0-3][0-9]|[0-3]X|XX")

OUTSIDE_YEARS = re.compile(r"-[0-9]{4}.*|Y-?[0-9]+.*|0000.*|000X.*|00XX.*")
"""Years that EDTF writes and the calendar of these dates does not reach."""


class DateNotUnderstood(ValueError):
    """A text or stored value is no date that can be read; its text is one sentence for the user."""


class Precision(StrEnum):
    """The unit a date is stated in: how finely it is named, not how long it lasts."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class Qualifier(StrEnum):
    """How firmly a date is stated; each value is the mark that EDTF writes after the date."""

    EXACT = ""
    APPROXIMATE = "~"
    UNCERTAIN = "?"
    BOTH = "%"

    @property
    def is_approximate(self) -> bool:
        """Whether the date is stated as being about right."""
        return self in (Qualifier.APPROXIMATE, Qualifier.BOTH)

    @property
    def is_uncertain(self) -> bool:
        """Whether the source doubts the date."""
        return self in (Qualifier.UNCERTAIN, Qualifier.BOTH)

    def combine(self, other: Qualifier) -> Qualifier:
        """Return the qualifier that says what both say."""
        if Qualifier.EXACT in (self, other):
            return other if self is Qualifier.EXACT else self
        return self if self is other else Qualifier.BOTH


class End(StrEnum):
    """An end of an interval that carries no date; each value is what EDTF writes in its place."""

    OPEN = ".."
    UNKNOWN = ""


class Limit(StrEnum):
    """The word by which a source gave a range one end only, where it is not `since` or `until`.

    AFTER and BEFORE name the date next to the range, BY names its last date. What is so dated
    happened somewhere in the range and did not fill it.
    """

    AFTER = "after"
    BEFORE = "before"
    BY = "by"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as stated: hour 0-23, minute and second 0-59, offset in minutes east of UTC."""

    hour: int
    minute: int | None = None
    second: int | None = None
    offset: int | None = None

    def __post_init__(self) -> None:
        """Raise DateNotUnderstood for a time that no clock shows."""
        if self.hour > 23 or (self.minute or 0) > 59 or (self.second or 0) > 59:
            raise DateNotUnderstood(
                say(
                    "{digits} is not a time of day: write it from 00:00:00 to 23:59:59.",
                    digits=self.digits,
                )
            )
        if self.offset is not None and abs(self.offset) > MAX_OFFSET_MINUTES:
            raise DateNotUnderstood(say("A zone lies at most 14 hours from UTC: check the offset."))

    @property
    def digits(self) -> str:
        """The time without its zone: `14`, `14:30` or `14:30:05`."""
        given = (self.hour, self.minute, self.second)
        return ":".join(f"{number:02}" for number in given if number is not None)


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of EDTF: its digits as written, so that `X` stands for a digit left unspecified.

    `month` 21 to 24 is a season. EDTF leaves open which months a season has; here they are whole
    months of the northern hemisphere: spring March to May, summer June to August, autumn September
    to November. `2023-24` may be meant as the winter that ends or that begins in 2023, so its
    bounds hold both.
    """

    year: str
    month: str | None = None
    day: str | None = None
    clock: Clock | None = None
    qualifier: Qualifier = Qualifier.EXACT

    def __post_init__(self) -> None:
        """Raise DateNotUnderstood for a date that no calendar holds."""
        if OUTSIDE_YEARS.fullmatch(self.year):
            raise DateNotUnderstood(say("Only the years 0001 to 9999 are read."))
        if not _YEAR.fullmatch(self.year):
            raise DateNotUnderstood(
                say(
                    "The year {year} is not read: X may stand for its last or last two digits.",
                    year=f"{self.year}",
                )
            )
        if self.month is not None:
            self._check_month(self.month)
        if self.day is not None:
            self._check_day(self.day)
        if self.clock is not None and (self.day is None or not self.is_plain):
            raise DateNotUnderstood(say("A time of day needs a full calendar day before it."))

    def _check_month(self, month: str) -> None:
        if not _MONTH.fullmatch(month) or month in ("00", *map(str, range(13, 20))):
            raise DateNotUnderstood(
                say(
                    "There is no month {month}: write 01 to 12, or 21 to 24 for spring to winter.",
                    month=f"{month}",
                )
            )
        if "X" in self.year:
            raise DateNotUnderstood(
                say(
                    "The year {year} cannot be followed by a month: give all four digits.",
                    year=f"{self.year}",
                )
            )

    def _check_day(self, day: str) -> None:
        month = self.month
        if month is None or month in SEASON_NAMES:
            raise DateNotUnderstood(say("A day needs a month before it: write it like 2023-09-07."))
        if "X" in month and day != "XX":
            raise DateNotUnderstood(
                say(
                    "The day {day} cannot follow the unspecified month {month}: write XX for the day.",
                    day=f"{day}",
                    month=f"{month}",
                )
            )
        if not _DAY.fullmatch(day) or not self._days(self._months()[0]):
            shown = say(MONTH_NAMES[self._months()[0] - 1])
            raise DateNotUnderstood(
                say(
                    "{month} {year} has no day {day}.",
                    month=shown,
                    year=self.year,
                    day=day.lstrip("0") or "0",
                )
            )

    @property
    def is_season(self) -> bool:
        """Whether the month is one of the season codes 21 to 24."""
        return self.month in SEASON_NAMES

    @property
    def is_plain(self) -> bool:
        """Whether every digit is given and the date is no season, so that its bounds are firm."""
        digits = self.year + (self.month or "") + (self.day or "")
        return "X" not in digits and not self.is_season

    @property
    def offset(self) -> int | None:
        """Minutes east of UTC of the stated time, None where no zone or no time is stated."""
        return None if self.clock is None else self.clock.offset

    @property
    def precision(self) -> Precision:
        """The finest unit that is named, even where its digits are unspecified."""
        if self.clock is not None:
            if self.clock.second is not None:
                return Precision.SECOND
            return Precision.HOUR if self.clock.minute is None else Precision.MINUTE
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.SEASON if self.is_season else Precision.MONTH
        masked = self.year.count("X")
        return (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[masked]

    @property
    def first(self) -> datetime:
        """The first second that the date may mean, by the stated clock, without a zone."""
        year = int(self.year.replace("X", "0"))
        if self.clock is not None:
            return self._at_clock(self.clock, 0)
        if self.month == WINTER:
            return _local(year - 1, 12, 1) if year > 1 else _local(1, 1, 1)
        month = self._months()[0]
        return _local(year, month, self._days(month)[0])

    @property
    def last(self) -> datetime:
        """The last second that the date may mean, by the stated clock, without a zone."""
        year = int(self.year.replace("X", "9"))
        if self.clock is not None:
            return self._at_clock(self.clock, 59)
        if self.month == WINTER:
            year, month = (year + 1, 2) if year < 9999 else (year, 12)
        else:
            month = self._months()[-1]
        day = self._days(month)[-1] if self.day else monthrange(year, month)[1]
        return _local(year, month, day, 23, 59, 59)

    def _at_clock(self, clock: Clock, missing: int) -> datetime:
        minute = missing if clock.minute is None else clock.minute
        second = missing if clock.second is None else clock.second
        day = int(self.day or "1")
        return _local(int(self.year), int(self.month or "1"), day, clock.hour, minute, second)

    def _months(self) -> list[int]:
        if self.month in _SEASON_MONTHS:
            start, end = _SEASON_MONTHS[self.month]
            return list(range(start, end + 1))
        return _matching_numbers(self.month, 12)

    def _days(self, month: int) -> list[int]:
        year = int(self.year.replace("X", "0"))
        return _matching_numbers(self.day, monthrange(year, month)[1])

    def qualified(self, qualifier: Qualifier) -> Moment:
        """Return the same date with this qualifier added to its own."""
        return replace(self, qualifier=self.qualifier.combine(qualifier))

    def neighbour(self, step: int) -> Moment:
        """Return the date `step` units of its own precision later; the date must be plain.

        Raises DateNotUnderstood where that leaves the years 0001 to 9999.
        """
        unit = self.precision
        year, month = int(self.year), int(self.month or "1")
        if unit is Precision.YEAR:
            year += step
        elif unit is Precision.MONTH:
            year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        else:
            return self._shifted(timedelta(**{f"{unit}s": step}))
        if not 1 <= year <= 9999:
            raise DateNotUnderstood(say("Only the years 0001 to 9999 are read."))
        return replace(self, year=f"{year:04}", month=self.month and f"{month:02}")

    def _shifted(self, step: timedelta) -> Moment:
        try:
            moved = self.first + step
        except OverflowError:
            raise DateNotUnderstood(say("Only the years 0001 to 9999 are read.")) from None
        clock = self.clock and replace(
            self.clock,
            hour=moved.hour,
            minute=None if self.clock.minute is None else moved.minute,
            second=None if self.clock.second is None else moved.second,
        )
        day = day_of(moved)
        return replace(self, year=day.year, month=day.month, day=day.day, clock=clock)


Edge: TypeAlias = Moment | End
"""One end of a range."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A range from one date to another, both included; an end may be open or unknown."""

    start: Edge
    end: Edge

    def __post_init__(self) -> None:
        """Raise DateNotUnderstood for a range without any date or with its ends exchanged."""
        start, end = self.start, self.end
        if isinstance(start, End) and isinstance(end, End):
            raise DateNotUnderstood(say("A range needs a date at one end at least."))
        if isinstance(start, Moment) and isinstance(end, Moment):
            apart = timedelta()
            if start.offset is not None and end.offset is not None:
                apart = timedelta(minutes=end.offset - start.offset)
            if end.last - start.first < apart:
                raise DateNotUnderstood(
                    say("The range ends before it starts: exchange its dates, or give both years.")
                )


Expression: TypeAlias = Moment | Interval
"""What a date says: a single date or a range."""


def day_of(instant: datetime) -> Moment:
    """Return the calendar day on which an instant falls by its own clock."""
    return Moment(f"{instant.year:04}", f"{instant.month:02}", f"{instant.day:02}")


def _local(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    # A bound is the stated clock's own reading: giving it a zone would invent one.
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001


def _matching_numbers(digits: str | None, highest: int) -> list[int]:
    """Return the numbers from 1 to `highest` whose two digits fit, X fitting any digit."""
    if digits is None or digits == "XX":
        return list(range(1, highest + 1))
    if digits.endswith("X"):
        return [number for number in range(1, highest + 1) if number // 10 == int(digits[0])]
    return [int(digits)] if 1 <= int(digits) <= highest else []
