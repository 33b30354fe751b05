"""Graphs as GraphML and as GEXF 1.3: XML that is whole, says where it comes from, and holds no sign that
XML forbids. Such a sign is shown as a mark; every other text is there to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

from casedb.errors import ExportRefused
from casedb.exchange.flat import Cell, Cells
from casedb.exchange.graph import Edge, Graph, Node
from casedb.exchange.imprint import Imprint
from casedb.exchange.output import finished
from casedb.words import say

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"

Colours: TypeAlias = Mapping[str, str]
"""Colours as `#rrggbb` by their tokens."""

_FORBIDDEN = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (9, 10, 13)},
    0xFFFE: "⟨U+FFFE⟩",
    0xFFFF: "⟨U+FFFF⟩",
}
"""What XML 1.0 cannot hold, by the mark that stands for it."""
# White space is written by number: a parser would make gaps of it in an attribute, and of line ends one.
_ESCAPED = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def xml_text(text: str) -> str:
    """A text as XML can hold it, what it cannot hold shown as marks.

    >>> xml_text("nul" + chr(0)) == "nul" + chr(0x2400)
    True
    """
    return text.translate(_FORBIDDEN)


def write_graphml(graph: Graph, imprint: Imprint, path: Path, colours: Colours) -> None:
    """Write a graph as GraphML. Raises ExportRefused."""
    _write(_graphml(graph, imprint, colours), path, GRAPHML, graph)


def write_gexf(graph: Graph, imprint: Imprint, path: Path, colours: Colours) -> None:
    """Write a graph as GEXF 1.3. Raises ExportRefused."""
    _write(_gexf(graph, imprint, colours), path, GEXF, graph)


def _write(lines: Iterable[str], path: Path, space: str, graph: Graph) -> None:
    def check(written: Path) -> None:
        _check(written, space, len(graph.nodes), len(graph.edges))

    with (
        finished(path, check) as temporary,
        temporary.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.writelines(f"{line}\n" for line in lines)


def _check(path: Path, space: str, nodes: int, edges: int) -> None:
    """Raise ExportRefused where what was written is not the graph."""
    found = {"node": 0, "edge": 0}
    try:
        for _, element in ElementTree.iterparse(path):
            name = element.tag.removeprefix(f"{{{space}}}")
            if name in found:
                found[name] += 1
                element.clear()
    except ElementTree.ParseError:
        found = {}
    if list(found.values()) != [nodes, edges]:
        raise ExportRefused(
            say("The graph could not be read again after it was written, so it was not kept.")
        )


def _tag(name: str, text: str | None = None, **attributes: str) -> str:
    """An element with attributes, and a text or nothing in it."""
    told = "".join(
        f' {key.replace("__", ".")}="{_escaped(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{told}/>" if text is None else f"<{name}{told}>{_escaped(text)}</{name}>"


def _escaped(text: str) -> str:
    return xml_text(text).translate(_ESCAPED)


def _open(name: str, **attributes: str) -> str:
    return f"{_tag(name, **attributes)[:-2]}>"


def _said(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell if isinstance(cell, str) else repr(cell)


def _types(rows: Iterable[Cells]) -> dict[str, str]:
    """The attributes of some nodes or edges, in the order in which they come, each with its type."""
    found: dict[str, set[type]] = {}
    for row in rows:
        for name, cell in row.items():
            found.setdefault(name, set()).add(type(cell))
    return {name: _type_of(types) for name, types in found.items()}


def _type_of(types: set[type]) -> str:
    if types == {bool}:
        return "boolean"
    if types == {int}:
        return "long"
    return "double" if types <= {int, float} else "string"


# -- GraphML -------------------------------------------------------------------------------------


def _graphml(graph: Graph, imprint: Imprint, colours: Colours) -> Iterator[str]:
    nodes = [_node_cells(each, colours) for each in graph.nodes]
    edges = [
        {"label": each.label, **each.cells, **_coloured(each, colours)} for each in graph.edges
    ]
    whole: Cells = {
        "title": imprint.title,
        "as_of": imprint.at,
        "journal": imprint.journal,
        "head": imprint.head,
        "made_with": imprint.maker,
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield _open("graphml", xmlns=GRAPHML)
    yield _tag("desc", imprint.sentence)
    keys: dict[str, dict[str, str]] = {}
    for owner, rows in (("graph", [whole]), ("node", nodes), ("edge", edges)):
        types = _types(rows)
        keys[owner] = {name: f"{owner[0]}{n}" for n, name in enumerate(types)}
        if owner == "graph":
            keys[owner] = {name: f"case_{name}" for name in types}
        for name, type_ in types.items():
            names = {"for": owner, "attr__name": name, "attr__type": type_}
            yield _tag("key", id=keys[owner][name], **names)
    yield _open("graph", id="case", edgedefault="directed")
    yield from _data(keys["graph"], whole)
    for node, cells in zip(graph.nodes, nodes, strict=True):
        yield _open("node", id=node.id)
        yield from _data(keys["node"], cells)
        yield "</node>"
    for edge, cells in zip(graph.edges, edges, strict=True):
        yield _open("edge", id=edge.id, source=edge.start, target=edge.end)
        yield from _data(keys["edge"], cells)
        yield "</edge>"
    yield "</graph>"
    yield "</graphml>"


def _node_cells(node: Node, colours: Colours) -> Cells:
    spot: Cells = {"x": node.spot[0], "y": node.spot[1]} if node.spot is not None else {}
    return {"label": node.label, **node.cells, **spot, **_coloured(node, colours)}


def _coloured(of: Node | Edge, colours: Colours) -> Cells:
    colour = colours.get(of.accent)
    return {"colour": colour} if colour is not None else {}


def _data(keys: Mapping[str, str], cells: Cells) -> Iterator[str]:
    for name, cell in cells.items():
        yield _tag("data", _said(cell), key=keys[name])


# -- GEXF ----------------------------------------------------------------------------------------


def _gexf(graph: Graph, imprint: Imprint, colours: Colours) -> Iterator[str]:
    nodes = [_with_spot(each) for each in graph.nodes]
    edges = [each.cells for each in graph.edges]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield _open("gexf", version="1.3", xmlns=GEXF, **{"xmlns:viz": VIZ})
    yield _open("meta", **({"lastmodifieddate": imprint.at[:10]} if imprint.at else {}))
    yield _tag("creator", imprint.maker)
    yield _tag("description", imprint.sentence)
    yield "</meta>"
    yield _open("graph", mode="static", defaultedgetype="directed", idtype="string")
    keys: dict[str, dict[str, str]] = {}
    for owner, rows in (("node", nodes), ("edge", edges)):
        types = _types(rows)
        keys[owner] = {name: f"{owner[0]}{n}" for n, name in enumerate(types)}
        yield _open("attributes", **{"class": owner, "mode": "static"})
        for name, type_ in types.items():
            yield _tag("attribute", id=keys[owner][name], title=name, type=type_)
        yield "</attributes>"
    yield "<nodes>"
    for node, cells in zip(graph.nodes, nodes, strict=True):
        yield _open("node", id=node.id, label=node.label)
        yield from _attvalues(keys["node"], cells)
        yield from _colour(colours.get(node.accent))
        if node.spot is not None:
            # What reads this format draws y upwards.
            x, y = node.spot
            yield _tag("viz:position", x=repr(x), y=repr(-y), z="0.0")
        yield "</node>"
    yield "</nodes>"
    yield "<edges>"
    for edge in graph.edges:
        kind = {"kind": str(edge.cells["type"])}
        yield _open(
            "edge", id=edge.id, source=edge.start, target=edge.end, label=edge.label, **kind
        )
        yield from _attvalues(keys["edge"], edge.cells)
        yield from _colour(colours.get(edge.accent))
        yield "</edge>"
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _with_spot(node: Node) -> Cells:
    spot: Cells = {"x": node.spot[0], "y": node.spot[1]} if node.spot is not None else {}
    return {**node.cells, **spot}


def _attvalues(keys: Mapping[str, str], cells: Cells) -> Iterator[str]:
    yield "<attvalues>"
    for name, cell in cells.items():
        yield _tag("attvalue", **{"for": keys[name], "value": _said(cell)})
    yield "</attvalues>"


def _colour(colour: str | None) -> Iterator[str]:
    if colour is not None and _COLOUR.fullmatch(colour):
        red, green, blue = (str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        yield _tag("viz:color", r=red, g=green, b=blue)
