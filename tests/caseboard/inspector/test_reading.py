"""How typed text is read: numbers, languages, addresses, places, offsets. No window is needed."""

from __future__ import annotations

import pytest

from caseboard.inspector.editors.languages import (
    LANGUAGES,
    language_name,
    read_tag,
    runs_right_to_left,
)
from caseboard.inspector.editors.text import hidden_hint
from caseboard.inspector.editors.when import OFFSETS, offset_in_words
from caseboard.inspector.editors.where import shape_in_words, text_of
from caseboard.inspector.outside import is_openable
from casedb.model.place import Place, Point, Polygon
from casedb.model.typed import NotUnderstood, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.31", 0.31),
        ("0,31", 0.31),
        (" 7 ", 7),
        ("-3.5", -3.5),
        ("\u22122", -2),
        ("1e3", 1000),
        (".5", 0.5),
        ("2.", 2),
        ("٣", 3),
    ],
)
def test_numbers_are_read_with_a_point_or_a_comma(text: str, value: float):
    assert read_number(text) == value


def test_whole_numbers_stay_whole():
    assert isinstance(read_number("7"), int)


@pytest.mark.parametrize("text", ["", "many", "nan", "inf", "1,2,3", "1.2.3", "0x10", "1 000"])
def test_what_is_no_number_is_refused(text: str):
    with pytest.raises(NotUnderstood):
        read_number(text)


def test_a_comma_that_may_be_either_is_not_guessed():
    with pytest.raises(NotUnderstood, match=r"may be 1000 or 1\.000"):
        read_number("1,000")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("uk", "uk"),
        ("UK", "uk"),
        ("Ukrainian", "uk"),
        ("zh_hant", "zh-Hant"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("x", ""),
        ("Klingonese tongue", ""),
        ("en-", ""),
        ("", ""),
    ],
)
def test_languages_are_read_by_tag_or_name(text: str, tag: str):
    assert read_tag(text) == tag


def test_every_listed_language_is_a_tag_of_its_own():
    assert all(read_tag(tag) == tag for tag in LANGUAGES)
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)


def test_languages_have_names_and_directions():
    assert language_name("pt-BR") == "Portuguese (BR)"
    assert language_name("zh-Hant") == "Chinese, traditional"
    assert language_name("tlh") == ""
    assert runs_right_to_left("ar-EG") and runs_right_to_left("az-Arab")
    assert not runs_right_to_left("ar-Latn") and not runs_right_to_left("ko")


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org:8080/"])
def test_web_addresses_may_be_opened(address: str):
    assert is_openable(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "\\\\server\\share",
        "//server/share",
        "https://",
        "https:///path",
        "https://user:secret@example.org/",
        "https://example.org\\@evil.example",
        "https://exam\u202eple.org",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://" + "a" * 5000 + ".org",
    ],
)
def test_nothing_else_may_be_opened(address: str):
    assert not is_openable(address)


def test_a_place_is_shown_as_it_was_stated():
    for text in ("Kharkiv", "49.99, 36.23", "Kharkiv 49.99, 36.23", "36UYV1234", "49..50, 36..37"):
        assert text_of(Place.parse(text)) == text
    assert text_of(None) == ""


def test_a_place_without_a_stated_text_is_shown_by_its_coordinates():
    assert text_of(Place("Pier", Point(49.5, 36.25))) == "Pier (49.5, 36.25)"


def test_shapes_are_named():
    assert shape_in_words(Place.parse("36UYV1234")) == "box, within 1 km"
    assert shape_in_words(Place.parse("49.5, 36.25")) == "point"
    assert shape_in_words(Place.parse("Kharkiv")) == "a name, without coordinates"
    corners = (Point(1, 1), Point(1, 2), Point(2, 2))
    assert shape_in_words(Place(shape=Polygon(corners))) == "area with 3 corners"


def test_offsets_are_those_in_use():
    assert tuple(sorted(set(OFFSETS))) == OFFSETS
    assert (OFFSETS[0], OFFSETS[-1]) == (-720, 840)
    assert {0, 120, 330, 345, -210, -570, 540} <= set(OFFSETS)
    assert [offset_in_words(each) for each in (0, 345, -210)] == ["UTC", "UTC+05:45", "UTC-03:30"]


def test_hidden_characters_are_shown_where_they_stand():
    assert hidden_hint("plain text\nof two lines") == ""
    assert hidden_hint("invoice\u202egpj.exe") == "Hidden characters: invoice⟨RLO⟩gpj.exe"
    far = hidden_hint("a" * 100 + "\u200b" + "b" * 100)
    assert far == f"Hidden characters: …{'a' * 40}⟨ZWSP⟩{'b' * 39}…"
