"""Words blacked out: found however they are spelled, and no others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.blacking import BLACK, blacker


@pytest.mark.parametrize(
    ("word", "text", "told"),
    [
        ("Petrenko", "by PETRENKO, and Petrenkos", f"by {BLACK}, and {BLACK}"),
        ("Петренко", "Петренком сказано", f"{BLACK} сказано"),
        ("김철수", "김철수가 말했다", f"{BLACK}가 말했다"),
        ("UN", "the UN under the sun", f"the {BLACK} under the sun"),
        ("Jean Dupont", "Jean\n  Dupont; jean-dupont@mail", f"{BLACK}; {BLACK}@mail"),
        ("Petrenko", "Pet\u200bren\u00adko", BLACK),
        ("José", unicodedata.normalize("NFD", "José was there"), f"{BLACK} was there"),
        ("a.b@example.org", "write to A.B@example.org now", f"write to {BLACK} now"),
        ("Kim", "Kimberley and Kim", f"Kimberley and {BLACK}"),
        ("(x)", "f(x) is", f"f{BLACK} is"),
        ("محمد", "قال محمد ذلك", f"قال {BLACK} ذلك"),
    ],
    ids=[
        "capitals",
        "endings",
        "korean",
        "short",
        "joined",
        "unseen",
        "apart",
        "address",
        "name",
        "signs",
        "arabic",
    ],
)
def test_a_word_is_found_as_people_write_it(word: str, text: str, told: str):
    assert blacker([word])(text) == told


def test_the_longer_of_two_words_goes_whole():
    assert blacker(["Anna", "Anna Koval"])("Anna Koval and Anna") == f"{BLACK} and {BLACK}"


def test_a_text_without_the_words_stays_to_the_letter():
    apart = unicodedata.normalize("NFD", "é")
    assert blacker(["Petrenko"])(apart) == apart
    assert blacker([])("Petrenko") == "Petrenko"


@given(st.text("abcАбв김 -.", min_size=2, max_size=8).filter(str.strip), st.text(max_size=40))
def test_nothing_of_a_word_that_stands_alone_is_left(word: str, around: str):
    told = blacker([word])(f"{around} {word} {around}")
    assert BLACK in told
    assert blacker([word])(told).count(BLACK) <= told.count(BLACK) + 2
