"""Taking things off a board, and what is selected when they come back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard.window import Window
from caseboard.workspace import Workspace


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def is_in(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def test_what_undo_brings_back_is_selected(open_window: Callable[[], Window]) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    here = workspace.bridge.contents.cards_on(workspace.board_id)
    taken = frozenset(each.id for each in here[:2])
    workspace.selection.set(cards=taken)
    window.do("remove")
    assert not workspace.selection.now
    window.do("undo")
    assert workspace.selection.cards == taken
    frame = next(
        each for each in workspace.bridge.contents.frames.values() if each.board == here[0].board
    )
    workspace.selection.set(frames=[frame.id])
    window.do("remove")
    window.do("undo")
    assert workspace.selection.frames == {frame.id}


def test_a_card_of_another_board_is_not_selected_when_it_comes_back(
    open_window: Callable[[], Window],
) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    first, second, *_ = workspace.bridge.contents.boards
    (card, *_) = workspace.bridge.contents.cards_on(first.id)
    workspace.selection.set(cards=[card.id])
    window.do("remove")
    workspace.show_board(second.id)
    window.do("undo")
    assert card.id in workspace.bridge.contents.cards
    assert not workspace.selection.now


def test_taking_away_a_link_says_that_it_is_deleted(open_window: Callable[[], Window]) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    contents, remove = workspace.bridge.contents, window.menus["remove"]
    links = list(contents.links)
    workspace.selection.set(links=links[:1])
    assert remove.text() == "&Delete link"
    workspace.selection.set(links=links[:2])
    assert remove.text() == "&Delete links"
    card = next(iter(contents.cards))
    workspace.selection.set(cards=[card], links=links[:1])
    assert remove.text() == "Take &off the board"
    workspace.selection.set(links=links[:1])
    window.do("remove")
    assert links[0] not in contents.links
    window.do("undo")
    assert workspace.selection.links == {links[0]}


def test_a_second_press_deletes_no_link_that_is_out_of_sight(
    open_window: Callable[[], Window],
) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    contents = workspace.bridge.contents
    before = len(contents.links)
    window.do("select_all")
    assert workspace.selection.links
    window.do("remove")
    assert not list(contents.each_card_on(workspace.board_id))
    assert not workspace.selection.now
    window.do("remove")
    assert len(contents.links) == before


def test_the_keys_go_back_to_the_board_when_what_was_worked_on_is_undone(
    open_window: Callable[[], Window], qtbot: QtBot
) -> None:
    window = open_window()
    window.do("example")
    workspace = workspace_of(window)
    workspace.canvas.setFocus()
    window.do("add_note")
    qtbot.waitUntil(lambda: is_in(workspace.inspector))
    window.do("undo")
    qtbot.waitUntil(workspace.canvas.hasFocus)
