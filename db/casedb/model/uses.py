"""`Uses`: where an item is used: its cards, its links, what names it, and what cites it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casedb.model.assessments import VerdictBody
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Card, Item, Link, Source
from casedb.model.references import references_of


@dataclass(frozen=True, slots=True)
class Uses:
    """Where an item is used.

    `cards` by the ids of their boards, in the order of the tabs; `links` at the item and, of a claim, at
    its elements, in order of creation; `named_by` the items and sources whose fields name it, each with
    the names of those fields; `cited_by` the judgements that rest on it, oldest first; `judged_for` the
    judgements of others that were made for it as a claim, oldest first.
    """

    cards: Mapping[str, tuple[Card, ...]]
    links: tuple[Link, ...]
    named_by: tuple[tuple[Item | Source, tuple[str, ...]], ...]
    cited_by: tuple[Assessment, ...]
    judged_for: tuple[Assessment, ...]

    def __bool__(self) -> bool:
        """Whether it is used anywhere."""
        return bool(self.cards or self.links or self.named_by or self.cited_by or self.judged_for)


def where_used(contents: Contents, item_id: str) -> Uses:
    """Where an item is used. Raises KeyError."""
    item = contents.items[item_id]
    cards: dict[str, tuple[Card, ...]] = {}
    placed = sorted(contents.cards_of(item_id), key=lambda card: card.id)
    for board in contents.boards:
        on_board = tuple(card for card in placed if card.board == board.id)
        if on_board:
            cards[board.id] = on_board
    ends = [item_id]
    if item.kind == "claim":
        ends += [each.id for each in contents.elements_of(item_id)]
    links = {link.id: link for end in ends for link in contents.links_at(end)}
    cites = [each for each in contents.assessments.values() if _cites(each, item_id)]
    return Uses(
        cards,
        tuple(links[each] for each in sorted(links)),
        tuple(
            (owner, tuple(name for name, _, named in references_of(owner) if named == item_id))
            for owner in contents.referrers(item_id)
        ),
        tuple(sorted(cites, key=lambda each: (each.at, each.id))),
        tuple(each for each in contents.assessments_for(item_id) if each.subject != item_id),
    )


def _cites(assessment: Assessment, item_id: str) -> bool:
    # Most judgements cite nothing, and a look for that is quick.
    if assessment.values.get("cites") is None:
        return False
    return any(each.id == item_id for each in VerdictBody.from_values(assessment.values).cites)
