"""`TimeCamera`: which stretch of time is seen, and how much room a second has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

_EPOCH = datetime.min  # noqa: DTZ901 - moments on a line of time carry no zone
_LAST = datetime.max.replace(microsecond=0)  # noqa: DTZ901
_SECOND = timedelta(seconds=1)

DAY = 24 * 60 * 60.0
END = (_LAST - _EPOCH) / _SECOND
"""The last second that a calendar holds, counted from the year 1."""
NEAREST = 12.0
"""Pixels of a second at the most."""
LEAST = 60.0
"""Seconds that are fitted into the view at the least."""
MARGIN = 0.04
"""The share of the width that is left free at either side of what is fitted."""


def moment_of(second: float) -> datetime:
    """A second since the year 1 as a moment, kept within the calendar."""
    return _EPOCH + timedelta(seconds=max(0.0, min(END, second)))


def second_of(moment: datetime) -> float:
    """A moment as seconds since the year 1."""
    return (moment - _EPOCH) / _SECOND


@dataclass(frozen=True, slots=True)
class TimeCamera:
    """`left` is the second at the left edge, `scale` how many pixels a second has, `width` in pixels."""

    left: float = 0.0
    scale: float = 1e-6
    width: float = 800.0

    @property
    def right(self) -> float:
        """The second at the right edge."""
        return self.left + self.width / self.scale

    @property
    def span(self) -> float:
        """How many seconds are seen."""
        return self.width / self.scale

    def x_of(self, second: float) -> float:
        """Where a second lies, from the left edge."""
        return (second - self.left) * self.scale

    def second_at(self, x: float) -> float:
        """Which second lies at a place."""
        return self.left + x / self.scale

    def panned(self, pixels: float) -> TimeCamera:
        """The same with what is seen moved to the right by so many pixels."""
        return self._kept(self.left - pixels / self.scale, self.scale)

    def zoomed(self, factor: float, x: float) -> TimeCamera:
        """So much nearer, with what lies at a place staying there."""
        held = self.second_at(x)
        scale = min(NEAREST, max(self.width / END, self.scale * factor))
        return self._kept(held - x / scale, scale)

    def fitted(self, first: float, last: float) -> TimeCamera:
        """As near as a stretch of time is seen whole."""
        room = self.width * (1 - 2 * MARGIN)
        length = max(last - first, LEAST)
        middle = (first + last) / 2
        scale = min(NEAREST, max(self.width / END, room / length))
        return self._kept(middle - self.width / scale / 2, scale)

    def resized(self, width: float) -> TimeCamera:
        """The same stretch of time in another width."""
        return self._kept(self.left, self.scale * width / self.width, width)

    def showing(self, first: float, last: float) -> TimeCamera:
        """Moved as far as a stretch of time is seen, with some room around it; its beginning at least."""
        if first >= self.left and last <= self.right:
            return self
        room = 0.12 * self.span
        low, high = self.left + room, self.right - room
        if last - first > high - low or self.right < first or last < self.left:
            return self.around((first + min(last, first + (high - low))) / 2)
        if first < low:
            return self._kept(first - room, self.scale)
        return self._kept(last + room - self.span, self.scale)

    def around(self, second: float) -> TimeCamera:
        """With a second in the middle."""
        return self._kept(second - self.span / 2, self.scale)

    def _kept(self, left: float, scale: float, width: float = 0.0) -> TimeCamera:
        """Within the calendar."""
        width = width or self.width
        scale = max(width / END, scale)
        last = max(0.0, END - width / scale)
        return replace(self, left=max(0.0, min(last, left)), scale=scale, width=width)
