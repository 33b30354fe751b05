"""GraphML read as a `Diagram`: that of other programs by its labels, our own by all it says.

A node becomes an item of the kind that one of its data names, else an entity; data that are called as a field
fill it, and all others stand in the notes. An edge becomes a link of the type that it names, where that may
join its ends, else one that says “related”.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from casedb.errors import IntakeRefused
from casedb.exchange.diagram import (
    LARGEST,
    Diagram,
    Line,
    Origin,
    Part,
    Thing,
    Tie,
    fitting,
    known_kind,
    notes_of,
    readable,
    title,
)
from casedb.exchange.ftm_schema import THINGS
from casedb.exchange.graph import ELEMENT, FIELD, ITEM, LINK, OF_LINK, SOURCE
from casedb.exchange.graphml_xml import Drawing, Told, read_drawing
from casedb.exchange.unflat import values_of
from casedb.model.forms import ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.link_types import LINK_TYPES, End, link_fields
from casedb.model.reference_fields import ItemRefs, SourceRef, SourceRefs
from casedb.words import say

LABELS = ("label", "Label", "title", "name", "Name", "d_label", "description")
"""Data that say what a node is called, the first that is there winning."""
SORTS = ("kind_name", "kind", "type", "schema", "category", "entity_type")
"""Data that say what a node is."""
RELATIONS = ("type", "relation", "relationship", "label", "Label", "name", "description")
"""Data that say what an edge says."""
_BY_WORD: Mapping[str, tuple[str, Mapping[str, JsonValue]]] = {
    **{name.lower(): (sort.kind, sort.values) for name, sort in THINGS.items()},
    **{
        word: ("entity", {"entity_type": entity_type})
        for entity_type, words in {
            "person": ("people", "individual", "human"),
            "organisation": ("organisation", "org", "firm", "business", "group"),
            "vessel": ("ship", "boat"),
            "aircraft": ("aircraft", "plane"),
            "facility": ("facility", "place", "location", "building"),
            "weapon_type": ("weapon", "weapon_type"),
        }.items()
        for word in words
    },
    **dict.fromkeys(("incident", "meeting"), ("event", {})),
    **dict.fromkeys(("file", "report", "website", "url"), ("document", {})),
    **{name: (name, {}) for name in KINDS},
    **{kind.label.lower(): (name, {}) for name, kind in KINDS.items()},
}
"""What a node becomes, by the word that says what it is."""
_OURS_ALONE = frozenset(
    (
        *(
            "label",
            "sort",
            "kind",
            "kind_name",
            "title",
            "exhibit",
            "grade",
            "verdict",
            "boards",
            "files",
        ),
        *(
            "x",
            "y",
            "colour",
            "other",
            "date",
            "date_edtf",
            "date_earliest",
            "date_latest",
            "date_zone",
        ),
        *("lat", "lon", "reliability", "claim", "claim_id", "position"),
    )
)
"""Data of our own graphs that are reckoned from others, or belong to the case they came from."""


def read_graphml(data: bytes) -> Diagram:
    """The diagram that GraphML describes. Raises IntakeRefused for what cannot be read."""
    if len(data) > LARGEST:
        raise IntakeRefused(
            say(
                "It has more than {largest} MiB, so it was not read as a diagram.",
                largest=LARGEST >> 20,
            )
        )
    return _Reading(read_drawing(data)).read()


class _Reading:
    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._is_ours = drawing.graph.data.get("made_with", "").startswith("Caseboard ")
        self._lines: list[Line] = []
        self._kinds: dict[str, str] = {}
        self._values: dict[str, dict[str, JsonValue]] = {}
        self._named: dict[str, dict[str, list[str]]] = {}
        self._origins: dict[str, dict[str, JsonValue]] = {}
        self._owners: dict[str, str] = {}
        self._elements: dict[str, dict[str, JsonValue]] = {}
        self._claims: dict[str, str] = {}
        self._ties: dict[str, Tie] = {}

    def read(self) -> Diagram:
        for node in self._drawing.nodes:
            self._take_node(node)
        edges = list(enumerate(self._drawing.edges))
        for _, edge in edges:
            self._take_field(edge)
        for n, edge in self._take_edges([each for each in edges if not self._is_other(each[1])]):
            reason = say("What it joins is not in the file, or is nothing that a link may join.")
            self._lines.append(Line(_called(edge) or f"#{n + 1}", "rejected", reason))
        if self._drawing.hyperedges:
            reason = say("An edge between more than two nodes cannot be a link.")
            self._lines += [Line("hyperedge", "rejected", reason)] * min(
                self._drawing.hyperedges, 100
            )
        return Diagram(
            tuple(
                Thing(
                    key,
                    kind,
                    self._values[key],
                    {n: tuple(ids) for n, ids in self._named.get(key, {}).items()},
                )
                for key, kind in self._kinds.items()
            ),
            tuple(
                Part(key, self._claims[key], values)
                for key, values in self._elements.items()
                if self._kinds.get(self._claims.get(key, "")) == "claim"
            ),
            tuple(self._ties.values()),
            tuple(
                Origin(key, values, self._owners.get(key, ""))
                for key, values in self._origins.items()
            ),
            tuple(self._lines),
        )

    # -- nodes --------------------------------------------------------------------------------

    def _take_node(self, node: Told) -> None:
        name = _called(node) or title(node.id)
        if not node.id or node.id in self._kinds or node.id in self._origins:
            reason = say("Its id is missing, or stands there twice; the first was taken.")
            self._lines.append(Line(name, "rejected", reason))
            return
        sort = node.data.get("sort", "") if self._is_ours else ITEM
        if sort == LINK:
            return
        if sort == SOURCE:
            values, _ = values_of(SOURCE_FIELDS, node.data)
            self._origins[node.id] = {**values, "name": node.data.get("name") or name}
        elif sort == ELEMENT:
            self._elements[node.id], _ = values_of(ELEMENT_FIELDS, node.data)
            roles = {each.value for each in ELEMENT_ROLES}
            if self._elements[node.id].get("role") not in roles:
                self._elements[node.id].pop("role", None)
        else:
            self._take_item(node, name)
            return
        self._lines.append(Line(name, "taken", "", node.id))

    def _take_item(self, node: Told, name: str) -> None:
        kind_name, given, sort, word = self._sort_of(node)
        kind = kind_of(kind_name)
        values, used = values_of(kind.stored_fields(), node.data)
        values = {**given, **values}
        used.add(sort)
        own = node.data.get("title", "") if self._is_ours else ""
        values["title"] = own if self._is_ours else name
        if self._is_ours:
            used |= _OURS_ALONE | {each for each in node.data if each.endswith(("_id", "_json"))}
            used |= {
                field.name
                for field in kind.stored_fields()
                if isinstance(field, SourceRef | SourceRefs | ItemRefs)
            }
        used |= {each for each in LABELS if node.data.get(each, "").strip() == values["title"]}
        rest = [
            (readable(each), text)
            for each, text in node.data.items()
            if each not in used and text.strip()
        ]
        if rest and kind.has("notes"):
            there = str(values.get("notes", ""))
            values["notes"] = "\n".join(filter(None, (there, notes_of(rest))))
        self._kinds[node.id] = kind_name
        self._values[node.id] = {
            key: value for key, value in values.items() if value not in ("", [], None)
        }
        reason = ""
        if word:
            reason = say(
                "What it is, “{word}”, is not known here; it became an entity.", word=title(word)
            )
        self._lines.append(Line(name, "changed" if word else "taken", reason, node.id))

    def _sort_of(self, node: Told) -> tuple[str, Mapping[str, JsonValue], str, str]:
        """The kind of a node, what that says of it, where it stands, and the word for it that is not known."""
        strange = ""
        for each in SORTS:
            word = node.data.get(each, "").strip()
            kind, values = _BY_WORD.get(word.lower(), ("", {}))
            if kind and known_kind(kind):
                return kind, values, each, ""
            strange = strange or word
        return "entity", {}, "", strange

    # -- edges --------------------------------------------------------------------------------

    def _is_other(self, edge: Told) -> bool:
        return self._is_ours and edge.data.get("sort", LINK) != LINK

    def _take_field(self, edge: Told) -> None:
        """What a record of ours names, and whose part an element is."""
        if not self._is_other(edge):
            return
        name, start, end = edge.data.get("type", ""), edge.start, edge.end
        if edge.data.get("sort") != FIELD:
            if name == "element_of":
                self._claims[start] = end
            return
        if start in self._origins and end in self._origins and start != end and name == "owner":
            self._owners[start] = end
        kind = kind_of(self._kinds.get(start, "note"))
        field = kind.field(name) if kind.has(name) else None
        fits = end in (self._kinds if isinstance(field, ItemRefs) else self._origins)
        if start in self._kinds and fits and isinstance(field, SourceRef | SourceRefs | ItemRefs):
            self._named.setdefault(start, {}).setdefault(name, []).append(end)

    def _take_edges(self, edges: Sequence[tuple[int, Told]]) -> list[tuple[int, Told]]:
        """Make links of edges, each after the links that it ends on; those that can be none come back."""
        left: dict[int, Told] = {}
        waiting: dict[str, list[tuple[int, Told]]] = {}
        following = deque(edges)
        while following:
            n, edge = following.popleft()
            left[n] = edge
            if key := self._take_edge(n, edge):
                del left[n]
                following.extend(waiting.pop(key, ()))
                continue
            for node in (edge.start, edge.end):
                link = node.removeprefix(OF_LINK)
                if self._is_ours and link != node and link not in self._ties:
                    waiting.setdefault(link, []).append((n, edge))
                    break
        return sorted(left.items(), key=lambda each: each[0])

    def _take_edge(self, n: int, edge: Told) -> str:
        """Make a link of an edge; its key, or nothing where an end is not there, or not there yet."""
        start, end = self._end(edge.start), self._end(edge.end)
        key = edge.id if edge.id and edge.id not in self._ties else f"{edge.id}#{n}"
        if start is None or end is None or start == end:
            return ""
        name, word = self._type_of(edge)
        sorts = [
            (each[0], self._kinds.get(each[1], "") if each[0] is End.ITEM else "")
            for each in (start, end)
        ]
        fits = fitting(name, sorts[0], sorts[1])
        if not fits:
            return ""
        values, used = values_of(link_fields(fits), edge.data)
        label = edge.data.get("link_label", "") if self._is_ours else title(word)
        values["label"] = label
        if not self._is_ours:
            used |= set(RELATIONS)
            rest = [
                (readable(each), text)
                for each, text in edge.data.items()
                if each not in used and text.strip()
            ]
            told = str(values.get("rationale", ""))
            values["rationale"] = "\n".join(filter(None, (told, notes_of(rest))))
        kept = {each: value for each, value in values.items() if value}
        self._ties[key] = Tie(key, fits, start, end, kept)
        reason = ""
        if fits != name:
            says = say(LINK_TYPES[name].says)
            reason = say("“{type}” may not join what it joins, so it became “related”.", type=says)
        self._lines.append(
            Line(_called(edge) or says_of(fits), "changed" if reason else "taken", reason, key)
        )
        return key

    def _end(self, node: str) -> tuple[End, str] | None:
        if node in self._kinds:
            return End.ITEM, node
        if node in self._elements and self._kinds.get(self._claims.get(node, "")) == "claim":
            return End.ELEMENT, node
        link = node.removeprefix(OF_LINK)
        return (End.LINK, link) if self._is_ours and link != node and link in self._ties else None

    def _type_of(self, edge: Told) -> tuple[str, str]:
        """The type of link that an edge names, and what else it says."""
        said = [edge.data[each].strip() for each in RELATIONS if edge.data.get(each, "").strip()]
        by_word = {each.says: name for name, each in LINK_TYPES.items()} | {
            each: each for each in LINK_TYPES
        }
        for each in said:
            name = by_word.get(each.lower())
            if name is not None:
                return name, next((word for word in said if word != each), "")
        return "related", said[0] if said else ""


def says_of(type_name: str) -> str:
    """What a link of a type says, for a line about one that has no words of its own."""
    return say(LINK_TYPES[type_name].says)


def _called(told: Told, labels: Sequence[str] = LABELS) -> str:
    return next((title(text) for each in labels if (text := told.data.get(each, "")).strip()), "")
