"""The tokens: text can be read on every ground it stands on (WCAG 2.2, level AA)."""

from __future__ import annotations

import pytest

from caseboard.actions import COLOURS
from caseboard.theme import SHEET, theme
from contrast import contrast

GROUNDS = ("surf", "surf2", "bg", "hover")


@pytest.mark.parametrize("look", ["light", "dark", "print"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for text in ("tx", "tx2", "tx3") for ground in GROUNDS),
        ("ac", "surf"),
        ("ac", "acbg"),
        ("actx", "ac"),
        ("warn", "surf"),
        ("err", "surf"),
    ],
)
def test_text_can_be_read_on_its_ground(look: str, text: str, ground: str):
    tokens = theme(look)
    assert contrast(tokens.colour(text), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark", "print"])
@pytest.mark.parametrize("colour", COLOURS)
def test_words_can_be_read_on_a_sticky_note_of_every_colour(look: str, colour: str):
    shown = theme(look)
    assert contrast(shown.colour("tx"), shown.colour(SHEET + (colour or "note"))) >= 4.5


@pytest.mark.parametrize("look", ["light", "dark", "print"])
@pytest.mark.parametrize("colour", ["tx2", *filter(None, COLOURS)])
def test_words_can_be_read_on_the_board_itself_in_every_colour(look: str, colour: str):
    shown = theme(look)
    assert contrast(shown.colour(colour), shown.colour("bg")) >= 4.5
