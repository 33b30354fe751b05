"""The weak points panel: what an editor would ask, to go there or to set it aside for a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.panels.weak_point_rows import ASIDE, PAGE, Head, More, PointRow
from caseboard.panels.weak_points import WeakPointsPanel
from caseboard.panels.weak_points_model import Role
from caseboard.theme import theme
from casedb.model.assessments import SCHEME_OF
from casedb.model.changes import Edit
from casedb.model.records import Assessment, Item, Link, Source
from casedb.model.values import Values
from casedb.words import say

if TYPE_CHECKING:
    from conftest import CaseInMemory, Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[[QWidget, int, int], None]


@pytest.fixture
def panel(stage: Stage, show: Show) -> WeakPointsPanel:
    """The panel of an empty case, in sight."""
    made = WeakPointsPanel(stage.bridge, stage.selection, theme("light"))
    show(made, 280, 640)
    made.finish()
    return made


def lines(panel: WeakPointsPanel) -> list[object]:
    model = panel.model
    return [model.line(model.index(row)) for row in range(model.rowCount())]


def heads(panel: WeakPointsPanel) -> list[tuple[str, int]]:
    return [(each.title, each.count) for each in lines(panel) if isinstance(each, Head)]


def points(panel: WeakPointsPanel) -> list[PointRow]:
    return [each for each in lines(panel) if isinstance(each, PointRow)]


def turn_to(panel: WeakPointsPanel, check: str) -> PointRow:
    """Make the first weak point of a check the current row."""
    row, found = next(
        (row, each)
        for row, each in enumerate(lines(panel))
        if isinstance(each, PointRow) and each.asked.point.check == check
    )
    panel.view.setCurrentIndex(panel.model.index(row))
    return found


def related(stage: Stage) -> tuple[Item, Item, Link]:
    first = stage.item("note", "First", exhibit="CB-001")
    second = stage.item("note", "Second")
    return first, second, stage.link(first, "related", second)


def set_aside(panel: WeakPointsPanel, check: str, reason: str) -> None:
    turn_to(panel, check)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert panel.pane.is_asking and panel.pane.reason.hasFocus()
    QTest.keyClicks(panel.pane.reason, reason)
    QTest.keyClick(panel.pane.reason, Qt.Key.Key_Return)


def case_of(stage: Stage) -> CaseInMemory:
    return cast("CaseInMemory", stage.bridge.case)


# -- the rows ----------------------------------------------------------------------------------


def test_an_empty_case_says_that_there_is_nothing_to_ask(panel: WeakPointsPanel) -> None:
    assert not panel.view.isVisible() and panel.nothing.isVisible()
    assert panel.count.text() == "0 weak points"


def test_rows_stand_by_check_the_gravest_first_and_say_why(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    related(stage)
    office = stage.source("Office")
    claim = stage.item("claim", "It sailed", exhibit="CB-002")
    photo = stage.item("media", "Quay", source=office.id)
    stage.link(photo, "supports", claim)
    assert heads(panel) == [
        *(("One item alone", 1), ("Undated imagery", 1), ("Unplaced imagery", 1)),
        *(("Source not graded", 1), ("Link without a type", 1)),
    ]
    assert panel.count.text() == "5 weak points"
    told = [(each.title, each.sentence, each.named) for each in points(panel)]
    assert told[0] == ("CB-002 It sailed", "One item alone speaks for it.", "Quay")
    assert told[3][0] == "Office"
    assert told[4][0] == "CB-001 – Second"
    model = panel.model
    spoken = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == [
        "One item alone, 1 weak point, open",
        "CB-002 It sailed, One item alone speaks for it., Quay",
    ]
    # A narrow panel cuts the names of checks and titles.
    tips = [str(model.data(model.index(row), Qt.ItemDataRole.ToolTipRole)) for row in range(2)]
    assert "One item alone" in tips[0] and "CB-002 It sailed" in tips[1]


def test_a_protected_source_is_not_named(stage: Stage, panel: WeakPointsPanel) -> None:
    office = stage.source("Deep Throat")
    stage.run(Edit(office, Source(office.id, Values({"name": "Deep Throat", "protected": True}))))
    claim, photo = stage.item(), stage.item("document", source=office.id)
    stage.link(photo, "supports", claim)
    row = turn_to(panel, "ungraded")
    assert "Deep" not in row.title and row.title


def test_rows_follow_every_change(stage: Stage, panel: WeakPointsPanel) -> None:
    first, _, link = related(stage)
    assert len(points(panel)) == 1
    stage.set(first, title="Other", exhibit="CB-009")
    assert points(panel)[0].title == "CB-009 – Second"
    stage.remove(link)
    assert not points(panel) and panel.nothing.isVisible()


def test_a_hidden_panel_looks_when_it_is_shown(stage: Stage, panel: WeakPointsPanel) -> None:
    panel.hide()
    related(stage)
    assert not points(panel)
    panel.show()
    assert len(points(panel)) == 1


def test_groups_fold_and_open_with_keys_and_by_a_press(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    related(stage)
    view = panel.view
    turn_to(panel, "untyped")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not points(panel) and isinstance(view.line, Head) and not view.line.is_open
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(points(panel)) == 1
    head = view.visualRect(panel.model.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert not points(panel)


def test_a_long_group_shows_the_rest_when_it_is_asked_for(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    stage.add(*(stage.new("claim", f"Claim {n}") for n in range(PAGE + 20)))
    panel.finish()
    assert len(points(panel)) == PAGE
    (more,) = (each for each in lines(panel) if isinstance(each, More))
    assert (more.count, more.spoken) == (20, "Show 20 more")
    panel.view.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert len(points(panel)) == PAGE + 20


def test_the_list_is_filtered_by_words_and_by_what_is_selected(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    first, _, _ = related(stage)
    claim = stage.item("claim", "It sailed")
    panel.field.setText("SAILED nothing")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert [each.title for each in points(panel)] == ["It sailed"]
    assert panel.count.text() == "1 of 2 weak points"
    panel.field.setText("nowhere")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.nothing.isVisible()
    panel.field.clear()
    panel.selected.setChecked(True)
    assert not points(panel)
    stage.selection.set(items=[first.id])
    stage.selection.settle()
    assert [each.asked.point.check for each in points(panel)] == ["untyped"]
    stage.selection.set(items=[claim.id])
    stage.selection.settle()
    assert [each.asked.point.check for each in points(panel)] == ["without_evidence"]
    panel.selected.setChecked(False)
    assert len(points(panel)) == 2


def test_the_sentence_is_never_cut(stage: Stage, panel: WeakPointsPanel) -> None:
    claim = stage.item("claim")
    one = stage.item("document", "a", origin_known="unknown")
    stage.link(one, "supports", claim)
    turn_to(panel, "origin_not_known")
    index = panel.view.currentIndex()
    wide = panel.view.visualRect(index).height()
    panel.resize(180, 640)
    QApplication.processEvents()
    assert panel.view.visualRect(panel.view.currentIndex()).height() > wide


# -- going there -------------------------------------------------------------------------------


def test_a_press_and_return_go_to_the_subject_and_a_button_to_what_is_named(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    first, second, link = related(stage)
    went: list[str] = []
    panel.go_to.connect(went.append)
    row = panel.view.visualRect(panel.model.index(1))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert went == [link.id, link.id]
    names = [each.text() for each in panel.pane.buttons]
    assert names == ["CB-001", "Second"]
    assert panel.pane.buttons[0].accessibleName() == "Go to CB-001 First"
    panel.pane.buttons[0].click()
    panel.pane.buttons[1].click()
    assert went[2:] == [first.id, second.id]


def test_whoever_goes_to_a_row_keeps_the_list_of_what_was_selected(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    first, _, link = related(stage)
    stage.selection.set(items=[first.id])
    stage.selection.settle()
    panel.selected.setChecked(True)

    def go(_: str) -> None:
        stage.selection.set(sources=["nobody"])

    panel.go_to.connect(go)
    turn_to(panel, "untyped")
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    stage.selection.settle()
    assert [each.asked.point.subject for each in points(panel)] == [link.id]


# -- setting aside -----------------------------------------------------------------------------


def test_one_is_set_aside_for_a_reason_and_asked_again(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    related(stage)
    set_aside(panel, "untyped", "They met once.")
    assert panel.count.text() == "0 weak points"
    assert heads(panel) == [("Set aside", 1)] and not points(panel)
    panel.fold(ASIDE, False)
    panel.view.setCurrentIndex(panel.model.index(1))
    assert panel.pane.told.isVisible()
    told = panel.pane.told.text()
    assert told.startswith("Ada, ") and told.endswith(": They met once.")
    assert panel.pane.again_button.isVisible() and not panel.pane.aside_button.isVisible()
    panel.pane.again_button.click()
    assert panel.count.text() == "1 weak point"
    assert heads(panel) == [("Link without a type", 1)]


def test_nothing_is_set_aside_without_a_reason_and_escape_leaves(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    related(stage)
    turn_to(panel, "untyped")
    panel.pane.aside_button.click()
    QTest.keyClick(panel.pane.reason, Qt.Key.Key_Return)
    assert panel.count.text() == "1 weak point" and panel.pane.is_asking
    QTest.keyClick(panel.pane.reason, Qt.Key.Key_Escape)
    assert not panel.pane.is_asking and panel.pane.aside_button.isVisible()
    assert panel.view.hasFocus()


def test_the_cross_of_a_row_asks_for_the_reason(stage: Stage, panel: WeakPointsPanel) -> None:
    related(stage)
    row = panel.view.visualRect(panel.model.index(1))
    at = QPoint(row.right() - 16, row.top() + 16)
    went: list[str] = []
    panel.go_to.connect(went.append)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.pane.is_asking and not went


def test_another_row_is_not_given_the_reason_for_the_one_before(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    related(stage)
    stage.item("claim", "It sailed")
    turn_to(panel, "untyped")
    panel.pane.ask()
    panel.pane.reason.setText("Half a")
    turn_to(panel, "without_evidence")
    assert not panel.pane.is_asking and not panel.pane.reason.text()
    assert panel.pane.aside_button.isVisible()


def test_a_case_that_is_only_read_offers_neither(stage: Stage, panel: WeakPointsPanel) -> None:
    related(stage)
    case_of(stage).read_only = True
    turn_to(panel, "untyped")
    panel.fold("untyped", True)
    panel.fold("untyped", False)
    turn_to(panel, "untyped")
    pane = panel.pane
    assert pane.buttons and not pane.aside_button.isVisible()
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert not pane.is_asking


def test_what_is_graded_blind_tells_nothing_of_grades(stage: Stage, panel: WeakPointsPanel) -> None:
    office = stage.source("Office")
    claim, photo = stage.item(), stage.item("document", source=office.id)
    stage.link(photo, "supports", claim)
    stage.add(
        Assessment(
            *(stage.new_id(), "credibility", photo.id, claim.id, SCHEME_OF["credibility"]),
            *("1", "Ada", "2024-01-01"),
        )
    )
    checks = [each.asked.point.check for each in points(panel)]
    assert {"ungraded", "confirmed_by_whom"} < set(checks)
    stage.bridge.veil(office.id)
    assert [each.asked.point.check for each in points(panel)] == ["single_line"]
    stage.bridge.veil()
    assert [each.asked.point.check for each in points(panel)] == checks


def test_a_row_has_no_words_of_its_own_for_what_has_no_title(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    stage.item("claim", "")
    (row,) = points(panel)
    assert row.title == say("Untitled {kind}", kind="claim")
    assert panel.model.data(panel.model.index(1), Role.LINE) == row


def test_words_are_looked_for_in_what_things_are_called_now(
    stage: Stage, panel: WeakPointsPanel
) -> None:
    claim = stage.item("claim", "It sailed")
    panel.field.setText("moored")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert not points(panel)
    stage.set(claim, title="It moored")
    assert [each.title for each in points(panel)] == ["It moored"]
