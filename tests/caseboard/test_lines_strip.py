"""The strip over a board with lines: what stands on it has room, however narrow the board is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard.lines_strip import LineName, LinesStrip, LinesTold
from caseboard.theme import style_sheet, theme

TITLE = "A claim with a title that is much longer than there is room for " * 2
SIGNS = ("choke", "unknown", "circular")


def heading(title: str) -> str:
    return f"Lines for “{title}”: 2–4"


def told(lines: int) -> LinesTold:
    names = (LineName(n + 1, f"{n} {TITLE}", f"{n} {TITLE} → paper") for n in range(lines))
    remarks = (("absent", "1 item is not on this board, which is a pity"),)
    return LinesTold(heading, TITLE, 1, (1, -1), tuple(names), SIGNS, remarks)


@pytest.fixture
def strip(qtbot: QtBot) -> LinesStrip:
    room = QWidget()
    qtbot.addWidget(room)
    room.setStyleSheet(style_sheet(theme("light")))
    room.resize(1000, 600)
    made = LinesStrip(theme("light"), room)
    made.tell(told(20))
    made.show()
    made.place()
    room.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("width", [1000, 480, 320])
def test_nothing_sticks_out_and_half_of_the_room_is_left(strip: LinesStrip, width: int) -> None:
    room = strip.parentWidget()
    assert room is not None
    room.resize(width, 600)
    QApplication.processEvents()
    for each in strip.findChildren(QWidget):
        if each.isVisible() and each.window() is strip.window():
            end = each.mapTo(strip, each.rect().bottomRight())
            assert end.x() < width and end.y() < strip.height(), each
    assert strip.height() <= 300 and room.contentsMargins().top() == strip.height()
    is_short = strip.words.text().endswith("…”: 2–4")
    assert is_short is (width < 1000) and strip.heading == heading(TITLE)
    shown = [each for each in strip.buttons.values() if each.isVisible()]
    assert shown and all(each.text().endswith("…") for each in shown)
    assert strip.more.text() == f"{20 - len(shown)} more lines"
    assert shown[0].accessibleName() == f"Line 1: 0 {TITLE} → paper"


def test_it_is_as_high_as_what_it_says_needs_at_once(strip: LinesStrip) -> None:
    room = strip.parentWidget()
    assert room is not None
    room.resize(320, 600)
    QApplication.processEvents()
    whole = strip.height()
    strip.tell(LinesTold(heading, "Short", 1, (1,), (), (), ()))
    low = strip.height()
    strip.tell(told(20))
    assert low < strip.height() == whole
    assert strip.words.heightForWidth(strip.words.width()) <= strip.words.height()


def test_what_there_is_no_more_is_taken_off_and_the_keys_stay(strip: LinesStrip) -> None:
    strip.window().activateWindow()
    last = max(strip.buttons)
    first = strip.buttons[1]
    strip.tell(told(1))
    assert list(strip.buttons) == [1] and strip.buttons[1] is first and last > 1
    assert not strip.more.isVisible()
    strip.tell(LinesTold(heading, "Short", -1, (-1,), (), (), ()))
    assert not strip.buttons and strip.signs == "" and not strip.sides.isVisible()
    assert strip.words.text() == heading("Short") and strip.sides.value == "-1"
