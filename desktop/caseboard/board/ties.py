"""`Ties`: what the strings of one board are tied to at both ends.

Between items that lie on a board more than once a string runs between the two placements whose
middles are nearest. An end at an element is tied to a card of its claim, an end at a link to the
middle of that link's string (and its other end to the oldest placement). A link with an end that is
not on the board has no string here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import repeat
from typing import NamedTuple, Protocol

import numpy as np

from caseboard.board.placements import SEVERAL, STANDS_BACK, Placements, index_in, shaded
from caseboard.board.strings import Flags, Ints
from caseboard.board.tables import NOBODY, StringTable, birth_order, in_order
from caseboard.piecemeal import Steps, portions
from caseboard.theme import FADED
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Ref
from casedb.sketch import SketchedLinks

AT_ONCE = 5000
"""Links of which something is worked out without a pause."""
MOST_TIED_SINCE = 2000
"""With more cards than this whose strings changed, the strings are sorted by card again."""


class Tie(Protocol):
    """As much of a link as a string needs."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def type(self) -> str:
        """The name of its type."""
        ...

    @property
    def start(self) -> Ref:
        """Where it begins."""
        ...

    @property
    def end(self) -> Ref:
        """Where it leads."""
        ...


class _Tie(NamedTuple):
    """A link of a sketch."""

    id: str
    type: str
    start: Ref
    end: Ref


class Ties:
    """The strings of a board: `table` has their numbers, `types` the link types it counts by.

    `contents` is the case, which tells of which claim an element is. Those of the links with an id
    among `faded` stand back, beside those that are tied to a card which does.
    """

    def __init__(self, placements: Placements, contents: Contents) -> None:
        self.table = StringTable()
        self.types: list[str] = []
        self.contents = contents
        self._placements = placements
        self._claims: Mapping[str, str] = {}
        self._resting: dict[int, set[int]] = {}
        self._adjacency: tuple[Ints, Ints] = (np.zeros(1, np.int64), np.empty(0, np.int64))
        self._tied_since: dict[int, set[int]] = {}
        self.faded: Set[str] = frozenset()
        self._is_shaded = False

    def become(self, other: Ties) -> None:
        """Have the strings of other ties of the same board, which are not to be used any more."""
        self.table.become(other.table)
        self.types, self._is_shaded = other.types, other._is_shaded
        self._resting, self._adjacency = other._resting, other._adjacency

    # -- looking things up ----------------------------------------------------------------

    def at(self, cards: Ints) -> Ints:
        """The rows of the strings tied to any of these cards, each once, in ascending order."""
        offsets, tied = self._adjacency
        cards = cards[cards != NOBODY]
        known = cards[cards < len(offsets) - 1]
        starts, counts = offsets[known], offsets[known + 1] - offsets[known]
        shifts = np.repeat(starts - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        found = [tied[np.arange(int(counts.sum())) + shifts.astype(np.int64)]] if len(known) else []
        if self._tied_since:
            since = [self._tied_since.get(card, ()) for card in cards.tolist()]
            found.append(np.array([row for rows in since for row in rows], dtype=np.int64))
        if not found:
            return np.empty(0, dtype=np.int64)
        rows = np.unique(np.concatenate(found))
        # What was untied since the columns were compressed is still in them.
        return rows[np.isin(self.table.cards[rows], cards).any(axis=1)]

    def is_pierced(self, row: int) -> bool:
        """Whether another string ends on the middle of this one."""
        return bool(self._resting.get(row))

    def with_resting(self, rows: Ints) -> Ints:
        """These strings and all that rest on them, directly or not."""
        if not self._resting:
            return rows
        found, waiting = set(rows.tolist()), rows.tolist()
        while waiting:
            for row in self._resting.get(waiting.pop(), ()):
                if row not in found:
                    found.add(row)
                    waiting.append(row)
        return np.array(sorted(found), dtype=np.int64)

    def choices(self, end: Ref) -> tuple[int, ...]:
        """The rows of the cards that an end of a link may be tied to."""
        if end.end is End.ITEM:
            return self._placements.rows_of(end.id)
        if end.end is not End.ELEMENT:
            return ()
        element = self.contents.elements.get(end.id)
        claim = element.claim if element is not None else self._claims.get(end.id, "")
        return self._placements.rows_of(claim)

    # -- tying ----------------------------------------------------------------------------

    def filling(self, links: SketchedLinks, claims: Mapping[str, str]) -> Steps[None]:
        """Give every link that has both ends on the board its string, a little at a time.

        `claims` are those of elements that are not in the case in memory.
        """
        self._claims = claims
        # Nearly all links lead between items that lie here once: they are tied all together.
        lone = self._placements.lone()
        yield
        starts = yield from _found(lone, links.starts)
        ends = yield from _found(lone, links.ends)
        between_items = _are_items(links.start_ends)
        yield
        between_items &= _are_items(links.end_ends)
        yield
        # What is folded into one frame at both ends is not seen.
        is_hidden = between_items & (starts == ends)
        is_hidden &= np.isin(starts, self._placements.stacks)
        plain = np.flatnonzero(between_items & (starts >= 0) & (ends >= 0) & ~is_hidden)
        self.table.grow(len(plain))
        yield
        for first in range(0, len(plain), AT_ONCE):
            some = plain[first : first + AT_ONCE]
            nobody = np.full(len(some), NOBODY)
            tied = np.stack([starts[some], nobody, ends[some], nobody], axis=1)
            chosen: list[int] = some.tolist()
            ids, types = [links.ids[n] for n in chosen], [links.types[n] for n in chosen]
            self._give_rows(ids, types, tied)
            yield
        is_seldom = (starts == SEVERAL) | (ends == SEVERAL)
        is_seldom &= (starts != NOBODY) & (ends != NOBODY)
        is_seldom |= ~between_items
        yield from self._filling_seldom(
            _Tie(
                links.ids[n],
                links.types[n],
                Ref(links.start_ends[n], links.starts[n]),
                Ref(links.end_ends[n], links.ends[n]),
            )
            for n in np.flatnonzero(is_seldom).tolist()
        )
        self._claims = {}
        self._compress()
        yield

    def _filling_seldom(self, links: Iterable[Tie]) -> Steps[None]:
        # Links to links wait until those have a string; what is left over has an end elsewhere.
        waiting: list[Tie] = list(links)
        while waiting:
            before = len(self.table.rows)
            for portion in portions(waiting):
                self._put(portion)
                yield
            if len(self.table.rows) == before:
                break
            waiting = [
                link
                for link in waiting
                if (link.start.end is End.LINK or link.end.end is End.LINK)
                and self.table.rows.get(link.id) is None
            ]

    def tie(self, link: Tie) -> int | None:
        """Tie the string of a link anew; its row, or None where an end is not on this board."""
        row = self.table.rows.get(link.id)
        if row is not None:
            self._untie(row)
        placed = self._put([link])
        if not len(placed):
            return None
        at = int(placed[0])
        for card in self.table.cards[at].tolist():
            if card != NOBODY:
                self._tied_since.setdefault(card, set()).add(at)
        return at

    def drop(self, row: int) -> list[str]:
        """Take a string away; the ids of the links whose strings rested on it."""
        self._untie(row)
        resting = self.table.rows.ids_of(self._resting.pop(row, ()))
        self.table.free(self.table.rows.id_of(row))
        return resting

    def keep_sorted(self) -> None:
        """Sort the strings by card again where many have changed since."""
        if len(self._tied_since) > MOST_TIED_SINCE:
            self._compress()

    def _put(self, links: Iterable[Tie]) -> Ints:
        """Tie the strings of those links whose ends are on this board; returns their rows."""
        found: list[Tie] = []
        ends: list[tuple[int, int, int, int]] = []
        for link in links:
            tied = self._ends(link)
            if tied is not None:
                found.append(link)
                ends.append(tied)
        both = np.array(ends, dtype=np.int64).reshape(-1, 4)
        rows = self._give_rows([link.id for link in found], [link.type for link in found], both)
        for n in np.flatnonzero((both[:, [1, 3]] != NOBODY).any(axis=1)).tolist():
            for target in both[n, [1, 3]].tolist():
                if target != NOBODY:
                    self._resting.setdefault(target, set()).add(int(rows[n]))
        return rows

    def _give_rows(self, ids: Sequence[str], types: Sequence[str], tied: Ints) -> Ints:
        """Give links their rows; `tied` [N, 4] are the rows of a card and a string at each end."""
        table = self.table
        rows = table.rows.add_all(ids)
        table.grow()
        known = {each: index_in(self.types, each) for each in dict.fromkeys(types)}
        table.type[rows] = [known[each] for each in types]
        table.order[rows] = birth_order(ids)
        table.cards[rows], table.strings[rows] = tied[:, [0, 2]], tied[:, [1, 3]]
        self.shade(rows)
        return rows

    def shade(self, rows: Ints) -> None:
        """Let those of some strings stand back that shall, or are tied to a card or string which does."""
        table = self.table
        flags = self._placements.table.flags
        if not len(rows) or not (self._is_shaded or self.faded or (flags & STANDS_BACK).any()):
            return
        self._is_shaded = True
        cards, targets = table.cards[rows], table.strings[rows]
        is_back = ((cards != NOBODY) & (flags[cards] & STANDS_BACK > 0)).any(axis=1)
        is_back |= np.isin(rows, table.rows.rows_of(self.faded))
        table.type[rows] = shaded(self.types, table.type[rows], is_back)
        on_strings = rows[(targets != NOBODY).any(axis=1)]
        # One string after the other: what it rests on may rest on another one.
        for _ in range(len(on_strings)):
            below = table.strings[on_strings]
            names = np.array([each.endswith(FADED) for each in self.types])
            falls_back = ((below != NOBODY) & names[table.type[below]]).any(axis=1)
            falls_back &= ~names[table.type[on_strings]]
            if not falls_back.any():
                break
            late = on_strings[falls_back]
            table.type[late] = shaded(self.types, table.type[late], np.ones(len(late), np.bool_))

    def _untie(self, row: int) -> None:
        for target in self.table.strings[row].tolist():
            if target != NOBODY:
                self._resting.get(target, set()).discard(row)

    def _compress(self) -> None:
        """Sort the strings by card: those at card c are tied[offsets[c] : offsets[c + 1]]."""
        rows = self.table.rows.all()
        cards = self.table.cards[rows].T.reshape(-1)
        both = np.concatenate([rows, rows])
        is_card = cards != NOBODY
        order = in_order(cards[is_card])
        counts = np.bincount(cards[is_card], minlength=self._placements.table.rows.size)
        offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self._adjacency = offsets, both[is_card][order]
        self._tied_since = {}

    # -- ends -----------------------------------------------------------------------------

    def _ends(self, link: Tie) -> tuple[int, int, int, int] | None:
        """Card and string rows of both ends, or None where one of them is not on this board."""
        starts, ends = self.choices(link.start), self.choices(link.end)
        if len(starts) == 1 and starts == ends and self._placements.is_stack(starts[0]):
            # It is folded into one frame at both ends.
            return None
        if len(starts) == len(ends) == 1:
            return starts[0], NOBODY, ends[0], NOBODY
        if starts and ends:
            one, other = self._placements.nearest(starts, ends)
            if one == other and self._placements.is_stack(one):
                return None
            return one, NOBODY, other, NOBODY
        first, last = self._string_for(link.start, link.id), self._string_for(link.end, link.id)
        if (not starts and first == NOBODY) or (not ends and last == NOBODY):
            return None
        oldest = self._placements.oldest
        return oldest(starts) if starts else NOBODY, first, oldest(ends) if ends else NOBODY, last

    def _string_for(self, ref: Ref, link_id: str) -> int:
        """The row of the string that an end is tied to; NOBODY also where that would be a circle."""
        if ref.end is not End.LINK:
            return NOBODY
        row = self.table.rows.get(ref.id)
        own = self.table.rows.get(link_id)
        if row is None or row == own:
            return NOBODY
        return NOBODY if own is not None and own in self._leading_to(row) else row

    def _leading_to(self, row: int) -> set[int]:
        """The rows of the strings that a string rests on, directly or not."""
        found: set[int] = set()
        waiting = [row]
        while waiting:
            for target in self.table.strings[waiting.pop()].tolist():
                if target != NOBODY and target not in found:
                    found.add(target)
                    waiting.append(target)
        return found


def _found(rows: Mapping[str, int], ids: Sequence[str]) -> Steps[Ints]:
    """The rows of some ids, a few at a time; NOBODY for those that have none."""
    parts = [np.empty(0, dtype=np.int64)]
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        found = map(rows.get, some, repeat(NOBODY))
        parts.append(np.fromiter(found, dtype=np.int64, count=len(some)))
        yield
    return np.concatenate(parts)


def _are_items(ends: Sequence[End]) -> Flags:
    """Which ends are at items."""
    if ends.count(End.ITEM) == len(ends):
        return np.ones(len(ends), dtype=np.bool_)
    return np.array([each is End.ITEM for each in ends], dtype=np.bool_)
