"""Places in JSON, their shapes as GeoJSON (RFC 7946), where the longitude comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from casedb.model.json_value import JsonValue
from casedb.model.places.precision import Precision
from casedb.model.places.shapes import Box, PlaceNotUnderstood, Point, Polygon, Shape
from casedb.words import say

_MEMBERS = ("name", "geometry", "bbox", "precision", "method", "stated")


def read_members(value: object) -> Mapping[object, object]:
    """The members of a place in JSON; a bare geometry becomes the member of that name.

    Raises PlaceNotUnderstood for anything but an object, and for keys that are not known.
    """
    members = _read_object(value, say("A place in JSON must be an object."))
    if "coordinates" in members:
        return {"geometry": members}
    _refuse_unknown(members, _MEMBERS)
    return members


def read_shape(members: Mapping[object, object]) -> Shape | None:
    """The shape in `geometry`, else in `bbox`. Raises PlaceNotUnderstood if either is wrong."""
    geometry = _read_geometry(members.get("geometry"))
    box = _read_bbox(members.get("bbox"))
    return geometry or box


def read_precision(members: Mapping[object, object]) -> Precision | None:
    """The precision, if there is one. Raises PlaceNotUnderstood for an unknown one."""
    value = members.get("precision")
    known = {None: None, **{each.value: each for each in Precision}}
    if not isinstance(value, str | None) or value not in known:
        raise PlaceNotUnderstood(
            say('The precision of a place must be "10 m", "100 m", "1 km", "region" or null.')
        )
    return known[value]


def read_text(members: Mapping[object, object], key: str) -> str:
    """The text under a key, empty when absent. Raises PlaceNotUnderstood for anything but text."""
    value = members.get(key, "")
    if not isinstance(value, str):
        raise PlaceNotUnderstood(say("The {key} of a place must be text.", key=key))
    return value


def write_shape(shape: Shape | None) -> dict[str, JsonValue]:
    """The members that say a shape: `geometry`, and for a box `bbox`."""
    match shape:
        case None:
            return {"geometry": None}
        case Point():
            return {"geometry": {"type": "Point", "coordinates": _write_position(shape)}}
        case Polygon():
            ring = [_write_position(each) for each in shape.ring]
            return {"geometry": {"type": "Polygon", "coordinates": [ring]}}
        case Box(south, west, north, east):
            return {"geometry": None, "bbox": [west, south, east, north]}


def _write_position(point: Point) -> list[JsonValue]:
    return [point.lon, point.lat]


def _read_object(value: object, refusal: str) -> Mapping[object, object]:
    if not isinstance(value, Mapping):
        raise PlaceNotUnderstood(refusal)
    return cast("Mapping[object, object]", value)


def _refuse_unknown(members: Mapping[object, object], known: Sequence[str]) -> None:
    if any(key not in known for key in members):
        raise PlaceNotUnderstood(
            say(
                "A place in JSON may only have {others} and {last} here.",
                others=", ".join(known[:-1]),
                last=known[-1],
            )
        )


def _read_geometry(value: object) -> Point | Polygon | None:
    if value is None:
        return None
    members = _read_object(value, say("A geometry in JSON must be an object."))
    _refuse_unknown(members, ("type", "coordinates", "bbox"))
    _read_bbox(members.get("bbox"))
    coordinates = _read_list(members.get("coordinates"))
    if members.get("type") == "Point":
        return _read_position(coordinates)
    if members.get("type") == "Polygon" and len(coordinates) == 1:
        points = [_read_position(_read_list(each)) for each in _read_list(coordinates[0])]
        if len(points) < 4 or points[0] != points[-1]:
            raise PlaceNotUnderstood(
                say(
                    "A polygon in GeoJSON needs at least four positions, the last one the same as the "
                    "first."
                )
            )
        return Polygon(tuple(points[:-1]))
    raise PlaceNotUnderstood(say("A geometry must be a GeoJSON Point or a Polygon with one ring."))


def _read_bbox(value: object) -> Box | None:
    if value is None:
        return None
    edges = [_read_number(each) for each in _read_list(value)]
    if len(edges) not in (4, 6):
        raise PlaceNotUnderstood(say("A bbox must be a list of west, south, east and north."))
    half = len(edges) // 2
    return Box(west=edges[0], south=edges[1], east=edges[half], north=edges[half + 1])


def _read_position(values: Sequence[object]) -> Point:
    if len(values) not in (2, 3):
        raise PlaceNotUnderstood(say("A position must be a list of longitude and latitude."))
    lon, lat, *_ = map(_read_number, values)
    return Point(lat, lon)


def _read_list(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise PlaceNotUnderstood(say("The coordinates of a place must be lists of numbers."))
    return cast("Sequence[object]", value)


def _read_number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PlaceNotUnderstood(say("The coordinates of a place must be numbers."))
    try:
        return float(value)
    except OverflowError:
        raise PlaceNotUnderstood(say("A coordinate of this place is far too large.")) from None
