"""Looking at a file at full size, from the board and the inspector, and coming back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.shortcuts import ShortcutSheet
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.pages.several_page import SeveralPage
from caseboard.viewer.window import Viewer
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands.comparing import matches_of
from whole_pictures import comparison_of, viewer_of, wait_until_whole

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


def test_the_files_of_a_card_are_seen_at_full_size(qtbot: QtBot, work: Workspace) -> None:
    select(work, "satellite_image")
    window = work.window()
    assert isinstance(window, Window)
    before = work.canvas.camera, work.bridge.case.journal.length
    window.do("open_file")
    viewer = viewer_of(qtbot, work)
    assert viewer.isVisible() and viewer.shown is not None
    assert (viewer.shown.name, viewer.shown.title, viewer.shown.gsd) == (
        "before.png",
        "The quay",
        0.31,
    )
    assert "0.31 m a pixel" in viewer.side.scale.text()
    QTest.keyClick(viewer.pane, Qt.Key.Key_PageDown)
    assert viewer_of(qtbot, work).name.text().startswith("after.png")
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    assert work.showing.viewer is None
    assert (work.canvas.camera, work.bridge.case.journal.length) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_sheet_of_keys_comes_over_the_viewer_and_the_comparison(
    qtbot: QtBot, work: Workspace, key: Qt.Key
) -> None:
    select(work, "satellite_image")
    work.showing.open_selected()
    viewer = viewer_of(qtbot, work)
    work.showing.compare_selected()
    comparison = work.showing.comparison
    assert comparison is not None
    for window, part in ((viewer, viewer.pane), (comparison, comparison.panes[0])):
        told: list[str] = []

        def look(window: QWidget = window, told: list[str] = told) -> None:
            sheet = QApplication.activeModalWidget()
            assert isinstance(sheet, ShortcutSheet) and sheet.parentWidget() is window
            assert not sheet.choose.isVisible()
            told.extend(sheet.shown)
            QTest.keyClick(sheet, Qt.Key.Key_Escape)

        QTimer.singleShot(0, look)
        QTest.keyClick(part, key)
        assert {"Measure", "The next page, or the next file", "Blurred region"} <= {*told}


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
    viewer = viewer_of(qtbot, work)
    assert viewer.shown is not None and viewer.shown.name == "after.png"
    first.view_button.click()
    assert viewer_of(qtbot, work) is viewer
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
    viewer = viewer_of(qtbot, work)
    viewer.stepped.emit("undo")
    assert work.bridge.contents.items[item].title == "The quay"


def test_matched_points_are_saved_as_a_finding_and_shown_again(
    qtbot: QtBot, work: Workspace
) -> None:
    item_id = select(work, "satellite_image")
    window = work.window()
    assert isinstance(window, Window)
    window.do("compare_files")
    comparison = comparison_of(qtbot, work)
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


def test_two_media_items_keep_the_points_of_their_pictures(
    qtbot: QtBot, work: Workspace, tmp_path: Path
) -> None:
    case = work.bridge.case
    for n, colour in enumerate(("teal", "brown")):
        Image.new("RGB", (300, 200), colour).save(tmp_path / f"{n}.png")
        item = case.add("media", title=f"Photo {n}")
        case.attach(item, tmp_path / f"{n}.png")
        case.place(item, x=400 * n, y=600)
    media = [each for each in work.bridge.contents.items.values() if each.kind == "media"]
    contents = work.bridge.contents
    work.selection.set(cards=[contents.cards_of(each.id)[0].id for each in media])
    window = work.window()
    assert isinstance(window, Window)
    window.do("compare_files")
    comparison = comparison_of(qtbot, work)
    # The panes hear of it a moment later.
    qtbot.waitUntil(lambda: all(p.eye.picture_width == 300 for p in comparison.panes))
    assert not comparison.save.isEnabled() and "2 more pairs" in comparison.save.toolTip()
    QTest.mouseClick(comparison.setting, LEFT)
    for spot in ((60.0, 50.0), (240.0, 50.0)):
        for pane in comparison.panes:
            QTest.mouseClick(pane, LEFT, pos=pane.eye.to_screen(QPointF(*spot)).toPoint())
    first = media[0] if comparison.compared[0].item == media[0].id else media[1]
    assert comparison.save.toolTip() == f"Keep the points with “{first.title}”"
    QTest.mouseClick(comparison.save, LEFT)
    (row,) = matches_of(work.bridge.contents.items[first.id])
    assert row["way"] == "similarity"
    comparison.close()


def test_with_the_points_an_image_says_what_it_was_compared_with(
    qtbot: QtBot, work: Workspace, tmp_path: Path
) -> None:
    case, scene = work.bridge.case, select(work, "satellite_image")
    Image.new("RGB", (300, 200), "teal").save(tmp_path / "later.png")
    later = case.add("media", title="Later")
    case.attach(later, tmp_path / "later.png")
    work.selection.set(items=[scene, later.id])
    work.selection.settle()
    work.showing.compare_selected()
    comparison = work.showing.comparison
    assert comparison is not None
    there = [each.item for each in comparison._files]  # pyright: ignore[reportPrivateUsage]
    pairs = (((0.1, 0.1), (0.2, 0.1)), ((0.8, 0.9), (0.9, 0.9)))

    def save() -> None:
        wait_until_whole(qtbot, *comparison.panes)
        comparison.matched.show_pairs(pairs)
        comparison.save.click()
        assert "kept with “The quay”" in comparison.state.text()

    own = [at for at, item in enumerate(there) if item == scene]
    comparison.first.setCurrentIndex(own[0])
    comparison.second.setCurrentIndex(own[1])
    save()
    assert "compared_with" not in work.bridge.contents.items[scene].values
    comparison.first.setCurrentIndex(there.index(later.id))
    save()
    assert work.bridge.contents.items[scene].values["compared_with"] == [later.id]
    comparison.close()


def test_where_nothing_can_keep_points_that_is_said_before_any_is_set(
    qtbot: QtBot, work: Workspace, tmp_path: Path
) -> None:
    case = work.bridge.case
    claim = next(each for each in work.bridge.contents.items.values() if each.kind == "claim")
    for n, colour in enumerate(("teal", "brown")):
        Image.new("RGB", (300, 200), colour).save(tmp_path / f"{n}.png")
        case.attach(claim, tmp_path / f"{n}.png")
    select(work, "claim")
    work.showing.compare_selected()
    comparison = work.showing.comparison
    assert comparison is not None
    assert not comparison.save.isEnabled()
    assert "neither item is one" in comparison.save.toolTip()
    comparison.close()


def test_both_windows_come_back_where_they_were_left(
    qtbot: QtBot, work: Workspace, open_window: Callable[[], Window]
) -> None:
    select(work, "satellite_image")
    work.showing.open_selected()
    viewer = viewer_of(qtbot, work)
    assert viewer.screen().availableGeometry().contains(viewer.geometry())
    viewer.setGeometry(50, 60, 700, 500)
    viewer.close()
    work.showing.compare_selected()
    comparison = work.showing.comparison
    assert comparison is not None
    assert comparison.screen().availableGeometry().contains(comparison.geometry().topLeft())
    comparison.setGeometry(40, 45, 750, 520)
    comparison.close()
    work.showing.open_selected()
    assert viewer_of(qtbot, work).geometry().getRect() == (50, 60, 700, 500)
    work.showing.compare_selected()
    assert work.showing.comparison is not None
    # It is wider than the screen of the tests.
    place = work.showing.comparison.geometry()
    assert (place.y(), place.height()) == (45, 520)


def test_two_items_with_pictures_offer_to_be_compared_in_the_inspector(
    qtbot: QtBot, work: Workspace, tmp_path: Path
) -> None:
    case = work.bridge.case
    Image.new("RGB", (300, 200), "teal").save(tmp_path / "photo.png")
    photo = case.add("media", title="Photo")
    case.attach(photo, tmp_path / "photo.png")
    case.place(photo, x=400, y=600)
    contents = work.bridge.contents
    scene = next(each for each in contents.items.values() if each.kind == "satellite_image")
    claim = next(each for each in contents.items.values() if each.kind == "claim")

    def page_of(*items: str) -> SeveralPage:
        work.selection.set(cards=[contents.cards_of(each)[0].id for each in items])
        page = work.inspector.page
        assert isinstance(page, SeveralPage)
        qtbot.waitUntil(page.common.isVisible)
        return page

    assert not page_of(scene.id, claim.id).compare_button.isVisible()
    page = page_of(scene.id, photo.id)
    assert page.compare_button.isVisible()
    QTest.mouseClick(page.compare_button, LEFT)
    comparison = work.showing.comparison
    assert comparison is not None
    assert {each.item for each in comparison.compared} == {scene.id, photo.id}
    comparison.close()


def test_a_file_that_cannot_be_shown_is_saved_from_where_that_is_said(
    qtbot: QtBot, work: Workspace, tmp_path: Path
) -> None:
    case = work.bridge.case
    bytes_in = b"\x89PNG\r\n\x1a\n" + bytes(300)
    broken = case.add("media", title="Broken")
    case.attach_bytes(broken, bytes_in, "broken.png")
    artifact = work.bridge.contents.attachments_of(broken.id)[0].artifact
    work.showing.open(broken.id, artifact)
    viewer = work.showing.viewer
    assert viewer is not None
    qtbot.waitUntil(viewer.unseen.isVisible, timeout=30_000)

    def choose(parent: QWidget | None, name: str) -> Path:
        return tmp_path / f"out-{name}"

    work.showing.choose_target = choose
    QTest.mouseClick(viewer.unseen.save, LEFT)
    assert (tmp_path / "out-broken.png").read_bytes() == bytes_in
    assert "Saved to the byte" in viewer.hint.text()


def test_there_must_be_two_to_compare(work: Workspace) -> None:
    select(work, "claim")
    work.showing.compare_selected()
    assert work.showing.comparison is None
    assert "Select two items" in work.toast.label.text()


def test_the_viewer_writes_coordinates_as_it_was_told_last_time(
    work: Workspace, qtbot: QtBot
) -> None:
    item = select(work, "satellite_image")
    artifact = work.bridge.contents.attachments_of(item)[0].artifact
    work.showing.open(item, artifact)
    viewer = viewer_of(qtbot, work)
    form = viewer.side.form
    form.setFocus()
    QTest.keyClick(form, Qt.Key.Key_Down)
    assert viewer.side.form_name == "dms"
    viewer.close()
    qtbot.waitUntil(lambda: work.showing.viewer is None)
    work.showing.open(item, artifact)
    assert viewer_of(qtbot, work).side.form_name == "dms"
