"""`Placements`: where the items of a case lie on one board, as rows of a table of cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import CardTable, birth_order
from casedb.commands.cards import LARGEST
from casedb.model.geometry import LIMIT, Point, Rect
from casedb.model.kinds import kind_of
from casedb.model.records import COLLAPSED_HEIGHT, Card, Item
from casedb.sketch import COLLAPSED, SketchedCards, flags_of


class Placements:
    """The cards of a board: `table` has their numbers, `accents` the colour tokens it counts by.

    An item may lie on a board more than once.
    """

    def __init__(self) -> None:
        self.table = CardTable()
        self.accents: list[str] = []
        self._items: list[str] = []
        self._placed: dict[str, tuple[int, ...]] = {}

    # -- looking things up ----------------------------------------------------------------

    def item_of(self, row: int) -> str:
        """The id of the item that a card shows."""
        return self._items[row]

    def rows_of(self, item_id: str) -> tuple[int, ...]:
        """The rows of the cards that show an item."""
        return self._placed.get(item_id, ())

    @property
    def is_doubled(self) -> bool:
        """Whether an item lies on the board more than once."""
        return len(self._placed) < len(self.table.rows)

    def once(self) -> dict[str, int]:
        """The rows of the items that lie on the board just once."""
        return {item: rows[0] for item, rows in self._placed.items() if len(rows) == 1}

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

    def fill(self, cards: SketchedCards) -> None:
        """Give every card of a board its row."""
        table, count = self.table, len(cards.ids)
        rows = table.rows.add_all(cards.ids)
        table.grow()
        heights = np.array(cards.h)
        flags = np.array(cards.flags, dtype=np.uint8)
        is_low = (flags & COLLAPSED) != 0
        heights[is_low] = np.minimum(heights[is_low], COLLAPSED_HEIGHT)
        places = np.stack(
            [np.array(cards.x), np.array(cards.y), np.array(cards.w), heights], axis=1
        )
        table.put(rows, within_reason(places))
        table.z[rows] = cards.z
        table.order[rows] = birth_order(cards.ids)
        table.flags[rows] = flags
        looks = list(zip(cards.accents, cards.kinds, strict=True))
        known = {
            look: index_in(self.accents, look[0] or kind_of(look[1]).accent) for look in set(looks)
        }
        table.accent[rows] = [known[look] for look in looks]
        self._items = list(cards.items)
        self._placed = dict(zip(cards.items, zip(rows.tolist(), strict=True), strict=True))
        if len(self._placed) < count:
            together: dict[str, list[int]] = {}
            for item, row in zip(cards.items, rows.tolist(), strict=True):
                together.setdefault(item, []).append(row)
            self._placed = {item: tuple(there) for item, there in together.items()}

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
        table.flags[rows] = [flags_of(card) for card in cards]
        accents: list[int] = []
        for row, card in zip(rows.tolist(), cards, strict=True):
            accents.append(index_in(self.accents, accent_of(card, items[card.item])))
            self._items[row] = card.item
            there = placed.get(card.item, ())
            if row not in there:
                placed[card.item] = (*there, row)
        table.accent[rows] = accents
        return rows

    def forget(self, item_id: str, row: int) -> None:
        """Forget that an item lies in a row."""
        left = tuple(each for each in self._placed[item_id] if each != row)
        if left:
            self._placed[item_id] = left
        else:
            del self._placed[item_id]


def accent_of(card: Card, item: Item) -> str:
    """The colour token of a card: its own, else its kind's."""
    return card.accent or kind_of(item.kind).accent


def shown_height(card: Card) -> float:
    """How high a card is as it is shown."""
    return card.shown.h


def index_in(names: list[str], name: str) -> int:
    """Where a name stands in a list, at its end if it was not in it."""
    if name not in names:
        names.append(name)
    return names.index(name)


def within_reason(rects: Floats) -> Floats:
    """Left, top, width, height [M, 4], kept to what a screen can compute with.

    No command lays a card elsewhere, but a file can come from another hand.
    """
    places = np.nan_to_num(rects, nan=0.0)
    return np.clip(places, (-LIMIT, -LIMIT, 1.0, 1.0), (LIMIT, LIMIT, LARGEST, LARGEST))
