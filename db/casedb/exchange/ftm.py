"""Entities of FollowTheMoney, as lines of JSON or in a network diagram of Aleph, read as a `Diagram`.

    {"id": "…", "schema": "Person", "properties": {"name": ["…"]}}      a line for each (.ftm, .ijson)
    {"layout": {"entities": […], "vertices": […], "groupings": […]}}    a diagram (.vis)

An entity becomes an item or, where its schema ties two things together, a link. What has no field of its own
stands in the notes. Nothing is fetched, and nothing is believed but that it stands there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedb.errors import IntakeRefused
from casedb.exchange.diagram import (
    LARGEST,
    MOST_THINGS,
    MOST_TIES,
    Diagram,
    Line,
    Origin,
    Thing,
    Tie,
    fitting,
    notes_of,
    readable,
    title,
)
from casedb.exchange.ftm_entities import Entity, entities_in, too_many
from casedb.exchange.ftm_schema import (
    CAPTIONS,
    DATES,
    IDENTIFIERS,
    JOINTS,
    NAMES,
    OTHER_NAMES,
    PLACES,
    PUBLISHERS,
    SUMMARIES,
    THINGS,
    TOPICS,
    Joint,
)
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import End
from casedb.model.place import Place, PlaceNotUnderstood, Point
from casedb.words import say


def read_ftm(data: bytes, *, claims: bool) -> Diagram | None:
    """The diagram that bytes describe; None for bytes that are none and of which nobody `claims` it.

    Raises IntakeRefused for what should be one and cannot be read.
    """
    if len(data) > LARGEST:
        if claims:
            raise IntakeRefused(
                say(
                    "It has more than {largest} MiB, so it was not read as a diagram.",
                    largest=LARGEST >> 20,
                )
            )
        return None
    try:
        lines: list[Line] = []
        entities = list(entities_in(data, lines))
    except IntakeRefused:
        if claims:
            raise
        return None
    if not entities:
        if claims:
            raise IntakeRefused(say("There is no entity of FollowTheMoney in it."))
        return None
    return _Reading(entities, lines).read()


class _Reading:
    """Entities on their way to a diagram."""

    def __init__(self, entities: Sequence[Entity], lines: list[Line]) -> None:
        self._lines = lines
        self._entities: dict[str, Entity] = {}
        for each in entities:
            if each.id in self._entities:
                reason = say("Its id stands there twice; the first was taken.")
                lines.append(Line(self._called(each), "rejected", reason))
            else:
                self._entities[each.id] = each
        self._things: dict[str, Thing] = {}
        self._ties: list[Tie] = []
        self._origins: dict[str, Origin] = {}

    def read(self) -> Diagram:
        entities = self._entities.values()
        for each in entities:
            if each.schema == "Page":
                reason = say("It is a page of a document, whose words come with the file.")
                self._lines.append(Line(self._called(each), "rejected", reason))
            elif each.schema not in JOINTS:
                self._take(each)
        for each in entities:
            joint = JOINTS.get(each.schema)
            if joint is not None:
                self._join(each, joint)
            elif each.id in self._things:
                self._relate(each)
        if len(self._things) > MOST_THINGS or len(self._ties) > MOST_TIES:
            raise IntakeRefused(too_many())
        things, ties, origins = self._things.values(), self._ties, self._origins.values()
        return Diagram(tuple(things), (), tuple(ties), tuple(origins), tuple(self._lines))

    @staticmethod
    def _called(entity: Entity) -> str:
        name = " ".join(
            entity.properties.get("firstName", ())[:1] + entity.properties.get("lastName", ())[:1]
        )
        return title(
            entity.first("name") or name or entity.first(*NAMES) or entity.label or entity.id
        )

    def _take(self, entity: Entity) -> None:
        filling = _Filling(entity)
        if filling.is_strange:
            filling.reasons.append(
                say(
                    "The schema “{schema}” is not known here; it became an entity.",
                    schema=title(entity.schema),
                )
            )
        filling.put("title", self._called(entity))
        filling.fill()
        notes = [] if filling.says_schema else [(readable("schema"), entity.schema)]
        for name, values in entity.properties.items():
            there = self._said(values) if name not in filling.used else []
            if there:
                notes.append((readable(name), "; ".join(there)))
        filling.put("notes", notes_of([*notes, ("FollowTheMoney", entity.id)]))
        source = self._source(entity)
        named = {"source": (source,)} if source and filling.kind.has("source") else {}
        self._things[entity.id] = Thing(entity.id, filling.kind.name, filling.values, named)
        outcome = "changed" if filling.reasons else "taken"
        told = " ".join(filling.reasons)
        self._lines.append(Line(self._called(entity), outcome, told, entity.id))

    def _said(self, values: Sequence[str]) -> list[str]:
        """The values of a property that are no ids of other entities: those become links."""
        return [each for each in values if each not in self._entities]

    def _source(self, entity: Entity) -> str:
        """The key of the source that an entity names: who published it, or the data set it is in."""
        publisher = title(entity.first(*PUBLISHERS))
        name = publisher or title(next(iter(entity.datasets), ""))
        if not name:
            return ""
        values: dict[str, JsonValue] = {"name": name}
        if not publisher:
            values["source_type"] = "dataset"
        elif entity.first("publisherUrl"):
            values["url"] = entity.first("publisherUrl")
        self._origins.setdefault(name, Origin(name, values))
        return name

    def _join(self, entity: Entity, joint: Joint) -> None:
        starts, ends = (entity.properties.get(each, ()) for each in (joint.start, joint.end))
        caption = next((each for name in CAPTIONS if (each := entity.first(name))), "")
        label = title(f"{joint.says}: {caption}" if caption else joint.says)
        told = [
            (readable(name), "; ".join(said))
            for name, values in entity.properties.items()
            if name not in (joint.start, joint.end) and (said := self._said(values))
        ]
        values: dict[str, JsonValue] = {"label": label, "rationale": notes_of(told)}
        joined = 0
        for start in starts:
            for end in ends:
                key = entity.id if not joined else f"{entity.id}#{joined}"
                joined += self._tie(key, joint.type, start, end, values)
        name = title(f"{entity.schema}: {caption}" if caption else entity.schema)
        if joined:
            self._lines.append(Line(name, "taken", "", entity.id))
        else:
            reason = say("What it joins is not in the file.")
            self._lines.append(Line(name, "rejected", reason))

    def _relate(self, entity: Entity) -> None:
        """Links to what an entity names in its properties."""
        for name, values in entity.properties.items():
            for each in values:
                if each in self._things and each != entity.id:
                    label: dict[str, JsonValue] = {"label": title(readable(name))}
                    self._tie(f"{entity.id}:{name}:{each}", "related", entity.id, each, label)

    def _tie(
        self, key: str, type_name: str, start: str, end: str, values: Mapping[str, JsonValue]
    ) -> int:
        one, other = self._things.get(start), self._things.get(end)
        if one is None or other is None or start == end:
            return 0
        if len(self._ties) > MOST_TIES:
            raise IntakeRefused(too_many())
        fits = fitting(type_name, (End.ITEM, one.kind), (End.ITEM, other.kind))
        kept = {name: value for name, value in values.items() if value}
        self._ties.append(Tie(key, fits, (End.ITEM, start), (End.ITEM, end), kept))
        return 1


class _Filling:
    """The fields of one item, filled from the properties of an entity; `used` are those that are in one."""

    def __init__(self, entity: Entity) -> None:
        sort = THINGS.get(entity.schema)
        self._entity = entity
        self.is_strange = sort is None
        self.kind = kind_of(sort.kind if sort is not None else "entity")
        self.values: dict[str, JsonValue] = dict(sort.values) if sort is not None else {}
        self.says_schema = entity.schema.lower() in map(str, self.values.values())
        self.used = {"publisherUrl"} if entity.first(*PUBLISHERS) else set[str]()
        self.used.update(PUBLISHERS)
        self.reasons: list[str] = []

    def put(self, field: str, value: JsonValue, *properties: str) -> None:
        """Fill a field where the kind has it and there is something to fill it with."""
        if value and self.kind.has(field):
            self.values[field] = value
            self.used.update(properties)

    def fill(self) -> None:
        """Fill what can be filled."""
        entity = self._entity
        names = entity.properties.get("name", ())
        if len(names) == 1:
            self.used.add("name")
        other = [*names[1:], *self._all(OTHER_NAMES)]
        self.put("aliases", _unique(other), "name", *OTHER_NAMES)
        summary = next((key for key in SUMMARIES if entity.first(key)), "")
        self.put("summary", "\n".join(self._all((summary,))), summary)
        told = [f"{readable(key)} {each}" for key in IDENTIFIERS for each in self._all((key,))]
        self.put("identifier", "; ".join(told), *IDENTIFIERS)
        self.put("tags", _unique([*entity.groups, *self._all(TOPICS)]), *TOPICS)
        self.put("author", "; ".join(self._all(("author",))), "author")
        for field, key in (("language", "language"), ("url", "sourceUrl")):
            alone = (key,) if len(self._all((key,))) == 1 else ()
            self.put(field, entity.first(key), *alone)
        self._fill_date()
        self._fill_place()

    def _all(self, keys: Sequence[str]) -> list[str]:
        return [each for key in keys for each in self._entity.properties.get(key, ())]

    def _fill_date(self) -> None:
        field, keys = DATES.get(self.kind.name, ("", ()))
        key = next((each for each in keys if self._entity.first(each)), "")
        if not key:
            return
        text, end = self._entity.first(key), self._entity.first("endDate")
        ends = (key, "endDate") if key == "startDate" and end else (key,)
        if len(ends) == 2 and end != text:
            text = f"{text}/{end}"
        try:
            date = FuzzyDate.parse(text).to_json()
        except DateNotUnderstood as trouble:
            told = say("Its date stands in the notes: {trouble}", trouble=str(trouble))
            self.reasons.append(told)
            return
        self.put(field, dict[str, JsonValue](date))
        self.used.update(each for each in ends if len(self._all((each,))) == 1)

    def _fill_place(self) -> None:
        key = next((each for each in PLACES if self._entity.first(each)), "")
        name = title(self._entity.first(key)) if key else ""
        try:
            point = Point(*(float(self._entity.first(each)) for each in ("latitude", "longitude")))
        except (ValueError, PlaceNotUnderstood):
            point = None
        if name or point is not None:
            alone = (key,) if key and self._all((key,)) == [name] else ()
            degrees = ("latitude", "longitude") if point is not None else ()
            self.put("where", Place(name, point).to_json(), *alone, *degrees)


def _unique(texts: Sequence[str]) -> list[JsonValue]:
    return list[JsonValue](dict.fromkeys(texts))
