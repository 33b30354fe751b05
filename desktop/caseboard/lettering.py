"""`Lettering`: text set in lines of one width, the last one elided where there is more.

Lines break at words and, where a word is too long, between graphemes; they run in the direction of
their text, so that Arabic stands at the right. The same lines come out at every zoom and in every
export, because glyphs are neither hinted nor rounded to pixels.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from caseboard import theme

LEADING = 1.3
"""The distance of base lines as a multiple of the font size."""
BAR = 0.42
"""The height of a greeked line as a share of the font size."""


@dataclass(frozen=True, slots=True, eq=False)
class Fount:
    """A font of one size in board units, and the measures needed to set it; each there is once."""

    font: QFont
    metrics: QFontMetricsF
    size: int
    pitch: float
    is_caps: bool = False

    @property
    def base(self) -> float:
        """How far below the top of its line a base line lies."""
        ascent, descent = self.metrics.ascent(), self.metrics.descent()
        return (self.pitch - ascent - descent) / 2 + ascent


@lru_cache(maxsize=256)
def fount(size: int, *, semibold: bool = False, caps: bool = False) -> Fount:
    """The interface font in a size, semibold or as small capitals if so wanted."""
    font = theme.typeface(semibold=semibold or caps, caps=caps)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    # SVG knows no capitalisation: the text itself is set in capitals.
    font.setCapitalization(QFont.Capitalization.MixedCase)
    return Fount(font, QFontMetricsF(font), size, round(size * LEADING), caps)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of text, ready to paint at any place. `width` is that of the widest line."""

    of: Fount
    layouts: tuple[QTextLayout, ...]
    spans: tuple[tuple[float, float], ...]
    is_elided: bool

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.spans)

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((width for _, width in self.spans), default=0.0)

    @property
    def start(self) -> float:
        """Where the first ink is, from the left of the room: not 0 for text from right to left."""
        return min((start for start, _ in self.spans), default=0.0)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.lines * self.of.pitch

    def paint(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Paint the text, its top left corner at a point."""
        painter.setPen(colour)
        for layout in self.layouts:
            layout.draw(painter, QPointF(left, top))

    def paint_bars(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Paint a bar for each line, for text too small to read."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        height = self.of.size * BAR
        for line, (start, width) in enumerate(self.spans):
            middle = top + (line + 0.5) * self.of.pitch
            bar = QRectF(left + start, middle - height / 2, width, height)
            painter.drawRoundedRect(bar, height / 2, height / 2)


@lru_cache(maxsize=4096)
def set_lines(
    text: str, of: Fount, width: float, most: int = 1, *, keeps_words: bool = False
) -> Lettering:
    """Set a text in at most so many lines of a width in board units.

    A word that is too long for a line is broken, or elided where words are to be kept.
    """
    text = text.upper() if of.is_caps else text
    told = _with_whole_words(text, of, width) if keeps_words else text
    is_elided = told != text
    text = told
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    is_leftward = reads_leftward(text)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if is_leftward else Qt.LayoutDirection.LeftToRight
    )
    option.setAlignment(Qt.AlignmentFlag.AlignRight if is_leftward else Qt.AlignmentFlag.AlignLeft)
    layouts: list[QTextLayout] = []
    spans: list[tuple[float, float]] = []
    rest = text
    if most > 1:
        first = QTextLayout(text, of.font)
        first.setTextOption(option)
        rest = _break(first, text, of, width, most - 1, spans)
        layouts.append(first)
    if rest:
        shown = of.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        is_elided = is_elided or shown != rest
        last = QTextLayout(shown, of.font)
        option.setWrapMode(QTextOption.WrapMode.ManualWrap)
        last.setTextOption(option)
        _break(last, shown, of, width, 1, spans)
        layouts.append(last)
    return Lettering(of, tuple(layouts), tuple(spans), is_elided)


def _with_whole_words(text: str, of: Fount, width: float) -> str:
    """The text with every word elided that is too long for a line."""
    layout = QTextLayout(text, of.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    encoded = text.encode("utf-16-le", "surrogatepass")
    parts: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        begin, end = line.textStart(), line.textStart() + line.textLength()
        part = encoded[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass")
        if line.naturalTextWidth() > width:
            # No line is longer than the room but for a single word that cannot be broken.
            word = part.rstrip()
            fitting = of.metrics.elidedText(word, Qt.TextElideMode.ElideRight, width)
            part = fitting + part[len(word) :]
        parts.append(part)
    layout.endLayout()
    return "".join(parts)


def _break(
    layout: QTextLayout,
    text: str,
    of: Fount,
    width: float,
    most: int,
    spans: list[tuple[float, float]],
) -> str:
    """Break a layout into at most so many lines below those there are; returns what is left."""
    layout.setCacheEnabled(True)
    end = 0
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        base = len(spans) * of.pitch + of.base
        line.setPosition(QPointF(0, base - line.ascent()))
        natural = line.naturalTextRect()
        spans.append((natural.x(), natural.width()))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    # Qt counts in UTF-16.
    return text.encode("utf-16-le", "surrogatepass")[2 * end :].decode("utf-16-le", "surrogatepass")


def reads_leftward(text: str) -> bool:
    """Whether a text runs from right to left, by its first letter that has a direction."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
