"""Where an item is used: told in the inspector and in a menu, each use a way there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.actions import Sub
from caseboard.context_menus import CARD_MENU
from caseboard.dialogs.ask_board import AskBoard
from caseboard.inspector.sections.item_uses import ItemUsesSection
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import cards, folding
from casedb.model.geometry import Rect


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A claim on the boards Main (twice) and Second, judged; an image that another one names."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", board="Main") as case:
        claim = case.add("claim", title="The ship was in the harbour")
        after = case.add("satellite_image", title="After")
        before = case.add("satellite_image", title="Before", compared_with=[after])
        case.assess(after, "credibility", "2", claim=claim)
        case.place(claim, x=0, y=0, w=260, h=120)
        case.place(claim, x=0, y=300, w=260, h=120)
        case.place(after, x=700, y=0, w=260, h=120)
        second = case.add_board("Second & last")
        case.add_board("Third")
        case.place(claim, second, x=0, y=0, w=260, h=120)
        case.place(before, second, x=400, y=0, w=260, h=120)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.canvas.fit_all()
    QApplication.processEvents()
    return window


def work_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def board(work: Workspace, title: str) -> str:
    return next(each.id for each in work.bridge.contents.boards if each.title.startswith(title))


def select(work: Workspace, title: str) -> str:
    """Select an item by one of its cards on the board in front; the id of the item."""
    contents = work.bridge.contents
    item = next(each for each in contents.items.values() if each.title == title)
    card = next(each for each in contents.cards_of(item.id) if each.board == work.board_id)
    work.selection.set(cards=[card.id])
    work.selection.settle()
    QApplication.processEvents()
    return item.id


def section(work: Workspace) -> ItemUsesSection | None:
    found = work.inspector.findChildren(ItemUsesSection)
    return next((each for each in found if each.isVisible()), None)


def said(work: Workspace) -> list[str]:
    shown = section(work)
    return [row.accessibleName() for row in shown.rows] if shown is not None else []


def test_the_inspector_tells_of_every_use(window: Window) -> None:
    work = work_of(window)
    select(work, "The ship was in the harbour")
    told = said(work)
    assert told == ["Main, 2 cards", "Second & last", "After, judged for it"]
    select(work, "After")
    assert said(work)[-1].startswith("Before, compared with")


def test_what_lies_on_one_board_alone_has_no_list_of_uses(window: Window) -> None:
    work = work_of(window)
    work.show_board(board(work, "Second"))
    select(work, "Before")
    assert section(work) is None


def test_a_row_leads_to_the_card_on_its_board(window: Window) -> None:
    work = work_of(window)
    item = select(work, "The ship was in the harbour")
    shown = section(work)
    assert shown is not None
    shown.rows[1].click()
    assert work.board_id == board(work, "Second")
    (card,) = work.selection.cards
    assert work.bridge.contents.cards[card].item == item
    work.go_back()
    assert work.board_id == board(work, "Main")


def test_a_row_of_a_judgement_leads_to_what_was_judged(window: Window) -> None:
    work = work_of(window)
    select(work, "The ship was in the harbour")
    shown = section(work)
    assert shown is not None
    shown.rows[2].click()
    (card,) = work.selection.cards
    contents = work.bridge.contents
    assert contents.items[contents.cards[card].item].title == "After"


def test_the_list_follows_the_case(window: Window) -> None:
    work = work_of(window)
    item = select(work, "The ship was in the harbour")
    third = board(work, "Third")
    contents = work.bridge.contents
    change = cards.place(contents, work.bridge.new_id, third, item, Rect(0, 0, 260, 120))
    work.bridge.run(change)
    assert "Third" in said(work)
    work.bridge.undo()
    assert "Third" not in said(work)


def test_the_menu_of_a_card_lists_the_other_boards(window: Window) -> None:
    work = work_of(window)
    assert Sub.BOARDS in CARD_MENU
    item = select(work, "The ship was in the harbour")
    menu = window.menus.submenus[Sub.BOARDS]
    for _ in range(2):
        menu.aboutToShow.emit()
        assert [each.text() for each in menu.actions() if not each.isSeparator()] == [
            "Second && last",
            "Place on &another board…",
        ]
    menu.actions()[0].trigger()
    assert work.board_id == board(work, "Second")
    assert work.selection.item_ids(work.bridge.contents) == [item]
    select(work, "Before")
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 1


def test_what_is_folded_away_is_shown_as_its_frame(window: Window) -> None:
    work = work_of(window)
    second = board(work, "Second")
    contents, new_id = work.bridge.contents, work.bridge.new_id
    work.bridge.run(cards.add_frame(contents, new_id, second, Rect(-50, -50, 900, 400), "F"))
    (frame,) = contents.frames
    work.bridge.run(folding.fold(contents, new_id, [frame]))
    select(work, "The ship was in the harbour")
    shown = section(work)
    assert shown is not None
    shown.rows[1].click()
    assert work.selection.frames == {frame} and not work.selection.cards


def test_what_is_selected_is_placed_on_another_board_as_it_lies_here(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = work_of(window)
    third = board(work, "Third")
    offered: list[list[str]] = []

    def answer(
        parent: QWidget, on_desktop: QPoint, title: str, listed: list[tuple[str, str, str]]
    ) -> str:
        offered.append([each[1] for each in listed])
        return third

    monkeypatch.setattr(AskBoard, "ask", answer)
    work.canvas.select_all()
    before = work.selection.now
    window.do("place_elsewhere")
    assert offered == [["Second & last", "Third"]]
    contents = work.bridge.contents
    here = sorted((card.item, card.x, card.y) for card in contents.cards_on(work.board_id))
    assert sorted((card.item, card.x, card.y) for card in contents.cards_on(third)) == here
    assert len(contents.items) == 3
    assert work.selection.now == before and work.board_id == board(work, "Main")
    assert work.toast.sentence == "Placed on “Third”."
    work.toast.action.click()
    assert work.board_id == third and len(work.selection.cards) == 3
    work.bridge.undo()
    assert not contents.cards_on(third)


def test_placing_again_lies_beside_what_is_there(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = work_of(window)
    work.canvas.select_all()
    second = board(work, "Second")
    work.laying.place_elsewhere(second)
    placed = work.bridge.contents.cards_on(second)
    assert len(placed) == 5
    assert not any(
        one.rect.overlaps(two.rect) for one in placed for two in placed if one.id != two.id
    )


def test_where_there_is_no_other_board_that_is_said(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    window = open_window()
    window.new_case(tmp_path / "new.caseboard", "New")
    window.questions.other_board(work_of(window))
    assert "no other board" in work_of(window).toast.sentence
