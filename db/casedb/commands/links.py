"""Drawing, retyping, turning and rerouting links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model import bends
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.geometry import Point, snap
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import LINK_TYPES, End, LinkType, allows, link_type, types_between
from casedb.model.records import Link, Ref, Route
from casedb.model.values import Values
from casedb.words import say

Join: TypeAlias = tuple[End, str, End, str]
"""What the two ends of a link are at, each with the kind of item: what its types depend on."""


def connect(
    contents: Contents,
    new_id: NewId,
    start: Ref,
    type_name: str,
    end: Ref,
    values: Mapping[str, JsonValue] | None = None,
) -> ChangeSet:
    """Draw a link. Raises InvalidChange where a link of that type may not join these two."""
    _check(contents, start, type_name, end)
    link = Link(new_id(), type_name, start, end, Values(values))
    return ChangeSet("Add link", (Edit(None, link),))


def types_for(contents: Contents, start: Ref, end: Ref) -> tuple[LinkType, ...]:
    """The types that may join these two ends, most telling first."""
    if start == end:
        return ()
    return types_between(start.end, _kind_at(contents, start), end.end, _kind_at(contents, end))


def join_of(contents: Contents, link: Link) -> Join:
    """What the ends of a link are at."""
    start, end = link.start, link.end
    return start.end, _kind_at(contents, start), end.end, _kind_at(contents, end)


def types_to_kind(contents: Contents, start: Ref, kind: str) -> tuple[LinkType, ...]:
    """The types that may lead from an end to an item of a kind that is not there yet."""
    return types_between(start.end, _kind_at(contents, start), End.ITEM, kind)


def set_type(contents: Contents, link_ids: Iterable[str], type_name: str) -> ChangeSet:
    """Give links another type. Raises InvalidChange where one of them may not have it."""
    edits: list[Edit] = []
    for link_id in dict.fromkeys(link_ids):
        link = contents.links[link_id]
        if link.type == type_name:
            continue
        _check(contents, link.start, type_name, link.end)
        edits.append(Edit(link, replace(link, type=type_name)))
    return ChangeSet(_retyped(len(edits), type_name), tuple(edits))


class Retyped(NamedTuple):
    """What comes of giving many links another type: the change, and the links that may not have it."""

    change: ChangeSet
    unfit: tuple[str, ...]
    type_name: str

    @property
    def told(self) -> str:
        """What a person should know of it; empty where every link may have the type."""
        if not self.unfit:
            return ""
        changed, unfit = len(self.change.edits), len(self.unfit)
        says = say(link_type(self.type_name).says)
        if changed:
            return say(
                "{changed} changed; {n} cannot be “{type}” between what it joins and kept its type.",
                "{changed} changed; {n} cannot be “{type}” between what they join and kept their type.",
                n=unfit,
                changed=changed,
                type=says,
            )
        return say(
            "The link cannot be “{type}” between what it joins, so nothing was changed.",
            "The {n} links cannot be “{type}” between what they join, so nothing was changed.",
            n=unfit,
            type=says,
        )


def retype(contents: Contents, link_ids: Iterable[str], type_name: str) -> Retyped:
    """Give another type to those of some links that may have it.

    Raises InvalidChange for a type that is not known, and KeyError for a link that is not there.
    """
    if type_name not in LINK_TYPES:
        raise _no_such_type(type_name)
    edits: list[Edit] = []
    unfit: list[str] = []
    for link_id in dict.fromkeys(link_ids):
        link = contents.links[link_id]
        if link.type == type_name:
            continue
        if link.start != link.end and allows(LINK_TYPES[type_name], *join_of(contents, link)):
            edits.append(Edit(link, replace(link, type=type_name)))
        else:
            unfit.append(link_id)
    return Retyped(
        ChangeSet(_retyped(len(edits), type_name), tuple(edits)), tuple(unfit), type_name
    )


def types_joining(joins: Iterable[Join]) -> tuple[LinkType, ...]:
    """The types that links may have which are all to have the same, by what their ends are at."""
    allowed = set(LINK_TYPES)
    for join in joins:
        allowed &= {each.name for each in types_between(*join)}
    return tuple(each for each in LINK_TYPES.values() if each.name in allowed)


def _retyped(number: int, type_name: str) -> str:
    return f"{counted('Change', number, 'link')} to “{link_type(type_name).says}”"


class TypesOffered(NamedTuple):
    """The types that all of some links may have, and those that only some may, with how many; both in
    the usual order."""

    for_all: tuple[LinkType, ...]
    for_some: tuple[tuple[LinkType, int], ...]


def types_for_all(contents: Contents, link_ids: Iterable[str]) -> TypesOffered:
    """The types that links may have between what they join. Raises KeyError."""
    links = [contents.links[each] for each in dict.fromkeys(link_ids)]
    # Of a hundred thousand links only a few dozen join different sorts of things.
    joins = Counter(join_of(contents, link) for link in links if link.start != link.end)
    fitting = Counter[str]()
    for join, number in joins.items():
        for each in types_between(*join):
            fitting[each.name] += number
    for_all = tuple(
        each for each in LINK_TYPES.values() if links and fitting[each.name] == len(links)
    )
    for_some = tuple(
        (each, fitting[each.name])
        for each in LINK_TYPES.values()
        if 0 < fitting[each.name] < len(links)
    )
    return TypesOffered(for_all, for_some)


def reverse(contents: Contents, link_ids: Iterable[str]) -> ChangeSet:
    """Turn links round. Raises InvalidChange where the type does not read the other way."""
    edits: list[Edit] = []
    chosen = list(dict.fromkeys(link_ids))
    for link_id in chosen:
        link = contents.links[link_id]
        _check(contents, link.end, link.type, link.start)
        edits.append(Edit(link, replace(link, start=link.end, end=link.start)))
        edits += [
            Edit(route, replace(route, points=route.points[::-1]))
            for route in contents.routes_of(link_id)
        ]
    return ChangeSet(counted("Reverse", len(chosen), "link"), tuple(edits))


def reconnect(contents: Contents, link_id: str, start: Ref, end: Ref) -> ChangeSet:
    """Let a link join two other ends. Raises InvalidChange where its type does not allow it."""
    link = contents.links[link_id]
    _check(contents, start, link.type, end, moving=link_id)
    after = replace(link, start=start, end=end)
    return ChangeSet("Reconnect link", (Edit(link, after),) if after != link else ())


def parts_at(contents: Contents, link_id: str, *, at_start: bool) -> tuple[Ref, ...]:
    """What a link may rest on at one end in place of the other: the item there, and its elements.

    Nothing for an end that is a link, or where the type leaves no choice but what is there.
    """
    link = contents.links[link_id]
    here, there = (link.start, link.end) if at_start else (link.end, link.start)
    element = contents.elements.get(here.id)
    if here.end is End.LINK or link.type not in LINK_TYPES:
        return ()
    item = element.claim if element is not None else here.id
    parts = [Ref.item(item), *(Ref.element(each.id) for each in contents.elements_of(item))]
    return tuple(
        part
        for part in parts
        if any(
            each.name == link.type
            for each in types_for(contents, *((part, there) if at_start else (there, part)))
        )
    )


def set_route(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    link_id: str,
    points: Sequence[Point],
    gesture: str = "",
) -> ChangeSet:
    """Give a link's string bends on one board; none lets it run by itself again.

    Raises InvalidChange for a place that is no number.
    """
    held = contents.route(board_id, link_id)
    try:
        placed = tuple(Point(snap(x), snap(y)) for x, y in points)
    except ValueError as trouble:
        raise InvalidChange(str(trouble)) from trouble
    if held is None:
        edit = Edit(None, Route(new_id(), board_id, link_id, placed)) if placed else None
    elif not placed:
        edit = Edit(held, None)
    else:
        edit = Edit(held, replace(held, points=placed)) if placed != held.points else None
    return ChangeSet("Bend string", (edit,) if edit is not None else (), gesture)


def bends_of(contents: Contents, board_id: str, link_id: str) -> tuple[Point, ...]:
    """The bends of a link's string on a board; none where it runs by itself."""
    route = contents.route(board_id, link_id)
    return route.points if route is not None else ()


def insert_bend(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    link_id: str,
    index: int,
    at: Point,
    gesture: str = "",
) -> ChangeSet:
    """Bend a link's string at a point, before the bend of that index or after the last one.

    Raises InvalidChange for a place that is no number, and where there are fewer bends.
    """
    with _existing_bend():
        points = bends.insert_bend(bends_of(contents, board_id, link_id), index, at)
    return set_route(contents, new_id, board_id, link_id, points, gesture)


def move_bend(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    link_id: str,
    index: int,
    to: Point,
    gesture: str = "",
) -> ChangeSet:
    """Move a bend of a link's string; the changes of one drag share a gesture.

    Raises InvalidChange for a place that is no number, and where there is no such bend.
    """
    with _existing_bend():
        points = bends.move_bend(bends_of(contents, board_id, link_id), index, to)
    return set_route(contents, new_id, board_id, link_id, points, gesture)


def remove_bend(
    contents: Contents, new_id: NewId, board_id: str, link_id: str, index: int, gesture: str = ""
) -> ChangeSet:
    """Take a bend out of a link's string. Raises InvalidChange where there is no such bend."""
    with _existing_bend():
        points = bends.remove_bend(bends_of(contents, board_id, link_id), index)
    return set_route(contents, new_id, board_id, link_id, points, gesture)


@contextmanager
def _existing_bend() -> Generator[None]:
    try:
        yield
    except IndexError as trouble:
        raise InvalidChange(
            say("The string has no such bend any more, so its bends were kept as they are.")
        ) from trouble


def straighten(contents: Contents, board_id: str, link_ids: Iterable[str]) -> ChangeSet:
    """Let the strings of links run by themselves on a board: they lose their bends."""
    found = (contents.route(board_id, each) for each in dict.fromkeys(link_ids))
    edits = tuple(Edit(route, None) for route in found if route is not None)
    return ChangeSet(counted("Straighten", len(edits), "string"), edits)


def _check(contents: Contents, start: Ref, type_name: str, end: Ref, moving: str = "") -> None:
    if type_name not in LINK_TYPES:
        raise _no_such_type(type_name)
    if start == end:
        raise InvalidChange(say("A link joins two different things."))
    if moving and Ref.link(moving) in (start, end):
        raise InvalidChange(say("A link cannot end at itself."))
    kind = LINK_TYPES[type_name]
    start_kind, end_kind = _kind_at(contents, start), _kind_at(contents, end)
    if not allows(kind, start.end, start_kind, end.end, end_kind):
        raise InvalidChange(
            say(
                "“{type}” cannot lead from {start} to {end}.",
                type=kind.label,
                start=_named(start, start_kind),
                end=_named(end, end_kind),
            )
        )


def _no_such_type(type_name: str) -> InvalidChange:
    return InvalidChange(
        say(
            "There is no link type “{type}”. The types are: {known}.",
            type=type_name,
            known=", ".join(LINK_TYPES),
        )
    )


def _kind_at(contents: Contents, ref: Ref) -> str:
    try:
        if ref.end is End.ITEM:
            return contents.items[ref.id].kind
        if ref.end is End.ELEMENT:
            return contents.items[contents.elements[ref.id].claim].kind
        contents.links[ref.id]
    except KeyError:
        raise InvalidChange(say("One end of the link is not in the case.")) from None
    return ""


def _named(ref: Ref, kind: str) -> str:
    if ref.end is End.LINK:
        return say("a link")
    of = kind_of(kind)
    label = say(of.label).lower()
    # What has no plural of its own is not counted: "media", not "a media".
    if of.plural == of.label:
        named = label
    elif of.label[0] in "AEIOU":
        named = say("an {kind}", kind=label)
    else:
        named = say("a {kind}", kind=label)
    return named if ref.end is End.ITEM else say("an element of {kind}", kind=named)
