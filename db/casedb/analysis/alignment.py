"""`Alignment`: how one picture lies on another, from points that show the same in both.

Two points give a shift, a turn and one scale (similarity), three an affinity, four a homography; more
are fitted by least squares. Points are pixels; residuals are pixels of the first picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casedb.errors import CaseError
from casedb.words import say

Spot = tuple[float, float]
Matrix = tuple[tuple[float, float, float], ...]

SIMILARITY, AFFINE, HOMOGRAPHY = "similarity", "affine", "homography"
FEWEST = {SIMILARITY: 2, AFFINE: 3, HOMOGRAPHY: 4}
"""How many pairs of points each way needs."""

_THIN = 1e-3
"""Points that lie this close to one line, as a part of how far they are apart, fix nothing across it."""

_APART = 0.05
"""Pixels that nobody can set a point more exactly than."""


class NotAligned(CaseError):
    """Points from which no alignment follows."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A way from pixels of the second picture to those of the first.

    `residuals` has for each pair how far its points lie apart after that; all are nought where there
    are no more pairs than are needed.
    """

    kind: str
    matrix: Matrix
    residuals: tuple[float, ...]

    def to_first(self, spot: Spot) -> Spot:
        """Where a point of the second picture lies on the first."""
        return _mapped(np.array(self.matrix), spot)

    def to_second(self, spot: Spot) -> Spot:
        """Where a point of the first picture lies on the second."""
        return _mapped(np.linalg.inv(np.array(self.matrix)), spot)

    @property
    def error(self) -> float:
        """The root of the mean square of the residuals, in pixels."""
        if not self.residuals:
            return 0.0
        return math.sqrt(sum(each * each for each in self.residuals) / len(self.residuals))

    @property
    def worst(self) -> int | None:
        """Which pair lies farthest apart; None where nothing checks them, or none lies apart at all."""
        most = max(self.residuals, default=0.0)
        return self.residuals.index(most) if self.is_checked and most > _APART else None

    @property
    def is_checked(self) -> bool:
        """Whether there are more pairs than are needed, so that the residuals say something."""
        return len(self.residuals) > FEWEST[self.kind]


def kind_for(pairs: int) -> str:
    """The way that so many pairs of points allow; empty for fewer than two.

    >>> [kind_for(n) for n in range(1, 6)]
    ['', 'similarity', 'affine', 'homography', 'homography']
    """
    return max((n, kind) for kind, n in [("", 0), *FEWEST.items()] if n <= pairs)[1]


def align(first: Sequence[Spot], second: Sequence[Spot], kind: str = "") -> Alignment:
    """The alignment that brings points of the second picture onto those of the first.

    Without a `kind`, the one that the number of points allows. Raises NotAligned, with a sentence, where
    there are too few points, or they lie so that nothing follows from them.
    """
    pairs = min(len(first), len(second))
    kind = kind or kind_for(pairs)
    need = FEWEST.get(kind, 2)
    if pairs < need or not kind:
        raise NotAligned(
            say("Set {n} pairs of points that show the same in both pictures.", n=need)
        )
    to, of = (np.array(each[:pairs], float) for each in (first, second))
    if not (np.isfinite(to).all() and np.isfinite(of).all()):
        raise NotAligned(say("A point lies nowhere; set it again."))
    to_plain, of_plain = _plain(to), _plain(of)
    for spots in (to, of):
        _refuse_degenerate(spots, kind)
    solve = {SIMILARITY: _similarity, AFFINE: _affine, HOMOGRAPHY: _homography}[kind]
    inner = solve(_moved(to_plain, to), _moved(of_plain, of))
    matrix = np.linalg.inv(to_plain) @ inner @ of_plain
    # A homography whose last number is nought sends the origin to infinity, and is one all the same.
    matrix = matrix / (matrix[2, 2] if abs(matrix[2, 2]) > 1e-12 else np.abs(matrix).max())
    if not np.isfinite(matrix).all() or abs(np.linalg.det(inner)) < 1e-9:
        raise NotAligned(_degenerate())
    _refuse_folded(matrix, of)
    residuals = np.hypot(*(_moved(matrix, of) - to).T)
    told = tuple((float(row[0]), float(row[1]), float(row[2])) for row in matrix)
    return Alignment(kind, told, tuple(float(each) for each in residuals))


def _degenerate() -> str:
    return say(
        "The points lie on or near one line, or on each other, so nothing follows from them. Set one "
        "farther away."
    )


def _refuse_degenerate(spots: NDArray[np.float64], kind: str) -> None:
    extent = float(np.ptp(spots, axis=0).max())
    if extent <= 0:
        raise NotAligned(_degenerate())
    if kind == SIMILARITY:
        return
    if _thickness(spots) < _THIN * extent:
        raise NotAligned(_degenerate())
    if kind == HOMOGRAPHY and len(spots) == FEWEST[HOMOGRAPHY]:
        # Of four, no three may lie on a line.
        for left_out in range(4):
            if _thickness(np.delete(spots, left_out, axis=0)) < _THIN * extent:
                raise NotAligned(_degenerate())


def _thickness(spots: NDArray[np.float64]) -> float:
    """How far points spread across the line that they lie along."""
    return float(np.linalg.svd(spots - spots.mean(axis=0), compute_uv=False)[-1])


def _refuse_folded(matrix: NDArray[np.float64], spots: NDArray[np.float64]) -> None:
    """Refuse a way that sends some of the points behind the horizon of others."""
    depth = spots @ matrix[2, :2] + matrix[2, 2]
    if not (np.all(depth > 0) or np.all(depth < 0)):
        raise NotAligned(
            say("The points lie crosswise: their order is not the same in both pictures.")
        )


def _plain(spots: NDArray[np.float64]) -> NDArray[np.float64]:
    """A shift and scale after which points lie around nought, about one apart: numbers stay exact."""
    middle = spots.mean(axis=0)
    size = float(np.sqrt(((spots - middle) ** 2).sum(axis=1).mean())) or 1.0
    return np.array([[1 / size, 0, -middle[0] / size], [0, 1 / size, -middle[1] / size], [0, 0, 1]])


def _moved(matrix: NDArray[np.float64], spots: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = np.column_stack((spots, np.ones(len(spots)))) @ matrix.T
    return whole[:, :2] / whole[:, 2:]


def _similarity(to: NDArray[np.float64], of: NDArray[np.float64]) -> NDArray[np.float64]:
    # With complex numbers: to = a of + b.
    there, here = to @ np.array([1, 1j]), of @ np.array([1, 1j])
    rows = np.column_stack((here, np.ones(len(here))))
    (a, b), *_ = np.linalg.lstsq(rows, there, rcond=None)
    return np.array([[a.real, -a.imag, b.real], [a.imag, a.real, b.imag], [0, 0, 1]])


def _affine(to: NDArray[np.float64], of: NDArray[np.float64]) -> NDArray[np.float64]:
    rows = np.column_stack((of, np.ones(len(of))))
    found, *_ = np.linalg.lstsq(rows, to, rcond=None)
    return np.vstack((found.T, [0, 0, 1]))


def _homography(to: NDArray[np.float64], of: NDArray[np.float64]) -> NDArray[np.float64]:
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(of.tolist(), to.tolist(), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, -u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, -v])
    _, _, last = np.linalg.svd(np.array(rows))
    return last[-1].reshape(3, 3)


def _mapped(matrix: NDArray[np.float64], spot: Spot) -> Spot:
    x, y = _moved(matrix, np.array([spot]))[0]
    return float(x), float(y)
