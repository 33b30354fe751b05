"""`Marks`: the places of the items in view, as columns of numbers and as outlines on the map."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from casedb.analysis.maps.clusters import Ints
from casedb.analysis.maps.mercator import LIMIT, Floats, metres_across, rings_around, to_world
from casedb.model.contents import Contents
from casedb.model.item_places import ItemPlace, derived_places, places_of
from casedb.model.kinds import KINDS
from casedb.model.place import Box, Polygon
from casedb.model.places.measures import trace_outline
from casedb.model.places.mgrs import Cell
from casedb.model.places.shapes import Spot
from casedb.model.places.utm import Utm, from_utm
from casedb.model.records import Item

BEND = 1.0
"""Degrees after which a straight line in latitude and longitude gets a point of its own: on the map it bends."""
_PARTS = 8
"""Points along each side of a square of the grid."""
_KINDS = {name: n for n, name in enumerate(KINDS)}
UNKNOWN_KIND = len(_KINDS)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A place on the map. `outline` [N, 2] is its area; `metres` within how many it is known.

    `half` is half of its width and height on the map, `metres` around a point among it.
    """

    of: ItemPlace
    x: float
    y: float
    half: tuple[float, float]
    metres: float
    outline: Floats | None

    @property
    def is_derived(self) -> bool:
        """Whether it is the place of another item, to which a link leads."""
        return bool(self.of.through)

    @property
    def is_drawn(self) -> bool:
        """Whether it lies on the map, and not too near to a pole."""
        return 0 <= self.y <= 1

    def ring(self, parts: int = 96) -> Floats:
        """The circle within which a point lies, [N, 2]."""
        lat, lon = self.centre
        return rings_around(np.array([lat]), np.array([lon]), np.array([self.metres]), parts)[0]

    @property
    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of its middle."""
        found = self.of.place.centre
        assert found is not None
        return found.lat, found.lon


def locate(place: ItemPlace) -> Mark:
    """Where a place that has coordinates lies on the map."""
    shape, centre = place.place.shape, place.place.centre
    assert shape is not None
    assert centre is not None
    xs, ys = to_world(np.array([centre.lat]), np.array([centre.lon]))
    x, y = float(xs[0]), float(ys[0])
    outline: Floats | None = None
    metres, half = 0.0, (0.0, 0.0)
    cell = place.cell
    if isinstance(shape, Box | Polygon):
        spots = _corners_of(cell) if cell is not None else _bent(trace_outline(shape))
        lons, lats = np.array(spots, dtype=float).T
        across, down = to_world(lats, lons)
        across -= round(float(across.mean()) - x)
        outline = np.stack([across, down], axis=1)
        low, high = outline.min(axis=0), outline.max(axis=0)
        half = float((high[0] - low[0]) / 2), float((high[1] - low[1]) / 2)
    elif place.place.precision is not None:
        metres = place.place.precision.metres
        east, north = metres_across(np.array([min(LIMIT, max(-LIMIT, centre.lat))]))
        half = metres / float(east[0]), metres / float(north[0])
    return Mark(place, x, y, half, metres, outline)


def _corners_of(cell: Cell) -> list[Spot]:
    """The outline of a square of the grid, bent as its sides are."""
    east, up = (cell.easting_from, cell.easting_to), (cell.northing_from, cell.northing_to)
    corners = [(east[0], up[0]), (east[1], up[0]), (east[1], up[1]), (east[0], up[1])]
    north = cell.band >= "N"
    spots: list[Spot] = []
    for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
        for n in range(_PARTS):
            share = n / _PARTS
            at = Utm(cell.zone, north, ax + (bx - ax) * share, ay + (by - ay) * share)
            point = from_utm(at)
            before = spots[-1][0] if spots else point.lon
            spots.append((point.lon - 360 * round((point.lon - before) / 360), point.lat))
    return spots


def _bent(corners: Sequence[Spot]) -> list[Spot]:
    """An outline with points enough that it can be drawn straight from one to the next."""
    spots: list[Spot] = []
    for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
        # Along a meridian or a parallel nothing bends.
        parts = 1 if ax == bx or ay == by else int(abs(by - ay) // BEND) + 1
        spots += [(ax + (bx - ax) * n / parts, ay + (by - ay) * n / parts) for n in range(parts)]
    return spots


class Located:
    """The marks of single items, kept as long as the items stay what they are."""

    def __init__(self) -> None:
        self._own: dict[str, tuple[Item, tuple[Mark, ...]]] = {}
        self._led: dict[str, tuple[Mark, ...]] = {}

    def own(self, item: Item) -> tuple[Mark, ...]:
        """The marks of an item's own places."""
        kept = self._own.get(item.id)
        if kept is None or kept[0] is not item:
            places = places_of(item)
            if kept is None or tuple(each.of for each in kept[1]) != places:
                kept = item, tuple(map(locate, places))
            kept = self._own[item.id] = item, kept[1]
        return kept[1]

    def led(self, contents: Contents, item: Item) -> tuple[Mark, ...]:
        """The marks of the places to which links lead from an item."""
        kept = self._led.get(item.id)
        if kept is None:
            kept = self._led[item.id] = tuple(map(locate, derived_places(contents, item)))
        return kept

    def forget_led(self) -> None:
        """Find anew where links lead."""
        self._led.clear()


@dataclass(frozen=True, eq=False)
class Marks:
    """The marks in view as columns: each is a row; `rows_of` are those of each item.

    `placeless` are the items without one, `polar` those that lie beyond the map with all of their places;
    `beyond` are the marks there of each item.
    """

    marks: tuple[Mark, ...]
    x: Floats
    y: Floats
    half: Floats
    kinds: Ints
    numbers: Ints
    """Of which item each is, counted from 0."""
    is_faded: NDArray[np.bool_]
    rows_of: Mapping[str, tuple[int, ...]]
    placeless: tuple[str, ...]
    polar: tuple[str, ...]
    beyond: Mapping[str, tuple[Mark, ...]]

    @classmethod
    def of(
        cls,
        contents: Contents,
        found: Iterable[tuple[Item, tuple[Mark, ...]]],
        faded: Set[str],
    ) -> Marks:
        """The columns of items with their marks, in order."""
        marks: list[Mark] = []
        kinds: list[int] = []
        numbers: list[int] = []
        dim: list[bool] = []
        rows: dict[str, tuple[int, ...]] = {}
        placeless: list[str] = []
        polar: list[str] = []
        beyond: dict[str, tuple[Mark, ...]] = {}
        for item, held in found:
            drawn = [each for each in held if each.is_drawn]
            if len(drawn) < len(held):
                beyond[item.id] = tuple(each for each in held if not each.is_drawn)
            if not held:
                placeless.append(item.id)
            elif not drawn:
                polar.append(item.id)
            else:
                numbers += [len(rows)] * len(drawn)
                rows[item.id] = tuple(range(len(marks), len(marks) + len(drawn)))
                marks += drawn
                kinds += [_KINDS.get(item.kind, UNKNOWN_KIND)] * len(drawn)
                dim += [item.id in faded] * len(drawn)
        return cls(
            tuple(marks),
            np.array([each.x for each in marks]),
            np.array([each.y for each in marks]),
            np.array([each.half for each in marks]).reshape(-1, 2),
            np.array(kinds, dtype=np.int64),
            np.array(numbers, dtype=np.int64),
            np.array(dim, dtype=bool),
            rows,
            tuple(placeless),
            tuple(polar),
            beyond,
        )

    def __len__(self) -> int:
        return len(self.marks)

    def is_as(self, other: Marks) -> bool:
        """Whether the others are the same marks in the same order, whatever stands back of them."""
        return len(self) == len(other) and all(map(operator.is_, self.marks, other.marks))

    @property
    def boxes(self) -> Floats:
        """What each takes up on the map: left, top, right, bottom."""
        across, down = self.half.T
        return np.stack([self.x - across, self.y - down, self.x + across, self.y + down], axis=1)

    def rows(self, item_ids: Iterable[str]) -> Ints:
        """The rows of some items."""
        found = [row for each in item_ids for row in self.rows_of.get(each, ())]
        return np.array(found, dtype=np.int64)

    def items(self, rows: Iterable[int]) -> list[str]:
        """The items of some rows, each once."""
        return list(dict.fromkeys(self.marks[row].of.item for row in rows))


NO_MARKS = Marks(
    (),
    np.empty(0),
    np.empty(0),
    np.empty((0, 2)),
    np.empty(0, dtype=np.int64),
    np.empty(0, dtype=np.int64),
    np.empty(0, dtype=bool),
    {},
    (),
    (),
    {},
)
