"""What stands over the map in its corners: the scale, what it is drawn from, and words where it is empty."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from caseboard.lengths import length_in_words
from caseboard.lettering import Lettering, fount, set_lines
from caseboard.scale import px, scaled
from caseboard.theme import Theme, tokens
from caseboard.views.map_camera import MapCamera
from caseboard.views.map_ground import FINE_FROM, Layers
from casedb.analysis.maps.graticule import show_degrees
from casedb.analysis.maps.mercator import metres_across, place_of
from casedb.analysis.maps.military import reaches_beyond
from casedb.words import say

LONGEST_BAR = 120.0
"""Pixels that the scale is long at the most."""
ROUGH_BELOW = 60.0
"""Metres a pixel below which it is said that the coast line is rough."""
MARGIN = 10.0
BESIDE_BAR = 100.0
ALIKE = 1.1
"""How many times as long something may look elsewhere in view as at the scale."""
WIDEST = 460.0


def bar_metres(metres: float, room: float) -> float:
    """The longest round length that is not longer than so many pixels of so many metres.

    >>> bar_metres(1, 120), bar_metres(1000, 70), bar_metres(0.01, 120)
    (100.0, 50000.0, 1.0)
    """
    longest = metres * room
    power = 10.0 ** math.floor(math.log10(longest) + 1e-9)
    return next(each * power for each in (5.0, 2.0, 1.0) if each * power <= longest * (1 + 1e-9))


def bar_words(camera: MapCamera, length: float) -> str:
    """How long the scale is, and at which latitude, where it would be another length elsewhere in view."""
    told = say("{n} km", n=int(length / 1000)) if length >= 1000 else say("{n} m", n=int(length))
    if length < 1:
        told = length_in_words(length)
    lats = [place_of(camera.x, y)[0] for y in (camera.frame.top, camera.y, camera.frame.bottom)]
    wide = metres_across(np.array(lats))[0]
    if float(wide.max()) <= ALIKE * float(wide.min()):
        return told
    lat = show_degrees(lats[1], "NS", 1.0, in_sixtieths=False)
    return say("{length} at {latitude}", length=told, latitude=lat)


def credit_of(camera: MapCamera, layers: Layers) -> str:
    """What the map is drawn from, by name."""
    name = "1:50m" if camera.scale >= FINE_FROM else "1:110m"
    told = [say("Coast line: Natural Earth {scale}", scale=name)]
    if camera.metres < ROUGH_BELOW:
        told[0] = say("Coast line: Natural Earth {scale}, rough at this scale", scale=name)
    if layers.borders:
        told.append(
            say("Borders: as Natural Earth 1:110m draws them; Caseboard takes no position on them")
        )
    return " · ".join(told)


def grid_words(camera: MapCamera, layers: Layers) -> str:
    """Where the military grid ends, as long as that is in view."""
    if not layers.grid or not reaches_beyond(camera.frame):
        return ""
    return say("MGRS grid from 80° S to 84° N; nearer to the poles UPS holds and is not drawn")


def projection_words() -> str:
    """How the earth is laid flat."""
    return say("Web Mercator, WGS 84")


def paint_legend(
    painter: QPainter,
    camera: MapCamera,
    theme: Theme,
    layers: Layers,
    nothing: Sequence[str] = (),
) -> None:
    """Paint the scale and the credit, and what is said where there is nothing else."""
    bar = _paint_bar(painter, camera, theme)
    text = _credit(camera, layers, bar)
    if text is not None:
        left = camera.width - scaled(MARGIN) - text.width
        top = camera.height - scaled(MARGIN) - text.height
        _plate(painter, theme, left, top, text.width, text.height)
        text.paint(painter, left - text.start, top, theme.colour("tx3"))
    if nothing:
        _paint_nothing(painter, camera, theme, nothing)


def legend_height(camera: MapCamera, layers: Layers) -> float:
    """How far what stands at the foot of the map reaches up, about."""
    text = _credit(camera, layers, scaled(LONGEST_BAR + BESIDE_BAR))
    face = fount(px(tokens().type_scale["tiny"]))
    return (text.height if text is not None else face.pitch) + scaled(MARGIN)


def _credit(camera: MapCamera, layers: Layers, beside: float) -> Lettering | None:
    """What is said of the map, in the room beside the scale; None where there is none."""
    room = min(scaled(WIDEST), camera.width - beside - 3 * scaled(MARGIN))
    if room <= scaled(60):
        return None
    told = projection_words(), credit_of(camera, layers), grid_words(camera, layers)
    return set_lines(
        " · ".join(filter(None, told)), fount(px(tokens().type_scale["tiny"])), room, 4
    )


def _paint_bar(painter: QPainter, camera: MapCamera, theme: Theme) -> float:
    """Paint the scale, right for the latitude in the middle; returns how wide it is with its words."""
    metres = camera.metres
    length = bar_metres(metres, scaled(LONGEST_BAR))
    long = length / metres
    told = bar_words(camera, length)
    text = set_lines(told, fount(px(tokens().type_scale["tiny"])), scaled(200.0))
    left, foot = scaled(MARGIN), camera.height - scaled(MARGIN)
    tick, gap = scaled(5), scaled(6)
    wide = long + gap + text.width
    _plate(painter, theme, left, foot - text.height, wide, text.height)
    line = foot - text.height / 2 + tick / 2
    painter.setPen(QPen(theme.colour("tx2"), scaled(1.4)))
    painter.drawPolyline(
        [
            QPointF(left, line - tick),
            QPointF(left, line),
            QPointF(left + long, line),
            QPointF(left + long, line - tick),
        ]
    )
    text.paint(painter, left + long + gap, foot - text.height, theme.colour("tx2"))
    return wide + left


def _plate(
    painter: QPainter, theme: Theme, left: float, top: float, width: float, height: float
) -> None:
    pad = scaled(4)
    path = QPainterPath()
    path.addRoundedRect(QRectF(left - pad, top - 1, width + 2 * pad, height + 2), pad, pad)
    painter.fillPath(path, theme.tinted("surf", 0.8))


def _paint_nothing(
    painter: QPainter, camera: MapCamera, theme: Theme, nothing: Sequence[str]
) -> None:
    room = max(80.0, min(scaled(420), camera.width - 4 * scaled(MARGIN)))
    texts: list[Lettering] = []
    for at, told in enumerate(nothing):
        step = "title" if at == 0 else "body"
        face = fount(px(tokens().type_scale[step]), semibold=at == 0)
        texts.append(set_lines(told, face, room, 4))
    gap = scaled(6)
    # In little room what comes first is said, and nothing is cut.
    pad = min(scaled(16), max(2.0, (camera.height - texts[0].height) / 2 - 2))
    while len(texts) > 1 and _height(texts, gap) + 2 * pad > camera.height:
        texts.pop()
    high, wide = _height(texts, gap), max(each.width for each in texts)
    box = QRectF((camera.width - wide) / 2, (camera.height - high) / 2, wide, high)
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(-pad, -pad, pad, pad), scaled(8), scaled(8))
    painter.fillPath(path, theme.tinted("surf", 0.94))
    painter.setPen(QPen(theme.colour("bd"), theme.line))
    painter.drawPath(path)
    top = box.top()
    for at, text in enumerate(texts):
        ink = theme.colour("tx" if at == 0 else "tx2")
        text.paint(painter, box.left() - text.start, top, ink)
        top += text.height + gap


def _height(texts: Sequence[Lettering], gap: float) -> float:
    return sum(each.height for each in texts) + gap * (len(texts) - 1)
