"""Steps over a board by real keys: along strings, and what is said and shown of each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard.board.following import LAST, NO_STRINGS
from caseboard.board.reading import Sort, Spot
from caseboard.selection import Selected
from casedb.commands import cards
from casedb.model.geometry import Point, Rect
from handled_board import CTRL, Board

RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left
DOWN = Qt.Key.Key_Down


def press(board: Board, *keys: Qt.Key) -> list[str]:
    """Press keys with Ctrl; what was said meanwhile in the line at the foot, which is quiet between."""
    told: list[str] = []
    board.view.hands.hinted.connect(told.append)
    for key in keys:
        QTest.keyClick(board.view, key, CTRL)
    board.view.hands.hinted.disconnect(told.append)
    return [each for each in told if each]


def test_a_string_is_walked_from_one_card_to_the_other_and_back(board: Board) -> None:
    board.selection.set(cards=[board.photo_card.id])
    assert press(board, RIGHT) == ["supports → Claim: The ship was in the harbour"]
    assert board.selection.now == Selected(links=frozenset({board.link.id}))
    press(board, RIGHT)
    assert board.selection.cards == {board.claim_card.id}
    assert press(board, LEFT) == ["supports ← Media: Photograph from the pier"]
    press(board, LEFT)
    assert board.selection.cards == {board.photo_card.id}


def test_the_strings_of_a_card_are_chosen_one_after_the_other(board: Board) -> None:
    second = board.bridge.case.link(board.photo, "depicts", board.claim)
    board.selection.set(cards=[board.photo_card.id])
    told = press(board, DOWN, DOWN, DOWN)
    assert board.selection.links == {second.id}
    assert told == [
        "supports → Claim: The ship was in the harbour",
        "depicts → Claim: The ship was in the harbour",
        LAST,
    ]


def test_nothing_is_moved_and_nothing_written_by_walking(board: Board) -> None:
    length = board.bridge.case.journal.length
    board.selection.set(cards=[board.photo_card.id])
    press(board, RIGHT, RIGHT, DOWN, LEFT)
    assert board.bridge.case.journal.length == length


def test_a_frame_has_no_strings_and_with_nothing_selected_the_board_is_entered(
    board: Board,
) -> None:
    board.selection.clear()
    press(board, RIGHT)
    (entered,) = board.selection.cards
    assert entered in (board.claim_card.id, board.photo_card.id)
    bridge, rect = board.bridge, Rect(50, 50, 700, 200)
    change = cards.add_frame(bridge.contents, bridge.new_id, board.view.board_id, rect, "Pier")
    bridge.run(change)
    frame = change.edits[0].record.id
    board.selection.set(frames=[frame])
    assert press(board, RIGHT) == [NO_STRINGS]
    assert board.selection.frames == {frame}


def test_of_several_the_last_step_is_where_one_stands(board: Board) -> None:
    steps = board.view.steps
    board.selection.set(cards=[board.claim_card.id, board.photo_card.id])
    assert steps.spot is None
    board.selection.set(cards=[board.claim_card.id])
    board.view.walk(1, 0, adds=True)
    assert len(board.selection.cards) == 2
    assert steps.spot == Spot(Sort.CARD, board.photo_card.id)
    press(board, RIGHT)
    assert board.selection.links == {board.link.id}
    board.selection.clear()
    assert steps.spot is None


def test_what_is_walked_to_comes_into_view_also_at_the_end_of_a_long_string(
    board: Board, qtbot: QtBot
) -> None:
    view = board.view
    board.bridge.run(cards.move(board.bridge.contents, [board.claim_card.id], -4000, 0))
    view.look_from(view.camera.at(Point(600, 150), 1.0))
    board.selection.set(cards=[board.photo_card.id])
    press(board, RIGHT)
    at_card = view.camera.visible()
    assert at_card.contains(board.rect(board.photo_card))
    press(board, RIGHT)
    qtbot.waitUntil(lambda: view.camera.visible().contains(board.rect(board.claim_card)))
