"""Looking at a file at full size, from the board and the inspector, and coming back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.inspector.pages.item_page import ItemPage
from caseboard.viewer.window import Viewer
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands.comparing import matches_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def work(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """A satellite image with two pictures and a text, and a claim without any."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        scene = case.add("satellite_image", title="The quay", gsd=0.31)
        for name, colour in (("before.png", "steelblue"), ("after.png", "olive")):
            Image.new("RGB", (300, 200), colour).save(tmp_path / name)
            case.attach(scene, tmp_path / name)
        case.attach_bytes(scene, b"words", "words.txt")
        claim = case.add("claim", title="The ship was there")
        case.place(scene, x=0, y=0)
        case.place(claim, x=400, y=0)
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    return window.workspace


def select(work: Workspace, kind: str) -> str:
    """The item of a kind, selected by its card."""
    contents = work.bridge.contents
    item = next(each for each in contents.items.values() if each.kind == kind)
    work.selection.set(cards=[contents.cards_of(item.id)[0].id])
    return item.id


def opened(qtbot: QtBot, work: Workspace) -> Viewer:
    """The viewer, with all of its picture."""
    viewer = work.showing.viewer
    assert viewer is not None
    qtbot.waitUntil(
        lambda: viewer.pane.picture is not None and viewer.pane.picture.is_whole, timeout=30_000
    )
    # What was told last is on its way.
    QApplication.processEvents()
    return viewer


def test_the_files_of_a_card_are_seen_at_full_size(qtbot: QtBot, work: Workspace) -> None:
    select(work, "satellite_image")
    window = work.window()
    assert isinstance(window, Window)
    before = work.canvas.camera, work.bridge.case.journal.length
    window.do("open_file")
    viewer = opened(qtbot, work)
    assert viewer.isVisible() and viewer.shown is not None
    assert (viewer.shown.name, viewer.shown.title, viewer.shown.gsd) == (
        "before.png",
        "The quay",
        0.31,
    )
    assert "0.31 m a pixel" in viewer.side.scale.text()
    QTest.keyClick(viewer.pane, Qt.Key.Key_PageDown)
    assert opened(qtbot, work).name.text().startswith("after.png")
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    assert work.showing.viewer is None
    assert (work.canvas.camera, work.bridge.case.journal.length) == before


def test_what_has_no_picture_is_told_so(work: Workspace) -> None:
    select(work, "claim")
    work.showing.open_selected()
    assert work.showing.viewer is None
    assert "picture or document" in work.toast.label.text()


def test_a_file_in_the_inspector_is_opened_by_mouse_and_button(
    qtbot: QtBot, work: Workspace
) -> None:
    select(work, "satellite_image")
    qtbot.waitUntil(lambda: isinstance(work.inspector.page, ItemPage))
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    first, second, words = page.files.lines
    QTest.mouseDClick(second.picture, LEFT, pos=QPoint(10, 10))
    viewer = opened(qtbot, work)
    assert viewer.shown is not None and viewer.shown.name == "after.png"
    first.view_button.click()
    assert opened(qtbot, work) is viewer
    assert viewer.shown is not None and viewer.shown.name == "before.png"
    assert not words.view_button.isVisibleTo(page)


def test_the_viewer_goes_with_the_case(qtbot: QtBot, work: Workspace) -> None:
    select(work, "satellite_image")
    work.showing.open_selected()
    viewer = work.showing.viewer
    assert viewer is not None
    window = work.window()
    assert isinstance(window, Window)
    window.close_case()
    QApplication.processEvents()
    assert work.showing.viewer is None
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, Viewer)] == []


def test_a_step_is_taken_back_from_within_the_viewer(qtbot: QtBot, work: Workspace) -> None:
    item = select(work, "satellite_image")
    work.bridge.case.set(work.bridge.contents.items[item], title="Another name")
    work.showing.open_selected()
    viewer = opened(qtbot, work)
    viewer.stepped.emit("undo")
    assert work.bridge.contents.items[item].title == "The quay"


def test_matched_points_are_saved_as_a_finding_and_shown_again(
    qtbot: QtBot, work: Workspace
) -> None:
    item_id = select(work, "satellite_image")
    window = work.window()
    assert isinstance(window, Window)
    window.do("compare_files")
    comparison = work.showing.comparison
    assert comparison is not None
    qtbot.waitUntil(
        lambda: all(p.picture is not None and p.picture.is_whole for p in comparison.panes),
        timeout=30_000,
    )
    pairs = (((0.1, 0.1), (0.2, 0.1)), ((0.8, 0.9), (0.9, 0.9)))
    comparison.matched.show_pairs(pairs)
    comparison.save.click()
    assert "kept with “The quay”" in comparison.state.text()
    (row,) = matches_of(work.bridge.contents.items[item_id])
    first, second = comparison.compared
    assert (row["first"], row["second"]) == (first.artifact, second.artifact)
    comparison.close()
    assert work.showing.comparison is None
    window.do("compare_files")
    again = work.showing.comparison
    assert again is not None and again.matched.pairs == pairs
    again.stepped.emit("undo")
    assert matches_of(work.bridge.contents.items[item_id]) == ()
    again.close()


def test_there_must_be_two_to_compare(work: Workspace) -> None:
    select(work, "claim")
    work.showing.compare_selected()
    assert work.showing.comparison is None
    assert "Select two items" in work.toast.label.text()
