"""References of the Military Grid Reference System (NGA.STND.0037), read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from casedb.model.places.projection import FALSE_NORTHING, POLE, unproject
from casedb.model.places.shapes import Box, PlaceNotUnderstood, Point, wrap_longitude
from casedb.model.places.utm import BANDS, Utm, band_of, from_utm, to_utm, zone_edges
from casedb.words import say

_REFERENCE = re.compile(r"([0-9]{1,2})?([A-Z])([A-Z]{2})([0-9]*)")
_SQUARE = 100_000
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_NO_ZONES = {("X", 32), ("X", 34), ("X", 36)}

# The polar grids: letters eastwards, first easting, letters northwards, first northing.
_POLAR = {
    "A": ("JKLPQRSTUXYZ", 800_000, "ABCDEFGHJKLMNPQRSTUVWXYZ", 800_000),
    "B": ("ABCFGHJKLPQR", 2_000_000, "ABCDEFGHJKLMNPQRSTUVWXYZ", 800_000),
    "Y": ("RSTUXYZ", 1_300_000, "ABCDEFGHJKLMNP", 1_300_000),
    "Z": ("ABCFGHJ", 2_000_000, "ABCDEFGHJKLMNP", 1_300_000),
}


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
        northing = northing if grid.north else min(northing, FALSE_NORTHING - 1)
        area = f"{grid.zone:02}{band_of(point.lat)}"
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
            say(
                "An MGRS reference has a zone, three letters and an even number of digits, as in 36U "
                "UB 03749 02533."
            )
        )
    zone, band, square, digits = int(found[1] or 0), found[2], found[3], found[4]
    if len(digits) % 2 or len(digits) > 10:
        raise PlaceNotUnderstood(
            say(
                "An MGRS reference has an even number of digits after its letters, 10 at most, half "
                "for the easting and half for the northing; this one has {number}.",
                number=len(digits),
            )
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


def _row_shift(zone: int) -> int:
    return 0 if zone % 2 else 5


def _polar_square(north: bool, easting: int, northing: int) -> tuple[str, str]:
    west, east = ("Y", "Z") if north else ("A", "B")
    area = east if easting >= POLE else west
    columns, first_easting, rows, first_northing = _POLAR[area]
    column = columns[(easting - first_easting) // _SQUARE]
    return area, column + rows[(northing - first_northing) // _SQUARE]


def _find_square(zone: int, band: str, square: str) -> tuple[int, int]:
    """The easting and northing at which a UTM square begins."""
    if not 1 <= zone <= 60:
        raise PlaceNotUnderstood(
            say("MGRS zone {zone} does not exist; zones run from 1 to 60.", zone=f"{zone}")
        )
    if band not in BANDS or (band, zone) in _NO_ZONES:
        raise PlaceNotUnderstood(
            say(
                "There is no MGRS zone {zone}{band}; the letters after the number run from C to X "
                "without I and O, and 32X, 34X and 36X do not exist.",
                zone=f"{zone}",
                band=band,
            )
        )
    column = _COLUMNS[(zone - 1) % 3].find(square[0])
    row = _ROWS.find(square[1])
    if column >= 0 and row >= 0:
        easting = (column + 1) * _SQUARE
        first = (row - _row_shift(zone)) % 20 * _SQUARE
        low, left, high, right = zone_edges(zone, band)
        for northing in range(first, FALSE_NORTHING, 20 * _SQUARE):
            south, west, north, east = _extent(zone, band >= "N", easting, northing, _SQUARE)
            if south < high and north > low and west < right and east > left:
                return easting, northing
    raise _no_square(f"{zone}{band}", square)


def _find_polar_square(band: str, square: str) -> tuple[int, int]:
    """The easting and northing at which a UPS square begins."""
    if band not in _POLAR:
        raise PlaceNotUnderstood(
            say(
                "An MGRS reference begins with the number of its zone, as in 36U UB 03749 02533; "
                "only the polar areas A, B, Y and Z have none."
            )
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
        say(
            "There is no MGRS square {square} in {area}; one of the letters is wrong.",
            square=square,
            area=area,
        )
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
        lat, lon = unproject(zone, north, e, n)
        lats.append(lat)
        if abs(lat) == 90:
            continue
        # The meridian of 180 degrees bounds both halves of a polar grid.
        lons.append(lon - 360 if zone == 0 and easting < POLE and lon > 0 else lon)
    return min(lats), min(lons), max(lats), max(lons)
