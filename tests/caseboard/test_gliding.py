"""Things that glide to where a command has laid them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard import motion
from caseboard.board import gliding
from casedb.commands import cards
from casedb.model.geometry import Rect
from handled_board import LEFT, NONE, Board


def move(board: Board, dx: float, dy: float) -> None:
    bridge = board.bridge
    ids = [board.claim_card.id, board.photo_card.id]
    before = {each: bridge.contents.cards[each].rect for each in ids}
    bridge.run(cards.move(bridge.contents, ids, dx, dy))
    board.view.glide_from(before)


def picture(board: Board) -> QImage:
    board.view.sharpen()
    return board.view.grab().toImage()


def test_things_begin_where_they_lay_and_end_where_they_belong(board: Board, qtbot: QtBot) -> None:
    move(board, 100, 200)
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)
    goal = Rect(200, 300, 200, 100)
    assert board.rect(board.claim_card) == goal
    qtbot.waitUntil(lambda: board.shown(board.claim_card) == goal)
    qtbot.waitUntil(lambda: not board.view.is_carrying)
    shown = picture(board)
    board.bridge.undo()
    board.bridge.redo()
    board.selection.clear()
    assert picture(board) == shown


def test_any_change_ends_the_way_at_once(board: Board) -> None:
    move(board, 100, 200)
    board.bridge.undo()
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)
    assert not board.view.is_carrying


def test_a_hand_that_takes_something_ends_the_way(board: Board) -> None:
    move(board, 100, 200)
    board.drag((250, 350), (250, 450), release=False)
    assert board.shown(board.claim_card) == Rect(200, 400, 200, 100)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(250, 450))
    assert board.rect(board.claim_card) == Rect(200, 400, 200, 100)
    assert board.shown(board.photo_card) == board.rect(board.photo_card)


def test_concealing_ends_the_way(board: Board) -> None:
    move(board, 100, 200)
    board.view.conceal({board.photo_card.id})
    assert not board.view.is_carrying
    assert board.shown(board.claim_card) == board.rect(board.claim_card)


def test_where_nothing_shall_move_all_lies_at_its_goal_at_once(board: Board) -> None:
    motion.choose("off")
    move(board, 100, 200)
    assert not board.view.is_carrying
    assert board.shown(board.claim_card) == board.rect(board.claim_card)


def test_very_many_or_none_lie_at_their_goals_at_once(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.view.glide_from({})
    board.view.glide_from({"nobody": Rect(0, 0, 1, 1)})
    assert not board.view.is_carrying
    monkeypatch.setattr(gliding, "MOST", 1)
    move(board, 100, 200)
    assert not board.view.is_carrying


def test_a_frame_glides_with_what_lies_in_it(board: Board, qtbot: QtBot) -> None:
    bridge = board.bridge
    around = Rect(80, 80, 240, 140)
    bridge.run(cards.add_frame(bridge.contents, bridge.new_id, board.view.board_id, around, "F"))
    (frame,) = bridge.contents.frames.values()
    ids = [frame.id, board.claim_card.id]
    bridge.run(cards.move(bridge.contents, ids, 0, 200))
    board.view.glide_from({frame.id: around, board.claim_card.id: Rect(100, 100, 200, 100)})
    (shown,) = board.view.columns.frames
    assert shown.rect == around
    qtbot.waitUntil(lambda: not board.view.is_carrying)
    (shown,) = board.view.columns.frames
    assert shown.rect == around.moved(0, 200)
