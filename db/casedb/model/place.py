"""`Place`: where something is, as far as it is known, with how exactly and how that was found.

All coordinates are degrees on WGS 84. Reads and writes decimal degrees, degrees with minutes and
seconds, MGRS, well-known text (OGC 06-103r4) and GeoJSON geometry (RFC 7946). Well-known text and
GeoJSON put the longitude first; everything else here puts the latitude first.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import Enum
from itertools import groupby, pairwise
from typing import TypeAlias, cast

from casedb.model.json_value import JsonValue
from casedb.model.mgrs import (
    Box,
    Cell,
    PlaceNotUnderstood,
    Point,
    from_mgrs,
    to_mgrs,
    wrap_longitude,
)

__all__ = [
    "Box",
    "CoordinateForm",
    "Nearness",
    "Place",
    "PlaceNotUnderstood",
    "Point",
    "Polygon",
    "Precision",
    "Shape",
]


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


class CoordinateForm(Enum):
    """The ways in which coordinates are shown."""

    DECIMAL = "decimal degrees"
    DMS = "degrees, minutes and seconds"
    MGRS = "MGRS"


class Nearness(Enum):
    """Whether two places can be one and the same, see `Place.matches`."""

    SAME = "same"
    MAYBE = "maybe"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Polygon:
    """An area within at least three distinct corners, without repeating the first at the end.

    Edges are straight lines in longitude and latitude. An edge over more than 180 degrees of
    longitude is read the short way round, across the antimeridian; a parallel from -180 to 180
    is not. Raises PlaceNotUnderstood for fewer corners and around a pole.
    """

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if len(set(self.points)) < 3:
            raise PlaceNotUnderstood("A polygon needs at least three different corners.")
        if self.points[0] == self.points[-1]:
            raise PlaceNotUnderstood(
                "The last corner of the polygon repeats the first; leave it out."
            )
        first, *_, back = _unwrap((*self.points, self.points[0]))
        if first != back:
            raise PlaceNotUnderstood(
                "This polygon goes around a pole, so its inside is not certain; "
                "give the area as a box instead."
            )


Shape: TypeAlias = Point | Box | Polygon


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a name, a shape, or both, kept apart from how exactly that is known.

    `name` may be all that is known. `method` says in free words how the place was located;
    `stated` keeps the coordinates to the letter as the source wrote them.
    Raises PlaceNotUnderstood when name, shape and stated coordinates are all missing.
    """

    name: str = ""
    shape: Shape | None = None
    precision: Precision | None = None
    method: str = ""
    stated: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip() and self.shape is None and not self.stated.strip():
            raise PlaceNotUnderstood("A place needs a name or coordinates.")

    @classmethod
    def parse(cls, text: str) -> Place:
        """The place a person typed or pasted: coordinates, a name, or a name with coordinates.

        Understood are decimal degrees (latitude first), degrees with minutes and seconds, MGRS
        (which also sets the precision), a box as south..north, west..east, corners of a polygon
        with semicolons between them, and well-known text. Anything without coordinates in it is
        a name. Raises PlaceNotUnderstood for nothing, for coordinates that cannot be read or
        have more than one meaning, and for very long text.
        """
        given = text.strip()
        if not given:
            raise PlaceNotUnderstood("Nothing was given; type a name or coordinates.")
        if (match := _WKT.fullmatch(given)) is not None:
            return cls(shape=_read_wkt(match), stated=given)
        if len(given) > _LONGEST:
            raise PlaceNotUnderstood(
                f"This text has {len(given)} characters, too many for a place; "
                "keep a short name here and the rest in the notes."
            )
        for name, stated in _split_name(given):
            reading = _read_coordinates(stated)
            if reading is None:
                continue
            if name and _read_coordinates(name) is not None:
                raise PlaceNotUnderstood(
                    "This text gives coordinates twice; keep one of them here and the other "
                    "in the notes."
                )
            shape, precision = reading
            return cls(name, shape, precision, stated=stated if name else given)
        return cls(name=given)

    @classmethod
    def from_json(cls, value: Mapping[str, object]) -> Place:
        """The place that `to_json` wrote; also a bare GeoJSON Point or Polygon, or a bbox alone.

        Positions are longitude, latitude (RFC 7946, section 3.1.1); an altitude is left out.
        Raises PlaceNotUnderstood for anything else, unknown keys included, so that nothing a
        newer version wrote is dropped unseen.
        """
        members = _read_object(value, "A place")
        if "coordinates" in members:
            members = _read_object({"geometry": members}, "A place")
        _refuse_unknown(members, _MEMBERS)
        shape = _read_geometry(members.get("geometry"))
        box = _read_bbox(members.get("bbox"))
        name, method, stated = (_read_text(members, key) for key in ("name", "method", "stated"))
        precision = members.get("precision")
        known = {None: None, **{each.value: each for each in Precision}}
        if not isinstance(precision, str | None) or precision not in known:
            raise PlaceNotUnderstood(
                'The precision of a place must be "10 m", "100 m", "1 km", "region" or null.'
            )
        return cls(name, shape or box, known[precision], method, stated)

    def to_json(self) -> dict[str, JsonValue]:
        """The place as JSON, read back without loss by `from_json`.

        `geometry` is a GeoJSON Point or Polygon with longitude before latitude (RFC 7946), corners
        in the order they have here. A box has a null geometry and a `bbox` of west, south, east,
        north, where west > east crosses the antimeridian (RFC 7946, section 5.2).
        """
        written: dict[str, JsonValue] = {"name": self.name, "geometry": None}
        match self.shape:
            case Point():
                written["geometry"] = {"type": "Point", "coordinates": _position(self.shape)}
            case Polygon(points):
                ring = [_position(each) for each in (*points, points[0])]
                written["geometry"] = {"type": "Polygon", "coordinates": [ring]}
            case Box(south, west, north, east):
                written["bbox"] = [west, south, east, north]
            case None:
                pass
        return written | {
            "precision": None if self.precision is None else self.precision.value,
            "method": self.method,
            "stated": self.stated,
        }

    def to_wkt(self) -> str | None:
        """The shape as well-known text, longitude first, or None without a shape.

        A box becomes BOX(west south,east north), as PostGIS writes it. `parse` reads all three.
        """
        match self.shape:
            case Point(lat, lon):
                return f"POINT({lon} {lat})"
            case Polygon(points):
                corners = ", ".join(f"{each.lon} {each.lat}" for each in (*points, points[0]))
                return f"POLYGON(({corners}))"
            case Box(south, west, north, east):
                return f"BOX({west} {south},{east} {north})"
            case None:
                return None

    def show(self, form: CoordinateForm = CoordinateForm.DECIMAL) -> str:
        """The place for people: the name first, coordinates only as exact as the precision.

        Decimal degrees have 5 digits for 10 m, 4 for 100 m, 3 for 1 km, 1 for a region, and up to
        6 when the precision is not known. Boxes are rounded outwards. MGRS names the cell around
        the centre, about as large as the precision or the shape, whichever is larger; a shape
        over 150 km is shown by the squares of its corners.
        """
        if self.shape is None:
            return self.name or self.stated
        shown = _show_shape(self.shape, self.precision, form)
        return f"{self.name} ({shown})" if self.name else shown

    def show_short(self) -> str:
        """The place for a card: its name, or else the centre with no more than 3 decimals."""
        if self.name:
            return self.name
        centre = self.centre
        if centre is None:
            return self.stated
        coarse = self.precision is Precision.REGION
        precision = Precision.REGION if coarse else Precision.ONE_KILOMETRE
        return _show_shape(centre, precision, CoordinateForm.DECIMAL)

    @property
    def centre(self) -> Point | None:
        """The middle of a box, the centroid of a polygon, the point itself; None without shape."""
        return None if self.shape is None else _centre(self.shape)

    @property
    def bounds(self) -> Box | None:
        """The smallest box around the shape as stated; None without a shape."""
        return None if self.shape is None else _bounds(self.shape)

    def contains(self, other: Place) -> bool | None:
        """Whether the other shape lies within this one, or None when either has no shape.

        Shapes are taken as stated, without their precision. Edges count as inside, and so does
        whatever lies within a billionth of a degree (0.1 mm), to be safe from rounding.
        """
        if self.shape is None or other.shape is None:
            return None
        return _holds(self.shape, other.shape)

    def distance_to(self, other: Place) -> float | None:
        """Metres between the centres along a great circle, or None when either has no shape.

        Haversine formula on the mean earth radius of 6,371,008.8 m, off by at most 0.6 %.
        """
        here, there = self.centre, other.centre
        return None if here is None or there is None else _distance(here, there)

    def matches(self, other: Place) -> Nearness:
        """Whether the two can be one place, given their precision.

        The size of a shape is the farthest distance from its centre to its outline; the radius is
        that of the precision class (10 m, 100 m, 1 km, 50 km for a region).
        APART: the centres are farther apart than both sizes and both radii together.
        SAME: the shapes coincide within the smaller radius, at most 1 km, both in centre and in
        size; and the larger radius is no more than ten times the smaller, for a point that lies
        in a region is not that region.
        MAYBE: all else, and always without coordinates: names alone decide nothing.
        Where the precision is not stated, 1 km is taken for APART and 10 m for SAME, so that
        both answers hold either way.
        """
        if self.shape is None or other.shape is None:
            return Nearness.MAYBE
        between = _distance(_centre(self.shape), _centre(other.shape))
        sizes = _size(self.shape), _size(other.shape)
        known = self.precision, other.precision
        if between > sum(sizes) + sum((each or Precision.ONE_KILOMETRE).metres for each in known):
            return Nearness.APART
        smaller, larger = sorted((each or Precision.TEN_METRES).metres for each in known)
        off = max(between, abs(sizes[0] - sizes[1]))
        if off <= min(smaller, Precision.ONE_KILOMETRE.metres) and larger <= 10 * smaller:
            return Nearness.SAME
        return Nearness.MAYBE


# --- measuring -----------------------------------------------------------------------------------

_EARTH_RADIUS = 6_371_008.8
_TOLERANCE = 1e-9

# Longitude and latitude on a plane, where a longitude may run on past 180.
_Spot: TypeAlias = tuple[float, float]


def _unwrap(points: Iterable[Point]) -> list[_Spot]:
    """The points on a plane, each reached from the one before by the short way round."""
    spots: list[_Spot] = []
    turns = 0
    before: Point | None = None
    for point in points:
        step = 0.0 if before is None else point.lon - before.lon
        around_the_world = before is not None and abs(step) == 360 and point.lat == before.lat
        if abs(step) > 180 and not around_the_world:
            turns -= 1 if step > 0 else -1
        spots.append((point.lon + 360 * turns, point.lat))
        before = point
    return spots


def _outline(shape: Shape) -> list[_Spot]:
    """The corners of a shape on a plane."""
    match shape:
        case Point(lat, lon):
            return [(lon, lat)]
        case Box(south, west, north):
            east = west + shape.width
            return [(west, south), (east, south), (east, north), (west, north)]
        case Polygon(points):
            return _unwrap(points)


def _edges(spots: Sequence[_Spot]) -> Iterator[tuple[_Spot, _Spot]]:
    return pairwise((*spots, spots[0]))


def _bounds(shape: Shape) -> Box:
    if isinstance(shape, Box):
        return shape
    lons, lats = zip(*_outline(shape), strict=True)
    west, east = min(lons), max(lons)
    if east - west >= 360:
        return Box(min(lats), -180, max(lats), 180)
    return Box(min(lats), wrap_longitude(west), max(lats), wrap_longitude(east))


def _centre(shape: Shape) -> Point:
    if isinstance(shape, Point):
        return shape
    box = _bounds(shape)
    x, y = box.west + box.width / 2, (box.south + box.north) / 2
    if isinstance(shape, Polygon):
        x, y = _centroid(_unwrap(shape.points)) or (x, y)
    return Point(y, wrap_longitude(x))


def _centroid(spots: Sequence[_Spot]) -> _Spot | None:
    """The centroid of an area, or None for outlines without one: crossing themselves, or flat."""
    x0, y0 = spots[0]
    area = moment_x = moment_y = 0.0
    for (ax, ay), (bx, by) in _edges([(x - x0, y - y0) for x, y in spots]):
        weight = ax * by - bx * ay
        area += weight
        moment_x += (ax + bx) * weight
        moment_y += (ay + by) * weight
    if area == 0:
        return None
    x, y = x0 + moment_x / (3 * area), y0 + moment_y / (3 * area)
    lons, lats = zip(*spots, strict=True)
    inside = min(lons) <= x <= max(lons) and min(lats) <= y <= max(lats)
    return (x, y) if inside else None


def _distance(here: Point, there: Point) -> float:
    north, east = math.radians(there.lat - here.lat), math.radians(there.lon - here.lon)
    cosines = math.cos(math.radians(here.lat)) * math.cos(math.radians(there.lat))
    chord = math.sin(north / 2) ** 2 + cosines * math.sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS * math.asin(math.sqrt(min(1.0, chord)))


def _size(shape: Shape) -> float:
    """Metres from the centre to the farthest part of the outline."""
    centre = _centre(shape)
    farthest = 0.0
    for (ax, ay), (bx, by) in _edges(_outline(shape)):
        for x, y in ((ax, ay), ((ax + bx) / 2, (ay + by) / 2)):
            farthest = max(farthest, _distance(centre, Point(y, wrap_longitude(x))))
    return farthest


def _holds(outer: Shape, inner: Shape) -> bool:
    frame, content = _bounds(outer), _bounds(inner)
    if isinstance(inner, Point) and abs(inner.lat) == 90:
        # At a pole the longitude says nothing.
        return frame.south <= inner.lat <= frame.north
    if not _box_holds(frame, content):
        return False
    if not isinstance(outer, Polygon):
        return True
    ring, spots = _outline(outer), _outline(inner)
    left, start = min(x for x, _ in ring), min(x for x, _ in spots)
    shift = 360 * math.ceil((left - _TOLERANCE - start) / 360)
    return _ring_holds(ring, [(x + shift, y) for x, y in spots])


def _box_holds(outer: Box, inner: Box) -> bool:
    if inner.south < outer.south - _TOLERANCE or inner.north > outer.north + _TOLERANCE:
        return False
    offset = (inner.west - outer.west + _TOLERANCE) % 360 - _TOLERANCE
    return outer.width >= 360 or offset + inner.width <= outer.width + _TOLERANCE


def _ring_holds(ring: Sequence[_Spot], spots: Sequence[_Spot]) -> bool:
    """Whether every piece of the inner outline, cut where it meets the ring, lies inside."""
    for start, end in _edges(spots):
        cuts = sorted((0.0, *_crossings(start, end, ring), 1.0))
        for before, after in pairwise(cuts):
            along = (before + after) / 2
            x = start[0] + along * (end[0] - start[0])
            y = start[1] + along * (end[1] - start[1])
            if not _is_inside((x, y), ring):
                return False
    return True


def _crossings(start: _Spot, end: _Spot, ring: Sequence[_Spot]) -> Iterator[float]:
    """Where along start to end, from 0 to 1, the edges of a ring are met."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    for (ax, ay), (bx, by) in _edges(ring):
        ex, ey = bx - ax, by - ay
        turn = dx * ey - dy * ex
        if turn == 0:
            continue
        along = ((ax - start[0]) * ey - (ay - start[1]) * ex) / turn
        across = ((ax - start[0]) * dy - (ay - start[1]) * dx) / turn
        if 0 < along < 1 and -_TOLERANCE <= across <= 1 + _TOLERANCE:
            yield along


def _is_inside(spot: _Spot, ring: Sequence[_Spot]) -> bool:
    x, y = spot
    inside = False
    for (ax, ay), (bx, by) in _edges(ring):
        if _is_near(spot, (ax, ay), (bx, by)):
            return True
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def _is_near(spot: _Spot, start: _Spot, end: _Spot) -> bool:
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = spot[0] - start[0], spot[1] - start[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return math.hypot(px - along * dx, py - along * dy) <= _TOLERANCE


# --- showing -------------------------------------------------------------------------------------

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


def _show_shape(shape: Shape, precision: Precision | None, form: CoordinateForm) -> str:
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
    box, centre = _bounds(shape), _centre(shape)
    height = math.radians(box.north - box.south) * _EARTH_RADIUS
    width = math.radians(box.width) * _EARTH_RADIUS * math.cos(math.radians(centre.lat))
    # The box around a cell is up to 1.42 times as wide as the cell, where the grid is askew.
    for digits in range(finest, -1, -1):
        if max(height, width) <= 1.5 * 10 ** (5 - digits):
            return to_mgrs(centre, digits, spaced=True)
    corners = (Point(box.south, box.west), Point(box.north, box.east))
    return "..".join(to_mgrs(each, 0, spaced=True) for each in corners)


# --- reading text --------------------------------------------------------------------------------

_LONGEST = 4_000
_Reading: TypeAlias = tuple[Shape, Precision | None]

# One character for one, so that positions still hold in the text as it was given.
_LOOKALIKES = {
    **dict.fromkeys("\u2212\u2010\u2011\u2013\ufe63\uff0d", "-"),
    **dict.fromkeys("º˚∘", "°"),
    **dict.fromkeys("’‘‛′ʹ´`ʼ＇", "'"),
    **dict.fromkeys("”“„‟″ʺ〃＂", '"'),
    **dict.fromkeys("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff", " "),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", " "),
    **dict.fromkeys("،﹐，", ","),
    **dict.fromkeys("；؛", ";"),
    "٫": ".",
    "．": ".",
}
_LOOKALIKES_TABLE = str.maketrans(_LOOKALIKES)

_LETTER = r"[^\W\d_]"
_ALONE = rf"(?!{_LETTER})"
# A unit may be followed at once by the letter of a hemisphere: 50d32m30sN.
_UNIT_END = rf"(?=[NSEW]?{_ALONE})"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+|\(\s?wgs\s?84\s?\)
      |(?<!{_LETTER})(?:gps|geo|wgs\s?84|coords?|coordinates?|координати|координаты){_ALONE}:?)
  | (?P<number>[0-9]+(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+)
  | (?P<sign>[+-](?!\s))
  | (?P<to>\.\.+|…)
  | (?P<comma>,|/(?=\s*[NSEW+-]?\s*[0-9]+\.))
  | (?P<semicolon>;)
  | (?P<degree>°|(?<!{_LETTER})(?:degrees?|deg|d){_UNIT_END})
  | (?P<second>"|''|(?<!{_LETTER})(?:(?:seconds?|sec){_UNIT_END}|s(?=[NSEW]{_ALONE})))
  | (?P<minute>'|(?<!{_LETTER})(?:minutes?|min|m){_UNIT_END})
  | (?P<label>(?<!{_LETTER})(?:latitude|lat|longitude|long|lng|lon|широта|довгота|долгота)
      {_ALONE}\s*[:=]?)
  | (?P<letter>(?:(?<!{_LETTER})|(?<=[0-9\s][dms]))(?:north|south|east|west|[NSEW]
      |(?:пн|пд|с|ю)(?:\.?\s?ш)?|(?:сх|зх|в|з)(?:\.?\s?д)?){_ALONE}(?:\.(?!\.))?)
  | (?P<other>{_LETTER}+|.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_KINDS = {
    "number": "n",
    "sign": "-",
    "to": ">",
    "comma": ",",
    "semicolon": ";",
    "degree": "d",
    "minute": "m",
    "second": "s",
    "label": "a",
    "letter": "h",
    "other": "?",
}
# Ukrainian and Russian abbreviate north latitude as пн. ш. and с. ш., and so on.
_HEMISPHERES = {
    **dict.fromkeys(("n", "north", "пн", "пнш", "с", "сш"), "N"),
    **dict.fromkeys(("s", "south", "пд", "пдш", "ю", "юш"), "S"),
    **dict.fromkeys(("e", "east", "сх", "схд", "в", "вд"), "E"),
    **dict.fromkeys(("w", "west", "зх", "зхд", "з", "зд"), "W"),
}

_HOW_TO_WRITE = (
    "write them as 50.541771, 30.230175 or 50°32'30.4\"N 30°13'48.6\"E "
    "or as an MGRS reference like 36U UB 03749 02533."
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Angle:
    """One coordinate as written: `axis` is lat, lon or empty; `letter` N, S, E, W or empty."""

    size: float
    letter: str
    axis: str
    letter_first: bool
    marked: bool

    @property
    def degrees(self) -> float:
        return -self.size if self.letter in ("S", "W") else self.size


def _split_name(text: str) -> Iterator[tuple[str, str]]:
    """Ways to take a text apart into a name and what may be coordinates, likeliest first."""
    if text[-1] in ")]":
        opening = text.rfind("(" if text[-1] == ")" else "[")
        if opening >= 0:
            yield text[:opening].strip(), text[opening + 1 : -1].strip()
    yield "", text
    plain = _plain(text)
    spans = [match.span() for match in _MGRS_AMONG_WORDS.finditer(plain)]
    runs = filter(_is_certain, _runs(_tokenise(plain)))
    spans.extend((run[0].start, run[-1].end) for run in runs)
    if not spans:
        return
    (start, end), *others = spans
    before, after = _name_from(text[:start]), _name_from(text[end:])
    if others or (before and after):
        raise PlaceNotUnderstood(
            "This text has coordinates in between other words; write the name first and the "
            "coordinates after it, as in Hostomel (50.5418, 30.2302)."
        )
    yield before or after, text[start:end]


def _name_from(text: str) -> str:
    """The part of a text beside its coordinates; empty when there is only punctuation."""
    name = text.strip(" \t\r\n,:;|-–—")
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    return name if any(each.isalnum() for each in name) else ""


def _plain(text: str) -> str:
    """The text with the signs and digits of other keyboards made plain, character for character."""
    if not text.isascii():
        text = "".join(
            str(unicodedata.decimal(each)) if each.isdecimal() else each
            for each in text.translate(_LOOKALIKES_TABLE)
        )
    return _plain_decimals(text)


def _plain_decimals(text: str) -> str:
    """The text with decimal commas as points, where commas can only be that."""
    if re.search(r"[0-9]\.[0-9]", text) or re.search(r"[0-9],[0-9]+,[0-9]", text):
        return text
    if re.fullmatch(r"\s*[+-]?[0-9]+,[0-9]+\s*", text):
        return text
    return re.sub(r"(?<=[0-9]),(?=[0-9])", ".", text)


def _read_coordinates(text: str) -> _Reading | None:
    """What the text says as coordinates, or None when it does not try to.

    Raises PlaceNotUnderstood when it tries and fails.
    """
    plain = _plain(text).strip().lstrip("~≈ ").rstrip(".,; ")
    cells = _read_cells(plain)
    if cells is not None:
        return cells
    box = _read_labelled_box(plain)
    if box is not None:
        return box, None
    tokens = _tokenise(plain)
    return (_read_shape(tokens), None) if _is_attempt(tokens) else None


# MGRS: a reference, or two joined by dots for an area.

_MGRS = re.compile(
    r"(?P<said>MGRS:?\s*)?(?P<zone>[0-9]{1,2}\s*)?"
    r"(?P<letters>[A-Z](?P<gap>\s*)[A-Z]{2})(?P<digits>[0-9OILSB\s]*)",
    re.IGNORECASE,
)
_MGRS_AMONG_WORDS = re.compile(
    r"(?<![^\W_])(?:MGRS:?\s?)?[0-9]{1,2}\s?[C-X]\s?[A-Z]{2}\s?"
    r"(?:[0-9]{2,5}\s[0-9]{2,5}|[0-9]{4,10})(?![^\W_])"
)
_CELL_PRECISION = {
    1: Precision.TEN_METRES,
    10: Precision.TEN_METRES,
    100: Precision.HUNDRED_METRES,
    1_000: Precision.ONE_KILOMETRE,
}


def _read_cells(plain: str) -> _Reading | None:
    cells: list[Cell] = []
    for part in plain.split(".."):
        match = _MGRS.fullmatch(part.strip())
        cell = _read_cell(match) if match is not None else None
        if cell is None:
            return None
        cells.append(cell)
    precision = _CELL_PRECISION.get(max(each.size for each in cells), Precision.REGION)
    if len(cells) == 1:
        return cells[0].hull, precision
    first, last = cells[0].hull, cells[-1].hull
    if len(cells) > 2 or first.south > last.south:
        raise PlaceNotUnderstood(
            "An area in MGRS is written as its south-western square, two dots, "
            "and its north-eastern square."
        )
    return _in_order(Box(first.south, first.west, last.north, last.east)), precision


def _in_order(box: Box) -> Box:
    """The box, unless its western and eastern edges have clearly been exchanged."""
    if box.west > box.east and box.width > 180:
        raise PlaceNotUnderstood(
            f"From west to east this box is {box.width:.9g} degrees wide; write its western edge "
            "before the eastern one."
        )
    return box


def _read_cell(match: re.Match[str]) -> Cell | None:
    """The cell, or None for what only happens to look like a reference, such as BAW 1234."""
    said, zone, letters = match["said"], match["zone"], match["letters"]
    digits = "".join(match["digits"].split())
    if not digits.isdigit() and 0 < len(digits) < 3 + sum(map(str.isalpha, digits)):
        # A letter O among many digits is a slip, a few digits among letters are an address.
        return None
    reference = f"{zone or ''}{letters}{digits}"
    if said is not None:
        return from_mgrs(reference)
    if zone is not None and digits:
        return from_mgrs(reference) if letters.isupper() or letters.islower() else None
    if not letters.isupper() or (zone is None and len(digits) < (4 if match["gap"] else 8)):
        return None
    try:
        return from_mgrs(reference)
    except PlaceNotUnderstood:
        return None


# A box with its edges named: south=50.1 west=30.1 north=50.2 east=30.2.

_EDGE = r"(?:(south|north|west|east)(?:\s*[:=])?|([snwe])\s*[:=])\s*([+-]?[0-9]+(?:\.[0-9]+)?)"
_EDGES = re.compile(rf"(?:{_EDGE}[\s,;]*){{3,}}", re.IGNORECASE)


def _read_labelled_box(plain: str) -> Box | None:
    if _EDGES.fullmatch(plain) is None:
        return None
    found = re.findall(_EDGE, plain, re.IGNORECASE)
    edges = {(word or letter)[0].casefold(): float(value) for word, letter, value in found}
    if len(found) != 4 or len(edges) != 4:
        raise PlaceNotUnderstood("A box needs each of south, west, north and east once.")
    return Box(edges["s"], edges["w"], edges["n"], edges["e"])


# Angles: numbers with marks and letters around them.


def _tokenise(plain: str) -> list[_Token]:
    tokens: list[_Token] = []
    end_of_number = -1
    for match in _TOKEN.finditer(plain):
        name = match.lastgroup or "other"
        if name == "space":
            continue
        kind, text = _KINDS[name], match[0]
        if kind == "-" and match.start() == end_of_number:
            # 12-14 is a house or a date, not 12 and minus 14.
            kind = "?"
        elif kind == "h" and text == "s" and _follows_minutes(tokens):
            kind = "s"
        tokens.append(_Token(kind, text, match.start(), match.end()))
        end_of_number = match.end() if kind == "n" else -1
    return tokens


def _follows_minutes(tokens: Sequence[_Token]) -> bool:
    """Whether a small s here ends seconds, as in 50d 32m 30s, and does not say south."""
    kinds = "".join(each.kind for each in tokens[-2:])
    return kinds == "mn" and tokens[-2].text.isalpha()


def _runs(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """The stretches of a text without other words, and without punctuation at their ends."""
    for is_word, group in groupby(tokens, _is_word):
        run = [] if is_word else list(group)
        while run and run[0].kind in ",;>":
            del run[0]
        while run and run[-1].kind in ",;>-":
            del run[-1]
        if run:
            yield run


def _is_word(token: _Token) -> bool:
    # Beside a name, "West" is more likely to belong to the name, as in Key West 24.5551, -81.78.
    return token.kind == "?" or token.text.casefold() in ("north", "south", "east", "west")


def _is_certain(run: Sequence[_Token]) -> bool:
    """Whether a stretch beside a name can hardly be anything but coordinates."""
    kinds = "".join(each.kind for each in run)
    fractions = [len(each.text.partition(".")[2]) for each in run if each.kind == "n"]
    if len(fractions) < 2:
        return False
    if kinds.count("d") == 2 or kinds.count("a") == 2 or "dnm" in kinds:
        return True
    if sum(each >= 4 for each in fractions) > 1:
        return True
    if "h" in kinds:
        return kinds.count("h") == 2 and any(fractions)
    separated = "," in kinds or ";" in kinds
    return len(fractions) == 2 and min(fractions) >= (2 if separated else 3)


def _is_attempt(tokens: Sequence[_Token]) -> bool:
    """Whether a text is made of coordinates alone, however well; a lone 402 or E40 is a name."""
    kinds = "".join(each.kind for each in tokens)
    fractions = sum("." in each.text for each in tokens if each.kind == "n")
    if any(each.kind == "?" and each.text.isalnum() for each in tokens) or "n" not in kinds:
        return False
    if "?" in kinds:
        # Strange punctuation, as in 50.5.5, 30.2.2, but not every date or number of a house.
        return "d" in kinds or fractions > 1 or kinds.count("h") > 1
    return "d" in kinds or fractions > 0 or kinds.count("n") > 1


def _read_shape(tokens: Sequence[_Token]) -> Shape:
    _refuse_sixty(tokens)
    kinds = "".join(each.kind for each in tokens)
    if ">" in kinds:
        return _read_range(_split(tokens, ">"))
    corners = _split(tokens, ";")
    if len(corners) > 2 and all(sum(each.kind == "n" for each in part) > 1 for part in corners):
        points = [_to_point(*_read_pair(part)) for part in corners]
        return Polygon(tuple(points[:-1] if points[0] == points[-1] else points))
    return _to_point(*_read_pair(tokens))


def _split(tokens: Sequence[_Token], kind: str) -> list[list[_Token]]:
    parts: list[list[_Token]] = [[]]
    for token in tokens:
        if token.kind == kind:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _refuse_sixty(tokens: Sequence[_Token]) -> None:
    if all(each.kind != "d" for each in tokens):
        return
    for number, mark in pairwise(tokens):
        if number.kind == "n" and mark.kind in "ms" and float(number.text) >= 60:
            raise PlaceNotUnderstood(
                f"Minutes and seconds must be below 60, not {float(number.text):.9g}."
            )


_ANGLE = re.compile(r"a?h?-?nd?(?:nm?(?:ns?)?)?h?")
# Two angles with everything that may go with them, and the break in between.
_LONGEST_PAIR = 21


def _read_angle(tokens: Sequence[_Token]) -> _Angle | None:
    """A single coordinate, or None when the tokens are not exactly one."""
    if _ANGLE.fullmatch("".join(each.kind for each in tokens)) is None:
        return None
    letters = [each for each in tokens if each.kind == "h"]
    sign = "".join(each.text for each in tokens if each.kind == "-")
    numbers = [each.text for each in tokens if each.kind == "n"]
    if len(letters) > 1 or (letters and sign) or any("." in each for each in numbers[:-1]):
        return None
    degrees, minutes, seconds = (*map(float, numbers), 0.0, 0.0)[:3]
    if minutes >= 60 or seconds >= 60:
        return None
    size = degrees + minutes / 60 + seconds / 3600
    letter = _hemisphere(letters[0]) if letters else ""
    axis = {"": "", "N": "lat", "S": "lat", "E": "lon", "W": "lon"}[letter]
    if tokens[0].kind == "a":
        label = "lat" if tokens[0].text[:2].lower() in ("la", "ши") else "lon"
        if axis not in ("", label):
            return None
        axis = label
    first = bool(letters) and tokens.index(letters[0]) < len(tokens) - 1
    marked = any(each.kind == "d" for each in tokens)
    return _Angle(-size if sign == "-" else size, letter, axis, first, marked)


def _hemisphere(token: _Token) -> str:
    return _HEMISPHERES[re.sub(r"[.\s]", "", token.text.casefold())]


def _read_pair(tokens: Sequence[_Token]) -> tuple[_Angle, _Angle]:
    """The two coordinates in the order they stand, if there is exactly one way to cut them apart.

    Raises PlaceNotUnderstood if there is none, or more than one.
    """
    numbers = sum(each.kind == "n" for each in tokens)
    breaks = [place for place, each in enumerate(tokens) if each.kind in ",;"]
    found: list[tuple[_Angle, _Angle]] = []
    if len(tokens) <= _LONGEST_PAIR and len(breaks) <= 1:
        cuts = [(place, place + 1) for place in breaks]
        for end, start in cuts or [(place, place) for place in range(1, len(tokens))]:
            first, second = _read_angle(tokens[:end]), _read_angle(tokens[start:])
            if first is None or second is None:
                continue
            # 50°32 is one coordinate, not the two 50 and 32.
            alike = first.marked == second.marked
            if (breaks or alike or (first.axis and second.axis)) and _is_clear(first, second):
                found.append((first, second))
    if len(found) == 1:
        return found[0]
    if found:
        raise PlaceNotUnderstood(
            f"These coordinates can be read in more than one way; {_HOW_TO_WRITE}"
        )
    if numbers == 1 or _read_angle(tokens) is not None:
        raise PlaceNotUnderstood(
            "Only one coordinate was found; a place needs a latitude and a longitude."
        )
    if numbers == 4 and not any(each.kind in "dms?" for each in tokens):
        raise PlaceNotUnderstood(
            "Four numbers can be a box in more than one order; write south..north, west..east, "
            "as in 50.1..50.2, 30.1..30.2."
        )
    raise _unreadable()


def _unreadable() -> PlaceNotUnderstood:
    return PlaceNotUnderstood(
        f"This looks like coordinates, but they cannot be read; {_HOW_TO_WRITE}"
    )


def _to_point(first: _Angle, second: _Angle) -> Point:
    if first.axis and first.axis == second.axis:
        raise PlaceNotUnderstood(
            "Both coordinates say the same direction; a place needs a latitude (N or S) and "
            "a longitude (E or W)."
        )
    if not _is_clear(first, second):
        raise _unreadable()
    if first.axis == "lon":
        first, second = second, first
    return Point(first.degrees, second.degrees)


def _is_clear(first: _Angle, second: _Angle) -> bool:
    """Whether the letters leave no doubt; a lone E on the first of two does not say enough."""
    return (not first.axis) == (not second.axis) or (first.axis != "lon" and second.axis != "lat")


def _read_range(parts: Sequence[Sequence[_Token]]) -> Box:
    """A box from south..north, west..east."""
    if len(parts) != 3:
        raise PlaceNotUnderstood(
            "A box is written as south..north, west..east, as in 50.1..50.2, 30.1..30.2."
        )
    low, right = _read_angle(parts[0]), _read_angle(parts[2])
    if low is None or right is None:
        raise _unreadable()
    high, left = _read_pair(parts[1])
    if all(each.letter_first for each in (low, high, left, right)) and (
        (low.letter, high.letter, left.letter, right.letter) == ("S", "N", "W", "E")
    ):
        raise PlaceNotUnderstood(
            "S, N, W and E can name the edges of the box here, or the half of the globe; write "
            "the box as 50.1..50.2, 30.1..30.2 or put the letters after the numbers."
        )
    low, high = _share_letter(low, high)
    left, right = _share_letter(left, right)
    south_west, north_east = _to_point(low, left), _to_point(high, right)
    if low.axis == "lon" or left.axis == "lat":
        raise PlaceNotUnderstood(
            "A box is written with its latitudes first, as in 50.1..50.2, 30.1..30.2."
        )
    return _in_order(Box(south_west.lat, south_west.lon, north_east.lat, north_east.lon))


def _share_letter(first: _Angle, second: _Angle) -> tuple[_Angle, _Angle]:
    """Both ends of a range with the letter that only one of them carries, as in 50.1..50.2 N."""
    if first.letter and not second.axis:
        return first, replace(second, letter=first.letter, axis=first.axis)
    if second.letter and not first.axis:
        return replace(first, letter=second.letter, axis=second.axis), second
    return first, second


# --- reading well-known text ---------------------------------------------------------------------

_WKT = re.compile(
    r"(?:SRID\s*=\s*(?P<srid>[0-9]+)\s*;\s*)?"
    r"(?P<kind>POINT|POLYGON|BOX|LINESTRING|MULTI[A-Z]+|GEOMETRYCOLLECTION)\s*"
    r"(?:(?P<more>ZM?|M)\s*)?\((?P<inside>[-+0-9.,()\sE]*)\)",
    re.IGNORECASE,
)


def _read_wkt(match: re.Match[str]) -> Shape:
    if match["srid"] not in (None, "4326"):
        raise PlaceNotUnderstood(
            f"Only coordinates on WGS 84 (SRID 4326) can be read, not SRID {match['srid'][:9]}."
        )
    if match["more"]:
        raise PlaceNotUnderstood("Only positions of longitude and latitude can be read, no Z or M.")
    kind, inside = match["kind"].upper(), match["inside"]
    ring = re.fullmatch(r"\s*\(([^()]*)\)\s*", inside)
    if kind == "POLYGON" and ring is not None:
        points = [_read_wkt_position(each) for each in ring[1].split(",")]
        return Polygon(tuple(points[:-1] if points[0] == points[-1] else points))
    if kind == "POINT":
        return _read_wkt_position(inside)
    if kind == "BOX" and inside.count(",") == 1:
        south_west, north_east = (_read_wkt_position(each) for each in inside.split(","))
        return Box(south_west.lat, south_west.lon, north_east.lat, north_east.lon)
    raise PlaceNotUnderstood(
        "Of well-known text, only POINT, BOX and a POLYGON with one ring can be a place."
    )


def _read_wkt_position(text: str) -> Point:
    try:
        lon, lat = map(float, text.split())
    except ValueError:
        raise PlaceNotUnderstood(
            "Well-known text has the longitude first and a space before the latitude, "
            "as in POINT(30.230175 50.541771)."
        ) from None
    return Point(lat, lon)


# --- reading JSON --------------------------------------------------------------------------------

_MEMBERS = ("name", "geometry", "bbox", "precision", "method", "stated")


def _position(point: Point) -> list[JsonValue]:
    return [point.lon, point.lat]


def _read_object(value: object, what: str) -> Mapping[object, object]:
    if not isinstance(value, Mapping):
        raise PlaceNotUnderstood(f"{what} in JSON must be an object.")
    return cast("Mapping[object, object]", value)


def _refuse_unknown(members: Mapping[object, object], known: Sequence[str]) -> None:
    if any(key not in known for key in members):
        raise PlaceNotUnderstood(
            f"A place in JSON may only have {', '.join(known[:-1])} and {known[-1]} here."
        )


def _read_text(members: Mapping[object, object], key: str) -> str:
    value = members.get(key, "")
    if not isinstance(value, str):
        raise PlaceNotUnderstood(f"The {key} of a place must be text.")
    return value


def _read_geometry(value: object) -> Point | Polygon | None:
    if value is None:
        return None
    members = _read_object(value, "A geometry")
    _refuse_unknown(members, ("type", "coordinates", "bbox"))
    _read_bbox(members.get("bbox"))
    coordinates = _read_list(members.get("coordinates"))
    if members.get("type") == "Point":
        return _read_position(coordinates)
    if members.get("type") == "Polygon" and len(coordinates) == 1:
        points = [_read_position(_read_list(each)) for each in _read_list(coordinates[0])]
        if len(points) < 4 or points[0] != points[-1]:
            raise PlaceNotUnderstood(
                "A polygon in GeoJSON needs at least four positions, the last one the same "
                "as the first."
            )
        return Polygon(tuple(points[:-1]))
    raise PlaceNotUnderstood("A geometry must be a GeoJSON Point or a Polygon with one ring.")


def _read_bbox(value: object) -> Box | None:
    if value is None:
        return None
    edges = [_read_number(each) for each in _read_list(value)]
    if len(edges) not in (4, 6):
        raise PlaceNotUnderstood("A bbox must be a list of west, south, east and north.")
    half = len(edges) // 2
    return Box(west=edges[0], south=edges[1], east=edges[half], north=edges[half + 1])


def _read_position(values: Sequence[object]) -> Point:
    if len(values) not in (2, 3):
        raise PlaceNotUnderstood("A position must be a list of longitude and latitude.")
    lon, lat, *_ = map(_read_number, values)
    return Point(lat, lon)


def _read_list(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise PlaceNotUnderstood("The coordinates of a place must be lists of numbers.")
    return cast("Sequence[object]", value)


def _read_number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PlaceNotUnderstood("The coordinates of a place must be numbers.")
    try:
        return float(value)
    except OverflowError:
        raise PlaceNotUnderstood("A coordinate of this place is far too large.") from None
