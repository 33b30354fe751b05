"""`Holders`: which files an item takes that are dropped on its card, and what else comes of a drop."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from caseboard import dropping
from caseboard.bridge import CaseBridge
from caseboard.panels.wording import item_title
from casedb.model.kinds import is_known
from casedb.model.notes import ShownAs, shown_as
from casedb.model.records import Card, Item

SHORT = 40
"""Signs of a title that are shown where files are dragged over a card."""


class Holders:
    """What would become of what is dragged over the boards of a case."""

    def __init__(self, bridge: CaseBridge) -> None:
        self._bridge = bridge

    def cards_of(self, mime: QMimeData) -> int:
        """How many cards would come of it."""
        return dropping.cards_of(mime)

    def files_of(self, mime: QMimeData) -> int:
        """How many files there are in it that an item could take; another case alone is none."""
        return dropping.files_of(mime)

    def holder(self, card_id: str) -> str:
        """What the item of a card is called that takes files; empty where it takes none."""
        item = self.item(card_id)
        if item is None:
            return ""
        title = item_title(item)
        return title if len(title) <= SHORT else f"{title[: SHORT - 1]}…"

    def item(self, card_id: str) -> Item | None:
        """The item of a card that takes files: its card shows them, which words on a board and cards
        that stand for boards do not."""
        contents = self._bridge.contents
        card = contents.get(Card, card_id)
        item = contents.get(Item, card.item) if card is not None else None
        if item is None or not is_known(item.kind) or item.kind == "board_card":
            return None
        return item if shown_as(item) is ShownAs.CARD else None
