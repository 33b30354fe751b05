"""Showing shapes to people: coordinates only as exact as they are known."""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import Enum

from casedb.model.places.measures import EARTH_RADIUS, find_bounds, find_centre
from casedb.model.places.mgrs import to_mgrs
from casedb.model.places.precision import Precision
from casedb.model.places.shapes import Box, Point, Polygon, Shape


class CoordinateForm(Enum):
    """The ways in which coordinates are shown."""

    DECIMAL = "decimal degrees"
    DMS = "degrees, minutes and seconds"
    MGRS = "MGRS"


_DECIMALS = {
    None: 6,
    Precision.TEN_METRES: 5,
    Precision.HUNDRED_METRES: 4,
    Precision.ONE_KILOMETRE: 3,
    Precision.REGION: 1,
}
# Parts of a degree in the smallest unit shown, and the decimals of that unit.
_SEXAGESIMAL = {
    None: (3600, 3),
    Precision.TEN_METRES: (3600, 1),
    Precision.HUNDRED_METRES: (3600, 0),
    Precision.ONE_KILOMETRE: (60, 1),
    Precision.REGION: (60, 0),
}
_MGRS_DIGITS = {
    None: 5,
    Precision.TEN_METRES: 4,
    Precision.HUNDRED_METRES: 3,
    Precision.ONE_KILOMETRE: 2,
    Precision.REGION: 0,
}


def show_shape(shape: Shape, precision: Precision | None, form: CoordinateForm) -> str:
    """The coordinates of a shape for people, as described at `Place.show`."""
    if form is CoordinateForm.MGRS:
        return _show_mgrs(shape, precision)
    write, gap = (_write_decimal, ", ") if form is CoordinateForm.DECIMAL else (_write_dms, " ")

    def pair(point: Point) -> str:
        return write(point.lat, precision, "NS") + gap + write(point.lon, precision, "EW")

    match shape:
        case Point():
            return pair(shape)
        case Box(south, west, north, east):
            low = write(south, precision, "NS", ROUND_FLOOR)
            high = write(north, precision, "NS", ROUND_CEILING)
            left = write(west, precision, "EW", ROUND_FLOOR)
            right = write(east, precision, "EW", ROUND_CEILING)
            return f"{low}..{high}{gap}{left}..{right}"
        case Polygon(points):
            return "; ".join(pair(each) for each in points)


def _round(value: Decimal, digits: int, rounding: str) -> Decimal:
    # Adding zero turns a negative zero into a plain one.
    return value.quantize(Decimal(1).scaleb(-digits), rounding) + 0


def _trim(number: str, precision: Precision | None) -> str:
    if precision is None and "." in number:
        return number.rstrip("0").rstrip(".")
    return number


def _write_decimal(
    value: float, precision: Precision | None, letters: str, rounding: str = ROUND_HALF_EVEN
) -> str:
    """Signed decimal degrees; the letters of the hemispheres are not needed."""
    return _trim(f"{_round(Decimal(str(value)), _DECIMALS[precision], rounding):f}", precision)


def _write_dms(
    value: float, precision: Precision | None, letters: str, rounding: str = ROUND_HALF_EVEN
) -> str:
    """Degrees, minutes and perhaps seconds with the letter of the hemisphere."""
    parts, digits = _SEXAGESIMAL[precision]
    total = _round(Decimal(str(value)) * parts, digits, rounding)
    letter = letters[total < 0]
    degrees, rest = divmod(abs(total), parts)
    if parts == 60:
        return f"{degrees}°{_pad(rest, precision)}'{letter}"
    minutes, seconds = divmod(rest, 60)
    return f"{degrees}°{_pad(minutes, precision)}'{_pad(seconds, precision)}\"{letter}"


def _pad(number: Decimal, precision: Precision | None) -> str:
    whole, point, fraction = _trim(f"{number:f}", precision).partition(".")
    return f"{whole:0>2}{point}{fraction}"


def _show_mgrs(shape: Shape, precision: Precision | None) -> str:
    finest = _MGRS_DIGITS[precision]
    if isinstance(shape, Point):
        return to_mgrs(shape, finest, spaced=True)
    box, centre = find_bounds(shape), find_centre(shape)
    height = math.radians(box.north - box.south) * EARTH_RADIUS
    width = math.radians(box.width) * EARTH_RADIUS * math.cos(math.radians(centre.lat))
    # The box around a cell is up to 1.42 times as wide as the cell, where the grid is askew.
    for digits in range(finest, -1, -1):
        if max(height, width) <= 1.5 * 10 ** (5 - digits):
            return to_mgrs(centre, digits, spaced=True)
    corners = (Point(box.south, box.west), Point(box.north, box.east))
    return "..".join(to_mgrs(each, 0, spaced=True) for each in corners)
