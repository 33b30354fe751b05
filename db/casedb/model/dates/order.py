"""Put fuzzy dates in order: what each may cover at most, what it surely covers, and the answers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import NoReturn

from casedb.model.dates.moment import (
    MAX_OFFSET_MINUTES,
    Edge,
    End,
    Limit,
    Moment,
    Precision,
    Qualifier,
)

_EPOCH = datetime.min  # noqa: DTZ901 - bounds carry no zone either
_SECOND = timedelta(seconds=1)
_ZONE_SLACK = MAX_OFFSET_MINUTES * 60
_DAY = 24 * 60 * 60
_UNIT_SECONDS = {
    Precision.SECOND: 1,
    Precision.MINUTE: 60,
    Precision.HOUR: 60 * 60,
    Precision.DAY: _DAY,
    Precision.MONTH: 31 * _DAY,
    Precision.SEASON: 92 * _DAY,
    Precision.YEAR: 366 * _DAY,
    Precision.DECADE: 3653 * _DAY,
    Precision.CENTURY: 36525 * _DAY,
}


class Possibility(Enum):
    """The answer to a question about fuzzy dates; it has no truth value, compare it by name."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"

    def __bool__(self) -> NoReturn:
        """Raise TypeError, since MAYBE in a condition would be taken for yes."""
        raise TypeError("a Possibility is compared with YES, MAYBE or NO, not used as a condition")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a date may cover at most, and what it surely covers; in seconds, both ends included."""

    first: float
    last: float
    core: tuple[float, float] | None

    def surely_holds(self, other: Reach) -> bool:
        """Whether all that the other may cover is surely covered here."""
        return self.core is not None and self.core[0] <= other.first and other.last <= self.core[1]

    def surely_meets(self, other: Reach) -> bool:
        """Whether both surely cover some second in common."""
        if self.core is None or other.core is None:
            return False
        return self.core[0] <= other.core[1] and other.core[0] <= self.core[1]


def measure_reach(start: Edge, end: Edge, limit: Limit | None, *, is_zoned: bool) -> Reach:
    """Return the reach of a date from its two ends, which are the same for a single date.

    Where `is_zoned`, the scale is UTC and an end without a zone may lie 14 hours to either side;
    else it is the stated clock. An end in doubt reaches outwards by one unit of its precision.
    """
    before, after = _zone_slack(start, is_zoned), _zone_slack(end, is_zoned)
    core = None
    if limit is None and _is_firm(start) and _is_firm(end):
        core = _core(start, end, before, after)
    first = first_second(start) - before - _doubt(start)
    return Reach(first, last_second(end) + after + _doubt(end), core)


def stated_reach(start: Edge, end: Edge) -> tuple[float, float]:
    """Return the first and last second that a date may mean, in seconds by its own clock.

    An end in doubt reaches outwards by one unit of its precision, an open one without end.
    """
    first, last = -math.inf, math.inf
    if isinstance(start, Moment):
        first = (start.first - _EPOCH) // _SECOND - _doubt(start)
    if isinstance(end, Moment):
        last = (end.last - _EPOCH) // _SECOND + _doubt(end)
    return first, last


def first_second(start: Edge) -> float:
    """Return when an end starts, in seconds of UTC, or of its own clock where it has no zone."""
    if isinstance(start, End):
        return -math.inf
    return (start.first - _EPOCH) // _SECOND - (start.offset or 0) * 60


def last_second(end: Edge) -> float:
    """Return the last second of an end, on the scale of `first_second`."""
    if isinstance(end, End):
        return math.inf
    return (end.last - _EPOCH) // _SECOND - (end.offset or 0) * 60


def _core(start: Edge, end: Edge, before: int, after: int) -> tuple[float, float] | None:
    if start is End.UNKNOWN:
        start = end
    if end is End.UNKNOWN:
        end = start
    first, last = first_second(start) + before, last_second(end) - after
    return (first, last) if first <= last else None


def _is_firm(end: Edge) -> bool:
    return isinstance(end, End) or (end.is_plain and end.qualifier is Qualifier.EXACT)


def _zone_slack(end: Edge, is_zoned: bool) -> int:
    return _ZONE_SLACK if is_zoned and isinstance(end, Moment) and end.offset is None else 0


def _doubt(end: Edge) -> int:
    if isinstance(end, End) or end.qualifier is Qualifier.EXACT:
        return 0
    return _UNIT_SECONDS[end.precision]
