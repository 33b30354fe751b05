"""What the map lies on: sea and land, borders where they are asked for, meridians and the military grid."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

import caseboard_assets
from caseboard.lettering import Fount, fount, set_lines
from caseboard.scale import px, scaled
from caseboard.theme import Theme, tokens
from caseboard.views.map_camera import MapCamera
from caseboard.views.map_paths import areas, lines, pieces
from casedb.analysis.maps.graticule import meridians, parallels, show_degrees, step_for
from casedb.analysis.maps.mercator import metres_across, place_of
from casedb.analysis.maps.military import SIZES, Grid, grid_in
from casedb.analysis.maps.topology import Outlines, read_rings, read_shared

FINE_FROM = 1_400.0
"""Pixels of the whole world from which the finer coast line is drawn."""
COARSE_LEVELS = 4
"""How often the scale is doubled from there until every point is drawn."""
COARSE = 1.6
"""Pixels that points of a coast line lie apart at the least."""
ZONE_APART = 60.0
"""Pixels that a zone is wide at the least where its edges are drawn in full."""
LINES_APART, SQUARES_APART = 110.0, 44.0
"""Pixels that meridians, and lines of the military grid, lie apart at the least."""
MARGIN = 4


@dataclass(frozen=True, slots=True)
class Layers:
    """What is drawn of the ground; `form` is how coordinates are written."""

    graticule: bool = True
    grid: bool = False
    borders: bool = False
    form: str = "decimal"


def land(scale: float) -> Outlines:
    """The land of the earth as exactly as it can be seen where the world is so many pixels wide.

    From 1:110,000,000 below FINE_FROM, else from 1:50,000,000.
    """
    if scale < FINE_FROM:
        return _read_land("land-110m.json")
    level = math.ceil(math.log2(scale / FINE_FROM))
    return _coarser_land(level) if level <= COARSE_LEVELS else _read_land("land-50m.json")


def read_beforehand() -> Iterator[None]:
    """Read, a little at a time, what will be asked for when one comes nearer."""
    for level in range(COARSE_LEVELS + 2):
        land(FINE_FROM * 2**level)
        yield


@cache
def _read_land(name: str) -> Outlines:
    return read_rings(caseboard_assets.read_bytes("map", name), "land")


@cache
def _coarser_land(level: int) -> Outlines:
    return _read_land("land-50m.json").coarser(COARSE / (FINE_FROM * 2**level))


@cache
def borders() -> Outlines:
    """Borders between countries, read once."""
    return read_shared(caseboard_assets.read_bytes("map", "countries-110m.json"), "countries")


def paint_ground(painter: QPainter, camera: MapCamera, theme: Theme, layers: Layers) -> None:
    """Paint sea, land and lines: what is on the screen and nothing beyond."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_world(painter, camera, theme)
    filled, coast = areas(land(camera.scale), camera)
    # The line over its edge smooths it.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillPath(filled, theme.colour("surf"))
    if layers.graticule:
        _paint_lines(painter, camera, theme, layers)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(theme.colour("bd2"), 0.9))
    _draw(painter, coast)
    if layers.borders:
        painter.setPen(_pen(theme.colour("tx3"), 1.0, Qt.PenStyle.DashLine))
        _draw(painter, lines(borders().lines, camera))
    if layers.grid:
        _paint_grid(painter, camera, theme)
    painter.restore()


def _draw(painter: QPainter, path: QPainterPath) -> None:
    """Draw a path, unless there is nothing in it: an empty one is no path where it is written."""
    if not path.isEmpty():
        painter.drawPath(path)


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, scaled(width), style)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _paint_world(painter: QPainter, camera: MapCamera, theme: Theme) -> None:
    """The sea, and what lies beside the world."""
    screen = QRectF(0, 0, camera.width, camera.height)
    painter.fillRect(screen, theme.colour(sea_of(theme)))
    painter.fillRect(screen, theme.tinted("bd", 0.35))
    box = world_box(camera)
    painter.fillRect(box & screen, theme.colour(sea_of(theme)))
    # Where the world ends it is said to end: what lies beside it is no land.
    painter.setPen(_pen(theme.colour("bd2"), 1.0))
    for at in (box.left(), box.right()):
        if 0 <= at <= camera.width:
            top, bottom = max(0.0, box.top()), min(camera.height, box.bottom())
            painter.drawLine(QPointF(at, top), QPointF(at, bottom))


def sea_of(theme: Theme) -> str:
    """The token of the sea: where the ground of boards is no other than that of cards, one a little off."""
    return "hover" if theme.colour("bg") == theme.colour("surf") else "bg"


def world_box(camera: MapCamera) -> QRectF:
    """Where the world lies on the screen."""
    left, top = camera.width / 2 - camera.scale / 2, camera.height / 2 - camera.y * camera.scale
    return QRectF(left, top, camera.scale, camera.scale)


# -- meridians and parallels -------------------------------------------------------------------


def step_of(camera: MapCamera, layers: Layers) -> float:
    """How many degrees lie between two meridians."""
    degrees = scaled(LINES_APART) / camera.scale * 360
    return step_for(degrees, in_sixtieths=layers.form == "dms")


def _paint_lines(painter: QPainter, camera: MapCamera, theme: Theme, layers: Layers) -> None:
    step = step_of(camera, layers)
    # One pixel of the screen each: in between, some would look heavier than others.
    pen = QPen(theme.tinted("bd2", 0.35), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    box = world_box(camera) & QRectF(0, 0, camera.width, camera.height)
    for x, _ in meridians(camera.frame, step):
        at = (x - camera.x) * camera.scale + camera.width / 2
        painter.drawLine(QPointF(at, box.top()), QPointF(at, box.bottom()))
    for y, _ in parallels(camera.frame, step):
        at = (y - camera.y) * camera.scale + camera.height / 2
        painter.drawLine(QPointF(box.left(), at), QPointF(box.right(), at))


def paint_line_names(
    painter: QPainter,
    camera: MapCamera,
    theme: Theme,
    layers: Layers,
    taken: Sequence[QRectF] = (),
) -> None:
    """Write at the upper and left edge what meridians and parallels are called, where there is room beside
    one another and beside what is taken."""
    if not layers.graticule:
        return
    step, face = step_of(camera, layers), fount(px(tokens().type_scale["tiny"]))
    in_sixtieths, gap = layers.form == "dms", px(MARGIN)
    box = world_box(camera) & QRectF(0, 0, camera.width, camera.height)
    top = box.top()
    # What would run over the right edge is not begun.
    room = [*taken, QRectF(camera.width, 0, 400, camera.height)]
    for x, lon in meridians(camera.frame, step):
        at = (x - camera.x) * camera.scale + camera.width / 2
        told = show_degrees(lon, "EW", step, in_sixtieths=in_sixtieths)
        _write(painter, theme, face, told, at + gap, top + gap, room)
    for y, lat in parallels(camera.frame, step):
        at = (y - camera.y) * camera.scale + camera.height / 2
        # The upper corner is that of the meridians, the lower one that of the scale.
        if top + 3 * face.pitch < at < camera.height - 2 * face.pitch:
            told = show_degrees(lat, "NS", step, in_sixtieths=in_sixtieths)
            _write(painter, theme, face, told, box.left() + gap, at - face.pitch - 1, room)


def _write(
    painter: QPainter,
    theme: Theme,
    face: Fount,
    told: str,
    left: float,
    top: float,
    room: list[QRectF],
) -> None:
    """Write a name where nothing stands yet, and take the room for it."""
    text = set_lines(told, face, 400.0)
    under = QRectF(left - 2, top, text.width + 4, text.height)
    if any(each.intersects(under) for each in room):
        return
    room.append(under)
    painter.fillRect(under, theme.tinted(sea_of(theme), 0.7))
    text.paint(painter, left, top, theme.colour("tx3"))


# -- the military grid -------------------------------------------------------------------------


def size_of_squares(camera: MapCamera) -> int:
    """How large the squares are that can be told apart, in metres; 0 where none can."""
    lat, _ = place_of(camera.x, camera.y)
    metres = float(metres_across(np.array([lat]))[0][0]) / camera.scale
    return min((each for each in SIZES if each / metres >= scaled(SQUARES_APART)), default=0)


def _paint_grid(painter: QPainter, camera: MapCamera, theme: Theme) -> None:
    size = size_of_squares(camera)
    grid = grid_in(camera.frame, size)
    painter.setPen(_pen(theme.tinted("sta", 0.55), 1.0))
    _draw(painter, pieces(grid.lines, camera))
    # Where zones are narrow their edges are no more than a veil over the map.
    strength = min(1.0, max(0.3, camera.scale / 60 / scaled(ZONE_APART)))
    painter.setPen(_pen(theme.tinted("sta", strength), max(1.0, 1.6 * strength)))
    _draw(painter, pieces(grid.edges, camera))
    _name_squares(painter, camera, theme, grid)


def _name_squares(painter: QPainter, camera: MapCamera, theme: Theme, grid: Grid) -> None:
    face = fount(px(tokens().type_scale["tiny"]))
    for each in grid.squares:
        text = set_lines(each.name, face, 400.0)
        wide, high = each.width * camera.scale, each.height * camera.scale
        if text.width + 6 <= wide and text.height <= high:
            x = (each.x - camera.x) * camera.scale + camera.width / 2
            y = (each.y - camera.y) * camera.scale + camera.height / 2
            text.paint(painter, x - text.width / 2, y - text.height / 2, theme.colour("sta"))


def paint_zone_names(
    painter: QPainter, camera: MapCamera, theme: Theme, below: float = 0.0
) -> None:
    """Write in each zone of the military grid what it is called, in its corner as far as it is in view."""
    face = fount(px(tokens().type_scale["small"]), semibold=True)
    room = set_lines("00W", face, 400.0)
    if room.width + 12 > camera.scale / 60:
        return
    for each in grid_in(camera.frame).zones:
        text = set_lines(each.name, face, 400.0)
        wide, high = each.width * camera.scale, each.height * camera.scale
        if room.width + 12 <= wide and room.height + 6 <= high:
            x = (each.x - camera.x) * camera.scale + camera.width / 2 - wide / 2 + 5
            y = (each.y - camera.y) * camera.scale + camera.height / 2 - high / 2 + 3
            y = max(y, below + 3)
            path = QPainterPath()
            path.addRoundedRect(QRectF(x - 3, y, text.width + 6, text.height), 3, 3)
            painter.fillPath(path, theme.tinted("surf", 0.8))
            text.paint(painter, x, y, theme.colour("sta"))


def names_height() -> float:
    """How far the names of meridians reach down from the upper edge."""
    return fount(px(tokens().type_scale["tiny"])).pitch + 2.0 * px(MARGIN)
