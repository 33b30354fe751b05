"""The sheet of keys and gestures says what the window really does, as somebody has chosen it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caseboard.actions import ACTIONS
from caseboard.bindings import DEFAULT
from caseboard.board_keys import BOARD_KEYS
from caseboard.keymap import DECLARED
from caseboard.options import SETTINGS
from caseboard.sheet import KEYS, MOUSE, file_lines, lines, view_lines
from caseboard.viewer.mark_tools import TOOLS
from caseboard.viewer.ways import COMPARISON, LOOKING, VIEWER

pytestmark = pytest.mark.usefixtures("qapp")


def test_everything_that_has_a_key_stands_on_it() -> None:
    told = {(line.what, line.keys) for line in lines()}
    for each in ACTIONS:
        if each.keys:
            assert (each.label.rstrip("…"), DECLARED.shown(each.name)) in told
    assert [line.what for line in lines() if line.group == KEYS] == [e.text for e in BOARD_KEYS]


def test_every_line_says_how() -> None:
    for line in lines():
        assert bool(line.keys) != bool(line.how)
        assert line.what and not line.what.endswith("…")
    assert len({(line.group, line.what) for line in lines()}) == len(lines())


def test_the_keys_of_the_viewer_and_the_comparison_stand_on_it() -> None:
    told = {(line.group, line.what, line.keys) for line in lines()}
    for each in (*LOOKING.values(), *TOOLS.values()):
        assert (VIEWER, each.text, (each.key,)) in told
    assert any(group == COMPARISON and keys == ("P",) for group, _, keys in told)
    words = " ".join(line.words for line in lines())
    assert all(each in words for each in ("measure", "mark", "next page"))


def test_keys_that_were_chosen_stand_on_it() -> None:
    keymap = DECLARED.with_keys("verify", ["F9"]).with_keys("zoom_out", [])
    keymap = keymap.with_keys("palette", [])
    theirs = {*file_lines(), *view_lines()}
    told = {line.what: line.keys for line in lines(keymap) if line not in theirs}
    assert not any("Ctrl+K" in line.how for line in lines(keymap))
    assert told["Verify case"] == ("F9",)
    assert "Zoom out" not in told


@pytest.mark.parametrize(
    ("chosen", "what", "how"),
    [
        ({}, "Move the board", "Drag with the middle button or hold Space and drag"),
        (
            {"pan_button": "both", "wheel": "pan"},
            "Move the board",
            "Drag with the middle or right button or hold Space and drag or turn the wheel",
        ),
        ({}, "Zoom at the pointer", "Wheel or pinch"),
        ({"wheel": "pan", "pinch": "off"}, "Zoom at the pointer", "Ctrl and wheel"),
        ({}, "Select all in a rectangle", "Drag on an empty place"),
        ({"empty_drag": "pan"}, "Select all in a rectangle", "Shift and drag on an empty place"),
    ],
)
def test_the_mouse_is_told_of_as_it_was_chosen(chosen: dict[str, str], what: str, how: str) -> None:
    told = {line.what: line.how for line in lines(bindings=replace(DEFAULT, **chosen))}
    assert told[what] == how


def test_what_the_mouse_does_no_more_is_not_told() -> None:
    bindings = replace(DEFAULT, empty_double_click="nothing")
    bindings = replace(bindings, wheel="pan", ctrl_wheel="pan", pinch="off")
    told = {line.what for line in lines(bindings=bindings)}
    assert not told & {"Add a card", "Zoom at the pointer"}


def test_every_choice_for_the_mouse_can_be_told() -> None:
    for each in SETTINGS:
        for value in each.choices if hasattr(DEFAULT, each.name) else ():
            mouse = [
                line
                for line in lines(bindings=replace(DEFAULT, **{each.name: value}))
                if line.group == MOUSE
            ]
            assert all(line.how[:1].isupper() for line in mouse)
