"""Context menus as hands open them: as often as they like, by the mouse and by the menu key."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from caseboard.actions import Sub
from caseboard.window import Window
from casedb import Case

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A claim, a photo that supports it, both in a frame, and a second board."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        claim, photo = case.add("claim", title="The ship"), case.add("media", title="The photo")
        case.place(claim, x=0, y=0)
        case.place(photo, x=700, y=0)
        case.link(photo, "supports", claim)
        case.place(claim, case.add_board("Night"), x=0, y=0)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.canvas.fit_all()
    QApplication.processEvents()
    return window


def opened(over: QWidget, at: QPoint, qtbot: QtBot) -> QMenu:
    """The menu that opens where the right button is clicked; a click, and what the system makes of it."""
    QTest.mouseClick(over, Qt.MouseButton.RightButton, pos=at)
    if QApplication.activePopupWidget() is None:
        reason = QContextMenuEvent.Reason.Mouse
        QCoreApplication.sendEvent(over, QContextMenuEvent(reason, at, over.mapToGlobal(at)))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def leave(menu: QMenu) -> None:
    """Press Escape, and let everything go that is let go of."""
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    del menu
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()


def test_a_context_menu_opens_again_and_again(window: Window, qtbot: QtBot) -> None:
    work = window.workspace
    assert work is not None
    canvas, outline = work.canvas, work.outline.boards.view
    card = next(iter(work.bridge.contents.each_card_on(work.board_id)))
    work.selection.set(cards=[card.id])
    for _ in range(3):
        middle = canvas.camera.to_screen(card.rect.centre)
        for over, at in (
            (canvas, QPoint(round(middle.x), round(middle.y))),
            (canvas, QPoint(canvas.width() // 2, 8)),
            (outline.viewport(), outline.visualRect(outline.model().index(0, 0)).center()),
        ):
            menu = opened(over, at, qtbot)
            assert [each.text() for each in menu.actions() if not each.isSeparator()]
            leave(menu)
    # What the menus share with the menu bar is there as well.
    work.selection.set(cards=[card.id])
    boards = window.menus.submenus[Sub.BOARDS]
    boards.aboutToShow.emit()
    assert "Night" in [each.text() for each in boards.actions()]
