"""A debris analysis in a real window: from a marking to where it was read, to the reference, to its limits."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.inspector.editors.table import TableEditor
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.viewer.mark_words import MarkWords
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import annotations
from casedb.model.geometry import Point
from casedb.model.marks import Form, Mark
from whole_pictures import wait_until_whole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FOUND = Mark(Form.BOX, ((0.5, 0.5), (0.7, 0.8)))
REFERENCE = Mark(Form.BOX, ((0.1, 0.2), (0.3, 0.6)))


def photo(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (400, 200), colour).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """A case with a debris analysis of two photos, a region marked on each, on the board and selected."""
    path = tmp_path / "debris.caseboard"
    with Case.create(path, "Debris") as case:
        item = case.add("debris_analysis", title="A fin", limits="Manufacture is not transfer.")
        regions: list[str] = []
        for colour, drawn in (("red", FOUND), ("blue", REFERENCE)):
            file = case.attach_bytes(item, photo(colour), f"{colour}.png").id
            case.run(annotations.annotate(case.contents, case.new_id, file, drawn, colour))
            regions.append(case.contents.annotations_of(file)[0].id)
        case.set(
            item,
            components=[{"part": "Fin", "mark": regions[0]}],
            reference_material=[{"what": "Parade", "mark": regions[1]}],
        )
        case.place(item, x=0, y=0, w=260, h=120)
    window = open_window()
    assert window.open_case(path)
    work = window.workspace
    assert work is not None
    work.selection.set(items=list(work.bridge.contents.items))
    work.selection.settle()
    QApplication.processEvents()
    return work


def table(work: Workspace, name: str) -> TableEditor:
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    page.form.reveal(name)
    editor = page.editor(name)
    assert isinstance(editor, TableEditor)
    return editor


def test_a_region_is_seen_in_the_viewer_where_it_was_marked(work: Workspace, qtbot: QtBot) -> None:
    row = table(work, "components").rows[0]
    row.open()
    cell = row.region_cell
    assert cell is not None
    cell.open()
    viewer = work.showing.viewer
    assert viewer is not None and viewer.shown is not None and viewer.shown.name == "red.png"
    middle = QPointF(0.6 * 400, 0.65 * 200)
    qtbot.waitUntil(
        lambda: (
            (viewer.pane.eye.x, viewer.pane.eye.y) == pytest.approx((middle.x(), middle.y()), abs=1)
        )
    )
    eye = viewer.pane.eye
    corners = [eye.from_fraction(*spot) for spot in FOUND.spots]
    assert all(0 <= each.x() <= eye.width and 0 <= each.y() <= eye.height for each in corners)
    # As large as there is room for, with a little around it.
    high = corners[1].y() - corners[0].y()
    wide = corners[1].x() - corners[0].x()
    assert max(high / eye.height, wide / eye.width) > 0.75
    viewer.close()


def test_to_mark_a_region_the_viewer_opens_and_the_mark_is_taken(
    work: Workspace, qtbot: QtBot
) -> None:
    editor = table(work, "components")
    seen = editor.rows[0].row.text("mark")
    editor.add_row()
    row = editor.rows[1]
    cell = row.region_cell
    assert cell is not None
    cell.mark_new()
    viewer = work.showing.viewer
    assert viewer is not None and viewer.shown is not None
    bridge, pane, file = work.bridge, viewer.pane, viewer.shown.artifact
    wait_until_whole(qtbot, pane)
    # The tool that marks a region is in hand already.
    first, last = (pane.eye.from_fraction(*spot).toPoint() for spot in ((0.1, 0.1), (0.2, 0.2)))
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(pane, last)
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=last)
    words = QApplication.focusWidget()
    assert isinstance(words, MarkWords)
    words.setPlainText("Serial")
    QTest.keyClick(words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell.name.text() == "Serial")
    viewer.close()
    (item,) = bridge.contents.items.values()
    made = bridge.contents.annotations_of(file)[-1].id
    assert item.values["components"] == [{"part": "Fin", "mark": seen}, {"mark": made}]


def test_a_reference_is_laid_on_what_was_found(work: Workspace, qtbot: QtBot) -> None:
    row = table(work, "reference_material").rows[0]
    row.open()
    cell = row.region_cell
    assert cell is not None
    cell.compare(cell.found[0][0])
    comparison = work.showing.comparison
    assert comparison is not None
    assert [each.name for each in comparison.compared] == ["red.png", "blue.png"]
    one, other = comparison.panes
    qtbot.waitUntil(lambda: one.eye.x == pytest.approx(240, abs=1))
    qtbot.waitUntil(lambda: other.eye.x == pytest.approx(80, abs=2))
    assert other.eye.y == pytest.approx(80, abs=2)
    assert "One region lies on the other" in comparison.state.text()
    comparison.close()


def test_limits_are_told_where_the_pointer_rests(work: Workspace) -> None:
    canvas = work.canvas
    assert "Manufacture is not transfer." in canvas.tip_at(canvas.camera.to_screen(Point(130, 60)))
    view = work.outline.boards.view
    view.expandAll()
    model, tips = view.model(), list[str]()
    waiting = [view.rootIndex()]
    while waiting:
        above = waiting.pop()
        below = [model.index(row, 0, above) for row in range(model.rowCount(above))]
        tips += [str(each.data(Qt.ItemDataRole.ToolTipRole)) for each in below]
        waiting += below
    assert any("Manufacture is not transfer." in each for each in tips)
