"""The columns of a board: what lies where, and that following edits is as good as starting anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from caseboard.board import strings, vicinity
from caseboard.board.camera import View
from caseboard.board.columns import Columns
from caseboard.board.painting import brush_on
from caseboard.board.scene import Scene
from caseboard.board.strings import Floats, Ints
from caseboard.board.touched import Touched
from caseboard.theme import theme
from casedb.errors import Stopped
from casedb.model.changes import Edit
from casedb.model.geometry import Point, Rect
from casedb.model.records import COLLAPSED_HEIGHT, Card, Link, Ref
from casedb.sketch import sketch_of
from wandering import Wanderer, cards_of, courses

if TYPE_CHECKING:
    from conftest import Maker


def covers(touched: Touched, box: Floats) -> bool:
    """Whether one of the boxes to paint anew holds this one."""
    inside = (touched.boxes[:, :2] <= box[:2]).all(axis=1)
    return bool((inside & (touched.boxes[:, 2:] >= box[2:]).all(axis=1)).any())


def test_finds_the_cards_in_a_rectangle(maker: Maker):
    near, far = maker.card(0, 0, 100, 100), maker.card(500, 0, 100, 100)
    columns = Columns(maker.contents, maker.board_id)

    def seen(rect: Rect) -> set[str]:
        return {columns.cards.rows.id_of(row) for row in columns.cards_in(rect).tolist()}

    assert seen(Rect(50, 50, 10, 10)) == {near.id}
    assert seen(Rect(0, 0, 600, 50)) == {near.id, far.id}
    assert seen(Rect(100, 0, 400, 50)) == set()


def test_other_boards_are_not_shown(maker: Maker):
    card = maker.card()
    other = replace(card, id=maker.new_id(), board=maker.new_id())
    columns = Columns(maker.contents, maker.board_id)
    assert columns.card_count == 1
    assert not len(columns.apply([Edit(None, other)]).boxes)


def test_the_topmost_card_is_hit(maker: Maker):
    low = maker.card(0, 0, 100, 100, z=1)
    high = maker.card(50, 50, 100, 100, z=2)
    twin = maker.card(50, 50, 40, 100, z=2)
    columns = Columns(maker.contents, maker.board_id)
    assert columns.card_at(Point(10, 10)) == low.id
    assert columns.card_at(Point(95, 95)) == high.id
    assert columns.card_at(Point(60, 60)) == twin.id  # of the same height, the younger
    assert columns.card_at(Point(300, 300)) is None


def test_a_string_is_hit_within_a_tolerance(maker: Maker):
    one, other = maker.card(0, 0, 100, 100), maker.card(300, 0, 100, 100)
    link = maker.link(one, other)
    columns = Columns(maker.contents, maker.board_id)
    assert columns.string_at(Point(200, 53), 5) == link.id
    assert columns.string_at(Point(200, 58), 5) is None


def test_a_slack_string_is_hit_where_it_hangs(maker: Maker):
    one, other = maker.card(0, 0, 100, 100), maker.card(700, 0, 100, 100)
    link = maker.link(one, other)
    columns = Columns(maker.contents, maker.board_id)
    assert columns.string_at(Point(400, 50), 5) == link.id
    assert columns.hang(0.1)
    assert not columns.hang(0.1)
    below = 50 + 0.75 * strings.DEEPEST_SAG
    assert columns.string_at(Point(400, below), 5) == link.id
    assert columns.string_at(Point(400, 50), 5) is None
    x, y = columns.middle(0)[0].tolist()
    assert (x, y) == (pytest.approx(400), pytest.approx(below))


def test_strings_hang_as_if_they_had_from_the_start(maker: Maker):
    maker.grid(9, 12, 5)
    columns = Columns(maker.contents, maker.board_id)
    taut = courses(columns)
    columns.hang(0.1)
    slack = Columns(maker.contents, maker.board_id, slack=0.1)
    assert courses(columns) == courses(slack) != taut
    columns.take_strings(Columns(maker.contents, maker.board_id))
    assert courses(columns) == courses(slack)
    columns.hang(0.0)
    assert courses(columns) == taut


def test_strings_still_hang_when_the_whole_board_is_made_anew(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
):
    maker.grid(9, 12, 5)
    columns = Columns(maker.contents, maker.board_id, slack=0.1)
    slack = courses(columns)
    monkeypatch.setattr("caseboard.board.columns.MOST_AT_ONCE", 0)
    assert columns.conceal({next(iter(maker.contents.cards))}) is None
    columns.conceal(frozenset())
    assert courses(columns) == slack


def test_a_bent_string_is_hit_where_it_runs(maker: Maker):
    one, other = maker.card(0, 0, 100, 100), maker.card(300, 0, 100, 100)
    link = maker.link(one, other)
    maker.route(link, Point(200, 400))
    columns = Columns(maker.contents, maker.board_id)
    assert columns.string_at(Point(200, 400), 5) == link.id
    assert columns.string_at(Point(200, 50), 5) is None
    assert len(columns.strings_in(Rect(190, 390, 20, 20))) == 1


def test_a_long_slanting_string_is_not_near_the_corner_of_its_box(maker: Maker):
    one, other = maker.card(0, 0, 100, 100), maker.card(5000, 5000, 100, 100)
    maker.link(one, other)
    columns = Columns(maker.contents, maker.board_id)
    assert len(columns.strings_in(Rect(2500, 2500, 100, 100))) == 1
    assert len(columns.strings_in(Rect(4000, 200, 100, 100))) == 0


def test_frames_are_found_by_where_they_lie_and_stay_in_their_stack(maker: Maker):
    wide, inner = maker.frame(0, 0, 500, 500), maker.frame(100, 100, 100, 100)
    columns = Columns(maker.contents, maker.board_id)
    assert list(columns.frames) == [wide, inner]
    assert columns.frames_in(Rect(120, 120, 10, 10)) == [wide, inner]
    assert columns.frames_in(Rect(900, 0, 10, 10)) == []
    assert columns.frames_in(Rect(500, 0, 10, 10)) == []  # an edge is not enough
    columns.apply(maker.run(Edit(wide, moved := replace(wide, x=-300.0, z=9))))
    assert list(columns.frames) == [inner, moved]
    assert columns.frames.get(wide.id) == moved
    assert columns.frames_in(Rect(-290, 0, 1, 1)) == [moved]
    columns.apply(maker.run(Edit(inner, None), Edit(moved, None)))
    assert not len(columns.frames) and columns.frames.boxes.shape == (0, 4)
    assert columns.frames_in(Rect(0, 0, 900, 900)) == []


def test_a_link_is_shown_between_the_nearest_placements(maker: Maker):
    one, item = maker.card(0, 0), maker.item()
    far, near = maker.place(item, 4000, 0), maker.place(item, 600, 0)
    maker.link(one, Ref.item(item.id))
    columns = Columns(maker.contents, maker.board_id)
    ends = columns.strings.cards[0].tolist()
    assert [columns.cards.rows.id_of(row) for row in ends] == [one.id, near.id]
    columns.apply(maker.move(near, 9000, 0))
    ends = columns.strings.cards[0].tolist()
    assert [columns.cards.rows.id_of(row) for row in ends] == [one.id, far.id]


def test_an_end_at_an_element_is_tied_to_the_card_of_its_claim(maker: Maker):
    proof, claim = maker.card(0, 0), maker.card(600, 0)
    maker.link(proof, Ref.element(maker.element(claim).id), "supports")
    columns = Columns(maker.contents, maker.board_id)
    assert columns.cards.rows.id_of(int(columns.strings.cards[0, 1])) == claim.id


def test_an_end_at_a_link_lies_on_the_middle_of_its_string(maker: Maker):
    proof, claim, doubt = maker.card(0, 0), maker.card(700, 0), maker.card(300, 500)
    supports = maker.link(proof, claim, "supports")
    maker.link(doubt, Ref.link(supports.id), "undercuts")
    columns = Columns(maker.contents, maker.board_id)
    end = columns.strings.curves[1, 3]
    assert end == pytest.approx(columns.middle(0)[0])
    edits = maker.move(claim, 0, 200)
    touched = columns.apply(edits)
    assert columns.strings.curves[1, 3] == pytest.approx(columns.middle(0)[0])
    assert covers(touched, columns.strings.box[:, 1])


def test_links_that_undercut_each_other_hang_no_string(maker: Maker):
    one, other = maker.new_id(), maker.new_id()
    card = maker.card()
    maker.add(
        Link(one, "undercuts", Ref.item(card.item), Ref.link(other)),
        Link(other, "undercuts", Ref.item(card.item), Ref.link(one)),
    )
    assert Columns(maker.contents, maker.board_id).string_count == 0


def test_a_collapsed_card_is_a_title_line_high(maker: Maker):
    item = maker.item()
    card = maker.place(item, 0, 0, 260, 200, collapsed=True)
    columns = Columns(maker.contents, maker.board_id)
    assert columns.card_rect(0) == Rect(0, 0, 260, COLLAPSED_HEIGHT)
    columns.apply(maker.run(Edit(card, replace(card, collapsed=False))))
    assert columns.card_rect(0).h == 200


def test_moving_a_card_touches_where_it_was_and_where_it_is(maker: Maker):
    one, other, third = maker.card(0, 0), maker.card(600, 0), maker.card(0, 3000)
    maker.link(one, other)
    columns = Columns(maker.contents, maker.board_id)
    row = columns.cards.rows.get(one.id)
    assert row is not None
    old = columns.strings.box[:, 0].copy()
    touched = columns.apply(maker.move(one, 0, 400))
    assert covers(touched, np.array([0, 0, 260, 120]))
    assert covers(touched, np.array([0, 400, 260, 520]))
    assert covers(touched, old)
    assert covers(touched, columns.strings.box[:, 0])
    assert not covers(touched, np.array([0, 3000, third.w, 3000 + third.h]))


def test_nothing_is_touched_by_what_is_not_on_the_board(maker: Maker):
    one, other = maker.card(0, 0), maker.item()
    columns = Columns(maker.contents, maker.board_id)
    maker.link(one, Ref.item(other.id))
    edits = maker.add(Link(maker.new_id(), "related", Ref.item(one.item), Ref.item(other.id)))
    assert not len(columns.apply(edits).boxes)


def test_strings_of_a_card_follow_new_and_deleted_links(maker: Maker):
    one, other = maker.card(0, 0), maker.card(600, 0)
    columns = Columns(maker.contents, maker.board_id)
    link = Link(maker.new_id(), "related", Ref.item(one.item), Ref.item(other.item))
    columns.apply(maker.add(link))
    assert columns.strings_of(np.array([0])).tolist() == [0]
    columns.apply(maker.remove(link))
    assert columns.strings_of(np.array([0])).tolist() == []


@pytest.mark.parametrize("seed", range(12))
def test_following_edits_is_as_good_as_starting_anew(maker: Maker, seed: int):
    slack = 0.1 if seed % 3 == 0 else 0.0
    maker.grid(12, 16, seed)
    wanderer = Wanderer(maker, seed)
    columns = Columns(maker.contents, maker.board_id, slack=slack)
    for _ in range(60):
        before = courses(columns)
        boxes = {
            each: columns.strings.box[:, row].copy()
            for each in before
            if (row := columns.strings.rows.get(each)) is not None
        }
        touched = columns.apply(wanderer.edit())
        fresh = Columns(maker.contents, maker.board_id, slack=slack)
        after = courses(columns)
        assert after == courses(fresh)
        assert cards_of(columns) == cards_of(fresh)
        for link_id in before.keys() | after.keys():
            if before.get(link_id) == after.get(link_id):
                continue
            if link_id in boxes:
                assert covers(touched, boxes[link_id])
            row = columns.strings.rows.get(link_id)
            if row is not None:
                assert covers(touched, columns.strings.box[:, row])
    assert columns.extent() == Columns(maker.contents, maker.board_id, slack=slack).extent()


def test_adjacency_survives_many_ties(
    new_maker: Callable[[], Maker], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("caseboard.board.ties.MOST_TIED_SINCE", 3)
    maker = new_maker()
    cards = maker.grid(10, 5)
    columns = Columns(maker.contents, maker.board_id)
    for one, other in pairwise(cards):
        columns.apply(
            maker.add(Link(maker.new_id(), "related", Ref.item(one.item), Ref.item(other.item)))
        )
        fresh = Columns(maker.contents, maker.board_id)
        for card in cards:
            assert strings_at(columns, card) == strings_at(fresh, card)


def strings_at(columns: Columns, card: Card) -> set[str]:
    """The links whose strings are tied to a card."""
    row = columns.cards.rows.get(card.id)
    assert row is not None
    return set(columns.strings.rows.ids_of(columns.strings_of(np.array([row])).tolist()))


def test_the_extent_is_around_all_that_is_there_and_nothing_that_is_gone(maker: Maker) -> None:
    assert Columns(maker.contents, maker.board_id).extent() is None
    frame = maker.frame(-500, -20, 100, 80)
    assert Columns(maker.contents, maker.board_id).extent() == frame.rect
    card, far = maker.card(0, 0, 200, 100), maker.card(900, 700, 200, 100)
    link = maker.link(card, far)
    columns = Columns(maker.contents, maker.board_id)
    extent = columns.extent()
    assert extent is not None
    assert (extent.x, extent.right, extent.bottom) == (-500, 1100, 800)
    maker.remove(link)
    columns.apply((Edit(link, None),))
    columns.apply(maker.remove(far))
    assert columns.extent() == Rect(-500, -20, 700, 120)


def test_strings_on_strings_on_strings_run_however_many_there_are(maker: Maker):
    cards = [maker.card(400 * n, 0) for n in range(3)]
    below = [maker.link(cards[0], cards[1], "supports"), maker.link(cards[1], cards[2], "supports")]
    # Each rests on the two before it: by all ways there are to the first ones it would take ages.
    for _ in range(40):
        below.append(maker.link(Ref.link(below[-2].id), Ref.link(below[-1].id), "related"))
    for _ in range(1200):
        below.append(maker.link(cards[0], Ref.link(below[-1].id), "undercuts"))
    columns = Columns(maker.contents, maker.board_id)
    assert columns.string_count == len(below)
    assert np.isfinite(columns.strings.curves[columns.strings.rows.all()]).all()
    moved = columns.apply(maker.move(cards[0], 0, 60))
    assert len(moved.boxes)


@pytest.mark.usefixtures("qapp")
def test_a_label_on_a_string_between_strings_has_neighbours_as_any_other(maker: Maker):
    one, other, third = (maker.card(500 * n, 0) for n in range(3))
    low = maker.link(one, other, "supports")
    high = maker.link(other, third, "supports")
    maker.link(Ref.link(low.id), other, "related", label="here")
    maker.link(Ref.link(low.id), Ref.link(high.id), "related", label="there")
    scene = Scene(maker.contents, maker.board_id, theme("light"))
    image = QImage(1700, 600, QImage.Format.Format_RGB32)
    with brush_on(image) as painter:
        scene.paint(painter, View(-100, -200, 1700, 600, 1.0))
    assert scene.columns.string_count == 4


@pytest.mark.parametrize("last", [1, 2, 3])
def test_making_columns_ends_where_nobody_wants_them_any_more(board: Maker, last: int):
    told: list[int] = []

    def hear() -> None:
        told.append(1)
        if len(told) == last:
            raise Stopped("Enough.")

    with pytest.raises(Stopped):
        Columns(board.contents, board.board_id, heard=hear)
    assert len(told) == last


@pytest.mark.parametrize("seed", range(8))
def test_what_lies_around_is_found_as_if_all_were_looked_at(
    maker: Maker, monkeypatch: pytest.MonkeyPatch, seed: int
):
    """However the rows near the last place are remembered: also after something has moved."""
    monkeypatch.setattr(vicinity, "FEW", 0)
    monkeypatch.setattr(vicinity, "REACH", 250.0)
    monkeypatch.setattr(vicinity, "LARGE_PART", 3)
    chance = random.Random(seed)
    cards = maker.grid(120, 200)
    columns = Columns(maker.contents, maker.board_id)
    x, y = 0.0, 0.0
    for n in range(60):
        x = x + chance.uniform(-300, 300) if n % 9 else chance.uniform(-500, 5000)
        y = y + chance.uniform(-300, 300) if n % 9 else chance.uniform(-500, 3000)
        side = chance.choice([0.0, 40.0, 900.0])
        edges = x, y, x + side, y + side / 2
        assert columns.cards.within(*edges).tolist() == columns.cards.search(*edges).tolist()
        strung = columns.strings.crossing(columns.strings.search(*edges), *edges)
        assert columns.strings.within(*edges).tolist() == strung.tolist()
        if n % 5 == 0:
            card = maker.contents.cards[chance.choice(cards).id]
            columns.apply(maker.move(card, x - card.x, y - card.y))
        elif n % 5 == 2:
            columns.apply(maker.remove(chance.choice(list(maker.contents.links.values()))))


def test_what_is_remembered_of_a_place_is_a_small_part_or_nothing(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
):
    maker.grid(400)
    looked: list[int] = []
    columns = Columns(maker.contents, maker.board_id)
    search = columns.cards.search

    def note(*edges: float) -> Ints:
        looked.append(1)
        return search(*edges)

    around = vicinity.Vicinity()
    assert around.rows(note, 400, 0, 0, 10, 10) is None
    assert not looked
    monkeypatch.setattr(vicinity, "FEW", 0)
    monkeypatch.setattr(vicinity, "REACH", 300.0)
    for shift in range(0, 300, 20):
        near = around.rows(note, 400, 1000 + shift, 1000, 1000 + shift, 1010)
        assert near is not None and len(near) <= 400 // vicinity.LARGE_PART
    assert len(looked) == 1
    assert around.rows(note, 400, 0, 0, vicinity.WIDEST + 1, 10) is None
    assert len(looked) == 1
    # Much of the board lies there.
    assert around.rows(note, 400, 0, 0, 6000, 6000) is None


def test_strings_that_come_later_are_found_where_was_looked_before(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(vicinity, "FEW", 0)
    cards = maker.grid(120)
    maker.link(cards[0], cards[1])
    columns = Columns(maker.contents, maker.board_id)
    maker.link(cards[-1], cards[-3])
    maker.grid(60, 100)
    whole = sketch_of(maker.contents, maker.board_id)
    edges = columns.cards.boxes(np.array([118]))[0].tolist()
    assert not len(columns.strings.around(*edges))
    columns.take_strings(Columns(maker.contents, maker.board_id, whole))
    wanted = columns.strings.search(*edges)
    assert len(wanted)
    assert columns.strings.around(*edges).tolist() == wanted.tolist()
