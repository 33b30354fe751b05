"""Put together what would lie over each other on a map: each thing belongs to one cluster.

Clusters hang on the world and not on what is seen of it: they stay when the map is moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from casedb.analysis.maps.mercator import Floats

Ints: TypeAlias = NDArray[np.int64]

_CLOSE = 0.8
"""Clusters in cells side by side are one where they are closer than this part of a cell."""
_BESIDE = ((1, 0), (-1, 1), (0, 1), (1, 1))


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Of which cluster every thing is, `of` [N]; where each lies and how many it has, `x`, `y`, `counts` [M]."""

    of: Ints
    x: Floats
    y: Floats
    counts: Ints

    def members(self, number: int) -> Ints:
        """The things in a cluster."""
        return np.flatnonzero(self.of == number)


def find_clusters(x: Floats, y: Floats, reach: float) -> Clusters:
    """Clusters of things nearer to each other than about `reach`, on a map that goes round: x 1 is x 0."""
    if not len(x):
        nothing = np.empty(0, dtype=np.int64)
        return Clusters(nothing, x, y, nothing)
    columns = max(1, int(1 / reach))
    wrapped = x - np.floor(x)
    column = np.minimum((wrapped * columns).astype(np.int64), columns - 1)
    row = np.floor(y * columns).astype(np.int64)
    row -= row.min()
    keys, of = np.unique(row * columns + column, return_inverse=True)
    counts = np.bincount(of)
    middle_x, middle_y = (np.bincount(of, each) / counts for each in (wrapped, y))
    into = np.arange(len(keys))
    for big, small in _too_close(keys, columns, middle_x, middle_y, counts):
        into[small] = big
    return _numbered(into[of], wrapped, y)


def _too_close(
    keys: Ints, columns: int, x: Floats, y: Floats, counts: Ints
) -> list[tuple[int, int]]:
    """Which clusters take in which: the larger ones first, and none that has taken in another."""
    row, column = np.divmod(keys, columns)
    pairs: list[Ints] = []
    for right, down in _BESIDE:
        wanted = (row + down) * columns + (column + right) % columns
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        found = np.flatnonzero((keys[at] == wanted) & (at != np.arange(len(keys))))
        other = at[found]
        across = x[found] - x[other]
        across -= np.round(across)
        near = np.hypot(across, y[found] - y[other]) < _CLOSE / columns
        pairs.append(np.stack([found[near], other[near]], axis=1))
    every = np.concatenate(pairs)
    swapped = counts[every[:, 0]] < counts[every[:, 1]]
    every[swapped] = every[swapped][:, ::-1]
    order = np.lexsort((every[:, 1], every[:, 0], -counts[every].sum(axis=1)))
    taken, hosts, told = set[int](), set[int](), list[tuple[int, int]]()
    for big, small in every[order].tolist():
        if big not in taken and small not in taken and small not in hosts:
            taken.add(small)
            hosts.add(big)
            told.append((big, small))
    return told


def _numbered(of: Ints, x: Floats, y: Floats) -> Clusters:
    _, first, numbers = np.unique(of, return_index=True, return_inverse=True)
    counts = np.bincount(numbers)
    # Measured from a member, so that a cluster across the edge of the world is in one piece.
    away = x - x[first][numbers]
    away -= np.round(away)
    middle = x[first] + np.bincount(numbers, away) / counts
    return Clusters(numbers, middle % 1.0, np.bincount(numbers, y) / counts, counts)
