"""Plain values: what scripts and source files may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import InvalidChange
from casedb.exchange.plain import stored_values
from casedb.model.kinds import KINDS
from casedb.model.records import Item

CLAIM = KINDS["claim"]


def stored(kind: str, **given: object) -> dict[str, object]:
    return dict(stored_values(KINDS[kind].label, KINDS[kind].fields, given))


def test_dates_and_places_may_be_words() -> None:
    values = stored("event", happened="autumn 2023", where="Kharkiv, Ukraine")
    assert isinstance(values["happened"], dict)
    assert values["happened"]["stated"] == "autumn 2023"
    assert isinstance(values["where"], dict)


def test_rows_of_tables_are_checked_like_fields() -> None:
    values = stored("event", quantities=[{"what": "killed", "figure": "two"}])
    assert values["quantities"] == [{"what": "killed", "figure": "two"}]
    with pytest.raises(InvalidChange, match="A figure has no field “colour”"):
        stored("event", quantities=[{"colour": "red"}])


def test_further_times_are_pairs() -> None:
    values = stored("note", times={"captured": "2024-01-02"})
    assert isinstance(values["times"], list)
    assert values["times"][0]["name"] == "captured"


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("claim", {"titel": "x"}, "Claim has no field “titel”.*title"),
        (
            "claim",
            {"status": "maybe"},
            "Claim: “status” cannot be 'maybe': the words are draft, open",
        ),
        ("claim", {"title": 7}, "Claim: “title” cannot be 7: a text was expected"),
        ("claim", {"first_made": "the day before"}, "Claim: “first_made” is not understood. "),
        (
            "satellite_image",
            {"cloud_cover": 140},
            "“cloud_cover” cannot be 140: it is at least 0 and at most 100",
        ),
        ("satellite_image", {"gsd": "0.3"}, "“gsd” cannot be '0.3': a number was expected"),
        (
            "satellite_image",
            {"where": "91.0, 200.0"},
            "Satellite image: “where” is not understood. ",
        ),
        ("note", {"tags": "one"}, "Note: “tags” cannot be 'one': a list was expected"),
        ("note", {"times": {"someday": "2024"}}, "Note: “times” cannot be .*the words are event"),
        ("official_statement", {"joint": "yes"}, "“joint” cannot be 'yes': yes or no was expected"),
        ("event", {"quantities": [{"figure": 5}]}, "A figure: “figure” cannot be 5: a text"),
        ("official_statement", {"responds_to": "x"}, "has no field “responds_to”"),
    ],
)
def test_a_mistake_gets_its_sentence(kind: str, given: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidChange, match=sentence):
        stored(kind, **given)


def test_none_is_nothing() -> None:
    assert stored("claim", title="A", claimant=None) == {"title": "A"}


def test_a_script_makes_a_case_of_a_thousand_items(tmp_path: Path) -> None:
    path = tmp_path / "thousand.caseboard"
    with Case.create(path, "Thousand") as case:
        claim = case.add("claim", title="All of them were there")
        with case.together("Import 1,000 photographs"):
            for n in range(999):
                photo = case.add("media", title=f"Photograph {n}", recorded="2024-01-02")
                case.link(photo, "supports", claim)
                case.place(photo, x=n % 40 * 300, y=n // 40 * 200)
        assert case.journal.length == 3
    with Case.open(path) as case:
        assert len(case.contents.items) == 1000
        assert len(case.contents.links) == 999
        assert next(iter(case.find("Photograph 731"))).record is Item
        rows = case.query("SELECT count(*) AS n FROM media")
        assert rows == [{"n": 999}]


def test_a_gathering_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Case.create(tmp_path / "a.caseboard") as case:
        before = set(case.contents.items)
        with pytest.raises(InvalidChange), case.together("Import"):
            case.add("note", title="first")
            case.add("note", title=7)
        assert set(case.contents.items) == before
        assert case.journal.length == 1
        case.add("note", title="after")
        assert case.journal.length == 2


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("event", {"quantities": ["two"]}),
        ("note", {"times": [()]}),
        ("note", {"times": [("captured",)]}),
        ("note", {"times": ["captured"]}),
    ],
)
def test_what_has_another_shape_is_refused_in_words(kind: str, given: dict[str, object]) -> None:
    with pytest.raises(InvalidChange, match="cannot be"):
        stored(kind, **given)
