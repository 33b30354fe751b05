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
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.theme import theme
from caseboard.viewer.comparison import BESIDE, Comparison
from caseboard.viewer.overlaid import BLINK, DIFFERENCE, SWIPE, difference_of
from caseboard.viewer.window import Shown
from casedb.model.matches import Match
from manners import faults_of

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


@pytest.fixture
def comparison(
    qtbot: QtBot, bridge: CaseBridge, tmp_path: Path, files: tuple[Shown, Shown]
) -> Iterator[Comparison]:
    made = Comparison(bridge.case, tmp_path, theme("light"))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show_files(files)
    made.show()
    qtbot.waitExposed(made)
    wait_for_both(qtbot, made)
    yield made
    made.close()


def wait_for_both(qtbot: QtBot, comparison: Comparison) -> None:
    def are_whole() -> bool:
        pictures = [pane.picture for pane in comparison.panes]
        return all(each is not None and each.is_whole for each in pictures)

    qtbot.waitUntil(are_whole, timeout=30_000)


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
    assert "px apart on average" in comparison.state.text()
    assert "Homography, from 5 pairs" in comparison.state.text()


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
    wait_for_both(qtbot, comparison)
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
