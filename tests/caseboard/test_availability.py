"""What is missing for an action: told for every need, in a sentence."""

from __future__ import annotations

import pytest

from caseboard.actions import ACTIONS, Needs
from caseboard.availability import missing_in_case, missing_in_selection, missing_without_case
from caseboard.selection import Selected

ONE = frozenset({"x"})
REFUSAL = "Nothing changes here."


def test_without_a_case_only_that_is_there_which_needs_nothing() -> None:
    missing = missing_without_case()
    assert set(missing) == set(Needs)
    assert {need for need, sentence in missing.items() if not sentence} == {Needs.NOTHING}
    assert missing[Needs.CARDS] == Needs.CASE.sentence
    assert missing_without_case(REFUSAL)[Needs.CARDS] == REFUSAL


def test_an_open_case_tells_of_every_need_once() -> None:
    of_case = missing_in_case("", can_undo=True, can_redo=False)
    of_selection = missing_in_selection("", Selected())
    assert {*of_case, *of_selection} == set(Needs)
    assert not set(of_case) & set(of_selection)
    assert of_case[Needs.REDO] == Needs.REDO.sentence
    assert not of_case[Needs.UNDO]


@pytest.mark.parametrize(
    ("selected", "met"),
    [
        (Selected(), set[Needs]()),
        (
            Selected(cards=ONE),
            {Needs.SELECTION, Needs.CHANGEABLE, Needs.CARDS, Needs.PLACED, Needs.SHOWN}
            | {Needs.REMOVABLE, Needs.RECORDS},
        ),
        (
            Selected(frames=ONE),
            {
                Needs.SELECTION,
                Needs.CHANGEABLE,
                Needs.PLACED,
                Needs.SHOWN,
                Needs.REMOVABLE,
                Needs.FRAMES,
            },
        ),
        (
            Selected(links=ONE),
            {Needs.SELECTION, Needs.CHANGEABLE, Needs.LINKS, Needs.REMOVABLE},
        ),
        (
            Selected(cards=ONE, frames=frozenset("yz")),
            {
                Needs.SELECTION,
                Needs.CHANGEABLE,
                Needs.CARDS,
                Needs.PLACED,
                Needs.SHOWN,
                Needs.REMOVABLE,
            }
            | {Needs.RECORDS, Needs.SEVERAL, Needs.THREE, Needs.FRAMES},
        ),
        (
            Selected(frames=frozenset("yz")),
            {
                Needs.SELECTION,
                Needs.CHANGEABLE,
                Needs.PLACED,
                Needs.SHOWN,
                Needs.REMOVABLE,
                Needs.SEVERAL,
            }
            | {Needs.FRAMES},
        ),
        (Selected(items=ONE), {Needs.SELECTION, Needs.CHANGEABLE, Needs.RECORDS}),
        (Selected(sources=ONE), {Needs.SELECTION, Needs.CHANGEABLE, Needs.RECORDS}),
    ],
)
def test_what_is_selected_decides(selected: Selected, met: set[Needs]) -> None:
    missing = missing_in_selection("", selected)
    assert {need for need, sentence in missing.items() if not sentence} == met
    refused = missing_in_selection(REFUSAL, selected)
    assert {need for need, sentence in refused.items() if not sentence} == met & {
        Needs.SELECTION,
        Needs.SHOWN,
    }
    assert refused[Needs.CARDS] == REFUSAL


def test_every_need_that_an_action_has_is_told_in_a_sentence() -> None:
    for need in {each.needs for each in ACTIONS} - {Needs.NOTHING}:
        assert need.sentence.endswith(".") and need.sentence[0].isupper()
