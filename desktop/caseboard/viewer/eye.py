"""`Eye`: from where one looks at a picture: which point is in the middle, how near, turned how far.

Nothing here paints. Points of a picture are pixels of the upright picture, counted from its upper left
corner; fractions of it run from 0 to 1 either way. Points of the screen are device-independent pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

LARGEST_ZOOM = 64.0
"""Pixels of the screen for one of the picture."""

SMALLEST_PART = 0.25
"""How small a picture can be looked at, as a part of what fits on the screen; pixel for pixel always."""


@dataclass(frozen=True, slots=True)
class Eye:
    """`zoom` is pixels of the screen for one of the picture; `angle` degrees clockwise; a mirror none."""

    picture_width: float = 1.0
    picture_height: float = 1.0
    width: float = 800.0
    height: float = 600.0
    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0
    angle: float = 0.0

    # -- from one to the other ----------------------------------------------------------------

    @property
    def transform(self) -> QTransform:
        """From the picture to the screen."""
        made = QTransform()
        made.translate(self.width / 2, self.height / 2)
        made.rotate(self.angle)
        made.scale(self.zoom, self.zoom)
        made.translate(-self.x, -self.y)
        return made

    def to_screen(self, point: QPointF) -> QPointF:
        """Where a point of the picture lies on the screen."""
        return self.transform.map(point)

    def to_picture(self, point: QPointF) -> QPointF:
        """Which point of the picture lies at a place on the screen, also beyond its edge."""
        back, _ = self.transform.inverted()
        return back.map(point)

    def from_fraction(self, x: float, y: float) -> QPointF:
        """Where a point lies on the screen that is given as fractions of the picture."""
        return self.to_screen(QPointF(x * self.picture_width, y * self.picture_height))

    def to_fraction(self, point: QPointF) -> QPointF:
        """Which fractions of the picture a place on the screen comes to."""
        at = self.to_picture(point)
        return QPointF(at.x() / self.picture_width, at.y() / self.picture_height)

    @property
    def seen(self) -> QRectF:
        """The smallest upright rectangle of the picture that has all in it that is in sight."""
        back, _ = self.transform.inverted()
        around = back.mapRect(QRectF(0, 0, self.width, self.height))
        return around & QRectF(0, 0, self.picture_width, self.picture_height)

    # -- moving --------------------------------------------------------------------------------

    def at(self, point: QPointF) -> Eye:
        """Another point in the middle, at most one on the edge of the picture."""
        return replace(
            self,
            x=min(max(point.x(), 0.0), self.picture_width),
            y=min(max(point.y(), 0.0), self.picture_height),
        )

    def panned(self, by: QPointF) -> Eye:
        """The picture pushed by so many pixels of the screen."""
        middle = QPointF(self.width / 2, self.height / 2)
        return self.at(self.to_picture(middle - by))

    def zoomed(self, to: float, held: QPointF | None = None) -> Eye:
        """Another zoom; what lies at `held` on the screen stays there."""
        held = held if held is not None else QPointF(self.width / 2, self.height / 2)
        nearest = max(LARGEST_ZOOM, self.fitting)
        zoom = min(max(to, min(self.fitting * SMALLEST_PART, 1.0)), nearest)
        return self._holding(replace(self, zoom=zoom), held)

    def turned(self, to: float, held: QPointF | None = None) -> Eye:
        """Another angle in degrees; what lies at `held` on the screen stays there."""
        held = held if held is not None else QPointF(self.width / 2, self.height / 2)
        return self._holding(replace(self, angle=to % 360.0), held)

    def _holding(self, changed: Eye, held: QPointF) -> Eye:
        off = changed.to_screen(self.to_picture(held)) - held
        middle = QPointF(changed.width / 2, changed.height / 2)
        return changed.at(changed.to_picture(middle + off))

    @property
    def fitting(self) -> float:
        """The zoom at which the whole picture is just in sight, turned as it is."""
        radians = math.radians(self.angle)
        cosine, sine = abs(math.cos(radians)), abs(math.sin(radians))
        across = self.picture_width * cosine + self.picture_height * sine
        down = self.picture_width * sine + self.picture_height * cosine
        return min(self.width / max(across, 1e-9), self.height / max(down, 1e-9))

    def fitted(self, largest: float) -> Eye:
        """All of the picture, but no nearer than `largest`."""
        zoom = min(self.fitting, largest)
        return replace(self, x=self.picture_width / 2, y=self.picture_height / 2, zoom=zoom)

    def on(self, part: tuple[float, float, float, float]) -> Eye:
        """A part of the picture as large as the screen allows, turned as it is: left, top, right, bottom
        in fractions of the picture."""
        left, top, right, bottom = part
        wide = max((right - left) * self.picture_width, 1.0)
        high = max((bottom - top) * self.picture_height, 1.0)
        middle = QPointF(
            (left + right) / 2 * self.picture_width, (top + bottom) / 2 * self.picture_height
        )
        # As if the part were all of the picture, whose size says how small it can be.
        zoom = replace(self, picture_width=wide, picture_height=high).fitting
        return self.zoomed(zoom).at(middle)

    def resized(self, width: float, height: float) -> Eye:
        """The same on a screen of another size."""
        return replace(self, width=max(1.0, width), height=max(1.0, height))

    def of_size(self, width: float, height: float) -> Eye:
        """The same part of the same picture, which has another number of pixels now."""
        by = width / self.picture_width
        return replace(
            self,
            picture_width=width,
            picture_height=height,
            x=self.x * by,
            y=self.y * height / self.picture_height,
            zoom=self.zoom / by,
        )

    def aligned(self, ratio: float) -> Eye:
        """Moved by less than a pixel, so that pixels of picture and screen coincide where they can."""
        if self.angle % 90:
            return self
        corner = self.to_screen(QPointF(0, 0)) * ratio
        off = QPointF(round(corner.x()), round(corner.y())) - corner
        middle = QPointF(self.width / 2, self.height / 2)
        moved = self.to_picture(middle - off / ratio)
        return replace(self, x=moved.x(), y=moved.y())

    def level(self, ratio: float, levels: int) -> int:
        """Which scale of a pyramid is painted: its pixels are as large as those of the screen, or up to
        twice as small."""
        scale = max(self.zoom * ratio, 1e-9)
        return min(max(math.floor(math.log2(1 / scale) + 1e-9), 0), levels - 1)
