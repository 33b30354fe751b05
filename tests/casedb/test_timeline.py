"""Timelines: true to scale, in rows, with round ends, and where there is room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from board_strategies import card, carried_out, contents_of, dated, item
from casedb.commands import cards as placing
from casedb.commands import scales, timeline
from casedb.errors import InvalidChange
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.geometry import Rect
from casedb.model.item_dates import telling_date
from casedb.model.layout.plan import GAP, WIDE_GAP
from casedb.model.records import Card, Frame, Record


def new_ids(prefix: str = "n") -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers):04d}"


def board(*records: Record) -> Contents:
    return contents_of(records)


def timeline_of(*whens: str) -> tuple[Contents, timeline.TimeLane]:
    names = [f"{n:02d}" for n in range(len(whens))]
    there = board(
        *(dated(name, when) for name, when in zip(names, whens, strict=True)),
        *(card(name, 9 * n, 11 * n) for n, name in enumerate(names)),
    )
    change, lane = timeline.by_time(there, "board")
    assert lane is not None
    return carried_out(there, change), lane


days = st.integers(0, 800_000).map(lambda day: (date(1, 1, 1) + timedelta(day)).isoformat())
same_days = st.sampled_from(["2024-01-02", "2024-01-03", "199X"])


@given(st.lists(same_days | days, min_size=1, max_size=9))
@example(["9999-12-31", "9999-12-30"])
@example(["0001-01-01"])
def test_time_is_true_to_scale(whens: list[str]) -> None:
    after, lane = timeline_of(*whens)
    for each in after.cards.values():
        told = telling_date(after.items[each.item])
        assert told is not None
        assert told.earliest is not None
        assert each.x == pytest.approx(lane.place_of(told.earliest), abs=0.011)
        assert abs(lane.moment_at(each.x) - told.earliest) <= (lane.last - lane.first) / 10_000
        assert lane.first <= told.earliest <= lane.last
        assert lane.frame.contains(each.rect) or lane.last.year == 9999
    assert lane.frame == placing.frame_around(
        Rect(lane.line.x, lane.line.y - 48, lane.line.w, lane.line.h + 48)
    )


def test_a_lane_ends_at_round_moments() -> None:
    ends = [
        (("2024-01-02", "2024-01-09"), "2024-01-02", "2024-01-10"),
        (("2024-01-02T10:10", "2024-01-02T11:50"), "2024-01-02T10:00", "2024-01-02T12:15"),
        (("2023-02", "2024-11-05"), "2023-01", "2025-04"),
        (("1914-07-28", "1991"), "1900", "2000"),
        (("2024-01-02",), "2024-01-02", "2024-01-03"),
    ]
    for whens, first, last in ends:
        _, lane = timeline_of(*whens)
        assert (lane.first, lane.last) == tuple(
            FuzzyDate.parse(each).earliest for each in (first, last)
        ), whens


def test_cards_lie_in_rows_the_first_ones_nearest_to_the_line() -> None:
    after, lane = timeline_of(*["2024-01-02"] * 3, "2024-01-08", "2024-01-05")
    tops = [after.cards[f"c{n:02d}"].y for n in range(5)]
    assert tops == [lane.line.y + row * 144 for row in (0, 1, 2, 0, 0)]


def test_a_lane_is_not_widened_without_end() -> None:
    _, lane = timeline_of("0700", *["2024-01-02", "2024-01-03"] * 20)
    assert lane.line.w < 40_000
    _, lane = timeline_of(*(f"2024-01-{day:02d}" for day in range(1, 32)))
    assert 2 < lane.line.w / lane.line.h < 12


def test_open_dates_stand_at_the_end_that_is_known() -> None:
    after, lane = timeline_of("2024-01-02/..", "../2024-01-05", "2024-01-03", "2024-01-08")
    places = [after.cards[f"c{n:02d}"].x for n in range(4)]
    assert sorted(range(4), key=places.__getitem__) == [0, 2, 1, 3]
    assert abs(lane.moment_at(places[1]) - datetime(2024, 1, 6)) < timedelta(minutes=1)  # noqa: DTZ001


def test_undated_cards_lie_below_the_lane() -> None:
    there = board(
        *(dated("a", "2024-01-02"), item("b"), item("c"), card("a"), card("b"), card("c")),
        item("p"),
        card("p", 5000, 5000, pinned=True),
    )
    change, lane = timeline.by_time(there, "board")
    assert lane is not None
    after = {each.item: each.rect for each in carried_out(there, change).cards.values()}
    assert after["b"].y == after["c"].y == lane.frame.bottom + WIDE_GAP
    assert after["b"].x == lane.line.x
    none = board(item("b"), item("c"), card("b"), card("c"))
    assert timeline.by_time(none, "board").lane is None
    assert timeline.by_time(none, "board").change


def test_the_frame_of_a_lane_is_fitted_to_it_again() -> None:
    there, lane = timeline_of("2024-01-02", "2024-01-05", "2024-01-08")
    rect = lane.frame
    there = Contents(
        [*there.records(), Frame("f", "board", "Time", *rect), item("u"), card("u", 0, 9000)]
    )
    assert not timeline.by_time(there, "board", ["f"]).change
    widened = Frame("f", "board", "Time", *rect.grown(40))
    there = Contents([*(r for r in there.records() if r.id != "f"), widened])
    assert (
        carried_out(there, timeline.by_time(there, "board", ["f"]).change).frames["f"].rect == rect
    )


def test_the_lane_goes_where_it_is_free() -> None:
    wall = Card("wall", "board", "a", 300, -2000, 40, 4000, locked=True)
    there = board(
        *(dated("a", "2024-01-02"), dated("b", "2024-01-05"), card("a", -50), card("b", 700), wall)
    )
    _, lane = timeline.by_time(there, "board")
    assert lane is not None
    assert not lane.frame.grown(GAP - 1).overlaps(wall.rect)


def test_a_lane_gets_a_frame_along_which_its_time_runs() -> None:
    there, _ = timeline_of("2024-01-02", "2024-01-05", "2024-01-09")
    change = timeline.with_scale(there, new_ids(), "board", title="Time")
    after = carried_out(there, change)
    (frame,) = after.frames.values()
    scale = after.scale_of(frame.id)
    assert frame.title == "Time"
    assert scale is not None
    assert (scale.first, scale.last) == ("2024-01-02T00:00:00Z", "2024-01-10T00:00:00Z")
    for each in after.cards.values():
        assert frame.rect.contains(each.rect)
        told = telling_date(after.items[each.item])
        assert told is not None and told.earliest is not None
        assert scales.x_of(scale, frame, told.earliest) == pytest.approx(each.x, abs=0.02)


@given(st.lists(same_days | days, min_size=1, max_size=9))
@example(["9999-12-31", "9999-12-30"])
@example(["0001-01-01"])
def test_a_lane_with_its_scale_is_laid_only_once(whens: list[str]) -> None:
    there, _ = timeline_of(*whens)
    once = carried_out(there, timeline.with_scale(there, new_ids(), "board"))
    assert len(once.frames) == 1
    assert not timeline.with_scale(once, new_ids("z"), "board").edits


def test_a_scale_follows_the_lane_it_belongs_to() -> None:
    there, _ = timeline_of("2024-01-02", "2024-01-09")
    once = carried_out(there, timeline.with_scale(there, new_ids(), "board"))
    more = Contents([*once.records(), dated("late", "2025-03-01"), card("late", 0, 9000)])
    again = carried_out(more, timeline.with_scale(more, new_ids("z"), "board"))
    (frame,) = again.frames.values()
    scale = again.scale_of(frame.id)
    assert scale is not None
    assert scale.last > "2025-03"
    assert all(frame.rect.contains(each.rect) for each in again.cards.values())


def test_without_dates_there_is_no_scale() -> None:
    there = board(item("b"), item("c"), card("b"), card("c"))
    with pytest.raises(InvalidChange, match="has a date"):
        timeline.with_scale(there, new_ids(), "board")
