"""The inspector in another language: what is offered is in its order, and what is typed is understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pytest

from caseboard.inspector.editors.language import LanguageEditor
from caseboard.inspector.editors.languages import language_name, read_tag
from casedb import words

if TYPE_CHECKING:
    from conftest import Hand

# Lists that drop down are raised, which the offscreen platform cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAMES = {"Danish": "dana", "German": "germana", "Spanish": "hispana", "Albanian": "albana"}


class Esperanto:
    """A language of which a few words are known."""

    def find(self, text: str, about: str, number: int | None) -> str:
        return NAMES.get(text, "m.") if text in NAMES or text == "m" else ""

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value}"


@pytest.fixture(autouse=True)
def esperanto() -> Iterator[None]:
    """The words that are known are said in that language."""
    words.speak(Esperanto())
    yield
    words.speak(None)


def test_languages_are_offered_by_the_names_that_people_read(hand: Hand):
    _, editor = hand.show("language", "claim", title="A title")
    language = cast("LanguageEditor", editor)
    hand.type(language.entry, "ana")
    assert language.pick.offered == [*("albana · sq", "dana · da", "germana · de", "hispana · es")]


def test_a_language_is_understood_by_either_name():
    assert (read_tag("Germana"), read_tag("german"), read_tag("de")) == ("de", "de", "de")
    assert language_name("de-AT") == "germana (AT)"


def test_a_number_may_carry_its_unit_in_either_language(hand: Hand):
    item, editor = hand.show("gsd", "satellite_image", title="A title")
    hand.type(editor.anchor(), "0,5 m.")
    hand.leave()
    assert hand.stored(item, "gsd") == 0.5
