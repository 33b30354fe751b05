"""Where on a photo a component was read: chosen by its picture, kept with the row, seen in the viewer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget, QWidget

from caseboard.inspector.controls.region_list import NEW
from caseboard.inspector.editors.region import RegionEditor
from caseboard.inspector.editors.table import TableEditor, TableRow
from caseboard.inspector.table_window import SheetRow, TableWindow, in_sight, lines_of
from caseboard.scale import px
from casedb.commands import annotations, items
from casedb.commands.removal import delete_items
from casedb.model.fields import Table
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.marks import Form, Mark
from casedb.model.records import Item
from casedb.model.reference_fields import Region

if TYPE_CHECKING:
    from conftest import Hand

# Lists that drop down and windows are raised, which the offscreen platform cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BOX = Mark(Form.BOX, ((0.25, 0.25), (0.75, 0.5)))


def photo() -> bytes:
    """A white photo, 400 by 200, that is black where `BOX` lies."""
    made, drawn = io.BytesIO(), Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(drawn).rectangle((100, 50, 299, 99), fill="black")
    drawn.save(made, "PNG")
    return made.getvalue()


def mark(hand: Hand, item: Item, text: str = "Plate", drawn: Mark = BOX) -> str:
    """Mark something on the first file of an item."""
    file = hand.case.contents.attachments_of(item.id)[0].artifact
    hand.bridge.run(annotations.annotate(hand.case.contents, hand.case.new_id, file, drawn, text))
    return hand.case.contents.annotations_of(file)[-1].id


def with_photo(hand: Hand, kind: str = "debris_analysis", **values: JsonValue) -> Item:
    """An item with a photo, selected."""
    item = hand.item(kind, title="A fragment", **values)
    hand.case.attach_bytes(item, photo(), "photo.png")
    hand.select(item)
    return item


def components(hand: Hand, name: str = "components") -> TableEditor:
    return cast("TableEditor", hand.editor(name))


def region_of(row: object) -> RegionEditor:
    assert isinstance(row, TableRow | SheetRow)
    cell = row.region_cell
    assert cell is not None
    return cell


def list_of(editor: RegionEditor) -> QListWidget:
    assert editor.list is not None
    return editor.list.list


def test_a_region_is_chosen_among_the_marks_by_its_picture(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}])
    plate = mark(hand, item)
    table = components(hand)
    table.rows[0].open()
    cell = region_of(table.rows[0])
    cell.choose_button.click()
    shown = list_of(cell)
    assert [shown.item(n).text() for n in range(shown.count())] == [
        "All of photo.png",
        "Plate",
        "Mark a new region…",
    ]
    hand.press(shown, Qt.Key.Key_Down)
    hand.press(shown, Qt.Key.Key_Return)
    assert hand.stored(item, "components") == [{"part": "Body", "mark": plate}]
    assert cell.name.text() == "Plate"
    hand.qtbot.waitUntil(lambda: cell.view.has_picture)
    image = cell.view.image
    assert image is not None
    middle, corner = image.pixelColor(image.rect().center()), image.pixelColor(QPoint(1, 1))
    assert middle.lightness() < 20 and corner.lightness() > 235
    hand.bridge.undo()
    assert hand.stored(item, "components") == [{"part": "Body"}]
    assert cell.view.isHidden()


def test_a_closed_row_shows_its_region_and_leads_there(hand: Hand) -> None:
    item = with_photo(hand)
    plate = mark(hand, item)
    hand.case.set(item, components=[{"part": "Body", "mark": plate}])
    row = components(hand).rows[0]
    assert isinstance(row, TableRow) and row.crop is not None
    assert row.crop.isVisible()
    with hand.qtbot.waitSignal(hand.panel.region_wanted) as wanted:
        hand.click(row.crop)
    assert wanted.args == [item.id, plate]
    row.open()
    assert row.crop.isHidden()
    with hand.qtbot.waitSignal(hand.panel.region_wanted):
        hand.click(region_of(row).view)


def test_a_region_is_enlarged_where_the_pointer_rests(hand: Hand) -> None:
    item = with_photo(hand)
    plate = mark(hand, item)
    hand.case.set(item, components=[{"part": "Body", "mark": plate}])
    row = components(hand).rows[0]
    assert isinstance(row, TableRow) and row.crop is not None
    row.crop.enlarge()
    enlarged = row.crop.enlarged
    assert enlarged is not None
    hand.qtbot.waitUntil(lambda: enlarged.image is not None)
    assert enlarged.width() > row.crop.width()
    row.open()
    assert row.crop.enlarged is None


def test_a_region_whose_mark_was_deleted_says_so(hand: Hand) -> None:
    item = with_photo(hand)
    plate = mark(hand, item)
    hand.case.set(item, components=[{"part": "Body", "mark": plate}])
    table = components(hand)
    table.rows[0].open()
    cell = region_of(table.rows[0])
    hand.bridge.run(annotations.delete_annotations(hand.case.contents, [plate]))
    assert cell.hint == "This mark was deleted."
    assert not cell.view.isEnabled()
    assert hand.stored(item, "components") == [{"part": "Body", "mark": plate}]
    hand.bridge.undo()
    assert cell.hint == "" and cell.view.isEnabled()


def test_a_file_that_is_detached_is_told(hand: Hand) -> None:
    item = with_photo(hand)
    file = hand.case.contents.attachments_of(item.id)[0]
    hand.case.set(item, components=[{"part": "Body", "mark": file.artifact}])
    table = components(hand)
    table.rows[0].open()
    cell = region_of(table.rows[0])
    assert cell.name.text() == "photo.png"
    hand.bridge.run(items.detach(hand.case.contents, [file.id]))
    assert cell.hint == "This file was detached from the item."


def test_the_next_mark_is_taken_by_the_row_that_waits_for_it(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}, {"part": "Fin"}])
    file = hand.case.contents.attachments_of(item.id)[0].artifact
    table = components(hand)
    for row in table.rows:
        row.unfold()
    cell = region_of(table.rows[1])
    hand.qtbot.waitUntil(lambda: cell.choose_button.visibleRegion().isEmpty() is False)
    hand.click(cell.choose_button)
    assert cell.list is not None
    with hand.qtbot.waitSignal(hand.panel.marking_wanted) as wanted:
        cell.list.chosen.emit(NEW)
    cell.list.close()
    assert wanted.args == [item.id, file]
    assert "next region" in cell.hint
    plate = mark(hand, item)
    hand.qtbot.waitUntil(lambda: cell.name.text() == "Plate")
    assert hand.stored(item, "components") == [{"part": "Body"}, {"part": "Fin", "mark": plate}]
    # It waits for one only.
    mark(hand, item, "Another")
    hand.qtbot.wait(1)
    assert hand.stored(item, "components") == [{"part": "Body"}, {"part": "Fin", "mark": plate}]


def test_without_a_photo_it_is_said_what_to_do(hand: Hand) -> None:
    _, editor = hand.show("components", "debris_analysis", components=[{"part": "Body"}])
    row = cast("TableEditor", editor).rows[0]
    row.open()
    cell = region_of(row)
    hand.click(cell.choose_button)
    assert cell.list is None
    assert cell.hint == "Add a photo to this item first, under Files."


def test_a_feature_is_measured_by_its_region(hand: Hand) -> None:
    item = with_photo(hand, "satellite_image", gsd=0.5)
    ship = mark(hand, item, "Ship")
    hand.case.set(item, features=[{"label": "Ship", "mark": ship}])
    table = components(hand, "features")
    table.rows[0].open()
    cell = region_of(table.rows[0])
    hand.qtbot.waitUntil(lambda: cell.extent is not None)
    hand.qtbot.waitUntil(lambda: bool(cell.hint))
    assert cell.hint.startswith(
        "200 × 50 pixels, 100.0 × 25.0 m. Enough to tell things of one sort"
    )
    hand.click(cell.take_button)
    assert hand.stored(item, "features") == [
        {"label": "Ship", "mark": ship, "size": "100.0 × 25.0 m"}
    ]
    hand.case.set(item, gsd=None)
    assert "no ground sample distance" in cell.hint
    assert cell.take_button.isHidden()


def test_a_component_of_debris_is_not_measured_in_metres_on_the_ground(hand: Hand) -> None:
    item = with_photo(hand)
    plate = mark(hand, item)
    hand.case.set(item, components=[{"part": "Body", "mark": plate}])
    row = components(hand).rows[0]
    row.open()
    cell = region_of(row)
    hand.qtbot.waitUntil(lambda: cell.view.has_picture)
    assert cell.extent is None and cell.hint == ""


def test_markings_are_kept_sign_by_sign(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}])
    row = components(hand).rows[0]
    row.open()
    markings = row.cells["markings"].anchor()
    hand.type(markings, "9B  899")
    hand.press(markings, Qt.Key.Key_Return)
    hand.qtbot.keyClicks(markings, "  No [...]7 ")
    hand.leave()
    assert hand.stored(item, "components") == [
        {"part": "Body", "markings": "9B  899\n  No [...]7 "}
    ]
    metrics = markings.fontMetrics()
    assert metrics.horizontalAdvance("iiii") == metrics.horizontalAdvance("MMMM")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("120 × 35", True), ("120x35", True), ("120 × 35 mm", False), ("12 cm", False), ("", False)],
)
def test_a_size_without_a_unit_is_asked_about(hand: Hand, typed: str, asked: bool) -> None:
    with_photo(hand, components=[{"part": "Body"}])
    row = components(hand).rows[0]
    row.open()
    cell = row.cells["dimensions"]
    hand.type(cell.anchor(), typed)
    hand.leave()
    assert (cell.hint == "Without a unit: mm, cm or m?") is asked


# -- the table in a window of its own ------------------------------------------------------------


def opened(hand: Hand) -> TableWindow:
    hand.click(components(hand).table_button)
    window = hand.panel.table
    assert window is not None
    hand.qtbot.waitExposed(window)
    return window


def test_the_table_in_a_window_and_the_inspector_show_the_same(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}])
    inside = components(hand)
    window = opened(hand)
    hand.click(window.sheet.add_button)
    second = window.sheet.rows[1]
    hand.qtbot.keyClicks(second.cells["part"].anchor(), "Fin")
    window.flush()
    assert hand.stored(item, "components") == [{"part": "Body"}, {"part": "Fin"}]
    assert [row.title for row in inside.rows] == ["Body", "Fin"]
    hand.bridge.undo()
    hand.click(window.sheet.rows[0].remove_button)
    assert hand.stored(item, "components") is None
    assert inside.rows == []


def test_escape_takes_back_what_was_typed_and_then_closes_the_table(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}])
    window = opened(hand)
    window.activateWindow()
    part = window.sheet.rows[0].cells["part"].anchor()
    hand.type(part, "X")
    hand.press(part, Qt.Key.Key_Escape)
    assert hand.stored(item, "components") == [{"part": "Body"}]
    with hand.qtbot.waitSignal(window.left):
        hand.press(part, Qt.Key.Key_Escape)
    assert hand.panel.table is None


def test_a_step_is_undone_and_done_again_in_the_table_itself(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}, {"part": "Fin"}])
    window = opened(hand)
    window.activateWindow()
    hand.click(window.sheet.rows[1].remove_button)
    assert hand.stored(item, "components") == [{"part": "Body"}]
    control = Qt.KeyboardModifier.ControlModifier
    hand.enter(window.shut)
    hand.qtbot.keyClick(window.shut, Qt.Key.Key_Z, control)
    assert hand.stored(item, "components") == [{"part": "Body"}, {"part": "Fin"}]
    hand.qtbot.keyClick(window.shut, Qt.Key.Key_Y, control)
    assert hand.stored(item, "components") == [{"part": "Body"}]
    part = window.sheet.rows[0].cells["part"].anchor()
    hand.enter(part)
    hand.qtbot.keyClick(part, Qt.Key.Key_Z, control)
    assert hand.stored(item, "components") == [{"part": "Body"}, {"part": "Fin"}]


def test_the_table_opens_over_the_window_and_where_it_stood_last(hand: Hand) -> None:
    with_photo(hand, components=[{"part": "Body"}])
    hand.panel.move(300, 40)
    window = opened(hand)
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry())
    middle = hand.panel.frameGeometry().center()
    at = window.geometry()
    assert at.contains(middle) and at.top() > 0
    window.setGeometry(40, 30, 600, 400)
    stood = window.geometry()
    window.close()
    hand.qtbot.waitUntil(lambda: hand.panel.table is None)
    assert opened(hand).geometry() == stood


def test_what_is_typed_there_is_stored_when_it_closes(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}])
    window = opened(hand)
    hand.qtbot.keyClicks(window.sheet.rows[0].cells["material"].anchor(), "steel")
    window.close()
    assert hand.stored(item, "components") == [{"part": "Body", "material": "steel"}]


def test_the_table_goes_with_its_item(hand: Hand) -> None:
    item = with_photo(hand, components=[{"part": "Body"}])
    window = opened(hand)
    with hand.qtbot.waitSignal(window.left):
        hand.bridge.run(delete_items(hand.case.contents, [item.id]))
    assert hand.panel.table is None


def test_every_row_has_its_cells_below_the_names_of_the_columns(hand: Hand) -> None:
    with_photo(hand, components=[{"part": "Body"}, {"markings": "long\nlong", "part": "Fin"}])
    window = opened(hand)
    window.resize(px(1300), px(500))

    def place(part: QWidget) -> tuple[int, int]:
        return part.mapTo(window, QPoint(0, 0)).x(), part.width()

    def are_below() -> bool:
        headings = window.sheet.headings.items()
        rows = window.sheet.rows
        return all(
            place(row.cells[name]) == place(heading) for name, heading in headings for row in rows
        )

    hand.qtbot.waitUntil(are_below)
    first = window.sheet.rows[1].cells["part"].anchor()
    assert first.accessibleName() == "Part, row 2"


@pytest.mark.parametrize("room", [0, 300, 500, 900, 1200, 3000])
def test_the_columns_share_the_room_there_is_in_as_many_lines_as_they_need(room: int) -> None:
    table = KINDS["debris_analysis"].field("components")
    assert isinstance(table, Table)
    lines = lines_of(table.columns, room)
    names = [name for line in lines for name in line]
    assert names == [each.name for each in in_sight(table.columns)]
    assert isinstance(in_sight(table.columns)[0], Region)
    for line in lines:
        assert sum(line.values()) <= max(room, px(60) * len(line))
        assert min(line.values()) >= px(60)
    assert (len(lines) == 1) is (room >= 1000)


def test_in_a_narrow_window_the_cells_stand_below_their_names(hand: Hand) -> None:
    with_photo(hand, components=[{"part": "Body"}])
    window = opened(hand)
    window.resize(px(1300), px(500))
    row = window.sheet.rows[0]
    part, kind = row.cells["part"], row.cells["marking_type"]
    hand.qtbot.waitUntil(lambda: window.sheet.head.isVisible())
    hand.qtbot.waitUntil(lambda: abs(_top(part, window) - _top(kind, window)) < px(6))
    window.resize(px(420), px(500))
    hand.qtbot.waitUntil(lambda: not window.sheet.head.isVisible())
    hand.qtbot.waitUntil(lambda: _top(kind, window) > _top(part, window) + part.height())
    bar = window.scroller.horizontalScrollBar()
    hand.qtbot.waitUntil(lambda: bar.maximum() == 0)


def _top(part: QWidget, window: QWidget) -> int:
    return part.mapTo(window, QPoint(0, 0)).y()
