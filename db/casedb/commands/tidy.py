"""Tidying: cards of a board laid out anew, by their links, in time, by kind, or around one of them.

Each takes a board and what is to be tidied: cards, and frames in place of the cards that lie wholly in
them; nothing stands for all cards of the board. Cards move and keep their size. What is locked or
pinned stays, and so does all that was not chosen: the others keep their distance from it, and in columns
from frames that lie near none of them. The tidied cards lie about where they lay, and tidying once
more changes nothing. A collapsed card is given the room that it has when it is open.

Strings that were bent by hand run by themselves again where a card at one of their ends has moved: a bend
is laid for where cards lie. A frame that holds all of the tidied cards and no other is put around them anew, unless it is locked or
would then reach over others. Other frames stay, with the cards that lie in them, and no card comes to
lie in one. Where all that was chosen lies in one frame with others, it is tidied as if there were none.

All of them raise KeyError for what is not there, and InvalidChange for what lies on another board and
where the board has no room.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from casedb.commands.pile import NO_ROOM, as_it_is, gather, place_among
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.joins import joined_among
from casedb.model.layout.layered import layered as in_layers
from casedb.model.layout.packing import pack_columns, pack_grid, pack_shelves
from casedb.model.layout.plan import GAP, WIDE_GAP, Plan, Size, joined
from casedb.model.layout.ranks import Join, connected
from casedb.model.layout.rings import Group, Way, below_all, surround
from casedb.model.layout.room import Room, turned
from casedb.model.layout.settling import flow, put, settle_together
from casedb.model.link_types import link_type
from casedb.model.records import Card
from casedb.words import say

_TALL = 2_400.0
"""A column of one kind is higher than this only where the kinds are large."""


# -- by links ----------------------------------------------------------------------------------


def layered(
    contents: Contents, board_id: str, ids: Iterable[str] = (), *, downwards: bool = False
) -> ChangeSet:
    """Lay cards out by their links, so that these point to the right, or down, and cross little.

    A link to an element leads to its claim, one to a link to the item whose link that is. Types that
    read alike both ways, and links within a circle, may point anywhere. Of an item that is shown more
    than once its oldest card is tied. Cards that hang together lie beside other such groups, those
    without links in a grid at the end. A group with a card that stays is laid around that.
    """
    pile = gather(contents, board_id, ids)
    cards = pile.cards
    turn = turned if downwards else as_it_is
    rects = [turn(card.rect) for card in cards]
    sizes = [Size(rect.w, rect.h) for rect in rects]
    joins, loose = _joins(contents, cards)
    moving = {card.id for card in pile.free}
    rooms = pile.room, pile.solid
    room, solid = (each.turned() for each in rooms) if downwards else rooms
    laid: dict[str, Rect] = {}
    blocks: list[tuple[Plan, list[int]]] = []
    alone: list[int] = []
    for group in connected(len(cards), [*joins, *loose]):
        free = [n for n in group if cards[n].id in moving]
        if len(group) == 1:
            alone += free
            continue
        plan = in_layers([sizes[n] for n in group], _within(group, joins), _within(group, loose))
        fixed = [n for n in group if cards[n].id not in moving]
        if not fixed:
            blocks.append((plan, group))
        elif free:
            anchor = _most_joined(fixed, [*joins, *loose])
            place = plan.places[group.index(anchor)]
            at = Point(rects[anchor].x - place.x, rects[anchor].y - place.y)
            part = plan.only([group.index(n) for n in free])
            settled = flow(part, at, room) or settle_together(part, at, solid)
            if settled is None:
                raise InvalidChange(say(NO_ROOM))
            room, solid = room.with_taken(settled), solid.with_taken(settled)
            laid |= {cards[n].id: turn(rect) for n, rect in zip(free, settled, strict=True)}
    blocks.sort(key=lambda block: (-len(block[1]), block[1]))
    if alone:
        alone.sort(key=lambda n: place_among(contents, cards[n]))
        blocks.append((pack_grid([sizes[n] for n in alone]), alone))
    chosen = [cards[n] for _, group in blocks for n in group]
    laid |= pile.settled(chosen, _on_shelves([plan for plan, _ in blocks]), (room, solid), turn)
    return pile.change(laid, "by their links")


def _on_shelves(plans: Sequence[Plan]) -> Plan:
    """One plan with the boxes of several that stand beside each other, in their order."""
    places = pack_shelves([Size(plan.block.w, plan.block.h) for plan in plans])
    parts: list[tuple[Plan, Sequence[int], Point]] = []
    count = 0
    for plan, place in zip(plans, places, strict=True):
        parts.append((plan, range(count, count + len(plan.sizes)), place))
        count += len(plan.sizes)
    return joined([size for plan in plans for size in plan.sizes], parts)


def _joins(contents: Contents, cards: Sequence[Card]) -> tuple[list[Join], list[Join]]:
    """Which cards are joined, by their numbers: with a direction, and without."""
    number = _numbers(cards)
    joins: list[Join] = []
    loose: list[Join] = []
    for link, start, end in joined_among(contents, number):
        pair = number[start], number[end]
        (loose if link_type(link.type).symmetric else joins).append(pair)
    return joins, loose


def _numbers(cards: Sequence[Card]) -> dict[str, int]:
    """The number of the oldest card of each item."""
    number: dict[str, int] = {}
    for n, card in enumerate(cards):
        number.setdefault(card.item, n)
    return number


def _within(group: Sequence[int], joins: Iterable[Join]) -> list[Join]:
    """The joins within a group, by the numbers in it."""
    number = {node: n for n, node in enumerate(group)}
    return [(number[one], number[other]) for one, other in joins if one in number]


def _most_joined(nodes: Sequence[int], joins: Iterable[Join]) -> int:
    count = dict.fromkeys(nodes, 0)
    for join in joins:
        for node in join:
            if node in count:
                count[node] += 1
    return max(nodes, key=lambda node: (count[node], -node))


# -- by kind -----------------------------------------------------------------------------------


def by_kind(contents: Contents, board_id: str, ids: Iterable[str] = ()) -> ChangeSet:
    """Lay cards out in columns, one kind beside the other in the order in which kinds are offered.

    In a column they follow each other by date, then by title, undated ones last; a kind with many
    cards has several columns.
    """
    pile = gather(contents, board_id, ids)
    keys = {card.id: place_among(contents, card) for card in pile.free}
    cards = sorted(pile.free, key=lambda card: keys[card.id])
    sizes = [Size(card.w, card.h) for card in cards]
    area = sum((size.w + GAP) * (size.h + GAP) for size in sizes)
    tallest = max(_TALL, math.sqrt(area))
    parts: list[tuple[Plan, Sequence[int], Point]] = []
    left = 0.0
    for _, group in groupby(range(len(cards)), key=lambda n: keys[cards[n].id][:2]):
        numbers = list(group)
        plan = pack_columns([sizes[n] for n in numbers], tallest)
        parts.append((plan, numbers, Point(left, 0.0)))
        left += math.ceil(plan.block.w) + WIDE_GAP
    return pile.change(pile.settled(cards, joined(sizes, parts)), "by kind")


# -- around one --------------------------------------------------------------------------------


def around_claim(
    contents: Contents, board_id: str, item_id: str, ids: Iterable[str] = ()
) -> ChangeSet:
    """Lay cards out around a claim, or any other item, whose card stays where it is.

    What supports it stands on the left, what disputes it on the right, what else leads to it above and
    what it leads to below; what is only joined with those stands further out on the same side. What
    hangs together with none of them lies in a grid below all. Of an item that is shown more than once
    its oldest card is tied. Raises InvalidChange where the item has no card on the board.
    """
    pile = gather(contents, board_id, ids)
    cards = pile.cards
    middle = next((n for n, card in enumerate(cards) if card.item == item_id), None)
    if middle is None:
        there = [card for card in pile.others if card.item == item_id]
        if not there:
            raise InvalidChange(say("The item has no card on this board, so nothing was moved."))
        cards, middle = [there[0], *cards], 0
    stay = {cards[middle].id, *(card.id for card in pile.fixed)}
    rings = _rings(contents, cards, middle)
    groups = [
        Group(way, free)
        for way, ring in rings
        if (free := [n for n in ring if cards[n].id not in stay])
    ]
    sizes = [Size(card.w, card.h) for card in cards]
    laid = surround(cards[middle].rect, sizes, groups, pile.solid)
    found = {n for _, ring in rings for n in ring}
    rest = [n for n, card in enumerate(cards) if n not in found and card.id not in stay]
    rest.sort(key=lambda n: place_among(contents, cards[n]))
    if laid is not None and rest:
        laid = _with_rest(laid, rest, cards[middle].rect, sizes, pile.solid)
    if laid is None:
        raise InvalidChange(say(NO_ROOM))
    return pile.change({cards[n].id: rect for n, rect in laid.items()}, "around one of them")


def _with_rest(
    laid: dict[int, Rect], rest: Sequence[int], middle: Rect, sizes: Sequence[Size], room: Room
) -> dict[int, Rect] | None:
    """What lies around the middle, and below all of it the rest; None where the board is full."""
    plan = pack_grid([sizes[n] for n in rest])
    around = [middle, *laid.values()]
    block = below_all(around, plan.block, room.with_taken(around))
    if block is None:
        return None
    return laid | dict(zip(rest, put(plan, Point(block.x, block.y)), strict=True))


def _rings(contents: Contents, cards: Sequence[Card], middle: int) -> list[tuple[Way, list[int]]]:
    """Which cards stand on which side of the one in the middle, the nearest first."""
    number = _numbers(cards)
    # Of the item in the middle that card is tied which stays there.
    number[cards[middle].item] = middle
    near: dict[int, set[int]] = {}
    leaning: dict[int, int] = {}
    leads_here: set[int] = set()
    for link, start, end in joined_among(contents, number):
        one, other = number[start], number[end]
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
        if other == middle:
            leads_here.add(one)
            leaning[one] = leaning.get(one, 0) + link_type(link.type).polarity
    ways: dict[int, Way] = {}
    rings: list[tuple[Way, list[int]]] = []
    ring = sorted(near.get(middle, ()))
    for n in ring:
        lean = leaning.get(n, 0)
        beside = Way.ABOVE if n in leads_here else Way.BELOW
        ways[n] = Way.LEFT if lean > 0 else Way.RIGHT if lean < 0 else beside
    load = Counter(ways.values())
    while ring:
        rings += [(way, [n for n in ring if ways[n] is way]) for way in Way]
        further: dict[int, set[Way]] = {}
        for n in ring:
            for each in sorted(near[n]):
                if each != middle and each not in ways:
                    further.setdefault(each, set()).add(ways[n])
        for n, sides in further.items():
            # Of several sides the one that has least to show.
            ways[n] = min((way for way in Way if way in sides), key=load.__getitem__)
            load[ways[n]] += 1
        ring = list(further)
    return rings
