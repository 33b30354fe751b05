"""New cards lie where nothing lies yet, as near to the point as there is room."""

from __future__ import annotations

import math

import numpy as np
import pytest

from caseboard.bridge import CaseBridge
from caseboard.placing import GAP, landing, lay, slots_around, slots_from
from casedb.model.card_face import CardFace
from casedb.model.geometry import Point, Rect
from casedb.model.records import Card


def height_of(face: CardFace, width: float) -> float:
    """Cards of one height."""
    return 100.0


def lay_notes(bridge: CaseBridge, number: int, at: Point) -> list[Card]:
    """Lay some new notes around a point; their cards."""
    case = bridge.case
    board = case.contents.boards[0].id
    notes = [case.add("note", title=f"Note {n}") for n in range(number)]
    change = lay(case.contents, case.new_id, board, notes, at, height_of)
    case.run(change)
    return [edit.after for edit in change.edits if isinstance(edit.after, Card)]


def test_cards_lie_around_the_point_where_it_is_free(bridge: CaseBridge) -> None:
    (card,) = lay_notes(bridge, 1, Point(500, 300))
    assert card.rect.centre == (500, 300)


@pytest.mark.parametrize("number", [1, 3, 9])
def test_again_and_again_at_one_point_nothing_piles_up(bridge: CaseBridge, number: int) -> None:
    rects: list[Rect] = []
    for _ in range(6):
        rects += [card.rect for card in lay_notes(bridge, number, Point(0, 0))]
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])


def test_the_nearest_free_place_is_taken(bridge: CaseBridge) -> None:
    case = bridge.case
    case.place(case.add("claim", title="There"), x=-130, y=-60, w=260, h=120)
    (card,) = lay_notes(bridge, 1, Point(0, 30))
    # Below is nearer than beside.
    assert card.x == -130
    assert 60 <= card.y <= 60 + 2 * GAP + 24


def test_where_all_is_full_there_is_room_below(bridge: CaseBridge) -> None:
    case = bridge.case
    case.place(case.add("claim", title="A wall"), x=-9000, y=-9000, w=18000, h=18000)
    (card,) = lay_notes(bridge, 1, Point(0, 0))
    assert card.y >= 9000


def test_every_card_lies_above_the_one_before_it(bridge: CaseBridge) -> None:
    first = lay_notes(bridge, 3, Point(0, 0))
    second = lay_notes(bridge, 2, Point(0, 0))
    assert [card.z for card in (*first, *second)] == [0, 1, 2, 3, 4]


def test_slots_are_rows_of_a_few(bridge: CaseBridge) -> None:
    slots = slots_around(Point(0, 0), [100.0, 50.0, 60.0, 70.0, 80.0])
    assert [slot.y for slot in slots[:4]] == [slots[0].y] * 4
    assert slots[4].y == slots[0].y + 100 + GAP
    assert math.isclose(slots[0].x, -slots[3].right)


def lay_exactly(bridge: CaseBridge, number: int, at: Point) -> list[Card]:
    """Lay some new notes just where somebody points at."""
    case = bridge.case
    board = case.contents.boards[0].id
    notes = [case.add("note", title=f"Note {n}") for n in range(number)]
    change = lay(case.contents, case.new_id, board, notes, at, height_of, is_exact=True)
    case.run(change)
    return [edit.after for edit in change.edits if isinstance(edit.after, Card)]


@pytest.mark.parametrize("number", [1, 2, 9])
def test_the_first_lies_where_one_points_at_and_the_others_beside_it(
    bridge: CaseBridge, number: int
) -> None:
    laid = lay_exactly(bridge, number, Point(0, 0))
    assert laid[0].rect.centre == (0, 0)
    rects = [card.rect for card in laid]
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])


@pytest.mark.parametrize("number", [1, 2, 9])
def test_what_is_let_go_on_a_card_lies_beside_it_and_hides_nothing(
    bridge: CaseBridge, number: int
) -> None:
    case = bridge.case
    there = case.place(case.add("claim", title="There"), x=-130, y=-20, w=260, h=120)
    rects = [card.rect for card in lay_exactly(bridge, number, Point(0, 0))]
    assert not any(rect.overlaps(there.rect) for rect in rects)
    assert any(rect.overlaps(there.rect.grown(100)) for rect in rects)


def test_where_it_would_lie_is_where_it_comes_to_lie(bridge: CaseBridge) -> None:
    case = bridge.case
    there = case.place(case.add("claim", title="There"), x=-130, y=-20, w=260, h=120).rect
    edges = np.array([(there.x, there.y, there.right, there.bottom)])
    shown = landing(Point(0, 0), [100.0, 100.0], lambda _: edges)
    assert shown == [card.rect for card in lay_exactly(bridge, 2, Point(0, 0))]


def test_nothing_is_laid_out_of_nothing() -> None:
    assert slots_from(Point(0, 0), []) == []
