"""Marking a picture by hand: from the board to the viewer and back, on disk and after opening again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.pages.link_page import LinkPage
from caseboard.palette import Palette
from caseboard.spoken import link_hint
from caseboard.viewer.window import Viewer
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands import items
from casedb.commands.annotations import anchor_link, mark
from casedb.model.geometry import Point
from casedb.model.link_types import ANCHORS
from casedb.model.marks import Form
from casedb.model.records import Ref
from whole_pictures import comparison_of, viewer_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
Keys = Qt.Key


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A picture and a claim, each on a card."""
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        media = case.add("media", title="The quay")
        for name, colour in (("IMG_1.png", "steelblue"), ("IMG_2.png", "olive")):
            Image.new("RGB", (600, 400), colour).save(tmp_path / name)
            case.attach(media, tmp_path / name)
        claim = case.add("claim", title="The ship was there")
        case.place(media, x=0, y=0)
        case.place(claim, x=400, y=0)
    return path


@pytest.fixture
def work(open_window: Callable[[], Window], path: Path) -> Workspace:
    window = open_window()
    assert window.open_case(path)
    assert window.workspace is not None
    return window.workspace


def select(work: Workspace, kind: str = "media") -> str:
    contents = work.bridge.contents
    item = next(each for each in contents.items.values() if each.kind == kind)
    work.selection.set(cards=[contents.cards_of(item.id)[0].id])
    work.selection.settle()
    return item.id


def at(viewer: Viewer, x: float, y: float) -> QPoint:
    return viewer.pane.eye.from_fraction(x, y).toPoint()


def draw_box(viewer: Viewer, text: str) -> None:
    pane = viewer.pane
    QTest.keyClick(pane, Keys.Key_B)
    # The list has come beside the picture.
    QApplication.processEvents()
    QTest.mousePress(pane, LEFT, pos=at(viewer, 0.2, 0.2))
    QTest.mouseMove(pane, at(viewer, 0.4, 0.4))
    QTest.mouseMove(pane, at(viewer, 0.6, 0.5))
    QTest.mouseRelease(pane, LEFT, pos=at(viewer, 0.6, 0.5))
    field = viewer.marking.words
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Keys.Key_Return)


def test_a_mark_is_drawn_counted_and_there_after_opening_again(
    qtbot: QtBot, work: Workspace, path: Path, tmp_path: Path
) -> None:
    item = select(work)
    window = work.window()
    assert isinstance(window, Window)
    qtbot.waitUntil(lambda: isinstance(work.inspector.page, ItemPage))
    page = work.inspector.page
    assert isinstance(page, ItemPage)
    assert not page.files.lines[0].marks_button.isVisibleTo(page)
    window.do("open_file")
    viewer = viewer_of(qtbot, work)
    assert not viewer.panel.isVisible()
    before = work.bridge.case.artifact_bytes(viewer.marking.marked.artifact)
    draw_box(viewer, "Serial plate")
    assert viewer.panel.isVisible()
    assert page.files.lines[0].marks_button.text() == "1 mark"
    QTest.keyClick(viewer.pane, Keys.Key_Escape)
    QTest.keyClick(viewer.pane, Keys.Key_Escape)
    assert work.showing.viewer is None
    page.files.lines[0].marks_button.click()
    viewer = viewer_of(qtbot, work)
    assert viewer.panel.isVisible() and viewer.panel.heading.text() == "1 mark"
    window.close_case()
    QApplication.processEvents()
    with Case.open(path) as case:
        artifact = case.contents.attachments_of(item)[0].artifact
        (kept,) = case.contents.annotations_of(artifact)
        drawn = mark(kept)
        assert drawn is not None and drawn.form is Form.BOX
        assert kept.values.text("text") == "Serial plate"
        assert case.artifact_bytes(artifact) == before == (tmp_path / "IMG_1.png").read_bytes()


def test_one_undo_from_within_the_viewer_takes_a_mark_and_its_words_back(
    qtbot: QtBot, work: Workspace
) -> None:
    select(work)
    work.showing.open_selected()
    viewer = viewer_of(qtbot, work)
    draw_box(viewer, "Plate")
    assert len(work.bridge.contents.annotations) == 1
    QTest.keyClick(viewer.pane, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not work.bridge.contents.annotations
    assert viewer.panel.nothing.isVisible()
    QTest.keyClick(viewer.pane, Keys.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(work.bridge.contents.annotations) == 1


def test_marks_are_seen_where_two_files_are_compared(qtbot: QtBot, work: Workspace) -> None:
    select(work)
    work.showing.open_selected()
    viewer = viewer_of(qtbot, work)
    draw_box(viewer, "Plate")
    viewer.close()
    window = work.window()
    assert isinstance(window, Window)
    window.do("compare_files")
    comparison = comparison_of(qtbot, work)
    first, second = comparison.marked
    assert [each.text for each in first.here] == ["Plate"] and second.here == ()
    plain = comparison.panes[0].grab().toImage()
    work.bridge.undo()
    assert first.here == ()
    assert comparison.panes[0].grab().toImage() != plain


def test_a_case_that_is_only_read_shows_marks_and_changes_none(
    qtbot: QtBot, open_window: Callable[[], Window], work: Workspace, path: Path
) -> None:
    select(work)
    work.showing.open_selected()
    draw_box(viewer_of(qtbot, work), "Plate")
    window = work.window()
    assert isinstance(window, Window)
    window.close_case()
    with Case.open(path):
        other = open_window()
        assert other.open_case(path)
        reading = other.workspace
        assert reading is not None and reading.bridge.read_only
        select(reading)
        reading.showing.open_selected()
        viewer = viewer_of(qtbot, reading)
        assert viewer.panel.heading.text() == "1 mark"
        assert not viewer.bar.tools.buttons[Form.BOX].isEnabled()
        QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.2, 0.3))
        assert viewer.marking.marked.chosen is not None
        QTest.keyClick(viewer.pane, Keys.Key_Delete)
        assert len(reading.bridge.contents.annotations) == 1
        other.close_case()


def marked(qtbot: QtBot, work: Workspace) -> Viewer:
    """The viewer with one mark, which is chosen."""
    select(work)
    work.showing.open_selected()
    viewer = viewer_of(qtbot, work)
    draw_box(viewer, "Serial plate")
    return viewer


def test_a_link_starts_at_a_mark_and_leads_back_to_it(
    qtbot: QtBot, work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = marked(qtbot, work)
    asked: list[str] = []

    def answer(parent: QWidget, on_desktop: QPoint, types: object, way: str = "") -> str:
        asked.append(way)
        return "supports"

    monkeypatch.setattr(AskLinkType, "ask", answer)
    QTest.keyClick(viewer.pane, Keys.Key_L)
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.field, "ship")
    QTest.keyClick(palette.field, Keys.Key_Return)
    (link,) = work.bridge.contents.links.values()
    (mark_id,) = work.bridge.contents.annotations
    assert link.values.text(ANCHORS[0]) == mark_id and asked == [
        "From “Media: The quay” to “Claim: The ship was there”"
    ]
    assert "starts at this mark" in viewer.hint.text()
    model = viewer.panel.list.model()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "supports" in spoken and "The ship was there" in spoken
    viewer.close()
    # On the board, and from the page of the link back to the mark.
    work.selection.set(links=[link.id])
    work.selection.settle()
    qtbot.waitUntil(lambda: isinstance(work.inspector.page, LinkPage))
    page = work.inspector.page
    assert isinstance(page, LinkPage)
    assert page.see_start.isVisibleTo(page) and not page.see_end.isVisibleTo(page)
    assert "From “Serial plate” on IMG_1.png" in page.see_start.toolTip()
    assert "from the mark “Serial plate”" in link_hint(work.bridge.contents, link)
    page.see_start.click()
    viewer = viewer_of(qtbot, work)
    assert viewer.marking.marked.chosen_id == mark_id
    assert (at(viewer, 0.4, 0.35) - viewer.pane.rect().center()).manhattanLength() < 6


def test_a_mark_leads_to_its_link_on_the_board(qtbot: QtBot, work: Workspace) -> None:
    viewer = marked(qtbot, work)
    contents = work.bridge.contents
    (mark_id,) = contents.annotations
    start, end = (
        next(each for each in contents.items.values() if each.kind == kind)
        for kind in ("media", "claim")
    )
    made = work.linking.connect(Ref.item(start.id), "supports", Ref.item(end.id), from_mark=mark_id)
    assert made is not None
    work.selection.clear()
    viewer.panel.link_shown.emit(made)
    assert work.selection.links == {made}
    viewer.close()


def test_the_tip_of_a_string_tells_the_mark_at_its_end(qtbot: QtBot, work: Workspace) -> None:
    marked(qtbot, work).close()
    contents, canvas = work.bridge.contents, work.canvas
    (mark_id,) = contents.annotations
    start, end = (
        next(each for each in contents.items.values() if each.kind == kind)
        for kind in ("media", "claim")
    )
    made = work.linking.connect(Ref.item(start.id), "supports", Ref.item(end.id), from_mark=mark_id)
    assert made is not None
    (x, y), _ = canvas.columns.middle(0)
    middle = canvas.camera.to_screen(Point(float(x), float(y)))
    assert canvas.tip_at(middle) == "<p>from the mark “Serial plate”</p>"
    # A string that ends at whole items shows all that there is.
    work.bridge.run(anchor_link(contents, made, at_start=True, annotation_id=""))
    assert canvas.tip_at(middle) == ""


def test_deleting_a_mark_says_what_its_links_lose_and_is_one_step(
    qtbot: QtBot, work: Workspace
) -> None:
    viewer = marked(qtbot, work)
    contents = work.bridge.contents
    (mark_id,) = contents.annotations
    start, end = (
        next(each for each in contents.items.values() if each.kind == kind)
        for kind in ("media", "claim")
    )
    made = work.linking.connect(Ref.item(start.id), "supports", Ref.item(end.id), from_mark=mark_id)
    assert made is not None
    viewer.pane.setFocus()
    QTest.keyClick(viewer.pane, Keys.Key_Delete)
    assert "1 link points at the whole item again" in viewer.hint.text()
    assert contents.links[made].values.text(ANCHORS[0]) == ""
    work.bridge.undo()
    assert contents.links[made].values.text(ANCHORS[0]) == mark_id
    assert list(contents.annotations) == [mark_id]


def test_the_words_of_a_mark_lead_to_it_from_the_search_and_from_the_palette(
    qtbot: QtBot, work: Workspace
) -> None:
    select(work)
    work.showing.open_selected()
    viewer = viewer_of(qtbot, work)
    draw_box(viewer, "Serial plate")
    (mark_id,) = work.bridge.contents.annotations
    viewer.close()
    work.left.show_search()
    search = work.search
    with qtbot.waitSignal(search.answered, timeout=5_000, check_params_cb="plate".__eq__):
        search.field.insert("plate")
    QTest.keyClick(search.field, Keys.Key_Down)
    QTest.keyClick(search.view, Keys.Key_Return)
    viewer = viewer_of(qtbot, work)
    assert viewer.marking.marked.chosen is not None
    assert viewer.marking.marked.chosen.id == mark_id
    viewer.close()

    contents = work.bridge.contents
    attachments = [each.id for each in contents.attachments_of(select(work))]
    work.bridge.run(items.detach(contents, attachments))
    window = work.window()
    assert isinstance(window, Window)
    window.do("palette")
    palette = window.offering.palette
    assert palette is not None
    palette.field.setText("serial plate")
    qtbot.waitUntil(lambda: palette.current is not None, timeout=5_000)
    assert palette.current is not None and palette.current.text == "Serial plate"
    assert palette.current.beside == "Mark on IMG_1.png · no item uses it"
    QTest.keyClick(palette.field, Keys.Key_Return)
    viewer = viewer_of(qtbot, work)
    assert viewer.marking.marked.chosen is not None
    assert viewer.marking.marked.chosen.id == mark_id
    viewer.close()
