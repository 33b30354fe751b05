"""How many origins stand behind what is said for a claim: a plain count, for a warning and no more.

An item that was derived from others stands on these, and theirs; those that rest on nothing else are
origins. Items of one origin group are one origin, and so are items of one owner, and a joint statement
is one, however many have signed it. Items that rest on one another in a ring are one origin.
"""

from __future__ import annotations

from casedb.model.assessments import source_ids
from casedb.model.contents import Contents
from casedb.model.link_types import End, link_type
from casedb.model.owners import topmost
from casedb.model.records import Item, Source
from casedb.words import say

CONFIRMED = "1"
"""The credibility of what other, independent sources confirm."""
LEAST_FOR_CONFIRMED = 2
"""So many origins are wanted before something is graded as confirmed."""


def origins_of_claim(contents: Contents, claim_id: str) -> frozenset[str]:
    """The origins of all that speaks for a claim or one of its elements."""
    targets = (claim_id, *(each.id for each in contents.elements_of(claim_id)))
    speaking = {
        link.start.id
        for target in targets
        for link in contents.links_at(target)
        if link.end.id == target
        and link.start.end is End.ITEM
        and link_type(link.type).polarity > 0
    }
    found: set[str] = set()
    for item_id in speaking:
        found |= origins_of_item(contents, item_id)
    return frozenset(found)


def origins_of_item(contents: Contents, item_id: str) -> frozenset[str]:
    """The origins that one item stands on in the end."""
    reached, ends = {item_id}, set[str]()
    waiting = [item_id]
    while waiting:
        at = waiting.pop()
        above = _derived_from(contents, at)
        if not above:
            ends.add(at)
        for each in above:
            if each not in reached:
                reached.add(each)
                waiting.append(each)
    # Where all of them rest on one another there is no end: they are one.
    ends = ends or {min(reached)}
    return frozenset(_origin(contents, each) for each in ends)


def _derived_from(contents: Contents, item_id: str) -> list[str]:
    return [
        link.end.id
        for link in contents.links_at(item_id)
        if link.type == "derived_from" and link.start.id == item_id and link.end.id != item_id
    ]


def _origin(contents: Contents, item_id: str) -> str:
    item = contents.items[item_id]
    group = item.values.text("origin_group").strip()
    if group:
        return f"group {group.casefold()}"
    if item.values.get("joint") is True:
        return f"item {item_id}"
    sources = (contents.get(Source, each) for each in source_ids(item))
    first = next((each for each in sources if each is not None), None)
    return f"source {topmost(contents, first).id}" if first is not None else f"item {item_id}"


def doubt_of_confirmed(contents: Contents, item: Item, claim_id: str | None) -> str:
    """What is to be asked where an item is graded as confirmed, for a claim or for what it speaks to.

    Empty where two origins at least speak for a claim that it is graded for.
    """
    claims = (claim_id,) if claim_id is not None else claims_spoken_to(contents, item)
    most = max((len(origins_of_claim(contents, each)) for each in claims), default=0)
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
