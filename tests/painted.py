"""What is painted by the program itself, and by no widget of Qt: each text as it was before it was cut."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtGui import QPainter

from caseboard import lettering
from caseboard.lettering import Fount, Lettering


def note_painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take note from now on of every text that is set on a board or painted by Python."""
    told: list[str] = []
    set_lines = lettering.set_lines
    draw = cast("Callable[..., object]", QPainter.drawText)

    def note_lines(
        text: str, of: Fount, width: float, most: int = 1, *, keeps_words: bool = False
    ) -> Lettering:
        told.append(text)
        return set_lines(text, of, width, most, keeps_words=keeps_words)

    def note_drawn(painter: QPainter, *given: object) -> object:
        # Lines that were broken to fit.
        drawn = [each for each in given if isinstance(each, str)]
        told.extend(each.replace("-\n", "-").replace("\n", " ") for each in drawn)
        return draw(painter, *given)

    for name, module in list(sys.modules.items()):
        if name.startswith("caseboard.") and getattr(module, "set_lines", None) is set_lines:
            monkeypatch.setattr(module, "set_lines", note_lines)
    monkeypatch.setattr(QPainter, "drawText", note_drawn)
    return told
