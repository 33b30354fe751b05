"""`Strand`: one string made ready for painting at one scale: flattened, dashed, its ends placed.

Pure numbers. Points are physical pixels counted from the board's origin, so that every tile that
shows a part of a string shows the same points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from caseboard.board import levels, strings
from caseboard.board.camera import View
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.glyphs import DASHES, SHAPES, Shape
from casedb.model.link_types import STRENGTH, Glyph, link_type
from casedb.model.records import Link
from casedb.model.visible_text import visible

TOLERANCE = 0.1
"""How far a flattened string may be from the true curve, in physical pixels."""
MOST_LETTERS = 120
DASHES_FROM = 0.2
FEW_POINTS = 17
"""A line of no more points than this is painted whole wherever a part of it is seen."""
SHORT_DASH = 5.0
"""Dashes longer than this, in pixels, bend with their string."""
STRENGTHS = {each.value: each for each in STRENGTH}


@dataclass(frozen=True, slots=True)
class StringLook:
    """What a string looks like: a colour token, dash and gap, marks at its ends, a label."""

    token: str
    dashes: tuple[float, ...]
    start_glyph: Glyph
    end_glyph: Glyph
    label: str

    def dashes_at(self, view: View) -> tuple[float, ...]:
        """Lengths of dash and gap in the pixels of a view; none where they could not be told."""
        if view.zoom < DASHES_FROM:
            return ()
        growth = max(0.6, min(2.0, view.zoom)) * view.ratio
        return tuple(max(each * growth, 1.0) for each in self.dashes)


def look_of(link: Link) -> StringLook:
    """The look of a link's string. Its label is its own words, else how strong it is."""
    kind = link_type(link.type)
    certainty = link.values.text("certainty")
    dashes = DASHES.get((kind.dash, certainty), DASHES[kind.dash, ""])
    words = " ".join(visible(link.values.text("label")[:MOST_LETTERS]).split())
    if not words and kind.polarity:
        strength = STRENGTHS.get(link.values.text("strength"))
        words = strength.shown.lower() if strength is not None else ""
    return StringLook(kind.accent, dashes, kind.start_glyph, kind.end_glyph, words)


@dataclass(frozen=True, slots=True)
class Courses:
    """How some strings run: all their curves [Q, 4, 2] in board units, one string after the other.

    String n runs along the curves first[n] to first[n + 1]; `on_string` [M, 2] tells which ends
    are tied to another string.
    """

    curves: Floats
    first: Ints
    on_string: Flags


@dataclass(frozen=True, slots=True)
class StrandEnd:
    """The mark at an end: its shape, where its tip is, and the unit vector along the string there."""

    shape: Shape
    at: tuple[float, float]
    along: Floats

    def placed(self, part: Floats, size: float) -> Floats:
        """A part of the shape [N, 2] in its place."""
        return self.shape.placed(part, np.array(self.at), self.along, size)


@dataclass(frozen=True, slots=True)
class Pane:
    """The pixels of a view, ready to be compared with many strings."""

    left: float
    top: float
    right: float
    bottom: float
    origin: Floats

    @classmethod
    def of(cls, view: View) -> Pane:
        """The pane of a view."""
        right, bottom = view.left + view.width, view.top + view.height
        origin = np.array([view.left, view.top], dtype=np.float64)
        return cls(view.left, view.top, right, bottom, origin)

    def meets(self, box: tuple[float, float, float, float], reach: float) -> bool:
        """Whether a box comes as near as `reach`."""
        return (
            box[0] <= self.right + reach
            and box[2] >= self.left - reach
            and box[1] <= self.bottom + reach
            and box[3] >= self.top - reach
        )

    def holds(
        self, left: Floats, top: Floats, right: Floats, bottom: Floats, reach: float
    ) -> Flags:
        """Which of many boxes come as near as `reach`."""
        return (
            (left <= self.right + reach)
            & (right >= self.left - reach)
            & (top <= self.bottom + reach)
            & (bottom >= self.top - reach)
        )


@dataclass(frozen=True, slots=True)
class Strand:
    """One string at one scale.

    `curves` [P, 4, 2] are its curves without what its marks cover, `line` [N, 2] the same
    flattened, `low` and `high` [N - 1, 2] the corners of the boxes around the line's steps, `box`
    that around all of it. `dashes` [D, K, 2] are short lines of `dash_length`, None for an unbroken
    string.
    """

    look: StringLook
    curves: Floats
    line: Floats
    low: Floats
    high: Floats
    box: tuple[float, float, float, float]
    dashes: Floats | None
    dash_length: float
    ends: tuple[StrandEnd, ...]

    @property
    def weight(self) -> int:
        """About how many numbers it holds."""
        return 3 * self.line.size + (self.dashes.size if self.dashes is not None else 0)

    def seen(self, pane: Pane, reach: float) -> Floats | None:
        """What a pane may show of it: lines [D, K, 2] in the pane's pixels; None for nothing."""
        if not pane.meets(self.box, reach):
            return None
        if self.dashes is not None:
            # A dash lies no further from its head than it is long.
            x, y = self.dashes[:, 0, 0], self.dashes[:, 0, 1]
            inside = pane.holds(x, y, x, y, reach + self.dash_length)
            kept = self.dashes[inside]
            return kept - pane.origin if len(kept) else None
        if len(self.line) <= FEW_POINTS:
            return (self.line - pane.origin)[None]
        low, high = self.low, self.high
        touching = np.flatnonzero(pane.holds(low[:, 0], low[:, 1], high[:, 0], high[:, 1], reach))
        if not len(touching):
            return None
        return (self.line[touching[0] : touching[-1] + 2] - pane.origin)[None]

    def ends_near(self, pane: Pane, reach: float) -> Iterator[StrandEnd]:
        """The ends whose marks a pane may show, in the pane's pixels."""
        for end in self.ends:
            if pane.meets((*end.at, *end.at), reach):
                tip = np.array(end.at) - pane.origin
                yield StrandEnd(end.shape, (float(tip[0]), float(tip[1])), end.along)


def spin(looks: Sequence[StringLook], courses: Courses, view: View) -> list[Strand]:
    """Make strings ready for painting at the scale of a view."""
    if not looks:
        return []
    glyph = levels.glyph_size(view.zoom) * view.ratio
    curves = courses.curves * view.scale
    trimmed = _trimmed(looks, courses, curves, glyph)
    first = courses.first.tolist()
    spun: list[Strand] = []
    for n, (line, (begin, end)) in enumerate(
        zip(_lines(trimmed, first), pairwise(first), strict=True)
    ):
        look = looks[n]
        low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
        (left, top), (right, bottom) = low.min(axis=0).tolist(), high.max(axis=0).tolist()
        dashes = look.dashes_at(view)
        spun.append(
            Strand(
                look,
                trimmed[begin:end],
                line,
                low,
                high,
                (left, top, right, bottom),
                _dashed(line, dashes[0], sum(dashes)) if dashes else None,
                dashes[0] if dashes else 0.0,
                tuple(_ends(look, curves[begin], curves[end - 1], courses.on_string[n], glyph)),
            )
        )
    return spun


def _trimmed(looks: Sequence[StringLook], courses: Courses, curves: Floats, glyph: float) -> Floats:
    """The curves without what the marks at their ends cover."""
    if not glyph:
        return curves
    begin, finish = np.zeros(len(curves)), np.zeros(len(curves))
    begin[courses.first[:-1]] = [SHAPES[look.start_glyph].cut * glyph for look in looks]
    finish[courses.first[1:] - 1] = [SHAPES[look.end_glyph].cut * glyph for look in looks]
    return strings.trim(curves, begin, finish)


def _lines(curves: Floats, first: Sequence[int]) -> list[Floats]:
    """Each string [N, 2] flattened."""
    steps = strings.steps_needed(curves, TOLERANCE)
    flat: list[Floats] = [curves[0]] * len(curves)
    for count in np.unique(steps).tolist():
        chosen = np.flatnonzero(steps == count)
        for row, line in zip(chosen.tolist(), strings.flatten(curves[chosen], count), strict=True):
            flat[row] = line
    return [
        flat[one]
        if other - one == 1
        else np.concatenate([*(line[:-1] for line in flat[one : other - 1]), flat[other - 1]])
        for one, other in pairwise(first)
    ]


def _dashed(line: Floats, on: float, period: float) -> Floats:
    """The dashes [D, K, 2] of a line, computed here because Qt's come out differently in each tile."""
    step = np.diff(line, axis=0)
    length = np.concatenate([np.zeros(1), np.cumsum(np.hypot(step[:, 0], step[:, 1]))])
    starts = np.arange(0.0, max(float(length[-1]), 1e-9), period)
    stops = np.minimum(starts + on, length[-1])
    share = _SHORT if on < SHORT_DASH else _LONG
    at = starts[:, None] + (stops - starts)[:, None] * share
    dashes = np.empty((*at.shape, 2))
    dashes[..., 0] = np.interp(at, length, line[:, 0])
    dashes[..., 1] = np.interp(at, length, line[:, 1])
    return dashes


_SHORT, _LONG = np.linspace(0.0, 1.0, 2), np.linspace(0.0, 1.0, 5)


def _ends(
    look: StringLook, first: Floats, last: Floats, on_string: Flags, glyph: float
) -> Iterator[StrandEnd]:
    for end, (kind, tip, behind) in enumerate(
        ((look.start_glyph, first[0], first[1]), (look.end_glyph, last[3], last[2]))
    ):
        if kind is Glyph.NONE or not glyph:
            continue
        along = tip - behind
        along = along / max(float(np.hypot(along[0], along[1])), 1e-9)
        shape = SHAPES[kind]
        # A mark on another string lies across it, not in front of it.
        shift = shape.middle * glyph if on_string[end] else 0.0
        x, y = (tip + along * shift).tolist()
        yield StrandEnd(shape, (x, y), along)
