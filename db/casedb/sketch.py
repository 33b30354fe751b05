"""`Sketch`: as much of a board as it takes to draw it from afar, in columns and not in records.

A hundred thousand cards are read as columns in a fraction of the time that their records take. The
n-th value of every column is of the n-th card or link.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import compress
from types import MappingProxyType
from typing import TypeAlias

from casedb.model.contents import Contents
from casedb.model.kinds.note import NOTE
from casedb.model.link_types import End
from casedb.model.notes import ShownAs, shown_as
from casedb.model.records import Card, Fold, Frame, Item, Link, Route, Scale

COLLAPSED, PINNED, LOCKED, STICKY, PLAIN = 1, 2, 4, 8, 16
"""What the flags of a card are the sum of: its own, and whether what it shows is a note that is shown
as a sticky note or as plain text."""
LOOKS: Mapping[ShownAs, int] = MappingProxyType(
    {ShownAs.CARD: 0, ShownAs.STICKY: STICKY, ShownAs.TEXT: PLAIN}
)
"""The flag of each way in which a note is shown."""
AT_ONCE = 5000
"""Cards and links that are gone through without a pause."""


@dataclass(frozen=True, slots=True)
class SketchedCards:
    """The cards of a board, lowest first; places and sizes in board units.

    `items` are the ids of what they show, `kinds` the kinds of that.
    """

    ids: Sequence[str]
    items: Sequence[str]
    kinds: Sequence[str]
    x: array[float]
    y: array[float]
    w: array[float]
    h: array[float]
    z: array[int]
    flags: array[int]
    accents: Sequence[str]


@dataclass(frozen=True, slots=True)
class SketchedLinks:
    """Every link of the case, whichever boards it shows on, in order of creation.

    A link runs from the `start_ends` (what sort of thing) that is called `starts` (its id) to the
    `end_ends` that is called `ends`.
    """

    ids: Sequence[str]
    types: Sequence[str]
    start_ends: Sequence[End]
    starts: Sequence[str]
    end_ends: Sequence[End]
    ends: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sketch:
    """One board: its cards, all links, and whatever else is on it as the case will give it.

    `claims` are the ids of the claims that elements belong to, by the ids of the elements.
    """

    board_id: str
    cards: SketchedCards
    links: SketchedLinks
    frames: tuple[Frame, ...]
    routes: tuple[Route, ...]
    claims: Mapping[str, str]
    folds: tuple[Fold, ...] = ()
    scales: tuple[Scale, ...] = ()

    def without(self, card_ids: Set[str]) -> Sketch:
        """The same board without some of its cards."""
        if not card_ids:
            return self
        cards = self.cards
        kept = [each not in card_ids for each in cards.ids]
        left = SketchedCards(
            list(compress(cards.ids, kept)),
            list(compress(cards.items, kept)),
            list(compress(cards.kinds, kept)),
            array("d", compress(cards.x, kept)),
            array("d", compress(cards.y, kept)),
            array("d", compress(cards.w, kept)),
            array("d", compress(cards.h, kept)),
            array(cards.z.typecode, compress(cards.z, kept)),
            array(cards.flags.typecode, compress(cards.flags, kept)),
            list(compress(cards.accents, kept)),
        )
        return replace(self, cards=left)


Sketching: TypeAlias = Generator[None, None, Sketch]
"""The making of a sketch, which pauses often."""


def sketch_of(contents: Contents, board_id: str) -> Sketch:
    """A board of a case that is in memory."""
    making = _sketching(contents, board_id, contents.cards_on(board_id))
    while True:
        try:
            next(making)
        except StopIteration as end:
            return end.value


def sketching(contents: Contents, board_id: str, without: Set[str]) -> Sketching:
    """The same a little at a time, without some cards, and with the others in no order. The case must
    not change meanwhile."""
    cards = contents.each_card_on(board_id)
    yield
    return (yield from _sketching(contents, board_id, cards, without))


def _sketching(
    contents: Contents, board_id: str, cards: Sequence[Card], without: Set[str] = frozenset()
) -> Sketching:
    return Sketch(
        board_id,
        (yield from _sketching_cards(contents, cards, without)),
        (yield from _sketching_links(list(contents.links.values()))),
        tuple(contents.frames_on(board_id)),
        tuple(contents.routes_on(board_id)),
        {each.id: each.claim for each in contents.elements.values()},
        tuple(contents.folds_on(board_id)),
        tuple(contents.scales_on(board_id)),
    )


def _sketching_cards(
    contents: Contents, cards: Sequence[Card], without: Set[str]
) -> Generator[None, None, SketchedCards]:
    ids, items, kinds, accents = list[str](), list[str](), list[str](), list[str]()
    x, y, w, h = (array("d") for _ in range(4))
    z, flags = array("q"), array("q")
    for first in range(0, len(cards), AT_ONCE):
        some = [card for card in cards[first : first + AT_ONCE] if card.id not in without]
        shown = [contents.items[card.item] for card in some]
        ids += [card.id for card in some]
        items += [item.id for item in shown]
        kinds += [item.kind for item in shown]
        accents += [card.accent for card in some]
        x.extend([card.x for card in some])
        y.extend([card.y for card in some])
        w.extend([card.w for card in some])
        h.extend([card.h for card in some])
        z.extend([card.z for card in some])
        flags.extend(
            [flags_of(card) | look_of(item) for card, item in zip(some, shown, strict=True)]
        )
        yield
    return SketchedCards(ids, items, kinds, x, y, w, h, z, flags, accents)


def _sketching_links(links: Sequence[Link]) -> Generator[None, None, SketchedLinks]:
    ids, types = list[str](), list[str]()
    start_ends, starts, end_ends, ends = list[End](), list[str](), list[End](), list[str]()
    for first in range(0, len(links), AT_ONCE):
        some = links[first : first + AT_ONCE]
        ids += [link.id for link in some]
        types += [link.type for link in some]
        start_ends += [link.start.end for link in some]
        starts += [link.start.id for link in some]
        end_ends += [link.end.end for link in some]
        ends += [link.end.id for link in some]
        yield
    return SketchedLinks(ids, types, start_ends, starts, end_ends, ends)


def flags_of(card: Card) -> int:
    """Whether a card is collapsed, pinned and locked, as one number."""
    return COLLAPSED * card.collapsed + PINNED * card.pinned + LOCKED * card.locked


def look_of(item: Item) -> int:
    """The flag of how an item is shown."""
    # Most are no notes, and of every card that moves it is asked.
    return LOOKS[shown_as(item)] if item.kind == NOTE.name else 0
