"""The board from afar: blocks where cards lie, threads where strings run, seamless however cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from caseboard.board import far, levels
from caseboard.board.camera import View
from caseboard.board.far import FarBoard, FarPart, rasterise
from caseboard.board.scene import Scene
from caseboard.theme import theme
from casedb.model.geometry import Point

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Channels = NDArray[np.int64]
RED, BLUE = (255.0, 0.0, 0.0), (0.0, 0.0, 255.0)
CURVE = tuple[tuple[float, float], ...]


def channels(picture: NDArray[np.uint32]) -> Channels:
    """Alpha, red, green, blue [height, width, 4], premultiplied."""
    return np.stack([picture >> shift & 255 for shift in (24, 16, 8, 0)], axis=-1).astype(np.int64)


def part_of(
    *curves: CURVE,
    cards: tuple[tuple[int, int, int, int], ...] = (),
    size: int = 64,
    **more: object,
) -> FarPart:
    """A part with strings of the first kind and cards of kinds in turn."""
    edges = np.array(cards, dtype=np.int64).reshape(-1, 4)
    part = FarPart(
        size,
        size,
        edges,
        ((edges[:, 2] - edges[:, 0]) * (edges[:, 3] - edges[:, 1])).astype(np.float64),
        np.arange(len(cards)) % 2,
        np.array(curves, dtype=np.float64).reshape(-1, 4, 2),
        np.zeros(len(curves), dtype=np.int64),
        np.array([RED, BLUE]),
        np.array([BLUE, RED]),
    )
    return replace(part, **more)  # pyright: ignore[reportArgumentType]


def straight(x: float, y: float, to_x: float, to_y: float) -> CURVE:
    """A string that runs straight."""
    share = np.linspace(0, 1, 4)
    return tuple((x + (to_x - x) * each, y + (to_y - y) * each) for each in share.tolist())


@pytest.fixture
def board(maker: Maker) -> Callable[[], FarBoard]:
    """A crowd of cards and strings, a few with bends, as it is seen from afar."""
    cards = [maker.card(400 * (n % 30), 300 * (n // 30) + n % 7 * 20) for n in range(600)]
    for n, card in enumerate(cards):
        for step, name in ((1, "supports"), (7, "disputes"), (113, "related")):
            maker.link(card, cards[(n + step) % len(cards)], name)
    for link in list(maker.contents.links.values())[:20]:
        maker.route(link, Point(3000, 2000), Point(100, 4000))
    scene = Scene(maker.contents, maker.board_id, theme("light"))
    return scene.far_board


@pytest.mark.parametrize("zoom", [0.11, 0.03, 0.01, 0.004])
def test_parts_are_the_whole_however_it_is_cut(board: Callable[[], FarBoard], zoom: float):
    whole = View(-30, -20, 500, 340, zoom)
    expected = channels(rasterise(board().part(whole)))
    assert expected[..., 0].any()
    for left, top, width, height in ((0, 0, 123, 340), (123, 0, 377, 97), (123, 97, 377, 243)):
        cut = board().part(whole.part(whole.left + left, whole.top + top, width, height))
        found = channels(rasterise(cut))
        away = np.abs(found - expected[top : top + height, left : left + width])
        # A thread's numbers are rounded a little differently from another corner.
        assert away.max() <= 1


def test_a_haze_is_seamless_too(board: Callable[[], FarBoard], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(levels, "CLEAR_STRINGS", 400)
    whole = View(0, 0, 400, 300, 0.03)
    expected = channels(rasterise(board().part(whole)))
    found = channels(rasterise(board().part(whole.part(100, 50, 200, 200))))
    away = np.abs(found - expected[50:250, 100:300])
    assert (away.max(axis=-1) > 2).mean() < 0.001


def test_a_thread_grows_in_its_direction_in_its_colour():
    there = channels(rasterise(part_of(straight(0, 32.5, 64, 32.5))))[32]
    back = channels(rasterise(part_of(straight(64, 32.5, 0, 32.5))))[32]
    assert (np.diff(there[:, 0]) >= 0).all()
    assert there[60, 0] > 1.5 * there[3, 0]
    assert (there[::-1] == back).all()
    assert (there[:, 3] > 0).all()
    assert not there[:, 1:3].any()


@pytest.mark.parametrize(
    "curve",
    [
        straight(0, 20, 64, 44),
        straight(20, 0, 44, 64),
        straight(64, 9, 0, 55),
        straight(9, 64, 55, 0),
    ],
)
def test_a_slanted_thread_is_smooth_and_thin(curve: CURVE):
    alpha = channels(rasterise(part_of(curve)))[..., 0]
    is_steep = abs(curve[3][1] - curve[0][1]) > abs(curve[3][0] - curve[0][0])
    across = alpha if is_steep else alpha.T
    seen = (across > 0).sum(axis=1)
    assert seen.min() >= 1
    assert seen.max() <= 2


def test_a_thread_from_far_outside_is_where_it_belongs():
    alpha = channels(rasterise(part_of(straight(-10_000, 32.5, 10_000, 32.5))))[..., 0]
    assert (alpha[32] > 0).all()
    assert alpha.sum() == alpha[32].sum()


def test_a_dot_of_a_string_and_one_without_length_break_nothing():
    rasterise(part_of(straight(5, 5, 5, 5), straight(20.2, 20.2, 20.6, 20.3)))


def test_more_threads_cover_more_and_never_all():
    one = channels(rasterise(part_of(straight(0, 32.5, 64, 32.5))))[32, 32, 0]
    many = channels(rasterise(part_of(*[straight(0, 32.5, 64, 32.5)] * 500)))[32, 32, 0]
    assert one < many <= 255 * far.MOST_COVER + 1


def test_many_strings_are_drawn_in_goes(monkeypatch: pytest.MonkeyPatch):
    curves = [straight(0, n / 4, 64, 64 - n / 4) for n in range(256)]
    expected = channels(rasterise(part_of(*curves)))
    monkeypatch.setattr(far, "MOST_PIECES", 10)
    monkeypatch.setattr(far, "MOST_COUNTED", 100)
    assert np.abs(channels(rasterise(part_of(*curves))) - expected).max() <= 1


def test_cards_are_blocks_above_threads_the_topmost_last():
    cards = ((10, 10, 40, 40), (30, 30, 50, 50), (-20, 60, 200, 900))
    picture = channels(rasterise(part_of(straight(0, 32.5, 64, 32.5), cards=cards)))
    assert (picture[32, 32] == (255, 0, 0, 255)).all()
    assert (picture[15, 15] == (255, 255, 0, 0)).all()
    assert (picture[60:, :] == (255, 255, 0, 0)).all()
    assert not picture[5, 5].any()


def test_blocks_too_large_for_one_go_are_laid_in_order(monkeypatch: pytest.MonkeyPatch):
    cards = tuple((n, n, n + 20, n + 20) for n in range(0, 44, 3))
    expected = channels(rasterise(part_of(cards=cards)))
    monkeypatch.setattr(far, "MOST_AT_ONCE", 500)
    assert (channels(rasterise(part_of(cards=cards))) == expected).all()


def test_cards_too_small_to_be_told_apart_are_mixed_by_their_areas():
    cards = ((20, 20, 21, 21), (20, 20, 21, 21))
    part = part_of(cards=cards, is_density=True)
    faint = channels(rasterise(replace(part, areas=np.array([0.25, 0.25]))))[20, 20]
    assert faint[0] == pytest.approx(128, abs=1)
    assert faint[1] == pytest.approx(faint[3], abs=1)
    full = channels(rasterise(replace(part, areas=np.array([3.0, 1.0]))))[20, 20]
    assert full.tolist() == pytest.approx([255, 191, 0, 64], abs=1)


def test_a_row_that_is_freed_meanwhile_breaks_nothing(maker: Maker):
    cards = [maker.card(300 * n, 0) for n in range(4)]
    maker.link(cards[0], cards[1], "supports")
    scene = Scene(maker.contents, maker.board_id, theme("light"))
    held = scene.far_board()
    view = View(0, -10, 100, 60, 0.05)
    before = rasterise(held.part(view))
    part = held.part(view)
    maker.remove(*maker.contents.links.values())
    scene.apply(maker.remove(cards[0]))
    rasterise(held.part(view))
    assert (rasterise(part) == before).all()
    assert scene.far_board() is not held


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(*[st.tuples(st.floats(-200, 300), st.floats(-200, 300))] * 4),
        min_size=1,
        max_size=9,
    ),
    st.integers(1, 63),
)
def test_any_strings_cut_anywhere_fit_together(curves: list[CURVE], cut: int):
    whole = part_of(*curves)
    expected = channels(rasterise(whole))
    left = channels(rasterise(replace(whole, width=cut)))
    shifted = whole.curves - np.array([cut, 0])
    right = channels(rasterise(replace(whole, width=64 - cut, curves=shifted)))
    assert np.abs(np.concatenate([left, right], axis=1) - expected).max() <= 2
