"""The outline under real hands: what a click, a key and a drag do, and how the selection is shared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from caseboard.panels import outline_model
from caseboard.panels.outline import OutlinePanel
from caseboard.panels.outline_nodes import Sort
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb.model.records import Board, Item

if TYPE_CHECKING:
    from conftest import Stage

Show = Callable[[QWidget, int, int], None]
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def outline(stage: Stage, show: Show) -> OutlinePanel:
    """The outline of the case, on the screen."""
    panel = OutlinePanel(stage.bridge, stage.selection, theme("light"))
    show(panel, 260, 600)
    return panel


def index_of(outline: OutlinePanel, item: Item) -> QModelIndex:
    node = outline.model.node_of(item.id)
    assert node is not None
    return outline.model.index_of(node)


def click(
    qtbot: QtBot,
    outline: OutlinePanel,
    index: QModelIndex,
    keys: Qt.KeyboardModifier = NONE,
    x: int = 60,
) -> None:
    at = QPoint(x, outline.view.visualRect(index).center().y())
    qtbot.mouseClick(outline.view.viewport(), LEFT, keys, at)


def press(
    qtbot: QtBot, outline: OutlinePanel, key: Qt.Key, keys: Qt.KeyboardModifier = NONE
) -> None:
    qtbot.keyClick(outline.view, key, keys)


def selected_titles(outline: OutlinePanel) -> list[str]:
    QApplication.processEvents()
    return sorted(str(each.data()) for each in outline.view.selectionModel().selectedIndexes())


def test_groups_are_open_and_kinds_closed(stage: Stage, outline: OutlinePanel):
    stage.item("document", "Report")
    claim = stage.item("claim", "A claim")
    stage.link(stage.item("media"), "supports", claim)
    view, model = outline.view, outline.model
    evidence = model.index(1, 0)
    assert view.isExpanded(model.index(0, 0))
    assert view.isExpanded(evidence)
    assert not view.isExpanded(model.index(0, 0, evidence))
    assert not view.isExpanded(index_of(outline, claim))


def test_an_empty_case_says_what_to_do(stage: Stage, outline: OutlinePanel):
    assert not outline.view.isVisible()
    stage.item()
    assert outline.view.isVisible()


def test_a_click_selects_the_card_on_the_board_in_front(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    other = Board("other", "Second board", 1)
    stage.add(other)
    item = stage.item("claim", "A claim")
    here, there = stage.place(item), stage.place(item, other)
    flown: list[str] = []
    outline.go_to.connect(flown.append)
    click(qtbot, outline, index_of(outline, item))
    assert stage.selection.now == Selected(cards=frozenset({here.id}))
    stage.selection.clear()
    stage.selection.settle()
    outline.set_board(other.id)
    click(qtbot, outline, index_of(outline, item))
    assert stage.selection.now == Selected(cards=frozenset({there.id}))
    assert flown == []


def test_a_click_selects_the_item_where_it_has_no_card(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    item = stage.item()
    click(qtbot, outline, index_of(outline, item))
    assert stage.selection.now == Selected(items=frozenset({item.id}))


def test_a_click_on_a_source_selects_it(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    source = stage.source("A ministry")
    node = outline.model.node_of(source.id)
    assert node is not None
    click(qtbot, outline, outline.model.index_of(node))
    assert stage.selection.now == Selected(sources=frozenset({source.id}))


def test_several_rows_are_selected_with_shift_and_ctrl(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    items = [stage.item("note", f"Note {n}") for n in range(4)]
    cards = [stage.place(item) for item in items[:2]]
    click(qtbot, outline, index_of(outline, items[0]))
    click(qtbot, outline, index_of(outline, items[2]), SHIFT)
    assert stage.selection.cards == {card.id for card in cards}
    assert stage.selection.items == {items[2].id}
    click(qtbot, outline, index_of(outline, items[1]), CTRL)
    assert stage.selection.item_ids(stage.contents) == [items[0].id, items[2].id]
    press(qtbot, outline, Qt.Key.Key_A, CTRL)
    assert len(stage.selection.now) == 4


def test_what_is_selected_elsewhere_is_selected_here(stage: Stage, outline: OutlinePanel):
    claims = [stage.item("claim", f"Claim {n}") for n in range(3)]
    card = stage.place(claims[0])
    stage.selection.set(cards=[card.id], items=[claims[2].id])
    stage.selection.settle()
    assert selected_titles(outline) == ["Claim 0", "Claim 2"]
    assert stage.selection.cards == {card.id}
    stage.selection.clear()
    stage.selection.settle()
    assert selected_titles(outline) == []


def test_one_item_selected_elsewhere_is_brought_into_sight(stage: Stage, outline: OutlinePanel):
    for n in range(40):
        stage.item("claim", f"Claim {n}")
    report = stage.item("document", "Report")
    stage.selection.set(items=[report.id])
    stage.selection.settle()
    index = index_of(outline, report)
    assert outline.view.isExpanded(index.parent())
    assert outline.view.viewport().rect().contains(outline.view.visualRect(index).center())
    assert outline.view.currentIndex() == index


def test_an_item_in_sight_below_a_claim_is_found_there(stage: Stage, outline: OutlinePanel):
    claim, report = stage.item("claim", "A claim"), stage.item("document", "Report")
    stage.link(report, "supports", claim)
    outline.view.expand(index_of(outline, claim))
    stage.selection.set(items=[report.id])
    stage.selection.settle()
    assert outline.view.currentIndex().parent() == index_of(outline, claim)
    assert not outline.view.isExpanded(index_of(outline, report).parent())


def test_a_row_that_was_picked_stays_picked(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    claim, report = stage.item("claim", "A claim"), stage.item("document", "Report")
    stage.link(report, "supports", claim)
    outline.view.expand(index_of(outline, claim))
    below = outline.model.index(0, 0, index_of(outline, claim))
    click(qtbot, outline, below)
    assert stage.selection.items == {report.id}
    assert outline.view.currentIndex() == below
    # Also while rows come elsewhere, and where another row of the item is in sight by then.
    outline.view.expand(index_of(outline, report).parent())
    stage.item("note")
    assert outline.view.currentIndex() == outline.model.index(0, 0, index_of(outline, claim))


def test_rows_follow_the_selection_when_it_rests(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    entities = [stage.item("entity", name) for name in "ABC"]
    QApplication.processEvents()
    shown: list[int] = []
    outline.view.selectionModel().selectionChanged.connect(lambda: shown.append(1))
    for number in range(1, 4):
        stage.selection.set(items=[each.id for each in entities[:number]])
        QApplication.processEvents()
    assert shown == []
    qtbot.waitSignal(stage.selection.rested).wait()
    assert selected_titles(outline) == ["A", "B", "C"]
    assert shown == [1]
    assert stage.selection.items == {each.id for each in entities}


def test_the_selection_outlives_rows_that_move(stage: Stage, outline: OutlinePanel):
    entities = [stage.item("entity", name) for name in "ABC"]
    stage.selection.set(items=[entities[0].id])
    stage.selection.settle()
    changes: list[int] = []
    stage.selection.changed.connect(lambda: changes.append(1))
    stage.set(entities[0], title="Z")
    assert selected_titles(outline) == ["Z"]
    stage.remove(entities[1])
    assert selected_titles(outline) == ["Z"]
    assert changes == []


def test_what_was_open_is_open_again_after_much_has_come(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    claim, report = stage.item("claim", "A claim"), stage.item("document", "Report")
    stage.item("note")
    stage.link(report, "supports", claim)
    outline.view.expand(index_of(outline, claim))
    outline.view.collapse(outline.model.index(2, 0))
    stage.add(*(stage.new("document") for _ in range(300)))
    assert outline.view.isExpanded(index_of(outline, claim))
    assert outline.view.isExpanded(outline.model.index(0, 0))
    assert not outline.view.isExpanded(outline.model.index(2, 0))


def test_a_click_on_a_heading_opens_and_closes_it(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    item = stage.item("document")
    stage.selection.set(items=[item.id])
    stage.selection.settle()
    evidence = outline.model.index(0, 0)
    click(qtbot, outline, evidence)
    assert not outline.view.isExpanded(evidence)
    click(qtbot, outline, evidence)
    assert outline.view.isExpanded(evidence)
    assert stage.selection.items == {item.id}


def test_the_arrow_of_a_claim_opens_it_without_selecting(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    claim = stage.item("claim")
    stage.link(stage.item("document"), "supports", claim)
    click(qtbot, outline, index_of(outline, claim), x=8)
    assert outline.view.isExpanded(index_of(outline, claim))
    assert not stage.selection.now


def test_enter_and_double_click_fly(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    claim, report = stage.item("claim", "A claim"), stage.item("document", "Report")
    stage.link(report, "supports", claim)
    flown: list[str] = []
    outline.go_to.connect(flown.append)
    at = outline.view.visualRect(index_of(outline, claim)).center()
    qtbot.mouseDClick(outline.view.viewport(), LEFT, NONE, at)
    assert flown == [claim.id]
    assert not outline.view.isExpanded(index_of(outline, claim))
    outline.view.setCurrentIndex(index_of(outline, claim))
    press(qtbot, outline, Qt.Key.Key_Right)
    press(qtbot, outline, Qt.Key.Key_Down)
    press(qtbot, outline, Qt.Key.Key_Return)
    assert flown == [claim.id, report.id]


def test_the_whole_tree_is_walked_with_keys(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    stage.item("claim", "A claim")
    report = stage.item("document", "Report")
    outline.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert outline.view.currentIndex() == outline.model.index(0, 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(qtbot, outline, key)
    assert outline.view.isExpanded(outline.view.currentIndex())
    press(qtbot, outline, Qt.Key.Key_Down)
    assert stage.selection.items == {report.id}
    press(qtbot, outline, Qt.Key.Key_Left)
    press(qtbot, outline, Qt.Key.Key_Left)
    assert not outline.view.isExpanded(outline.view.currentIndex())


def test_letters_find_a_row(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    for name in ("Alpha", "Beta", "Gamma"):
        stage.item("entity", name)
    outline.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(outline.view, "gam")
    assert selected_titles(outline) == ["Gamma"]


def test_keys_of_the_list_are_not_taken_by_the_window(
    stage: Stage, outline: OutlinePanel, qtbot: QtBot
):
    item = stage.item()
    taken: list[str] = []
    flown: list[str] = []
    outline.go_to.connect(flown.append)
    for keys in ("Return", "V", "Ctrl+A", "Ctrl+D"):
        shortcut = QShortcut(QKeySequence(keys), outline.window())
        shortcut.activated.connect(lambda keys=keys: taken.append(keys))
    click(qtbot, outline, index_of(outline, item))
    for key, held in (("Return", NONE), ("V", NONE), ("A", CTRL), ("D", CTRL)):
        press(qtbot, outline, Qt.Key[f"Key_{key}"], held)
    assert taken == ["Ctrl+D"]
    assert flown == [item.id]


def test_more_rows_come_with_a_click(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    stage.add(*(stage.new("note", f"Note {n:04}") for n in range(600)))
    notes = outline.model.index(0, 0)
    assert outline.model.rowCount(notes) == 501
    more = outline.model.index(500, 0, notes)
    outline.view.scrollTo(more)
    click(qtbot, outline, more)
    assert outline.model.rowCount(notes) == 600


def test_an_item_behind_the_page_is_brought_into_sight(stage: Stage, outline: OutlinePanel):
    stage.add(*(stage.new("note", f"Note {n:04}") for n in range(2_000)))
    last = list(stage.contents.items.values())[-1]
    stage.selection.set(items=[last.id])
    stage.selection.settle()
    assert selected_titles(outline) == ["Note 1999"]
    assert (
        outline.view.viewport()
        .rect()
        .contains(outline.view.visualRect(outline.view.currentIndex()).center())
    )


def test_an_item_behind_thousands_is_left_there(
    stage: Stage, outline: OutlinePanel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(outline_model, "FARTHEST", 1_000)
    stage.add(*(stage.new("note", f"Note {n:04}") for n in range(2_000)))
    items = list(stage.contents.items.values())
    stage.selection.set(items=[items[0].id])
    stage.selection.settle()
    stage.selection.set(items=[items[1_000].id])
    stage.selection.settle()
    assert selected_titles(outline) == []
    assert stage.selection.items == {items[1_000].id}
    assert outline.model.rowCount(outline.model.index(0, 0)) == 501
    stage.selection.set(items=[items[999].id])
    stage.selection.settle()
    assert selected_titles(outline) == ["Note 0999"]


def test_selecting_thousands_makes_few_ranges(stage: Stage, outline: OutlinePanel):
    items = [stage.new("note", f"Note {n:04}") for n in range(400)]
    stage.add(*items)
    stage.selection.set(items=[item.id for item in items if item.id != items[200].id])
    stage.selection.settle()
    assert outline.view.selectionModel().selection().count() == 2
    assert len(selected_titles(outline)) == 399


# -- the menu --------------------------------------------------------------------------------


def actions_of(menu: QMenu) -> dict[str, QAction]:
    entries = [action for action in menu.actions() if not action.isSeparator()]
    return {action.text().replace("&", ""): action for action in entries}


def test_the_menu_says_what_it_wants(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    item = stage.item()
    click(qtbot, outline, index_of(outline, item))
    flown: list[str] = []
    placed: list[object] = []
    deleted: list[object] = []
    outline.go_to.connect(flown.append)
    outline.place_wanted.connect(placed.append)
    outline.delete_wanted.connect(deleted.append)
    for action in actions_of(outline.menu()).values():
        action.trigger()
    assert flown == [item.id]
    assert placed == [(item.id,)]
    assert deleted == [Selected(items=frozenset({item.id}))]


def test_only_what_is_missing_is_placed(stage: Stage, outline: OutlinePanel):
    here, missing = stage.item("note", "Here"), stage.item("note", "Missing")
    stage.place(here)
    stage.selection.set(items=[here.id, missing.id])
    stage.selection.settle()
    placed: list[object] = []
    outline.place_wanted.connect(placed.append)
    actions = actions_of(outline.menu())
    assert not actions["Go to"].isEnabled()
    assert "Delete 2 items…" in actions
    actions["Place on this board"].trigger()
    assert placed == [(missing.id,)]
    stage.selection.set(items=[here.id])
    stage.selection.settle()
    assert not actions_of(outline.menu())["Place on this board"].isEnabled()


def test_nothing_is_changed_in_a_case_open_for_reading(
    stage: Stage, outline: OutlinePanel, monkeypatch: pytest.MonkeyPatch
):
    item = stage.item()
    stage.selection.set(items=[item.id])
    stage.selection.settle()
    monkeypatch.setattr(type(stage.bridge), "read_only", True)
    enabled = {text: each.isEnabled() for text, each in actions_of(outline.menu()).items()}
    assert enabled == {"Go to": True, "Place on this board": False, "Delete item…": False}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_opens_the_menu_at_the_row(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    item = stage.item()
    click(qtbot, outline, index_of(outline, item))
    middle = outline.view.visualRect(index_of(outline, item)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(outline.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.pos() == outline.view.viewport().mapToGlobal(middle)
    menu.close()


# -- reading it aloud, looking at it -----------------------------------------------------------


def test_a_screen_reader_walks_the_tree(stage: Stage, outline: OutlinePanel):
    claim = stage.item("claim", "It was fired")
    stage.link(stage.item("document", "Report"), "disputes", claim)
    outline.view.expand(index_of(outline, claim))
    outline.view.executeDelayedItemsLayout()
    interface = QAccessible.queryAccessibleInterface(outline.view)
    assert interface.text(QAccessible.Text.Name) == "Outline"
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert names == [
        "Outline",
        "Claims, 1",
        "Claim: It was fired, 0 for, 1 against, not on a board",
        "Document: Against: Report",
        "Evidence, 1",
        "Documents, 1",
    ]


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_rows_are_painted_in_every_theme(stage: Stage, outline: OutlinePanel, name: str):
    claim = stage.item("claim", "북한 미사일 ракета صاروخ " * 20)
    stage.link(stage.item("document"), "supports", claim)
    stage.item("event")
    stage.source("A ministry")
    outline.view.expand(index_of(outline, claim))
    stage.selection.set(items=[claim.id])
    stage.selection.settle()
    outline.set_theme(theme(name))
    picture = outline.view.viewport().grab().toImage()
    row = outline.view.visualRect(index_of(outline, claim))
    colours = {picture.pixelColor(x, row.center().y()).name() for x in range(row.width())}
    assert theme(name).hex("acbg") in colours
    assert theme(name).hex("sup") in colours


def test_the_ring_is_for_the_keyboard(stage: Stage, outline: OutlinePanel, qtbot: QtBot):
    item = stage.item()

    def ring() -> bool:
        row = outline.view.visualRect(index_of(outline, item))
        picture = outline.view.viewport().grab().toImage()
        column = [picture.pixelColor(row.width() // 2, row.top() + n) for n in range(4)]
        return theme("light").colour("ac") in column

    click(qtbot, outline, index_of(outline, item))
    assert not ring()
    press(qtbot, outline, Qt.Key.Key_Down)
    assert ring()


def test_a_group_that_comes_back_is_open(stage: Stage, outline: OutlinePanel):
    note = stage.item("note")
    stage.remove(note)
    stage.item("note")
    node = outline.model.folder(Sort.GROUP, "notes")
    assert node is not None
    assert outline.view.isExpanded(outline.model.index_of(node))
