"""The grids beside the boards in a real window: what is entered there is drawn on the board, and back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.dialogs.export_dialog import ExportChoice, Format
from caseboard.views.elements import ElementsView
from caseboard.views.grid.grid_view import GridView
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two claims that exclude each other, one with an actor, and two items on a board."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        first, second = case.add("claim", title="It sailed"), case.add("claim", title="It stayed")
        case.link(first, "excludes", second)
        case.add_element(first, "actor", "The crew", required=True)
        photo = case.add("media", title="Photo of the quay")
        letter = case.add("document", title="Letter")
        for n, item in enumerate((first, second, photo, letter)):
            case.place(item, x=400 * n, y=0)
        case.link(photo, "supports", first)
        case.link(letter, "disputes", second)
    return path


@pytest.fixture
def work(open_window: OpenWindow, path: Path) -> Workspace:
    """The case in a window."""
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def shown(work: Workspace, name: str) -> GridView:
    """Bring a grid to the front."""
    work.beside.show(name)
    QApplication.processEvents()
    view = work.beside.pane.view
    assert isinstance(view, GridView)
    return view


def item_named(work: Workspace, title: str) -> str:
    return next(each.id for each in work.bridge.contents.items.values() if each.title == title)


def test_an_entry_is_drawn_selected_and_undone(work: Workspace) -> None:
    view = shown(work, "matrix")
    photo, second = item_named(work, "Photo of the quay"), item_named(work, "It stayed")
    assert view.grid.hasFocus()
    before = len(work.bridge.contents.links)
    view.grid.go_to(second, photo)
    QTest.keyClicks(view.grid, "--")
    (link,) = work.selection.links
    made = work.bridge.contents.links[link]
    assert (made.type, made.start.id, made.end.id) == ("disputes", photo, second)
    assert len(work.bridge.contents.links) == before + 1
    newest = next(work.bridge.case.journal.entries(newest_first=True, limit=1))
    assert newest.label == "Rate evidence"
    work.bridge.undo()
    assert len(work.bridge.contents.links) == before
    assert view.grid.cells.sheet.cell_face(second, photo).sign == ""


def test_what_is_selected_on_the_board_is_marked_in_the_grid(work: Workspace) -> None:
    view = shown(work, "matrix")
    letter = item_named(work, "Letter")
    card = next(each for each in work.bridge.contents.cards.values() if each.item == letter)
    work.selection.set(cards=[card.id])
    assert view.grid.selected == {letter}
    assert view.grid.current[1] == letter
    QTest.keyClick(view.grid, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    chosen = {work.bridge.contents.cards[each].item for each in work.selection.cards}
    assert chosen == {view.grid.current[0]}


def test_what_if_is_asked_in_the_grid(work: Workspace) -> None:
    view = shown(work, "matrix")
    letter = item_named(work, "Letter")
    view.grid.go_to("", letter)
    QTest.keyClicks(view.grid, "0")
    assert work.what_if.aside.now == {letter}
    assert view.grid.cells.sheet.column_face(letter).is_aside
    QTest.keyClicks(view.grid, "0")
    assert not work.what_if.aside.now


def test_the_elements_are_those_of_the_claim_that_is_selected(work: Workspace) -> None:
    first = item_named(work, "It sailed")
    card = next(each for each in work.bridge.contents.cards.values() if each.item == first)
    work.selection.set(cards=[card.id])
    view = shown(work, "elements")
    assert isinstance(view, ElementsView) and view.claim == first
    photo = item_named(work, "Photo of the quay")
    view.grid.go_to(view.grid.cells.rows[1], photo)
    QTest.keyClicks(view.grid, "2")
    QApplication.processEvents()
    page = work.inspector.page
    assert page is not None
    assert view.grid.cells.sheet.row_face(view.grid.cells.rows[1]).figure == "covered"


def test_the_inspector_leads_to_the_grid_of_its_claim(work: Workspace) -> None:
    second = item_named(work, "It stayed")
    work.inspector.desk.grid_wanted.emit(second)
    QApplication.processEvents()
    view = work.beside.pane.view
    assert isinstance(view, ElementsView) and view.claim == second


@pytest.mark.parametrize("name", ["matrix", "elements"])
@pytest.mark.parametrize("form", ["png", "pdf", "svg", "csv"])
def test_grids_leave_as_pictures_pages_and_rows(
    work: Workspace, tmp_path: Path, name: str, form: Format
) -> None:
    work.selection.clear()
    shown(work, name)
    target = tmp_path / f"{name}.{form}"
    work.beside.write(target, ExportChoice(form, 1, "print"))
    assert target.stat().st_size > 100
    if form == "csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert len(rows) >= 3 and any("Photo of the quay" in each for each in rows[0])
