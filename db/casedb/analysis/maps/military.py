"""The military grid on the map: zones and bands, squares of 100, 10 and 1 km, with their letters and digits.

The lines of a zone end at its edges, as they are at Norway and Svalbard too. Beyond 84° N and 80° S,
where the grid is that of the poles, nothing is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from casedb.analysis.maps.clipping import Frame, cut_ring, cut_segments
from casedb.analysis.maps.mercator import Floats, place_of, to_world
from casedb.model.places.mgrs import to_mgrs
from casedb.model.places.projection import (
    ECCENTRICITY,
    FALSE_EASTING,
    FALSE_NORTHING,
    INVERSE,
    POLAR_RATIO,
    RECTIFYING,
    central_meridian,
    project,
)
from casedb.model.places.shapes import Point, wrap_longitude
from casedb.model.places.utm import BANDS, zone_edges

SIZES = (100_000, 10_000, 1_000)
"""Metres along the sides of the squares that can be drawn."""
MOST_SQUARES = 2_500
"""In a zone: of smaller ones none are drawn, as nobody could tell them apart."""
_NO_ZONES = frozenset({("X", 32), ("X", 34), ("X", 36)})
_BENDS = {100_000: 4, 10_000: 1, 1_000: 1}
"""In how many straight pieces a side of a square is drawn."""
_SAMPLES = 9


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the grid that is in view: what it is called, where its middle is, how large it is."""

    name: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """What of the grid is in view: pieces of lines [N, 2, 2], and what there is to be named."""

    edges: Floats
    lines: Floats
    zones: tuple[Named, ...]
    squares: tuple[Named, ...]


def grid_in(view: Frame, size: int = 0) -> Grid:
    """The grid within a part of the map, with squares of so many metres, or with zones alone (0).

    `view.left` may lie outside the world; the same ground is there again after a turn.
    """
    lines: list[Floats] = []
    zones: list[Named] = []
    squares: list[Named] = []
    wholes: list[Frame] = []
    for zone, band, whole in _zones_in(view):
        part = _shared(whole, view)
        wholes.append(whole)
        zones.append(_named(f"{zone}{band}", part))
        if size:
            found = _Squares(zone, band, whole, part, size)
            lines += found.lines()
            squares += found.named()
    return Grid(_edges_of(wholes, view), _joined(lines), tuple(zones), tuple(squares))


def reaches_beyond(view: Frame) -> bool:
    """Whether a part of the map reaches further to a pole than the grid does."""
    _, parts = _every_zone()
    return view.top < float(parts[:, 1].min()) or view.bottom > float(parts[:, 3].max())


def zones_of(band: str) -> Iterator[int]:
    """The zones that there are in a band."""
    return (zone for zone in range(1, 61) if (band, zone) not in _NO_ZONES)


def unproject_all(zone: int, north: bool, east: Floats, up: Floats) -> tuple[Floats, Floats]:
    """Latitudes and longitudes of many positions in a zone, as `projection.unproject` gives them."""
    xi = (up if north else up - FALSE_NORTHING) / RECTIFYING
    eta = (east - FALSE_EASTING) / RECTIFYING
    along, across = xi.copy(), eta.copy()
    for term, factor in INVERSE:
        along -= factor * np.sin(2 * term * xi) * np.cosh(2 * term * eta)
        across -= factor * np.cos(2 * term * xi) * np.sinh(2 * term * eta)
    conformal = np.sin(along) / np.hypot(np.sinh(across), np.cos(along))
    tangent = conformal / POLAR_RATIO
    for _ in range(5):
        length = np.hypot(1, tangent)
        sigma = np.sinh(ECCENTRICITY * np.arctanh(ECCENTRICITY * tangent / length))
        near = tangent * np.hypot(1, sigma) - sigma * length
        tangent = tangent + (
            (conformal - near)
            * (1 + POLAR_RATIO * tangent**2)
            / (POLAR_RATIO * length * np.hypot(1, near))
        )
    away = np.degrees(np.arctan2(np.sinh(across), np.cos(along)))
    return np.degrees(np.arctan(tangent)), central_meridian(zone) + away


class _Squares:
    """The squares of one zone and band that are in view."""

    def __init__(self, zone: int, band: str, whole: Frame, part: Frame, size: int) -> None:
        self._zone, self._band, self._part, self._size = zone, band, part, size
        self._digits = 5 - round(math.log10(size))
        # What lies a turn further on is reckoned where it is in the first one.
        self._turn = round(whole.left - (zone - 1) / 60)
        self._is_north = band >= "N"
        low, high = self._reach()
        self._east = np.arange(low[0], high[0] + 1, size, dtype=float)
        self._up = np.arange(low[1], high[1] + 1, size, dtype=float)
        self._is_few = len(self._east) * len(self._up) <= MOST_SQUARES

    def _reach(self) -> tuple[list[int], list[int]]:
        """The lines of the grid around what is in view, as eastings and northings."""
        part = self._part.shifted(-self._turn)
        across = np.linspace(part.left, part.right, _SAMPLES).tolist()
        down = np.linspace(part.top, part.bottom, _SAMPLES).tolist()
        border = [(x, y) for x in across for y in (part.top, part.bottom)]
        border += [(x, y) for x in (part.left, part.right) for y in down]
        found: list[tuple[float, float]] = []
        for x, y in border:
            lat, _ = place_of(x, y)
            east, up = project(Point(lat, wrap_longitude((x - 0.5) * 360)), self._zone)
            # On the equator itself a southern zone begins to count from the other end.
            is_other = not self._is_north and lat >= 0
            found.append((east, up + FALSE_NORTHING if is_other else up))
        low = [math.floor(min(each) / self._size) * self._size for each in zip(*found, strict=True)]
        high = [math.ceil(max(each) / self._size) * self._size for each in zip(*found, strict=True)]
        # A parallel is nearest to the equator in the middle of its zone, between two samples perhaps.
        return [low[0], max(0, low[1] - self._size)], [high[0], high[1] + self._size]

    def _place(self, east: Floats, up: Floats) -> Floats:
        lats, lons = unproject_all(self._zone, self._is_north, east, up)
        x, y = to_world(lats, lons)
        return np.stack([x + self._turn, y], axis=-1)

    def lines(self) -> list[Floats]:
        """The pieces of lines in view."""
        if not self._is_few:
            return []
        bends = _BENDS[self._size]
        found: list[Floats] = []
        for steady, running, is_upright in (
            (self._east, self._up, True),
            (self._up, self._east, False),
        ):
            count = (len(running) - 1) * bends + 1
            fine = running[0] + np.arange(count) * (self._size / bends)
            one = np.repeat(steady[:, None], len(fine), axis=1)
            other = np.repeat(fine[None, :], len(steady), axis=0)
            spots = self._place(one, other) if is_upright else self._place(other, one)
            starts, ends = spots[:, :-1].reshape(-1, 2), spots[:, 1:].reshape(-1, 2)
            starts, ends, _ = cut_segments(starts, ends, self._part)
            found.append(np.stack([starts, ends], axis=1))
        return found

    def named(self) -> Iterator[Named]:
        """The squares in view with what they are called within their zone."""
        if not self._is_few:
            return
        corners = self._place(*np.meshgrid(self._east, self._up, indexing="ij"))
        for i in range(len(self._east) - 1):
            for j in range(len(self._up) - 1):
                ring = np.array(
                    [corners[i, j], corners[i + 1, j], corners[i + 1, j + 1], corners[i, j + 1]]
                )
                piece = cut_ring(ring, self._part)
                if len(piece) < 3:
                    continue
                width, height = (piece.max(axis=0) - piece.min(axis=0)).tolist()
                # Within the piece, as no corner of it points inwards.
                x, y = piece.mean(axis=0).tolist()
                yield Named(self._name_at(x, y), x, y, width, height)

    def _name_at(self, x: float, y: float) -> str:
        lat, lon = place_of(x, y)
        told = to_mgrs(Point(lat, lon), self._digits, spaced=True)
        return told.split(" ", 1)[1]


@cache
def _every_zone() -> tuple[tuple[tuple[int, str], ...], Floats]:
    """All zones with their bands, and the parts of the map that they are, [N, 4]."""
    names = tuple((zone, band) for band in BANDS for zone in zones_of(band))
    south, west, north, east = np.array([zone_edges(*each) for each in names], dtype=float).T
    left, top = to_world(north, west)
    right, bottom = to_world(south, east)
    return names, np.stack([left, top, right, bottom], axis=1)


def _zones_in(view: Frame) -> Iterator[tuple[int, str, Frame]]:
    """The zones with their bands that are in view, and the part of the map that each is."""
    names, parts = _every_zone()
    for turn in range(math.floor(view.left), math.floor(view.right) + 1):
        for at in np.flatnonzero(view.shifted(-turn).meets(parts)).tolist():
            whole = Frame(*parts[at].tolist()).shifted(turn)
            shared = _shared(whole, view)
            if shared.left < shared.right and shared.top < shared.bottom:
                yield *names[at], whole


def _shared(one: Frame, other: Frame) -> Frame:
    return Frame(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )


def _edges_of(wholes: list[Frame], view: Frame) -> Floats:
    """The western and the southern edge of each zone, and the northern one of the last: together they are all
    edges of the grid."""
    left, top, right, bottom = np.array(wholes).reshape(-1, 4).T
    last = top <= float(_every_zone()[1][:, 1].min())
    corners = (left, top), (left, bottom), (left[last], top[last])
    others = (left, bottom), (right, bottom), (right[last], top[last])
    starts, ends = (
        np.concatenate([np.stack(each, axis=1) for each in sides]) for sides in (corners, others)
    )
    starts, ends, _ = cut_segments(starts, ends, view)
    return np.stack([starts, ends], axis=1)


def _named(name: str, part: Frame) -> Named:
    width, height = part.right - part.left, part.bottom - part.top
    return Named(name, part.left + width / 2, part.top + height / 2, width, height)


def _joined(pieces: list[Floats]) -> Floats:
    return np.concatenate([np.empty((0, 2, 2)), *pieces])
