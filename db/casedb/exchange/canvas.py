"""JSON Canvas 1.0 (jsoncanvas.org), read with care and written as other programs write it.

A canvas is read as somebody's drawing: what it lacks is given, what is not understood is kept to the
letter, and each of both is told. Nothing in it is followed: paths stay words.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from casedb.errors import IntakeRefused
from casedb.exchange.foreign_json import TWICE, read_json
from casedb.ids import Mint
from casedb.model.geometry import LIMIT
from casedb.model.json_value import JsonValue
from casedb.words import say

LARGEST = 64 << 20
"""Bytes of a canvas that is read; real ones have some hundred thousand."""
MOST = 50_000
"""Nodes, and edges."""
DEEPEST = 30
SORTS = ("text", "file", "link", "group")
SIDES = ("top", "right", "bottom", "left")
WIDTH, HEIGHT = 250, 60
"""The size of a node that says none, as Obsidian makes them."""
_REQUIRED = {"text": "text", "file": "file", "link": "url", "group": ""}
_MARKS = re.compile(rb"^(<{7} |={7}$|>{7} )", re.MULTILINE)

Members = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Node:
    """A node that can be shown: `members` are all that it says, to the letter."""

    id: str
    sort: str
    x: float
    y: float
    width: float
    height: float
    members: Members

    def text(self, name: str) -> str:
        """A text member; empty where there is none."""
        told = self.members.get(name)
        return told if isinstance(told, str) else ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes that can be shown."""

    id: str
    start: str
    end: str
    members: Members

    @property
    def label(self) -> str:
        """What stands on it; empty for nothing."""
        told = self.members.get("label")
        return told if isinstance(told, str) else ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A canvas as it was read, in its order.

    `kept_nodes` and `kept_edges` are such as cannot be shown, `top` what it says besides both lists; they are
    there to be written back. `remarks` say what was taken otherwise than it stands there, or not at all.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    top: Members = field(default_factory=dict[str, JsonValue])
    kept_nodes: tuple[JsonValue, ...] = ()
    kept_edges: tuple[JsonValue, ...] = ()
    remarks: tuple[str, ...] = ()


def read_canvas(data: bytes) -> Canvas:
    """Read a canvas. Raises IntakeRefused, with the reason, for what is none."""
    if len(data) > LARGEST:
        raise IntakeRefused(
            say("It has more than {largest} MiB, so it was not read.", largest=LARGEST >> 20)
        )
    if not data.strip():
        return Canvas()
    if len(_MARKS.findall(data)) >= 2 and data.lstrip()[:1] in (b"{", b"<"):
        raise IntakeRefused(
            say("It holds the marks of two versions that were not merged; settle those first.")
        )
    found = read_json(data)
    if not isinstance(found, dict):
        raise IntakeRefused(say("It is no canvas: a canvas is one JSON object."))
    return _Reading(cast("dict[str, object]", found)).read()


class _Reading:
    """One canvas on its way in."""

    def __init__(self, found: Mapping[str, object]) -> None:
        self._found = found
        self._new_id = Mint()
        self._ids: set[str] = set()
        self._edge_ids: set[str] = set()
        self._remarks: list[str] = []
        self._nodes: list[Node] = []
        self._edges: list[Edge] = []
        self._kept_nodes: list[JsonValue] = []
        self._kept_edges: list[JsonValue] = []

    def read(self) -> Canvas:
        nodes, edges = self._listed("nodes"), self._listed("edges")
        for n, each in enumerate(nodes, 1):
            self._read_node(n, each)
        shown = {each.id: each.sort for each in self._nodes}
        for n, each in enumerate(edges, 1):
            self._read_edge(n, each, shown)
        top = {
            key: _plain(value)
            for key, value in self._found.items()
            if key not in ("nodes", "edges")
        }
        return Canvas(
            *(tuple(self._nodes), tuple(self._edges), top),
            *(tuple(self._kept_nodes), tuple(self._kept_edges), tuple(self._remarks)),
        )

    def _listed(self, name: str) -> Sequence[object]:
        held = self._found.get(name)
        if held is None:
            return ()
        if not isinstance(held, list):
            raise IntakeRefused(say("It is no canvas: its “{name}” are no list.", name=name))
        listed = cast("list[object]", held)
        if len(listed) > MOST:
            raise IntakeRefused(
                say("It has more than {most} {name}, so it was not read.", most=MOST, name=name)
            )
        return listed

    # -- nodes --------------------------------------------------------------------------------

    def _read_node(self, n: int, found: object) -> None:
        if not isinstance(found, dict):
            self._remark(say("Node {n} is no object: kept, not shown.", n=f"{n}"))
            self._kept_nodes.append(_plain(found))
            return
        members = cast("Members", _plain(cast("dict[str, object]", found)))
        sort = members.get("type")
        if not isinstance(sort, str) or sort not in SORTS:
            told = sort if isinstance(sort, str) else ""
            self._remark(
                say(
                    "Node {n} is of the unknown type “{type}”: kept, not shown.",
                    n=f"{n}",
                    type=told,
                )
            )
            self._kept_nodes.append(members)
            return
        needed = _REQUIRED[sort]
        if needed and not isinstance(members.get(needed), str):
            self._remark(say("Node {n} has no {name}.", n=f"{n}", name=needed))
        self._nodes.append(Node(self._id_of(n, members), sort, *self._box(n, members), members))

    def _id_of(self, n: int, members: Members) -> str:
        told = members.get("id")
        name = told if isinstance(told, str) else f"{told}" if isinstance(told, int) else ""
        if name and name not in self._ids:
            self._ids.add(name)
            return name
        made = self._new_id()
        self._ids.add(made)
        self._remark(
            say("Node {n} has an id that another has: it got one of its own.", n=f"{n}")
            if name
            else say("Node {n} has no id: it got one.", n=f"{n}")
        )
        members["id"] = made
        return made

    def _box(self, n: int, members: Members) -> tuple[float, float, float, float]:
        numbers = {name: _number(members.get(name)) for name in ("x", "y", "width", "height")}
        if any(each is None for each in numbers.values()):
            self._remark(say("Node {n} does not say where it lies or how large it is.", n=f"{n}"))
        x, y = (numbers[name] or 0.0 for name in ("x", "y"))
        width, height = numbers["width"] or WIDTH, numbers["height"] or HEIGHT
        return x, y, max(1.0, abs(width)), max(1.0, abs(height))

    # -- edges --------------------------------------------------------------------------------

    def _read_edge(self, n: int, found: object, shown: Mapping[str, str]) -> None:
        if not isinstance(found, dict):
            self._remark(say("Edge {n} is no object: kept, not shown.", n=f"{n}"))
            self._kept_edges.append(_plain(found))
            return
        members = cast("Members", _plain(cast("dict[str, object]", found)))
        start, end = members.get("fromNode"), members.get("toNode")
        if not isinstance(start, str) or not isinstance(end, str):
            self._remark(say("Edge {n} does not say what it joins: kept, not shown.", n=f"{n}"))
        elif start not in shown or end not in shown:
            self._remark(say("Edge {n} leads to no node: kept, not shown.", n=f"{n}"))
        elif "group" in (shown[start], shown[end]):
            self._remark(say("Edge {n} ends at a group: kept, not shown.", n=f"{n}"))
        elif start == end:
            self._remark(say("Edge {n} joins a node with itself: kept, not shown.", n=f"{n}"))
        else:
            self._edges.append(Edge(self._edge_id(n, members), start, end, members))
            return
        self._kept_edges.append(members)

    def _edge_id(self, n: int, members: Members) -> str:
        told = members.get("id")
        if isinstance(told, str) and told and told not in self._edge_ids:
            self._edge_ids.add(told)
            return told
        made = self._new_id()
        self._remark(
            say("Edge {n} has no id, or one that another has: it got one of its own.", n=f"{n}")
        )
        members["id"] = made
        return made

    def _remark(self, sentence: str) -> None:
        self._remarks.append(sentence)


def _number(value: JsonValue | None) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    found = float(value) if abs(value) < 1e300 else math.inf
    return max(-LIMIT, min(LIMIT, found)) if math.isfinite(found) else None


def _plain(value: object, depth: int = 0) -> JsonValue:
    """A value as it can be kept; what no JSON of ours can hold becomes the words for it, or nothing."""
    if depth > DEEPEST or value is TWICE:
        return None
    if isinstance(value, dict):
        held = cast("dict[str, object]", value)
        return {key: _plain(each, depth + 1) for key, each in held.items()}
    if isinstance(value, list):
        return [_plain(each, depth + 1) for each in cast("list[object]", value)]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 1 << 53 else float(value) if abs(value) < 1e300 else None
    return value if isinstance(value, (str, bool)) else None


def written(
    nodes: Sequence[JsonValue], edges: Sequence[JsonValue], top: Mapping[str, JsonValue]
) -> str:
    """A canvas as text: tabs, and each node and edge on a line of its own, so that two versions can be
    compared line by line."""
    told: list[str] = []
    for name, rows in (("nodes", nodes), ("edges", edges)):
        lines = ",\n".join(f"\t\t{_line(each)}" for each in rows)
        told.append(f'\t"{name}":[\n{lines}\n\t]' if rows else f'\t"{name}":[]')
    told += [f"\t{json.dumps(key)}:{_line(value)}" for key, value in top.items()]
    return "{\n" + ",\n".join(told) + "\n}"


def _line(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
