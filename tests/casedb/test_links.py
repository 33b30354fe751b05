"""Many links at once, and the bends of their strings."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board_strategies import boards, card, carried_out, contents_of, item
from casedb import Case
from casedb.commands import links
from casedb.errors import InvalidChange
from casedb.model.bends import (
    distance,
    insert_bend,
    move_bend,
    remove_bend,
    straighten,
    stretch_at,
)
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.link_types import LINK_TYPES
from casedb.model.records import Element, Link, Ref, Route

coordinates = st.integers(-99, 99).map(float)
spots = st.builds(Point, coordinates, coordinates)
ways = st.lists(spots, max_size=6)


def case() -> Contents:
    return contents_of(
        [
            *(item("y", "claim"), item("z", "claim"), item("m", "media"), item("n")),
            Element("e", "z", 0),
            *(card("m"), card("z", 400)),
            Link("mz", "supports", Ref.item("m"), Ref.item("z")),
            Link("me", "supports", Ref.item("m"), Ref.element("e")),
            Link("yz", "supports", Ref.item("y"), Ref.item("z")),
            Link("mn", "related", Ref.item("m"), Ref.item("n")),
            Link("un", "undercuts", Ref.item("n"), Ref.link("mz")),
            Link("odd", "disputes", Ref.item("z"), Ref.item("z")),
            Link("is", "disputes", Ref.item("n"), Ref.item("z")),
        ]
    )


# -- retyping ----------------------------------------------------------------------------------


def test_links_that_may_have_the_type_get_it_and_the_others_are_named() -> None:
    there = case()
    retyped = links.retype(there, ["mz", "me", "mn", "un", "is", "odd", "mz"], "disputes")
    assert [edit.record.id for edit in retyped.change.edits] == ["mz", "me"]
    assert retyped.unfit == ("mn", "un")
    assert retyped.change.label == "Change 2 links to “disputes”"
    assert retyped.told == (
        "2 changed; 2 cannot be “disputes” between what they join and kept their type."
    )
    after = carried_out(there, retyped.change)
    assert {after.links[each].type for each in ("mz", "me", "is")} == {"disputes"}
    assert after.links["mn"].type == "related"


def test_what_is_told_of_retyping_is_one_sentence() -> None:
    there = case()
    assert links.retype(there, ["mz", "me"], "disputes").told == ""
    one = links.retype(there, ["mz", "yz"], "excludes")
    assert one.told == "1 changed; 1 cannot be “excludes” between what it joins and kept its type."
    none = links.retype(there, ["mz"], "excludes")
    assert not none.change
    assert none.told == (
        "The link cannot be “excludes” between what it joins, so nothing was changed."
    )
    assert links.retype(there, ["mz", "un"], "excludes").told == (
        "The 2 links cannot be “excludes” between what they join, so nothing was changed."
    )
    # No link joins a thing with itself, whatever a file says.
    assert links.retype(there, ["odd"], "related").unfit == ("odd",)
    with pytest.raises(InvalidChange, match="no link type “knows”"):
        links.retype(there, ["mz"], "knows")
    with pytest.raises(KeyError):
        links.retype(there, ["gone"], "supports")


@given(boards(most=8), st.sampled_from(list(LINK_TYPES)))
def test_links_are_retyped_where_one_by_one_would_be(there: Contents, type_name: str) -> None:
    retyped = links.retype(there, there.links, type_name)
    changed = {edit.record.id for edit in retyped.change.edits}
    for link in there.links.values():
        if link.type == type_name:
            assert link.id not in changed
            continue
        try:
            links.set_type(there, [link.id], type_name)
        except InvalidChange:
            assert link.id in retyped.unfit
        else:
            assert link.id in changed


@given(boards(most=8), st.data())
def test_types_for_many_are_those_of_each(there: Contents, data: st.DataObject) -> None:
    ids = sorted(there.links)
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    offered = links.types_for_all(there, chosen)
    each = [
        {kind.name for kind in links.types_for(there, there.links[n].start, there.links[n].end)}
        for n in chosen
    ]
    assert {kind.name for kind in offered.for_all} == (set.intersection(*each) if each else set())
    counts = {name: sum(name in some for some in each) for name in LINK_TYPES}
    assert {kind.name: number for kind, number in offered.for_some} == {
        name: number for name, number in counts.items() if 0 < number < len(each)
    }
    for names in ([kind.name for kind in offered.for_all], [k.name for k, _ in offered.for_some]):
        assert names == [name for name in LINK_TYPES if name in names]


# -- bends -------------------------------------------------------------------------------------


@given(ways, spots, st.data())
def test_a_bend_is_put_in_moved_and_taken_out(
    points: list[Point], at: Point, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(points)))
    more = insert_bend(points, index, at)
    assert more[index] == at
    assert remove_bend(more, index) == tuple(points)
    assert move_bend(more, index, Point(7, 7)) == insert_bend(points, index, Point(7, 7))
    for wrong in (-1, len(points)):
        with pytest.raises(IndexError):
            remove_bend(points, wrong)
        with pytest.raises(IndexError):
            move_bend(points, wrong, at)
    for wrong in (-1, len(points) + 1):
        with pytest.raises(IndexError):
            insert_bend(points, wrong, at)


@given(ways, spots, spots, st.sampled_from([0.0, 4.0, 50.0]))
def test_straightening_leaves_bends_that_bend(
    points: list[Point], start: Point, end: Point, slack: float
) -> None:
    left = straighten(points, start, end, slack)
    way = [start, *left, end]
    assert all(distance(way[n + 1], way[n], way[n + 2]) >= slack for n in range(len(left)))
    assert straighten(left, start, end, slack) == left
    rest = iter(points)
    assert all(each in rest for each in left)


def test_a_bend_on_the_straight_way_goes() -> None:
    start, end = Point(0, 0), Point(100, 0)
    assert straighten([Point(50, 3)], start, end) == ()
    assert straighten([Point(50, 5)], start, end) == (Point(50, 5),)
    assert straighten([Point(25, 20), Point(50, 20), Point(75, 20)], start, end) == (
        Point(25, 20),
        Point(75, 20),
    )
    # What is left is looked at again.
    assert straighten([Point(50, 2.9), Point(60, -0.3)], start, end, 3) == ()
    # Back beyond the beginning is no straight way.
    assert straighten([Point(-50, 0)], start, end) == (Point(-50, 0),)


def test_the_stretch_nearest_to_a_point_is_where_a_bend_goes_in() -> None:
    start, end, points = Point(0, 0), Point(100, 100), [Point(0, 100)]
    assert stretch_at(points, start, end, Point(3, 40)) == 0
    assert stretch_at(points, start, end, Point(60, 95)) == 1
    assert stretch_at([], start, end, Point(999, 0)) == 0
    assert distance(Point(3, 4), start, start) == 5


def test_commands_bend_a_string_on_its_board() -> None:
    there, numbers = case(), count()

    def new_id() -> str:
        return f"new{next(numbers)}"

    assert links.bends_of(there, "board", "mz") == ()
    there = carried_out(there, links.insert_bend(there, new_id, "board", "mz", 0, Point(1, 2), "g"))
    there = carried_out(there, links.insert_bend(there, new_id, "board", "mz", 0, Point(9, 9)))
    assert links.bends_of(there, "board", "mz") == ((9, 9), (1, 2))
    moved = links.move_bend(there, new_id, "board", "mz", 1, Point(3.333, 4), "drag")
    assert moved.gesture == "drag"
    assert moved.label == "Bend string"
    there = carried_out(there, moved)
    assert links.bends_of(there, "board", "mz") == ((9, 9), (3.33, 4))
    for index in (-1, 2):
        with pytest.raises(InvalidChange, match="no such bend any more"):
            links.remove_bend(there, new_id, "board", "mz", index)
        with pytest.raises(InvalidChange, match="no such bend any more"):
            links.move_bend(there, new_id, "board", "mz", index, Point(0, 0))
    with pytest.raises(InvalidChange, match="no such bend any more"):
        links.insert_bend(there, new_id, "board", "mz", 3, Point(0, 0))
    with pytest.raises(InvalidChange, match="finite"):
        links.move_bend(there, new_id, "board", "mz", 0, Point(float("nan"), 0))
    there = carried_out(there, links.remove_bend(there, new_id, "board", "mz", 0))
    there = carried_out(there, links.remove_bend(there, new_id, "board", "mz", 0))
    assert there.route("board", "mz") is None


def test_strings_are_straightened_together() -> None:
    routes = [Route(f"r{each}", "board", each, (Point(1, 1),)) for each in ("mz", "me")]
    there = Contents([*case().records(), *routes])
    change = links.straighten(there, "board", ["mz", "me", "yz", "mz"])
    assert change.label == "Straighten 2 strings"
    assert not carried_out(there, change).routes_on("board")
    assert not links.straighten(there, "other", ["mz"])


def test_a_drag_of_a_bend_is_taken_back_in_one_step(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.caseboard") as opened:
        media, claim = opened.add("media"), opened.add("claim")
        link = opened.link(media, "supports", claim)
        opened.place(media)
        opened.place(claim, x=500)
        board = opened.contents.boards[0].id

        def bends() -> tuple[Point, ...]:
            return links.bends_of(opened.contents, board, link.id)

        def drag(index: int, at: Point, gesture: str) -> None:
            there, new_id = opened.contents, opened.new_id
            opened.run(links.insert_bend(there, new_id, board, link.id, index, at, gesture))
            for step in range(1, 4):
                to = at.moved(step, step)
                opened.run(links.move_bend(there, new_id, board, link.id, index, to, gesture))

        drag(0, Point(10, 10), "one")
        drag(1, Point(20, 20), "two")
        assert bends() == ((13, 13), (23, 23))
        opened.undo()
        assert bends() == ((13, 13),)
        opened.undo()
        assert bends() == ()
        opened.redo()
        opened.redo()
        assert bends() == ((13, 13), (23, 23))
        opened.run(links.straighten(opened.contents, board, [link.id]))
        assert bends() == ()
        opened.undo()
        assert bends() == ((13, 13), (23, 23))
