"""Strings as they are painted: looks by type and certainty, dashes, marks, labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPainterPath

from caseboard.board import string_painter, strings
from caseboard.board.camera import View
from caseboard.board.labels import Neighbours, label_choices
from caseboard.board.painting import brush_on, finish
from caseboard.board.scene import Scene
from caseboard.board.strands import Courses, Pane, Strand, StringLook, look_of, spin
from caseboard.board.string_painter import curve_path, joined_path
from caseboard.glyphs import SHAPES
from caseboard.theme import theme, tokens
from casedb.model.link_types import LINK_TYPES, Glyph
from casedb.model.records import Link, Ref
from casedb.model.values import Values

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
PLAIN = StringLook("sup", (), Glyph.NONE, Glyph.NONE, "")
VIEW = View(0, 0, 400, 300, 1.0)


def link_of(type_name: str, **values: str) -> Link:
    """A link of a type."""
    return Link("l", type_name, Ref.item("a"), Ref.item("b"), Values(values))


def strand_of(look: StringLook, *points: tuple[float, float], view: View = VIEW) -> Strand:
    """One string along one curve, or straight between two points."""
    ends = np.array(points, dtype=np.float64)
    share = np.array([0.0, 1 / 3, 2 / 3, 1.0])[:, None]
    curve = ends if len(points) == 4 else ends[0] + (ends[1] - ends[0]) * share
    courses = Courses(curve[None], np.array([0, 1]), np.zeros((1, 2), dtype=np.bool_))
    return spin([look], courses, view)[0]


def test_every_type_looks_different_without_its_colour():
    looks = [look_of(link_of(name)) for name in LINK_TYPES]
    assert all(theme("light").has(look.token) for look in looks)
    inference = [look_of(link_of(name)) for name in ("supports", "disputes", "undercuts")]
    shapes = {(look.dashes, look.start_glyph, look.end_glyph) for look in inference}
    assert len(shapes) == 3


@pytest.mark.parametrize("name", LINK_TYPES)
def test_certainty_changes_the_dashes_and_nothing_else(name: str):
    plain = look_of(link_of(name))
    sure, unsure, tentative = (
        look_of(link_of(name, certainty=each)) for each in ("confirmed", "unconfirmed", "tentative")
    )
    assert sure == plain
    assert len({sure.dashes, unsure.dashes, tentative.dashes}) == 3
    assert unsure.end_glyph == tentative.end_glyph == plain.end_glyph


def test_the_label_is_the_links_own_or_how_strong_it_is():
    assert look_of(link_of("supports", strength="strong")).label == "strong"
    assert look_of(link_of("supports", strength="weak", label="make only")).label == "make only"
    assert look_of(link_of("derived_from", strength="strong")).label == ""
    assert look_of(link_of("related", label="a\n\u202eb")).label == "a ⟨RLO⟩b"


def test_an_unbroken_line_is_cut_to_what_is_seen():
    curve = ((-5000.0, 0.0), (0.0, 2000.0), (0.0, -2000.0), (5000.0, 150.0))
    strand = strand_of(PLAIN, *curve)
    seen = strand.seen(Pane.of(VIEW), 2)
    assert seen is not None
    assert 2 <= seen.shape[1] < len(strand.line) / 4
    assert strand.seen(Pane.of(VIEW.part(0, 9000, 100, 100)), 2) is None


@given(st.integers(-300, 300), st.integers(-200, 200))
def test_every_tile_shows_the_same_dashes(left: int, top: int):
    look = StringLook("sup", (8.0, 4.5), Glyph.NONE, Glyph.NONE, "")
    strand = strand_of(look, (-100, -80), (200, 0), (100, 300), (450, 250))
    assert strand.dashes is not None
    every = np.round(strand.dashes, 6).tolist()
    view = VIEW.part(left, top, 128, 128)
    seen = strand.seen(Pane.of(view), 1)
    shown = seen + np.array([left, top]) if seen is not None else np.empty((0, 2, 2))
    assert all(dash in every for dash in np.round(shown, 6).tolist())
    inside = [
        dash
        for dash in strand.dashes
        if ((dash >= (left, top)) & (dash <= (left + 128, top + 128))).all(axis=1).any()
    ]
    assert len(shown) >= len(inside)


def test_dashes_are_as_long_as_asked_for():
    look = StringLook("sup", (8.0, 4.0), Glyph.NONE, Glyph.NONE, "")
    strand = strand_of(look, (0, 0), (100, 0))
    assert strand.dashes is not None
    assert strand.dashes[:, 0, 0].tolist() == pytest.approx(list(range(0, 100, 12)))
    assert np.ptp(strand.dashes[0, :, 0]) == pytest.approx(8)


@pytest.mark.parametrize("glyph", [each for each in Glyph if each is not Glyph.NONE])
def test_a_mark_touches_its_tip_and_lies_behind_it(glyph: Glyph):
    shape = SHAPES[glyph]
    tip, along = np.array([50.0, 50.0]), np.array([0.0, 1.0])
    points = np.concatenate(
        [shape.placed(part, tip, along, 10) for part in (*shape.filled, *shape.lines)]
    )
    assert points[:, 1].max() <= 50 + 1e-9
    assert points[:, 1].max() >= 50 - 0.15 * 10
    assert points[:, 1].min() >= 50 - 10 - 1e-9
    many = shape.placed_many((shape.filled or shape.lines)[0], tip[None], along[None], 10)
    assert many[0] == pytest.approx(shape.placed((shape.filled or shape.lines)[0], tip, along, 10))


def test_a_mark_on_another_string_lies_across_it():
    look = look_of(link_of("undercuts"))
    curve = np.array([[[0, 0], [30, 0], [60, 0], [90, 0]]], dtype=np.float64)
    free, tied = (
        spin([look], Courses(curve, np.array([0, 1]), np.array([[False, on]])), VIEW)[0].ends[0]
        for on in (False, True)
    )
    assert free.at == (90, 0)
    assert tied.at[0] > 90


def test_paths_are_the_same_whichever_way_they_are_made(monkeypatch: pytest.MonkeyPatch):
    block = np.arange(24, dtype=np.float64).reshape(3, 4, 2) ** 1.1
    short = joined_path([block, block[:1] + 5])
    monkeypatch.setattr(string_painter, "MANY_POINTS", 0)
    streamed = joined_path([block, block[:1] + 5])
    assert streamed.elementCount() == short.elementCount() == 16
    for n in range(16):
        one, other = short.elementAt(n), streamed.elementAt(n)
        assert (one.x, one.y, one.type) == (other.x, other.y, other.type)
    assert streamed.elementAt(4).type is QPainterPath.ElementType.MoveToElement


def test_a_curve_stays_a_curve_as_vectors():
    pieces = strings.through(
        np.array([[0.0, 0.0], [50.0, 80.0], [100.0, 0.0]]),
        np.array([1.0, 0.0]),
        np.array([-1.0, 0.0]),
    )
    path = curve_path(pieces)
    assert path.elementCount() == 1 + 2 * 3
    assert path.currentPosition() == QPointF(100, 0)


def pieces_between(x: float, y: float) -> NDArray[np.float64]:
    """The curves of a straight string from the origin."""
    return np.array([[[0, 0], [x / 3, y / 3], [2 * x / 3, 2 * y / 3], [x, y]]])


def test_a_label_stands_on_a_long_string_and_above_a_short_level_one():
    on = label_choices(pieces_between(400, 0), "seen together", 1.0, Neighbours())
    assert on[0].box.centre == pytest.approx((200, 0))
    above = label_choices(pieces_between(on[0].box.w + 6, 0), "seen together", 1.0, Neighbours())
    assert above[0].box.bottom < 0
    assert label_choices(pieces_between(30, 0), "seen together", 1.0, Neighbours()) == []


def test_labels_are_elided_and_never_too_small_to_read():
    size = tokens().type_scale["tiny"]
    long = label_choices(pieces_between(2000, 0), "word " * 24, 0.5, Neighbours())[0]
    assert long.text.is_elided
    assert long.text.of.size * 0.5 >= 9
    assert long.text.of.size > size


def test_labels_of_neighbours_keep_apart():
    def first(lane: int) -> tuple[float, float]:
        neighbours = Neighbours(lane, 2)
        return label_choices(pieces_between(600, 40), "beside", 1.0, neighbours)[0].box.centre

    assert abs(first(0)[0] - first(1)[0]) > 100
    pierced = label_choices(pieces_between(600, 0), "beside", 1.0, Neighbours(is_pierced=True))
    assert all(abs(label.box.centre.x - 300) > 50 for label in pierced)


@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.3, 0.15, 0.1])
@pytest.mark.parametrize("name", ["supports", "disputes", "same_as", "related"])
def test_every_type_is_painted_in_its_colour(maker: Maker, pixels: Pixels, name: str, zoom: float):
    one, other = maker.card(0, 0, 100, 100), maker.card(900, 300, 100, 100)
    maker.link(one, other, name)
    scene = Scene(maker.contents, maker.board_id, theme("light"))
    view = View(round(150 * zoom), 0, round(700 * zoom), round(400 * zoom), zoom)
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    image.fill(theme("light").colour("bg"))
    painter = QPainter(image)
    scene.paint_content(painter, view)
    painter.end()
    colour = theme("light").colour(LINK_TYPES[name].accent)
    ground = theme("light").colour("bg")
    seen = pixels(image)[..., :3]
    ink = seen[(seen != [ground.blue(), ground.green(), ground.red()]).any(axis=2)]
    assert len(ink) > 10
    # Every inked pixel lies between the ground and the colour of the type.
    away = np.array([ground.blue(), ground.green(), ground.red()]) - ink
    most = np.array([ground.blue() - colour.blue(), ground.green() - colour.green()])
    assert (np.abs(away[:, 0] * most[1] - away[:, 1] * most[0]) <= 600).all()


def test_strings_of_two_types_of_one_colour_cross_alike_whatever_else_is_painted(pixels: Pixels):
    """A tile has its own strings; where they begin in another order, colours must not differ."""
    ends = [((10, 20 * n), (390, 290 - 25 * n)) for n in range(12)]
    share = np.array([0.0, 1 / 3, 2 / 3, 1.0])[:, None]
    lines = np.array(ends, dtype=np.float64)
    curves = lines[:, :1] + (lines[:, 1:] - lines[:, :1]) * share
    first, second = [name for name, kind in LINK_TYPES.items() if kind.accent == "der"][:2]
    # The first of all lies elsewhere: what a tile shows must not depend on it.
    curves = np.concatenate([curves[:1] + 5000, curves])
    types = [first, *(second, first) * 6]

    def painted(begin: int) -> NDArray[np.int64]:
        image = QImage(VIEW.width, VIEW.height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        count = len(curves) - begin
        flags = np.zeros((count, 2), dtype=np.bool_)
        courses = Courses(curves[begin:], np.arange(count + 1), flags)
        with brush_on(image) as painter:
            painting = string_painter.StringPainter(theme("light")).painting_plain
            finish(painting(painter, VIEW, courses, types[begin:]))
        return pixels(image)

    assert (painted(0) == painted(1)).all()
