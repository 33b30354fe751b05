"""JSON Canvas in and out: what another program said comes back to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.canvas_arrival import Arrival, arrive, bring_canvas, split_text
from casedb.commands import cards, removal
from casedb.errors import IntakeRefused
from casedb.exchange.canvas import Canvas, read_canvas
from casedb.exchange.canvas_board import OURS, board_as_canvas
from casedb.intake.cage.cage import Cage
from casedb.model.json_value import JsonValue
from casedb.taking import Stamp
from templates import Templates, create_empty

REAL = sorted((Path(__file__).parent.parent / "canvas").glob("*.canvas"))
SIDES = ("fromSide", "toSide")
Members = dict[str, JsonValue]


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "case.caseboard")) as case:
        yield case


def bring(case: Case, canvas: Canvas, title: str = "From elsewhere") -> Arrival:
    found = arrive(
        case.contents, case.new_id, canvas, title, {}, Stamp("2024-01-02T00:00:00Z", "A")
    )
    case.run(found.change, found.bytes_of)
    return found


def out(case: Case, board: str) -> dict[str, JsonValue]:
    return cast("dict[str, JsonValue]", json.loads(board_as_canvas(case.contents, board).text))


def rows(document: dict[str, JsonValue], name: str) -> dict[str, Members]:
    found = cast("list[Members]", document.get(name) or [])
    return {str(each.get("id")): each for each in found}


def without_sides(edges: dict[str, Members], there: dict[str, Members]) -> dict[str, Members]:
    """Edges without the sides that we have given them."""
    return {
        key: {k: v for k, v in each.items() if k not in SIDES or k in there.get(key, {})}
        for key, each in edges.items()
    }


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_canvas_goes_through_a_case_and_stays_what_it_was(case: Case, path: Path) -> None:
    data = path.read_bytes()
    there = cast("dict[str, JsonValue]", json.loads(data))
    found = bring(case, read_canvas(data))
    assert found.cards + found.frames == len(rows(there, "nodes"))
    back = out(case, found.board)
    assert rows(back, "nodes") == rows(there, "nodes")
    edges = rows(there, "edges")
    assert without_sides(rows(back, "edges"), edges) == edges
    assert {k: v for k, v in back.items() if k not in ("nodes", "edges")} == {
        k: v for k, v in there.items() if k not in ("nodes", "edges")
    }
    before = case.journal.length
    case.undo()
    assert case.journal.length == before + 1 and len(case.contents.boards) == 1
    assert not case.contents.items and not case.contents.canvas_rests


def test_there_are_real_ones() -> None:
    assert len(REAL) == 3


names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)
places = st.integers(-20_000, 20_000)
extents = st.integers(1, 5_000)
extras = st.dictionaries(names.map(lambda name: f"x-{name}"), plain, max_size=3)
colours = st.sampled_from(["1", "2", "6", "#ff0000", "red"])


@st.composite
def canvases(draw: st.DrawFn) -> dict[str, JsonValue]:
    ids = draw(st.lists(names, unique=True, max_size=6))
    nodes: list[JsonValue] = []
    shown: list[str] = []
    for each in ids:
        node: Members = {
            **draw(extras),
            "id": each,
            **{key: draw(places) for key in "xy"},
            **{key: draw(extents) for key in ("width", "height")},
        }
        sort = draw(st.sampled_from(["text", "file", "link", "group", "portal"]))
        node["type"] = sort
        match sort:
            case "text":
                node["text"] = draw(st.text(st.characters(codec="utf-8"), max_size=40))
            case "file":
                node["file"] = draw(names)
            case "link":
                node["url"] = draw(names)
            case "group":
                node["label"] = draw(names)
            case _:
                node["door"] = draw(plain)
        if draw(st.booleans()):
            node["color"] = draw(colours)
        nodes.append(node)
        shown.append(each)
    edges: list[JsonValue] = []
    for key in draw(st.lists(names, unique=True, max_size=5)) if shown else []:
        ends = draw(st.sampled_from(shown)), draw(st.sampled_from(shown))
        edge: Members = {**draw(extras), "id": key, "fromNode": ends[0], "toNode": ends[1]}
        if draw(st.booleans()):
            edge |= {"label": draw(names), "toEnd": draw(st.sampled_from(["none", "arrow"]))}
        if draw(st.booleans()):
            edge |= {"fromSide": "top", "toSide": "left"}
        edges.append(edge)
    return {**draw(extras), "nodes": nodes, "edges": edges}


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(there=canvases())
def test_any_canvas_goes_through_a_case_and_stays_what_it_was(
    case: Case, there: dict[str, JsonValue]
) -> None:
    found = bring(case, read_canvas(json.dumps(there).encode()))
    back = out(case, found.board)
    assert rows(back, "nodes") == rows(there, "nodes")
    edges = rows(there, "edges")
    assert without_sides(rows(back, "edges"), edges) == edges
    again = read_canvas(board_as_canvas(case.contents, found.board).text.encode())
    assert {each.id for each in again.nodes} == {
        each.id for each in read_canvas(json.dumps(there).encode()).nodes
    }


def text(id: str, said: str, x: int = 0, **more: JsonValue) -> Members:
    return {
        "id": id,
        "type": "text",
        "text": said,
        "x": x,
        "y": 0,
        "width": 200,
        "height": 80,
        **more,
    }


def canvas(*nodes: JsonValue, edges: list[JsonValue] | None = None) -> Canvas:
    return read_canvas(json.dumps({"nodes": [*nodes], "edges": edges or []}).encode())


def test_what_is_changed_here_is_written_and_nothing_else(case: Case) -> None:
    found = bring(
        case, canvas(text("a", "# It sailed\n\nAt *night*", glow=3), text("b", "Two", 400))
    )
    (first, second) = case.contents.cards_on(found.board)
    assert case.contents.items[first.item].title == "It sailed"
    case.run(cards.move(case.contents, [first.id], 100, 0))
    nodes = rows(out(case, found.board), "nodes")
    assert nodes["a"] == text("a", "# It sailed\n\nAt *night*", 100, glow=3)
    assert nodes["b"] == text("b", "Two", 400)
    case.set(case.contents.items[second.item], title="Three [x]")
    nodes = rows(out(case, found.board), "nodes")
    assert nodes["b"] == text("b", "Three \\[x\\]", 400)
    case.run(removal.delete_items(case.contents, [second.item]))
    assert set(rows(out(case, found.board), "nodes")) == {"a"}


def test_edges_that_cannot_be_drawn_are_kept_and_told(case: Case) -> None:
    group: Members = {"id": "g", "type": "group", "x": 0, "y": 0, "width": 9, "height": 9}
    edges: list[JsonValue] = [
        {"id": "1", "fromNode": "a", "toNode": "g"},
        {"id": "2", "fromNode": "a", "toNode": "nowhere"},
        {"id": "3", "fromNode": "a", "toNode": "a"},
        {"id": "4", "fromNode": "a"},
        {"id": "5", "fromNode": "a", "toNode": "b", "label": "because"},
        "no edge",
    ]
    found = bring(case, canvas(text("a", "One"), text("b", "Two", 400), group, edges=edges))
    assert found.links == 1
    (link,) = case.contents.links.values()
    assert (link.type, link.values.text("label")) == ("related", "because")
    assert len(found.remarks) == 5
    back = cast("list[JsonValue]", out(case, found.board)["edges"])
    assert [each for each in edges if each not in back] == [edges[4]]
    node = next(iter(case.contents.cards_on(found.board)))
    case.run(removal.delete_items(case.contents, [node.item]))
    assert len(cast("list[JsonValue]", out(case, found.board)["edges"])) == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"[]", "one JSON object"),
        (b'{"nodes": 3}', "no list"),
        (b'{"nodes": [', "broken in line 1"),
        (b'{"a": 1}\n<<<<<<< mine\n=======\n>>>>>>> theirs\n', "not merged"),
        (b"\xff\xfe\xfd", "no text"),
    ],
)
def test_what_is_no_canvas_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(IntakeRefused, match=why):
        read_canvas(data)


@pytest.mark.parametrize("data", [b"", b"{}", b'\xef\xbb\xbf{"nodes": []}', b'{"edges": null}'])
def test_an_empty_canvas_is_one(case: Case, data: bytes) -> None:
    found = bring(case, read_canvas(data))
    assert (found.cards, found.links, found.frames) == (0, 0, 0)
    assert out(case, found.board) == {"nodes": [], "edges": []}


def test_what_a_node_lacks_is_given_and_told(case: Case) -> None:
    nodes: list[JsonValue] = [
        {"type": "text", "text": "No id, no place"},
        {"id": "a", "type": "text", "text": "x", "x": "12", "y": 1e400, "width": -5, "height": 7.5},
        {"id": "a", "type": "file", "file": 7, "x": 0, "y": 0, "width": 1, "height": 1},
        "no node",
    ]
    data = json.dumps({"nodes": nodes}).replace("Infinity", "1e400").encode()
    found = bring(case, read_canvas(data))
    assert found.cards == 3 and len(found.remarks) == 6
    boxes = [(each.x, each.w, each.h) for each in case.contents.cards_on(found.board)]
    assert boxes == [(0, 250, 60), (12, 5, 7.5), (0, 1, 1)]


def test_a_board_goes_out_with_its_kinds_and_comes_into_another_case_with_them(
    case: Case, tmp_path: Path, templates: Templates
) -> None:
    claim = case.add("claim", title="It sailed <script>alert(1)</script> ![x](http://a/b.png)")
    photo = case.add("media", title="Photo", summary="- a list\n1. no list")
    link = case.link(photo, "supports", claim, label="clearly")
    case.place(claim, x=0, y=0)
    case.place(photo, x=500, y=0)
    board = case.contents.boards[0].id
    told = board_as_canvas(case.contents, board)
    assert told.text == board_as_canvas(case.contents, board).text
    nodes = [*rows(out(case, board), "nodes").values()]
    assert all(len(str(each["id"])) == 16 for each in nodes)
    assert "\\<script\\>" in str(nodes[0]["text"]) and "\\!\\[x\\]" in str(nodes[0]["text"])
    assert "\\- a list\n1\\. no" not in str(nodes[1]["text"]) and "\\- a list" in str(
        nodes[1]["text"]
    )
    (edge,) = rows(out(case, board), "edges").values()
    assert (edge["fromSide"], edge["toSide"], edge["label"]) == (
        "left",
        "right",
        "supports: clearly",
    )
    assert edge[OURS] == {"type": "supports", "link": link.id}
    with Case.open(templates.copy(create_empty, tmp_path / "other.caseboard")) as other:
        bring(other, read_canvas(told.text.encode()))
        kinds = {each.kind for each in other.contents.items.values()}
        assert kinds == {"claim", "media"}
        assert [each.type for each in other.contents.links.values()] == ["supports"]
    found = bring(case, read_canvas(told.text.encode()))
    # In the same case it is the same items that are shown once more.
    assert len(case.contents.items) == 2 and len(case.contents.links) == 1
    assert len(case.contents.cards_on(found.board)) == 2


def test_files_beside_a_canvas_come_with_it_and_others_stay_words(
    case: Case, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "told.txt").write_text("The pier")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "way").symlink_to(tmp_path / "secret.txt")
    paths = [
        "in/told.txt",
        "../secret.txt",
        str(tmp_path / "secret.txt"),
        "way",
        "gone.md",
        "C:\\x",
    ]
    nodes = [
        {"id": f"{n}", "type": "file", "file": each, "x": 0, "y": 0, "width": 9, "height": 9}
        for n, each in enumerate(paths)
    ]
    path = folder / "board.canvas"
    path.write_text(json.dumps({"nodes": nodes}))
    with closing(Cage()) as cage:
        found = bring_canvas(case, path, cage)
    assert found.cards == 6 and len(found.remarks) == 5
    (artifact,) = case.contents.artifacts.values()
    assert artifact.name == "told.txt" and case.artifact_bytes(artifact.id) == b"The pier"
    assert case.contents.boards[-1].title == "board"
    assert [each["file"] for each in rows(out(case, found.board), "nodes").values()] == paths


@pytest.mark.parametrize(
    ("said", "title", "summary"),
    [
        ("# Head\n\nBody", "Head", "Body"),
        ("**Bold** word", "Bold word", ""),
        ("", "", ""),
        ("- one\n- two", "one", "- two"),
    ],
)
def test_the_first_line_is_the_title(said: str, title: str, summary: str) -> None:
    assert split_text(said) == (title, summary)
    assert len(split_text("x" * 500)[0]) == 120 and split_text("x" * 500)[1] == "x" * 500
