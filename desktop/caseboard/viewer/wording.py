"""What the viewer says of pixels, places and measures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from caseboard.viewer.measuring import measured
from caseboard.viewer.yardstick import Yardstick
from casedb.model.ground import Ground
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


def pixel_in_words(x: int, y: int, sample: Sequence[float]) -> str:
    """Where a pixel is and what it holds."""
    told = say("x {x}, y {y}", x=f"{x:,}", y=f"{y:,}")
    if not sample:
        return told
    return f"{told} · {', '.join(_number(each) for each in sample)}"


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.6g}"


def place_in_words(ground: Ground | None, x: float, y: float, form: str) -> str:
    """Where on the earth a point of a picture lies; empty where nothing says so."""
    place = ground.place(x, y) if ground is not None else None
    return place.show(FORMS[form]) if place is not None else ""


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


def measure_in_words(
    points: Sequence[QPointF], stick: Yardstick | None, *, with_angle: bool = True
) -> str:
    """What a line through points, in pixels, comes to; in metres too where a yardstick is known."""
    told = measured(points)
    if not told.length:
        return ""
    metres = stick.length(points) if stick is not None else None
    pixels = say("{n} px", n=written(told.length, 1))
    parts = [f"{length_in_words(metres)} ({pixels})" if metres is not None else pixels]
    if with_angle and told.area is None and told.angle is not None:
        parts.append(say("{n}° clockwise from the upper edge", n=written(told.angle, 1)))
    if told.area is not None:
        area = say("{n} px²", n=written(told.area, 0))
        square = stick.area(points, told.area) if stick is not None else None
        parts.append(f"{area_in_words(square)} ({area})" if square is not None else area)
    return " · ".join(parts)
