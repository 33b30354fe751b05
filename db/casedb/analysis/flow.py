"""Where what is said of a claim comes from: the items behind it, and which of them are one origin.

Information flows from an item to those that are derived from it. Items that stand on nothing else are
roots; items that rest on one another in a ring, with nothing else behind them, are one.

A report that quotes, reprints, translates or summarises others says of a claim what those of them say
that speak to it themselves; where there are such, the others carry nothing: a report of two statements
about one strike is no new line because it also recalls a resolution of years ago.
"""

from __future__ import annotations

from collections.abc import (
    Callable,
    Collection,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass

from casedb.model.assessments import source_ids
from casedb.model.contents import Contents
from casedb.model.owners import owners_of, topmost
from casedb.model.records import Item, Link, Source

UNCERTAIN = frozenset({"tentative", "unconfirmed"})
"""Certainties of a link with which two items are perhaps the same, and perhaps not."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Some items and all that they are derived from, in the end.

    `behind` are the items that each is derived from, but for such as are set aside; `rings` items that
    rest on one another, each ring in the order of their ids; `starts` those that nothing but their own
    ring stands behind. What stands on something that is set aside is none.
    """

    behind: Mapping[str, tuple[str, ...]]
    rings: tuple[tuple[str, ...], ...]
    starts: tuple[str, ...]

    @classmethod
    def to(
        cls, contents: Contents, mentions: Collection[str], aside: Container[str] = frozenset()
    ) -> Flow:
        """The flow to what speaks to a claim; items that are set `aside` let nothing through."""
        behind: dict[str, tuple[str, ...]] = {}
        cut: set[str] = set()
        waiting = [each for each in mentions if each in contents.items and each not in aside]
        # Asked of every item whether it is among them: in a list that would take the square of their number.
        spoken = frozenset(mentions)
        while waiting:
            item_id = waiting.pop()
            if item_id in behind:
                continue
            above = carrying(contents, item_id, spoken)
            behind[item_id] = tuple(each for each in above if each not in aside)
            if behind[item_id] != above:
                cut.add(item_id)
            waiting += behind[item_id]
        rings: list[tuple[str, ...]] = []
        starts: set[str] = set()
        for found in _components(behind):
            if len(found) > 1:
                rings.append(tuple(sorted(found)))
            above = {other for each in found for other in behind[each]}
            if above <= set(found) and cut.isdisjoint(found):
                starts.update(found)
        return cls(behind, tuple(sorted(rings)), tuple(each for each in behind if each in starts))


def _components(behind: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """The strong components of a flow (Tarjan), without recursion: chains may be long."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    standing: set[str] = set()
    for start in behind:
        if start in order:
            continue
        walk = [(start, iter(behind[start]))]
        order[start] = lowest[start] = len(order)
        stack.append(start)
        standing.add(start)
        while walk:
            at, ways = walk[-1]
            for other in ways:
                if other not in order:
                    order[other] = lowest[other] = len(order)
                    stack.append(other)
                    standing.add(other)
                    walk.append((other, iter(behind[other])))
                    break
                if other in standing:
                    lowest[at] = min(lowest[at], order[other])
            else:
                walk.pop()
                if walk:
                    before = walk[-1][0]
                    lowest[before] = min(lowest[before], lowest[at])
                if lowest[at] == order[at]:
                    found: list[str] = []
                    while not found or found[-1] != at:
                        found.append(stack.pop())
                    standing.difference_update(found)
                    yield found


_REPORTED = frozenset({"quotes", "reprints", "translates", "summarises", "screenshots", "crops"})
"""Ways of being derived in which an item says what another has said, and nothing of its own."""


def carrying(contents: Contents, item_id: str, mentions: Collection[str]) -> tuple[str, ...]:
    """The items that what one item says of a claim comes from, where `mentions` speak to that claim."""
    links = list(_derivations(contents, item_id))
    reported = {each.end.id for each in links if each.values.text("derivation") in _REPORTED}
    is_told = bool(reported) and not reported.isdisjoint(mentions)
    silent = reported.difference(mentions) if is_told else ()
    return tuple(dict.fromkeys(each.end.id for each in links if each.end.id not in silent))


def voices(
    contents: Contents,
    items: Iterable[str],
    mentions: Collection[str],
    is_one: Callable[[Item], bool],
) -> tuple[str, ...]:
    """Those of one sort from whom some items have all that they say of a claim, of which `mentions` speak:
    they are of that sort themselves, or only report such as are. Empty where anybody else speaks."""
    starts: frozenset[str] | None = None
    found, seen = set[str](), set[str]()
    waiting = list(items)
    while waiting:
        item_id = waiting.pop()
        if item_id in seen or item_id not in contents.items:
            continue
        seen.add(item_id)
        if is_one(contents.items[item_id]):
            found.add(item_id)
            continue
        behind = carrying(contents, item_id, mentions)
        if not behind or not _only_reports(contents, item_id, behind):
            return ()
        if starts is None:
            starts = frozenset(Flow.to(contents, mentions).starts)
        if item_id in starts:
            # Reports of nothing but one another have it from nobody else.
            return ()
        waiting += behind
    return tuple(sorted(found))


def _only_reports(contents: Contents, item_id: str, behind: Collection[str]) -> bool:
    links = (each for each in _derivations(contents, item_id) if each.end.id in behind)
    return all(each.values.text("derivation") in _REPORTED for each in links)


def derived_from(contents: Contents, item_id: str) -> Iterator[str]:
    """The items that one item is derived from."""
    return (each.end.id for each in _derivations(contents, item_id))


def _derivations(contents: Contents, item_id: str) -> Iterator[Link]:
    for link in contents.links_at(item_id):
        if (
            link.type == "derived_from"
            and link.start.id == item_id != link.end.id in contents.items
        ):
            yield link


def origin_of(contents: Contents, item: Item) -> tuple[Hashable, ...]:
    """What two items share that are one origin: their group, else their joint text or their owner.

    Who edits the group says it, and nothing else is asked then. A joint statement is an origin of its
    own, however many have signed it, and whichever record holds its text.
    """
    group = item.values.text("origin_group").strip()
    if group:
        return ("group", group.casefold())
    if item.values.get("joint") is True:
        words = " ".join(item.values.text("verbatim").casefold().split())
        return ("text", words) if words else ("item", item.id)
    source = source_of(contents, item)
    return ("owner", topmost(contents, source).id) if source is not None else ("item", item.id)


def source_of(contents: Contents, item: Item) -> Source | None:
    """The source that stands for an item: the first it names that is in the case."""
    held = (contents.get(Source, each) for each in source_ids(item))
    return next((each for each in held if each is not None), None)


def sources_behind(contents: Contents, item: Item) -> Iterator[str]:
    """The ids of the sources that an item names, and of their owners."""
    for source_id in source_ids(item):
        yield source_id
        source = contents.get(Source, source_id)
        if source is not None:
            yield from (each.id for each in owners_of(contents, source))


def is_of_unknown_origin(item: Item) -> bool:
    """Whether somebody has said of an item that its origin is unknown or contested."""
    return item.values.text("origin_known") in ("unknown", "contested")


def scene_of(item: Item) -> str:
    """The catalogue's name of the scene that an item shows, in one spelling; empty where none is named."""
    return item.values.text("scene_id").strip().casefold()


SAMENESS = frozenset({"same_object", "same_as"})
"""Types of link that say of two items that they are, or show, one thing."""


def sameness(contents: Contents, item_id: str) -> Iterator[Link]:
    """The links that say of an item that it is, or shows, the same as another."""
    return (each for each in contents.links_at(item_id) if each.type in SAMENESS)


def is_certain(link: Link) -> bool:
    """Whether a link is not said to be uncertain."""
    return link.values.text("certainty") not in UNCERTAIN
