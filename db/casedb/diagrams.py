"""Diagrams of other programs among files that could come into a case, and the records that they become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from casedb.commands.items import NewId
from casedb.delivery_report import Part, Row
from casedb.exchange.diagram import LARGEST, Diagram, Origin
from casedb.exchange.ftm import read_ftm
from casedb.exchange.graphml import read_graphml
from casedb.intake.offer import Offer
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import End
from casedb.model.records import Element, Item, Link, Ref, Source
from casedb.model.reference_fields import SourceRef
from casedb.model.values import Values

_GRAPHML = (".graphml",)
_OURS_TO_READ = (".vis", ".ftm", ".ijson")
_MAYBE = (".json", ".jsonl", ".ndjson")
_HEAD = 1 << 12

Wanted: TypeAlias = "tuple[str, dict[str, JsonValue]]"


def diagram_in(offer: Offer) -> Diagram | None:
    """What a file describes as a diagram; None for one that describes none.

    Raises IntakeRefused for a file that should be one and cannot be read as one, and OSError where it has
    gone.
    """
    name = offer.artifact.name.lower()
    claims = name.endswith((*_GRAPHML, *_OURS_TO_READ))
    if not claims and not name.endswith(_MAYBE):
        return None
    with offer.open() as stream:
        data = stream.read(_HEAD)
        if not claims and not (b'"schema"' in data and b'"properties"' in data):
            return None
        data += stream.read(LARGEST + 1 - len(data))
    return read_graphml(data) if name.endswith(_GRAPHML) else read_ftm(data, claims=claims)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a diagram becomes: sources, then its items, then elements and links; `ids` by its keys."""

    before: tuple[Edit, ...]
    items: tuple[Item, ...]
    after: tuple[Edit, ...]
    ids: dict[str, str]


def wanted_of(diagram: Diagram) -> list[Wanted]:
    """The items that a diagram wants, each by its kind and its values."""
    return [(each.kind, dict(each.values)) for each in diagram.things]


def draw(contents: Contents, new_id: NewId, diagram: Diagram, made: Sequence[Item]) -> Drawn:
    """The records of a diagram, of which the items that it wants are `made` already."""
    origins = {each.key: _source_like(contents, each) for each in diagram.origins}
    sources = {key: known or new_id() for key, known in origins.items()}
    items = {thing.key: item.id for thing, item in zip(diagram.things, made, strict=True)}
    parts = {each.key: new_id() for each in diagram.parts}
    links = {each.key: new_id() for each in diagram.ties}
    ids = {End.ITEM: items, End.ELEMENT: parts, End.LINK: links}
    before = [
        Edit(None, Source(sources[each.key], Values(_owned(each, sources))))
        for each in diagram.origins
        if not origins[each.key]
    ]
    named = {**items, **sources}
    drawn = tuple(
        replace(item, values=item.values.changed(_named(item.kind, thing.named, named)))
        for thing, item in zip(diagram.things, made, strict=True)
    )
    told: dict[str, int] = {}
    after: list[Edit] = []
    for part in diagram.parts:
        claim = items[part.claim]
        at = told[claim] = told.get(claim, -1) + 1
        after.append(Edit(None, Element(parts[part.key], claim, at, Values(part.values))))
    for tie in diagram.ties:
        start, end = (Ref(of, ids[of][key]) for of, key in (tie.start, tie.end))
        after.append(Edit(None, Link(links[tie.key], tie.type, start, end, Values(tie.values))))
    return Drawn(tuple(before), drawn, tuple(after), {**sources, **items, **parts, **links})


def _source_like(contents: Contents, origin: Origin) -> str:
    """The source of the case that has the same name and is no secret; empty where there is none."""
    if origin.values.get("protected") is True:
        return ""
    name = origin.values.get("name")
    return next(
        (
            each.id
            for each in contents.sources.values()
            if each.name == name and not is_protected(each)
        ),
        "",
    )


def _owned(origin: Origin, sources: dict[str, str]) -> dict[str, JsonValue]:
    owner = sources.get(origin.owner)
    return {**origin.values, **({"owner": owner} if owner is not None else {})}


def _named(
    kind_name: str, named: Mapping[str, Sequence[str]], ids: Mapping[str, str]
) -> dict[str, JsonValue]:
    kind = kind_of(kind_name)
    found: dict[str, JsonValue] = {}
    for name, keys in named.items():
        held = [ids[key] for key in keys if key in ids]
        if held:
            is_one = isinstance(kind.field(name), SourceRef)
            found[name] = held[0] if is_one else list[JsonValue](held)
    return found


def draw_all(
    contents: Contents, new_id: NewId, diagrams: Mapping[str, Diagram], made: Sequence[Item]
) -> dict[str, Drawn]:
    """What the diagrams become, by the artifact of the file that each is in."""
    found: dict[str, Drawn] = {}
    at = 0
    for artifact, diagram in diagrams.items():
        after = at + len(diagram.things)
        found[artifact] = draw(contents, new_id, diagram, made[at:after])
        at = after
    return found


def told_of_parts(
    rows: Sequence[Row], diagrams: Mapping[str, Diagram], drawn: Mapping[str, Drawn]
) -> list[Row]:
    """The lines, with what became of each thing that a file tells of."""
    told: list[Row] = []
    for row in rows:
        if row.outcome == "taken" and row.artifact in diagrams:
            ids = drawn[row.artifact].ids
            parts = (
                Part(each.name, each.outcome, each.reason, ids.get(each.key, ""))
                for each in diagrams[row.artifact].lines
            )
            row = replace(row, parts=tuple(parts))
        told.append(row)
    return told
