"""Reach: what lies how many links away from some items, and which links join them.

An element counts as its claim. A link that rests on a link joins what starts it with the items at both
ends of that one, and is one step like any other.
"""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Iterator
from typing import TypeAlias

from casedb.model.contents import Contents
from casedb.model.joins import items_at, links_around
from casedb.model.link_types import End
from casedb.model.records import Link, Ref

Walk: TypeAlias = Generator[None, None, dict[str, int]]
"""A walk along links that pauses often; what it returns are the distances."""

PAUSE = 50
"""From so many items a walk goes on before it pauses."""
FEW = 20
"""Links are looked for item by item where there are so many times more links than items."""


def within_steps(
    contents: Contents,
    start_ids: Iterable[str],
    steps: int,
    among: Container[str] | None = None,
) -> dict[str, int]:
    """How many links away from the nearest of some items each item lies that is no further than so
    many steps; the items themselves are at 0. Ids of no item are left out. With `among`, what is not
    in it is neither found nor walked through.

    Whoever goes on step by step asks with one step more: all is found anew in the time of the last step.
    """
    walk = walking(contents, start_ids, steps, among)
    while True:
        try:
            next(walk)
        except StopIteration as end:
            return end.value


def walking(
    contents: Contents,
    start_ids: Iterable[str],
    steps: int,
    among: Container[str] | None = None,
) -> Walk:
    """The same a little at a time; what changes meanwhile is met as it is by then."""
    there = contents.items
    found = {each: 0 for each in start_ids if each in there}
    ring = list(found)
    for step in range(1, steps + 1):
        reached: dict[str, int] = {}
        for n, item_id in enumerate(ring, 1):
            for each in _beside(contents, item_id):
                if each not in found and (among is None or each in among):
                    found[each] = reached[each] = step
            if not n % PAUSE:
                yield
        if not reached:
            break
        ring = list(reached)
    return found


def _beside(contents: Contents, item_id: str) -> Iterator[str]:
    """The items that a link joins with an item, and the item itself, some of them more than once."""
    for link in links_around(contents, item_id):
        for end in (link.start, link.end):
            if end.end is End.ITEM:
                yield end.id
            else:
                yield from items_at(contents, end)


def links_between(contents: Contents, item_ids: Iterable[str]) -> set[str]:
    """The links that join nothing but some items: both ends lie at them, of a link that rests on a link
    both ends of that one too."""
    chosen = set(item_ids)
    links = contents.links
    if FEW * len(chosen) < len(links):
        near = {link.id: link for each in chosen for link in links_around(contents, each)}
        links = near
    return {link.id for link in links.values() if _joins_only(contents, link, chosen)}


def _joins_only(contents: Contents, link: Link, chosen: set[str]) -> bool:
    return _lies_in(contents, link.start, chosen) and _lies_in(contents, link.end, chosen)


def _lies_in(contents: Contents, end: Ref, chosen: set[str]) -> bool:
    if end.end is End.ITEM:
        return end.id in chosen
    items = items_at(contents, end)
    return bool(items) and items <= chosen
