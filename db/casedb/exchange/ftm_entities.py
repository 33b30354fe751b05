"""Entities of FollowTheMoney as they stand in a file: lines of JSON, a list, or a network diagram of Aleph."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from casedb.errors import IntakeRefused
from casedb.exchange.diagram import LONGEST_TEXT, MOST_THINGS, MOST_TIES, Line, clean
from casedb.exchange.foreign_json import TWICE, read_json
from casedb.words import say

MOST_VALUES = 200
"""Values of one property that are read."""
LARGEST_VALUE = 16 << 20
"""Bytes of one JSON value: what is made of it in memory may be forty times as large."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it stands there: every property with its values as texts, `label` from a diagram."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]
    label: str = ""
    groups: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()

    def first(self, *names: str) -> str:
        """The first value of the first of some properties that has one."""
        return next((each for name in names for each in self.properties.get(name, ())), "")


def entities_in(data: bytes, lines: list[Line]) -> Iterator[Entity]:
    """The entities that bytes tell of; what is none gets a line. Raises IntakeRefused."""
    found = _whole(data)
    if isinstance(found, dict):
        held = cast("dict[str, object]", found)
        layout = held.get("layout")
        if isinstance(layout, dict):
            yield from _of_diagram(cast("dict[str, object]", layout), held, lines)
            return
        rows: list[object] = [held]
    elif isinstance(found, list):
        rows = cast("list[object]", found)
    else:
        rows = list(_of_lines(data, lines))
    _refuse_too_many(rows)
    for n, row in enumerate(rows):
        entity = _entity(row)
        if entity is not None:
            yield entity
        else:
            lines.append(Line(f"#{n + 1}", "rejected", say("It is no entity of FollowTheMoney.")))


def _whole(data: bytes) -> object:
    """The one JSON value that bytes are; None where they are several lines of them."""
    if len(data) > LARGEST_VALUE:
        return None
    try:
        return read_json(data)
    except IntakeRefused:
        if b"\n" not in data.strip():
            raise
        return None


def _of_lines(data: bytes, lines: list[Line]) -> Iterator[object]:
    for n, line in enumerate(io.BytesIO(data), 1):
        if n > MOST_THINGS + MOST_TIES:
            raise IntakeRefused(too_many())
        if not line.strip():
            continue
        try:
            yield read_json(line) if len(line) <= LARGEST_VALUE else None
        except IntakeRefused:
            if n == 1:
                # What begins with something else is another sort of file.
                raise
            lines.append(Line(f"#{n}", "rejected", say("This line is no JSON that can be read.")))


def _of_diagram(
    layout: Mapping[str, object], whole: Mapping[str, object], lines: list[Line]
) -> Iterator[Entity]:
    labels: dict[str, str] = {}
    entity_of: dict[str, str] = {}
    for each in _objects(layout.get("vertices")):
        named, vertex, label = (_text(each.get(key)) for key in ("entityId", "id", "label"))
        if named and each.get("type", "entity") == "entity":
            labels[named], entity_of[vertex] = label, named
    groups: dict[str, list[str]] = {}
    for each in _objects(layout.get("groupings")):
        label, members = _text(each.get("label")), each.get("vertices")
        for vertex in cast("list[object]", members) if isinstance(members, list) else []:
            named = entity_of.get(_text(vertex))
            if named and label:
                groups.setdefault(named, []).append(label)
    given = _objects(layout.get("entities")) or _objects(whole.get("entities"))
    _refuse_too_many(given)
    for n, row in enumerate(given):
        entity = _entity(row)
        if entity is None:
            lines.append(Line(f"#{n + 1}", "rejected", say("It is no entity of FollowTheMoney.")))
            continue
        yield Entity(
            entity.id,
            entity.schema,
            entity.properties,
            labels.get(entity.id, ""),
            tuple(dict.fromkeys(groups.get(entity.id, ()))),
            entity.datasets,
        )


def _entity(row: object) -> Entity | None:
    if not isinstance(row, dict):
        return None
    held = cast("dict[str, object]", row)
    name, schema, properties = (
        _text(held.get("id")),
        _text(held.get("schema")),
        held.get("properties"),
    )
    if not name or not schema or not isinstance(properties, dict):
        return None
    return Entity(
        name,
        schema,
        {
            clean(key, 200): _values(value)
            for key, value in cast("dict[str, object]", properties).items()
        },
        label=_text(held.get("caption")),
        datasets=_values(held.get("datasets")),
    )


def _values(given: object) -> tuple[str, ...]:
    listed = cast("list[object]", given) if isinstance(given, list) else [given]
    found: list[str] = []
    for each in listed[:MOST_VALUES]:
        if isinstance(each, dict):
            # Aleph nests the entities that are named, others name them by their id.
            each = cast("dict[str, object]", each).get("id")
        if isinstance(each, bool) or each is None or each is TWICE:
            continue
        text = each if isinstance(each, str) else str(each) if isinstance(each, int | float) else ""
        if text.strip():
            found.append(clean(text))
    return tuple(dict.fromkeys(found))


def _objects(given: object) -> list[dict[str, object]]:
    listed = cast("list[object]", given) if isinstance(given, list) else []
    return [cast("dict[str, object]", each) for each in listed if isinstance(each, dict)]


def _text(given: object) -> str:
    return clean(given, LONGEST_TEXT) if isinstance(given, str) else ""


def _refuse_too_many(rows: Sequence[object]) -> None:
    if len(rows) > MOST_THINGS + MOST_TIES:
        raise IntakeRefused(too_many())


def too_many() -> str:
    """That a file has more in it than is read."""
    return say(
        "It has more than {things} things or {ties} links, so it was not read as a diagram.",
        things=MOST_THINGS,
        ties=MOST_TIES,
    )
