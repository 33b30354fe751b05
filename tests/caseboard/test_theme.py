"""The tokens: text can be read on every ground it stands on (WCAG 2.2, level AA)."""

from __future__ import annotations

import pytest

from caseboard.theme import theme
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
