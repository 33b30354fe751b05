"""Words that are painted by hand stand out from their ground (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from caseboard.inspector.controls.chips import ChipButton
from caseboard.inspector.controls.look import Look
from caseboard.inspector.controls.rows import RowButton, RowFace
from caseboard.theme import theme
from contrast import contrast

if TYPE_CHECKING:
    from caseboard.theme import Theme

LEAST = 4.5


def contrast_in(worn: Theme, ink: str, ground: str) -> float:
    """The contrast of two tokens, from 1 to 21."""
    return contrast(worn.colour(ink), worn.colour(ground))


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("is_on", [False, True])
def test_a_words_chip_can_be_read(qapp: QApplication, name: str, is_on: bool):
    chip = ChipButton(Look(theme(name)), "Graphic")
    chip.setChecked(is_on)
    assert contrast_in(theme(name), chip.ink, chip.ground) >= LEAST


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("is_open", "ground"), [(False, "surf"), (True, "hover")])
def test_the_quiet_words_of_a_row_can_be_read(
    qapp: QApplication, name: str, is_open: bool, ground: str
):
    row = RowButton(Look(theme(name)), RowFace("Place", aside="2 for"), "Place")
    row.setCheckable(True)
    row.setChecked(is_open)
    for token in ("tx3", "warn"):
        assert contrast_in(theme(name), row.ink(token), ground) >= LEAST
