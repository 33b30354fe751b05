"""A satellite or aerial image reference; names follow the STAC view and eo extensions."""

from __future__ import annotations

from casedb.model.fields import Choice, Number, Table, Text, columns
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.matches import matches_field
from casedb.model.options import options
from casedb.model.reference_fields import ItemRefs, Region
from casedb.model.when_and_where import When, Where

SENSOR = options(
    ("optical", "Optical"),
    ("sar", "SAR", "synthetic aperture radar"),
    ("thermal", "Thermal"),
    ("video", "Video"),
    ("aerial", "Aerial"),
)

TIME_BASIS = options(
    ("instant", "Instant", "the exposure itself"),
    ("datatake", "Datatake", "the sensing interval; seconds to minutes"),
    ("pass", "Pass", "the overflight; minutes"),
    ("day", "Day", "only the day is known"),
)

PRODUCT = options(
    ("raw", "Raw"),
    ("pansharpened", "Pansharpened"),
    ("published_crop", "Published crop"),
    ("screenshot", "Screenshot"),
    ("press_graphic", "Press graphic", "with arrows, labels or other marks of the publisher"),
)

CERTAINTY = options(("certain", "Certain"), ("probable", "Probable"), ("possible", "Possible"))

SCENE, GEOMETRY, SEEN = "Scene", "Geometry", "Observed"

SATELLITE_IMAGE = Kind(
    name="satellite_image",
    label="Satellite image",
    plural="Satellite images",
    icon="satellite_image",
    accent="sat",
    hint="A reference to imagery: who took it, of what, when, from where",
    fields=fields_of(
        *leading_fields("What it shows"),
        When("acquired", "Acquired", time_name="recorded", searchable=True),
        Choice("time_basis", "Time basis", options=TIME_BASIS),
        When("shown", "Shown", time_name="published", searchable=True),
        Where("where", "Where", searchable=True),
        Where("footprint", "Footprint", help="Outline or box of the scene", section=SCENE),
        Text("provider", "Provider", section=SCENE, searchable=True),
        Text("platform", "Platform", section=SCENE, searchable=True),
        Choice("sensor", "Sensor", section=SCENE, options=SENSOR),
        Text("scene_id", "Scene or catalogue id", section=SCENE, searchable=True),
        Text("stac_id", "STAC id", section=SCENE, searchable=True),
        Text("stac_collection", "STAC collection", section=SCENE, searchable=True),
        Text("processing_level", "Processing level", section=SCENE, searchable=True),
        Choice("product", "Product", section=SCENE, options=PRODUCT),
        Text("attribution", "Attribution", section=SCENE, searchable=True),
        Number(
            "gsd",
            "Ground sample distance",
            help="Metres on the ground per pixel",
            section=GEOMETRY,
            unit="m",
            low=0,
        ),
        Number("cloud_cover", "Cloud", section=GEOMETRY, unit="%", low=0, high=100),
        Number("off_nadir", "Off-nadir", section=GEOMETRY, unit="°", low=0, high=90),
        Number("incidence", "Incidence", section=GEOMETRY, unit="°", low=0, high=90),
        Number("sun_azimuth", "Sun azimuth", section=GEOMETRY, unit="°", low=0, high=360),
        Number("sun_elevation", "Sun elevation", section=GEOMETRY, unit="°", low=-90, high=90),
        Number(
            "shadow_azimuth",
            "Shadow azimuth",
            help="Measured in the picture: where shadows fall, clockwise from north",
            section=GEOMETRY,
            unit="°",
            low=0,
            high=360,
        ),
        Number(
            "shadow_length",
            "Shadow length",
            help="Measured in the picture, of an upright object whose height is known",
            section=GEOMETRY,
            unit="m",
            low=0,
        ),
        Number(
            "object_height",
            "Object height",
            help="The height of what throws that shadow",
            section=GEOMETRY,
            unit="m",
            low=0,
        ),
        Table(
            "features",
            "Observed features",
            section=SEEN,
            searchable=True,
            row_label="feature",
            columns=columns(
                Text("label", "Feature"),
                Text("region", "Region", placeholder="such as the north pier"),
                Text("size", "Size", placeholder="such as 12 × 3 m", measured=True),
                Choice("certainty", "Certainty", options=CERTAINTY),
                Region("mark", "Marked region", help="Where in the image it is seen"),
            ),
        ),
        ItemRefs(
            "compared_with",
            "Compared with",
            help="The image before or after this one",
            section=SEEN,
            kinds=("satellite_image", "media"),
        ),
        matches_field(SEEN),
        *closing_fields(language=True),
    ),
    face_date=("acquired", "shown"),
    face_place=("where",),
    face_source=("source", "provider"),
    shows_not=frozenset({"actor", "recipient", "knowledge"}),
    limit="An image shows that something was there, not whose it was or who knew of it.",
)
