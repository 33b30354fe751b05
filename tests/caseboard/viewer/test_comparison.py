"""Two files compared: looked at together, laid on each other by matched points, and told apart."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.theme import theme
from caseboard.viewer.comparison import BESIDE, Comparison
from caseboard.viewer.overlaid import BLINK, DIFFERENCE, SWIPE, difference_of
from caseboard.viewer.window import Shown
from casedb.commands.annotations import annotate
from casedb.model.marks import Form, Mark
from casedb.model.matches import Match
from manners import faults_of
from whole_pictures import come_up, wait_until_whole

LEFT = Qt.MouseButton.LeftButton
SIZE = (400, 300)
DX, DY = 40, 20
"""How far what the second picture shows lies from where the first has it."""


def scene(dx: int, dy: int, colour: str) -> bytes:
    """A square on grey."""
    picture = Image.new("RGB", SIZE, "grey")
    picture.paste(colour, (100 + dx, 80 + dy, 220 + dx, 180 + dy))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def files(bridge: CaseBridge) -> tuple[Shown, Shown]:
    case = bridge.case
    item = case.add("satellite_image", title="The quay")
    one = case.attach_bytes(item, scene(0, 0, "red"), "before.png")
    other = case.attach_bytes(item, scene(DX, DY, "red"), "after.png")
    return Shown(one.id, "before.png"), Shown(other.id, "after.png")


def compared(qtbot: QtBot, bridge: CaseBridge, folder: Path, *files: Shown) -> Comparison:
    """Files beside each other, with all of both pictures."""
    made = Comparison(bridge.case, folder, theme("light"))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    come_up(qtbot, made, *files)
    wait_until_whole(qtbot, *made.panes)
    return made


@pytest.fixture
def comparison(
    qtbot: QtBot, bridge: CaseBridge, tmp_path: Path, files: tuple[Shown, Shown]
) -> Iterator[Comparison]:
    made = compared(qtbot, bridge, tmp_path, *files)
    yield made
    made.close()


PAIRS = tuple(
    ((x / SIZE[0], y / SIZE[1]), ((x + DX) / SIZE[0], (y + DY) / SIZE[1]))
    for x, y in ((100, 80), (220, 80), (220, 180), (100, 180))
)


def matched(comparison: Comparison, pairs: int = 4) -> None:
    one, other = comparison.compared
    comparison.show_match(Match(one.artifact, other.artifact, PAIRS[:pairs]))


def test_moving_one_picture_moves_the_other(comparison: Comparison) -> None:
    one, other = comparison.panes
    one.look(one.eye.zoomed(2.0).at(QPointF(100, 90)))
    assert (other.eye.x, other.eye.y) == pytest.approx((100, 90), abs=1)
    other.look(other.eye.at(QPointF(150, 200)))
    assert (one.eye.x, one.eye.y) == pytest.approx((150, 200), abs=1)
    assert one.eye.zoom == pytest.approx(other.eye.zoom)


def are_all_seen(comparison: Comparison) -> bool:
    one, other = comparison.panes
    zoom = pytest.approx(min(one.eye.fitting, 1 / one.ratio))
    # Pixels of picture and screen are made to coincide.
    middle = pytest.approx((SIZE[0] / 2, SIZE[1] / 2), abs=1 / one.eye.zoom)
    return all(eye.zoom == zoom and (eye.x, eye.y) == middle for eye in (one.eye, other.eye)) and (
        one.eye.width,
        one.eye.height,
    ) == (one.width(), one.height())


def test_all_of_both_is_seen_at_any_size_until_somebody_moves_them(
    comparison: Comparison,
) -> None:
    for size in ((420, 300), (1200, 700), (500, 260), (900, 600)):
        comparison.resize(*size)
        QApplication.processEvents()
        assert are_all_seen(comparison), size
    QTest.keyClick(comparison.panes[0], Qt.Key.Key_Plus)
    one, other = comparison.panes
    near = one.eye.zoom
    comparison.resize(420, 300)
    QApplication.processEvents()
    assert one.eye.zoom == other.eye.zoom == near
    QTest.keyClick(one, Qt.Key.Key_0)
    comparison.resize(700, 500)
    QApplication.processEvents()
    assert are_all_seen(comparison)


@pytest.mark.parametrize("pairs", [2, 3, 4])
def test_once_points_are_matched_both_show_the_same_spot(
    comparison: Comparison, pairs: int
) -> None:
    matched(comparison, pairs)
    assert comparison.alignment is not None
    one, other = comparison.panes
    one.look(one.eye.zoomed(2.0).at(QPointF(160, 130)))
    assert (other.eye.x, other.eye.y) == pytest.approx((160 + DX, 130 + DY), abs=1)


def test_points_are_set_moved_and_taken_away_by_hand(comparison: Comparison) -> None:
    comparison.setting.click()
    one, other = comparison.panes

    def spot(side: int, x: float, y: float) -> QPoint:
        pane = comparison.panes[side]
        return pane.eye.to_screen(QPointF(x, y)).toPoint()

    for (x, y), _ in PAIRS[:2]:
        x, y = x * SIZE[0], y * SIZE[1]
        QTest.mouseClick(one, LEFT, pos=spot(0, x, y))
        QTest.mouseClick(other, LEFT, pos=spot(1, x + DX, y + DY))
    assert len(comparison.matched.pairs) == 2
    assert comparison.alignment is not None
    assert comparison.alignment.to_second((160, 130)) == pytest.approx((160 + DX, 130 + DY), abs=4)
    assert "from 2 pairs" in comparison.state.text()
    before = comparison.matched.point(1, 0)
    at = spot(0, 220, 80)
    QTest.mousePress(one, LEFT, pos=at)
    QTest.mouseMove(one, at + QPoint(12, 12))
    QTest.mouseRelease(one, LEFT, pos=at + QPoint(12, 12))
    assert comparison.matched.point(1, 0) != before
    QTest.keyClick(one, Qt.Key.Key_Delete)
    assert len(comparison.matched.pairs) == 1
    assert comparison.alignment is None and not comparison.save.isEnabled()
    assert "Set 2 pairs" in comparison.state.text()


def test_more_points_than_are_needed_show_how_well_they_agree(comparison: Comparison) -> None:
    one, other = comparison.compared
    fifth = ((0.5, 0.9), (0.5 + DX / SIZE[0] + 0.02, 0.9 + DY / SIZE[1]))
    comparison.show_match(Match(one.artifact, other.artifact, (*PAIRS, fifth)))
    assert "Homography, from 5 pairs: 1.8 px apart (root mean square)" in comparison.state.text()
    assert "The worst is point 3, 2.9 px off" in comparison.state.text()
    assert comparison.matched.worst == 2


def set_by_hand(comparison: Comparison, *pairs: tuple[float, float]) -> None:
    """Click points of the first picture, and those that show the same in the second."""
    if not comparison.setting.isChecked():
        QTest.mouseClick(comparison.setting, LEFT)
    for x, y in pairs:
        for pane, at in zip(comparison.panes, ((x, y), (x + DX, y + DY)), strict=True):
            QTest.mouseClick(pane, LEFT, pos=pane.eye.to_screen(QPointF(*at)).toPoint())


def choose_way(comparison: Comparison, way: str) -> None:
    box = comparison.way
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(way)):
        QTest.keyClick(box, Qt.Key.Key_Down)


CORNERS = (100.0, 80.0), (220.0, 80.0), (220.0, 180.0), (100.0, 180.0)


def test_a_third_point_checks_what_two_say(comparison: Comparison) -> None:
    set_by_hand(comparison, *CORNERS[:2])
    assert "as many as are needed" in comparison.state.text()
    set_by_hand(comparison, CORNERS[2])
    assert comparison.alignment is not None and comparison.alignment.kind == "similarity"
    assert "from 3 pairs: 0." in comparison.state.text()
    assert "root mean square" in comparison.state.text()


def test_the_way_of_laying_one_on_the_other_is_chosen_and_kept(
    qtbot: QtBot, comparison: Comparison
) -> None:
    told: list[Match] = []
    comparison.save_wanted.connect(lambda match, note: told.append(match))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    set_by_hand(comparison, *CORNERS[:3])
    with qtbot.waitSignal(comparison.way_chosen) as chosen:
        choose_way(comparison, "affine")
    assert chosen.args == ["affine"]
    assert comparison.alignment is not None and comparison.alignment.kind == "affine"
    assert "as many as are needed" in comparison.state.text()
    choose_way(comparison, "homography")
    assert comparison.alignment is None and not comparison.save.isEnabled()
    assert comparison.save.toolTip() == "Set one more pair of points first."
    set_by_hand(comparison, CORNERS[3])
    comparison.save.click()
    assert told[0].way == "homography"
    comparison.show_match(Match(told[0].first, told[0].second, told[0].pairs, "affine"))
    assert comparison.foot.chosen == "affine"


def test_saving_says_what_it_lacks_and_with_what_it_keeps(comparison: Comparison) -> None:
    comparison.name_keeper("The quay", "")
    assert not comparison.save.isEnabled()
    assert comparison.save.toolTip() == "Set 2 more pairs of points first."
    set_by_hand(comparison, *CORNERS[:2])
    assert comparison.save.isEnabled()
    assert comparison.save.toolTip() == "Keep the points with “The quay”"
    comparison.name_keeper("", "Nothing can be kept here.")
    assert not comparison.save.isEnabled()
    assert comparison.save.toolTip() == "Nothing can be kept here."


def test_clicks_are_asked_for_only_while_points_are_set(comparison: Comparison) -> None:
    assert "Click the same spot" not in comparison.state.text()
    assert "Set points" in comparison.state.text()
    QTest.keyClick(comparison.panes[0], Qt.Key.Key_P)
    assert "Click the same spot in both pictures, at least 2 times" in comparison.state.text()
    QTest.mouseClick(comparison.setting, LEFT)
    assert "Click the same spot" not in comparison.state.text()


def test_where_both_are_alike_nothing_differs(qtbot: QtBot, comparison: Comparison) -> None:
    matched(comparison)
    comparison.modes.choose(DIFFERENCE)
    over = comparison.over
    qtbot.wait(50)
    image = over.grab().toImage()
    inside = over.eye.to_screen(QPointF(160, 130)).toPoint()
    assert image.pixelColor(inside).red() < 8
    comparison.matched.clear()
    qtbot.wait(50)
    corner = over.eye.to_screen(QPointF(110, 90)).toPoint()
    assert over.grab().toImage().pixelColor(corner).red() > 100


def test_swiping_shows_the_second_picture_behind_the_edge(
    qtbot: QtBot, comparison: Comparison
) -> None:
    comparison.modes.choose(SWIPE)
    over = comparison.over
    assert comparison.stack.currentIndex() == 1
    spot = over.eye.to_screen(QPointF(110, 90)).toPoint()
    over.edge.move_to(1.0)
    qtbot.wait(50)
    assert over.grab().toImage().pixelColor(spot) == QColor("red")
    over.edge.move_to(0.0)
    qtbot.wait(50)
    assert over.grab().toImage().pixelColor(spot) == QColor("grey")
    QTest.keyClick(over, Qt.Key.Key_Period)
    assert over.edge.at > 0
    middle = QPoint(round(over.edge.at * over.width()), 50)
    QTest.mousePress(over, LEFT, pos=middle)
    QTest.mouseMove(over, QPoint(300, 50))
    QTest.mouseRelease(over, LEFT, pos=QPoint(300, 50))
    assert over.edge.at == pytest.approx(300 / over.width(), abs=0.01)


def stripes() -> bytes:
    """Black and white columns of a pixel each: what is blurred of it is grey."""
    picture = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    picture[:, ::2] = 255
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG")
    return out.getvalue()


def colours(comparison: Comparison, *spots: tuple[float, float]) -> list[int]:
    """How red the pixels of the first picture are shown around some spots of it."""
    over = comparison.over
    image = over.grab().toImage()
    found: list[int] = []
    for x, y in spots:
        at = over.eye.to_screen(QPointF(x, y)).toPoint()
        found += [image.pixelColor(at + QPoint(n, 0)).red() for n in range(-3, 4)]
    return found


@pytest.fixture
def hidden(qtbot: QtBot, bridge: CaseBridge, tmp_path: Path) -> Iterator[Comparison]:
    """Two pictures of stripes: on the first the left is blurred, on the second the right."""
    item = bridge.case.add("media", title="Faces")
    marks = ((0.1, 0.1), (0.4, 0.5)), ((0.6, 0.1), (0.9, 0.5))
    files: list[Shown] = []
    for n, spots in enumerate(marks):
        data = stripes() + bytes(n)
        artifact = bridge.case.attach_bytes(item, data, f"{n}.png").id
        files.append(Shown(artifact, f"{n}.png"))
        for mark in (Mark(Form.BLUR, spots), Mark(Form.ARROW, ((0.1, 0.8), (0.9, 0.8)))):
            bridge.case.run(annotate(bridge.contents, bridge.new_id, artifact, mark))
    made = compared(qtbot, bridge, tmp_path, *files)
    made.modes.choose(SWIPE)
    made.over.show_exactly()
    yield made
    made.close()


LEFT_FACE, RIGHT_FACE, ARROW = (100.0, 90.0), (300.0, 90.0), (150.0, 240.0)


def is_blurred(told: list[int]) -> bool:
    return all(90 < each < 165 for each in told)


def is_clear(told: list[int]) -> bool:
    return min(told) < 30 and max(told) > 225


def is_marked(comparison: Comparison) -> bool:
    over = comparison.over
    at = over.eye.to_screen(QPointF(*ARROW)).toPoint()
    told = over.grab().toImage().pixelColor(at)
    return (
        max(told.red(), told.green(), told.blue()) - min(told.red(), told.green(), told.blue()) > 60
    )


@pytest.mark.parametrize("warped", [False, True])
def test_what_is_blurred_stays_so_while_swiping(
    qtbot: QtBot, hidden: Comparison, warped: bool
) -> None:
    if warped:
        one, other = hidden.compared
        pairs = tuple(((x, y), (x, y)) for x, y in ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)))
        hidden.show_match(Match(one.artifact, other.artifact, pairs))
        assert hidden.alignment is not None
    for edge, is_first in ((1.0, True), (0.0, False)):
        hidden.over.edge.move_to(edge)
        qtbot.wait(50)
        seen = colours(hidden, LEFT_FACE), colours(hidden, RIGHT_FACE)
        blurred, clear = seen if is_first else seen[::-1]
        assert is_blurred(blurred) and is_clear(clear)
        assert is_marked(hidden)


def test_what_is_blurred_stays_so_while_pictures_take_turns(
    qtbot: QtBot, hidden: Comparison
) -> None:
    hidden.modes.choose(BLINK)
    hidden.over.hold_turns(True)
    for _ in range(2):
        QTest.keyClick(hidden.over, Qt.Key.Key_B)
        qtbot.wait(50)
        seen = colours(hidden, LEFT_FACE), colours(hidden, RIGHT_FACE)
        blurred, clear = seen[::-1] if hidden.over.shows_second else seen
        assert is_blurred(blurred) and is_clear(clear)
        assert is_marked(hidden)


def test_what_is_blurred_is_not_read_out_of_a_difference(qtbot: QtBot, hidden: Comparison) -> None:
    hidden.modes.choose(DIFFERENCE)
    qtbot.wait(50)
    # A grey square against stripes of black and white differs everywhere alike, and by no stripe.
    for face in (LEFT_FACE, RIGHT_FACE):
        told = colours(hidden, face)
        assert min(told) > 200
    assert max(colours(hidden, (200, 250))) == 0
    assert not is_marked(hidden)


def test_pictures_take_turns_and_stop_when_it_is_done_by_hand(
    qtbot: QtBot, comparison: Comparison
) -> None:
    comparison.modes.choose(BLINK)
    over = comparison.over
    assert over.takes_turns
    before = over.shows_second
    qtbot.waitUntil(lambda: over.shows_second != before)
    QTest.keyClick(over, Qt.Key.Key_B)
    assert not over.takes_turns and over.shows_second == before
    comparison.modes.choose(BESIDE)
    assert not over.takes_turns and comparison.stack.currentIndex() == 0


def test_what_is_looked_at_stays_when_the_way_of_comparing_changes(
    comparison: Comparison,
) -> None:
    one = comparison.panes[0]
    one.look(one.eye.zoomed(3.0).at(QPointF(120, 100)))
    comparison.modes.choose(SWIPE)
    eye = comparison.over.eye
    assert (eye.x, eye.y, eye.zoom) == pytest.approx((120, 100, 3.0), abs=1)


def test_saving_gives_the_points_and_how_well_they_agree(comparison: Comparison) -> None:
    matched(comparison)
    told: list[tuple[Match, str]] = []
    comparison.save_wanted.connect(lambda match, note: told.append((match, note)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]
    comparison.save.click()
    match, note = told[0]
    assert match.pairs == PAIRS
    assert "Homography" in note


def test_other_files_may_be_chosen(qtbot: QtBot, comparison: Comparison) -> None:
    matched(comparison)
    with qtbot.waitSignal(comparison.chosen):
        comparison.second.setCurrentIndex(0)
    wait_until_whole(qtbot, *comparison.panes)
    assert comparison.compared[0] == comparison.compared[1]
    assert len(comparison.matched) == 0 and not comparison.save.isEnabled()


def test_a_difference_is_as_bright_as_the_greatest_of_its_colours() -> None:
    one, other = (QImage(3, 2, QImage.Format.Format_RGB32) for _ in range(2))
    one.fill(QColor(10, 20, 30))
    other.fill(QColor(10, 50, 25))
    shown = difference_of(one, other)
    assert shown.pixelColor(0, 0).red() == 60
    assert np.array_equal(shown.size().toTuple(), (3, 2))


def test_every_control_has_a_name_and_a_place_in_the_order(comparison: Comparison) -> None:
    assert faults_of(comparison) == []
