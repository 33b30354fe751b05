"""`Reading`: a board as it is read aloud: frames with the cards in them, cards with their strings.

Everything is found when it is asked for. What lies in which frame is a comparison of arrays, done
once for each state of the board; strings are looked up card by card.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

import numpy as np

from caseboard.board.columns import Columns
from caseboard.board.hits import rect_of
from caseboard.board.placements import STANDS_BACK
from caseboard.board.strings import Ints
from caseboard.board.tables import NOBODY
from caseboard.board.walking import ReadingOrder
from caseboard.reading_order import NOWHERE, innermost
from caseboard.theme import FADED
from casedb.model.geometry import Rect
from casedb.model.link_types import LINK_TYPES

_TYPES = {name: n for n, name in enumerate(LINK_TYPES)}
_MOST_KEPT = 64
"""Of so many cards it is remembered which strings they have."""


class Sort(Enum):
    """What one can stand on."""

    BOARD = auto()
    FRAME = auto()
    CARD = auto()
    STRING = auto()


class Spot(NamedTuple):
    """Something on a board to stand on; `near` is what a string is tied to where it is met: a card,
    a collapsed frame or a link."""

    sort: Sort
    id: str = ""
    near: str = ""


BOARD = Spot(Sort.BOARD)


class Reading:
    """What lies below what on one board.

    Below the board and below a frame are frames and cards in reading order, each below the innermost
    frame that holds all of it; below a card its strings, those that start there first; below a
    string those that end on it. A collapsed frame has the strings of what is folded into it, and what
    is not seen is not read.
    """

    def __init__(self, columns: Columns, order: ReadingOrder) -> None:
        self._columns = columns
        self._order = order
        self._version = -1
        self._home: Ints = np.empty(0, dtype=np.int64)
        self._starts: Ints = np.zeros(2, dtype=np.int64)
        self._laid: Ints | None = None
        self._position: Ints | None = None
        self._strings: dict[str, list[Spot]] = {}

    # -- up and down ----------------------------------------------------------------------

    def count(self, spot: Spot) -> int:
        """How many spots are below one."""
        if self.bears_strings(spot):
            return len(self.strings_at(spot))
        home = self._home_of(spot)
        return int(self._starts[home + 2] - self._starts[home + 1]) if home is not None else 0

    def card_count(self, frame: Spot) -> int:
        """How many cards lie in a frame, those in frames within it not counted; or how many are folded
        into it."""
        row = self._columns.cards.rows.get(frame.id)
        if row is not None:
            return self._columns.folded_in(row)
        home = self._home_of(frame)
        if home is None:
            return 0
        rows = self._order.rows[self._home[: len(self._order.rows)] == home]
        return len(rows) - int(np.isin(rows, self._columns.stacks).sum())

    def stands_back(self, spot: Spot) -> bool:
        """Whether a card or string is faded, so that others stand out."""
        columns = self._columns
        if spot.sort is Sort.STRING:
            row = columns.strings.rows.get(spot.id)
            return row is not None and columns.types[int(columns.strings.type[row])].endswith(FADED)
        row = columns.cards.rows.get(spot.id)
        return row is not None and bool(columns.cards.flags[row] & STANDS_BACK)

    def child(self, spot: Spot, n: int) -> Spot | None:
        """The n-th spot below one, or None where there is none."""
        if not 0 <= n < self.count(spot):
            return None
        if self.bears_strings(spot):
            return self.strings_at(spot)[n]
        home = self._home_of(spot)
        if home is None:
            return None
        return self._spot_at(int(self._in_order()[self._starts[home + 1] + n]))

    def index(self, spot: Spot) -> int:
        """Which of the spots below its parent one is, or -1 where it is on no board."""
        if spot.sort is Sort.STRING:
            above = self.parent(spot)
            there = self.strings_at(above) if above is not None else []
            return there.index(spot) if spot in there else -1
        place = self._place(spot)
        return int(self._positions()[place]) if place is not None else -1

    def parent(self, spot: Spot) -> Spot | None:
        """The spot above one; None for the board, and where it is not on it."""
        if spot.sort is Sort.STRING:
            near = self.placed(spot.near)
            if near is not None:
                return near
            row = self._columns.strings.rows.get(spot.near)
            return self.met(spot.near) if row is not None else None
        place = self._place(spot)
        if place is None:
            return None
        home = int(self._home[place])
        return Spot(Sort.FRAME, self._order.frames[home]) if home != NOWHERE else BOARD

    def holds(self, spot: Spot) -> bool:
        """Whether a spot is on the board."""
        match spot.sort:
            case Sort.BOARD:
                return True
            case Sort.FRAME:
                columns = self._columns
                return columns.frames.get(spot.id) is not None or columns.is_stack(spot.id)
            case Sort.CARD:
                is_there = self._columns.cards.rows.get(spot.id) is not None
                return is_there and not self._columns.is_stack(spot.id)
            case Sort.STRING:
                return self._is_tied(spot)

    def placed(self, placed_id: str) -> Spot | None:
        """The spot of a card or frame, or None where it is not on the board."""
        for sort in (Sort.CARD, Sort.FRAME):
            if self.holds(Spot(sort, placed_id)):
                return Spot(sort, placed_id)
        return None

    def rect(self, spot: Spot) -> Rect | None:
        """Where a spot lies in board units, or None where it is not on the board."""
        if spot.sort is Sort.BOARD:
            return self._columns.extent()
        if spot.sort is not Sort.STRING:
            return rect_of(self._columns, spot.id)
        row = self._columns.strings.rows.get(spot.id)
        if row is None:
            return None
        left, top, right, bottom = self._columns.strings.box[:, row].tolist()
        return Rect(left, top, right - left, bottom - top)

    # -- strings --------------------------------------------------------------------------

    def bears_strings(self, spot: Spot) -> bool:
        """Whether strings lie below a spot: below a card, a collapsed frame and a string."""
        return spot.sort in (Sort.CARD, Sort.STRING) or self._columns.is_stack(spot.id)

    def strings_at(self, spot: Spot) -> list[Spot]:
        """The strings at a card or collapsed frame, those that start there first, each sort by type
        and age; or those that end on a string."""
        self._keep_up()
        if spot.sort is Sort.STRING and spot != self.met(spot.id):
            # What ends on a string is below it once, at whichever of its ends it is met.
            return []
        kept = self._strings.get(spot.id)
        if kept is None:
            if len(self._strings) >= _MOST_KEPT:
                self._strings.clear()
            kept = self._strings[spot.id] = self._found_at(spot)
        return kept

    def _found_at(self, spot: Spot) -> list[Spot]:
        columns, rows = self._columns, self._columns.strings.rows
        if spot.sort is Sort.STRING:
            on = rows.get(spot.id)
            above = columns.with_resting(np.array([on])) if on is not None else self._home[:0]
            tied: Ints = above[(columns.strings.strings[above] == on).any(axis=1)]
        else:
            card = columns.cards.rows.get(spot.id)
            tied = columns.strings_of(np.array([card if card is not None else NOBODY]))
        found = [Spot(Sort.STRING, each, spot.id) for each in rows.ids_of(tied.tolist())]
        return sorted(found, key=self._turn)

    def _turn(self, spot: Spot) -> tuple[bool, int, str, str]:
        """When a string has its turn among those that are met at one card."""
        table = self._columns.strings
        row = table.rows.get(spot.id)
        name = self._columns.types[int(table.type[row])].removesuffix(FADED)
        return not self.is_start(spot), _TYPES.get(name, len(_TYPES)), name, spot.id

    def is_start(self, spot: Spot) -> bool:
        """Whether a string starts at what it is met at."""
        end = self.end(spot, at_start=True)
        return end is not None and end.id == spot.near

    def end(self, spot: Spot, *, at_start: bool) -> Spot | None:
        """What a string is tied to at one end: a card, a collapsed frame or a string."""
        table = self._columns.strings
        row = table.rows.get(spot.id)
        if row is None:
            return None
        side = 0 if at_start else 1
        card, string = int(table.cards[row, side]), int(table.strings[row, side])
        if card != NOBODY:
            return self._spot_of(card)
        return self.met(table.rows.id_of(string)) if string != NOBODY else None

    def met(self, link_id: str) -> Spot | None:
        """A string as it is met by whoever comes from nowhere: at its start, else at its end."""
        table = self._columns.strings
        row = table.rows.get(link_id)
        if row is None:
            return None
        for side in (0, 1):
            card = int(table.cards[row, side])
            if card != NOBODY:
                return Spot(Sort.STRING, link_id, self._columns.cards.rows.id_of(card))
        string = next(each for each in table.strings[row].tolist() if each != NOBODY)
        return Spot(Sort.STRING, link_id, table.rows.id_of(string))

    def _is_tied(self, spot: Spot) -> bool:
        ends = (self.end(spot, at_start=True), self.end(spot, at_start=False))
        return any(end is not None and end.id == spot.near for end in ends)

    # -- numbers --------------------------------------------------------------------------

    def _home_of(self, spot: Spot) -> int | None:
        """The number of a frame, NOWHERE for the board itself; None where it is not there."""
        self._keep_up()
        if spot.sort is Sort.BOARD:
            return NOWHERE
        place = self._place(spot)
        return place - len(self._order.rows) if place is not None else None

    def _place(self, spot: Spot) -> int | None:
        self._keep_up()
        places = self._order.find({spot.id})
        return int(places[0]) if len(places) else None

    def _spot_at(self, place: int) -> Spot:
        if place < len(self._order.rows):
            return self._spot_of(int(self._order.rows[place]))
        return Spot(Sort.FRAME, self._order.id_of(place))

    def _spot_of(self, row: int) -> Spot:
        placed_id = self._columns.cards.rows.id_of(row)
        is_stack = self._columns.is_stack(placed_id)
        return Spot(Sort.FRAME if is_stack else Sort.CARD, placed_id)

    def _keep_up(self) -> None:
        order = self._order
        order.keep_up()
        if order.version == self._version:
            return
        self._version = order.version
        self._strings.clear()
        self._home = innermost(order.boxes, len(order.rows))
        counts = np.bincount(self._home + 1, minlength=len(order.frames) + 1)
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self._laid = self._position = None

    def _in_order(self) -> Ints:
        """All places by frame, and in each in the order of reading."""
        if self._laid is None:
            reading = self._order.reading
            self._laid = reading[np.argsort(self._home[reading], kind="stable")]
        return self._laid

    def _positions(self) -> Ints:
        """The position of each place in its frame."""
        if self._position is None:
            laid = self._in_order()
            position = np.empty_like(laid)
            position[laid] = np.arange(len(laid))
            self._position = position - self._starts[self._home + 1]
        return self._position
