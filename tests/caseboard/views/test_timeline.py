"""The timeline by hand and by keys, what it shows, how it follows the case, and how it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QColor,
    QContextMenuEvent,
    QImage,
    QKeySequence,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from caseboard import scale
from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.selection import Selection
from caseboard.set_aside import SetAside
from caseboard.settings import Settings
from caseboard.sights import Sights
from caseboard.theme import FADED, theme, theme_names
from caseboard.views.desk import ViewDesk
from caseboard.views.timeline import TimelineView
from caseboard.views.timeline_camera import second_of
from caseboard.views.timeline_heads import HeadPainter
from caseboard.views.timeline_marks import NAMES
from caseboard.views.timeline_signs import paint_sign
from caseboard.views.timeline_sizes import Level
from caseboard.views.timeline_words import length_in_words, time_in_words
from casedb import Change
from casedb.commands.items import set_values
from casedb.commands.removal import delete_items
from casedb.model.changes import ChangeSet, Edit
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.moments import read_moment
from casedb.model.records import Item
from casedb.model.values import Values
from casedb.store.home import Home

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
DAY = 86_400.0


def date(text: str) -> JsonValue:
    return FuzzyDate.parse(text).to_json()


def second(text: str) -> float:
    moment = read_moment(text)
    assert moment is not None
    return second_of(moment)


class Held:
    """A view with a small case: two events, a picture with two times, two statements, a note."""

    def __init__(self, bridge: CaseBridge, home: Home) -> None:
        case = self.case = bridge.case
        self.first = case.add("event", title="The ship arrives", happened="2024-01-03").id
        self.later = case.add("event", title="The ship leaves", happened="2024-03-10").id
        self.picture = case.add(
            "media",
            title="Знімок причалу",
            recorded="2024-01-04T10:15+02:00",
            published="2024-02-20",
        ).id
        self.said = case.add("official_statement", title="It was there", said="2024-01-20").id
        self.denied = case.add("official_statement", title="It was not there", said="2024-01-28").id
        self.note = case.add("note", title="Ask the pilot").id
        self.link = self.join(self.denied, "denies", self.said)
        self.bridge = bridge
        self.selection = Selection()
        self.sights = Sights(bridge)
        self.in_view = InView(bridge, self.sights)
        self.settings = Settings(home)
        self.desk = ViewDesk(bridge, self.selection, self.in_view, self.settings)
        self.desk.aside = SetAside()
        self.desk.board_id = case.contents.boards[0].id
        self.in_view.watch(is_watched=True)
        self.in_view.finish()
        self.view = TimelineView(self.desk, theme("light"))
        self.selection.changed.connect(self._select)
        self.in_view.changed.connect(self._renew)
        bridge.changed.connect(self._follow)

    def join(self, start: str, type_name: str, end: str) -> str:
        items = self.case.contents.items
        return self.case.link(items[start], type_name, items[end]).id

    def _select(self) -> None:
        self.view.show_selected()

    def _renew(self) -> None:
        self.view.show_items()

    def _follow(self, change: Change) -> None:
        self.view.follow(change)

    @property
    def canvas(self):
        return self.view.canvas

    @property
    def marks(self):
        found = self.view.canvas.marks
        assert found is not None
        return found

    def place(self, item_id: str) -> QPoint:
        """Where the mark that stands for an item lies on the canvas."""
        sheet = self.canvas.sheet
        assert sheet is not None
        x, y = sheet.chart.place_of(int(self.marks.chief[self.marks.row_of[item_id]]))
        return QPointF(x + sheet.shift, y + sheet.drop).toPoint()

    def title_of(self, item_id: str) -> str:
        return self.case.contents.items[item_id].title

    def now(self) -> set[str]:
        return set(self.desk.selected_items)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.canvas, key, held)

    def click(self, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas, LEFT, held, at)


@pytest.fixture
def held(bridge: CaseBridge, home: Home, qtbot: QtBot) -> Iterator[Held]:
    made = Held(bridge, home)
    qtbot.addWidget(made.view)
    made.view.resize(1200, 500)
    made.view.show()
    qtbot.waitExposed(made.view)
    made.view.catch_up()
    made.view.finish()
    made.canvas.setFocus()
    yield made
    made.view.close_view()
    made.in_view.close()


def colours(image: QImage, box: tuple[int, int, int, int]) -> set[str]:
    left, top, wide, high = box
    return {
        image.pixelColor(x, y).name()
        for x in range(left, left + wide)
        for y in range(top, top + high)
        if image.rect().contains(x, y)
    }


def painted(held: Held) -> QImage:
    return held.canvas.grab().toImage()


# -- what is seen --------------------------------------------------------------------------


def test_a_mark_is_seen_where_it_lies_in_the_colour_of_its_kind(held: Held) -> None:
    at = held.place(held.first)
    ink = theme("light").colour("evt").name()
    assert ink in colours(painted(held), (at.x() - 3, at.y() - 3, 6, 6))


def test_what_stands_back_is_faded(held: Held) -> None:
    at = held.place(held.first)
    box = (at.x() - 3, at.y() - 3, 6, 6)
    held.canvas.show_faded(frozenset({held.first}))
    seen = colours(painted(held), box)
    assert theme("light").colour("evt").name() not in seen
    assert theme("light").colour("evt" + FADED).name() in seen


def test_what_is_set_aside_stands_back_as_long_as_it_is(held: Held) -> None:
    assert held.desk.aside is not None
    held.desk.aside.become([held.first])
    assert held.canvas.faded == {held.first}
    held.view.show_items()
    held.view.finish()
    assert held.canvas.faded == {held.first}
    held.desk.aside.clear()
    assert held.canvas.faded == frozenset()


def test_every_name_of_a_time_has_a_sign_of_its_own(qapp: QApplication) -> None:
    def picture(name: int) -> QImage:
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_sign(painter, name, QPointF(12, 12), 16, QColor("black"), QColor("white"))
        painter.end()
        return image

    pictures = [picture(n) for n in range(len(NAMES) + 1)]
    for n, one in enumerate(pictures):
        assert all(one != other for other in pictures[:n])


@pytest.mark.parametrize("name", theme_names())
def test_it_is_painted_in_every_theme_and_large(held: Held, name: str) -> None:
    scale.set_percent(200)
    held.view.set_theme(theme(name))
    image = painted(held)
    assert held.canvas.camera.width == held.canvas.lanes_area.width()
    assert theme(name).colour("surf").name() in colours(image, (500, 150, 40, 40))
    scale.set_percent(100)
    held.view.set_theme(theme("light"))


def test_from_right_to_left_the_heads_stand_at_the_right(held: Held) -> None:
    assert held.canvas.room.heads_area.left() == 0
    held.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    room = held.canvas.room
    assert room.heads_area.right() == held.canvas.width()
    assert room.lanes_area.left() == 0
    held.click(held.place(held.first))
    assert held.now() == {held.first}


def test_in_little_room_the_name_of_a_lane_goes_before_its_number(held: Held) -> None:
    painter, chart = HeadPainter(theme("light")), held.canvas.chart
    assert chart is not None

    def head(width: int, count: int) -> QImage:
        image = QImage(width, 60, QImage.Format.Format_RGB32)
        brush = QPainter(image)
        held.marks.counts[0] = count
        area = QRectF(0, 0, width, 60)
        painter.paint(brush, chart, area, 0.0, Qt.LayoutDirection.LeftToRight)
        brush.end()
        return image

    assert head(200, 7) != head(200, 8)
    assert head(80, 7) == head(80, 8)


def test_the_tip_tells_which_time_it_is_as_it_was_stated(held: Held) -> None:
    dated = held.marks.dated[held.marks.row_of[held.picture]]
    told = [time_in_words(dated, time) for time in dated.times]
    assert told[0].startswith("Recorded (camera clock) – recorded: 4 January 2024, 10:15")
    assert "+02:00" in told[0]
    assert told[1] == "Published: 20 February 2024"
    tip = held.canvas.hands.tip_at(QPointF(held.place(held.picture)))
    assert "Знімок причалу" in tip
    assert "<b>" in tip


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (30, "30 seconds"),
        (400, "7 minutes"),
        (90 * 60, "90 minutes"),
        (5 * 3600, "5 hours"),
        (30 * DAY, "30 days"),
        (77 * DAY, "77 days"),
        (150 * DAY, "about 5 months"),
        (800 * DAY, "about 2 years"),
    ],
)
def test_a_length_is_told_in_the_largest_unit_that_tells_it(seconds: float, said: str) -> None:
    assert length_in_words(seconds) == said


def test_it_says_why_there_is_nothing_to_see(held: Held) -> None:
    held.view.choose_names(frozenset({"captured"}))
    held.view.finish()
    assert "Choose others" in held.canvas.empty
    assert not painted(held).isNull()
    assert held.canvas.spoken == held.canvas.empty
    held.press(Qt.Key.Key_Right)
    held.bridge.run(delete_items(held.bridge.contents, list(held.bridge.contents.items)))
    held.in_view.finish()
    held.view.finish()
    assert "There are no items yet" in held.canvas.empty


# -- looking -------------------------------------------------------------------------------


def wheel(held: Held, at: QPoint, turn: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    canvas = held.canvas
    event = QWheelEvent(
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_ctrl_and_the_wheel_zoom_at_the_pointer(held: Held) -> None:
    at = held.place(held.said)
    before = held.canvas.camera.scale
    wheel(held, at, 120, CTRL)
    assert held.canvas.camera.scale > before
    # Its row may be another now, its moment lies where it lay.
    assert abs(held.place(held.said).x() - at.x()) <= 1
    wheel(held, at, -120, CTRL)
    assert held.canvas.camera.scale == pytest.approx(before)


def test_the_plain_wheel_does_what_was_chosen_for_boards(held: Held) -> None:
    held.settings.change(wheel="pan")
    before = held.canvas.camera
    wheel(held, QPoint(600, 300), -120)
    after = held.canvas.camera
    assert after.scale == before.scale
    assert after.left > before.left
    held.settings.change(wheel="zoom")
    wheel(held, QPoint(600, 300), 120)
    assert held.canvas.camera.scale > before.scale


def test_the_plain_wheel_leads_down_where_there_is_more_below(held: Held) -> None:
    held.settings.change(wheel="pan")
    held.view.resize(1200, 120)
    QApplication.processEvents()
    assert held.canvas.furthest > 0
    left = held.canvas.camera.left
    wheel(held, QPoint(600, 90), -120)
    assert held.canvas.down > 0
    assert held.canvas.camera.left == left
    assert held.view.bar.isVisible()
    assert held.view.bar.value() == held.canvas.down
    wheel(held, QPoint(600, 90), -120, SHIFT)
    assert held.canvas.camera.left > left


def test_a_drag_moves_what_is_seen(held: Held) -> None:
    at = held.place(held.said)
    held.canvas.zoom(3.0, at.x())
    before = held.canvas.camera
    at = QPoint(700, 400)
    QTest.mousePress(held.canvas, LEFT, NONE, at)
    QTest.mouseMove(held.canvas, at + QPoint(40, 0))
    QTest.mouseMove(held.canvas, at + QPoint(100, 0))
    QTest.mouseRelease(held.canvas, LEFT, NONE, at + QPoint(100, 0))
    moved = (before.left - held.canvas.camera.left) * before.scale
    assert moved == pytest.approx(100)
    assert held.now() == set()


def test_keys_fit_all_and_the_selection(held: Held) -> None:
    held.desk.pick([held.first, held.said])
    held.press(Qt.Key.Key_At, SHIFT)
    near = held.canvas.camera
    assert near.left < second("2024-01-03") < second("2024-01-21") < near.right
    assert near.right < second("2024-03-10")
    held.press(Qt.Key.Key_Exclam, SHIFT)
    everything = held.canvas.camera
    assert everything.left < second("2024-01-03")
    assert second("2024-03-11") < everything.right
    held.press(Qt.Key.Key_Plus)
    assert held.canvas.camera.scale > everything.scale
    held.press(Qt.Key.Key_Minus)
    assert held.canvas.camera.scale == pytest.approx(everything.scale)
    held.press(Qt.Key.Key_PageDown)
    assert held.canvas.camera.left > everything.left


def test_one_early_date_does_not_squeeze_the_first_look(held: Held) -> None:
    canvas = held.view.canvas
    for n in range(4):
        held.case.add("event", title=f"Seen {n}", happened=f"2024-03-1{n}")
    early = held.case.add("event", title="Embargo", happened="2006-10-14").id
    held.in_view.finish()
    held.view.finish()
    canvas.fit_most()
    assert canvas.camera.span < 150 * DAY
    # That there is something else is said at the edge of the axis, and a press leads there.
    axis, area = canvas.painter.axis, canvas.room.axis_area
    assert canvas.marks is not None
    beyond = canvas.marks.beyond(canvas.camera.left, canvas.camera.right)
    ((way, words, box),) = axis.ways(area, beyond)
    assert (way, words.layouts[0].text()) == (-1, "‹ 1 earlier")
    at = box.center().toPoint()
    assert "Press to go to the nearest" in canvas.hands.tip_at(QPointF(at))
    held.click(at)
    assert canvas.camera.left < second("2006-10-14") < canvas.camera.right
    # All of it is seen when that is asked for, and most of it when it is asked for once more.
    QTest.keyClick(canvas, Qt.Key.Key_1, SHIFT)
    assert canvas.camera.left < second("2006-10-14")
    assert canvas.camera.right > second("2024-03-13")
    QTest.keyClick(canvas, Qt.Key.Key_1, SHIFT)
    assert canvas.camera.span < 150 * DAY
    assert early not in held.now()


def test_a_double_click_on_a_name_of_time_shows_that_time(held: Held) -> None:
    canvas = held.canvas
    x = canvas.lanes_area.left() + canvas.camera.x_of(second("2024-02-10"))
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(round(x), 30))
    camera = canvas.camera
    assert camera.left < second("2024-02-10") < camera.right
    assert camera.span < 60 * DAY


def test_what_is_selected_elsewhere_comes_into_sight(held: Held) -> None:
    held.canvas.see(second("2024-01-01"), second("2024-01-05"))
    assert held.canvas.camera.right < second("2024-03-10")
    held.desk.pick([held.later])
    camera = held.canvas.camera
    assert camera.left < second("2024-03-10") < camera.right
    ring = theme("light").colour("ac").name()
    at = held.place(held.later)
    assert ring in colours(painted(held), (at.x() - 12, at.y() - 12, 24, 24))


def test_many_that_are_selected_leave_the_view_where_it_is(held: Held) -> None:
    held.canvas.see(second("2024-01-01"), second("2024-01-05"))
    before = held.canvas.camera
    held.desk.pick([held.later, held.said])
    assert held.canvas.camera == before


def test_a_gap_is_gone_over_by_a_press(held: Held) -> None:
    canvas = held.canvas
    canvas.see(second("2024-01-28"), second("2024-02-22"))
    (gap,) = canvas.gaps.seen(canvas.camera, 1.0)
    area = canvas.room.axis_area
    middle = area.left() + canvas.camera.x_of((gap.first + gap.last) / 2)
    y = round(area.bottom() - 8)
    assert "Nothing is dated" in canvas.hands.tip_at(QPointF(middle + 20, y))
    held.click(QPoint(round(middle + 20), y))
    assert canvas.camera.x_of(gap.last) == pytest.approx(0.1 * canvas.camera.width)
    canvas.see(gap.first - 2 * DAY, gap.last + DAY)
    held.press(Qt.Key.Key_Left, CTRL)
    assert canvas.camera.x_of(gap.first) == pytest.approx(0.9 * canvas.camera.width)


def test_the_edge_of_a_lane_leads_to_what_is_not_seen(held: Held) -> None:
    canvas = held.canvas
    canvas.see(second("2024-01-18"), second("2024-01-30"))
    chart, sheet = canvas.chart, canvas.sheet
    assert chart is not None and sheet is not None
    left, right, _, _ = sheet.seen()
    before, after = chart.beyond(left, right)
    assert (before.tolist(), after.tolist()) == ([0, 1, 1], [0, 1, 1])
    area = canvas.lanes_area
    y = round(area.top() + float(chart.tops[2]) + 12)
    at = QPoint(round(area.right()) - 15, y)
    assert "not" not in canvas.hands.tip_at(QPointF(at.x() - 200, y))
    assert "nearest" in canvas.hands.tip_at(QPointF(at))
    held.click(at)
    assert canvas.camera.left < second("2024-03-10") < canvas.camera.right


def test_two_fingers_zoom(held: Held) -> None:
    held.settings.change(pinch="zoom")
    at = held.place(held.said)
    before = held.canvas.camera
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        QPointF(held.canvas.mapToGlobal(at)),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(held.canvas, event)
    assert held.canvas.camera.scale > before.scale
    assert abs(held.place(held.said).x() - at.x()) <= 1


def crowd(held: Held, number: int) -> None:
    """Many notes that are told of on a few days, so that there is no room for all of them."""
    times = [{"name": "event", "date": date(f"2024-02-0{n % 3 + 1}")} for n in range(number)]
    items = [
        Item(held.case.new_id(), "note", Values({"title": f"Note {n}", "times": [time]}))
        for n, time in enumerate(times)
    ]
    held.bridge.run(ChangeSet("Import", tuple(Edit(None, each) for each in items)))
    held.in_view.finish()
    held.view.finish()


def test_what_is_only_counted_is_selected_and_looked_at_nearer(held: Held) -> None:
    crowd(held, 200)
    chart, sheet = held.canvas.chart, held.canvas.sheet
    assert chart is not None and sheet is not None
    lane = lanes(held).index("Notes")
    assert chart.level_of[lane] is Level.COLUMNS
    at = QPointF(
        float(chart.columns.place[chart.columns.lane == lane][0] + 0.5) * chart.sizes.column,
        float(chart.tops[lane + 1]) - 8,
    )
    there = QPointF(at.x() + sheet.shift, at.y() + sheet.drop).toPoint()
    assert "items here" in held.canvas.hands.tip_at(QPointF(there))
    held.click(there)
    picked = held.now()
    assert len(picked) > 20
    assert {held.title_of(each)[:4] for each in picked} == {"Note"}
    ring = theme("light").colour("ac").name()
    assert ring in colours(painted(held), (there.x() - 12, there.y() - 60, 24, 60))
    before = held.canvas.camera.scale
    QTest.mouseDClick(held.canvas, LEFT, NONE, there)
    assert held.canvas.camera.scale > 3 * before


def test_the_times_of_an_item_are_joined_while_the_pointer_is_on_it(held: Held) -> None:
    sheet = held.canvas.sheet
    assert sheet is not None
    one, other = (sheet.chart.place_of(mark) for mark in held.marks.marks_of(held.picture))
    assert one[1] == other[1]
    # Behind the title of the first one, before the second.
    box = (round(other[0] + sheet.shift) - 30, round(one[1] + sheet.drop) - 1, 8, 3)
    line = theme("light").colour("bd2").name()
    assert line not in colours(painted(held), box)
    QTest.mouseMove(held.canvas, held.place(held.picture))
    assert line in colours(painted(held), box)


# -- selecting -----------------------------------------------------------------------------


def test_a_click_selects_and_keys_add_and_toggle(held: Held) -> None:
    held.click(held.place(held.first))
    assert held.now() == {held.first}
    held.click(held.place(held.said), SHIFT)
    assert held.now() == {held.first, held.said}
    held.click(held.place(held.first), CTRL)
    assert held.now() == {held.said}
    held.click(QPoint(1180, 490), SHIFT)
    assert held.now() == {held.said}
    held.click(QPoint(1180, 490))
    assert held.now() == set()


def test_a_title_belongs_to_its_mark(held: Held) -> None:
    held.click(held.place(held.later) + QPoint(30, 0))
    assert held.now() == {held.later}


def test_a_double_click_and_return_go_to_the_board(held: Held, qtbot: QtBot) -> None:
    with qtbot.waitSignal(held.desk.went_to) as gone:
        QTest.mouseDClick(held.canvas, LEFT, NONE, held.place(held.first))
    assert gone.args == [held.first]
    held.click(held.place(held.said))
    with qtbot.waitSignal(held.desk.went_to) as gone:
        held.press(Qt.Key.Key_Return)
    assert gone.args == [held.said]


def test_the_menu_is_for_what_is_below_the_pointer(held: Held, qtbot: QtBot) -> None:
    held.settings.change(pan_button="middle")
    asked: list[QPoint] = []
    held.desk.menu_wanted.connect(asked.append)
    at = held.place(held.first)
    QTest.mouseClick(held.canvas, Qt.MouseButton.RightButton, NONE, at)
    reason = QContextMenuEvent.Reason
    for why in (reason.Mouse, reason.Keyboard):
        there = held.canvas.mapToGlobal(at)
        QApplication.sendEvent(held.canvas, QContextMenuEvent(why, at, there))
    assert held.now() == {held.first}
    assert len(asked) == 2
    assert asked[0] == held.canvas.mapToGlobal(at)


def test_keys_walk_in_the_order_of_time_and_from_lane_to_lane(held: Held) -> None:
    held.desk.pick([held.said])
    held.press(Qt.Key.Key_Right)
    assert held.now() == {held.said}
    held.press(Qt.Key.Key_Right)
    assert held.now() == {held.denied}
    held.press(Qt.Key.Key_Right)
    assert held.now() == {held.denied}
    assert "It was not there" in held.canvas.spoken
    assert "Said – published: 28 January 2024" in held.canvas.spoken
    assert "Official statements" in held.canvas.spoken
    held.press(Qt.Key.Key_Down)
    assert held.now() == {held.picture}
    held.press(Qt.Key.Key_Down)
    assert held.now() == {held.first} or held.now() == {held.later}
    held.press(Qt.Key.Key_End)
    assert held.now() == {held.later}
    held.press(Qt.Key.Key_Home)
    assert held.now() == {held.first}
    held.press(Qt.Key.Key_Right, SHIFT)
    assert held.now() == {held.first, held.later}
    held.press(Qt.Key.Key_Space)
    assert held.now() == {held.first}
    left: list[bool] = []
    held.desk.left.connect(lambda: left.append(True))
    held.press(Qt.Key.Key_Escape)
    assert left == [True] and held.now() == {held.first}


def test_one_sees_that_the_keys_are_here_before_they_walk(held: Held) -> None:
    ring = theme("light").colour("focus").name()
    corner = held.canvas.lanes_area.topLeft().toPoint()
    box = (corner.x(), corner.y(), 3, 40)
    held.canvas.clearFocus()
    assert ring not in colours(painted(held), box)
    held.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring in colours(painted(held), box)
    held.press(Qt.Key.Key_Right)
    assert ring not in colours(painted(held), box)


def test_keys_of_the_timeline_are_not_those_of_the_window(held: Held) -> None:
    heard: list[str] = []
    for key in ("Shift+1", "Left", "+", "Space"):
        action = QAction(held.view)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(partial(heard.append, key))
        held.view.addAction(action)
    for key, mod in ((Qt.Key.Key_Exclam, SHIFT), (Qt.Key.Key_Left, NONE), (Qt.Key.Key_Plus, NONE)):
        held.press(key, mod)
    held.press(Qt.Key.Key_Space)
    assert heard == []


def test_escape_leads_to_the_board(held: Held, qtbot: QtBot) -> None:
    with qtbot.waitSignal(held.desk.left):
        held.press(Qt.Key.Key_Escape)


def test_who_listens_hears_where_the_keys_are(held: Held) -> None:
    told = held.canvas.make_interface()
    assert told.text(QAccessible.Text.Value) == "5 items with a date"
    held.press(Qt.Key.Key_Right)
    assert "It was there" in told.text(QAccessible.Text.Value)
    assert held.canvas.accessibleName() == "Timeline"


def test_where_the_keys_are_survives_a_change(held: Held) -> None:
    held.desk.pick([held.first])
    held.press(Qt.Key.Key_Right)
    item = held.bridge.contents.items[held.said]
    held.bridge.run(set_values(item, {"said": date("2023-01-01")}, "Edit fields"))
    assert held.canvas.walk.item == held.first


# -- lanes ---------------------------------------------------------------------------------


def lanes(held: Held) -> list[str]:
    return [each.title for each in held.marks.lanes]


def test_lanes_are_made_by_what_was_chosen_and_that_is_remembered(held: Held, qtbot: QtBot) -> None:
    assert lanes(held) == ["Official statements", "Media", "Events"]
    held.view.choose_lanes("nothing")
    held.view.finish()
    assert lanes(held) == ["All items"]
    again = TimelineView(held.desk, theme("light"))
    qtbot.addWidget(again)
    again.catch_up()
    again.finish()
    assert again.canvas.marks is not None
    assert [each.title for each in again.canvas.marks.lanes] == ["All items"]
    again.close_view()


def test_a_press_on_its_head_folds_a_lane(held: Held) -> None:
    held.canvas.zoom(0.2)
    chart = held.canvas.chart
    assert chart is not None
    high = chart.height
    heads = held.canvas.room.heads_area
    held.click(QPoint(40, round(heads.top()) + 10))
    chart = held.canvas.chart
    assert chart is not None
    assert chart.level_of[0] is Level.FOLDED
    assert chart.height < high
    held.desk.pick([held.said])
    assert not painted(held).isNull()
    held.canvas.fold_all(is_folded=False)
    held.press(Qt.Key.Key_Right)
    held.press(Qt.Key.Key_Space, CTRL)
    assert held.canvas.chart is not None
    assert held.canvas.chart.level_of[0] is Level.FOLDED


# -- tools ---------------------------------------------------------------------------------


def entries(menu_owner: object) -> list[str]:
    assert isinstance(menu_owner, QToolButton)
    menu = menu_owner.menu()
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if each.text()]


def choose(menu_owner: object, text: str) -> None:
    assert isinstance(menu_owner, QToolButton)
    entries(menu_owner)
    next(each for each in menu_owner.menu().actions() if each.text() == text).trigger()


def test_what_has_no_date_is_counted_listed_and_selected(held: Held) -> None:
    button = held.view.tools[4]
    assert button.property("text") == "1 without a date"
    assert entries(button) == ["Select all 1", "Ask the pilot"]
    choose(button, "Ask the pilot")
    assert held.now() == {held.note}
    held.desk.pick([])
    choose(button, "Select all 1")
    assert held.now() == {held.note}


def test_names_of_times_are_chosen_and_remembered(held: Held) -> None:
    button = held.view.tools[1]
    assert entries(button)[:2] == ["Event (claimed)", "Recorded"]
    before = len(held.marks)
    choose(button, "Recorded")
    held.view.finish()
    assert len(held.marks) == before - 1
    assert "recorded" not in held.settings.now.choices["timeline.times"].split()
    choose(button, "Recorded")
    held.view.finish()
    assert len(held.marks) == before


def test_lanes_and_gaps_are_chosen_from_menus(held: Held) -> None:
    choose(held.view.tools[0], "By source")
    held.view.finish()
    assert lanes(held) == ["No source"]
    choose(held.view.tools[3], "None")
    assert held.canvas.gaps.seen(held.canvas.camera, 1.0) == []
    assert held.settings.now.choices["timeline.gaps"] == "never"
    choose(held.view.tools[0], "Fold all lanes")
    assert held.canvas.folded


def test_buttons_zoom(held: Held) -> None:
    out, fit, near = held.view.tools[-3:]
    QTest.mouseClick(fit, LEFT)
    before = held.canvas.camera.scale
    QTest.mouseClick(near, LEFT)
    assert held.canvas.camera.scale > before
    QTest.mouseClick(out, LEFT)
    QTest.mouseClick(out, LEFT)
    assert held.canvas.camera.scale < before
    QTest.mouseClick(fit, LEFT)
    assert held.canvas.camera.scale == pytest.approx(before)


# -- threads -------------------------------------------------------------------------------


def test_threads_of_what_is_selected_are_drawn_and_all_on_demand(held: Held) -> None:
    canvas = held.canvas
    assert (list(canvas.threads), list(canvas.own_threads)) == ([], [])
    held.desk.pick([held.said])
    assert [each.link.id for each in canvas.own_threads] == [held.link]
    ink = theme("light").colour("dis").name()
    one, other = held.place(held.said), held.place(held.denied)
    box = (one.x() - 10, min(one.y(), other.y()) - 30, other.x() - one.x() + 20, 70)
    assert ink in colours(painted(held), box)
    held.desk.pick([])
    assert ink not in colours(painted(held), box)
    held.view.tools[2].setProperty("checked", True)
    assert [each.link.id for each in canvas.threads] == [held.link]
    assert held.settings.now.choices["timeline.threads"] == "on"


def test_a_new_answer_is_followed(held: Held) -> None:
    held.view.switch_threads(True)
    held.desk.pick([held.said])
    new = held.case.add("official_statement", title="It was", said="2024-02-02").id
    held.in_view.finish()
    held.view.finish()
    link = held.join(new, "responds_to", held.denied)
    assert link in [each.link.id for each in held.canvas.own_threads]
    assert link in [each.link.id for each in held.canvas.threads]


# -- following -----------------------------------------------------------------------------


def test_an_order_that_the_dates_contradict_is_marked_and_led_to(held: Held) -> None:
    canvas, button = held.canvas, held.view.tools[-4]
    assert isinstance(button, QToolButton)
    button.setVisible(True)
    assert button.isHidden()
    before = painted(held)
    link = held.join(held.later, "precedes", held.first)
    assert painted(held) != before
    drawing = held.view.drawing()
    assert drawing is not None
    assert not button.isHidden()
    assert button.text() == "1 against the dates"
    first, later, said = (
        int(held.marks.chief[held.marks.row_of[each]])
        for each in (held.first, held.later, held.said)
    )
    told = "Against the dates: follows “The ship leaves”"
    assert told in canvas.tip(first)
    assert "Against the dates: precedes “The ship arrives”" in canvas.tip(later)
    assert "Against" not in canvas.tip(said)
    canvas.walk.be_at(first)
    assert told in canvas.spoken
    button.click()
    assert held.selection.now.links == {link}
    # Where it is stated anew so that it agrees, nothing is against it any more.
    item = held.case.contents.items[held.later]
    assert held.bridge.run(set_values(item, {"happened": date("2024-01-02")}, "Edit date"))
    assert button.isHidden()
    assert "Against" not in canvas.spoken


def test_changes_of_the_case_are_followed(held: Held) -> None:
    item = held.bridge.contents.items[held.first]
    held.bridge.run(set_values(item, {"title": "The barge arrives"}, "Edit title"))
    row = held.marks.row_of[held.first]
    assert held.marks.dated[row].title == "The barge arrives"
    assert held.marks.widths[row] == held.marks.dated[row].width
    item = held.bridge.contents.items[held.first]
    held.bridge.run(set_values(item, {"happened": date("2022")}, "Edit fields"))
    assert held.marks.first == second("2022-01-01")
    note = held.bridge.contents.items[held.note]
    times: JsonValue = [{"name": "event", "date": date("2024-01-01")}]
    held.bridge.run(set_values(note, {"times": times}, "Edit fields"))
    assert held.note in held.marks.row_of
    held.bridge.run(delete_items(held.bridge.contents, [held.first]))
    held.in_view.finish()
    held.view.finish()
    assert held.first not in held.marks.row_of


def test_a_link_to_a_claim_puts_an_item_into_its_lane(held: Held) -> None:
    claim = held.case.add("claim", title="She was there", first_made="2024-01-09").id
    held.in_view.finish()
    held.view.choose_lanes("claim")
    held.view.finish()
    assert sorted(lanes(held)) == ["No claim", "She was there"]
    held.join(held.picture, "supports", claim)
    counts = dict(zip(lanes(held), held.marks.counts, strict=True))
    assert counts["She was there"] == 2
    item = held.bridge.contents.items[claim]
    held.bridge.run(set_values(item, {"title": "She was at sea"}, "Edit title"))
    assert "She was at sea" in lanes(held)


def test_what_changed_while_nobody_looked_is_caught_up_with(held: Held) -> None:
    held.bridge.changed.disconnect(held._follow)  # pyright: ignore[reportPrivateUsage]
    item = held.bridge.contents.items[held.first]
    held.bridge.run(set_values(item, {"happened": date("2022")}, "Edit fields"))
    assert held.marks.first > second("2022-01-01")
    held.view.catch_up()
    held.view.finish()
    assert held.marks.first == second("2022-01-01")


def test_links_made_while_nobody_looked_are_caught_up_with(held: Held) -> None:
    claim = held.case.add("claim", title="She was there", first_made="2024-01-09").id
    held.in_view.finish()
    held.view.choose_lanes("claim")
    held.view.finish()
    held.bridge.changed.disconnect(held._follow)  # pyright: ignore[reportPrivateUsage]
    held.join(held.picture, "supports", claim)
    held.view.catch_up()
    held.view.finish()
    assert dict(zip(lanes(held), held.marks.counts, strict=True))["She was there"] == 2


def test_one_looks_where_one_looked_when_others_come_into_view(held: Held) -> None:
    held.canvas.see(second("2024-01-01"), second("2024-01-05"))
    before = held.canvas.camera
    held.case.add("event", title="Long ago", happened="1999")
    held.in_view.finish()
    held.view.finish()
    assert held.canvas.camera == before
    held.press(Qt.Key.Key_Exclam, SHIFT)
    assert held.canvas.camera.left < second("1999-01-01")


# -- leaving -------------------------------------------------------------------------------


def drawn(paint: Callable[[QPainter], None], size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def test_it_is_drawn_without_the_selection_and_the_same_again(held: Held) -> None:
    made = held.view.drawing()
    assert made is not None
    size = QSize(round(made.width), round(made.height))
    plain = drawn(lambda painter: made.paint(painter, theme("print")), size)
    held.desk.pick([held.first])
    again = held.view.drawing()
    assert again is not None
    assert drawn(lambda painter: again.paint(painter, theme("print")), size) == plain
    assert theme("print").colour("evt").name() in colours(plain, (176, 60, 400, size.height() - 60))
    assert made.items == 5
    assert made.hidden == "1 without a date"


def test_text_leaves_as_text(held: Held) -> None:
    made = held.view.drawing()
    assert made is not None
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    made.paint(painter, theme("light"))
    painter.end()
    svg = bytes(data.data()).decode()
    for text in ("The ship arrives", "Знімок причалу", "Official", "2024"):
        assert text in svg
    assert "<image" not in svg


def test_signs_and_bars_are_explained_where_no_tip_can(held: Held) -> None:
    made = held.view.drawing()
    assert made is not None
    size = QSize(round(made.width), round(made.height))
    image = drawn(lambda painter: made.paint(painter, theme("print")), size)
    below = size.height() - 60
    assert theme("print").colour("tx2").name() in colours(image, (4, below, 300, 50))


def test_what_lies_at_other_times_is_left_out_and_told(held: Held) -> None:
    held.canvas.see(second("2024-01-01"), second("2024-01-10"))
    made = held.view.drawing()
    assert made is not None
    assert made.items == 2
    assert made.hidden == "3 items at other times · 1 without a date"


def test_a_table_has_a_row_for_every_time(held: Held) -> None:
    table = held.view.table()
    assert table is not None
    head, *rows = [list(row) for row in table]
    assert [row[head.index("Title")] for row in rows] == [
        "The ship arrives",
        "Знімок причалу",
        "It was there",
        "It was not there",
        "Знімок причалу",
        "The ship leaves",
        "Ask the pilot",
    ]
    recorded = dict(zip(head, rows[1], strict=True))
    assert recorded["Zone"] == "UTC+02:00"
    assert recorded["As stated"] == "2024-01-04T10:15+02:00"
    assert recorded["Which time"] == "Recorded (camera clock) – recorded"
    assert recorded["Earliest"] == "2024-01-04T10:15:00"
    assert rows[-1][0] == ""


def test_nothing_with_a_date_is_nothing_to_draw(held: Held) -> None:
    held.view.choose_names(frozenset({"captured"}))
    held.view.finish()
    assert held.view.drawing() is None
    assert np.size(held.marks.begin) == 0
