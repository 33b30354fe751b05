"""The marks of a scale of time: where along it which moment is named, at the zoom it is seen at."""

from __future__ import annotations

import math
from collections.abc import Iterator
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
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
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
