"""What the style sheet makes of a widget that is named or marked otherwise once it is seen."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from caseboard.restyling import restyle

SHEET = """
QLabel { background: #ffffff; }
QLabel#loud, QLabel[state="failed"] { background: #ff0000; }
QFrame[state="failed"] QLabel#within { background: #0000ff; }
"""


def ground(of: QLabel) -> str:
    """The colour that a label without words is seen in."""
    return QColor(of.grab().toImage().pixel(1, 1)).name()


def label(qtbot: QtBot) -> QLabel:
    made = QLabel()
    made.setStyleSheet(SHEET)
    made.resize(20, 20)
    qtbot.addWidget(made)
    assert ground(made) == "#ffffff"
    return made


def test_a_widget_with_another_name_looks_like_it(qtbot: QtBot) -> None:
    made = label(qtbot)
    made.setObjectName("loud")
    restyle(made)
    assert ground(made) == "#ff0000"


def test_a_widget_that_is_marked_looks_so_until_it_is_no_more(qtbot: QtBot) -> None:
    made = label(qtbot)
    made.setProperty("state", "failed")
    restyle(made)
    assert ground(made) == "#ff0000"
    made.setProperty("state", "")
    restyle(made)
    assert ground(made) == "#ffffff"


def test_what_lies_on_a_marked_widget_looks_so_too_where_both_are_given(qtbot: QtBot) -> None:
    strip = QFrame()
    strip.setStyleSheet(SHEET)
    qtbot.addWidget(strip)
    within = QLabel(strip)
    within.setObjectName("within")
    within.resize(20, 20)
    assert ground(within) == "#ffffff"
    strip.setProperty("state", "failed")
    restyle(strip, within)
    assert ground(within) == "#0000ff"
