"""What does not go together in a satellite image besides the sun: angles, places, sizes in pixels."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from casedb.analysis.scene import Scene
from casedb.model.fields import Row, Table, Text, Unreadable
from casedb.model.kinds.satellite_image import SATELLITE_IMAGE
from casedb.model.place import Place, PlaceNotUnderstood, Point
from casedb.model.places.measures import (
    EARTH_RADIUS,
    measure_distance,
    trace_outline,
    walk_edges,
)
from casedb.model.places.precision import Precision
from casedb.model.places.shapes import wrap_longitude
from casedb.words import say, written

HIGHEST_ORBIT = 900_000.0
"""Metres above ground below which satellites fly that take pictures."""
ANGLES_AGREE = 1.5
"""Degrees by which incidence and off-nadir may miss each other, and still be of one orbit."""
FEWEST_PIXELS = 3.0
"""Pixels along an object below which nobody can tell what it is: our own bound, and a low one."""
MOST_FEATURES = 40
"""Observed features whose size is told in pixels."""

_METRES = {
    "mm": 0.001,
    "cm": 0.01,
    "m": 1.0,
    "km": 1000.0,
    "см": 0.01,
    "м": 1.0,
    "км": 1000.0,
    **dict.fromkeys(("metre", "metres", "meter", "meters"), 1.0),
    **dict.fromkeys(("ft", "foot", "feet"), 0.3048),
}
"""The metres of the units in which people write a size."""
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,4})?"
_UNIT = "|".join(sorted(_METRES, key=len, reverse=True))
_LENGTH = re.compile(rf"(?<![\w.,])({_NUMBER})\s*({_UNIT})?(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found, as a sentence, and whether it casts doubt on what is stated."""

    sentence: str
    is_doubt: bool = True


def findings_of(scene: Scene) -> Iterator[Finding]:
    """What goes together in a scene and what does not, without the sun."""
    for label in scene.unreadable:
        yield Finding(
            say("The value of “{field}” is not possible, so it was left aside.", field=label)
        )
    yield from _of_angles(scene)
    yield from _of_places(scene)
    yield from _of_sizes(scene)


# -- how slantwise it was taken --------------------------------------------------------------


def _of_angles(scene: Scene) -> Iterator[Finding]:
    off_nadir, incidence = scene.off_nadir, scene.incidence
    if off_nadir is None or incidence is None or _go_together(off_nadir, incidence):
        return
    given = {"incidence": _angle(incidence), "off_nadir": _angle(off_nadir)}
    if _go_together(off_nadir, 90 - incidence):
        yield Finding(
            say(
                "An incidence of {incidence} does not go with {off_nadir} off-nadir, but {other} does: "
                "the record gives the satellite’s elevation above the horizon, 90° less the incidence.",
                **given,
                other=_angle(90 - incidence),
            )
        )
        return
    yield Finding(
        say(
            "An incidence of {incidence} does not go with {off_nadir} off-nadir from any orbit that "
            "takes such pictures.",
            **given,
        )
    )


def _go_together(off_nadir: float, incidence: float) -> bool:
    """Whether both can be of one view, from the air or from an orbit."""
    highest = _incidence_from(HIGHEST_ORBIT, off_nadir)
    return off_nadir - ANGLES_AGREE <= incidence <= highest + ANGLES_AGREE


def _incidence_from(height: float, off_nadir: float) -> float:
    sine = (EARTH_RADIUS + height) / EARTH_RADIUS * math.sin(math.radians(off_nadir))
    return math.degrees(math.asin(sine)) if sine < 1 else 90.0


def _angle(value: float) -> str:
    return f"{written(round(value, 1))}°"


# -- where it was taken ----------------------------------------------------------------------


def _of_places(scene: Scene) -> Iterator[Finding]:
    where, footprint = scene.where, scene.footprint
    if where is None or footprint is None or where.centre is None or footprint.shape is None:
        return
    middle = footprint.centre
    assert middle is not None
    if footprint.contains(where) or footprint.contains(Place(shape=where.centre)):
        yield Finding(say("The place lies within the footprint."), is_doubt=False)
        return
    room = (where.precision or Precision.ONE_KILOMETRE).metres
    if (
        where.contains(footprint)
        or where.contains(Place(shape=middle))
        or _distance_to(footprint, where.centre) <= room
    ):
        return
    metres = measure_distance(where.centre, middle)
    told = say(
        "The place lies outside the footprint, {distance} from its middle.",
        distance=_distance(metres),
    )
    slip = _place_slip(where.centre, footprint)
    yield Finding(f"{told} {slip}" if slip else told)


def _place_slip(point: Point, footprint: Place) -> str:
    """What would bring a point into a footprint, in a sentence."""
    slips = (
        (
            point.lon,
            point.lat,
            say("With latitude and longitude exchanged it lies within: they seem to be swapped."),
        ),
        (
            -point.lat,
            point.lon,
            say(
                "With the other sign of the latitude it lies within: north and south are mixed up."
            ),
        ),
        (
            point.lat,
            -point.lon,
            say("With the other sign of the longitude it lies within: east and west are mixed up."),
        ),
        (
            -point.lat,
            -point.lon,
            say("With the other sign of both coordinates it lies within."),
        ),
    )
    for lat, lon, sentence in slips:
        try:
            moved = Place(shape=Point(lat, lon))
        except PlaceNotUnderstood:
            continue
        if footprint.contains(moved):
            return sentence
    return ""


def _distance_to(area: Place, point: Point) -> float:
    """Metres from a point outside an area to its outline, within some hundredths of its size."""
    assert area.shape is not None
    spots = trace_outline(area.shape)
    nearest = math.inf
    for (ax, ay), (bx, by) in walk_edges(spots) if len(spots) > 1 else pairwise(spots * 2):
        for step in range(_STEPS + 1):
            along = step / _STEPS
            spot = Point(
                max(-90.0, min(90.0, ay + along * (by - ay))),
                wrap_longitude(ax + along * (bx - ax)),
            )
            nearest = min(nearest, measure_distance(point, spot))
    return nearest


_STEPS = 32


def _distance(metres: float) -> str:
    if metres < 1000:
        return say("{n} m", n=round(metres))
    return say("{n} km", n=round(metres / 1000, 1) if metres < 10_000 else round(metres / 1000))


# -- how large things are in it --------------------------------------------------------------


def _of_sizes(scene: Scene) -> Iterator[Finding]:
    if not scene.gsd:
        return
    for row in scene.features[:MOST_FEATURES]:
        label, size = _cell(row, "label"), _cell(row, "size")
        lengths = lengths_in(size)
        if not lengths:
            continue
        longest, shortest = max(lengths) / scene.gsd, min(lengths) / scene.gsd
        given = {
            "feature": label or say("A feature"),
            "size": size.strip()[:40],
            "pixels": _pixels(longest),
            "gsd": written(scene.gsd),
        }
        if longest < FEWEST_PIXELS:
            yield Finding(
                say(
                    "{feature} ({size}) covers {pixels} pixels at {gsd} m a pixel: too few to tell what "
                    "it is.",
                    **given,
                )
            )
        elif len(lengths) > 1:
            yield Finding(
                say(
                    "{feature} ({size}) covers {pixels} by {across} pixels at {gsd} m a pixel.",
                    **given,
                    across=_pixels(shortest),
                ),
                is_doubt=False,
            )
        else:
            yield Finding(
                say("{feature} ({size}) covers {pixels} pixels at {gsd} m a pixel.", **given),
                is_doubt=False,
            )


def lengths_in(text: str) -> list[float]:
    """The lengths in metres that a text of a size names; a number takes the unit that follows it.

    >>> lengths_in("12.5 × 3 m"), lengths_in("about 40 cm"), lengths_in("2 trucks"), lengths_in("8x3m")
    ([12.5, 3.0], [0.4], [], [8.0, 3.0])
    """
    plain = re.sub(r"(?<=[0-9])\s*[x×х*]\s*(?=[0-9])", " × ", text[:200])
    found = [(match[1], match[2]) for match in _LENGTH.finditer(plain)]
    lengths: list[float] = []
    unit = ""
    for number, own in reversed(found):
        unit = own or unit
        if unit:
            lengths.append(float(number.replace(",", ".")) * _METRES[unit.lower()])
    return [each for each in reversed(lengths) if each > 0]


def _pixels(count: float) -> str:
    return written(round(count, 1) if count < 10 else round(count))


def _cell(row: Row, name: str) -> str:
    table = SATELLITE_IMAGE.field("features")
    assert isinstance(table, Table)
    column = next(each for each in table.columns if each.name == name)
    assert isinstance(column, Text)
    try:
        return column.read(row) or ""
    except Unreadable:
        return ""
