"""A debris analysis: what a fragment is, how that was found, and what it does not show."""

from __future__ import annotations

from casedb.model.fields import (
    Choice,
    Choices,
    SourceRef,
    Table,
    Text,
    When,
    Where,
    columns,
    options,
)
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.matches import matches_field

ACCESS = options(
    ("physical", "Physical", "the analyst held the object"),
    ("photos_only", "Photos only"),
    ("video_only", "Video only"),
    ("report_only", "Report only", "somebody else's description"),
)

METHOD = options(
    ("visual", "Visual comparison"),
    ("dimensional", "Dimensional"),
    ("metallurgical", "Metallurgical"),
    ("chemical", "Chemical"),
    ("electronics_tracing", "Electronics tracing"),
    ("database_match", "Database match"),
)

MARKING = options(
    ("stamped", "Stamped"),
    ("engraved", "Engraved"),
    ("painted", "Painted"),
    ("label", "Label"),
    ("cast", "Cast"),
    ("printed", "Printed"),
    ("other", "Other"),
)

LEVEL = options(
    ("class", "Class", "what sort of thing"),
    ("type", "Type", "the family of weapon or part"),
    ("model", "Model"),
    ("variant", "Variant"),
    ("lot", "Lot", "the production run"),
    ("serial", "Serial", "this one object"),
)

STRENGTH = options(
    ("excluded", "Excluded"),
    ("inconclusive", "Inconclusive"),
    ("consistent_with", "Consistent with", "also fits others"),
    ("characteristic_of", "Characteristic of", "rarely seen elsewhere"),
    ("unique_to", "Unique to", "seen nowhere else"),
)

FOUND, EXAMINED, CONCLUDED = "Find", "Examination", "Conclusion"

DEBRIS_ANALYSIS = Kind(
    name="debris_analysis",
    label="Debris analysis",
    plural="Debris analyses",
    card_label="Debris",
    icon="debris_analysis",
    accent="deb",
    hint="What a fragment is, how that was found, and its limits",
    fields=fields_of(
        *leading_fields("Finding"),
        Text("object", "Object", searchable=True),
        When("found_at", "Found", time_name="event", searchable=True),
        When("analysed_at", "Analysed", time_name="recorded", searchable=True),
        Where("found_where", "Where found", searchable=True),
        Text("found_by", "Found by", section=FOUND, searchable=True),
        Choice("access", "Access", section=FOUND, options=ACCESS),
        Text("scale_in_frame", "Scale in frame", section=FOUND, searchable=True),
        Table(
            "components",
            "Components",
            section=EXAMINED,
            searchable=True,
            row_label="component",
            columns=columns(
                Text("part", "Part"),
                Text("material", "Material"),
                Text("dimensions", "Dimensions"),
                Text("markings", "Markings, verbatim", verbatim=True),
                Choice("marking_type", "Marking type", options=MARKING),
            ),
        ),
        Choices("method", "Method", section=EXAMINED, options=METHOD),
        Text(
            "reference",
            "Reference material",
            help="What it was compared with",
            section=EXAMINED,
            multiline=True,
            searchable=True,
        ),
        Text(
            "reference_provenance",
            "Where the reference comes from",
            section=EXAMINED,
            multiline=True,
            searchable=True,
        ),
        matches_field(EXAMINED),
        Choice("level", "Identification level", section=CONCLUDED, options=LEVEL),
        Choice("strength", "Strength", section=CONCLUDED, options=STRENGTH),
        Text(
            "alternatives",
            "Alternatives considered",
            section=CONCLUDED,
            multiline=True,
            searchable=True,
        ),
        Text(
            "limits",
            "Limits",
            help="What it does not show; manufacture is not transfer",
            section=CONCLUDED,
            multiline=True,
            searchable=True,
        ),
        SourceRef("analyst", "Analyst", section=CONCLUDED),
        Text("qualifications", "Qualifications", section=CONCLUDED, searchable=True),
        *closing_fields(),
    ),
    face_date=("found_at", "analysed_at"),
    face_place=("found_where",),
    face_source=("analyst", "source"),
)
