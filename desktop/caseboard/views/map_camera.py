"""`MapCamera`: from where one looks at the map: which place is in the middle, how near, on what screen.

The world is a square of 1 (see `casedb.analysis.maps.mercator`) that goes round: a place lies where it is
nearest to the middle, so that whatever the middle is, the world ends half a turn away from it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from casedb.analysis.maps.clipping import Frame
from casedb.analysis.maps.mercator import Floats, metres_across, place_of, spot_of

NEAREST = 1.6e9
"""Pixels of the whole world at the nearest: at the equator 10 m are 400 of them."""
SMALLEST = 120.0
"""How many it has at the least, however small the screen."""
WORLD = 0.7
"""How much of the smaller side of the screen the world takes up at the least: around it stays room for what
lies at its very edge."""
LEAST_VIEW = 400.0
"""Metres that are in view at the least where something is brought into sight."""


@dataclass(frozen=True, slots=True)
class MapCamera:
    """`x` and `y` are the middle; `scale` is how many pixels of the screen the world is wide."""

    x: float = 0.5
    y: float = 0.5
    scale: float = 512.0
    width: float = 800.0
    height: float = 400.0

    # -- from one to the other --------------------------------------------------------------

    def near(self, x: Floats) -> Floats:
        """The same places, as many turns on or back that they lie nearest to the middle."""
        return x - np.round(x - self.x)

    def to_screen(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Where places of the map lie on the screen, in pixels; not turned to the nearest."""
        return (
            (x - self.x) * self.scale + self.width / 2,
            (y - self.y) * self.scale + self.height / 2,
        )

    def spot(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a place of the earth lies on the screen, at its nearest."""
        x, y = spot_of(lat, lon)
        x -= round(x - self.x)
        return (
            (x - self.x) * self.scale + self.width / 2,
            (y - self.y) * self.scale + self.height / 2,
        )

    def at(self, left: float, top: float) -> tuple[float, float]:
        """Which place of the map lies at a point of the screen."""
        return (
            self.x + (left - self.width / 2) / self.scale,
            self.y + (top - self.height / 2) / self.scale,
        )

    def place_at(self, left: float, top: float) -> tuple[float, float] | None:
        """The latitude and longitude there; None beside the world."""
        x, y = self.at(left, top)
        return place_of(x, y) if abs(x - self.x) <= 0.5 and 0 <= y <= 1 else None

    @property
    def frame(self) -> Frame:
        """What of the world is in view; `left` and `right` may lie outside 0 to 1."""
        across, down = self.width / self.scale / 2, self.height / self.scale / 2
        return Frame(
            self.x - min(across, 0.5),
            max(self.y - down, 0.0),
            self.x + min(across, 0.5),
            min(self.y + down, 1.0),
        )

    @property
    def metres(self) -> float:
        """How many metres on the ground a pixel is wide in the middle of the view."""
        lat, _ = place_of(self.x, self.y)
        return float(metres_across(np.array([lat]))[0][0]) / self.scale

    # -- moving -----------------------------------------------------------------------------

    @property
    def farthest(self) -> float:
        """The smallest scale: all of the world is in view, with some room around it."""
        return max(SMALLEST, WORLD * min(self.width, self.height))

    def looking(self, x: float, y: float, scale: float | None = None) -> MapCamera:
        """Another place in the middle, as near to it as the edges of the world let it come."""
        wanted = self.scale if scale is None else scale
        wanted = max(self.farthest, min(NEAREST, wanted))
        half = self.height / wanted / 2
        # Where there is room above and below, the world may lie anywhere in it.
        y = min(max(y, min(half, 1 - half)), max(half, 1 - half))
        return replace(self, x=x - math.floor(x), y=y, scale=wanted)

    def panned(self, right: float, down: float) -> MapCamera:
        """The map pushed by so many pixels."""
        return self.looking(self.x - right / self.scale, self.y - down / self.scale)

    def zoomed(self, factor: float, left: float, top: float) -> MapCamera:
        """Nearer by a factor; what lies at a point of the screen stays there."""
        held_x, held_y = self.at(left, top)
        scale = max(self.farthest, min(NEAREST, self.scale * factor))
        return self.looking(
            held_x - (left - self.width / 2) / scale,
            held_y - (top - self.height / 2) / scale,
            scale,
        )

    def resized(self, width: float, height: float) -> MapCamera:
        """The same place in the middle of another screen."""
        sized = replace(self, width=max(1.0, width), height=max(1.0, height))
        return sized.looking(self.x, self.y)

    def fitted(
        self,
        boxes: Floats,
        margin: float,
        least_metres: float = LEAST_VIEW,
        foot: float = 0.0,
    ) -> MapCamera:
        """Where all of some boxes [N, 4] of the map is in view, `margin` pixels from its edge.

        The world is opened where the widest gap between them is. So many metres are in view at the least,
        and at the foot so many pixels more are left free.
        """
        if not len(boxes):
            return self
        widths = boxes[:, 2] - boxes[:, 0]
        left = boxes[:, 0] - np.floor(boxes[:, 0])
        order = np.argsort(left)
        ends = np.maximum.accumulate((left + widths)[order])
        gaps = np.append(left[order][1:], left[order][0] + 1) - ends
        widest = int(np.argmax(gaps))
        begin = float(left[order][(widest + 1) % len(order)])
        across = float((1 - gaps[widest]) if gaps[widest] > 0 else 1.0)
        top, bottom = float(boxes[:, 1].min()), float(boxes[:, 3].max())
        top, bottom = max(0.0, min(1.0, top)), max(0.0, min(1.0, bottom))
        y = (top + bottom) / 2
        lat, _ = place_of(0.0, y)
        least = least_metres / float(metres_across(np.array([lat]))[0][0])
        sides = (self.width, self.height - foot)
        room_x, room_y = (max(1.0, side - 2 * margin) for side in sides)
        scale = min(room_x / max(across, least), room_y / max(bottom - top, least))
        scale = max(self.farthest, min(NEAREST, scale))
        return self.looking(begin + across / 2, y + foot / 2 / scale, scale)
