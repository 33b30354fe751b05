"""The links of an item, or on a link, in the order in which board and outline tell of them."""

from __future__ import annotations

from collections.abc import Iterator

from casedb.model.contents import Contents
from casedb.model.link_types import LINK_TYPES
from casedb.model.records import Link

_TURNS = {name: n for n, name in enumerate(LINK_TYPES)}


def links_of(contents: Contents, item_id: str) -> list[tuple[Link, str]]:
    """The links at an item and at the elements of a claim, each with the id that it is met at: those
    that start there first, each sort by type and age."""
    found = {(link.id, at): (link, at) for link, at in _tied(contents, item_id)}
    return sorted(found.values(), key=_turn)


def has_links(contents: Contents, item_id: str) -> bool:
    """Whether an item, or an element of a claim, has any link."""
    return next(_tied(contents, item_id), None) is not None


def links_on(contents: Contents, link_id: str) -> list[tuple[Link, str]]:
    """The links that start or end at a link."""
    return sorted(((link, link_id) for link in contents.links_at(link_id)), key=_turn)


def is_start(link: Link, met_at: str) -> bool:
    """Whether a link starts where it is met."""
    return link.start.id == met_at


def _tied(contents: Contents, item_id: str) -> Iterator[tuple[Link, str]]:
    for target in (item_id, *(each.id for each in contents.elements_of(item_id))):
        for link in contents.links_at(target):
            yield link, target


def _turn(tied: tuple[Link, str]) -> tuple[bool, int, str, str]:
    link, met_at = tied
    return not is_start(link, met_at), _TURNS.get(link.type, len(_TURNS)), link.type, link.id
