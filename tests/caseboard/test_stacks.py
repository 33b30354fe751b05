"""Collapsed frames on a board: one thing that is seen, taken and tied to in place of what is in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.board.hits import Hit, Part
from caseboard.board.string_grips import Hold, grips_of
from caseboard.selection import Selected
from casedb.commands import cards, folding, removal
from casedb.model.geometry import Rect
from casedb.model.records import Card, Frame
from handled_board import CTRL, LEFT, NONE, Board

STACK = Rect(80, 80, folding.STACK_WIDTH, folding.STACK_HEIGHT)


@pytest.fixture
def frame(board: Board) -> Frame:
    """A frame around the claim, which has a second card in it and a link to that."""
    bridge = board.bridge
    note = bridge.case.add("claim", title="The ship was at sea")
    bridge.case.place(note, x=100, y=230, w=200, h=100)
    bridge.case.link(board.photo, "supports", note)
    bridge.case.link(note, "excludes", board.claim)
    around = Rect(80, 80, 260, 280)
    bridge.run(
        cards.add_frame(bridge.contents, bridge.new_id, board.view.board_id, around, "Harbour")
    )
    (made,) = bridge.contents.frames.values()
    return made


def toggle(board: Board, frame: Frame) -> None:
    bridge = board.bridge
    bridge.run(folding.toggle(bridge.contents, bridge.new_id, [frame.id]))


def strung(board: Board) -> int:
    return board.view.columns.string_count


def picture(board: Board) -> object:
    board.move_to(950, 550)
    board.view.sharpen()
    return board.view.grab().toImage()


def test_a_collapsed_frame_is_one_thing_in_place_of_what_is_in_it(
    board: Board, frame: Frame
) -> None:
    before = picture(board)
    assert strung(board) == 3
    toggle(board, frame)
    columns = board.view.columns
    row = columns.cards.rows.get(frame.id)
    assert row is not None and columns.card_rect(row) == STACK
    assert columns.folded_in(row) == 2
    assert not list(columns.frames)
    assert columns.cards.rows.get(board.claim_card.id) is None
    # The link between what is in it is not seen, the two from outside lead to it.
    assert strung(board) == 2
    ends = columns.strings.cards[columns.strings.rows.all()][:, 1]
    assert set(ends.tolist()) == {row}
    board.bridge.undo()
    assert strung(board) == 3
    board.selection.clear()
    assert picture(board) == before


def test_a_stack_is_hit_as_a_frame_and_has_neither_corners_nor_dots(
    board: Board, frame: Frame
) -> None:
    toggle(board, frame)
    board.click(180, 110)
    assert board.selection.now == Selected(frames=frozenset({frame.id}))
    finder, camera = board.view.finder, board.view.camera
    for x, y in ((STACK.x, STACK.y), (STACK.right - 2, STACK.bottom - 2)):
        at = camera.to_screen(Rect(x + 1, y + 1, 0, 0).centre)
        assert finder.at(at, camera, frame.id) == Hit(Part.FRAME, frame.id)


def test_a_dragged_stack_takes_along_what_is_in_it(board: Board, frame: Frame) -> None:
    toggle(board, frame)
    board.drag((180, 110), (180, 410))
    contents = board.bridge.contents
    assert contents.frames[frame.id].rect == STACK.moved(0, 300)
    assert board.rect(board.claim_card) == Rect(100, 400, 200, 100)
    toggle(board, frame)
    (shown,) = board.view.columns.frames
    assert shown.rect == Rect(80, 380, 260, 280)
    assert board.shown(board.claim_card) == Rect(100, 400, 200, 100)


def test_a_marquee_takes_a_stack_as_a_frame(board: Board, frame: Frame) -> None:
    toggle(board, frame)
    board.drag((40, 40), (320, 200))
    assert board.selection.frames == {frame.id}
    assert not board.selection.cards
    board.view.select_all()
    assert board.selection.frames == {frame.id}
    assert board.selection.cards == {board.photo_card.id}


def test_one_walks_to_a_stack_by_keys(board: Board, frame: Frame) -> None:
    toggle(board, frame)
    board.selection.set(cards=[board.photo_card.id])
    QTest.keyClick(board.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert board.selection.now == Selected(frames=frozenset({frame.id}))
    board.selection.clear()
    board.view.select_near(STACK)
    assert board.selection.frames == {frame.id}


def test_what_is_folded_may_change_unseen(board: Board, frame: Frame) -> None:
    toggle(board, frame)
    bridge, columns = board.bridge, board.view.columns
    bridge.run(removal.delete_cards(bridge.contents, [board.claim_card.id]))
    row = columns.cards.rows.get(frame.id)
    assert row is not None and columns.folded_in(row) == 1
    assert strung(board) == 1
    bridge.undo()
    assert columns.folded_in(row) == 2
    assert strung(board) == 2


def test_an_item_that_is_seen_elsewhere_keeps_its_string_there(board: Board, frame: Frame) -> None:
    second = board.bridge.case.place(board.claim, x=100, y=420, w=200, h=100)
    toggle(board, frame)
    columns = board.view.columns
    row = columns.strings.rows.get(board.link.id)
    assert row is not None
    ends = columns.cards.rows.ids_of(columns.strings.cards[row].tolist())
    assert ends == [board.photo_card.id, second.id]


def test_frames_within_a_collapsed_one_are_not_seen(board: Board, frame: Frame) -> None:
    bridge = board.bridge
    inner = Rect(90, 90, 220, 120)
    bridge.run(cards.add_frame(bridge.contents, bridge.new_id, board.view.board_id, inner, "In"))
    inside = next(each for each in bridge.contents.frames.values() if each.id != frame.id)
    toggle(board, inside)
    toggle(board, frame)
    columns = board.view.columns
    row = columns.cards.rows.get(frame.id)
    assert row is not None and columns.folded_in(row) == 2
    assert columns.cards.rows.get(inside.id) is None
    bridge.run(cards.rename_frame(bridge.contents, inside.id, "Inside"))
    assert not list(columns.frames)
    toggle(board, frame)
    assert columns.is_stack(inside.id)
    assert [each.id for each in columns.frames] == [frame.id]


def test_a_concealed_card_is_not_counted_in_a_stack(board: Board, frame: Frame) -> None:
    toggle(board, frame)
    board.view.conceal({board.claim_card.id})
    columns = board.view.columns
    row = columns.cards.rows.get(frame.id)
    assert row is not None and columns.folded_in(row) == 1
    assert strung(board) == 1
    board.view.conceal(frozenset())
    row = columns.cards.rows.get(frame.id)
    assert row is not None and columns.folded_in(row) == 2


@pytest.mark.parametrize("zoom", [2.0, 1.0, 0.5, 0.2, 0.05])
def test_a_stack_is_painted_alike_whoever_saw_it_fold(
    board: Board, frame: Frame, zoom: float
) -> None:
    board.view.look_from(board.view.camera.at(STACK.centre, zoom))
    picture(board)
    toggle(board, frame)
    seen = picture(board)
    board.view.columns.conceal({"nobody"})
    board.view.set_theme(board.view.scene.theme)
    assert picture(board) == seen


def test_a_locked_stack_stays(board: Board, frame: Frame) -> None:
    bridge = board.bridge
    toggle(board, frame)
    bridge.run(cards.set_flags(bridge.contents, [frame.id], "Lock", locked=True))
    assert board.view.columns.is_locked(frame.id)
    board.drag((180, 110), (180, 410))
    assert bridge.contents.frames[frame.id].rect == STACK


def test_a_card_laid_where_a_collapsed_frame_was_large_is_not_taken_along(
    board: Board, frame: Frame
) -> None:
    toggle(board, frame)
    placed: Card = board.bridge.case.place(board.photo, x=110, y=250, w=120, h=60)
    board.drag((180, 110), (480, 410))
    assert board.rect(placed) == Rect(110, 250, 120, 60)
    QTest.mouseClick(board.view, LEFT, NONE, board.at(150, 280))
    assert board.selection.cards == {placed.id}


def test_a_string_that_leads_to_a_stack_leaves_its_bends_until_it_is_opened(
    board: Board, frame: Frame
) -> None:
    bends = (Rect(450, 400, 0, 0).centre, Rect(380, 420, 0, 0).centre)
    board.asked.bends_wanted(board.link.id, bends)
    columns = board.view.columns
    row = columns.strings.rows.get(board.link.id)
    assert row is not None and len(columns.curves(row)) == 3
    toggle(board, frame)
    assert len(columns.curves(row)) == 1
    board.selection.set(links=[board.link.id])
    holds = {each.hold for each in grips_of(columns, board.link.id, board.view.camera)}
    assert holds == {Hold.START, Hold.END}
    middle = columns.middle(row)[0].tolist()
    board.drag((middle[0], middle[1]), (500, 500))
    assert columns.bends(board.link.id) == bends
    toggle(board, frame)
    assert len(columns.curves(row)) == 3


def test_strings_lead_to_a_stack_and_on_from_it(board: Board, frame: Frame) -> None:
    toggle(board, frame)
    board.selection.set(cards=[board.photo_card.id])
    for _ in range(2):
        QTest.keyClick(board.view, Qt.Key.Key_Right, CTRL)
    assert board.selection.now == Selected(frames=frozenset({frame.id}))
    for _ in range(2):
        QTest.keyClick(board.view, Qt.Key.Key_Left, CTRL)
    assert board.selection.now == Selected(cards=frozenset({board.photo_card.id}))
