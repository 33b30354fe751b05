"""What is said in English, and in a language that somebody has brought."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casedb.words import say, speak, term, written


class Backwards:
    """A language of which two sentences are known, and which counts in dozens."""

    known = {  # noqa: RUF012
        ("Move {what}", ""): "{what} evoM",
        ("Open", "option"): "nepo",
    }

    def find(self, text: str, about: str, number: int | None) -> str:
        if text == "{n} card":
            return "{n} drac" if number == 1 else "{n} sdrac"
        return self.known.get((text, about), "")

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value / 12:g} dz"


@pytest.fixture
def backwards() -> Iterator[None]:
    speak(Backwards())
    yield
    speak(None)


def test_it_is_english_where_nobody_has_chosen() -> None:
    assert say("Open") == "Open"
    assert say("Open", about="option") == "Open"
    assert say("Move {what}", what="a {card}") == "Move a {card}"
    assert say("{n} card", "{n} cards", n=0) == "0 cards"
    assert term("Light") == "Light"


@pytest.mark.usefixtures("backwards")
def test_a_text_is_read_in_the_language_that_is_spoken() -> None:
    assert say("Move {what}", what="it") == "it evoM"
    assert say("Open", about="option") == "nepo"
    assert say("{n} card", "{n} cards", n=1) == "0.0833333 dz drac"
    assert say("{n} card", "{n} cards", n=24) == "2 dz sdrac"
    assert written(36) == "3 dz"


@pytest.mark.usefixtures("backwards")
def test_what_nobody_has_translated_stays_english() -> None:
    assert say("Open") == "Open"
    assert say("{n} frame", "{n} frames", n=24) == "2 dz frames"


def test_what_is_put_in_is_never_taken_for_a_place_to_put_something_in() -> None:
    assert say("“{title}” was moved.", title="{n} {0} %n") == "“{n} {0} %n” was moved."
    assert (
        say("A text with {braces} that holds no value")
        == "A text with {braces} that holds no value"
    )


def test_a_year_is_no_quantity() -> None:
    assert say("in {year}, {n} card", "in {year}, {n} cards", n=2024, year="2024") == (
        "in 2024, 2,024 cards"
    )
    assert say("{is_so}", is_so=True) == "True"
