"""Undo while the hand is doing something, and what the line at the foot goes on to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import items
from casedb.model.records import Card

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A case with one claim on its board."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        case.place(case.add("claim", title="The ship"), x=0, y=0)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.canvas.fit_all()
    window.workspace.canvas.setFocus()
    QApplication.processEvents()
    return window


@pytest.fixture
def work(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def only_card(work: Workspace) -> Card:
    (card,) = work.bridge.contents.cards.values()
    return card


def place(work: Workspace) -> QPoint:
    at = work.canvas.camera.to_screen(only_card(work).rect.centre)
    return QPoint(round(at.x), round(at.y))


def drag(work: Workspace, to: QPoint) -> None:
    """Press on the card and move it, with the button still down."""
    canvas, start = work.canvas, place(work)
    QTest.mousePress(canvas, LEFT, pos=start)
    for step in (1, 2, 3):
        at = QPointF(start + (to - start) * (step / 3))
        over = canvas.mapToGlobal(at)
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, over, Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier(0)
        )
        QApplication.sendEvent(canvas, move)


def hint(window: Window) -> str:
    label = window.status.findChild(QLabel, "hint")
    assert label is not None
    return label.text()


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("name", ["undo", "redo"])
def test_undo_in_the_midst_of_a_drag_takes_back_the_drag_alone(
    window: Window, work: Workspace, name: str, *, is_first: bool
) -> None:
    card = only_card(work)
    item = work.bridge.contents.items[card.item]
    if not is_first:
        work.bridge.run(items.set_values(item, {"title": "She came by night"}, "Edit title"))
        if name == "redo":
            window.do("undo")
    length, before = work.bridge.case.journal.length, work.bridge.contents.items[card.item]
    drag(work, place(work) + QPoint(120, 60))
    assert work.canvas.is_carrying
    QTest.keyClick(work.canvas, Qt.Key.Key_Z if name == "undo" else Qt.Key.Key_Y, CONTROL)
    assert not work.canvas.is_carrying
    QTest.mouseRelease(work.canvas, LEFT, pos=place(work) + QPoint(120, 60))
    assert only_card(work) == card
    assert work.bridge.contents.items[card.item] == before
    assert work.bridge.case.journal.length == length


def test_what_is_undone_is_said(window: Window, work: Workspace) -> None:
    item = work.bridge.contents.items[only_card(work).item]
    work.bridge.run(items.set_values(item, {"title": "She came by night"}, "Edit title"))
    assert "Edit title" not in hint(window)
    QTest.keyClick(work.canvas, Qt.Key.Key_Z, CONTROL)
    assert hint(window) == "Undone: Edit title"
    QTest.keyClick(work.canvas, Qt.Key.Key_Y, CONTROL)
    assert hint(window) == "Redone: Edit title"


def test_what_is_missing_is_not_said_any_more_once_it_is_there(
    window: Window, work: Workspace
) -> None:
    at_rest = hint(window)
    QTest.keyClick(work.canvas, Qt.Key.Key_D, CONTROL)
    assert hint(window) == "Select a card first."
    QTest.mouseClick(work.canvas, LEFT, pos=place(work))
    assert hint(window) == at_rest
    QTest.keyClick(work.canvas, Qt.Key.Key_Y, CONTROL)
    assert hint(window) == "There is nothing to redo."
    QTest.keyClick(work.canvas, Qt.Key.Key_D, CONTROL)
    assert hint(window) == at_rest


def test_how_many_cards_are_near_is_not_said_any_more_when_all_are_seen(
    window: Window, work: Workspace
) -> None:
    work.bridge.case.place(work.bridge.case.add("note", title="Far away"), x=900, y=0)
    at_rest = hint(window)
    work.selection.set(cards=[only_near(work)])
    QTest.keyClick(work.canvas, Qt.Key.Key_1)
    assert hint(window).startswith("1 card within 1 step")
    QTest.keyClick(work.canvas, Qt.Key.Key_0)
    assert hint(window) == at_rest


def only_near(work: Workspace) -> str:
    cards = work.bridge.contents.cards.values()
    return next(each.id for each in cards if each.x == 0)
