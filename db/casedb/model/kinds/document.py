"""A document: a report, article, resolution, sanctions notice or data set."""

from __future__ import annotations

from casedb.model.fields import Choice, Text, Url
from casedb.model.kinds.kind import Kind, capture_fields, closing_fields, fields_of, leading_fields
from casedb.model.options import options
from casedb.model.reference_fields import SourceRef
from casedb.model.when_and_where import When

DOCUMENT_TYPE = options(
    ("report", "Report"),
    ("article", "Article"),
    ("resolution", "Resolution"),
    ("sanctions_notice", "Sanctions notice"),
    ("dataset", "Data set"),
)

DOCUMENT = Kind(
    name="document",
    label="Document",
    plural="Documents",
    icon="document",
    accent="doc",
    hint="A report, article, resolution, notice or data set",
    fields=fields_of(
        *leading_fields(),
        Choice("document_type", "Type", options=DOCUMENT_TYPE),
        Text("author", "Author", searchable=True),
        SourceRef("publisher", "Publisher"),
        When("published", "Published", time_name="published", searchable=True),
        Url("url", "Address", searchable=True),
        Url("archive_url", "Archived copy", searchable=True),
        *closing_fields(),
        *capture_fields(),
    ),
    face_date=("published",),
    face_source=("publisher", "author", "source"),
)
