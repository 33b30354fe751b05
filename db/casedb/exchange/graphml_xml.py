"""GraphML as it stands in a file: nodes and edges with their data, read with care.

Nothing outside the file is looked at: no entity is expanded, and a file that declares one is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from casedb.errors import IntakeRefused
from casedb.exchange.diagram import MOST_THINGS, MOST_TIES, clean
from casedb.words import say

DEEPEST = 64
MOST_DATA = 500
"""Data of one node or edge."""
_LABELS = ("NodeLabel", "EdgeLabel")
"""Elements in which yEd keeps what is written on a node or an edge."""


@dataclass(slots=True)
class Told:
    """A node, an edge or the graph: its id, its ends, and its data by name."""

    id: str
    start: str = ""
    end: str = ""
    data: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class Drawing:
    """All that is told of a graph."""

    graph: Told
    nodes: list[Told]
    edges: list[Told]
    hyperedges: int = 0


def read_drawing(data: bytes) -> Drawing:
    """The graph that GraphML tells of. Raises IntakeRefused with the reason."""
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._found = Drawing(Told(""), [], [])
        self._names: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._defaults: dict[str, dict[str, str]] = {}
        self._path: list[str] = []
        self._open: list[Told] = []
        self._key = ""
        self._text: list[str] = []
        self._label: list[str] = []

    def read(self, data: bytes) -> Drawing:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._said
        parser.EntityDeclHandler = self._refuse_entity
        try:
            parser.Parse(data, True)
        except expat.ExpatError as trouble:
            raise IntakeRefused(
                say("Its XML is broken in line {line}.", line=f"{trouble.lineno}")
            ) from None
        except (ValueError, LookupError):
            raise IntakeRefused(say("Its XML is in an encoding that is not read.")) from None
        if not self._found.graph.id and not self._found.nodes:
            raise IntakeRefused(say("There is no graph in it."))
        for each, owner in (
            *((each, "node") for each in self._found.nodes),
            *((each, "edge") for each in self._found.edges),
        ):
            each.data = {
                **self._defaults.get(owner, {}),
                **self._defaults.get("all", {}),
                **each.data,
            }
        return self._found

    def _refuse_entity(self, *_: object) -> None:
        raise IntakeRefused(say("It declares entities of its own, so it was not read."))

    def _start(self, name: str, given: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if not self._path and tag != "graphml":
            raise IntakeRefused(say("It is no GraphML."))
        self._path.append(tag)
        if len(self._path) > DEEPEST:
            raise IntakeRefused(say("Its XML is nested too deeply to be read."))
        match tag:
            case "key":
                name = given.get("attr.name") or given.get("yfiles.type") or given.get("id", "")
                self._key = given.get("id", "")
                self._names[self._key], self._owners[self._key] = name, given.get("for", "all")
            case "graph":
                # Graphs in nodes are groups; what lies in them counts as the rest does.
                told = Told(given.get("id", "graph"))
                if not self._found.graph.id:
                    self._found.graph = told
                self._open.append(told)
            case "node":
                self._add(self._found.nodes, Told(given.get("id", "")), MOST_THINGS)
            case "edge":
                edge = Told(given.get("id", ""), given.get("source", ""), given.get("target", ""))
                self._add(self._found.edges, edge, MOST_TIES)
            case "hyperedge":
                self._found.hyperedges += 1
                self._open.append(Told(""))
            case "data":
                self._key, self._text, self._label = given.get("key", ""), [], []
            case "default":
                self._text = []
            case _ if tag in _LABELS:
                self._label.append("")
            case _:
                pass

    def _add(self, among: list[Told], told: Told, most: int) -> None:
        if len(among) >= most:
            raise IntakeRefused(
                say(
                    "It has more than {things} things or {ties} links, so it was not read as a diagram.",
                    things=MOST_THINGS,
                    ties=MOST_TIES,
                )
            )
        among.append(told)
        self._open.append(told)

    def _end(self, _: str) -> None:
        tag = self._path.pop()
        if tag in ("graph", "node", "edge", "hyperedge"):
            self._open.pop()
        elif tag == "data" and self._open and len(self._open[-1].data) < MOST_DATA:
            data = self._open[-1].data
            if self._label:
                # What yEd draws is no data but for the words on it.
                data.setdefault("label", clean("\n".join(self._label).strip()))
            else:
                data[self._names.get(self._key, self._key)] = clean("".join(self._text))
        elif tag == "default":
            default = clean("".join(self._text))
            held = self._defaults.setdefault(self._owners.get(self._key, ""), {})
            if len(held) < MOST_DATA:
                held[self._names.get(self._key, "")] = default

    def _said(self, text: str) -> None:
        if self._label and self._path[-1] in _LABELS:
            self._label[-1] += text
        elif self._path and self._path[-1] in ("data", "default"):
            self._text.append(text)
