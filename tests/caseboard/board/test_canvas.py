"""The canvas: it looks where it is told, follows edits and themes, and gets sharp by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from pytestqt.qtbot import QtBot

from caseboard.board.camera import Camera, View
from caseboard.board.canvas import Canvas
from caseboard.board.levels import Level
from caseboard.board.scene import Scene
from caseboard.board.tiles import BLEED
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.geometry import Point, Rect

if TYPE_CHECKING:
    from conftest import Maker

Pixels = Callable[[QImage], NDArray[np.int64]]
SIZE = (500, 360)
PICTURE = "ab" * 32


@pytest.fixture
def canvas(maker: Maker, qtbot: QtBot) -> Canvas:
    """A canvas of a board with two linked cards, shown."""
    one, other = maker.card(0, 0), maker.card(420, 200, kind="document")
    maker.link(one, other, "supports", label="strong")
    shown = Canvas(maker.contents, maker.board_id, theme("light"))
    qtbot.addWidget(shown)
    shown.resize(*SIZE)
    shown.show()
    return shown


def board_as_seen(maker: Maker, camera: Camera, name: str = "light") -> QImage:
    """What a camera should see."""
    view = camera.view(1.0)
    wide = view.part(
        view.left - BLEED, view.top - BLEED, view.width + 2 * BLEED, view.height + 2 * BLEED
    )
    image = QImage(wide.width, wide.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Scene(maker.contents, maker.board_id, theme(name)).paint(painter, wide)
    painter.end()
    return image.copy(BLEED, BLEED, view.width, view.height)


def test_it_shows_the_board_exactly(canvas: Canvas, maker: Maker, pixels: Pixels):
    canvas.look_from(Camera(210, 130, 1.0))
    canvas.sharpen()
    seen = pixels(canvas.grab().toImage())
    assert (seen == pixels(board_as_seen(maker, canvas.camera))).all()


def test_it_gets_sharp_by_itself(canvas: Canvas, qtbot: QtBot, maker: Maker, pixels: Pixels):
    with qtbot.waitSignal(canvas.sharpened):
        canvas.look_from(Camera(210, 130, 0.8))
        assert not canvas.is_sharp
    assert canvas.is_sharp
    seen = pixels(canvas.grab().toImage())
    assert (seen == pixels(board_as_seen(maker, canvas.camera))).all()


def test_what_is_painted_between_frames_is_shown_with_the_next_one(
    canvas: Canvas, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("caseboard.board.canvas.SHOW_EVERY", 60_000.0)
    canvas.look_from(canvas.camera.panned(10_000, 0))
    canvas.grab()
    sharp: list[bool] = []
    canvas.sharpened.connect(lambda: sharp.append(True))
    canvas.look_from(canvas.camera.panned(-10_000, 0))
    with monkeypatch.context() as hasty:
        hasty.setattr("caseboard.board.canvas.FRAME_BUDGET", 0.0)
        canvas.grab()
        qtbot.waitUntil(lambda: canvas.is_sharp)
        assert not sharp
    canvas.grab()
    assert sharp


def test_every_change_of_view_is_told_once(canvas: Canvas):
    told: list[Camera] = []
    canvas.looked.connect(told.append)
    canvas.pan_by(30, -10)
    canvas.look_from(canvas.camera)
    canvas.zoom_by(1.25)
    assert told[-1] is canvas.camera
    assert len(told) == 2


def test_panning_and_zooming_hold_what_is_under_the_hand(canvas: Canvas):
    held = canvas.camera.to_world(Point(100, 80))
    canvas.zoom_by(1.5, Point(100, 80))
    assert canvas.camera.to_world(Point(100, 80)) == pytest.approx(held)
    canvas.pan_by(20, 30)
    assert canvas.camera.to_world(Point(120, 110)) == pytest.approx(held)


def test_fit_shows_all_there_is_or_a_rectangle(canvas: Canvas):
    canvas.fit()
    assert canvas.camera.visible().contains(Rect(0, 0, 680, 320))
    canvas.fit(Rect(0, 0, 100, 100))
    assert canvas.camera.zoom == 1.0
    assert canvas.camera.visible().centre == pytest.approx((50, 50))


def test_an_empty_board_has_nothing_to_fit(maker: Maker, qtbot: QtBot):
    empty = Canvas(maker.contents, maker.board_id, theme("light"))
    qtbot.addWidget(empty)
    before = empty.camera
    empty.fit()
    assert empty.camera == before
    empty.sharpen()
    assert empty.grab().toImage().pixelColor(3, 3) == theme("light").colour("bg")


def test_resizing_keeps_the_middle_in_the_middle(canvas: Canvas):
    canvas.look_from(Camera(123, 45, 0.5))
    canvas.resize(640, 480)
    assert (canvas.camera.width, canvas.camera.height) == (640, 480)
    assert (canvas.camera.x, canvas.camera.y) == (123, 45)


def test_an_edit_is_shown(canvas: Canvas, maker: Maker, pixels: Pixels):
    canvas.look_from(Camera(210, 130, 1.0))
    canvas.sharpen()
    canvas.grab()
    card = next(iter(maker.contents.cards.values()))
    canvas.apply(maker.run(Edit(card, replace(card, x=40.0, y=30.0))))
    canvas.sharpen()
    seen = pixels(canvas.grab().toImage())
    assert (seen == pixels(board_as_seen(maker, canvas.camera))).all()


@pytest.mark.parametrize("names", [["dark"], ["cork"], ["cork", "light"]])
def test_another_theme_is_shown(canvas: Canvas, maker: Maker, pixels: Pixels, names: list[str]):
    canvas.look_from(Camera(210, 130, 1.0))
    canvas.sharpen()
    for name in names:
        canvas.set_theme(theme(name))
    canvas.sharpen()
    seen = pixels(canvas.grab().toImage())
    assert (seen == pixels(board_as_seen(maker, canvas.camera, names[-1]))).all()


def test_while_zooming_the_old_picture_is_shown_larger(canvas: Canvas, pixels: Pixels):
    canvas.look_from(Camera(130, 60, 1.0))
    canvas.sharpen()
    canvas.grab()
    canvas.zoom_by(1.2)
    assert not canvas.is_sharp
    image = canvas.grab().toImage()
    # The stripe of a card and the words in it, and not only what can be sketched at once.
    inks = {image.pixelColor(x, y).name() for x in range(100, 300) for y in range(100, 170)}
    assert len(inks) > 40
    canvas.sharpen()
    assert canvas.is_sharp


def test_overlays_are_painted_on_top_where_the_board_is(canvas: Canvas):
    class Dot:
        """Marks the corner of the first card."""

        def paint(self, painter: QPainter, camera: Camera) -> None:
            corner = camera.to_screen(Point(0, 0))
            painter.fillRect(round(corner.x), round(corner.y), 5, 5, QColor("red"))

    canvas.look_from(Camera(0, 0, 1.0))
    canvas.overlays.append(Dot())
    image = canvas.grab().toImage()
    assert image.pixelColor(SIZE[0] // 2 + 2, SIZE[1] // 2 + 2) == QColor("red")


def test_events_go_to_the_tool_first(canvas: Canvas):
    class Hand:
        """Takes note of what it is offered."""

        def __init__(self) -> None:
            self.offered: list[QEvent.Type] = []

        def handle(self, event: QEvent) -> bool:
            self.offered.append(event.type())
            return True

    hand = Hand()
    canvas.tool = hand
    where = QPointF(10, 10)
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        where,
        canvas.mapToGlobal(QPoint(10, 10)).toPointF(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert canvas.event(press)
    assert hand.offered == [QEvent.Type.MouseButtonPress]
    canvas.event(QEvent(QEvent.Type.LayoutRequest))
    assert hand.offered == [QEvent.Type.MouseButtonPress]


@pytest.mark.parametrize(
    "rect",
    [(1e300, 0, 260, 120), (0, 0, 1e300, 1e300), (float("inf"), -1e308, 260, 120)],
)
def test_a_card_from_elsewhere_that_lies_nowhere_breaks_nothing(
    maker: Maker, qtbot: QtBot, rect: tuple[float, float, float, float]
):
    near = [maker.card(x, 0) for x in (0, 400, 800)]
    far = maker.card(*rect)
    maker.frame(*rect)
    maker.route(maker.link(near[0], far, "supports"), Point(rect[0], rect[1]))
    board = Canvas(maker.contents, maker.board_id, theme("light"))
    qtbot.addWidget(board)
    board.resize(800, 600)
    board.fit()
    board.sharpen()
    seen = board.camera.visible()
    assert len(board.columns.cards_in(seen))
    assert maker.move(far, -100, 0)
    board.grab()


def test_fit_shows_cards_where_no_zoom_shows_all_of_them(maker: Maker, qtbot: QtBot):
    for x in (0, 400, 800):
        maker.card(x, 0)
    maker.card(9_000_000, 0)
    board = Canvas(maker.contents, maker.board_id, theme("light"))
    qtbot.addWidget(board)
    board.resize(800, 600)
    board.fit()
    assert len(board.columns.cards_in(board.camera.visible())) == 3


@pytest.mark.qt_log_ignore("Painter ended with", extend=True)
def test_a_fault_of_a_painter_is_told_and_the_rest_goes_on(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    painted = canvas.scene.cards.paint_one
    faults = iter([True])

    def failing(painter: QPainter, view: View, row: int, level: Level) -> None:
        if next(faults, False):
            raise ValueError("a fault")
        painted(painter, view, row, level)

    monkeypatch.setattr(canvas.scene.cards, "paint_one", failing)
    canvas.set_theme(theme("dark"))
    with qtbot.captureExceptions() as told:
        qtbot.waitUntil(lambda: canvas.is_sharp and bool(told))
        # What was half painted stays so until it is changed.
        canvas.update()
        qtbot.wait(50)
    assert len(told) == 1 and "a fault" in str(told[0][1])


def test_a_picture_that_comes_while_one_zooms_takes_nothing_out_of_sight(
    canvas: Canvas, maker: Maker, pixels: Pixels, monkeypatch: pytest.MonkeyPatch
):
    # However slow the machine is, both frames are scaled in the same way.
    monkeypatch.setattr("caseboard.board.tiles.SMOOTH_TIME", 60.0)
    card = maker.contents.cards_on(maker.board_id)[0]
    maker.picture(card.item)
    canvas.sharpen()
    canvas.grab()
    is_in_time = False
    for _ in range(50):
        if is_in_time:
            break
        canvas.zoom_by(1.01)
        before = pixels(canvas.grab().toImage())
        canvas.thumbnail_ready(PICTURE)
        after = pixels(canvas.grab().toImage())
        # On a slow machine the zoom may have come to rest meanwhile.
        is_in_time = canvas.is_zooming
        assert (after == before).all() or not is_in_time
    assert is_in_time


def test_what_is_put_back_is_in_the_overview_again(canvas: Canvas, maker: Maker, qtbot: QtBot):
    card = maker.contents.cards_on(maker.board_id)[0]

    def inked() -> int:
        picture = canvas.overview.image
        return sum(
            picture.pixelColor(x, y).alpha() > 0
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        )

    with qtbot.waitSignal(canvas.overview.renewed):
        canvas.overview.begin()
    whole = inked()
    canvas.lift([card.id], [])
    with qtbot.waitSignal(canvas.overview.renewed):
        canvas.overview.begin()
    assert inked() < whole
    with qtbot.waitSignal(canvas.overview.renewed):
        canvas.put_back()
    assert inked() == whole


def test_what_is_in_the_hand_wears_another_theme_too(canvas: Canvas, maker: Maker):
    card = maker.contents.cards_on(maker.board_id)[0]
    canvas.look_from(canvas.camera.at(card.rect.centre, 1.0))
    canvas.sharpen()
    canvas.lift([card.id], [])
    canvas.carry(10, 10)
    canvas.sharpen()
    canvas.grab()
    canvas.set_theme(theme("dark"))
    canvas.sharpen()
    at = canvas.camera.to_screen(Point(card.x + 10 + 6, card.y + 10 + card.h - 20))
    seen = canvas.grab().toImage().pixelColor(round(at.x), round(at.y))
    assert seen == theme("dark").colour("surf")
    canvas.put_back()


def test_strings_in_the_hand_follow_a_zoom(canvas: Canvas, maker: Maker, pixels: Pixels):
    card = maker.contents.cards_on(maker.board_id)[0]
    canvas.sharpen()
    canvas.lift([card.id], [])
    canvas.carry(-40, 30)
    canvas.sharpen()
    canvas.grab()
    canvas.zoom_by(1.3)
    canvas.grab()
    canvas.sharpen()
    seen = pixels(canvas.grab().toImage())
    other = Canvas(maker.contents, maker.board_id, theme("light"))
    other.resize(*SIZE)
    other.look_from(canvas.camera)
    other.lift([card.id], [])
    other.carry(-40, 30)
    other.sharpen()
    assert (pixels(other.grab().toImage()) == seen).all()
    other.close()
    canvas.put_back()
