"""Other boards: where else what is selected lies, and what it takes to lay it there too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casedb.commands.items import NewId
from casedb.commands.pasting import Pasted, paste
from casedb.model.clip import clip_of
from casedb.model.contents import Contents
from casedb.model.geometry import Point, bounding_rect
from casedb.model.records import Board, Card, Frame

GAP = 96.0
"""How far beside what is on a board something is laid that comes from another."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A board on which some items lie, with their cards there."""

    board: Board
    cards: tuple[str, ...]


def other_boards(contents: Contents, item_ids: Iterable[str], but: str) -> list[Elsewhere]:
    """The boards but one on which any of some items lie, in the order of their tabs."""
    found: dict[str, list[str]] = {}
    for item_id in dict.fromkeys(item_ids):
        for card in contents.cards_of(item_id):
            if card.board != but:
                found.setdefault(card.board, []).append(card.id)
    return [
        Elsewhere(board, tuple(sorted(found[board.id])))
        for board in contents.boards
        if board.id in found
    ]


def lay_on(contents: Contents, new_id: NewId, placed_ids: Iterable[str], board_id: str) -> Pasted:
    """Lay cards and frames on another board as they lie here, beside what is on it.

    Raises InvalidChange where one of them stands for that board.
    """
    clip = clip_of(contents, placed_ids)
    around = bounding_rect(each.rect for each in [*clip.of(Card), *clip.of(Frame)])
    there = contents.extent(board_id)
    at = around.centre if around is not None else Point(0, 0)
    if around is not None and there is not None:
        at = Point(there.right + GAP + around.w / 2, there.y + around.h / 2)
    return paste(contents, new_id, clip, board_id, at)
