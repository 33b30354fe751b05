"""The board goes by under a hand that is held at its edge: real events, and the clock of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard import motion
from caseboard.board.camera import Camera
from casedb.commands import cards
from casedb.model.geometry import Point, Rect
from handled_board import ALT, LEFT, MIDDLE, NONE, SHIFT, Board

STEP = 30.0
"""Board units that count as going by."""


def _press(board: Board, x: float, y: float, button: Qt.MouseButton = LEFT) -> QPoint:
    board.move_to(x, y)
    at = board.at(x, y)
    QTest.mousePress(board.view, button, NONE, at)
    return at


def _hold(board: Board, x: float, y: float, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Take what lies at a board point to a pixel, and hold it there."""
    start = _press(board, x, y)
    board.move_with(start + QPoint(10, 10), LEFT, keys)
    board.move_with(at, LEFT, keys)


def _at_right(board: Board) -> QPoint:
    return QPoint(board.view.width() - 2, 300)


def _wait(qtbot: QtBot, board: Board, start: Camera, *, dx: int = 0, dy: int = 0) -> None:
    """Wait until the board has gone by in a direction."""

    def has_gone() -> bool:
        now = board.view.camera
        return (now.x - start.x) * dx >= STEP * abs(dx) and (now.y - start.y) * dy >= STEP * abs(dy)

    qtbot.waitUntil(has_gone)


def _stands_still(qtbot: QtBot, board: Board) -> bool:
    before = board.view.camera
    qtbot.wait(60)
    return board.view.camera == before


def _under_pointer(board: Board, at: QPoint) -> Point:
    return board.view.camera.to_world(Point(at.x(), at.y()))


@pytest.mark.parametrize(
    ("at", "dx", "dy"),
    [
        (QPoint(3, 300), -1, 0),
        (QPoint(997, 300), 1, 0),
        (QPoint(500, 3), 0, -1),
        (QPoint(500, 597), 0, 1),
        (QPoint(1100, 700), 1, 1),
    ],
)
def test_the_board_goes_by_under_a_card_at_its_edge(
    board: Board, qtbot: QtBot, at: QPoint, dx: int, dy: int
) -> None:
    start = board.view.camera
    _hold(board, 200, 150, at, SHIFT if dx and dy else NONE)
    _wait(qtbot, board, start, dx=dx, dy=dy)
    assert board.view.camera.zoom == start.zoom


def test_a_card_stays_under_the_pointer_and_is_dropped_there(board: Board, qtbot: QtBot) -> None:
    start, at = board.view.camera, QPoint(998, 450)
    _hold(board, 200, 150, at, Qt.KeyboardModifier.ControlModifier)
    _wait(qtbot, board, start, dx=1)
    QTest.mouseRelease(board.view, LEFT, Qt.KeyboardModifier.ControlModifier, at)
    there = _under_pointer(board, at)
    rect = board.rect(board.claim_card)
    # A case keeps hundredths of a board unit.
    assert rect.x == pytest.approx(there.x - 100, abs=0.01)
    assert rect.y == pytest.approx(there.y - 50, abs=0.01)
    assert board.shown(board.claim_card) == rect
    assert _stands_still(qtbot, board), "it was let go"


def test_it_goes_faster_further_out(board: Board) -> None:
    _hold(board, 200, 150, QPoint(985, 300))
    drift = board.view.hands.drift
    near = drift.velocity
    board.move_with(QPoint(995, 300), LEFT, NONE)
    nearer = drift.velocity
    board.move_with(QPoint(1040, 300), LEFT, NONE)
    assert drift.velocity[0] < nearer[0] < near[0] < 0
    board.move_with(QPoint(9000, 300), LEFT, NONE)
    fastest = drift.velocity
    board.move_with(QPoint(12000, 300), LEFT, NONE)
    assert drift.velocity == fastest


def test_it_stops_when_the_pointer_comes_back(board: Board, qtbot: QtBot) -> None:
    start = board.view.camera
    _hold(board, 200, 150, _at_right(board))
    _wait(qtbot, board, start, dx=1)
    board.move_with(QPoint(800, 300), LEFT, NONE)
    assert _stands_still(qtbot, board)


def test_escape_puts_the_card_back_and_looks_from_where_one_looked(
    board: Board, qtbot: QtBot
) -> None:
    start, length = board.view.camera, board.bridge.case.journal.length
    _hold(board, 200, 150, _at_right(board))
    _wait(qtbot, board, start, dx=1)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.view.camera == start
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)
    assert _stands_still(qtbot, board)
    assert board.bridge.case.journal.length == length


def test_escape_later_leaves_the_view_alone(board: Board, qtbot: QtBot) -> None:
    start = board.view.camera
    _hold(board, 200, 150, _at_right(board))
    _wait(qtbot, board, start, dx=1)
    QTest.mouseRelease(board.view, LEFT, NONE, _at_right(board))
    gone = board.view.camera
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.view.camera == gone


def test_another_tool_taken_meanwhile_looks_back_too(board: Board, qtbot: QtBot) -> None:
    start = board.view.camera
    _hold(board, 200, 150, _at_right(board))
    _wait(qtbot, board, start, dx=1)
    QTest.keyClick(board.view, Qt.Key.Key_H)
    assert board.view.camera == start
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)


def test_it_goes_by_where_nothing_moves_by_itself(board: Board, qtbot: QtBot) -> None:
    motion.choose("off")
    start = board.view.camera
    _hold(board, 200, 150, _at_right(board))
    _wait(qtbot, board, start, dx=1)


def test_a_rectangle_grows_with_the_board(board: Board, qtbot: QtBot) -> None:
    start, at = board.view.camera, QPoint(999, 500)
    _hold(board, 50, 50, at)
    _wait(qtbot, board, start, dx=1)
    marquee = board.view.overlay.marquee
    assert marquee is not None
    assert (marquee.x, marquee.y) == (50, 50)
    assert marquee.right == pytest.approx(_under_pointer(board, at).x)


def test_a_lasso_goes_on_with_the_board(board: Board, qtbot: QtBot) -> None:
    board.view.hands.take("lasso")
    start, at = board.view.camera, QPoint(999, 500)
    _hold(board, 50, 50, at)
    _wait(qtbot, board, start, dx=1)
    assert board.view.overlay.lasso[-1].x == pytest.approx(_under_pointer(board, at).x, abs=5)


def test_a_link_goes_on_with_the_board(board: Board, qtbot: QtBot) -> None:
    far = board.bridge.case.place(board.bridge.case.add("claim"), x=1200, y=500, w=400, h=100)
    board.view.hands.take("link")
    start, at = board.view.camera, QPoint(999, 550)
    _hold(board, 200, 150, at)
    qtbot.waitUntil(lambda: board.view.camera.x - start.x > 300)
    QTest.mouseRelease(board.view, LEFT, NONE, at)
    ((_, end),) = board.asked.links
    assert end.id == far.item


def test_a_new_frame_grows_with_the_board(board: Board, qtbot: QtBot) -> None:
    board.view.hands.take("frame")
    start, at = board.view.camera, QPoint(500, 640)
    _hold(board, 50, 350, at)
    _wait(qtbot, board, start, dy=1)
    gone = board.view.camera
    QTest.mouseRelease(board.view, LEFT, NONE, at)
    (rect,) = board.asked.frames
    assert (rect.x, rect.y) == (50, 350)
    assert rect.bottom == pytest.approx(gone.visible().bottom), "it ends at the edge of the board"
    assert board.view.camera == gone


def test_the_end_of_a_string_goes_on_with_the_board(board: Board, qtbot: QtBot) -> None:
    board.selection.set(links=[board.link.id])
    x, y = board.view.columns.curves(0)[-1, 3].tolist()
    start = board.view.camera
    _hold(board, x, y, QPoint(500, 599))
    _wait(qtbot, board, start, dy=1)
    assert board.view.overlay.linking is not None


def test_a_bend_and_a_corner_go_on_with_the_board(board: Board, qtbot: QtBot) -> None:
    board.selection.set(links=[board.link.id])
    x, y = board.view.columns.middle(0)[0].tolist()
    start = board.view.camera
    _hold(board, x, y, QPoint(400, 599))
    _wait(qtbot, board, start, dy=1)
    QTest.mouseRelease(board.view, LEFT, NONE, QPoint(400, 599))
    (bend,) = board.view.columns.bends(board.link.id)
    assert bend.y == pytest.approx(board.view.camera.visible().bottom, abs=2)
    board.view.look_from(start)
    board.selection.set(cards=[board.claim_card.id])
    _hold(board, 300, 200, QPoint(320, 599))
    _wait(qtbot, board, start, dy=1)
    QTest.mouseRelease(board.view, LEFT, NONE, QPoint(320, 599))
    assert board.rect(board.claim_card).bottom == pytest.approx(
        board.view.camera.visible().bottom, abs=8
    )


def test_the_hand_that_moves_the_board_is_followed_beyond_the_edge(
    board: Board, qtbot: QtBot
) -> None:
    start = board.view.camera
    for tool, button in (("hand", LEFT), ("select", MIDDLE)):
        board.view.hands.take(tool)
        board.view.look_from(start)
        _press(board, 500, 450, button)
        board.move_with(QPoint(1200, 450), button, NONE)
        assert board.view.camera.x == pytest.approx(start.x - 700), tool
        assert _stands_still(qtbot, board)
        QTest.mouseRelease(board.view, button, NONE, QPoint(1200, 450))


def test_a_card_let_go_beside_the_board_lies_in_sight(board: Board) -> None:
    beside = QPoint(1300, 800)
    # Taken at its left edge: all but a sliver of it would be hidden.
    _hold(board, 103, 150, beside)
    QTest.mouseRelease(board.view, LEFT, NONE, beside)
    seen, rect = board.view.camera.visible(), board.rect(board.claim_card)
    assert rect != Rect(100, 100, 200, 100)
    assert rect.right == pytest.approx(seen.right, abs=0.01)
    assert rect.bottom == pytest.approx(seen.bottom, abs=0.01)


def test_a_card_let_go_beside_the_board_keeps_to_its_axis(board: Board) -> None:
    at = board.at(103, 150)
    _press(board, 103, 150)
    for beside in (at + QPoint(20, 0), QPoint(1300, at.y())):
        board.move_with(beside, LEFT, SHIFT)
    QTest.mouseRelease(board.view, LEFT, SHIFT, QPoint(1300, at.y()))
    rect = board.rect(board.claim_card)
    assert rect.right == pytest.approx(board.view.camera.visible().right)
    assert rect.y == 100


def test_a_card_taken_at_the_edge_stays_until_it_is_drawn_there(board: Board, qtbot: QtBot) -> None:
    contents = board.bridge.contents
    board.bridge.run(cards.move(contents, [board.claim_card.id], -100, 0))
    start = board.view.camera
    _press(board, 10, 150)
    board.move_with(board.at(30, 150), LEFT, NONE)
    assert board.view.is_carrying
    assert _stands_still(qtbot, board), "it was taken there and drawn inwards"
    board.move_with(board.at(12, 150), LEFT, NONE)
    _wait(qtbot, board, start, dx=-1)


def test_files_still_leave_the_board_with_a_copy(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []
    monkeypatch.setattr(board.asked, "drag_out_wanted", lambda: taken.append(True) or True)
    _press(board, 200, 150)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(200, 150))
    QTest.mousePress(board.view, LEFT, ALT, board.at(200, 150))
    for at in (board.at(240, 190), QPoint(1100, 300)):
        board.move_with(at, LEFT, ALT)
    assert taken == [True]
    assert not board.view.hands.is_busy
