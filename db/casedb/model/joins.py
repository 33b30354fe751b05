"""Which items a link joins: an element stands for its claim, a link for what it joins itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Element, Link, Ref


class Joined(NamedTuple):
    """A link, and the items at which it starts and ends."""

    link: Link
    start: str
    end: str


def links_around(contents: Contents, item_id: str) -> list[Link]:
    """The links at an item and its elements, and those that start or end at such a link, and so on;
    each once."""
    targets = [item_id]
    item = contents.items.get(item_id)
    if item is not None and item.kind == "claim":
        targets += [each.id for each in contents.elements_of(item_id)]
    found: dict[str, Link] = {}
    for target in targets:
        for link in contents.links_at(target):
            if link.id not in found:
                found[link.id] = link
                # What ends at a link is looked for like what ends at the item.
                targets.append(link.id)
    return list(found.values())


def item_at(contents: Contents, end: Ref) -> str | None:
    """The item at an end of a link: of an element its claim, of a link the item whose link it is, that
    is the one at which it starts. None where there is none, as of links that start at each other."""
    passed: set[str] = set()
    while end.end is End.LINK:
        link = contents.get(Link, end.id)
        if link is None or link.id in passed:
            return None
        passed.add(link.id)
        end = link.start
    element = contents.get(Element, end.id) if end.end is End.ELEMENT else None
    return element.claim if element is not None else end.id


def items_at(contents: Contents, end: Ref) -> set[str]:
    """The items at an end of a link: of an element its claim, of a link those at both its ends."""
    found: set[str] = set()
    passed: set[str] = set()
    waiting = [end]
    while waiting:
        here = waiting.pop()
        if here.end is not End.LINK:
            element = contents.get(Element, here.id) if here.end is End.ELEMENT else None
            found.add(element.claim if element is not None else here.id)
            continue
        link = contents.get(Link, here.id)
        if link is not None and link.id not in passed:
            passed.add(link.id)
            waiting += [link.start, link.end]
    return found


def joined_among(contents: Contents, item_ids: Iterable[str]) -> Iterator[Joined]:
    """The links that join two of some items, each once, in order of creation.

    A link to a link joins the item whose link that is.
    """
    chosen = set(item_ids)
    found = {link.id: link for each in chosen for link in links_around(contents, each)}
    for link_id in sorted(found):
        link = found[link_id]
        start, end = item_at(contents, link.start), item_at(contents, link.end)
        if start in chosen and end in chosen and start != end and start and end:
            yield Joined(link, start, end)
