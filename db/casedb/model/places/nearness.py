"""Whether two places can be one and the same."""

from __future__ import annotations

from enum import Enum

from casedb.model.places.measures import find_centre, measure_distance, measure_size
from casedb.model.places.precision import Precision
from casedb.model.places.shapes import Shape


class Nearness(Enum):
    """Whether two places can be one and the same, see `Place.matches`."""

    SAME = "same"
    MAYBE = "maybe"
    APART = "apart"


def judge_nearness(
    shapes: tuple[Shape, Shape], precisions: tuple[Precision | None, Precision | None]
) -> Nearness:
    """Whether two shapes, known with these precisions, can be one place, see `Place.matches`."""
    between = measure_distance(*map(find_centre, shapes))
    sizes = [measure_size(each) for each in shapes]
    widest = [(each or Precision.ONE_KILOMETRE).metres for each in precisions]
    if between > sum(sizes) + sum(widest):
        return Nearness.APART
    smaller, larger = sorted((each or Precision.TEN_METRES).metres for each in precisions)
    off = max(between, abs(sizes[0] - sizes[1]))
    if off <= min(smaller, Precision.ONE_KILOMETRE.metres) and larger <= 10 * smaller:
        return Nearness.SAME
    return Nearness.MAYBE
