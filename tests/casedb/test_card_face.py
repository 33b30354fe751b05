"""What a card shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casedb.model.card_face import CardFace, Support, face
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.fields import Choice
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.place import Place
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    CaseInfo,
    Element,
    Item,
    Link,
    Record,
    Ref,
    Source,
)
from casedb.model.schemes import CREDIBILITY, RELIABILITY, SCHEMES, VERDICT
from casedb.model.values import Values
from casedb.model.visible_text import has_hidden, visible


def shown(item: Item, *others: Record) -> CardFace:
    return face(Contents([CaseInfo("case"), *SCHEMES, item, *others]), item)


def item(kind: str, **values: JsonValue) -> Item:
    return Item("i", kind, Values(values))


def date(text: str) -> JsonValue:
    return FuzzyDate.parse(text).to_json()


def test_a_claim_counts_what_speaks_for_and_against_it() -> None:
    claim = item("claim", title="C")
    others = [Item(name, "media") for name in "abc"]
    element = Element("e", "i", 0)
    links = [
        Link("1", "supports", Ref.item("a"), Ref.item("i")),
        Link("2", "supports", Ref.item("a"), Ref.element("e")),
        Link("3", "supports", Ref.item("b"), Ref.element("e")),
        Link("4", "disputes", Ref.item("c"), Ref.item("i")),
        Link("5", "bears_on", Ref.item("c"), Ref.item("i")),
        Link("6", "supports", Ref.item("i"), Ref.item("c")),
    ]
    assert shown(claim, *others, element, *links).support == Support(pro=2, con=1)
    assert shown(item("note", title="N")).support is None


def test_an_untitled_card_says_so() -> None:
    assert shown(item("claim")).title == "Untitled claim"


def test_the_foot_names_date_source_and_place() -> None:
    ministry = Source("s", Values({"name": "Ministry"}))
    made = item("claim", first_made=date("26 January 2024"), claimant="s")
    assert shown(made, ministry).footer == ("26 Jan 2024", "Ministry")
    strike = item("event", happened=date("2024-01-02"), where=Place.parse("Kharkiv").to_json())
    assert shown(strike).footer == ("2 Jan 2024", "Kharkiv")


@pytest.mark.parametrize(
    ("issuers", "words"),
    [(["a"], "A"), (["a", "b"], "A and B"), (["a", "b", "c"], "A and 2 others"), (["x"], "")],
)
def test_issuers_are_named_as_far_as_there_is_room(issuers: list[str], words: str) -> None:
    sources = [Source(name, Values({"name": name.upper()})) for name in "abc"]
    told = shown(item("official_statement", issuers=list(issuers)), *sources)
    assert told.footer == (("interest unknown", words) if words else ())


def test_the_newest_verdict_is_the_chip() -> None:
    claim = item("claim", title="C", status="open")
    assert shown(claim).chip == "open"
    first = Assessment("1", "verdict", "i", None, VERDICT.id, "true", "x", "2024-01-01")
    second = replace(first, id="2", value="false", at="2024-02-01")
    told = shown(claim, second, first)
    assert (told.chip, told.chip_accent) == ("false", "dis")


def test_the_chip_of_a_statement_is_its_stance_unless_it_just_says_so() -> None:
    assert shown(item("official_statement", stance="denies")).chip == "denies"
    assert shown(item("official_statement", stance="asserts")).chip == ""


def test_the_grade_joins_source_and_item() -> None:
    statement = item("official_statement", issuers=["s"])
    source = Source("s", Values({"name": "S"}))
    letter = Assessment("1", "reliability", "s", None, RELIABILITY.id, "B", "x", "2024")
    digit = Assessment("2", "credibility", "i", None, CREDIBILITY.id, "2", "x", "2024")
    assert shown(statement, source).grade == ""
    assert shown(statement, source, letter).grade == "B?"
    assert shown(statement, source, letter, digit).grade == "B2"


def test_imagery_without_time_or_place_says_so() -> None:
    assert shown(item("satellite_image")).warning == "no time or coordinates"
    assert shown(item("satellite_image", acquired=date("2024"))).warning == "no coordinates"
    assert shown(item("note")).warning == ""


def test_the_first_picture_leads_and_all_files_are_counted() -> None:
    pdf = Artifact("a" * 64, 1, "application/pdf", "a.pdf")
    png = Artifact("b" * 64, 1, "image/png", "b.png")
    told = shown(
        item("media"), pdf, png, Attachment("1", "i", pdf.id, 0), Attachment("2", "i", png.id, 1)
    )
    assert (told.picture, told.files) == (png.id, 2)
    assert shown(item("media"), pdf, Attachment("1", "i", pdf.id, 0)).picture == pdf.id


@pytest.mark.parametrize("sealed", ["image/svg+xml", "image/jxl", "image/jp2"])
def test_what_is_never_drawn_leaves_no_room_for_a_picture(sealed: str) -> None:
    drawing = Artifact("a" * 64, 1, sealed, "a")
    photo = Artifact("b" * 64, 1, "image/jpeg", "b.jpg")
    first, second = Attachment("1", "i", drawing.id, 0), Attachment("2", "i", photo.id, 1)
    assert shown(item("media"), drawing, first).picture == ""
    assert shown(item("media"), drawing, first, photo, second).picture == photo.id


def test_hidden_controls_become_marks() -> None:
    told = shown(item("note", title="invoice\u202egpj.exe\x07\nnext"))
    assert told.title == "invoice⟨RLO⟩gpj.exe␇ next"
    assert has_hidden("a\u200bb")
    assert visible("لا\u200cا") == "لا\u200cا"


def test_a_title_of_any_length_is_cut_for_the_card() -> None:
    assert len(shown(item("note", title="word " * 20_000)).title) <= 400


def test_what_is_not_understood_is_left_off_the_card() -> None:
    assert shown(item("claim", title="C", first_made="not a date")).footer == ()


@pytest.mark.parametrize("how", ["card", "sticky", "text"])
def test_a_note_says_how_it_is_shown(how: str) -> None:
    assert shown(item("note", title="A", shown_as=how)).shown_as == how
    assert shown(item("claim", title="A", shown_as=how)).shown_as == "card", "only a note"


@pytest.mark.parametrize("unknown", [{}, {"shown_as": "hologram"}, {"shown_as": 1}])
def test_a_note_that_says_nothing_known_is_shown_as_a_card(unknown: dict[str, str]) -> None:
    assert shown(item("note", title="A", **unknown)).shown_as == "card"


def test_how_a_note_is_shown_is_a_choice_that_begins_with_a_card() -> None:
    field = KINDS["note"].field("shown_as")
    assert isinstance(field, Choice) and field.default == "card"
    assert [option.value for option in field.options] == ["card", "sticky", "text"]


def test_a_kind_of_a_newer_version_has_a_face() -> None:
    told = shown(item("radio_intercept", title="T"))
    assert (told.title, told.kind_label) == ("T", "Radio intercept")


def test_contents_refuse_a_change_that_does_not_fit() -> None:
    contents = Contents([CaseInfo("case")])
    gone = item("note", title="A")
    with pytest.raises(AssertionError, match="not as the change expects"):
        contents.apply(ChangeSet("Delete", (Edit(gone, None),)))


def footer_of(theirs: str, own: str) -> tuple[tuple[str, ...], str]:
    """The foot of a statement's card and the line above it, where source and statement tell an interest."""
    body = Source("s", Values({"name": "Port authority", "interest": theirs}))
    made = shown(item("official_statement", issuers=["s"], interest=own), body)
    return made.footer, made.limits


def test_an_interest_that_is_told_in_two_ways_has_a_line_and_the_issuer_stays() -> None:
    told = "source: party, here: no known interest"
    assert footer_of("party", "none") == (("Port authority",), told)
    # What the source does not know is nothing else.
    assert footer_of("unknown", "none") == (("no known interest", "Port authority"), "")
    assert footer_of("ally", "ally") == (("ally of a party", "Port authority"), "")
