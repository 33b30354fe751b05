"""Read outlines of land and of countries from TopoJSON, as points of the map.

The format is that of github.com/topojson/topojson-specification: arcs of whole numbers, each told as a
step from the one before, and geometries that name arcs, backwards as the complement of their number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import numpy as np

from casedb.analysis.maps.mercator import Floats, to_world

_HALF = 0.5
_SOUTH = 1.6
"""Beyond what any map shows."""

Told: TypeAlias = "int | list[Told]"


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Lines of the map, each [N, 2]; `boxes` [M, 4] are around them: left, top, right, bottom."""

    lines: tuple[Floats, ...]
    boxes: Floats

    @classmethod
    def of(cls, lines: Sequence[Floats]) -> Outlines:
        """Lines with the boxes around them."""
        boxes = [np.concatenate([each.min(axis=0), each.max(axis=0)]) for each in lines]
        return cls(tuple(lines), np.array(boxes).reshape(-1, 4))

    def coarser(self, apart: float) -> Outlines:
        """The same without points less than about `apart` from the one before, and without areas so small."""
        kept: list[Floats] = []
        large = (self.boxes[:, 2:] - self.boxes[:, :2]).max(axis=1) >= apart
        for row in np.flatnonzero(large).tolist():
            line = self.lines[row]
            cells = np.round(line / apart)
            differs = (cells != np.roll(cells, 1, axis=0)).any(axis=1)
            if differs.sum() > 2:
                kept.append(line[differs])
        return Outlines.of(kept)


def read_rings(text: bytes, name: str) -> Outlines:
    """Every ring of the areas of an object of a topology, without its first point repeated at its end.

    Areas are what lies within an odd number of rings. A ring runs on across the edge of the world, so that
    its `x` may lie outside 0 to 1; one around a pole is closed along it.
    """
    told = json.loads(text)
    arcs = _arcs_of(told)
    rings: list[Floats] = []
    for geometry in told["objects"][name]["geometries"]:
        for numbers in _rings_of(geometry):
            parts = [_directed(arcs, each) for each in numbers]
            joined = [*(each[:-1] for each in parts), parts[-1][-1:]]
            rings.append(_closed(_unrolled(np.concatenate(joined))))
    return Outlines.of(rings)


def read_shared(text: bytes, name: str) -> Outlines:
    """The lines between two areas of an object of a topology, each once: borders without coasts."""
    told = json.loads(text)
    arcs = _arcs_of(told)
    uses = Counter[int]()
    for geometry in told["objects"][name]["geometries"]:
        numbers = {each if each >= 0 else ~each for ring in _rings_of(geometry) for each in ring}
        uses.update(numbers)
    shared = (arcs[number] for number, times in sorted(uses.items()) if times > 1)
    return Outlines.of([_unrolled(each) for each in shared])


def _arcs_of(told: dict[str, object]) -> list[Floats]:
    transform = cast("dict[str, list[float]]", told["transform"])
    scale, shift = np.array(transform["scale"]), np.array(transform["translate"])
    steps = cast("list[list[list[int]]]", told["arcs"])
    ends = np.cumsum([len(each) for each in steps])
    every = np.array([step for arc in steps for step in arc], dtype=np.int64)
    whole = np.cumsum(every, axis=0)
    # Each arc begins anew: what was summed up before it is taken off again.
    before = np.concatenate([np.zeros((1, 2), dtype=np.int64), whole[ends[:-1] - 1]])
    whole -= np.repeat(before, np.diff(ends, prepend=0), axis=0)
    lons, lats = (whole * scale + shift).T
    x, y = to_world(lats, lons)
    return np.split(np.stack([x, y], axis=1), ends[:-1])


def _unrolled(line: Floats) -> Floats:
    """A line without jumps: what goes across the edge of the world goes on beyond it."""
    turns = np.cumsum(np.round(np.diff(line[:, 0], prepend=line[0, 0])))
    return np.stack([line[:, 0] - turns, line[:, 1]], axis=1)


def _closed(line: Floats) -> Floats:
    """A ring that ends where it begins, by way of a pole where it went around the world."""
    if abs(line[-1, 0] - line[0, 0]) < _HALF:
        return line[:-1]
    pole = _SOUTH if line[:, 1].mean() > _HALF else 1 - _SOUTH
    return np.concatenate([line, [(line[-1, 0], pole), (line[0, 0], pole)]])


def _directed(arcs: Sequence[Floats], number: int) -> Floats:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _rings_of(geometry: dict[str, object]) -> Iterator[list[int]]:
    """The rings of a polygon or of several, each as the numbers of its arcs."""
    polygons = cast("list[list[list[int]]]", geometry.get("arcs", []))
    if geometry["type"] == "Polygon":
        yield from cast("list[list[int]]", polygons)
    elif geometry["type"] == "MultiPolygon":
        for polygon in cast("list[list[list[list[int]]]]", geometry["arcs"]):
            yield from cast("list[list[int]]", polygon)
