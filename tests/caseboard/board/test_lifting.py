"""What is lifted off a board: painted in the hand, followed by its strings, put back exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from caseboard.board.camera import View
from caseboard.board.in_hand import InHand
from caseboard.board.lifting import Lifting
from caseboard.board.scene import Scene
from caseboard.board.touched import Touched
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.geometry import Point, Rect
from casedb.model.records import Card, Frame, Ref

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
VIEW = View(-100, -100, 900, 500, 1.0)


def scene_of(maker: Maker) -> Scene:
    """The board painted with the light theme."""
    return Scene(maker.contents, maker.board_id, theme("light"))


def image_of(scene: Scene, view: View = VIEW, held: InHand | None = None) -> QImage:
    """What is painted of a view, with what is in the hand above it."""
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        scene.paint(painter, view)
        if held is not None:
            held.paint(painter, view, is_moving=False)
    finally:
        painter.end()
    return image


def lift(scene: Scene, cards: list[str], frames: list[str] | None = None) -> tuple[InHand, Touched]:
    """Take something off a scene; what must be painted anew for it."""
    lifting = Lifting(scene.columns, cards, frames or [])
    return InHand(scene, lifting), scene.lift(lifting)


def is_touched(touched: Touched, x: float, y: float) -> bool:
    """Whether a point lies in what must be painted anew."""
    boxes = touched.boxes
    return bool(
        ((boxes[:, 0] <= x) & (boxes[:, 2] >= x) & (boxes[:, 1] <= y) & (boxes[:, 3] >= y)).any()
    )


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.15, 0.1])
def test_what_is_lifted_is_left_out_and_shown_on_top(maker: Maker, pixels: Pixels, zoom: float):
    view = View(-100, -100, 900, 500, zoom)
    frame = maker.frame(-60, -60, 200, 400)
    card, other = maker.card(0, 0), maker.card(450, 0)
    maker.link(card, other, "related", label="strong")
    scene = scene_of(maker)
    before = pixels(image_of(scene, view))
    held, touched = lift(scene, [card.id], [frame.id])
    assert is_touched(touched, 100, 50)
    below = pixels(image_of(scene, view))
    held.carry(40, 90)
    on_top = pixels(image_of(scene, view, held))
    assert (on_top != below).any()
    assert (on_top != before).any()
    maker.remove(*maker.contents.links.values(), card, frame)
    assert (below == pixels(image_of(scene_of(maker), view))).all()


def test_what_is_lifted_looks_as_it_will_when_it_is_put_down(maker: Maker, pixels: Pixels):
    card, other = maker.card(0, 0), maker.card(450, 0)
    maker.link(card, other, "supports", label="strong")
    scene = scene_of(maker)
    held, _ = lift(scene, [card.id])
    held.carry(0, 200)
    lifted = pixels(image_of(scene, VIEW, held))
    scene.put_back()
    touched = scene.apply(maker.move(card, 0, 200))
    assert is_touched(touched, 100, 250)
    put_down = pixels(image_of(scene))
    assert (put_down == pixels(image_of(scene_of(maker)))).all()
    # The string of what is lifted lies above the shadow of the other card, and below it later.
    assert (put_down == lifted).all(axis=2).mean() > 0.999


@pytest.mark.parametrize("zoom", [1.0, 0.1])
def test_what_was_lifted_can_be_put_back(maker: Maker, pixels: Pixels, zoom: float):
    view = View(-100, -100, 900, 500, zoom)
    card, other = maker.card(0, 0), maker.card(450, 0)
    maker.link(card, other, "supports", label="strong")
    scene = scene_of(maker)
    before = pixels(image_of(scene, view))
    held, _ = lift(scene, [card.id])
    held.carry(200, 150)
    image_of(scene, view, held)
    assert is_touched(scene.put_back(), 100, 50)
    assert scene.lifted is None
    assert (pixels(image_of(scene, view)) == before).all()
    assert not len(scene.put_back().boxes)


def test_sizing_shows_the_thing_as_large_as_it_will_be(maker: Maker, pixels: Pixels):
    frame = maker.frame(-60, -60, 200, 400)
    card = maker.card(0, 0, 260, 120)
    for ids, frames in (([card.id], []), ([], [frame.id])):
        scene = scene_of(maker)
        held, _ = lift(scene, ids, frames)
        held.stretch(Rect(-50, -40, 500, 300))
        shown = pixels(image_of(scene, VIEW, held))
        scene.put_back()
        put_back = pixels(image_of(scene))
        placed: Card | Frame = card if ids else frame
        after = replace(placed, x=-50.0, y=-40.0, w=500.0, h=300.0)
        scene.apply(maker.run(Edit(placed, after)))
        put_down = pixels(image_of(scene))
        same = (put_down == shown).all(axis=2)
        if ids:
            assert same.mean() > 0.999
        else:
            # A frame in the hand lies above the cards in it; its edge is where it will be.
            edge = (slice(60, 360), slice(547, 552))
            assert same[edge].mean() > 0.8
            assert (shown != put_back).any(axis=2)[edge].mean() > 0.2
        scene.apply(maker.run(Edit(after, placed)))


def crowd(maker: Maker, count: int) -> list[str]:
    """Cards in rows with strings between neighbours, one bent, one onto a string."""
    cards = [maker.card(300 * (n % 20), 200 * (n // 20), 200, 90) for n in range(count)]
    links = [
        maker.link(cards[n], cards[(n + step) % count], "supports")
        for n in range(count)
        for step in (1, 7)
    ]
    maker.route(links[0], Point(100, -80))
    maker.link(cards[5], Ref.link(links[2].id), "undercuts")
    return [card.id for card in cards]


def state_of(scene: Scene) -> list[NDArray[np.float64]]:
    """All the numbers that say what lies where."""
    columns = scene.columns
    return [
        columns.cards.boxes(columns.cards.rows.all()),
        columns.strings.boxes(columns.strings.rows.all()),
        columns.strings.curves[columns.strings.rows.all()],
        columns.strings.places[columns.strings.rows.all()],
        *(columns.strings.bends[row] for row in sorted(columns.strings.bends)),
    ]


@pytest.mark.parametrize("chosen", [slice(3, 4), slice(0, 150), slice(0, 240, 2), slice(0, 240)])
def test_everything_lies_to_the_bit_where_it_lay(maker: Maker, chosen: slice):
    ids = crowd(maker, 240)
    scene = scene_of(maker)
    before = [each.copy() for each in state_of(scene)]
    held, _ = lift(scene, ids[chosen])
    held.carry(37.5, -12.25)
    assert any((one != other).any() for one, other in zip(before, state_of(scene), strict=True))
    held.carry(-300.0, 1e4)
    scene.put_back()
    for one, other in zip(before, state_of(scene), strict=True):
        assert np.array_equal(one, other, equal_nan=True)


def test_few_strings_follow_exactly_and_many_by_a_sketch(maker: Maker):
    ids = crowd(maker, 240)
    scene = scene_of(maker)
    held, _ = lift(scene, ids[30:31])
    assert held.lifting.is_exact
    held.carry(50, 60)
    moved = [each.copy() for each in state_of(scene)]
    scene.put_back()
    scene.apply(maker.move(maker.contents.cards[ids[30]], 50, 60))
    for one, other in zip(moved, state_of(scene), strict=True):
        assert np.array_equal(one, other, equal_nan=True)
    many, _ = lift(scene, ids[:200])
    assert not many.lifting.is_exact
    inner = scene.columns.strings.curves[many.lifting.inner].copy()
    many.carry(11, 22)
    assert np.allclose(
        scene.columns.strings.curves[many.lifting.inner], inner + np.array([11, 22]), equal_nan=True
    )
    ends = scene.columns.strings.curves[many.lifting.outer][:, [0, 3]]
    assert len(ends)
    assert not np.isnan(ends).any()


def test_nothing_is_lifted_without_harm(maker: Maker, pixels: Pixels):
    maker.card(0, 0)
    scene = scene_of(maker)
    before = pixels(image_of(scene))
    held, touched = lift(scene, ["nobody"], ["no frame"])
    assert held.lifting.is_empty
    assert held.lifting.extent() is None
    assert not len(touched.boxes)
    held.carry(5, 5)
    assert (pixels(image_of(scene, VIEW, held)) == before).all()
