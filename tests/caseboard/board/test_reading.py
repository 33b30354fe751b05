"""A board as it is read aloud, as pure arithmetic: what lies below what, in which order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseboard.board.columns import Columns
from caseboard.board.hits import rect_of
from caseboard.board.reading import BOARD, Reading, Sort, Spot
from caseboard.board.walking import ReadingOrder
from casedb.commands import folding
from casedb.model.changes import Edit
from casedb.model.records import Card, Frame, Link, Ref

if TYPE_CHECKING:
    from conftest import Maker


def read(maker: Maker) -> Reading:
    columns = Columns(maker.contents, maker.board_id)
    return Reading(columns, ReadingOrder(columns))


def below(reading: Reading, spot: Spot) -> list[Spot]:
    found = [reading.child(spot, n) for n in range(reading.count(spot))]
    assert reading.child(spot, len(found)) is None
    assert reading.child(spot, -1) is None
    return [each for each in found if each is not None]


def walk(reading: Reading, spot: Spot = BOARD) -> Iterator[Spot]:
    for each in below(reading, spot):
        yield each
        yield from walk(reading, each)


def card(of: Card) -> Spot:
    return Spot(Sort.CARD, of.id)


def frame(of: Frame) -> Spot:
    return Spot(Sort.FRAME, of.id)


def string(of: Link, near: Card | Frame | Link) -> Spot:
    return Spot(Sort.STRING, of.id, near.id)


def test_cards_lie_below_the_innermost_frame_that_holds_all_of_them(maker: Maker) -> None:
    outer = maker.frame(0, 0, 1000, 1000)
    inner = maker.frame(500, 100, 400, 400)
    in_both, in_outer = maker.card(550, 150, 100, 100), maker.card(50, 150, 100, 100)
    on_the_edge = maker.card(950, 150, 100, 100)
    alone = maker.card(1200, 150, 100, 100)
    reading = read(maker)
    assert below(reading, BOARD) == [frame(outer), card(on_the_edge), card(alone)]
    assert below(reading, frame(outer)) == [card(in_outer), frame(inner)]
    assert below(reading, frame(inner)) == [card(in_both)]
    assert reading.parent(card(in_both)) == frame(inner)
    assert reading.parent(frame(inner)) == frame(outer)
    assert reading.parent(frame(outer)) == BOARD
    assert reading.parent(BOARD) is None


def test_of_two_frames_of_one_size_the_upper_one_is_in_the_other(maker: Maker) -> None:
    lower, upper = maker.frame(0, 0, 500, 500), maker.frame(0, 0, 500, 500)
    held = maker.card(10, 10, 100, 100)
    reading = read(maker)
    assert list(walk(reading)) == [frame(lower), frame(upper), card(held)]


def test_strings_that_start_at_a_card_come_before_those_that_end_there(maker: Maker) -> None:
    one, other = maker.card(0, 0), maker.card(500, 0)
    late = maker.link(one, other, "related")
    back = maker.link(other, one, "supports")
    second = maker.link(one, other, "supports")
    third = maker.link(one, other, "supports")
    reading = read(maker)
    away = [string(each, one) for each in (second, third, late)]
    assert below(reading, card(one)) == [*away, string(back, one)]
    assert [reading.is_start(each) for each in below(reading, card(one))] == [True] * 3 + [False]
    assert below(reading, card(other))[0] == string(back, other)
    assert reading.end(string(back, one), at_start=True) == card(other)


def test_what_ends_on_a_string_lies_below_it_where_it_starts(maker: Maker) -> None:
    one, other, third = maker.card(0, 0), maker.card(500, 0), maker.card(0, 500)
    link = maker.link(one, other, "supports")
    on_it = maker.link(third, Ref.link(link.id), "undercuts")
    reading = read(maker)
    assert below(reading, string(link, one)) == [string(on_it, link)]
    assert below(reading, string(link, other)) == []
    assert reading.parent(string(on_it, link)) == string(link, one)
    assert below(reading, card(third)) == [string(on_it, third)]
    assert reading.end(string(on_it, third), at_start=False) == string(link, one)
    assert reading.met(on_it.id) == string(on_it, third)


def test_what_is_not_on_the_board_is_nowhere(maker: Maker) -> None:
    maker.card(0, 0)
    reading = read(maker)
    for sort in (Sort.FRAME, Sort.CARD, Sort.STRING):
        spot = Spot(sort, "gone", "gone as well")
        assert not reading.holds(spot)
        assert reading.parent(spot) is None
        assert reading.index(spot) == -1
        assert reading.count(spot) == 0
        assert reading.rect(spot) is None


def test_a_board_that_changes_is_read_as_it_is(maker: Maker) -> None:
    around, moved = maker.frame(0, 0, 500, 500), maker.card(10, 10, 100, 100)
    columns = Columns(maker.contents, maker.board_id)
    reading = Reading(columns, ReadingOrder(columns))
    assert below(reading, frame(around)) == [card(moved)]
    columns.apply(maker.move(moved, 800, 0))
    assert below(reading, frame(around)) == []
    other = maker.card(900, 900)
    link = maker.link(moved, other)
    columns.apply([Edit(None, other), Edit(None, link)])
    assert below(reading, card(moved)) == [string(link, moved)]
    columns.apply(maker.remove(link))
    assert below(reading, card(moved)) == []


def fold(maker: Maker, *frames: Frame) -> tuple[Edit, ...]:
    change = folding.fold(maker.contents, maker.new_id, [each.id for each in frames])
    return maker.run(*change.edits)


def test_a_collapsed_frame_is_read_in_place_of_what_is_in_it_with_its_strings(
    maker: Maker,
) -> None:
    outer, inner = maker.frame(0, 0, 2000, 1000), maker.frame(500, 100, 400, 400)
    held, other = maker.card(550, 150, 100, 100), maker.card(1200, 150, 100, 100)
    away = maker.link(held, other, "supports")
    columns = Columns(maker.contents, maker.board_id)
    reading = Reading(columns, ReadingOrder(columns))
    columns.apply(fold(maker, inner))
    assert list(walk(reading)) == [
        frame(outer),
        frame(inner),
        string(away, inner),
        card(other),
        string(away, other),
    ]
    assert reading.parent(string(away, inner)) == frame(inner)
    assert reading.parent(frame(inner)) == frame(outer)
    assert reading.end(string(away, other), at_start=True) == frame(inner)
    assert reading.is_start(string(away, inner))
    assert not reading.holds(card(held))
    assert not reading.holds(Spot(Sort.CARD, inner.id))
    columns.apply(maker.run(*folding.unfold(maker.contents, [inner.id]).edits))
    assert below(reading, frame(inner)) == [card(held)]


def test_what_is_concealed_is_not_read(maker: Maker) -> None:
    one, other = maker.card(0, 0), maker.card(500, 0)
    maker.link(one, other)
    columns = Columns(maker.contents, maker.board_id)
    reading = Reading(columns, ReadingOrder(columns))
    columns.conceal({other.id})
    assert list(walk(reading)) == [card(one)]
    assert not reading.holds(card(other))


def box(chance: random.Random, most: int) -> tuple[float, float, float, float]:
    left, top = chance.randint(0, 6) * 100, chance.randint(0, 6) * 100
    return left, top, chance.randint(50, most), chance.randint(50, most)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_every_spot_is_reached_once_and_knows_its_place(
    new_maker: Callable[[], Maker], chance: random.Random
) -> None:
    maker = new_maker()
    cards = [maker.card(*box(chance, 300)) for _ in range(chance.randint(0, 12))]
    frames = [maker.frame(*box(chance, 900)) for _ in range(chance.randint(0, 5))]
    links: list[Link] = []
    for _ in range(chance.randint(0, 12) if cards else 0):
        end = Ref.link(chance.choice(links).id) if links and chance.random() < 0.3 else None
        links.append(maker.link(chance.choice(cards), end or chance.choice(cards), "supports"))
    fold(maker, *(each for each in frames if chance.random() < 0.4))
    reading = read(maker)
    found = list(walk(reading))
    assert len(set(found)) == len(found)
    columns = Columns(maker.contents, maker.board_id)
    placed = [each for each in found if each.sort is not Sort.STRING]
    shown = {each.id for each in (*cards, *frames) if rect_of(columns, each.id) is not None}
    assert {each.id for each in placed} == shown
    strung = {each.id for each in links if columns.strings.rows.get(each.id) is not None}
    assert {each.id for each in found if each.sort is Sort.STRING} == strung
    for spot in found:
        above = reading.parent(spot)
        assert above is not None
        assert reading.holds(spot)
        assert reading.child(above, reading.index(spot)) == spot
        assert reading.rect(spot) is not None
