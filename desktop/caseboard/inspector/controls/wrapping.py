"""Wrapping: a text in a few lines, of which the last is cut where there is more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def lines_of(text: str, of: QFont, wide: int, most: int) -> list[str]:
    """A text in at most so many lines of a width in pixels; the last is cut where it is too long.

    Lines end at words, unless one of them is longer than a line.
    """
    metrics = QFontMetrics(of)
    rest, lines = " ".join(text.split()), list[str]()
    # Else each line of a long text would be looked for in all the rest.
    ahead = 2 * max(wide, 100)
    while len(lines) < most - 1 and metrics.horizontalAdvance(rest[:ahead]) > wide:
        end = _end_of_line(rest[:ahead], of, wide)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide)]


def _end_of_line(text: str, of: QFont, wide: int) -> int:
    """How many characters of a text stand in its first line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, of)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(wide)
    layout.endLayout()
    # Qt counts units of UTF-16, of which some characters are two.
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * line.textLength()]
    return max(1, len(units.decode("utf-16-le", "surrogatepass")))
