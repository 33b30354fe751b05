"""`Camera`: where one looks at a board from, and `View`: the whole pixels that this comes to.

Nothing here paints or knows of windows. Distances on the screen are device-independent pixels;
a `View` counts physical ones, so that tiles fit together exactly at every device pixel ratio.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from casedb.model.geometry import LIMIT, Point, Rect

SMALLEST_ZOOM = 0.001
LARGEST_ZOOM = 4.0


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of physical pixels of a board drawn at one scale.

    Pixel (0, 0) of the board lies at its origin; `left` and `top` count from there.
    """

    left: int
    top: int
    width: int
    height: int
    zoom: float
    ratio: float = 1.0

    @property
    def scale(self) -> float:
        """Physical pixels in one board unit."""
        return self.zoom * self.ratio

    @property
    def world(self) -> Rect:
        """What of the board it shows."""
        scale = self.scale
        return Rect(self.left / scale, self.top / scale, self.width / scale, self.height / scale)

    def part(self, left: int, top: int, width: int, height: int) -> View:
        """Another rectangle at the same scale, counted from the board's origin."""
        return View(left, top, width, height, self.zoom, self.ratio)

    def box(self, rect: Rect) -> tuple[int, int, int, int]:
        """Left, top, width and height of a board rectangle in whole pixels of this view.

        Both edges are rounded, so that rectangles which touch on the board touch here.
        """
        scale = self.scale
        left, top = round(rect.x * scale), round(rect.y * scale)
        width, height = round(rect.right * scale) - left, round(rect.bottom * scale) - top
        return left - self.left, top - self.top, max(1, width), max(1, height)


class Margins(NamedTuple):
    """How much of a screen is left free at each edge, in device-independent pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Camera:
    """The board point in the middle of the screen, the zoom (1.0 is 100 %), the screen's size."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0
    width: float = 800.0
    height: float = 600.0

    def to_screen(self, point: Point) -> Point:
        """Where a board point lies on the screen."""
        return Point(
            (point.x - self.x) * self.zoom + self.width / 2,
            (point.y - self.y) * self.zoom + self.height / 2,
        )

    def to_world(self, point: Point) -> Point:
        """Which board point lies at a place on the screen."""
        return Point(
            (point.x - self.width / 2) / self.zoom + self.x,
            (point.y - self.height / 2) / self.zoom + self.y,
        )

    def rect_to_screen(self, rect: Rect) -> Rect:
        """Where a board rectangle lies on the screen."""
        corner = self.to_screen(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.w * self.zoom, rect.h * self.zoom)

    def rect_to_world(self, rect: Rect) -> Rect:
        """Which board rectangle lies in one on the screen."""
        corner = self.to_world(Point(rect.x, rect.y))
        return Rect(corner.x, corner.y, rect.w / self.zoom, rect.h / self.zoom)

    def visible(self) -> Rect:
        """What of the board the screen shows."""
        w, h = self.width / self.zoom, self.height / self.zoom
        return Rect(self.x - w / 2, self.y - h / 2, w, h)

    def at(self, point: Point, zoom: float | None = None) -> Camera:
        """The same screen with another board point in its middle, at another zoom if one is given."""
        x, y = (max(-LIMIT, min(LIMIT, value)) for value in point)
        return replace(self, x=x, y=y, zoom=self.zoom if zoom is None else _within(zoom))

    def panned(self, dx: float, dy: float) -> Camera:
        """The camera after the content was pushed by (dx, dy) screen pixels."""
        return self.at(Point(self.x - dx / self.zoom, self.y - dy / self.zoom))

    def zoomed_at(self, point: Point, factor: float) -> Camera:
        """The camera after zooming by a factor; the board point under `point` stays there."""
        zoom = _within(self.zoom * factor)
        held = self.to_world(point)
        return self.at(
            Point(
                held.x - (point.x - self.width / 2) / zoom,
                held.y - (point.y - self.height / 2) / zoom,
            ),
            zoom,
        )

    def resized(self, width: float, height: float) -> Camera:
        """The camera of a screen of another size, looking at the same point."""
        return replace(self, width=max(1.0, width), height=max(1.0, height))

    def fitted(self, rect: Rect, margin: float | Margins = 48.0, largest: float = 1.0) -> Camera:
        """The camera that shows a whole rectangle, `margin` screen pixels around it.

        It never comes closer than the zoom `largest`, nor further than the smallest zoom.
        """
        around = margin if isinstance(margin, Margins) else Margins(*[margin] * 4)
        room_x = max(1.0, self.width - around.left - around.right)
        room_y = max(1.0, self.height - around.top - around.bottom)
        zoom = min(largest, room_x / max(rect.w, 1e-9), room_y / max(rect.h, 1e-9))
        camera = self.at(rect.centre, zoom)
        return camera.panned((around.left - around.right) / 2, (around.top - around.bottom) / 2)

    def view(self, ratio: float = 1.0) -> View:
        """The physical pixels that the screen shows at a device pixel ratio."""
        scale = self.zoom * ratio
        width, height = math.ceil(self.width * ratio), math.ceil(self.height * ratio)
        left = round(self.x * scale - self.width * ratio / 2)
        top = round(self.y * scale - self.height * ratio / 2)
        return View(left, top, width, height, self.zoom, ratio)

    def aligned(self, ratio: float = 1.0) -> Camera:
        """The camera moved by less than a pixel so that it agrees exactly with its `view`."""
        seen, scale = self.view(ratio), self.zoom * ratio
        return replace(
            self,
            x=(seen.left + self.width * ratio / 2) / scale,
            y=(seen.top + self.height * ratio / 2) / scale,
        )


def _within(zoom: float) -> float:
    return max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
