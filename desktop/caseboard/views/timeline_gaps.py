"""`Gaps`: the stretches of a line of time in which nothing lies, and which of them are marked."""

from __future__ import annotations

import numpy as np

from caseboard.views.timeline_camera import DAY, TimeCamera
from caseboard.views.timeline_marks import Marks
from casedb.model.time_gaps import Gap, gaps_between

AUTO, NEVER = "auto", "never"
LENGTHS = {
    "day": DAY,
    "week": 7 * DAY,
    "month": 30 * DAY,
    "half_year": 182 * DAY,
    "year": 365 * DAY,
}
"""How long a gap is at least that is marked, by the name of the choice."""
SHARE = 0.22
"""The share of what is seen that a gap takes up, where nobody has chosen a length."""
NARROWEST = 120.0
"""Pixels at 100 % of the narrowest gap that is marked: it says what it is."""


class Gaps:
    """Knows all gaps of what is shown. `choice` is AUTO, NEVER or a name of LENGTHS."""

    def __init__(self) -> None:
        self.choice = AUTO
        self.all: tuple[Gap, ...] = ()

    def find(self, marks: Marks) -> None:
        """Find the gaps between the times that are shown."""
        stretches = np.stack((marks.earliest, marks.latest), axis=1).tolist()
        self.all = tuple(gaps_between([(first, last) for first, last in stretches]))

    def seen(self, camera: TimeCamera, unit: float) -> list[Gap]:
        """The gaps that are marked in what is seen."""
        if self.choice == NEVER:
            return []
        least = LENGTHS.get(self.choice, SHARE * camera.span)
        found: list[Gap] = []
        for gap in self.all:
            shown = min(gap.last, camera.right) - max(gap.first, camera.left)
            if gap.length >= least and shown * camera.scale >= NARROWEST * unit:
                found.append(gap)
        return found

    def beyond(self, camera: TimeCamera, way: int) -> Gap | None:
        """The next gap to the right (1) or to the left (-1) of the middle of what is seen, of those that
        are long enough to be marked."""
        middle = (camera.left + camera.right) / 2
        least = LENGTHS.get(self.choice, SHARE * camera.span)
        long = [gap for gap in self.all if gap.length >= least]
        if way > 0:
            return next((gap for gap in long if gap.last > middle), None)
        return next((gap for gap in reversed(long) if gap.first < middle), None)
