"""Fonts made ready before a board needs them: the first text in a script costs several frames."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QImage, QPainter

from caseboard.piecemeal import Steps
from caseboard.theme import tokens, typeface

_SYSTEMS = QFontDatabase.WritingSystem
SCRIPTS = (
    _SYSTEMS.Latin,
    _SYSTEMS.Cyrillic,
    _SYSTEMS.Arabic,
    _SYSTEMS.Hebrew,
    _SYSTEMS.Korean,
    _SYSTEMS.SimplifiedChinese,
    _SYSTEMS.Japanese,
)
"""What is read most in the cases that this is for, most common first."""

LETTERING = (("title", True), ("body", False), ("small", False), ("tiny", True))
"""The fonts of cards: size, and whether they are semibold."""


def warming() -> Steps[None]:
    """Paint a word in every font and script, where nobody sees it."""
    image = QImage(64, 32, QImage.Format.Format_RGB32)
    there = set(QFontDatabase.writingSystems())
    for script in SCRIPTS:
        # Qt looks through every font there is for a script that none of them has.
        if script not in there:
            continue
        for size, is_semibold in LETTERING:
            painter = QPainter(image)
            lettering = typeface(semibold=is_semibold)
            lettering.setPixelSize(tokens().type_scale[size])
            painter.setFont(lettering)
            painter.drawText(0, 24, QFontDatabase.writingSystemSample(script))
            painter.end()
            yield
