"""Positions on the grid in metres: UTM, and UPS at the poles (NGA.SIG.0012)."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.places.projection import project, unproject
from casedb.model.places.shapes import PlaceNotUnderstood, Point, wrap_longitude
from casedb.words import say

BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""The letters of the bands of latitude, from 80 S to 84 N."""

# The zones that are not 6 degrees wide: Norway in band V, Svalbard in band X.
_ODD_ZONES = {
    ("V", 31): (0, 3),
    ("V", 32): (3, 12),
    ("X", 31): (0, 9),
    ("X", 33): (9, 21),
    ("X", 35): (21, 33),
    ("X", 37): (33, 42),
}


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


def to_utm(point: Point) -> Utm:
    """The grid position of a point: UTM from 80 S to 84 N (both included), UPS beyond."""
    zone = _zone_of(point)
    return Utm(zone, point.lat >= 0, *project(point, zone))


def from_utm(grid: Utm) -> Point:
    """The point at a grid position, which may lie beyond the edge of its zone.

    Raises PlaceNotUnderstood for a zone outside 0 to 60, or an easting or northing off the grid.
    """
    if not 0 <= grid.zone <= 60:
        raise PlaceNotUnderstood(
            say("Zone {zone} does not exist; zones run from 1 to 60.", zone=f"{grid.zone}")
        )
    widest, highest = (4_000_000, 4_000_000) if grid.zone == 0 else (1_000_000, 10_000_000)
    if not (0 <= grid.easting <= widest and 0 <= grid.northing <= highest):
        raise PlaceNotUnderstood(
            say(
                "Easting {easting} and northing {northing} lie off the grid, which ends at {widest} "
                "m east and {highest} m north.",
                easting=f"{grid.easting:.9g}",
                northing=f"{grid.northing:.9g}",
                widest=f"{widest}",
                highest=f"{highest}",
            )
        )
    lat, lon = unproject(grid.zone, grid.north, grid.easting, grid.northing)
    return Point(lat, wrap_longitude(lon))


def band_of(lat: float) -> str:
    """The letter of the band of latitude, 8 degrees high but for the last, from 80 S to 84 N."""
    return BANDS[min(int(lat // 8) + 10, 19)]


def zone_edges(zone: int, band: str) -> tuple[int, int, int, int]:
    """South, west, north and east of the part of a zone within a band, in degrees."""
    south = 8 * BANDS.index(band) - 80
    west, east = _ODD_ZONES.get((band, zone), (6 * zone - 186, 6 * zone - 180))
    return south, west, 84 if band == "X" else south + 8, east


def _zone_of(point: Point) -> int:
    if not -80 <= point.lat <= 84:
        return 0
    band = band_of(point.lat)
    for (odd_band, zone), (west, east) in _ODD_ZONES.items():
        if band == odd_band and west <= point.lon < east:
            return zone
    return (int(point.lon // 6) + 30) % 60 + 1
