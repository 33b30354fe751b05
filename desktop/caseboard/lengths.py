"""Lengths, areas and coordinates as people read them, wherever something is measured."""

from __future__ import annotations

from casedb.model.place import CoordinateForm
from casedb.words import say, term, written

FORMS: dict[str, CoordinateForm] = {
    "decimal": CoordinateForm.DECIMAL,
    "dms": CoordinateForm.DMS,
    "mgrs": CoordinateForm.MGRS,
}
FORM_NAMES = {
    "decimal": term("Decimal degrees"),
    "dms": term("Degrees, minutes, seconds"),
    "mgrs": term("MGRS"),
}
"""The ways in which coordinates are written."""


def length_in_words(metres: float) -> str:
    """A length as people read it.

    >>> length_in_words(0.123), length_in_words(45.678), length_in_words(2345.6)
    ('0.12 m', '45.7 m', '2.35 km')
    """
    if metres >= 1000:
        return say("{n} km", n=written(metres / 1000, 2))
    return say("{n} m", n=written(metres, 2 if metres < 10 else 1))


def area_in_words(metres: float) -> str:
    """An area, in square metres, as people read it.

    >>> area_in_words(12.34), area_in_words(45678), area_in_words(2345678)
    ('12.3 m²', '45,678 m²', '2.35 km²')
    """
    if metres >= 1_000_000:
        return say("{n} km²", n=written(metres / 1_000_000, 2))
    return say("{n} m²", n=written(metres, 1 if metres < 1000 else 0))
