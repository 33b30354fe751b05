"""Concealing many cards: what is made ready a little at a time is what would be made from scratch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImage

from caseboard.board import columns as columns_module
from caseboard.board import courses as courses_module
from caseboard.board import placements, ties
from caseboard.board.camera import View
from caseboard.board.columns import Columns
from caseboard.board.painting import brush_on
from caseboard.board.scene import Scene
from caseboard.board.strings import Ints
from caseboard.board.tables import in_order
from caseboard.piecemeal import Steps, finished
from caseboard.theme import theme
from casedb import sketch
from casedb.model.records import Ref
from casedb.sketch import sketch_of, sketching
from wandering import Wanderer, cards_of, courses

if TYPE_CHECKING:
    from conftest import Maker


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few cards are many already, and are gone through in many steps."""
    monkeypatch.setattr(columns_module, "MOST_AT_ONCE", 2)
    for each in (courses_module, placements, ties, sketch):
        monkeypatch.setattr(each, "AT_ONCE", 3)


def from_scratch(maker: Maker, columns: Columns) -> Columns:
    """A board that never showed the cards which these columns conceal."""
    whole = sketch_of(maker.contents, maker.board_id)
    left = whole.without(columns.concealed)
    fresh = Columns(maker.contents, maker.board_id, left, slack=columns.slack)
    fresh.fade(columns.faded, columns.faded_links)
    return fresh


def types_of(columns: Columns) -> dict[str, str]:
    """The link type, or its faded twin, that each string counts by."""
    table = columns.strings
    return {
        table.rows.id_of(row): columns.types[int(table.type[row])]
        for row in table.rows.all().tolist()
    }


def picture(maker: Maker, columns: Columns, zoom: float) -> QImage:
    """What the columns look like from afar or from near by."""
    scene = Scene(maker.contents, maker.board_id, theme("light"), columns=columns)
    image = QImage(700, 500, QImage.Format.Format_RGB32)
    with brush_on(image) as painter:
        scene.paint(painter, View(int(100 * zoom), int(100 * zoom), 700, 500, zoom))
    return image


def check(maker: Maker, columns: Columns) -> None:
    """Hold columns against such as were made from scratch."""
    fresh = from_scratch(maker, columns)
    assert cards_of(columns) == cards_of(fresh)
    assert courses(columns) == courses(fresh)
    assert types_of(columns) == types_of(fresh)
    assert list(columns.frames) == list(fresh.frames)
    assert columns.extent() == fresh.extent()
    held = {
        columns.cards.rows.id_of(row): columns.folded_in(row) for row in columns.stacks.tolist()
    }
    assert held == {
        fresh.cards.rows.id_of(row): fresh.folded_in(row) for row in fresh.stacks.tolist()
    }
    for card_id in cards_of(columns):
        assert tied_to(columns, card_id) == tied_to(fresh, card_id)


def tied_to(columns: Columns, card_id: str) -> set[str]:
    """The links whose strings are tied to a card."""
    rows = columns.strings_of(columns.cards.rows.rows_of([card_id]))
    return set(columns.strings.rows.ids_of(rows.tolist()))


class Onlooker(Wanderer):
    """Changes a case at random, and looks at its board otherwise, in any order."""

    def __init__(self, maker: Maker, seed: int) -> None:
        super().__init__(maker, seed)
        self.columns = Columns(maker.contents, maker.board_id)
        self.swaps = 0
        self._wanted: frozenset[str] = frozenset()
        self._preparing: Steps[None] | None = None

    def some(self) -> frozenset[str]:
        """Some of the cards, or none of them, or all."""
        there = sorted(self.maker.contents.cards)
        share = self.chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        return frozenset(each for each in there if self.chance.random() < share)

    def some_links(self) -> frozenset[str]:
        """Some of the links, or none of them."""
        share = self.chance.choice((0.0, 0.2))
        there = sorted(self.maker.contents.links)
        return frozenset(each for each in there if self.chance.random() < share)

    def step(self) -> None:
        """One thing."""
        columns, chance = self.columns, self.chance
        match chance.randrange(10):
            case 0:
                self._preparing = None
                columns.conceal(self.some())
            case 1:
                columns.fade(self.some(), self.some_links())
            case 2:
                columns.hang(chance.choice((0.0, 0.1)))
            case 3:
                self.begin()
            case 4 | 5 | 6:
                self.go_on(chance.randrange(80))
            case 7:
                columns.apply(self.fold())
            case _:
                columns.apply(self.edit())

    def begin(self) -> None:
        """Wish to see other cards, which are prepared a little at a time."""
        self._wanted = self.some()
        self._preparing = self.columns.preparing(self._wanted)

    def go_on(self, steps: int) -> None:
        """Prepare a little more, and conceal what is ready."""
        for _ in range(steps if self._preparing is not None else 0):
            if self._preparing is not None and next(self._preparing, self) is self:
                self._preparing = None
                self.columns.conceal(self._wanted)
                self.swaps += 1


@pytest.mark.parametrize("seed", range(10))
def test_whatever_is_done_in_any_order_the_board_is_as_from_scratch(
    qapp: object, maker: Maker, seed: int
) -> None:
    cards = maker.grid(14, 18, seed)
    maker.link(cards[0], Ref.element(maker.element(cards[3]).id), "supports")
    onlooker = Onlooker(maker, seed)
    for _ in range(70):
        onlooker.step()
        check(maker, onlooker.columns)
    onlooker.begin()
    onlooker.go_on(2000)
    assert onlooker.swaps
    check(maker, onlooker.columns)
    fresh = from_scratch(maker, onlooker.columns)
    for zoom in (1.0, 0.3, 0.05):
        assert picture(maker, onlooker.columns, zoom) == picture(maker, fresh, zoom)


def test_what_is_prepared_is_shown_without_being_made_again(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = maker.grid(12, 9)
    columns = Columns(maker.contents, maker.board_id)
    hidden = frozenset(card.id for card in cards[:6])
    before = cards_of(columns)
    steps = columns.preparing(hidden)
    for _ in steps:
        assert cards_of(columns) == before and not columns.concealed
    monkeypatch.setattr(columns_module, "sketching", None)
    assert columns.conceal(hidden) is None
    assert columns.concealed == hidden
    check(maker, columns)


def test_what_was_prepared_for_others_or_before_a_change_is_not_shown(maker: Maker) -> None:
    cards = maker.grid(12, 9)
    columns = Columns(maker.contents, maker.board_id)
    hidden = frozenset(card.id for card in cards[:6])
    finished(columns.preparing(hidden))
    columns.conceal(frozenset(card.id for card in cards[3:9]))
    check(maker, columns)
    finished(columns.preparing(hidden))
    columns.apply(maker.move(cards[8], 5000, 0))
    columns.conceal(hidden)
    check(maker, columns)


def test_a_change_while_it_is_prepared_begins_it_anew(maker: Maker) -> None:
    cards = maker.grid(12, 9)
    columns = Columns(maker.contents, maker.board_id)
    hidden = frozenset(card.id for card in cards[:6])
    alone = sum(1 for _ in columns.preparing(hidden))
    steps = columns.preparing(hidden)
    for _ in range(alone - 1):
        next(steps)
    columns.apply(maker.remove(cards[11]))
    assert sum(1 for _ in steps) > alone // 2
    columns.conceal(hidden)
    check(maker, columns)


def test_nothing_is_prepared_where_few_cards_come_and_go(maker: Maker) -> None:
    cards = maker.grid(12, 9)
    columns = Columns(maker.contents, maker.board_id)
    assert not list(columns.preparing(frozenset(card.id for card in cards[:2])))


def test_a_board_sketched_a_little_at_a_time_is_the_same_in_no_order(maker: Maker) -> None:
    cards = maker.grid(12, 9)
    gone = {cards[2].id, cards[7].id}
    made = finished(sketching(maker.contents, maker.board_id, gone))
    whole = sketch_of(maker.contents, maker.board_id).without(gone)
    assert made.links == whole.links

    def lines(of: sketch.SketchedCards) -> list[tuple[object, ...]]:
        names = zip(of.ids, of.items, of.kinds, of.accents, strict=True)
        numbers = zip(of.x, of.y, of.w, of.h, of.z, of.flags, strict=True)
        return sorted((*name, *number) for name, number in zip(names, numbers, strict=True))

    assert lines(made.cards) == lines(whole.cards)


@pytest.mark.parametrize("most", [0, 3, 70_000, 1 << 20])
def test_row_numbers_are_put_in_order_and_equal_ones_left_as_they_came(most: int) -> None:
    numbers: Ints = np.random.default_rng(7).integers(0, most + 1, 500)
    assert in_order(numbers).tolist() == np.argsort(numbers, kind="stable").tolist()
    assert in_order(numbers[:0]).tolist() == []
