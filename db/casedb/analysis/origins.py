"""Why several items are one origin, which perhaps are, and what more than one mention passes through.

Nothing is counted here: `independence` does that, and these are the reasons for its numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from casedb.analysis.flow import Flow, is_certain, origin_of, sameness, scene_of, source_of
from casedb.analysis.unions import Unions
from casedb.model.contents import Contents
from casedb.model.discretion import hides_sources, is_protected
from casedb.model.owners import owners_of, topmost
from casedb.model.records import Item, Link
from casedb.model.standing import Lines, Root


class Tie(StrEnum):
    """What items have in common that are one origin."""

    GROUP = "group"
    """Somebody has put them in one group, which has a name."""
    TEXT = "text"
    """They are of one joint statement."""
    SOURCE = "source"
    """They come from one source."""
    OWNER = "owner"
    """They come from sources of one owner."""
    SCENE = "scene"
    """They show one scene of a satellite."""
    OBJECT = "same_object"
    """They show one object."""
    THING = "same_as"
    """They are one thing, twice in the case."""
    RING = "ring"
    """They rest on one another."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What makes some items one origin; ids, in the order of the flow.

    `name` is what their group, source, owner or scene is called: empty where nothing has a name, and
    where it must not be told.
    """

    tie: Tie
    items: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choke:
    """A place that one line passes through and `mentions` rest on; ids.

    `items` are several where these let one line through together.
    """

    items: tuple[str, ...]
    mentions: tuple[str, ...]


def bonds_of(contents: Contents, lines: Lines) -> tuple[tuple[Bond, ...], ...]:
    """For every root of some lines, what makes its items one origin; nothing for one item."""
    flow = Flow.to(contents, lines.mentions)
    bonds = list(_bonds(contents, flow, lines.unknown))
    joined = Unions()
    for bond in bonds:
        for each in bond.items[1:]:
            joined.join(bond.items[0], each)
    held: defaultdict[Hashable, list[Bond]] = defaultdict(list)
    for bond in bonds:
        held[joined.first(bond.items[0])].append(bond)
    return tuple(
        tuple(_of_root(root, held[joined.first(root.items[0])])) if len(root.items) > 1 else ()
        for root in lines.roots
    )


def doubts_of(contents: Contents, lines: Lines) -> tuple[Bond, ...]:
    """Items behind some lines that are perhaps the same, and would be one origin or one way then."""
    flow = Flow.to(contents, lines.mentions)
    certain = Unions()
    for one, other in (*_scenes(contents, flow), *_linked(contents, flow)):
        certain.join(one, other)
    found: dict[tuple[str, str], Bond] = {}
    for link in _sameness(contents, flow):
        pair = link.start.id, link.end.id
        if not is_certain(link) and certain.first(pair[0]) != certain.first(pair[1]):
            key = min(pair), max(pair)
            found.setdefault(key, Bond(Tie(link.type), key))
    return tuple(found[each] for each in sorted(found))


def chokes_of(contents: Contents, lines: Lines) -> tuple[Choke, ...]:
    """The places of the smallest cut that more than one mention rests on."""
    behind = Flow.to(contents, lines.mentions).behind
    ahead: defaultdict[str, list[str]] = defaultdict(list)
    for item_id, above in behind.items():
        for each in above:
            ahead[each].append(item_id)
    order = {each: n for n, each in enumerate(lines.mentions)}
    found: list[Choke] = []
    for place in lines.cut:
        reached = (each for each in _reached(ahead, place) if each in order)
        mentions = tuple(sorted(reached, key=lambda each: order[each]))
        if len(mentions) > 1:
            found.append(Choke(place, mentions))
    return tuple(found)


def _reached(ahead: Mapping[str, Iterable[str]], start: Iterable[str]) -> set[str]:
    found = set(start)
    waiting = list(found)
    while waiting:
        for each in ahead.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


# -- what ties items together ------------------------------------------------------------------


def _of_root(root: Root, bonds: list[Bond]) -> list[Bond]:
    """Those bonds that tie items of a root to each other, or all where the ties go by way of others."""
    here = set(root.items)
    near = [each for each in bonds if len(here.intersection(each.items)) > 1]
    joined = Unions()
    for bond in near:
        first, *others = (each for each in bond.items if each in here)
        for each in others:
            joined.join(first, each)
    if len({joined.first(each) for each in root.items}) > 1:
        return bonds
    return [
        replace(bond, items=tuple(each for each in bond.items if each in here)) for bond in near
    ]


def _bonds(contents: Contents, flow: Flow, unknown: Iterable[str]) -> Iterator[Bond]:
    """All that makes items of a flow one origin, each with two items at least."""
    own = dict.fromkeys((*flow.starts, *unknown))
    yield from _of_origins(contents, own)
    for ring in flow.rings:
        items = tuple(each for each in ring if each in own)
        if len(items) > 1:
            yield Bond(Tie.RING, items)
    for tie, pairs in (
        (Tie.SCENE, _scenes(contents, flow)),
        (Tie.OBJECT, _linked(contents, flow, Tie.OBJECT)),
        (Tie.THING, _linked(contents, flow, Tie.THING)),
    ):
        for items in _together(flow, pairs):
            named = contents.items[min(items)] if tie is Tie.SCENE else None
            name = named.values.text("scene_id").strip() if named is not None else ""
            yield Bond(tie, items, name)


def _of_origins(contents: Contents, own: Iterable[str]) -> Iterator[Bond]:
    held: defaultdict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    for each in own:
        held[origin_of(contents, contents.items[each])].append(each)
    for (sort, *_), items in held.items():
        if len(items) < 2:
            continue
        if sort == "group":
            name = contents.items[min(items)].values.text("origin_group").strip()
            yield Bond(Tie.GROUP, tuple(items), name)
        elif sort == "text":
            yield Bond(Tie.TEXT, tuple(items))
        else:
            yield _of_owner(contents, [contents.items[each] for each in items])


def _of_owner(contents: Contents, items: list[Item]) -> Bond:
    """Items of one source or one owner, who is not named where that would tell of one in protection."""
    sources = [each for each in (source_of(contents, item) for item in items) if each is not None]
    owner = topmost(contents, sources[0])
    tie = Tie.SOURCE if all(each.id == sources[0].id for each in sources) else Tie.OWNER
    named = sources[0] if tie is Tie.SOURCE else owner
    is_open = not any(map(hides_sources, items)) and not any(
        is_protected(each) for source in sources for each in (source, *owners_of(contents, source))
    )
    return Bond(tie, tuple(each.id for each in items), named.name if is_open else "")


def _scenes(contents: Contents, flow: Flow) -> Iterator[tuple[str, str]]:
    """Items that show one scene, two at a time."""
    first: dict[str, str] = {}
    for each in flow.behind:
        scene = scene_of(contents.items[each])
        if scene and first.setdefault(scene, each) != each:
            yield first[scene], each


def _linked(contents: Contents, flow: Flow, tie: Tie | None = None) -> Iterator[tuple[str, str]]:
    """Items that are linked as the same without a doubt, by one sort of link or by either."""
    for link in _sameness(contents, flow):
        if is_certain(link) and (tie is None or link.type == tie):
            yield link.start.id, link.end.id


def _sameness(contents: Contents, flow: Flow) -> Iterator[Link]:
    """The links that call two items of a flow the same."""
    for each in flow.behind:
        for link in sameness(contents, each):
            if link.start.id == each != link.end.id and link.end.id in flow.behind:
                yield link


def _together(flow: Flow, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The sets that pairs join, each in the order of the flow."""
    joined = Unions()
    for one, other in pairs:
        joined.join(one, other)
    held: defaultdict[Hashable, list[str]] = defaultdict(list)
    for each in flow.behind:
        if joined.has_others(each):
            held[joined.first(each)].append(each)
    yield from map(tuple, held.values())
