"""Tables of numbers about the cards and strings of one board: one row each, one array a column.

A freed row holds NaN for its place, which no comparison finds, and is used again later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import repeat
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from caseboard.board.strings import Flags, Floats, Ints, crosses
from caseboard.board.vicinity import Vicinity

T = TypeVar("T", bound=np.generic)

NOBODY = -1
"""Stands for "no card" and "no string" in columns of row numbers."""


STACK = 64
"""The flag of what is no card but a collapsed frame, beside those that a card has in the case."""


class Rows:
    """Ids and row numbers, each found from the other."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._row_of: dict[str, int] = {}
        self._free: list[int] = []

    def __len__(self) -> int:
        """How many ids there are."""
        return len(self._row_of)

    @property
    def size(self) -> int:
        """How many rows there are, free ones included: what a column must hold."""
        return len(self._ids)

    def get(self, record_id: str) -> int | None:
        """The row of an id, or None."""
        return self._row_of.get(record_id)

    def rows_of(self, ids: Collection[str]) -> Ints:
        """The rows of those of some ids that are there."""
        found = map(self._row_of.get, ids, repeat(NOBODY))
        rows = np.fromiter(found, dtype=np.int64, count=len(ids))
        return rows[rows != NOBODY]

    def id_of(self, row: int) -> str:
        """The id in a row; empty where the row is free."""
        return self._ids[row]

    def ids_of(self, rows: Iterable[int]) -> list[str]:
        """The ids in rows."""
        ids = self._ids
        return [ids[row] for row in rows]

    def all(self) -> Ints:
        """Every row that is not free."""
        return np.fromiter(self._row_of.values(), dtype=np.int64, count=len(self._row_of))

    def add(self, record_id: str) -> int:
        """Give an id a row, a freed one if there is any. Returns the row it has already."""
        row = self._row_of.get(record_id)
        if row is not None:
            return row
        if self._free:
            row = self._free.pop()
            self._ids[row] = record_id
        else:
            row = len(self._ids)
            self._ids.append(record_id)
        self._row_of[record_id] = row
        return row

    def add_all(self, ids: Sequence[str]) -> Ints:
        """Give every id a row; returns the rows. No id may be there twice."""
        if not self._free and not any(each in self._row_of for each in ids):
            first = len(self._ids)
            self._ids.extend(ids)
            self._row_of.update(zip(ids, range(first, len(self._ids)), strict=True))
            return np.arange(first, len(self._ids), dtype=np.int64)
        return np.array([self.add(each) for each in ids], dtype=np.int64)

    def remove(self, record_id: str) -> int:
        """Free the row of an id and return it. Raises KeyError."""
        row = self._row_of.pop(record_id)
        self._ids[row] = ""
        self._free.append(row)
        return row


class CardTable:
    """Where cards lie and what is needed to paint them from afar."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.left, self.top = np.empty(0), np.empty(0)
        self.width, self.height = np.empty(0), np.empty(0)
        self.z = np.empty(0, dtype=np.int64)
        self.order = np.empty(0, dtype=np.int64)
        self.accent = np.empty(0, dtype=np.int16)
        self.flags = np.empty(0, dtype=np.uint8)
        self.moves = 0
        """Counts the changes of places, also those of cards in the hand."""
        self._vicinity = Vicinity()

    def grow(self) -> None:
        """Make room in every column for the rows there are."""
        size = self.rows.size
        self.left, self.top = _grown(self.left, size, np.nan), _grown(self.top, size, np.nan)
        self.width, self.height = _grown(self.width, size, 0), _grown(self.height, size, 0)
        self.z, self.order = _grown(self.z, size, 0), _grown(self.order, size, 0)
        self.accent, self.flags = _grown(self.accent, size, 0), _grown(self.flags, size, 0)

    def put(self, rows: Ints, rects: Floats) -> None:
        """Set left, top, width and height [M, 4] of rows."""
        self._move()
        self.left[rows], self.top[rows] = rects[:, 0], rects[:, 1]
        self.width[rows], self.height[rows] = rects[:, 2], rects[:, 3]

    def free(self, record_id: str) -> int:
        """Take a card away; its row is found by no query until it is used again."""
        self._move()
        row = self.rows.remove(record_id)
        self.left[row] = self.top[row] = np.nan
        return row

    def _move(self) -> None:
        self.moves += 1
        self._vicinity.forget()

    def rects(self, rows: Ints) -> Floats:
        """Left, top, width, height [M, 4] of rows."""
        return np.stack(
            [self.left[rows], self.top[rows], self.width[rows], self.height[rows]], axis=1
        )

    def boxes(self, rows: Ints) -> Floats:
        """Left, top, right, bottom [M, 4] of rows."""
        rects = self.rects(rows)
        rects[:, 2:] += rects[:, :2]
        return rects

    def within(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The rows that share more than an edge with a rectangle."""
        near = self._vicinity.rows(self.search, len(self.left), left, top, right, bottom)
        if near is None:
            return self.search(left, top, right, bottom)
        low_x, low_y = self.left[near], self.top[near]
        meets = (low_x < right) & (low_x + self.width[near] > left)
        meets &= (low_y < bottom) & (low_y + self.height[near] > top)
        return near[meets]

    def search(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The same by looking at every row; in a worker too, while the window looks elsewhere."""
        return np.flatnonzero(
            (self.left < right)
            & (self.left + self.width > left)
            & (self.top < bottom)
            & (self.top + self.height > top)
        )

    def stacked(self, rows: Ints) -> Ints:
        """The rows from the lowest to the topmost."""
        return rows[np.lexsort((self.order[rows], self.z[rows]))]


class StringTable:
    """What strings are tied to and how they run.

    An end is tied to a card or to another string: the other of the two columns holds NOBODY.
    """

    def __init__(self) -> None:
        self.rows = Rows()
        self.type = np.empty(0, dtype=np.int16)
        self.order = np.empty(0, dtype=np.int64)
        self.cards = np.empty((0, 2), dtype=np.int64)
        self.strings = np.empty((0, 2), dtype=np.int64)
        self.places = np.empty((0, 2))
        self.curves = np.empty((0, 4, 2))
        self.box = np.empty((4, 0))
        self.moves = 0
        """Counts the changes of courses, also those of strings in the hand."""
        self.bends: dict[int, Floats] = {}
        """The curves [P, 4, 2] of strings that have bends; their row in `curves` is their chord."""
        self._vicinity = Vicinity()

    def grow(self, size: int = 0) -> None:
        """Make room in every column for the rows there are, and at least for so many."""
        size = max(size, self.rows.size)
        self.type, self.order = _grown(self.type, size, 0), _grown(self.order, size, 0)
        self.cards = _grown(self.cards, size, NOBODY)
        self.strings = _grown(self.strings, size, NOBODY)
        self.places = _grown(self.places, size, 0)
        self.curves = _grown(self.curves, size, np.nan)
        if self.box.shape[1] < len(self.curves):
            fresh = np.full((4, len(self.curves)), np.nan)
            fresh[:, : self.box.shape[1]] = self.box
            self.box = fresh

    def become(self, other: StringTable) -> None:
        """Have what another table has, which is not to be used any more."""
        self.rows, self.type, self.order = other.rows, other.type, other.order
        self.cards, self.strings, self.places = other.cards, other.strings, other.places
        self.curves, self.box, self.bends = other.curves, other.box, other.bends
        self._vicinity.forget()

    def free(self, record_id: str) -> int:
        """Take a string away; its row is found by no query until it is used again."""
        row = self.rows.remove(record_id)
        self.lay(np.array([row]), np.full((1, 4, 2), np.nan), np.full((4, 1), np.nan))
        self.cards[row] = self.strings[row] = NOBODY
        self.bends.pop(row, None)
        return row

    def lay(self, rows: Ints, curves: Floats, box: Floats) -> None:
        """Let strings run along curves [M, 4, 2]; `box` [4, M] are left, top, right and bottom of all
        their bends."""
        self.moves += 1
        self._vicinity.forget()
        self.curves[rows], self.box[:, rows] = curves, box

    def by_age(self, rows: Ints) -> Ints:
        """The rows from the oldest to the youngest, as strings are painted."""
        return rows[np.argsort(self.order[rows], kind="stable")]

    def boxes(self, rows: Ints) -> Floats:
        """Left, top, right, bottom [M, 4] of rows."""
        return self.box[:, rows].T

    def within(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The rows of the strings that may run through a rectangle."""
        return self.crossing(self.around(left, top, right, bottom), left, top, right, bottom)

    def around(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The rows of the strings whose boxes meet a rectangle, quickly found."""
        near = self._vicinity.rows(self.search, self.box.shape[1], left, top, right, bottom)
        if near is None:
            return self.search(left, top, right, bottom)
        return near[_meets(self.box[:, near], left, top, right, bottom)]

    def search(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The same by looking at every row; in a worker too, while the window looks elsewhere."""
        return np.flatnonzero(_meets(self.box, left, top, right, bottom))

    def inside(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The rows of the strings whose boxes lie in a rectangle."""
        box = self.box
        return np.flatnonzero(
            (box[0] >= left) & (box[2] <= right) & (box[1] >= top) & (box[3] <= bottom)
        )

    def crossing(self, rows: Ints, left: float, top: float, right: float, bottom: float) -> Ints:
        """Those of some rows whose strings may run through a rectangle."""
        if not len(rows):
            return rows
        near = crosses(self.curves[rows], left, top, right, bottom)
        if self.bends:
            near |= np.isin(rows, list(self.bends))
        return rows[near]


def _meets(box: Floats, left: float, top: float, right: float, bottom: float) -> Flags:
    return (box[0] <= right) & (box[2] >= left) & (box[1] <= bottom) & (box[3] >= top)


def in_order(numbers: Ints) -> Ints:
    """Places of row numbers from the least to the greatest, equal ones as they came."""
    # Sixteen bits are sorted by counting, in a fraction of the time that comparing takes.
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    if len(numbers) and int(numbers.max()) >> 16:
        high = (numbers >> 16).astype(np.uint16)
        order = order[np.argsort(high[order], kind="stable")]
    return order


def birth_order(ids: Sequence[str]) -> Ints:
    """Numbers that sort as the ids do, for UUIDv7: 48 bits of time and 12 of a count.

    Other ids get some number that depends on nothing but the id.
    """
    if not ids:
        return np.empty(0, dtype=np.int64)
    text = np.array([each.encode() for each in ids], dtype="S36").view(np.uint8)
    digits = _NIBBLES[text.reshape(len(ids), 36)]
    # xxxxxxxx-xxxx-7xxx: the hyphens and the version tell nothing.
    telling = digits[:, [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 15, 16, 17]].astype(np.int64)
    weights = np.int64(16) ** np.arange(14, -1, -1, dtype=np.int64)
    return telling @ weights


def _nibbles() -> NDArray[np.uint8]:
    values: NDArray[np.uint8] = (np.arange(256) & 15).astype(np.uint8)
    for digit in "abcdef":
        values[ord(digit)] = int(digit, 16)
    return values


_NIBBLES = _nibbles()


def _grown(column: NDArray[T], size: int, fill: float) -> NDArray[T]:
    """The column with room for at least `size` rows, new ones filled; the same one if it has it."""
    if len(column) >= size:
        return column
    larger = np.full((max(size, len(column) * 2, 64), *column.shape[1:]), fill, dtype=column.dtype)
    larger[: len(column)] = column
    return larger
