"""Moments of a scale of time: dates and UTC moments, as ISO 8601 writes them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from casedb.model.dates.moment import Edge, End
from casedb.model.fuzzy_date import FuzzyDate

_WRITTEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?Z)?"
)

_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)


def read_moment(text: str) -> datetime | None:
    """The moment in UTC, without a zone; None for what is no date and no UTC moment.

    >>> read_moment("2024-01-02"), read_moment("2024-01-02T03:04Z"), read_moment("2024-01-02T03:04")
    (datetime.datetime(2024, 1, 2, 0, 0), datetime.datetime(2024, 1, 2, 3, 4), None)
    """
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return None
    try:
        return datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return None


def is_span(first: str, last: str) -> bool:
    """Whether two texts are moments, the first before the last."""
    start, end = read_moment(first), read_moment(last)
    return start is not None and end is not None and start < end


def first_moment(given: FuzzyDate) -> str | None:
    """The moment at which a date begins; None where it has no beginning.

    A time of day without a zone is taken to be in UTC.

    >>> first_moment(FuzzyDate.parse("autumn 2023")), first_moment(FuzzyDate.parse("before 2020"))
    ('2023-09-01', None)
    """
    start = given.start
    return None if isinstance(start, End) else _written(_in_utc(start.first, start))


def last_moment(given: FuzzyDate) -> str | None:
    """The moment at which a date is over; None where it has no end. A time of day is over at once.

    >>> last_moment(FuzzyDate.parse("2023")), last_moment(FuzzyDate.parse("2024-01-31T16:30+02:00"))
    ('2024-01-01', '2024-01-31T14:30:00Z')
    """
    end = given.end
    if isinstance(end, End):
        return None
    if end.clock is not None:
        return _written(_in_utc(end.first, end))
    last = end.last
    return _written(last + _SECOND if last.date() < date.max else last)


def as_first(text: str) -> str:
    """A moment as one writes the date that begins with it; other texts as they are.

    >>> as_first("2024-01-31T00:00:00Z"), as_first("2024-01-31T14:30:00Z")
    ('2024-01-31', '2024-01-31T14:30Z')
    """
    moment = read_moment(text)
    return text if moment is None else _shown(moment)


def as_last(text: str) -> str:
    """A moment as one writes the date that is over with it; other texts as they are.

    >>> as_last("2024-02-01"), as_last("2024-01-31T14:30:15Z")
    ('2024-01-31', '2024-01-31T14:30:15Z')
    """
    moment = read_moment(text)
    if moment is None:
        return text
    is_day_over = moment.time() == time() and moment.date() > date.min
    return _shown(moment - _DAY if is_day_over else moment)


def _in_utc(moment: datetime, end: Edge) -> datetime:
    minutes = None if isinstance(end, End) else end.offset
    try:
        return moment - timedelta(minutes=minutes or 0)
    except OverflowError:
        return moment


def _written(moment: datetime) -> str:
    if moment.time() == time():
        return moment.date().isoformat()
    return f"{moment.isoformat()}Z"


def _shown(moment: datetime) -> str:
    if moment.time() == time():
        return moment.date().isoformat()
    spec = "seconds" if moment.second else "minutes"
    return f"{moment.isoformat(timespec=spec)}Z"
