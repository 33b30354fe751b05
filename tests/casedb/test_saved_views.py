"""Saved views: what is kept under a name, what is refused, and what goes with a board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import cards, removal, views
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Board, CaseInfo, SavedView
from casedb.verification import verify

SHOWN: dict[str, JsonValue] = {
    "filter": {"kinds": ["claim"], "tags": ["Харків"]},
    "mode": "fade",
    "focus": {"cards": ["gone"], "steps": 2},
    "x": -12.5,
    "y": 0,
    "zoom": 0.25,
}


class Desk:
    """A case in memory with two boards, changed by commands only."""

    def __init__(self) -> None:
        numbers = count(1)
        self.new_id: Callable[[], str] = lambda: f"{next(numbers):08d}"
        boards = [Board("one", "One", 0), Board("two", "Two", 1)]
        self.contents = Contents([CaseInfo("case"), *boards])

    def run(self, change: ChangeSet) -> ChangeSet:
        """Carry out a change, and see that it can be taken back."""
        before = Contents(self.contents.records())
        self.contents.apply(change)
        self.contents.apply(change.reversed())
        assert self.contents == before
        self.contents.apply(change)
        return change

    def save(
        self, name: str, board: str = "one", shown: Mapping[str, JsonValue] | None = None
    ) -> SavedView:
        self.run(views.save_view(self.contents, self.new_id, board, name, shown or {}))
        return next(each for each in self.contents.views_of(board) if each.name == name.strip())

    def names(self, board: str = "one") -> list[str]:
        return [each.name for each in self.contents.views_of(board)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_view_is_saved_after_the_others_of_its_board(desk: Desk) -> None:
    view = desk.save("Claims", shown=SHOWN)
    desk.save("Harbour")
    desk.save("Claims", "two")
    assert dict(view.values) == SHOWN
    assert desk.names() == ["Claims", "Harbour"] and desk.names("two") == ["Claims"]
    assert [each.position for each in desk.contents.views_of("one")] == [0, 1]


def test_saving_under_a_name_that_is_taken_replaces_what_is_shown_and_nothing_else(
    desk: Desk,
) -> None:
    first = desk.save("Claims", shown={**SHOWN, "sorted_by": "age"})
    desk.save("Harbour")
    second = desk.save(" Claims ", shown={"mode": "hide", "zoom": 2})
    assert (second.id, second.position) == (first.id, 0)
    assert dict(second.values) == {"mode": "hide", "zoom": 2, "sorted_by": "age"}
    assert not views.save_view(
        desk.contents, desk.new_id, "one", "Claims", {"mode": "hide", "zoom": 2}
    )


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_view_has_a_name(desk: Desk, name: str) -> None:
    view = desk.save("Claims")
    with pytest.raises(InvalidChange, match="needs a name"):
        views.save_view(desk.contents, desk.new_id, "one", name, {})
    with pytest.raises(InvalidChange, match="needs a name"):
        views.rename_view(desk.contents, view.id, name)


WRONG: Mapping[str, tuple[JsonValue, ...]] = {
    "filter": ([], "claim", 1),
    "mode": ("blur", 1, []),
    "focus": ([], {"cards": "all"}, {"cards": [1]}, {"steps": -1}),
    "x": ("0", True, 1e9, float("nan")),
    "y": ({}, False, -1e9, float("inf")),
    "zoom": (0, -1, float("inf"), "1"),
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in WRONG.items() for value in values]
)
def test_what_no_window_could_show_by_is_refused(desk: Desk, key: str, value: JsonValue) -> None:
    with pytest.raises(InvalidChange, match=f"“{key}” of a view"):
        views.save_view(desk.contents, desk.new_id, "one", "View", {**SHOWN, key: value})


def test_a_view_is_renamed_unless_the_name_is_taken_on_its_board(desk: Desk) -> None:
    view = desk.save("Claims")
    desk.save("Harbour")
    desk.save("Port", "two")
    with pytest.raises(InvalidChange, match="of that name already"):
        views.rename_view(desk.contents, view.id, "Harbour")
    assert not views.rename_view(desk.contents, view.id, "Claims ")
    desk.run(views.rename_view(desk.contents, view.id, "Port"))
    assert desk.names() == ["Port", "Harbour"]


def test_views_are_put_in_order_and_deleted(desk: Desk) -> None:
    made = {name: desk.save(name).id for name in "abc"}
    desk.run(views.order_views(desk.contents, [made[name] for name in "cab"]))
    assert desk.names() == ["c", "a", "b"]
    desk.run(views.delete_view(desk.contents, made["a"]))
    assert desk.names() == ["c", "b"]
    desk.save("d")
    assert desk.names() == ["c", "b", "d"]


def test_labels_say_nothing_of_what_a_view_is_called(desk: Desk) -> None:
    view = desk.save("Protected name")
    for change in (
        views.save_view(desk.contents, desk.new_id, "one", "Protected name", SHOWN),
        views.save_view(desk.contents, desk.new_id, "one", "Protected name 2", SHOWN),
        views.rename_view(desk.contents, view.id, "Protected name 3"),
        views.delete_view(desk.contents, view.id),
    ):
        assert change.edits and "Protected" not in change.label


def test_a_board_takes_its_views_with_it(desk: Desk) -> None:
    desk.save("Claims", shown=SHOWN)
    kept = desk.save("Claims", "two")
    desk.run(removal.delete_board(desk.contents, "one"))
    assert list(desk.contents.views) == [kept.id]


def test_there_is_no_view_of_no_board(desk: Desk) -> None:
    with pytest.raises(KeyError):
        views.save_view(desk.contents, desk.new_id, "nowhere", "View", {})


def test_views_lie_in_the_file_and_come_back_with_their_board(tmp_path: Path) -> None:
    path = tmp_path / "harbour.caseboard"
    with Case.create(path) as case:
        board = case.contents.boards[0].id
        case.run(cards.add_board(case.contents, case.new_id, "Second"))
        case.run(views.save_view(case.contents, case.new_id, board, "Claims", SHOWN))
        case.run(removal.delete_board(case.contents, board))
        assert not case.contents.views
        case.undo()
    with Case.open(path) as case:
        (view,) = case.contents.views_of(board)
        assert (view.name, dict(view.values)) == ("Claims", SHOWN)
        assert case.query("SELECT name FROM saved_view") == [{"name": "Claims"}]
    assert verify(path).sound
