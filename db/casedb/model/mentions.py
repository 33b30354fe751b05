"""Who speaks for a claim and who against it, by a link of their own to it or to one of its elements."""

from __future__ import annotations

from casedb.model.contents import Contents
from casedb.model.link_types import End, link_type


def mentions_of(contents: Contents, claim_id: str, polarity: int) -> list[str]:
    """The items that a link of such a polarity joins to a claim or one of its elements, each once."""
    found: dict[str, None] = {}
    for target in (claim_id, *(each.id for each in contents.elements_of(claim_id))):
        for link in contents.links_at(target):
            start = link.start
            if (
                link.end.id == target
                and start.end is End.ITEM
                and start.id != claim_id
                and link_type(link.type).polarity == polarity
            ):
                found[start.id] = None
    return list(found)
