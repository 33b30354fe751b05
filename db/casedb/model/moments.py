"""Moments of a scale of time: dates and UTC moments, as ISO 8601 writes them."""

from __future__ import annotations

import re
from datetime import datetime

_WRITTEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?Z)?"
)


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
