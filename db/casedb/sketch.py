"""`Sketch`: as much of a board as it takes to draw it from afar, in columns and not in records.

A hundred thousand cards are read as columns in a fraction of the time that their records take. The
n-th value of every column is of the n-th card or link.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from casedb.model.contents import Contents
from casedb.model.kinds.note import NOTE
from casedb.model.link_types import End
from casedb.model.notes import ShownAs, shown_as
from casedb.model.records import Card, Fold, Frame, Item, Route, Scale

COLLAPSED, PINNED, LOCKED, STICKY, PLAIN = 1, 2, 4, 8, 16
"""What the flags of a card are the sum of: its own, and whether what it shows is a note that is shown
as a sticky note or as plain text."""
LOOKS: Mapping[ShownAs, int] = MappingProxyType(
    {ShownAs.CARD: 0, ShownAs.STICKY: STICKY, ShownAs.TEXT: PLAIN}
)
"""The flag of each way in which a note is shown."""


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
        kept = [n for n, each in enumerate(cards.ids) if each not in card_ids]
        left = SketchedCards(
            [cards.ids[n] for n in kept],
            [cards.items[n] for n in kept],
            [cards.kinds[n] for n in kept],
            array("d", [cards.x[n] for n in kept]),
            array("d", [cards.y[n] for n in kept]),
            array("d", [cards.w[n] for n in kept]),
            array("d", [cards.h[n] for n in kept]),
            array(cards.z.typecode, [cards.z[n] for n in kept]),
            array(cards.flags.typecode, [cards.flags[n] for n in kept]),
            [cards.accents[n] for n in kept],
        )
        return replace(self, cards=left)


def sketch_of(contents: Contents, board_id: str) -> Sketch:
    """A board of a case that is in memory."""
    cards, items = contents.cards_on(board_id), contents.items
    links = contents.links.values()
    looks = {each.id: look for each in items.values() if (look := look_of(each))}
    return Sketch(
        board_id,
        SketchedCards(
            [card.id for card in cards],
            [card.item for card in cards],
            [items[card.item].kind for card in cards],
            array("d", [card.x for card in cards]),
            array("d", [card.y for card in cards]),
            array("d", [card.w for card in cards]),
            array("d", [card.h for card in cards]),
            array("q", [card.z for card in cards]),
            array("q", [flags_of(card) + looks.get(card.item, 0) for card in cards]),
            [card.accent for card in cards],
        ),
        SketchedLinks(
            [link.id for link in links],
            [link.type for link in links],
            [link.start.end for link in links],
            [link.start.id for link in links],
            [link.end.end for link in links],
            [link.end.id for link in links],
        ),
        tuple(contents.frames_on(board_id)),
        tuple(contents.routes_on(board_id)),
        {each.id: each.claim for each in contents.elements.values()},
        tuple(contents.folds_on(board_id)),
        tuple(contents.scales_on(board_id)),
    )


def flags_of(card: Card) -> int:
    """Whether a card is collapsed, pinned and locked, as one number."""
    return COLLAPSED * card.collapsed + PINNED * card.pinned + LOCKED * card.locked


def look_of(item: Item) -> int:
    """The flag of how an item is shown."""
    # Most are no notes, and of every card that moves it is asked.
    return LOOKS[shown_as(item)] if item.kind == NOTE.name else 0
