"""The hand on the board: real events on a real widget, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard import bindings
from caseboard.board import overlay
from caseboard.board.board_view import FLIGHT
from caseboard.board.hands import ONE_THING
from caseboard.board.hits import Hit, Part
from caseboard.board.tools.state import LOCKED
from caseboard.bridge import CaseBridge
from caseboard.theme import theme
from casedb.commands import cards
from casedb.model.geometry import Point, Rect
from casedb.model.records import Ref
from handled_board import ALT, CTRL, LEFT, MIDDLE, NONE, SHIFT, Board

# -- selecting -------------------------------------------------------------------------------


def test_a_click_selects_and_a_click_on_nothing_lets_go(board: Board) -> None:
    board.click(200, 150)
    assert board.selection.cards == {board.claim_card.id}
    board.click(200, 450)
    assert not board.selection.now


def test_shift_adds_and_control_toggles(board: Board) -> None:
    board.click(200, 150)
    board.click(600, 150, SHIFT)
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id}
    board.click(200, 150, CTRL)
    assert board.selection.cards == {board.photo_card.id}


def test_a_click_on_a_string_selects_the_link(board: Board) -> None:
    middle = board.view.columns.middle(0)[0]
    board.click(float(middle[0]), float(middle[1]))
    assert board.selection.links == {board.link.id}


def test_a_click_on_one_of_several_selects_it_alone(board: Board) -> None:
    board.selection.set(cards=[board.claim_card.id, board.photo_card.id])
    board.click(200, 150)
    assert board.selection.cards == {board.claim_card.id}


def test_a_click_never_changes_the_stacking(board: Board) -> None:
    length = board.bridge.case.journal.length
    board.click(200, 150)
    board.click(600, 150)
    assert board.bridge.case.journal.length == length


def test_a_marquee_selects_what_it_meets_and_whole_strings(board: Board) -> None:
    board.drag((50, 50), (750, 350))
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id}
    assert board.selection.links == {board.link.id}
    board.drag((50, 50), (150, 250))
    assert board.selection.cards == {board.claim_card.id}
    assert not board.selection.links
    board.drag((750, 50), (650, 250), keys=SHIFT)
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id}
    assert board.view.overlay.marquee is None


def test_escape_takes_a_marquee_back(board: Board) -> None:
    board.selection.set(cards=[board.photo_card.id])
    board.drag((50, 50), (350, 250), release=False)
    assert board.selection.cards == {board.claim_card.id}
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.selection.cards == {board.photo_card.id}
    assert board.view.overlay.marquee is None


def test_escape_at_rest_lets_go_of_the_selection(board: Board) -> None:
    board.click(200, 150)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert not board.selection.now


# -- moving and sizing -----------------------------------------------------------------------


def test_a_drag_moves_a_card_in_one_step(board: Board) -> None:
    length = board.bridge.case.journal.length
    board.drag((200, 150), (250, 230))
    assert board.rect(board.claim_card) == Rect(150, 180, 200, 100)
    assert board.shown(board.claim_card) == Rect(150, 180, 200, 100)
    assert board.bridge.case.journal.length == length + 1
    board.bridge.undo()
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)


def test_a_drag_is_seen_before_it_is_let_go(board: Board) -> None:
    board.drag((200, 150), (250, 230), release=False)
    assert board.shown(board.claim_card) == Rect(150, 180, 200, 100)
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)


def test_escape_puts_a_dragged_card_back(board: Board) -> None:
    length = board.bridge.case.journal.length
    board.drag((200, 150), (250, 230), release=False)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(250, 230))
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)
    assert board.bridge.case.journal.length == length


def test_a_drag_moves_all_that_is_selected(board: Board) -> None:
    board.selection.set(cards=[board.claim_card.id, board.photo_card.id])
    board.drag((200, 150), (200, 250))
    assert board.rect(board.claim_card).y == 200
    assert board.rect(board.photo_card).y == 200


def test_shift_keeps_a_drag_on_one_axis(board: Board) -> None:
    board.selection.set(cards=[board.claim_card.id])
    board.drag((200, 150), (300, 170), keys=SHIFT)
    assert board.rect(board.claim_card) == Rect(200, 100, 200, 100)


def test_a_tremble_is_no_drag(board: Board) -> None:
    board.drag((200, 150), (202, 151))
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)


def test_a_locked_card_stays(board: Board) -> None:
    contents = board.bridge.contents
    board.bridge.run(cards.set_flags(contents, [board.claim_card.id], "Lock", locked=True))
    board.drag((200, 150), (300, 250))
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)


def test_alt_drags_a_copy(board: Board) -> None:
    board.drag((200, 150), (240, 190), keys=ALT)
    assert board.asked.copies == [(40, 40)]
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)


def test_a_frame_takes_along_what_lies_in_it(board: Board) -> None:
    contents, new_id = board.bridge.contents, board.bridge.new_id
    where = board.view.board_id
    board.bridge.run(cards.add_frame(contents, new_id, where, Rect(80, 60, 260, 180), "Claims"))
    board.drag((100, 70), (100, 120))
    (frame,) = contents.frames.values()
    assert frame.y == 110
    assert board.rect(board.claim_card).y == 150
    assert board.rect(board.photo_card).y == 100


def test_a_corner_sizes_a_card(board: Board) -> None:
    board.click(200, 150)
    board.drag((300, 200), (340, 260))
    assert board.rect(board.claim_card) == Rect(100, 100, 240, 160)
    board.drag((100, 100), (80, 90))
    assert board.rect(board.claim_card) == Rect(80, 90, 260, 170)


def test_a_card_cannot_be_turned_inside_out(board: Board) -> None:
    board.click(200, 150)
    board.drag((300, 200), (0, 0))
    rect = board.rect(board.claim_card)
    assert (rect.x, rect.y) == (100, 100)
    assert rect.w > 0
    assert rect.h > 0


def test_a_change_from_elsewhere_ends_a_drag(board: Board) -> None:
    board.drag((200, 150), (250, 230), release=False)
    note = board.bridge.case.add("note", title="Elsewhere")
    assert board.shown(board.claim_card) == Rect(150, 180, 200, 100), "it is on no board"
    board.bridge.case.place(note, x=0, y=900)
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)
    assert board.selection.cards == {board.claim_card.id}


def test_a_change_from_elsewhere_leaves_a_pan_where_it_is(board: Board) -> None:
    start, at = board.view.camera, board.at(300, 430)
    board.drag((400, 450), (300, 430), button=MIDDLE, release=False)
    note = board.bridge.case.add("note", title="Elsewhere")
    board.bridge.case.place(note, x=0, y=900)
    assert board.view.camera.x == pytest.approx(start.x + 100)
    board.move_with(at + QPoint(-50, 0), MIDDLE, NONE)
    assert board.view.camera.x == pytest.approx(start.x + 150)


def test_a_change_from_elsewhere_is_caught_by_a_marquee(board: Board) -> None:
    board.drag((50, 60), (790, 290), release=False)
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id}
    note = board.bridge.case.add("note", title="Elsewhere")
    card = board.bridge.case.place(note, x=320, y=120, w=100, h=50)
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id, card.id}


def test_the_wheel_zooms_in_the_midst_of_a_pan(board: Board) -> None:
    board.drag((400, 450), (300, 430), button=MIDDLE, release=False)
    board.wheel(400, 300, 2)
    zoomed = board.view.camera
    board.move_with(board.at(300, 430), MIDDLE, NONE)
    assert board.view.camera.zoom == zoomed.zoom > 1.0
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.view.camera.zoom == 1.0


def test_escape_in_a_drag_selects_what_was_selected_before(board: Board) -> None:
    board.click(600, 150)
    board.drag((200, 150), (250, 230), release=False)
    assert board.selection.cards == {board.claim_card.id}
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.selection.cards == {board.photo_card.id}
    QTest.mousePress(board.view, LEFT, NONE, board.at(200, 150))
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.selection.cards == {board.photo_card.id}


def test_a_drag_that_begins_with_a_double_press_pans(board: Board) -> None:
    start = board.view.camera
    for tool, button in (("hand", LEFT), ("select", MIDDLE)):
        board.view.hands.take(tool)
        board.view.look_from(start)
        at = board.at(400, 450)
        QTest.mouseDClick(board.view, button, NONE, at)
        QTest.mousePress(board.view, button, NONE, at)
        QTest.mouseRelease(board.view, button, NONE, at)
        double = QMouseEvent(
            QEvent.Type.MouseButtonDblClick,
            QPointF(at),
            QPointF(board.view.mapToGlobal(at)),
            button,
            button,
            NONE,
        )
        QApplication.sendEvent(board.view, double)
        board.move_with(at + QPoint(-60, 0), button, NONE)
        QTest.mouseRelease(board.view, button, NONE, at)
        assert board.view.camera.x == pytest.approx(start.x + 60), tool


def test_a_swipe_sideways_pans_where_the_wheel_zooms(board: Board) -> None:
    start = board.view.camera
    event = QWheelEvent(
        QPointF(300, 300),
        QPointF(board.view.mapToGlobal(QPoint(300, 300))),
        QPoint(),
        QPoint(120, 0),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.view, event)
    assert board.view.camera.zoom == start.zoom
    assert board.view.camera.x < start.x


def test_a_frame_that_goes_while_it_is_dragged_takes_nothing_along(
    board: Board, qtbot: QtBot
) -> None:
    case = board.bridge.case
    board_id = board.view.board_id
    case.run(
        cards.add_frame(case.contents, case.new_id, board_id, Rect(50, 250, 700, 300), "Frame")
    )
    board.view.sharpen()
    board.view.grab()
    board.drag((55, 400), (105, 440), release=False)
    board.view.grab()
    board.bridge.undo()
    board.view.grab()
    assert not len(board.view.columns.frames)
    qtbot.waitUntil(lambda: board.view.is_sharp)


def test_what_is_collapsed_is_sized_as_it_is_shown(board: Board) -> None:
    case, card = board.bridge.case, board.claim_card
    case.run(cards.set_flags(case.contents, [card.id], "Collapse", collapsed=True))
    board.view.look_from(board.view.camera.at(Point(250, 150), 2.0))
    board.click(200, 110)
    shown = board.shown(card)
    assert shown.h < 100
    board.drag((shown.right, shown.bottom), (shown.right + 50, shown.bottom + 80), release=False)
    assert board.shown(card) == shown._replace(w=250)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(shown.right + 50, shown.bottom + 80))
    assert board.rect(card) == Rect(100, 100, 250, 100)


@pytest.mark.parametrize(("most_round", "most_rings"), [(60, 2500), (20, 2500), (10, 20)])
def test_copies_are_shown_wherever_they_will_lie(
    board: Board, monkeypatch: pytest.MonkeyPatch, most_round: int, most_rings: int
) -> None:
    monkeypatch.setattr(overlay, "MOST_ROUND", most_round)
    monkeypatch.setattr(overlay, "MOST_RINGS", most_rings)
    case, count = board.bridge.case, 40
    with case.together("Place"):
        notes = [case.add("note", title=f"{n}") for n in range(count)]
        placed = [
            case.place(note, x=-900 + n % 60 * 30, y=400 + n // 60 * 8, w=24, h=6)
            for n, note in enumerate(notes)
        ]
    board.view.look_from(board.view.camera.at(Point(0, 500), 0.5))
    board.selection.set(cards=[each.id for each in placed])
    board.view.sharpen()
    before = board.view.grab().toImage()
    rows = board.view.columns.cards.rows.rows_of(board.selection.cards)
    board.view.overlay.ghosts = overlay.Ghosts(rows, 0.0, -300.0)
    after = board.view.grab().toImage()
    on_ghost = board.at(placed[2].x + 12, placed[2].y - 300)
    assert any(
        before.pixelColor(on_ghost + QPoint(dx, dy)) != after.pixelColor(on_ghost + QPoint(dx, dy))
        for dx in range(-8, 9)
        for dy in range(-4, 5)
    )
    assert before.pixelColor(board.at(900, 900)) == after.pixelColor(board.at(900, 900))


# -- links -----------------------------------------------------------------------------------


def test_a_string_is_drawn_from_a_dot(board: Board) -> None:
    board.move_to(600, 150)
    board.drag((600, 211), (200, 150))
    assert board.asked.links == [(Ref.item(board.photo.id), Ref.item(board.claim.id))]
    assert board.view.overlay.linking is None


def test_a_string_may_end_on_a_string(board: Board) -> None:
    note = board.bridge.case.add("note", title="The date is missing")
    board.bridge.case.place(note, x=300, y=400, w=200, h=100)
    middle = board.view.columns.middle(0)[0]
    board.move_to(400, 450)
    board.drag((400, 389), (float(middle[0]), float(middle[1])))
    assert board.asked.links == [(Ref.item(note.id), Ref.link(board.link.id))]


def test_a_string_let_go_on_nothing_asks_for_a_card(board: Board) -> None:
    board.move_to(200, 150)
    board.drag((200, 211), (200, 400))
    assert [ref for ref, _ in board.asked.linked_cards] == [Ref.item(board.claim.id)]


def test_escape_leaves_a_string_undrawn(board: Board) -> None:
    board.move_to(200, 150)
    board.drag((200, 211), (600, 150), release=False)
    assert board.view.overlay.linking is not None
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.view.overlay.linking is None
    assert not board.asked.links


def test_the_link_tool_draws_from_anywhere_on_a_card(board: Board) -> None:
    QTest.keyClick(board.view, Qt.Key.Key_L)
    board.drag((600, 150), (200, 150))
    assert board.asked.links == [(Ref.item(board.photo.id), Ref.item(board.claim.id))]
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    board.click(200, 150)
    assert board.selection.cards == {board.claim_card.id}


# -- the rest --------------------------------------------------------------------------------


def test_a_double_click_edits_or_asks_for_a_card(board: Board) -> None:
    QTest.mouseDClick(board.view, LEFT, NONE, board.at(200, 150))
    assert board.asked.edits == [Hit(Part.CARD, board.claim_card.id)]
    QTest.mouseDClick(board.view, LEFT, NONE, board.at(300, 450))
    assert len(board.asked.cards) == 1
    assert abs(board.asked.cards[0].x - 300) < 1


@pytest.mark.parametrize("how", ["middle", "space", "hand"])
def test_panning(board: Board, how: str) -> None:
    before = board.view.camera
    if how == "middle":
        board.drag((400, 400), (450, 430), button=MIDDLE)
    elif how == "space":
        QTest.keyPress(board.view, Qt.Key.Key_Space)
        board.drag((200, 150), (250, 180))
        QTest.keyRelease(board.view, Qt.Key.Key_Space)
    else:
        board.view.hands.take("hand")
        board.drag((200, 150), (250, 180))
    assert board.view.camera.x == pytest.approx(before.x - 50, abs=1)
    assert board.view.camera.y == pytest.approx(before.y - 30, abs=1)
    assert not board.selection.now


def test_the_wheel_zooms_at_the_pointer(board: Board) -> None:
    before = board.view.camera.to_screen(Point(200, 150))
    board.wheel(200, 150, 2)
    assert board.view.camera.zoom > 1.2
    after = board.view.camera.to_screen(Point(200, 150))
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=0.5)


def test_the_wheel_pans_where_that_is_preferred(board: Board) -> None:
    board.view.hands.bindings = replace(bindings.DEFAULT, wheel="pan")
    before = board.view.camera
    board.wheel(200, 150, -1)
    assert board.view.camera.zoom == before.zoom
    assert board.view.camera.y > before.y
    board.wheel(200, 150, -1, CTRL)
    assert board.view.camera.zoom < before.zoom


def test_arrow_keys_nudge(board: Board, qtbot: QtBot) -> None:
    board.selection.set(cards=[board.claim_card.id])
    with qtbot.waitSignal(board.view.hands.nudged) as told:
        QTest.keyClick(board.view, Qt.Key.Key_Right)
    assert told.args == [1, 0]
    with qtbot.waitSignal(board.view.hands.nudged) as told:
        QTest.keyClick(board.view, Qt.Key.Key_Up, SHIFT)
    assert told.args == [0, -10]


def test_an_arrow_key_enters_the_board_at_the_card_nearest_to_the_middle(board: Board) -> None:
    board.view.look_from(board.view.camera.at(Point(650, 160), 1.0))
    QTest.keyClick(board.view, Qt.Key.Key_Left)
    assert board.selection.cards == {board.photo_card.id}
    board.selection.clear()
    board.view.look_from(board.view.camera.at(Point(150, 160), 1.0))
    QTest.keyClick(board.view, Qt.Key.Key_Left)
    assert board.selection.cards == {board.claim_card.id}


def test_alt_and_an_arrow_walk_to_the_next_card(board: Board) -> None:
    board.selection.set(cards=[board.claim_card.id])
    before = board.rect(board.claim_card)
    QTest.keyClick(board.view, Qt.Key.Key_Right, ALT)
    assert board.selection.cards == {board.photo_card.id}
    QTest.keyClick(board.view, Qt.Key.Key_Right, ALT)
    assert board.selection.cards == {board.photo_card.id}
    QTest.keyClick(board.view, Qt.Key.Key_Left, ALT | SHIFT)
    assert board.selection.cards == {board.photo_card.id, board.claim_card.id}
    assert board.rect(board.claim_card) == before


def test_walking_pushes_the_board_no_further_than_it_must(board: Board, qtbot: QtBot) -> None:
    zoom = 2.0
    board.view.look_from(board.view.camera.at(Point(200, 150), zoom))
    board.selection.set(cards=[board.claim_card.id])
    QTest.keyClick(board.view, Qt.Key.Key_Right, ALT)
    goal = board.rect(board.photo_card)
    qtbot.waitUntil(lambda: board.view.camera.visible().contains(goal))
    qtbot.wait(FLIGHT)
    # As far as the margin at the edge, and not up or down.
    assert board.view.camera.to_screen(Point(goal.right, 0)).x == pytest.approx(1000 - 48)
    assert board.view.camera.zoom == zoom
    assert board.view.camera.y == pytest.approx(150, abs=1)


def test_tab_reads_on_and_leaves_the_board_at_its_end(board: Board) -> None:
    board.view.setFocus()
    board.selection.set(cards=[board.claim_card.id])
    QTest.keyClick(board.view, Qt.Key.Key_Tab)
    assert board.selection.cards == {board.photo_card.id}
    QTest.keyClick(board.view, Qt.Key.Key_Backtab, SHIFT)
    assert board.selection.cards == {board.claim_card.id}
    assert not board.view.read_on(-1)
    board.selection.set(links=[board.link.id])
    assert board.view.read_on(1)
    assert board.selection.cards


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_board_reached_by_tab_shows_that_it_has_the_keys(board: Board, name: str) -> None:
    board.view.set_theme(theme(name))
    board.view.activateWindow()

    def edge() -> QColor:
        return board.view.grab().toImage().pixelColor(board.view.width() // 2, 0)

    board.view.setFocus(Qt.FocusReason.MouseFocusReason)
    without = edge()
    board.view.clearFocus()
    board.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge() == theme(name).colour("ac") != without
    board.view.clearFocus()
    assert edge() == without


def test_a_flight_ends_where_it_should(board: Board, qtbot: QtBot) -> None:
    board.view.look_from(board.view.camera.at(Point(9000, 9000), 0.1))
    board.view.fly_to(board.rect(board.claim_card))
    qtbot.waitUntil(
        lambda: board.view.camera.visible().contains(board.rect(board.claim_card)), timeout=3000
    )
    assert board.view.camera.zoom >= 0.5


def test_everything_can_be_selected(board: Board) -> None:
    board.view.select_all()
    assert board.selection.cards == {board.claim_card.id, board.photo_card.id}
    assert board.selection.links == {board.link.id}


# -- gestures that are disturbed ---------------------------------------------------------------


def test_space_in_the_middle_of_a_drag_does_not_leave_the_card_on_the_pointer(
    board: Board,
) -> None:
    board.drag((200, 150), (250, 230), release=False)
    QTest.keyPress(board.view, Qt.Key.Key_Space)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(250, 230))
    QTest.keyRelease(board.view, Qt.Key.Key_Space)
    board.move_to(600, 400)
    assert board.rect(board.claim_card) == Rect(150, 180, 200, 100)
    assert board.shown(board.claim_card) == Rect(150, 180, 200, 100)


def test_space_is_let_go_of_when_the_keys_go_elsewhere(board: Board) -> None:
    QTest.keyPress(board.view, Qt.Key.Key_Space)
    QApplication.sendEvent(board.view, QFocusEvent(QEvent.Type.FocusOut))
    board.click(200, 150)
    assert board.selection.cards == {board.claim_card.id}


def test_another_button_does_not_end_a_drag(board: Board) -> None:
    board.drag((200, 150), (250, 230), release=False)
    QTest.mousePress(board.view, MIDDLE, NONE, board.at(250, 230))
    QTest.mouseRelease(board.view, MIDDLE, NONE, board.at(250, 230))
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)
    QTest.mouseRelease(board.view, LEFT, NONE, board.at(250, 230))
    assert board.rect(board.claim_card) == Rect(150, 180, 200, 100)


def test_a_menu_asked_for_in_the_middle_of_a_drag_does_not_come(board: Board, qtbot: QtBot) -> None:
    board.drag((200, 150), (250, 230), release=False)
    at = board.at(600, 150)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, board.view.mapToGlobal(at), NONE)
    with qtbot.assertNotEmitted(board.view.hands.menu_wanted):
        QApplication.sendEvent(board.view, event)
    assert board.selection.cards == {board.claim_card.id}


def test_a_drag_whose_release_went_elsewhere_is_put_back(board: Board) -> None:
    board.drag((200, 150), (250, 230), release=False)
    board.move_to(400, 400)
    assert board.shown(board.claim_card) == Rect(100, 100, 200, 100)


def test_a_copy_that_is_not_moved_is_none(board: Board) -> None:
    board.drag((200, 150), (240, 190), keys=ALT, release=False)
    board.move_with(board.at(200, 150), LEFT, ALT)
    QTest.mouseRelease(board.view, LEFT, ALT, board.at(200, 150))
    assert not board.asked.copies


def test_looking_elsewhere_ends_a_flight(board: Board, qtbot: QtBot) -> None:
    board.view.look_from(board.view.camera.at(Point(9000, 9000), 0.1))
    board.view.fly_to(board.rect(board.claim_card))
    there = board.view.camera.at(Point(-5000, -5000), 0.5)
    board.view.look_from(there)
    qtbot.wait(60)
    assert board.view.camera == there


def test_a_tool_is_kept_while_the_link_tool_pans_with_the_middle_button(board: Board) -> None:
    board.view.hands.take("link")
    before = board.view.camera
    board.drag((400, 400), (450, 430), button=MIDDLE)
    assert board.view.camera.x == pytest.approx(before.x - 50, abs=1)
    assert board.view.hands.tool == "link"


# -- what does not move says so --------------------------------------------------------------


@pytest.fixture
def hints(board: Board) -> list[str]:
    """What the board has said of itself."""
    said: list[str] = []
    board.view.hands.hinted.connect(said.append)
    return said


@pytest.fixture
def read_only(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CaseBridge, "read_only", True)


def test_a_locked_card_shows_no_grips_and_is_not_sized(board: Board) -> None:
    contents = board.bridge.contents
    board.click(200, 150)
    corner = board.at(302, 202)
    accent = theme("light").colour("ac")

    def has_grip() -> bool:
        picture = board.view.grab().toImage()
        near = [(corner.x() + x, corner.y() + y) for x in range(-5, 6) for y in range(-5, 6)]
        # The corner of the ring is round: only a grip has its colour outside of it.
        return any(picture.pixelColor(*at) == accent for at in near if at[0] > corner.x() + 2)

    assert has_grip()
    board.bridge.run(cards.set_flags(contents, [board.claim_card.id], "Lock", locked=True))
    assert not has_grip()
    board.drag((300, 200), (380, 280))
    assert board.rect(board.claim_card) == Rect(100, 100, 200, 100)


def test_a_locked_card_that_is_dragged_says_why_it_stays(board: Board, hints: list[str]) -> None:
    contents = board.bridge.contents
    board.bridge.run(cards.set_flags(contents, [board.claim_card.id], "Lock", locked=True))
    board.drag((200, 150), (300, 250))
    assert hints.count(LOCKED) == 1
    assert board.view.hands.state.hint == ""
    board.selection.set(cards=[board.claim_card.id, board.photo_card.id])
    board.drag((200, 150), (200, 250))
    assert hints.count(LOCKED) == 1
    assert board.rect(board.photo_card).y == 200


@pytest.mark.usefixtures("read_only")
def test_a_case_to_read_says_why_nothing_moves(board: Board, hints: list[str]) -> None:
    board.drag((200, 150), (300, 250))
    assert hints.count(board.bridge.refusal) == 1
    QTest.mouseDClick(board.view, LEFT, NONE, board.at(300, 450))
    assert hints.count(board.bridge.refusal) == 2
    assert not board.asked.cards
    for key in (Qt.Key.Key_X, Qt.Key.Key_Delete):
        QTest.keyClick(board.view, key)
    assert hints.count(board.bridge.refusal) == 4
    board.click(200, 150)
    nudges: list[float] = []
    board.view.hands.nudged.connect(nudges.append)
    QTest.keyClick(board.view, Qt.Key.Key_Right)
    assert hints.count(board.bridge.refusal) == 5
    assert not nudges
    QTest.keyClick(board.view, Qt.Key.Key_L)
    board.drag((600, 150), (200, 150))
    assert hints.count(board.bridge.refusal) == 6
    assert not board.asked.links


@pytest.mark.usefixtures("read_only")
def test_looking_at_a_case_to_read_says_nothing(board: Board, hints: list[str]) -> None:
    board.click(200, 150)
    board.drag((50, 50), (750, 350))
    board.drag((400, 400), (450, 430), button=MIDDLE)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    assert board.bridge.refusal not in hints


def test_an_explanation_goes_by_itself_or_gives_way(
    board: Board, hints: list[str], qtbot: QtBot
) -> None:
    hands = board.view.hands
    hands.explain("So it is.")
    board.click(200, 150)
    # Another selection, another matter.
    assert hints[-1] == ""
    hands.explain("So it is.")
    hands.take("link")
    assert hints[-1] == hands.state.hint != ""
    hands.take("select")
    hands.explain("So it is.")
    timer = hands.findChild(QTimer)
    assert timer is not None
    timer.setInterval(1)
    hands.explain("So it is.")
    qtbot.waitUntil(lambda: hints[-1] == "")


def test_return_opens_one_thing_and_nothing_else(board: Board, hints: list[str]) -> None:
    opened: list[int] = []
    board.view.hands.opened.connect(lambda: opened.append(1))
    QTest.keyClick(board.view, Qt.Key.Key_Return)
    board.selection.set(cards=[board.claim_card.id, board.photo_card.id])
    QTest.keyClick(board.view, Qt.Key.Key_Return)
    assert not opened
    assert [each for each in hints if each] == [ONE_THING, ONE_THING]
    board.click(200, 150)
    QTest.keyClick(board.view, Qt.Key.Key_Return)
    assert opened == [1]


def test_a_board_is_called_by_its_title(board: Board) -> None:
    contents = board.bridge.contents
    assert board.view.accessibleName() == "Board: Main board"
    board.bridge.run(cards.rename_board(contents, board.view.board_id, "Kharkiv"))
    assert board.view.accessibleName() == "Board: Kharkiv"


def test_many_selected_things_are_marked_in_simpler_lines(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = board.at(200, 98)
    string = board.view.columns.middle(0)[0]
    middle = board.at(float(string[0]), float(string[1]))

    def seen(at: QPoint) -> QColor:
        picture = board.view.grab().toImage()
        around = [(at.x() + x, at.y() + y) for x in range(-3, 4) for y in range(-3, 4)]
        accent = theme("light").colour("ac")
        return min(
            (picture.pixelColor(*each) for each in around),
            key=lambda one: abs(one.hue() - accent.hue()) + abs(one.value() - accent.value()),
        )

    accent = theme("light").colour("ac")
    assert seen(ring) != accent
    board.view.select_all()
    for most in (400, 0):
        monkeypatch.setattr(overlay, "MOST_ROUND", most)
        monkeypatch.setattr(overlay, "MOST_WIDE", most)
        assert seen(ring) == accent
        assert abs(seen(middle).hue() - accent.hue()) < 12


def test_all_is_in_view_whatever_sizes_the_board_has_on_its_way(board: Board) -> None:
    view = board.view
    view.fit_when_shown()
    view.resize(300, 300)
    small = view.camera.zoom
    view.resize(1000, 600)
    large = view.camera.zoom
    assert large > small
    view.fit_all()
    assert view.camera.zoom == large
    # Once it has settled, a board that is made smaller is looked at as before.
    QApplication.processEvents()
    view.resize(300, 300)
    assert view.camera.zoom == large
