"""Meridians and parallels, as far apart as they can be told at a scale, and what they are called."""

from __future__ import annotations

import math

from casedb.analysis.maps.clipping import Frame
from casedb.analysis.maps.mercator import LIMIT, place_of, spot_of

_WHOLE = (30.0, 20.0, 15.0, 10.0, 5.0, 2.0, 1.0)
_SIXTIETHS = (30, 20, 10, 5, 2, 1)
_TENTHS = (5, 2, 1)


def steps(*, in_sixtieths: bool) -> list[float]:
    """The distances in degrees that lines can have, the largest first: in minutes and seconds below a degree,
    or in tenths, as people write coordinates."""
    if in_sixtieths:
        fine = [each / 60 for each in _SIXTIETHS] + [each / 3600 for each in _SIXTIETHS]
        fine += [0.5 / 3600, 0.2 / 3600, 0.1 / 3600]
    else:
        fine = [each / 10**power for power in range(1, 7) for each in _TENTHS]
    return [*_WHOLE, *fine]


def step_for(degrees: float, *, in_sixtieths: bool) -> float:
    """The smallest such distance that is at least so many degrees."""
    found = [each for each in steps(in_sixtieths=in_sixtieths) if each >= degrees]
    return min(found, default=_WHOLE[0])


def meridians(view: Frame, step: float) -> list[tuple[float, float]]:
    """The meridians in view: `x`, and longitude from -180 to 180."""
    first, last = ((each - 0.5) * 360 for each in (view.left, view.right))
    numbers = range(math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9) + 1)
    return [(each * step / 360 + 0.5, _turned(each * step)) for each in numbers]


def parallels(view: Frame, step: float) -> list[tuple[float, float]]:
    """The parallels in view: `y`, and latitude."""
    north, south = place_of(0, max(view.top, 0.0))[0], place_of(0, min(view.bottom, 1.0))[0]
    numbers = range(math.ceil(south / step - 1e-9), math.floor(north / step + 1e-9) + 1)
    lats = [each * step for each in numbers]
    return [(spot_of(lat, 0)[1], lat) for lat in lats if abs(lat) <= LIMIT]


def _turned(lon: float) -> float:
    turned = math.remainder(lon, 360)
    return 180.0 if turned == -180 else turned


def show_degrees(value: float, letters: str, step: float, *, in_sixtieths: bool) -> str:
    """A coordinate of a line, with as many digits as its distance from the next asks for.

    >>> show_degrees(-30.5, "EW", 0.5, in_sixtieths=False)
    '30.5° W'
    >>> show_degrees(50.5, "NS", 1 / 60, in_sixtieths=True)
    "50°30' N"
    >>> show_degrees(0, "NS", 10, in_sixtieths=False)
    '0°'
    """
    size = abs(value)
    letter = "" if size < step / 2 or size == 180 else letters[value < 0]
    if step >= 1 or not in_sixtieths:
        digits = max(0, -math.floor(math.log10(step) + 1e-9))
        told = f"{size:.{digits}f}°"
    else:
        tenths = round(size * 36_000)
        degrees, rest = divmod(tenths, 36_000)
        minutes, seconds = divmod(rest, 600)
        told = f"{degrees}°{minutes:02}'"
        if step < 1 / 60 - 1e-12:
            told += f'{seconds // 10:02}"' if step > 0.9 / 3600 else f'{seconds / 10:04.1f}"'
    return f"{told} {letter}".rstrip()
