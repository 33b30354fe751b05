"""A canvas on screens with more pixels: it shows the board pixel for pixel, and marks lie on them.

The screens of the tests have one pixel a unit, so a canvas is told another ratio and is painted into
a picture of that ratio: what Qt does for a window, with every fraction of a pixel that it brings.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from caseboard.board import levels
from caseboard.board.camera import Camera
from caseboard.board.canvas import Canvas
from caseboard.board.levels import Level
from caseboard.board.overlay import MOST_ROUND, RING, Overlay, OverlayPainter
from caseboard.board.scene import Scene
from caseboard.board.tiles import BLEED
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.records import Card

if TYPE_CHECKING:
    from conftest import Maker

Pixels = Callable[[QImage], NDArray[np.int64]]
SIZE = (421, 333)
RATIOS = (1.0, 1.5, 2.0)
ROUNDING = 12
"""Qt rounds lines of one pixel a little differently where it clips them; nobody can see that."""
GAP = 1.0
"""How far from a card its ring begins, in device-independent pixels."""


@pytest.fixture
def canvas_of(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[Maker, float], Canvas]:
    """Makes a canvas of a board on a screen of a ratio."""

    def make(maker: Maker, ratio: float) -> Canvas:
        canvas = Canvas(maker.contents, maker.board_id, theme("light"))
        qtbot.addWidget(canvas)
        monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: ratio)
        canvas.resize(*SIZE)
        canvas.show()
        return canvas

    return make


def shown(canvas: Canvas, at: QPoint | None = None) -> QImage:
    """What of a canvas is seen in a window that has it at a place: its whole physical pixels."""
    ratio, at = canvas.devicePixelRatioF(), at or QPoint()
    left, top, width, height = (
        math.floor(each * ratio + 0.5) for each in (at.x(), at.y(), canvas.width(), canvas.height())
    )
    window = QImage(left + width + 1, top + height + 1, QImage.Format.Format_RGB32)
    window.setDevicePixelRatio(ratio)
    window.fill(0)
    canvas.render(window, at)
    return window.copy(left, top, *whole_pixels(canvas))


def whole_pixels(canvas: Canvas) -> tuple[int, int]:
    """How many columns and lines of pixels are the canvas' own; it may have half of one more."""
    ratio = canvas.devicePixelRatioF()
    return math.floor(canvas.width() * ratio), math.floor(canvas.height() * ratio)


def painted(maker: Maker, canvas: Canvas) -> QImage:
    """The same painted at once, in one piece."""
    view = canvas.camera.view(canvas.devicePixelRatioF())
    wide = view.part(
        view.left - BLEED, view.top - BLEED, view.width + 2 * BLEED, view.height + 2 * BLEED
    )
    image = QImage(wide.width, wide.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Scene(maker.contents, maker.board_id, theme("light")).paint(painter, wide)
    painter.end()
    return image.copy(BLEED, BLEED, *whole_pixels(canvas))


def assert_same(
    seen: NDArray[np.int64], wanted: NDArray[np.int64], *, has_thin_lines: bool = False
) -> None:
    """That two pictures are the same to the pixel, but for what Qt rounds of thin lines."""
    assert seen.shape == wanted.shape
    away = np.abs(seen - wanted).max(axis=2)
    if has_thin_lines:
        assert away.max() <= ROUNDING
        assert (away > 0).mean() < 0.001
        return
    lines, columns = np.nonzero(away)
    assert not len(lines), (
        f"{len(lines)} pixels differ in x {columns.min()} to {columns.max()}, "
        f"y {lines.min()} to {lines.max()}"
    )


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("zoom", [1.0, 0.63, 0.3, 0.08])
def test_a_canvas_shows_the_board_pixel_for_pixel(
    board: Maker,
    canvas_of: Callable[[Maker, float], Canvas],
    pixels: Pixels,
    zoom: float,
    ratio: float,
) -> None:
    canvas = canvas_of(board, ratio)

    def check() -> None:
        canvas.sharpen()
        wanted = pixels(painted(board, canvas))
        assert wanted[..., :3].std() > 2
        thin = levels.level_at(zoom) is Level.TITLE
        assert_same(pixels(shown(canvas)), wanted, has_thin_lines=thin)

    canvas.look_from(Camera(301.3, 177.7, zoom))
    check()
    # By a unit at a time, which is no whole number of pixels everywhere.
    for _ in range(3):
        canvas.pan_by(1, -1)
        check()
    card = next(iter(board.contents.cards.values()))
    canvas.apply(board.run(Edit(card, replace(card, x=33.3, y=21.7))))
    check()


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_canvas_gets_there_by_itself(
    board: Maker,
    canvas_of: Callable[[Maker, float], Canvas],
    pixels: Pixels,
    qtbot: QtBot,
    ratio: float,
) -> None:
    canvas = canvas_of(board, ratio)
    canvas.look_from(Camera(301.3, 177.7, 0.8))
    qtbot.waitUntil(lambda: canvas.is_sharp)
    assert_same(pixels(shown(canvas)), pixels(painted(board, canvas)))


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("at", [QPoint(1, 1), QPoint(281, 75)], ids=["corner", "inside"])
def test_a_canvas_is_whole_wherever_it_lies_in_its_window(
    board: Maker,
    canvas_of: Callable[[Maker, float], Canvas],
    pixels: Pixels,
    ratio: float,
    at: QPoint,
) -> None:
    """At a ratio of 1.5 every other place in a window is half a pixel beside a whole one."""
    canvas = canvas_of(board, ratio)
    for shift in (0, 40, 90, 200):
        canvas.look_from(Camera(301.3 + shift, 177.7 + shift, 1.0))
        canvas.sharpen()
        assert_same(pixels(shown(canvas, at)), pixels(painted(board, canvas)))


# -- marks on top --------------------------------------------------------------------------------


class Rings:
    """Rings around selected cards, as a board shows them."""

    def __init__(self, canvas: Canvas, cards: Iterable[Card]) -> None:
        self._painter = OverlayPainter(canvas.columns, theme("light"))
        self._selected = Selected(cards=frozenset(card.id for card in cards))

    def paint(self, painter: QPainter, camera: Camera) -> None:
        self._painter.paint(painter, camera, Overlay(), self._selected, may_change=False)


def inked(line: NDArray[np.int64], ground: NDArray[np.int64]) -> tuple[float, float]:
    """How much of a line of pixels [N, 4] the colour of rings covers, and how far on its middle is."""
    ring = theme("light").colour("ac")
    ink = np.array([ring.blue(), ring.green(), ring.red()]) - ground[:, :3]
    share = ((line - ground)[:, :3] * ink).sum(axis=1) / (ink**2).sum(axis=1)
    return float(share.sum()), float((share * (np.arange(len(share)) + 0.5)).sum() / share.sum())


def sides_of(
    card: Card, canvas: Canvas, seen: NDArray[np.int64], before: NDArray[np.int64], reach: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """So many pixels [N, 4] outward from the middles of a card's edges: now, and before."""
    left, top, width, height = canvas.camera.view(canvas.devicePixelRatioF()).box(card.rect)
    across, down = top + height // 2, left + width // 2
    for picked in (
        (across, slice(left - 1, left - reach - 1, -1)),
        (across, slice(left + width, left + width + reach)),
        (slice(top - 1, top - reach - 1, -1), down),
        (slice(top + height, top + height + reach), down),
    ):
        yield seen[picked], before[picked]
    for own in (
        (across, slice(left + 1, left + width - 1)),
        (slice(top + 1, top + height - 1), down),
    ):
        assert (seen[own] == before[own]).all(), "a ring lies on its card"


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize(("x", "slack"), [(12.0, 0.02), (12.3, 0.52)])
def test_a_ring_lies_around_the_pixels_of_its_card(
    maker: Maker,
    canvas_of: Callable[[Maker, float], Canvas],
    pixels: Pixels,
    ratio: float,
    x: float,
    slack: float,
) -> None:
    """Cards begin at whole pixels; a ring follows to the pixel's fraction where its card does not."""
    card = maker.card(x, x, 120, 80)
    canvas = canvas_of(maker, ratio)
    # The board is shown at whole pixels also from a place between them, and so must be the ring.
    canvas.look_from(Camera(SIZE[0] / 2 - 100.2, SIZE[1] / 2 - 100.2, 1.0))
    canvas.sharpen()
    before = pixels(shown(canvas))
    canvas.overlays.append(Rings(canvas, [card]))
    seen = pixels(shown(canvas))
    for line, ground in sides_of(card, canvas, seen, before, math.ceil(4 * ratio)):
        covered, middle = inked(line, ground)
        assert covered == pytest.approx(RING * ratio, abs=0.05)
        assert middle == pytest.approx((GAP + RING / 2) * ratio, abs=slack)


@pytest.mark.parametrize("ratio", RATIOS)
def test_rings_around_very_many_cards_miss_their_pixels_by_hardly_more_than_one(
    maker: Maker,
    canvas_of: Callable[[Maker, float], Canvas],
    pixels: Pixels,
    ratio: float,
) -> None:
    """They are filled in whole units, and that picture is shown larger: as near as one can tell where
    there are so many."""
    cards = [
        maker.card(n % 9 * 200.3, n // 9 * 161.7, 150, 120, kind="note")
        for n in range(MOST_ROUND + 12)
    ]
    canvas = canvas_of(maker, ratio)
    canvas.look_from(Camera(871.1, 560.3, 0.22))
    canvas.sharpen()
    before = pixels(shown(canvas))
    canvas.overlays.append(Rings(canvas, cards))
    seen = pixels(shown(canvas))
    for card in cards[10:50:7]:
        for line, ground in sides_of(card, canvas, seen, before, math.ceil(5 * ratio)):
            covered, middle = inked(line, ground)
            assert covered == pytest.approx(RING * ratio, abs=0.51)
            assert middle == pytest.approx((GAP + RING / 2) * ratio, abs=ratio / 2 + 1.01)
