"""A board as a JSON Canvas: cards as nodes, links between them as edges, frames as groups.

What a canvas said that the board came from, and nobody has changed since, is written back to the letter;
what is ours alone stands in a member `caseboard` of each node and edge, which other programs leave alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from casedb.exchange.canvas import SIDES, Members, written
from casedb.model.card_face import face, title_of
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import End, link_type
from casedb.model.records import Card, Element, Frame, Item, Link, Ref
from casedb.words import say

OURS = "caseboard"
"""The member in which stands what other programs do not know."""
_COLOURS = {
    "claim": "2",
    "sat": "5",
    "deb": "3",
    "sta": "6",
    "med": "4",
    "evt": "1",
    "sup": "4",
    "dis": "1",
    "und": "3",
}
"""The six colours of a canvas by the colours of ours."""


@dataclass(frozen=True, slots=True)
class BoardCanvas:
    """A canvas of a board as text, and in sentences what is not in it."""

    text: str
    remarks: tuple[str, ...]


def board_as_canvas(contents: Contents, board_id: str) -> BoardCanvas:
    """Write a board as a canvas: the same board gives the same text."""
    rest = _Rest(contents, board_id)
    nodes = [
        *(rest.node(frame.id, node) for frame, node in group_nodes(contents, board_id)),
        *(rest.node(card.id, node) for card, node in card_nodes(contents, board_id)),
    ]
    ids = {own: cast("str", node["id"]) for own, node in rest.written.items()}
    edges = [
        rest.edge(link_id, renamed(edge, ids)) for link_id, edge in link_edges(contents, board_id)
    ]
    text = written([*nodes, *rest.kept_nodes], [*edges, *rest.edges_left(ids)], rest.top)
    return BoardCanvas(f"{text}\n", tuple(_left_out(contents, board_id)))


# -- nodes ---------------------------------------------------------------------------------------


def group_nodes(contents: Contents, board_id: str) -> Iterator[tuple[Frame, Members]]:
    """The frames of a board as groups, the lowest first."""
    for frame in contents.frames_on(board_id):
        node: Members = {"id": name_of(frame.id), "type": "group", **_box(frame)}
        if frame.accent in _COLOURS:
            node["color"] = _COLOURS[frame.accent]
        if frame.title:
            node["label"] = frame.title
        yield frame, node


def card_nodes(contents: Contents, board_id: str) -> Iterator[tuple[Card, Members]]:
    """The cards of a board as nodes, the lowest first."""
    for card in contents.cards_on(board_id):
        item = contents.items[card.item]
        node: Members = {"id": name_of(card.id), "type": "text", **_box(card)}
        colour = _COLOURS.get(card.accent or kind_of(item.kind).accent)
        if colour is not None:
            node["color"] = colour
        node["text"] = text_of(contents, item)
        node[OURS] = {"kind": item.kind, "item": item.id}
        yield card, node


def name_of(record_id: str) -> str:
    """The id of a node or edge: sixteen hex digits, as Obsidian gives them, always the same."""
    return hashlib.sha256(record_id.encode()).hexdigest()[:16]


def _box(placed: Card | Frame) -> Members:
    return {
        "x": round(placed.x),
        "y": round(placed.y),
        "width": max(1, round(placed.w)),
        "height": max(1, round(placed.h)),
    }


def text_of(contents: Contents, item: Item) -> str:
    """An item as a text in Markdown: its title, what stands at the foot of its card, its summary.

    What people have written is no Markdown: its signs stand for themselves, and load nothing.
    """
    told = face(contents, item)
    title = _plain(title_of(contents, item))
    shown = [say(kind_of(item.kind).label), *told.footer]
    if item.kind == "note":
        lines = [title, _plain(item.values.text("summary"))]
    else:
        lines = [f"**{title}**" if title else "", " · ".join(filter(None, map(_plain, shown)))]
        lines.append(_plain(item.values.text("summary")))
    return "\n\n".join(filter(None, lines))


_SIGNS = re.compile(r"([\\`*_\[\]<>|~$!#&])")
_STARTS = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def _plain(text: str) -> str:
    return _STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text)) if text else ""


# -- edges ---------------------------------------------------------------------------------------


def link_edges(contents: Contents, board_id: str) -> Iterator[tuple[str, Members]]:
    """The links between cards of a board as edges; of an item with several cards its lowest."""
    cards: dict[str, Card] = {}
    for card in reversed(contents.cards_on(board_id)):
        cards[card.item] = card
    for link in contents.links.values():
        start, end = (_card_at(contents, each, cards) for each in (link.start, link.end))
        if start is not None and end is not None and start != end:
            yield link.id, _edge(contents, link, start, end)


def _card_at(contents: Contents, ref: Ref, cards: Mapping[str, Card]) -> Card | None:
    if ref.end is End.ELEMENT:
        element = contents.get(Element, ref.id)
        return cards.get(element.claim) if element is not None else None
    return cards.get(ref.id) if ref.end is End.ITEM else None


def _edge(contents: Contents, link: Link, start: Card, end: Card) -> Members:
    sort = link_type(link.type)
    leaving, arriving = sides(start, end)
    says = "" if link.type == "related" else say(sort.says)
    edge: Members = {
        "id": name_of(link.id),
        "fromNode": name_of(start.id),
        "fromSide": leaving,
        "toNode": name_of(end.id),
        "toSide": arriving,
    }
    if sort.symmetric:
        edge["toEnd"] = "none"
    if sort.accent in _COLOURS:
        edge["color"] = _COLOURS[sort.accent]
    label = ": ".join(filter(None, (says, link.values.text("label"))))
    if label:
        edge["label"] = label
    ours: Members = {"type": link.type, "link": link.id}
    if link.end.end is End.ELEMENT:
        ours["element"] = link.end.id
    edge[OURS] = ours
    return edge


def sides(start: Card, end: Card) -> tuple[str, str]:
    """At which sides a line between two cards leaves and arrives: those that face each other."""
    across = (end.x + end.w / 2) - (start.x + start.w / 2)
    down = (end.y + end.h / 2) - (start.y + start.h / 2)
    # How far they are apart beyond their halves: a wide card has more to its sides.
    beside = abs(across) - (start.w + end.w) / 2
    below = abs(down) - (start.h + end.h) / 2
    top, right, bottom, left = SIDES
    if beside >= below:
        return (right, left) if across >= 0 else (left, right)
    return (bottom, top) if down >= 0 else (top, bottom)


def renamed(edge: Members, ids: Mapping[str, str]) -> Members:
    """An edge between nodes by the ids that they are written with, given by the ids of cards."""
    by_name = {name_of(own): node_id for own, node_id in ids.items()}
    ends = {name: edge[name] for name in ("fromNode", "toNode")}
    return {**edge, **{name: by_name.get(cast("str", at), at) for name, at in ends.items()}}


def _left_out(contents: Contents, board_id: str) -> Iterator[str]:
    there = {card.item for card in contents.cards_on(board_id)}
    links = [each for each in contents.links.values() if End.LINK in (each.start.end, each.end.end)]
    about = sum(bool({each.start.id, each.end.id} & there) for each in links)
    if about:
        yield say(
            "{n} link that ends at another link is not in it.",
            "{n} links that end at other links are not in it.",
            n=about,
        )


# -- what a canvas said --------------------------------------------------------------------------


class _Rest:
    """What the canvas said that a board came from."""

    def __init__(self, contents: Contents, board_id: str) -> None:
        held = contents.canvas_rest_of(board_id)
        values: Mapping[str, JsonValue] = held.values if held is not None else {}
        self._nodes, self._edges = _members(values.get("nodes")), _members(values.get("edges"))
        self.top = _members(values.get("top"))
        self.kept_nodes = _listed(values.get("kept_nodes"))
        self.kept_edges = _listed(values.get("kept_edges"))
        self.written: dict[str, Members] = {}

    def node(self, own_id: str, ours: Members) -> Members:
        """A node: as it was, where nothing has changed since."""
        made = merged(_members(self._nodes.get(own_id)), ours)
        self.written[own_id] = made
        return made

    def edge(self, link_id: str, ours: Members) -> Members:
        """An edge, in the same way."""
        made = merged(_members(self._edges.get(link_id)), ours)
        for name in ("fromSide", "toSide"):
            # Some programs do not draw an edge that does not say where it begins and ends.
            made.setdefault(name, ours[name])
        return made

    def edges_left(self, ids: Mapping[str, str]) -> Iterator[JsonValue]:
        """The edges that could not be shown, but for those of nodes that have gone since."""
        told = [_members(_members(each).get("told")).get("id") for each in self._nodes.values()]
        there = set(ids.values())
        gone = [each for each in told if each not in there]
        for each in self.kept_edges:
            ends = _members(each)
            if ends.get("fromNode") not in gone and ends.get("toNode") not in gone:
                yield each


def merged(held: Mapping[str, JsonValue], ours: Members) -> Members:
    """What was said, with what is otherwise now than when it came: `held` is as `kept` made it."""
    said, verbatim = _members(held.get("said")), _members(held.get("told"))
    if not verbatim:
        return ours
    made: Members = dict(verbatim)
    for name in dict.fromkeys((*said, *ours)):
        if name == "id" or said.get(name) == ours.get(name):
            continue
        if name in ours:
            made[name] = ours[name]
        else:
            made.pop(name, None)
    return made


def kept(told: Members, said: Members) -> Members:
    """What is kept of a node or edge: what it told, and what we would say of what was made of it."""
    return {"told": told, "said": said}


def _members(value: JsonValue | None) -> Members:
    return dict(value) if isinstance(value, Mapping) else {}


def _listed(value: JsonValue | None) -> list[JsonValue]:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return list(cast("Sequence[JsonValue]", value)) if is_list else []
