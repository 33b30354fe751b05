"""The map of a board: what it shows, and looking elsewhere by it with real events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.board.board_view import BoardView
from caseboard.board.found import Found
from caseboard.board.tools.state import Wishes
from caseboard.bridge import CaseBridge
from caseboard.dropping import can_read
from caseboard.minimap import HEIGHT, SMALLEST_VIEW, WIDTH, Minimap
from caseboard.selection import Selection
from caseboard.stage import Stage
from caseboard.theme import theme
from casedb.commands.removal import delete_cards
from casedb.model.geometry import Point
from casedb.model.records import Card

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def cards(bridge: CaseBridge) -> list[Card]:
    """Six cards in two rows, far from each other."""
    case = bridge.case
    return [
        case.place(case.add("claim", title=f"{n}"), x=1500 * (n % 3), y=1200 * (n // 3))
        for n in range(6)
    ]


@pytest.fixture
def stage(bridge: CaseBridge, cards: list[Card], qtbot: QtBot) -> Iterator[Stage]:
    """A stage with one board on the screen."""
    stage = Stage(theme("light"))
    board = BoardView(
        bridge,
        bridge.contents.boards[0].id,
        Selection(),
        Wishes(),
        can_read,
        None,
        theme("light"),
        stage,
    )
    stage.hold(board)
    stage.bring_to_front(board.board_id)
    stage.resize(1000, 700)
    stage.show()
    qtbot.waitExposed(stage)
    qtbot.waitUntil(lambda: board.overview.world is not None)
    yield stage
    stage.drop(board.board_id)
    stage.close()
    stage.deleteLater()
    QApplication.processEvents()


def pixel(at: Point | None) -> QPoint:
    assert at is not None
    return QPoint(round(at.x), round(at.y))


def look(stage: Stage, x: float, y: float, zoom: float) -> None:
    stage.front.look_from(stage.front.camera.at(Point(x, y), zoom))


def colour_at(widget: Minimap, at: QPoint) -> QColor:
    return widget.grab().toImage().pixelColor(at)


def test_cards_are_shown_where_they_lie(stage: Stage, cards: list[Card]) -> None:
    look(stage, 20_000, 20_000, 1.0)
    ground = theme("light").colour("surf")
    for card in cards:
        assert colour_at(stage.minimap, pixel(stage.minimap.point_of(card.rect.centre))) != ground
    assert colour_at(stage.minimap, pixel(stage.minimap.point_of(Point(900, 700)))) == ground


def test_the_frame_shows_what_is_in_view(stage: Stage) -> None:
    look(stage, 1600, 700, 1.0)
    frame, seen = stage.minimap.frame(), stage.front.camera.visible()
    assert frame is not None
    corner = stage.minimap.point_of(Point(seen.x, seen.y))
    assert corner is not None
    assert (frame.x, frame.y) == pytest.approx((corner.x, corner.y))
    assert frame.w / frame.h == pytest.approx(seen.w / seen.h)


def test_the_frame_is_never_lost(stage: Stage) -> None:
    for x, y, zoom in ((-90_000, 50, 1.0), (90_000, 90_000, 1.0), (1600, 700, 4.0), (0, 0, 0.01)):
        look(stage, x, y, zoom)
        frame = stage.minimap.frame()
        assert frame is not None
        assert min(frame.w, frame.h) >= SMALLEST_VIEW - 1e-6
        assert frame.x >= 0 and frame.right <= WIDTH
        assert frame.y >= 0 and frame.bottom <= HEIGHT


def test_a_press_looks_there(stage: Stage, cards: list[Card]) -> None:
    look(stage, 0, 0, 1.0)
    goal = cards[5].rect.centre
    QTest.mouseClick(stage.minimap, LEFT, pos=pixel(stage.minimap.point_of(goal)))
    camera = stage.front.camera
    # A pixel of the map is a good piece of the board.
    assert (camera.x, camera.y) == pytest.approx((goal.x, goal.y), abs=40)
    assert camera.zoom == 1.0


def test_the_frame_is_dragged_from_where_it_was_taken(stage: Stage) -> None:
    look(stage, 1200, 600, 1.0)
    frame = stage.minimap.frame()
    assert frame is not None
    start = QPoint(round(frame.x) + 3, round(frame.y) + 3)
    before = stage.front.camera
    QTest.mousePress(stage.minimap, LEFT, pos=start)
    assert stage.front.camera == before
    QTest.mouseMove(stage.minimap, start + QPoint(20, 10))
    QTest.mouseRelease(stage.minimap, LEFT, pos=start + QPoint(20, 10))
    moved = stage.minimap.frame()
    assert moved is not None
    assert (moved.x - frame.x, moved.y - frame.y) == pytest.approx((20, 10), abs=0.01)
    QTest.mouseMove(stage.minimap, QPoint(5, 5))
    assert stage.minimap.frame() == moved


def test_keys_and_wheel_look_elsewhere(stage: Stage) -> None:
    look(stage, 1000, 700, 0.5)
    QTest.keyClick(stage.minimap, Qt.Key.Key_Right)
    assert stage.front.camera.x > 1000 and stage.front.camera.y == 700
    QTest.keyClick(stage.minimap, Qt.Key.Key_Up)
    assert stage.front.camera.y < 700
    QTest.keyClick(stage.minimap, Qt.Key.Key_Plus)
    assert stage.front.camera.zoom > 0.5
    QTest.keyClick(stage.minimap, Qt.Key.Key_Minus)
    at = QPointF(30, 30)
    wheel = QWheelEvent(
        at,
        stage.minimap.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage.minimap, wheel)
    assert stage.front.camera.zoom < 0.5


def test_what_is_selected_and_what_was_found_is_shown(stage: Stage, cards: list[Card]) -> None:
    look(stage, 20_000, 20_000, 1.0)
    first, last = (pixel(stage.minimap.point_of(cards[n].rect.centre)) for n in (0, 5))
    stage.front.selection.set(cards=[cards[0].id])
    stage.mark_found(Found(items=frozenset({cards[5].item})))
    assert colour_at(stage.minimap, first) == theme("light").colour("ac")
    assert colour_at(stage.minimap, last) == theme("light").colour("warn")


def test_the_map_follows_the_board(
    stage: Stage, bridge: CaseBridge, cards: list[Card], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(stage.front.overview.renewed, timeout=5_000):
        bridge.case.place(bridge.case.add("note", title="far"), x=9000, y=0)
    at = stage.minimap.point_of(Point(9100, 50))
    assert at is not None and 0 < at.x < WIDTH


def test_in_another_theme_nothing_keeps_the_colours_of_before(
    stage: Stage, cards: list[Card], qtbot: QtBot
) -> None:
    look(stage, 20_000, 20_000, 1.0)
    at = pixel(stage.minimap.point_of(cards[0].rect.centre))
    before = colour_at(stage.minimap, at)
    with qtbot.waitSignal(stage.front.overview.renewed, timeout=5_000):
        stage.set_theme(theme("dark"))
        assert colour_at(stage.minimap, at) == theme("dark").colour("surf")
    assert colour_at(stage.minimap, at) not in (before, theme("dark").colour("surf"))


def test_the_map_gives_way_where_there_is_no_room(stage: Stage, qtbot: QtBot) -> None:
    assert stage.minimap.isVisible()
    stage.resize(340, 700)
    assert not stage.minimap.isVisible()
    stage.resize(1000, 200)
    assert not stage.minimap.isVisible()
    stage.resize(1000, 700)
    assert stage.minimap.isVisible()
    stage.want_map(is_wanted=False)
    stage.resize(1001, 700)
    assert not stage.minimap.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_map_reached_by_tab_shows_that_it_has_the_keys(stage: Stage, name: str) -> None:
    stage.set_theme(theme(name))
    stage.activateWindow()
    edge = QPoint(WIDTH // 2, 0)
    stage.minimap.setFocus(Qt.FocusReason.TabFocusReason)
    assert colour_at(stage.minimap, edge) == theme(name).colour("ac")
    QTest.keyClick(stage.minimap, Qt.Key.Key_Escape)
    assert stage.front.hasFocus()


def test_a_fine_wheel_zooms_as_far_as_a_coarse_one(stage: Stage) -> None:
    def turn(eighths: int, times: int) -> float:
        stage.front.zoom_to(0.2)
        for _ in range(times):
            at = QPointF(WIDTH / 2, HEIGHT / 2)
            event = QWheelEvent(
                at,
                QPointF(stage.minimap.mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, eighths),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(stage.minimap, event)
        return stage.front.camera.zoom

    assert turn(8, 15) == pytest.approx(turn(120, 1))
    assert turn(0, 3) == pytest.approx(0.2)


def test_without_a_board_there_is_nothing_to_press(qtbot: QtBot) -> None:
    empty = Stage(theme("light"))
    qtbot.addWidget(empty)
    empty.resize(1000, 700)
    empty.show()
    assert not empty.zoom_box.isVisible() and not empty.minimap.isVisible()


def test_there_is_no_map_of_a_board_with_nothing_on_it(
    bridge: CaseBridge, stage: Stage, cards: list[Card], qtbot: QtBot
) -> None:
    assert stage.minimap.isVisible()
    for card in cards:
        bridge.run(delete_cards(bridge.contents, [card.id]))
    qtbot.waitUntil(lambda: not stage.minimap.isVisible())
    assert stage.has_map
    bridge.case.place(bridge.contents.items[cards[0].item], x=0, y=0)
    qtbot.waitUntil(stage.minimap.isVisible)
