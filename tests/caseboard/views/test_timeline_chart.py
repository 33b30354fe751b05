"""Where marks of a line of time lie: which there are, at which scale, in which rows; pure numbers."""

from __future__ import annotations

import random
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_strategies import DATES, item
from caseboard.views.timeline_camera import END, TimeCamera, moment_of, second_of
from caseboard.views.timeline_chart import Chart
from caseboard.views.timeline_gaps import AUTO, NEVER, Gaps
from caseboard.views.timeline_marks import NAMES, USUAL, Marks, read_times
from caseboard.views.timeline_sizes import Level, Sizes
from caseboard.views.timeline_threads import contradicted_threads
from casedb.analysis.orders import is_contradicted
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.moments import read_moment
from casedb.model.records import CaseInfo, Item, Link, Record, Ref
from casedb.model.time_lanes import LanesBy
from casedb.model.time_rows import NO_ROOM
from casedb.model.values import Values

DAY = 86_400.0


def date(text: str) -> JsonValue:
    return FuzzyDate.parse(text).to_json()


def event(name: str, text: str, **more: JsonValue) -> Item:
    told: dict[str, JsonValue] = {"title": f"Event {name}", "happened": date(text), **more}
    return Item(name, "event", Values(told))


def second(text: str) -> float:
    moment = read_moment(text)
    assert moment is not None
    return second_of(moment)


def width_of(title: str) -> float:
    return 6.0 * len(title)


def marks_of(*records: Record, by: LanesBy = LanesBy.KIND, names: frozenset[str] = USUAL) -> Marks:
    contents = Contents((CaseInfo("case"), *records))
    dated = {each.id: read_times(contents, each, by, width_of) for each in contents.items.values()}
    return Marks(contents, dated, sorted(contents.items), names, by)


def chart_of(*records: Record, days: float = 100.0, by: LanesBy = LanesBy.KIND) -> Chart:
    """A chart in which a day has so many pixels."""
    return Chart(marks_of(*records, by=by), days / DAY, Sizes())


# -- marks ---------------------------------------------------------------------------------


def test_every_named_time_is_a_mark_of_its_own() -> None:
    image = item(
        "i",
        "satellite_image",
        acquired=date("2023-09-07"),
        shown=date("2023-10-13"),
        times=[{"name": "obtained", "date": date("2024")}],
    )
    marks = marks_of(image)
    assert [NAMES[n] for n in marks.name.tolist()] == ["recorded", "published"]
    assert marks.times[int(marks.chief[0])].field == "acquired"
    every = marks_of(image, names=frozenset(NAMES))
    assert [NAMES[n] for n in every.name.tolist()] == ["recorded", "published", "obtained"]


def test_a_time_whose_name_nobody_can_choose_is_shown() -> None:
    marks = marks_of(item("i", "note", times=[{"name": "heard", "date": date("2024")}]))
    assert marks.name.tolist() == [len(NAMES)]


def test_what_has_no_date_is_told_apart_from_what_has_others() -> None:
    marks = marks_of(
        event("a", "2024"),
        item("b", "note"),
        item("c", "note", times=[{"name": "obtained", "date": date("2024")}]),
        item("d", "document", published=date("2024")),
        names=frozenset({"event"}),
    )
    assert (marks.items, marks.undated, marks.turned_off) == (["a"], ["b", "c"], 1)


def test_an_item_stands_in_the_lane_of_each_claim_it_speaks_to() -> None:
    claims = [item(each, "claim", first_made=date("2024")) for each in "ab"]
    marks = marks_of(
        *claims,
        event("e", "2024-02"),
        Link("l", "supports", Ref.item("e"), Ref.item("a")),
        Link("m", "disputes", Ref.item("e"), Ref.item("b")),
        by=LanesBy.CLAIM,
    )
    lanes = [
        (marks.lanes[int(lane)].key, marks.items[int(marks.item[mark])])
        for lane, mark in zip(marks.entry_lane, marks.entry_mark, strict=True)
    ]
    assert sorted(lanes) == [("a", "a"), ("a", "e"), ("b", "b"), ("b", "e")]
    assert marks.counts == [2, 2]


# -- charts --------------------------------------------------------------------------------


def test_what_is_narrower_than_its_sign_is_a_point() -> None:
    chart = chart_of(event("a", "2024-01-02"), event("b", "2024-02"), days=3.0)
    assert chart.is_point.tolist() == [True, False]
    sizes = chart.sizes
    assert chart.right[0] - chart.left[0] == pytest.approx(sizes.sign)
    assert chart.right[1] - chart.left[1] == pytest.approx(29 * 3.0)


def test_an_open_end_runs_on_for_a_little_and_no_further() -> None:
    chart = chart_of(event("a", "2024-01-02/.."), event("b", "../2024-01-02"))
    sizes = chart.sizes
    assert not chart.is_point.any()
    assert (chart.right - chart.left).tolist() == pytest.approx([sizes.stub] * 2)
    begin = (second("2024-01-02") - chart.marks.first) * chart.scale
    assert chart.left[0] == pytest.approx(begin)


def test_times_of_an_item_that_lie_close_are_one_unit() -> None:
    media = item("m", "media", published=date("2024-01-02"), recorded=date("2024-01-01"))
    near, far = chart_of(media, days=20), chart_of(media, days=2_000)
    assert len(near.first) == 1
    assert near.count.tolist() == [2]
    apart = item("m", "media", published=date("2024-03-02"), recorded=date("2024-01-01"))
    assert len(chart_of(apart, days=20).first) == 2
    assert len(far.first) == 1


dates = st.lists(st.sampled_from((*DATES, "2024-01-02T10:15Z", "2024-01-05")), max_size=40)


@given(dates, st.sampled_from((0.02, 1.0, 30.0, 400.0)))
def test_nothing_lies_on_another(texts: list[str], days: float) -> None:
    long = "A ship that was seen by many and named by none of them at all"
    items = [event(f"{n:03}", text, title=long) for n, text in enumerate(texts)]
    chart = chart_of(*items, days=days)
    chart.lay(-np.inf, np.inf)
    units = [n for n in range(len(chart.first)) if chart.row[n] != NO_ROOM]
    if Level.COLUMNS in chart.level_of:
        return
    for one, other in combinations(units, 2):
        if chart.row[one] == chart.row[other]:
            assert (
                chart.reach[one] <= chart.start[other] + 1e-6
                or chart.reach[other] <= chart.start[one] + 1e-6
            )


@given(dates, st.sampled_from((1.0, 30.0)), st.floats(-400, 40_000))
def test_rows_are_the_same_from_wherever_one_looks(
    texts: list[str], days: float, left: float
) -> None:
    items = [event(f"{n:03}", text) for n, text in enumerate(texts)]
    whole, part = chart_of(*items, days=days), chart_of(*items, days=days)
    whole.lay(-np.inf, np.inf)
    part.lay(left, left + 300)
    seen = np.flatnonzero((part.needed_from <= left + 300) & (part.needed >= left))
    assert part.row[seen].tolist() == whole.row[seen].tolist()
    part.lay(-np.inf, np.inf)
    assert part.row.tolist() == whole.row.tolist()
    assert part.reach.tolist() == pytest.approx(whole.reach.tolist())
    assert part.start.tolist() == pytest.approx(whole.start.tolist())


def test_lanes_are_as_high_as_the_most_that_lies_in_them() -> None:
    few = chart_of(*(event(f"{n}", "2024-01-02") for n in range(5)))
    few.lay(-np.inf, np.inf)
    assert sorted(few.row.tolist()) == [0, 1, 2, 3, 4]
    sizes = few.sizes
    assert few.height == pytest.approx(5 * sizes.row + 2 * sizes.padding)


def crowd(number: int, days: int = 3000) -> list[Item]:
    chance = random.Random(number)
    first = second("2016-01-01")
    return [
        event(f"{n:05}", moment_of(first + DAY * chance.randrange(days)).date().isoformat())
        for n in range(number)
    ]


def test_a_lane_that_is_too_full_becomes_columns_that_count() -> None:
    chart = chart_of(*crowd(4000), event("z", "2030-01-01"), days=0.3)
    assert chart.level_of == [Level.COLUMNS]
    assert int(chart.columns.count.sum()) == 4001
    assert chart.columns.most[0] == chart.columns.count.max()
    assert chart.height == 2 * chart.sizes.lane
    x = (float(chart.left[0]) + float(chart.right[0])) / 2
    assert "00000" in chart.crowd_at(x, 10)
    assert chart.unit_at(x, 10) is None
    nearer = Chart(chart.marks, 2000 / DAY, Sizes())
    assert nearer.level_of == [Level.TITLES]


def test_titles_give_way_to_signs_before_columns_do() -> None:
    assert chart_of(*crowd(1000), days=2.0).level_of == [Level.SIGNS]


def test_what_has_no_row_left_is_counted_at_its_place() -> None:
    burst = [event(f"b{n:02}", "2024-06-01") for n in range(30)]
    alone = [event(f"a{n:02}", f"20{n + 10}-01-01") for n in range(10)]
    chart = chart_of(*burst, *alone, days=1.0)
    assert chart.level_of == [Level.TITLES]
    chart.lay(-np.inf, np.inf)
    left_over = int((chart.row == NO_ROOM).sum())
    assert left_over == 30 - chart.most_rows
    chips = chart.chips_in(-np.inf, np.inf)
    assert chips.count.tolist() == [left_over]
    at = float(chart.begin[chart.row == NO_ROOM][0])
    assert len(chart.crowd_at(at, chart.height - chart.sizes.padding - 3)) == left_over


def test_a_folded_lane_is_a_line_of_columns() -> None:
    marks = marks_of(*crowd(20))
    chart = Chart(marks, 1 / DAY, Sizes(), folded={"event"})
    assert chart.level_of == [Level.FOLDED]
    assert chart.height == chart.sizes.lane
    assert int(chart.columns.count.sum()) == 20


def test_a_mark_is_found_where_it_lies() -> None:
    media = item("m", "media", published=date("2024-01-05"), recorded=date("2024-01-01"))
    chart = chart_of(media, event("e", "2024-01-03"), days=10)
    chart.lay(-np.inf, np.inf)
    for mark in range(len(chart.marks)):
        x, y = chart.place_of(mark)
        unit = chart.unit_at(x, y)
        assert unit is not None
        assert chart.mark_at(x, unit) == mark
    assert chart.unit_at(-500.0, 5.0) is None
    assert chart.lane_at(chart.height + 1) is None


def test_a_bar_that_has_room_holds_its_title() -> None:
    chart = chart_of(event("a", "2024"), event("b", "2024-01-02"), days=1.0)
    assert chart.holds_title.tolist() == [True, False]


def test_the_last_titles_stand_before_their_marks_where_they_would_be_cut() -> None:
    first, last = event("a", "2024-01-02"), event("b", "2024-06-01", title="The ship leaves again")
    marks = marks_of(first, last)
    chart = Chart(marks, 3 / DAY, Sizes(), width=500.0)
    assert chart.leads_title.tolist() == [False, True]
    chart.lay(-np.inf, np.inf)
    assert chart.reach[1] == chart.end[1] + 1 * chart.sizes.gap
    assert chart.start[1] <= chart.begin[1] - chart.title_room[1]
    in_title = float(chart.begin[1]) - 30
    assert chart.unit_at(in_title, chart.sizes.padding + 4) == 1
    # Where there is room behind it, or none before it, it stands behind.
    short = marks_of(first, event("b", "2024-06-01", title="Left"))
    assert not Chart(short, 3 / DAY, Sizes(), width=500.0).leads_title.any()
    assert not Chart(marks, 0.5 / DAY, Sizes(), width=500.0).leads_title.any()


def test_titles_stand_before_their_marks_also_where_all_is_seen_and_most_is_far_off() -> None:
    long = "The ship leaves again " * 5
    late = [event(f"l{n}", f"2024-01-0{n}", title=long) for n in range(1, 8)]
    marks = marks_of(event("e", "2006-10-14"), *late)
    most, whole = (Chart(marks, each / DAY, Sizes(), width=900.0) for each in (120.0, 0.13))
    assert whole.leads_title.tolist() == [False, *[True] * 7]
    assert most.leads_title.tolist() == [False, *[False] * 4, *[True] * 3]


def test_a_title_before_its_mark_takes_what_the_one_before_it_leaves() -> None:
    long = "The ship that nobody has ever seen in any harbour"
    first, last = event("a", "2024-01-02"), event("b", "2024-06-01", title=long)
    marks = marks_of(first, last)
    chart = Chart(marks, 5 / DAY, Sizes(), width=100.0)
    chart.lay(-np.inf, np.inf)
    assert chart.title_room[1] == pytest.approx(width_of(long))
    assert chart.start[1] >= chart.reach[0]


def test_whole_titles_take_rows_of_their_own() -> None:
    long = "The ship that nobody has ever seen in any harbour at all"
    marks = marks_of(event("a", "2024-01-02", title=long), event("b", "2024-03-20", title="Left"))
    plain, whole = (
        Chart(marks, 3.4 / DAY, Sizes(), width=900.0, has_whole_titles=each)
        for each in (False, True)
    )
    for each in (plain, whole):
        each.lay(-np.inf, np.inf)
    assert plain.row.tolist() == [0, 0] and plain.title_room[0] < width_of(long)
    assert whole.row.tolist() == [0, 1] and whole.title_room[0] == width_of(long)


def test_lanes_that_need_many_rows_take_what_others_leave() -> None:
    burst = [event(f"b{n:02}", "2024-06-01") for n in range(30)]
    note = item("n", "note", times=[{"name": "heard", "date": date("2024-06-02")}])
    alone = [event(f"a{n:02}", f"20{n + 10}-01-01") for n in range(10)]
    marks = marks_of(*burst, *alone, note)
    low, high = (Chart(marks, 1 / DAY, Sizes(), room=room) for room in (300.0, 900.0))
    assert int(low.has_more.sum()) == 1
    assert not high.has_more.any()


def test_nothing_is_a_chart_too() -> None:
    chart = chart_of()
    assert chart.height == 0
    chart.lay(-np.inf, np.inf)
    assert len(chart.units_in(-np.inf, np.inf, 0, 100)) == 0


# -- cameras -------------------------------------------------------------------------------

cameras = st.builds(
    TimeCamera,
    st.floats(0, END - 1e9),
    st.floats(1e-6, 5.0),
    st.floats(100, 3000),
)


@given(cameras, st.floats(0.2, 5), st.floats(0, 1))
def test_what_lies_below_the_pointer_stays_there(
    camera: TimeCamera, factor: float, share: float
) -> None:
    x = share * camera.width
    zoomed = camera.zoomed(factor, x)
    if 0 < zoomed.left < END - zoomed.span:
        held = camera.second_at(x)
        assert zoomed.x_of(held) == pytest.approx(x, abs=1e-3 + 1e-9 * held * zoomed.scale)


@given(cameras, st.floats(-1e5, 1e5), st.floats(1e-3, 1e3))
def test_one_never_looks_beyond_the_calendar(
    camera: TimeCamera, pixels: float, factor: float
) -> None:
    for each in (camera.panned(pixels), camera.zoomed(factor, 10.0), camera.resized(200.0)):
        assert each.left >= 0
        assert each.right <= END * (1 + 1e-9)


def test_what_is_fitted_is_seen_whole() -> None:
    first, last = second("2020-01-01"), second("2024-01-01")
    camera = TimeCamera(width=900).fitted(first, last)
    assert 0 < camera.x_of(first) < camera.x_of(last) < 900
    day = TimeCamera(width=900).fitted(first, first)
    assert day.span >= 60


def test_one_looks_elsewhere_only_as_far_as_need_be() -> None:
    camera = TimeCamera(second("2024-01-01"), 10 / DAY, 1000)
    here = second("2024-02-01")
    assert camera.showing(here, here) is camera
    for other in ("2023-12-20", "2024-04-20", "2030-01-01"):
        moved = camera.showing(second(other), second(other))
        assert moved.scale == camera.scale
        assert 0 < moved.x_of(second(other)) < moved.width


def test_what_lies_far_off_is_counted_and_found() -> None:
    days = ("2006", "2023-12-30", "2024-01-02", "2024-01-04", "2024-01-09", "2024-01-11")
    marks = marks_of(*(event(str(n), day) for n, day in enumerate(days)))
    first, last = marks.thick
    assert first == second("2023-12-30")
    assert last == marks.last
    assert marks.beyond(first, last) == (1, 0)
    assert marks.nearest_beyond(first, last, -1) == second("2007-01-01")
    assert marks.nearest_beyond(first, last, 1) is None
    assert marks.beyond(second("2010-01-01"), second("2011-01-01")) == (1, 5)
    assert marks.nearest_beyond(second("2010-01-01"), second("2011-01-01"), 1) == first


# -- threads -------------------------------------------------------------------------------

MOMENTS = (*DATES, "2024-01-02T10:15Z", "2024-01-02T10:15", "2024-01-03T01:00+14:00", "2024-01-05")


def test_an_order_is_marked_where_the_dates_surely_contradict_it() -> None:
    link = Link("l", "precedes", Ref.item("a"), Ref.item("b"))
    told: list[bool] = []
    for one, other in product(MOMENTS, repeat=2):
        contents = Contents((CaseInfo("case"), event("a", one), event("b", other), link))
        marks = marks_of(event("a", one), event("b", other))
        found = contradicted_threads(contents, marks)
        assert bool(found) is is_contradicted(contents, link), (one, other)
        told.append(bool(found))
    assert 0 < sum(told) < len(told)


# -- gaps ----------------------------------------------------------------------------------


def test_gaps_are_marked_by_what_is_seen_or_by_what_was_chosen() -> None:
    gaps = Gaps()
    gaps.find(
        marks_of(event("a", "2023-01-01"), event("b", "2023-01-05"), event("c", "2023-06-01"))
    )
    camera = TimeCamera(width=900).fitted(second("2022-12-20"), second("2023-06-10"))
    assert [round(gap.length / DAY) for gap in gaps.seen(camera, 1.0)] == [146]
    near = camera.fitted(second("2023-01-01"), second("2023-01-06"))
    assert [round(gap.length / DAY) for gap in gaps.seen(near, 1.0)] == [3]
    gaps.choice = "week"
    assert gaps.seen(near, 1.0) == []
    gaps.choice = NEVER
    assert gaps.seen(camera, 1.0) == []
    gaps.choice = AUTO
    after = gaps.beyond(camera, 1)
    assert after is not None
    assert gaps.beyond(camera.around(second("2023-09-01")), 1) is None
    assert gaps.beyond(camera.around(second("2023-09-01")), -1) == after
