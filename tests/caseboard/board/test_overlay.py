"""What lies over the board when much is selected: rings, a tint for more of them, and strings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import overlay as overlays
from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.overlay import Caught, Overlay, OverlayPainter
from caseboard.board.rings import Chosen, Tint, ring_sides
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.geometry import Point, Rect
from casedb.model.records import Card

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
CAMERA = Camera(700, 500, 0.5, 800, 600)


class Painted:
    """A board's overlay, painted into pictures."""

    def __init__(self, maker: Maker) -> None:
        self.columns = Columns(maker.contents, maker.board_id)
        self.painter = OverlayPainter(self.columns, theme("light"))

    def picture(
        self,
        selected: Selected,
        overlay: Overlay | None = None,
        camera: Camera = CAMERA,
        *,
        is_carrying: bool = False,
    ) -> QImage:
        """The overlay alone, on white."""
        image = QImage(round(camera.width), round(camera.height), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self.painter.paint(
            painter,
            camera,
            overlay or Overlay(),
            selected,
            may_change=False,
            is_carrying=is_carrying,
        )
        painter.end()
        return image

    def middle(self, card: Card, camera: Camera = CAMERA) -> tuple[int, int]:
        """The pixel in the middle of a card."""
        at = camera.to_screen(card.rect.centre)
        return round(at.x), round(at.y)


def test_the_sides_of_a_ring_leave_the_card_free_and_touch_no_other_twice() -> None:
    sides = ring_sides(np.array([[10.0, 10.0, 40.0, 30.0]]), 2)
    shown = np.zeros((60, 60), dtype=np.int64)
    for left, top, right, bottom in sides.tolist():
        shown[top:bottom, left:right] += 1
    assert shown.max() == 1
    assert not shown[9:31, 9:41].any()
    assert shown[7:9, 7:43].all() and shown[31:33, 7:43].all()
    assert shown[7:33, 7:9].all() and shown[7:33, 41:43].all()


def test_a_ring_around_a_speck_is_large_enough_to_be_seen() -> None:
    sides = ring_sides(np.array([[10.2, 10.2, 10.9, 10.6]]), 2)
    assert sides[:, 2].max() - sides[:, 0].min() >= 10


@pytest.mark.parametrize("most", [0, 20])
def test_many_selected_cards_are_ringed_or_tinted_and_others_not(
    maker: Maker, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(overlays, "MOST_ROUND", 4)
    monkeypatch.setattr(overlays, "MOST_RINGS", most)
    cards = maker.grid(12)
    painted = Painted(maker)
    chosen = cards[:8]
    image = painted.picture(Selected(cards=frozenset(card.id for card in chosen)))
    ring = theme("light").colour("ac")
    for card in cards:
        x, y = painted.middle(card)
        edge = round(CAMERA.to_screen(Point(card.x, 0)).x) - 3
        if not (edge >= 0 and 0 <= x < 800 and 0 <= y < 600):
            continue
        is_marked = image.pixelColor(edge, y) == ring if most else image.pixelColor(x, y) != "white"
        assert is_marked == (card in chosen)


def test_a_tint_is_made_once_for_where_one_looks_and_anew_when_a_card_moves(maker: Maker) -> None:
    cards = maker.grid(12)
    columns = Columns(maker.contents, maker.board_id)
    tint = Tint(columns.cards, QColor("blue"))
    asked: list[int] = []

    def rows() -> NDArray[np.int64]:
        asked.append(1)
        return columns.cards.rows.all()

    def shown(camera: Camera, *, is_moving: bool = False) -> QImage:
        image = QImage(800, 600, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        tint.paint(painter, camera, ("all",), rows, is_moving=is_moving)
        painter.end()
        return image

    def fresh(camera: Camera) -> QImage:
        image = QImage(800, 600, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        Tint(columns.cards, QColor("blue")).paint(
            painter, camera, (), columns.cards.rows.all, is_moving=False
        )
        painter.end()
        return image

    assert shown(CAMERA) == fresh(CAMERA)
    beside = CAMERA.panned(40, -30)
    assert shown(beside) == fresh(beside)
    assert len(asked) == 1
    nearer = CAMERA.at(Point(CAMERA.x, CAMERA.y), 0.6)
    shown(nearer, is_moving=True)
    assert len(asked) == 1
    assert shown(nearer) == fresh(nearer)
    assert len(asked) == 2
    columns.apply(maker.move(cards[0], 150, 0))
    assert shown(nearer) == fresh(nearer)
    assert len(asked) == 3


def test_what_a_large_marquee_holds_is_tinted_and_the_rest_is_not(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlays, "MOST_RINGS", 2)
    cards = maker.grid(12)
    painted = Painted(maker)
    marquee = Rect(-100, -100, 900, 900)
    nothing = np.empty(0, dtype=np.int64)
    caught = Caught(painted.columns.cards_in(marquee), nothing)
    image = painted.picture(Selected(), Overlay(marquee=marquee, caught=caught))
    ground = painted.picture(Selected(), Overlay(marquee=marquee))
    for card in cards:
        x, y = painted.middle(card)
        if 0 <= x < 800 and 0 <= y < 600:
            is_other = image.pixelColor(x, y) != ground.pixelColor(x, y)
            assert is_other == marquee.contains(Rect(*card.rect.centre, 0, 0))


def test_a_selected_string_has_a_ring_and_keeps_its_colour(maker: Maker) -> None:
    one, other, third = (maker.card(x, y, 200, 100) for x, y in ((0, 0), (900, 0), (900, 600)))
    links = frozenset({maker.link(one, other).id, maker.link(one, third).id})
    painted = Painted(maker)
    image = painted.picture(Selected(links=links))
    row = painted.columns.strings.rows.get(min(links))
    assert row is not None
    middle = CAMERA.to_screen(Point(*painted.columns.middle(row)[0].tolist()))
    x, y = round(middle.x), round(middle.y)
    assert image.pixelColor(x, y).lightness() > 200
    accent = theme("light").colour("ac")
    beside = [image.pixelColor(x, y + step) for step in range(-9, 10)]
    assert any(abs(each.red() - accent.red()) < 40 for each in beside)


def test_of_a_haze_of_selected_strings_the_same_ones_are_shown_wherever_one_looks(
    maker: Maker, monkeypatch: pytest.MonkeyPatch, pixels: Pixels
) -> None:
    monkeypatch.setattr(overlays, "MOST_STRINGS", 20)
    monkeypatch.setattr(overlays, "MOST_WIDE", 4)
    maker.grid(120, 400)
    painted = Painted(maker)
    everything = Selected(links=frozenset(maker.contents.links))
    one = pixels(painted.picture(everything, camera=CAMERA))
    other = pixels(painted.picture(everything, camera=CAMERA.panned(-300, 100)))
    assert (one[:500, 300:] != 255).any()
    # The edges of a line are rounded a little otherwise, counted from another corner.
    assert np.abs(one[:500, 300:] - other[100:, :500]).max() < 10


def test_rings_follow_roughly_in_the_hand_and_are_exact_when_it_lets_go(
    maker: Maker, pixels: Pixels
) -> None:
    cards = maker.grid(overlays.MOST_ROUND + 40)
    painted = Painted(maker)
    camera = Camera(700, 500, 0.13, 800, 600)
    chosen = Selected(cards=frozenset(card.id for card in cards))
    painted.picture(chosen, camera=camera)
    painted.columns.apply(
        maker.run(*(Edit(card, replace(card, x=card.x + 33.3, y=card.y + 7.7)) for card in cards))
    )
    wanted = pixels(Painted(maker).picture(chosen, camera=camera))
    carried = pixels(painted.picture(chosen, camera=camera, is_carrying=True))
    assert (carried != 255).any()
    assert (carried != wanted).any()
    assert (pixels(painted.picture(chosen, camera=camera)) == wanted).all()
    for step in (1, 2, 7):
        looked = camera.panned(step, -step)
        fresh = Painted(maker).picture(chosen, camera=looked)
        assert (pixels(painted.picture(chosen, camera=looked)) == pixels(fresh)).all()


def test_rows_are_looked_up_anew_only_for_another_choice_or_board(maker: Maker) -> None:
    cards = maker.grid(6)
    columns = Columns(maker.contents, maker.board_id)
    chosen = Chosen()
    ids = frozenset(card.id for card in cards[:2]) | {"elsewhere"}
    chosen.become(columns.cards.rows, ids, columns.version)
    assert sorted(chosen.rows().tolist()) == [0, 1]
    every = columns.cards.rows.all()
    assert chosen.among(every, np.array([4])).tolist() == [0, 1, 4]
    columns.apply(maker.remove(maker.contents.cards[cards[0].id]))
    chosen.become(columns.cards.rows, ids, columns.version)
    assert chosen.rows().tolist() == [1]


def test_marks_look_the_same_in_whatever_rows_what_they_mark_has_come_to_be(
    maker: Maker, pixels: Pixels
) -> None:
    cards = [maker.card(n % 3 * 90, n // 3 * 70) for n in range(9)]
    links = [maker.link(cards[n], cards[8 - n], ("related", "supports")[n % 2]) for n in range(9)]
    painted = Painted(maker)
    everything = Selected(
        cards=frozenset(maker.contents.cards), links=frozenset(maker.contents.links)
    )
    for records in (cards, links):
        painted.columns.apply(maker.remove(*records[::2]))
        painted.columns.apply(maker.add(*records[::2]))
    fresh = Painted(maker)
    rows = [[each.columns.strings.rows.get(link.id) for link in links] for each in (painted, fresh)]
    assert rows[0] != rows[1]
    camera = Camera(220, 160, 1.0, 500, 400)
    seen, wanted = (pixels(each.picture(everything, camera=camera)) for each in (painted, fresh))
    assert (seen == wanted).all()
