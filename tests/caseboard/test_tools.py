"""The tools: frame, lasso, snapping, and strings that are bent and tied elsewhere, by real events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from caseboard.board.snapping import Axis, Gap, Guide
from caseboard.board.string_grips import Hold, grips_of
from caseboard.board.tools.framing import FRAME_HEIGHT, FRAME_WIDTH
from caseboard.board.tools.lasso import within
from caseboard.board.tools.noting import STICKY_HEIGHT, STICKY_WIDTH, TEXT_WIDTH
from caseboard.board.tools.state import Snapping
from caseboard.selection import Selected
from casedb.commands import cards
from casedb.model.geometry import Point, Rect
from casedb.model.notes import ShownAs
from casedb.model.records import Ref
from handled_board import ALT, CTRL, LEFT, MIDDLE, NONE, SHIFT, Board

KEYS = {
    Qt.Key.Key_V: "select",
    Qt.Key.Key_S: "lasso",
    Qt.Key.Key_H: "hand",
    Qt.Key.Key_L: "link",
    Qt.Key.Key_F: "frame",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_T: "text",
}


def picture_at_rest(board: Board) -> QImage:
    """The board with the pointer beside everything."""
    board.move_to(950, 550)
    board.view.sharpen()
    return board.view.grab().toImage()


# -- tools are taken and put away ------------------------------------------------------------------


@pytest.mark.parametrize(("key", "name"), KEYS.items())
def test_a_key_takes_a_tool_that_says_what_it_does(board: Board, key: Qt.Key, name: str) -> None:
    hints: list[str] = []
    board.view.hands.hinted.connect(hints.append)
    QTest.keyClick(board.view, key)
    assert board.view.hands.tool == name
    assert name == "select" or hints[-1]
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.view.hands.tool == "select"


@pytest.mark.parametrize("name", ["lasso", "frame", "note", "text", "link", "hand"])
def test_the_middle_button_moves_the_board_whatever_tool_is_in_hand(
    board: Board, name: str
) -> None:
    board.view.hands.take(name)
    before = board.view.camera
    board.drag((300, 400), (350, 430), button=MIDDLE)
    assert (before.x - board.view.camera.x, before.y - board.view.camera.y) == (50, 30)
    assert board.view.hands.tool == name


@pytest.mark.parametrize("name", KEYS.values())
@pytest.mark.parametrize("start", [(200, 150), (300, 400), (402, 150)])
def test_escape_in_the_middle_of_any_drag_leaves_everything_as_it_was(
    board: Board, name: str, start: tuple[float, float]
) -> None:
    board.selection.set(links=[board.link.id])
    before, where = board.bridge.case.journal.length, board.view.camera
    picture = picture_at_rest(board)
    board.view.hands.take(name)
    board.drag(start, (650, 350), release=False)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(650, 350))
    board.view.hands.take("select")
    assert board.bridge.case.journal.length == before
    assert board.selection.now == Selected(links=frozenset({board.link.id}))
    assert board.view.camera == where
    assert picture_at_rest(board) == picture


# -- frames ----------------------------------------------------------------------------------------


def test_the_frame_tool_draws_a_frame_once(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.view.hands.take("frame")
    board.drag((60, 320), (460, 520))
    assert board.asked.frames == [Rect(60, 320, 400, 200)]
    assert board.view.hands.tool == "select"
    board.view.hands.take("frame")
    board.drag((460, 520), (60, 320))
    assert board.asked.frames[1] == Rect(60, 320, 400, 200)


def test_a_click_with_the_frame_tool_makes_one_of_common_size(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.view.hands.take("frame")
    board.click(300, 400)
    assert board.asked.frames == [Rect(300, 400, FRAME_WIDTH, FRAME_HEIGHT)]


def test_a_sliver_becomes_no_frame(board: Board) -> None:
    board.view.hands.take("frame")
    board.drag((60, 320), (460, 325))
    assert not board.asked.frames
    assert board.view.overlay.outline is None


def test_a_frame_that_is_drawn_snaps_to_what_is_there(board: Board) -> None:
    board.view.hands.take("frame")
    board.drag((103, 320), (297, 520))
    (made,) = board.asked.frames
    assert (made.x, made.right) == (100, 300)
    assert not board.view.overlay.snaps


def test_what_may_not_be_changed_gets_no_frame(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(board.bridge), "read_only", True)
    hints: list[str] = []
    board.view.hands.hinted.connect(hints.append)
    board.view.hands.take("frame")
    assert hints[-1] == board.bridge.refusal
    assert board.view.hands.tool == "select"
    board.drag((60, 320), (460, 520))
    assert not board.asked.frames


# -- notes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "how"), [("note", ShownAs.STICKY), ("text", ShownAs.TEXT)])
def test_a_note_is_drawn_once_in_the_size_of_the_drag(
    board: Board, name: str, how: ShownAs
) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.view.hands.take(name)
    board.drag((60, 320), (460, 520))
    assert board.asked.notes == [(Rect(60, 320, 400, 200), how)]
    assert board.view.hands.tool == "select"
    assert board.view.overlay.outline is None


def test_a_click_puts_a_note_of_common_size_where_it_is(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.view.hands.take("note")
    board.click(300, 400)
    board.view.hands.take("text")
    board.click(300, 400)
    (sticky, _), (text, _) = board.asked.notes
    assert sticky == Rect(300, 400, STICKY_WIDTH, STICKY_HEIGHT)
    assert (text.x, text.centre.y, text.w) == (300, 400, TEXT_WIDTH)


@pytest.mark.parametrize("name", ["note", "text"])
def test_a_sliver_becomes_no_note_and_says_so(board: Board, name: str) -> None:
    hints: list[str] = []
    board.view.hands.hinted.connect(hints.append)
    board.view.hands.take(name)
    board.drag((60, 320), (75, 520))
    assert not board.asked.notes
    assert any("nothing was made" in each for each in hints)


@pytest.mark.parametrize("name", ["note", "text"])
def test_what_may_not_be_changed_gets_no_note(
    board: Board, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(type(board.bridge), "read_only", True)
    hints: list[str] = []
    board.view.hands.hinted.connect(hints.append)
    QTest.keyClick(board.view, Qt.Key.Key_N if name == "note" else Qt.Key.Key_T)
    assert hints[-1] == board.bridge.refusal
    assert board.view.hands.tool == "select"
    board.click(300, 400)
    assert not board.asked.notes


# -- lasso -----------------------------------------------------------------------------------------


def draw(board: Board, *points: tuple[float, float], keys: Qt.KeyboardModifier = NONE) -> None:
    """Draw a line through board points."""
    QTest.mousePress(board.view, LEFT, keys, board.at(*points[0]))
    for point in points[1:]:
        board.move_with(board.at(*point), LEFT, keys)
    QTest.mouseRelease(board.view, LEFT, keys, board.at(*points[-1]))


AROUND_CLAIM = ((60, 60), (340, 60), (340, 240), (60, 240))
AROUND_PHOTO = ((460, 60), (740, 60), (740, 240), (460, 240))
AROUND_BOTH = ((60, 60), (740, 60), (740, 240), (60, 240))


def test_a_lasso_selects_what_it_is_drawn_around(board: Board) -> None:
    board.view.hands.take("lasso")
    draw(board, *AROUND_CLAIM)
    assert board.selection.now == Selected(cards=frozenset({board.claim_card.id}))
    assert board.view.hands.tool == "lasso"
    draw(board, *AROUND_BOTH)
    both = frozenset({board.claim_card.id, board.photo_card.id})
    assert board.selection.now == Selected(cards=both, links=frozenset({board.link.id}))
    assert not board.view.overlay.lasso


def test_a_lasso_adds_with_shift_and_toggles_with_control(board: Board) -> None:
    board.view.hands.take("lasso")
    draw(board, *AROUND_CLAIM)
    draw(board, *AROUND_PHOTO, keys=SHIFT)
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id}
    draw(board, *AROUND_CLAIM, keys=CTRL)
    assert board.selection.cards == {board.photo_card.id}
    board.click(300, 400)
    assert not board.selection.now


def test_a_lasso_takes_a_frame_only_as_a_whole(board: Board) -> None:
    bridge = board.bridge
    around = Rect(80, 80, 240, 140)
    bridge.run(
        cards.add_frame(bridge.contents, bridge.new_id, board.view.board_id, around, "Harbour")
    )
    (frame,) = bridge.contents.frames_on(board.view.board_id)
    board.view.hands.take("lasso")
    draw(board, (60, 60), (310, 60), (310, 240), (60, 240))
    assert board.selection.frames == frozenset()
    draw(board, *AROUND_CLAIM)
    assert board.selection.frames == {frame.id}


def test_a_line_that_crosses_itself_leaves_out_what_lies_between() -> None:
    line = np.array([[0, 0], [30, 0], [30, 30], [10, 30], [10, 10], [20, 10], [20, 40], [0, 40.0]])
    inside = within(line, np.array([[5, 5], [15, 20], [25, 20], [100, 5.0]]))
    assert inside.tolist() == [True, False, True, False]


# -- snapping --------------------------------------------------------------------------------------


def test_a_dragged_card_snaps_and_shows_to_what(board: Board) -> None:
    board.drag((200, 150), (604, 350), release=False)
    assert board.shown(board.claim_card).x == 500
    marks = board.view.overlay.snaps
    assert {mark.axis for mark in marks} == {Axis.ACROSS}
    assert any(isinstance(mark, Guide) and mark.at == 500 for mark in marks)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(604, 350))
    assert board.rect(board.claim_card) == Rect(500, 300, 200, 100)
    assert not board.view.overlay.snaps


def test_control_suspends_snapping(board: Board) -> None:
    board.selection.set(cards=[board.claim_card.id])
    QTest.mousePress(board.view, LEFT, NONE, board.at(200, 150))
    board.move_with(board.at(300, 300), LEFT, NONE)
    board.move_with(board.at(604, 350), LEFT, CTRL)
    assert board.shown(board.claim_card).x == 504
    assert not board.view.overlay.snaps
    board.move_with(board.at(604, 350), LEFT, NONE)
    assert board.shown(board.claim_card).x == 500
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(604, 350))


def test_without_snapping_a_card_lies_where_it_is_let_go(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.drag((200, 150), (604, 350))
    assert board.rect(board.claim_card).x == 504


def test_a_card_snaps_to_the_grid(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False, to_grid=True)
    board.drag((200, 150), (431, 357))
    assert board.rect(board.claim_card) == Rect(336, 312, 200, 100)


def test_a_card_that_keeps_to_an_axis_snaps_along_it_alone(board: Board) -> None:
    board.selection.set(cards=[board.claim_card.id])
    board.bridge.case.place(board.claim, x=150, y=403, w=200, h=100)
    board.drag((200, 150), (203, 455), keys=NONE, release=False)
    board.move_with(board.at(203, 455), LEFT, SHIFT)
    assert (board.shown(board.claim_card).x, board.shown(board.claim_card).y) == (100, 403)
    QTest.mouseRelease(board.view, LEFT, SHIFT, board.at(203, 455))


def test_a_copy_may_snap_to_what_it_is_a_copy_of(board: Board) -> None:
    board.drag((200, 150), (203, 450), keys=ALT)
    assert board.asked.copies == [(0.0, 300.0)]


def test_equal_gaps_are_shown(board: Board) -> None:
    third = board.bridge.case.place(board.claim, x=850, y=300, w=100, h=100)
    board.selection.set(cards=[third.id])
    board.drag((900, 350), (952, 150), release=False)
    assert board.shown(third).x == 900
    gaps = [mark for mark in board.view.overlay.snaps if isinstance(mark, Gap)]
    assert [(gap.low, gap.high) for gap in gaps] == [(300, 500), (700, 900)]
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(952, 150))


def test_a_sized_card_snaps_with_the_side_that_moves(board: Board) -> None:
    lower = board.bridge.case.place(board.claim, x=100, y=300, w=180, h=100)
    board.selection.set(cards=[lower.id])
    board.drag((280, 400), (297, 455))
    assert board.rect(lower) == Rect(100, 300, 200, 155)


def test_a_sized_card_never_snaps_to_less_than_it_needs(board: Board) -> None:
    lower = board.bridge.case.place(board.claim, x=185, y=300, w=180, h=100)
    board.selection.set(cards=[lower.id])
    board.drag((365, 400), (302, 460))
    assert board.rect(lower).w == 120


# -- bends -----------------------------------------------------------------------------------------


def middle_of(board: Board) -> tuple[float, float]:
    x, y = board.view.columns.middle(0)[0].tolist()
    return x, y


def bends(board: Board) -> tuple[Point, ...]:
    route = board.bridge.contents.route(board.view.board_id, board.link.id)
    return route.points if route is not None else ()


def test_dragging_a_string_bends_it_in_one_step(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.drag(middle_of(board), (400, 350))
    assert bends(board) == (Point(400, 350),)
    assert board.selection.links == {board.link.id}
    board.bridge.undo()
    assert bends(board) == ()


def test_a_string_follows_the_hand_before_it_is_let_go(board: Board) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.drag(middle_of(board), (400, 350), release=False)
    assert bends(board) == ()
    pieces = board.view.columns.curves(0)
    assert pieces[0, 3].tolist() == [400, 350]
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(400, 350))


def bent(board: Board, *points: tuple[float, float]) -> None:
    board.view.snapping = Snapping(to_others=False)
    board.asked.bends_wanted(board.link.id, tuple(Point(*point) for point in points))
    board.selection.set(links=[board.link.id])


def test_a_bend_is_moved_and_others_stay(board: Board) -> None:
    bent(board, (450, 300), (350, 400))
    board.drag((450, 300), (470, 330))
    assert bends(board) == (Point(470, 330), Point(350, 400))


def test_the_middle_of_a_piece_makes_one_more_bend(board: Board) -> None:
    bent(board, (450, 300), (350, 400))
    grips = grips_of(board.view.columns, board.link.id, board.view.camera)
    (at,) = (each.at for each in grips if each.hold is Hold.PIECE and each.number == 1)
    place = board.view.camera.to_world(at)
    board.drag((place.x, place.y), (330, 260))
    assert bends(board) == (Point(450, 300), Point(330, 260), Point(350, 400))


def test_a_double_click_takes_a_bend_away(board: Board) -> None:
    bent(board, (450, 300), (350, 400))
    QTest.mouseDClick(board.view, LEFT, NONE, board.at(450, 300))
    assert bends(board) == (Point(350, 400),)


def test_a_bend_dragged_into_line_with_its_neighbours_goes(board: Board) -> None:
    bent(board, (450, 300), (400, 420), (350, 300))
    board.drag((400, 420), (400, 303))
    assert bends(board) == (Point(450, 300), Point(350, 300))


def test_a_bend_that_is_put_back_changes_nothing(board: Board) -> None:
    bent(board, (450, 300))
    before = board.bridge.case.journal.length
    picture = picture_at_rest(board)
    board.drag((450, 300), (300, 500), release=False)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert bends(board) == (Point(450, 300),)
    assert board.bridge.case.journal.length == before
    assert picture_at_rest(board) == picture


def test_bends_move_along_with_both_ends(board: Board) -> None:
    bent(board, (450, 300))
    board.selection.set(cards=[board.claim_card.id, board.photo_card.id])
    board.drag((200, 150), (260, 250), release=False)
    assert board.view.columns.curves(0)[0, 3].tolist() == [510, 400]
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(260, 250))
    assert bends(board) == (Point(510, 400),)
    board.bridge.undo()
    assert bends(board) == (Point(450, 300),)


def test_bends_stay_where_only_one_end_moves(board: Board) -> None:
    bent(board, (450, 300))
    board.selection.set(cards=[board.claim_card.id])
    board.drag((200, 150), (260, 250))
    assert bends(board) == (Point(450, 300),)


def test_a_string_of_a_case_that_may_not_change_shows_no_grips(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    bent(board, (450, 300))
    monkeypatch.setattr(type(board.bridge), "read_only", True)
    board.drag((450, 300), (300, 500))
    assert bends(board) == (Point(450, 300),)


# -- tying elsewhere -------------------------------------------------------------------------------


def end_of(board: Board, hold: Hold) -> tuple[float, float]:
    grips = grips_of(board.view.columns, board.link.id, board.view.camera)
    (grip,) = (each for each in grips if each.hold is hold)
    place = board.view.camera.to_world(grip.at)
    return place.x, place.y


def test_an_end_is_tied_to_another_card(board: Board) -> None:
    other = board.bridge.case.add("claim", title="The ship was at sea")
    board.bridge.case.place(other, x=100, y=300, w=200, h=100)
    board.selection.set(links=[board.link.id])
    board.drag(end_of(board, Hold.END), (200, 350))
    link = board.bridge.contents.links[board.link.id]
    assert (link.start, link.end) == (Ref.item(board.photo.id), Ref.item(other.id))
    assert board.selection.links == {board.link.id}


def test_an_end_let_go_on_nothing_stays(board: Board) -> None:
    board.selection.set(links=[board.link.id])
    before = board.bridge.case.journal.length
    board.drag(end_of(board, Hold.END), (200, 450))
    assert board.bridge.case.journal.length == before
    assert board.view.overlay.linking is None


def test_where_the_type_does_not_fit_the_hand_says_so_and_nothing_changes(board: Board) -> None:
    note = board.bridge.case.add("media", title="Another photograph")
    board.bridge.case.place(note, x=100, y=300, w=200, h=100)
    failed: list[str] = []
    board.bridge.failed.connect(failed.append)
    board.selection.set(links=[board.link.id])
    board.drag(end_of(board, Hold.END), (200, 350), release=False)
    linking = board.view.overlay.linking
    assert linking is not None and not linking.fits
    assert board.view.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(200, 350))
    assert board.bridge.contents.links[board.link.id] == board.link
    assert len(failed) == 1


def test_an_end_on_an_element_stays_there_when_let_go_on_its_claim(board: Board) -> None:
    element = board.bridge.case.add_element(board.claim, "place", "In the harbour")
    link = board.bridge.case.link(board.photo, "supports", element)
    board.selection.set(links=[link.id])
    board.link = link
    before = board.bridge.case.journal.length
    board.drag(end_of(board, Hold.END), (200, 130))
    assert board.bridge.case.journal.length == before


def test_far_away_a_string_has_no_grips(board: Board) -> None:
    board.selection.set(links=[board.link.id])
    board.view.look_from(board.view.camera.at(Point(400, 150), 0.1))
    assert grips_of(board.view.columns, board.link.id, board.view.camera) == ()
    assert grips_of(board.view.columns, "nobody", board.view.camera) == ()


def test_the_pointer_says_what_a_grip_does(board: Board) -> None:
    bent(board, (450, 300))
    board.move_to(450, 300)
    assert board.view.cursor().shape() == Qt.CursorShape.SizeAllCursor
    board.move_to(*end_of(board, Hold.START))
    assert board.view.cursor().shape() == Qt.CursorShape.CrossCursor
    board.move_with(QPoint(5, 5), Qt.MouseButton.NoButton, NONE)
    assert board.view.cursor().shape() == Qt.CursorShape.ArrowCursor
