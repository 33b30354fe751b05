"""`Foot`: what stands below a board in a picture: what its signs mean, its sources, and the strip.

It is made of bands, one below the other, so that a poster can lay them on several pages.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from caseboard.board.callouts import paint_number
from caseboard.leaf import MARGIN, Strip, plain_fount
from caseboard.lettering import set_lines
from caseboard.theme import Theme, board_space
from casedb.model.citations import Citation

SAMPLE, BESIDE = 46.0, 8.0
"""How wide the sample of a sign is, and how far from it the words begin."""
COLUMN, GAP = 260.0, 24.0
MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign, painted around the middle of the left edge of its room, and what it means."""

    words: str
    paint: Callable[[QPainter], None]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Something as wide as the picture: how high it is, and how it is painted below a height."""

    height: float
    paint: Callable[[QPainter, float], None]


def entries_of(citations: Sequence[Citation], theme: Theme) -> list[Entry]:
    """An entry for each source that is cited."""
    return [Entry(each.name, _number(each.number, theme), each.about) for each in citations]


def _number(number: int, theme: Theme) -> Callable[[QPainter], None]:
    text = set_lines(f"{number}", plain_fount("tiny", semibold=True), SAMPLE)

    def paint(painter: QPainter) -> None:
        paint_number(painter, text, SAMPLE - 10, 0, theme)

    return paint


def bands_of(title: str, entries: Sequence[Entry], theme: Theme, width: float) -> list[Band]:
    """A heading, and below it entries side by side, as many as have room; nothing for no entries."""
    if not entries:
        return []
    inset = min(MARGIN, width / 10)
    room = width - 2 * inset
    across = max(1, min(len(entries), int((room + GAP) // (COLUMN + GAP))))
    wide = (room - (across - 1) * GAP) / across
    lefts = [inset + at * (wide + GAP) for at in range(across)]
    head = set_lines(title, plain_fount("small", semibold=True), room)

    def paint_head(painter: QPainter, top: float) -> None:
        head.paint(painter, inset, top + board_space("m"), theme.colour("tx"))

    bands = [Band(head.height + board_space("m") + board_space("s"), paint_head)]
    bands += [
        _row(entries[first : first + across], lefts, wide, theme)
        for first in range(0, len(entries), across)
    ]
    return bands


def _row(entries: Sequence[Entry], lefts: Sequence[float], wide: float, theme: Theme) -> Band:
    small, tiny = plain_fount("small"), plain_fount("tiny")
    room = max(1.0, wide - SAMPLE - BESIDE)
    set_ones = [
        (
            set_lines(each.words, small, room, MOST_LINES),
            set_lines(each.about, tiny, room, 2) if each.about else None,
        )
        for each in entries
    ]
    height = max(words.height + (about.height if about else 0) for words, about in set_ones)

    def paint(painter: QPainter, top: float) -> None:
        for entry, (words, about), left in zip(entries, set_ones, lefts, strict=False):
            painter.save()
            painter.translate(left, top + small.pitch / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            entry.paint(painter)
            painter.restore()
            words.paint(painter, left + SAMPLE + BESIDE - words.start, top, theme.colour("tx"))
            if about is not None:
                under = top + words.height
                about.paint(
                    painter, left + SAMPLE + BESIDE - about.start, under, theme.colour("tx3")
                )

    return Band(math.ceil(height) + 5, paint)


class Foot:
    """The bands of a picture, and the strip at its foot."""

    def __init__(self, bands: Iterable[Band], strip: Strip, theme: Theme, width: float) -> None:
        self.bands = tuple(bands)
        self.strip = strip
        self._theme = theme
        self._width = width
        high = sum(each.height for each in self.bands)
        self._above = math.ceil(high + board_space("m")) if self.bands else 0
        self.height: float = self._above + strip.height

    def paint(self, painter: QPainter, top: float, low: float, high: float) -> None:
        """Paint below `top` what lies between two heights. It is opaque."""
        if self.bands:
            box = QRectF(0, top, self._width, self._above + 1)
            painter.fillRect(box, self._theme.colour("surf"))
            painter.fillRect(QRectF(0, top, self._width, 1), self._theme.colour("bd"))
            at = top
            for band in self.bands:
                if at + band.height >= low and at <= high:
                    band.paint(painter, at)
                at += band.height
        if top + self.height >= low and top + self._above <= high:
            self.strip.paint(painter, top + self._above)
