"""Context menus as hands open them: as often as they like, by the mouse and by the menu key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from by_keys import press, settle
from caseboard.actions import Sub
from caseboard.window import Window
from casedb import Case
from casedb.model.geometry import Point

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


@pytest.fixture
def handled(window: Window) -> Window:
    """The same window, with the keys."""
    window.activateWindow()
    settle()
    return window


def opened_by_key(over: QWidget, key: str, qtbot: QtBot) -> QMenu:
    """The menu that a key opens over what has the keys: the system asks by itself at the Menu key."""
    over.window().activateWindow()
    over.setFocus()
    settle()
    if key == "Shift+F10":
        press(key)
    else:
        at = over.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QCoreApplication.sendEvent(over, QContextMenuEvent(reason, at, over.mapToGlobal(at)))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_shift_f10_opens_the_menu_of_whatever_has_the_keys(handled: Window, qtbot: QtBot) -> None:
    work = handled.workspace
    assert work is not None
    card = next(iter(work.bridge.contents.each_card_on(work.board_id)))
    work.left.show_search("ship")
    qtbot.waitUntil(lambda: work.search.results.rowCount() > 0)
    work.search.view.move_in()
    leave(opened_by_key(work.search.view, "Shift+F10", qtbot))
    leave(opened_by_key(work.search.field, "Shift+F10", qtbot))
    work.left.setCurrentWidget(work.outline)
    for order in ("kinds", "boards"):
        work.outline.order_by(order)
        work.selection.set(cards=[card.id])
        work.selection.settle()
        settle()
        view = work.outline.boards.view if order == "boards" else work.outline.view
        leave(opened_by_key(view, "Shift+F10", qtbot))
    leave(opened_by_key(work.tabs.bar, "Shift+F10", qtbot))
    leave(opened_by_key(work.canvas, "Shift+F10", qtbot))
    handled.close_case()
    leave(opened_by_key(handled.welcome.cards[0], "Shift+F10", qtbot))


@pytest.mark.parametrize("key", ["Menu", "Shift+F10"])
def test_a_key_opens_the_menu_at_what_is_selected_and_in_sight(
    handled: Window, qtbot: QtBot, key: str
) -> None:
    work = handled.workspace
    assert work is not None
    canvas, contents = work.canvas, work.bridge.contents
    claim, photo = sorted(contents.each_card_on(work.board_id), key=lambda card: card.x)
    (link,) = contents.links
    canvas.look_from(canvas.camera.at(Point(500, 50), 0.5))

    # A menu that is higher than what is below that point is moved up.
    asked: list[QPoint] = []

    def note(_: object, at: QPoint) -> None:
        asked.append(at)

    work.menu_wanted.connect(note)

    def place(**selected: list[str]) -> Point:
        work.selection.set(**selected)
        leave(opened_by_key(canvas, key, qtbot))
        at = canvas.mapFromGlobal(asked[-1])
        return canvas.camera.to_world(Point(at.x(), at.y()))

    def is_at(point: Point, goal: Point) -> bool:
        return abs(point.x - goal.x) < 4 and abs(point.y - goal.y) < 4

    assert is_at(place(cards=[claim.id]), claim.rect.centre)
    assert is_at(place(cards=[photo.id]), photo.rect.centre)
    row = canvas.columns.strings.rows.get(link)
    assert row is not None
    x, y = canvas.columns.middle(row)[0].tolist()
    assert is_at(place(links=[link]), Point(x, y))
    assert is_at(place(), canvas.camera.visible().centre)
    canvas.look_from(canvas.camera.at(Point(9000, 0), 0.5))
    assert is_at(place(cards=[claim.id]), canvas.camera.visible().centre)
