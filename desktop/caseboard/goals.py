"""Where a record is to be seen: on which board, and as what it is selected there."""

from __future__ import annotations

from dataclasses import dataclass

from caseboard.selection import Selected
from casedb.model.contents import Contents
from casedb.model.records import Element, Item, Link, Ref, Source


@dataclass(frozen=True, slots=True)
class Goal:
    """A board (empty for none: the record is nowhere on one) and what to select."""

    board: str
    selected: Selected


def goal_of(contents: Contents, record_id: str, board_in_front: str) -> Goal | None:
    """Where to see an item, the claim of an element, a link or a source; None for anything else.

    An item in a collapsed frame is to be seen as that frame.
    The board in front is kept where the record is on it; otherwise the first that shows it.
    """
    element = contents.get(Element, record_id)
    item = contents.get(Item, element.claim if element is not None else record_id)
    if item is not None:
        shown = contents.cards_of(item.id)
        # Rather where it can be seen than in a collapsed frame.
        ranked = sorted(
            shown,
            key=lambda each: (
                each.board != board_in_front,
                contents.folded_into(each.id) is not None,
            ),
        )
        card = next(iter(ranked), None)
        if card is None:
            return Goal("", Selected(items=frozenset({item.id})))
        stack = contents.folded_into(card.id)
        if stack is not None:
            return Goal(card.board, Selected(frames=frozenset({stack})))
        return Goal(card.board, Selected(cards=frozenset({card.id})))
    if contents.get(Link, record_id) is not None:
        there = contents.boards_showing(Ref.link(record_id))
        boards = [board_in_front, *(board.id for board in contents.boards)]
        board = next((each for each in boards if each in there), "")
        return Goal(board, Selected(links=frozenset({record_id})))
    if contents.get(Source, record_id) is not None:
        return Goal("", Selected(sources=frozenset({record_id})))
    return None
