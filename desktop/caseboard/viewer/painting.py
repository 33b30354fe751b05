"""Painting a picture tile by tile, whichever way it lies on the screen."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from caseboard.viewer.picture import Picture, Tile


def paint_tiles(
    painter: QPainter,
    picture: Picture,
    way: QTransform,
    screen: QRectF,
    ratio: float,
    seconds: float = math.inf,
) -> bool:
    """Paint what of a picture lies on the screen; whether every tile was ready in the time given.

    `way` leads from pixels of the picture to the screen. Where a tile is not ready, a coarser one shows.
    """
    known = picture.known
    back, is_possible = way.inverted()
    if known is None or not is_possible:
        return True
    whole = QRectF(0, 0, known.grid.width, known.grid.height)
    seen = back.mapRect(screen) & whole
    scale = _scale_at(way, seen.center()) * ratio
    level = min(max(math.floor(math.log2(1 / max(scale, 1e-9)) + 1e-9), 0), known.grid.levels - 1)
    end = time.perf_counter() + seconds
    painter.save()
    painter.setTransform(way, combine=True)
    # Pixels that are larger than those of the screen are shown as the squares they are.
    is_askew = way.type().value > QTransform.TransformationType.TxScale.value
    is_smooth = scale < 1 - 1e-9 or (is_askew and scale < 2)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
    is_all = True
    for tile in picture.tiles_in(seen, level):
        image = picture.held(tile)
        if image is None and picture.can_load(tile):
            if time.perf_counter() < end:
                image = picture.load(tile)
            else:
                is_all = False
        if image is None:
            _paint_coarser(painter, picture, tile)
        else:
            painter.drawImage(picture.box_of(tile), image)
    painter.restore()
    return is_all


def _scale_at(way: QTransform, at: QPointF) -> float:
    """Pixels of the screen along one of the picture, at a point of it."""
    here, right, down = (way.map(at + QPointF(*by)) for by in ((0, 0), (1, 0), (0, 1)))
    across, below = right - here, down - here
    return math.sqrt(abs(across.x() * below.y() - across.y() * below.x()))


def _paint_coarser(painter: QPainter, picture: Picture, tile: Tile) -> None:
    """Paint the part of the next coarser tile that is there, in place of one that is not."""
    box = picture.box_of(tile)
    above = picture.above(tile)
    while above is not None:
        image = picture.held(above)
        if image is None and picture.above(above) is None:
            image = picture.load(above)
        if image is not None:
            whole, scale = picture.box_of(above), float(1 << above.level)
            corner = (box.topLeft() - whole.topLeft()) / scale
            part = QRectF(corner.x(), corner.y(), box.width() / scale, box.height() / scale)
            painter.drawImage(box, image, part)
            return
        above = picture.above(above)
