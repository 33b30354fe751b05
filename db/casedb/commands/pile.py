"""`Pile`: the cards that are being tidied, what stays around them, and the change that comes of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from casedb.commands.cards import frame_around, set_rects
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.geometry import Rect, bounding_rect
from casedb.model.item_dates import telling_date
from casedb.model.joins import items_at
from casedb.model.kinds import KINDS
from casedb.model.layout.plan import Plan
from casedb.model.layout.room import Room, lies_on_board
from casedb.model.layout.settling import place_of, settle, settle_together
from casedb.model.records import Card, Frame, Ref
from casedb.model.search_text import fold
from casedb.words import say, term

NO_ROOM = term("The board has no room for them, so nothing was moved.")
ALL_FRAMED = term(
    "All of these cards lie in frames, which keep them. Select one frame, or cards in one frame, to "
    "tidy what is in it; nothing was moved."
)
UNDATED = (math.inf, math.inf)
_RANKS: Mapping[str, int] = {name: n for n, name in enumerate(KINDS)}

Place: TypeAlias = tuple[int, str, tuple[float, float], str, str]
"""The place of a card among others: the rank and name of its kind, its date, its title and its id."""


def place_among(contents: Contents, card: Card) -> Place:
    """The place of a card among others, by kind, date and title, undated ones last."""
    item = contents.items[card.item]
    date = telling_date(item)
    when = date.sort_key if date is not None else UNDATED
    return _RANKS.get(item.kind, len(_RANKS)), item.kind, when, fold(item.title), card.id


def as_it_is(rect: Rect) -> Rect:
    """The rectangle itself."""
    return rect


@dataclass(frozen=True, slots=True)
class Pile:
    """The cards of a board that are to be tidied, in order of creation.

    `free` are those that may move, `fixed` those that are locked or pinned, `others` the cards of the
    board that are not tidied. `solid` is what is taken by cards that stay and by frames that keep theirs,
    `room` also by frames near none of the cards: what comes to lie there would be taken along with them.
    """

    contents: Contents
    board_id: str
    free: tuple[Card, ...]
    fixed: tuple[Card, ...]
    others: tuple[Card, ...]
    solid: Room
    room: Room

    @property
    def cards(self) -> list[Card]:
        """All that were chosen, in order of creation."""
        return sorted((*self.free, *self.fixed), key=lambda card: card.id)

    def settled(
        self,
        cards: Sequence[Card],
        plan: Plan,
        rooms: tuple[Room, Room] | None = None,
        turn: Callable[[Rect], Rect] = as_it_is,
    ) -> dict[str, Rect]:
        """Where cards come to lie by a plan that has a box for each of them, by id.

        `rooms` are `room` and `solid` with whatever else is taken; `turn` makes rectangles of the board
        such as the plan and the rooms know, and back. Raises InvalidChange where the board has no room.
        """
        room, solid = rooms or (self.room, self.solid)
        now = [turn(card.rect) for card in cards]
        laid = settle(plan, now, room, solid)
        if laid and not self._may_be_framed(_by_id(cards, map(turn, laid))):
            block = turn(frame_around(turn(plan.block)))
            laid = settle_together(plan, place_of(plan, now), solid, block)
        if laid is None:
            raise InvalidChange(say(NO_ROOM))
        return _by_id(cards, map(turn, laid))

    def _may_be_framed(self, moved: Mapping[str, Rect]) -> bool:
        """Whether no frame is to be put around them, or one would reach over no other card."""
        chosen = (*self.free, *self.fixed)
        if not self._frames_holding([chosen], moved):
            return True
        around = bounding_rect(moved.get(card.id, card.rect) for card in chosen)
        return around is None or self._is_clear(frame_around(around))

    def _is_clear(self, area: Rect) -> bool:
        return lies_on_board(area) and not any(area.overlaps(card.rect) for card in self.others)

    def change(
        self,
        moved: Mapping[str, Rect],
        how: str,
        fit: Rect | None = None,
        held: Iterable[Card] = (),
    ) -> ChangeSet:
        """The change that lays cards elsewhere, by id, and fits the frame that holds them all.

        `how` ends its label. `fit` is where that frame has to lie, around all of them where nothing
        is said, and `held` are cards of which it may hold all and no other as well.
        """
        rects = dict(moved)
        chosen = (*self.free, *self.fixed)
        laid = bounding_rect(rects.get(card.id, card.rect) for card in chosen)
        fit = fit or (frame_around(laid) if laid is not None else None)
        for frame in self._frames_holding([chosen, tuple(held)], moved):
            if fit is None or not self._is_clear(fit):
                break
            rects[frame.id] = fit
            # One that holds another frame lies around that.
            fit = frame_around(fit)
        label = f"{counted('Tidy', len(self.free), 'card')} {how}"
        laid_anew = set_rects(self.contents, rects).edits
        return ChangeSet(label, (*laid_anew, *self._straightened(laid_anew)))

    def _straightened(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The bends that go as a card at an end of their string moves."""
        moved = {edit.after.item for edit in edits if isinstance(edit.after, Card)}
        for route in self.contents.routes_on(self.board_id) if moved else ():
            if not moved.isdisjoint(items_at(self.contents, Ref.link(route.link))):
                yield Edit(route, None)

    def _frames_holding(
        self, groups: Sequence[tuple[Card, ...]], moved: Mapping[str, Rect]
    ) -> list[Frame]:
        """The frames that hold one of some groups of cards and no other card, before these move or
        afterwards; the smallest first."""
        there = (*self.free, *self.fixed, *self.others)
        found: dict[str, Frame] = {}
        for rects in (dict[str, Rect](), moved):
            lying = [rects.get(card.id, card.rect) for card in there]
            for group in filter(None, groups):
                around = bounding_rect(rects.get(card.id, card.rect) for card in group)
                for frame in self.contents.frames_on(self.board_id):
                    if around is None or frame.locked or not frame.rect.contains(around):
                        continue
                    if self.contents.fold_of(frame.id) or self.contents.folded_into(frame.id):
                        continue
                    if sum(map(frame.rect.contains, lying)) == len(group):
                        found[frame.id] = frame
        return sorted(found.values(), key=lambda frame: (frame.w * frame.h, -frame.z, frame.id))


def _by_id(cards: Sequence[Card], rects: Iterable[Rect]) -> dict[str, Rect]:
    return {card.id: rect for card, rect in zip(cards, rects, strict=True)}


def gather(
    contents: Contents, board_id: str, ids: Iterable[str], *, keeps_frames: bool = True
) -> Pile:
    """The cards of a board by their ids, and by those of frames all that lies wholly in them; all
    cards of the board for no ids.

    Where `keeps_frames`, cards that lie in a frame are left there, unless all that was chosen lies in it.
    What is folded into a collapsed frame is no card of the board here, and the collapsed frame stays.
    Raises KeyError for what is not there, and InvalidChange for what lies on another board and where
    nothing is left to tidy.
    """
    contents.board(board_id)
    folded = {member for fold in contents.folds_on(board_id) for member in fold.members}
    seen = (card for card in contents.each_card_on(board_id) if card.id not in folded)
    there = sorted(seen, key=lambda card: card.id)
    chosen = _chosen(contents, board_id, there, ids)
    shown = [frame for frame in contents.frames_on(board_id) if frame.id not in folded]
    open_frames = [frame for frame in shown if contents.fold_of(frame.id) is None]
    keeping = _keeping(open_frames, there, chosen) if keeps_frames else {}
    if chosen:
        chosen = chosen.difference(*keeping.values())
        if not chosen:
            raise InvalidChange(say(ALL_FRAMED))
    cards = [card for card in there if card.id in chosen]
    fixed = tuple(card for card in cards if card.locked or card.pinned)
    others = tuple(card for card in there if card.id not in chosen)
    free = tuple(card for card in cards if not card.locked and not card.pinned)
    stacks = [frame.rect for frame in shown if contents.fold_of(frame.id) is not None]
    solid = Room([*(card.rect for card in (*fixed, *others)), *stacks, *keeping])
    tidied = Room(card.rect for card in cards)
    frames = [frame.rect for frame in shown if tidied.is_free(frame.rect)]
    room = solid.with_taken(frames) if frames else solid
    return Pile(contents, board_id, free, fixed, others, solid, room)


def _keeping(
    frames: Iterable[Frame], there: Sequence[Card], chosen: Set[str]
) -> dict[Rect, set[str]]:
    """Where the frames lie that do not hold all that was chosen, with the cards in them."""
    found: dict[Rect, set[str]] = {}
    for frame in frames:
        inside = {card.id for card in there if frame.rect.contains(card.rect)}
        if not chosen <= inside:
            found[frame.rect] = inside
    return found


def _chosen(
    contents: Contents, board_id: str, there: Sequence[Card], ids: Iterable[str]
) -> set[str]:
    chosen: set[str] = set()
    named = list(ids)
    for each in named:
        placed = contents.get(Card, each) or contents.frames[each]
        if placed.board != board_id:
            raise InvalidChange(
                say("What lies on another board was not tidied, so nothing was moved.")
            )
        if isinstance(placed, Card):
            chosen.add(each)
        else:
            area = placed.rect
            chosen.update(card.id for card in there if area.contains(card.rect))
    return chosen if named else {card.id for card in there}
