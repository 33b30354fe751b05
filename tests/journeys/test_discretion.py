"""What is not shown to whoever looks over a shoulder: protected names, and grades while one grades blind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseboard.exports import export_board
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.pages.source_page import SourcePage
from caseboard.panels.filter_tree import HEADINGS
from caseboard.panels.source_rows import SourceRow
from caseboard.panels.sources import GRADES, SOURCES
from caseboard.panels.sources_model import Role
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.history import Entry
from casedb.intake.cage.cage import Cage
from casedb.model.filtering import NONE, Condition
from casedb.story import changes_of
from casedb.words import say
from heard import interface_of, name, walk
from painted import note_painted
from screens import panels_of, settled, wait_for_search

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SECRET = "Hrytsenko"


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """A case in which one has graded a photo of a protected source, opened by somebody else."""
    path = tmp_path / "case.caseboard"
    with Case.create(path, "Case", actor="First grader") as case:
        source = case.add_source(SECRET, aliases=["The nurse Hrytsenko"], protected=True)
        claim = case.add("claim", title="The ship was there")
        photo = case.add("media", title="Pier", source=source)
        case.assess(source, "reliability", "B")
        case.assess(photo, "credibility", "3")
        case.link(photo, "supports", claim)
        case.place(photo, x=0, y=0, w=260, h=160)
        case.place(claim, x=400, y=0)
        case.set(source, notes=f"{SECRET} asked for it")
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    settled(window)
    return window.workspace


def window_of(work: Workspace) -> Window:
    window = work.window()
    assert isinstance(window, Window)
    return window


def texts(window: Window, told: list[str]) -> Iterator[str]:
    """Whatever is read, painted or heard in a window but for the inspector."""
    yield window.windowTitle()
    for label in window.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for each in walk(interface_of(window)):
        yield name(each)
    told.clear()
    window.grab()
    yield from told


def test_a_protected_name_is_on_no_panel_in_no_title_and_in_nothing_that_leaves(
    work: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cage: Cage
) -> None:
    window, told = window_of(work), note_painted(monkeypatch)
    work.selection.clear()

    def find(screen: str) -> list[str]:
        return [f"{screen}: {each}" for each in texts(window, told) if SECRET in each]

    found: list[str] = []
    for screen, _ in panels_of(window):
        found += find(screen)
    work.left.show_journal()
    for entry in list(work.bridge.case.journal.entries()):
        work.journal.open_entry(entry)
        settled(window)
        found += find(f"journal entry {entry.seq}")
    work.left.show_sources()
    settled(window)
    found += find("sources")
    work.left.show_search()
    work.search.field.setText("nurse")
    wait_for_search(work)
    found += find("search")
    window.do("palette")
    palette = window.offering.palette
    assert palette is not None
    palette.field.setText("nurse")
    settled(window)
    found += find("palette")
    palette.close()
    assert found == []
    work.selection.set(cards=list(work.bridge.contents.cards))
    work.canvas.setFocus()
    window.do("copy")
    mime = QGuiApplication.clipboard().mimeData()
    held = {form: bytes(mime.data(form).data()) for form in mime.formats()}
    # What Qt holds on a clipboard must not outlive the application.
    QGuiApplication.clipboard().clear()
    assert held
    assert not [form for form, data in held.items() if SECRET.encode() in data]
    path = tmp_path / "board.svg"
    export_board(work.bridge.case, work.board_id, path, "svg", cage)
    assert SECRET not in path.read_text("utf-8")


# -- grading blind -----------------------------------------------------------------------------


def grade_on_card(work: Workspace) -> str:
    item = next(each for each in work.bridge.contents.items.values() if each.kind == "media")
    face = work.canvas.scene.cards.faces.of(item.id)
    assert face is not None
    return face.grade


def graded_as(work: Workspace) -> tuple[list[str], list[str]]:
    """As what items are graded, as the filter counts them and as the table of grades does."""
    work.left.show_filter()
    tree = work.filter.tree
    settled(window_of(work))
    (heading,) = tree.findItems(say(HEADINGS[Condition.CREDIBILITY]), Qt.MatchFlag.MatchExactly)
    rows = [heading.child(n) for n in range(heading.childCount())]
    counted = [str(each.data(0, Qt.ItemDataRole.UserRole)) for each in rows if each is not None]
    work.left.show_sources()
    work.left.sources.show_page(GRADES)
    told = work.left.sources.grades.table.cells.diagonal.cells
    work.left.sources.show_page(SOURCES)
    work.left.show_journal()
    return [each for each in counted if each != NONE], [digit for _, digit in told]


def test_while_somebody_grades_blind_the_first_grade_is_nowhere(
    work: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window, contents = window_of(work), work.bridge.contents
    told = note_painted(monkeypatch)
    assert grade_on_card(work) == "B3"
    assert graded_as(work) == (["3"], ["3"])
    work.left.show_journal()
    journal = work.bridge.case.journal
    graded = next(each for each in journal.entries(newest_first=True) if is_about_grade(work, each))
    work.journal.open_entry(graded)
    photo = next(each for each in contents.items.values() if each.kind == "media")
    work.selection.set(items=[photo.id])
    work.selection.settle()
    settled(window)
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    whole = told_by_entry(work)
    assert any(each.endswith("3") for each in whole), "or this test could not fail"
    assert [each for each in texts(window, told) if "B3" in each]
    page.assessments.start()
    settled(window)
    form = page.assessments.form
    assert form is not None and form.is_hiding
    assert grade_on_card(work) == ""
    # The table of grades says of every one how many there are.
    seen = [each for each in texts(window, told) if "B3" in each]
    assert set(seen) <= {"B3: 0 items"}
    entry = told_by_entry(work)
    assert not [each for each in entry if each.endswith("3")]
    assert any("while somebody grades blind" in each for each in entry)
    # Neither a count nor the board as it was tells it.
    assert graded_as(work) == ([], [])
    work.look_back(journal.length)
    assert grade_on_card(work) == ""
    work.back_then.end()
    work.journal.open_entry(graded)
    form.leave()
    settled(window)
    assert grade_on_card(work) == "B3"
    assert graded_as(work) == (["3"], ["3"])
    assert told_by_entry(work) == whole


def told_by_entry(work: Workspace) -> list[str]:
    """What the open entry of the journal says it changed."""
    page = work.journal.entry.area.widget()
    assert page is not None
    return [
        each.text() for each in page.findChildren(QLabel) if each.objectName() != "journalField"
    ]


def is_about_grade(work: Workspace, entry: Entry) -> bool:
    told = changes_of(work.bridge.case.journal, work.bridge.contents, entry)
    return any(each.table == "assessment" for each in told)


def test_while_a_source_is_graded_blind_its_letter_is_on_no_card(work: Workspace) -> None:
    (source,) = work.bridge.contents.sources
    work.selection.set(sources=[source])
    work.selection.settle()
    page = work.inspector.page
    assert isinstance(page, SourcePage)
    page.assessments.start()
    assert page.assessments.form is not None and page.assessments.form.is_hiding
    assert grade_on_card(work) == ""
    work.left.show_sources()
    settled(window_of(work))
    model = work.left.sources.model
    row = model.data(model.index(0, 0), Role.ROW)
    assert isinstance(row, SourceRow) and row.grade == ""
    page.assessments.form.word.choose("C")
    page.assessments.form.store()
    assert grade_on_card(work) == "C3"
