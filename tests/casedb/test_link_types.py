"""Link types: what the domain lists, and what each may join."""

from __future__ import annotations

import pytest

import caseboard_assets
from casedb.model.link_types import (
    ANCHORS,
    LINK_TYPES,
    Dash,
    End,
    LinkType,
    allows,
    link_fields,
    link_type,
    types_between,
)

DOMAIN = (
    "supports disputes undercuts excludes bears_on derived_from same_as supersedes retracts "
    "corrects responds_to denies confirms depicts located_at occurred_during precedes same_object "
    "related"
)


def test_every_type_of_the_domain_is_there() -> None:
    assert set(LINK_TYPES) == set(DOMAIN.split())


@pytest.mark.parametrize("each", LINK_TYPES.values(), ids=lambda each: each.name)
def test_a_type_can_be_read_both_ways_and_has_an_icon(each: LinkType) -> None:
    assert each.says
    assert each.says_back
    assert each.icon in caseboard_assets.icon_names()
    assert each.symmetric == (each.says == each.says_back)


def test_only_supports_and_disputes_have_polarity() -> None:
    assert {name: each.polarity for name, each in LINK_TYPES.items() if each.polarity} == {
        "supports": 1,
        "disputes": -1,
    }


def test_no_two_types_look_alike_without_colour() -> None:
    # Same dash and same glyphs may only be shared within one group of like meaning.
    looks: dict[tuple[object, ...], list[LinkType]] = {}
    for each in LINK_TYPES.values():
        looks.setdefault((each.dash, each.start_glyph, each.end_glyph), []).append(each)
    for same in looks.values():
        assert len({each.polarity for each in same}) == 1


@pytest.mark.parametrize(
    ("name", "start", "start_kind", "end", "end_kind", "allowed"),
    [
        ("supports", End.ITEM, "media", End.ITEM, "claim", True),
        ("supports", End.ITEM, "media", End.ELEMENT, "claim", True),
        ("supports", End.ITEM, "media", End.ITEM, "document", False),
        ("supports", End.ITEM, "media", End.LINK, "", False),
        ("undercuts", End.ITEM, "note", End.LINK, "", True),
        ("undercuts", End.ITEM, "note", End.ITEM, "claim", False),
        ("excludes", End.ITEM, "claim", End.ITEM, "claim", True),
        ("excludes", End.ITEM, "event", End.ITEM, "claim", False),
        ("denies", End.ITEM, "official_statement", End.ITEM, "claim", True),
        ("denies", End.ITEM, "document", End.ITEM, "claim", False),
        ("derived_from", End.ITEM, "document", End.ITEM, "media", True),
        ("related", End.ITEM, "note", End.ITEM, "entity", True),
    ],
)
def test_what_a_type_may_join(
    name: str, start: End, start_kind: str, end: End, end_kind: str, allowed: bool
) -> None:
    assert allows(LINK_TYPES[name], start, start_kind, end, end_kind) is allowed


def test_the_most_telling_type_comes_first() -> None:
    offered = types_between(End.ITEM, "media", End.ITEM, "claim")
    assert offered[0].name == "supports"
    assert offered[-1].name == "related"
    assert [each.name for each in types_between(End.ITEM, "note", End.LINK, "")] == ["undercuts"]


def test_only_inferences_ask_for_strength() -> None:
    assert {field.name for field in link_fields("supports")} >= {"strength", "directness"}
    assert {field.name for field in link_fields("derived_from")} >= {"derivation", "rationale"}
    assert {field.name for field in link_fields("precedes")} == {
        *("label", "rationale", "certainty"),
        *ANCHORS,
    }


def test_a_type_of_a_newer_version_is_shown_plainly() -> None:
    unknown = link_type("contaminates")
    assert unknown.says == "contaminates"
    assert unknown.dash is Dash.DASHED
