"""`Marks`: the named times of items as columns of numbers, in the lanes in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import isfinite
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from caseboard.titles import shown_title
from casedb.analysis.time_extent import thick_part
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.item_dates import OF_OUR_WORK, TELLING
from casedb.model.kinds import kind_of
from casedb.model.named_times import TimeOf, principal, times_of
from casedb.model.records import Item
from casedb.model.time_lanes import Lane, LanesBy, keys_of, lanes_in_order
from casedb.words import say

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

NAMES = (*TELLING, *sorted(OF_OUR_WORK))
"""The names of times, those of the world first; one of a newer version comes after all of them."""
_CODES = {name: n for n, name in enumerate(NAMES)}
USUAL = frozenset(TELLING)
"""The names that are shown unless somebody chooses others."""
LONGEST = 80


class Dated(NamedTuple):
    """What is known of an item's times: all of them, which one stands for it, and its title.

    `chief` is its place among the times, -1 for none; `width` how wide the title is at 100 %; `keys`
    are those of its lanes. `numbers` are the times as the columns of `Marks` hold them.
    """

    item: Item
    times: tuple[TimeOf, ...]
    chief: int
    title: str
    width: float
    keys: tuple[str, ...]
    numbers: tuple[tuple[float, ...], ...]


def read_times(
    contents: Contents, item: Item, by: LanesBy, width_of: Callable[[str], float]
) -> Dated:
    """What is known of an item's times; `width_of` tells how wide a title is at 100 %."""
    times = times_of(item)
    title = shown_title(title_of(contents, item), LONGEST) or say(
        "Untitled {kind}", kind=say(kind_of(item.kind).label).lower()
    )
    keys, chief = keys_of(contents, item, by), principal(item, times)
    place = times.index(chief) if chief is not None else -1
    numbers = tuple(_numbers(time) for time in times)
    return Dated(item, times, place, title, width_of(title), keys, numbers)


def _numbers(time: TimeOf) -> tuple[float, ...]:
    """A time as a row: its name, when it begins and ends, how far it may reach, which ends are open."""
    span = time.span
    begin, end = span.begin, span.end
    is_open = not isfinite(span.first), not isfinite(span.last)
    earliest = begin if is_open[0] else span.earliest
    latest = end if is_open[1] else span.latest
    return (_CODES.get(time.name, len(NAMES)), begin, end, earliest, latest, *is_open)


class Marks:
    """The times that are shown of some items.

    A mark is one named time of one item. `item` [M] tells whose it is, `name` [M] which time, `begin` and
    `end` [M] where it lies in seconds since the year 1, `earliest` and `latest` how far it may reach.
    An entry is a mark in a lane: an item may lie in several. Entries come lane by lane, in a lane item
    by item, of an item in the order of time.
    """

    def __init__(
        self,
        contents: Contents,
        dated: Mapping[str, Dated],
        shown: Iterable[str],
        names: Collection[str],
        by: LanesBy,
    ) -> None:
        self.by = by
        self.dated: list[Dated] = []
        self.undated: list[str] = []
        self.turned_off = 0
        """How many items have times, but none of the names that are shown."""
        self.times: list[TimeOf] = []
        counts: list[int] = []
        chiefs: list[int] = []
        numbers: list[float] = []
        for item_id in shown:
            each = dated.get(item_id)
            if each is None:
                continue
            before = chief = len(self.times)
            for n, time in enumerate(each.times):
                if time.name in names or time.name not in _CODES:
                    if n == each.chief:
                        chief = len(self.times)
                    self.times.append(time)
                    numbers += each.numbers[n]
            if len(self.times) > before:
                self.dated.append(each)
                counts.append(len(self.times) - before)
                chiefs.append(chief)
            elif any(time.name not in OF_OUR_WORK for time in each.times):
                self.turned_off += 1
            else:
                self.undated.append(item_id)
        self.items = [each.item.id for each in self.dated]
        self.row_of = {item_id: n for n, item_id in enumerate(self.items)}
        self._counts = np.array(counts, dtype=np.int64)
        self._first_of = np.cumsum(self._counts) - self._counts
        self.item: Ints = np.repeat(np.arange(len(counts)), self._counts)
        self.chief: Ints = np.array(chiefs, dtype=np.int64)
        """The mark that stands for each item."""
        self._measure(np.array(numbers, dtype=np.float64).reshape(-1, 7))
        self._since, self._until = (
            self._by_item(np.minimum, self.earliest),
            self._by_item(np.maximum, self.latest),
        )
        self._lay_out(contents)

    def __len__(self) -> int:
        return len(self.times)

    def _measure(self, numbers: Floats) -> None:
        self.name: Ints = numbers[:, 0].astype(np.int64)
        self.begin, self.end, self.earliest, self.latest = (
            np.ascontiguousarray(numbers[:, n]) for n in range(1, 5)
        )
        self.is_open_before: Flags = numbers[:, 5] > 0
        self.is_open_after: Flags = numbers[:, 6] > 0
        self.widths: Floats = np.array([each.width for each in self.dated], dtype=np.float64)
        self.first = float(self.earliest.min()) if len(self) else 0.0
        self.last = float(self.latest.max()) if len(self) else 0.0
        stretches = zip(self.earliest.tolist(), self.latest.tolist(), strict=True)
        self.thick: tuple[float, float] = thick_part(stretches) or (0.0, 0.0)
        """From when to when most of them lie, without a few that are far off."""

    def _lay_out(self, contents: Contents) -> None:
        counts = Counter(key for each in self.dated for key in each.keys)
        self.lanes: list[Lane] = lanes_in_order(contents, dict(counts), self.by)
        self.counts = [counts[lane.key] for lane in self.lanes]
        numbers = {lane.key: n for n, lane in enumerate(self.lanes)}
        rows = np.repeat(
            np.arange(len(self.dated)),
            np.array([len(each.keys) for each in self.dated], dtype=np.int64),
        )
        lanes = np.array([numbers[key] for each in self.dated for key in each.keys], dtype=np.int64)
        # Every item in a lane stands there with each of its marks.
        times = self._counts[rows]
        ends = np.cumsum(times)
        within = np.arange(int(times.sum())) - np.repeat(ends - times, times)
        mark = np.repeat(self._first_of[rows], times) + within
        lane = np.repeat(lanes, times)
        order = np.lexsort((self.earliest[mark], self.item[mark], lane))
        self.entry_lane: Ints = lane[order]
        self.entry_mark: Ints = mark[order]
        begins = self.begin[self.entry_mark]
        walk = np.lexsort((self.item[self.entry_mark], begins, self.entry_lane))
        self.walk: Ints = walk
        """The entries, lane by lane, in the order of time."""
        self.walk_first: Ints = np.searchsorted(
            self.entry_lane[walk], np.arange(len(self.lanes) + 1)
        )
        self.entry_of: Ints = np.zeros(len(self), dtype=np.int64)
        """The first entry of each mark."""
        self.entry_of[self.entry_mark[::-1]] = np.arange(len(self.entry_mark))[::-1]

    def _by_item(self, of: np.ufunc, numbers: Floats) -> Floats:
        return of.reduceat(numbers, self._first_of) if len(self) else numbers

    def beyond(self, left: float, right: float) -> tuple[int, int]:
        """How many items lie wholly before and wholly after a stretch of time."""
        return int((self._until < left).sum()), int((self._since > right).sum())

    def nearest_beyond(self, left: float, right: float, way: int) -> float | None:
        """Where the nearest item ends that lies wholly before a stretch of time (-1), or begins that lies
        after it (1)."""
        ends = self._since[self._since > right] if way > 0 else self._until[self._until < left]
        if not len(ends):
            return None
        return float(ends.min() if way > 0 else ends.max())

    def rename(self, dated: Dated) -> None:
        """Take another title of an item whose times and lanes are as they were."""
        row = self.row_of.get(dated.item.id)
        if row is not None:
            self.dated[row] = dated
            self.widths[row] = dated.width

    def marks_of(self, item_id: str) -> range:
        """The marks of an item; none where it is not shown."""
        row = self.row_of.get(item_id)
        if row is None:
            return range(0)
        first, last = np.searchsorted(self.item, [row, row + 1]).tolist()
        return range(first, last)

    def extent_of(self, item_ids: Iterable[str]) -> tuple[float, float] | None:
        """From when to when some items reach; None where none of them is shown."""
        rows = [row for each in item_ids if (row := self.row_of.get(each)) is not None]
        if not rows:
            return None
        mine = np.isin(self.item, np.array(rows, dtype=np.int64))
        return float(self.earliest[mine].min()), float(self.latest[mine].max())

    def items_at(self, marks: Sequence[int]) -> list[str]:
        """The items of some marks, each once."""
        return [self.items[n] for n in dict.fromkeys(int(self.item[mark]) for mark in marks)]
