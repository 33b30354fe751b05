"""`StringPainter`: strings with their end-marks and labels, for tiles, drag layers and exports.

Near by each string is a path of its own in a wide pen. From afar all strings of a colour are one
path in a thin pen, which Qt draws many times faster.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from caseboard.board import levels, strings
from caseboard.board.camera import View
from caseboard.board.labels import Label
from caseboard.board.painting import Painting, Pause
from caseboard.board.strands import TOLERANCE, Courses, Pane, Strand, StrandEnd, StringLook
from caseboard.board.strings import Floats
from caseboard.glyphs import SHAPES
from caseboard.theme import FADED, Theme
from casedb.model.link_types import link_type

MANY_POINTS = 32
MOST_WIDE = 64
MOST_GATHERED = 40
"""Strings that are gathered into paths in one step."""
STUB = 2.0
"""How much of a string is painted with a mark above a card, in lengths of the mark."""
SEAM = 1.5
PLAIN, ROUGH = 4 * TOLERANCE, 2.0
"""How far lines may run from their curves where many are painted, in pixels."""


class StringPainter:
    """Paints strings with one theme, in the physical pixels of a view."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def colour(self, token: str) -> QColor:
        """The colour of a token; of an unknown one, that of strings without a type."""
        return self._theme.colour(token if self._theme.has(token) else "der")

    def paint_lines(
        self, painter: QPainter, view: View, strands: Sequence[Strand], *, is_vector: bool = False
    ) -> None:
        """Paint strings one by one, stroked by type and certainty.

        As vectors they are painted whole, as curves and in pens with dashes.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = levels.string_width(view.zoom) * view.ratio
        pane = Pane.of(view)
        for strand in strands:
            pen = QPen(self.colour(strand.look.token), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if is_vector:
                path = curve_path(strand.curves - pane.origin)
                if strand.look.dashes:
                    pen.setDashPattern([each / width for each in strand.look.dashes_at(view)])
            else:
                lines = strand.seen(pane, width)
                if lines is None:
                    continue
                path = joined_path([lines])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawPath(path)

    def paint_marks(self, painter: QPainter, view: View, strands: Sequence[Strand]) -> None:
        """Paint the marks at the ends of strings."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = levels.string_width(view.zoom) * view.ratio
        glyph = levels.glyph_size(view.zoom) * view.ratio
        pane = Pane.of(view)
        for strand in strands:
            for end in strand.ends_near(pane, 2 * glyph):
                self._paint_mark(painter, end, self.colour(strand.look.token), glyph, width)

    def _paint_mark(
        self, painter: QPainter, end: StrandEnd, colour: QColor, size: float, width: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for part in end.shape.filled:
            painter.drawPolygon(_polygon(end.placed(part, size)))
        pen = QPen(colour, width * 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in end.shape.lines:
            painter.drawPolyline(_polygon(end.placed(part, size)))

    def paint_ends(
        self, painter: QPainter, view: View, ends: Sequence[tuple[StringLook, StrandEnd]]
    ) -> None:
        """Paint marks and the last bit of their strings above what lies there, with a seam of the
        ground around them; the ends are in the pixels of the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = levels.string_width(view.zoom) * view.ratio
        glyph = levels.glyph_size(view.zoom) * view.ratio
        for look, end in ends:
            tip = np.array(end.at)
            tail = _polygon(
                np.stack([tip - end.along * STUB * glyph, tip - end.along * end.shape.cut * glyph])
            )
            for colour, wide in (
                (self._theme.colour("bg"), width + 2 * SEAM * view.ratio),
                (self.colour(look.token), width),
            ):
                pen = QPen(colour, wide)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawPolyline(tail)
                self._paint_mark(painter, end, colour, glyph, wide)

    def painting_many(
        self, painter: QPainter, view: View, strands: Sequence[Strand]
    ) -> Painting[None]:
        """Paint strings as thin lines with dashes and small marks, a colour at a time."""
        glyph = levels.glyph_size(view.zoom) * view.ratio
        strokes: dict[str, list[Floats]] = {}
        fills: dict[str, list[Floats]] = {}
        pane = Pane.of(view)
        for n, strand in enumerate(strands):
            if n % MOST_GATHERED == MOST_GATHERED - 1:
                yield Pause.BREATH
            token = strand.look.token
            lines = strand.seen(pane, 2 * view.ratio)
            if lines is not None:
                strokes.setdefault(token, []).append(lines)
            for end in strand.ends_near(pane, 2 * glyph):
                for parts, found in ((end.shape.lines, strokes), (end.shape.filled, fills)):
                    if parts:
                        placed = [end.placed(each, glyph)[None] for each in parts]
                        found.setdefault(token, []).extend(placed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token in sorted(strokes.keys() | fills.keys()):
            colour = self.colour(token)
            self._stroke(painter, view, colour, strokes.get(token, []))
            if token in fills:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPath(joined_path(fills[token]))
            yield Pause.BREATH

    def painting_plain(
        self,
        painter: QPainter,
        view: View,
        courses: Courses,
        types: Sequence[str],
        *,
        is_rough: bool = False,
    ) -> Painting[None]:
        """Paint unbroken lines with small marks in the colours of their link types (a name for each
        string), a colour at a time; nothing is done string by string here. Rough ones have steps
        instead of smooth edges and no marks, and take a third of the time."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_rough)
        pixels = courses.curves * view.scale - np.array([view.left, view.top], dtype=np.float64)
        named: dict[str, list[int]] = {}
        for n, name in enumerate(types):
            named.setdefault(name, []).append(n)
        size = levels.glyph_size(view.zoom) * view.ratio
        owner = np.repeat(np.arange(len(types)), np.diff(courses.first))
        # Types of one colour in an order of their own too: colours are rounded where lines cross.
        for name, members in sorted(
            named.items(), key=lambda each: (accent_of_type(each[0]), each)
        ):
            kind = link_type(name.removesuffix(FADED))
            chosen = np.array(members, dtype=np.int64)
            own = pixels[chosen] if len(owner) == len(types) else pixels[np.isin(owner, chosen)]
            strokes, fills = flattened(own, ROUGH if is_rough else PLAIN), list[Floats]()
            first, last = courses.first[chosen], courses.first[chosen + 1] - 1
            marked = (
                (0, kind.start_glyph, pixels[first][:, [0, 1]]),
                (1, kind.end_glyph, pixels[last][:, [3, 2]]),
            )
            for end, glyph, curves in marked if not is_rough else ():
                shape = SHAPES[glyph]
                tips, along = _pointed(curves, courses.on_string[chosen, end] * shape.middle * size)
                strokes += [shape.placed_many(part, tips, along, size) for part in shape.lines]
                fills += [shape.placed_many(part, tips, along, size) for part in shape.filled]
            colour = self.colour(accent_of_type(name))
            self._stroke(painter, view, colour, strokes, is_quick=True)
            if fills:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPath(joined_path(fills))
            yield Pause.BREATH

    def _stroke(
        self,
        painter: QPainter,
        view: View,
        colour: QColor,
        blocks: Sequence[Floats],
        *,
        is_quick: bool = False,
    ) -> None:
        """Draw blocks of lines, each [D, K, 2], in one colour and as thin as can be seen."""
        if not blocks:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, 1.0 if is_quick else max(1.0, view.ratio))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if pen.widthF() <= 1.0:
            path = joined_path(blocks)
            painter.drawPath(path)
            if view.ratio >= 1.5:
                # Two thin passes look about like one of double width, at a tenth of its cost.
                painter.drawPath(path.translated(0.5, 0.5))
            return
        # A wider pen is filled outline by outline, which is slow for many strings at once.
        for block in blocks:
            for first in range(0, len(block), MOST_WIDE):
                painter.drawPath(joined_path([block[first : first + MOST_WIDE]]))

    def paint_label(self, painter: QPainter, view: View, look: StringLook, label: Label) -> None:
        """Paint a string's label, with a little of the ground around it."""
        left, top, width, height = view.box(label.box)
        painter.save()
        painter.translate(left, top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bg"))
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
        painter.scale(view.scale, view.scale)
        box, text = label.box, label.text
        left_in, top_in = (box.w - text.width) / 2 - text.start, (box.h - text.height) / 2
        text.paint(painter, left_in, top_in, self.colour(look.token))
        painter.restore()


def accent_of_type(name: str) -> str:
    """The colour token of a link type, faded where that is in its name."""
    plain = name.removesuffix(FADED)
    return link_type(plain).accent + name[len(plain) :]


def flattened(curves: Floats, tolerance: float) -> list[Floats]:
    """Curves [M, 4, 2] in pixels as lines that stay within a distance of them, in blocks [D, K, 2]
    of as many points as they need."""
    steps = strings.steps_needed(curves, tolerance)
    return [strings.flatten(curves[steps == count], count) for count in np.unique(steps).tolist()]


def _pointed(curves: Floats, shift: Floats) -> tuple[Floats, Floats]:
    """Tips [M, 2] and directions of marks, for ends [M, 2, 2] given as tip and what lies behind."""
    along = curves[:, 0] - curves[:, 1]
    along = along / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    return curves[:, 0] + along * shift[:, None], along


def curve_path(pieces: Floats) -> QPainterPath:
    """A path along the curves [P, 4, 2] of one string."""
    path = QPainterPath(QPointF(*pieces[0, 0].tolist()))
    for _, one, other, end in pieces.tolist():
        path.cubicTo(*one, *other, *end)
    return path


def joined_path(blocks: Sequence[Floats]) -> QPainterPath:
    """One path of many lines: blocks [D, K, 2] of D lines with K points each."""
    if sum(block.size for block in blocks) <= 2 * MANY_POINTS:
        path = QPainterPath()
        for block in blocks:
            for (x, y), *rest in block.tolist():
                path.moveTo(x, y)
                for x, y in rest:
                    path.lineTo(x, y)
        return path
    return _streamed_path(blocks)


def _streamed_path(blocks: Sequence[Floats]) -> QPainterPath:
    """The path in the form in which Qt reads it, without a call of Python for every point."""
    points = np.concatenate([block.reshape(-1, 2) for block in blocks])
    record = np.empty(len(points), dtype=[("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
    kind, begin = record["type"], 0
    kind[:] = 1
    for block in blocks:
        end = begin + block.shape[0] * block.shape[1]
        kind[begin : end : block.shape[1]] = 0
        begin = end
    record["x"], record["y"] = points[:, 0], points[:, 1]
    rule = struct.pack(">ii", 0, Qt.FillRule.WindingFill.value)
    data = struct.pack(">i", len(points)) + record.tobytes() + rule
    path = QPainterPath()
    stream = QDataStream(QByteArray(data))
    stream >> path  # pyright: ignore[reportUnusedExpression]
    return path


def _polygon(points: Floats) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])
