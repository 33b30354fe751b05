"""Diagrams of other programs: what comes of each part, as one step, and never more than stands there."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.bag_delivery import preview_with_bags
from casedb.canvas_arrival import bring_canvas
from casedb.case import Case as OpenCase
from casedb.delivery import deliver, look
from casedb.delivery_report import as_json, as_text
from casedb.errors import IntakeRefused
from casedb.exchange import diagram as limits
from casedb.exchange import ftm_entities, graphml, graphml_xml
from casedb.exchange.diagram import Diagram
from casedb.exchange.ftm import read_ftm
from casedb.exchange.graph import graph_of
from casedb.exchange.graph_files import write_graphml, xml_text
from casedb.exchange.graphml import read_graphml
from casedb.exchange.rows import secret_fields
from casedb.exchange.unflat import values_of
from casedb.intake.cage.cage import Cage
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected
from casedb.model.fields import Choice, Choices, Flag, Number, Table, Tags, Text
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.link_types import End
from casedb.model.records import Element, Item, Link, Ref, Source
from casedb.model.values import Values
from casedb.model.when_and_where import Times, When
from casedb.store.home import Home
from casedb.taking import Stamp, take_given
from casedb.verification import verify
from exported import IMPRINT, cases

SHELF = Path(__file__).parents[1] / "diagrams"


@pytest.fixture
def case(tmp_path: Path, home: Home) -> Iterator[Case]:
    with Case.create(tmp_path / "harbour.caseboard", "Harbour", home=home) as made:
        yield made


def by_title(case: OpenCase) -> dict[str, Item]:
    return {each.title: each for each in case.contents.items.values()}


def joined(case: OpenCase) -> set[tuple[str, str, str, str]]:
    items = case.contents.items
    return {
        (items[each.start.id].title, each.type, items[each.end.id].title, each.values.text("label"))
        for each in case.contents.links.values()
    }


# -- Aleph and FollowTheMoney --------------------------------------------------------------------


def test_a_network_diagram_of_aleph_comes_in(case: Case, cage: Cage) -> None:
    (row,) = deliver(case, [SHELF / "harbour.vis"], cage)
    found = by_title(case)
    assert {each.kind for each in found.values()} == {"document", "entity"}
    anna, firm, ship = (
        found[each] for each in ("Anna Example", "Harbour Shipping Ltd", "MV Example")
    )
    assert anna.values.get("aliases") == ["A. Example", "The Captain"]
    assert [each.values.get("entity_type") for each in (anna, firm, ship)] == [
        "person",
        "organisation",
        "vessel",
    ]
    assert anna.values.get("tags") == firm.values.get("tags") == ["Owners"] and not ship.values.get(
        "tags"
    )
    assert firm.values.text("identifier") == "Registration number 12345"
    assert ship.values.text("identifier") == "Imo number 9074729"
    assert anna.values.text("notes") == "Nationality: gb\nFollowTheMoney: p1"
    assert joined(case) == {
        ("Anna Example", "related", "Harbour Shipping Ltd", "directs: Chair"),
        ("Harbour Shipping Ltd", "related", "MV Example", "owns: 51 %"),
    }
    (chair,) = (
        each for each in case.contents.links.values() if "Chair" in each.values.text("label")
    )
    assert "Start date: 2019" in chair.values.text("rationale")
    assert (
        row.outcome == "taken"
        and "3 things" in row.reason
        and "1 part of it was left out" in row.reason
    )
    assert [(each.name, each.outcome) for each in row.parts][-1] == ("Ownership", "rejected")
    assert row.parts[0].id == anna.id
    assert "\n    Ownership – What it joins is not in the file.\n" in as_text([row])
    assert case.contents.items[row.item].values.text("document_type") == "dataset"


def test_entities_come_in_with_what_they_say(case: Case, cage: Cage) -> None:
    (row,) = deliver(case, [SHELF / "fleet.ftm"], cage)
    found = by_title(case)
    docked, seen = found["Docked"], found["Ship seen"]
    assert docked.kind == "event" and seen.kind == "document"
    assert docked.values.get("happened") == {
        "edtf": "2023-09-07/2023-10-01", "stated": "2023-09-07/2023-10-01", "zone": "unknown",
    }  # fmt: skip
    where = docked.values.get("where")
    assert isinstance(where, Mapping)
    assert (where["name"], where["geometry"]) == (
        "Rajin",
        {"type": "Point", "coordinates": [130.29, 42.24]},
    )
    assert (
        seen.values.text("author") == "B. Writer"
        and seen.values.text("url") == "https://news.example/1"
    )
    assert seen.values.text("document_type") == "article" and seen.values.text("language") == "eng"
    assert "Country: kp; ru" in seen.values.text("notes")
    sources = {each.id: each for each in case.contents.sources.values()}
    gazette = sources[found["Port authority"].values.text("source")]
    assert (gazette.name, gazette.values.text("url")) == (
        "Official gazette",
        "https://gazette.example",
    )
    calls = sources[docked.values.text("source")]
    assert (calls.name, calls.values.text("source_type")) == ("port_calls", "dataset")
    assert seen.values.get("source") == calls.id and len(sources) == 2
    assert found["sanction"].values.text("document_type") == "sanctions_notice"
    assert joined(case) == {
        ("Docked", "related", "Port authority", "Organizer"),
        ("Ship seen", "related", "Docked", "documents: report"),
        ("sanction", "related", "Port authority", "Entity"),
        ("Port authority", "precedes", "New port authority", "precedes"),
    }
    outcomes = {each.name: (each.outcome, each.reason) for each in row.parts if each.reason}
    assert outcomes["Mir"][0] == outcomes["Left"][0] == "changed"
    assert "SpaceStation" in outcomes["Mir"][1] and "Its date" in outcomes["Left"][1]
    assert {name for name, (outcome, _) in outcomes.items() if outcome == "rejected"} == {
        "page", "Once more", "#12", "#13",
    }  # fmt: skip
    assert "Date: one day" in found["Left"].values.text("notes")


def test_a_diagram_is_one_step_and_comes_once(case: Case, cage: Cage) -> None:
    before = case.journal.length
    deliver(case, [SHELF / "fleet.ftm", SHELF / "harbour.vis", SHELF / "yed.graphml"], cage)
    assert case.journal.length == before + 1
    links, sources = len(case.contents.links), len(case.contents.sources)
    assert {each.outcome for each in deliver(case, [SHELF / "fleet.ftm"], cage)} == {"same as"}
    assert (len(case.contents.links), len(case.contents.sources)) == (links, sources)
    case.undo()
    assert not case.contents.items and not case.contents.links and not case.contents.sources
    case.redo()
    assert len(case.contents.links) == links
    path = case.path
    case.close()
    assert verify(path).findings == ()


def test_a_preview_says_the_same_and_changes_nothing(case: Case, cage: Cage) -> None:
    before = case.journal.head
    told = preview_with_bags(case, [SHELF / "fleet.ftm"], cage)
    assert case.journal.head == before and not case.contents.items
    (row,) = deliver(case, [SHELF / "fleet.ftm"], cage)
    assert [(each.name, each.outcome, each.reason) for each in told[0].parts] == [
        (each.name, each.outcome, each.reason) for each in row.parts
    ]
    assert not told[0].item and not any(each.id for each in told[0].parts)
    assert json.loads(as_json([row]))[0]["parts"][0] == {
        "name": "Port authority", "outcome": "taken", "reason": None, "id": row.parts[0].id,
    } or row.parts[0].outcome == "rejected"  # fmt: skip


def test_a_source_of_the_case_is_taken_for_the_one_of_that_name_but_never_a_protected_one(
    case: Case, cage: Cage
) -> None:
    known = case.add_source("Official gazette")
    hidden = case.add_source("port_calls", protected=True)
    deliver(case, [SHELF / "fleet.ftm"], cage)
    assert by_title(case)["Port authority"].values.get("source") == known.id
    assert by_title(case)["Docked"].values.get("source") not in (known.id, hidden.id)


def test_protected_sources_of_another_case_stay_apart_and_protected(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    case.add_source("Protected source")
    hidden = [Source(f"s{n}", Values({"name": f"Anna {n}", "protected": True})) for n in range(2)]
    said = [
        Item(f"i{n}", "official_statement", Values({"title": f"T{n}", "issuers": [f"s{n}"]}))
        for n in range(2)
    ]
    path = tmp_path / "own.graphml"
    write_graphml(graph_of(Contents([*hidden, *said])), IMPRINT, path, {})
    deliver(case, [path], cage)
    brought = [each for each in case.contents.sources.values() if is_protected(each)]
    assert [each.name for each in brought] == ["Protected source"] * 2
    issued = [by_title(case)[f"T{n}"].values.get("issuers") for n in range(2)]
    assert issued == [[each.id] for each in brought]


@pytest.mark.parametrize("name", ["things.json", "things.jsonl"])
def test_entities_are_known_under_a_common_name_and_other_json_is_left_alone(
    name: str, case: Case, cage: Cage, tmp_path: Path
) -> None:
    shutil.copy(SHELF / "fleet.ftm", tmp_path / name)
    (tmp_path / "other.json").write_text('{"schema": 1, "properties": []}', encoding="utf-8")
    (tmp_path / "plain.json").write_text("[1, 2]", encoding="utf-8")
    rows = deliver(case, [tmp_path / name, tmp_path / "other.json", tmp_path / "plain.json"], cage)
    assert [bool(each.parts) for each in rows] == [True, False, False]
    assert {each.outcome for each in rows} == {"taken"}


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.ftm", "no json", "broken in line 1"),
        ("a.ftm", "[]", "no entity"),
        ("a.vis", '{"layout": {"entities": 7}}', "no entity"),
        ("a.ftm", "[" * 100_000, "nested too deeply"),
        ("a.graphml", "<graphml", "XML is broken in line 1"),
        ("a.graphml", "<svg/>", "no GraphML"),
        ("a.graphml", "<graphml/>", "no graph in it"),
        ("a.graphml", "<graphml>" + "<a>" * 100, "nested too deeply"),
        ("a.graphml", '<?xml version="1.0" encoding="odd"?><graphml/>', "encoding|broken"),
        (
            "a.graphml",
            '<!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
            "declares entities",
        ),
        (
            "a.graphml",
            '<!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>',
            "declares entities",
        ),
    ],
)
def test_what_cannot_be_read_says_why_and_comes_in_as_a_file(
    name: str, text: str, reason: str, case: Case, cage: Cage, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (row,) = deliver(case, [tmp_path / name], cage)
    assert row.outcome == "taken" and not row.parts
    with pytest.raises(IntakeRefused, match=reason):
        _ = (
            read_graphml(text.encode())
            if name.endswith("graphml")
            else read_ftm(text.encode(), claims=True)
        )
    assert len(case.contents.items) == 1


def test_a_diagram_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = "".join(f'<node id="{n}"/>' for n in range(4))
    monkeypatch.setattr(graphml_xml, "MOST_THINGS", 3)
    with pytest.raises(IntakeRefused, match="more than"):
        read_graphml(f"<graphml><graph>{nodes}</graph></graphml>".encode())
    line = b'{"id": "a", "schema": "Person", "properties": {}}\n'
    monkeypatch.setattr(ftm_entities, "MOST_THINGS", 1)
    monkeypatch.setattr(ftm_entities, "MOST_TIES", 1)
    with pytest.raises(IntakeRefused, match="more than"):
        read_ftm(line * 3, claims=True)
    for whole in (b"[%b]", b'{"layout": {"entities": [%b]}}'):
        with pytest.raises(IntakeRefused, match="more than"):
            read_ftm(whole % b",".join([line] * 3), claims=True)
    with pytest.raises(IntakeRefused, match="more than"):
        read_ftm(line * 2 + b"\n" * 3, claims=True)
    monkeypatch.setattr(ftm_entities, "LARGEST_VALUE", 10)
    with pytest.raises(IntakeRefused, match="no entity"):
        read_ftm(line, claims=True)
    large = b" " * (limits.LARGEST + 1)
    with pytest.raises(IntakeRefused, match="MiB"):
        read_graphml(large)
    with pytest.raises(IntakeRefused, match="MiB"):
        read_ftm(large, claims=True)


entities = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b", "c"]) | st.text(max_size=3),
        "schema": st.sampled_from(["Person", "Event", "Ownership", "Article", "X", "Sanction"]),
        "properties": st.dictionaries(
            st.sampled_from(
                ["name", "owner", "asset", "date", "startDate", "endDate", "latitude", "longitude", "entity", "alias"]
            )
            | st.text(max_size=5),
            st.lists(st.sampled_from(["a", "b", "2023", "\ud800", "\0", "1e999", "nan"]) | st.text(max_size=9), max_size=3)
            | st.none() | st.integers() | st.floats() | st.dictionaries(st.just("id"), st.text(max_size=2)),
            max_size=6,
        ),
    }
)  # fmt: skip


@given(st.lists(entities, max_size=6))
def test_whatever_entities_say_they_become_what_a_case_can_hold(given_: list[object]) -> None:
    data = "\n".join(json.dumps(each) for each in given_).encode()
    found = read_ftm(data, claims=False)
    if found is not None:
        assert_fits(found)


def assert_fits(diagram: Diagram) -> None:
    keys = {
        End.ITEM: {each.key for each in diagram.things},
        End.ELEMENT: {each.key for each in diagram.parts},
    }
    keys[End.LINK] = {each.key for each in diagram.ties}
    for thing in diagram.things:
        Values(thing.values)
        for field in KINDS[thing.kind].stored_fields():
            field.read(thing.values)
        json.dumps(thing.values, ensure_ascii=False).encode()
    for tie in diagram.ties:
        assert tie.start != tie.end
        assert all(key in keys[end] for end, key in (tie.start, tie.end))


# -- GraphML -------------------------------------------------------------------------------------


def test_a_graph_of_yed_comes_in_by_its_labels(case: Case, cage: Cage) -> None:
    (row,) = deliver(case, [SHELF / "yed.graphml"], cage)
    found = by_title(case)
    assert {"The family", "Anna Example", "MV Example", "n2"} < set(found)
    assert found["Anna Example"].values.text("entity_type") == "person"
    assert found["Anna Example"].values.text("notes").splitlines()[0] == "Rank: 7"
    assert found["MV Example"].values.text("entity_type") == "vessel"
    assert joined(case) == {
        ("Anna Example", "related", "MV Example", "sails on"),
        ("MV Example", "precedes", "n2", ""),
        ("MV Example", "related", "n2", ""),
    }
    outcomes = [(each.name, each.outcome) for each in row.parts if each.outcome != "taken"]
    assert outcomes == [
        ("n2", "changed"),
        ("supports", "changed"),
        ("#3", "rejected"),
        ("hyperedge", "rejected"),
    ]


def test_what_networkx_writes_comes_in(tmp_path: Path, case: Case, cage: Cage) -> None:
    networks = cast("Any", nx)
    graph = networks.Graph()
    graph.add_node("a", label="Anna", kind="person", aliases="A.; The Captain", weight=1.5)
    graph.add_node(
        "d", label="Log", kind="Document", published="2024-01", author="B.", url="https://x.org"
    )
    graph.add_edge("a", "d", relation="wrote", certainty="Tentative", since=1999)
    networks.write_graphml(graph, tmp_path / "net.graphml")
    deliver(case, [tmp_path / "net.graphml"], cage)
    found = by_title(case)
    assert found["Anna"].values.get("aliases") == ["A.", "The Captain"]
    assert "Weight: 1.5" in found["Anna"].values.text("notes")
    assert found["Log"].kind == "document" and found["Log"].values.text("author") == "B."
    assert found["Log"].values.get("published") == {
        "edtf": "2024-01",
        "stated": "2024-01",
        "zone": "unknown",
    }
    (link,) = case.contents.links.values()
    assert (link.values.text("label"), link.values.text("certainty")) == ("wrote", "tentative")
    assert link.values.text("rationale") == "Since: 1999"


def drawn(contents: Contents) -> Diagram:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.graphml"
        write_graphml(graph_of(contents), IMPRINT, path, {})
        return read_graphml(path.read_bytes())


def is_legal(value: JsonValue) -> bool:
    """Whether XML can hold every text in a value."""
    if isinstance(value, str):
        return xml_text(value) == value
    if isinstance(value, Mapping):
        return all(is_legal(each) for each in value.values())
    return all(is_legal(each) for each in value) if isinstance(value, Sequence) else True


EXACT = (Tags, Number, Flag, Choices, Choice, When, Times, Table)
"""Fields that come back to the letter; texts do as well, and places but for how they are told apart."""


@given(contents=cases())
@settings(max_examples=60)
def test_our_own_graph_comes_back_as_the_case_it_was(contents: Contents) -> None:
    found = drawn(contents)
    assert_fits(found)
    kept = {each.id: each for each in contents.items.values() if each.kind != "board_card"}
    things = {each.key: each for each in found.things}
    assert set(kept) <= set(things)
    for key, item in kept.items():
        thing = things[key]
        assert thing.kind == item.kind
        for field in KINDS[item.kind].stored_fields():
            value = item.values.get(field.name)
            if (
                value is not None
                and (isinstance(field, EXACT) or type(field) is Text)
                and field.name not in {"exhibit", *secret_fields(contents, item)}
                and is_legal(value)
            ):
                assert thing.values.get(field.name) == value, field.name
    ends = {(each.key, each.type, each.start, each.end) for each in found.ties}
    dropped = {each.id for each in contents.items.values()} - set(kept)
    for link in contents.links.values():
        if not {link.start.id, link.end.id} & dropped:
            assert (link.id, link.type, tuple(link.start), tuple(link.end)) in ends
    assert {each.key for each in found.parts} == set(contents.elements)
    assert {each.key for each in found.origins} == set(contents.sources)


def test_our_own_graph_brings_links_on_links_sources_and_elements(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    contents = Contents(
        [
            Source("s1", Values({"name": "Ministry", "source_type": "body"})),
            Source("s2", Values({"name": "Spokesman", "owner": "s1"})),
            Item("i1", "claim", Values({"title": "Seen", "claimant": "s2", "exhibit": "CB-007"})),
            Item(
                "i2",
                "official_statement",
                Values({"title": "Said", "issuers": ["s1", "s2"], "of_a_newer_version": 3}),
            ),
            Element("e1", "i1", 0, Values({"role": "place", "text": "Rajin", "required": True})),
            Link(
                "l1",
                "supports",
                Ref.item("i2"),
                Ref.element("e1"),
                Values({"strength": "weak", "label": "a"}),
            ),
            Link("l2", "undercuts", Ref.item("i2"), Ref.link("l3")),
            Link("l3", "undercuts", Ref.item("i1"), Ref.link("l1")),
        ]
    )
    path = tmp_path / "own.graphml"
    write_graphml(graph_of(contents), IMPRINT, path, {})
    deliver(case, [path], cage)
    found, held = by_title(case), case.contents
    names = {each.id: each.name for each in held.sources.values()}
    assert set(names.values()) == {"Ministry", "Spokesman"}
    (owned,) = (each for each in held.sources.values() if each.name == "Spokesman")
    assert names[owned.values.text("owner")] == "Ministry"
    assert names[found["Seen"].values.text("claimant")] == "Spokesman"
    issuers = found["Said"].values.get("issuers")
    assert isinstance(issuers, list) and [names[str(each)] for each in issuers] == [
        "Ministry",
        "Spokesman",
    ]
    assert found["Said"].values.get("of_a_newer_version") == 3
    assert found["Seen"].values.text("exhibit") != "CB-007"
    (element,) = held.elements_of(found["Seen"].id)
    assert dict(element.values) == {"role": "place", "text": "Rajin", "required": True}
    by_end = {
        each.end.end: each
        for each in held.links.values()
        if each.type == "undercuts" and held.links[each.end.id].type == "supports"
    }
    (first,) = by_end.values()
    assert held.links[first.end.id].end == Ref.element(element.id)
    assert dict(held.links[first.end.id].values) == {"strength": "weak", "label": "a"}
    assert sum(each.end == Ref.link(first.id) for each in held.links.values()) == 1


def test_links_that_each_end_on_the_next_are_joined_in_one_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chain = [Link(f"l{n}", "undercuts", Ref.item("i1"), Ref.link(f"l{n + 1}")) for n in range(300)]
    last = Link("l300", "related", Ref.item("i1"), Ref.item("i2"))
    items = [Item(name, "claim", Values({"title": name})) for name in ("i1", "i2")]
    tried = 0
    take = graphml._Reading._take_edge  # pyright: ignore[reportPrivateUsage]

    def counted(self: Any, n: int, edge: Any) -> str:
        nonlocal tried
        tried += 1
        return take(self, n, edge)

    monkeypatch.setattr(graphml._Reading, "_take_edge", counted)  # pyright: ignore[reportPrivateUsage]
    assert len(drawn(Contents([*items, *chain, last])).ties) == 301
    assert tried == 2 * 300 + 1


def test_links_that_end_on_each_other_alone_are_left_out() -> None:
    ring = [
        Link("l1", "undercuts", Ref.item("i1"), Ref.link("l2")),
        Link("l2", "undercuts", Ref.item("i1"), Ref.link("l1")),
    ]
    found = drawn(Contents([Item("i1", "note", Values({"title": "A"})), *ring]))
    assert not found.ties and [each.outcome for each in found.lines] == [
        "taken",
        "rejected",
        "rejected",
    ]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("cloud_cover", {"cloud_cover": "170"}),
        ("cloud_cover", {"cloud_cover": "nan"}),
        ("cloud_cover", {"cloud_cover": "many"}),
        ("acquired", {"acquired": "some day"}),
        ("where", {"where": "X", "where_lat": "99", "where_lon": "0"}),
        ("observed", {"observed_json": '{"a":'}),
        ("observed", {"observed_json": '"text"'}),
    ],
)
def test_what_no_field_can_hold_is_left_where_it_was(name: str, cells: dict[str, str]) -> None:
    values, used = values_of(KINDS["satellite_image"].stored_fields(), cells)
    assert name not in values and name not in used


# -- wherever it comes from ----------------------------------------------------------------------


@given(st.sampled_from(["harbour.vis", "fleet.ftm", "yed.graphml"]), st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(name: str, data: st.DataObject) -> None:
    held = bytearray((SHELF / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(held) - 1))
        held[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    try:
        found = (
            read_graphml(bytes(held))
            if name.endswith("graphml")
            else read_ftm(bytes(held), claims=True)
        )
    except IntakeRefused as refusal:
        assert str(refusal)
    else:
        assert found is not None
        assert_fits(found)


def test_a_network_dropped_on_a_card_is_none_of_its_files(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    (tmp_path / "plain.txt").write_text("Seen.", encoding="utf-8")
    holder = case.add("note", title="Holder")
    found = look([SHELF / "harbour.vis", tmp_path / "plain.txt"], case.path, cage)
    taking = take_given(
        case.contents, case.new_id, found, Stamp("2024-01-01T00:00:00Z", ""), holder.id
    )
    case.run(taking.change, taking.bytes_of)
    (held,) = case.contents.attachments_of(holder.id)
    assert case.contents.artifacts[held.artifact].name == "plain.txt"
    assert "Anna Example" in by_title(case) and len(case.contents.links) == 2
    assert [bool(row.parts) for row in taking.rows] == [True, False]


def test_nothing_but_the_file_is_opened(case: Case, cage: Cage, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    path = tmp_path / "outside.graphml"
    path.write_text(
        f'<!DOCTYPE graphml SYSTEM "{secret.as_uri()}"><graphml xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'<key id="k" attr.name="label"/><graph><node id="a"><data key="k">'
        f'<xi:include href="{secret.as_uri()}" parse="text"/></data></node></graph></graphml>',
        encoding="utf-8",
    )
    deliver(case, [path], cage)
    assert not any(
        "hidden" in json.dumps(dict(each.values)) for each in case.contents.items.values()
    )
    assert "a" in by_title(case)


def test_a_network_that_a_canvas_names_is_a_file_on_it(
    case: Case, cage: Cage, tmp_path: Path
) -> None:
    shutil.copy(SHELF / "harbour.vis", tmp_path / "harbour.vis")
    nodes = [
        {"id": "a", "type": "file", "file": "harbour.vis", "x": 0, "y": 0, "width": 9, "height": 9},
        {"id": "b", "type": "text", "text": "Seen", "x": 99, "y": 0, "width": 9, "height": 9},
    ]
    path = tmp_path / "board.canvas"
    path.write_text(json.dumps({"nodes": nodes}), encoding="utf-8")
    bring_canvas(case, path, cage)
    assert set(by_title(case)) == {"harbour", "Seen"} and len(case.contents.cards) == 2
