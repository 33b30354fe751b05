"""A note: our own thought, marked as such."""

from __future__ import annotations

from casedb.model.fields import Choice
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.options import options

SHOWN_AS = options(
    ("card", "Card"),
    ("sticky", "Sticky note", "a coloured sheet with nothing but its words"),
    ("text", "Plain text", "its words on the board itself, with no sheet"),
)

NOTE = Kind(
    name="note",
    label="Note",
    plural="Notes",
    icon="note",
    accent="note",
    hint="Our own thought",
    fields=fields_of(
        *leading_fields(),
        Choice("shown_as", "Shown as", options=SHOWN_AS, default="card"),
        *closing_fields(),
    ),
    is_evidence=False,
)
