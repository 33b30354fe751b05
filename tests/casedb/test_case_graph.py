"""A case as GraphML and GEXF: another program reads the same graph, whatever stands in the case."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, cast
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given

from casedb.errors import ExportRefused
from casedb.exchange import graph_files
from casedb.exchange.flat import Cells
from casedb.exchange.graph import Graph, graph_of
from casedb.exchange.graph_files import write_gexf, write_graphml, xml_text
from casedb.exchange.imprint import Imprint
from casedb.model.contents import Contents
from casedb.model.records import Board, Card, Element, Item, Link, Ref, Source
from casedb.model.values import Values
from exported import HOSTILE, IMPRINT, cases

COLOURS = {"claim": "#B4451F", "sup": "#0F7642", "und": "#8E3BA8", "doc": "not a colour"}
Write: TypeAlias = Callable[[Graph, Imprint, Path, dict[str, str]], None]
READERS: dict[str, Callable[[Path], Any]] = {
    "graphml": cast("Callable[[Path], Any]", nx.read_graphml),
    "gexf": cast("Callable[[Path], Any]", nx.read_gexf),
}
FORMS: dict[str, Write] = {"graphml": write_graphml, "gexf": write_gexf}


def written(graph: Graph, form: str) -> tuple[bytes, Any]:
    """The bytes of a graph, and the graph that networkx reads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"case.{form}"
        FORMS[form](graph, IMPRINT, path, COLOURS)
        data = path.read_bytes()
        ElementTree.fromstring(data)
        read: Any = READERS[form](path)
    return data, read


def edges_of(read: Any) -> dict[str, tuple[str, str, dict[str, object]]]:
    found: dict[str, tuple[str, str, dict[str, object]]] = {}
    if read.is_multigraph():
        rows = [
            (start, end, key, data) for start, end, key, data in read.edges(keys=True, data=True)
        ]
    else:
        rows = [(start, end, data["id"], data) for start, end, data in read.edges(data=True)]
    for start, end, key, data in rows:
        found[key] = (start, end, {name: value for name, value in data.items() if name != "id"})
    return found


def as_xml(cells: Cells) -> dict[str, object]:
    return {name: xml_text(cell) if isinstance(cell, str) else cell for name, cell in cells.items()}


@given(contents=cases())
@pytest.mark.parametrize("form", FORMS)
def test_networkx_reads_the_graph_that_was_written(form: str, contents: Contents) -> None:
    graph = graph_of(contents, contents.boards[0])
    _, read = written(graph, form)
    assert list(read.nodes) == [each.id for each in graph.nodes]
    for node in graph.nodes:
        wanted = {"label": xml_text(node.label), **as_xml(node.cells)}
        if node.spot is not None:
            wanted |= {"x": node.spot[0], "y": node.spot[1]}
        told = dict(read.nodes[node.id])
        viz = told.pop("viz", {})
        colour = COLOURS.get(node.accent)
        if form == "graphml":
            wanted |= {"colour": colour} if colour else {}
        else:
            assert ("color" in viz) == (colour is not None and colour.startswith("#"))
            if node.spot is not None:
                assert viz["position"] == {"x": node.spot[0], "y": -node.spot[1], "z": 0.0}
        assert told == wanted
    edges = edges_of(read)
    assert set(edges) == {each.id for each in graph.edges}
    for edge in graph.edges:
        start, end, told = edges[edge.id]
        assert (start, end) == (edge.start, edge.end)
        told.pop("colour", None)
        assert told == {"label": xml_text(edge.label), **as_xml(edge.cells)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_text(text: str, form: str) -> None:
    item = Item("i1", "claim", Values({"title": text, "summary": text}))
    link = Link("l1", "related", Ref.item("i1"), Ref.item("i2"), Values({"label": text}))
    contents = Contents([item, Item("i2", "note"), link])
    data, read = written(graph_of(contents), form)
    assert b"<script" not in data and b"]]>" not in data and b"\0" not in data
    assert read.nodes["i1"]["summary"] == read.nodes["i1"]["label"] == xml_text(text)
    assert edges_of(read)["l1"][2]["label"] == xml_text(text)


def test_what_xml_cannot_hold_is_seen_and_all_else_stays() -> None:
    assert xml_text("a\0b\x1b\ufffe") == "a␀b␛⟨U+FFFE⟩"
    kept = "\t\n\r\x7f\x85\u2028\u202e\ud7ff\ue000\ufffd\U0001fffe\U0010ffff"
    assert xml_text(kept) == kept


@pytest.fixture
def harbour() -> Contents:
    return Contents(
        [
            Source("s1", Values({"name": "Port authority", "owner": "s2"})),
            Source("s2", Values({"name": "Deep Throat", "protected": True})),
            Item(
                "i1",
                "claim",
                Values(
                    {
                        "title": "Seen",
                        "claimant": "s1",
                        "first_made": {
                            "edtf": "2024-01",
                            "stated": "January 2024",
                            "zone": "unknown",
                        },
                    }
                ),
            ),
            Item(
                "i2",
                "document",
                Values({"title": "Log", "publisher": "s2", "sensitivity": ["protected_source"]}),
            ),
            Item(
                "i3",
                "event",
                Values(
                    {
                        "title": "Docked",
                        "where": {
                            "name": "",
                            "geometry": {"type": "Point", "coordinates": [130.3, 42.2]},
                            "precision": None,
                            "method": "",
                            "stated": "",
                        },
                    }
                ),
            ),
            Element("e1", "i1", 0, Values({"role": "place", "text": "Rajin"})),
            Link(
                "l1",
                "supports",
                Ref.item("i2"),
                Ref.element("e1"),
                Values({"certainty": "tentative", "strength": "strong"}),
            ),
            Link("l2", "undercuts", Ref.item("i3"), Ref.link("l1"), Values({"label": "Fog"})),
            Board("b1", "Main"),
            Board("b2", "Other", 1),
            Card("c1", "b1", "i1", 100, 200, 240, 100, collapsed=True),
            Card("c2", "b2", "i1", 0, 0, 10, 10),
        ]
    )


def test_a_link_that_is_pointed_at_is_a_node_besides(harbour: Contents) -> None:
    _, read = written(graph_of(harbour), "graphml")
    edges = edges_of(read)
    assert edges["l1"][:2] == ("i2", "e1") and edges["l2"][:2] == ("i3", "link:l1")
    assert edges["l1:start"][:2] == ("i2", "link:l1") and edges["l1:end"][:2] == ("link:l1", "e1")
    node = read.nodes["link:l1"]
    assert (node["sort"], node["link"], node["type"]) == ("link", "l1", "supports")
    told = edges["l1"][2]
    assert (told["certainty"], told["strength"], told["symmetric"]) == (
        "Tentative",
        "Strong",
        False,
    )
    assert edges["l2"][2]["link_label"] == edges["l2"][2]["label"] == "Fog"
    assert edges["l1"][2]["label"] == "supports" and "link_label" not in edges["l1"][2]


def test_records_are_joined_to_what_their_fields_name(harbour: Contents) -> None:
    _, read = written(graph_of(harbour), "gexf")
    edges = edges_of(read)
    assert edges["i1:claimant:s1"][:2] == ("i1", "s1")
    assert edges["s1:owner:s2"][:2] == ("s1", "s2")
    assert edges["e1:claim"][:2] == ("e1", "i1")


@pytest.mark.parametrize("form", FORMS)
def test_who_must_not_be_named_is_not(form: str, harbour: Contents) -> None:
    data, read = written(graph_of(harbour), form)
    assert b"Throat" not in data and read.nodes["s2"]["label"] == "Protected source"
    assert not any(key.startswith("i2:publisher") for key in edges_of(read))


def test_nodes_lie_where_their_cards_are_seen_on_the_board_that_is_asked_for(
    harbour: Contents,
) -> None:
    main, other = harbour.boards
    spots = {each.id: each.spot for each in graph_of(harbour, main).nodes if each.spot}
    assert spots == {"i1": (220.0, 217.0)}
    assert {each.id: each.spot for each in graph_of(harbour, other).nodes if each.spot} == {
        "i1": (5.0, 5.0)
    }
    assert not any(each.spot for each in graph_of(harbour).nodes)


def test_every_kind_has_one_date_and_one_place_for_those_who_lay_them_out(
    harbour: Contents,
) -> None:
    nodes = {each.id: each.cells for each in graph_of(harbour).nodes}
    assert (nodes["i1"]["date"], nodes["i1"]["date_earliest"]) == ("January 2024", "2024-01-01")
    assert (nodes["i3"]["lat"], nodes["i3"]["lon"]) == (42.2, 130.3)


@pytest.mark.parametrize("form", FORMS)
def test_it_says_of_which_case_and_the_same_case_gives_the_same_bytes(
    form: str, harbour: Contents
) -> None:
    data, _ = written(graph_of(harbour, harbour.boards[0]), form)
    again, _ = written(graph_of(harbour.copy(), harbour.boards[0]), form)
    assert data == again
    for word in (b"Harbour", b"2024-01-02", b"#12", b"ab" * 32, b"Caseboard 0.1.0"):
        assert word in data


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("broken", ["<", "<node/>"])
def test_what_is_not_the_graph_is_not_kept(
    broken: str, form: str, tmp_path: Path, harbour: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*_: object) -> list[str]:
        return [broken]

    monkeypatch.setattr(graph_files, "_colour", breaking)
    monkeypatch.setattr(graph_files, "_data", breaking)
    path = tmp_path / "case"
    path.write_bytes(b"old")
    graph = graph_of(harbour)
    with pytest.raises(ExportRefused, match="could not be read again"):
        FORMS[form](graph, IMPRINT, path, COLOURS)
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_an_empty_case_is_an_empty_graph() -> None:
    for form in FORMS:
        _, read = written(graph_of(Contents()), form)
        assert not read.nodes and not read.edges
