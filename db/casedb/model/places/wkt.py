"""Well-known text (OGC 06-103r4), where the longitude comes first."""

from __future__ import annotations

import re

from casedb.model.places.shapes import Box, PlaceNotUnderstood, Point, Polygon, Shape
from casedb.words import say

_WKT = re.compile(
    r"(?:SRID\s*=\s*(?P<srid>[0-9]+)\s*;\s*)?"
    r"(?P<kind>POINT|POLYGON|BOX|LINESTRING|MULTI[A-Z]+|GEOMETRYCOLLECTION)\s*"
    r"(?:(?P<more>ZM?|M)\s*)?\((?P<inside>[-+0-9.,()\sE]*)\)",
    re.IGNORECASE,
)


def read_wkt(text: str) -> Shape | None:
    """The shape of a well-known text, or None for other text.

    Raises PlaceNotUnderstood for well-known text that cannot be a place.
    """
    match = _WKT.fullmatch(text)
    if match is None:
        return None
    if match["srid"] not in (None, "4326"):
        raise PlaceNotUnderstood(
            say(
                "Only coordinates on WGS 84 (SRID 4326) can be read, not SRID {match}.",
                match=match["srid"][:9],
            )
        )
    if match["more"]:
        raise PlaceNotUnderstood(
            say("Only positions of longitude and latitude can be read, no Z or M.")
        )
    kind, inside = match["kind"].upper(), match["inside"]
    ring = re.fullmatch(r"\s*\(([^()]*)\)\s*", inside)
    if kind == "POLYGON" and ring is not None:
        return Polygon.from_ring([_read_position(each) for each in ring[1].split(",")])
    if kind == "POINT":
        return _read_position(inside)
    if kind == "BOX" and inside.count(",") == 1:
        south_west, north_east = (_read_position(each) for each in inside.split(","))
        return Box(south_west.lat, south_west.lon, north_east.lat, north_east.lon)
    raise PlaceNotUnderstood(
        say("Of well-known text, only POINT, BOX and a POLYGON with one ring can be a place.")
    )


def write_wkt(shape: Shape) -> str:
    """The shape as POINT, POLYGON, or BOX(west south,east north) as PostGIS writes it."""
    match shape:
        case Point(lat, lon):
            return f"POINT({lon} {lat})"
        case Polygon():
            corners = ", ".join(f"{each.lon} {each.lat}" for each in shape.ring)
            return f"POLYGON(({corners}))"
        case Box(south, west, north, east):
            return f"BOX({west} {south},{east} {north})"


def _read_position(text: str) -> Point:
    try:
        lon, lat = map(float, text.split())
    except ValueError:
        raise PlaceNotUnderstood(
            say(
                "Well-known text has the longitude first and a space before the latitude, as in "
                "POINT(30.230175 50.541771)."
            )
        ) from None
    return Point(lat, lon)
