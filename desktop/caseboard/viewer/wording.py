"""What the viewer says of pixels, places and measures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from caseboard.lengths import FORM_NAMES, FORMS, area_in_words, length_in_words
from caseboard.viewer.measuring import measured
from caseboard.viewer.yardstick import Yardstick
from casedb.model.ground import Ground
from casedb.words import say, written

__all__ = [
    "FORMS",
    "FORM_NAMES",
    "area_in_words",
    "length_in_words",
    "measure_in_words",
    "pixel_in_words",
    "place_in_words",
]


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
