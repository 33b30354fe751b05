"""`Plan`: boxes put beside and below each other, and the distances between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from casedb.model.geometry import Point, Rect, bounding_rect

GAP = 24.0
"""Between neighbours, in board units."""
WIDE_GAP = 80.0
"""Between columns that strings run between: room for a string with its label."""


class Size(NamedTuple):
    """How wide and high a box is, in board units."""

    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Where boxes lie, the n-th place being that of the n-th box; the block begins near (0, 0).

    `columns` name the boxes that lie below one another, from the top; no two columns of a plan that
    lie beside each other share more than an edge. A box that is in none may only move with all others.
    """

    sizes: tuple[Size, ...]
    places: tuple[Point, ...]
    columns: tuple[tuple[int, ...], ...] = ()

    def rects(self) -> list[Rect]:
        """The boxes where they lie."""
        return [
            Rect(place.x, place.y, size.w, size.h)
            for place, size in zip(self.places, self.sizes, strict=True)
        ]

    def only(self, boxes: Sequence[int]) -> Plan:
        """The plan with some of the boxes alone, numbered anew in the order given."""
        numbers = {box: n for n, box in enumerate(boxes)}
        columns = (tuple(numbers[n] for n in column if n in numbers) for column in self.columns)
        return Plan(
            tuple(self.sizes[n] for n in boxes),
            tuple(self.places[n] for n in boxes),
            tuple(filter(None, columns)),
        )

    @property
    def block(self) -> Rect:
        """The rectangle around all boxes; one of no size where there are none."""
        return bounding_rect(self.rects()) or Rect(0, 0, 0, 0)


def joined(sizes: Sequence[Size], parts: Iterable[tuple[Plan, Sequence[int], Point]]) -> Plan:
    """One plan of several: each with the boxes that it places, and how far it is shifted.

    Every box must be in one of the parts.
    """
    places = [Point(0, 0)] * len(sizes)
    columns: list[tuple[int, ...]] = []
    for plan, boxes, shift in parts:
        for box, place in zip(boxes, plan.places, strict=True):
            places[box] = place.moved(shift.x, shift.y)
        columns += [tuple(boxes[n] for n in column) for column in plan.columns]
    return Plan(tuple(sizes), tuple(places), tuple(columns))
