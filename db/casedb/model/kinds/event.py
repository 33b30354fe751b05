"""An event: what happened, when, where, with which numbers."""

from __future__ import annotations

from casedb.model.fields import Table, Text, columns
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.when_and_where import When, Where

EVENT = Kind(
    name="event",
    label="Event",
    plural="Events",
    icon="event",
    accent="evt",
    hint="What happened, when and where",
    fields=fields_of(
        *leading_fields("What happened"),
        When("happened", "When", time_name="event", searchable=True),
        Where("where", "Where", searchable=True),
        Table(
            "quantities",
            "Casualties and quantities",
            searchable=True,
            row_label="figure",
            columns=columns(
                Text("what", "What is counted"),
                Text("figure", "Figure", help="As stated: “two”, “more than 60”"),
                Text("according_to", "According to"),
            ),
        ),
        *closing_fields(),
    ),
    face_date=("happened",),
    face_place=("where",),
    is_evidence=False,
)
