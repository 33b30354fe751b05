"""Folding, pieces and queries: what is typed meets what is written."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.place import Place
from casedb.model.records import Annotation, Element, Item, Link, Ref, Source
from casedb.model.search_text import fold, grams, query, runs, search_text, words_in
from casedb.model.snippets import marks_in, snippet
from casedb.model.values import Values
from casedb.model.when_and_where import When, Where
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.gate import schema_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("École", "ecole"),
        ("Ёлка", "елка"),
        ("Київ", "київ"),
        ("ﬁre", "fire"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("ｆｕｌｌ", "full"),
        ("한국", "한국"),
    ],
)
def test_spellings_that_mean_one_word_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_once_is_folding_twice(text: str) -> None:
    assert fold(fold(text)) == fold(text)


MIXED = st.text(
    st.sampled_from("Éé\u0301Ёїﬁ أإىیةکـ\u064fم 한\u1112북 ｆ導ß\U0001f6a2"), max_size=40
)


@given(MIXED)
def test_folding_is_what_it_says_sign_by_sign(text: str) -> None:
    parts = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(each for each in parts if not unicodedata.combining(each) or each == "\u3099")
    spelt = bare.translate(str.maketrans("أإآٱىیةک", "اااايي" + "هك", "ـ"))
    assert fold(text) == unicodedata.normalize("NFC", spelt)


@given(MIXED)
def test_pieces_are_all_stretches_of_their_length(text: str) -> None:
    for run in runs(fold(text)):
        starts = range(len(run.text))
        assert run.pieces() == [run.text[at : at + run.length] for at in starts]
    assert grams(fold(text)).split(" ") == (
        [piece for run in runs(fold(text)) for piece in run.pieces()] or [""]
    )


def test_a_long_text_is_not_looked_at_sign_by_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Watched:
        normalize = unicodedata.normalize

        @staticmethod
        def combining(sign: str) -> int:
            asked.append(sign)
            return unicodedata.combining(sign)

    monkeypatch.setattr("casedb.model.search_text.unicodedata", Watched)
    title = "Élève, ракета, 북한. " * 5_000
    assert len(fold(title)) >= 90_000
    assert len(asked) == len(set(asked)) < 40


def test_a_record_that_has_not_changed_is_not_folded_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    title = "ракета " * 1_000
    first = search_text(Item("a", "note", Values({"title": title, "notes": "one"})))

    def refuse(_: str) -> str:
        raise AssertionError("it was folded a second time")

    monkeypatch.setattr("casedb.model.search_text.fold", refuse)
    assert search_text(Item("a", "note", Values({"title": title, "notes": "one"}))) == first


SCRIPTS = st.text(st.sampled_from("북한미사일ракетиїموشك導彈ミサイル"), min_size=1, max_size=12)


def matches(text: str, typed: str) -> bool:
    """Whether FTS5 finds what was typed in a text, as the case's index does."""
    link = sqlite3.connect(":memory:")
    link.execute(schema_of(CURRENT_FORMAT)["search_index"][1].replace("search_index", "i", 1))
    folded = fold(text)
    link.execute("INSERT INTO i VALUES (?, ?, ?)", (folded, "", grams(folded)))
    found = link.execute("SELECT count(*) FROM i WHERE i MATCH ?", (query(typed),)).fetchone()
    link.close()
    return bool(found[0])


@given(word=SCRIPTS, data=st.data())
def test_any_part_of_a_word_is_found_where_words_are_searched_inside(
    word: str, data: st.DataObject
) -> None:
    # Folding may shorten a word, so the part is taken from what is compared.
    folded = fold(word)
    (run, *_) = runs(folded)
    start = data.draw(st.integers(0, len(run.text) - 1))
    end = data.draw(st.integers(start + 1, len(run.text)))
    assert matches(f"before {word} after", run.text[start:end])


@given(
    st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), min_size=1, max_size=10)
)
def test_the_beginning_of_a_latin_word_is_found(word: str) -> None:
    folded = fold(word)
    assert matches(f"x {word} y", folded[: max(1, len(folded) // 2)])


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Ракета прилетіла", "кет", True),
        ("Ракета прилетіла", "рилет рак", True),
        ("Ракета прилетіла", "кетп", False),
        ("북한 미사일", "사일", True),
        ("북한 미사일", "한미", False),
        ("صاروخ كوري", "روخ", True),
        ("導彈發射", "彈發", True),
        ("container ship", "cont ship", True),
        ("container ship", "tainer", False),
        ("KN-23 missile", "kn-23", True),
        ("KN-23 missile", "kn 23", True),
        ("KN-23 missile", "KN-24", False),
        ("price 1,000", "1,000", True),
        ("กองทัพเกาหลี", "กองทพ", False),
        ("ไม้ใหม่", "ไหม", False),
        ("हिन्दी समाचार", "हिन्", True),
        ("हिन्दी समाचार", "हन", False),
        ("हिन्दी समाचार", "हिन्दी समा", True),
        ("か", "が", False),
        ("ｶﾞｽ", "ガス", True),
        ("မြန်မာ", "မြန်", True),
        ("မြန်မာ", "မန", False),
    ],
)
def test_what_is_found(text: str, typed: str, found: bool) -> None:
    assert matches(text, typed) is found


@given(st.text())
def test_no_query_is_ever_malformed(typed: str) -> None:
    asked = query(typed)
    if asked:
        matches("anything", typed)


def test_nothing_to_search_for_is_an_empty_query() -> None:
    assert query("") == query("  ") == query("!?—") == ""


def test_which_records_are_searched() -> None:
    item = search_text(Item("i", "claim", Values({"title": "Ship", "summary": "Harbour"})))
    assert item is not None
    assert (item.title, "harbour" in item.body) == ("ship", True)
    assert search_text(Source("s", Values({"name": "Agency"}))) is not None
    assert search_text(Element("e", "i", 0, Values({"text": "who"}))) is not None
    link = Link("l", "supports", Ref.item("a"), Ref.item("b"), Values({"rationale": "because"}))
    told = search_text(link)
    assert told is not None
    assert "because" in told.body
    written = search_text(Annotation("m", "f", Values({"text": "Serial Plate", "form": "box"})))
    assert written is not None
    assert (written.title, written.body) == ("serial plate", "")


def test_words_of_lists_are_not_searched() -> None:
    told = search_text(Item("i", "claim", Values({"title": "A", "status": "draft"})))
    assert told is not None
    assert "draft" not in told.body


def test_further_times_and_places_are_found_by_whatever_finds_the_first_ones() -> None:
    date, place = FuzzyDate.parse("7 Sep 2023"), Place.parse("Najin 42°14'N 130°18'E")
    first = f"{When('a', 'A').words(date)} {Where('a', 'A').words(place)}"
    values = Values(
        {
            "times": [{"name": "published", "date": date.to_json()}],
            "places": [{"name": "shown", "place": place.to_json()}],
        }
    )
    told = search_text(Item("i", "claim", values))
    assert told is not None
    assert set(words_in(fold(first))) <= set(words_in(told.body))
    for typed in ("2023-09-07", "7 september 2023", "najin", "42°14'n", "42.233"):
        assert typed in told.body


def test_a_value_that_is_not_understood_does_not_stop_the_rest() -> None:
    told = search_text(Item("i", "claim", Values({"title": "A", "first_made": 7, "notes": "ok"})))
    assert told is not None
    assert "ok" in told.body


# -- snippets --------------------------------------------------------------------------------


def test_a_snippet_is_in_the_text_s_own_spelling() -> None:
    text = "On the quay stood Éloïse, waiting for the ferry. " * 3
    found = snippet(text, "eloise", 40)
    assert found is not None
    assert [found.text[a:b] for a, b in found.marks] == ["Éloïse"]
    assert found.text.endswith(" …")


def test_a_word_at_the_end_is_led_to() -> None:
    text = "one two three " * 40 + "кінець"
    found = snippet(text, "інець")
    assert found is not None
    assert found.text.startswith("… ")
    assert [found.text[a:b] for a, b in found.marks] == ["інець"]


@given(st.text(), st.text(max_size=6))
def test_marks_lie_in_the_snippet(text: str, typed: str) -> None:
    found = snippet(text, typed)
    if found is not None:
        for start, end in found.marks:
            assert 0 <= start < end <= len(found.text)


def test_no_snippet_where_nothing_is_met() -> None:
    assert snippet("Harbour", "ferry") is None


def test_marks_in_a_title() -> None:
    assert marks_in("Ракети і ракета", "ракет") == ((0, 5), (9, 14))
