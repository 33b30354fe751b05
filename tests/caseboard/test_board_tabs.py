"""The tabs of the boards: how many there may be, and what the keyboard does with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from caseboard.board_tabs import LEAST_EDITOR, BoardTabs
from caseboard.theme import theme
from casedb.model.records import Board

LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., BoardTabs]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows tabs of so many boards in a window of a width."""
    windows: list[QWidget] = []

    def show(number: int, width: int = 600, title: str = "Board about matter") -> BoardTabs:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        row = QHBoxLayout(window)
        tabs = BoardTabs(theme("light"), window)
        row.addWidget(tabs)
        boards = tuple(Board(f"b{n}", f"{title} {n}", n) for n in range(number))
        tabs.show_boards(boards, "b0")
        window.resize(width, 60)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return tabs

    return show


def test_tabs_keep_their_titles_and_are_scrolled_instead(show: Show) -> None:
    tabs = show(20)
    assert [tabs.bar.tabText(n) for n in (0, 19)] == [
        "Board about matter 0",
        "Board about matter 19",
    ]
    text = tabs.bar.fontMetrics().horizontalAdvance("Board about matter 0")
    assert all(tabs.bar.tabRect(n).width() > text for n in range(20))
    assert tabs.bar.width() < sum(tabs.bar.tabRect(n).width() for n in range(20))
    assert tabs.width() <= 600
    assert tabs.add_button.isVisible()


def test_the_board_in_front_has_its_tab_in_sight_in_little_room(show: Show) -> None:
    # As much as a narrow window leaves at 200 %.
    tabs = show(3, width=190, title="The movements of vessels")
    scrolled = sum(each.width() for each in tabs.bar.findChildren(QToolButton) if each.isVisible())
    assert scrolled
    for n in range(3):
        tabs.bar.setCurrentIndex(n)
        QApplication.processEvents()
        tab = tabs.bar.tabRect(n)
        assert tab.left() >= 0 and tab.right() <= tabs.bar.width() - scrolled


def test_a_long_title_is_cut_on_its_tab_and_whole_elsewhere(show: Show) -> None:
    tabs = show(2, title="The movements of vessels between Rajin and Vostochny in the year")
    assert tabs.bar.tabText(1).endswith("…")
    assert tabs.bar.tabRect(1).width() < 260
    assert "in the year 1" in tabs.bar.tabToolTip(1)
    assert tabs.bar.accessibleTabName(1).endswith("in the year 1")


# The offscreen platform says so of every menu.
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_list_names_every_board_and_brings_one_to_the_front(show: Show, qtbot: QtBot) -> None:
    tabs = show(20)
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)
    assert tabs.list_button.accessibleName() == "List of boards"
    qtbot.mouseClick(tabs.list_button, LEFT)
    actions = tabs.list.actions()
    assert [each.isChecked() for each in actions] == [True, *[False] * 19]
    actions[17].trigger()
    tabs.list.close()
    assert chosen == ["b17"]


def test_one_board_needs_no_list(show: Show) -> None:
    assert not show(1).list_button.isVisible()
    assert show(2).list_button.isVisible()


def test_the_board_in_front_is_renamed_by_f2(show: Show) -> None:
    tabs = show(20)
    renamed: list[tuple[str, str]] = []

    def take(board_id: str, title: str) -> None:
        renamed.append((board_id, title))

    tabs.renamed.connect(take)
    # The window has the key for something else, as in the real one.
    taken: list[int] = []
    QShortcut(QKeySequence("F2"), tabs.window()).activated.connect(lambda: taken.append(1))
    tabs.bar.setFocus()
    QTest.keyClick(tabs.window().windowHandle(), Qt.Key.Key_F2)
    assert not taken
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.width() >= LEAST_EDITOR
    assert tabs.bar.rect().contains(editor.geometry())
    QTest.keyClicks(editor, "Kharkiv")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert renamed == [("b0", "Kharkiv")]


def test_the_board_in_front_is_deleted_by_delete(show: Show) -> None:
    tabs = show(2)
    wanted: list[str] = []
    tabs.delete_wanted.connect(wanted.append)
    tabs.bar.setFocus()
    QTest.keyClick(tabs.window().windowHandle(), Qt.Key.Key_Delete)
    assert wanted == ["b0"]
    tabs.can_write = False
    QTest.keyClick(tabs.window().windowHandle(), Qt.Key.Key_Delete)
    assert wanted == ["b0"]
    last = show(1)
    last.delete_wanted.connect(wanted.append)
    last.bar.setFocus()
    QTest.keyClick(last.window().windowHandle(), Qt.Key.Key_Delete)
    assert wanted == ["b0"]
