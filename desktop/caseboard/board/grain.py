"""The grain of a board of cork: a small picture that goes on seamlessly, computed and not photographed.

Where a pixel lies on the board alone says how it is coloured, so that it does not matter how the
board is cut into pictures. The grain keeps its size on the screen at every zoom, as paper does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from caseboard.theme import Theme

SIDE = 512
"""Pixels after which the grain comes again, across and down."""
SPREADS = ((1, 1.2), (2, 1.5), (5, 0.9))
"""How far the granules of each size reach in pixels, and how much they weigh."""
DARK, LIGHT = 0.985, 0.992
"""The shares of pixels below which there is no dark speck, and no light one."""
TINT = (1.0, 1.15, 1.45)
"""How much more green and blue vary than red: cork is redder where it is dark."""

Pixels: TypeAlias = NDArray[np.uint32]
Shares: TypeAlias = NDArray[np.float64]


@lru_cache(maxsize=2)
def grain(theme: Theme) -> Pixels:
    """The colours [2 SIDE, 2 SIDE] of a theme's ground, as in `QColor.rgb`: twice across and twice
    down, so that wherever one begins there is all of it in one piece."""
    return np.tile(_coloured(_relief(), theme.colour("bg"), theme.grain), (2, 2))


def lay_grain(pixels: Pixels, left: int, top: int, theme: Theme) -> None:
    """Fill pixels [H, W] with the ground that lies there, `left` and `top` pixels from the board's
    origin."""
    begun = grain(theme)[top % SIDE :, left % SIDE :][:SIDE, :SIDE]
    height, width = pixels.shape
    for y in range(0, height, SIDE):
        for x in range(0, width, SIDE):
            pixels[y : y + SIDE, x : x + SIDE] = begun[: height - y, : width - x]


def _coloured(relief: Shares, colour: QColor, strength: float) -> Pixels:
    ground = np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
    varied = ground + relief[..., None] * strength * np.array(TINT)
    red, green, blue = np.rint(np.clip(varied, 0, 255)).astype(np.uint32).transpose(2, 0, 1)
    return 0xFF000000 | red << 16 | green << 8 | blue


def _relief() -> Shares:
    """How light the ground is everywhere [SIDE, SIDE], about -1 to 1, and more in specks."""
    found = np.zeros((SIDE, SIDE))
    for turn, (reach, weight) in enumerate(SPREADS):
        layer = _softened(_chance(turn), reach)
        found += weight * (layer - layer.mean()) / layer.std()
    found /= 2 * sum(weight for _, weight in SPREADS) / 1.7
    specks = _softened(_chance(len(SPREADS)), 1)
    order = np.argsort(np.argsort(specks, axis=None)).reshape(SIDE, SIDE) / specks.size
    found[order > DARK] -= 2.0
    found[order < 1 - LIGHT] += 1.5
    return found


def _softened(layer: Shares, reach: int) -> Shares:
    """Every pixel the mean of those around it, also across the edges."""
    for axis in (0, 1):
        for _ in range(2):
            layer = sum(
                (np.roll(layer, shift, axis=axis) for shift in range(-reach, reach + 1)),
                np.zeros_like(layer),
            ) / (2 * reach + 1)
    return layer


def _chance(turn: int) -> Shares:
    """Numbers from 0 to 1 [SIDE, SIDE] that look like chance, and are the same on every computer."""
    begin = (turn + 1) * 0x9E3779B97F4A7C15 % (1 << 64)
    mixed = np.arange(SIDE * SIDE, dtype=np.uint64) + np.uint64(begin)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(11)).astype(np.float64).reshape(SIDE, SIDE) / float(1 << 53)
