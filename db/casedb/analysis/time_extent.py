"""The part of time in which most things of a case lie."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

FAR = 0.6
"""What is parted from the rest by a gap that takes up more than this share of all time lies far off."""
FEWEST, SHARE = 5, 10
"""Of fewer stretches than this none lies far off; of more, at either end no more than one in so many."""


def thick_part(stretches: Iterable[tuple[float, float]]) -> tuple[float, float] | None:
    """From when to when most of some stretches lie, without a few that are far off at either end; None of
    none at all.

    >>> thick_part([(0, 1), (97, 98), (98, 98), (98, 99), (99, 100)])
    (97.0, 100.0)
    >>> thick_part([(0, 1), (40, 50), (98, 98), (98, 99), (99, 100)])
    (0.0, 100.0)
    """
    found = np.array(list(stretches), dtype=np.float64).reshape(-1, 2)
    if not len(found):
        return None
    found = found[np.argsort(found[:, 0], kind="stable")]
    begins, ends = found[:, 0], np.maximum.accumulate(found[:, 1])
    gaps = begins[1:] - ends[:-1]
    few = max(1, len(found) // SHARE) if len(found) >= FEWEST else 0
    low, high = 0, len(found) - 1
    while high > low:
        widest = low + int(np.argmax(gaps[low:high]))
        if gaps[widest] <= FAR * (ends[high] - begins[low]):
            break
        if widest + 1 <= few:
            low = widest + 1
        elif len(found) - widest - 1 <= few:
            high = widest
        else:
            break
    return float(begins[low]), float(ends[high])
