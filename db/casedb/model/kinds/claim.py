"""A claim: one sentence that can be checked, and who made it."""

from __future__ import annotations

from casedb.model.fields import Choice, Language, Text
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.options import options
from casedb.model.reference_fields import SourceRef
from casedb.model.when_and_where import When

STATUS = options(
    ("draft", "Draft"),
    ("open", "Open"),
    ("in_review", "In review"),
    ("settled", "Settled"),
    ("withdrawn", "Withdrawn"),
)

ELEMENT_ROLES = options(
    ("actor", "Actor", "who did it"),
    ("action", "Action", "what was done"),
    ("object", "Object", "what it was done with or to"),
    ("recipient", "Recipient", "who received it"),
    ("place", "Place"),
    ("time", "Time"),
    ("route", "Route"),
    ("quantity", "Quantity"),
    ("knowledge", "Knowledge", "who knew what"),
)

CLAIM = Kind(
    name="claim",
    label="Claim",
    plural="Claims",
    icon="claim",
    accent="claim",
    hint="One sentence that can be checked",
    fields=fields_of(
        *leading_fields("Claim", "One sentence that can be checked"),
        Choice("status", "Status", options=STATUS, default="draft"),
        SourceRef("claimant", "Claimant", help="Who says so"),
        When("first_made", "First made", time_name="published", searchable=True),
        Text(
            "first_appearance",
            "First appearance",
            help="Where it was first said: outlet, channel, address",
            searchable=True,
        ),
        Text("verbatim", "Verbatim", multiline=True, verbatim=True, searchable=True),
        Language("verbatim_language", "Language of the wording"),
        Text("translation", "Translation", multiline=True, beside="verbatim", searchable=True),
        Text(
            "competing_set",
            "Competing set",
            help="Claims that name the same set exclude each other",
            searchable=True,
        ),
        *closing_fields(),
    ),
    face_date=("first_made",),
    face_source=("claimant", "source"),
    is_evidence=False,
)
