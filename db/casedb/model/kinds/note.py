"""A note: our own thought, marked as such."""

from __future__ import annotations

from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields

NOTE = Kind(
    name="note",
    label="Note",
    plural="Notes",
    icon="note",
    accent="note",
    hint="Our own thought",
    fields=fields_of(*leading_fields(), *closing_fields()),
    is_evidence=False,
)
