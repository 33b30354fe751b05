"""How marks look on the map: areas and circles, signs of one mark or of many, and their labels."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from caseboard import scale
from caseboard.lettering import Lettering, fount, set_lines
from caseboard.scale import px, scaled
from caseboard.theme import FADED, Theme, paint_icon, tokens
from caseboard.views.map_camera import MapCamera
from caseboard.views.map_labels import Label
from caseboard.views.map_marks import Mark, Marks
from caseboard.views.map_paths import areas
from caseboard.views.map_scene import Sign, radius_of
from casedb.analysis.maps.clusters import Ints
from casedb.analysis.maps.topology import Outlines
from casedb.model.kinds import KINDS, kind_of

SMALLEST_AREA = 5.0
"""Pixels: smaller areas are not drawn but for their sign."""
WASH, WASH_CHOSEN = 0.10, 0.18
_KINDS = [*KINDS.values(), kind_of("")]
_STAMPS = 400
_FINE, _ROUGH = 64, 4_000


def accent(kind: int, theme: Theme, *, is_faded: bool = False) -> QColor:
    """The colour of a kind."""
    return theme.colour(_KINDS[kind].accent + (FADED if is_faded else ""))


# -- areas and circles -------------------------------------------------------------------------


def paint_areas(painter: QPainter, marks: Marks, camera: MapCamera, theme: Theme) -> None:
    """Paint the outlines of all areas that are large enough to be seen."""
    frame = camera.frame
    large = marks.half.max(axis=1, initial=0) * 2 * camera.scale >= scaled(SMALLEST_AREA)
    boxes = marks.boxes
    seen = np.zeros(len(marks), dtype=bool)
    for turn in (-1.0, 0.0, 1.0):
        seen |= frame.shifted(turn).meets(boxes)
    groups: dict[tuple[int, bool, bool], list[int]] = {}
    for row in np.flatnonzero(seen & large).tolist():
        mark = marks.marks[row]
        if mark.outline is not None:
            key = int(marks.kinds[row]), bool(marks.is_faded[row]), mark.is_derived
            groups.setdefault(key, []).append(row)
    for (kind, is_faded, is_derived), rows in groups.items():
        colour = accent(kind, theme, is_faded=is_faded)
        paint_outlines(painter, [marks.marks[row] for row in rows], camera, colour, is_derived)


def paint_outlines(
    painter: QPainter,
    marks: Sequence[Mark],
    camera: MapCamera,
    colour: QColor,
    is_derived: bool,
    *,
    width: float = 1.4,
    wash: float = WASH,
) -> None:
    """Paint areas in a colour, those of other items dashed."""
    outlines = Outlines.of([each.outline for each in marks if each.outline is not None])
    filled, edges = areas(outlines, camera)
    filled.setFillRule(Qt.FillRule.WindingFill)
    tint = QColor(colour)
    tint.setAlphaF(wash)
    painter.fillPath(filled, tint)
    pen = QPen(colour, scaled(width))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if is_derived:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edges)


def paint_circle(
    painter: QPainter,
    mark: Mark,
    camera: MapCamera,
    colour: QColor,
    *,
    width: float = 1.2,
    wash: float = WASH,
    is_cut: bool = False,
) -> None:
    """Paint the circle in which a point lies, if it is larger than its sign: a region's is dashed.

    One that is cut ends where the view does.
    """
    across = mark.half[0] * camera.scale
    if mark.outline is not None or across <= radius_of(1):
        return
    path = _circle_path(mark, camera, across, is_cut=is_cut)
    tint = QColor(colour)
    tint.setAlphaF(wash)
    pen = QPen(colour, scaled(width))
    if mark.metres > 1_000 or mark.is_derived:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.fillPath(path, tint)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _circle_path(mark: Mark, camera: MapCamera, across: float, *, is_cut: bool) -> QPainterPath:
    if not is_cut and mark.metres <= 1_000 and across < _ROUGH:
        # So small that scale does not change within it.
        x, y = camera.to_screen(camera.near(np.array([mark.x])), np.array([mark.y]))
        path = QPainterPath()
        path.addEllipse(QPointF(float(x[0]), float(y[0])), across, mark.half[1] * camera.scale)
        return path
    ring = mark.ring(int(min(6_000, _FINE + 3.2 * math.sqrt(across) * 2)))
    return areas(Outlines.of([ring]), camera)[0]


# -- signs ---------------------------------------------------------------------------------------


def paint_sign(painter: QPainter, sign: Sign, marks: Marks, theme: Theme) -> None:
    """Paint a sign with its middle at the origin of the painter."""
    if sign.count == 1:
        _paint_one(painter, marks.marks[sign.row], sign, theme)
    else:
        _paint_many(painter, sign, theme)


def _paint_one(painter: QPainter, mark: Mark, sign: Sign, theme: Theme) -> None:
    kind = int(np.argmax(sign.kinds))
    colour, radius = accent(kind, theme, is_faded=sign.is_faded), radius_of(1)
    pen = QPen(colour, scaled(1.6))
    if mark.is_derived:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(theme.colour("surf"))
    inset = scaled(0.8)
    painter.drawEllipse(QPointF(0, 0), radius - inset, radius - inset)
    half = radius * 0.62
    paint_icon(painter, _KINDS[kind].icon, QRectF(-half, -half, 2 * half, 2 * half), colour)


def _paint_many(painter: QPainter, sign: Sign, theme: Theme) -> None:
    """A disc with the number of marks, and around it a ring in the colours of their kinds."""
    radius, ring = sign.radius, scaled(3.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surf"))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    box = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    inner = box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
    begin = 90.0
    there = np.flatnonzero(sign.kinds).tolist()
    for kind in there:
        span = 360 * float(sign.kinds[kind]) / len(sign.rows)
        pen = QPen(accent(kind, theme, is_faded=sign.is_faded), ring)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Colours that meet are parted by a gap.
        gap = 5.0 if len(there) > 1 else 0.0
        painter.drawArc(inner, round((begin - gap / 2) * 16), round(-max(1.0, span - gap) * 16))
        begin -= span
    text = number_text(sign.count)
    colour = theme.colour("tx3" + FADED if sign.is_faded else "tx")
    text.paint(painter, -text.width / 2 - text.start, -text.height / 2, colour)


def number_text(count: int) -> Lettering:
    """A number as a sign shows it: 1,234 as 1.2k."""
    told = (
        str(count)
        if count < 1_000
        else f"{count / 1000:.1f}k"
        if count < 10_000
        else f"{count // 1000}k"
    )
    return set_lines(told, fount(px(tokens().type_scale["tiny"]), semibold=True), 200.0)


class Stamps:
    """Signs as small pictures, kept: most of those on a screen look alike."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def paint(
        self, painter: QPainter, signs: Iterable[Sign], marks: Marks, theme: Theme, ratio: float
    ) -> None:
        """Paint signs where they are."""
        for sign in signs:
            stamp = self._stamp(sign, marks, theme, ratio)
            half = stamp.width() / ratio / 2
            # On whole pixels, else every sign would be smoothed anew.
            left = round((sign.x - half) * ratio) / ratio
            top = round((sign.y - half) * ratio) / ratio
            painter.drawPixmap(QPointF(left, top), stamp)

    def _stamp(self, sign: Sign, marks: Marks, theme: Theme, ratio: float) -> QPixmap:
        is_derived = sign.count == 1 and marks.marks[sign.row].is_derived
        key = (
            sign.kinds.tobytes(),
            sign.count,
            sign.is_faded,
            is_derived,
            theme.name,
            scale.percent(),
            ratio,
        )
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _STAMPS:
                self._kept.clear()
            side = math.ceil((sign.radius + 2) * 2 * ratio)
            found = QPixmap(QSize(side, side))
            found.fill(Qt.GlobalColor.transparent)
            found.setDevicePixelRatio(ratio)
            brush = QPainter(found)
            brush.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush.translate(side / ratio / 2, side / ratio / 2)
            paint_sign(brush, sign, marks, theme)
            brush.end()
            self._kept[key] = found
        return found


def paint_feet(painter: QPainter, signs: Iterable[Sign], theme: Theme) -> None:
    """Paint the lines from spread signs to where they really lie."""
    spread = [each for each in signs if each.foot is not None]
    if not spread:
        return
    painter.setPen(QPen(theme.colour("tx3"), scaled(1)))
    for sign in spread:
        assert sign.foot is not None
        painter.drawLine(QPointF(*sign.foot), sign.point)
    painter.setBrush(QBrush(theme.colour("tx3")))
    for foot in {each.foot for each in spread if each.foot is not None}:
        painter.drawEllipse(QPointF(*foot), scaled(3), scaled(3))


def paint_rings(
    painter: QPainter, signs: Iterable[Sign], colour: QColor, width: float, gap: float = 1.5
) -> None:
    """Paint a ring around signs."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for sign in signs:
        far = sign.radius + scaled(gap) + width / 2
        painter.drawEllipse(sign.point, far, far)


def paint_labels(painter: QPainter, labels: Iterable[Label], theme: Theme) -> None:
    """Paint labels beside their signs."""
    for label in labels:
        under = QPainterPath()
        under.addRoundedRect(label.box, scaled(3), scaled(3))
        painter.fillPath(under, theme.tinted("surf", 0.82))
        pad = scaled(3)
        ink = theme.colour("tx3" + FADED if label.is_faded else "tx")
        left = label.box.left() + pad - label.title.start
        label.title.paint(painter, left, label.box.top(), ink)
        if label.what is not None:
            below = label.box.top() + label.title.height
            ink = theme.colour("tx3" + FADED if label.is_faded else "tx3")
            label.what.paint(painter, label.box.left() + pad - label.what.start, below, ink)


def selected_signs(signs: Sequence[Sign], marks: Marks, rows: Ints) -> list[Sign]:
    """The signs that stand for one of some marks."""
    wanted = np.zeros(len(marks), dtype=bool)
    wanted[rows] = True
    return [each for each in signs if wanted[each.rows].any()]
