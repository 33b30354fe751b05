"""The keys of actions and tools: chosen, taken from each other, given back, and never held twice."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard.actions import ACTIONS, Menu, Needs
from caseboard.board.hands import TOOLS
from caseboard.board_keys import BOARD_KEYS, TOOL
from caseboard.keymap import DECLARED, KEYED, Keymap
from caseboard.keys import key_of, portable, pressed_as, shown
from caseboard.options import DEFAULTS
from caseboard.settings import Settings
from caseboard.window import Window
from casedb.store.home import Home

pytestmark = pytest.mark.usefixtures("qapp")

CHOSEN = [each.name for each in KEYED if not each.is_fixed]
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def is_key(text: str) -> bool:
    return portable(text) == text


keys: st.SearchStrategy[str] = st.sampled_from(
    [
        text
        for held in ("", "Ctrl+", "Shift+", "Ctrl+Shift+", "Alt+", "Meta+")
        for key in (*"ABVHL19!?[{=+-", "F2", "F9", "Space", "Left", "Tab", "Esc", "Del")
        if is_key(text := held + key)
    ]
)
wishes = st.lists(
    st.tuples(st.sampled_from(CHOSEN), st.none() | st.lists(keys, max_size=3)), max_size=8
)


def carried_out(steps: list[tuple[str, list[str] | None]]) -> Keymap:
    keymap = DECLARED
    for name, wanted in steps:
        reset = wanted is None
        keymap = keymap.without_choice(name) if reset else keymap.with_keys(name, wanted)
    return keymap


# -- what is declared --------------------------------------------------------------------------


def test_every_declared_key_is_a_key_and_nobody_has_that_of_another() -> None:
    held = [key for each in KEYED for key in each.keys]
    assert [key for key in held if portable(key) != key] == []
    assert [key for key, count in Counter(map(pressed_as, held)).items() if count > 1] == []
    assert all(DECLARED.keys(each.name) == each.keys for each in KEYED)
    assert len({each.name for each in KEYED}) == len(KEYED)


def test_every_tool_of_the_hand_has_a_key() -> None:
    named = {each.name.removeprefix(TOOL) for each in BOARD_KEYS if each.name.startswith(TOOL)}
    assert named == set(TOOLS) == set(DECLARED.tools.values())


def test_no_declared_key_asks_a_question() -> None:
    for each in KEYED:
        if not each.is_fixed:
            assert [DECLARED.clash(each.name, key) for key in each.keys] == [None] * len(each.keys)


# -- what is chosen ----------------------------------------------------------------------------


@given(wishes)
def test_whatever_is_chosen_no_key_is_held_twice_and_fixed_ones_stay(
    steps: list[tuple[str, list[str] | None]],
) -> None:
    keymap = carried_out(steps)
    held = [pressed_as(key) for name in keymap.held for key in keymap.keys(name)]
    assert [key for key, count in Counter(held).items() if count > 1] == []
    for each in BOARD_KEYS:
        if each.is_fixed:
            assert keymap.keys(each.name) == each.keys


@given(wishes)
def test_what_is_stored_brings_the_same_keys_back(
    steps: list[tuple[str, list[str] | None]],
) -> None:
    keymap = carried_out(steps)
    stored = json.loads(json.dumps(keymap.stored))
    again = Keymap.of(replace(DEFAULTS, keys={name: tuple(told) for name, told in stored.items()}))
    assert again.held == keymap.held
    assert again.stored == keymap.stored


@given(wishes)
def test_only_what_differs_is_stored_and_giving_all_back_stores_nothing(
    steps: list[tuple[str, list[str] | None]],
) -> None:
    keymap = carried_out(steps)
    for name in keymap.stored:
        rest = {other: told for other, told in keymap.stored.items() if other != name}
        assert Keymap.of(replace(DEFAULTS, keys=rest)).held != keymap.held
    for name in CHOSEN:
        if name in keymap.stored:
            keymap = keymap.without_choice(name)
    assert keymap == DECLARED


@given(st.sampled_from(CHOSEN), st.lists(keys, max_size=3))
def test_what_is_given_is_held_if_it_is_free_or_may_be_taken(name: str, wanted: list[str]) -> None:
    free = [
        key
        for n, key in enumerate(wanted)
        if ((clash := DECLARED.clash(name, key)) is None or clash.can_be_taken)
        and pressed_as(key) not in map(pressed_as, wanted[:n])
    ]
    assert DECLARED.with_keys(name, wanted).keys(name) == tuple(free)


def test_a_key_that_is_taken_comes_back_when_the_thief_is_reset() -> None:
    taken = DECLARED.with_keys("zoom_in", ["Ctrl++", "Ctrl+0"])
    assert taken.keys("zoom_reset") == ()
    assert taken.is_changed("zoom_in") and taken.is_changed("zoom_reset")
    assert taken.stored == {"zoom_in": ("Ctrl++", "Ctrl+0")}
    assert taken.without_choice("zoom_in") == DECLARED
    given_back = taken.without_choice("zoom_reset")
    assert given_back.keys("zoom_reset") == ("Ctrl+0",)
    assert given_back.keys("zoom_in") == ("Ctrl++",)


def test_what_is_no_key_or_no_action_does_no_harm() -> None:
    told = {"zoom_in": ("Gnu", "", "Ctrl+K, Ctrl+S", "F9"), "of_tomorrow": ("F8",), "nudge": ("Q",)}
    keymap = Keymap.of(replace(DEFAULTS, keys=told))
    assert keymap.keys("zoom_in") == ("F9",)
    assert keymap.keys("nudge") == DECLARED.keys("nudge")
    # What a newer version has stored outlives a change made here.
    assert keymap.with_keys("zoom_out", ["F7"]).stored["of_tomorrow"] == ("F8",)


def test_a_key_that_two_have_chosen_is_that_of_the_first() -> None:
    told = {"zoom_out": ("F9",), "zoom_in": ("F9",)}
    keymap = Keymap.of(replace(DEFAULTS, keys=told))
    assert (keymap.keys("zoom_in"), keymap.keys("zoom_out")) == (("F9",), ())


# -- what stands against a key -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "sentence", "can_be_taken"),
    [
        ("Ctrl+0", "“Ctrl+0” is used by “Zoom: actual size”. Use it here instead?", True),
        ("V", "“V” is used by “Select tool”. Use it here instead?", True),
        ("Ctrl+N", "“Ctrl+N” is used by “New case”. Use it here instead?", True),
        ("!", "“!” is used by “Fit all”. Use it here instead?", True),
        ("Ctrl+C", "“Ctrl+C” is used by “Copy”. Use it here instead?", True),
        (
            "Ctrl+Backspace",
            "In fields of text “Ctrl+Backspace” goes on to delete a word. Use it here all the same?",
            True,
        ),
        ("Left", "“Left” belongs to the board: nudge what is selected.", False),
        ("Space", "“Space” belongs to the board: hand tool for as long as it is held.", False),
        ("Alt+R", "“Alt+R” opens the menu Arrange.", False),
        ("5", "“5” is kept free for the board.", False),
        ("9", "“9” is kept free for the board.", False),
    ],
)
def test_a_key_that_is_not_free_says_why(key: str, sentence: str, can_be_taken: bool) -> None:
    clash = DECLARED.clash("zoom_in", key)
    assert clash is not None
    assert (clash.sentence, clash.can_be_taken) == (sentence, can_be_taken)


def test_a_free_key_and_one_that_is_had_already_ask_nothing() -> None:
    assert DECLARED.clash("zoom_in", "F9") is None
    assert DECLARED.clash("zoom_in", "Ctrl++") is None
    # What pastes on the board pastes in fields of text as well.
    assert DECLARED.with_keys("paste", []).clash("paste", "Ctrl+V") is None


# -- from events -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "held", "text", "told"),
    [
        (Qt.Key.Key_V, NONE, "v", "V"),
        (Qt.Key.Key_V, SHIFT, "V", "Shift+V"),
        (Qt.Key.Key_Z, CTRL | SHIFT, "\x1a", "Ctrl+Shift+Z"),
        (Qt.Key.Key_Exclam, SHIFT, "!", "!"),
        (Qt.Key.Key_Backtab, SHIFT, "\t", "Shift+Tab"),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5", "5"),
        (Qt.Key.Key_Control, CTRL, "", ""),
        (Qt.Key.Key_F9, ALT, "", "Alt+F9"),
    ],
)
def test_a_key_that_is_struck_is_told_as_it_is_stored(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str, told: str
) -> None:
    assert key_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == told


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "text", "told"),
    [
        ("linux", 55, 0x6CD, "м", "V"),
        ("linux", 46, 0x6C4, "д", "L"),
        ("linux", 24, 0, "ض", "Q"),
        ("win32", 47, 0x56, "м", "V"),
        ("darwin", 1, 9, "м", "V"),
        ("darwin", 1, 0, "ф", "A"),
        # A letter of the Latin alphabet is itself, wherever it lies.
        ("linux", 52, 0x79, "y", "Y"),
    ],
)
def test_a_letter_that_is_not_latin_is_told_by_its_place_on_the_keyboard(
    monkeypatch: pytest.MonkeyPatch, platform: str, scan: int, virtual: int, text: str, told: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    key = ord(text.upper())
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, scan, virtual, 0, text)
    assert key_of(event) == told


@given(keys)
def test_a_key_that_is_read_is_the_one_that_is_stored(key: str) -> None:
    assert portable(key) == key
    assert pressed_as(pressed_as(key)) == pressed_as(key)
    assert shown(key)


# -- in the window ---------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, home: Home) -> Window:
    made = Window(Settings(home))
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.do("example")
    return made


def choose(window: Window, name: str, *wanted: str) -> None:
    window.settings.change(keys=window.keymap.with_keys(name, wanted).stored)


def test_a_key_that_is_chosen_holds_at_once_and_next_time(window: Window, home: Home) -> None:
    workspace = window.workspace
    assert workspace is not None
    canvas = workspace.canvas
    choose(window, "zoom_in", "F9")
    before = canvas.camera.zoom
    QTest.keyClick(canvas, Qt.Key.Key_F9)
    assert canvas.camera.zoom > before
    assert window.menus["zoom_in"].shortcuts() == [QKeySequence("F9")]
    assert workspace.stage.zoom_box.in_button.toolTip() == "Zoom in (F9)"
    choose(window, "tool_link", "K")
    QTest.keyClick(canvas, Qt.Key.Key_L)
    assert canvas.hands.tool == "select"
    QTest.keyClick(canvas, Qt.Key.Key_K)
    assert canvas.hands.tool == "link"
    workspace.tabs.step(1)
    QTest.keyClick(workspace.canvas, Qt.Key.Key_K)
    assert workspace.canvas.hands.tool == "link"
    window.close()
    again = Window(Settings(home))
    assert again.menus["zoom_in"].shortcuts() == [QKeySequence("F9")]
    again.deleteLater()


def test_a_key_that_cannot_do_anything_now_says_why(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    said: list[str] = []
    workspace.canvas.hands.hinted.connect(said.append)
    workspace.canvas.setFocus()
    QTest.keyClick(workspace.canvas, Qt.Key.Key_D, CTRL)
    assert said == [Needs.CARDS.sentence]
    QTest.keyClick(workspace.canvas, Qt.Key.Key_F12)
    assert said == [Needs.CARDS.sentence]


def test_every_action_is_called_as_in_its_menu() -> None:
    named = {each.name: each for each in KEYED}
    for each in ACTIONS:
        assert (named[each.name].text, named[each.name].group) == (each.label, each.menu)
    assert len({menu.text for menu in Menu}) == len(Menu)
