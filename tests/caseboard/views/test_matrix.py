"""The matrix of competing claims: entries by key and by hand, what hangs on what, and what leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from caseboard import scale
from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.in_view import Scope
from caseboard.matrix_lines import rows_of_matrices
from caseboard.measures import fit_all
from caseboard.set_aside import SetAside
from caseboard.theme import theme
from caseboard.views.grid.entry import entry_menu
from caseboard.views.grid.evidence import Order
from caseboard.views.grid.faces import ColumnFace, cell_face
from caseboard.views.grid.finder import Finder
from caseboard.views.grid.painting import ground_of, paint_column
from caseboard.views.matrix import MatrixView
from casedb.commands import items
from casedb.commands.removal import delete_items
from casedb.model.ratings import Rating
from casedb.model.records import Item
from casedb.store.home import Home
from contrast import contrast
from grid_hand import GridHand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_FROM_LEFT = Qt.LayoutDirection.LeftToRight
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Desk:
    """A matrix of two claims, and what is in it."""

    hand: GridHand
    moved: Item
    stayed: Item
    photo: Item
    denial: Item
    report: Item

    @property
    def view(self) -> MatrixView:
        assert isinstance(self.hand.view, MatrixView)
        return self.hand.view

    @property
    def columns(self) -> list[str]:
        contents = self.hand.bridge.contents
        return [contents.items[each].title for each in self.view.grid.cells.columns]


@pytest.fixture
def desk(qtbot: QtBot, bridge: CaseBridge, home: Home) -> Iterator[Desk]:
    case = bridge.case
    moved = case.add("claim", title="The ship moved")
    stayed = case.add("claim", title="The ship stayed")
    case.link(moved, "excludes", stayed)
    photo = case.add("media", title="Photograph")
    denial = case.add("official_statement", title="Denial")
    report = case.add("document", title="Report")
    case.link(photo, "disputes", stayed, strength="strong", rationale="The quay is empty.")
    case.link(photo, "supports", moved)
    case.link(denial, "disputes", moved)
    hand = GridHand(qtbot, bridge, home, MatrixView)
    yield Desk(hand, moved, stayed, photo, denial, report)
    hand.close()


def test_a_competing_set_is_shown_with_what_speaks_to_it(desk: Desk) -> None:
    assert desk.view.claims == (desk.moved.id, desk.stayed.id)
    assert desk.columns == ["Photograph", "Denial"]
    assert desk.hand.sign(desk.moved.id, desk.photo) == "+"
    assert desk.hand.sign(desk.stayed.id, desk.photo) == "−−"
    assert desk.hand.sign(desk.stayed.id, desk.denial) == ""
    summary = desk.view.summary.text
    assert "Least against it: “The ship moved”." in summary
    assert "Without “Photograph” least would be against “The ship stayed”." in summary
    assert desk.view.sheet.column_face(desk.photo.id).note == "decides"


def test_signs_and_digits_enter_and_arrows_move_on(desk: Desk) -> None:
    bridge = desk.hand.bridge
    desk.hand.go_to(desk.stayed.id, desk.denial)
    before = bridge.case.journal.length
    desk.hand.type("+")
    assert desk.hand.sign(desk.stayed.id, desk.denial) == "+"
    desk.hand.type("+")
    assert desk.hand.sign(desk.stayed.id, desk.denial) == "++"
    assert bridge.case.journal.length == before + 2
    desk.hand.press_key(Qt.Key.Key_Up)
    desk.hand.press_key(Qt.Key.Key_Left)
    assert desk.view.grid.current == (desk.moved.id, desk.photo.id)
    desk.hand.type("-")
    assert desk.hand.sign(desk.moved.id, desk.photo) == "−"
    desk.hand.type("-")
    assert desk.hand.sign(desk.moved.id, desk.photo) == "−−"
    for key, sign in (("1", "++"), ("2", "+"), ("3", "N"), ("4", "−"), ("5", "−−"), ("6", "n/a"), ("n", "N"), ("x", "n/a"), ("c", "+"), ("i", "−")):  # fmt: skip
        desk.hand.type(key)
        assert desk.hand.sign(desk.moved.id, desk.photo) == sign
    bridge.undo()
    assert desk.hand.sign(desk.moved.id, desk.photo) == "+"


def test_what_is_cleared_stays_at_hand(desk: Desk) -> None:
    desk.hand.go_to(desk.moved.id, desk.denial)
    desk.hand.press_key(Qt.Key.Key_Delete)
    assert desk.hand.sign(desk.moved.id, desk.denial) == ""
    assert desk.columns == ["Photograph", "Denial"]
    assert desk.view.grid.current == (desk.moved.id, desk.denial.id)
    desk.hand.type("5")
    assert desk.hand.sign(desk.moved.id, desk.denial) == "−−"


def test_three_empty_states_look_and_sound_different(desk: Desk) -> None:
    desk.hand.go_to(desk.stayed.id, desk.denial)
    said = [desk.view.sheet.cell_words(desk.stayed.id, desk.denial.id)]
    signs = [desk.hand.sign(desk.stayed.id, desk.denial)]
    for key in "nx":
        desk.hand.type(key)
        signs.append(desk.hand.sign(desk.stayed.id, desk.denial))
        said.append(desk.view.words.text)
    assert signs == ["", "N", "n/a"]
    assert [each.rsplit(": ", 1)[1] for each in said] == [
        "not rated.",
        "neutral.",
        "not applicable.",
    ]


def test_what_is_entered_follows_from_the_board_as_well(desk: Desk) -> None:
    bridge, case = desk.hand.bridge, desk.hand.case
    case.link(desk.report, "supports", desk.stayed)
    desk.hand.in_view.finish()
    assert desk.columns == ["Photograph", "Denial", "Report"]
    bridge.undo()
    assert desk.columns == ["Photograph", "Denial"]
    photo = bridge.contents.items[desk.photo.id]
    bridge.run(items.set_values(photo, {"title": "Picture"}, "Edit title"))
    assert desk.view.sheet.column_face(desk.photo.id).title == "Picture"
    case.run(delete_items(bridge.contents, [desk.photo.id]))
    assert desk.columns == ["Denial"]


def test_a_rating_that_a_link_contradicts_is_told(desk: Desk) -> None:
    case = desk.hand.case
    case.assess(desk.photo, "ach", "I", claim=desk.moved)
    assert desk.view.sheet.cell_face(desk.moved.id, desk.photo.id).is_apart
    assert "It was rated “inconsistent”, and the link says otherwise." in (
        desk.view.sheet.cell_words(desk.moved.id, desk.photo.id)
    )


def test_an_entry_that_is_refused_says_why_and_changes_nothing(desk: Desk) -> None:
    case, told = desk.hand.case, list[str]()
    desk.hand.bridge.failed.connect(told.append)
    case.link(desk.photo, "supports", desk.moved, label="again")
    desk.hand.go_to(desk.moved.id, desk.photo)
    desk.hand.type("4")
    assert desk.hand.sign(desk.moved.id, desk.photo) == "+"
    assert len(told) == 1 and "2 links" in told[0]


def test_keys_that_enter_are_no_shortcuts_of_the_window(desk: Desk) -> None:
    for key, text in ((Qt.Key.Key_Plus, "+"), (Qt.Key.Key_Delete, ""), (Qt.Key.Key_N, "n"), (Qt.Key.Key_0, "0"), (Qt.Key.Key_Space, " ")):  # fmt: skip
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)
        event.ignore()
        QApplication.sendEvent(desk.view.grid, event)
        assert event.isAccepted()
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, _CTRL, "z")
    undo.ignore()
    QApplication.sendEvent(desk.view.grid, undo)
    assert not undo.isAccepted()


def test_the_menu_of_entries_offers_all_of_them(desk: Desk) -> None:
    entered = list[Rating]()
    menu = entry_menu(desk.view, desk.view.offered, Rating.CONSISTENT, entered.append)
    actions = [each for each in menu.actions() if not each.isSeparator()]
    assert len(actions) == len(Rating)
    assert [each.isChecked() for each in actions].index(True) == 1
    actions[3].trigger()
    actions[6].trigger()
    assert entered == [Rating.INCONSISTENT, Rating.UNRATED]


def test_a_second_press_and_space_open_the_menu_of_entries(desk: Desk) -> None:
    desk.view.grid.setFocus()
    desk.hand.press_cell(desk.stayed.id, desk.denial)
    assert entries(desk) is None and desk.view.grid.current == (desk.stayed.id, desk.denial.id)
    desk.hand.press_cell(desk.stayed.id, desk.denial)
    menu = entries(desk)
    assert menu is not None
    menu.actions()[2].trigger()
    menu.close()
    assert desk.hand.sign(desk.stayed.id, desk.denial) == "N"
    desk.hand.go_to(desk.moved.id, desk.denial)
    desk.hand.press_key(Qt.Key.Key_Space)
    menu = entries(desk)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert desk.hand.sign(desk.moved.id, desk.denial) == "++"


def test_a_press_at_the_end_of_a_cell_opens_the_menu_at_once(desk: Desk) -> None:
    grid = desk.view.grid
    at = grid.cells.index(grid.cells.row_of(desk.moved.id), grid.cells.column_of(desk.denial.id))
    box = grid.visualRect(at)
    end = QPoint(box.right() - 8, box.center().y())
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    menu = entries(desk)
    assert menu is not None and grid.current == (desk.moved.id, desk.denial.id)
    menu.close()


def entries(desk: Desk) -> QMenu | None:
    """The menu of entries that is open."""
    return next((each for each in desk.view.findChildren(QMenu) if each.isVisible()), None)


# -- the selection --------------------------------------------------------------------------


def test_a_cell_selects_its_link_and_an_empty_one_its_item(desk: Desk) -> None:
    desk.view.grid.setFocus()
    desk.hand.press_cell(desk.stayed.id, desk.photo)
    (link,) = desk.hand.selection.links
    assert desk.hand.bridge.contents.links[link].type == "disputes"
    assert "Reason: The quay is empty." in desk.view.words.text
    desk.hand.press_key(Qt.Key.Key_Right)
    assert desk.hand.selection.items == {desk.denial.id} and not desk.hand.selection.links
    desk.hand.press_key(Qt.Key.Key_Space, _SHIFT)
    assert desk.hand.selection.items == {desk.stayed.id}
    desk.hand.press_key(Qt.Key.Key_Space, _CTRL)
    assert desk.hand.selection.items == {desk.denial.id}


def test_heads_select_one_or_several(desk: Desk) -> None:
    desk.hand.press_column(desk.photo)
    assert desk.hand.selection.items == {desk.photo.id}
    desk.hand.press_column(desk.denial, _CTRL)
    assert desk.hand.selection.items == {desk.photo.id, desk.denial.id}
    desk.hand.press_row(desk.stayed.id)
    assert desk.hand.selection.items == {desk.stayed.id}
    assert desk.view.grid.selected == {desk.stayed.id}


def test_what_is_selected_elsewhere_is_marked_and_brought_into_sight(desk: Desk) -> None:
    case = desk.hand.case
    for n in range(30):
        case.link(case.add("document", title=f"Paper {n:02}"), "supports", desk.moved)
    desk.hand.show()
    last = desk.view.grid.cells.columns[-1]
    bar = desk.view.grid.horizontalScrollBar()
    assert bar.value() == 0
    desk.hand.selection.set(items=[last])
    assert bar.value() > 0 and desk.view.grid.selected == {last}
    link = desk.view.sheet.links(desk.stayed.id, desk.photo.id)[0]
    desk.hand.selection.set(links=[link])
    assert desk.view.grid.current == (desk.stayed.id, desk.photo.id)
    assert desk.view.grid.selected == {link}


def test_ways_lead_to_the_board(desk: Desk) -> None:
    went, left, asked = list[str](), list[bool](), list[QPoint]()
    desk.hand.desk.went_to.connect(went.append)
    desk.hand.desk.left.connect(lambda: left.append(True))
    desk.hand.desk.menu_wanted.connect(asked.append)
    desk.hand.go_to(desk.stayed.id, desk.photo)
    desk.hand.press_key(Qt.Key.Key_Return)
    assert went == list(desk.view.sheet.links(desk.stayed.id, desk.photo.id))
    desk.hand.go_to(desk.stayed.id, desk.denial)
    desk.hand.press_key(Qt.Key.Key_Return)
    desk.view.grid.column_head.opened.emit(desk.photo.id)
    desk.view.grid.row_head.opened.emit(desk.moved.id)
    assert went[1:] == [desk.denial.id, desk.photo.id, desk.moved.id]
    desk.view.grid.column_head.asked.emit(desk.photo.id, QPoint(5, 5))
    assert asked == [QPoint(5, 5)] and desk.hand.selection.items == {desk.photo.id}
    desk.hand.press_key(Qt.Key.Key_Escape)
    assert left == [True]


# -- which claims and which evidence --------------------------------------------------------


def test_claims_are_added_and_taken_out(desk: Desk) -> None:
    third = desk.hand.case.add("claim", title="The ship sank")
    desk.view.add_claims([third.id])
    desk.view.finish()
    assert desk.view.grid.cells.rows == (desk.moved.id, desk.stayed.id, third.id)
    desk.view.take_out(desk.moved.id)
    desk.view.finish()
    assert desk.view.grid.cells.rows == (desk.stayed.id, third.id)
    desk.view.compare([desk.moved.id, third.id])
    desk.view.finish()
    assert desk.view.claims == (desk.moved.id, third.id)
    desk.hand.case.run(delete_items(desk.hand.bridge.contents, [third.id]))
    desk.view.finish()
    assert desk.view.claims == (desk.moved.id,)


def test_a_set_grows_as_its_claims_do(desk: Desk) -> None:
    third = desk.hand.case.add("claim", title="The ship sank")
    desk.hand.case.link(third, "excludes", desk.moved)
    desk.view.finish()
    assert set(desk.view.claims) == {desk.moved.id, desk.stayed.id, third.id}


def test_the_lists_offer_sets_claims_and_orders(desk: Desk) -> None:
    desk.hand.go_to(desk.moved.id, desk.photo)
    buttons = {each.text(): each for each in desk.view.tools}
    menu = buttons["Claims"].menu()
    menu.aboutToShow.emit()
    told = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert told[0].startswith("2 claims: The ship moved")
    assert told[-1] == "Take out “The ship moved”"
    evidence = buttons["Evidence"].menu()
    evidence.aboutToShow.emit()
    words = {each.text(): each for each in evidence.actions()}
    words["All evidence in view"].trigger()
    desk.view.finish()
    assert set(desk.columns) == {"Photograph", "Denial", "Report"}
    evidence.aboutToShow.emit()
    {each.text(): each for each in evidence.actions()}["By kind"].trigger()
    desk.view.finish()
    assert desk.columns == ["Denial", "Report", "Photograph"]
    assert desk.hand.desk.choice("matrix.order", "") == Order.KIND.value


def test_a_claim_is_found_by_words(desk: Desk, qtbot: QtBot) -> None:
    third = desk.hand.case.add("claim", title="Nobody was aboard")
    buttons = {each.text(): each for each in desk.view.tools}
    menu = buttons["Claims"].menu()
    menu.aboutToShow.emit()
    {each.text(): each for each in menu.actions()}["Add a claim…"].trigger()
    (finder,) = desk.view.findChildren(Finder)
    qtbot.keyClicks(finder.field, "nobody")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    desk.view.finish()
    assert desk.view.claims[-1] == third.id


def test_what_is_selected_is_put_into_columns(desk: Desk) -> None:
    desk.hand.selection.set(items=[desk.report.id])
    evidence = next(each for each in desk.view.tools if each.text() == "Evidence").menu()
    evidence.aboutToShow.emit()
    {each.text(): each for each in evidence.actions()}["Add what is selected"].trigger()
    assert desk.columns == ["Photograph", "Denial", "Report"]


def test_an_item_of_the_case_is_found_for_a_column(desk: Desk, qtbot: QtBot) -> None:
    case = desk.hand.case
    for title in ("Log of the port", "Report of the port", "A late report"):
        case.add("document", title=title)
    evidence = next(each for each in desk.view.tools if each.text() == "Evidence").menu()
    evidence.aboutToShow.emit()
    {each.text(): each for each in evidence.actions()}["Add an item…"].trigger()
    (finder,) = desk.view.window().findChildren(Finder)
    assert finder.titles == ["Report", "Log of the port", "Report of the port", "A late report"]
    qtbot.keyClicks(finder.field, "report")
    assert finder.titles == ["Report", "Report of the port", "A late report"]
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert desk.columns == ["Photograph", "Denial", "Report of the port"]


def test_what_is_not_in_view_counts_and_is_told(desk: Desk) -> None:
    case, in_view = desk.hand.case, desk.hand.in_view
    case.place(desk.photo, x=0, y=0)
    in_view.set_board(case.contents.boards[0].id)
    in_view.look_at(Scope.BOARD)
    in_view.finish()
    desk.view.finish()
    assert desk.columns == ["Photograph"]
    assert "1 item that is not in view counts as well." in desk.view.summary.text
    assert desk.view.sheet.row_face(desk.moved.id).figure == "1.0"


def test_columns_keep_their_places_while_a_hand_is_at_work(desk: Desk) -> None:
    desk.hand.go_to(desk.moved.id, desk.denial)
    desk.hand.type("5")
    desk.hand.go_to(desk.stayed.id, desk.denial)
    desk.hand.type("1")
    assert desk.columns == ["Photograph", "Denial"]
    desk.view.columns.order_by(Order.TELLING)
    desk.view.finish()
    assert desk.columns == ["Denial", "Photograph"]
    desk.view.columns.add([desk.report.id])
    assert desk.columns == ["Denial", "Photograph", "Report"]


def test_where_there_is_little_room_one_strip_says_both(desk: Desk) -> None:
    desk.view.nothing.setFocus()
    desk.view.resize(1100, 420)
    assert desk.view.summary.isVisible()
    desk.view.resize(1100, 300)
    assert not desk.view.summary.isVisible()
    desk.view.grid.clearFocus()
    assert desk.view.words.text == desk.view.summary.text
    desk.hand.go_to(desk.stayed.id, desk.denial)
    desk.view.show_cell_words()
    assert desk.view.words.text == "“Denial” with “The ship stayed”: not rated."


# -- what is set aside ----------------------------------------------------------------------


def test_what_is_set_aside_counts_for_nothing(qtbot: QtBot, desk: Desk, home: Home) -> None:
    desk.hand.go_to(desk.stayed.id, desk.photo)
    desk.hand.type("0")
    assert desk.view.sheet.leading == {desk.moved.id}
    aside = SetAside()
    other = GridHand(qtbot, desk.hand.bridge, home, MatrixView, aside)
    other.go_to(desk.stayed.id, desk.photo)
    other.type("0")
    assert aside.now == {desk.photo.id}
    assert isinstance(other.view, MatrixView)
    assert other.view.sheet.column_face(desk.photo.id).is_aside
    assert other.view.sheet.leading == {desk.stayed.id}
    assert "1 item is set aside." in other.view.summary.text
    other.type("0")
    assert other.view.sheet.leading == {desk.moved.id}
    other.close()


def test_what_is_struck_through_stays_readable() -> None:
    plain = ColumnFace("Denial", "official_statement", "sta")

    def painted(face: ColumnFace) -> QImage:
        image = QImage(116, 92, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_column(painter, QRectF(0, 0, 116, 92), face, theme("light"), _FROM_LEFT)
        painter.end()
        return image

    aside = painted(plain.faded(is_faded=False, is_aside=True))
    assert painted(plain.faded(is_faded=True, is_aside=True)) == aside
    assert painted(plain.faded(is_faded=True, is_aside=False)) != aside
    assert painted(plain) != aside
    inked = {aside.pixelColor(x, y).name() for x in range(116) for y in range(92)}
    assert theme("light").hex("tx3") in inked


def test_items_of_one_origin_decide_together(desk: Desk) -> None:
    case = desk.hand.case
    desk.hand.go_to(desk.moved.id, desk.denial)
    desk.hand.type("5")
    wire = [case.add("document", title=each, origin_group="wire") for each in ("First", "Second")]
    for each in wire:
        case.link(each, "disputes", desk.stayed)
    desk.view.finish()
    notes = [desk.view.sheet.column_face(each.id).note for each in (desk.photo, *wire)]
    assert notes == ["decides", "one origin decides", "one origin decides"]
    assert "Without “First” and “Second”, which are of one origin, least would be against" in (
        desk.view.summary.text
    )
    source = case.add_source("Wire")
    paper = desk.hand.bridge.contents.items[wire[1].id]
    desk.hand.bridge.run(
        items.set_values(paper, {"origin_group": None, "source": source.id}, "Edit fields")
    )
    desk.view.finish()
    assert desk.view.sheet.column_face(wire[0].id).note == ""


# -- paper, ears and eyes -------------------------------------------------------------------


def test_it_is_drawn_with_all_columns_in_bands(desk: Desk) -> None:
    case = desk.hand.case
    for n in range(23):
        case.link(case.add("document", title=f"Paper {n:02}"), "supports", desk.moved)
    desk.hand.show()
    drawing = desk.view.drawing()
    assert drawing is not None and drawing.items == 25
    image = QImage(int(drawing.width), int(drawing.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    drawing.paint(painter, theme("print"))
    painter.end()
    band = int(drawing.height) // 3
    assert band > 170
    for top in (0, band, 2 * band):
        titles = {image.pixel(x, top + y) for x in range(330, 420) for y in range(20, 60)}
        assert len(titles) > 10


def test_its_rows_are_those_of_the_command(desk: Desk) -> None:
    table = desk.view.table()
    assert table is not None
    expected = [
        ["" if each is None else str(each) for each in row]
        for row in rows_of_matrices(desk.hand.bridge.contents)
    ]
    assert [list(row) for row in table] == expected


def test_every_cell_and_head_is_told_to_ears(desk: Desk) -> None:
    cells = desk.view.grid.cells
    told = Qt.ItemDataRole.AccessibleTextRole
    at = cells.index(cells.row_of(desk.stayed.id), cells.column_of(desk.photo.id))
    assert cells.data(at, told) == (
        "“Photograph” with “The ship stayed”: very inconsistent. Reason: The quay is empty."
    )
    head = cells.headerData(at.column(), Qt.Orientation.Horizontal, told)
    assert isinstance(head, str) and "Its ratings lie 3 steps apart." in head
    side = cells.headerData(at.row(), Qt.Orientation.Vertical, told)
    assert isinstance(side, str) and "Against it: 2, weighted 2.00." in side
    spoken = QAccessible.queryAccessibleInterface(desk.view.grid)
    assert spoken.text(QAccessible.Text.Name) == "Matrix of competing claims and evidence"
    assert "+ consistent with it" in spoken.text(QAccessible.Text.Description)
    desk.hand.go_to(desk.stayed.id, desk.denial)
    focused = spoken.focusChild()
    assert focused is not None
    assert focused.role() is QAccessible.Role.Cell
    assert focused.text(QAccessible.Text.Name) == "“Denial” with “The ship stayed”: not rated."


@pytest.mark.parametrize("name", look.theme_names())
def test_signs_stand_out_from_their_ground(name: str) -> None:
    shown = theme(name)
    for rating in Rating:
        face = cell_face(rating)
        for is_selected in (False, True):
            ground = ground_of(shown, face, is_selected=is_selected)
            assert contrast(shown.colour(face.token), ground) >= 4.5, (rating, is_selected)


def test_an_empty_matrix_says_what_to_do(qtbot: QtBot, bridge: CaseBridge, home: Home) -> None:
    hand = GridHand(qtbot, bridge, home, MatrixView)
    assert hand.view.is_empty and "Link claims as excluding each other" in hand.view.nothing.text()
    assert hand.view.drawing() is None
    one, two = (bridge.case.add("claim", title=each) for each in ("One", "Two"))
    bridge.case.link(one, "excludes", two)
    hand.view.finish()
    assert hand.view.is_empty and "++ very consistent with it" in hand.view.nothing.text()
    bridge.case.link(bridge.case.add("media", title="Photograph"), "supports", one)
    hand.show()
    assert not hand.view.is_empty
    hand.close()


def test_a_case_that_is_only_read_takes_no_entry(desk: Desk) -> None:
    told = list[str]()
    desk.hand.bridge.failed.connect(told.append)
    desk.hand.bridge.looks_back = True
    desk.hand.go_to(desk.moved.id, desk.photo)
    desk.hand.type("5")
    assert desk.hand.sign(desk.moved.id, desk.photo) == "+" and len(told) == 1


def test_it_takes_the_size_of_another_scale(desk: Desk) -> None:
    before = desk.view.grid.column_head.sectionSize(0), desk.view.words.height()
    scale.set_percent(200)
    fit_all()
    after = desk.view.grid.column_head.sectionSize(0), desk.view.words.height()
    scale.set_percent(100)
    assert after[0] == 2 * before[0] and after[1] > 1.8 * before[1]
