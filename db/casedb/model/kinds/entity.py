"""An entity: a person, organisation, vessel, aircraft, weapon type or facility."""

from __future__ import annotations

from casedb.model.fields import Choice, Tags, Text
from casedb.model.kinds.kind import Kind, closing_fields, fields_of, leading_fields
from casedb.model.options import options
from casedb.model.when_and_where import Where

ENTITY_TYPE = options(
    ("person", "Person"),
    ("organisation", "Organisation"),
    ("vessel", "Vessel"),
    ("aircraft", "Aircraft"),
    ("weapon_type", "Weapon type"),
    ("facility", "Facility"),
)

ENTITY = Kind(
    name="entity",
    label="Entity",
    plural="Entities",
    icon="entity",
    accent="ent",
    hint="A person, organisation, vessel, aircraft, weapon type or facility",
    fields=fields_of(
        *leading_fields("Name"),
        Choice("entity_type", "Type", options=ENTITY_TYPE),
        Tags("aliases", "Aliases", help="Other names and spellings", searchable=True),
        Text(
            "identifier", "Identifier", help="IMO or tail number, register entry", searchable=True
        ),
        Where("where", "Where", searchable=True),
        *closing_fields(),
    ),
    face_place=("where",),
    is_evidence=False,
)
