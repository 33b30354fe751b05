"""What somebody types against a text: what fits, what was met, and what comes first."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.matching import Fit, folded, match, word_starts

texts = st.text(st.sampled_from("abcAB cdé가 Ї3-(ß"), min_size=1, max_size=14)
words = st.text(st.sampled_from("abcd"), min_size=1, max_size=5)


@given(texts)
def test_every_text_fits_itself_best(text: str) -> None:
    found = match(text, text)
    assert found is not None
    plain = " ".join(text.split())
    if plain == text:
        assert found.fit is Fit.WHOLE
        assert not text.strip() or found.marks == ((0, len(text)),)


@given(texts, st.data())
def test_letters_in_their_order_fit_with_whatever_is_between(
    text: str, data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    query = "".join(sign for sign, is_kept in zip(text, kept, strict=True) if is_kept)
    assert match(query, text) is not None


@given(texts, texts)
def test_what_was_met_are_the_letters_that_were_typed(query: str, text: str) -> None:
    found = match(query, text)
    if found is None or not query.strip():
        return
    met = [folded(text)[start:end] for start, end in found.marks]
    assert found.marks == tuple(sorted(found.marks))
    assert all(a[1] < b[0] for a, b in zip(found.marks, found.marks[1:], strict=False))
    assert all(0 <= start < end <= len(text) for start, end in found.marks)
    if found.fit in (Fit.WHOLE, Fit.START):
        assert met == [" ".join(folded(query).split())]
    else:
        assert sorted("".join(met)) == sorted("".join(folded(query).split()))
    if found.fit is Fit.LOOSE:
        assert "".join(met) == "".join(folded(query).split())


@given(texts, texts)
def test_what_fits_still_fits_when_less_is_typed(query: str, text: str) -> None:
    if match(query, text) is not None:
        assert match(query[:-1], text) is not None


@given(texts, texts)
def test_nothing_fits_that_lacks_a_letter(query: str, text: str) -> None:
    there = folded(text)
    if any(sign not in there for sign in "".join(folded(query).split())):
        assert match(query, text) is None


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_the_beginnings_of_words_fit_as_words_in_any_order(
    there: list[str], data: st.DataObject
) -> None:
    chosen = data.draw(st.permutations(there))
    typed = [word[: data.draw(st.integers(1, len(word)))] for word in chosen]
    found = match(" ".join(typed), " ".join(there))
    assert found is not None
    # Two words that begin alike can stand in each other's way, but then all letters are there.
    assert found.fit <= Fit.WORDS or len({word[:1] for word in there}) < len(there)


@given(texts)
def test_a_text_is_as_long_without_its_accents(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("query", "text", "fit"),
    [
        ("zoom in", "Zoom in", Fit.WHOLE),
        ("  ZOOM  in ", "Zoom in", Fit.WHOLE),
        ("zoo", "Zoom in", Fit.START),
        ("in zo", "Zoom in", Fit.WORDS),
        ("in", "Zoom in", Fit.WORDS),
        ("oom", "Zoom in", Fit.INSIDE),
        ("zi", "Zoom in", Fit.LOOSE),
        ("ecole", "École", Fit.WHOLE),
        ("ржав", "Ржавчина", Fit.START),
        ("위성", "항구 위성 사진", Fit.WORDS),
        ("각", "가", None),
        ("ni", "Zoom in", None),
        ("zoom in out", "Zoom in", None),
    ],
)
def test_how_a_text_fits(query: str, text: str, fit: Fit | None) -> None:
    found = match(query, text)
    assert (found.fit if found is not None else None) is fit


def test_few_runs_that_begin_with_words_lack_less() -> None:
    near, far = match("fs", "Fit selection"), match("fs", "Of this")
    assert near is not None and far is not None
    assert (near.marks, far.marks) == (((0, 1), (4, 5)), ((1, 2), (6, 7)))
    assert near.lack < far.lack
    one, two = match("cn", "Zoom acne"), match("cn", "Zoom ac ne")
    assert one is not None and two is not None and one.fit < two.fit


@given(words, texts)
def test_no_other_choice_of_letters_lacks_less(query: str, text: str) -> None:
    found = match(query, text)
    if found is None or found.fit is not Fit.LOOSE:
        return
    there, starts = folded(text), set(word_starts(folded(text)))

    def lack(places: tuple[int, ...]) -> int:
        runs = [at for n, at in enumerate(places) if not n or places[n - 1] != at - 1]
        return sum(1 if at in starts else 3 for at in runs)

    every = combinations(range(len(there)), len(query))
    fitting = [each for each in every if "".join(there[at] for at in each) == query]
    assert found.lack == min(map(lack, fitting))
    marked = tuple(at for start, end in found.marks for at in range(start, end))
    assert lack(marked) == found.lack


def test_words_begin_after_what_is_no_letter() -> None:
    assert word_starts("New case… (Ctrl+N)") == (0, 4, 11, 16)
    assert word_starts("") == ()


def test_a_long_text_is_matched_without_delay() -> None:
    # The work grows with both lengths and no faster: this would take minutes otherwise.
    assert match("a" * 60 + "b", "a" * 400) is None
    assert match("a" * 60, "ba" * 200) is not None
