"""`StringPainter`: strings with their end-glyphs and labels, for tiles, drag layers and exports.

Near by each string is a path of its own in a wide pen. From afar all strings of a colour are one
path in a thin pen, which Qt draws many times faster; their dashes are computed here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from caseboard.board import levels, strings
from caseboard.board.camera import View
from caseboard.board.glyphs import SHAPES, Shape
from caseboard.board.lettering import Lettering, fount, set_lines
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.theme import Theme, tokens
from casedb.model.geometry import Rect
from casedb.model.link_types import STRENGTH, Dash, Glyph, link_type
from casedb.model.records import Link
from casedb.model.visible_text import visible

TOLERANCE = 0.1
"""How far a flattened string may be from the true curve, in physical pixels."""
LONGEST_LABEL = 180.0
LABEL_ROOM = 36.0
"""How much of a string must be seen beside its label, on the screen."""
LABEL_PLACES = (0.5, 0.36, 0.64)
LEVEL_PLACES = (0.24, 0.76)
MOST_LETTERS = 120
FAR_ALPHA = 0.5
MOST_AT_ONCE = 64
SHORT_DASH = 5.0

DASHES = {
    (Dash.SOLID, ""): (),
    (Dash.SOLID, "unconfirmed"): (8.0, 4.5),
    (Dash.SOLID, "tentative"): (3.5, 3.5),
    (Dash.DASHED, ""): (13.0, 5.0),
    (Dash.DASHED, "unconfirmed"): (8.0, 4.5),
    (Dash.DASHED, "tentative"): (3.5, 3.5),
    (Dash.DOTTED, ""): (1.5, 3.5),
    (Dash.DOTTED, "unconfirmed"): (1.5, 6.0),
    (Dash.DOTTED, "tentative"): (1.5, 9.0),
}
"""Lengths of dash and gap on the screen, by the type's stroke and the link's certainty."""


@dataclass(frozen=True, slots=True)
class StringLook:
    """What a string looks like: a colour token, dash and gap, marks at its ends, a label."""

    token: str
    dashes: tuple[float, ...]
    start_glyph: Glyph
    end_glyph: Glyph
    label: str


@dataclass(frozen=True, slots=True)
class Strands:
    """Some strings to paint: their looks, and all their curves [Q, 4, 2] in board units.

    String n runs along the curves first[n] to first[n + 1]. `on_string` [M, 2] tells which ends
    are tied to a string.
    """

    looks: Sequence[StringLook]
    curves: Floats
    first: Ints
    on_string: Flags


def look_of(link: Link) -> StringLook:
    """The look of a link's string. Its label is its own words, else how strong it is."""
    kind = link_type(link.type)
    certainty = link.values.text("certainty")
    dashes = DASHES.get((kind.dash, certainty), DASHES[kind.dash, ""])
    words = " ".join(visible(link.values.text("label")[:MOST_LETTERS]).split())
    if not words and kind.polarity:
        words = STRENGTH_WORDS.get(link.values.text("strength"), "")
    return StringLook(kind.accent, dashes, kind.start_glyph, kind.end_glyph, words)


STRENGTH_WORDS = {each.value: each.label.lower() for each in STRENGTH}


class StringPainter:
    """Paints strings with one theme, in the physical pixels of a view."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    # -- near by ------------------------------------------------------------------------------

    def paint_near(
        self, painter: QPainter, view: View, strands: Strands, *, is_vector: bool = False
    ) -> None:
        """Paint strings one by one: stroke by type and certainty, a glyph at either end."""
        if not strands.looks:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = levels.string_width(view.zoom) * view.ratio
        glyph = levels.glyph_size(view.zoom) * view.ratio
        curves = strands.curves * view.scale
        trimmed = _trimmed(strands, curves, glyph)
        lines = [] if is_vector else _lines(strands, trimmed)
        for n, look in enumerate(strands.looks):
            pen = QPen(self.colour(look.token), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            dashes = _grown_dashes(look, view)
            if is_vector:
                first, last = int(strands.first[n]), int(strands.first[n + 1])
                path = curve_path(trimmed[first:last] - _origin(view))
                if dashes:
                    pen.setDashPattern([each / width for each in dashes])
            else:
                pieces = _seen(lines[n] - _origin(view), view, width + glyph, dashes)
                if not pieces:
                    continue
                path = joined_path(pieces)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(path)
        for end in _ends(strands, curves, view, glyph):
            self._paint_glyph(painter, end, glyph, width)

    def _paint_glyph(self, painter: QPainter, end: _End, size: float, width: float) -> None:
        colour = self.colour(end.token)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for part in end.shape.filled:
            painter.drawPolygon(_polygon(end.shape.placed(part, end.tip, end.along, size)))
        pen = QPen(colour, width * 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in end.shape.lines:
            painter.drawPolyline(_polygon(end.shape.placed(part, end.tip, end.along, size)))

    def colour(self, token: str) -> QColor:
        """The colour of a token; of an unknown one, that of strings without a type."""
        return self._theme.colour(token if self._theme.has(token) else "der")

    # -- from afar ----------------------------------------------------------------------------

    def paint_many(self, painter: QPainter, view: View, strands: Strands) -> None:
        """Paint strings as thin lines with dashes and small glyphs, a colour at a time."""
        if not strands.looks:
            return
        glyph = levels.glyph_size(view.zoom) * view.ratio
        curves = strands.curves * view.scale
        lines = _lines(strands, _trimmed(strands, curves, glyph))
        origin = _origin(view)
        strokes: dict[str, list[Floats]] = {}
        fills: dict[str, list[Floats]] = {}
        for n, look in enumerate(strands.looks):
            dashes = _grown_dashes(look, view)
            found = strokes.setdefault(look.token, [])
            found += _seen(lines[n] - origin, view, 2 * view.ratio, dashes)
        for mark in _ends(strands, curves, view, glyph):
            for parts, found in (
                (mark.shape.lines, strokes.setdefault(mark.token, [])),
                (mark.shape.filled, fills.setdefault(mark.token, [])),
            ):
                found += [mark.shape.placed(each, mark.tip, mark.along, glyph) for each in parts]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token in sorted(strokes.keys() | fills.keys()):
            colour = self.colour(token)
            self._stroke(painter, view, colour, strokes.get(token, []))
            if fills.get(token):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPath(joined_path(fills[token]))

    def paint_far(
        self,
        painter: QPainter,
        view: View,
        curves: Floats,
        types: Sequence[str],
        *,
        is_straight: bool = False,
    ) -> None:
        """Paint faint lines only: one curve [M, 4, 2] and the name of the link's type a string."""
        pixels = curves * view.scale - _origin(view)
        names: dict[str, list[int]] = {}
        for n, name in enumerate(types):
            names.setdefault(link_type(name).accent, []).append(n)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_straight)
        for token, rows in sorted(names.items()):
            chosen = pixels[rows]
            if is_straight:
                pieces = list(chosen[:, [0, 3]])
            else:
                steps = strings.steps_needed(chosen, 4 * TOLERANCE)
                pieces = [
                    line
                    for count in np.unique(steps).tolist()
                    for line in strings.flatten(chosen[steps == count], count)
                ]
            colour = QColor(self.colour(token))
            colour.setAlphaF(FAR_ALPHA)
            self._stroke(painter, view, colour, pieces)

    def _stroke(
        self, painter: QPainter, view: View, colour: QColor, lines: Sequence[Floats]
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, max(1.0, view.ratio))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        # Qt fills the outline of a wide stroke at once, and slows down badly for long ones.
        chunk = len(lines) if view.ratio <= 1.0 else MOST_AT_ONCE
        for first in range(0, len(lines), max(chunk, 1)):
            painter.drawPath(joined_path(lines[first : first + chunk]))

    # -- labels -------------------------------------------------------------------------------

    def paint_label(self, painter: QPainter, view: View, look: StringLook, label: Label) -> None:
        """Paint a string's label where it has room."""
        left, top, width, height = view.box(label.box)
        painter.save()
        painter.translate(left, top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bg"))
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
        painter.scale(view.scale, view.scale)
        box, text = label.box, label.text
        start = min(start for start, _ in text.spans)
        left_in, top_in = (box.w - text.width) / 2 - start, (box.h - text.height) / 2
        text.paint(painter, left_in, top_in, self.colour(look.token))
        painter.restore()


@dataclass(frozen=True, slots=True)
class _End:
    """A glyph to paint: its tip in the pixels of a view, and the unit vector along the string."""

    shape: Shape
    token: str
    tip: Floats
    along: Floats


def _ends(strands: Strands, curves: Floats, view: View, size: float) -> Iterator[_End]:
    """The glyphs that a view may show, at the ends of curves in the board's pixels."""
    origin = _origin(view)
    for n, look in enumerate(strands.looks):
        first, last = curves[strands.first[n]], curves[strands.first[n + 1] - 1]
        for end, (glyph, tip, behind) in enumerate(
            ((look.start_glyph, first[0], first[1]), (look.end_glyph, last[3], last[2]))
        ):
            if glyph is Glyph.NONE or not _is_near(tip - origin, view, 2 * size):
                continue
            along = tip - behind
            along = along / max(float(np.hypot(along[0], along[1])), 1e-9)
            shape = SHAPES[glyph]
            # A mark on another string lies across it, not in front of it.
            shift = shape.middle * size if strands.on_string[n, end] else 0.0
            yield _End(shape, look.token, tip - origin + along * shift, along)


@dataclass(frozen=True, slots=True)
class Label:
    """A label and its box in board units."""

    box: Rect
    text: Lettering


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a label must keep clear of: strings beside its own, of which it is number `lane`, and
    a string that ends on the middle of its own."""

    lane: int = 0
    count: int = 1
    is_pierced: bool = False

    def places(self, *, is_level: bool) -> tuple[float, ...]:
        """Where along its string a label may stand, best first, as shares of its length."""
        if self.count > 1 and is_level:
            # Between its ends such a bundle climbs, and labels would lie on each other.
            places = LEVEL_PLACES
        elif self.is_pierced:
            places = LABEL_PLACES[1:]
        else:
            places = LABEL_PLACES
        lane = self.lane % len(places)
        return places[lane:] + places[:lane]


def label_choices(pieces: Floats, words: str, zoom: float, neighbours: Neighbours) -> list[Label]:
    """Where a string could show its label, best first; nowhere if it is too short for one."""
    chord = np.abs(pieces[-1, 3] - pieces[0, 0])
    across, down = float(chord[0]), float(chord[1])
    of = fount(levels.readable_size(tokens().type_scale["tiny"], zoom))
    widest = LONGEST_LABEL * of.size / tokens().type_scale["tiny"]
    text = set_lines(words, of, min(widest, max(across, down)))
    width, height = text.width + of.size, of.pitch + of.size * 0.2
    spare = LABEL_ROOM / zoom
    # On the string where enough of it is left to see, else just above one that runs level.
    if across >= width + spare or down >= height + spare:
        lift = 0.0
    elif across >= width and down < height:
        lift = height / 2 + 2 * levels.string_width(zoom) / zoom
    else:
        return []
    places, _ = strings.points_at(pieces, neighbours.places(is_level=across > down))
    return [
        Label(Rect(x - width / 2, y - lift - height / 2, width, height), text)
        for x, y in places.tolist()
    ]


# -- paths ---------------------------------------------------------------------------------


def curve_path(pieces: Floats) -> QPainterPath:
    """A path along the curves [P, 4, 2] of one string."""
    path = QPainterPath(QPointF(*pieces[0, 0].tolist()))
    for _, one, other, end in pieces.tolist():
        path.cubicTo(*one, *other, *end)
    return path


def joined_path(lines: Sequence[Floats]) -> QPainterPath:
    """One path of many lines, each [N, 2], without a call of Python for every point."""
    points = np.concatenate(lines)
    record = np.empty(len(points), dtype=[("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
    record["type"] = 1
    starts = np.cumsum([0, *(len(line) for line in lines[:-1])])
    record["type"][starts] = 0
    record["x"], record["y"] = points[:, 0], points[:, 1]
    data = (
        struct.pack(">i", len(points))
        + record.tobytes()
        + struct.pack(">ii", 0, Qt.FillRule.WindingFill.value)
    )
    path = QPainterPath()
    stream = QDataStream(QByteArray(data))
    stream >> path  # pyright: ignore[reportUnusedExpression]
    return path


def _origin(view: View) -> Floats:
    return np.array([view.left, view.top], dtype=np.float64)


def _polygon(points: Floats) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def _trimmed(strands: Strands, curves: Floats, glyph: float) -> Floats:
    """The curves without what their end-glyphs cover."""
    if not glyph:
        return curves
    begin, finish = np.zeros(len(curves)), np.zeros(len(curves))
    begin[strands.first[:-1]] = [SHAPES[look.start_glyph].cut * glyph for look in strands.looks]
    finish[strands.first[1:] - 1] = [SHAPES[look.end_glyph].cut * glyph for look in strands.looks]
    return strings.trim(curves, begin, finish)


def _lines(strands: Strands, curves: Floats) -> list[Floats]:
    """The flattened strings [N, 2], in the pixels of the curves given."""
    steps = strings.steps_needed(curves, TOLERANCE)
    flat: list[Floats] = [curves[0]] * len(curves)
    for count in np.unique(steps).tolist():
        chosen = np.flatnonzero(steps == count)
        for row, line in zip(chosen.tolist(), strings.flatten(curves[chosen], count), strict=True):
            flat[row] = line
    first = strands.first.tolist()
    return [
        flat[one] if other - one == 1 else _chained(flat[one:other])
        for one, other in pairwise(first)
    ]


def _chained(lines: Iterable[Floats]) -> Floats:
    parts = list(lines)
    return np.concatenate([*(line[:-1] for line in parts[:-1]), parts[-1]])


def _near_part(line: Floats, view: View, reach: float) -> tuple[int, int] | None:
    """The first and last point of the part of a line that may touch a view, or None."""
    low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    touching = np.flatnonzero(
        (low[:, 0] <= view.width + reach)
        & (high[:, 0] >= -reach)
        & (low[:, 1] <= view.height + reach)
        & (high[:, 1] >= -reach)
    )
    return (int(touching[0]), int(touching[-1]) + 1) if len(touching) else None


def _grown_dashes(look: StringLook, view: View) -> tuple[float, ...]:
    """Lengths of dash and gap in the pixels of a view."""
    growth = max(0.6, min(2.0, view.zoom)) * view.ratio
    return tuple(max(each * growth, 1.0) for each in look.dashes)


def _seen(line: Floats, view: View, reach: float, dashes: Sequence[float]) -> list[Floats]:
    """What a view may show of a line: a part of it, or dashes counted from its beginning.

    Qt's own dashes come out differently where a tile cuts the line.
    """
    kept = _near_part(line, view, reach)
    if kept is None:
        return []
    begin, end = kept
    if not dashes:
        return [line[begin : end + 1]]
    step = np.diff(line, axis=0)
    length = np.concatenate([np.zeros(1), np.cumsum(np.hypot(step[:, 0], step[:, 1]))])
    on, period = dashes[0], sum(dashes)
    first, last = float(length[begin]) // period, float(length[end]) // period
    starts = np.arange(first, last + 1) * period
    starts = starts[starts < length[-1]]
    stops = np.minimum(starts + on, length[-1])
    # Long dashes bend with their string.
    share = np.linspace(0.0, 1.0, 2 if on < SHORT_DASH else 5)
    at = starts[:, None] + (stops - starts)[:, None] * share
    points = np.stack(
        [np.interp(at, length, line[:, 0]), np.interp(at, length, line[:, 1])], axis=2
    )
    return list(points)


def _is_near(point: Floats, view: View, reach: float) -> bool:
    x, y = float(point[0]), float(point[1])
    return -reach <= x <= view.width + reach and -reach <= y <= view.height + reach
