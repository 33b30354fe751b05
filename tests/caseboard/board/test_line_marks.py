"""The lines as they are painted: each in its colour, cards ringed and numbered, signs for the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import line_marks
from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.line_marks import LineRows, LinesPainter, colour_of_line, no_labels
from caseboard.board.scene import Scene as BoardScene
from caseboard.theme import theme
from casedb.analysis.traces import Trace, Traces
from casedb.model.geometry import Point
from casedb.model.records import Card, Link

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
CAMERA = Camera(500, 200, 0.6, 1000, 600)


class Scene:
    """Two lines to a claim: from an origin over a paper, and from a witness."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.claim, self.paper = maker.card(0, 0), maker.card(500, 0)
        self.origin, self.witness = maker.card(950, 0), maker.card(500, 300)
        self.beside = maker.card(950, 300)
        self.links = [
            maker.link(self.paper, self.claim, "supports"),
            maker.link(self.paper, self.origin, "derived_from"),
            maker.link(self.witness, self.claim, "supports"),
            maker.link(self.origin, self.beside, "derived_from"),
        ]
        self.columns = Columns(maker.contents, maker.board_id)

    def traces(self, **marks: frozenset[str]) -> Traces:
        lines = (
            Trace(1, (self.origin.item, self.paper.item), (self.links[1].id, self.links[0].id)),
            Trace(2, (self.witness.item,), (self.links[2].id,)),
        )
        return Traces(self.claim.item, 1, lines, **marks)

    def picture(self, traces: Traces, camera: Camera = CAMERA, look: str = "light") -> QImage:
        image = QImage(round(camera.width), round(camera.height), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        LinesPainter(self.columns, theme(look)).paint(painter, camera, traces)
        painter.end()
        return image

    def middle(self, link: Link, camera: Camera = CAMERA) -> tuple[int, int]:
        row = self.columns.strings.rows.get(link.id)
        assert row is not None
        at = camera.to_screen(Point(*self.columns.middle(row)[0].tolist()))
        return round(at.x), round(at.y)


@pytest.fixture
def scene(maker: Maker) -> Scene:
    return Scene(maker)


def colour(number: int, look: str = "light") -> str:
    return theme(look).hex(colour_of_line(number))


def inked(image: QImage, number: int, card: Card, camera: Camera = CAMERA, reach: int = 14) -> int:
    """How many pixels around a card have the colour of a line."""
    box = camera.rect_to_screen(card.rect)
    wanted = theme("light").colour(colour_of_line(number)).rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(max(0, round(box.x) - reach), min(image.width(), round(box.right) + reach))
        for y in range(max(0, round(box.y) - reach), min(image.height(), round(box.bottom) + reach))
    )


@pytest.mark.parametrize("look", ["light", "dark", "cork"])
def test_strings_have_the_colour_of_their_line(scene: Scene, look: str) -> None:
    image = scene.picture(scene.traces(), look=look)
    for link, number in zip(scene.links[:3], (1, 1, 2), strict=True):
        assert image.pixelColor(*scene.middle(link)).name() == colour(number, look)
    assert image.pixelColor(*scene.middle(scene.links[3])).name() == "#ffffff"


def test_strings_go_under_the_cards_that_are_drawn(scene: Scene, pixels: Pixels) -> None:
    over = scene.maker.link(scene.origin, scene.claim, "supports")
    scene.columns = Columns(scene.maker.contents, scene.maker.board_id)
    around = frozenset({over.id})
    alone = scene.picture(Traces(scene.beside.item, 1, circular=around))
    assert inside(pixels(alone), scene.paper), "it runs over the card"
    image = scene.picture(scene.traces(circular=around))
    assert not inside(pixels(image), scene.paper)


def inside(shown: NDArray[np.int64], card: Card) -> bool:
    """Whether anything is painted on a card but for the number at its corner."""
    box = CAMERA.rect_to_screen(card.rect)
    left, top, right, bottom = (round(each) for each in (box.x, box.y, box.right, box.bottom))
    # A sign in the middle of a string lies on top.
    part = shown[top + 12 : bottom - 1, left + 12 : left + 40, :3]
    assert right - left > 100
    return bool((part != 255).any())


def test_a_seventh_line_has_the_first_colour_and_its_own_number(scene: Scene) -> None:
    assert colour_of_line(7) == colour_of_line(1) != colour_of_line(6)
    assert len({colour_of_line(each) for each in range(1, 50)}) == line_marks.COLOURS
    one, other = (
        scene.picture(Traces(scene.claim.item, 1, (Trace(each, (scene.paper.item,), ()),)))
        for each in (1, 7)
    )
    assert inked(one, 1, scene.paper) and inked(other, 1, scene.paper) and one != other


def test_every_mark_is_seen_beside_the_colour(scene: Scene) -> None:
    plain = inked(scene.picture(scene.traces()), 1, scene.paper)
    item = frozenset({scene.paper.item})
    choke = inked(scene.picture(scene.traces(choke_points=item)), 1, scene.paper)
    unknown = inked(scene.picture(scene.traces(unknown=item)), 1, scene.paper)
    assert unknown < plain < choke
    assert inked(scene.picture(scene.traces()), 1, scene.beside) == 0
    aside = scene.traces(unknown=frozenset({scene.beside.item}))
    assert inked(scene.picture(aside), 0, scene.beside), (
        "what is on no line has a mark all the same"
    )


def test_what_rests_on_one_another_has_a_sign_on_its_strings(scene: Scene) -> None:
    plain = scene.picture(scene.traces())
    circular = scene.picture(scene.traces(circular=frozenset({scene.links[3].id})))
    x, y = scene.middle(scene.links[3])
    near = [(x + dx, y + dy) for dx in range(-9, 10) for dy in range(-9, 10)]
    assert any(plain.pixel(*at) != circular.pixel(*at) for at in near)
    assert circular.pixelColor(x - 10, y).name() != "#ffffff"


def test_strings_side_by_side_have_one_sign(scene: Scene) -> None:
    again = scene.maker.link(scene.beside, scene.origin, "derived_from")
    scene.columns = Columns(scene.maker.contents, scene.maker.board_id)
    both, alone = frozenset({scene.links[3].id, again.id}), frozenset({again.id})
    first, second = (scene.middle(each) for each in (scene.links[3], again))
    assert 10 < second[0] - first[0] < line_marks.SIGN and first[1] == second[1]
    edge = second[0] + round(line_marks.SIGN / 2), second[1]
    assert scene.picture(scene.traces(circular=alone)).pixelColor(*edge).name() != "#ffffff"
    assert scene.picture(scene.traces(circular=both)).pixelColor(*edge).name() == "#ffffff"


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.06, 0.01])
def test_numbers_stay_large_enough_to_be_read(scene: Scene, zoom: float) -> None:
    camera = Camera(500, 150, zoom, 1200, 700)
    image = scene.picture(scene.traces(), camera)
    assert inked(image, 2, scene.witness, camera, reach=24) > 60


def test_of_very_many_rings_alone_are_left_and_thin_strings(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_marks, "MOST_ROUND", 2)
    monkeypatch.setattr(line_marks, "MOST_WIDE", 2)
    image = scene.picture(scene.traces())
    for card, number in ((scene.paper, 1), (scene.origin, 1), (scene.witness, 2)):
        assert inked(image, number, card) > 300
    x, y = scene.middle(scene.links[2])
    near = {image.pixelColor(x, y + dy).name() for dy in range(-2, 3)}
    assert near != {"#ffffff"}


def test_rows_are_looked_up_again_after_a_change_and_not_in_every_frame(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Traces] = []
    of = LineRows.of

    def count(columns: Columns, traces: Traces) -> LineRows:
        asked.append(traces)
        return of(columns, traces)

    painter, traces = LinesPainter(scene.columns, theme("light")), scene.traces()
    monkeypatch.setattr(LineRows, "of", count)
    before = painter.rows(traces)
    assert painter.rows(traces) is before and len(asked) == 1
    scene.columns.apply(scene.maker.remove(scene.links[2]))
    assert len(painter.rows(traces).strings) == len(before.strings) - 1 and len(asked) == 2


def test_an_item_that_lies_here_twice_is_ringed_twice(scene: Scene) -> None:
    again = scene.maker.place(scene.maker.contents.items[scene.paper.item], 0, 500)
    columns = Columns(scene.maker.contents, scene.maker.board_id)
    rows = LineRows.of(columns, scene.traces())
    held = set(columns.cards.rows.ids_of(rows.cards.tolist()))
    assert held == {scene.claim.id, scene.paper.id, again.id, scene.origin.id, scene.witness.id}


class Watched(LinesPainter):
    """Counts how often all is painted."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.columns, theme("light"))
        self.scene, self.count = scene, 0

    def _paint(self, painter: QPainter, camera: Camera, rows: LineRows) -> None:
        self.count += 1
        super()._paint(painter, camera, rows)

    def show(
        self, traces: Traces, camera: Camera = CAMERA, *, moving: bool = False, busy: bool = False
    ) -> QImage:
        image = QImage(round(camera.width), round(camera.height), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self.paint(painter, camera, traces, is_moving=moving, is_carrying=busy)
        painter.end()
        return image


def test_a_view_moved_a_little_shows_the_same_picture(scene: Scene) -> None:
    watched, traces = Watched(scene), scene.traces()
    watched.show(traces)
    aside = CAMERA.panned(60, -40)
    assert watched.show(traces, aside) == scene.picture(traces, aside)
    assert watched.count == 1
    far = CAMERA.panned(700, 0)
    assert watched.show(traces, far) == scene.picture(traces, far) and watched.count == 2


def test_another_zoom_is_painted_when_it_rests(scene: Scene) -> None:
    watched, traces = Watched(scene), scene.traces()
    before = watched.show(traces)
    near = CAMERA.zoomed_at(Point(500, 300), 1.3)
    assert watched.show(traces, near, moving=True) != before and watched.count == 1
    assert watched.show(traces, near) == scene.picture(traces, near) and watched.count == 2


def test_what_is_otherwise_is_painted_anew(scene: Scene) -> None:
    watched, traces = Watched(scene), scene.traces()
    watched.show(traces)
    scene.columns.apply(scene.maker.move(scene.witness, 0, 80))
    assert watched.show(traces) == scene.picture(traces) and watched.count == 2
    row = scene.columns.strings.rows.rows_of([scene.links[0].id])
    scene.columns.lead(scene.links[0].id, (Point(300, 400),))
    scene.columns.run_strings(row, np.empty(0, dtype=np.int64))
    assert watched.show(traces) == scene.picture(traces) and watched.count == 3
    other = scene.traces(unknown=frozenset({scene.paper.item}))
    assert watched.show(other) == scene.picture(other) and watched.count == 4


def test_with_something_in_the_hand_no_picture_is_kept(scene: Scene) -> None:
    watched, traces = Watched(scene), scene.traces()
    assert watched.show(traces, busy=True) == watched.show(traces, busy=True)
    assert watched.count == 2
    assert watched.show(traces) == scene.picture(traces)


def test_a_line_leaves_room_for_what_its_string_says(maker: Maker) -> None:
    claim, paper = maker.card(0, 0), maker.card(700, 0)
    link = maker.link(paper, claim, "supports", label="make only")
    board = BoardScene(maker.contents, maker.board_id, theme("light"))
    line = Trace(1, (paper.item,), (link.id,))
    camera = Camera(450, 50, 1.0, 1000, 600)
    row = board.columns.strings.rows.get(link.id)
    assert row is not None
    (box,) = board.label_boxes(np.array([row]), camera.view())
    wanted = theme("light").colour(colour_of_line(1)).rgb()
    for labels, is_crossed in ((no_labels, True), (board.label_boxes, False)):
        image = QImage(1000, 600, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        LinesPainter(board.columns, theme("light"), labels).paint(
            painter, camera, Traces(claim.item, 1, (line,))
        )
        painter.end()
        left, top, width, height = (round(each) for each in camera.rect_to_screen(box))
        inside = (
            image.pixel(x, y) for x in range(left, left + width) for y in range(top, top + height)
        )
        assert (wanted in inside) is is_crossed
    assert board.label_boxes(np.array([row]), Camera(450, 50, 0.3, 1000, 600).view()) == []
