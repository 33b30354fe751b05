"""Boards on boards: cards that stand for another board and lead there."""

from __future__ import annotations

from collections.abc import Iterable

from casedb.commands.cards import place
from casedb.commands.items import NewId, add_item
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.kinds.board_card import BOARD_CARD
from casedb.model.records import Item
from casedb.model.references import boards_named
from casedb.words import say, term

ON_ITSELF = term("A board cannot be put on itself, so nothing was placed.")


def refuse_itself(board_id: str, items: Iterable[Item]) -> None:
    """Raise InvalidChange where one of some items that are to be placed stands for that very board."""
    if any(board_id in boards_named(item) for item in items):
        raise InvalidChange(say(ON_ITSELF))


def place_board(
    contents: Contents, new_id: NewId, board_id: str, shown_id: str, rect: Rect, accent: str = ""
) -> ChangeSet:
    """Place a board on another one, on top of what is there.

    A board that stands on some board already is the same item here. Boards may lead to each other,
    but none to itself: raises InvalidChange for that, and KeyError where one of them is not there.
    """
    shown = contents.board(shown_id)
    if contents.board(board_id) == shown:
        raise InvalidChange(say(ON_ITSELF))
    there = [each for each in contents.items_for_board(shown.id) if each.kind == BOARD_CARD.name]
    added: tuple[Edit, ...] = ()
    if there:
        item_id = min(each.id for each in there)
    else:
        added = add_item(contents, new_id, BOARD_CARD.name, {"board": shown.id}).edits
        item_id = next(edit.record.id for edit in added if isinstance(edit.record, Item))
    placed = place(contents, new_id, board_id, item_id, rect, accent)
    return ChangeSet("Place board", (*added, *placed.edits))
