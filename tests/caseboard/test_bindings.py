"""What the mouse does on a board, as it was chosen: real events on a real widget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard import bindings
from caseboard.board.board_view import INVITATION, INVITATION_WITHOUT, BoardView
from caseboard.board.tools.state import Wishes
from caseboard.bridge import CaseBridge
from caseboard.dropping import can_read
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.theme import theme
from caseboard.window import Window
from casedb.model.geometry import Point
from casedb.model.records import Card
from casedb.store.home import Home

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
MIDDLE = Qt.MouseButton.MiddleButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CARD, GROUND = QPoint(400, 300), QPoint(700, 500)


@dataclass
class Asked(Wishes):
    """Counts the cards that are wished for."""

    cards: list[Point] = field(default_factory=list[Point])

    def card_wanted(self, world: Point, on_desktop: QPoint) -> None:
        self.cards.append(world)


@dataclass
class Board:
    """A board with a card in its middle, at 100 %."""

    view: BoardView
    selection: Selection
    asked: Asked
    card: Card
    menus: list[QPoint]

    def bind(self, **chosen: str) -> None:
        """Let the mouse do something else than by default."""
        self.view.hands.bindings = replace(bindings.DEFAULT, **chosen)

    def drag(
        self, button: Qt.MouseButton, start: QPoint, keys: Qt.KeyboardModifier = NONE
    ) -> QPoint:
        """Drag 60 pixels to the right and 40 down; how far the board has come along."""
        before = self.view.camera
        QTest.mousePress(self.view, button, keys, start)
        for step in (QPoint(20, 10), QPoint(60, 40)):
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(start + step),
                QPointF(self.view.mapToGlobal(start + step)),
                Qt.MouseButton.NoButton,
                button,
                keys,
            )
            QApplication.sendEvent(self.view, event)
        QTest.mouseRelease(self.view, button, keys, start + QPoint(60, 40))
        return QPoint(round(before.x - self.view.camera.x), round(before.y - self.view.camera.y))

    def ask_for_menu(self, at: QPoint) -> None:
        """What the system sends when the right button goes down, or comes up."""
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, self.view.mapToGlobal(at), NONE)
        QApplication.sendEvent(self.view, event)

    def wheel(self, keys: Qt.KeyboardModifier = NONE, *, pixels: int = 0) -> float:
        """Turn the wheel away by one notch, or push with fingers; by how much that zoomed."""
        before = self.view.camera.zoom
        event = QWheelEvent(
            QPointF(GROUND),
            QPointF(self.view.mapToGlobal(GROUND)),
            QPoint(0, pixels),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)
        return self.view.camera.zoom / before

    def pinch(self, value: float) -> float:
        """Spread two fingers on a track pad; by how much that zoomed."""
        before = self.view.camera.zoom
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            _PAD,
            2,
            QPointF(GROUND),
            QPointF(GROUND),
            QPointF(self.view.mapToGlobal(GROUND)),
            value,
            QPointF(),
        )
        QApplication.sendEvent(self.view, event)
        return self.view.camera.zoom / before


_PAD = QPointingDevice(
    "pad",
    7,
    QInputDevice.DeviceType.TouchPad,
    QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.Position,
    2,
    0,
)


@pytest.fixture
def board(qtbot: QtBot, bridge: CaseBridge) -> Iterator[Board]:
    case = bridge.case
    card = case.place(case.add("claim", title="The ship"), x=300, y=250, w=200, h=100)
    selection, asked, menus = Selection(), Asked(), list[QPoint]()
    view = BoardView(
        bridge, case.contents.boards[0].id, selection, asked, can_read, None, theme("light")
    )
    view.hands.menu_wanted.connect(menus.append)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    view.look_from(view.camera.at(Point(400, 300), 1.0))
    yield Board(view, selection, asked, card, menus)


# -- moving the board --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "by_middle", "by_right"),
    [("middle", True, False), ("right", False, True), ("both", True, True)],
)
@pytest.mark.parametrize("tool", ["select", "link"])
def test_the_board_is_moved_with_the_button_that_was_chosen(
    board: Board, chosen: str, by_middle: bool, by_right: bool, tool: str
) -> None:
    board.bind(pan_button=chosen)
    board.view.hands.take(tool)
    for button, moves in ((MIDDLE, by_middle), (RIGHT, by_right)):
        for start in (CARD, GROUND):
            assert board.drag(button, start) == (QPoint(60, 40) if moves else QPoint(0, 0))
    assert board.view.hands.tool == tool
    assert not board.selection.now


def test_a_right_drag_opens_no_menu_and_a_right_click_opens_one(board: Board) -> None:
    board.bind(pan_button="right")
    # Some systems ask for the menu when the button goes down, some when it comes up.
    QTest.mousePress(board.view, RIGHT, NONE, CARD)
    board.ask_for_menu(CARD)
    assert not board.menus
    QTest.mouseRelease(board.view, RIGHT, NONE, CARD)
    board.ask_for_menu(CARD)
    assert board.menus == [board.view.mapToGlobal(CARD)]
    assert board.selection.cards == {board.card.id}
    board.drag(RIGHT, GROUND)
    board.ask_for_menu(GROUND)
    assert len(board.menus) == 1
    assert board.selection.cards == {board.card.id}


def test_a_right_click_opens_the_menu_at_once_where_it_moves_nothing(board: Board) -> None:
    QTest.mousePress(board.view, RIGHT, NONE, CARD)
    board.ask_for_menu(CARD)
    QTest.mouseRelease(board.view, RIGHT, NONE, CARD)
    assert board.menus == [board.view.mapToGlobal(CARD)]


def test_the_menu_key_opens_the_menu_whatever_the_right_button_does(board: Board) -> None:
    board.bind(pan_button="both")
    board.selection.set(cards=[board.card.id])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, GROUND, GROUND, NONE)
    QApplication.sendEvent(board.view, event)
    assert len(board.menus) == 1
    assert board.selection.cards == {board.card.id}


def test_escape_in_a_right_press_leaves_it_with_no_menu(board: Board) -> None:
    board.bind(pan_button="right")
    QTest.mousePress(board.view, RIGHT, NONE, CARD)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(board.view, RIGHT, NONE, CARD)
    assert not board.menus


def test_a_second_right_press_at_once_is_a_press(board: Board) -> None:
    board.bind(pan_button="right")
    QTest.mouseClick(board.view, RIGHT, NONE, GROUND)
    QTest.mouseDClick(board.view, RIGHT, NONE, GROUND)
    QTest.mouseRelease(board.view, RIGHT, NONE, GROUND)
    assert len(board.menus) == 2
    assert not board.asked.cards
    assert board.drag(RIGHT, GROUND) == QPoint(60, 40)


# -- on an empty place ---------------------------------------------------------------------------


def test_a_drag_on_an_empty_place_moves_the_board_where_that_was_chosen(board: Board) -> None:
    board.bind(empty_drag="pan")
    board.selection.set(cards=[board.card.id])
    assert board.drag(LEFT, GROUND) == QPoint(60, 40)
    assert board.selection.cards == {board.card.id}
    QTest.mouseClick(board.view, LEFT, NONE, GROUND)
    assert not board.selection.now


def test_shift_selects_where_a_drag_moves_the_board(board: Board) -> None:
    board.bind(empty_drag="pan")
    assert board.drag(LEFT, CARD - QPoint(110, 60), SHIFT) == QPoint(0, 0)
    assert board.selection.cards == {board.card.id}


def test_a_double_click_on_an_empty_place_makes_a_card_or_nothing(board: Board) -> None:
    QTest.mouseDClick(board.view, LEFT, NONE, GROUND)
    assert len(board.asked.cards) == 1
    assert board.view.invitation == INVITATION
    board.bind(empty_double_click="nothing")
    QTest.mouseDClick(board.view, LEFT, NONE, GROUND)
    assert len(board.asked.cards) == 1
    assert board.view.invitation == INVITATION_WITHOUT


# -- wheel and fingers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wheel", "ctrl", "plain_zooms", "fingers_zoom", "ctrl_zooms"),
    [
        ("auto", "zoom", True, False, True),
        ("auto", "pan", True, False, False),
        ("zoom", "pan", True, True, False),
        ("pan", "zoom", False, False, True),
    ],
)
def test_what_turning_does_is_chosen_with_and_without_control(
    board: Board, wheel: str, ctrl: str, plain_zooms: bool, fingers_zoom: bool, ctrl_zooms: bool
) -> None:
    board.bind(wheel=wheel, ctrl_wheel=ctrl)
    assert (board.wheel() != 1) is plain_zooms
    assert (board.wheel(pixels=30) != 1) is fingers_zoom
    assert (board.wheel(CTRL) != 1) is ctrl_zooms


def test_turning_away_leads_nearer_or_further_as_fast_as_was_chosen(board: Board) -> None:
    once = board.wheel()
    assert once > 1
    board.bind(wheel_turn="out")
    assert board.wheel() == pytest.approx(1 / once)
    board.bind(zoom_speed="2")
    assert board.wheel() == pytest.approx(once**2)


def test_a_pinch_zooms_as_fast_as_was_chosen_or_not_at_all(board: Board) -> None:
    once = board.pinch(0.2)
    assert once > 1
    board.bind(pinch_speed="2")
    assert board.pinch(0.2) == pytest.approx(once**2)
    board.bind(pinch="off")
    assert board.pinch(0.2) == 1


# -- in the window -------------------------------------------------------------------------------


def test_what_is_chosen_holds_at_once_on_every_board(qtbot: QtBot, home: Home) -> None:
    window = Window(Settings(home))
    qtbot.addWidget(window)
    window.show()
    window.do("example")
    workspace = window.workspace
    assert workspace is not None
    window.settings.change(pan_button="right")
    assert workspace.canvas.hands.bindings.pan_button == "right"
    workspace.tabs.step(1)
    assert workspace.canvas.hands.bindings.pan_button == "right"
    window.close()
