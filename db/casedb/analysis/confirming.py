"""Whether what is graded as confirmed by others has the origins that this takes."""

from __future__ import annotations

from casedb.analysis.independence import lines_to
from casedb.model.contents import Contents
from casedb.model.link_types import End, link_type
from casedb.model.records import Item
from casedb.words import say

CONFIRMED = "1"
"""The credibility of what other, independent sources confirm."""
LEAST_FOR_CONFIRMED = 2
"""So many origins are wanted before something is graded as confirmed."""


def doubt_of_confirmed(contents: Contents, item: Item, claim_id: str | None) -> str:
    """What is to be asked where an item is graded as confirmed, for a claim or for what it speaks to.

    Empty where two origins at least speak for a claim that it is graded for.
    """
    claims = (claim_id,) if claim_id is not None else claims_spoken_to(contents, item)
    most = max((len(lines_to(contents, each, 1).roots) for each in claims), default=0)
    if most >= LEAST_FOR_CONFIRMED:
        return ""
    if not most:
        return say(
            "Confirmed by whom? No claim that it speaks to has an origin that speaks for it."
        )
    return say("Confirmed by whom? Only one origin speaks for the claim; grade 1 wants two.")


def claims_spoken_to(contents: Contents, item: Item) -> tuple[str, ...]:
    """The claims that an item speaks for or against, itself or by their elements, each once."""
    found: dict[str, None] = {}
    for link in contents.links_at(item.id):
        if link.start.id != item.id or not link_type(link.type).polarity:
            continue
        if link.end.end is End.ITEM:
            found[link.end.id] = None
        elif link.end.end is End.ELEMENT and link.end.id in contents.elements:
            found[contents.elements[link.end.id].claim] = None
    return tuple(found)
