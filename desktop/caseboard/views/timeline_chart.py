"""`Chart`: where every mark of a line of time lies at one scale: in which row of which lane.

Pure numbers, in pixels. Across they are counted from the first moment of all marks; down from the top of
the first lane.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from caseboard.views.timeline_marks import Flags, Floats, Ints, Marks
from caseboard.views.timeline_sizes import Bins, Level, Sizes, binned, edge_of
from casedb.model.time_rows import NO_ROOM, rows_for

FEWEST_ROWS, MOST_ROWS = 16, 40
APART = 4
"""A title before its mark is so many gaps apart from what stands before it, two of them beside the mark."""
CROWDED = 0.34
"""The share of the places of a lane that may be too full for the rows that there are."""


class Chart:
    """Marks at a scale.

    A unit is what lies together of one item in one lane: `lane`, `row`, `begin`, `end`, `start` and `reach`
    (with its title), `holds_title` (the title lies within its bar), `leads_title` (it stands before it)
    are a row each. `left` and `right` [M] are where each mark lies, `is_point` which of them are no wider
    than a sign.
    """

    def __init__(
        self,
        marks: Marks,
        scale: float,
        sizes: Sizes,
        room: float = 0.0,
        folded: Collection[str] = (),
        width: float = 0.0,
        *,
        has_whole_titles: bool = False,
    ) -> None:
        """`room` is how high the view is; lanes make use of it. `width` is how wide it is: titles that would
        be cut at its end where all is seen, or where most is, stand before their marks. Whole titles take
        rows of their own rather than to be cut."""
        self._title = sizes.widest_title if has_whole_titles else sizes.title
        self.marks, self.scale, self.sizes = marks, scale, sizes
        self.folded: Flags = np.array([each.key in folded for each in marks.lanes], dtype=np.bool_)
        self._place_marks()
        self._join()
        self._turn_titles(width)
        self._choose_levels(room)
        self._stack()
        self._gather()

    # -- across ---------------------------------------------------------------------------

    def _place_marks(self) -> None:
        marks, sizes = self.marks, self.sizes
        self.left: Floats = (marks.earliest - marks.first) * self.scale
        self.right: Floats = (marks.latest - marks.first) * self.scale
        is_open = marks.is_open_before | marks.is_open_after
        narrow: Flags = (self.right - self.left < sizes.sign) & ~is_open
        middle = (self.left + self.right) / 2
        self.left = np.where(narrow, middle - sizes.sign / 2, self.left)
        self.right = np.where(narrow, middle + sizes.sign / 2, self.right)
        self.left = self.left - np.where(marks.is_open_before, sizes.stub, 0.0)
        self.right = self.right + np.where(marks.is_open_after, sizes.stub, 0.0)
        self.is_point = narrow

    def _join(self) -> None:
        """Units: the times of an item that lie close to one another in a lane."""
        marks, sizes = self.marks, self.sizes
        mark, lane = marks.entry_mark, marks.entry_lane
        owner, left, right = marks.item[mark], self.left[mark], self.right[mark]
        is_other = np.ones(len(mark), dtype=np.bool_)
        is_other[1:] = (owner[1:] != owner[:-1]) | (lane[1:] != lane[:-1])
        reached = right.copy()
        runs = np.diff(np.append(np.flatnonzero(is_other), len(mark)))
        for _ in range(min(int(runs.max(initial=1)) - 1, 8)):
            reached[1:] = np.where(is_other[1:], reached[1:], np.maximum(reached[1:], reached[:-1]))
        is_first = is_other.copy()
        is_first[1:] |= left[1:] > reached[:-1] + sizes.join
        self.first: Ints = np.flatnonzero(is_first)
        """The first entry of each unit."""
        self.count: Ints = np.diff(np.append(self.first, len(mark)))
        self.unit_of: Ints = np.cumsum(is_first) - 1
        """The unit of each entry."""
        self.lane: Ints = lane[self.first]
        self.item: Ints = owner[self.first]
        if not len(self.first):
            self.begin = self.end = np.empty(0, dtype=np.float64)
        else:
            self.begin = np.minimum.reduceat(left, self.first)
            self.end = np.maximum.reduceat(right, self.first)
        self.title_room: Floats = np.minimum(marks.widths[self.item] * sizes.unit, self._title)
        is_bar = (self.count == 1) & ~self.is_point[mark[self.first]]
        length = self.end - self.begin
        fits = is_bar & (length >= self.title_room + sizes.sign + 4 * sizes.gap)
        self.holds_title: Flags = fits | (length >= sizes.long)

    def _turn_titles(self, width: float) -> None:
        """Let titles stand before their marks that would be cut behind the last ones, where there is room."""
        marks, sizes = self.marks, self.sizes
        whole = np.minimum(marks.widths[self.item] * sizes.unit, sizes.widest_title)
        first, last = ((each - marks.first) * self.scale for each in marks.thick)
        is_in = (self.begin >= first - sizes.sign) & (self.end <= last + sizes.sign)
        # Where most takes up a small part of what is seen, all of the room around it is seen as well.
        is_in &= last - first >= width / 2
        edge = edge_of(width, sizes.unit)
        low = np.where(is_in, first, 0.0)
        high = np.where(is_in, last, (marks.last - marks.first) * self.scale)
        is_cut = self.end + sizes.gap + whole > high + edge
        has_room = self.begin - sizes.gap - self.title_room >= low
        self.leads_title: Flags = ~self.holds_title & is_cut & has_room
        self._edges = low, high + edge

    # -- how much is shown ----------------------------------------------------------------

    def _choose_levels(self, room: float) -> None:
        sizes, lanes = self.sizes, len(self.marks.lanes)
        leads = self.leads_title
        before = np.where(leads, APART * sizes.gap + self.title_room, 0.0)
        self.needed_from: Floats = self.begin - before
        self._order: Ints = np.lexsort((self.needed_from, self.lane))
        bounds = np.searchsorted(self.lane[self._order], np.arange(lanes + 1))
        self._bounds: list[int] = bounds.tolist()
        behind = ~self.holds_title & ~leads
        beside = np.where(behind, self.end + sizes.gap + self.title_room, self.end)
        self.needed: Floats = beside + sizes.gap
        alone = self.end + 2 * sizes.unit
        self.depth: Ints = np.zeros(len(self.first), dtype=np.int64)
        """In how many rows something lies where each unit begins, itself among it."""
        self.deepest: Ints = np.zeros(lanes, dtype=np.int64)
        self.most_rows = self._rows_within(room / sizes.row)
        self.most_low_rows = int(self.most_rows * sizes.row / sizes.low_row)
        levels: list[Level] = []
        for n in range(lanes):
            mine = self._order[self._bounds[n] : self._bounds[n + 1]]
            level = Level.TITLES
            if self._sink(mine, self.needed[mine], self.most_rows) > CROWDED:
                level = Level.SIGNS
                self.needed[mine], self.needed_from[mine] = alone[mine], self.begin[mine]
                low, high = self._bounds[n : n + 2]
                self._order[low:high] = mine = mine[np.argsort(self.begin[mine], kind="stable")]
                if self._sink(mine, alone[mine], self.most_low_rows) > CROWDED:
                    level = Level.COLUMNS
            levels.append(Level.FOLDED if self.folded[n] else level)
            self.deepest[n] = self.depth[mine].max(initial=0)
        self.level_of = levels
        self.start: Floats = self.needed_from.copy()
        self.reach: Floats = self.needed.copy()
        self.levels: Ints = np.array(levels, dtype=np.int64)

    def _rows_within(self, room: float) -> int:
        """How many rows a lane has at the most, so that those which need many take what others leave."""
        if len(self._bounds) - 2 + FEWEST_ROWS >= room:
            return FEWEST_ROWS
        wanted: list[int] = []
        for n in np.flatnonzero(~self.folded).tolist():
            mine = self._order[self._bounds[n] : self._bounds[n + 1]]
            self._sink(mine, self.needed[mine], MOST_ROWS)
            wanted.append(int(self.depth[mine].max(initial=0)))
        most = FEWEST_ROWS
        while most < MOST_ROWS and sum(min(each, most + 1) for each in wanted) <= room:
            most += 1
        return most

    def _sink(self, mine: Ints, ends: Floats, most: int) -> float:
        """Find how deep the units of a lane lie; which share of its places is too full for so many rows."""
        begins = self.needed_from[mine]
        over = np.searchsorted(np.sort(ends), begins, side="right")
        depth = np.arange(1, len(mine) + 1) - over
        self.depth[mine] = depth
        if int(depth.max(initial=0)) <= most:
            return 0.0
        place = np.floor(begins / (24 * self.sizes.unit))
        first = np.flatnonzero(np.append(True, place[1:] != place[:-1]))
        deepest = np.maximum.reduceat(depth, first)
        return float((deepest > most).mean())

    # -- down -----------------------------------------------------------------------------

    def _stack(self) -> None:
        """How high lanes are. In which rows things lie is found when it is asked for."""
        sizes = self.sizes
        self.row: Ints = np.zeros(len(self.first), dtype=np.int64)
        self._is_laid: Flags = np.zeros(len(self.first), dtype=np.bool_)
        is_low = self.levels == Level.SIGNS
        most = np.where(is_low, self.most_low_rows, self.most_rows)
        in_rows = self.levels <= Level.SIGNS
        self.has_more: Flags = in_rows & (self.deepest > most)
        used = np.maximum(1, np.minimum(self.deepest, most))
        high = used * np.where(is_low, sizes.low_row, sizes.row) + self.has_more * sizes.row
        rows = np.maximum(sizes.lane, high + 2 * sizes.padding)
        others = np.where(self.levels == Level.COLUMNS, 2 * sizes.lane, sizes.lane)
        self.tops: Floats = np.append(0.0, np.cumsum(np.where(in_rows, rows, others)))

    def lay(self, left: float, right: float, top: float = -np.inf, bottom: float = np.inf) -> None:
        """Find the rows of what lies between two places, in lanes between two heights.

        Where nothing reaches over from before, all rows are free: from there on rows follow from what
        comes after alone, and are the same from wherever one begins.
        """
        for n, level in enumerate(self.level_of):
            if level > Level.SIGNS or self.tops[n + 1] < top or self.tops[n] > bottom:
                continue
            mine = self._order[self._bounds[n] : self._bounds[n + 1]]
            begins = self.needed_from[mine]
            starts = np.flatnonzero(self.depth[mine] == 1)
            if not len(starts):
                continue
            first = int(np.searchsorted(begins[starts], left, side="right")) - 1
            last = int(np.searchsorted(begins[starts], right, side="right"))
            low = int(starts[max(0, first)])
            high = int(starts[last]) if last < len(starts) else len(mine)
            part = mine[low:high]
            if len(part) and not self._is_laid[part].all():
                limit = float(begins[high]) if high < len(mine) else np.inf
                floor = float(self._furthest(mine[:low]).max(initial=-np.inf))
                self._lay_part(part, level, floor, limit)

    def _furthest(self, units: Ints) -> Floats:
        """How far some units may reach with all of their titles."""
        wide = self.marks.widths[self.item[units]] * self.sizes.unit
        behind = 2 * self.sizes.gap + np.minimum(wide, self.sizes.widest_title)
        stays = self.holds_title[units] | self.leads_title[units]
        return self.end[units] + np.where(stays, 0.0, behind)

    def _lay_part(self, part: Ints, level: Level, floor: float, limit: float) -> None:
        most = self.most_rows if level is Level.TITLES else self.most_low_rows
        self._is_laid[part] = True
        if int(self.depth[part].max()) > 1:
            begin, end = self.needed_from[part].tolist(), self.needed[part].tolist()
            self.row[part] = rows_for(begin, end, self.item[part].tolist(), most)
        if level is Level.TITLES:
            self._widen_titles(part, floor, limit)

    def _widen_titles(self, part: Ints, floor: float, limit: float) -> None:
        """Let titles that were cut take the room there is up to what is next to them in their row."""
        sizes = self.sizes
        order = part[np.lexsort((self.needed_from[part], self.row[part]))]
        is_next = self.row[order[1:]] == self.row[order[:-1]]
        whole = np.minimum(self.marks.widths[self.item[order]] * sizes.unit, sizes.widest_title)
        leads, gaps = self.leads_title[order], 2 * sizes.gap
        is_behind = ~self.holds_title[order] & ~leads
        after = np.full(len(order), limit)
        after[:-1] = np.where(is_next, self.start[order[1:]], limit)
        low, high = (each[order] for each in self._edges)
        after = np.minimum(after, high)
        room = np.where(is_behind, after - self.end[order] - gaps, 0.0)
        self._widen(order, np.minimum(whole, room))
        reach = self.end[order] + gaps + self.title_room[order]
        self.reach[order] = np.where(is_behind, reach, self.reach[order])
        # What stands before its mark takes what is left then.
        gaps = APART * sizes.gap
        before = np.full(len(order), min(floor, float(self.needed_from[part].min(initial=np.inf))))
        before[1:] = np.where(is_next, self.reach[order[:-1]], before[1:])
        room = np.where(leads, self.begin[order] - gaps - np.maximum(before, low), 0.0)
        self._widen(order, np.minimum(whole, room))
        start = self.begin[order] - gaps - self.title_room[order]
        self.start[order] = np.where(leads, start, self.start[order])

    def _widen(self, units: Ints, wide: Floats) -> None:
        self.title_room[units] = np.maximum(self.title_room[units], wide)

    @property
    def height(self) -> float:
        """How high all lanes are together."""
        return float(self.tops[-1])

    def tops_of(self, units: Ints) -> Floats:
        """Where the rows of some units begin."""
        lanes = self.lane[units]
        levels = self.levels[lanes]
        high = np.where(levels == Level.TITLES, self.sizes.row, self.sizes.low_row)
        within = self.sizes.padding + self.row[units] * high
        middle = (self.tops[lanes + 1] - self.tops[lanes]) / 2 - high / 2
        is_in_row = (levels <= Level.SIGNS) & (self.row[units] != NO_ROOM)
        return self.tops[lanes] + np.where(is_in_row, within, middle)

    def height_of_row(self, lane: int) -> float:
        """How high the rows of a lane are."""
        return self.sizes.row_of(self.level_of[lane])

    def place_of(self, mark: int, entry: int | None = None) -> tuple[float, float]:
        """Where the middle of a mark lies; in the first of its lanes, or that of an entry."""
        entry = int(self.marks.entry_of[mark]) if entry is None else entry
        unit = self.unit_of[entry : entry + 1]
        if not self._is_laid[unit[0]]:
            lane = int(self.lane[unit[0]])
            middle = float(self.tops[lane] + self.tops[lane + 1]) / 2
            self.lay(float(self.needed_from[unit[0]]), float(self.end[unit[0]]), middle, middle)
        top = float(self.tops_of(unit)[0])
        high = self.height_of_row(int(self.lane[unit[0]]))
        return float(self.left[mark] + self.right[mark]) / 2, top + high / 2

    def places_of(self, marks: Ints) -> Floats:
        """Where many marks are, [N, 2]: their signs, or the middle of the lane where they are counted.

        Of what is not laid yet the row is not known; the first one stands for it.
        """
        units = self.unit_of[self.marks.entry_of[marks]]
        low = self.levels[self.lane[units]] == Level.SIGNS
        high = np.where(low, self.sizes.low_row, self.sizes.row)
        middle = (self.left[marks] + self.right[marks]) / 2
        across = np.where(self.is_point[marks], middle, self.left[marks] + self.sizes.sign)
        return np.stack((across, self.tops_of(units) + high / 2), axis=1)

    # -- what is counted ------------------------------------------------------------------

    def _gather(self) -> None:
        """The columns of lanes that are too full or folded."""
        marks, lanes = self.marks, len(self.marks.lanes)
        is_counted = self.levels[marks.entry_lane] >= Level.COLUMNS
        mine = marks.entry_mark[is_counted]
        middle = (self.left[mine] + self.right[mine]) / 2
        self.columns = binned(marks.entry_lane[is_counted], middle, self.sizes.column, lanes)

    def chips_in(self, left: float, right: float) -> Bins:
        """How many there are that have no room, between two places that are laid."""
        wide = self.sizes.chip
        is_near = (self.begin >= left - wide) & (self.begin <= right + wide)
        over = np.flatnonzero(is_near & (self.row == NO_ROOM))
        return binned(self.lane[over], self.begin[over], wide, len(self.marks.lanes))

    def beyond(self, left: float, right: float) -> tuple[Ints, Ints]:
        """How many units lie before and after what is seen, in lanes of which nothing is seen; 0 in others."""
        lanes = len(self.marks.lanes)
        before, after = self.reach < left, self.start > right
        is_empty = np.bincount(self.lane[~(before | after)], minlength=lanes) == 0
        return (
            np.bincount(self.lane[before], minlength=lanes) * is_empty,
            np.bincount(self.lane[after], minlength=lanes) * is_empty,
        )

    def nearest(self, lane: int, x: float, way: int) -> int | None:
        """The entry of a lane that lies nearest before (-1) or after (1) a place."""
        mine = np.flatnonzero(self.lane == lane)
        side = mine[self.begin[mine] > x] if way > 0 else mine[self.end[mine] < x]
        if not len(side):
            return None
        away = self.begin[side] if way > 0 else -self.end[side]
        return int(self.first[side[int(away.argmin())]])

    # -- what lies where ------------------------------------------------------------------

    def lane_at(self, y: float) -> int | None:
        """The lane at a height; None below all of them."""
        lane = int(np.searchsorted(self.tops, y, side="right")) - 1
        return lane if 0 <= lane < len(self.marks.lanes) else None

    def unit_at(self, x: float, y: float) -> int | None:
        """The unit at a place, its title counted in."""
        lane = self.lane_at(y)
        if lane is None or self.levels[lane] > Level.SIGNS:
            return None
        row = int((y - self.tops[lane] - self.sizes.padding) // self.height_of_row(lane))
        slack = 2 * self.sizes.unit
        found = np.flatnonzero(
            (self.lane == lane)
            & (self.row == row)
            & (self.start - slack <= x)
            & (self.reach + slack >= x)
        )
        return int(found[-1]) if len(found) else None

    def mark_at(self, x: float, unit: int) -> int:
        """The mark of a unit that lies nearest to a place."""
        first = int(self.first[unit])
        mine = self.marks.entry_mark[first : first + int(self.count[unit])]
        away = np.maximum(0, np.maximum(self.left[mine] - x, x - self.right[mine]))
        # Of those that lie below the pointer the narrowest is on top.
        wide = self.right[mine] - self.left[mine]
        return int(mine[np.lexsort((wide, away))[0]])

    def crowd_at(self, x: float, y: float) -> list[str]:
        """The items in the column, or counted by the chip, at a place."""
        lane = self.lane_at(y)
        if lane is None:
            return []
        marks = self.marks
        if self.levels[lane] >= Level.COLUMNS:
            mine = marks.entry_mark[marks.entry_lane == lane]
            middle = (self.left[mine] + self.right[mine]) / 2
            wide = self.sizes.column
            return marks.items_at(mine[np.floor(middle / wide) == np.floor(x / wide)].tolist())
        if not self.has_more[lane] or y < self.tops[lane + 1] - self.sizes.row - self.sizes.padding:
            return []
        place = np.floor(self.begin / self.sizes.chip)
        is_there = place == np.floor(x / self.sizes.chip)
        over = np.flatnonzero((self.lane == lane) & (self.row == NO_ROOM) & is_there)
        return marks.items_at(marks.entry_mark[self.first[over]].tolist())

    def units_in(self, left: float, right: float, top: float, bottom: float) -> Ints:
        """The units of which something is seen in a part of the chart."""
        self.lay(left, right, top, bottom)
        level = self.levels[self.lane]
        tops = self.tops
        return np.flatnonzero(
            (self.start <= right)
            & (self.reach >= left)
            & (tops[self.lane + 1] >= top)
            & (tops[self.lane] <= bottom)
            & (level <= Level.SIGNS)
            & (self.row != NO_ROOM)
        )

    def units_of(self, item_rows: Ints) -> Ints:
        """The units of some items, in every lane; where they lie is known of what is laid."""
        return np.flatnonzero(np.isin(self.item, item_rows))
