"""Views beside the boards: the pane that holds them, what they share with the boards, and the table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from caseboard import asking, piecemeal
from caseboard.dialogs.export_dialog import ExportChoice, ExportDialog
from caseboard.in_view import Scope
from caseboard.sight import Mode, Sight
from caseboard.views.map import MapView
from caseboard.views.matrix import MatrixView
from caseboard.views.pane import SORTS
from caseboard.views.table import TableView
from caseboard.views.timeline import TimelineView
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands.items import set_values
from casedb.commands.removal import delete_items
from casedb.model.changes import ChangeSet
from casedb.model.filtering import Filter
from casedb.model.item_columns import columns_named

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two claims, a photo and a letter on two boards, and a note on none."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        first, second = case.add("claim", title="It sailed"), case.add("claim", title="It stayed")
        photo = case.add("media", title="Photo of the quay", tags=["quay"])
        letter = case.add("document", title="Letter", published="9 Jan 2024")
        case.add("note", title="Loose thought")
        other = case.add_board("Other")
        for n, item in enumerate((first, second, photo)):
            case.place(item, x=400 * n, y=0)
        case.place(letter, board=other, x=0, y=0)
        case.link(photo, "supports", first)
    return path


@pytest.fixture
def work(open_window: OpenWindow, path: Path) -> Workspace:
    """The case in a window, its table in front."""
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    window.menus["view_table"].trigger()
    QApplication.processEvents()
    return window.workspace


def table_of(work: Workspace) -> TableView:
    view = work.beside.pane.view
    assert isinstance(view, TableView)
    return view


def titles(table: TableView) -> list[str]:
    contents = table.desk.contents
    return [contents.items[each].title for each in table.rows.ids]


def item_named(work: Workspace, title: str) -> str:
    return next(each.id for each in work.bridge.contents.items.values() if each.title == title)


def cell(table: TableView, title: str, column: str) -> tuple[int, int]:
    names = [each.name for each in table.rows.columns]
    return titles(table).index(title), names.index(column)


def said(table: TableView, title: str, column: str) -> str:
    row, at = cell(table, title, column)
    return str(table.rows.index(row, at).data())


def click(table: TableView, title: str, column: str = "title", *keys: Qt.KeyboardModifier) -> None:
    box = table.grid.visualRect(table.rows.index(*cell(table, title, column)))
    modifiers = keys[0] if keys else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, modifiers, box.center())


def edit(table: TableView, title: str, column: str) -> QLineEdit | QComboBox:
    """Go to a cell and begin to edit it; which rows are selected stays."""
    index = table.rows.index(*cell(table, title, column))
    keep = QItemSelectionModel.SelectionFlag.NoUpdate
    table.grid.selectionModel().setCurrentIndex(index, keep)
    table.grid.setFocus()
    QTest.keyClick(table.grid, Qt.Key.Key_F2)
    editor = table.grid.viewport().findChild(QLineEdit, "tableEditor")
    editor = editor or table.grid.viewport().findChild(QComboBox, "tableEditor")
    assert editor is not None
    return editor


def enter(editor: QLineEdit) -> None:
    """Press Return, and let Qt store what was typed, which it does a moment later."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


# -- the pane ------------------------------------------------------------------------------------


def test_a_view_comes_up_below_the_board_has_the_keys_and_goes_again(work: Workspace) -> None:
    middle, table = work.beside.middle, table_of(work)
    assert middle.has_pane and not middle.is_filled
    assert work.canvas.isVisible() and table.isVisible() and table.grid.hasFocus()
    QTest.keyClick(table.grid, Qt.Key.Key_Escape)
    assert work.canvas.hasFocus()
    window = work.window()
    assert isinstance(window, Window)
    window.menus["close_view"].trigger()
    assert not middle.has_pane and not table.isVisible() and work.canvas.hasFocus()


def test_a_view_takes_the_place_of_the_boards_and_what_is_said_is_said_there(
    work: Workspace,
) -> None:
    window, pane = work.window(), work.beside.pane
    assert isinstance(window, Window)
    window.menus["fill_view"].trigger()
    assert work.beside.middle.is_filled and not work.canvas.isVisible()
    assert pane.fill.isChecked() and table_of(work).grid.hasFocus()
    work.toast.say("Something")
    assert work.toast.isVisible() and pane.isAncestorOf(work.toast)
    # Parts are stepped through without the board that is not seen.
    work.parts.step(1)
    focused = QApplication.focusWidget()
    assert focused is not None and work.inspector.isAncestorOf(focused)
    work.parts.step(-1)
    assert table_of(work).grid.hasFocus()
    QTest.mouseClick(pane.fill, Qt.MouseButton.LeftButton)
    assert work.canvas.isVisible() and not pane.isAncestorOf(work.toast)


def test_closing_a_view_that_fills_the_middle_brings_the_boards_back(work: Workspace) -> None:
    work.beside.toggle_fill()
    QTest.mouseClick(work.beside.pane.close_button, Qt.MouseButton.LeftButton)
    assert work.canvas.isVisible() and work.canvas.hasFocus()


def test_a_board_and_a_view_share_the_selection(work: Workspace) -> None:
    table, photo = table_of(work), item_named(work, "Photo of the quay")
    click(table, "Photo of the quay")
    card = work.bridge.contents.cards_of(photo)[0]
    assert work.selection.cards == {card.id}
    click(table, "Letter", "title", Qt.KeyboardModifier.ControlModifier)
    letter = item_named(work, "Letter")
    assert work.selection.cards == {card.id} and work.selection.items == {letter}
    work.selection.set(items=[item_named(work, "Loose thought")])
    rows = {each.row() for each in table.grid.selectionModel().selectedRows()}
    assert [titles(table)[row] for row in rows] == ["Loose thought"]
    work.selection.clear()
    assert not table.grid.selectionModel().hasSelection()


def test_return_goes_to_the_board_where_the_item_lies(work: Workspace) -> None:
    table = table_of(work)
    work.beside.toggle_fill()
    click(table, "Letter")
    QTest.keyClick(table.grid, Qt.Key.Key_Return)
    board = next(each.id for each in work.bridge.contents.boards if each.title == "Other")
    assert work.board_id == board and work.canvas.isVisible() and work.canvas.hasFocus()


def test_the_scope_is_the_board_in_front_or_the_case(work: Workspace) -> None:
    table, pane = table_of(work), work.beside.pane
    assert len(titles(table)) == 5 and table.count.text() == "5 rows"
    pane.scope.buttons[Scope.BOARD.value].click()
    work.beside.in_view.finish()
    assert set(titles(table)) == {"It sailed", "It stayed", "Photo of the quay"}
    other = next(each.id for each in work.bridge.contents.boards if each.title == "Other")
    work.show_board(other)
    work.beside.in_view.finish()
    assert titles(table) == ["Letter"]


@pytest.mark.parametrize("scope", list(Scope))
def test_what_a_filter_hides_is_in_no_view_and_what_it_fades_stands_back(
    work: Workspace, scope: Scope
) -> None:
    table, in_view = table_of(work), work.beside.in_view
    work.beside.pane.scope.buttons[scope.value].click()
    wanted = Filter(kinds=frozenset({"claim"}))
    work.looking.look(Sight(wanted, Mode.HIDE))
    work.looking.sights.finish()
    in_view.finish()
    assert set(titles(table)) == {"It sailed", "It stayed"}
    assert "not shown" in table.count.text()
    work.looking.look(Sight(wanted, Mode.FADE))
    work.looking.sights.finish()
    in_view.finish()
    assert "Photo of the quay" in titles(table)
    assert item_named(work, "Photo of the quay") in in_view.faded
    work.looking.show_all()
    work.looking.sights.finish()
    in_view.finish()
    assert not in_view.faded


def test_every_view_says_truly_why_it_is_empty(work: Workspace) -> None:
    table, beside = table_of(work), work.beside

    def told() -> set[str]:
        said = set[str]()
        for name in ("timeline", "map", "table"):
            beside.pane.show_view(name)
            beside.in_view.finish()
            view = beside.pane.view
            if isinstance(view, TimelineView):
                view.finish()
                said.add(view.canvas.empty)
            elif isinstance(view, MapView):
                view.finish()
                said |= set(view.canvas.nothing)
            else:
                assert table.nothing.isVisible()
                said.add(table.nothing.text())
        return said

    work.show_board(work.bridge.case.add_board("Bare").id)
    beside.pane.scope.buttons[Scope.BOARD.value].click()
    assert told() == {"No item is on this board. “Whole case” shows those of the case."}
    beside.pane.scope.buttons[Scope.CASE.value].click()
    work.looking.look(Sight(Filter(kinds=frozenset({"event"})), Mode.HIDE))
    work.looking.sights.finish()
    assert told() == {"The filter lets no item pass here. Widen it to see some."}
    work.looking.show_all()
    work.looking.sights.finish()
    contents = work.bridge.contents
    work.bridge.case.run(delete_items(contents, list(contents.items)))
    assert told() == {"There are no items yet. Double-click on the board to add one."}


def test_a_view_follows_the_case_and_catches_up_after_it_was_hidden(work: Workspace) -> None:
    table, case = table_of(work), work.bridge.case
    claim = case.contents.items[item_named(work, "It stayed")]
    assert said(table, "It stayed", "for") == "0"
    case.link(case.contents.items[item_named(work, "Letter")], "supports", claim)
    assert said(table, "It stayed", "for") == "1"
    work.beside.hide()
    case.add("note", title="Later")
    case.run(_retitled(case, claim.id, "It stayed in port"))
    work.beside.show("table")
    work.beside.in_view.finish()
    assert "Later" in titles(table) and said(table, "It stayed in port", "for") == "1"
    work.undo()
    assert "It stayed" in titles(table)


def _retitled(case: Case, item_id: str, title: str) -> ChangeSet:

    return set_values(case.contents.items[item_id], {"title": title}, "Edit title")


def test_right_click_offers_what_the_board_offers(work: Workspace) -> None:
    asked: list[tuple[str, ...]] = []

    def note(names: tuple[str, ...], _: QPoint) -> None:
        asked.append(names)

    work.menu_wanted.connect(note)
    table = table_of(work)
    click(table, "It sailed")
    table.grid.menu_wanted.emit(QPoint(5, 5))
    assert asked and "cut" in asked[0]
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        menu.close()


# -- the table -----------------------------------------------------------------------------------


def test_a_press_on_a_head_sorts_and_a_second_one_the_other_way(work: Workspace) -> None:
    table = table_of(work)
    at = [each.name for each in table.rows.columns].index("title")
    table.head.sectionClicked.emit(at)
    assert titles(table) == sorted(titles(table), key=str.casefold)
    table.head.sectionClicked.emit(at)
    assert titles(table) == sorted(titles(table), key=str.casefold, reverse=True)
    date = [each.name for each in table.rows.columns].index("date")
    for _ in range(2):
        table.head.sectionClicked.emit(date)
        assert titles(table)[0] == "Letter", "what has no date comes last, either way"


def test_rows_are_found_by_words(work: Workspace) -> None:
    table = table_of(work)
    QTest.keyClicks(table.field, "quay")
    table.find_rows()
    assert titles(table) == ["Photo of the quay"]
    assert table.count.text() == "1 row · 4 not shown"
    table.field.setText("moon")
    table.find_rows()
    assert table.nothing.isVisible() and not table.grid.isVisible()
    table.field.clear()
    table.find_rows()
    assert table.grid.isVisible() and len(titles(table)) == 5


def test_one_cell_is_typed_into(work: Workspace) -> None:
    table = table_of(work)
    click(table, "Letter")
    editor = edit(table, "Letter", "title")
    assert isinstance(editor, QLineEdit) and editor.text() == "Letter"
    editor.setText("Letter of intent")
    enter(editor)
    assert "Letter of intent" in titles(table)
    work.undo()
    assert "Letter" in titles(table)


def test_what_is_pasted_into_a_cell_is_not_cut(work: Workspace) -> None:
    table = table_of(work)
    click(table, "Letter")
    editor = edit(table, "Letter", "title")
    assert isinstance(editor, QLineEdit)
    QApplication.clipboard().setText("\n".join(f"line {n}" for n in range(5_000)))
    editor.selectAll()
    editor.paste()
    assert editor.text().startswith("line 0") and editor.text().endswith("line 4999")
    enter(editor)
    kept = max((each.title for each in work.bridge.contents.items.values()), key=len)
    assert kept.endswith("line 4999")


def test_an_item_may_go_while_somebody_types_into_its_cell(work: Workspace) -> None:
    table, contents = table_of(work), work.bridge.contents
    click(table, "Letter")
    editor = edit(table, "Letter", "title")
    assert isinstance(editor, QLineEdit)
    editor.setText("Letter of intent")
    work.bridge.case.run(delete_items(contents, [item_named(work, "Letter")]))
    enter(editor)
    work.beside.in_view.finish()
    assert "Letter" not in titles(table) and len(titles(table)) == 4
    work.undo()
    work.beside.in_view.finish()
    assert "Letter" in titles(table)


def test_a_choice_goes_to_all_selected_rows_that_have_it_in_one_step(work: Workspace) -> None:
    table = table_of(work)
    table.grid.selectAll()
    length = work.bridge.case.journal.length
    editor = edit(table, "It sailed", "status")
    assert isinstance(editor, QComboBox) and "5 items" in editor.accessibleName()
    editor.setCurrentIndex(editor.findData("settled"))
    editor.activated.emit(editor.currentIndex())
    assert said(table, "It sailed", "status") == said(table, "It stayed", "status") == "Settled"
    assert said(table, "Letter", "status") == ""
    assert work.bridge.case.journal.length == length + 1
    work.undo()
    assert said(table, "It sailed", "status") == "Draft" or not said(table, "It sailed", "status")


def test_a_date_is_typed_into_the_field_that_its_column_shows(work: Workspace) -> None:
    table, contents = table_of(work), work.bridge.contents
    table.head.show_columns(columns_named(("title", "date")))
    photo, claims = item_named(work, "Photo of the quay"), ("It sailed", "It stayed")
    note = item_named(work, "Loose thought")
    work.selection.set(items=[*(item_named(work, each) for each in claims), note])
    length = work.bridge.case.journal.length
    editor = edit(table, "It sailed", "date")
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == editor.toolTip() == "First made of 3 items"
    editor.setText("autumn 2023")
    enter(editor)
    assert said(table, "It sailed", "date") == said(table, "It stayed", "date") == "autumn 2023"
    assert work.bridge.case.journal.length == length + 1
    assert work.toast.label.text() == "1 selected row has no “Date” and stays as it is."
    assert contents.items[note].values.get("times") is None
    # Which of several times it is would be a guess: there it is not typed here.
    row, at = cell(table, "Photo of the quay", "date")
    work.bridge.case.set(contents.items[photo], recorded=None, published=None, recorded_gps=None)
    assert table.rows.field_at(row, at) is None
    work.bridge.case.set(contents.items[photo], published="2024-02-01")
    field = table.rows.field_at(row, at)
    assert field is not None and field.name == "published"


def test_a_width_that_a_hand_made_is_kept(
    work: Workspace, open_window: OpenWindow, path: Path
) -> None:
    table = table_of(work)
    head = table.grid.horizontalHeader()
    names = [each.name for each in table.rows.columns]
    title, kind = names.index("title"), names.index("kind")
    before = head.sectionSize(kind)
    edge = QPoint(head.sectionViewportPosition(title) + head.sectionSize(title) - 1, 8)
    bar = head.viewport()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    QTest.mouseMove(bar, edge + QPoint(30, 0))
    QTest.mouseMove(bar, edge + QPoint(60, 0))
    QTest.mouseRelease(
        bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge + QPoint(60, 0)
    )
    wide = head.sectionSize(title)
    assert wide == 380
    # It stays when another column comes, and when the case is opened again.
    table.fill_menu()
    next(each for each in table.menu.actions() if each.text() == "Boards").trigger()
    assert head.sectionSize(title) == wide and head.sectionSize(kind) == before
    window = work.window()
    assert isinstance(window, Window)
    window.leave_case()
    again = open_window()
    assert again.open_case(path)
    assert again.workspace is not None
    again.workspace.beside.show("table")
    assert table_of(again.workspace).grid.horizontalHeader().sectionSize(title) == wide
    table = table_of(again.workspace)
    table.fill_menu()
    next(each for each in table.menu.actions() if "usual" in each.text()).trigger()
    assert table.grid.horizontalHeader().sectionSize(title) == 320


def test_a_date_is_read_whole_in_its_column(work: Workspace) -> None:
    letter = work.bridge.contents.items[item_named(work, "Letter")]
    work.bridge.case.set(letter, published="between 12 November 2023 and 9 January 2024")
    table = table_of(work)
    table.catch_up()
    at = [each.name for each in table.rows.columns].index("date")
    needed = table.grid.fontMetrics().horizontalAdvance(said(table, "Letter", "date"))
    assert needed > 110
    assert table.grid.horizontalHeader().sectionSize(at) >= min(needed, 240)


def test_rows_without_cards_are_copied_as_text(work: Workspace) -> None:
    table, case = table_of(work), work.bridge.case
    table.head.show_columns(columns_named(("title", "kind", "date")))
    case.add("event", title="=1+1", happened="2024-01-02")
    work.beside.in_view.finish()
    click(table, "Loose thought")
    click(table, "=1+1", "title", Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert sorted(QApplication.clipboard().text().split("\n")) == [
        "'=1+1\tEvent\t2 Jan 2024",
        "Loose thought\tNote\t",
    ]
    assert work.toast.label.text() == "2 rows are copied as text."


def test_tags_are_added_to_all_selected_rows_and_others_stay(work: Workspace) -> None:
    table = table_of(work)
    click(table, "Letter")
    click(table, "Photo of the quay", "title", Qt.KeyboardModifier.ControlModifier)
    editor = edit(table, "Letter", "tags")
    assert isinstance(editor, QLineEdit) and editor.text() == ""
    editor.setText("night, -quay")
    enter(editor)
    assert said(table, "Letter", "tags") == said(table, "Photo of the quay", "tags") == "night"


def test_what_is_not_understood_is_said_and_can_be_mended(work: Workspace) -> None:
    table = table_of(work)
    table.head.show_columns(columns_named(("title", "published")))
    click(table, "Letter")
    editor = edit(table, "Letter", "published")
    assert isinstance(editor, QLineEdit) and editor.text() == "9 Jan 2024"
    editor.setText("the other day")
    enter(editor)
    assert editor.isVisible() and "It is not stored yet." in QToolTip.text()
    editor.setText("10 Jan 2024")
    enter(editor)
    QToolTip.hideText()
    assert said(table, "Letter", "published") == "10 January 2024"


def test_columns_are_chosen_moved_and_remembered(
    work: Workspace, open_window: OpenWindow, path: Path
) -> None:
    table = table_of(work)
    table.fill_menu()
    action = next(each for each in table.menu.actions() if each.text() == "Boards")
    action.trigger()
    assert said(table, "Letter", "boards") == "Other"
    table.head.moveSection(0, 2)
    names = [each.name for each in table.head.shown_columns()]
    assert names[:3] == ["kind", "title", "exhibit"]
    window = work.window()
    assert isinstance(window, Window)
    window.leave_case()
    again = open_window()
    assert again.open_case(path)
    assert again.workspace is not None
    again.workspace.beside.show("table")
    assert [each.name for each in table_of(again.workspace).rows.columns] == names


def test_nothing_is_edited_in_a_case_that_is_only_read(work: Workspace) -> None:
    table = table_of(work)
    work.bridge.looks_back = True
    index = table.rows.index(*cell(table, "Letter", "title"))
    assert not table.rows.flags(index) & Qt.ItemFlag.ItemIsEditable
    work.bridge.looks_back = False
    assert table.rows.flags(index) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize("name", [each.name for each in SORTS])
def test_every_view_leaves_as_rows(work: Workspace, tmp_path: Path, name: str) -> None:
    work.beside.show(name)
    QApplication.processEvents()
    view = work.beside.pane.view
    if isinstance(view, MatrixView):
        view.compare([item_named(work, each) for each in ("It sailed", "It stayed")])
    view.drawing()
    assert work.beside.question.has_table
    work.beside.write(tmp_path / "rows.csv", ExportChoice("csv", 1, "print"))
    assert "Photo of the quay" in (tmp_path / "rows.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("form", ["png", "pdf", "svg", "csv"])
def test_the_table_leaves_in_every_form(work: Workspace, tmp_path: Path, form: str) -> None:
    question = work.beside.question
    assert question.view == "Table" and question.has_table and min(question.size) > 0
    dialog = ExportDialog(replace(question), work)
    dialog.formats.choose(form)
    assert dialog.choice.format == form and dialog.export.isEnabled()
    out = tmp_path / f"table.{form}"
    work.beside.write(out, ExportChoice(dialog.choice.format, 2, "print"))
    dialog.deleteLater()
    assert work.toast.sentence == f"“table.{form}” was written and checked."
    if form == "csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0][:3] == ["Exhibit", "Kind", "Title"] and len(rows) == 6
    elif form == "svg":
        text = out.read_text(encoding="utf-8")
        assert "Photo of the quay" in text and "Quay · Table" in text and "journal #" in text
    elif form == "png":
        assert QImage(str(out)).width() >= 2 * question.size[0]


def test_a_long_table_is_read_between_events_and_written_as_it_is_then(
    work: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecemeal, "SLICE", -1.0)
    table, out = table_of(work), tmp_path / "long.csv"
    table.rows.renew()
    work.beside.write(out, ExportChoice("csv", 1, "print"))
    assert not out.exists()
    letter = work.bridge.contents.items[item_named(work, "Letter")]
    values = {"title": "Letter, second hand"}
    assert work.bridge.attempt(lambda: set_values(letter, values, "Edit title"))
    qtbot.waitUntil(out.exists)
    text = out.read_text(encoding="utf-8-sig")
    assert "Letter, second hand" in text and len(text.splitlines()) == 6


def test_a_table_that_is_not_read_yet_is_not_written_once_its_case_is_closed(
    work: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecemeal, "SLICE", -1.0)
    table_of(work).rows.renew()
    work.beside.write(tmp_path / "never.csv", ExportChoice("csv", 1, "print"))
    window = work.window()
    assert isinstance(window, Window)
    window.leave_case()
    qtbot.wait(50)
    assert not [*tmp_path.glob("never*")]


def test_the_same_view_gives_the_same_bytes(work: Workspace, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        work.beside.write(tmp_path / name, ExportChoice("pdf", 1, "print"))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_disk_that_refuses_says_so(work: Workspace, tmp_path: Path) -> None:
    work.beside.write(tmp_path / "gone" / "t.csv", ExportChoice("csv", 1, "print"))
    assert work.toast.failures
    work.toast.dismiss()


def test_the_button_asks_once_and_writes_where_it_is_told(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, out, drawn = table_of(work), tmp_path / "asked.svg", list[object]()
    whole = table.drawing

    def drawing() -> object:
        drawn.append(whole())
        return drawn[-1]

    def choose(*_: object) -> ExportChoice:
        # How large a view is, is found out by drawing it: for the question once, whoever answers.
        assert len(drawn) == 1
        return ExportChoice("svg", 1, "print")

    def name(*_: object) -> Path:
        return out

    monkeypatch.setattr(table, "drawing", drawing)
    monkeypatch.setattr(ExportDialog, "ask", choose)
    monkeypatch.setattr(asking, "export_file", name)
    QTest.mouseClick(work.beside.pane.export, Qt.MouseButton.LeftButton)
    assert "Photo of the quay" in out.read_text(encoding="utf-8")
    assert len(drawn) == 2
