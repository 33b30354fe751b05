"""How large what is marked in an image is on the ground, how many pixels show it, and what they show.

How many pixels are needed to see what is known by Johnson’s criteria (J. Johnson, 1958): across its
shorter side an object takes about 2 pixels to be noticed, 8 to be told for what sort of thing it is, 13
to be told for which one, for half of those who look at a picture of good contrast. Whether it is what it
is said to be is another question.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from casedb.model.marks import Form, Mark
from casedb.words import say, written

NOTICED, SORT_TOLD, ONE_TOLD = 2.0, 8.0, 12.8
"""Pixels across the shorter side: 1, 4 and 6.4 pairs of lines, of two pixels each."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The longer and the shorter side of what is marked: in pixels, and in metres where those are known."""

    long: float
    short: float
    gsd: float | None = None

    @property
    def metres(self) -> tuple[float, float] | None:
        """Both sides on the ground."""
        return (self.long * self.gsd, self.short * self.gsd) if self.gsd else None


def extent_of(mark: Mark, size: tuple[int, int], gsd: float | None) -> Extent | None:
    """How large what is marked is in a picture of so many pixels; None for a mark without a size.

    Of an arrow that is its length, of a polygon the box around it.
    """
    if mark.form in (Form.POINT, Form.TEXT):
        return None
    left, top, right, bottom = mark.bounds
    wide, high = (right - left) * size[0], (bottom - top) * size[1]
    if mark.form is Form.ARROW:
        length = math.hypot(wide, high)
        return Extent(length, length, gsd)
    return Extent(max(wide, high), min(wide, high), gsd)


def size_in_words(extent: Extent) -> str:
    """The size on the ground, as it would be written down; empty where it is not known."""
    metres = extent.metres
    if metres is None or extent.gsd is None:
        return ""
    # No size is known better than to a pixel.
    decimals = 0 if extent.gsd >= 1 else 1 if extent.gsd >= 0.1 else 2
    long, short = (written(each, decimals) for each in metres)
    if extent.long == extent.short:
        return say("{n} m", n=long)
    return say("{length} × {width} m", length=long, width=short)


def pixels_in_words(extent: Extent) -> str:
    """How many pixels show it."""
    long, short = _pixels(extent.long), _pixels(extent.short)
    if extent.long == extent.short:
        return say("{n} pixels long", n=long)
    return say("{long} × {short} pixels", long=long, short=short)


def what_shows(extent: Extent) -> str:
    """What so many pixels allow to be seen, in a sentence."""
    if extent.short < NOTICED:
        return say("Too few to be sure that anything is there.")
    if extent.short < SORT_TOLD:
        return say("Enough to see that something is there, too few to tell what sort of thing.")
    if extent.short < ONE_TOLD:
        return say("Enough to tell what sort of thing it is, too few to tell which one.")
    return say("Enough to tell things of one sort apart, where the picture is sharp.")


def _pixels(count: float) -> str:
    return written(round(count, 1) if count < 10 else round(count))
