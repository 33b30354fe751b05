"""`Walker`: from one card or frame to the next by keys: in reading order, or in a direction."""

from __future__ import annotations

from collections.abc import Set

import numpy as np

from caseboard.board.columns import Columns
from caseboard.board.strings import Floats, Ints
from casedb.model.geometry import Rect

SAME_LINE = 0.5
"""A card begins a new line when its upper edge is below this part of the line's first card."""
SIDEWAYS = 3.0
"""How much more a unit beside the way counts than one along it."""
ASKEW = 0.1
"""How much it counts that the middle of what lies straight ahead is beside the way."""


class Walker:
    """Walks on one board. Cards and frames are handled as one list: cards first, by row."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._version = -1
        self._rows: Ints = np.empty(0, dtype=np.int64)
        self._place_of_row: Ints = self._rows
        self._boxes: Floats = np.empty((0, 4))
        self._reading: Ints = self._rows
        self._rank: Ints = self._rows

    def after(self, here: Set[str], steps: int = 1) -> str | None:
        """What is read next after the last of some cards and frames; with -1, before the first.

        None at the end, and where none of them is on the board.
        """
        places = self._find(here)
        if not len(places):
            return None
        ranks = self._rank[places]
        at = int(ranks.max()) + 1 if steps > 0 else int(ranks.min()) - 1
        return self._id_of(int(self._reading[at])) if 0 <= at < len(self._reading) else None

    def towards(self, start: Rect, dx: int, dy: int, but: Set[str] = frozenset()) -> str | None:
        """The nearest card or frame in a direction of a rectangle, or None where there is none.

        One of `dx` and `dy` is 1 or -1, the other 0. What lies straight ahead is preferred to what
        is nearer and off to the side; what is in `but` is passed over.
        """
        passed = self._find(but)
        if not len(self._boxes):
            return None
        along, across = (0, 1) if dx else (1, 0)
        box = np.array([start.x, start.y, start.right, start.bottom])
        away = (self._boxes[:, :2] + self._boxes[:, 2:] - box[:2] - box[2:]) / 2
        ahead, askew = away[:, along] * (dx or dy), np.abs(away[:, across])
        beside = np.maximum(
            self._boxes[:, across] - box[across + 2], box[across] - self._boxes[:, across + 2]
        ).clip(0)
        cost = ahead + SIDEWAYS * beside + ASKEW * askew
        # What is more beside than ahead lies in another direction.
        cost[(ahead <= 0) | (beside > ahead)] = np.inf
        cost[passed] = np.inf
        best = int(np.argmin(cost))
        return self._id_of(best) if np.isfinite(cost[best]) else None

    def _find(self, ids: Set[str]) -> Ints:
        """The places in the list of those ids that are on the board."""
        self._keep_up()
        cards = self._place_of_row[self._columns.cards.rows.rows_of(ids)]
        first = len(self._rows)
        frames = [first + n for n, frame in enumerate(self._frames) if frame in ids]
        return np.concatenate([cards, np.array(frames, dtype=np.int64)])

    def _id_of(self, place: int) -> str:
        cards = len(self._rows)
        if place < cards:
            return self._columns.cards.rows.id_of(int(self._rows[place]))
        return self._frames[place - cards]

    def _keep_up(self) -> None:
        columns = self._columns
        if columns.version == self._version:
            return
        self._version = columns.version
        self._rows = columns.cards.rows.all()
        self._place_of_row = np.zeros(columns.cards.rows.size, dtype=np.int64)
        self._place_of_row[self._rows] = np.arange(len(self._rows))
        self._frames = [frame.id for frame in columns.frames]
        self._boxes = np.concatenate([columns.cards.boxes(self._rows), columns.frames.boxes])
        self._reading = reading_order(self._boxes)
        self._rank = np.empty_like(self._reading)
        self._rank[self._reading] = np.arange(len(self._reading))


def reading_order(boxes: Floats) -> Ints:
    """The order in which boxes [N, 4] of left, top, right and bottom are read: by lines, from left
    to right in each. A line holds what begins beside the upper part of its first box.

    >>> reading_order(np.array([[300, 0, 400, 80], [0, 9, 100, 89], [0, 99, 100, 199]])).tolist()
    [1, 0, 2]
    """
    down = np.lexsort((boxes[:, 0], boxes[:, 1]))
    tops = boxes[down, 1]
    line = np.zeros(len(boxes), dtype=np.int64)
    first, count = 0, 0
    while first < len(down):
        top, bottom = float(tops[first]), float(boxes[down[first], 3])
        # At least the first one, however low it is.
        after = int(np.searchsorted(tops, top + (bottom - top) * SAME_LINE, side="right"))
        line[first:after] = count
        first, count = max(after, first + 1), count + 1
    return down[np.lexsort((boxes[down, 0], line))]
