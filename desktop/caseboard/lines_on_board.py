"""What of a board stands back while the independent lines to a claim are drawn, and what it lacks of them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from casedb.analysis.traces import Traces
from casedb.model.contents import Contents
from casedb.model.records import Card


class LinesOnBoard(NamedTuple):
    """What stands back, by the ids of cards and collapsed frames, and of links; and how many items of the
    lines have no card on the board, or none that is shown."""

    faded: frozenset[str]
    faded_links: frozenset[str]
    absent: int
    hidden: int

    @classmethod
    def of(
        cls, contents: Contents, board_id: str, traces: Traces, concealed: Set[str]
    ) -> LinesOnBoard:
        """Of a board that does not show some cards."""
        drawn = traces.items
        cards = contents.each_card_on(board_id)
        held = [card for card in cards if card.item in drawn]
        placed = {card.item for card in held}
        shown = {card.item for card in held if card.id not in concealed}
        stacks = {fold.frame for fold in contents.folds_on(board_id)}
        stacks -= {contents.folded_into(card.id) for card in held if card.id not in concealed}
        return cls(
            frozenset(card.id for card in cards if card.item not in drawn) | stacks,
            frozenset(_others(contents, placed, traces)),
            len(drawn - placed),
            len(placed - shown),
        )


def cards_of_line(contents: Contents, board_id: str, traces: Traces, number: int) -> list[str]:
    """The cards on a board of the items of one line, and of the claim it leads to."""
    line = traces.lines[number - 1]
    items = (*line.items, *line.beside, traces.claim)
    return [each.id for item in items for each in _cards_on(contents, board_id, item)]


def _cards_on(contents: Contents, board_id: str, item_id: str) -> Iterator[Card]:
    return (card for card in contents.cards_of(item_id) if card.board == board_id)


def _others(contents: Contents, items: Set[str], traces: Traces) -> Iterator[str]:
    """The links at what is drawn on a board that belong to no line."""
    drawn = traces.links
    for item_id in items:
        for end in (item_id, *(each.id for each in contents.elements_of(item_id))):
            yield from (link.id for link in contents.links_at(end) if link.id not in drawn)
