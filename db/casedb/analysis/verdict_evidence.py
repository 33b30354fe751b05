"""What speaks to a claim and can be cited by a verdict on it: items for and against, each with its links."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.contents import Contents
from casedb.model.link_types import End, Group, link_type
from casedb.model.records import Item, Link, Ref


@dataclass(frozen=True, slots=True)
class Spoken:
    """An item that speaks to a claim: for it (1), against it (-1), or in another way (0), by the ids of
    the links that it does so by."""

    item: str
    polarity: int
    links: tuple[str, ...]


def evidence_of(contents: Contents, claim_id: str) -> tuple[Spoken, ...]:
    """Everything that speaks to a claim or its elements, or attacks what does: first what is for it."""
    found: dict[tuple[int, str], dict[str, None]] = {}
    for target in (claim_id, *(each.id for each in contents.elements_of(claim_id))):
        for link in contents.links_at(target):
            of = link_type(link.type)
            if of.group is not Group.INFERENCE or not (of.symmetric or link.end.id == target):
                continue
            _add(found, claim_id, link.start if link.end.id == target else link.end, link)
            for attack in contents.links_at(link.id):
                if attack.end == Ref.link(link.id):
                    _add(found, claim_id, attack.start, attack)
    order = {1: 0, -1: 1, 0: 2}
    return tuple(
        Spoken(item, polarity, tuple(links))
        for (polarity, item), links in sorted(
            found.items(), key=lambda each: (order[each[0][0]], _date_key(contents, each[0][1]))
        )
    )


def cited_besides(contents: Contents, claim_id: str, cites: frozenset[str]) -> tuple[str, ...]:
    """The items and links among others' ids that are in the case, and speak to the claim no more."""
    spoken = evidence_of(contents, claim_id)
    there = {each.item for each in spoken} | {link for each in spoken for link in each.links}
    held = (each for each in cites - there if contents.get(Item, each) or contents.get(Link, each))
    return tuple(sorted(held))


def _add(
    found: dict[tuple[int, str], dict[str, None]], claim_id: str, other: Ref, link: Link
) -> None:
    if other.end is not End.ITEM or other.id == claim_id:
        return
    polarity = link_type(link.type).polarity if link.end.end is not End.LINK else 0
    found.setdefault((polarity, other.id), {})[link.id] = None


def _date_key(contents: Contents, item_id: str) -> tuple[str, str]:
    item = contents.get(Item, item_id)
    return (item.values.text("exhibit") if item is not None else "", item_id)
