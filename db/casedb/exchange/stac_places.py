"""The footprint of a STAC item: its geometry and its bbox, held against each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from casedb.model.place import Box, Place, PlaceNotUnderstood, Polygon, Shape
from casedb.words import say

MOST_CORNERS = 2000
"""Corners of a footprint beyond which its box is taken instead."""
NEAR = 0.05
"""Degrees by which geometry and bbox may miss each other: one of them is often rounded."""
_ZONE_WIDTH, _ZONE_ROOM = 6, 12
"""Degrees of longitude of a UTM zone, and how far from its middle a scene in its grid may lie."""


@dataclass(slots=True)
class Footprint:
    """Where a scene lies, if that can be told, and sentences about what became of its coordinates."""

    shape: Shape | None = None
    changed: list[str] = field(default_factory=list[str])
    left_out: list[str] = field(default_factory=list[str])
    doubts: list[str] = field(default_factory=list[str])


def read_footprint(geometry: object, bbox: object, properties: Mapping[str, object]) -> Footprint:
    """The place of an item. Coordinates that seem swapped are told, and stay as they are stated."""
    found = Footprint()
    outline, box = _read_geometry(geometry, found), _read_bbox(bbox, found)
    found.shape = outline or box
    if outline is None and box is not None and geometry is not None:
        found.changed.append(say("The bbox was taken for the footprint."))
    if found.shape is None:
        found.doubts.append(
            say("It does not say where the image was taken.")
            if geometry is None and bbox is None
            else say("No footprint could be read from it.")
        )
        return found
    if outline is not None and box is not None:
        _compare(outline, box, found)
    _compare_with_grid(found.shape, properties, found)
    return found


def _read_geometry(given: object, found: Footprint) -> Shape | None:
    if given is None:
        return None
    try:
        return _shape_of(_simple(given, found), found)
    except PlaceNotUnderstood as trouble:
        found.left_out.append(f"{say('“{key}” was left out.', key='geometry')} {trouble}")
        return None


def _simple(given: object, found: Footprint) -> object:
    """A geometry of one ring in place of one of several, as far as there is such."""
    if not isinstance(given, dict):
        return given
    geometry = cast("dict[str, object]", given)
    sort, coordinates = geometry.get("type"), geometry.get("coordinates")
    if sort == "MultiPolygon" and isinstance(coordinates, list):
        parts = cast("list[object]", coordinates)
        if len(parts) != 1:
            raise PlaceNotUnderstood(
                say("It has {n} part.", "It has {n} parts, and a footprint has one.", n=len(parts))
            )
        sort, coordinates = "Polygon", parts[0]
    if sort == "Polygon" and isinstance(coordinates, list):
        rings = cast("list[object]", coordinates)
        if len(rings) > 1:
            found.changed.append(say("The holes of the footprint were left out."))
        coordinates = rings[:1]
    return {"type": sort, "coordinates": coordinates}


def _shape_of(geometry: object, found: Footprint) -> Shape | None:
    shape = Place.from_json({"geometry": geometry}).shape
    if isinstance(shape, Polygon) and len(shape.points) > MOST_CORNERS:
        found.changed.append(
            say(
                "The footprint has {n} corner.",
                "The footprint has {n} corners, so the box around it was taken.",
                n=len(shape.points),
            )
        )
        return Place(shape=shape).bounds
    return shape


def _read_bbox(given: object, found: Footprint) -> Box | None:
    if given is None:
        return None
    try:
        return cast("Box | None", Place.from_json({"bbox": given}).shape)
    except PlaceNotUnderstood as trouble:
        found.left_out.append(f"{say('“{key}” was left out.', key='bbox')} {trouble}")
        return None


# -- what does not go together ---------------------------------------------------------------


def _compare(outline: Shape, box: Box, found: Footprint) -> None:
    bounds = Place(shape=outline).bounds
    assert bounds is not None
    if _is_near(_edges(bounds), _edges(box)):
        return
    south, west, north, east = _edges(box)
    if _is_near(_edges(bounds), (west, south, east, north)):
        found.doubts.append(
            say(
                "In geometry and bbox latitude and longitude are the other way round: one of them is "
                "swapped. The footprint is the geometry as it stands there."
            )
        )
        return
    found.doubts.append(
        say("Geometry and bbox do not agree. The footprint is the geometry as it stands there.")
    )


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.south, box.west, box.north, box.east


def _is_near(edges: tuple[float, ...], others: tuple[float, ...]) -> bool:
    # A bbox of the whole scene and a footprint without its blank margin differ by some of its size.
    room = max(NEAR, 0.2 * (edges[2] - edges[0]), 0.2 * ((edges[3] - edges[1]) % 360))
    apart = (abs(one - other) for one, other in zip(edges, others, strict=True))
    return all(min(each, 360 - each) <= room for each in apart)


def _compare_with_grid(shape: Shape, properties: Mapping[str, object], found: Footprint) -> None:
    """Hold the footprint against the UTM zone in whose grid the image lies."""
    zone = _utm_zone(properties)
    centre = Place(shape=shape).centre
    if zone is None or centre is None:
        return
    middle = zone * _ZONE_WIDTH - 183
    if _away(centre.lon, middle) <= _ZONE_ROOM or abs(centre.lat) > 80:
        return
    told = say(
        "The image is in the grid of UTM zone {zone}, and the footprint is not.", zone=f"{zone}"
    )
    if abs(centre.lon) <= 90 and _away(centre.lat, middle) <= _ZONE_WIDTH / 2 + 1:
        told += " " + say("Latitude and longitude seem to be swapped.")
    elif _away(-centre.lon, middle) <= _ZONE_WIDTH / 2 + 1:
        told += " " + say("East and west seem to be mixed up.")
    found.doubts.append(told)


def _away(lon: float, other: float) -> float:
    return abs((lon - other + 180) % 360 - 180)


def _utm_zone(properties: Mapping[str, object]) -> int | None:
    code, epsg = properties.get("proj:code"), properties.get("proj:epsg")
    text = code if isinstance(code, str) else f"EPSG:{epsg}" if isinstance(epsg, int) else ""
    matched = re.fullmatch(r"EPSG:32[67]([0-9]{2})", text)
    zone = int(matched[1]) if matched is not None else 0
    return zone if 1 <= zone <= 60 else None
