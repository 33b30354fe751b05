"""Tiles: together they are the board, at any pixel ratio, and an edit drops only its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board.camera import Camera, View
from caseboard.board.painting import Painting, Pause
from caseboard.board.scene import Scene
from caseboard.board.tiles import BLEED, SIZE, Backdrop, Tiles
from caseboard.board.touched import Touched
from caseboard.theme import theme
from casedb.model.geometry import Point

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
ROUNDING = 12
"""Qt rounds lines of one pixel a little differently where it clips them; nobody can see that."""


def scene_of(maker: Maker) -> Scene:
    """The board painted with the light theme."""
    return Scene(maker.contents, maker.board_id, theme("light"))


def image_of(view: View, paint: Callable[[QPainter, View], None], bleed: int = 0) -> QImage:
    """What is painted of a view, with some more around it while painting."""
    wide = view.part(
        view.left - bleed, view.top - bleed, view.width + 2 * bleed, view.height + 2 * bleed
    )
    image = QImage(wide.width, wide.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, wide)
    painter.end()
    return image.copy(bleed, bleed, view.width, view.height)


def nothing(painter: QPainter, view: View) -> Painting[None]:
    """Paint nothing, in one step."""
    yield Pause.BREATH


def fill(tiles: Tiles, view: View) -> None:
    """Paint all tiles of a view."""
    assert tiles.work(view, tiles.missing(view), float("inf"))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [1.0, 0.63, 0.3, 0.15, 0.08])
def test_tiles_are_the_board_pixel_for_pixel(
    board: Maker, pixels: Pixels, zoom: float, ratio: float
):
    scene = scene_of(board)
    view = Camera(301.3, 177.7, zoom, 420, 330).view(ratio)
    tiles = Tiles(scene.painting)
    fill(tiles, view)
    tiled = pixels(image_of(view, tiles.show))
    direct = pixels(image_of(view, scene_of(board).paint, BLEED))
    away = np.abs(tiled - direct)
    assert tiled[..., :3].std() > 2
    if zoom >= 0.5:
        assert not away.any()
    else:
        assert away.max() <= ROUNDING
        assert (away.max(axis=2) > 0).mean() < 0.001


def test_panning_by_whole_pixels_needs_no_new_tiles_but_at_the_edge(board: Maker, pixels: Pixels):
    scene = scene_of(board)
    tiles = Tiles(scene.painting)
    view = View(0, 0, 2 * SIZE, SIZE, 1.0)
    fill(tiles, view)
    before = image_of(view, tiles.show)
    moved = view.part(37, 0, 2 * SIZE, SIZE)
    assert tiles.missing(moved) == [(2, 0)]
    fill(tiles, moved)
    after = image_of(moved, tiles.show)
    assert (pixels(before)[:, 37:] == pixels(after)[:, :-37]).all()


def test_an_edit_drops_only_its_tiles(maker: Maker):
    near, far = maker.card(60, 60, 120, 80), maker.card(60 + 8 * SIZE, 60, 120, 80)
    scene = scene_of(maker)
    tiles = Tiles(scene.painting)
    view = View(0, 0, 12 * SIZE, 4 * SIZE, 1.0)
    fill(tiles, view)
    tiles.drop(scene.apply(maker.move(near, 0, SIZE)))
    assert set(tiles.missing(view)) == {(0, 0), (0, 1)}
    fill(tiles, view)
    tiles.drop(scene.apply(maker.move(far, 10, 0)))
    assert set(tiles.missing(view)) == {(8, 0)}


def test_dropped_tiles_come_back_as_the_board_now_is(board: Maker, pixels: Pixels):
    scene = scene_of(board)
    tiles = Tiles(scene.painting)
    view = View(-100, -100, 900, 700, 1.0)
    fill(tiles, view)
    for card in list(board.contents.cards.values()):
        tiles.drop(scene.apply(board.move(card, 35, 80)))
        fill(tiles, view)
        tiled = pixels(image_of(view, tiles.show))
        assert (tiled == pixels(image_of(view, scene_of(board).paint, BLEED))).all()


def test_reach_counts_pixels_at_every_zoom():
    tiles = Tiles(nothing)
    view = View(0, 0, 3 * SIZE, SIZE, 0.5, 2.0)
    fill(tiles, view)
    box = np.array([[10.0, 10.0, SIZE - 20.0, 20.0]])
    tiles.drop(Touched.of([(box, 5.0, ["one"])]))
    assert tiles.missing(view) == [(0, 0)]
    fill(tiles, view)
    tiles.drop(Touched.of([(box, 15.0, ["one"])]))  # 30 physical pixels
    assert set(tiles.missing(view)) == {(0, 0), (1, 0)}


def test_work_stops_when_the_time_is_over_but_always_does_something():
    painted: list[View] = []

    def painting(painter: QPainter, view: View) -> Painting[None]:
        painted.append(view)
        yield Pause.BREATH

    tiles = Tiles(painting)
    view = View(0, 0, 4 * SIZE, SIZE, 1.0)
    assert not tiles.work(view, tiles.missing(view), 0.0)
    assert len(painted) == 1
    while not tiles.work(view, tiles.missing(view), 0.0):
        pass
    assert len(painted) == 4
    assert not tiles.missing(view)


def test_the_middle_is_painted_first_and_a_ring_can_be_asked_for():
    tiles = Tiles(nothing)
    view = View(0, 0, 3 * SIZE, 3 * SIZE, 1.0)
    assert tiles.missing(view)[0] == (1, 1)
    fill(tiles, view)
    assert len(tiles.missing(view, ring=1)) == 16


def test_another_zoom_or_ratio_forgets_the_tiles():
    tiles = Tiles(nothing)
    view = View(0, 0, SIZE, SIZE, 1.0)
    fill(tiles, view)
    assert tiles.missing(View(0, 0, SIZE, SIZE, 1.0, 2.0))
    assert tiles.missing(view)


def test_tiles_far_away_go_when_there_are_too_many():
    tiles = Tiles(nothing, most_bytes=50 * SIZE * SIZE * 4)
    for column in range(0, 90, 3):
        fill(tiles, View(column * SIZE, 0, 3 * SIZE, SIZE, 1.0))
    assert len(tiles) <= 50
    assert (89, 0) in tiles.places()
    assert (0, 0) not in tiles.places()


def test_missing_tiles_are_sketched_once_and_until_they_are_painted(maker: Maker):
    maker.card(10, 10, 200, 100)
    scene, tiles = scene_of(maker), Tiles(nothing)
    view = Camera(width=800, height=600).at(Point(400, 300), 1.0).view(1.0)
    asked: list[View] = []

    def sketch(part: View) -> QImage:
        asked.append(part)
        return scene.sketch(part).image()

    def shown(covered: QRect) -> QImage:
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        image.fill(QColor("magenta"))
        painter = QPainter(image)
        tiles.show_sketches(painter, view, covered, sketch)
        painter.end()
        return image

    whole = QRect(0, 0, view.width, view.height)
    assert shown(whole).pixelColor(50, 50) == QColor("magenta")  # something better covers it
    assert not asked
    assert shown(QRect()) == scene.sketch(view).image()
    assert len(asked) == 1  # all of them in one go
    assert shown(QRect(0, 0, 300, 600)) != scene.sketch(view).image()
    tiles.work(view, [(0, 0)], float("inf"))
    assert shown(QRect()).pixelColor(50, 50) == QColor("magenta")  # the tile goes there
    assert len(asked) == 1
    for at in (9000.0, 500.0):
        tiles.drop(Touched.of([(np.array([[at, at, at + 10, at + 10]]), 0.0, ["x"])]))
        shown(QRect())
        # Elsewhere, and then where one of them shows what there was.
        assert len(asked) == (1 if at == 9000.0 else 2)


def test_a_screen_of_any_size_keeps_what_it_shows_out_of_date():
    tiles, view = Tiles(nothing), View(0, 0, 40 * SIZE, 20 * SIZE, 1.0)
    fill(tiles, view)
    tiles.outdate()
    tiles.work(view, [(0, 0)], float("inf"))
    assert tiles.holes(view).isEmpty()


def test_a_backdrop_shows_an_old_frame_where_it_belongs():
    backdrop = Backdrop()
    assert backdrop.is_empty

    def paint(painter: QPainter, view: View) -> None:
        painter.fillRect(0, 0, view.width, view.height, QColor("white"))
        painter.fillRect(0, 0, 50, 50, QColor("red"))

    backdrop.take(View(0, 0, 100, 100, 1.0), paint)
    later = image_of(
        View(0, 0, 200, 200, 2.0),
        lambda painter, view: (
            painter.fillRect(0, 0, 200, 200, QColor("black")),
            backdrop.show(painter, view),
        )[-1],
    )
    assert later.pixelColor(90, 90) == QColor("red")
    assert later.pixelColor(110, 110) == QColor("white")
    backdrop.clear()
    assert backdrop.is_empty


def test_a_long_label_is_whole_however_near_one_looks(maker: Maker, pixels: Pixels):
    one, other = maker.card(0, 0, 120, 100), maker.card(0, 900, 120, 100)
    maker.link(one, other, "supports", label="a rather long label of this string in many words")
    scene = scene_of(maker)
    for zoom in (1.0, 2.0, 4.0):
        view = Camera(60, 500, zoom, 1200, 700).view(1.0)
        tiles = Tiles(scene.painting)
        fill(tiles, view)
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        tiles.show(painter, view)
        painter.end()
        away = np.abs(pixels(image) - pixels(image_of(view, scene.paint, BLEED)))
        assert away.max() <= ROUNDING, zoom


def test_the_title_of_a_narrow_frame_is_whole(maker: Maker, pixels: Pixels):
    maker.frame(0, 0, 60, 400, "Warehouse at the pier")
    scene = scene_of(maker)
    # The frame ends just before the edge of a tile, and its title goes on behind it.
    for shift in range(0, 60, 7):
        view = View(-60 - shift, -60, 2 * SIZE, SIZE, 0.12)
        tiles = Tiles(scene.painting)
        fill(tiles, view)
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        tiles.show(painter, view)
        painter.end()
        away = np.abs(pixels(image) - pixels(image_of(view, scene.paint, BLEED)))
        assert away.max() <= ROUNDING, shift


def test_what_is_half_painted_elsewhere_goes_on_when_something_changes():
    begun: list[tuple[int, int]] = []

    def painting(painter: QPainter, view: View) -> Painting[None]:
        begun.append((view.left, view.top))
        for _ in range(9):
            yield Pause.BREATH

    tiles, view = Tiles(painting), View(0, 0, 2 * SIZE, SIZE, 1.0)
    tiles.work(view, tiles.missing(view)[:1], 0.0)
    for at in (3000.0, 10.0):
        tiles.drop(Touched.of([(np.array([[at, at, at + 5, at + 5]]), 0.0, ["x"])]))
        tiles.work(view, [(0, 0)], 0.0)
        assert len(begun) == (1 if at == 3000.0 else 2)


def test_nothing_more_can_be_done_when_all_that_is_missing_waits():
    def waiting(painter: QPainter, view: View) -> Painting[None]:
        while True:
            yield Pause.WAIT

    tiles, view = Tiles(waiting), View(0, 0, 2 * SIZE, SIZE, 1.0)
    places = tiles.missing(view)
    tiles.work(view, places[:1], float("inf"))
    assert tiles.waits()
    tiles.work(view, places, float("inf"))
    assert tiles.waits()
    tiles.clear()
    tiles.work(view, places, 0.0)
    assert not tiles.waits(), "the other one can be begun"
