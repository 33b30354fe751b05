"""`BoardMap`: a board as it looks from so far away that a card of another board can show it."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.contents import Contents
from casedb.model.geometry import Rect, bounding_rect
from casedb.model.kinds import kind_of
from casedb.model.records import Item

MOST_MAPPED = 600
"""Cards that a map shows; of more, every so manieth stands for those around it."""


@dataclass(frozen=True, slots=True)
class BoardMap:
    """Where things lie on a board, in its units; `extent` is around all of them, None for nothing.

    `cards` are each with the token of its colour, lowest first as far as they were looked at.
    """

    extent: Rect | None
    frames: tuple[Rect, ...]
    cards: tuple[tuple[Rect, str], ...]


def map_of(contents: Contents, board_id: str) -> BoardMap:
    """The map of a board; what is folded into a frame is not on it."""
    there = contents.each_card_on(board_id)
    chosen = there[:: max(1, -(-len(there) // MOST_MAPPED))]
    cards = sorted(
        (card for card in chosen if contents.folded_into(card.id) is None),
        key=lambda card: (card.z, card.id),
    )
    frames = [
        frame.rect
        for frame in contents.frames_on(board_id)[:MOST_MAPPED]
        if contents.folded_into(frame.id) is None
    ]
    shown = tuple((card.shown, card.accent or _accent(contents, card.item)) for card in cards)
    extent = bounding_rect([*frames, *(rect for rect, _ in shown)])
    return BoardMap(extent, tuple(frames), shown)


def _accent(contents: Contents, item_id: str) -> str:
    # Of a case that is on its way not every item has been read.
    item = contents.get(Item, item_id)
    return kind_of(item.kind).accent if item is not None else "tx3"
