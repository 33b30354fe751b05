"""Independent lines in a window: what is told of them on the card and on the page, and what is said by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.sections.independence import IndependenceSection
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.records import Item
from casedb.store.home import Home

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A claim with two reports, both on its board."""
    found = tmp_path / "quay.caseboard"
    with Case.create(found, "Quay", actor="Ada") as case:
        claim = case.add("claim", title="It sailed")
        case.place(claim, x=0, y=0)
        for n, title in enumerate(("One report", "Another")):
            report = case.add("document", title=title)
            case.place(report, x=400, y=200 * n)
            case.link(report, "supports", claim)
    return found


@pytest.fixture
def work(open_window: Callable[[], Window], path: Path) -> Workspace:
    """The case in a window, with the claim selected."""
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    window.workspace.selection.set(items=[claim_of(window.workspace).id])
    window.workspace.selection.settle()
    QApplication.processEvents()
    return window.workspace


def claim_of(work: Workspace) -> Item:
    return next(each for each in work.bridge.contents.items.values() if each.kind == "claim")


def section(work: Workspace) -> IndependenceSection:
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.independence is not None
    return page.independence


def told(work: Workspace) -> str:
    """The sentence of the page, which is what the card tells."""
    (side,) = section(work).sides
    standing = work.bridge.contents.standing(claim_of(work).id)
    assert standing is not None
    assert side.side.sentence.startswith(f"{standing.pro.high} independent line")
    return side.side.sentence


def test_origins_are_made_one_by_keys_and_are_so_in_the_file(
    work: Workspace, path: Path, home: Home
) -> None:
    assert told(work) == "2 independent lines speak for it: 2 mentions of 2 origins."
    line = section(work).sides[0].lines[0]
    menu = QMenu()
    line.fill_menu(menu)
    menu.actions()[0].trigger()
    form = section(work).form
    assert form is not None and form.name.hasFocus()
    for row in form.rows.values():
        if not row.isChecked():
            QTest.keyClick(row, Qt.Key.Key_Space)
    QTest.keyClicks(form.name, "Harbour office")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    together = "1 independent line speaks for it: 2 mentions of 1 origin."
    assert told(work) == together
    work.bridge.undo()
    assert told(work) == "2 independent lines speak for it: 2 mentions of 2 origins."
    work.bridge.redo()
    assert told(work) == together
    held = work.bridge.case.path
    with Case.open(held, home=home, read_only=True) as case:
        groups = [each.values.text("origin_group") for each in case.contents.items.values()]
        assert sorted(groups) == ["", "Harbour office", "Harbour office"]
    assert held == path


def test_a_line_leads_to_its_item_on_the_board(work: Workspace) -> None:
    QTest.keyClick(section(work).sides[0].lines[0].button, Qt.Key.Key_Return)
    work.selection.settle()
    selected = {work.bridge.contents.cards[each].item for each in work.selection.now.cards}
    assert [work.bridge.contents.items[each].title for each in selected] == ["One report"]
