"""Fonts are made ready a little at a time, and only in scripts that there are fonts for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from caseboard.warming import LETTERING, SCRIPTS, warming

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_font_of_a_card_is_warmed_in_every_script_there_is() -> None:
    there = set(QFontDatabase.writingSystems()) & set(SCRIPTS)
    assert QFontDatabase.WritingSystem.Latin in there
    assert sum(1 for _ in warming()) == len(there) * len(LETTERING)


def test_a_script_without_a_font_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_latin() -> list[QFontDatabase.WritingSystem]:
        return [QFontDatabase.WritingSystem.Latin]

    monkeypatch.setattr(QFontDatabase, "writingSystems", only_latin)
    assert sum(1 for _ in warming()) == len(LETTERING)
