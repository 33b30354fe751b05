"""`Columns`: one board as columns of numbers, kept in step with the case edit by edit.

Answers what lies where, and where every string runs, fast enough for a hundred thousand cards.
Texts are not here: whoever paints a card or a string asks the case for them. Where items lie is
kept by `Placements`, what strings are tied to by `Ties`, how they run by `Courses`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from caseboard.board import strings
from caseboard.board.courses import Courses
from caseboard.board.frames import FrameTable
from caseboard.board.placements import Placements
from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import NOBODY, CardTable, StringTable
from caseboard.board.ties import Ties
from caseboard.board.touched import Part, Touched
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.folds import FoldIndex
from casedb.model.geometry import LIMIT, Point, Rect, bounding_rect
from casedb.model.notes import ShownAs
from casedb.model.records import Card, Fold, Frame, Item, Link, Route, Scale
from casedb.sketch import LOCKED, PLAIN, STICKY, Sketch, look_of, sketch_of

CARD_REACH = 28.0
STRING_REACH = 116.0
FRAME_REACH = 52.0
"""How far marks stick out of the boxes of what they belong to: in pixels on the screen below 100 %,
where they keep their size, and above in board units, as they grow with the board."""

MOST_AT_ONCE = 2000
"""When more cards than this are hidden or shown, the whole board is made anew: that is quicker."""
NOTHING: frozenset[str] = frozenset()


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

    def __init__(
        self,
        contents: Contents,
        board_id: str,
        sketch: Sketch | None = None,
        heard: Callable[[], None] = lambda: None,
        slack: float = 0.0,
    ) -> None:
        """Of a case in memory; or of one of which only a board has been read as a `sketch`, until it
        is there and `adopt`ed. `heard` is told before each of three stages, and may end the work.
        Strings sag by `slack`, a share of their length."""
        self.board_id = board_id
        self.version = 0
        """Counts the changes: what was found by id before may lie in another row after one."""
        self.frames = FrameTable()
        self.concealed: Set[str] = frozenset()
        """The ids of cards that are on the board and not shown on it."""
        self._contents = contents
        self._slack = slack
        self._build(sketch if sketch is not None else sketch_of(contents, board_id), heard)

    def _build(self, sketch: Sketch, heard: Callable[[], None], faded: Set[str] = NOTHING) -> None:
        self._placements = Placements()
        self._placements.faded = faded
        self._ties = Ties(self._placements, self._contents)
        self._routes: dict[str, tuple[Point, ...]] = {}
        self._courses = Courses(self.cards, self.strings, self._routes, self._slack)
        self._folded = folded_cards(sketch.folds, sketch.cards.ids)
        heard()
        self._placements.fill(sketch.without(self._folded.keys() | self.concealed).cards)
        stacks, shown = parted(sketch.frames, sketch.folds)
        self._placements.stack(stacks)
        if stacks:
            items = dict(zip(sketch.cards.ids, sketch.cards.items, strict=True))
            self._placements.fold(self._gathered(items.get))
        self.frames = FrameTable(shown)
        self._routes.update(
            (each.link, _shown_bends(each)) for each in sketch.routes if each.points
        )
        heard()
        self._ties.fill(sketch.links, sketch.claims)
        heard()
        self._courses.run(self.strings.rows.all())

    def adopt(self, contents: Contents) -> None:
        """Go on with the whole case, of which these were made from a sketch."""
        self._contents = self._ties.contents = contents

    def take_strings(self, other: Columns) -> None:
        """Have the strings of other columns of the same board, which these were made without."""
        self.version += 1
        self._ties.become(other._ties)
        self.frames = other.frames
        self._routes.update(other._routes)
        slack, self._slack = self._slack, other.slack
        self.hang(slack)

    @property
    def slack(self) -> float:
        """How far strings sag, as a share of their length."""
        return self._slack

    def hang(self, slack: float) -> bool:
        """Let all strings sag so far from now on; whether they run otherwise for it."""
        if slack == self._slack:
            return False
        self._slack = self._courses.slack = slack
        self._courses.run(self.strings.rows.all())
        return True

    # -- tables ---------------------------------------------------------------------------

    @property
    def cards(self) -> CardTable:
        """The numbers of the cards."""
        return self._placements.table

    @property
    def strings(self) -> StringTable:
        """The numbers of the strings."""
        return self._ties.table

    @property
    def accents(self) -> list[str]:
        """The colour tokens that the cards count by."""
        return self._placements.accents

    @property
    def types(self) -> list[str]:
        """The link types that the strings count by."""
        return self._ties.types

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
        return self.frames.within(rect)

    def card_at(self, point: Point) -> str | None:
        """The id of the topmost card under a point, or None."""
        under = self.cards.within(point.x, point.y, point.x, point.y)
        return self.cards.rows.id_of(int(self.cards.stacked(under)[-1])) if len(under) else None

    def card_near(self, point: Point) -> str | None:
        """The id of the card whose middle is nearest to a point, or None where there is no card."""
        row = self._placements.near(point)
        return self.cards.rows.id_of(row) if row is not None else None

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

    def curves(self, row: int) -> Floats:
        """The curves [P, 4, 2] that one string runs along; one unless it has bends."""
        return self._courses.curves(row)

    def middle(self, row: int) -> tuple[Floats, Floats]:
        """The middle point [2] of a string, and the unit vector along it there."""
        return self._courses.middle(row)

    def middles(self, rows: Ints) -> Floats:
        """The middle points [M, 2] of strings."""
        return self._courses.middles(rows)

    def is_pierced(self, row: int) -> bool:
        """Whether another string ends on the middle of this one."""
        return self._ties.is_pierced(row)

    def bends(self, link_id: str) -> tuple[Point, ...]:
        """The points that the string of a link is led through, from its start."""
        return self._routes.get(link_id, ())

    def lead(self, link_id: str, bends: tuple[Point, ...]) -> None:
        """Lead the string of a link through other points when it runs anew."""
        if bends:
            self._routes[link_id] = bends
        else:
            self._routes.pop(link_id, None)

    def run_strings(self, rows: Ints, cards: Ints) -> None:
        """Let strings run anew, their places dealt out at these cards."""
        self._courses.run(rows, cards)

    def sketch_strings(self, rows: Ints) -> None:
        """Let strings run anew as if each were alone: quickly, and for the moment."""
        self._courses.sketch(rows)

    def strings_of(self, cards: Ints) -> Ints:
        """The rows of the strings tied to any of these cards, each once, in ascending order."""
        return self._ties.at(cards)

    def with_resting(self, rows: Ints) -> Ints:
        """These strings and all that rest on them, directly or not."""
        return self._ties.with_resting(rows)

    def item_of(self, row: int) -> str:
        """The id of the item that a card shows."""
        return self._placements.item_of(row)

    def rows_of(self, item_id: str) -> tuple[int, ...]:
        """The rows of the cards that show an item."""
        return self._placements.rows_of(item_id)

    def card_rect(self, row: int) -> Rect:
        """Where a card lies as it is shown: a collapsed one is only its title line high."""
        return self._placements.rect(row)

    def is_stack(self, placed_id: str) -> bool:
        """Whether something on the board is a collapsed frame."""
        row = self.cards.rows.get(placed_id)
        return row is not None and self._placements.is_stack(row)

    def shown_as(self, row: int) -> ShownAs:
        """How a card shows its item."""
        flags = int(self.cards.flags[row])
        return ShownAs.STICKY if flags & STICKY else ShownAs.TEXT if flags & PLAIN else ShownAs.CARD

    @property
    def stacks(self) -> Ints:
        """The rows of all collapsed frames."""
        return self._placements.stacks

    def folded_in(self, row: int) -> int:
        """How many cards are folded into the collapsed frame of a row."""
        return self._placements.folded_in(row)

    def is_folded(self, card_id: str) -> bool:
        """Whether a card is folded into a collapsed frame, and so not seen."""
        return card_id in self._folded

    def told_apart(self, rows: Ints) -> tuple[list[str], list[str]]:
        """The ids of the cards in some rows, and of the collapsed frames."""
        stacks = np.isin(rows, self._placements.stacks)
        ids = self.cards.rows.ids_of
        return ids(rows[~stacks].tolist()), ids(rows[stacks].tolist())

    def is_locked(self, placed_id: str) -> bool:
        """Whether a card or frame is locked: it keeps its place and size, and stays on the board."""
        row = self.cards.rows.get(placed_id)
        if row is not None:
            return bool(self.cards.flags[row] & LOCKED)
        frame = self.frames.get(placed_id)
        return frame is not None and frame.locked

    def keeps_size(self, placed_id: str) -> bool:
        """Whether a card or frame cannot be sized: it is locked, or a collapsed frame."""
        return self.is_locked(placed_id) or self.is_stack(placed_id)

    def extent(self) -> Rect | None:
        """The rectangle around all cards, frames and strings, or None where there are none."""
        cards, box = self.cards, self.strings.box
        lows = [(cards.left, box[0]), (cards.top, box[1])]
        highs = [(cards.left + cards.width, box[2]), (cards.top + cards.height, box[3])]
        # Column by column, and free rows are not numbers: that is fifty times as fast as by box.
        left, top = (min(_least(each) for each in side) for side in lows)
        right, bottom = (max(-_least(-each) for each in side) for side in highs)
        frames = self.frames.extent()
        if not math.isfinite(left):
            return frames
        around = Rect(left, top, right - left, bottom - top)
        return around if frames is None else bounding_rect([around, frames])

    def heart(self) -> Point | None:
        """The middle of the card nearest to the middle of most cards, or None for no cards."""
        return self._placements.heart()

    # -- looking at a part ----------------------------------------------------------------

    @property
    def faded(self) -> Set[str]:
        """The ids of the cards that stand back."""
        return self._placements.faded

    def fade(self, ids: Set[str]) -> Set[str]:
        """Let cards stand back with the strings tied to them, and no others; those that did."""
        before = self._placements.faded
        self._placements.fade(ids)
        self._ties.shade(self.strings.rows.all())
        return before

    def conceal(self, ids: Set[str]) -> Touched | None:
        """Show all cards of the board but these, with the strings between those that are shown.

        What must be painted anew; None for everything, as so much has changed that all was made anew.
        """
        contents, before = self._contents, self.concealed
        self.concealed = frozenset(ids)
        changed = [contents.cards[each] for each in ids ^ before if each in contents.cards]
        here = [card for card in changed if card.board == self.board_id]
        if len(here) > MOST_AT_ONCE or any(card.id in self._folded for card in here):
            self.version += 1
            sketch = sketch_of(contents, self.board_id)
            self._build(sketch, lambda: None, self._placements.faded)
            return None
        return self.apply(Edit(card, None) if card.id in ids else Edit(None, card) for card in here)

    # -- keeping in step ------------------------------------------------------------------

    def apply(self, edits: Iterable[Edit]) -> Touched:
        """Follow edits that the case has taken already; returns what must be painted anew."""
        self.version += 1
        work = _Work()
        cards: list[Edit] = []
        looking: list[Card] = []
        frames: dict[str, Frame | None] = {}
        folds_otherwise = False
        for edit in edits:
            record = edit.record
            if isinstance(record, Card):
                cards.append(edit)
            elif isinstance(record, Frame):
                after = edit.after
                is_here = isinstance(after, Frame) and after.board == self.board_id
                frames[record.id] = after if is_here and isinstance(after, Frame) else None
            elif isinstance(record, Fold):
                folds_otherwise = True
            elif isinstance(record, Link):
                work.again[record.id] = None
            elif isinstance(record, Item):
                looking += self._looking_otherwise(edit)
            elif isinstance(record, Route) and record.board == self.board_id:
                self._follow_route(edit)
                work.again[record.link] = None
            elif isinstance(record, Scale) and (held := self.frames.get(record.frame)) is not None:
                work.parts.append((box_of(held), FRAME_REACH, (held.id,)))
        if looking:
            edited = {edit.record.id for edit in cards}
            cards += [Edit(card, card) for card in looking if card.id not in edited]
        if folds_otherwise or any(map(self._concerns_folds, frames)):
            cards += self._follow_folds(frames, work, {edit.record.id for edit in cards})
        if frames:
            shown = self.frames.follow(frames)
            work.parts += [(box_of(each), FRAME_REACH, (each.id,)) for each in shown]
        self._follow_cards(cards, work)
        self._tie_again(work)
        self._reshape_around(work)
        return Touched.of(work.parts)

    def _looking_otherwise(self, edit: Edit) -> list[Card]:
        """The cards on the board of an item that is shown in another way than before."""
        before, after = edit.before, edit.after
        if not isinstance(before, Item) or not isinstance(after, Item):
            return []
        if look_of(before) == look_of(after):
            return []
        there = self._contents.cards_of(after.id)
        return [card for card in there if card.board == self.board_id]

    def _concerns_folds(self, frame_id: str) -> bool:
        return self.is_stack(frame_id) or self._contents.folded_into(frame_id) is not None

    def _gathered(self, item_of: Callable[[str], str | None]) -> dict[str, list[str]]:
        """The items of folded cards, a card at a time, by the frame that is seen of them."""
        found: dict[str, list[str]] = {}
        for card_id, frame_id in self._folded.items():
            item = item_of(card_id) if card_id not in self.concealed else None
            if item is not None:
                found.setdefault(frame_id, []).append(item)
        return found

    def _follow_folds(
        self, frames: dict[str, Frame | None], work: _Work, edited: Set[str]
    ) -> list[Edit]:
        """Follow what is folded into what: `frames` are given those that are seen otherwise by it.

        Returns edits that make cards come and go, but for those that are `edited` anyway.
        """
        contents, table = self._contents, self.cards
        folds = contents.folds_on(self.board_id)
        before = self._folded
        there = contents.cards
        self._folded = folded_cards(folds, (each for fold in folds for each in fold.members))
        now = self._folded
        changed = {each for each in {*before, *now} if before.get(each) != now.get(each)}
        stacks, shown = parted(contents.frames_on(self.board_id), folds)
        standing = {frame.id for frame in stacks}
        for row in self._placements.stacks.tolist():
            frame_id = table.rows.id_of(row)
            tied = self.strings_of(np.array([row]))
            work.again.update(dict.fromkeys(self.strings.rows.ids_of(tied.tolist())))
            work.parts.append((table.boxes(np.array([row])), CARD_REACH, (frame_id,)))
            if frame_id not in standing:
                self._placements.unstack(frame_id)
        rows = self._placements.stack(stacks)
        work.moved.update(rows.tolist())
        work.parts.append((table.boxes(rows), CARD_REACH, table.rows.ids_of(rows.tolist())))
        self._placements.fold(
            self._gathered(lambda each: there[each].item if each in there else None)
        )
        for each in changed:
            if each in there:
                work.again.update(dict.fromkeys(self._links_of(there[each].item)))
        open_now = {frame.id: frame for frame in shown}
        for each in (*frames, *(frame.id for frame in self.frames)):
            frames[each] = open_now.get(each)
        frames.update((each, open_now[each]) for each in open_now if self.frames.get(each) is None)
        return [
            Edit(there[each], None) if each in now else Edit(None, there[each])
            for each in changed - edited
            if each in there
            and there[each].board == self.board_id
            and (each in now) != (each in before)
        ]

    def _follow_cards(self, edits: Sequence[Edit], work: _Work) -> None:
        table = self.cards
        known = [(edit, table.rows.get(edit.record.id)) for edit in edits]
        rows = np.array([row for _, row in known if row is not None], dtype=np.int64)
        old = dict(zip(rows.tolist(), table.rects(rows).tolist(), strict=True))
        work.parts.append((table.boxes(rows), CARD_REACH, table.rows.ids_of(rows.tolist())))
        arriving: list[Card] = []
        left: list[int] = []
        for edit, row in known:
            stays = (
                isinstance(edit.after, Card)
                and edit.after.board == self.board_id
                and edit.after.id not in self.concealed
                and edit.after.id not in self._folded
            )
            before = edit.before
            if row is not None and isinstance(before, Card):
                item = edit.after.item if isinstance(edit.after, Card) else ""
                if not stays or item != before.item:
                    self._placements.forget(before.item, row)
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
        placed = self._placements.put(arriving, self._contents.items)
        work.parts.append((table.boxes(placed), CARD_REACH, [card.id for card in arriving]))
        for row, card, rect in zip(
            placed.tolist(), arriving, table.rects(placed).tolist(), strict=True
        ):
            is_new = row not in old
            if is_new or rect != old[row]:
                work.moved.add(row)
            if is_new:
                work.again.update(dict.fromkeys(self._links_of(card.item)))
            elif row in work.moved and self._placements.is_doubled:
                work.again.update(dict.fromkeys(self._torn_links(card.item)))

    def _links_of(self, item_id: str) -> Iterator[str]:
        for target in (item_id, *(each.id for each in self._contents.elements_of(item_id))):
            for link in self._contents.links_at(target):
                yield link.id

    def _torn_links(self, item_id: str) -> Iterator[str]:
        """The links of an item that have a choice between placements, and may choose another."""
        for link_id in self._links_of(item_id):
            link = self._contents.links[link_id]
            if any(len(self._ties.choices(end)) > 1 for end in (link.start, link.end)):
                yield link_id

    def _follow_route(self, edit: Edit) -> None:
        if isinstance(edit.before, Route):
            self._routes.pop(edit.before.link, None)
        if isinstance(edit.after, Route) and edit.after.points:
            self._routes[edit.after.link] = _shown_bends(edit.after)

    def _tie_again(self, work: _Work) -> None:
        table, ties = self.strings, self._ties
        waiting = list(work.again)
        while waiting:
            link_id = waiting.pop()
            link = self._contents.links.get(link_id)
            row = table.rows.get(link_id)
            if row is not None:
                work.parts.append((table.boxes(np.array([row])), STRING_REACH, (link_id,)))
                work.shaken.update(each for each in table.cards[row].tolist() if each != NOBODY)
            at = ties.tie(link) if link is not None else None
            if at is not None:
                # What rests on it may have to stand back with it, or no more.
                bundle = ties.with_resting(np.array([at], dtype=np.int64))
                ties.shade(bundle)
                work.tied.update(bundle.tolist())
                if row is None:
                    waiting += [
                        each.id
                        for each in self._contents.links_at(link_id)
                        if table.rows.get(each.id) is None
                    ]
            elif row is not None:
                waiting += ties.drop(row)
                work.tied.discard(row)
        ties.keep_sorted()

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


def folded_cards(folds: Iterable[Fold], card_ids: Iterable[str]) -> dict[str, str]:
    """The outermost collapsed frame that each of some cards is folded into, if any, by the card."""
    index = FoldIndex()
    for fold in folds:
        index.add(fold)
    found = ((each, index.outermost(each)) for each in card_ids)
    return {each: frame for each, frame in found if frame is not None}


def parted(
    frames: Iterable[Frame], folds: Iterable[Fold]
) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
    """Of the frames of a board those that are seen as stacks, and those that are seen open."""
    index, collapsed = FoldIndex(), set[str]()
    for fold in folds:
        index.add(fold)
        collapsed.add(fold.frame)
    seen = [frame for frame in frames if index.outermost(frame.id) is None]
    return (
        tuple(frame for frame in seen if frame.id in collapsed),
        tuple(frame for frame in seen if frame.id not in collapsed),
    )


def _least(column: Floats) -> float:
    """The least number in a column, infinite where there is none."""
    return float(np.fmin.reduce(column, initial=np.inf))


def _sorted(rows: set[int]) -> Ints:
    return np.array(sorted(rows), dtype=np.int64)


def box_of(frame: Frame) -> Floats:
    """Left, top, right and bottom [1, 4] of a frame."""
    rect = frame.rect
    return np.array([[rect.x, rect.y, rect.right, rect.bottom]])


def _shown_bends(route: Route) -> tuple[Point, ...]:
    places = np.clip(np.nan_to_num(np.array(route.points), nan=0.0), -LIMIT, LIMIT)
    return tuple(Point(x, y) for x, y in places.tolist())
