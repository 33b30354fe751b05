"""`Backdrop`: something painted of the map and kept: pushed as it is while the map is moved, scaled while
one comes nearer, and painted anew when that is over."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from caseboard.views.map_camera import MapCamera

MARGIN = 0.3
"""How much more than the view is painted on each side, as a part of it."""
FARTHEST = 2.6
"""By how much a picture is scaled at the most."""


class Backdrop:
    """What `paint` paints with a camera, as a picture a little larger than the view."""

    def __init__(self, paint: Callable[[QPainter, MapCamera], None]) -> None:
        self._paint = paint
        self._picture = QPixmap()
        self._camera = MapCamera()
        self.is_outdated = True

    def show(self, painter: QPainter, camera: MapCamera, ratio: float, *, is_zooming: bool) -> None:
        """Paint it as it is now, or about so while the zoom changes."""
        if self._fits(camera, ratio):
            painter.drawPixmap(self._corner(camera, ratio), self._picture)
        elif is_zooming and self._can_scale(camera, ratio):
            self._show_scaled(painter, camera)
        else:
            self.renew(camera, ratio)
            painter.drawPixmap(self._corner(camera, ratio), self._picture)

    def renew(self, camera: MapCamera, ratio: float) -> None:
        """Paint it anew around a view."""
        # Where the world ends in view, its ends lie elsewhere as soon as it is moved.
        beside = (camera.scale - camera.width) / 2
        across = max(0, math.floor(min(camera.width * MARGIN, beside)))
        down = round(camera.height * MARGIN)
        self._camera = replace(
            camera, width=camera.width + 2 * across, height=camera.height + 2 * down
        )
        size = QSize(round(self._camera.width * ratio), round(self._camera.height * ratio))
        if self._picture.size() != size or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        brush = QPainter(self._picture)
        self._paint(brush, self._camera)
        brush.end()
        self.is_outdated = False

    def reaches(self, camera: MapCamera) -> bool:
        """Whether the view could be moved a good deal further before all must be painted anew."""
        right, down = self._away(camera)
        room_x = (self._camera.width - camera.width) / 2
        room_y = (self._camera.height - camera.height) / 2
        return abs(right) <= room_x / 2 and abs(down) <= room_y / 2

    def _away(self, camera: MapCamera) -> tuple[float, float]:
        across = self._camera.x - camera.x
        across -= round(across)
        return across * camera.scale, (self._camera.y - camera.y) * camera.scale

    def _fits(self, camera: MapCamera, ratio: float) -> bool:
        kept = self._camera
        if self.is_outdated or kept.scale != camera.scale or self._picture.isNull():
            return False
        if self._picture.devicePixelRatio() != ratio:
            return False
        right, down = self._away(camera)
        room_x, room_y = (kept.width - camera.width) / 2, (kept.height - camera.height) / 2
        # What is narrower than the view was painted for this very place.
        return 0 <= room_x >= abs(right) - 0.01 and 0 <= room_y >= abs(down) - 0.01

    def _corner(self, camera: MapCamera, ratio: float) -> QPointF:
        right, down = self._away(camera)
        left = right - (self._camera.width - camera.width) / 2
        top = down - (self._camera.height - camera.height) / 2
        return QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)

    def _can_scale(self, camera: MapCamera, ratio: float) -> bool:
        if self.is_outdated or self._picture.isNull():
            return False
        by = camera.scale / self._camera.scale
        return self._picture.devicePixelRatio() == ratio and 1 / FARTHEST < by < FARTHEST

    def _show_scaled(self, painter: QPainter, camera: MapCamera) -> None:
        by = camera.scale / self._camera.scale
        right, down = self._away(camera)
        wide, high = self._camera.width * by, self._camera.height * by
        target = QRectF(
            camera.width / 2 + right - wide / 2, camera.height / 2 + down - high / 2, wide, high
        )
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
