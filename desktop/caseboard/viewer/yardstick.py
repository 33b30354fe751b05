"""`Yardstick`: what a pixel of a picture comes to on the ground, and how that is known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF

from casedb.model.ground import Ground
from casedb.words import say

_ALIKE = 0.01
"""By how large a part a pixel may be longer one way than the other, and be told by one number."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`across` and `down` are metres a pixel, `basis` says how they are known.

    Where there is a `ground`, they hold in the middle of the picture alone, and what is measured is
    reckoned on the ground itself.
    """

    across: float
    down: float
    basis: str
    ground: Ground | None = None

    @classmethod
    def of_ground(cls, ground: Ground, width: float, height: float, basis: str) -> Yardstick | None:
        """That of a picture of so many pixels; None where its middle lies off the earth."""
        scale = ground.scale(width / 2, height / 2)
        return cls(*scale, basis, ground) if scale is not None else None

    def length(self, points: Sequence[QPointF]) -> float | None:
        """Metres along a line through points, in pixels; None where it leaves the earth."""
        if self.ground is not None:
            return self.ground.length([(each.x(), each.y()) for each in points])
        steps = (later - earlier for earlier, later in pairwise(points))
        return math.fsum(math.hypot(each.x() * self.across, each.y() * self.down) for each in steps)

    def area(self, points: Sequence[QPointF], pixels: float) -> float | None:
        """Square metres within an outline that has so many square pixels; None where it leaves the
        earth."""
        if self.ground is not None:
            return self.ground.area([(each.x(), each.y()) for each in points])
        return pixels * self.across * self.down

    @property
    def told(self) -> str:
        """It in words: one number, or two where pixels are longer one way."""
        across, down = (say("{n} m", n=f"{each:.4g}") for each in (self.across, self.down))
        if abs(self.across - self.down) <= _ALIKE * max(self.across, self.down):
            mean = say("{n} m", n=f"{math.sqrt(self.across * self.down):.4g}")
            return say("Scale: {length} a pixel, {basis}", length=mean, basis=self.basis)
        return say(
            "Scale: {across} a pixel across and {down} down, {basis}",
            across=across,
            down=down,
            basis=self.basis,
        )
