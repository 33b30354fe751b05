"""`Placements`: where the items of a case lie on one board, as rows of a table of cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from caseboard.board.strings import Flags, Floats, Ints
from caseboard.board.tables import STACK, CardTable, birth_order
from caseboard.piecemeal import Steps
from caseboard.theme import FADED
from casedb.commands.cards import LARGEST
from casedb.model.geometry import LIMIT, Point, Rect
from casedb.model.kinds import kind_of
from casedb.model.records import COLLAPSED_HEIGHT, Card, Frame, Item
from casedb.sketch import COLLAPSED, LOCKED, PLAIN, SketchedCards, flags_of, look_of

STANDS_BACK = 128
"""The flag of a card that is faded, beside those it has in the case."""
BELOW_CARDS = -(2**40)
"""Added to the height of a collapsed frame in the stack: frames lie below all cards."""
SEVERAL = -2
"""Stands for more rows than one where a row number is asked for."""
AT_ONCE = 5000
"""Cards of which something is worked out without a pause."""
TEXT_ACCENT = "tx2"
"""The colour token of text that is written on the board itself, and has none of its own."""
STACK_ACCENT = "tx3"
"""The colour token of a collapsed frame that has none of its own."""


class Placements:
    """The cards of a board: `table` has their numbers, `accents` the colour tokens it counts by.

    An item may lie on a board more than once. Cards of which the ids are among `faded` stand back.
    A collapsed frame has a row of its own by its own id, as it lies on the board like a card; what is
    folded into it, and lies nowhere else, lies there.
    """

    def __init__(self) -> None:
        self.table = CardTable()
        self.accents: list[str] = []
        self.faded: Set[str] = frozenset()
        self._items: list[str] = []
        self._placed: dict[str, tuple[int, ...]] = {}
        self._stacked: dict[str, tuple[int, ...]] = {}
        self._stacks: dict[int, int] = {}

    # -- looking things up ----------------------------------------------------------------

    def item_of(self, row: int) -> str:
        """The id of the item that a card shows."""
        return self._items[row]

    def rows_of(self, item_id: str) -> tuple[int, ...]:
        """The rows of the cards that show an item, else of the collapsed frames it is folded into."""
        return self._placed.get(item_id) or self._stacked.get(item_id, ())

    def is_stack(self, row: int) -> bool:
        """Whether a row is that of a collapsed frame."""
        return row in self._stacks

    def folded_in(self, row: int) -> int:
        """How many cards are folded into the collapsed frame of a row."""
        return self._stacks[row]

    @property
    def stacks(self) -> Ints:
        """The rows of all collapsed frames."""
        return np.array(list(self._stacks), dtype=np.int64)

    @property
    def is_doubled(self) -> bool:
        """Whether an item lies on the board more than once."""
        cards = len(self.table.rows) - len(self._stacks)
        return len(self._placed) < cards or any(len(each) > 1 for each in self._stacked.values())

    def lone(self) -> dict[str, int]:
        """The rows of the items on the board; of those that lie there more than once, `SEVERAL`."""
        return {
            item: rows[0] if len(rows) == 1 else SEVERAL
            for places in (self._stacked, self._placed)
            for item, rows in places.items()
        }

    def rect(self, row: int) -> Rect:
        """Where a card lies as it is shown: a collapsed one is only its title line high."""
        table = self.table
        return Rect(
            float(table.left[row]),
            float(table.top[row]),
            float(table.width[row]),
            float(table.height[row]),
        )

    def oldest(self, rows: Sequence[int]) -> int:
        """The row of the card that was made first."""
        return min(rows, key=lambda row: int(self.table.order[row]))

    def nearest(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[int, int]:
        """Of each, the row of the card whose middle is nearest to one of the others."""

        def apart(pair: tuple[int, int]) -> tuple[float, int, int]:
            one, other = self.rect(pair[0]).centre, self.rect(pair[1]).centre
            away = (one.x - other.x) ** 2 + (one.y - other.y) ** 2
            order = self.table.order
            return away, int(order[pair[0]]), int(order[pair[1]])

        return min(((start, end) for start in starts for end in ends), key=apart)

    def near(self, point: Point) -> int | None:
        """The row of the card whose middle is nearest to a point, or None where there is no card."""
        rows = self.table.rows.all()
        if not len(rows):
            return None
        rects = self.table.rects(rows)
        away = np.hypot(
            rects[:, 0] + rects[:, 2] / 2 - point.x, rects[:, 1] + rects[:, 3] / 2 - point.y
        )
        return int(rows[int(np.argmin(away))])

    def heart(self) -> Point | None:
        """The middle of the card nearest to the middle of most cards, or None for no cards."""
        boxes = self.table.boxes(self.table.rows.all())
        if not len(boxes):
            return None
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        away = middles - np.median(middles, axis=0)
        x, y = middles[int(np.argmin(np.hypot(away[:, 0], away[:, 1])))].tolist()
        return Point(x, y)

    # -- keeping in step ------------------------------------------------------------------

    def filling(self, cards: SketchedCards) -> Steps[None]:
        """Give every card of a board its row, a little at a time."""
        self._items = list(cards.items)
        for first in range(0, len(cards.ids), AT_ONCE):
            self._fill(cards, slice(first, first + AT_ONCE))
            yield

    def _fill(self, cards: SketchedCards, some: slice) -> None:
        table, ids, items = self.table, cards.ids[some], cards.items[some]
        rows = table.rows.add_all(ids)
        table.grow()
        heights = np.array(cards.h[some])
        flags = np.array(cards.flags[some], dtype=np.uint8)
        is_low = (flags & COLLAPSED) != 0
        heights[is_low] = np.minimum(heights[is_low], COLLAPSED_HEIGHT)
        places = [
            np.array(cards.x[some]),
            np.array(cards.y[some]),
            np.array(cards.w[some]),
            heights,
        ]
        table.put(rows, within_reason(np.stack(places, axis=1)))
        table.z[rows] = cards.z[some]
        table.order[rows] = birth_order(ids)
        table.flags[rows] = flags
        plain = ((flags & PLAIN) != 0).tolist()
        looks = list(zip(cards.accents[some], cards.kinds[some], plain, strict=True))
        known = {
            look: index_in(self.accents, _accent(look[0], look[1], is_plain=look[2]))
            for look in dict.fromkeys(looks)
        }
        table.accent[rows] = [known[look] for look in looks]
        self._shade(rows)
        placed = self._placed
        for item, row in zip(items, rows.tolist(), strict=True):
            placed[item] = (*placed[item], row) if item in placed else (row,)

    def put(self, cards: Sequence[Card], items: Mapping[str, Item]) -> Ints:
        """Write cards into their rows, new ones where they have none; returns the rows."""
        table, placed = self.table, self._placed
        rows = table.rows.add_all([card.id for card in cards])
        table.grow()
        self._items += [""] * (table.rows.size - len(self._items))
        if not cards:
            return rows
        places = np.array([(card.x, card.y, card.w, shown_height(card)) for card in cards])
        table.put(rows, within_reason(places))
        table.z[rows] = [card.z for card in cards]
        table.order[rows] = birth_order([card.id for card in cards])
        table.flags[rows] = [flags_of(card) | look_of(items[card.item]) for card in cards]
        accents: list[int] = []
        for row, card in zip(rows.tolist(), cards, strict=True):
            accents.append(index_in(self.accents, accent_of(card, items[card.item])))
            self._items[row] = card.item
            there = placed.get(card.item, ())
            if row not in there:
                placed[card.item] = (*there, row)
        table.accent[rows] = accents
        self._shade(rows)
        return rows

    def fade(self, ids: Set[str]) -> None:
        """Let these cards stand back, and no others."""
        self.faded = ids
        self._shade(self.table.rows.all())

    def _shade(self, rows: Ints) -> None:
        """Give rows the flag and the colour of whether they stand back."""
        table = self.table
        stands_back = np.zeros(len(rows), dtype=np.bool_)
        if self.faded:
            # By the rows and not by the faded, which may be all but a few of all cards.
            stands_back[:] = [each in self.faded for each in table.rows.ids_of(rows.tolist())]
        if not stands_back.any() and not (table.flags[rows] & STANDS_BACK).any():
            return
        table.flags[rows] = np.where(
            stands_back, table.flags[rows] | STANDS_BACK, table.flags[rows] & ~np.uint8(STANDS_BACK)
        )
        table.accent[rows] = shaded(self.accents, table.accent[rows], stands_back)

    def stack(self, frames: Sequence[Frame]) -> Ints:
        """Write collapsed frames into their rows, new ones where they have none; returns the rows."""
        table = self.table
        rows = table.rows.add_all([frame.id for frame in frames])
        table.grow()
        self._items += [""] * (table.rows.size - len(self._items))
        if not frames:
            return rows
        places = np.array([frame.rect for frame in frames])
        table.put(rows, within_reason(places))
        table.z[rows] = [frame.z + BELOW_CARDS for frame in frames]
        table.order[rows] = birth_order([frame.id for frame in frames])
        table.flags[rows] = [STACK | (LOCKED if frame.locked else 0) for frame in frames]
        accents = [index_in(self.accents, frame.accent or STACK_ACCENT) for frame in frames]
        table.accent[rows] = accents
        for row in rows.tolist():
            self._items[row] = ""
            self._stacks.setdefault(row, 0)
        self._shade(rows)
        return rows

    def unstack(self, frame_id: str) -> None:
        """Take the row of a collapsed frame away."""
        del self._stacks[self.table.free(frame_id)]

    def fold(self, items: Mapping[str, Sequence[str]]) -> None:
        """Say which items, by the cards of them, are folded into each collapsed frame, by its id."""
        self._stacks = dict.fromkeys(self._stacks, 0)
        stacked: dict[str, dict[int, None]] = {}
        for frame_id, held in items.items():
            row = self.table.rows.get(frame_id)
            if row is not None:
                self._stacks[row] = len(held)
                for item in held:
                    stacked.setdefault(item, {})[row] = None
        self._stacked = {item: tuple(rows) for item, rows in stacked.items()}

    def forget(self, item_id: str, row: int) -> None:
        """Forget that an item lies in a row."""
        left = tuple(each for each in self._placed[item_id] if each != row)
        if left:
            self._placed[item_id] = left
        else:
            del self._placed[item_id]


def accent_of(card: Card, item: Item) -> str:
    """The colour token of a card: its own, else its kind's, or that of plain text."""
    return _accent(card.accent, item.kind, is_plain=look_of(item) == PLAIN)


def _accent(own: str, kind: str, *, is_plain: bool) -> str:
    return own or (TEXT_ACCENT if is_plain else kind_of(kind).accent)


def shown_height(card: Card) -> float:
    """How high a card is as it is shown."""
    return card.shown.h


def index_in(names: list[str], name: str) -> int:
    """Where a name stands in a list, at its end if it was not in it."""
    if name not in names:
        names.append(name)
    return names.index(name)


def shaded(names: list[str], indices: NDArray[np.int16], is_faded: Flags) -> NDArray[np.int16]:
    """Where the names stand in a list that things have which are faded or not; faded twins of names
    are added to it as needed."""
    present = list(names)
    plain = np.array([index_in(names, each.removesuffix(FADED)) for each in present])
    back = np.array([index_in(names, each.removesuffix(FADED) + FADED) for each in present])
    return np.where(is_faded, back[indices], plain[indices]).astype(np.int16)


def within_reason(rects: Floats) -> Floats:
    """Left, top, width, height [M, 4], kept to what a screen can compute with.

    No command lays a card elsewhere, but a file can come from another hand.
    """
    places = np.nan_to_num(rects, nan=0.0)
    return np.clip(places, (-LIMIT, -LIMIT, 1.0, 1.0), (LIMIT, LIMIT, LARGEST, LARGEST))
