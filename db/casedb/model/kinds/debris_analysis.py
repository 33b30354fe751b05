"""A debris analysis: what a fragment is, how that was found, and what it does not show."""

from __future__ import annotations

from casedb.model.fields import Choice, Choices, Ladder, Table, Text, columns
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.matches import matches_field
from casedb.model.options import options
from casedb.model.reference_fields import Region, SourceRef
from casedb.model.when_and_where import When, Where
from casedb.words import term

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
    ("class", "Class", "what sort of thing it is, such as a missile or a drone"),
    ("type", "Type", "the family of weapon or part"),
    ("model", "Model", "one design of that family"),
    ("variant", "Variant", "one version of that design"),
    ("lot", "Lot", "the production run it was made in"),
    ("serial", "Serial", "this one object, by its number"),
)
"""How finely something is named: each step says more than the one before it."""

EXCLUDED = "excluded"
STRENGTH = options(
    (EXCLUDED, "Excluded", "it is not what it was taken for: this speaks against it"),
    ("inconclusive", "Inconclusive", "what is there neither shows nor excludes it"),
    ("consistent_with", "Consistent with", "it fits, and it also fits others"),
    ("characteristic_of", "Characteristic of", "it fits, and is rarely seen elsewhere"),
    ("unique_to", "Unique to", "it fits, and is seen nowhere else"),
)
"""How firmly what was examined bears that out: a scale of its own, whatever the level is."""

OBTAINED = options(
    ("own_examination", "Examined by us", "the reference itself was at hand"),
    ("published_photo", "Published photo"),
    ("manufacturer", "Document of the manufacturer"),
    ("official_report", "Official report", "of a panel, a court or a ministry"),
    ("collection", "Museum or collection"),
    ("database", "Database"),
    ("shared", "Given to us", "by somebody who had it"),
)

OPEN = "open"
STANDING = options(
    (OPEN, "Open", "it is not ruled out"),
    ("set_aside", "Set aside", "it is ruled out, for the reason given"),
)

LIMITS = (
    term("Manufacture is not transfer."),
    term("Who made it does not say who fired it."),
    term("Parts that anybody can buy do not say who put them together."),
    term("Only photographs were examined, not the object itself."),
    term("Where it was found is taken from those who found it."),
)
"""What debris does not show, as it is often put."""

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
                Text(
                    "dimensions",
                    "Dimensions",
                    placeholder="such as 120 × 35 mm",
                    measured=True,
                ),
                Text(
                    "markings",
                    "Markings, verbatim",
                    help=(
                        "Sign by sign, with its lines and gaps. For what cannot be read: [...] with a "
                        "dot for each sign, [---] where nobody knows how many"
                    ),
                    placeholder="Sign by sign",
                    verbatim=True,
                    monospace=True,
                ),
                Choice("marking_type", "Marking type", options=MARKING),
                Region("mark", "Region of the photo", help="Where on a photo this was read"),
            ),
        ),
        Choices("method", "Method", section=EXAMINED, options=METHOD),
        Table(
            "reference_material",
            "References",
            help="Reference material: what it was compared with, and where that comes from",
            section=EXAMINED,
            searchable=True,
            row_label="reference",
            columns=columns(
                Text("what", "What it is"),
                Choice("obtained", "How obtained", options=OBTAINED),
                Text("origin", "Where from", help="The place, book, page or number it comes from"),
                SourceRef("source", "Source", help="Who it comes from"),
                Region(
                    "mark",
                    "Region of the reference",
                    help="What of the reference it was compared with",
                    compared_with="components",
                ),
            ),
        ),
        Text(
            "reference",
            "Reference material",
            help="What it was compared with",
            section=EXAMINED,
            multiline=True,
            searchable=True,
            retired=True,
        ),
        Text(
            "reference_provenance",
            "Where the reference comes from",
            section=EXAMINED,
            multiline=True,
            searchable=True,
            retired=True,
        ),
        matches_field(EXAMINED),
        Ladder(
            "level",
            "Identification level",
            help="How finely it is named; not how sure that is",
            section=CONCLUDED,
            options=LEVEL,
        ),
        Ladder(
            "strength",
            "Strength of the conclusion",
            help="How firmly what was examined bears that out; not how finely it is named",
            section=CONCLUDED,
            options=STRENGTH,
            apart=(EXCLUDED, "inconclusive"),
            against=EXCLUDED,
        ),
        Table(
            "candidates",
            "Alternatives",
            help="What else it could be",
            section=CONCLUDED,
            searchable=True,
            row_label="alternative",
            columns=columns(
                Text("what", "What else"),
                Choice("standing", "Standing", options=STANDING),
                Text("why", "Why", help="Why it was set aside, or is kept", multiline=True),
            ),
        ),
        Text(
            "alternatives",
            "Alternatives considered",
            section=CONCLUDED,
            multiline=True,
            searchable=True,
            retired=True,
        ),
        Text(
            "limits",
            "Limits",
            help="What it does not show; manufacture is not transfer",
            section=CONCLUDED,
            multiline=True,
            searchable=True,
            suggested=LIMITS,
        ),
        SourceRef("analyst", "Analyst", section=CONCLUDED),
        Text("qualifications", "Qualifications", section=CONCLUDED, searchable=True),
        *closing_fields(),
    ),
    face_date=("found_at", "analysed_at"),
    face_place=("found_where",),
    face_source=("analyst", "source"),
    shows_not=frozenset({"actor", "action", "recipient", "route", "knowledge"}),
    limit="Debris shows what a thing is and who made it, not who handed it over, received or used it.",
)
