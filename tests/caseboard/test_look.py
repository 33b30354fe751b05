"""The style sheet reaches the widgets it is written for, in both themes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseboard.board_tabs import BoardTabs
from caseboard.status_bar import StatusBar
from caseboard.theme import Theme, style_sheet, theme
from caseboard.toast import Toast
from caseboard.top_bar import FIND, TopBar
from caseboard.zoom_box import ZoomBox
from casedb.model.records import Board


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> Theme:
    return theme(str(request.param))


@pytest.fixture
def room(look: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    """A window that wears a theme."""
    window = QWidget()
    window.setStyleSheet(style_sheet(look))
    window.resize(900, 300)
    QVBoxLayout(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


def put(widget: QWidget, room: QWidget) -> QWidget:
    layout = room.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    return widget


def colour_at(widget: QWidget, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(x, y)


def test_a_line_parts_the_bars_from_what_lies_between(look: Theme, room: QWidget) -> None:
    top, foot = put(TopBar(look), room), put(StatusBar(), room)
    assert colour_at(top, 3, top.height() - 1) == look.colour("bd")
    assert colour_at(foot, 3, 0) == look.colour("bd")


def test_what_stands_in_an_empty_field_can_be_read(look: Theme, room: QWidget) -> None:
    field = put(QLineEdit(), room)
    field.ensurePolished()
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown == look.colour("tx3")


def ring_around(widget: QWidget) -> set[str]:
    """The colours in the middle of its four edges, while it has the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    shown = widget.grab().toImage()
    wide, high = shown.width(), shown.height()
    at = ((wide // 2, 0), (wide // 2, high - 1), (0, high // 2), (wide - 1, high // 2))
    return {shown.pixelColor(*each).name() for each in at}


def test_the_ring_of_the_focus_is_whole_where_buttons_share_a_line(
    look: Theme, room: QWidget
) -> None:
    bar, box = put(TopBar(look), room), ZoomBox(look, room)
    box.show()
    tools = bar.findChild(QWidget, "tools")
    assert tools is not None
    for button in (*tools.findChildren(QToolButton), box.level_button):
        assert ring_around(button) == {look.hex("ac")}, button.text()


def test_the_tabs_of_the_panels_show_that_they_have_the_focus(look: Theme, room: QWidget) -> None:
    panels = QTabWidget()
    panels.setObjectName("leftPanels")
    panels.setDocumentMode(True)
    panels.addTab(QWidget(), "Outline")
    put(panels, room)
    tabs = panels.tabBar()
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    shown = tabs.grab().toImage()
    middle = tabs.tabRect(0).center().x()
    column = {shown.pixelColor(middle, y).name() for y in range(shown.height())}
    assert look.hex("ac") in column


def test_tabs_that_are_scrolled_have_no_torn_edge(look: Theme, room: QWidget) -> None:
    tabs = BoardTabs(look)
    put(tabs, room)
    boards = tuple(Board(str(n), f"Board number {n}", n) for n in range(20))
    for in_front in ("17", "19"):
        tabs.show_boards(boards, in_front)
        QApplication.processEvents()
    shown = tabs.bar.grab().toImage()
    assert tabs.bar.tabRect(0).right() < 0 < tabs.bar.tabRect(19).left()
    # Above the letters, where a tab that is not in front has no ground.
    assert {shown.pixelColor(0, y).name() for y in range(6)} == {shown.pixelColor(1, 0).name()}


def test_the_button_of_a_failure_does_not_keep_the_colour_of_a_notice(
    look: Theme, room: QWidget
) -> None:
    toast = Toast(look, room)
    toast.say("Said.", "Show", lambda: None)
    toast.say_failure("Refused.", "Show", lambda: None)
    assert toast.action.palette().color(QPalette.ColorRole.ButtonText) == look.colour("tx")
    toast.dismiss()
    toast.say("Said.", "Show", lambda: None)
    assert toast.action.palette().color(QPalette.ColorRole.ButtonText) == look.colour("ac")


def test_what_one_may_find_gives_way_to_the_boards(
    look: Theme, room: QWidget, qtbot: QtBot
) -> None:
    bar, tabs = TopBar(look), BoardTabs(look)
    put(bar, room)
    room.resize(1400, 300)
    words = bar.find_button.findChild(QLabel, "findWords")
    assert words is not None

    def says(text: str) -> bool:
        return words.text() == text

    for count, said in ((1, FIND), (12, "Find"), (2, FIND)):
        tabs.show_boards(tuple(Board(str(n), f"Board number {n}", n) for n in range(count)), "0")
        bar.show_case("Harbour", tabs)
        qtbot.waitUntil(lambda said=said: says(said))
    room.resize(700, 300)
    qtbot.waitUntil(lambda: says("Find"))
    assert bar.find_button.accessibleName() == FIND
