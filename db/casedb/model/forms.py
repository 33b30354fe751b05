"""The declared fields of the records that are not items: case, source, element, artifact."""

from __future__ import annotations

from casedb.model.fields import Choice, Flag, Language, Number, Tags, Text, Url
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.kinds.kind import fields_of
from casedb.model.kinds.official_statement import INTEREST
from casedb.model.marks import FORMS
from casedb.model.options import options
from casedb.model.reference_fields import SourceRef
from casedb.model.when_and_where import When

CASE_FIELDS = fields_of(
    Text("title", "Title", searchable=True),
    Text("question", "Case question", multiline=True, searchable=True),
    Text("notes", "Notes", multiline=True, markdown=True, searchable=True),
)

SOURCE_TYPES = options(
    ("body", "Body", "a government, ministry or international body"),
    ("agency", "Agency", "a news agency"),
    ("outlet", "Outlet", "a newspaper, broadcaster or site"),
    ("person", "Person"),
    ("dataset", "Data set"),
)

SOURCE_FIELDS = fields_of(
    Text("name", "Name", searchable=True),
    Tags("aliases", "Aliases", help="Other names and spellings", searchable=True),
    Choice("source_type", "Type", options=SOURCE_TYPES),
    SourceRef("owner", "Owner or parent", help="Sources of one owner count as one origin"),
    Choice("interest", "Interest in the matter", options=INTEREST),
    Text("interest_note", "What the interest is", multiline=True, searchable=True),
    Flag("protected", "Protected", help="Not named on boards, in lists and in pictures of them"),
    Text("country", "Country", searchable=True),
    Language("language", "Language"),
    Url("url", "Address", searchable=True),
    Text("notes", "Notes", multiline=True, markdown=True, searchable=True),
)

ELEMENT_FIELDS = fields_of(
    Choice("role", "Element", options=ELEMENT_ROLES),
    Text("text", "What exactly", searchable=True),
    Flag("required", "Required", help="The claim cannot hold without it"),
)

ANNOTATION_FIELDS = fields_of(
    Choice("form", "Form", options=FORMS),
    Text("text", "What is seen there", multiline=True),
    Text("accent", "Colour"),
    Number(
        "known_length",
        "Known length",
        help="How long the line is known to be; it gives the picture its scale",
        unit="m",
        low=0,
    ),
)

ARTIFACT_FIELDS = fields_of(
    Url("url", "Obtained from"),
    Url("archive_url", "Archived copy"),
    When("captured", "Captured", time_name="captured"),
    Text("tool", "Captured with"),
    Text("method", "Method", multiline=True),
    When("imported", "Imported", time_name="imported"),
    Text("imported_by", "Imported by"),
)
