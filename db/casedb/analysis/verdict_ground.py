"""What a verdict rests on, frozen when it is given, and what has become of that since.

The ground of a claim is what speaks to it and its elements, the links that say so and what attacks
them, where it comes from, the sources with their owners, and the grades of all of it. Of each record
a SHA-256 over what it says is kept; where cards lie, tags, notes and numbers are no part of that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from casedb.analysis.flow import SAMENESS, Flow, sources_behind
from casedb.canonical import canonical
from casedb.model.assessments import Footing, VerdictBody, own_verdict
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.link_types import End, Group, link_type
from casedb.model.mentions import mentions_of
from casedb.model.records import Assessment, Element, Item, Link, Record, Ref, Source
from casedb.model.standing import Fate, GroundChange, Part
from casedb.words import say

GRADES = frozenset({"reliability", "credibility"})
"""The sorts of assessment that a verdict rests on."""

_HANDLING = frozenset({"tags", "notes", "exhibit", "sensitivity", "status"})
"""Values that say how a record is handled, and nothing of the matter."""


def ground_of(contents: Contents, claim_id: str) -> tuple[Footing, ...]:
    """Everything that a verdict on a claim rests on now, in the order of the ids."""
    return _frozen(records_behind(contents, claim_id))


def records_behind(contents: Contents, claim_id: str) -> dict[str, tuple[Part, Record]]:
    """The records that a verdict on a claim would rest on now, by their ids."""
    return {record.id: (part, record) for part, record in _records(contents, claim_id)}


def _frozen(found: Mapping[str, tuple[Part, Record]]) -> tuple[Footing, ...]:
    return tuple(
        Footing(each, part.value, said_by(record)) for each, (part, record) in sorted(found.items())
    )


def changes_since(contents: Contents, verdict: Assessment) -> tuple[GroundChange, ...] | None:
    """What a verdict rests on otherwise than when it was given; None where its ground was not frozen."""
    claim_id = verdict.subject
    standing = contents.standing(claim_id)
    if standing is not None and own_verdict(contents, claim_id) is verdict:
        return standing.changes
    return _changes(verdict, lambda: records_behind(contents, claim_id))


def changes_of_newest(
    contents: Contents, claim_id: str, found: Mapping[str, tuple[Part, Record]]
) -> tuple[GroundChange, ...] | None:
    """What the newest verdict on a claim rests on otherwise than when it was given, where one has `found`
    what it rests on now; None where there is none, or its ground was not frozen."""
    verdict = own_verdict(contents, claim_id)
    return _changes(verdict, lambda: found) if verdict is not None else None


def _changes(
    verdict: Assessment, find: Callable[[], Mapping[str, tuple[Part, Record]]]
) -> tuple[GroundChange, ...] | None:
    then = VerdictBody.from_values(verdict.values).ground
    return changes_between(then, _frozen(find())) if then else None


def changes_between(then: Iterable[Footing], now: Iterable[Footing]) -> tuple[GroundChange, ...]:
    """What one ground is other than another, in the order of the ids."""
    old, new = {each.id: each for each in then}, {each.id: each for each in now}
    found: list[GroundChange] = []
    for each in sorted(old.keys() | new.keys()):
        before, after = old.get(each), new.get(each)
        if after is None and before is not None:
            found.append(GroundChange(each, _part(before.part), Fate.GONE))
        elif before is None and after is not None:
            found.append(GroundChange(each, _part(after.part), Fate.NEW))
        elif before is not None and after is not None and before.hash != after.hash:
            found.append(GroundChange(each, _part(after.part), Fate.CHANGED))
    return tuple(found)


def in_words(changes: tuple[GroundChange, ...]) -> str:
    """What has changed below a verdict, counted by sort: `2 links new, 1 grade changed`."""
    counts: dict[tuple[Part, Fate], int] = {}
    for each in changes:
        key = each.part, each.fate
        counts[key] = counts.get(key, 0) + 1
    order = [(part, fate) for part in Part for fate in Fate if (part, fate) in counts]
    return ", ".join(
        say("{what} {fate}", what=_counted(part, counts[part, fate]), fate=fate_in_words(fate))
        for part, fate in order
    )


def said_by(record: Record) -> str:
    """The SHA-256 of what a record says, over its canonical JSON (RFC 8785), in hexadecimal."""
    return hashlib.sha256(canonical(_as_json(record))).hexdigest()


def _as_json(record: Record) -> dict[str, JsonValue]:
    match record:
        case Item():
            return {"kind": record.kind, "values": _plain(record.values)}
        case Source():
            return {"values": _plain(record.values)}
        case Element():
            return {"claim": record.claim, "values": _plain(record.values)}
        case Link():
            ends: list[JsonValue] = [*record.start, *record.end]
            return {"type": record.type, "ends": ends, "values": _plain(record.values)}
        case Assessment():
            return {"type": record.type, "value": record.value, "subject": record.subject}
        case _:
            return {"id": record.id}


def _plain(values: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {key: value for key, value in values.items() if key not in _HANDLING}


def _records(contents: Contents, claim_id: str) -> Iterator[tuple[Part, Record]]:
    claim = contents.items.get(claim_id)
    if claim is None:
        return
    yield Part.CLAIM, claim
    elements = contents.elements_of(claim_id)
    yield from ((Part.CLAIM, each) for each in elements)
    items: dict[str, None] = {}
    for target in (claim_id, *(each.id for each in elements)):
        for link in _said_of(contents, target):
            yield Part.LINK, link
            yield from ((Part.LINK, each) for each in _attacks_on(contents, link))
            other = link.start if link.end.id == target else link.end
            if other.end is End.ITEM and other.id != claim_id:
                items[other.id] = None
    behind: dict[str, None] = {}
    for polarity in (1, -1):
        flow = Flow.to(contents, mentions_of(contents, claim_id, polarity))
        behind.update(dict.fromkeys(flow.behind))
    for item_id in behind:
        for link in contents.links_at(item_id):
            is_flow = link.type == "derived_from" or link.type in SAMENESS
            if is_flow and link.start.id in behind and link.end.id in behind:
                yield Part.LINK, link
    sources: dict[str, None] = {}
    for item_id in dict.fromkeys((*items, *behind)):
        item = contents.items[item_id]
        yield Part.EVIDENCE, item
        sources.update(dict.fromkeys(sources_behind(contents, item)))
        yield from _grades(contents, item_id, claim_id)
    for source_id in sources:
        source = contents.get(Source, source_id)
        if source is not None:
            yield Part.SOURCE, source
            yield from _grades(contents, source_id, claim_id)


def _said_of(contents: Contents, target: str) -> Iterator[Link]:
    """The links that say something for, against or about a claim or element, and what excludes it."""
    for link in contents.links_at(target):
        of = link_type(link.type)
        if of.group is Group.INFERENCE and (of.symmetric or link.end.id == target):
            yield link


def _attacks_on(contents: Contents, link: Link) -> Iterator[Link]:
    return (each for each in contents.links_at(link.id) if each.end == Ref.link(link.id))


def _grades(contents: Contents, subject: str, claim_id: str) -> Iterator[tuple[Part, Record]]:
    for each in contents.assessments_of(subject):
        if each.type in GRADES and each.claim in (None, claim_id):
            yield Part.GRADE, each


def _part(name: str) -> Part:
    return Part(name) if name in set(Part) else Part.EVIDENCE


def _counted(part: Part, n: int) -> str:
    match part:
        case Part.CLAIM:
            return say("{n} part of the claim", "{n} parts of the claim", n=n)
        case Part.EVIDENCE:
            return say("{n} item of evidence", "{n} items of evidence", n=n)
        case Part.LINK:
            return say("{n} link", "{n} links", n=n)
        case Part.SOURCE:
            return say("{n} source", "{n} sources", n=n)
        case Part.GRADE:
            return say("{n} grade", "{n} grades", n=n)


def fate_in_words(fate: Fate) -> str:
    """What has become of a record, in a word."""
    match fate:
        case Fate.NEW:
            return say("new", about="what has become of it since")
        case Fate.CHANGED:
            return say("changed", about="what has become of it since")
        case Fate.GONE:
            return say("gone", about="what has become of it since")
