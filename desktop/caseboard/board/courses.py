"""`Courses`: how the strings of a board run between what they are tied to.

Ends are handled as one array of 2 M rows: first the starts of M strings, then their ends.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from caseboard.board import strings
from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import NOBODY, STACK, CardTable, StringTable, in_order
from caseboard.piecemeal import Steps, finished
from casedb.model.geometry import Point

AT_ONCE = 5000
"""Strings of which something is worked out without a pause."""
SELDOM_AT_ONCE = 100
"""The same for strings that rest on strings, which are laid one by one."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The two ends of M strings: first all starts, then all ends.

    `cards` and `targets` [2M] are the rows of what each is tied to, `rects` [2M, 4] where that lies,
    `others` what the string leads to, `sides` [2M] by which it leaves; `bends` are the waypoints of
    those strings that have any, by position.
    """

    cards: Ints
    targets: Ints
    rects: Floats
    others: Floats
    sides: Ints
    bends: dict[int, tuple[Point, ...]]


class _Part(NamedTuple):
    """Some of the strings that run anew, with what each end aims at (see `strings.aims`)."""

    rows: Ints
    ends: _Ends
    aims: tuple[Floats, Floats, Floats, Floats]


class Courses:
    """Fills the string table's columns of places, curves and boxes.

    `routes` are the waypoints by link id; a string without any runs by itself, and sags by `slack`,
    a share of its length. One with waypoints is held by them.
    """

    def __init__(
        self,
        cards: CardTable,
        table: StringTable,
        routes: Mapping[str, tuple[Point, ...]],
        slack: float = 0.0,
    ) -> None:
        self._cards = cards
        self._table = table
        self._routes = routes
        self.slack = slack

    def run(self, rows: Ints, at_cards: Ints | None = None) -> None:
        """Let strings run anew. Places are dealt out at these cards only, or at all for None."""
        finished(self.running(rows, at_cards))

    def running(self, rows: Ints, at_cards: Ints | None = None) -> Steps[None]:
        """The same a little at a time; until the end they run neither as before nor as they will."""
        parts: list[_Part] = []
        for some in self._parted(rows):
            ends = self._ends_of(some)
            parts.append(_Part(some, ends, strings.aims(ends.rects, ends.sides, ends.others)))
            yield
        if parts:
            yield from self._dealing_places(parts, at_cards)
        for rows, ends, _ in parts:
            yield from self._laying(rows, ends, self._table.places[rows].T.reshape(-1))

    def sketch(self, rows: Ints) -> None:
        """Let strings run anew as if each were alone: quickly, and for the moment."""
        for some in self._parted(rows):
            ends = self._ends_of(some)
            wanted, _, low, high = strings.aims(ends.rects, ends.sides, ends.others)
            finished(self._laying(some, ends, np.clip(wanted, low, high)))

    def _parted(self, rows: Ints) -> Iterator[Ints]:
        """Strings a few at a time; those that rest on strings are the last, each after those of them
        that it rests on."""
        is_hanging = (self._table.strings[rows] != NOBODY).any(axis=1)
        hanging = np.array(self._by_depth(rows[is_hanging].tolist()), dtype=np.int64)
        for some in (rows[~is_hanging], hanging):
            for first in range(0, len(some), AT_ONCE):
                yield some[first : first + AT_ONCE]

    def curves(self, row: int) -> Floats:
        """The curves [P, 4, 2] that one string runs along; one unless it has bends."""
        bends = self._table.bends.get(row)
        return bends if bends is not None else self._table.curves[row : row + 1]

    def middle(self, row: int) -> tuple[Floats, Floats]:
        """The middle point [2] of a string, and the unit vector along it there."""
        bends = self._table.bends.get(row)
        if bends is not None:
            points, along = strings.points_at(bends, (0.5,))
        else:
            points, along = strings.middles(self._table.curves[row : row + 1])
        return points[0], along[0]

    def middles(self, rows: Ints) -> Floats:
        """The middle points [M, 2] of strings."""
        points, _ = strings.middles(self._table.curves[rows])
        for n in np.flatnonzero(np.isin(rows, list(self._table.bends))).tolist():
            points[n] = self.middle(int(rows[n]))[0]
        return points

    def _ends_of(self, rows: Ints) -> _Ends:
        table, count = self._table, len(rows)
        bends = self._bends_of(rows)
        cards = table.cards[rows].T.reshape(-1)
        targets = table.strings[rows].T.reshape(-1)
        rects = self._rects(cards, targets)
        others = np.roll(rects, count, axis=0)
        sides = np.concatenate(strings.choose_sides(rects[:count], rects[count:]))
        for n, via in bends.items():
            for end, point in ((n, via[0]), (n + count, via[-1])):
                others[end] = (point.x, point.y, 0, 0)
                sides[end] = strings.choose_sides(rects[end : end + 1], others[end : end + 1])[0][0]
        return _Ends(cards, targets, rects, others, sides, bends)

    def _laying(self, rows: Ints, ends: _Ends, places: Floats) -> Steps[None]:
        """Lay strings of which either none or all rest on strings."""
        count = len(rows)
        points = strings.ends_at(ends.rects, ends.sides, places)
        outward = strings.OUTWARD[ends.sides]
        is_tied = (ends.targets != NOBODY).tolist()
        if not any(is_tied):
            self._lay(rows, np.arange(count), points, outward, ends.bends)
            yield
            return
        for n in range(count):
            for end in (n, n + count):
                if is_tied[end]:
                    self._end_on_string(end, int(ends.targets[end]), points, outward)
            self._lay(rows, np.array([n]), points, outward, ends.bends)
            if n % SELDOM_AT_ONCE == 0:
                yield

    def _bends_of(self, rows: Ints) -> dict[int, tuple[Point, ...]]:
        """The waypoints of those strings that have any, by position in `rows`.

        What leads to a collapsed frame has none: they were laid for where its end lies when it is open.
        """
        if not self._routes:
            return {}
        cards = self._table.cards[rows]
        to_stack = ((cards != NOBODY) & (self._cards.flags[cards] & STACK > 0)).any(axis=1)
        ids = self._table.rows.ids_of(rows.tolist())
        return {
            n: self._routes[each]
            for n, each in enumerate(ids)
            if each in self._routes and not to_stack[n]
        }

    def _rects(self, cards: Ints, targets: Ints) -> Floats:
        """What ends are tied to; a string counts as the point midway between its own ends."""
        rects = self._cards.rects(np.maximum(cards, 0))
        on_strings = np.flatnonzero(cards == NOBODY)
        if len(on_strings):
            middles = self._rough_middles(targets[on_strings].tolist())
            rects[on_strings] = [(*middles[each], 0, 0) for each in targets[on_strings].tolist()]
        return rects

    def _rough_middles(self, rows: Iterable[int]) -> dict[int, tuple[float, float]]:
        # The true middles depend on the places dealt out at their cards, which depend on these.
        found: dict[int, tuple[float, float]] = {}
        for row in self._below_first(rows, found):
            points: list[tuple[float, float]] = []
            ends = self._table.cards[row].tolist(), self._table.strings[row].tolist()
            for card, target in zip(*ends, strict=True):
                if card != NOBODY:
                    left, top, width, height = self._cards.rects(np.array([card]))[0].tolist()
                    points.append((left + width / 2, top + height / 2))
                elif target in found:
                    points.append(found[target])
            x, y = zip(*points, strict=True) if points else ((0.0,), (0.0,))
            found[row] = sum(x) / len(x), sum(y) / len(y)
        return found

    def _below_first(self, rows: Iterable[int], done: Container[int]) -> Iterator[int]:
        """Rows of strings and of all that these rest on, each once and after what it rests on; in a
        circle, which only a file from other hands can hold, somewhere. What is handed out must be
        `done` before the next one is asked for."""
        opened: set[int] = set()
        waiting = list(rows)
        while waiting:
            row = waiting[-1]
            below: list[int] = [] if row in opened else self._table.strings[row].tolist()
            opened.add(row)
            ahead = [each for each in below if each != NOBODY and each not in opened]
            if ahead:
                waiting += ahead
                continue
            waiting.pop()
            if row not in done:
                yield row

    def _dealing_places(self, parts: Sequence[_Part], at_cards: Ints | None) -> Steps[None]:
        """Deal out places at each card to all that end there."""
        table = self._table
        strung = np.concatenate([np.tile(each.rows, 2) for each in parts])
        which = np.concatenate([np.repeat((0, 1), len(each.rows)) for each in parts])
        cards = np.concatenate([each.ends.cards for each in parts])
        sides = np.concatenate([each.ends.sides for each in parts])
        yield
        wanted, bearing, low, high = (
            np.concatenate(each) for each in zip(*(each.aims for each in parts), strict=True)
        )
        yield
        is_dealt = cards != NOBODY if at_cards is None else np.isin(cards, at_cards)
        for some in self._card_by_card(np.flatnonzero(is_dealt), cards):
            places = strings.spread(
                cards[some] * 4 + sides[some],
                bearing[some],
                table.order[strung[some]],
                wanted[some],
                low[some],
                high[some],
            )
            table.places[strung[some], which[some]] = places
            yield

    def _card_by_card(self, ends: Ints, cards: Ints) -> Iterator[Ints]:
        """Some ends a few at a time, all at one card together."""
        number = len(ends) // AT_ONCE + 1
        if number == 1:
            yield ends
            return
        lots = cards[ends] * number // len(self._cards.left)
        order = in_order(lots)
        for some in np.split(order, np.flatnonzero(np.diff(lots[order])) + 1):
            yield ends[some]

    def _by_depth(self, hanging: Iterable[int]) -> list[int]:
        """The rows of strings that rest on strings, each after those of them that it rests on."""
        wanted = dict.fromkeys(hanging)
        ordered: dict[int, None] = {}
        for row in self._below_first(wanted, ordered):
            ordered[row] = None
        return [row for row in ordered if row in wanted]

    def _end_on_string(self, end: int, target: int, points: Floats, outward: Floats) -> None:
        middle, along = self.middle(target)
        normal = np.array([[-along[1], along[0]]])
        other = points[(end + len(points) // 2) % len(points)]
        points[end] = middle
        outward[end] = strings.towards(normal, middle[None], other[None])[0]

    def _lay(
        self,
        rows: Ints,
        chosen: Ints,
        points: Floats,
        outward: Floats,
        bends: Mapping[int, tuple[Point, ...]],
    ) -> None:
        table, ends = self._table, chosen + len(rows)
        at = rows[chosen]
        curves = strings.bend(
            points[chosen], outward[chosen], points[ends], outward[ends], self.slack
        )
        boxes = strings.boxes(curves)
        if table.bends:
            bent = {int(rows[n]) for n in bends}
            for row in table.bends.keys() & set(at.tolist()) - bent:
                del table.bends[row]
        for place, n in enumerate(chosen.tolist()) if bends else ():
            if n not in bends:
                continue
            row, end = int(rows[n]), n + len(rows)
            via = np.array([points[n], *bends[n], points[end]])
            pieces = strings.through(via, outward[n], outward[end])
            known = table.bends.get(row)
            # The same array where nothing changed, so that nothing is painted anew for it.
            if known is None or known.shape != pieces.shape or (known != pieces).any():
                table.bends[row] = pieces
            boxes[place] = strings.boxes(pieces.reshape(1, -1, 2))[0]
        table.lay(at, curves, boxes.T)
