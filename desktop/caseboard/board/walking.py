"""`Walker`: from one card or frame to the next by keys: in reading order, or in a direction."""

from __future__ import annotations

from collections.abc import Set

import numpy as np

from caseboard.board.columns import Columns
from caseboard.board.strings import Floats, Ints
from caseboard.reading_order import reading_order
from casedb.model.geometry import Rect

SIDEWAYS = 3.0
"""How much more a unit beside the way counts than one along it."""
ASKEW = 0.1
"""How much it counts that the middle of what lies straight ahead is beside the way."""


class ReadingOrder:
    """The cards and frames of one board as one list, cards first by row, and how they are read.

    Places in the list hold until the board changes; `version` is that of the columns they are of.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.version = -1
        self.rows: Ints = np.empty(0, dtype=np.int64)
        self.frames: list[str] = []
        self.boxes: Floats = np.empty((0, 4))
        self._place_of_row: Ints = self.rows
        self._reading: Ints | None = None
        self._rank: Ints | None = None

    def keep_up(self) -> None:
        """Follow the board, if it has changed."""
        columns = self._columns
        if columns.version == self.version:
            return
        self.version = columns.version
        self.rows = columns.cards.rows.all()
        self._place_of_row = np.zeros(columns.cards.rows.size, dtype=np.int64)
        self._place_of_row[self.rows] = np.arange(len(self.rows))
        self.frames = [frame.id for frame in columns.frames]
        self.boxes = np.concatenate([columns.cards.boxes(self.rows), columns.frames.boxes])
        self._reading = self._rank = None

    @property
    def reading(self) -> Ints:
        """The places in the order in which they are read: found when somebody asks, as it takes long."""
        self.keep_up()
        if self._reading is None:
            self._reading = reading_order(self.boxes)
        return self._reading

    @property
    def rank(self) -> Ints:
        """At which turn each place is read."""
        reading = self.reading
        if self._rank is None:
            self._rank = np.empty_like(reading)
            self._rank[reading] = np.arange(len(reading))
        return self._rank

    def find(self, ids: Set[str]) -> Ints:
        """The places in the list of those ids that are on the board."""
        self.keep_up()
        cards = self._place_of_row[self._columns.cards.rows.rows_of(ids)]
        first = len(self.rows)
        frames = [first + n for n, frame in enumerate(self.frames) if frame in ids]
        return np.concatenate([cards, np.array(frames, dtype=np.int64)])

    def id_of(self, place: int) -> str:
        """The card or frame at a place."""
        cards = len(self.rows)
        if place < cards:
            return self._columns.cards.rows.id_of(int(self.rows[place]))
        return self.frames[place - cards]


class Walker:
    """Walks on one board, in a reading order that may be shared."""

    def __init__(self, columns: Columns) -> None:
        self.order = ReadingOrder(columns)

    def after(self, here: Set[str], steps: int = 1) -> str | None:
        """What is read next after the last of some cards and frames; with -1, before the first.

        Where none of them is on the board what is read first, or last with -1; None at the end.
        """
        order = self.order
        ranks = order.rank[order.find(here)]
        if steps > 0:
            at = int(ranks.max(initial=-1)) + 1
        else:
            at = int(ranks.min(initial=len(order.reading))) - 1
        return order.id_of(int(order.reading[at])) if 0 <= at < len(order.reading) else None

    def towards(self, start: Rect, dx: int, dy: int, but: Set[str] = frozenset()) -> str | None:
        """The nearest card or frame in a direction of a rectangle, or None where there is none.

        One of `dx` and `dy` is 1 or -1, the other 0. What lies straight ahead is preferred to what
        is nearer and off to the side; what is in `but` is passed over.
        """
        passed = self.order.find(but)
        boxes = self.order.boxes
        if not len(boxes):
            return None
        along, across = (0, 1) if dx else (1, 0)
        box = np.array([start.x, start.y, start.right, start.bottom])
        away = (boxes[:, :2] + boxes[:, 2:] - box[:2] - box[2:]) / 2
        ahead, askew = away[:, along] * (dx or dy), np.abs(away[:, across])
        beside = np.maximum(
            boxes[:, across] - box[across + 2], box[across] - boxes[:, across + 2]
        ).clip(0)
        cost = ahead + SIDEWAYS * beside + ASKEW * askew
        # What is more beside than ahead lies in another direction.
        cost[(ahead <= 0) | (beside > ahead)] = np.inf
        cost[passed] = np.inf
        best = int(np.argmin(cost))
        return self.order.id_of(best) if np.isfinite(cost[best]) else None
