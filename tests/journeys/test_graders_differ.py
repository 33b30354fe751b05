"""Where two people grade differently, it is to be seen wherever the grade is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from caseboard.inspector.controls.rows import RowButton
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.spoken import item_details
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.card_face import face
from casedb.model.records import Item

# Where there is no window manager a tip cannot be raised.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

APART = "Graders differ: B by Ada, D by Ben; 2 by Ada, 4 by Ben."


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Iterator[Workspace]:
    """A photo for a claim, graded by Ada and then otherwise by Ben, and so is its source."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        office = case.add_source("Office")
        photo = case.add("media", title="The quay", source=office.id)
        claim = case.add("claim", title="It sailed")
        case.place(photo, x=0, y=0)
        case.link(photo, "supports", claim)
        for actor, letter, digit in (("Ada", "A", "1"), ("Ada", "B", "2"), ("Ben", "D", "4")):
            case.actor = actor
            case.assess(office, "reliability", letter)
            case.assess(photo, "credibility", digit)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    yield window.workspace
    QToolTip.hideText()


def photo_of(work: Workspace) -> Item:
    return next(each for each in work.bridge.contents.items.values() if each.kind == "media")


def tip_of_card(work: Workspace) -> str:
    (card,) = work.bridge.contents.cards.values()
    at = work.canvas.camera.to_screen(card.rect.centre)
    point = QPoint(round(at.x), round(at.y))
    event = QHelpEvent(QEvent.Type.ToolTip, point, work.canvas.mapToGlobal(point))
    QApplication.sendEvent(work.canvas, event)
    return QToolTip.text()


def test_the_card_marks_its_grade_and_its_tip_names_the_grades(work: Workspace) -> None:
    assert APART in tip_of_card(work)
    assert face(work.bridge.contents, photo_of(work)).grade == "D4"
    assert f"graded D4, {APART.rstrip('.')}" in item_details(work.bridge.contents, photo_of(work))


def test_the_head_of_the_inspector_and_the_rows_of_a_claim_mark_it_too(work: Workspace) -> None:
    work.selection.set(items=[photo_of(work).id])
    QApplication.processEvents()
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    assert page.grade.text() == "D4 ≠"
    assert page.grade.accessibleName() == f"grade D4, {APART}"
    assert APART in page.grade.toolTip()
    claim = next(each for each in work.bridge.contents.items.values() if each.kind == "claim")
    work.selection.set(items=[claim.id])
    QApplication.processEvents()
    page = work.inspector.page
    assert isinstance(page, ItemPage) and page.evidence is not None
    row = next(each for each in page.evidence.findChildren(RowButton) if each.face.grade)
    assert row.face.grade == "D4 ≠"
    assert APART in row.toolTip()


def test_the_list_of_sources_marks_it_too(work: Workspace) -> None:
    work.left.setCurrentWidget(work.left.sources)
    QApplication.processEvents()
    model = work.left.sources.model
    (source,) = work.bridge.contents.sources.values()
    row = model.row_of(source.id)
    assert "Graders differ: B by Ada, D by Ben" in str(model.data(row, Qt.ItemDataRole.ToolTipRole))


def test_nobody_who_grades_blind_is_told(work: Workspace) -> None:
    work.bridge.veil(photo_of(work).id)
    assert APART not in tip_of_card(work)
    assert face(work.bridge.contents, photo_of(work)).grade_apart == ""
