"""`Walk`: where the keys are on a line of time, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from caseboard.views.timeline_canvas import TimelineCanvas


class Walk:
    """The entry that the keys are at: a mark in one of its lanes."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas
        self.entry: int | None = None

    @property
    def lane(self) -> int | None:
        """The lane that the keys are in."""
        marks = self._canvas.marks
        return int(marks.entry_lane[self.entry]) if marks and self.entry is not None else None

    @property
    def item(self) -> str | None:
        """The item that the keys are at."""
        marks = self._canvas.marks
        if not marks or self.entry is None:
            return None
        return marks.items[int(marks.item[marks.entry_mark[self.entry]])]

    @property
    def mark_id(self) -> tuple[str, str, int, str] | None:
        """The item, field, row and lane by which the same place is found among other marks."""
        marks = self._canvas.marks
        if not marks or self.entry is None or self.item is None:
            return None
        time = marks.times[int(marks.entry_mark[self.entry])]
        lane = marks.lanes[int(marks.entry_lane[self.entry])]
        return self.item, time.field, time.row, lane.key

    def find(self, wanted: tuple[str, str, int, str] | None) -> None:
        """Be at the same place among other marks, or nowhere where it is gone."""
        marks = self._canvas.marks
        self.entry = None
        if wanted is None or marks is None:
            return
        item_id, field, row, key = wanted
        for mark in marks.marks_of(item_id):
            time = marks.times[mark]
            if (time.field, time.row) != (field, row):
                continue
            entries = np.flatnonzero(marks.entry_mark == mark).tolist()
            lanes = [marks.lanes[int(marks.entry_lane[each])].key for each in entries]
            self.entry = entries[lanes.index(key)] if key in lanes else entries[0]

    def be_at(self, mark: int, lane: int | None = None) -> None:
        """Be at a mark, in a lane where it lies there."""
        marks = self._canvas.marks
        if marks is None:
            return
        entries = np.flatnonzero(marks.entry_mark == mark)
        here = entries[marks.entry_lane[entries] == lane] if lane is not None else entries
        self.entry = int((here if len(here) else entries)[0])

    def step(self, way: int) -> bool:
        """Go on to the next mark of the lane in time, or back; whether there is one."""
        if self.entry is None:
            return self._start()
        return self._go(self._position() + way)

    def to_end(self, way: int) -> bool:
        """Go to the first or the last mark of the lane."""
        marks = self._canvas.marks
        if marks is None or (self.entry is None and not self._start()):
            return False
        lane = self.lane or 0
        first, last = marks.walk_first[lane : lane + 2].tolist()
        self.entry = int(marks.walk[first if way < 0 else last - 1])
        return True

    def to_lane(self, way: int) -> bool:
        """Go to the mark of the next lane that is nearest in time; whether there is one."""
        marks = self._canvas.marks
        if marks is None or self.entry is None:
            return self._start()
        here = float(marks.begin[marks.entry_mark[self.entry]])
        lane = (self.lane or 0) + way
        while 0 <= lane < len(marks.lanes):
            first, last = marks.walk_first[lane : lane + 2].tolist()
            if last > first:
                entries = marks.walk[first:last]
                away = np.abs(marks.begin[marks.entry_mark[entries]] - here)
                self.entry = int(entries[int(away.argmin())])
                return True
            lane += way
        return False

    def _position(self) -> int:
        marks = self._canvas.marks
        assert marks is not None
        return int(np.flatnonzero(marks.walk == self.entry)[0])

    def _go(self, position: int) -> bool:
        marks = self._canvas.marks
        assert marks is not None
        lane = self.lane or 0
        first, last = marks.walk_first[lane : lane + 2].tolist()
        if not first <= position < last:
            return False
        self.entry = int(marks.walk[position])
        return True

    def _start(self) -> bool:
        """Begin with what is selected, else with the first mark in sight, else with the first of all."""
        canvas, marks = self._canvas, self._canvas.marks
        if marks is None or not len(marks):
            return False
        for each in canvas.selected:
            if each in marks.row_of:
                self.entry = int(marks.entry_of[int(marks.chief[marks.row_of[each]])])
                return True
        begins = marks.begin[marks.entry_mark[marks.walk]]
        seen = np.flatnonzero((begins >= canvas.camera.left) & (begins <= canvas.camera.right))
        self.entry = int(marks.walk[int(seen[0]) if len(seen) else 0])
        return True
