"""`Columns`: one board as columns of numbers, kept in step with the case edit by edit.

Answers what lies where, and where every string runs, fast enough for a hundred thousand cards.
Texts are not here: whoever paints a card or a string asks the case for them.

An item may lie on a board more than once: a link is then shown between the two placements whose
middles are nearest. An end at an element is tied to a card of its claim, an end at a link to the
middle of that link's string (and its other end to the oldest placement). A link with an end that is not on the board has no string here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import NamedTuple, Protocol

import numpy as np

from caseboard.board import strings
from caseboard.board.courses import Courses
from caseboard.board.levels import COLLAPSED_HEIGHT
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.board.tables import (
    NOBODY,
    CardTable,
    StringTable,
    birth_order,
)
from caseboard.board.touched import Part, Touched
from casedb.commands.cards import LARGEST
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.geometry import LIMIT, Point, Rect
from casedb.model.kinds import kind_of
from casedb.model.link_types import End
from casedb.model.records import Card, Frame, Item, Link, Ref, Route
from casedb.sketch import (
    COLLAPSED,
    LOCKED,
    Sketch,
    SketchedCards,
    SketchedLinks,
    flags_of,
    sketch_of,
)

CARD_REACH = 28.0
STRING_REACH = 116.0
FRAME_REACH = 32.0
"""How far marks stick out of the boxes of what they belong to, in pixels on the screen."""

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


@dataclass(slots=True)
class _Work:
    """What a set of edits asks for, gathered before any string is moved."""

    again: dict[str, None] = field(default_factory=dict[str, None])
    moved: set[int] = field(default_factory=set[int])
    shaken: set[int] = field(default_factory=set[int])
    tied: set[int] = field(default_factory=set[int])
    parts: list[Part] = field(default_factory=list[Part])


class Columns:
    """The cards, strings and frames of one board of a case."""

    def __init__(self, contents: Contents, board_id: str, sketch: Sketch | None = None) -> None:
        """Of a case in memory; or of one of which only a board has been read as a `sketch`, until it
        is there and `adopt`ed."""
        self.board_id = board_id
        self.version = 0
        """Counts the changes: what was found by id before may lie in another row after one."""
        self.cards = CardTable()
        self.strings = StringTable()
        self.accents: list[str] = []
        self.types: list[str] = []
        self.frames: list[Frame] = []
        self._contents = contents
        self._items: list[str] = []
        self._placed: dict[str, tuple[int, ...]] = {}
        self._claims: Mapping[str, str] = {}
        self._resting: dict[int, set[int]] = {}
        self._routes: dict[str, tuple[Point, ...]] = {}
        self._adjacency: tuple[Ints, Ints] = (np.zeros(1, np.int64), np.empty(0, np.int64))
        self._tied_since: dict[int, set[int]] = {}
        self._courses = Courses(self.cards, self.strings, self._routes)
        self._build(sketch if sketch is not None else sketch_of(contents, board_id))

    def adopt(self, contents: Contents) -> None:
        """Go on with the whole case, of which these were made from a sketch."""
        self._contents = contents

    def take_strings(self, other: Columns) -> None:
        """Have the strings of other columns of the same board, which these were made without."""
        self.version += 1
        self.strings.become(other.strings)
        self.types, self.frames = other.types, other.frames
        self._resting, self._adjacency = other._resting, other._adjacency
        self._routes.update(other._routes)

    # -- looking things up ----------------------------------------------------------------

    @property
    def card_count(self) -> int:
        """How many cards there are."""
        return len(self.cards.rows)

    @property
    def string_count(self) -> int:
        """How many strings there are."""
        return len(self.strings.rows)

    def cards_in(self, rect: Rect) -> Ints:
        """The rows of the cards that lie in part in a rectangle."""
        return self.cards.within(rect.x, rect.y, rect.right, rect.bottom)

    def strings_in(self, rect: Rect) -> Ints:
        """The rows of the strings that may run through a rectangle."""
        return self.strings.within(rect.x, rect.y, rect.right, rect.bottom)

    def strings_inside(self, rect: Rect) -> Ints:
        """The rows of the strings that lie in a rectangle as a whole."""
        return self.strings.inside(rect.x, rect.y, rect.right, rect.bottom)

    def frames_in(self, rect: Rect) -> list[Frame]:
        """The frames that lie in part in a rectangle, lowest first."""
        return [frame for frame in self.frames if frame.rect.overlaps(rect)]

    def card_at(self, point: Point) -> str | None:
        """The id of the topmost card under a point, or None."""
        under = self.cards.within(point.x, point.y, point.x, point.y)
        return self.cards.rows.id_of(int(self.cards.stacked(under)[-1])) if len(under) else None

    def card_near(self, point: Point) -> str | None:
        """The id of the card whose middle is nearest to a point, or None where there is no card."""
        rows = self.cards.rows.all()
        if not len(rows):
            return None
        rects = self.cards.rects(rows)
        away = np.hypot(
            rects[:, 0] + rects[:, 2] / 2 - point.x, rects[:, 1] + rects[:, 3] / 2 - point.y
        )
        return self.cards.rows.id_of(int(rows[int(np.argmin(away))]))

    def string_at(self, point: Point, tolerance: float) -> str | None:
        """The id of the link whose string is nearest to a point, within a tolerance, or None."""
        rows = self.strings_in(Rect(point.x, point.y, 0, 0).grown(tolerance))
        if not len(rows):
            return None
        away = strings.distances(self.strings.curves[rows], point.x, point.y)
        for n in np.flatnonzero(np.isin(rows, list(self.strings.bends))).tolist():
            pieces = self.curves(int(rows[n]))
            away[n] = strings.distances(pieces, point.x, point.y).min()
        best = int(np.argmin(away))
        return self.strings.rows.id_of(int(rows[best])) if away[best] <= tolerance else None

    def frame_at(self, point: Point) -> str | None:
        """The id of the topmost frame that a point lies in, or None."""
        at = Rect(point.x, point.y, 0, 0)
        return next((each.id for each in reversed(self.frames) if each.rect.contains(at)), None)

    def curves(self, row: int) -> Floats:
        """The curves [P, 4, 2] that one string runs along; one unless it has bends."""
        return self._courses.curves(row)

    def middle(self, row: int) -> tuple[Floats, Floats]:
        """The middle point [2] of a string, and the unit vector along it there."""
        return self._courses.middle(row)

    def is_pierced(self, row: int) -> bool:
        """Whether another string ends on the middle of this one."""
        return bool(self._resting.get(row))

    def run_strings(self, rows: Ints, cards: Ints) -> None:
        """Let strings run anew, their places dealt out at these cards."""
        self._courses.run(rows, cards)

    def sketch_strings(self, rows: Ints) -> None:
        """Let strings run anew as if each were alone: quickly, and for the moment."""
        self._courses.sketch(rows)

    def strings_of(self, cards: Ints) -> Ints:
        """The rows of the strings tied to any of these cards, each once, in ascending order."""
        offsets, tied = self._adjacency
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
        return rows[np.isin(self.strings.cards[rows], cards).any(axis=1)]

    def item_of(self, row: int) -> str:
        """The id of the item that a card shows."""
        return self._items[row]

    def rows_of(self, item_id: str) -> tuple[int, ...]:
        """The rows of the cards that show an item."""
        return self._placed.get(item_id, ())

    def card_rect(self, row: int) -> Rect:
        """Where a card lies as it is shown: a collapsed one is only its title line high."""
        table = self.cards
        return Rect(
            float(table.left[row]),
            float(table.top[row]),
            float(table.width[row]),
            float(table.height[row]),
        )

    def is_locked(self, placed_id: str) -> bool:
        """Whether a card or frame is locked: it keeps its place and size, and stays on the board."""
        row = self.cards.rows.get(placed_id)
        if row is not None:
            return bool(self.cards.flags[row] & LOCKED)
        return any(frame.locked for frame in self.frames if frame.id == placed_id)

    def extent(self) -> Rect | None:
        """The rectangle around all cards, frames and strings, or None where there are none."""
        boxes = [
            self.cards.boxes(self.cards.rows.all()),
            self.strings.boxes(self.strings.rows.all()),
        ]
        boxes += [box_of(frame) for frame in self.frames]
        every = np.concatenate(boxes)
        if not len(every):
            return None
        left, top = every[:, :2].min(axis=0)
        right, bottom = every[:, 2:].max(axis=0)
        return Rect(float(left), float(top), float(right - left), float(bottom - top))

    def heart(self) -> Point | None:
        """The middle of the card nearest to the middle of most cards, or None for no cards."""
        boxes = self.cards.boxes(self.cards.rows.all())
        if not len(boxes):
            return None
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        away = middles - np.median(middles, axis=0)
        x, y = middles[int(np.argmin(np.hypot(away[:, 0], away[:, 1])))].tolist()
        return Point(x, y)

    # -- keeping in step ------------------------------------------------------------------

    def apply(self, edits: Iterable[Edit]) -> Touched:
        """Follow edits that the case has taken already; returns what must be painted anew."""
        self.version += 1
        work = _Work()
        cards: list[Edit] = []
        for edit in edits:
            record = edit.record
            if isinstance(record, Card):
                cards.append(edit)
            elif isinstance(record, Frame):
                self._follow_frame(edit, work)
            elif isinstance(record, Link):
                work.again[record.id] = None
            elif isinstance(record, Route) and record.board == self.board_id:
                self._follow_route(edit)
                work.again[record.link] = None
        self._follow_cards(cards, work)
        self._tie_again(work)
        self._reshape_around(work)
        return Touched.of(work.parts)

    def _build(self, sketch: Sketch) -> None:
        self._place(sketch.cards)
        self.frames = [_shown_frame(each) for each in sketch.frames]
        self._routes.update(
            (each.link, _shown_bends(each)) for each in sketch.routes if each.points
        )
        self._claims = sketch.claims
        self._tie(sketch.links)
        self._claims = {}
        self._compress()
        self._courses.run(self.strings.rows.all())

    def _place(self, cards: SketchedCards) -> None:
        """Give every card of a board its row."""
        table, count = self.cards, len(cards.ids)
        rows = table.rows.add_all(cards.ids)
        table.grow()
        heights = np.array(cards.h)
        flags = np.array(cards.flags, dtype=np.uint8)
        is_low = (flags & COLLAPSED) != 0
        heights[is_low] = np.minimum(heights[is_low], COLLAPSED_HEIGHT)
        places = np.stack(
            [np.array(cards.x), np.array(cards.y), np.array(cards.w), heights], axis=1
        )
        table.put(rows, _within_reason(places))
        table.z[rows] = cards.z
        table.order[rows] = birth_order(cards.ids)
        table.flags[rows] = flags
        looks = list(zip(cards.accents, cards.kinds, strict=True))
        known = {
            look: _index(self.accents, look[0] or kind_of(look[1]).accent) for look in set(looks)
        }
        table.accent[rows] = [known[look] for look in looks]
        self._items = list(cards.items)
        self._placed = dict(zip(cards.items, zip(rows.tolist(), strict=True), strict=True))
        if len(self._placed) < count:
            together: dict[str, list[int]] = {}
            for item, row in zip(cards.items, rows.tolist(), strict=True):
                together.setdefault(item, []).append(row)
            self._placed = {item: tuple(there) for item, there in together.items()}

    def _tie(self, links: SketchedLinks) -> None:
        """Give every link that has both ends on the board its string."""
        # Nearly all links lead between items that lie here once: they are tied all together.
        once = {item: rows[0] for item, rows in self._placed.items() if len(rows) == 1}
        starts, ends = (
            np.fromiter(map(once.get, each, repeat(NOBODY)), dtype=np.int64, count=len(each))
            for each in (links.starts, links.ends)
        )
        between_items = _are_items(links.start_ends) & _are_items(links.end_ends)
        plain = np.flatnonzero(between_items & (starts != NOBODY) & (ends != NOBODY))
        nobody = np.full(len(plain), NOBODY)
        tied = np.stack([starts[plain], nobody, ends[plain], nobody], axis=1)
        chosen: list[int] = plain.tolist()
        if len(chosen) == len(links.ids):
            self._string(links.ids, links.types, tied)
        else:
            self._string([links.ids[n] for n in chosen], [links.types[n] for n in chosen], tied)
        doubled = len(once) < len(self._placed)
        seldom = np.ones(len(links.ids), dtype=np.bool_) if doubled else ~between_items
        seldom[plain] = False
        waiting: list[Tie] = [
            _Tie(
                links.ids[n],
                links.types[n],
                Ref(links.start_ends[n], links.starts[n]),
                Ref(links.end_ends[n], links.ends[n]),
            )
            for n in np.flatnonzero(seldom).tolist()
        ]
        # Links to links wait until those have a string; what is left over has an end elsewhere.
        while waiting:
            before = self.string_count
            self._put_strings(waiting)
            if self.string_count == before:
                break
            waiting = [
                link
                for link in waiting
                if (link.start.end is End.LINK or link.end.end is End.LINK)
                and self.strings.rows.get(link.id) is None
            ]

    def _put_cards(self, cards: Sequence[Card]) -> Ints:
        """Write cards into their rows, new ones where they have none; returns the rows."""
        table, items, placed = self.cards, self._contents.items, self._placed
        rows = table.rows.add_all([card.id for card in cards])
        table.grow()
        self._items += [""] * (table.rows.size - len(self._items))
        if not cards:
            return rows
        places = np.array([(card.x, card.y, card.w, shown_height(card)) for card in cards])
        table.put(rows, _within_reason(places))
        table.z[rows] = [card.z for card in cards]
        table.order[rows] = birth_order([card.id for card in cards])
        table.flags[rows] = [flags_of(card) for card in cards]
        accents: list[int] = []
        for row, card in zip(rows.tolist(), cards, strict=True):
            accents.append(_index(self.accents, accent_of(card, items[card.item])))
            self._items[row] = card.item
            there = placed.get(card.item, ())
            if row not in there:
                placed[card.item] = (*there, row)
        table.accent[rows] = accents
        return rows

    def _follow_cards(self, edits: Sequence[Edit], work: _Work) -> None:
        table = self.cards
        known = [(edit, table.rows.get(edit.record.id)) for edit in edits]
        rows = np.array([row for _, row in known if row is not None], dtype=np.int64)
        old = dict(zip(rows.tolist(), table.rects(rows).tolist(), strict=True))
        work.parts.append((table.boxes(rows), CARD_REACH, table.rows.ids_of(rows.tolist())))
        arriving: list[Card] = []
        left: list[int] = []
        for edit, row in known:
            stays = isinstance(edit.after, Card) and edit.after.board == self.board_id
            before = edit.before
            if row is not None and isinstance(before, Card):
                item = edit.after.item if isinstance(edit.after, Card) else ""
                if not stays or item != before.item:
                    self._forget_place(before, row)
                    work.again.update(dict.fromkeys(self._links_of(before.item)))
                    left.append(row)
                if not stays:
                    table.free(before.id)
                    del old[row]
            if stays and isinstance(edit.after, Card):
                arriving.append(edit.after)
        # Links that the case no longer has are found by their strings, new ones by the case.
        tied = self.strings_of(np.array(left, dtype=np.int64)).tolist()
        work.again.update(dict.fromkeys(self.strings.rows.ids_of(tied)))
        placed = self._put_cards(arriving)
        work.parts.append((table.boxes(placed), CARD_REACH, [card.id for card in arriving]))
        for row, card, rect in zip(
            placed.tolist(), arriving, table.rects(placed).tolist(), strict=True
        ):
            is_new = row not in old
            if is_new or rect != old[row]:
                work.moved.add(row)
            if is_new:
                work.again.update(dict.fromkeys(self._links_of(card.item)))
            elif row in work.moved and self._is_doubled():
                work.again.update(dict.fromkeys(self._torn_links(card.item)))

    def _forget_place(self, card: Card, row: int) -> None:
        """Forget that an item lies in a row."""
        left = tuple(each for each in self._placed[card.item] if each != row)
        if left:
            self._placed[card.item] = left
        else:
            del self._placed[card.item]

    def _links_of(self, item_id: str) -> Iterator[str]:
        for target in (item_id, *(each.id for each in self._contents.elements_of(item_id))):
            for link in self._contents.links_at(target):
                yield link.id

    def _is_doubled(self) -> bool:
        return len(self._placed) < self.card_count

    def _torn_links(self, item_id: str) -> Iterator[str]:
        """The links of an item that have a choice between placements, and may choose another."""
        for link_id in self._links_of(item_id):
            link = self._contents.links[link_id]
            if any(len(self._cards_for(end) or ()) > 1 for end in (link.start, link.end)):
                yield link_id

    def _follow_frame(self, edit: Edit, work: _Work) -> None:
        here = [
            _shown_frame(record)
            for record in (edit.before, edit.after)
            if isinstance(record, Frame) and record.board == self.board_id
        ]
        if not here:
            return
        work.parts += [(box_of(frame), FRAME_REACH, (frame.id,)) for frame in here]
        kept = [frame for frame in self.frames if frame.id != edit.record.id]
        if isinstance(edit.after, Frame) and edit.after.board == self.board_id:
            kept.append(_shown_frame(edit.after))
        self.frames = sorted(kept, key=lambda frame: (frame.z, frame.id))

    def _follow_route(self, edit: Edit) -> None:
        if isinstance(edit.before, Route):
            self._routes.pop(edit.before.link, None)
        if isinstance(edit.after, Route) and edit.after.points:
            self._routes[edit.after.link] = _shown_bends(edit.after)

    # -- tying strings --------------------------------------------------------------------

    def _tie_again(self, work: _Work) -> None:
        table = self.strings
        waiting = list(work.again)
        while waiting:
            link_id = waiting.pop()
            link = self._contents.links.get(link_id)
            row = table.rows.get(link_id)
            if row is not None:
                work.parts.append((table.boxes(np.array([row])), STRING_REACH, (link_id,)))
                work.shaken.update(each for each in table.cards[row].tolist() if each != NOBODY)
                self._untie(row)
            if link is not None and len(placed := self._put_strings([link])):
                at = int(placed[0])
                work.tied.add(at)
                self._note_tied(at)
                if row is None:
                    waiting += [
                        each.id
                        for each in self._contents.links_at(link_id)
                        if table.rows.get(each.id) is None
                    ]
            elif row is not None:
                waiting += table.rows.ids_of(self._resting.pop(row, ()))
                table.free(link_id)
                work.tied.discard(row)
        if len(self._tied_since) > MOST_TIED_SINCE:
            self._compress()

    def _note_tied(self, row: int) -> None:
        for card in self.strings.cards[row].tolist():
            if card != NOBODY:
                self._tied_since.setdefault(card, set()).add(row)

    def _put_strings(self, links: Iterable[Tie]) -> Ints:
        """Tie the strings of those links whose ends are on this board; returns their rows."""
        found: list[Tie] = []
        ends: list[tuple[int, int, int, int]] = []
        for link in links:
            tied = self._ends(link)
            if tied is not None:
                found.append(link)
                ends.append(tied)
        both = np.array(ends, dtype=np.int64).reshape(-1, 4)
        rows = self._string([link.id for link in found], [link.type for link in found], both)
        for n in np.flatnonzero((both[:, [1, 3]] != NOBODY).any(axis=1)).tolist():
            for target in both[n, [1, 3]].tolist():
                if target != NOBODY:
                    self._resting.setdefault(target, set()).add(int(rows[n]))
        return rows

    def _string(self, ids: Sequence[str], types: Sequence[str], tied: Ints) -> Ints:
        """Give links their rows; `tied` [N, 4] are the rows of a card and a string at each end."""
        table = self.strings
        rows = table.rows.add_all(ids)
        table.grow()
        known = {each: _index(self.types, each) for each in dict.fromkeys(types)}
        table.type[rows] = [known[each] for each in types]
        table.order[rows] = birth_order(ids)
        table.cards[rows], table.strings[rows] = tied[:, [0, 2]], tied[:, [1, 3]]
        return rows

    def _untie(self, row: int) -> None:
        for target in self.strings.strings[row].tolist():
            if target != NOBODY:
                self._resting.get(target, set()).discard(row)

    def _ends(self, link: Tie) -> tuple[int, int, int, int] | None:
        """Card and string rows of both ends, or None where one of them is not on this board."""
        start, end = link.start, link.end
        if start.end is End.ITEM and end.end is End.ITEM:
            starts, ends = self._placed.get(start.id), self._placed.get(end.id)
            if starts is None or ends is None:
                return None
            if len(starts) == len(ends) == 1:
                return starts[0], NOBODY, ends[0], NOBODY
        else:
            starts, ends = self._cards_for(start), self._cards_for(end)
        if starts and ends:
            one, other = self._nearest(starts, ends)
            return one, NOBODY, other, NOBODY
        first, last = self._string_for(start, link.id), self._string_for(end, link.id)
        if (not starts and first == NOBODY) or (not ends and last == NOBODY):
            return None
        return self._oldest(starts), first, self._oldest(ends), last

    def _cards_for(self, ref: Ref) -> tuple[int, ...] | None:
        if ref.end is End.ITEM:
            return self._placed.get(ref.id)
        if ref.end is not End.ELEMENT:
            return None
        element = self._contents.elements.get(ref.id)
        claim = element.claim if element is not None else self._claims.get(ref.id, "")
        return self._placed.get(claim)

    def _string_for(self, ref: Ref, link_id: str) -> int:
        """The row of the string that an end is tied to; NOBODY also where that would be a circle."""
        if ref.end is not End.LINK:
            return NOBODY
        row = self.strings.rows.get(ref.id)
        own = self.strings.rows.get(link_id)
        if row is None or row == own:
            return NOBODY
        return NOBODY if own is not None and own in self._leading_to(row) else row

    def _leading_to(self, row: int) -> set[int]:
        """The rows of the strings that a string rests on, directly or not."""
        found: set[int] = set()
        waiting = [row]
        while waiting:
            for target in self.strings.strings[waiting.pop()].tolist():
                if target != NOBODY and target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    def _oldest(self, rows: tuple[int, ...] | None) -> int:
        return min(rows, key=lambda row: int(self.cards.order[row])) if rows else NOBODY

    def _nearest(self, starts: tuple[int, ...], ends: tuple[int, ...]) -> tuple[int, int]:
        def apart(pair: tuple[int, int]) -> tuple[float, int, int]:
            one, other = self.card_rect(pair[0]).centre, self.card_rect(pair[1]).centre
            away = (one.x - other.x) ** 2 + (one.y - other.y) ** 2
            order = self.cards.order
            return away, int(order[pair[0]]), int(order[pair[1]])

        return min(((start, end) for start in starts for end in ends), key=apart)

    def _compress(self) -> None:
        """Sort the strings by card: those at card c are tied[offsets[c] : offsets[c + 1]]."""
        rows = self.strings.rows.all()
        cards = self.strings.cards[rows].T.reshape(-1)
        both = np.concatenate([rows, rows])
        is_card = cards != NOBODY
        order = np.argsort(cards[is_card], kind="stable")
        counts = np.bincount(cards[is_card], minlength=self.cards.rows.size)
        offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self._adjacency = offsets, both[is_card][order]
        self._tied_since = {}

    # -- where strings run ----------------------------------------------------------------

    def _reshape_around(self, work: _Work) -> None:
        """Let strings run anew near what moved, and note those that really changed.

        A moved card changes its own strings; those change the order at the sides where they end,
        and so the neighbours that end at the same cards; and any string that rests on one of these.
        """
        table = self.strings
        moved, tied = _sorted(work.moved), _sorted(work.tied)
        first = self.with_resting(np.union1d(self.strings_of(moved), tied))
        cards = np.unique(
            np.concatenate([table.cards[first].reshape(-1), moved, _sorted(work.shaken)])
        )
        cards = cards[cards != NOBODY]
        cards = cards[~np.isnan(self.cards.left[cards])]
        chosen = self.with_resting(np.union1d(self.strings_of(cards), first))
        if not len(chosen):
            return
        before, boxes = table.curves[chosen].copy(), table.boxes(chosen).copy()
        bent = dict(table.bends)
        self._courses.run(chosen, cards)
        is_other = (before != table.curves[chosen]).any(axis=(1, 2)) | np.isin(chosen, tied)
        if bent or table.bends:
            is_other |= [bent.get(row) is not table.bends.get(row) for row in chosen.tolist()]
        others = chosen[is_other]
        ids = table.rows.ids_of(others.tolist())
        work.parts.append((boxes[is_other], STRING_REACH, ids))
        work.parts.append((table.boxes(others), STRING_REACH, ids))

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
        return _sorted(found)


def _sorted(rows: set[int]) -> Ints:
    return np.array(sorted(rows), dtype=np.int64)


def _are_items(ends: Sequence[End]) -> Flags:
    """Which ends are at items."""
    if ends.count(End.ITEM) == len(ends):
        return np.ones(len(ends), dtype=np.bool_)
    return np.array([each is End.ITEM for each in ends], dtype=np.bool_)


def accent_of(card: Card, item: Item) -> str:
    """The colour token of a card: its own, else its kind's."""
    return card.accent or kind_of(item.kind).accent


def shown_height(card: Card) -> float:
    """How high a card is as it is shown."""
    return min(card.h, COLLAPSED_HEIGHT) if card.collapsed else card.h


def _index(names: list[str], name: str) -> int:
    if name not in names:
        names.append(name)
    return names.index(name)


def box_of(frame: Frame) -> Floats:
    """Left, top, right and bottom [1, 4] of a frame."""
    rect = frame.rect
    return np.array([[rect.x, rect.y, rect.right, rect.bottom]])


def _within_reason(rects: Floats) -> Floats:
    """Left, top, width, height [M, 4], kept to what a screen can compute with.

    No command lays a card elsewhere, but a file can come from another hand.
    """
    places = np.nan_to_num(rects, nan=0.0)
    return np.clip(places, (-LIMIT, -LIMIT, 1.0, 1.0), (LIMIT, LIMIT, LARGEST, LARGEST))


def _shown_frame(frame: Frame) -> Frame:
    x, y, w, h = _within_reason(np.array([frame.rect]))[0].tolist()
    return frame if (x, y, w, h) == frame.rect else replace(frame, x=x, y=y, w=w, h=h)


def _shown_bends(route: Route) -> tuple[Point, ...]:
    places = np.clip(np.nan_to_num(np.array(route.points), nan=0.0), -LIMIT, LIMIT)
    return tuple(Point(x, y) for x, y in places.tolist())
