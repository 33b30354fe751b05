"""The map by hand and by keys, what it shares with the boards, and what of it is written."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard import scale
from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.lengths import FORMS
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.sight import Mode, Sight
from caseboard.sights import Sights
from caseboard.theme import theme
from caseboard.views.desk import ViewDesk
from caseboard.views.map import MapView
from caseboard.views.map_ground import sea_of
from caseboard.views.map_scene import Sign
from casedb.commands.items import set_values
from casedb.commands.removal import delete_items
from casedb.model.filtering import Filter
from casedb.model.json_value import JsonValue
from casedb.model.place import Place
from casedb.store.home import Home

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Shown:
    """A map of three places, two of which are one, and of two items without any."""

    def __init__(self, bridge: CaseBridge, home: Home) -> None:
        case = bridge.case
        self.kharkiv = case.add("event", title="Strike", where="49.9935, 36.2304").id
        self.rajin = case.add("satellite_image", title="Port", where="42.2270, 130.2860").id
        self.letters = [
            case.add("document", title=f"Letter {n}", places={"other": "39.03, 125.75"}).id
            for n in range(3)
        ]
        self.named = case.add("entity", title="A town", where="Vladivostok").id
        self.note = case.add("note", title="A thought").id
        self.bridge, self.selection = bridge, Selection()
        self.settings = Settings(home)
        self.sights = Sights(bridge)
        self.in_view = InView(bridge, self.sights)
        self.desk = ViewDesk(bridge, self.selection, self.in_view, self.settings)
        board = bridge.contents.boards[0].id
        self.desk.board_id = board
        self.in_view.set_board(board)
        self.in_view.watch(is_watched=True)
        self.in_view.finish()
        self.view = MapView(self.desk, theme("light"))
        bridge.changed.connect(self.view.follow)
        self.in_view.changed.connect(self.view.show_items)
        self.selection.changed.connect(self.view.show_selected)

    def settle(self) -> None:
        """Let the map show what there is."""
        self.in_view.finish()
        self.view.finish()
        QApplication.processEvents()

    @property
    def canvas(self):
        return self.view.canvas

    def sign(self, item_id: str) -> Sign:
        """The sign that stands for an item."""
        (row, *_) = self.view.marks.rows_of[item_id]
        found = self.canvas.scene.sign_of(row, self.canvas.signs)
        assert found is not None
        return found

    def spot(self, item_id: str) -> QPoint:
        return self.sign(item_id).point.toPoint()

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, keys, at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.canvas, key, keys)

    @property
    def selected(self) -> set[str]:
        return set(self.desk.selected_items)

    def run(self, item_id: str, **values: JsonValue) -> None:
        item = self.bridge.contents.items[item_id]
        assert self.bridge.run(set_values(item, values, "Edit place"))
        self.settle()


@pytest.fixture
def shown(qtbot: QtBot, bridge: CaseBridge, home: Home) -> Iterator[Shown]:
    made = Shown(bridge, home)
    qtbot.addWidget(made.view)
    made.view.resize(1000, 500)
    made.view.show()
    qtbot.waitExposed(made.view)
    made.view.catch_up()
    made.settle()
    yield made
    made.view.close_view()
    made.in_view.close()


def place(text: str) -> JsonValue:
    return Place.parse(text).to_json()


EMPTY = QPoint(700, 380)
"""Where there is only sea."""


# -- what is shown ---------------------------------------------------------------------------------


def test_all_places_are_in_sight_when_the_map_is_first_seen(shown: Shown) -> None:
    for item in (shown.kharkiv, shown.rajin, shown.letters[0]):
        assert shown.canvas.rect().contains(shown.spot(item))
    assert shown.canvas.nothing == []


def test_the_map_is_fitted_to_another_size_until_somebody_looks_elsewhere(shown: Shown) -> None:
    shown.view.resize(700, 300)
    assert shown.canvas.rect().contains(shown.spot(shown.kharkiv))
    shown.canvas.zoom_by(8, QPointF(shown.spot(shown.rajin)))
    scale = shown.canvas.camera.scale
    shown.view.resize(900, 500)
    assert shown.canvas.camera.scale == scale


def test_items_without_a_place_are_counted_and_can_be_selected(shown: Shown) -> None:
    button = shown.view.foot.placeless_button
    assert button.text() == "2 without coordinates"
    button.click()
    assert shown.selected == {shown.named, shown.note}


def test_an_empty_map_says_what_is_missing(shown: Shown) -> None:
    for item in (shown.kharkiv, shown.rajin, *shown.letters):
        shown.bridge.case.run(delete_items(shown.bridge.contents, [item]))
    shown.settle()
    told = " ".join(shown.canvas.nothing)
    assert told.startswith("No item in view has coordinates. 1 item names a place in words alone.")
    assert shown.view.drawing() is None


def test_the_map_follows_the_case(shown: Shown) -> None:
    shown.run(shown.named, where=place("43.1155, 131.8855"))
    assert shown.named in shown.view.marks.rows_of
    shown.run(shown.named, where=place("Vladivostok"))
    assert shown.named not in shown.view.marks.rows_of
    assert shown.bridge.undo()
    shown.settle()
    assert shown.named in shown.view.marks.rows_of


def test_what_is_filtered_out_is_not_there_and_what_stands_back_is_faded(shown: Shown) -> None:
    events = Filter(kinds=frozenset({"event"}))
    shown.sights.look(shown.desk.board_id, Sight(events, Mode.HIDE))
    shown.settle()
    assert set(shown.view.marks.rows_of) == {shown.kharkiv}
    shown.sights.look(shown.desk.board_id, Sight(events, Mode.FADE))
    shown.settle()
    assert shown.sign(shown.rajin).is_faded
    assert not shown.sign(shown.kharkiv).is_faded


def test_places_that_links_lead_to_are_shown_when_asked_for(shown: Shown) -> None:
    items = shown.bridge.contents.items
    shown.bridge.case.link(items[shown.note], "located_at", items[shown.kharkiv])
    shown.settle()
    assert shown.note not in shown.view.marks.rows_of
    shown.view.bar.tick("led", is_on=True)
    shown.view.bar.switched.emit("led", True)
    shown.settle()
    (row,) = shown.view.marks.rows_of[shown.note]
    assert shown.view.marks.marks[row].is_derived
    assert "through “Strike”" in shown.view.words.whole(shown.view.marks.marks[row])
    # Where the other goes, it goes as well.
    shown.run(shown.kharkiv, where=place("10, 10"))
    (row,) = shown.view.marks.rows_of[shown.note]
    assert shown.view.marks.marks[row].centre == (10, 10)
    assert shown.settings.now.choices["map.led"] == "on"


def test_at_a_larger_scale_signs_are_larger_and_further_apart(shown: Shown) -> None:
    shown.run(shown.rajin, where=place("39.03, 130.0"))
    shown.canvas.look(shown.canvas.camera.looking(0.855, 0.38, 4_000))
    assert shown.sign(shown.rajin).count == 1
    scale.set_percent(200)
    shown.view.set_theme(theme("light"))
    assert shown.sign(shown.rajin).count == 4


def test_nothing_is_left_of_a_map_that_was_closed(shown: Shown, qtbot: QtBot) -> None:
    view = MapView(shown.desk, theme("light"))
    view.catch_up()
    view.finish()
    gone = weakref.ref(view), weakref.ref(view.canvas)
    view.close_view()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    del view
    gc.collect()
    assert [each() for each in gone] == [None, None]


# -- the selection -----------------------------------------------------------------------------


def test_a_press_selects_and_keys_add_and_take_away(shown: Shown) -> None:
    shown.click(shown.spot(shown.kharkiv))
    assert shown.selected == {shown.kharkiv}
    shown.click(shown.spot(shown.rajin), SHIFT)
    assert shown.selected == {shown.kharkiv, shown.rajin}
    shown.click(shown.spot(shown.kharkiv), CONTROL)
    assert shown.selected == {shown.rajin}
    shown.click(EMPTY)
    assert shown.selected == set()


def test_a_box_around_signs_adds_them(shown: Shown) -> None:
    signs = [shown.spot(shown.rajin), shown.spot(shown.letters[0])]
    begin = QPoint(min(each.x() for each in signs) - 25, min(each.y() for each in signs) - 25)
    end = QPoint(max(each.x() for each in signs) + 25, max(each.y() for each in signs) + 25)
    QTest.mousePress(shown.canvas, Qt.MouseButton.LeftButton, SHIFT, begin)
    QTest.mouseMove(shown.canvas, (begin + end) / 2)
    QTest.mouseMove(shown.canvas, end)
    assert shown.canvas.band is not None
    QTest.mouseRelease(shown.canvas, Qt.MouseButton.LeftButton, SHIFT, end)
    assert shown.selected == {shown.rajin, *shown.letters}
    assert shown.canvas.band is None


def test_what_is_selected_elsewhere_is_marked_and_alone_brought_into_sight(shown: Shown) -> None:
    shown.canvas.look(shown.canvas.camera.looking(0.1, 0.3, 1e6))
    shown.desk.pick([shown.rajin])
    assert shown.canvas.is_in_sight(shown.canvas.chosen)
    assert shown.canvas.camera.scale == 1e6
    where = shown.canvas.camera
    shown.desk.pick([shown.kharkiv, *shown.letters])
    assert shown.canvas.camera == where
    assert len(shown.canvas.chosen) == 4


def test_a_press_on_the_map_moves_nothing(shown: Shown) -> None:
    where = shown.canvas.camera
    shown.click(shown.spot(shown.kharkiv))
    assert shown.canvas.camera == where


def test_a_press_on_several_in_one_place_spreads_them_and_each_can_be_selected(
    shown: Shown,
) -> None:
    assert shown.sign(shown.letters[0]).count == 3
    shown.click(shown.spot(shown.letters[0]))
    assert shown.selected == set()
    signs = [shown.sign(each) for each in shown.letters]
    assert [each.count for each in signs] == [1, 1, 1]
    shown.click(signs[1].point.toPoint())
    assert shown.selected == {shown.letters[1]}
    shown.key(Qt.Key.Key_Escape)
    assert shown.sign(shown.letters[0]).count == 3


def test_a_press_on_several_places_comes_nearer_until_they_part(shown: Shown) -> None:
    shown.run(shown.rajin, where=place("39.0301, 125.7502"))
    sign = shown.sign(shown.rajin)
    assert sign.count == 4
    shown.click(sign.point.toPoint())
    assert shown.sign(shown.rajin).count == 1
    assert shown.sign(shown.letters[0]).count == 3
    assert shown.canvas.rect().contains(shown.spot(shown.rajin))


def test_what_is_spread_stays_so_while_other_things_of_the_case_change(shown: Shown) -> None:
    shown.click(shown.spot(shown.letters[0]))
    shown.run(shown.note, title="Another thought")
    shown.run(shown.letters[0], title="A letter")
    assert [shown.sign(each).count for each in shown.letters] == [1, 1, 1]
    shown.run(shown.letters[0], places=[{"name": "other", "place": place("39.03, 125.751")}])
    assert shown.sign(shown.letters[1]).count == 3


def test_a_double_press_on_several_goes_nowhere(shown: Shown) -> None:
    gone: list[str] = []
    shown.desk.went_to.connect(gone.append)
    shown.run(shown.rajin, where=place("39.0301, 125.7502"))
    shown.click(shown.spot(shown.rajin))
    # What came under the pointer by the first press is not what was pressed.
    at = QPointF(shown.spot(shown.rajin))
    left, kind = Qt.MouseButton.LeftButton, QEvent.Type.MouseButtonDblClick
    QApplication.sendEvent(shown.canvas, QMouseEvent(kind, at, at, left, left, NONE))
    assert gone == []
    QApplication.sendEvent(shown.canvas, QMouseEvent(kind, at, at, left, left, NONE))
    assert gone == [shown.rajin]


def test_what_is_spread_comes_together_when_one_looks_from_nearer_or_farther(
    shown: Shown,
) -> None:
    shown.click(shown.spot(shown.letters[0]))
    shown.key(Qt.Key.Key_Right)
    assert shown.sign(shown.letters[0]).count == 1
    shown.key(Qt.Key.Key_Plus)
    assert shown.sign(shown.letters[0]).count == 3


def test_the_tool_tip_of_a_sign_names_what_it_stands_for(shown: Shown) -> None:
    (row,) = shown.view.marks.rows_of[shown.kharkiv]
    told = shown.view.words.of_sign(shown.view.marks, shown.sign(shown.kharkiv)).split("\n")
    assert told == ["Strike", "Event · Where", "49.9935, 36.2304"]
    told = shown.view.words.of_sign(shown.view.marks, shown.sign(shown.letters[0])).split("\n")
    assert told == ["3 items", "Letter 0", "Letter 1", "Letter 2"]
    shown.run(shown.kharkiv, where=place("36U UB 0 0"))
    (row,) = shown.view.marks.rows_of[shown.kharkiv]
    assert "A square of the grid, 10,000 m wide" in shown.view.words.whole(
        shown.view.marks.marks[row]
    )


def test_with_a_key_a_press_on_several_selects_them_all(shown: Shown) -> None:
    shown.click(shown.spot(shown.letters[0]), CONTROL)
    assert shown.selected == set(shown.letters)


def test_a_double_press_and_return_go_to_the_board(shown: Shown, qtbot: QtBot) -> None:
    gone: list[str] = []
    shown.desk.went_to.connect(gone.append)
    QTest.mouseDClick(shown.canvas, Qt.MouseButton.LeftButton, NONE, shown.spot(shown.kharkiv))
    assert gone == [shown.kharkiv]
    shown.click(shown.spot(shown.rajin))
    shown.key(Qt.Key.Key_Return)
    assert gone == [shown.kharkiv, shown.rajin]


def test_the_menu_is_for_what_is_under_the_pointer(shown: Shown) -> None:
    asked: list[QPoint] = []
    shown.desk.menu_wanted.connect(asked.append)
    from PySide6.QtGui import QContextMenuEvent

    at = shown.spot(shown.rajin)
    QApplication.sendEvent(
        shown.canvas,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, shown.canvas.mapToGlobal(at)),
    )
    assert shown.selected == {shown.rajin}
    assert asked == [shown.canvas.mapToGlobal(at)]


# -- looking ---------------------------------------------------------------------------------------


def turn(canvas: object, at: QPoint, notches: int, keys: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)  # pyright: ignore[reportArgumentType]


def test_the_wheel_brings_nearer_what_is_under_the_pointer(shown: Shown) -> None:
    at, scale = shown.spot(shown.kharkiv), shown.canvas.camera.scale
    turn(shown.canvas, at, 3)
    assert shown.canvas.camera.scale > 1.5 * scale
    assert (shown.spot(shown.kharkiv) - at).manhattanLength() <= 2


def test_the_wheel_does_what_was_chosen_for_it(shown: Shown) -> None:
    shown.settings.change(wheel="pan")
    before = shown.canvas.camera
    turn(shown.canvas, EMPTY, 1)
    assert shown.canvas.camera.scale == before.scale
    assert shown.canvas.camera.y < before.y
    turn(shown.canvas, EMPTY, 1, CONTROL)
    assert shown.canvas.camera.scale > before.scale


def test_a_drag_moves_the_map_and_selects_nothing(shown: Shown) -> None:
    shown.click(shown.spot(shown.kharkiv))
    turn(shown.canvas, EMPTY, 4)
    before = shown.canvas.camera
    QTest.mousePress(shown.canvas, Qt.MouseButton.LeftButton, NONE, EMPTY)
    QTest.mouseMove(shown.canvas, EMPTY + QPoint(40, 10))
    QTest.mouseMove(shown.canvas, EMPTY + QPoint(80, 30))
    QTest.mouseRelease(shown.canvas, Qt.MouseButton.LeftButton, NONE, EMPTY + QPoint(80, 30))
    moved = before.x - shown.canvas.camera.x
    assert moved * before.scale == pytest.approx(80, abs=1)
    assert shown.selected == {shown.kharkiv}


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_arrow_keys_push_the_map(shown: Shown, key: Qt.Key) -> None:
    shown.key(Qt.Key.Key_Plus)
    before = shown.canvas.camera.x
    shown.key(key)
    assert (shown.canvas.camera.x < before) == (key == Qt.Key.Key_Left)


def test_keys_come_nearer_show_all_and_show_what_is_selected(shown: Shown) -> None:
    fitted = shown.canvas.camera
    shown.key(Qt.Key.Key_Plus)
    assert shown.canvas.camera.scale > fitted.scale
    shown.key(Qt.Key.Key_Minus)
    assert shown.canvas.camera.scale == pytest.approx(fitted.scale)
    shown.desk.pick([shown.rajin])
    shown.key(Qt.Key.Key_At, SHIFT)
    assert shown.canvas.camera.scale > 20 * fitted.scale
    assert shown.canvas.is_in_sight(shown.canvas.chosen)
    shown.key(Qt.Key.Key_Exclam, SHIFT)
    assert shown.canvas.camera.scale == pytest.approx(fitted.scale)


def test_keys_of_the_map_go_before_shortcuts_of_the_window(shown: Shown) -> None:
    from PySide6.QtGui import QKeyEvent

    for key, keys, is_ours in (
        (Qt.Key.Key_Plus, CONTROL, True),
        (Qt.Key.Key_Exclam, SHIFT, True),
        (Qt.Key.Key_Left, NONE, True),
        (Qt.Key.Key_Escape, NONE, False),
        (Qt.Key.Key_Delete, NONE, False),
        (Qt.Key.Key_K, CONTROL, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, keys)
        event.ignore()
        QApplication.sendEvent(shown.canvas, event)
        assert event.isAccepted() == is_ours, key


def test_one_walks_from_sign_to_sign_and_hears_what_it_is(shown: Shown) -> None:
    heard: list[str] = []

    def hear(sign: Sign) -> None:
        heard.append(shown.view.words.walked(shown.view.marks, sign, 0))

    shown.view.hands.keys.walked.connect(hear)
    shown.key(Qt.Key.Key_Home)
    shown.key(Qt.Key.Key_Left, ALT)
    shown.key(Qt.Key.Key_Left, ALT)
    assert shown.selected == {shown.kharkiv}
    assert heard[-1].startswith("Strike, Event · Where, 49.9935, 36.2304")
    shown.key(Qt.Key.Key_Right, ALT)
    assert heard[-1].startswith("Port, Satellite image")
    shown.key(Qt.Key.Key_Down, ALT)
    assert "3 items. Letter 0, Letter 1 and Letter 2. Return parts them" in heard[-1]
    shown.key(Qt.Key.Key_Return)
    assert shown.sign(shown.letters[0]).count == 1


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "begin"), [("decimal", "49.9"), ("dms", "49°5"), ("mgrs", "37U CR")]
)
def test_the_place_under_the_pointer_is_told_as_coordinates_are_written(
    shown: Shown, form: str, begin: str
) -> None:
    shown.settings.change(coordinates=form)
    QTest.mouseMove(shown.canvas, EMPTY)
    QTest.mouseMove(shown.canvas, shown.spot(shown.kharkiv))
    assert shown.view.foot.spot.text().startswith(begin)
    assert form in FORMS


def test_lines_and_borders_are_chosen_and_the_choice_is_kept(shown: Shown) -> None:
    layers = shown.canvas.layers
    assert (layers.graticule, layers.grid, layers.borders) == (True, False, False)
    shown.view.bar.chooser.menu().actions()[2].trigger()
    assert shown.canvas.layers.borders
    again = MapView(shown.desk, theme("dark"))
    assert again.canvas.layers.borders
    again.close_view()


def test_borders_are_never_drawn_without_the_name_of_whose_they_are(shown: Shown) -> None:
    plain = shown.view.drawing()
    assert plain is not None
    assert "Natural Earth" in plain.credit
    assert "Borders" not in plain.credit
    shown.view.bar.chooser.menu().actions()[2].trigger()
    drawn = shown.view.drawing()
    assert drawn is not None
    assert "as Natural Earth 1:110m draws them; Caseboard takes no position" in drawn.credit


# -- measuring ------------------------------------------------------------------------------------


def test_the_ruler_measures_between_what_is_pressed_and_is_copied(shown: Shown) -> None:
    shown.view.bar.line.click()
    shown.click(shown.spot(shown.kharkiv))
    shown.click(shown.spot(shown.rajin))
    assert shown.selected == set()
    # From sign to sign it is the places themselves that are measured between.
    assert [each.lat for each in shown.view.ruler.points] == [49.9935, 42.227]
    shown.key(Qt.Key.Key_Return)
    assert shown.view.foot.measured.text().startswith("6,82")
    shown.key(Qt.Key.Key_C, CONTROL)
    told = QGuiApplication.clipboard().text()
    assert told.startswith("49.9935, 36.2304 to 42.227, 130.286: 6,82")
    shown.key(Qt.Key.Key_Escape)
    assert shown.view.ruler.points == []
    shown.key(Qt.Key.Key_Escape)
    assert not shown.view.bar.line.isChecked()
    shown.click(shown.spot(shown.kharkiv))
    assert shown.selected == {shown.kharkiv}


def test_a_line_back_to_its_beginning_is_an_area(shown: Shown) -> None:
    shown.view.bar.line.click()
    for at in (QPoint(200, 200), QPoint(300, 200), QPoint(300, 300), QPoint(202, 201)):
        shown.click(at)
    assert shown.view.ruler.is_closed
    assert "area" in shown.view.foot.measured.text()


def test_what_lies_within_a_circle_or_an_area_can_be_selected(shown: Shown) -> None:
    button = shown.view.foot.inside_button
    assert button.isHidden()
    shown.view.bar.circle.click()
    shown.click(shown.spot(shown.letters[0]))
    shown.click(shown.spot(shown.letters[0]) + QPoint(70, 0))
    assert button.text() == "Select 4 inside"
    button.click()
    assert shown.selected == {*shown.letters, shown.rajin}
    shown.view.bar.line.click()
    assert button.isHidden()
    x, y = shown.spot(shown.kharkiv).toTuple()
    for right, down in ((-30, -30), (30, -30), (0, 30), (-30, -30)):
        shown.click(QPoint(x + right, y + down))
    assert button.text() == "Select 1 inside"
    button.click()
    assert shown.selected == {shown.kharkiv}


def test_the_ruler_is_used_by_keys_alone(shown: Shown) -> None:
    shown.view.bar.circle.click()
    shown.key(Qt.Key.Key_Space)
    shown.key(Qt.Key.Key_Right)
    shown.key(Qt.Key.Key_Space)
    assert shown.view.ruler.is_done
    metres = shown.canvas.camera.metres
    assert shown.view.ruler.metres == pytest.approx(80 * metres, rel=0.02)


def test_a_drag_moves_the_map_also_with_the_ruler_in_hand(shown: Shown) -> None:
    shown.view.bar.line.click()
    QTest.mousePress(shown.canvas, Qt.MouseButton.LeftButton, NONE, EMPTY)
    QTest.mouseMove(shown.canvas, EMPTY + QPoint(40, 0))
    QTest.mouseRelease(shown.canvas, Qt.MouseButton.LeftButton, NONE, EMPTY + QPoint(40, 0))
    assert shown.view.ruler.points == []


# -- what is written ------------------------------------------------------------------------------


def test_the_table_has_a_row_for_each_place_and_for_each_item_without(shown: Shown) -> None:
    heads, *rows = shown.view.table()
    assert heads[:6] == ["Title", "Kind", "Which place", "Place", "Latitude", "Longitude"]
    assert len(rows) == 7
    strike = next(row for row in rows if row[0] == "Strike")
    assert strike[2:6] == ["Where", "49.9935, 36.2304", "49.9935", "36.2304"]
    assert strike[-1] == "POINT(36.2304 49.9935)"
    assert [row[2:] for row in rows if row[0] == "A thought"] == [[""] * 8]


def test_the_table_tells_all_of_a_title_and_of_places_near_to_a_pole(shown: Shown) -> None:
    long = "Camp " * 60
    values: dict[str, JsonValue] = {"title": long, "where": place("-89.9, -12.5")}
    shown.run(shown.kharkiv, **values)
    shown.run(
        shown.letters[0],
        places=[
            {"name": "other", "place": place("39.03, 125.75")},
            {"name": "shown", "place": place("88, 3")},
        ],
    )
    heads, *rows = shown.view.table()
    at = heads.index("Latitude")
    (camp,) = [row for row in rows if row[0] == long.strip()]
    assert camp[at : at + 2] == ["-89.9", "-12.5"]
    assert [row[at] for row in rows if row[0] == "Letter 0"] == ["39.03", "88"]
    assert shown.view.foot.placeless_button.text() == "2 without coordinates · 1 too near to a pole"


def test_the_name_of_what_is_chosen_covers_no_neighbour(shown: Shown) -> None:
    shown.run(shown.rajin, where=place("49.9935, 36.30"))
    shown.canvas.look(shown.canvas.camera.looking(*mid(shown), 150_000))
    shown.canvas.settle()
    shown.canvas.grab()
    before = shown.canvas.labels
    rows = shown.view.marks.rows_of
    assert {each.row for each in before} == {*rows[shown.rajin], *rows[shown.kharkiv]}
    ring = shown.sign(shown.kharkiv).box.adjusted(-5, -5, 5, 5)

    def beside() -> QImage:
        """All but the sign itself and its ring."""
        image = shown.canvas.grab().toImage()
        painter = QPainter(image)
        painter.fillRect(ring, Qt.GlobalColor.magenta)
        painter.end()
        return image

    plain = beside()
    shown.desk.pick([shown.kharkiv])
    assert beside() == plain, "its name stands there once, and over nothing"


def test_items_that_name_a_place_in_words_can_be_selected(shown: Shown) -> None:
    button = shown.view.foot.named_button
    assert button.text() == "1 with a place in words"
    button.click()
    assert shown.selected == {shown.named}
    shown.run(shown.named, where=place("43.1155, 131.8855"))
    assert button.isHidden()


def test_no_path_of_a_drawing_is_empty(shown: Shown, tmp_path: Path) -> None:
    shown.canvas.show_layers(replace(shown.canvas.layers, grid=True, borders=True))
    shown.canvas.look(shown.canvas.camera.looking(0.5, 0.5, 500))
    drawn = shown.view.drawing()
    assert drawn is not None
    assert "84° N" in drawn.credit
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "map.svg"))
    painter = QPainter(generator)
    drawn.paint(painter, theme("print"))
    painter.end()
    assert ' d=""' not in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_a_drawing_says_what_it_leaves_out(shown: Shown) -> None:
    whole = shown.view.drawing()
    assert whole is not None
    assert whole.items == 5
    assert whole.hidden == "2 without coordinates"
    shown.canvas.look(shown.canvas.camera.looking(*mid(shown), 1e6))
    part = shown.view.drawing()
    assert part is not None
    assert part.items == 1
    assert part.hidden == "2 without coordinates · 4 items beyond the edge"
    # A sign that would reach beyond the edge of the paper is not drawn.
    shown.canvas.look(shown.canvas.camera.panned(-shown.canvas.width() / 2 + 4, 0))
    none = shown.view.drawing()
    assert none is not None
    assert none.items == 0


def mid(shown: Shown) -> tuple[float, float]:
    (row,) = shown.view.marks.rows_of[shown.kharkiv]
    return float(shown.view.marks.x[row]), float(shown.view.marks.y[row])


def picture(paint: Callable[[QPainter], None], size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def test_a_drawing_shows_no_selection(shown: Shown) -> None:
    def draw() -> QImage:
        drawn = shown.view.drawing()
        assert drawn is not None
        size = QSize(int(drawn.width), int(drawn.height))
        return picture(lambda painter: drawn.paint(painter, theme("print")), size)

    before = draw()
    shown.desk.pick([shown.kharkiv, *shown.letters])
    assert draw() == before


def test_text_is_text_in_vectors(shown: Shown, tmp_path: Path) -> None:
    drawn = shown.view.drawing()
    assert drawn is not None
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "map.svg"))
    generator.setSize(QSize(int(drawn.width), int(drawn.height)))
    painter = QPainter(generator)
    drawn.paint(painter, theme("print"))
    painter.end()
    told = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert ">Strike</text>" in told
    assert "Natural Earth" in told
    assert "<image" not in told


@pytest.mark.parametrize("name", ["light", "dark", "cork", "print", "light-high", "dark-high"])
def test_the_map_is_painted_in_every_theme(shown: Shown, name: str) -> None:
    shown.canvas.show_layers(replace(shown.canvas.layers, grid=True, borders=True))
    shown.view.set_theme(theme(name))
    image = shown.canvas.grab().toImage()
    inks = {image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, 400, 7)}
    assert theme(name).colour(sea_of(theme(name))).rgb() in inks
    assert theme(name).colour("surf").rgb() in inks
