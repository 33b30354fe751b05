"""How strings look: the marks at their ends, small shapes that point along the string, and their dashes.

Pure numbers. Marks are in units of the glyph's size; the tip lies at the origin and the string comes from
the left.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from casedb.model.link_types import Dash, Glyph

Floats: TypeAlias = NDArray[np.float64]

DASHES: Mapping[tuple[Dash, str], tuple[float, ...]] = MappingProxyType(
    {
        (Dash.SOLID, ""): (),
        (Dash.SOLID, "unconfirmed"): (8.0, 4.5),
        (Dash.SOLID, "tentative"): (3.5, 3.5),
        (Dash.DASHED, ""): (13.0, 5.0),
        (Dash.DASHED, "unconfirmed"): (8.0, 4.5),
        (Dash.DASHED, "tentative"): (3.5, 3.5),
        (Dash.DOTTED, ""): (1.5, 3.5),
        (Dash.DOTTED, "unconfirmed"): (1.5, 6.0),
        (Dash.DOTTED, "tentative"): (1.5, 9.0),
    }
)
"""Lengths of dash and gap on the screen, by the type's stroke and the link's certainty."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Filled outlines and open lines, each [N, 2]; `cut` is where the string stops short of the tip.

    `middle` is the point of the shape that lies on the other string where an end is tied to one.
    """

    filled: tuple[Floats, ...] = ()
    lines: tuple[Floats, ...] = ()
    cut: float = 0.0
    middle: float = 0.0

    def placed(self, part: Floats, tip: Floats, along: Floats, size: float) -> Floats:
        """One part of the shape with its tip at a point, along a unit vector."""
        across = np.array([-along[1], along[0]])
        return tip + size * (part[:, :1] * along + part[:, 1:] * across)

    def placed_many(self, part: Floats, tips: Floats, along: Floats, size: float) -> Floats:
        """One part of the shape [M, N, 2] at M tips, along M unit vectors."""
        across = np.stack([-along[:, 1], along[:, 0]], axis=1)
        forward = part[None, :, :1] * along[:, None]
        return tips[:, None] + size * (forward + part[None, :, 1:] * across[:, None])


def _points(*points: tuple[float, float]) -> Floats:
    return np.array(points, dtype=np.float64)


def _circle(radius: float) -> Floats:
    angles = np.linspace(0, 2 * math.pi, 17)[:-1]
    return np.stack([radius * np.cos(angles) - radius, radius * np.sin(angles)], axis=1)


SHAPES: Mapping[Glyph, Shape] = MappingProxyType(
    {
        Glyph.NONE: Shape(),
        Glyph.ARROW: Shape(filled=(_points((0, 0), (-1, 0.44), (-0.76, 0), (-1, -0.44)),), cut=0.7),
        Glyph.OPEN_ARROW: Shape(lines=(_points((-0.82, 0.46), (0, 0), (-0.82, -0.46)),), cut=0.05),
        Glyph.BAR: Shape(lines=(_points((-0.12, -0.56), (-0.12, 0.56)),), cut=0.12),
        Glyph.DOUBLE_BAR: Shape(
            lines=(
                _points((-0.12, -0.56), (-0.12, 0.56)),
                _points((-0.46, -0.56), (-0.46, 0.56)),
            ),
            cut=0.12,
        ),
        Glyph.CROSS: Shape(
            lines=(
                _points((-0.82, -0.38), (-0.06, 0.38)),
                _points((-0.82, 0.38), (-0.06, -0.38)),
            ),
            middle=0.44,
        ),
        Glyph.DIAMOND: Shape(
            filled=(_points((0, 0), (-0.5, 0.34), (-1, 0), (-0.5, -0.34)),), cut=0.9
        ),
        Glyph.DOT: Shape(filled=(_circle(0.32),), cut=0.6),
    }
)
"""The shape of every glyph."""
