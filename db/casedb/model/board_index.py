"""Boards and what is said of them: which items stand for which board, and how many cards each has.

Few cases ask, so nothing is counted before somebody does; from then on it is kept in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from casedb.model.records import Card, Item, Record, Tables
from casedb.model.references import KINDS_NAMING_BOARDS, boards_named


class BoardIndex:
    """Answers for the records in some tables."""

    def __init__(self, tables: Tables, counts: Mapping[str, int]) -> None:
        """`counts` are the numbers of cards that are known already."""
        self._tables = tables
        self._counts = dict(counts)
        self._naming: dict[str, dict[str, None]] | None = None

    def items_naming(self, board_id: str) -> Iterable[str]:
        """The ids of the items that name a board."""
        if self._naming is None:
            self._naming = {}
            for item in cast("dict[str, Item]", self._tables[Item]).values():
                if item.kind in KINDS_NAMING_BOARDS:
                    self._name(item)
        return self._naming.get(board_id, ())

    def count(self, board_id: str) -> int:
        """How many cards are on a board."""
        if board_id not in self._counts:
            cards = cast("dict[str, Card]", self._tables[Card]).values()
            self._counts[board_id] = sum(card.board == board_id for card in cards)
        return self._counts[board_id]

    def take(self, before: Record | None, after: Record | None) -> None:
        """Follow one edit."""
        if self._counts:
            self._recount(before, -1)
            self._recount(after, 1)
        if self._naming is not None:
            if isinstance(before, Item):
                for board_id in boards_named(before):
                    self._naming.get(board_id, {}).pop(before.id, None)
            if isinstance(after, Item):
                self._name(after)

    def _recount(self, record: Record | None, by: int) -> None:
        if isinstance(record, Card) and record.board in self._counts:
            self._counts[record.board] += by

    def _name(self, item: Item) -> None:
        if self._naming is not None:
            for board_id in boards_named(item):
                self._naming.setdefault(board_id, {})[item.id] = None
