"""How much of a lane is shown, and how large everything on a line of time is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from caseboard.views.timeline_marks import Floats, Ints


class Level(IntEnum):
    """How much of a lane is shown: titles beside marks, marks alone, how many there are, or a line of that."""

    TITLES = 0
    SIGNS = 1
    COLUMNS = 2
    FOLDED = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Every measure of a chart, in pixels; `unit` is how large one of 100 % is."""

    unit: float = 1.0

    @property
    def row(self) -> float:
        """How high a row with titles is."""
        return 22 * self.unit

    @property
    def low_row(self) -> float:
        """How high a row without titles is."""
        return 12 * self.unit

    @property
    def sign(self) -> float:
        """How large the sign of a time is; what is narrower than this is a point."""
        return 10 * self.unit

    @property
    def stub(self) -> float:
        """How far an open end runs on."""
        return 36 * self.unit

    @property
    def join(self) -> float:
        """Times of an item that are no further apart lie together."""
        return 44 * self.unit

    @property
    def gap(self) -> float:
        """What is free between a mark and its title, and between a title and what follows."""
        return 6 * self.unit

    @property
    def title(self) -> float:
        """How wide a title is at the most."""
        return 210 * self.unit

    @property
    def long(self) -> float:
        """What is longer holds its title, also where that must be cut."""
        return 280 * self.unit

    @property
    def widest_title(self) -> float:
        """How wide a title becomes where nothing else stands in its row."""
        return 460 * self.unit

    @property
    def column(self) -> float:
        """How wide a column is that tells how many there are."""
        return 5 * self.unit

    @property
    def chip(self) -> float:
        """How far apart the chips are that count what has no room."""
        return 54 * self.unit

    @property
    def lane(self) -> float:
        """How high a lane is at the least; of columns twice that."""
        return 30 * self.unit

    @property
    def padding(self) -> float:
        """What is free above and below the rows of a lane."""
        return 4 * self.unit

    def row_of(self, level: Level) -> float:
        """How high a row is in a lane of a level."""
        return self.row if level is Level.TITLES else self.low_row


@dataclass(frozen=True, slots=True)
class Bins:
    """Columns of lanes: in which lane each stands, which one it is, and how many marks lie there."""

    lane: Ints
    place: Ints
    count: Ints
    most: Ints
    """The most of a lane, lane by lane."""


def edge_of(width: float, unit: float) -> float:
    """How much is left free after the last mark where all are seen in so much room."""
    return min(0.12 * width, 120 * unit)


def binned(lane: Ints, at: Floats, wide: float, lanes: int) -> Bins:
    """How many of some places in lanes lie in each column of a width."""
    if not len(lane):
        nothing = np.empty(0, dtype=np.int64)
        return Bins(nothing, nothing, nothing, np.zeros(lanes, dtype=np.int64))
    place = np.floor(at / wide).astype(np.int64)
    order = np.lexsort((place, lane))
    lane, place = lane[order], place[order]
    is_new = np.ones(len(lane), dtype=np.bool_)
    is_new[1:] = (lane[1:] != lane[:-1]) | (place[1:] != place[:-1])
    first = np.flatnonzero(is_new)
    count = np.diff(np.append(first, len(lane)))
    most = np.zeros(lanes, dtype=np.int64)
    np.maximum.at(most, lane[first], count)
    return Bins(lane[first], place[first], count, most)
