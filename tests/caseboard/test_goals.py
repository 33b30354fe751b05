"""Where a record is to be seen."""

from __future__ import annotations

from caseboard.bridge import CaseBridge
from caseboard.goals import Goal, goal_of
from caseboard.selection import Selected


def test_the_board_in_front_is_kept_where_the_record_is_on_it(bridge: CaseBridge) -> None:
    case = bridge.case
    first, second = case.contents.boards[0], case.add_board("Second")
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Photo")
    here, there = case.place(claim, first), case.place(claim, second)
    link = case.link(photo, "supports", claim)
    element = case.add_element(claim, "actor", "the ship")

    def goal(record_id: str, front: str) -> Goal | None:
        return goal_of(case.contents, record_id, front)

    on_first = Goal(first.id, Selected(cards=frozenset({here.id})))
    on_second = Goal(second.id, Selected(cards=frozenset({there.id})))
    assert goal(claim.id, first.id) == goal(element.id, first.id) == on_first
    assert goal(claim.id, second.id) == goal(element.id, second.id) == on_second
    assert goal(photo.id, first.id) == Goal("", Selected(items=frozenset({photo.id})))
    assert goal(link.id, first.id) == Goal("", Selected(links=frozenset({link.id})))
    case.place(photo, second)
    assert goal(link.id, first.id) == Goal(second.id, Selected(links=frozenset({link.id})))
    case.place(photo, first)
    assert goal(link.id, first.id) == Goal(first.id, Selected(links=frozenset({link.id})))


def test_sources_are_on_no_board_and_what_is_gone_is_nowhere(bridge: CaseBridge) -> None:
    source = bridge.case.add_source("Ministry")
    board = bridge.contents.boards[0].id
    goal = Goal("", Selected(sources=frozenset({source.id})))
    assert goal_of(bridge.contents, source.id, board) == goal
    assert goal_of(bridge.contents, "gone", board) is None
