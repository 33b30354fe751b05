"""An official statement: who said what, in which words, and in whose interest."""

from __future__ import annotations

from casedb.model.fields import Choice, Flag, Interest, Language, Text, Url
from casedb.model.kinds.kind import Kind, capture_fields, closing_fields, fields_of, leading_fields
from casedb.model.options import options
from casedb.model.reference_fields import Linked, SourceRefs
from casedb.model.when_and_where import When

CHANNEL = options(
    ("release", "Press release"),
    ("briefing", "Briefing"),
    ("interview", "Interview"),
    ("social", "Social media"),
    ("court", "Court"),
    ("un_document", "UN document"),
    ("leak", "Leak"),
)

STANCE = options(
    ("asserts", "Asserts"),
    ("confirms", "Confirms"),
    ("denies", "Denies"),
    ("denies_in_part", "Denies in part"),
    ("non_denial", "Non-denial", "sounds like a denial and is none"),
    ("declines_to_comment", "Declines to comment", "neither a confirmation nor a denial"),
    ("condemns", "Condemns"),
    ("threatens", "Threatens"),
    ("retracts", "Retracts"),
)

RECORD = options(
    ("on_record", "On record"),
    ("background", "Background"),
    ("anonymous", "Anonymous"),
)

INTEREST = options(
    ("none", "None known"),
    ("party", "Party", "accused or accuser"),
    ("ally", "Ally of a party"),
    ("adversary", "Adversary of a party"),
    ("unknown", "Unknown"),
)

WORDING, SETTING = "Wording", "Setting"

RESPONSES = ("responds_to", "denies", "confirms")
"""The types of link by which a statement answers what others have said."""

RESPONDS_TO = Linked("responds_to", "Responds to", types=RESPONSES, kinds=("official_statement",))
"""Whatever a statement answers: the form lists it, and the thread of statements follows it."""

OFFICIAL_STATEMENT = Kind(
    name="official_statement",
    label="Official statement",
    plural="Official statements",
    card_label="Statement",
    icon="official_statement",
    accent="sta",
    hint="Who said what, in which words, and in whose interest",
    fields=fields_of(
        *leading_fields("What is said"),
        SourceRefs("issuers", "Issuers"),
        Flag("joint", "Joint statement", help="One text, one origin, however many sign it"),
        When("said", "Said", time_name="published", searchable=True),
        Choice("stance", "Stance", options=STANCE),
        Interest("interest", "Interest of the issuer", options=INTEREST),
        Linked(
            "addresses",
            "Claim or element it addresses",
            types=("supports", "disputes", "bears_on", *RESPONSES),
            kinds=("claim",),
        ),
        RESPONDS_TO,
        Text(
            "verbatim", "Verbatim", section=WORDING, multiline=True, verbatim=True, searchable=True
        ),
        Language("verbatim_language", "Language of the wording", section=WORDING),
        Text(
            "translation",
            "Translation",
            section=WORDING,
            multiline=True,
            beside="verbatim",
            searchable=True,
        ),
        Text("translator", "Translator", section=WORDING, searchable=True),
        Text("spokesperson", "Spokesperson", section=SETTING, searchable=True),
        Text("office", "Office", section=SETTING, searchable=True),
        Choice("channel", "Channel", section=SETTING, options=CHANNEL),
        Choice("record", "On record?", section=SETTING, options=RECORD),
        Flag("evidence_offered", "Evidence offered", section=SETTING),
        Url("url", "Address", section=SETTING, searchable=True),
        Url("archive_url", "Archived copy", section=SETTING, searchable=True),
        *closing_fields(),
        *capture_fields(),
    ),
    face_date=("said",),
    face_source=("spokesperson", "issuers", "source"),
)
