"""Lists that drop down show every row they have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QVBoxLayout
from pytestqt.qtbot import QtBot

from caseboard import scale
from caseboard.dialogs.choice_box import ChoiceBox
from caseboard.inspector.controls.look import Look
from caseboard.inspector.controls.picker import Picker
from caseboard.theme import style_sheet, theme

# Lists that drop down are raised, which the offscreen platform cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=[("light", 100), ("dark", 200)], ids=str)
def worn(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The style sheet of the program, in a theme and at a scale."""
    name, percent = request.param
    scale.set_percent(percent)
    yield style_sheet(theme(name))
    scale.set_percent(100)


def drop(qtbot: QtBot, box: QComboBox, sheet: str, rows: int) -> QFrame:
    """Open the list of so many rows of a box; the frame that the box is in."""
    frame = QFrame()
    frame.setObjectName("inspectorInset")
    frame.setStyleSheet(sheet)
    column = QVBoxLayout(frame)
    column.addWidget(box)
    column.addStretch(1)
    for row in range(rows):
        box.addItem(f"{row} · cannot be judged", f"{row}")
    frame.resize(300, 500)
    qtbot.addWidget(frame)
    frame.show()
    box.showPopup()
    QApplication.processEvents()
    return frame


@pytest.mark.parametrize("rows", [3, 7])
@pytest.mark.parametrize("sort", ["framed", "plain", "choice"])
def test_every_row_of_a_list_is_in_sight(qtbot: QtBot, worn: str, sort: str, rows: int) -> None:
    look = Look(theme("light"))
    box: QComboBox = ChoiceBox()
    if sort != "choice":
        box = Picker(look, "Grade", framed=sort == "framed")
    frame = drop(qtbot, box, worn, rows)
    view = box.view()
    seen = view.viewport().rect()
    for row in range(rows):
        assert seen.contains(view.visualRect(view.model().index(row, 0)).center())
    last = view.visualRect(view.model().index(rows - 1, 0))
    assert last.bottom() <= seen.bottom()
    assert view.verticalScrollBar().maximum() == 0
    # No longer than they are, either.
    assert seen.bottom() - last.bottom() < last.height()
    box.hidePopup()
    frame.close()


def test_a_list_that_is_longer_than_the_screen_is_no_longer_than_that(
    qtbot: QtBot, worn: str
) -> None:
    box = ChoiceBox()
    box.setMaxVisibleItems(200)
    frame = drop(qtbot, box, worn, 200)
    place = box.view().window().geometry()
    assert place.height() <= box.screen().availableGeometry().height()
    assert box.view().verticalScrollBar().maximum() > 0
    box.hidePopup()
    frame.close()
