"""A case as a graph of nodes and edges, for programs that draw and count networks.

Nodes are the items, the elements of claims and the sources. Edges are the links, and what records name in
their fields. An edge of these formats joins nodes alone, and a link may end on a link: a link that is pointed
at has a node of its own besides, `link:` and its id, with an edge to it from its start and one from it to its
end; what points at the link ends on that node.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casedb.exchange.flat import Cell, Cells, date_cells
from casedb.exchange.rows import (
    element_cells,
    item_cells,
    link_cells,
    secret_fields,
    source_cells,
    title_at,
)
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected, public_name
from casedb.model.fields import AnyField, Unreadable
from casedb.model.item_dates import date_on_card
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import End, link_type
from casedb.model.place import Place
from casedb.model.records import Board, Item, Link, Ref, Source
from casedb.model.reference_fields import ItemRefs, SourceRef, SourceRefs
from casedb.words import say

ITEM, ELEMENT, SOURCE, LINK = "item", "element", "source", "link"
FIELD, PART = "field", "part"
"""Sorts of nodes and edges: of an edge `link`, what is named in a `field`, or that it is a `part`."""
OF_LINK = "link:"
"""With what the id of a node begins that stands for a link."""
_ENDS = frozenset(("id", "start_sort", "start_id", "start", "end_sort", "end_id", "end"))


@dataclass(frozen=True, slots=True)
class Node:
    """A node: what it is called, its attributes, the token of its colour, and the middle of its card on
    the board, in board units with y growing downwards."""

    id: str
    label: str
    cells: Cells
    accent: str
    spot: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from a node to another."""

    id: str
    start: str
    end: str
    label: str
    cells: Cells
    accent: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes, and edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(contents: Contents, board: Board | None = None) -> Graph:
    """A case as a graph, its nodes where their cards lie on the board."""
    nodes = tuple(_nodes(contents, _spots(contents, board)))
    there = {each.id for each in nodes}
    edges = (each for each in _edges(contents) if each.start in there and each.end in there)
    return Graph(nodes, tuple({each.id: each for each in edges}.values()))


def _spots(contents: Contents, board: Board | None) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    if board is not None:
        for card in sorted(contents.each_card_on(board.id), key=lambda card: card.id):
            shown = card.shown
            found.setdefault(card.item, (shown.x + shown.w / 2, shown.y + shown.h / 2))
    return found


def _nodes(contents: Contents, spots: Mapping[str, tuple[float, float]]) -> Iterator[Node]:
    for item in contents.items.values():
        told = {"sort": ITEM, "kind_name": item.kind, **item_cells(contents, item)}
        cells = _without_id({**told, **_when_and_where(item)})
        accent = kind_of(item.kind).accent
        yield Node(item.id, title_of(contents, item), cells, accent, spots.get(item.id))
    for element in contents.elements.values():
        cells = _without_id({"sort": ELEMENT, **element_cells(contents, element)})
        yield Node(element.id, title_at(contents, Ref.element(element.id)), cells, "claim")
    for source in contents.sources.values():
        cells = _without_id({"sort": SOURCE, **source_cells(contents, source)})
        yield Node(source.id, public_name(source), cells, "tx2")
    for link in _pointed_at(contents):
        cells: Cells = {"sort": LINK, "link": link.id, "type": link.type}
        label = title_at(contents, Ref.link(link.id))
        yield Node(f"{OF_LINK}{link.id}", label, cells, link_type(link.type).accent)


def _without_id(cells: Cells) -> Cells:
    return {name: cell for name, cell in cells.items() if name != "id"}


def _when_and_where(item: Item) -> Cells:
    """The date and the place that stand on an item's card, under one name for every kind."""
    date = date_on_card(item)
    found = date_cells("date", date) if date is not None else {}
    kind = kind_of(item.kind)
    for name in kind.face_place:
        try:
            place = kind.field(name).read(item.values) if kind.has(name) else None
        except Unreadable:
            continue
        if isinstance(place, Place) and place.centre is not None:
            return {**found, "lat": place.centre.lat, "lon": place.centre.lon}
    return found


def _pointed_at(contents: Contents) -> Iterator[Link]:
    named = dict.fromkeys(
        end.id
        for link in contents.links.values()
        for end in (link.start, link.end)
        if end.end is End.LINK
    )
    return (link for link in contents.links.values() if link.id in named)


def _edges(contents: Contents) -> Iterator[Edge]:
    for link in contents.links.values():
        own = {n: cell for n, cell in link_cells(contents, link).items() if n not in _ENDS}
        label = own.pop("label", None)
        of = link_type(link.type)
        cells: Cells = {"sort": LINK, **own, "symmetric": of.symmetric}
        if label is not None:
            cells["link_label"] = label
        shown = str(label) if label is not None else say(of.says)
        yield Edge(link.id, _node_of(link.start), _node_of(link.end), shown, cells, of.accent)
    for link in _pointed_at(contents):
        node = f"{OF_LINK}{link.id}"
        accent = link_type(link.type).accent
        yield _part(f"{link.id}:start", _node_of(link.start), node, "starts", accent)
        yield _part(f"{link.id}:end", node, _node_of(link.end), "ends", accent)
    for element in contents.elements.values():
        yield _part(f"{element.id}:claim", element.id, element.claim, "element_of", "claim")
    for item in contents.items.values():
        secret = secret_fields(contents, item)
        fields = (each for each in kind_of(item.kind).stored_fields() if each.name not in secret)
        for field in fields:
            yield from _named_in(contents, item.id, field, item.values)
    for source in contents.sources.values():
        if not is_protected(source):
            owner = source.values.text("owner")
            if owner:
                yield _field(source.id, "owner", owner)


def _named_in(
    contents: Contents, owner: str, field: AnyField, values: Mapping[str, JsonValue]
) -> Iterator[Edge]:
    if not isinstance(field, SourceRef | SourceRefs | ItemRefs):
        return
    try:
        value = field.read(values)
    except Unreadable:
        return
    named = (value,) if isinstance(value, str) else value or ()
    of = Item if isinstance(field, ItemRefs) else Source
    for each in dict.fromkeys(named):
        if contents.get(of, each) is not None:
            yield _field(owner, field.name, each)


def _field(owner: str, name: str, named: str) -> Edge:
    cells: dict[str, Cell] = {"sort": FIELD, "type": name}
    return Edge(f"{owner}:{name}:{named}", owner, named, name.replace("_", " "), cells, "bd2")


def _part(name: str, start: str, end: str, sort: str, accent: str) -> Edge:
    cells: dict[str, Cell] = {"sort": PART, "type": sort}
    return Edge(name, start, end, sort.replace("_", " "), cells, accent)


def _node_of(ref: Ref) -> str:
    return f"{OF_LINK}{ref.id}" if ref.end is End.LINK else ref.id
