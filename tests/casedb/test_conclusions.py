"""What a debris analysis concludes and does not show, told wherever it is cited."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb.model.card_face import face
from casedb.model.conclusions import (
    LONGEST,
    MOST_ITEMS,
    conclusion_in_words,
    doubt_of_link,
    limits_cited,
    limits_in_words,
    limits_of,
    open_alternatives,
)
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.kinds.debris_analysis import LEVEL, STRENGTH
from casedb.model.records import CaseInfo, Item, Link, Ref
from casedb.model.values import Values


def debris(**values: JsonValue) -> Item:
    return Item("i", "debris_analysis", Values(values))


def contents(*records: Item | Link) -> Contents:
    return Contents([CaseInfo("case"), *records])


# -- two scales --------------------------------------------------------------------------------


def test_level_and_strength_stand_side_by_side_and_no_two_pairs_are_told_alike() -> None:
    told = {
        conclusion_in_words(debris(level=level.value, strength=strength.value))
        for level, strength in product(LEVEL, STRENGTH)
    }
    assert len(told) == len(LEVEL) * len(STRENGTH)
    both = conclusion_in_words(debris(level="model", strength="consistent_with"))
    assert both == "model · consistent with"
    assert conclusion_in_words(debris(strength="unique_to")) == "unique to"
    assert conclusion_in_words(debris()) == ""
    assert conclusion_in_words(Item("c", "claim", Values({"level": "model"}))) == ""


def test_every_step_of_both_scales_says_what_it_means() -> None:
    for option in (*LEVEL, *STRENGTH):
        assert option.meaning, option.label


@pytest.mark.parametrize("strength", [each.value for each in STRENGTH])
def test_a_card_shows_in_the_colour_of_disputes_that_something_is_excluded(strength: str) -> None:
    item = debris(level="type", strength=strength)
    shown = face(contents(item), item)
    assert (shown.chip_accent == "dis") is (strength == "excluded")


def test_a_card_says_how_many_alternatives_are_open() -> None:
    rows = [{"what": "A", "standing": "open"}, {"what": "B", "standing": "set_aside"}]
    item = debris(candidates=[*rows, {"what": "C", "standing": "open"}, {"what": "D"}])
    assert open_alternatives(item) == 2
    assert face(contents(item), item).warning == "2 alternatives open"
    assert open_alternatives(debris(candidates=17)) == 0
    assert open_alternatives(Item("c", "claim", Values({"candidates": list(rows)}))) == 0


# -- what is excluded does not support ---------------------------------------------------------


@pytest.mark.parametrize(
    ("strength", "link", "asked"),
    [
        ("excluded", "supports", True),
        ("excluded", "disputes", False),
        ("excluded", "related", False),
        ("consistent_with", "supports", False),
        ("inconclusive", "supports", False),
    ],
)
def test_what_is_excluded_and_yet_supports_is_asked_about(
    strength: str, link: str, asked: bool
) -> None:
    item, claim = debris(strength=strength), Item("c", "claim")
    drawn = Link("l", link, Ref.item("i"), Ref.item("c"))
    assert bool(doubt_of_link(contents(item, claim, drawn), drawn)) is asked
    back = Link("b", link, Ref.item("c"), Ref.item("i"))
    assert doubt_of_link(contents(item, claim, back), back) == ""


# -- limits ------------------------------------------------------------------------------------


def test_limits_are_told_in_one_line_of_a_stated_length() -> None:
    item = debris(limits="Manufacture is not transfer.\nNo more than that.\u202e")
    assert limits_of(item).startswith("Manufacture is not transfer. No more than that.")
    assert "\u202e" not in limits_of(item)
    assert limits_in_words(item).startswith("Limits: Manufacture")
    assert face(contents(item), item).limits == limits_in_words(item)
    assert limits_in_words(debris()) == ""
    assert limits_in_words(Item("c", "claim", Values({"limits": "None"}))) == ""


@given(st.text(max_size=2 * LONGEST))
def test_no_limits_are_longer_than_is_stated(text: str) -> None:
    assert len(limits_of(debris(limits=text))) <= LONGEST


def test_limits_that_several_share_are_told_once() -> None:
    same = [debris(exhibit=f"CB-00{n}", limits="Manufacture is not transfer.") for n in (1, 2)]
    other = debris(title="Fin", limits="Only photographs.")
    told = limits_cited([*same, other, debris(title="None")])
    assert told == ("Limits: CB-001, CB-002: Manufacture is not transfer. Fin: Only photographs.")
    assert limits_cited([debris(limits="Nothing more.")]) == "Limits: Nothing more."
    assert limits_cited([]) == ""


def test_of_many_limits_it_is_told_how_many_are_left_out() -> None:
    many = [debris(exhibit=f"CB-{n}", limits=f"Limit {n}.") for n in range(MOST_ITEMS + 3)]
    told = limits_cited(many)
    assert told.count("Limit ") == MOST_ITEMS
    assert told.endswith("And 3 more.")
