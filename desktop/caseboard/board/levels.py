"""Which detail is painted at which zoom and how large: pure numbers, no painting.

Zooms count device-independent pixels in a board unit, sizes on the screen are such pixels.
"""

from __future__ import annotations

import math
from enum import Enum

SMALLEST_TEXT = 9.0
"""No text is painted smaller than this on the screen: it is enlarged, greeked or left out."""
FULL_FROM = 0.45
TITLE_FROM = 0.12
NOMINAL_WIDTH = 260.0
SPECK = 1.5
"""Where a common card is narrower than this many pixels, cards are painted as a density."""
CLEAR_STRINGS = 25_000
HAZE_ZOOM = 0.025
"""With more strings than so many, seen from further away than this, no single one can be told."""
THICKEST_HAZE = 16

NARROWEST_WIDE = 1.4
"""A string that is narrower than this on the screen is one pixel wide."""


class Level(Enum):
    """How much of a card and of a string is painted."""

    FULL = "full"
    TITLE = "title"
    FAR = "far"


def level_at(zoom: float) -> Level:
    """The level at a zoom. It depends on nothing that changes while panning: tiles stay good."""
    if zoom >= FULL_FROM:
        return Level.FULL
    return Level.TITLE if zoom >= TITLE_FROM else Level.FAR


def is_density(zoom: float) -> bool:
    """Whether cards seen from afar are too small to be blocks."""
    return zoom * NOMINAL_WIDTH < SPECK


def thread_stride(strings: int, zoom: float) -> int:
    """Of how many pixels of a string one is painted from afar, on a board of so many strings.

    A power of two, so that it seldom changes when strings are added.
    """
    haze = strings / CLEAR_STRINGS * (HAZE_ZOOM / zoom)
    if zoom > 2 * HAZE_ZOOM or haze < 2.0:
        return 1
    return int(min(THICKEST_HAZE, 2 ** math.floor(math.log2(haze))))


def thread_strength(zoom: float) -> float:
    """How much a string seen from afar covers: near by as clear as a line, far away a haze."""
    return 0.7 + 0.8 * min(1.0, zoom / TITLE_FROM)


def is_readable(size: float, zoom: float) -> bool:
    """Whether a text of a font size in board units can be read at a zoom."""
    # Rounding of the zoom must not turn the text at exactly the limit into bars.
    return size * zoom >= SMALLEST_TEXT - 1e-6


FRAME_TITLE_FROM = 0.08
"""From this zoom on frames show their titles; from further away these would run over all around."""
FRAME_TITLE_INSIDE_FROM = 0.7
"""From this zoom on the title stands inside its frame; below it, above the frame's upper edge, where
no card hides it."""
LEAST_FRAME_TITLE = 48.0
"""How wide a title may be in pixels, however narrow its frame."""


def readable_size(size: int, zoom: float) -> int:
    """The font size in board units, enlarged as far as reading needs at a zoom."""
    return size if is_readable(size, zoom) else math.ceil(SMALLEST_TEXT / zoom - 1e-6)


def string_width(zoom: float) -> float:
    """How wide a string is on the screen."""
    width = min(3.0, 1.6 * zoom)
    # A line of one pixel is painted five times faster than one that is a little wider.
    return width if width >= NARROWEST_WIDE else 1.0


def glyph_size(zoom: float) -> float:
    """How long the mark at the end of a string is on the screen; 0 where it could not be seen."""
    size = min(24.0, max(11.0 * zoom, 5.0))
    return size if zoom >= TITLE_FROM else 0.0


def dot_spacing(zoom: float) -> float:
    """The distance of the background's dots in board units: doubled until it is wide enough to see."""
    spacing = 24.0
    while spacing * zoom < 16.0:
        spacing *= 2
    return spacing
