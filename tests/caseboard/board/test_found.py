"""What a search has found is marked on the board, at every zoom and beside a selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.found import Found, FoundPainter
from caseboard.theme import theme
from casedb.model.geometry import Point
from casedb.model.records import Card
from contrast import contrast

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]


@pytest.fixture(params=["light", "dark"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def marked(maker: Maker, name: str, camera: Camera, found: Found) -> QImage:
    """The marks alone, on the board's ground."""
    image = QImage(round(camera.width), round(camera.height), QImage.Format.Format_RGB32)
    image.fill(theme(name).colour("bg"))
    painter = QPainter(image)
    columns = Columns(maker.contents, maker.board_id)
    FoundPainter(columns, theme(name)).paint(painter, camera, found)
    painter.end()
    return image


def found(*cards: Card) -> Found:
    return Found(items=frozenset(card.item for card in cards))


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.05, 0.006])
def test_a_found_card_stands_out_at_every_zoom(
    maker: Maker, pixels: Pixels, name: str, zoom: float
) -> None:
    card, other = maker.card(0, 0), maker.card(600, 0)
    camera = Camera(300, 80, zoom, 1200, 500)
    image = marked(maker, name, camera, found(card))
    ground = theme(name).colour("bg")
    seen = (pixels(image)[..., 0:3] != [ground.blue(), ground.green(), ground.red()]).any(axis=2)
    lines, columns = np.nonzero(seen)
    assert np.ptp(lines) >= 8 and np.ptp(columns) >= 8
    middle = camera.to_screen(card.rect.centre)
    assert (lines.min() + lines.max()) / 2 == pytest.approx(middle.y, abs=2)
    assert (columns.min() + columns.max()) / 2 == pytest.approx(middle.x, abs=2)
    assert not seen[:, round(camera.to_screen(Point(other.x, 0)).x) + 12 :].any()
    strongest = max(
        contrast(image.pixelColor(int(x), int(y)), ground)
        for x, y in zip(columns, lines, strict=True)
    )
    assert strongest >= 3


def test_every_card_of_a_found_item_is_marked_and_what_lies_elsewhere_is_not(
    maker: Maker, pixels: Pixels
) -> None:
    card = maker.card(0, 0)
    maker.place(maker.contents.items[card.item], 900, 0)
    far = maker.card(9000, 0)
    camera = Camera(500, 80, 0.5, 1000, 400)
    one = pixels(marked(maker, "light", camera, found(card)))
    assert (one[:, :500] != one[0, 0]).any() and (one[:, 500:] != one[0, 0]).any()
    assert (pixels(marked(maker, "light", camera, found(far))) == one[0, 0]).all()
    unknown = Found(items=frozenset({"gone"}), links=frozenset({"gone"}))
    assert (pixels(marked(maker, "light", camera, unknown)) == one[0, 0]).all()


def test_a_found_string_is_marked_along_its_course(maker: Maker, pixels: Pixels) -> None:
    card, other = maker.card(0, 0), maker.card(900, 400)
    link = maker.link(card, other)
    camera = Camera(500, 200, 0.6, 1000, 600)
    image = pixels(marked(maker, "light", camera, Found(links=frozenset({link.id}))))
    columns = Columns(maker.contents, maker.board_id)
    row = columns.strings.rows.get(link.id)
    assert row is not None
    middle = camera.to_screen(Point(*columns.middle(row)[0].tolist()))
    assert (image[round(middle.y), round(middle.x)] != image[0, 0]).any()


def test_a_found_string_stands_out_from_afar(maker: Maker, pixels: Pixels) -> None:
    one, other = maker.card(0, 0), maker.card(8000, 0)
    link = maker.link(one, other, "supports")
    camera = Camera(4000, 60, 0.05, 600, 300)
    image = marked(maker, "light", camera, Found(links=frozenset({link.id})))
    middle = camera.to_screen(Point(4130, 60))
    dot = theme("light").colour("warn")
    near = {
        image.pixelColor(round(middle.x) + dx, round(middle.y) + dy).name()
        for dx in range(-6, 7)
        for dy in range(-6, 7)
    }
    assert dot.name() in near
