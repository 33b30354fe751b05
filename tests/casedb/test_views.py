"""The SQL views: what somebody sees who opens a case in Datasette or the sqlite3 shell."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.model.kinds import KINDS
from casedb.model.kinds.kind import Kind
from casedb.model.link_types import LINK_TYPES
from casedb.model.values import Values
from casedb.model.when_and_where import When
from casedb.store.home import Home
from casedb.store.schema import floor_plan
from casedb.store.view_columns import column_name
from casedb.store.views import VIEWS, view_name
from casedb.store.writer import rebuild_views
from old_cases.make_case import SCRIPTS, make_case

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-")

Row = dict[str, Any]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case with one of everything."""
    folder = tmp_path_factory.mktemp("views")
    make_case(folder / "case.caseboard", Home(folder / "home"))
    return folder / "case.caseboard"


@pytest.fixture
def link(path: Path) -> Iterator[sqlite3.Connection]:
    """What every other program opens it with: nothing of ours, nothing set."""
    with closing(sqlite3.connect(path)) as link:
        link.row_factory = sqlite3.Row
        yield link


def rows(link: sqlite3.Connection, sql: str) -> list[Row]:
    return [dict(row) for row in link.execute(sql).fetchall()]


def full(link: sqlite3.Connection, kind: Kind) -> Row:
    """The row of the item of a kind that has something in every field."""
    (found,) = rows(link, f"SELECT * FROM {view_name(kind)} WHERE title LIKE '%·%'")
    return found


@pytest.fixture(scope="module")
def bare() -> Iterator[sqlite3.Connection]:
    """An empty case in memory that keeps no rule, for rows of all sorts."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as link:
        link.executescript(floor_plan())
        link.execute("PRAGMA ignore_check_constraints=ON")
        link.row_factory = sqlite3.Row
        yield link


def hold(link: sqlite3.Connection, kind: str, *fields: object) -> None:
    """Put items with these fields, and nothing else, into an empty case."""
    link.execute("DELETE FROM item")
    told = [(str(n), kind, json.dumps(each)) for n, each in enumerate(fields)]
    link.executemany("INSERT INTO item VALUES (?, ?, ?)", told)


# -- all of them -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_reads_well(link: sqlite3.Connection, name: str) -> None:
    told = rows(link, f"SELECT * FROM {name}")
    assert told
    for row in told:
        for column, cell in row.items():
            if column == "id" or column.endswith("_id"):
                continue
            assert not UUID.search(str(cell)), f"{column} shows an id: {cell}"
            if column not in ("json", "geojson"):
                assert not str(cell).startswith(("{", "[")), f"{column} shows JSON: {cell}"


@pytest.mark.parametrize("name", VIEWS)
def test_every_column_can_be_asked_for_without_quotation_marks(
    link: sqlite3.Connection, name: str
) -> None:
    described = link.execute(f"SELECT * FROM {name}").description
    for column, *_ in described:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", column)
        link.execute(f"SELECT {column} FROM {name} ORDER BY {column}").fetchone()


@pytest.mark.parametrize("name", VIEWS)
def test_the_case_itself_answers_the_same(path: Path, link: sqlite3.Connection, name: str) -> None:
    with Case.open(path, read_only=True) as case:
        assert case.query(f"SELECT * FROM {name}") == rows(link, f"SELECT * FROM {name}")


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "title" FROM "CLAIMS"',
        "SELECT title FROM [Claims] JOIN tags USING (title)",
        "WITH c AS (SELECT title FROM claims) SELECT * FROM c, main.board",
        "SELECT (SELECT count(*) FROM dates) AS n, from_title FROM links",
        "SELECT 1 AS claims",
    ],
)
def test_questions_in_other_spellings_are_answered(path: Path, sql: str) -> None:
    with Case.open(path, read_only=True) as case:
        assert case.query(sql)


def test_views_are_made_anew_at_the_first_change_and_not_by_opening(tmp_path: Path) -> None:
    path = tmp_path / "case.caseboard"
    with Case.create(path) as case:
        case.add("note", title="Kept")
    with closing(sqlite3.connect(path)) as link:
        link.execute("DROP VIEW notes")
        link.execute("CREATE VIEW notes AS SELECT 'not ours' AS title")
        link.commit()

    def told() -> list[tuple[str]]:
        with closing(sqlite3.connect(path)) as link:
            return link.execute("SELECT title FROM notes ORDER BY title").fetchall()

    with Case.open(path) as case:
        assert case.query("SELECT title FROM notes") == [{"title": "Kept"}]
    assert told() == [("not ours",)]
    with Case.open(path) as case:
        case.add("note", title="Another")
    assert told() == [("Another",), ("Kept",)]


def test_views_that_are_right_are_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        assert not rebuild_views(link)


# -- one a kind ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_s_view_has_every_field_of_the_kind(link: sqlite3.Connection, kind: Kind) -> None:
    row = full(link, kind)
    for field in kind.fields:
        assert column_name(field) in row
        if isinstance(field, When):
            assert row[f"{column_name(field)}_as_stated"] == "autumn 2023"
        if field.stored:
            assert row[column_name(field)] is not None, f"{field.label} is lost"
    assert row["summary"] == f"{kind.field('summary').label}: {SCRIPTS}"
    assert row["source"] == "Agency “News”"
    assert row["tags"] == "two words; Київ"
    assert row["times"] == "Published: 2023-10-01; First seen: 2023?"
    assert row["places"] == "Place shown: Najin; Place created: 42.2, 130.3"
    assert row["sensitivity"] == "Graphic; Personal data; Protected source"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_s_view_counts(link: sqlite3.Connection, kind: Kind) -> None:
    told = rows(link, f"SELECT * FROM {view_name(kind)}")
    (total,) = link.execute("SELECT count(*) FROM item WHERE kind = ?", (kind.name,)).fetchone()
    assert len(told) == total
    for row in told:
        for column, sql in {
            "cards": "SELECT count(*) FROM card WHERE item = :id",
            "files": "SELECT count(*) FROM attachment WHERE item = :id",
            "links": "SELECT count(*) FROM link WHERE :id IN (from_item, to_item)",
        }.items():
            assert row[column] == link.execute(sql, {"id": row["id"]}).fetchone()[0]


def test_words_of_lists_are_shown_as_people_read_them(link: sqlite3.Connection) -> None:
    image = full(link, KINDS["satellite_image"])
    assert (image["time_basis"], image["product"]) == ("Day", "Press graphic")
    assert (image["gsd_m"], image["cloud_cover_percent"], image["sun_azimuth_degrees"]) == (
        12.5,
    ) * 3
    assert image["place"] == "38.25, 130.5"
    first, second = image["features"].split("; ")
    assert ", Possible, " in first and second == "second"
    assert image["compared_with"] == full(link, KINDS["media"])["title"]
    statement = full(link, KINDS["official_statement"])
    assert (statement["joint"], statement["issuers"]) == ("yes", "Agency “News”")


def test_a_statement_names_what_it_addresses(link: sqlite3.Connection) -> None:
    told = rows(link, "SELECT * FROM official_statements")
    addressed = {title for row in told for title in (row["addresses"] or "").split("; ")}
    assert full(link, KINDS["claim"])["title"] in addressed


def test_a_statement_addresses_claims_and_responds_to_statements(
    tmp_path: Path, home: Home
) -> None:
    with Case.create(tmp_path / "case.caseboard", "Harbour", home=home) as case:
        claim = case.add("claim", title="A claim")
        part = case.add_element(claim, "place", "Quay 4")
        charge = case.add("official_statement", title="Charge")
        denial = case.add("official_statement", title="Denial")
        case.link(denial, "denies", charge)
        case.link(denial, "responds_to", claim)
        case.link(denial, "supports", part)
    with closing(sqlite3.connect(tmp_path / "case.caseboard")) as link:
        told = link.execute(
            "SELECT addresses, responds_to FROM official_statements WHERE title = 'Denial'"
        ).fetchone()
    assert told == ("A claim; A claim (Place, Quay 4)", "Charge")


def test_a_claim_counts_what_speaks_for_and_against_it_and_has_our_own_verdict(
    link: sqlite3.Connection,
) -> None:
    claim = full(link, KINDS["claim"])
    (supporting,) = link.execute(
        "SELECT count(*) FROM link LEFT JOIN element ON element.id = to_element "
        "WHERE type = 'supports' AND ? IN (to_item, claim)",
        (claim["id"],),
    ).fetchone()
    assert claim["supporting_links"] == supporting > 0
    assert claim["elements"] == 2
    assert claim["verdict"] == "True"


def test_a_cited_opinion_is_no_verdict_of_the_case(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.caseboard") as case:
        other = case.add_source("Fact-checker")
        claim = case.add("claim", title="It sailed")
        case.assess(claim, "verdict", "false", body=Values({"cited_opinion": other.id}))
        assert case.query("SELECT verdict FROM claims") == [{"verdict": None}]
        assert case.query("SELECT judgement, opinion_of FROM assessments") == [
            {"judgement": "False", "opinion_of": "Fact-checker"}
        ]
        case.assess(claim, "verdict", "mixed")
        assert case.query("SELECT verdict FROM claims") == [{"verdict": "Mixed"}]


# -- what is not as it should be ---------------------------------------------------------------


def test_nothing_and_an_empty_text_stay_apart(bare: sqlite3.Connection) -> None:
    hold(bare, "claim", {"verbatim": ""}, {})
    told = bare.execute("SELECT verbatim FROM claims ORDER BY id").fetchall()
    assert [row[0] for row in told] == ["", None]


@given(said=st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_a_text_comes_out_to_the_letter(bare: sqlite3.Connection, said: str) -> None:
    # SQLite ends a text at a NUL character when it takes it out of JSON.
    hold(bare, "note", {"title": said, "tags": [said]})
    (row,) = bare.execute("SELECT title, tags FROM notes").fetchall()
    assert tuple(row) == (said, said)
    assert bare.execute("SELECT tag FROM tags").fetchone()[0] == said


_KEYS = ("name", "date", "place", "edtf", "geometry", "coordinates", "type", "bbox", 'a"b', "")
_ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-99, 99)
    | st.floats(-9, 9)
    | st.text("a\"'.$[ ", max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(kind=st.sampled_from(list(KINDS.values())), data=st.data())
def test_no_value_however_odd_spoils_a_view(
    bare: sqlite3.Connection, kind: Kind, data: st.DataObject
) -> None:
    some = st.lists(st.sampled_from(kind.stored_fields()), max_size=4)
    hold(bare, kind.name, {field.name: data.draw(_ODD) for field in data.draw(some)})
    for view in (view_name(kind), "items", "dates", "places", "tags", "names"):
        bare.execute(f"SELECT * FROM {view}").fetchall()


def test_a_value_that_is_not_understood_is_shown_as_it_lies_there(
    bare: sqlite3.Connection,
) -> None:
    fields = {"first_made": 7, "tags": "word", "times": 5, "status": "new_word", "places": "here"}
    hold(bare, "claim", fields)
    (row,) = rows(bare, "SELECT first_made, tags, times, status, places FROM claims")
    assert list(row.values()) == [7, "word", 5, "new_word", "here"]


def test_an_item_of_a_kind_that_is_not_known_is_among_the_items(bare: sqlite3.Connection) -> None:
    hold(bare, "intercept", {"title": "Heard"})
    (row,) = rows(bare, "SELECT kind, title, date FROM items")
    assert row == {"kind": "intercept", "title": "Heard", "date": None}


# -- the rest --------------------------------------------------------------------------------


def test_items_have_the_date_place_and_source_of_their_cards(link: sqlite3.Connection) -> None:
    told = {row["kind"]: row for row in rows(link, "SELECT * FROM items WHERE title LIKE '%·%'")}
    assert set(told) == {kind.label for kind in KINDS.values()}
    for label in ("Claim", "Satellite image", "Media", "Event"):
        assert told[label]["date_as_stated"] == "autumn 2023"
        assert told[label]["source"]
    assert told["Media"]["place"] == "38.25, 130.5"


def test_links_read_as_sentences(link: sqlite3.Connection) -> None:
    told = rows(link, "SELECT * FROM links")
    assert {row["type"] for row in told} == set(LINK_TYPES)
    says = {row["type"]: row["says"] for row in told}
    assert says["derived_from"] == "is derived from"
    (undercutting,) = (row for row in told if row["type"] == "undercuts")
    assert undercutting["to_kind"] == "Link"
    assert undercutting["to_title"].startswith("“What it shows: ")
    assert "” supports “" in undercutting["to_title"]
    assert "(Actor, The ministry)" in undercutting["to_title"]
    assert undercutting["rationale"] == "The picture is older."
    undercut = [row for row in told if row["undercut_by"]]
    assert [row["type"] for row in undercut] == ["supports"]
    assert undercut[0]["to_kind"] == "Element"


def test_dates_have_their_bounds_beside_them(link: sqlite3.Connection) -> None:
    told = rows(link, "SELECT * FROM dates WHERE kind = 'Document'")
    which = {row["which"]: (row["date"], row["from_date"], row["to_date"]) for row in told}
    assert which["First seen"] == ("2023?", "2023", "2023")


def test_the_bounds_of_a_date_have_no_marks(bare: sqlite3.Connection) -> None:
    edtf = ("../2024-01", "2023-09-07/2023-10-01~", "2024/..", "2023-1X")
    hold(bare, "claim", *({"first_made": {"edtf": each, "stated": ""}} for each in edtf))
    told = bare.execute("SELECT from_date, to_date FROM dates ORDER BY item_id").fetchall()
    assert [tuple(row) for row in told] == [
        (None, "2024-01"),
        ("2023-09-07", "2023-10-01"),
        ("2024", None),
        ("2023-1X", "2023-1X"),
    ]


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ({"geometry": {"type": "Point", "coordinates": [130, 38.5]}}, 38.5, 130),
        ({"geometry": None, "bbox": [129, 38, 130, 39]}, 38.5, 129.5),
        ({"geometry": None, "bbox": [179, -1, -177, 1]}, 0, -179),
        ({"geometry": None, "bbox": [177, -1, -179, 1]}, 0, 179),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [3, 0], [3, 1], [0, 0]]]}},
            0.5,
            1.5,
        ),
        ({"name": "Najin", "geometry": None}, None, None),
    ],
)
def test_places_can_be_put_on_a_map(
    bare: sqlite3.Connection, place: dict[str, Any], latitude: float | None, longitude: float | None
) -> None:
    hold(bare, "event", {"where": place})
    (row,) = rows(bare, "SELECT * FROM places")
    assert (row["latitude"], row["longitude"]) == (latitude, longitude)
    if latitude is None:
        assert row["geojson"] is None
    else:
        assert json.loads(row["geojson"])["type"] in ("Point", "Polygon")
        if place.get("geometry"):
            assert json.loads(row["geojson"]) == place["geometry"]


def test_judgements_name_their_subject_whatever_it_is(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.caseboard") as case:
        claim, note = case.add("claim", title="It sailed"), case.add("note", title="Remark")
        element = case.add_element(claim, "actor", "Captain")
        drawn = case.link(note, "supports", claim)
        for subject in (case.add_source("Port"), claim, element, drawn):
            case.assess(subject, "reliability", "B")
        told = case.query("SELECT subject, judgement FROM assessments ORDER BY id")
        assert [row["subject"] for row in told] == [
            "Port",
            "It sailed",
            "It sailed (Actor, Captain)",
            "“Remark” supports “It sailed”",
        ]


def test_the_history_is_there_step_by_step(link: sqlite3.Connection) -> None:
    told = rows(link, "SELECT * FROM history ORDER BY number")
    assert [row["number"] for row in told] == list(range(1, len(told) + 1))
    assert {row["action"] for row in told} == {"do", "undo", "redo"}
    assert told[0]["label"] == "Create case"


def test_attachments_name_the_file_and_the_item(link: sqlite3.Connection) -> None:
    told = {row["file_name"]: row for row in rows(link, "SELECT * FROM attachments")}
    assert set(told) == {"scene.png", "empty.txt", "told.txt"}
    assert told["scene.png"]["kind"] == "Satellite image"
    assert told["scene.png"]["caption"] == "The pier"
    assert len(told["scene.png"]["sha256"]) == 64
