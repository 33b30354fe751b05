"""A weak point is set aside for a reason, stays so in the file, and comes back when its ground changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.panels.weak_point_rows import ASIDE, PointRow
from caseboard.panels.weak_points import WeakPointsPanel
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenWindow = Callable[[], Window]
WHY = "The photo is the only one there is."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A claim for which one photo alone speaks; of the photo nobody knows when and where."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay", actor="Ada") as case:
        photo, claim = case.add("media", title="The quay"), case.add("claim", title="It sailed")
        case.place(photo, x=0, y=0)
        case.place(claim, x=5000, y=0)
        case.link(photo, "supports", claim)
    return path


def opened(open_window: OpenWindow, path: Path) -> Workspace:
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    QApplication.processEvents()
    window.menus["weak_points"].trigger()
    window.workspace.left.weak_points.finish()
    return window.workspace


def counted(panel: WeakPointsPanel) -> str:
    panel.finish()
    return panel.count.text()


def rows(panel: WeakPointsPanel) -> list[tuple[str, str]]:
    panel.finish()
    model = panel.model
    found = (model.line(model.index(row)) for row in range(model.rowCount()))
    return [(each.group, each.title) for each in found if isinstance(each, PointRow)]


def turn_to(panel: WeakPointsPanel, group: str) -> None:
    model = panel.model
    for row in range(model.rowCount()):
        line = model.line(model.index(row))
        if isinstance(line, PointRow) and line.group == group:
            panel.view.setCurrentIndex(model.index(row))


def test_one_is_set_aside_comes_back_with_undo_and_stays_aside_in_the_file(
    open_window: OpenWindow, path: Path, qtbot: QtBot
) -> None:
    work = opened(open_window, path)
    panel = work.left.weak_points
    assert panel.isVisible() and panel.view.hasFocus()
    assert counted(panel) == "3 weak points"
    assert rows(panel)[0] == ("single_line", "CB-002 It sailed")
    turn_to(panel, "single_line")
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    claim = next(each for each in work.bridge.contents.items.values() if each.kind == "claim")
    assert work.selection.item_ids(work.bridge.contents) == [claim.id]
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    QTest.keyClicks(panel.pane.reason, WHY)
    QTest.keyClick(panel.pane.reason, Qt.Key.Key_Return)
    assert counted(panel) == "2 weak points"
    work.undo()
    assert counted(panel) == "3 weak points"
    work.redo()
    assert counted(panel) == "2 weak points"
    window = work.window()
    assert isinstance(window, Window)
    window.leave_case()

    work = opened(open_window, path)
    panel = work.left.weak_points
    assert counted(panel) == "2 weak points"
    panel.fold(ASIDE, False)
    turn_to(panel, ASIDE)
    assert panel.pane.told.text().endswith(f": {WHY}")
    # One more item speaks for it, and goes again: it is another ground meanwhile.
    case = work.bridge.case
    report = case.add("document", title="Report")
    case.link(report, "derived_from", next(iter(work.bridge.contents.items.values())))
    case.link(report, "supports", claim)
    assert "one_line_for_many" in [group for group, _ in rows(panel)]
    assert ASIDE not in [group for group, _ in rows(panel)]
    work.undo()
    assert (ASIDE, "CB-002 It sailed") in rows(panel)


def test_it_comes_back_when_its_ground_has_changed(open_window: OpenWindow, path: Path) -> None:
    with Case.open(path) as case:
        claim = next(each for each in case.contents.items.values() if each.kind == "claim")
    work = opened(open_window, path)
    panel, case = work.left.weak_points, work.bridge.case
    turn_to(panel, "single_line")
    panel.pane.ask()
    QTest.keyClicks(panel.pane.reason, WHY)
    QTest.keyClick(panel.pane.reason, Qt.Key.Key_Return)
    assert "single_line" not in [group for group, _ in rows(panel)]
    link = next(iter(case.contents.links.values()))
    work.selection.set(links=[link.id])
    work.deeds.remove()
    case.link(case.add("document", title="Report"), "supports", claim)
    assert ("single_line", "CB-002 It sailed") in rows(panel)
