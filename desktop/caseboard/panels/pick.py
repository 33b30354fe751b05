"""What picking an item in a list selects: its card on the board in front, where it has one."""

from __future__ import annotations

from caseboard.selection import Selected
from casedb.model.contents import Contents


def select_item(contents: Contents, item_id: str, board_id: str) -> Selected:
    """The item's card on that board, or the item itself where it has none there."""
    for card in contents.cards_of(item_id):
        if card.board == board_id:
            return Selected(cards=frozenset({card.id}))
    return Selected(items=frozenset({item_id}))
