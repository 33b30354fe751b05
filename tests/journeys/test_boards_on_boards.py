"""Walking through boards that stand on boards, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.context_menus import BOARD_CARD_MENU, CLAIM_MENU
from caseboard.inspector.editors.board import BoardEditor
from caseboard.selection import Selected
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import boards
from casedb.model.geometry import Point, Rect
from casedb.model.records import Card

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """A case with the boards Main, which Harbour stands on beside a claim, Harbour and Trains."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", board="Main") as case:
        for title in ("Harbour", "Trains"):
            case.add_board(title)
        case.place(case.add("claim", title="The ship was in the harbour"), x=400, y=0, w=260, h=120)
        main, harbour, _ = case.contents.boards
        at = Rect(0, 0, 260, 200)
        case.run(boards.place_board(case.contents, case.new_id, main.id, harbour.id, at))
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.canvas.fit_all()
    QApplication.processEvents()
    return window.workspace


def window_of(work: Workspace) -> Window:
    window = work.window()
    assert isinstance(window, Window)
    return window


def board(work: Workspace, title: str) -> str:
    return next(each.id for each in work.bridge.contents.boards if each.title == title)


def harbour_card(work: Workspace) -> Card:
    (card,) = work.bridge.contents.cards_of_board(board(work, "Harbour"))
    return card


def pixel(work: Workspace, at: Point) -> QPoint:
    on_screen = work.canvas.camera.to_screen(at)
    return QPoint(round(on_screen.x), round(on_screen.y))


def double_click(work: Workspace, card: Card) -> None:
    at = pixel(work, card.rect.centre)
    QTest.mouseClick(work.canvas, LEFT, NONE, at)
    QTest.mouseDClick(work.canvas, LEFT, NONE, at)


def hints(work: Workspace) -> list[str]:
    said: list[str] = []
    work.hinted.connect(said.append)
    return said


def test_a_double_click_opens_the_board_and_back_leads_back(work: Workspace) -> None:
    card = harbour_card(work)
    double_click(work, card)
    assert work.board_id == board(work, "Harbour")
    assert work.canvas.hasFocus()
    window_of(work).do("go_back")
    assert work.board_id == board(work, "Main")
    assert work.selection.now == Selected(cards=frozenset({card.id}))
    assert work.canvas.hasFocus()
    said = hints(work)
    window_of(work).do("go_back")
    assert (work.board_id, said[-1]) == (
        board(work, "Main"),
        "There is no board to go back to.",
    )


def test_return_opens_the_board_and_the_mouse_leads_back(work: Workspace) -> None:
    work.selection.set(cards=[harbour_card(work).id])
    work.canvas.setFocus()
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    assert work.board_id == board(work, "Harbour")
    QTest.mouseClick(work.canvas, Qt.MouseButton.BackButton, NONE, QPoint(50, 50))
    assert work.board_id == board(work, "Main")


def test_back_leads_through_every_way_that_was_taken(work: Workspace) -> None:
    work.show_board(board(work, "Trains"))
    work.tabs.step(-1)
    work.going.go_to(work.bridge.contents.cards[harbour_card(work).id].item)
    assert work.board_id == board(work, "Main")
    # A board that is gone is passed over.
    work.delete_board(board(work, "Harbour"))
    work.go_back()
    assert work.board_id == board(work, "Trains")
    work.go_back()
    assert work.board_id == board(work, "Main")


def test_a_card_that_stands_for_a_board_has_a_menu_that_leads_there(work: Workspace) -> None:
    asked: list[tuple[str, ...]] = []

    def take(names: tuple[str, ...], at: QPoint) -> None:
        asked.append(names)

    work.menu_wanted.disconnect()
    work.menu_wanted.connect(take)
    claim = next(each for each in work.bridge.contents.cards.values() if each.x == 400)
    for card in (harbour_card(work), claim):
        work.selection.set(cards=[card.id])
        work.canvas.hands.menu_wanted.emit(QPoint(0, 0))
    assert asked == [BOARD_CARD_MENU, CLAIM_MENU]
    said = hints(work)
    window_of(work).do("open_board")
    assert work.board_id == board(work, "Main") and said
    work.selection.set(cards=[harbour_card(work).id])
    window_of(work).do("open_board")
    assert work.board_id == board(work, "Harbour")


def test_a_board_is_placed_on_the_one_in_front_from_its_tab(work: Workspace) -> None:
    menu = work.tabs.menu(2)
    place = next(each for each in menu.actions() if "Place" in each.text())
    assert place.isEnabled() and "Main" in place.text()
    place.trigger()
    menu.close()
    (card,) = work.bridge.contents.cards_of_board(board(work, "Trains"))
    assert card.board == board(work, "Main")
    assert work.selection.now == Selected(cards=frozenset({card.id}))
    assert not any(
        card.rect.overlaps(each.rect)
        for each in work.bridge.contents.cards.values()
        if each.id != card.id
    )
    work.bridge.undo()
    assert not work.bridge.contents.items_for_board(board(work, "Trains"))
    front = work.tabs.menu(0)
    refused = next(each for each in front.actions() if "Place" in each.text())
    assert not refused.isEnabled() and "itself" in refused.toolTip()
    front.close()


# The offscreen platform says so of every menu.
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_board_is_placed_from_the_palette(work: Workspace) -> None:
    window = window_of(work)
    window.do("palette")
    palette = window.offering.palette
    assert palette is not None
    QTest.keyClicks(palette.field, "place trains")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert len(work.bridge.contents.cards_of_board(board(work, "Trains"))) == 1
    assert not window.settings.now.used, "what was placed would tell of the case"


def test_boards_that_lead_to_each_other_are_walked_round_and_back(work: Workspace) -> None:
    main = board(work, "Main")
    double_click(work, harbour_card(work))
    work.laying.place_board(main)
    (card,) = work.bridge.contents.cards_of_board(main)
    for _ in range(3):
        assert work.going.open_card(card.id)
        assert work.going.open_card(harbour_card(work).id)
    for n in range(7):
        work.go_back()
        assert work.board_id == (board(work, "Harbour") if n % 2 else main)
    work.canvas.sharpen()


def test_a_board_cannot_be_put_on_itself(work: Workspace) -> None:
    told: list[str] = []
    work.bridge.failed.connect(told.append)
    before = work.bridge.case.journal.length
    work.laying.place_board(board(work, "Main"))
    work.show_board(board(work, "Harbour"))
    work.laying.place([work.bridge.contents.cards[harbour_card(work).id].item])
    assert told == ["A board cannot be put on itself, so nothing was placed."] * 2
    assert work.bridge.case.journal.length == before


def test_the_inspector_offers_no_board_on_which_the_card_lies(work: Workspace) -> None:
    work.selection.set(cards=[harbour_card(work).id])
    work.selection.settle()
    QApplication.processEvents()
    (editor,) = [each for each in work.inspector.findChildren(BoardEditor) if each.isVisible()]
    offered = [editor.picker.itemText(n) for n in range(editor.picker.count())]
    assert offered == ["Harbour", "Trains"]
