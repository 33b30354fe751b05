"""Every screen can be read: at every size of the interface, in both directions, in every theme.

What is found is named with the screen on which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseboard.actions import plain
from caseboard.dialogs.about import AboutDialog, present_components
from caseboard.dialogs.settings_dialog import SettingsDialog
from caseboard.example import write_example
from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.options import Page as SettingsPages
from caseboard.window import Window
from clipping import faults, lengthen, longer
from screens import dialogs_of, overlays_of, screens_of, select, settled, verdicts_of, viewers_of
from templates import Templates

OpenWindow = Callable[[], Window]
Way = Qt.LayoutDirection
SMALL, USUAL = (1280, 800), (1400, 880)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def direction() -> Iterator[Callable[[Qt.LayoutDirection], None]]:
    """Turns the direction of reading round; it is put back."""
    yield QApplication.setLayoutDirection
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def build_example(path: Path) -> None:
    """The example case, with something of every kind, and with text that is long."""
    write_example(path)


@pytest.fixture
def example(tmp_path: Path, templates: Templates) -> Path:
    """The example case."""
    return templates.copy(build_example, tmp_path / "example.caseboard")


@pytest.mark.parametrize(
    ("percent", "size", "way", "code"),
    [
        ("100", SMALL, Way.LeftToRight, "uk"),
        ("200", USUAL, Way.RightToLeft, "en"),
        # What the others have between them is looked at in one window as well, in `make soak`.
        *(
            pytest.param(*each, marks=pytest.mark.soak)
            for each in (
                ("100", SMALL, Way.LeftToRight, "en"),
                ("100", SMALL, Way.RightToLeft, "en"),
                ("200", SMALL, Way.LeftToRight, "en"),
                ("200", SMALL, Way.RightToLeft, "en"),
                ("200", SMALL, Way.LeftToRight, "uk"),
                ("200", USUAL, Way.LeftToRight, "en"),
                ("200", USUAL, Way.LeftToRight, "uk"),
            )
        ),
    ],
)
def test_no_text_is_cut_on_any_screen(
    open_window: OpenWindow,
    example: Path,
    direction: Callable[[Qt.LayoutDirection], None],
    percent: str,
    size: tuple[int, int],
    way: Qt.LayoutDirection,
    code: str,
) -> None:
    direction(way)
    window = open_window()
    window.resize(*size)
    window.settings.change(scale=percent, language=code)
    found = [f"welcome: {each}" for each in faults(settled(window))]
    window.open_case(example)
    for screens in (screens_of, dialogs_of, viewers_of, verdicts_of, overlays_of):
        for screen, shown in screens(window):
            found += [f"{screen}: {each}" for each in faults(shown)]
    if size == USUAL:
        # The other themes have lines as thick as those of the light one.
        window.settings.change(contrast="high")
        for screen, shown in dialogs_of(window):
            found += [f"high contrast, {screen}: {each}" for each in faults(shown)]
    assert (window.width(), window.height()) == size
    window.close_case()
    found += [f"welcome with cases: {each}" for each in faults(settled(window))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [pytest.param("100", marks=pytest.mark.soak), "200"])
def test_words_as_long_as_those_of_german_have_room(
    open_window: OpenWindow, example: Path, percent: str
) -> None:
    window = open_window()
    window.resize(*USUAL)
    window.settings.change(scale=percent)
    found: list[str] = []

    def look_at(screen: str, shown: QWidget) -> None:
        lengthen(shown)
        settled(window)
        found.extend(f"{screen}: {each}" for each in faults(shown))

    look_at("welcome", settled(window))
    for screen, dialog in dialogs_of(window):
        look_at(screen, dialog)
    window.open_case(example)
    work = window.workspace
    assert work is not None
    item = next(each for each in work.bridge.contents.items.values() if each.kind == "claim")
    look_at("claim page", select(window, items=[item.id]))
    assert not found, "\n".join(found)


def test_the_lists_of_dialogs_have_room_at_twice_the_size(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(*SMALL)
    window.settings.change(scale="200")
    about = AboutDialog(present_components("3.46"), window)
    about.show()
    settled(window)
    assert about.list.horizontalScrollBar().maximum() == 0
    assert all(about.list.columnWidth(column) >= 100 for column in range(3))
    about.close()
    keys = SettingsDialog(window.settings, window, SettingsPages.KEYBOARD)
    keys.show()
    keys.resize(keys.width(), SMALL[1])
    settled(window)
    rows = keys.keyboard.list
    assert rows.viewport().height() >= 3 * rows.sizeHintForRow(0)
    keys.close()


@pytest.mark.parametrize("code", ["en", "uk"])
def test_the_settings_fit_on_a_small_screen_at_twice_the_size(
    open_window: OpenWindow, code: str
) -> None:
    window = open_window()
    window.resize(*SMALL)
    window.settings.change(scale="200", language=code)
    for page in SettingsPages:
        dialog = SettingsDialog(window.settings, window, page)
        dialog.show()
        settled(window)
        assert dialog.width() <= SMALL[0]
        dialog.close()


def test_labels_and_values_begin_at_the_right_where_reading_does(
    open_window: OpenWindow, example: Path, direction: Callable[[Qt.LayoutDirection], None]
) -> None:
    window = open_window()
    window.open_case(example)
    work = window.workspace
    assert work is not None
    item = next(each for each in work.bridge.contents.items.values() if each.kind == "event")
    select(window, items=[item.id])
    page, flag = work.inspector.page, Qt.AlignmentFlag
    assert page is not None
    shown = (*page.findChildren(LineEntry), *page.findChildren(PlainLabel))
    assert len(shown) > 10
    for way, side in (
        (Qt.LayoutDirection.RightToLeft, flag.AlignRight | flag.AlignAbsolute),
        (Qt.LayoutDirection.LeftToRight, flag.AlignLeft),
    ):
        direction(way)
        settled(window)
        assert {each.alignment() & flag.AlignHorizontal_Mask for each in shown} == {side}


# -- the check can fail ----------------------------------------------------------------------


def test_what_is_cut_sticks_out_or_lies_on_something_is_noticed(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    label, button, wrapped = QLabel("A few words"), QPushButton("Do it"), QLabel("One word " * 9)
    wrapped.setWordWrap(True)
    for part in (label, button, wrapped):
        column.addWidget(part)
    room.resize(300, 200)
    room.show()
    QApplication.processEvents()
    assert faults(room) == []
    label.setMaximumWidth(20)
    button.setMaximumHeight(6)
    wrapped.setFixedHeight(5)
    QApplication.processEvents()
    assert len(faults(room)) == 3
    outside = QLabel("Outside", room)
    outside.move(280, 0)
    outside.show()
    assert "is not within" in faults(room)[-1]
    outside.hide()
    button.setGeometry(wrapped.geometry())
    assert "it lies on" in faults(room)[-1]


def test_longer_words_are_longer() -> None:
    assert len(longer("Open the example case")) >= 1.4 * len("Open the example case") - 1
    assert plain(longer("&New case…")).startswith("New case")
