"""Tidying: nothing overlaps, only what was chosen moves, and tidying once more changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from board_strategies import (
    boards,
    card,
    carried_out,
    contents_of,
    dated,
    far_places,
    item,
    overlapping,
)
from casedb.commands import cards as placing
from casedb.commands import tidy, timeline
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import LIMIT, Point, Rect, bounding_rect
from casedb.model.layout.plan import GAP, WIDE_GAP
from casedb.model.records import Board, Card, Element, Frame, Link, Record, Ref, Route

Tidying = Callable[[Contents, Sequence[str]], ChangeSet]


def around_first(there: Contents, ids: Sequence[str]) -> ChangeSet:
    """Around the item of the first card."""
    return tidy.around_claim(there, "board", there.cards[min(there.cards)].item, ids)


def in_time(there: Contents, ids: Sequence[str]) -> ChangeSet:
    """Along a line of time, for which cards leave their frames."""
    return timeline.by_time(there, "board", ids).change


WAYS: list[Tidying] = [
    lambda there, ids: tidy.layered(there, "board", ids),
    lambda there, ids: tidy.layered(there, "board", ids, downwards=True),
    lambda there, ids: tidy.by_kind(there, "board", ids),
    in_time,
    around_first,
]
ways = st.sampled_from(WAYS)


def board(*records: Record) -> Contents:
    return contents_of(records)


def link(name: str, start: str, end: str, type_name: str = "supports") -> Link:
    return Link(name, type_name, Ref.item(start), Ref.item(end))


def laid(there: Contents, change: ChangeSet) -> dict[str, Rect]:
    """Where the card of each item lies after a change."""
    return {each.item: each.rect for each in carried_out(there, change).cards.values()}


def chosen_of(there: Contents, data: st.DataObject) -> list[str]:
    placed = [*there.cards, *there.frames]
    return data.draw(st.just([]) | st.lists(st.sampled_from(placed), min_size=1, unique=True))


def tidied_of(there: Contents, ids: Sequence[str], way: Tidying) -> set[str]:
    """The cards that are tidied when these are chosen, none where frames keep all of them."""
    frames = [there.frames[each].rect for each in ids if each in there.frames]
    chosen = {
        name
        for name, each in there.cards.items()
        if not ids or name in ids or any(frame.contains(each.rect) for frame in frames)
    }
    return chosen if way is in_time else chosen - kept_by_frames(there, chosen)


def kept_by_frames(there: Contents, chosen: set[str]) -> set[str]:
    """The cards in frames that do not hold all that was chosen."""
    held = [
        {name for name, each in there.cards.items() if frame.rect.contains(each.rect)}
        for frame in there.frames.values()
    ]
    return set[str]().union(*(inside for inside in held if not chosen <= inside))


# -- however it is tidied ----------------------------------------------------------------------


@given(boards(), ways, st.data())
def test_tidied_cards_overlap_nothing(there: Contents, way: Tidying, data: st.DataObject) -> None:
    assume(there.cards)
    ids = chosen_of(there, data)
    tidied = tidied_of(there, ids, way)
    assume(tidied)
    after = carried_out(there, way(there, ids))
    moved = {
        name for name in tidied if not there.cards[name].locked and not there.cards[name].pinned
    }
    if way is around_first:
        # The one in the middle stays, whatever lies on it.
        moved -= {each.id for each in after.cards_of(there.cards[min(there.cards)].item)}
    assert not [pair for pair in overlapping(after.cards.values()) if moved.intersection(pair)]


@given(boards(), ways, st.data())
def test_only_chosen_cards_move_and_keep_their_size(
    there: Contents, way: Tidying, data: st.DataObject
) -> None:
    assume(there.cards)
    ids = chosen_of(there, data)
    chosen = tidied_of(there, ids, way)
    assume(chosen)
    change = way(there, ids)
    for edit in change.edits:
        before, after = edit.before, edit.after
        if isinstance(before, Card) and isinstance(after, Card):
            assert before.id in chosen
            assert not before.locked
            assert not before.pinned
            assert replace(after, x=before.x, y=before.y) == before
        elif isinstance(before, Route):
            assert after is None
        else:
            assert isinstance(before, Frame)
            assert isinstance(after, Frame)
            assert not before.locked
            others = (each for name, each in there.cards.items() if name not in chosen)
            assert not any(after.rect.overlaps(each.rect) for each in others)
            assert replace(after, x=0, y=0, w=0, h=0) == replace(before, x=0, y=0, w=0, h=0)


@given(boards(), ways, st.data())
def test_tidying_once_more_changes_nothing(
    there: Contents, way: Tidying, data: st.DataObject
) -> None:
    assume(there.cards)
    ids = chosen_of(there, data)
    tidied = tidied_of(there, ids, way)
    assume(tidied)
    # By the cards, as others may have come to lie in a frame.
    ids = sorted(tidied) if ids else []
    change = way(there, ids)
    assert way(there, ids[::-1]) == change
    after = carried_out(there, change)
    # What lay in one frame with others, and found no room in it, is outside of a frame from now on.
    assume(way is in_time or framed(there, tidied) == framed(after, tidied))
    assert not way(after, ids).edits


def framed(there: Contents, names: set[str]) -> set[tuple[str, str]]:
    """Which of some cards lie in which frames."""
    return {
        (name, frame.id)
        for name in names
        for frame in there.frames.values()
        if frame.rect.contains(there.cards[name].rect)
    }


@given(boards(), ways, st.data())
def test_a_card_leaves_no_frame_and_comes_into_none(
    there: Contents, way: Tidying, data: st.DataObject
) -> None:
    assume(there.cards and way is not in_time)
    ids = chosen_of(there, data)
    tidied = tidied_of(there, ids, way)
    if not tidied:
        assume(tidied_of(there, ids, in_time))
        with pytest.raises(InvalidChange, match="keep them"):
            way(there, ids)
        return
    after = carried_out(there, way(there, ids))
    for frame in there.frames.values():
        inside = {name for name, each in there.cards.items() if frame.rect.contains(each.rect)}
        # What lies in one frame with all the rest is tidied in there, and may need more room.
        if not tidied <= inside:
            area = after.frames[frame.id].rect
            now = {name for name, each in after.cards.items() if area.contains(each.rect)}
            assert now - tidied == inside - tidied
            assert not now & tidied - {min(there.cards)}


@given(boards(spots=far_places), ways)
def test_tidied_cards_stay_on_the_board(there: Contents, way: Tidying) -> None:
    assume(tidied_of(there, [], way))
    for edit in way(there, []).edits:
        rect = edit.after.rect if isinstance(edit.after, Card) else Rect(0, 0, 0, 0)
        assert rect.x >= -LIMIT
        assert rect.right <= LIMIT
        assert rect.y >= -LIMIT
        assert rect.bottom <= LIMIT


@given(boards(), st.sampled_from(WAYS[:4]))
def test_tidied_cards_lie_about_where_they_lay(there: Contents, way: Tidying) -> None:
    records = [r for r in there.records() if not isinstance(r, Frame)]
    there = Contents(
        [replace(r, locked=False, pinned=False) if isinstance(r, Card) else r for r in records]
    )
    after = carried_out(there, way(there, []))
    begins = [bounding_rect(each.rect for each in case.cards.values()) for case in (there, after)]
    if begins[0] is not None and begins[1] is not None:
        was, now = begins[0].centre, begins[1].centre
        stayed = [name for name, each in there.cards.items() if after.cards[name] == each]
        assume(2 * len(stayed) <= len(there.cards))
        assert abs(was.x - now.x) < 0.52
        assert abs(was.y - now.y) < 0.52


def test_what_lies_on_another_board_is_not_tidied() -> None:
    there = board(Board("other", "Other"), item("a"), replace(card("a"), board="other"))
    for way in WAYS[:4]:
        with pytest.raises(InvalidChange, match="another board"):
            way(there, ["ca"])
        with pytest.raises(KeyError):
            way(there, ["no such card"])
        assert not way(there, [])
    with pytest.raises(InvalidChange, match="no card on this board"):
        tidy.around_claim(there, "board", "a")


def test_a_label_counts_the_cards_that_may_move() -> None:
    there = board(item("a"), item("b"), item("c"), card("a"), card("b"), card("c", pinned=True))
    assert tidy.layered(there, "board").label == "Tidy 2 cards by their links"
    assert tidy.by_kind(there, "board", ["ca"]).label == "Tidy card by kind"
    assert timeline.by_time(there, "board").change.label == "Tidy 2 cards by time"
    assert around_first(there, []).label == "Tidy 2 cards around one of them"


def test_a_frame_that_holds_all_tidied_cards_and_no_other_is_put_around_them() -> None:
    frame = Frame("f", "board", "", -500, -500, 3000, 3000)
    cards = [card("a", 0, 0), card("b", 900, 700)]
    there = board(item("a"), item("b"), *cards, frame)
    for ids in ([], ["f"], ["ca", "cb"]):
        after = carried_out(there, tidy.by_kind(there, "board", ids))
        around = bounding_rect(each.rect for each in after.cards.values())
        assert around is not None
        assert after.frames["f"].rect == placing.frame_around(around)
    locked = board(item("a"), item("b"), *cards, replace(frame, locked=True))
    after = carried_out(locked, tidy.by_kind(locked, "board"))
    assert after.frames["f"].rect == frame.rect
    more = board(item("a"), item("b"), *cards, frame, Card("cc", "board", "a", 1500, 0, 260, 120))
    after = carried_out(more, tidy.by_kind(more, "board", ["ca", "cb"]))
    assert after.frames["f"].rect == frame.rect


def test_frames_in_frames_are_put_around_each_other() -> None:
    inner = Frame("in", "board", "", -500, -500, 2000, 2000)
    outer = Frame("out", "board", "", -900, -900, 4000, 4000)
    there = board(item("a"), item("b"), card("a"), card("b", 900, 700), outer, inner)
    after = carried_out(there, tidy.by_kind(there, "board"))
    assert after.frames["out"].rect == placing.frame_around(after.frames["in"].rect)


def test_a_frame_is_not_put_over_cards_that_it_does_not_hold() -> None:
    cards = [card("a"), card("b", 0, 144)]
    inner = placing.frame_around(Rect(0, 0, 260, 264))
    frames = [
        Frame("in", "board", "", *inner.grown(2)),
        Frame("out", "board", "", *inner.grown(4)),
    ]
    wall = Card("wall", "board", "a", -33 - 260, 0, 260, 120)
    there = board(item("a"), item("b"), *cards, wall, *frames)
    after = carried_out(there, tidy.by_kind(there, "board", ["ca", "cb"]))
    assert after.frames["in"].rect == inner
    assert after.frames["out"] == there.frames["out"]


def test_a_frame_that_needs_more_room_moves_with_its_cards() -> None:
    frame = Frame("f", "board", "", -10, -10, 400, 300)
    tight = [card("a", 0, 0), card("b", 10, 140)]
    wall = Card("wall", "board", "w", -300, 320, 1000, 120)
    there = board(item("a"), item("b"), item("w"), *tight, wall, frame)
    after = carried_out(there, tidy.by_kind(there, "board", ["f"]))
    assert not after.frames["f"].rect.overlaps(wall.rect)
    assert all(after.frames["f"].rect.contains(after.cards[name].rect) for name in ("ca", "cb"))


def test_cards_keep_out_of_frames_that_are_not_theirs() -> None:
    frame = Frame("f", "board", "", 320, -1000, 400, 2300)
    there = board(
        *(item(name) for name in "abcde"),
        *(link(f"l{name}", name, "e", "derived_from") for name in "abcd"),
        *(card(name, 0, 160 * n) for n, name in enumerate("abcd")),
        card("e", 0, 900),
        frame,
    )
    after = carried_out(there, tidy.layered(there, "board"))
    assert not any(each.rect.overlaps(frame.rect) for each in after.cards.values())


def test_bends_go_where_a_card_at_an_end_has_moved() -> None:
    there = board(
        *(item(name) for name in "abcd"),
        *(card(name, 300 * n, 7 * n) for n, name in enumerate("abcd")),
        *(link("ab", "a", "b"), link("cd", "c", "d")),
        Link("on", "undercuts", Ref.item("d"), Ref.link("ab")),
        *(Route(f"r{each}", "board", each, (Point(9, 9),)) for each in ("ab", "cd", "on")),
    )
    change = tidy.layered(there, "board", ["cb"])
    assert not change
    moved = tidy.layered(there, "board", ["ca", "cb"])
    assert moved
    assert {route.link for route in carried_out(there, moved).routes_on("board")} == {"cd"}


# -- by links ----------------------------------------------------------------------------------


def columns(after: dict[str, Rect]) -> list[str]:
    """The items that lie below one another, column by column."""
    found: dict[float, list[str]] = {}
    for name, rect in sorted(after.items(), key=lambda each: each[1].y):
        found.setdefault(rect.x, []).append(name)
    return ["".join(found[x]) for x in sorted(found)]


def test_links_point_to_the_right_or_down() -> None:
    there = board(
        *(item(name) for name in "abcd"),
        *(card(name, 10 * n, 0) for n, name in enumerate("dbca")),
        *(link("ab", "a", "b"), link("bc", "b", "c"), link("ac", "a", "c"), link("dc", "d", "c")),
    )
    after = laid(there, tidy.layered(there, "board"))
    assert columns(after) in (["a", "bd", "c"], ["a", "db", "c"])
    assert after["b"].x - after["a"].right == WIDE_GAP
    down = laid(there, tidy.layered(there, "board", downwards=True))
    assert down["b"].y - down["a"].bottom == WIDE_GAP
    assert down["b"].y == down["d"].y
    assert down["c"].y > down["b"].bottom


def test_a_claim_lies_in_the_middle_beside_its_evidence() -> None:
    names = "abcde"
    there = board(
        item("z", "claim"),
        *(item(name) for name in names),
        *(card(name, 7 * n, 99) for n, name in enumerate(names + "z")),
        *(link(name, name, "z") for name in names),
    )
    after = laid(there, tidy.layered(there, "board"))
    assert columns(after) == [names, "z"]
    assert after["z"].centre.y == after["c"].centre.y
    assert after["b"].y - after["a"].bottom == GAP


def test_strings_of_two_claims_do_not_cross() -> None:
    there = board(
        *(item(name, "claim") for name in "yz"),
        *(item(name) for name in "abcdef"),
        *(card(name, 7 * n, 99) for n, name in enumerate("abcdefyz")),
        *(link(name, name, "yz"[n % 2]) for n, name in enumerate("abcdef")),
        link("yz", "y", "z", "excludes"),
    )
    after = laid(there, tidy.layered(there, "board"))
    assert sorted(columns(after)[0][:3]) in (["a", "c", "e"], ["b", "d", "f"])
    assert sorted(columns(after)[1]) == ["y", "z"]


def test_elements_and_links_to_links_count_at_their_items() -> None:
    there = board(
        item("z", "claim"),
        Element("e", "z", 0),
        *(item(name) for name in "abu"),
        *(card(name, 7 * n, 99) for n, name in enumerate("uzab")),
        Link("az", "supports", Ref.item("a"), Ref.element("e")),
        Link("u1", "undercuts", Ref.item("u"), Ref.link("az")),
        Link("b1", "undercuts", Ref.item("b"), Ref.link("u1")),
    )
    assert columns(laid(there, tidy.layered(there, "board"))) == ["b", "u", "a", "z"]


def test_a_circle_of_links_is_laid_out_all_the_same() -> None:
    there = board(
        *(item(name) for name in "abc"),
        *(card(name, 7 * n, 99) for n, name in enumerate("abc")),
        *(link(a + b, a, b, "derived_from") for a, b in ("ab", "bc", "ca")),
        Link("on1", "undercuts", Ref.item("a"), Ref.link("on2")),
        Link("on2", "undercuts", Ref.link("on1"), Ref.item("b")),
    )
    assert sorted(map(len, columns(laid(there, tidy.layered(there, "board"))))) == [1, 1, 1]


def test_what_has_no_links_lies_in_a_grid_at_the_end() -> None:
    there = board(
        *(item(name) for name in "ab"),
        item("z", "claim"),
        *(item(name, title=name) for name in "dce"),
        *(card(name, 7 * n, 99) for n, name in enumerate("abzcde")),
        *(link(name, name, "z") for name in "ab"),
    )
    after = laid(there, tidy.layered(there, "board"))
    linked = bounding_rect(after[name] for name in "abz")
    assert linked is not None
    assert all(not linked.overlaps(after[name]) for name in "cde")
    assert sorted("cde", key=lambda name: (after[name].y, after[name].x)) == list("cde")


def test_cards_are_laid_around_one_that_is_pinned() -> None:
    there = board(
        item("z", "claim"),
        *(item(name) for name in "abc"),
        card("z", 5000, 3000, pinned=True),
        *(card(name, 7 * n, 99) for n, name in enumerate("abc")),
        *(link(name, name, "z") for name in "abc"),
    )
    after = laid(there, tidy.layered(there, "board"))
    assert after["z"] == Rect(5000, 3000, 260, 120)
    assert after["b"] == Rect(5000 - 80 - 260, 3000, 260, 120)


def test_a_column_is_not_endless() -> None:
    names = [f"{n:03d}" for n in range(90)]
    there = board(
        item("z", "claim"),
        card("z"),
        *(item(name) for name in names),
        *(card(name) for name in names),
        *(link(f"l{name}", name, "z") for name in names),
    )
    after = laid(there, tidy.layered(there, "board"))
    assert len({rect.x for rect in after.values()}) == 5
    assert after["z"].x == max(rect.x for rect in after.values())


# -- by kind -----------------------------------------------------------------------------------


def test_kinds_stand_beside_each_other_by_date_and_title() -> None:
    there = board(
        *(dated("e2", "2024", "event"), dated("e1", "2023-12", "event")),
        *(item("e3", "event", title="Zeppelin"), item("e4", "event", title="ähre")),
        *(item("x", "rumour"), item("c", "claim"), dated("d", "2024", "document")),
        *(card(name, 7 * n) for n, name in enumerate(("e2", "e1", "e3", "e4", "x", "c", "d"))),
    )
    after = laid(there, tidy.by_kind(there, "board"))
    assert columns(after) == ["c", "d", "e1e2e4e3", "x"]
    assert len({after[name].y for name in ("c", "d", "e1", "x")}) == 1


def test_a_kind_with_many_cards_has_several_columns() -> None:
    names = [f"{n:03d}" for n in range(40)]
    there = board(*(item(name) for name in names), *(card(name) for name in names))
    after = laid(there, tidy.by_kind(there, "board"))
    assert sorted(len(each) // 3 for each in columns(after)) == [13, 13, 14]


# -- around one --------------------------------------------------------------------------------


def test_what_supports_lies_left_and_what_disputes_right() -> None:
    there = board(
        item("z", "claim"),
        item("y", "claim"),
        *(item(name) for name in "sdnbr"),
        *(card(name, 70 * n, 9 * n) for n, name in enumerate("sdnbrzy")),
        *(link("s", "s", "z"), link("d", "d", "z", "disputes"), link("n", "n", "z", "bears_on")),
        *(link("zy", "z", "y"), link("b", "b", "s", "derived_from")),
    )
    after = laid(there, tidy.around_claim(there, "board", "z"))
    middle = there.cards["cz"].rect
    assert after["z"] == middle
    assert after["s"] == middle.moved(-340, 0)
    assert after["b"] == middle.moved(-680, 0)
    assert after["d"] == middle.moved(340, 0)
    assert after["n"] == middle.moved(0, -200)
    assert after["y"] == middle.moved(0, 200)
    assert after["r"].y == after["y"].bottom + WIDE_GAP


def test_what_is_in_the_way_pushes_a_group_outwards() -> None:
    wall = Card("wall", "board", "w", -200, -1000, 100, 2000)
    there = board(
        *(item("z", "claim"), item("s"), item("w"), card("z"), card("s", 900, 0), wall),
        link("s", "s", "z"),
    )
    after = laid(there, tidy.around_claim(there, "board", "z", ["cz", "cs"]))
    assert after["s"].right == -200 - GAP
    # The claim itself need not be chosen, nor may it be moved.
    alone = laid(there, tidy.around_claim(there, "board", "z", ["cs"]))
    assert alone == after
