"""Looking at a board: filter, showcase, focus, saved views, and finding one thing after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLabel,
    QMenu,
    QToolButton,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from caseboard import piecemeal
from caseboard.board import columns as columns_module
from caseboard.dialogs.saved_views import SavedViews
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.panels.filter_tree import FilterTree
from caseboard.picture import Picture
from caseboard.sight import Sight
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import cards, items
from casedb.model.geometry import Rect
from casedb.model.records import Item

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    """A claim, a photo that supports it, a note on the photo, and a document that nothing joins."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        claim = case.add("claim", title="The ship was in the harbour", tags=["quay"])
        photo = case.add("media", title="Photograph from the pier", tags=["quay"])
        note = case.add("note", title="Who took it")
        paper = case.add("document", title="Port log")
        for n, each in enumerate((claim, photo, note, paper)):
            case.place(each, x=400 * n, y=0)
        case.link(photo, "supports", claim)
        case.link(note, "related", photo)
    window = open_window()
    assert window.open_case(path)
    work = window.workspace
    assert work is not None
    work.canvas.fit_all()
    QApplication.processEvents()
    return window


@pytest.fixture
def work(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def card_of(work: Workspace, kind: str) -> str:
    contents = work.bridge.contents
    (item,) = (each for each in contents.items.values() if each.kind == kind)
    (card,) = contents.cards_of(item.id)
    return card.id


def cards_of(work: Workspace, *kinds: str) -> set[str]:
    return {card_of(work, kind) for kind in kinds}


def row(tree: FilterTree, heading: str, words: str) -> QTreeWidgetItem:
    (found,) = (
        each
        for each in tree.findItems(words, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        if (above := each.parent()) is not None and above.text(0) == heading
    )
    return found


def tick(work: Workspace, heading: str, words: str) -> None:
    tree = work.filter.tree
    found = row(tree, heading, words)
    tree.scrollToItem(found)
    box = tree.visualItemRect(found)
    at = QPoint(box.left() + 60, box.center().y())
    QTest.mouseClick(tree.viewport(), LEFT, NONE, at)


def status(window: Window) -> str:
    label = window.status.findChild(QLabel, "sight")
    assert label is not None
    return label.text() if label.isVisible() else ""


def test_a_filter_hides_and_the_status_bar_says_what_is_hidden(
    window: Window, work: Workspace
) -> None:
    work.canvas.select_all()
    window.do("filter")
    assert work.filter.isVisible()
    assert work.filter.words.hasFocus()
    tick(work, "Kind", "Claims")
    assert work.canvas.columns.concealed == cards_of(work, "media", "note", "document")
    assert work.selection.cards == cards_of(work, "claim")
    assert status(window) == "3 of 4 cards hidden"
    tick(work, "Kind", "Media")
    assert work.canvas.columns.concealed == cards_of(work, "note", "document")
    length = work.bridge.case.journal.length
    button = window.status.findChild(QToolButton, "statusButton")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    assert not work.canvas.columns.concealed
    assert status(window) == ""
    assert not work.filter.filter
    assert work.bridge.case.journal.length == length


def test_what_is_asked_for_has_a_tick_and_not_a_colour_alone(
    window: Window, work: Workspace
) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    tree = work.filter.tree
    painted = {
        words: colours_of(tree.viewport(), tree.visualItemRect(row(tree, "Kind", words)))
        for words in ("Claims", "Media")
    }
    filled, mark = window.theme.colour("ac").rgb(), window.theme.colour("actx").rgb()
    assert {filled, mark} <= painted["Claims"]
    assert filled not in painted["Media"]


def colours_of(widget: QWidget, row: QRect) -> set[int]:
    """The colours of the box that a row begins with."""
    picture = widget.grab(QRect(row.left(), row.top(), 20, row.height())).toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def test_a_showcase_lets_the_rest_stand_back(window: Window, work: Workspace) -> None:
    window.do("filter")
    QTest.mouseClick(work.filter.modes.buttons["fade"], LEFT)
    tick(work, "Kind", "Claims")
    assert not work.canvas.columns.concealed
    assert work.canvas.columns.faded == cards_of(work, "media", "note", "document")
    assert status(window) == "3 of 4 cards standing back"


def test_a_condition_is_turned_round(window: Window, work: Workspace) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    turn = next(
        each
        for each in work.filter.tree.findChildren(QToolButton, "filterNot")
        if each.accessibleName().startswith("Kind")
    )
    QTest.mouseClick(turn, LEFT)
    assert work.canvas.columns.concealed == cards_of(work, "claim")


def test_words_and_dates_filter_as_they_are_typed(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    window.do("filter")
    QTest.keyClicks(work.filter.words, "pier")
    others = cards_of(work, "claim", "note", "document")
    qtbot.waitUntil(lambda: work.canvas.columns.concealed == others)
    work.filter.words.clear()
    qtbot.waitUntil(lambda: not work.canvas.columns.concealed)
    QTest.keyClicks(work.filter.first, "20x")
    assert "Write a date" in work.filter.trouble.text()
    assert work.filter.trouble.isVisible()
    work.filter.first.setText("2024")
    assert not work.filter.trouble.isVisible()
    qtbot.waitUntil(lambda: len(work.canvas.columns.concealed) == 4)


def test_what_is_worked_on_does_not_vanish(window: Window, work: Workspace, qtbot: QtBot) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    window.do("add_note")
    (made,) = work.selection.cards
    work.looking.sights.follow()
    assert made not in work.canvas.columns.concealed
    assert work.canvas.columns.concealed == {
        each.id
        for each in work.bridge.contents.cards.values()
        if work.bridge.contents.items[each.item].kind != "claim" and each.id != made
    }
    tick(work, "Kind", "Claims")
    tick(work, "Kind", "Claims")
    assert made in work.canvas.columns.concealed


def test_what_begins_to_pass_comes_into_sight(window: Window, work: Workspace) -> None:
    window.do("filter")
    row(work.filter.tree, "Tag", "quay").setCheckState(0, Qt.CheckState.Checked)
    note = card_of(work, "note")
    assert note in work.canvas.columns.concealed
    item = work.bridge.contents.get(Item, work.bridge.contents.cards[note].item)
    assert item is not None
    work.bridge.run(items.set_values(item, {"tags": ["quay"]}, "Tag"))
    work.looking.sights.follow()
    assert note not in work.canvas.columns.concealed


def test_one_looks_around_a_card_by_steps_and_leaves_by_escape(
    window: Window, work: Workspace
) -> None:
    canvas = work.canvas
    work.selection.set(cards=cards_of(work, "claim"))
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.columns.faded == cards_of(work, "note", "document")
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.columns.faded == cards_of(work, "document")
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.columns.faded == cards_of(work, "note", "document")
    QTest.keyClick(canvas, Qt.Key.Key_2)
    assert canvas.columns.faded == cards_of(work, "document")
    assert status(window) == "1 of 4 cards standing back"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not work.selection.now
    assert canvas.columns.faded == cards_of(work, "document")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.columns.faded
    QTest.keyClick(canvas, Qt.Key.Key_3)
    assert not canvas.columns.faded


def test_a_large_board_is_looked_at_a_little_at_a_time(
    window: Window, work: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.do("filter")
    monkeypatch.setattr(piecemeal, "SLICE", 0.0)
    monkeypatch.setattr(piecemeal, "PORTION", 1)
    columns, claim = work.canvas.columns, card_of(work, "claim")
    tick(work, "Kind", "Claims")
    assert not columns.concealed
    # What is asked for next is not kept waiting by what is not asked for any more.
    tick(work, "Kind", "Media")
    qtbot.waitUntil(lambda: columns.concealed == cards_of(work, "note", "document"))
    assert status(window) == "2 of 4 cards hidden"
    window.do("show_all")
    assert not columns.concealed
    tick(work, "Kind", "Claims")
    assert work.looking.shown.concealed == cards_of(work, "media", "note", "document")
    note = work.bridge.contents.cards[card_of(work, "note")].item
    work.looking.look(Sight().focused([claim], 1))
    item = work.bridge.contents.items[note]
    work.bridge.run(items.set_values(item, {"tags": ["quay"]}, "Tag"))
    qtbot.waitUntil(lambda: columns.faded == cards_of(work, "note", "document"))
    assert not columns.concealed


def test_many_cards_come_back_a_little_at_a_time_as_they_are_by_then(
    window: Window, work: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    monkeypatch.setattr(piecemeal, "SLICE", 0.0)
    monkeypatch.setattr(columns_module, "MOST_AT_ONCE", 0)
    columns, contents = work.canvas.columns, work.bridge.contents
    before = contents.cards[card_of(work, "note")]
    window.do("show_all")
    assert columns.concealed == cards_of(work, "media", "note", "document")
    assert status(window) == "3 of 4 cards hidden"
    work.bridge.run(cards.move(contents, [before.id], 500, 0))
    qtbot.waitUntil(lambda: not columns.concealed)
    assert status(window) == ""
    row = columns.cards.rows.get(before.id)
    assert row is not None and columns.card_rect(row).x == before.x + 500
    # Whoever has to see them at once does.
    tick(work, "Kind", "Claims")
    work.looking.sights.finish()
    work.going.go_to(before.item)
    QTest.mouseClick(work.toast.action, LEFT)
    assert work.selection.cards == {before.id}
    assert not columns.concealed


def test_a_view_is_kept_with_its_board_and_shown_again(
    window: Window, work: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def answer(*_: object, **__: object) -> tuple[str, bool]:
        return "Claims & more", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    window.do("filter")
    tick(work, "Kind", "Claims")
    work.canvas.zoom_to(0.5)
    camera = work.canvas.camera
    window.do("save_view")
    (view,) = work.looking.views
    assert view.name == "Claims & more"
    window.do("show_all")
    work.canvas.fit_all()
    menu = QMenu()
    qtbot.addWidget(menu)
    work.looking.fill_views(menu)
    menu.actions()[0].trigger()
    assert work.canvas.columns.concealed == cards_of(work, "media", "note", "document")
    qtbot.waitUntil(lambda: work.canvas.camera == camera)
    assert work.filter.filter == work.looking.sight.filter
    work.looking.delete_view(view.id)
    assert not work.looking.views
    work.bridge.undo()
    assert work.looking.views == [view]


def test_the_views_are_put_in_order_and_one_of_them_shown(
    window: Window, work: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    work.looking.save_view("Claims")
    window.do("show_all")
    work.looking.save_view("All")

    def use(dialog: SavedViews) -> int:
        dialog.show()
        assert dialog.parent() is window
        dialog.list.setCurrentRow(1)
        dialog.move_current(-1)
        dialog.list.setCurrentRow(1)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        return 0

    monkeypatch.setattr(SavedViews, "exec", use)
    menu = QMenu()
    qtbot.addWidget(menu)
    work.looking.fill_views(menu)
    next(each for each in menu.actions() if each.text() == "&Manage saved views…").trigger()
    assert [view.name for view in work.looking.views] == ["All", "Claims"]
    assert work.looking.sight
    window.do("show_all")
    window.do("saved_views")
    assert [view.name for view in work.looking.views] == ["Claims", "All"]
    assert not work.looking.sight


def test_a_view_is_found_in_the_palette(window: Window, work: Workspace) -> None:
    work.looking.save_view("From the sea")
    offers = list(window.offering._offers())  # pyright: ignore[reportPrivateUsage]
    (offer,) = (each for each in offers if each.text == "From the sea")
    assert offer.id == f"view:{work.looking.views[0].id}"


def test_going_to_what_is_hidden_says_so(window: Window, work: Workspace) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    note = work.bridge.contents.cards[card_of(work, "note")]
    work.going.go_to(note.item)
    assert not work.selection.cards
    assert "hidden" in work.toast.sentence
    QTest.mouseClick(work.toast.action, LEFT)
    assert work.selection.cards == {note.id}
    assert not work.canvas.columns.concealed


def test_what_was_found_is_gone_through_with_a_key(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    window.do("find_next")
    assert work.search.field.hasFocus()
    with qtbot.waitSignal(work.search.answered):
        QTest.keyClicks(work.search.field, "t")
    count = work.search.results.rowCount()
    assert count >= 2
    seen: list[str] = []
    for _ in range(count):
        window.do("find_next")
        seen.append(work.search.view.currentIndex().data())
    first = work.search.view.currentIndex().row()
    assert len(seen) == count
    window.do("find_next")
    assert work.search.view.currentIndex().row() == (first + 1) % count
    window.do("find_previous")
    assert work.search.view.currentIndex().row() == first


def test_an_export_as_shown_leaves_out_what_is_hidden_and_says_so(
    window: Window, work: Workspace, tmp_path: Path
) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    question = work.exporting.question
    assert question.hidden == "3 of 4 cards hidden"
    assert question.last.part == "shown" and "shown" in question.parts
    whole = replace(question.last, part="board")
    assert question.size(question.last) != question.size(whole)
    for part, is_there in (("shown", False), ("board", True), ("view", False)):
        path = tmp_path / f"{part}.svg"
        work.exporting.write(path, Picture("svg", part))
        work.exporting.finish()
        text = path.read_text(encoding="utf-8")
        assert ("Photograph" in text) is is_there
        assert ("3 of 4 cards hidden (Claims)" in text) is not is_there


def test_what_is_hidden_cannot_be_selected_from_a_list(window: Window, work: Workspace) -> None:
    window.do("filter")
    tick(work, "Kind", "Claims")
    claim, note = card_of(work, "claim"), card_of(work, "note")
    work.selection.set(cards=[claim, note])
    assert work.selection.cards == {claim}


@pytest.mark.parametrize("size", [(1280, 800), (900, 1000), (1700, 620)])
def test_fit_leaves_no_card_under_the_map_or_the_zoom_box(
    window: Window, work: Workspace, size: tuple[int, int]
) -> None:
    contents = work.bridge.contents
    last = contents.cards[card_of(work, "document")]
    work.bridge.run(cards.move(contents, [last.id], 0, 700))
    window.resize(*size)
    QApplication.processEvents()
    window.do("fit_all")
    stage, canvas = work.stage, work.canvas
    corners = [each.geometry() for each in (stage.minimap, stage.zoom_box) if each.isVisible()]
    assert corners
    for card in work.bridge.contents.cards_on(work.board_id):
        shown = canvas.camera.rect_to_screen(Rect(card.x, card.y, card.w, card.h))
        box = QRect(round(shown.x), round(shown.y), round(shown.w), round(shown.h))
        assert canvas.rect().contains(box)
        assert not any(each.intersects(box) for each in corners)


def test_a_card_under_the_map_is_brought_out_where_one_walks_to_it(
    window: Window, work: Workspace, qtbot: QtBot
) -> None:
    stage, canvas = work.stage, work.canvas
    assert stage.minimap.isVisible()
    card = work.bridge.contents.cards[card_of(work, "document")]
    corner = stage.minimap.geometry()
    rect = Rect(card.x, card.y, card.w, card.h)
    canvas.look_from(canvas.camera.at(rect.centre, 1.0))
    shift = corner.center() - canvas.rect().center()
    canvas.pan_by(shift.x(), shift.y())
    canvas.reveal(rect)

    def is_clear() -> bool:
        shown = canvas.camera.rect_to_screen(rect)
        box = QRect(round(shown.x), round(shown.y), round(shown.w), round(shown.h))
        return canvas.rect().contains(box) and not corner.intersects(box)

    qtbot.waitUntil(is_clear)


def test_the_history_of_an_item_leads_to_all_of_it_in_the_journal(
    open_window: Callable[[], Window], tmp_path: Path
) -> None:
    path = tmp_path / "long.caseboard"
    with Case.create(path, "Long") as case:
        note = case.add("note", title="Pier")
        other = case.add("note", title="Quay")
        for n in range(14):
            case.set(note, title=f"Pier {n}")
    window = open_window()
    assert window.open_case(path)
    work = window.workspace
    assert work is not None
    work.selection.set(items=[note.id])
    work.selection.settle()
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    button = page.history.journal_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    journal = work.journal
    assert journal.isVisible() and journal.filter.selected.isChecked()
    assert journal.filter.asked.about == frozenset({note.id})
    about = {entry.seq for entry in work.bridge.case.journal.entries_about_any({note.id})}
    assert len(about) == 15
    journal.model.fetchMore(QModelIndex())
    shown = [journal.model.entry(journal.model.index(row, 0)) for row in range(15)]
    assert {each.seq for each in shown if each is not None} == about
    work.selection.set(items=[other.id])
    work.selection.settle()
    assert journal.filter.asked.about == frozenset({other.id})
