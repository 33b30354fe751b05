"""How exactly a place is known."""

from __future__ import annotations

from enum import Enum


class Precision(Enum):
    """How exactly a place is known; the value is what people read."""

    TEN_METRES = "10 m"
    HUNDRED_METRES = "100 m"
    ONE_KILOMETRE = "1 km"
    REGION = "region"

    @property
    def metres(self) -> float:
        """The radius within which the place may lie around its shape; 50 km for a region."""
        return _METRES[self]


_METRES = {
    Precision.TEN_METRES: 10.0,
    Precision.HUNDRED_METRES: 100.0,
    Precision.ONE_KILOMETRE: 1_000.0,
    Precision.REGION: 50_000.0,
}
