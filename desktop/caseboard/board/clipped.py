"""What lies across the edge of a drawing, as a picture of the part that is seen.

In a drawing what is cut off is still there, to be searched, copied and uncovered; in a picture it is not.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from caseboard.board.camera import View
from caseboard.board.painting import brush_on
from casedb.model.geometry import Rect

SHARPNESS = 3.0
"""Pixels a board unit."""
MOST_PIXELS = 4_000_000


def seen_of(view: View, rect: Rect) -> Rect | None:
    """The part of a rectangle that a view shows; None where it shows nothing of it."""
    world = view.world
    left, top = max(world.x, rect.x), max(world.y, rect.y)
    right, bottom = min(world.right, rect.right), min(world.bottom, rect.bottom)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None


def paint_seen(
    painter: QPainter, view: View, rect: Rect, paint: Callable[[QPainter, View], None]
) -> None:
    """Paint what a view shows of something that lies in a rectangle, as a picture."""
    seen = seen_of(view, rect)
    if seen is None:
        return
    sharp = min(SHARPNESS, math.sqrt(MOST_PIXELS / (seen.w * seen.h)))
    left, top = math.floor(seen.x * sharp), math.floor(seen.y * sharp)
    wide, high = (max(1, round(each * sharp)) for each in (seen.w, seen.h))
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with brush_on(image) as brush:
        paint(brush, View(left, top, wide, high, 1.0, sharp))
    scale = view.scale
    place = QRectF(
        left / sharp * scale - view.left,
        top / sharp * scale - view.top,
        wide / sharp * scale,
        high / sharp * scale,
    )
    painter.drawImage(place, image)
