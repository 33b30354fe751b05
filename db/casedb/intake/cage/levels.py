"""`Pyramid`: bands of a picture, cut into square tiles at every scale down to one tile.

Pure arithmetic on arrays: the child cuts with it what it decodes, and this side reckons with the same
numbers where a tile lies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

SIDE = 256
"""Pixels along a tile; those at the right and lower edge may be narrower and lower."""

Samples: TypeAlias = NDArray[Any]
"""Rows, columns, channels."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where tiles lie: level 0 is the picture itself, and each further one is half as large.

    >>> grid = Grid(600, 300)
    >>> grid.levels, grid.size(1), grid.counts(0), grid.tile_size(0, 2, 1)
    (3, (300, 150), (3, 2), (88, 44))
    """

    width: int
    height: int

    @property
    def levels(self) -> int:
        """How many scales there are; the last is no larger than one tile."""
        return 1 + max(0, -(-max(self.width, self.height) // SIDE) - 1).bit_length()

    def size(self, level: int) -> tuple[int, int]:
        """The pixels across and down of the whole picture at a scale."""
        return -(-self.width >> level), -(-self.height >> level)

    def counts(self, level: int) -> tuple[int, int]:
        """The tiles across and down."""
        across, down = self.size(level)
        return -(-across // SIDE), -(-down // SIDE)

    def tile_size(self, level: int, column: int, row: int) -> tuple[int, int]:
        """The pixels across and down of a tile. Raises ValueError where there is none."""
        across, down = self.size(level)
        wide, high = min(SIDE, across - column * SIDE), min(SIDE, down - row * SIDE)
        if min(level, column, row) < 0 or level >= self.levels or wide <= 0 or high <= 0:
            raise ValueError
        return wide, high

    def number(self, level: int, column: int, row: int) -> int:
        """A tile's place among all, level after level and row after row."""
        before = sum(across * down for across, down in map(self.counts, range(level)))
        return before + row * self.counts(level)[0] + column

    @property
    def tiles(self) -> int:
        """How many tiles there are at all scales."""
        return sum(across * down for across, down in map(self.counts, range(self.levels)))


class Pyramid:
    """Takes bands and tells of tiles, as soon as each is complete.

    A band is `SIDE` rows of the upright picture (the last one has what is left), or as many columns,
    laid on their side, where `is_sideways`. They may come from the first to the last or the other way.
    """

    def __init__(
        self, grid: Grid, tell: Callable[[int, int, int, Samples], None], *, is_sideways: bool
    ) -> None:
        """`tell` is given level, column, row, and the samples of the tile."""
        self._grid = grid
        self._tell = tell
        self._is_sideways = is_sideways
        self._waiting: dict[tuple[int, int], Samples] = {}

    def add(self, number: int, band: Samples) -> None:
        """Take the band of a number, counted from the upper or left edge."""
        self._add(0, number, band)

    def _add(self, level: int, number: int, band: Samples) -> None:
        self._cut(level, number, band)
        if level + 1 == self._grid.levels:
            return
        across, down = self._grid.counts(level)
        beside = number ^ 1
        other = self._waiting.pop((level, beside), None)
        if other is None and beside < (across if self._is_sideways else down):
            self._waiting[level, number] = band
            return
        pair = (band,) if other is None else (band, other) if number < beside else (other, band)
        self._add(level + 1, number >> 1, halved(pair))

    def _cut(self, level: int, number: int, band: Samples) -> None:
        for along, start in enumerate(range(0, band.shape[1], SIDE)):
            piece = band[:, start : start + SIDE]
            if self._is_sideways:
                self._tell(level, number, along, piece.swapaxes(0, 1))
            else:
                self._tell(level, along, number, piece)


def halved(bands: tuple[Samples, ...]) -> Samples:
    """Bands one below the other at half the size: each pixel the mean of four, at the edges of fewer.

    Of floating-point samples those that are no number do not count.
    """
    return np.concatenate([each for band in bands for each in _halved_in_parts(band)])


def _halved_in_parts(band: Samples) -> Iterator[Samples]:
    # A part at a time: what lies between is wider than what comes and goes.
    for start in range(0, len(band), 64):
        yield _halved(band[start : start + 64])


def _halved(band: Samples) -> Samples:
    if len(band) % 2:
        band = np.concatenate((band, band[-1:]))
    if band.shape[1] % 2:
        band = np.concatenate((band, band[:, -1:]), axis=1)
    if band.dtype.kind == "f":
        return _mean_of_numbers(band)
    wide = np.uint32 if band.dtype.itemsize > 1 else np.uint16
    below = np.add(band[0::2], band[1::2], dtype=wide)
    pairs = below.reshape(below.shape[0], -1, 2, below.shape[2])
    total = pairs[:, :, 0] + pairs[:, :, 1]
    total += 2
    total >>= 2
    return total.astype(band.dtype)


def _mean_of_numbers(band: Samples) -> Samples:
    parts = np.stack([band[a::2, b::2] for a in (0, 1) for b in (0, 1)])
    is_number = np.isfinite(parts)
    count = is_number.sum(axis=0)
    total = np.where(is_number, parts, 0).sum(axis=0, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        return (total / count).astype(band.dtype)
