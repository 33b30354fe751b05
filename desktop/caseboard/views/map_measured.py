"""What a ruler measures, as it looks on the map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from caseboard.lengths import length_in_words
from caseboard.lettering import fount, set_lines
from caseboard.scale import px, scaled
from caseboard.theme import Theme, tokens
from caseboard.views.map_camera import MapCamera
from caseboard.views.map_paths import areas, lines
from caseboard.views.map_ruler import Measure, Ruler
from casedb.analysis.maps.mercator import Floats
from casedb.analysis.maps.topology import Outlines

SHORTEST = 46.0
"""Pixels of a leg from which on its length is written beside it."""
WASH = 0.12


def paint_measured(painter: QPainter, ruler: Ruler, camera: MapCamera, theme: Theme) -> None:
    """Paint lines, points and lengths."""
    if not ruler.points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour("guide")
    stretches = ruler.stretches
    ring = ruler.ring()
    if ring is not None:
        painter.fillPath(areas(Outlines.of([ring]), camera)[0], theme.tinted("guide", WASH))
    pen = QPen(colour, scaled(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ways = [each.way for each in stretches]
    if ruler.measure is Measure.CIRCLE and ring is not None:
        ways.append(np.concatenate([ring, ring[:1]]))
    painter.drawPath(lines(ways, camera))
    painter.setBrush(theme.colour("surf"))
    for point in ruler.ends:
        painter.drawEllipse(QPointF(*camera.spot(point.lat, point.lon)), scaled(3.5), scaled(3.5))
    for stretch in stretches:
        _write_length(painter, camera, theme, stretch.way, stretch.words)
    if len(stretches) > 1 and ruler.measure is Measure.LINE and not ruler.is_closed:
        end = ruler.ends[-1]
        x, y = camera.spot(end.lat, end.lon)
        told = length_in_words(ruler.metres)
        _write(painter, camera, theme, told, x + scaled(8), y - scaled(24), is_strong=True)
    painter.restore()


def _write_length(
    painter: QPainter, camera: MapCamera, theme: Theme, way: Floats, told: str
) -> None:
    """Write what a leg measures beside its middle."""
    x, y = camera.to_screen(way[:, 0], way[:, 1])
    turn = round(float(way[len(way) // 2, 0]) - camera.x) * camera.scale
    if np.hypot(x[-1] - x[0], y[-1] - y[0]) < scaled(SHORTEST):
        return
    at = len(way) // 2
    if len(way) == 2:
        middle = float((x[0] + x[1]) / 2), float((y[0] + y[1]) / 2)
    else:
        middle = float(x[at]), float(y[at])
    _write(painter, camera, theme, told, middle[0] - turn, middle[1] - scaled(9), is_middle=True)


def _write(
    painter: QPainter,
    camera: MapCamera,
    theme: Theme,
    told: str,
    left: float,
    top: float,
    *,
    is_strong: bool = False,
    is_middle: bool = False,
) -> None:
    text = set_lines(told, fount(px(tokens().type_scale["small"]), semibold=is_strong), 400.0)
    left -= text.width / 2 if is_middle else 0.0
    pad = scaled(4)
    # What is near the edge is still to be read.
    if 0 <= left <= camera.width:
        left = min(left, camera.width - text.width - 2 * pad)
    under = QPainterPath()
    box = QRectF(left - pad, top, text.width + 2 * pad, text.height)
    under.addRoundedRect(box, scaled(3), scaled(3))
    painter.fillPath(under, theme.tinted("surf", 0.9))
    text.paint(painter, left - text.start, top, theme.colour("tx"))
