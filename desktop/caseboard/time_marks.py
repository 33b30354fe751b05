"""The marks of a scale of time: where along it which moment is named, at the zoom it is seen at."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice

from PySide6.QtCore import QLocale

from caseboard.language import ENGLISH, spoken
from casedb.words import say

_DAY = 24 * 60 * 60
_SECONDS = (
    *(1, 5, 15, 30, 60, 5 * 60, 15 * 60, 30 * 60),
    *(60 * 60, 3 * 60 * 60, 6 * 60 * 60, 12 * 60 * 60, _DAY, 2 * _DAY, 7 * _DAY),
)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000)
_MONTH = 30.44 * _DAY
_EPOCH = datetime.min  # noqa: DTZ901 - moments of a scale are in UTC and carry no zone
_SECOND = timedelta(seconds=1)
MOST = 4_000
"""More marks than this are never made, however long a scale is on the screen."""


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One mark: how far along the scale it stands, from 0 to 1, and what it says.

    One that `is_major` begins a larger part of time than its neighbours: a year among months.
    """

    part: float
    text: str
    is_major: bool


def time_marks(first: datetime, last: datetime, most: int) -> tuple[TimeMark, ...]:
    """The marks of a scale from one moment to a later one, about `most` of them and never more.

    They stand at round moments. Each says what tells it from the one before it, the first one and those
    that are major all that is needed to read the others by.
    """
    return _marks(first, last, max(1, min(most, MOST)), spoken().code)


@lru_cache(maxsize=64)
def _marks(first: datetime, last: datetime, most: int, _language: str) -> tuple[TimeMark, ...]:
    """The marks of a scale, kept for each language apart."""
    length = (last - first) / _SECOND
    step = _step_of(length / most)
    moments = list(islice(_moments(first, last, step), most + 1))
    marks: list[TimeMark] = []
    before: datetime | None = None
    for moment in moments:
        is_major = before is None or _begins(before, moment, step)
        text = (_whole if is_major else _short)(moment, step)
        marks.append(TimeMark((moment - first) / _SECOND / length, text, is_major))
        before = moment
    return tuple(marks)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of time that is named: when it begins and when the next one does, and what it is called."""

    first: datetime
    last: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """A stretch of time in two rows: `fine` parts, and the larger ones that say what these lie in.

    The first and the last part of either may begin before, or be over after, what was asked for.
    """

    fine: tuple[Stretch, ...]
    coarse: tuple[Stretch, ...]


def ruler(first: datetime, last: datetime, most: int) -> Ruler:
    """The parts of the time from one moment to a later one: about `most` fine ones, and never more than
    two beyond it. Parts of a year and longer lie in no larger ones."""
    return _ruler(first, last, max(1, min(most, MOST)), spoken().code)


@lru_cache(maxsize=64)
def _ruler(first: datetime, last: datetime, most: int, _language: str) -> Ruler:
    step = _step_of((last - first) / _SECOND / most)
    larger = _larger(step)
    fine = _stretches(first, last, step, _short)
    return Ruler(fine, _stretches(first, last, larger, _whole_name) if larger else ())


def _larger(step: float) -> float:
    """The parts in which those of a step lie: days, months or years; 0 for none."""
    if step < _DAY:
        return _DAY
    return _MONTH if step < _MONTH else 12 * _MONTH if step < 12 * _MONTH - 1 else 0


def _stretches(
    first: datetime, last: datetime, step: float, name: Callable[[datetime, float], str]
) -> tuple[Stretch, ...]:
    begin = _begin_of(first, step)
    # No part begins before the year 1, and that one all the same.
    moments = sorted({begin, *islice(_moments(begin, last, step), MOST + 2)})
    ends = [*moments[1:], _begin_of_next(moments[-1], step)]
    return tuple(
        Stretch(moment, end, name(moment, step))
        for moment, end in zip(moments, ends, strict=True)
        if end > first
    )


def _begin_of(moment: datetime, step: float) -> datetime:
    """When the part of time begins in which a moment lies."""
    if step <= _SECONDS[-1]:
        return _EPOCH + timedelta(seconds=(moment - _EPOCH) / _SECOND // step * step)
    months = round(step / _MONTH)
    year, month = divmod((moment.year * 12 + moment.month - 1) // months * months, 12)
    return datetime(year, month + 1, 1) if year else _EPOCH  # noqa: DTZ001


def _begin_of_next(moment: datetime, step: float) -> datetime:
    """When the part of time after one begins."""
    try:
        if step <= _SECONDS[-1]:
            return moment + timedelta(seconds=step)
        months = round(step / _MONTH)
        year, month = divmod((moment.year * 12 + moment.month - 1) // months * months + months, 12)
        return datetime(year, month + 1, 1)  # noqa: DTZ001
    except (OverflowError, ValueError):
        return datetime.max  # noqa: DTZ901 - as all moments here


def _whole_name(moment: datetime, step: float) -> str:
    """What a larger part of time is called, by itself."""
    year = f"{moment.year}"
    if step >= 12 * _MONTH - 1:
        return year
    if step >= _MONTH:
        month = _names().standaloneMonthName(moment.month)
        return say("{month} {year}", month=month, year=year)
    return say(
        "{weekday}, {day} {month} {year}",
        weekday=_names().dayName(moment.isoweekday(), QLocale.FormatType.ShortFormat),
        day=f"{moment.day}",
        month=_names().monthName(moment.month),
        year=year,
    )


def _step_of(least: float) -> float:
    """The smallest round stretch of time, in seconds, that is no shorter than another."""
    for seconds in _SECONDS:
        if seconds >= least:
            return seconds
    months = next((each for each in _MONTHS if each * _MONTH >= least), _MONTHS[-1])
    return months * _MONTH


def _moments(first: datetime, last: datetime, step: float) -> Iterator[datetime]:
    if step <= _SECONDS[-1]:
        # The year 1 began on a Monday at midnight: weeks begin on Mondays.
        number = math.ceil((first - _EPOCH) / _SECOND / step)
        while True:
            try:
                moment = _EPOCH + timedelta(seconds=number * step)
            except OverflowError:
                return
            if moment > last:
                return
            yield moment
            number += 1
    months = round(step / _MONTH)
    # Years are counted from 0, so that decades and centuries begin where people say they do.
    number = -(-(first.year * 12 + first.month - 1) // months)
    while True:
        year, month = divmod(number * months, 12)
        if year > 9999:
            return
        if year >= 1:
            moment = datetime(year, month + 1, 1)  # noqa: DTZ001
            if moment > last:
                return
            if moment >= first:
                yield moment
        number += 1


def _begins(before: datetime, moment: datetime, step: float) -> bool:
    """Whether a part of time begins between two marks that is larger than their distance."""
    if step >= 12 * _MONTH - 1:
        return False
    if step >= _MONTH:
        return before.year != moment.year
    if step >= _DAY:
        return (before.year, before.month) != (moment.year, moment.month)
    return before.date() != moment.date()


def _whole(moment: datetime, step: float) -> str:
    year = f"{moment.year}"
    if step >= 12 * _MONTH - 1:
        return year
    names, is_short = _names(), QLocale.FormatType.ShortFormat
    if step >= _MONTH:
        month = names.standaloneMonthName(moment.month, is_short)
        return say("{month} {year}", month=month, year=year)
    month = names.monthName(moment.month, is_short)
    day = say("{day} {month} {year}", day=f"{moment.day}", month=month, year=year)
    return day if step >= _DAY else f"{day}, {_clock(moment, step)}"


def _names() -> QLocale:
    """Whose names of months are taken."""
    # Britain would write Sept, where the dates on cards say Sep.
    return QLocale.c() if spoken() is ENGLISH else spoken().locale


def _short(moment: datetime, step: float) -> str:
    if step >= 12 * _MONTH - 1:
        return f"{moment.year}"
    if step >= _MONTH:
        return _names().standaloneMonthName(moment.month, QLocale.FormatType.ShortFormat)
    return f"{moment.day}" if step >= _DAY else _clock(moment, step)


def _clock(moment: datetime, step: float) -> str:
    return f"{moment:%H:%M:%S}" if step < 60 else f"{moment:%H:%M}"
