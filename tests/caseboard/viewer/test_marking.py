"""Marks in the viewer: drawn, chosen, pulled, written on and deleted by real events."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.mark_deeds import MarkDeeds
from caseboard.theme import theme
from caseboard.viewer.drawing import Drawing
from caseboard.viewer.mark_labels import Wish, places
from caseboard.viewer.mark_tools import TOOLS
from caseboard.viewer.window import Shown, Viewer
from casedb.commands import annotations
from casedb.model.changes import ChangeSet, Edit
from casedb.model.marks import Form, Mark
from casedb.model.records import Annotation
from casedb.model.values import Values
from manners import faults_of
from whole_pictures import come_up, wait_until_whole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
Keys = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
WIDE, HIGH = 1000, 800


def picture_of(colour: str = "white") -> Image.Image:
    """A picture whose right half is black."""
    made = Image.new("RGB", (WIDE, HIGH), colour)
    made.paste((0, 0, 0), (WIDE // 2, 0, WIDE, HIGH))
    return made


@pytest.fixture
def file(bridge: CaseBridge, tmp_path: Path) -> Shown:
    out = io.BytesIO()
    picture_of().save(out, "PNG")
    item = bridge.case.add("media", title="Pier")
    bridge.case.attach_bytes(item, out.getvalue(), "pier.png")
    return Shown(bridge.contents.attachments_of(item.id)[0].artifact, "pier.png", "Pier")


def no_link(*_: object) -> None:
    """No link is asked for here."""


@pytest.fixture
def viewer(qtbot: QtBot, bridge: CaseBridge, file: Shown, tmp_path: Path) -> Iterator[Viewer]:
    """The picture, as it is seen from a window, fitted into it."""
    made = Viewer(bridge.case, tmp_path, theme("light"))
    qtbot.addWidget(made)
    made.marking.wishes = MarkDeeds(bridge, made.tell, no_link, no_link)
    bridge.changed.connect(made.follow)
    bridge.failed.connect(made.tell)
    made.resize(1300, 800)
    made.list_marks(True)
    come_up(qtbot, made, file)
    wait_until_whole(qtbot, made.pane)
    yield made
    made.close()


def at(viewer: Viewer, x: float, y: float) -> QPoint:
    """Where a spot of the picture is seen."""
    return viewer.pane.eye.from_fraction(x, y).toPoint()


def drag(viewer: Viewer, start: QPoint, end: QPoint) -> None:
    pane = viewer.pane
    QTest.mousePress(pane, LEFT, pos=start)
    QTest.mouseMove(pane, (start + end) / 2)
    QTest.mouseMove(pane, end)
    QTest.mouseRelease(pane, LEFT, pos=end)


def write(viewer: Viewer, text: str) -> None:
    """Write on the mark that was just drawn."""
    field = viewer.marking.words
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Keys.Key_Return)
    QApplication.processEvents()


def stored(bridge: CaseBridge) -> list[Mark]:
    found = [annotations.mark(each) for each in bridge.contents.annotations.values()]
    return [each for each in found if each is not None]


def only(bridge: CaseBridge) -> Mark:
    (mark,) = stored(bridge)
    return mark


def marked(
    bridge: CaseBridge, file: Shown, form: Form, *spots: tuple[float, float], text: str = ""
) -> str:
    before = set(bridge.contents.annotations)
    drawn = Mark(form, spots)
    assert bridge.run(
        annotations.annotate(bridge.contents, bridge.new_id, file.artifact, drawn, text)
    )
    (made,) = set(bridge.contents.annotations) - before
    return made


def is_near(mark: Mark, *spots: tuple[float, float], off: float = 0.004) -> bool:
    return all(
        abs(a - b) < off
        for one, other in zip(mark.spots, spots, strict=True)
        for a, b in zip(one, other, strict=True)
    )


# -- drawing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [Form.ARROW, Form.BOX, Form.BLUR])
def test_a_drag_draws_and_is_one_step_with_its_words(
    viewer: Viewer, bridge: CaseBridge, form: Form
) -> None:
    QTest.keyClick(viewer.pane, getattr(Keys, f"Key_{TOOLS[form].key}"))
    drag(viewer, at(viewer, 0.2, 0.3), at(viewer, 0.6, 0.5))
    write(viewer, "Serial plate")
    mark = only(bridge)
    assert mark.form is form and is_near(mark, (0.2, 0.3), (0.6, 0.5))
    (kept,) = bridge.contents.annotations.values()
    assert kept.values.text("text") == "Serial plate"

    def step(what: str) -> None:
        assert bridge.undo() if what == "undo" else bridge.redo()

    viewer.stepped.connect(step)
    QTest.keyClick(viewer.pane, Keys.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(bridge) == []
    QTest.keyClick(viewer.pane, Keys.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert bridge.contents.annotations[kept.id] == kept


def test_a_click_sets_a_point_whose_words_may_be_left_out(
    viewer: Viewer, bridge: CaseBridge
) -> None:
    viewer.bar.tools.buttons[Form.POINT].click()
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.25, 0.75))
    field = viewer.marking.words
    assert field is not None
    QTest.keyClick(field, Keys.Key_Escape)
    assert is_near(only(bridge), (0.25, 0.75))
    assert viewer.isVisible() and viewer.pane.hasFocus()
    # The tool was for one mark.
    assert viewer.marking.drawing.tool is None and viewer.bar.tools.buttons[None].isChecked()


def test_a_text_without_words_is_no_mark(viewer: Viewer, bridge: CaseBridge) -> None:
    for words in ("", "Crane"):
        QTest.keyClick(viewer.pane, Keys.Key_X)
        QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.5, 0.5))
        write(viewer, words)
    assert only(bridge).form is Form.TEXT
    assert len(viewer.marking.drawing.labels) == 0 or viewer.marking.marked.chosen is not None


@pytest.mark.parametrize("closing", ["return", "double click", "first corner"])
def test_a_polygon_is_closed_in_three_ways(
    viewer: Viewer, bridge: CaseBridge, closing: str
) -> None:
    corners = ((0.2, 0.2), (0.6, 0.2), (0.6, 0.7))
    QTest.keyClick(viewer.pane, Keys.Key_G)
    for corner in corners:
        QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, *corner))
    if closing == "return":
        QTest.keyClick(viewer.pane, Keys.Key_Return)
    elif closing == "double click":
        QTest.mouseDClick(viewer.pane, LEFT, pos=at(viewer, *corners[-1]))
    else:
        QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, *corners[0]))
    write(viewer, "Deck")
    assert is_near(only(bridge), *corners)


def test_a_corner_is_taken_back_and_a_polygon_given_up(viewer: Viewer, bridge: CaseBridge) -> None:
    pane = viewer.pane
    QTest.keyClick(pane, Keys.Key_G)
    for corner in ((0.2, 0.2), (0.6, 0.2), (0.9, 0.9), (0.6, 0.7)):
        QTest.mouseClick(pane, LEFT, pos=at(viewer, *corner))
        if corner[0] == 0.9:
            QTest.keyClick(pane, Keys.Key_Backspace)
    QTest.keyClick(pane, Keys.Key_Return)
    write(viewer, "")
    assert is_near(only(bridge), (0.2, 0.2), (0.6, 0.2), (0.6, 0.7))
    QTest.keyClick(pane, Keys.Key_G)
    for corner in ((0.2, 0.2), (0.6, 0.2), (0.9, 0.9)):
        QTest.mouseClick(pane, LEFT, pos=at(viewer, *corner))
    QTest.keyClick(pane, Keys.Key_Escape)
    assert not viewer.marking.drawing.is_drawing
    QTest.keyClick(pane, Keys.Key_Escape)
    assert viewer.marking.drawing.tool is None and viewer.isVisible()
    assert len(stored(bridge)) == 1


def test_what_is_drawn_beyond_the_edge_ends_there(viewer: Viewer, bridge: CaseBridge) -> None:
    QTest.keyClick(viewer.pane, Keys.Key_B)
    drag(viewer, at(viewer, 0.5, 0.5), at(viewer, 1.0, 1.0) + QPoint(30, 20))
    write(viewer, "")
    assert is_near(only(bridge), (0.5, 0.5), (1, 1))


def test_a_mark_is_drawn_where_it_is_seen_in_a_turned_view(
    viewer: Viewer, bridge: CaseBridge
) -> None:
    viewer.pane.turn_to(30)
    QTest.keyClick(viewer.pane, Keys.Key_A)
    drag(viewer, at(viewer, 0.3, 0.3), at(viewer, 0.7, 0.4))
    write(viewer, "")
    assert is_near(only(bridge), (0.3, 0.3), (0.7, 0.4))


@pytest.mark.parametrize("form", list(Form))
def test_every_form_is_drawn_by_keys_alone(viewer: Viewer, bridge: CaseBridge, form: Form) -> None:
    pane = viewer.pane
    QTest.keyClick(pane, getattr(Keys, f"Key_{TOOLS[form].key}"))
    QTest.keyClick(pane, Keys.Key_Return)
    write(viewer, "By keys")
    mark = only(bridge)
    assert mark.form is form
    before = mark.bounds
    QTest.keyClick(pane, Keys.Key_Right)
    assert only(bridge).bounds[0] == pytest.approx(before[0] + 1 / WIDE, abs=2e-6)
    QTest.keyClick(pane, Keys.Key_Down, SHIFT)
    assert only(bridge).bounds[1] == pytest.approx(before[1] + 10 / HIGH, abs=2e-6)
    assert bridge.undo()
    assert only(bridge).bounds == before
    QTest.keyClick(pane, Keys.Key_Delete)
    assert stored(bridge) == []


# -- choosing and pulling ------------------------------------------------------------------------


def test_a_box_is_chosen_moved_and_pulled_into_shape(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    box = marked(bridge, file, Form.BOX, (0.2, 0.2), (0.5, 0.5))
    seen = viewer.pane.eye
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.2, 0.4))
    assert viewer.marking.marked.chosen_id == box
    drag(viewer, at(viewer, 0.3, 0.4), at(viewer, 0.4, 0.5))
    assert is_near(only(bridge), (0.3, 0.3), (0.6, 0.6))
    drag(viewer, at(viewer, 0.6, 0.6), at(viewer, 0.9, 0.7))
    assert is_near(only(bridge), (0.3, 0.3), (0.9, 0.7))
    assert viewer.pane.eye == seen
    assert bridge.undo() and is_near(only(bridge), (0.3, 0.3), (0.6, 0.6))


def test_the_inside_of_what_is_not_chosen_moves_the_picture(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    marked(bridge, file, Form.BOX, (0.2, 0.2), (0.8, 0.8))
    viewer.pane.show_exactly()
    before = viewer.pane.eye
    drag(viewer, at(viewer, 0.5, 0.5), at(viewer, 0.5, 0.5) + QPoint(40, 30))
    assert viewer.pane.eye != before
    assert is_near(only(bridge), (0.2, 0.2), (0.8, 0.8))


def test_escape_leaves_a_mark_where_it_was(viewer: Viewer, bridge: CaseBridge, file: Shown) -> None:
    marked(bridge, file, Form.BOX, (0.2, 0.2), (0.5, 0.5))
    pane = viewer.pane
    QTest.mouseClick(pane, LEFT, pos=at(viewer, 0.2, 0.4))
    QTest.mousePress(pane, LEFT, pos=at(viewer, 0.3, 0.4))
    QTest.mouseMove(pane, at(viewer, 0.6, 0.6))
    QTest.keyClick(pane, Keys.Key_Escape)
    QTest.mouseRelease(pane, LEFT, pos=at(viewer, 0.6, 0.6))
    assert is_near(only(bridge), (0.2, 0.2), (0.5, 0.5))


def test_corners_of_a_polygon_come_and_go_by_mouse_and_keys(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    marked(bridge, file, Form.POLYGON, (0.2, 0.2), (0.6, 0.2), (0.6, 0.6))
    pane = viewer.pane
    QTest.mouseClick(pane, LEFT, pos=at(viewer, 0.3, 0.2))
    drag(viewer, at(viewer, 0.4, 0.2), at(viewer, 0.4, 0.1))
    assert is_near(only(bridge), (0.2, 0.2), (0.4, 0.1), (0.6, 0.2), (0.6, 0.6))
    QTest.mouseClick(pane, LEFT, pos=at(viewer, 0.4, 0.1))
    QTest.keyClick(pane, Keys.Key_Delete)
    assert is_near(only(bridge), (0.2, 0.2), (0.6, 0.2), (0.6, 0.6))
    QTest.keyClick(pane, Keys.Key_Period)
    QTest.keyClick(pane, Keys.Key_Insert)
    assert is_near(only(bridge), (0.2, 0.2), (0.4, 0.2), (0.6, 0.2), (0.6, 0.6))
    for _ in range(2):
        QTest.keyClick(pane, Keys.Key_Down, SHIFT)
    assert is_near(only(bridge), (0.2, 0.2), (0.4, 0.2 + 20 / HIGH), (0.6, 0.2), (0.6, 0.6))


def test_arrow_keys_follow_the_screen_in_a_turned_view(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    point = marked(bridge, file, Form.POINT, (0.5, 0.5))
    viewer.pane.turn_to(90)
    viewer.marking.marked.choose(point)
    viewer.pane.setFocus()
    before = at(viewer, *only(bridge).spots[0])
    for _ in range(3):
        QTest.keyClick(viewer.pane, Keys.Key_Right, SHIFT)
    after = at(viewer, *only(bridge).spots[0])
    assert after.x() > before.x() + 5 and abs(after.y() - before.y()) <= 1


def test_tab_goes_through_the_marks_and_on(viewer: Viewer, bridge: CaseBridge, file: Shown) -> None:
    first = marked(bridge, file, Form.POINT, (0.1, 0.1), text="First")
    second = marked(bridge, file, Form.POINT, (0.9, 0.9), text="Second")
    pane, chosen = viewer.pane, viewer.marking.marked
    pane.setFocus()
    for expected in (first, second):
        QTest.keyClick(pane, Keys.Key_Tab)
        assert chosen.chosen_id == expected and pane.hasFocus()
    assert "Second" in pane.accessibleDescription()
    QTest.keyClick(pane, Keys.Key_Backtab, SHIFT)
    assert chosen.chosen_id == first
    QTest.keyClick(pane, Keys.Key_Tab)
    QTest.keyClick(pane, Keys.Key_Tab)
    assert chosen.chosen_id == "" and not pane.hasFocus()


def test_words_are_changed_and_copied(viewer: Viewer, bridge: CaseBridge, file: Shown) -> None:
    mark = marked(bridge, file, Form.POINT, (0.4, 0.4), text="Crane")
    QTest.mouseDClick(viewer.pane, LEFT, pos=at(viewer, 0.4, 0.4))
    write(viewer, "Two cranes")
    assert bridge.contents.annotations[mark].values.text("text") == "Two cranes"
    QTest.keyClick(viewer.pane, Keys.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Two cranes"


def test_a_click_elsewhere_keeps_what_was_written(viewer: Viewer, bridge: CaseBridge) -> None:
    QTest.keyClick(viewer.pane, Keys.Key_P)
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.3, 0.3))
    field = viewer.marking.words
    assert field is not None
    QTest.keyClicks(field, "Kept")
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.8, 0.8))
    (kept,) = bridge.contents.annotations.values()
    assert kept.values.text("text") == "Kept"


# -- the list --------------------------------------------------------------------------------------


def test_the_list_says_what_there_is_and_leads_to_it(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    panel = viewer.panel
    assert panel.nothing.isVisible() and not panel.list.isVisible()
    box = marked(bridge, file, Form.BOX, (0.1, 0.1), (0.2, 0.2), text="Plate")
    marked(bridge, file, Form.BLUR, (0.5, 0.5), (0.6, 0.6))
    assert panel.heading.text() == "2 marks" and panel.blurred.isVisible()
    model = panel.list.model()
    spoken = [model.data(model.index(n, 0), Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert spoken == ["Plate. Box", "Blurred region. No words"]
    panel.list.setFocus()
    panel.list.setCurrentIndex(model.index(0, 0))
    assert viewer.marking.marked.chosen_id == box
    before = viewer.pane.eye.zoom
    QTest.keyClick(panel.list, Keys.Key_Return)
    assert viewer.pane.eye.zoom > before
    spot = at(viewer, 0.15, 0.15) - viewer.pane.rect().center()
    assert spot.manhattanLength() < 4


def test_the_buttons_below_the_list_colour_and_delete(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    mark = marked(bridge, file, Form.BOX, (0.1, 0.1), (0.2, 0.2))
    panel = viewer.panel
    assert not panel.buttons["delete"].isEnabled()
    viewer.marking.marked.choose(mark)
    panel.buttons["colour"].click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    (blue,) = [each for each in menu.actions() if each.text() == "&Blue"]
    blue.trigger()
    menu.close()
    assert bridge.contents.annotations[mark].values.text("accent") == "sat"
    panel.buttons["delete"].click()
    assert stored(bridge) == [] and "Undo brings it back" in viewer.hint.text()


def test_the_screen_has_good_manners(viewer: Viewer, bridge: CaseBridge, file: Shown) -> None:
    assert faults_of(viewer) == []
    mark = marked(bridge, file, Form.BOX, (0.1, 0.1), (0.2, 0.2), text="Plate")
    viewer.marking.marked.choose(mark)
    assert faults_of(viewer) == []


# -- what may not be changed -----------------------------------------------------------------------


def test_a_board_of_then_lets_nothing_be_drawn_or_moved(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    marked(bridge, file, Form.BOX, (0.2, 0.2), (0.5, 0.5), text="Plate")
    bridge.looks_back = True
    viewer.follow()
    assert not viewer.bar.tools.buttons[Form.BOX].isEnabled()
    assert bridge.refusal in viewer.bar.tools.buttons[Form.BOX].toolTip()
    QTest.keyClick(viewer.pane, Keys.Key_B)
    assert viewer.marking.drawing.tool is None
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.2, 0.4))
    assert viewer.marking.marked.chosen is not None
    drag(viewer, at(viewer, 0.2, 0.4), at(viewer, 0.4, 0.4))
    QTest.keyClick(viewer.pane, Keys.Key_Delete)
    QTest.keyClick(viewer.pane, Keys.Key_Return)
    assert viewer.marking.words is None
    assert is_near(only(bridge), (0.2, 0.2), (0.5, 0.5))
    bridge.looks_back = False


def test_a_mark_of_a_newer_version_is_listed_and_left_alone(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    odd = Annotation(bridge.new_id(), file.artifact, Values({"form": "spiral", "text": "Odd"}))
    assert bridge.run(ChangeSet("Mark on a picture", (Edit(None, odd),)))
    assert viewer.panel.heading.text() == "1 mark"
    viewer.panel.list.shown.emit(odd.id)
    viewer.pane.grab()


# -- painting --------------------------------------------------------------------------------------


def colours(viewer: Viewer, x: float, y: float) -> tuple[int, int, int]:
    spot = viewer.pane.grab().toImage().pixelColor(at(viewer, x, y))
    return spot.red(), spot.green(), spot.blue()


def test_a_blurred_region_is_squares_and_the_picture_is_not(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    viewer.list_marks(False)
    viewer.pane.fit()
    QApplication.processEvents()
    assert colours(viewer, 0.496, 0.5) == (255, 255, 255)
    # Of the squares across one has its middle on the edge between white and black.
    marked(bridge, file, Form.BLUR, (0.375, 0.4), (0.725, 0.6))
    mixed = colours(viewer, 0.496, 0.5)
    assert 0 < mixed[0] < 255 and mixed == colours(viewer, 0.53, 0.5)
    QTest.keyClick(viewer.pane, Keys.Key_H)
    assert colours(viewer, 0.496, 0.5) == (255, 255, 255)


def test_a_line_is_seen_on_light_and_on_dark(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    marked(bridge, file, Form.BOX, (0.1, 0.3), (0.9, 0.7))
    image = viewer.pane.grab().toImage()
    for x in (0.3, 0.7):
        spot = at(viewer, x, 0.3)
        column = [image.pixelColor(spot + QPoint(0, dy)).lightness() for dy in range(-6, 7)]
        assert max(column) - min(column) > 100


def test_words_stand_over_no_other_words_while_there_is_room() -> None:
    screen = QRectF(0, 0, 600, 400)
    wishes = [Wish(QRectF(300, 200, 10, 10), QSizeF(120, 20)) for _ in range(6)]
    found = places(wishes, screen, 6)
    assert all(screen.contains(each) for each in found)
    for n, one in enumerate(found):
        assert not any(one.intersects(other) for other in found[:n])


def test_words_of_what_is_at_the_edge_stay_on_the_screen() -> None:
    screen = QRectF(0, 0, 600, 400)
    (box,) = places([Wish(QRectF(599, 1, 0, 0), QSizeF(120, 20))], screen, 6)
    assert screen.contains(box)
    (box,) = places([Wish(QRectF(900, 1, 10, 10), QSizeF(120, 20))], screen, 6)
    assert not screen.intersects(box)


def test_the_ruler_has_the_hands_while_something_is_measured(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    marked(bridge, file, Form.BOX, (0.2, 0.2), (0.5, 0.5))
    QTest.keyClick(viewer.pane, Keys.Key_B)
    QTest.keyClick(viewer.pane, Keys.Key_M)
    assert viewer.marking.drawing.tool is None
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.2, 0.4))
    assert viewer.marking.marked.chosen is None and len(viewer.measure.points) == 1
    QTest.keyClick(viewer.pane, Keys.Key_A)
    assert not viewer.ruler.isChecked()
    assert isinstance(viewer.pane.layers[0], Drawing) and viewer.pane.layers[0].is_active


def test_a_label_is_taken_hold_of_like_its_line(
    viewer: Viewer, bridge: CaseBridge, file: Shown
) -> None:
    text = marked(bridge, file, Form.TEXT, (0.5, 0.5), text="A crane")
    viewer.pane.grab()
    box = viewer.marking.drawing.labels[text]
    assert QPointF(at(viewer, 0.5, 0.5)).y() == pytest.approx(box.center().y(), abs=2)
    drag(viewer, box.center().toPoint(), box.center().toPoint() + QPoint(50, 0))
    assert only(bridge).spots[0][0] > 0.52


def test_marks_of_a_document_belong_to_their_page(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge
) -> None:
    item = bridge.case.add("document", title="Report")
    out = io.BytesIO()
    picture_of().save(out, "PDF", save_all=True, append_images=[picture_of("olive")])
    bridge.case.attach_bytes(item, out.getvalue(), "report.pdf")
    shown = Shown(bridge.contents.attachments_of(item.id)[0].artifact, "report.pdf")
    viewer.show_files([shown])
    qtbot.waitUntil(lambda: viewer.page.isVisible(), timeout=30_000)
    viewer.page.setValue(2)
    wait_until_whole(qtbot, viewer.pane)
    QTest.keyClick(viewer.pane, Keys.Key_P)
    QTest.mouseClick(viewer.pane, LEFT, pos=at(viewer, 0.5, 0.5))
    write(viewer, "Signature")
    assert only(bridge).page == 2
    model = viewer.panel.list.model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Signature. Point · page 2"
    )
    viewer.page.setValue(1)
    assert viewer.marking.marked.here == ()
    viewer.panel.list.shown.emit(viewer.marking.marked.all[0].id)
    assert viewer.page.value() == 2 and len(viewer.marking.marked.here) == 1
    wait_until_whole(qtbot, viewer.pane)
    assert (at(viewer, 0.5, 0.5) - viewer.pane.rect().center()).manhattanLength() < 4


def middle_of(viewer: Viewer) -> QPointF:
    """What of the picture lies in the middle of where it is seen now."""
    pane = viewer.pane
    return pane.eye.to_picture(QPointF(pane.width() / 2, pane.height() / 2))


def place_of(viewer: Viewer, spot: QPointF) -> QPointF:
    """Where a point of the picture lies on the desktop."""
    return QPointF(viewer.pane.mapToGlobal(viewer.pane.eye.to_screen(spot)))


@pytest.mark.parametrize("zoom", [None, 3.0])
def test_what_one_aims_at_stays_under_the_pointer_when_a_tool_opens_the_list(
    viewer: Viewer, zoom: float | None
) -> None:
    viewer.list_marks(False)
    viewer.pane.fit()
    if zoom is not None:
        viewer.pane.look(viewer.pane.eye.zoomed(zoom))
    spot, eye = middle_of(viewer), viewer.pane.eye
    before = place_of(viewer, spot)
    QTest.mouseClick(viewer.marking.tools.buttons[Form.BOX], LEFT)
    QApplication.processEvents()
    assert viewer.panel.isVisible() and viewer.pane.eye.width < eye.width
    assert (place_of(viewer, spot) - before).manhattanLength() < 2
    assert viewer.pane.eye.zoom == eye.zoom
    QTest.keyClick(viewer.pane, Keys.Key_Escape)
    QTest.keyClick(viewer.pane, Keys.Key_N)
    QApplication.processEvents()
    assert not viewer.panel.isVisible()
    assert (place_of(viewer, spot) - before).manhattanLength() < 2


def test_a_picture_that_was_all_in_sight_goes_on_so_once_the_list_is_closed(
    viewer: Viewer,
) -> None:
    viewer.list_marks(False)
    viewer.pane.fit()
    QTest.keyClick(viewer.pane, Keys.Key_N)
    QTest.keyClick(viewer.pane, Keys.Key_N)
    viewer.resize(900, 500)
    QApplication.processEvents()
    eye = viewer.pane.eye
    assert eye.zoom == pytest.approx(eye.fitting)


def test_the_picture_stays_when_the_ruler_opens_what_is_beside_it(viewer: Viewer) -> None:
    QTest.keyClick(viewer.pane, Keys.Key_T)
    spot = middle_of(viewer)
    before = place_of(viewer, spot)
    QTest.keyClick(viewer.pane, Keys.Key_M)
    QApplication.processEvents()
    assert viewer.side.isVisible()
    assert (place_of(viewer, spot) - before).manhattanLength() < 2
