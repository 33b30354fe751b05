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

_CELL = 0.6
"""How large a cell is, as a part of the reach: what lies in one is together."""
_SMALL, _LARGE = 0.65, 1.0
"""Parts of the reach: a thing alone takes in what is nearer than the one, a hundred what is nearer than the
other, as their signs are larger."""
_ROUNDS = 3
_BESIDE = tuple((right, down) for down in range(3) for right in range(-2, 3) if down or right > 0)
"""Half of the cells around a cell in which something may be too close."""


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
    columns = max(1, int(1 / (reach * _CELL)))
    wrapped = x - np.floor(x)
    found = _numbered(_cells_of(wrapped, y, columns), wrapped, y)
    for _ in range(_ROUNDS):
        into = _taken_in(found, columns, reach)
        if into is None:
            break
        found = _numbered(into[found.of], wrapped, y)
    return found


def _cells_of(x: Floats, y: Floats, columns: int) -> Ints:
    """A number for the cell that each thing lies in."""
    column = np.minimum((x * columns).astype(np.int64), columns - 1)
    row = np.floor(y * columns).astype(np.int64)
    return (row - row.min() + 2) * columns + column


def _taken_in(clusters: Clusters, columns: int, reach: float) -> Ints | None:
    """Which cluster each belongs to once those too close have taken each other in; None where none are.

    The larger ones take in first, and none that has taken in another is taken in itself.
    """
    x, y, counts = clusters.x, clusters.y, clusters.counts
    cells = _cells_of(x, y, columns)
    order = np.argsort(cells, kind="stable")
    keys = cells[order]
    row, column = np.divmod(cells, columns)
    pairs: list[Ints] = []
    same = np.flatnonzero(keys[1:] == keys[:-1])
    pairs.append(np.stack([order[same], order[same + 1]], axis=1))
    for right, down in _BESIDE:
        wanted = (row + down) * columns + (column + right) % columns
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        found = np.flatnonzero((keys[at] == wanted) & (order[at] != np.arange(len(keys))))
        pairs.append(np.stack([found, order[at[found]]], axis=1))
    every = np.concatenate(pairs)
    across = x[every[:, 0]] - x[every[:, 1]]
    across -= np.round(across)
    far = np.hypot(across, y[every[:, 0]] - y[every[:, 1]])
    size = _SMALL + (_LARGE - _SMALL) * np.minimum(1.0, np.log10(counts) / 2)
    every = every[far < reach * (size[every[:, 0]] + size[every[:, 1]]) / 2]
    if not len(every):
        return None
    swapped = counts[every[:, 0]] < counts[every[:, 1]]
    every[swapped] = every[swapped][:, ::-1]
    by_size = np.lexsort((every[:, 1], every[:, 0], -counts[every].sum(axis=1)))
    into = np.arange(len(keys))
    hosts = set[int]()
    for big, small in every[by_size].tolist():
        if into[big] == big and into[small] == small and small not in hosts and big != small:
            into[small] = big
            hosts.add(big)
    return into


def _numbered(of: Ints, x: Floats, y: Floats) -> Clusters:
    _, first, numbers = np.unique(of, return_index=True, return_inverse=True)
    counts = np.bincount(numbers)
    # Measured from a member, so that a cluster across the edge of the world is in one piece.
    away = x - x[first][numbers]
    away -= np.round(away)
    middle = x[first] + np.bincount(numbers, away) / counts
    return Clusters(numbers, middle % 1.0, np.bincount(numbers, y) / counts, counts)
