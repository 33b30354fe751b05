"""Lanes: by what the items of a line of time are put beside one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casedb.model.assessments import source_ids
from casedb.model.contents import Contents
from casedb.model.discretion import hides_sources, is_protected, no_name, public_name
from casedb.model.kinds import KINDS, kind_of
from casedb.model.link_types import End, Group, link_type
from casedb.model.records import Element, Item, Source
from casedb.words import say

NONE, HIDDEN = "", "\0protected"
"""The keys of the lane of what belongs to no other, and of what must not be told by whom it is."""


class LanesBy(StrEnum):
    """What an item shares with the others of its lane."""

    KIND = "kind"
    SOURCE = "source"
    CLAIM = "claim"
    TAG = "tag"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: the id, or the word, that its items share, what it is called, and by which kind it looks."""

    key: str
    title: str
    kind: str = ""


def keys_of(contents: Contents, item: Item, by: LanesBy) -> tuple[str, ...]:
    """The keys of the lanes in which an item lies; it may lie in several."""
    match by:
        case LanesBy.KIND:
            return (item.kind,)
        case LanesBy.SOURCE:
            return _sources(contents, item)
        case LanesBy.CLAIM:
            return _claims(contents, item) or (NONE,)
        case LanesBy.TAG:
            tags = item.values.get("tags")
            told = tags if isinstance(tags, list) else ()
            return tuple(dict.fromkeys(each for each in told if isinstance(each, str))) or (NONE,)
        case LanesBy.NOTHING:
            return (NONE,)


def lanes_in_order(contents: Contents, counts: dict[str, int], by: LanesBy) -> list[Lane]:
    """The lanes of some keys as they stand below one another: kinds as they are offered, else those
    with most items first; what belongs to none stands last."""
    lanes = [_lane(contents, key, by) for key in counts]
    if by is LanesBy.KIND:
        order = {kind: n for n, kind in enumerate(KINDS)}
        return sorted(lanes, key=lambda each: (order.get(each.key, len(order)), each.key))
    return sorted(
        lanes,
        key=lambda each: (
            each.key in (NONE, HIDDEN),
            each.key == NONE,
            -counts[each.key],
            each.title,
            each.key,
        ),
    )


def _lane(contents: Contents, key: str, by: LanesBy) -> Lane:
    match by:
        case LanesBy.KIND:
            return Lane(key, say(kind_of(key).plural), key)
        case LanesBy.NOTHING:
            return Lane(key, say("All items"))
        case LanesBy.SOURCE:
            source = contents.get(Source, key)
            if key == HIDDEN:
                return Lane(key, no_name())
            name = public_name(source) if source is not None else say("No source")
            return Lane(key, name.strip() or say("Unnamed source"))
        case LanesBy.CLAIM:
            claim = contents.get(Item, key)
            if claim is None:
                return Lane(key, say("No claim"))
            untitled = say("Untitled {kind}", kind=say(kind_of("claim").label).lower())
            return Lane(key, claim.title.strip() or untitled, "claim")
        case LanesBy.TAG:
            return Lane(key, key or say("No tag"))


def _sources(contents: Contents, item: Item) -> tuple[str, ...]:
    """The sources of an item; those that must not be named share a lane, for it would tell them apart."""
    if hides_sources(item):
        return (HIDDEN,)
    found = [contents.get(Source, each) for each in source_ids(item)]
    keys = (HIDDEN if is_protected(each) else each.id for each in found if each is not None)
    return tuple(dict.fromkeys(keys)) or (NONE,)


def _claims(contents: Contents, item: Item) -> tuple[str, ...]:
    """The claims that an item speaks to, by itself or by their elements; of a claim, itself."""
    found: dict[str, None] = {item.id: None} if item.kind == "claim" else {}
    for link in contents.links_at(item.id):
        if link.start.id != item.id:
            continue
        if link_type(link.type).group not in (Group.INFERENCE, Group.RESPONSE):
            continue
        end = link.end
        if end.end is End.ELEMENT:
            element = contents.get(Element, end.id)
            if element is not None:
                found[element.claim] = None
        elif end.end is End.ITEM:
            target = contents.get(Item, end.id)
            if target is not None and target.kind == "claim" and item.kind != "claim":
                found[end.id] = None
    return tuple(found)
