"""The types of link, each declared once: what it says, what it may join, how its string looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from casedb.model.fields import AnyField, Choice, Text
from casedb.model.kinds.kind import fields_of
from casedb.model.options import options
from casedb.model.reference_fields import AnnotationRef
from casedb.words import say


class End(StrEnum):
    """What an end of a link may rest on."""

    ITEM = "item"
    ELEMENT = "element"
    LINK = "link"


class Group(StrEnum):
    """What sort of thing a link says."""

    INFERENCE = "inference"
    PROVENANCE = "provenance"
    RESPONSE = "response"
    WORLD = "world"
    FALLBACK = "fallback"


class Dash(StrEnum):
    """The stroke of a string; type is never told by colour alone."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Glyph(StrEnum):
    """The mark at an end of a string."""

    NONE = "none"
    ARROW = "arrow"
    BAR = "bar"
    DOUBLE_BAR = "double_bar"
    OPEN_ARROW = "open_arrow"
    DIAMOND = "diamond"
    DOT = "dot"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class LinkType:
    """One type of link.

    `says` reads from start to end ("supports"), `says_back` the other way ("is supported by").
    `polarity` is +1 where it makes its end more credible, -1 less, 0 neither.
    `starts` and `ends` are what it may rest on; `start_kinds` and `end_kinds` narrow items to
    some kinds (empty: any). A symmetric type reads the same both ways.
    """

    name: str
    says: str
    says_back: str
    group: Group
    accent: str
    polarity: int = 0
    starts: frozenset[End] = frozenset({End.ITEM})
    ends: frozenset[End] = frozenset({End.ITEM})
    start_kinds: frozenset[str] = frozenset()
    end_kinds: frozenset[str] = frozenset()
    symmetric: bool = False
    dash: Dash = Dash.SOLID
    end_glyph: Glyph = Glyph.ARROW
    start_glyph: Glyph = Glyph.NONE

    @property
    def label(self) -> str:
        """The type as people read it in a list."""
        says = say(self.says)
        return says[:1].upper() + says[1:]

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return f"link_{self.name}"


_CLAIM = frozenset({"claim"})
_STATEMENT = frozenset({"official_statement"})
_STATEMENT_OR_CLAIM = frozenset({"official_statement", "claim"})

LINK_TYPES: Mapping[str, LinkType] = MappingProxyType(
    {
        each.name: each
        for each in (
            LinkType(
                "supports",
                "supports",
                "is supported by",
                Group.INFERENCE,
                "sup",
                polarity=1,
                ends=frozenset({End.ITEM, End.ELEMENT}),
                end_kinds=_CLAIM,
            ),
            LinkType(
                "disputes",
                "disputes",
                "is disputed by",
                Group.INFERENCE,
                "dis",
                polarity=-1,
                ends=frozenset({End.ITEM, End.ELEMENT}),
                end_kinds=_CLAIM,
                end_glyph=Glyph.BAR,
            ),
            LinkType(
                "undercuts",
                "undercuts",
                "is undercut by",
                Group.INFERENCE,
                "und",
                ends=frozenset({End.LINK}),
                end_glyph=Glyph.CROSS,
            ),
            LinkType(
                "excludes",
                "excludes",
                "excludes",
                Group.INFERENCE,
                "dis",
                start_kinds=_CLAIM,
                end_kinds=_CLAIM,
                symmetric=True,
                end_glyph=Glyph.DOUBLE_BAR,
                start_glyph=Glyph.DOUBLE_BAR,
            ),
            LinkType(
                "bears_on",
                "bears on",
                "is touched by",
                Group.INFERENCE,
                "der",
                ends=frozenset({End.ITEM, End.ELEMENT}),
                end_kinds=_CLAIM,
                dash=Dash.DASHED,
                end_glyph=Glyph.DOT,
            ),
            LinkType(
                "derived_from",
                "is derived from",
                "is the basis of",
                Group.PROVENANCE,
                "der",
                dash=Dash.DOTTED,
                end_glyph=Glyph.OPEN_ARROW,
            ),
            LinkType(
                "same_as",
                "is the same as",
                "is the same as",
                Group.PROVENANCE,
                "der",
                symmetric=True,
                dash=Dash.DOTTED,
                end_glyph=Glyph.DIAMOND,
                start_glyph=Glyph.DIAMOND,
            ),
            LinkType(
                "supersedes",
                "supersedes",
                "is superseded by",
                Group.PROVENANCE,
                "der",
                end_glyph=Glyph.OPEN_ARROW,
            ),
            LinkType(
                "retracts",
                "retracts",
                "is retracted by",
                Group.PROVENANCE,
                "dis",
                end_glyph=Glyph.CROSS,
            ),
            LinkType(
                "corrects",
                "corrects",
                "is corrected by",
                Group.PROVENANCE,
                "warn",
                end_glyph=Glyph.OPEN_ARROW,
            ),
            LinkType(
                "responds_to",
                "responds to",
                "is answered by",
                Group.RESPONSE,
                "rsp",
                start_kinds=_STATEMENT,
                end_kinds=_STATEMENT_OR_CLAIM,
                end_glyph=Glyph.OPEN_ARROW,
            ),
            LinkType(
                "denies",
                "denies",
                "is denied by",
                Group.RESPONSE,
                "dis",
                start_kinds=_STATEMENT,
                end_kinds=_STATEMENT_OR_CLAIM,
                dash=Dash.DASHED,
                end_glyph=Glyph.BAR,
            ),
            LinkType(
                "confirms",
                "confirms",
                "is confirmed by",
                Group.RESPONSE,
                "sup",
                start_kinds=_STATEMENT,
                end_kinds=_STATEMENT_OR_CLAIM,
                dash=Dash.DASHED,
            ),
            LinkType(
                "depicts", "depicts", "is depicted in", Group.WORLD, "med", end_glyph=Glyph.DOT
            ),
            LinkType(
                "located_at",
                "is located at",
                "is the place of",
                Group.WORLD,
                "ent",
                end_glyph=Glyph.DIAMOND,
            ),
            LinkType(
                "occurred_during",
                "occurred during",
                "includes",
                Group.WORLD,
                "evt",
                dash=Dash.DASHED,
                end_glyph=Glyph.DIAMOND,
            ),
            LinkType(
                "precedes",
                "precedes",
                "follows",
                Group.WORLD,
                "evt",
                dash=Dash.DASHED,
                end_glyph=Glyph.OPEN_ARROW,
            ),
            LinkType(
                "same_object",
                "shows the same object as",
                "shows the same object as",
                Group.WORLD,
                "deb",
                symmetric=True,
                dash=Dash.DOTTED,
                end_glyph=Glyph.DIAMOND,
                start_glyph=Glyph.DIAMOND,
            ),
            LinkType(
                "related",
                "is related to",
                "is related to",
                Group.FALLBACK,
                "der",
                symmetric=True,
                dash=Dash.DASHED,
                end_glyph=Glyph.NONE,
            ),
        )
    }
)
"""Every link type this version knows, by name."""

STRENGTH = options(("weak", "Weak"), ("moderate", "Moderate"), ("strong", "Strong"))
DIRECTNESS = options(
    ("direct", "Direct"),
    ("circumstantial", "Circumstantial"),
    ("background", "Background"),
)
CERTAINTY = options(
    ("confirmed", "Confirmed"),
    ("unconfirmed", "Unconfirmed"),
    ("tentative", "Tentative"),
)
DERIVATION = options(
    ("quotes", "Quotes"),
    ("reprints", "Reprints"),
    ("translates", "Translates"),
    ("summarises", "Summarises"),
    ("screenshots", "Screenshots"),
    ("crops", "Crops"),
    ("relies_on", "Relies on"),
    ("same_footage", "Same footage"),
)

_ALWAYS = fields_of(
    Text("label", "Label", help="Shown on the string", searchable=True),
    Text(
        "rationale",
        "Rationale",
        help="Why the link holds, in one or two sentences",
        multiline=True,
        searchable=True,
    ),
    Choice("certainty", "Certainty", options=CERTAINTY),
    AnnotationRef("start_anchor", "Starts at", help="What is marked on a file of the item there"),
    AnnotationRef(
        "end_anchor",
        "Ends at",
        help="What is marked on a file of the item there",
        at_start=False,
    ),
)

ANCHORS = ("start_anchor", "end_anchor")
"""The fields of a link that name what it points at on a file of its ends."""


def link_type(name: str) -> LinkType:
    """The type of that name; a name from a newer version becomes a plain, untyped one."""
    known = LINK_TYPES.get(name)
    if known is not None:
        return known
    says = name.replace("_", " ")
    everywhere = frozenset(End)
    return LinkType(
        name,
        says,
        says,
        Group.FALLBACK,
        "der",
        starts=everywhere,
        ends=everywhere,
        dash=Dash.DASHED,
    )


def link_fields(name: str) -> tuple[AnyField, ...]:
    """The fields of a link of that type, in reading order."""
    if name in ("supports", "disputes"):
        return (
            *_ALWAYS,
            *fields_of(
                Choice("strength", "Strength", options=STRENGTH),
                Choice("directness", "Directness", options=DIRECTNESS),
            ),
        )
    if name == "derived_from":
        return (*_ALWAYS, *fields_of(Choice("derivation", "How", options=DERIVATION)))
    return _ALWAYS


@lru_cache(maxsize=4096)
def types_between(start: End, start_kind: str, end: End, end_kind: str) -> tuple[LinkType, ...]:
    """The types that may join such a start to such an end, most telling first.

    `start_kind` and `end_kind` are the item kinds, or empty where the end is not an item.
    """
    return tuple(
        each for each in LINK_TYPES.values() if allows(each, start, start_kind, end, end_kind)
    )


def allows(each: LinkType, start: End, start_kind: str, end: End, end_kind: str) -> bool:
    """Whether a link of this type may join such a start to such an end."""
    if start not in each.starts or end not in each.ends:
        return False
    if start is End.ITEM and each.start_kinds and start_kind not in each.start_kinds:
        return False
    return not (end is End.ITEM and each.end_kinds and end_kind not in each.end_kinds)
