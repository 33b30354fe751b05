"""What is read aloud of a case."""

from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from caseboard import spoken
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.link_types import LINK_TYPES
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    Board,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Scale,
    Source,
)
from casedb.model.schemes import SCHEMES, VERDICT
from casedb.model.values import Values
from casedb.model.visible_text import has_hidden
from casedb.words import speak


def case_of(*records: Record) -> Contents:
    return Contents([CaseInfo("case"), *SCHEMES, *records])


def claim(title: str = "She sailed", **values: JsonValue) -> Item:
    return Item("c", "claim", Values({"title": title, **values}))


def test_the_examples_in_the_docstrings_are_true() -> None:
    assert doctest.testmod(spoken).failed == 0


def test_a_claim_is_told_with_how_it_stands_and_what_is_for_and_against_it() -> None:
    others = [Item(name, "media") for name in "abd"]
    links = [
        Link("1", "supports", Ref.item("a"), Ref.item("c")),
        Link("2", "supports", Ref.item("b"), Ref.item("c")),
        Link("3", "disputes", Ref.item("d"), Ref.item("c")),
    ]
    contents = case_of(claim(status="in_review"), *others, *links)
    told = spoken.item_name(contents, contents.items["c"])
    assert told == "Claim: She sailed, in review, 2 for, 1 against"


def test_a_verdict_is_called_one() -> None:
    judged = Assessment("v", "verdict", "c", None, VERDICT.id, "false", "Ada", "2024-01-01")
    contents = case_of(claim(), judged)
    told = spoken.item_name(contents, contents.items["c"])
    assert told == "Claim: She sailed, verdict false, nothing for or against"


def test_what_has_no_title_is_told_by_its_kind() -> None:
    untitled = Item("p", "media")
    assert spoken.item_name(case_of(untitled), untitled) == "Untitled media"


def test_a_card_for_a_board_is_told_with_the_title_of_that() -> None:
    leads = Item("w", "board_card", Values({"board": "b"}))
    contents = case_of(Board("b", "Embargo"), leads)
    assert spoken.item_name(contents, leads) == "Board card: Embargo"


def test_what_a_note_says_is_its_description() -> None:
    note = Item("n", "note", Values({"title": "Ask the port", "summary": "Who signed?"}))
    assert spoken.item_details(case_of(note), note) == "Who signed?"


def test_the_rest_of_a_card_is_its_description() -> None:
    seen = FuzzyDate.parse("2024-01-02").to_json()
    image = Item(
        "i", "satellite_image", Values({"acquired": seen, "source": "s", "exhibit": "CB-007"})
    )
    file = Artifact("ab" * 32, 10, "image/png", "a.png")
    contents = case_of(
        image, Source("s", Values({"name": "A ministry"})), file, Attachment("t", "i", file.id)
    )
    told = spoken.item_details(contents, image)
    assert told == "2 Jan 2024, A ministry, 1 file, no coordinates, exhibit CB-007"


def test_a_link_is_told_as_it_is_met_at_either_end() -> None:
    photo = Item("p", "media", Values({"title": "The quay"}))
    link = Link(
        "l",
        "supports",
        Ref.item("p"),
        Ref.item("c"),
        Values({"certainty": "confirmed", "label": "her name", "strength": "weak"}),
    )
    contents = case_of(claim(), photo, link)
    away = spoken.link_name(contents, link)
    assert away == "supports Claim: She sailed, confirmed, “her name”"
    back = spoken.link_name(contents, link, from_start=False)
    assert back == "is supported by Media: The quay, confirmed, “her name”"
    assert spoken.link_details(link) == "weak"
    assert spoken.link_hint(contents, link) == "supports → Claim: She sailed"
    assert spoken.link_hint(contents, link, from_start=False) == "supports ← Media: The quay"


def test_a_link_that_reads_the_same_both_ways_is_told_so() -> None:
    other = Item("d", "claim", Values({"title": "She stayed"}))
    link = Link("l", "excludes", Ref.item("c"), Ref.item("d"))
    contents = case_of(claim(), other, link)
    assert spoken.link_name(contents, link) == "excludes Claim: She stayed"


def test_a_type_of_a_newer_version_tells_its_direction() -> None:
    link = Link("l", "amplifies", Ref.item("p"), Ref.item("c"))
    photo = Item("p", "media", Values({"title": "The quay"}))
    contents = case_of(claim(), photo, link)
    assert spoken.link_name(contents, link) == "amplifies Claim: She sailed"
    back = spoken.link_name(contents, link, from_start=False)
    assert back == "amplifies, from Media: The quay"


def test_a_link_to_an_element_names_the_part_and_its_claim() -> None:
    place = Element("e", "c", 0, Values({"role": "place", "text": "Pier 4"}))
    link = Link("l", "supports", Ref.item("p"), Ref.element("e"))
    contents = case_of(claim(), Item("p", "media"), place, link)
    assert spoken.link_name(contents, link) == "supports Claim: She sailed, place: Pier 4"


def test_what_is_met_at_a_claim_tells_the_part_that_it_is_about() -> None:
    place = Element("e", "c", 0, Values({"role": "place", "text": "Pier 4"}))
    link = Link("l", "supports", Ref.item("p"), Ref.element("e"))
    photo = Item("p", "media", Values({"title": "The quay"}))
    contents = case_of(claim(), photo, place, link)
    told = spoken.link_name(contents, link, from_start=False)
    assert told == "is supported by Media: The quay, as to place: Pier 4"


def test_what_the_pill_of_a_card_says_is_told_with_what_it_is() -> None:
    denial = Item("s", "official_statement", Values({"title": "Denial", "stance": "denies"}))
    told = spoken.item_name(case_of(denial), denial)
    assert told == "Official statement: Denial, stance denies"


def test_a_link_to_a_link_names_both_ends_of_that_one_and_no_more() -> None:
    photo = Item("p", "media", Values({"title": "The quay"}))
    note = Item("n", "note", Values({"title": "Too dark"}))
    first = Link("1", "supports", Ref.item("p"), Ref.item("c"))
    second = Link("2", "undercuts", Ref.item("n"), Ref.link("1"))
    third = Link("3", "undercuts", Ref.item("n"), Ref.link("2"))
    contents = case_of(claim(), photo, note, first, second, third)
    told = spoken.link_name(contents, second)
    assert told == "undercuts the link “Media: The quay” supports “Claim: She sailed”"
    assert spoken.link_name(contents, third) == "undercuts the link that undercuts another"


class Colons:
    """A language that puts what a link is about into no case, and a colon before it."""

    def find(self, text: str, about: str, number: int | None) -> str:
        return {"{says} {other}": "{says}: {other}"}.get(text, "")

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value}"


def test_a_language_may_part_what_a_link_says_from_what_it_is_about() -> None:
    photo = Item("p", "media", Values({"title": "The quay"}))
    first = Link("1", "supports", Ref.item("p"), Ref.item("c"))
    speak(Colons())
    try:
        told = spoken.link_name(case_of(claim(), photo, first), first, from_start=False)
    finally:
        speak(None)
    assert told == "is supported by: Media: The quay"


def test_a_link_of_a_newer_version_that_rests_on_links_is_told_by_its_name() -> None:
    first = Link("1", "supports", Ref.item("p"), Ref.item("c"))
    second = Link("2", "throws_light_on", Ref.item("n"), Ref.link("1"))
    third = Link("3", "undercuts", Ref.item("n"), Ref.link("2"))
    told = spoken.link_name(case_of(first, second, third), third)
    assert told == "undercuts the link that throws light on another"


def test_what_has_not_been_read_yet_is_told_so() -> None:
    link = Link("l", "supports", Ref.item("p"), Ref.item("c"))
    assert spoken.link_name(case_of(link), link) == "supports what has not been read yet"


def test_a_frame_is_told_with_how_many_cards_lie_in_it() -> None:
    assert spoken.frame_name(Frame("f", "b", "Pier", 0, 0, 9, 9), 2) == "Frame: Pier, 2 cards"
    assert spoken.frame_name(Frame("f", "b", " ", 0, 0, 9, 9), 1) == "Untitled frame, 1 card"


def test_a_collapsed_frame_is_told_so() -> None:
    told = spoken.frame_name(Frame("f", "b", "Pier", 0, 0, 9, 9), 7, is_collapsed=True)
    assert told == "Frame: Pier, collapsed, 7 cards"


def test_the_time_that_runs_along_a_frame_is_its_description() -> None:
    frame = Frame("f", "b", "Pier", 0, 0, 9, 9)
    contents = case_of(Board("b", "Main"), frame, Scale("s", "f", "2023-09-01", "2024-02-01"))
    assert spoken.frame_details(contents, frame) == "time from 2023-09-01 to 2024-01-31"
    assert spoken.frame_details(case_of(Board("b", "Main"), frame), frame) == ""


@given(st.text(max_size=60), st.sampled_from([*LINK_TYPES, "of a newer version"]), st.booleans())
def test_whatever_is_in_a_case_is_told_in_one_line_with_nothing_hidden(
    text: str, type_name: str, from_start: bool
) -> None:
    values = Values({"label": text, "rationale": text, "certainty": text})
    link = Link("l", type_name, Ref.item("p"), Ref.element("e"), values)
    element = Element("e", "c", 0, Values({"role": text, "text": text}))
    contents = case_of(claim(text, status=text, exhibit=text), Item("p", "media"), element, link)
    item = contents.items["c"]
    for told in (
        spoken.item_name(contents, item),
        spoken.item_details(contents, item),
        spoken.link_name(contents, link, from_start=from_start),
        spoken.link_hint(contents, link, from_start=from_start),
        spoken.link_details(link),
        spoken.frame_name(Frame("f", "b", text, 0, 0, 9, 9), 3),
    ):
        assert not has_hidden(told)
        assert len(told.splitlines()) <= 1
