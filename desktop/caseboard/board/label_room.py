"""`LabelRoom`: which string shows its label, and where: over no card and over no other label.

Where a string would put its label first depends on the cards alone; that is its wish. Where wishes
lie over each other the oldest string has its way. Another one may stand where it gets in the way of
nobody's wish, nor of any place that an older one has left. So what one string shows never depends on
what another is shown to do, but on what both could do, and squares of the board fit together in
whatever order they are painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from caseboard.board.columns import Columns
from caseboard.board.labels import Label, Neighbours, label_choices
from caseboard.board.painting import Painting, Pause, finish
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.board.tables import NOBODY
from caseboard.board.touched import STRING_REACH, Touched

MOST_AT_ONCE = 512
MOST_PLACES = 12_000
"""Strings whose places are kept: more than all squares that are kept can show, with their rivals."""
CELLS = 256
SEAM = 2.0
NONE: Ints = np.empty(0, dtype=np.int64)


@dataclass(slots=True)
class _Places:
    """Where a string could show its label if there were no cards, best first: as `choices` and as
    boxes [N, 4]; `free` are those over no card, as soon as that was asked."""

    choices: list[Label]
    spots: Floats
    free: list[Label] | None = None


class LabelRoom:
    """The labels of one board's strings at one zoom."""

    def __init__(self, columns: Columns, words_of: Callable[[int], str]) -> None:
        """`words_of` is what the label of a string says, or nothing."""
        self._columns = columns
        self._words_of = words_of
        self._places: dict[int, _Places] = {}
        self._shown: dict[int, Label | None] = {}
        self._lifted_cards = NONE
        self._lifted: frozenset[int] = frozenset()
        self._changes = 0
        self._most = MOST_PLACES

    def leave_out(self, cards: Ints, strings: Ints) -> None:
        """Find room as if these rows were not there: they are in the hand, now here and now there."""
        self._changes += 1
        self._lifted_cards, self._lifted = cards, frozenset(strings.tolist())

    def clear(self) -> None:
        """Find room anew: the zoom is another."""
        self._changes += 1
        self._places.clear()
        self._shown.clear()

    def forget(self, row: int) -> None:
        """Find room for a string anew."""
        self._changes += 1
        self._places.pop(row, None)
        self._shown.pop(row, None)

    def label_of(self, row: int, zoom: float) -> Label | None:
        """What a string shows, or None where it has no label or there is no room for it."""
        return finish(self.finding(row, zoom))

    def finding(self, row: int, zoom: float) -> Painting[Label | None]:
        """The same in steps: where many strings run, many may want the same room."""
        is_crowded = False
        while row not in self._shown:
            if len(self._places) >= self._most:
                self.clear()
                is_crowded = True
            begun_at = self._changes
            found = yield from self._choosing(row, zoom)
            # What was found between frames may be out of date when it is there.
            if self._changes == begun_at:
                self._shown[row] = found
        if is_crowded:
            # So many are needed for one label: the next ones need about the same.
            self._most = max(MOST_PLACES, 8 * len(self._places))
        return self._shown[row]

    def _choosing(self, row: int, zoom: float) -> Painting[Label | None]:
        wish, *others = self._free(row, zoom) or (None,)
        if wish is None:
            return None
        yield Pause.BREATH
        order = self._columns.strings.order
        older, younger = list[list[Label]](), list[list[Label]]()
        for rival in self._rivals(row, zoom):
            # Most have theirs somewhere else, and then it matters not whether that is free.
            if self._may_meet(row, rival, zoom) and (theirs := self._free(rival, zoom)):
                (older if order[rival] < order[row] else younger).append(theirs)
            yield Pause.BREATH
        if not _is_in_the_way(wish, (theirs[0] for theirs in older)):
            return wish
        taken = [*chain.from_iterable(older), *(theirs[0] for theirs in younger)]
        return next((each for each in others if not _is_in_the_way(each, taken)), None)

    def _rivals(self, row: int, zoom: float) -> list[int]:
        """The other strings with a label that run near one of a string's places."""
        reach = STRING_REACH / min(zoom, 1.0)
        found: set[int] = set()
        for place in self._free(row, zoom):
            found.update(self._columns.strings_in(place.box.grown(reach)).tolist())
        found.discard(row)
        return [each for each in found - self._lifted if self._words_of(each)]

    def _may_meet(self, row: int, rival: int, zoom: float) -> bool:
        theirs = self._places_of(rival, zoom).choices
        return any(_is_in_the_way(each, theirs) for each in self._free(row, zoom))

    def _places_of(self, row: int, zoom: float) -> _Places:
        places = self._places.get(row)
        if places is None:
            curves = self._columns.curves(row)
            words = self._words_of(row)
            choices = label_choices(curves, words, zoom, self._neighbours(row)) if words else []
            boxes = [(each.box.x, each.box.y, each.box.right, each.box.bottom) for each in choices]
            places = self._places[row] = _Places(choices, np.array(boxes).reshape(-1, 4))
        return places

    def _free(self, row: int, zoom: float) -> list[Label]:
        places = self._places_of(row, zoom)
        if places.free is None:
            places.free = [each for each in places.choices if self._is_free(each)]
        return places.free

    def _is_free(self, place: Label) -> bool:
        cards = self._columns.cards_in(place.box)
        return not len(cards) or bool(np.isin(cards, self._lifted_cards).all())

    def _neighbours(self, row: int) -> Neighbours:
        table = self._columns.strings
        ends = table.cards[row]
        # By a card, as both ends may be tied to strings.
        beside = self._columns.strings_of(ends[ends != NOBODY][:1])
        same = (np.sort(table.cards[beside], axis=1) == np.sort(ends)).all(axis=1)
        lane = int((table.order[beside[same]] < table.order[row]).sum())
        return Neighbours(lane, int(same.sum()), self._columns.is_pierced(row))

    def touch(self, touched: Touched, zoom: float) -> Touched:
        """Forget the labels that may come, go or shift as something came or went near by; returns
        where they were and could be."""
        if not self._places or not len(touched.boxes):
            return Touched.of([])
        rows = np.repeat(
            np.array(list(self._places), dtype=np.int64),
            [len(places.spots) for places in self._places.values()],
        )
        spots = np.concatenate([places.spots for places in self._places.values()])
        if not len(spots):
            return Touched.of([])
        first = np.unique(rows[meeting(spots, *touched.around(zoom))])
        # Their wishes may be others now, and so what those beside them can show.
        boxes = spots[np.isin(rows, first)]
        second = np.unique(rows[meeting(spots, boxes[:, :2], boxes[:, 2:])])
        self._changes += 1
        for row in first.tolist():
            self.forget(row)
        for row in second.tolist():
            self._shown.pop(row, None)
        mine = np.isin(rows, np.union1d(first, second))
        ids = self._columns.strings.rows.ids_of(rows[mine].tolist())
        return Touched.of([(spots[mine], SEAM, ids)])


def _is_in_the_way(label: Label, others: Iterable[Label]) -> bool:
    return any(label.box.overlaps(each.box) for each in others)


def meeting(spots: Floats, low: Floats, high: Floats) -> Flags:
    """Which of the spots [N, 4] meet any of the boxes with these corners."""
    meets = np.zeros(len(spots), dtype=np.bool_)
    if not len(low):
        return meets
    near = (low < spots[:, 2:].max(axis=0)).all(axis=1)
    near &= (high > spots[:, :2].min(axis=0)).all(axis=1)
    low, high = low[near], high[near]
    if len(low) > MOST_AT_ONCE:
        return _meeting_about(spots, low, high)
    for part in _parts(len(low)):
        ahead = (spots[:, None, :2] < high[part]).all(axis=2)
        meets |= (ahead & (spots[:, None, 2:] > low[part]).all(axis=2)).sum(axis=1) > 0
    return meets


def _meeting_about(spots: Floats, low: Floats, high: Floats) -> Flags:
    """The same for very many boxes: some spots beside them may be among these."""
    corner = spots[:, :2].min(axis=0)
    cell = np.maximum(spots[:, 2:].max(axis=0) - corner, 1.0) / (CELLS - 1)

    def cells(points: Floats) -> tuple[Ints, Ints]:
        at = np.clip((points - corner) // cell, 0, CELLS - 1).astype(np.int64)
        return at[:, 0], at[:, 1]

    # Each box adds one in its cells, by four numbers of which all others are the running sums.
    (left, top), (right, bottom) = cells(low), cells(high)
    full = np.zeros((CELLS + 1, CELLS + 1), dtype=np.int64)
    for x, y, sign in ((left, top, 1), (right + 1, top, -1), (left, bottom + 1, -1)):
        np.add.at(full, (x, y), sign)
    np.add.at(full, (right + 1, bottom + 1), 1)
    full = (full.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0).cumsum(axis=0).cumsum(axis=1)
    full = np.pad(full, ((1, 0), (1, 0)))
    (left, top), (right, bottom) = cells(spots[:, :2]), cells(spots[:, 2:])
    right, bottom = right + 1, bottom + 1
    inside = full[right, bottom] - full[left, bottom] - full[right, top] + full[left, top]
    return inside > 0


def _parts(count: int) -> Iterator[slice]:
    return (slice(first, first + MOST_AT_ONCE) for first in range(0, count, MOST_AT_ONCE))
