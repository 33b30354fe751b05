"""Where windows beside the main one lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.window_place import placed, put, told_place

SCREEN = QRect(100, 30, 1600, 1000)
numbers = st.integers(-3000, 5000)
sizes = st.integers(1, 4000)


@given(sizes, sizes, numbers, numbers, sizes, sizes)
def test_a_window_lies_on_the_screen_whole(
    wide: int, high: int, x: int, y: int, across: int, down: int
) -> None:
    box = placed(QSize(wide, high), QRect(x, y, across, down), SCREEN)
    assert SCREEN.contains(box)
    assert box.width() == min(wide, 1520) and box.height() == min(high, 920)


def test_a_window_comes_back_where_it_was_left(qtbot: QtBot) -> None:
    main, window, again = QWidget(), QWidget(), QWidget()
    for each in (main, window, again):
        qtbot.addWidget(each)
    window.setGeometry(60, 70, 300, 200)
    put(again, told_place(window), main)
    assert again.size() == QSize(300, 200)
    assert again.pos() == QPoint(60, 70)


def test_what_was_kept_and_is_no_place_is_left_out(qtbot: QtBot) -> None:
    main, window = QWidget(), QWidget()
    for each in (main, window):
        qtbot.addWidget(each)
    window.resize(5000, 4000)
    put(window, "no place", main)
    assert window.screen().availableGeometry().contains(window.geometry())
