"""WGS 84 points and the military grid: UTM by Krueger's series, UPS at the poles, MGRS references.

Standards: NGA.STND.0037 (grids and MGRS), NGA.SIG.0012 (UTM and UPS). The series are those of
C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011), to sixth order.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import product


class PlaceNotUnderstood(ValueError):
    """What was given cannot be a place; the message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees on WGS 84: latitude north positive, longitude east positive.

    Raises PlaceNotUnderstood outside -90 to 90 and -180 to 180, and for NaN and infinity.
    """

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (_is_latitude(self.lat) and _is_longitude(self.lon)):
            raise PlaceNotUnderstood(_explain_range(self.lat, self.lon))


@dataclass(frozen=True, slots=True)
class Box:
    """An area between two parallels and two meridians, in degrees on WGS 84.

    It runs eastwards from west to east, so it crosses the antimeridian when west > east.
    Raises PlaceNotUnderstood for an edge out of range and when south > north.
    """

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        Point(self.south, self.west)
        Point(self.north, self.east)
        if self.south > self.north:
            raise PlaceNotUnderstood(
                f"The southern edge {self.south:.9g} lies north of the northern edge "
                f"{self.north:.9g}; exchange the two."
            )

    @property
    def width(self) -> float:
        """Degrees of longitude from the western edge eastwards to the eastern edge, 0 to 360."""
        span = self.east - self.west
        return span if span >= 0 else span + 360


@dataclass(frozen=True, slots=True)
class Utm:
    """A position on the grid in metres: UTM in zones 1 to 60, UPS (the poles) as zone 0.

    Southern northings carry the false northing of 10,000,000 m; UPS has its pole at
    2,000,000 m east and north.
    """

    zone: int
    north: bool
    easting: float
    northing: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What an MGRS reference names: a square on the grid, as a whole.

    Eastings and northings are metres, from (inside) to (outside); zone 0 stands for the poles.
    `south_west` is the corner with the lowest easting and northing, `hull` the smallest box of
    latitudes and longitudes around the square. Where the edge of a zone cuts a square, the whole
    square is meant.
    """

    zone: int
    band: str
    square: str
    easting_from: int
    easting_to: int
    northing_from: int
    northing_to: int
    size: int
    south_west: Point
    centre: Point
    hull: Box


def to_utm(point: Point) -> Utm:
    """The grid position of a point: UTM from 80 S to 84 N (both included), UPS beyond."""
    north = point.lat >= 0
    if not -80 <= point.lat <= 84:
        return Utm(0, north, *_project_polar(point))
    zone = _zone_of(point)
    easting, northing = _project(point, zone)
    return Utm(zone, north, easting, northing if north else northing + _FALSE_NORTHING)


def from_utm(grid: Utm) -> Point:
    """The point at a grid position, which may lie beyond the edge of its zone.

    Raises PlaceNotUnderstood for a zone outside 0 to 60, or an easting or northing off the grid.
    """
    if not 0 <= grid.zone <= 60:
        raise PlaceNotUnderstood(f"Zone {grid.zone} does not exist; zones run from 1 to 60.")
    widest, highest = (4_000_000, 4_000_000) if grid.zone == 0 else (1_000_000, 10_000_000)
    if not (0 <= grid.easting <= widest and 0 <= grid.northing <= highest):
        raise PlaceNotUnderstood(
            f"Easting {grid.easting:.9g} and northing {grid.northing:.9g} lie off the grid, "
            f"which ends at {widest} m east and {highest} m north."
        )
    lat, lon = _unproject(grid.zone, grid.north, grid.easting, grid.northing)
    return Point(lat, wrap_longitude(lon))


def to_mgrs(point: Point, digits: int = 5, *, spaced: bool = False) -> str:
    """The MGRS reference of the cell a point lies in; digits truncate and are never rounded.

    digits (0 to 5) is the number per axis: 5 names a cell of 1 m, 0 the 100 km square alone.
    The result is compact (36UUB0374902533), or in groups (36U UB 03749 02533) when spaced.
    Raises ValueError for other numbers of digits.
    """
    if not 0 <= digits <= 5:
        raise ValueError("an MGRS reference has 0 to 5 digits per axis")
    grid = to_utm(point)
    easting, northing = int(grid.easting), int(grid.northing)
    if grid.zone == 0:
        area, square = _polar_square(grid.north, easting, northing)
    else:
        # A hair south of the equator, the false northing swallows the distance altogether.
        northing = northing if grid.north else min(northing, _FALSE_NORTHING - 1)
        area = f"{grid.zone:02}{_band_of(point.lat)}"
        square = (
            _COLUMNS[(grid.zone - 1) % 3][easting // _SQUARE - 1]
            + _ROWS[(northing // _SQUARE + _row_shift(grid.zone)) % 20]
        )
    size = 10 ** (5 - digits)
    inside = [f"{along % _SQUARE // size:0{digits}}" for along in (easting, northing) if digits]
    return (" " if spaced else "").join([area, square, *inside])


def from_mgrs(text: str) -> Cell:
    """The cell that an MGRS reference names, spaces and small letters allowed.

    Raises PlaceNotUnderstood, saying what is wrong, unless the reference is well formed and its
    square exists in its zone and band.
    """
    found = _REFERENCE.fullmatch("".join(text.split()).upper())
    if found is None:
        raise PlaceNotUnderstood(
            "An MGRS reference has a zone, three letters and an even number of digits, "
            "as in 36U UB 03749 02533."
        )
    zone, band, square, digits = int(found[1] or 0), found[2], found[3], found[4]
    if len(digits) % 2 or len(digits) > 10:
        raise PlaceNotUnderstood(
            "An MGRS reference has an even number of digits after its letters, 10 at most, half "
            f"for the easting and half for the northing; this one has {len(digits)}."
        )
    if found[1] is None:
        easting, northing = _find_polar_square(band, square)
    else:
        easting, northing = _find_square(zone, band, square)
    half = len(digits) // 2
    size = 10 ** (5 - half)
    easting += int(digits[:half] or 0) * size
    northing += int(digits[half:] or 0) * size
    north = band >= "N"
    south, west, top, east = _extent(zone, north, easting, northing, size)
    return Cell(
        zone,
        band,
        square,
        easting,
        easting + size,
        northing,
        northing + size,
        size,
        south_west=from_utm(Utm(zone, north, easting, northing)),
        centre=from_utm(Utm(zone, north, easting + size / 2, northing + size / 2)),
        hull=Box(south, wrap_longitude(west), top, wrap_longitude(east)),
    )


def wrap_longitude(lon: float) -> float:
    """The same meridian as a longitude of -180 to 180 degrees."""
    return lon if _is_longitude(lon) else math.remainder(lon, 360)


# --- degrees -------------------------------------------------------------------------------------


def _is_latitude(value: float) -> bool:
    return -90 <= value <= 90


def _is_longitude(value: float) -> bool:
    return -180 <= value <= 180


def _explain_range(lat: float, lon: float) -> str:
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return "Latitude and longitude must be finite numbers."
    if _is_latitude(lat):
        return f"Longitude {lon:.9g} is outside -180 to 180 degrees."
    if _is_latitude(lon) and _is_longitude(lat):
        return (
            f"Latitude {lat:.9g} is outside -90 to 90 degrees; latitude and longitude may be "
            f"swapped, then it would be {lon:.9g}, {lat:.9g}."
        )
    return f"Latitude {lat:.9g} is outside -90 to 90 degrees."


# --- projections ---------------------------------------------------------------------------------

_AXIS = 6_378_137.0
_FLATTENING = 1 / 298.257223563
_ECCENTRICITY = math.sqrt(_FLATTENING * (2 - _FLATTENING))
_POLAR_RATIO = 1 - _ECCENTRICITY**2
_N = _FLATTENING / (2 - _FLATTENING)

_SCALE = 0.9996
_FALSE_EASTING = 500_000
_FALSE_NORTHING = 10_000_000
_RECTIFYING = _SCALE * _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64 + _N**6 / 256)

# Karney (2011), equations 35 and 36: rows are the terms 1 to 6, columns rising powers of n.
_FORWARD_TERMS = (
    (1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
    (13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360),
    (61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440),
    (49561 / 161280, -179 / 168, 6601661 / 7257600),
    (34729 / 80640, -3418889 / 1995840),
    (212378941 / 319334400,),
)
_INVERSE_TERMS = (
    (1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800),
    (1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720),
    (17 / 480, -37 / 840, -209 / 4480, 5569 / 90720),
    (4397 / 161280, -11 / 504, -830251 / 7257600),
    (4583 / 161280, -108847 / 3991680),
    (20648693 / 638668800,),
)


def _sum_powers(term: int, factors: tuple[float, ...]) -> float:
    return sum(factor * _N ** (term + place) for place, factor in enumerate(factors))


_FORWARD = tuple(enumerate((_sum_powers(j, row) for j, row in enumerate(_FORWARD_TERMS, 1)), 1))
_INVERSE = tuple(enumerate((_sum_powers(j, row) for j, row in enumerate(_INVERSE_TERMS, 1)), 1))

_POLE = 2_000_000
_POLAR_RADIUS = (
    2
    * 0.994
    * _AXIS
    / math.sqrt(
        (1 + _ECCENTRICITY) ** (1 + _ECCENTRICITY) * (1 - _ECCENTRICITY) ** (1 - _ECCENTRICITY)
    )
)


def _conformal(tangent: float) -> float:
    """The tangent of the conformal latitude, from that of the geographic one."""
    sigma = math.sinh(_ECCENTRICITY * math.atanh(_ECCENTRICITY * tangent / math.hypot(1, tangent)))
    return tangent * math.hypot(1, sigma) - sigma * math.hypot(1, tangent)


def _geographic(conformal: float) -> float:
    """The inverse of `_conformal`, by Newton's method."""
    tangent = conformal / _POLAR_RATIO
    for _ in range(5):
        near = _conformal(tangent)
        tangent += (
            (conformal - near)
            * (1 + _POLAR_RATIO * tangent**2)
            / (_POLAR_RATIO * math.hypot(1, tangent) * math.hypot(1, near))
        )
    return tangent


def _central_meridian(zone: int) -> int:
    return 6 * zone - 183


def _project(point: Point, zone: int) -> tuple[float, float]:
    """Easting in a zone, and the northing from the equator, negative in the south."""
    away = math.radians(math.remainder(point.lon - _central_meridian(zone), 360))
    conformal = _conformal(math.tan(math.radians(point.lat)))
    xi = math.atan2(conformal, math.cos(away))
    eta = math.asinh(math.sin(away) / math.hypot(conformal, math.cos(away)))
    along, across = xi, eta
    for term, factor in _FORWARD:
        along += factor * math.sin(2 * term * xi) * math.cosh(2 * term * eta)
        across += factor * math.cos(2 * term * xi) * math.sinh(2 * term * eta)
    return _FALSE_EASTING + _RECTIFYING * across, _RECTIFYING * along


def _project_polar(point: Point) -> tuple[float, float]:
    if abs(point.lat) == 90:
        return _POLE, _POLE
    conformal = _conformal(math.tan(math.radians(abs(point.lat))))
    distance = _POLAR_RADIUS / (conformal + math.hypot(1, conformal))
    away = math.radians(point.lon)
    towards = -math.cos(away) if point.lat > 0 else math.cos(away)
    return _POLE + distance * math.sin(away), _POLE + distance * towards


def _unproject(zone: int, north: bool, easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude; the longitude runs on past 180 instead of jumping."""
    if zone == 0:
        return _unproject_polar(north, easting - _POLE, northing - _POLE)
    xi = (northing if north else northing - _FALSE_NORTHING) / _RECTIFYING
    eta = (easting - _FALSE_EASTING) / _RECTIFYING
    along, across = xi, eta
    for term, factor in _INVERSE:
        along -= factor * math.sin(2 * term * xi) * math.cosh(2 * term * eta)
        across -= factor * math.cos(2 * term * xi) * math.sinh(2 * term * eta)
    conformal = math.sin(along) / math.hypot(math.sinh(across), math.cos(along))
    away = math.atan2(math.sinh(across), math.cos(along))
    lat = math.degrees(math.atan(_geographic(conformal)))
    return lat, _central_meridian(zone) + math.degrees(away)


def _unproject_polar(north: bool, x: float, y: float) -> tuple[float, float]:
    distance = math.hypot(x, y) / _POLAR_RADIUS
    if distance == 0:
        return (90.0 if north else -90.0), 0.0
    lat = math.degrees(math.atan(_geographic((1 / distance - distance) / 2)))
    return (lat if north else -lat), math.degrees(math.atan2(x, -y if north else y))


# --- zones, bands and squares --------------------------------------------------------------------

_REFERENCE = re.compile(r"([0-9]{1,2})?([A-Z])([A-Z]{2})([0-9]*)")
_SQUARE = 100_000
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"

# The zones that are not 6 degrees wide: Norway in band V, Svalbard in band X.
_ODD_ZONES = {
    ("V", 31): (0, 3),
    ("V", 32): (3, 12),
    ("X", 31): (0, 9),
    ("X", 33): (9, 21),
    ("X", 35): (21, 33),
    ("X", 37): (33, 42),
}
_NO_ZONES = {("X", 32), ("X", 34), ("X", 36)}

# The polar grids: letters eastwards, first easting, letters northwards, first northing.
_POLAR = {
    "A": ("JKLPQRSTUXYZ", 800_000, "ABCDEFGHJKLMNPQRSTUVWXYZ", 800_000),
    "B": ("ABCFGHJKLPQR", 2_000_000, "ABCDEFGHJKLMNPQRSTUVWXYZ", 800_000),
    "Y": ("RSTUXYZ", 1_300_000, "ABCDEFGHJKLMNP", 1_300_000),
    "Z": ("ABCFGHJ", 2_000_000, "ABCDEFGHJKLMNP", 1_300_000),
}


def _row_shift(zone: int) -> int:
    return 0 if zone % 2 else 5


def _band_of(lat: float) -> str:
    return _BANDS[min(int(lat // 8) + 10, 19)]


def _zone_of(point: Point) -> int:
    band = _band_of(point.lat)
    for (odd_band, zone), (west, east) in _ODD_ZONES.items():
        if band == odd_band and west <= point.lon < east:
            return zone
    return (int(point.lon // 6) + 30) % 60 + 1


def _polar_square(north: bool, easting: int, northing: int) -> tuple[str, str]:
    west, east = ("Y", "Z") if north else ("A", "B")
    area = east if easting >= _POLE else west
    columns, first_easting, rows, first_northing = _POLAR[area]
    column = columns[(easting - first_easting) // _SQUARE]
    return area, column + rows[(northing - first_northing) // _SQUARE]


def _find_square(zone: int, band: str, square: str) -> tuple[int, int]:
    """The easting and northing at which a UTM square begins."""
    if not 1 <= zone <= 60:
        raise PlaceNotUnderstood(f"MGRS zone {zone} does not exist; zones run from 1 to 60.")
    if band not in _BANDS or (band, zone) in _NO_ZONES:
        raise PlaceNotUnderstood(
            f"There is no MGRS zone {zone}{band}; the letters after the number run from C to X "
            "without I and O, and 32X, 34X and 36X do not exist."
        )
    column = _COLUMNS[(zone - 1) % 3].find(square[0])
    row = _ROWS.find(square[1])
    if column >= 0 and row >= 0:
        easting = (column + 1) * _SQUARE
        first = (row - _row_shift(zone)) % 20 * _SQUARE
        low = 8 * _BANDS.index(band) - 80
        high = 84 if band == "X" else low + 8
        left, right = _ODD_ZONES.get((band, zone), (6 * zone - 186, 6 * zone - 180))
        for northing in range(first, _FALSE_NORTHING, 20 * _SQUARE):
            south, west, north, east = _extent(zone, band >= "N", easting, northing, _SQUARE)
            if south < high and north > low and west < right and east > left:
                return easting, northing
    raise _no_square(f"{zone}{band}", square)


def _find_polar_square(band: str, square: str) -> tuple[int, int]:
    """The easting and northing at which a UPS square begins."""
    if band not in _POLAR:
        raise PlaceNotUnderstood(
            "An MGRS reference begins with the number of its zone, as in 36U UB 03749 02533; "
            "only the polar areas A, B, Y and Z have none."
        )
    columns, first_easting, rows, first_northing = _POLAR[band]
    column, row = columns.find(square[0]), rows.find(square[1])
    if column >= 0 and row >= 0:
        easting, northing = first_easting + column * _SQUARE, first_northing + row * _SQUARE
        south, _, north, _ = _extent(0, band >= "N", easting, northing, _SQUARE)
        if north > 84 or south < -80:
            return easting, northing
    raise _no_square(band, square)


def _no_square(area: str, square: str) -> PlaceNotUnderstood:
    return PlaceNotUnderstood(
        f"There is no MGRS square {square} in {area}; one of the letters is wrong."
    )


def _extent(
    zone: int, north: bool, easting: int, northing: int, size: int
) -> tuple[float, float, float, float]:
    """South, west, north and east of a square; longitudes run on past 180.

    The corners are enough: no square lies across a central meridian, the equator or the two
    meridians through a pole along which latitude or longitude could turn.
    """
    lats: list[float] = []
    lons: list[float] = []
    for e, n in product((easting, easting + size), (northing, northing + size)):
        lat, lon = _unproject(zone, north, e, n)
        lats.append(lat)
        if abs(lat) == 90:
            continue
        # The meridian of 180 degrees bounds both halves of a polar grid.
        lons.append(lon - 360 if zone == 0 and easting < _POLE and lon > 0 else lon)
    return min(lats), min(lons), max(lats), max(lons)
