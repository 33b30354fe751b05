"""Gaps: stretches of time in which nothing is dated, between the first thing that is and the last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Gap(NamedTuple):
    """A stretch from where the last thing before it is over to where the next begins."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.last - self.first


def gaps_between(stretches: Iterable[tuple[float, float]], least: float = 0.0) -> list[Gap]:
    """The gaps between some stretches that are longer than the least, in the order of time.

    >>> gaps_between([(5, 6), (0, 2), (1, 3)])
    [Gap(first=3, last=5)]
    """
    found: list[Gap] = []
    reached: float | None = None
    for first, last in sorted(stretches):
        if reached is not None and first - reached > least:
            found.append(Gap(reached, first))
        reached = last if reached is None else max(reached, last)
    return found
