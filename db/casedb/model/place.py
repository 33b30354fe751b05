"""`Place`: where something is, as far as it is known, with how exactly and how that was found.

All coordinates are degrees on WGS 84. Reads and writes decimal degrees, degrees with minutes and
seconds, MGRS, well-known text (OGC 06-103r4) and GeoJSON geometry (RFC 7946). Well-known text and
GeoJSON put the longitude first; everything else here puts the latitude first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casedb.model.json_value import JsonValue
from casedb.model.places.containment import holds
from casedb.model.places.json_form import (
    read_members,
    read_precision,
    read_shape,
    read_text,
    write_shape,
)
from casedb.model.places.measures import find_bounds, find_centre, measure_distance
from casedb.model.places.nearness import Nearness, judge_nearness
from casedb.model.places.precision import Precision
from casedb.model.places.reading import LONGEST, read_coordinates, split_name
from casedb.model.places.shapes import Box, PlaceNotUnderstood, Point, Polygon, Shape
from casedb.model.places.showing import CoordinateForm, show_shape
from casedb.model.places.wkt import read_wkt, write_wkt
from casedb.words import say

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
            raise PlaceNotUnderstood(say("A place needs a name or coordinates."))

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
            raise PlaceNotUnderstood(say("Nothing was given; type a name or coordinates."))
        if (shape := read_wkt(given)) is not None:
            return cls(shape=shape, stated=given)
        if len(given) > LONGEST:
            raise PlaceNotUnderstood(
                say(
                    "This text has {number} characters, too many for a place; keep a short name here and "
                    "the rest in the notes.",
                    number=f"{len(given)}",
                )
            )
        for name, stated in split_name(given):
            reading = read_coordinates(stated)
            if reading is None:
                continue
            if name and read_coordinates(name) is not None:
                raise PlaceNotUnderstood(
                    say(
                        "This text gives coordinates twice; keep one of them here and the other in the notes."
                    )
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
        members = read_members(value)
        shape = read_shape(members)
        name, method, stated = (read_text(members, key) for key in ("name", "method", "stated"))
        return cls(name, shape, read_precision(members), method, stated)

    def to_json(self) -> dict[str, JsonValue]:
        """The place as JSON, read back without loss by `from_json`.

        `geometry` is a GeoJSON Point or Polygon with longitude before latitude (RFC 7946), corners
        in the order they have here. A box has a null geometry and a `bbox` of west, south, east,
        north, where west > east crosses the antimeridian (RFC 7946, section 5.2).
        """
        return {
            "name": self.name,
            **write_shape(self.shape),
            "precision": None if self.precision is None else self.precision.value,
            "method": self.method,
            "stated": self.stated,
        }

    def to_wkt(self) -> str | None:
        """The shape as well-known text, longitude first, or None without a shape.

        A box becomes BOX(west south,east north), as PostGIS writes it. `parse` reads all three.
        """
        return None if self.shape is None else write_wkt(self.shape)

    def show(self, form: CoordinateForm = CoordinateForm.DECIMAL) -> str:
        """The place for people: the name first, coordinates only as exact as the precision.

        Decimal degrees have 5 digits for 10 m, 4 for 100 m, 3 for 1 km, 1 for a region, and up to
        6 when the precision is not known. Boxes are rounded outwards. MGRS names the cell around
        the centre, about as large as the precision or the shape, whichever is larger; a shape
        over 150 km is shown by the squares of its corners.
        """
        if self.shape is None:
            return self.name or self.stated
        shown = show_shape(self.shape, self.precision, form)
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
        return show_shape(centre, precision, CoordinateForm.DECIMAL)

    @property
    def centre(self) -> Point | None:
        """The middle of a box, the centroid of a polygon, the point itself; None without shape."""
        return None if self.shape is None else find_centre(self.shape)

    @property
    def bounds(self) -> Box | None:
        """The smallest box around the shape as stated; None without a shape."""
        return None if self.shape is None else find_bounds(self.shape)

    def contains(self, other: Place) -> bool | None:
        """Whether the other shape lies within this one, or None when either has no shape.

        Shapes are taken as stated, without their precision. Edges count as inside, and so does
        whatever lies within a billionth of a degree (0.1 mm), to be safe from rounding.
        """
        if self.shape is None or other.shape is None:
            return None
        return holds(self.shape, other.shape)

    def distance_to(self, other: Place) -> float | None:
        """Metres between the centres along a great circle, or None when either has no shape.

        Haversine formula on the mean earth radius of 6,371,008.8 m, off by at most 0.6 %.
        """
        here, there = self.centre, other.centre
        return None if here is None or there is None else measure_distance(here, there)

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
        return judge_nearness((self.shape, other.shape), (self.precision, other.precision))
