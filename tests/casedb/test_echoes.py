"""What two items share that few others do: offered as a question, with its reason."""

from __future__ import annotations

import pytest

from casedb.analysis.echoes import Echoes, joined, numbers_in, phrases_in
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Attachment, CaseInfo, Item, Link, Record, Ref
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values


def item(id: str, summary: str = "", kind: str = "document", **values: JsonValue) -> Item:
    return Item(id, kind, Values({"title": id, "summary": summary, **values}))


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *SCHEMES, *records])


def echoes(*records: Record) -> list[tuple[str, str, str]]:
    return [(each.later, each.earlier, each.reason) for each in Echoes(case_of(*records)).all()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,043 and 1.043 and 1 043 and 1043", ["1043"] * 4),
        ("in 2023, on 2024-01-02 at 12:30, 2.1.2024", []),
        ("1000 of 12 000 in 3 trains, 50 countries", []),
        ("17.25 t, 17,25 t", ["17.25", "17.25"]),
        ("serial 90211-B, 1,043,000", ["90211", "1043000"]),
    ],
)
def test_numbers_are_read_in_whatever_way_they_are_grouped(text: str, found: list[str]) -> None:
    assert list(numbers_in(text)) == found


def test_a_number_that_few_give_is_a_reason_to_ask() -> None:
    a, b = item("a", "They counted 1,043 crates."), item("b", "1043 crates came in.")
    assert echoes(a, b, item("c", "Nothing of that")) == [("b", "a", "Both give 1043.")]
    many = [item(f"m{n}", "some 1043 of them") for n in range(5)]
    assert echoes(*many) == []


def test_a_run_of_words_that_few_use_is_a_reason_to_ask() -> None:
    words = "the crates were taken off the ship before dawn by soldiers"
    a, b = (
        item("a", f"He says {words}."),
        item("b", "“The Crates were taken off the ship before dawn, by soldiers”"),
    )
    assert echoes(a, b) == [("b", "a", f"Both say “…{words}…”.")]
    short = item("c", "taken off the ship before dawn")
    assert echoes(a, short) == []


def test_what_both_say_is_told_as_the_earlier_has_it_written() -> None:
    told = "The crew, of Nai\u0308ve origin: “left the SHIP at Đà Nẵng by night”"
    later = item("b", "the crew of naive origin left the ship at đa nang by night, they say")
    ((_, earlier, reason),) = echoes(item("a", told), later)
    assert earlier == "a"
    assert reason.startswith(
        "Both say “…The crew, of Nai\u0308ve origin: “left the SHIP at Đà Nẵng by"
    )


def test_markings_on_debris_are_compared_by_their_numbers() -> None:
    parts: JsonValue = [{"part": "fin", "markings": "lot 90211-7"}]
    debris = item("a", kind="debris_analysis", components=parts)
    assert echoes(debris, item("b", "It bears the number 90211.")) == [
        ("b", "a", "Both give 90211.")
    ]


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    a, b = (
        item("a", "러시아가 북한제 미사일을 발사했다"),
        item("b", "보도: 러시아가 북한제 미사일을 발사했다."),
    )
    ((_, _, reason),) = echoes(a, b)
    assert reason.startswith("Both say “…")


def test_the_same_scene_and_the_same_picture_are_reasons() -> None:
    scenes = [item(each, kind="satellite_image", scene_id=" S2A_1") for each in "ab"]
    assert echoes(*scenes) == [("b", "a", "Both show the scene S2A_1.")]
    look = Values({"metadata": {"look": "00ff00ff00ff00ff"}})
    files = [Artifact(each * 64, 1, "image/png", each, look) for each in "ef"]
    held = [Attachment(f"t{n}", "ab"[n], files[n].id, 0) for n in range(2)]
    assert echoes(item("a"), item("b"), *files, *held) == [
        ("b", "a", "Their pictures look the same.")
    ]


def test_dates_tell_which_is_later() -> None:
    def dated(id: str, day: str) -> Item:
        return item(id, "1043 crates", published=FuzzyDate.parse(day).to_json())

    assert echoes(dated("a", "2024-01-09"), dated("b", "2024-01-02"))[0][:2] == ("a", "b")
    assert echoes(dated("a", "January 2024"), dated("b", "2024-01-02"))[0][:2] == ("b", "a")


def test_what_is_linked_already_is_not_asked_about() -> None:
    items = [item(each, "1043 crates") for each in "abc"]

    def link(sort: str, start: str, end: str) -> Link:
        return Link(f"{sort} {start} {end}", sort, Ref.item(start), Ref.item(end))

    chain = [link("derived_from", "a", "b"), link("derived_from", "b", "c")]
    assert echoes(*items, *chain) == []
    assert [each[:2] for each in echoes(*items, chain[0])] == [("c", "a"), ("c", "b")]
    assert len(echoes(*items, link("same_as", "a", "b"))) == 2


def test_claims_and_our_own_reading_are_no_signs() -> None:
    claim = Item("a", "claim", Values({"title": "1043 crates came"}))
    read = item("b", interpretation="1043 crates", notes="1043")
    assert echoes(claim, read, item("c", "1043 crates")) == []


def test_edits_are_followed() -> None:
    contents = case_of(item("a", "1043 crates"))
    kept = Echoes(contents)
    assert list(kept.all()) == []

    def run(*edits: Edit) -> None:
        contents.apply(ChangeSet("", edits))
        kept.follow(edits)

    b = item("b", "1043 crates")
    run(Edit(None, b))
    assert len(list(kept.all())) == 1
    changed = item("b", "some crates")
    run(Edit(b, changed))
    assert list(kept.all()) == []
    run(Edit(changed, b))
    run(Edit(b, None))
    assert list(kept.all()) == [] and kept.of("b") == ()


def test_runs_are_joined_to_the_longest_text() -> None:
    text = "one two three four five six seven eight"
    assert joined(phrases_in(text)) == text
    assert joined([*phrases_in(text), "a b c d e f"]) == text
    assert joined(phrases_in("a a a a a a a a a")) == "a a a a a a"
