"""The kinds of item a case may contain, each declared once in a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from casedb.model.kinds.board_card import BOARD_CARD
from casedb.model.kinds.claim import CLAIM
from casedb.model.kinds.debris_analysis import DEBRIS_ANALYSIS
from casedb.model.kinds.document import DOCUMENT
from casedb.model.kinds.entity import ENTITY
from casedb.model.kinds.event import EVENT
from casedb.model.kinds.kind import Kind, fields_of, leading_fields
from casedb.model.kinds.media import MEDIA
from casedb.model.kinds.note import NOTE
from casedb.model.kinds.official_statement import OFFICIAL_STATEMENT
from casedb.model.kinds.satellite_image import SATELLITE_IMAGE

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            CLAIM,
            SATELLITE_IMAGE,
            DEBRIS_ANALYSIS,
            OFFICIAL_STATEMENT,
            DOCUMENT,
            MEDIA,
            EVENT,
            ENTITY,
            NOTE,
            BOARD_CARD,
        )
    }
)
"""Every kind this version knows, by name, in the order in which they are offered."""

BLANK_KINDS: tuple[Kind, ...] = tuple(kind for kind in KINDS.values() if kind.blank)
"""The kinds of which a blank one can be added, in the same order."""


def kind_of(name: str) -> Kind:
    """The kind of that name; a name from a newer version becomes a plain, read-only kind."""
    known = KINDS.get(name)
    if known is not None:
        return known
    label = name.replace("_", " ").capitalize()
    return Kind(
        name=name,
        label=label,
        plural=label,
        icon="unknown_kind",
        accent="note",
        fields=fields_of(*leading_fields()),
        hint="A kind of a newer version, shown read-only",
        is_evidence=False,
    )


def is_known(name: str) -> bool:
    """Whether this version may edit items of that kind."""
    return name in KINDS


__all__ = ["BLANK_KINDS", "KINDS", "Kind", "is_known", "kind_of"]
