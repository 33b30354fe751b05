"""Folding: what a collapsed frame takes in, what goes along with it, and what it gives back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import arrange, cards, folding, items, links, removal, tidy, timeline
from casedb.early import Opening
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.folds import FoldIndex, standing
from casedb.model.geometry import Point, Rect
from casedb.model.records import Board, Card, CaseInfo, Fold, Frame, Ref
from casedb.sketch import sketch_of
from casedb.soundness import refuse_unsound
from casedb.verification import verify
from fold_rules import assert_folds_are_whole

STACK = (folding.STACK_WIDTH, folding.STACK_HEIGHT)


class Desk:
    """A case in memory with two boards, changed by commands only."""

    def __init__(self) -> None:
        numbers = count(1)
        self.new_id: Callable[[], str] = lambda: f"{next(numbers):04d}"
        boards = [Board("board", "Main"), Board("other", "Other", 1)]
        self.contents = Contents([CaseInfo("case"), *boards])

    def run(self, change: ChangeSet) -> ChangeSet:
        """Carry out a change, and see that it is sound and can be taken back and brought again."""
        before = Contents(self.contents.records())
        refuse_unsound(self.contents, change)
        self.contents.apply(change)
        after = Contents(self.contents.records())
        self.contents.apply(change.reversed())
        assert self.contents == before and where_all_is(self.contents) == where_all_is(before)
        self.contents.apply(change)
        assert self.contents == after and where_all_is(self.contents) == where_all_is(after)
        assert_folds_are_whole(self.contents)
        return change

    def card(self, x: float, y: float, w: float = 100, h: float = 100, board: str = "board") -> str:
        self.run(items.add_item(self.contents, self.new_id, "note", {}))
        item = list(self.contents.items)[-1]
        self.run(cards.place(self.contents, self.new_id, board, item, Rect(x, y, w, h)))
        return list(self.contents.cards)[-1]

    def frame(self, x: float, y: float, w: float, h: float, board: str = "board") -> str:
        rect = Rect(x, y, w, h)
        self.run(cards.add_frame(self.contents, self.new_id, board, rect, "Frame"))
        return list(self.contents.frames)[-1]

    def fold(self, *frame_ids: str) -> ChangeSet:
        return self.run(folding.fold(self.contents, self.new_id, frame_ids))

    def unfold(self, *frame_ids: str) -> ChangeSet:
        return self.run(folding.unfold(self.contents, frame_ids))

    def members(self, frame_id: str) -> set[str]:
        fold = self.contents.fold_of(frame_id)
        assert fold is not None
        return set(fold.members)

    def rect(self, placed_id: str) -> Rect:
        return placed(self.contents, placed_id).rect


def placed(contents: Contents, placed_id: str) -> Card | Frame:
    return contents.cards.get(placed_id) or contents.frames[placed_id]


def where_all_is(contents: Contents) -> dict[str, tuple[str | None, str | None]]:
    """What every card and frame is folded into."""
    return {
        each: (contents.frame_holding(each), contents.folded_into(each))
        for each in (*contents.cards, *contents.frames)
    }


@pytest.fixture
def desk() -> Desk:
    return Desk()


# -- collapsing and expanding ------------------------------------------------------------------


def test_a_collapsed_frame_hides_what_lies_wholly_inside_it(desk: Desk) -> None:
    frame = desk.frame(0, 0, 400, 300)
    inside, at_the_edge = desk.card(10, 10), desk.card(300, 200)
    inner = desk.frame(20, 20, 60, 60)
    half, outside = desk.card(350, 0), desk.card(1000, 0)
    elsewhere = desk.card(10, 10, board="other")
    desk.fold(frame)
    assert desk.members(frame) == {inside, at_the_edge, inner}
    assert desk.contents.frames[frame].collapsed
    assert desk.rect(frame) == Rect(0, 0, *STACK)
    for each in (inside, at_the_edge, inner):
        assert desk.contents.folded_into(each) == frame
    for each in (half, outside, elsewhere, frame):
        assert desk.contents.folded_into(each) is None
    assert len(desk.contents.each_card_on("board")) == 4, "cards are there, seen or not"
    assert len(desk.contents.cards_in("board", Rect(0, 0, 400, 300))) == 3


def test_expanding_gives_everything_back_as_it_was(desk: Desk) -> None:
    frame = desk.frame(0, 0, 400, 300)
    desk.card(10, 10)
    before = Contents(desk.contents.records())
    desk.fold(frame)
    desk.unfold(frame)
    assert desk.contents == before
    assert not folding.unfold(desk.contents, [frame])


def test_a_frame_that_is_collapsed_is_not_collapsed_again(desk: Desk) -> None:
    frame = desk.frame(0, 0, 400, 300)
    desk.fold(frame)
    assert not folding.fold(desk.contents, desk.new_id, [frame])


def test_a_frame_in_which_nothing_lies_is_collapsed_too(desk: Desk) -> None:
    frame = desk.frame(0, 0, 400, 300)
    desk.fold(frame)
    assert desk.members(frame) == set()


def test_what_is_folded_into_another_frame_stays_there(desk: Desk) -> None:
    left, right = desk.frame(0, 0, 400, 300), desk.frame(100, 0, 400, 300)
    shared, only_right = desk.card(200, 0), desk.card(390, 0)
    desk.fold(left)
    desk.fold(right)
    assert (desk.members(left), desk.members(right)) == ({shared}, {only_right})


def test_a_collapsed_frame_inside_another_keeps_its_own(desk: Desk) -> None:
    outer, inner = desk.frame(0, 0, 900, 900), desk.frame(100, 100, 400, 400)
    deep, shallow = desk.card(110, 110), desk.card(600, 600)
    desk.fold(inner)
    desk.fold(outer)
    assert (desk.members(outer), desk.members(inner)) == ({inner, shallow}, {deep})
    assert desk.contents.folded_into(deep) == outer == desk.contents.folded_into(inner)
    desk.unfold(outer)
    assert desk.contents.folded_into(deep) == inner
    assert desk.contents.folded_into(shallow) is None


def test_frames_collapsed_together_are_collapsed_from_the_inside_out(desk: Desk) -> None:
    outer, inner = desk.frame(0, 0, 900, 900), desk.frame(100, 100, 400, 400)
    deep = desk.card(110, 110)
    desk.fold(outer, inner)
    assert (desk.members(outer), desk.members(inner)) == ({inner}, {deep})
    desk.unfold(inner)
    assert desk.contents.folded_into(deep) is None, "it was a member of the inner one"


def test_frames_that_lie_just_alike_do_not_swallow_each_other(desk: Desk) -> None:
    lower, upper = desk.frame(0, 0, 300, 300), desk.frame(0, 0, 300, 300)
    card = desk.card(0, 0)
    desk.fold(lower, upper)
    assert (desk.members(lower), desk.members(upper)) == ({upper}, {card})
    desk.unfold(lower, upper)
    desk.fold(upper)
    assert desk.members(upper) == {card}
    desk.fold(lower)
    desk.unfold(upper)
    desk.fold(upper)
    assert (desk.members(lower), desk.members(upper)) == ({upper}, {card})


def test_a_frame_folded_away_takes_in_nothing_that_it_lies_in(desk: Desk) -> None:
    """A stack is small: it can lie inside what was folded into it."""
    outer, inner = desk.frame(0, 0, 900, 900), desk.frame(0, 0, 800, 800)
    desk.fold(outer)
    assert desk.members(outer) == {inner}
    desk.fold(inner)
    assert desk.members(inner) == set()


def test_toggling_collapses_what_is_open_and_expands_where_nothing_is(desk: Desk) -> None:
    one, two = desk.frame(0, 0, 300, 300), desk.frame(1000, 0, 300, 300)
    desk.fold(one)
    for shut in ({one, two}, set[str](), {one, two}):
        desk.run(folding.toggle(desk.contents, desk.new_id, [one, two]))
        assert {each.id for each in desk.contents.frames.values() if each.collapsed} == shut


def test_labels_count_frames(desk: Desk) -> None:
    one, two = desk.frame(0, 0, 300, 300), desk.frame(1000, 0, 300, 300)
    assert desk.fold(one, two).label == "Collapse 2 frames"
    assert desk.unfold(one).label == "Expand frame"


# -- moving and sizing -------------------------------------------------------------------------


@pytest.fixture
def nest(desk: Desk) -> dict[str, str]:
    """A collapsed frame with a card, and a collapsed frame with another one, in it."""
    named = {
        "outer": desk.frame(0, 0, 900, 900),
        "inner": desk.frame(100, 100, 400, 400),
        "deep": desk.card(110, 110),
        "shallow": desk.card(600, 600),
        "outside": desk.card(2000, 0),
    }
    desk.fold(named["inner"], named["outer"])
    return named


def test_what_is_folded_goes_along_through_every_door(desk: Desk, nest: dict[str, str]) -> None:
    before = {name: desk.rect(each) for name, each in nest.items()}
    change = desk.run(cards.move(desk.contents, [nest["outer"]], 10, -20))
    assert change.label == "Move frame" and len(change.edits) == 4
    target = Rect(110, -120, 5, 5)
    change = desk.run(cards.set_rects(desk.contents, {nest["outer"]: target}))
    assert change.label == "Resize frame"
    for name in ("deep", "shallow", "inner", "outer"):
        assert desk.rect(nest[name]) == before[name].moved(110, -120)
    assert desk.rect(nest["outside"]) == before["outside"]
    desk.unfold(nest["outer"])
    assert desk.rect(nest["outer"]) == Rect(110, -120, 900, 900)


def test_what_is_given_with_its_frame_moves_once(desk: Desk, nest: dict[str, str]) -> None:
    before = {name: desk.rect(each) for name, each in nest.items()}
    desk.run(cards.move(desk.contents, list(nest.values()), 10, 0))
    for name, each in nest.items():
        assert desk.rect(each) == before[name].moved(10, 0)


def test_a_rectangle_of_its_own_goes_before_the_frame_s(desk: Desk, nest: dict[str, str]) -> None:
    rects = {
        nest["outer"]: Rect(10, 0, 1, 1),
        nest["inner"]: Rect(100, 500, 1, 1),
        nest["shallow"]: Rect(0, 0, 50, 50),
    }
    desk.run(cards.set_rects(desk.contents, rects))
    assert desk.rect(nest["outer"]) == Rect(10, 0, *STACK)
    assert desk.rect(nest["inner"]) == Rect(100, 500, *STACK)
    assert desk.rect(nest["shallow"]) == Rect(0, 0, 50, 50)
    assert desk.rect(nest["deep"]) == Rect(110, 510, 100, 100), "with the frame it is folded into"


def test_a_collapsed_frame_cannot_be_sized(desk: Desk) -> None:
    frame = desk.frame(0, 0, 400, 300)
    desk.fold(frame)
    assert not cards.set_rects(desk.contents, {frame: Rect(0, 0, 700, 700)})
    desk.run(cards.set_rects(desk.contents, {frame: Rect(-50, 5, 700, 700)}))
    assert desk.rect(frame) == Rect(-50, 5, *STACK)


def test_locked_cards_go_along_with_a_frame_and_a_locked_frame_stays_with_all(
    desk: Desk, nest: dict[str, str]
) -> None:
    desk.run(cards.set_flags(desk.contents, [nest["deep"], nest["inner"]], "Lock", locked=True))
    desk.run(cards.move(desk.contents, [nest["outer"]], 10, 0))
    assert desk.rect(nest["deep"]).x == 120 and desk.rect(nest["inner"]).x == 110
    desk.run(cards.set_flags(desk.contents, [nest["outer"]], "Lock", locked=True))
    assert not cards.move(desk.contents, [nest["outer"], nest["shallow"]], 10, 0)


def test_arranging_takes_along_what_is_folded_and_nothing_that_only_lies_there(
    desk: Desk, nest: dict[str, str]
) -> None:
    on_the_stack = desk.card(20, 10, 40, 40)
    before = {name: desk.rect(each) for name, each in nest.items()}
    desk.run(arrange.align(desk.contents, [nest["outer"], nest["outside"]], "right"))
    by = 2100 - STACK[0]
    for name in ("outer", "inner", "deep", "shallow"):
        assert desk.rect(nest[name]) == before[name].moved(by, 0)
    assert desk.rect(on_the_stack) == Rect(20, 10, 40, 40)
    deep = desk.rect(nest["deep"])
    over_it = desk.frame(deep.x - 10, deep.y - 10, 300, 300)
    desk.run(arrange.align(desk.contents, [over_it, on_the_stack], "left"))
    assert desk.rect(over_it).x == 20 and desk.rect(nest["deep"]) == deep, "it is not seen in there"


def test_nothing_that_is_folded_is_moved_beyond_the_board(desk: Desk) -> None:
    frame = desk.frame(0, 0, 1000, 1000)
    desk.card(900, 0)
    desk.fold(frame)
    with pytest.raises(InvalidChange, match="A board ends"):
        cards.move(desk.contents, [frame], 9_999_900, 0)


def test_what_is_carried_is_what_moves(desk: Desk, nest: dict[str, str]) -> None:
    assert set(folding.carried_by(desk.contents, [nest["outer"]])) == {
        *(nest["inner"], nest["deep"], nest["shallow"]),
    }
    around = desk.frame(-100, -100, 3000, 3000)
    loose, locked = desk.card(1500, 0), desk.card(1500, 500)
    desk.run(cards.set_flags(desk.contents, [locked], "Lock", locked=True))
    carried = folding.carried_by(desk.contents, [around])
    assert len(carried) == len(set(carried))
    assert set(carried) == {*nest.values(), loose}
    assert set(folding.carried_by(desk.contents, [around, nest["outer"]])) == {
        *(set(nest.values()) - {nest["outer"]}),
        loose,
    }
    before = {each: desk.rect(each) for each in carried}
    desk.run(cards.move(desk.contents, [around, *carried], 7, 7))
    assert all(desk.rect(each) == rect.moved(7, 7) for each, rect in before.items())
    assert desk.rect(locked) == Rect(1500, 500, 100, 100)
    desk.run(cards.set_flags(desk.contents, [around], "Lock", locked=True))
    assert folding.carried_by(desk.contents, [around]) == []


def test_the_flag_alone_collapses_no_frame(desk: Desk) -> None:
    """A case of the first format may have it."""
    frame, card = desk.frame(0, 0, 400, 300), desk.card(0, 0)
    assert not cards.set_flags(desk.contents, [frame], "Collapse", collapsed=True)
    desk.run(cards.set_flags(desk.contents, [frame, card], "Collapse", collapsed=True, accent="x"))
    assert not desk.contents.frames[frame].collapsed and desk.contents.cards[card].collapsed
    old = Frame("old", "board", "", 0, 0, 500, 500, collapsed=True)
    desk.contents.apply(ChangeSet("From elsewhere", (Edit(None, old),)))
    desk.contents.apply(cards.set_rects(desk.contents, {"old": Rect(0, 0, 600, 600)}))
    assert folding.carried_by(desk.contents, ["old"]) == [frame, card]
    desk.fold("old")
    assert desk.members("old") == {frame, card}


# -- taking away -------------------------------------------------------------------------------


def test_a_collapsed_frame_takes_all_that_is_folded_off_the_board(
    desk: Desk, nest: dict[str, str]
) -> None:
    change = desk.run(removal.delete_cards(desk.contents, [], [nest["outer"]]))
    assert change.label == "Remove frame"
    assert list(desk.contents.cards) == [nest["outside"]]
    assert not desk.contents.frames and not desk.contents.folds
    assert len(desk.contents.items) == 3, "items stay in the case"


def test_bends_leave_the_board_with_what_is_folded(desk: Desk) -> None:
    frame, one, two = desk.frame(0, 0, 400, 300), desk.card(0, 0), desk.card(900, 0)
    ends = [Ref.item(desk.contents.cards[each].item) for each in (one, two)]
    desk.run(links.connect(desk.contents, desk.new_id, ends[0], "related", ends[1]))
    (link,) = desk.contents.links
    desk.run(links.set_route(desk.contents, desk.new_id, "board", link, [Point(5, 5)]))
    desk.fold(frame)
    desk.run(removal.delete_cards(desk.contents, [], [frame]))
    assert not desk.contents.routes_on("board")


def test_a_locked_card_in_a_collapsed_frame_keeps_the_frame_on_the_board(
    desk: Desk, nest: dict[str, str]
) -> None:
    desk.run(cards.set_flags(desk.contents, [nest["deep"]], "Lock", locked=True))
    with pytest.raises(InvalidChange, match="1 of the 4 is locked"):
        removal.delete_cards(desk.contents, [], [nest["outer"]])


def test_a_fold_shrinks_with_what_is_taken_out_of_it(desk: Desk, nest: dict[str, str]) -> None:
    desk.run(removal.delete_cards(desk.contents, [nest["shallow"]]))
    assert desk.members(nest["outer"]) == {nest["inner"]}
    desk.run(removal.delete_items(desk.contents, [desk.contents.cards[nest["deep"]].item]))
    assert desk.members(nest["inner"]) == set()
    desk.run(removal.delete_selection(desk.contents, frames=[nest["inner"]]))
    assert desk.members(nest["outer"]) == set()
    assert list(desk.contents.frames) == [nest["outer"]]


def test_a_board_takes_its_folds_with_it(desk: Desk, nest: dict[str, str]) -> None:
    desk.run(removal.delete_board(desk.contents, "board"))
    assert not desk.contents.folds and not desk.contents.frames


def test_a_copy_of_what_is_folded_is_not_folded(desk: Desk, nest: dict[str, str]) -> None:
    change = desk.run(cards.duplicate(desk.contents, desk.new_id, [nest["deep"]], 5, 5))
    (copy,) = [edit.after for edit in change.edits if isinstance(edit.after, Card)]
    assert desk.contents.folded_into(copy.id) is None
    assert copy.id not in desk.members(nest["inner"])


# -- anything at all ---------------------------------------------------------------------------

steps = st.lists(
    st.tuples(
        st.sampled_from(("fold", "unfold", "toggle", "move", "drag", "size", "take", "frame")),
        st.sets(st.integers(0, 11), min_size=1, max_size=4),
        st.integers(-200, 200),
    ),
    max_size=12,
)


@given(
    st.lists(st.tuples(*(st.integers(0, 500),) * 2, *(st.integers(40, 400),) * 2), max_size=5),
    st.lists(st.tuples(*(st.integers(0, 800),) * 2), max_size=6),
    steps,
)
def test_whatever_is_done_every_fold_is_whole(
    frames: list[tuple[int, int, int, int]],
    laid: list[tuple[int, int]],
    work: list[tuple[str, set[int], int]],
) -> None:
    desk = Desk()
    for rect in frames:
        desk.frame(*rect)
    for x, y in laid:
        desk.card(x, y, 50, 50)
    for what, chosen, by in work:
        do_one_thing(desk, what, chosen, by)


def do_one_thing(desk: Desk, what: str, chosen: set[int], by: int) -> None:
    contents, there = desk.contents, [*desk.contents.frames, *desk.contents.cards]
    ids = [there[n] for n in sorted(chosen) if n < len(there)]
    frames = [each for each in ids if each in contents.frames]
    before = {each: desk.rect(each) for each in there}
    match what:
        case "fold":
            desk.fold(*frames)
            assert all(contents.fold_of(each) for each in frames)
        case "unfold":
            desk.unfold(*frames)
            assert not any(contents.fold_of(each) for each in frames)
        case "toggle":
            desk.run(folding.toggle(contents, desk.new_id, frames))
        case "move":
            desk.run(cards.move(contents, ids, by, -by))
            along = {*ids, *folding.held_in(contents, ids)}
            for each, rect in before.items():
                assert desk.rect(each) == (rect.moved(by, -by) if each in along else rect)
        case "drag":
            along = folding.carried_by(contents, frames)
            desk.run(cards.move(contents, [*frames, *along], by, by))
            for each, rect in before.items():
                moved = each in frames or each in along
                assert desk.rect(each) == (rect.moved(by, by) if moved else rect)
        case "size":
            rects = {each: Rect(by, by, 100 + n * 50, 90) for n, each in enumerate(ids)}
            desk.run(cards.set_rects(contents, rects))
            for each in ids:
                is_open = contents.fold_of(each) is None
                assert desk.rect(each) == (rects[each] if is_open else Rect(by, by, *STACK))
        case "take":
            gone = {*ids, *folding.held_in(contents, ids)}
            taken = [each for each in ids if each not in frames]
            desk.run(removal.delete_cards(contents, taken, frames))
            assert not gone & {*contents.cards, *contents.frames}
        case _:
            desk.frame(by, by, 300, 300)


# -- in a file ---------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case with a collapsed frame that holds a card and a collapsed frame with another."""
    with Case.create(tmp_path / "harbour.caseboard") as case:
        board = case.contents.boards[0].id
        for x, y in ((10, 10), (600, 600), (2000, 0)):
            case.place(case.add("note"), x=x, y=y, w=100, h=100)
        for rect in (Rect(0, 0, 900, 900), Rect(0, 0, 400, 400), Rect(3000, 0, 400, 400)):
            case.run(cards.add_frame(case.contents, case.new_id, board, rect, ""))
        inner = list(case.contents.frames)[:2]
        case.run(folding.fold(case.contents, case.new_id, inner))
        case.run(cards.move(case.contents, inner[:1], 5, 5))
    return tmp_path / "harbour.caseboard"


def test_folds_lie_in_the_file_and_are_taken_back_and_brought_again(path: Path) -> None:
    with Case.open(path) as case:
        assert_folds_are_whole(case.contents)
        assert len(case.contents.folds) == 2
        folded = where_all_is(case.contents)
        case.undo()
        case.undo()
        assert not case.contents.folds
        case.redo()
        case.redo()
        assert where_all_is(case.contents) == folded
        board = case.contents.boards[0].id
        with Opening.start(path) as opening:
            assert opening.sketch(board) == sketch_of(case.contents, board)
        assert sketch_of(case.contents, board).folds == tuple(case.contents.folds.values())
    assert verify(path).sound


HOSTILE = {
    "a member that is not there": "UPDATE fold SET members = '[\"nobody\"]'",
    "itself": "UPDATE fold SET members = '[\"' || frame || '\"]'",
    "the same twice": (
        "UPDATE fold SET members = (SELECT '[\"' || id || '\",\"' || id || '\"]' FROM card LIMIT 1)"
    ),
    "a card of another board": (
        "INSERT INTO board VALUES ('b', 'B', 9);UPDATE card SET board = 'b'"
    ),
    "a frame that is open": "UPDATE frame SET collapsed = 0",
    "a frame that is not there": "UPDATE fold SET frame = 'none' || id",
    "all in two": "UPDATE fold SET members = (SELECT json_group_array(id) FROM card)",
    "each other": (
        "UPDATE fold SET members = (SELECT json_array(f.frame) FROM fold AS f "
        "WHERE f.id <> fold.id)"
    ),
    "no JSON": "UPDATE fold SET members = '[x]'",
    "numbers": "UPDATE fold SET members = '[1, 2]'",
    "lists": "UPDATE fold SET members = '[[\"a\"]]'",
    "half a character": "UPDATE fold SET members = '[\"\\ud800\"]'",
    "a bottomless list": (f"UPDATE fold SET members = '{'[' * 100_000}{']' * 100_000}'"),
    "a hundred thousand strangers": (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "UPDATE fold SET members = (SELECT json_group_array('card ' || i) FROM n)"
    ),
    "a wild width": "UPDATE fold SET w = 1e300",
}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE)
def test_a_fold_that_makes_no_sense_is_left_out_with_a_sentence(
    path: Path, tmp_path: Path, statement: str
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA foreign_keys=OFF")
        link.executescript(statement)
        # What was not changed behind its back could be brought again by the journal.
        link.execute("UPDATE journal_edit SET before = NULL, after = NULL")
    with Opening.start(path) as opening:
        board = opening.boards[0].id
        early = opening.sketch(board)
        with opening.finish() as case:
            assert case.read_only
            assert any("table “fold”" in each and each.endswith(".") for each in case.losses)
            assert len(case.contents.cards) == 3 and len(case.contents.frames) == 3
            for each in (*case.contents.cards, *case.contents.frames):
                case.contents.folded_into(each)
            folding.carried_by(case.contents, case.contents.frames)
            assert early is None or early == sketch_of(case.contents, board)
            case.save_copy(tmp_path / "rescued.caseboard")
    assert verify(tmp_path / "rescued.caseboard").findings == ()
    with Case.open(tmp_path / "rescued.caseboard") as case:
        assert case.losses == () and not case.read_only
        case.run(folding.toggle(case.contents, case.new_id, list(case.contents.frames)))


def test_a_collapsed_flag_without_a_fold_says_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("DELETE FROM fold")
    with Case.open(path) as case:
        assert case.losses == () and not case.read_only
        for each in (*case.contents.cards, *case.contents.frames):
            assert case.contents.folded_into(each) is None


def chain(length: int) -> tuple[dict[str, Frame], list[Fold]]:
    """Frames each of which is folded into the one before."""
    frames = {
        f"{n:06}": Frame(f"{n:06}", "b", "", 0, 0, 220, 64, collapsed=True) for n in range(length)
    }
    folds = [Fold(f"d{n:06}", f"{n:06}", 9, 9, (f"{n + 1:06}",)) for n in range(length - 1)]
    return frames, folds


@pytest.mark.parametrize("way", [1, -1])
def test_a_tower_of_twenty_thousand_folds_takes_no_time(way: int) -> None:
    """Whoever made it meant to stop the program: every look-up is as quick as any other."""
    frames, folds = chain(20_000)
    assert len(list(standing(folds[::way], frames, lambda _: None))) == len(folds)
    closed = [*folds[::way], Fold("last", "019999", 9, 9, ("000000",))]
    assert len(list(standing(closed, frames, lambda _: None))) == len(folds)
    contents = Contents([CaseInfo("case"), Board("b", "B"), *frames.values(), *folds])
    assert {contents.folded_into(each) for each in frames} == {None, "000000"}
    assert len(folding.carried_by(contents, ["000000"])) == 19_999
    assert len(cards.move(contents, list(frames)[:1], 1, 1).edits) == 20_000
    removal.delete_cards(contents, [], ["000000"])


def test_frames_that_hold_each_other_in_memory_end_no_look_up() -> None:
    index = FoldIndex()
    for fold in (
        Fold("1", "a", 9, 9, ("b",)),
        Fold("2", "b", 9, 9, ("c",)),
        Fold("3", "c", 9, 9, ("a",)),
    ):
        index.add(fold)
    assert {index.outermost(each) for each in "abc"} <= {"a", "b", "c"}
    index.remove(Fold("3", "c", 9, 9, ("a",)))
    assert [index.outermost(each) for each in "abc"] == [None, "a", "a"]


# -- taking the frame away ---------------------------------------------------------------------------


def test_ungrouping_leaves_what_lies_in_the_frame(desk: Desk) -> None:
    card = desk.card(20, 20)
    frame = desk.frame(0, 0, 300, 300)
    change = desk.run(removal.ungroup(desk.contents, [frame]))
    assert change.label == "Remove frame"
    assert desk.rect(card) == Rect(20, 20, 100, 100)
    assert not desk.contents.frames


def test_ungrouping_a_collapsed_frame_brings_out_what_was_in_it(desk: Desk) -> None:
    card = desk.card(20, 20)
    frame = desk.frame(0, 0, 300, 300)
    desk.fold(frame)
    desk.run(removal.ungroup(desk.contents, [frame]))
    assert desk.contents.folded_into(card) is None
    assert not desk.contents.folds


def test_what_was_in_a_frame_within_a_collapsed_one_stays_in_that(desk: Desk) -> None:
    card = desk.card(20, 20)
    inner, outer = desk.frame(10, 10, 200, 200), desk.frame(0, 0, 400, 400)
    desk.fold(inner)
    desk.fold(outer)
    desk.run(removal.ungroup(desk.contents, [inner]))
    assert desk.members(outer) == {card}
    desk.run(removal.ungroup(desk.contents, [outer]))
    assert desk.contents.folded_into(card) is None


def test_ungrouping_both_of_two_nested_frames_leaves_the_cards(desk: Desk) -> None:
    card = desk.card(20, 20)
    inner, outer = desk.frame(10, 10, 200, 200), desk.frame(0, 0, 400, 400)
    desk.fold(inner)
    desk.fold(outer)
    desk.run(removal.ungroup(desk.contents, [outer, inner]))
    assert desk.contents.folded_into(card) is None
    assert not desk.contents.frames and not desk.contents.folds


def test_a_locked_frame_is_not_ungrouped(desk: Desk) -> None:
    frame = desk.frame(0, 0, 300, 300)
    desk.run(cards.set_flags(desk.contents, [frame], "Lock", locked=True))
    with pytest.raises(InvalidChange, match="locked"):
        removal.ungroup(desk.contents, [frame])


def test_tidying_leaves_a_collapsed_frame_and_what_is_in_it_where_they_are(desk: Desk) -> None:
    frame = desk.frame(0, 0, 400, 400)
    inside = [desk.card(20, 50), desk.card(150, 50)]
    desk.run(folding.toggle(desk.contents, desk.new_id, [frame]))
    outside = [desk.card(30, 60), desk.card(40, 70), desk.card(500, 0)]
    before = desk.contents
    stack = before.frames[frame].rect
    lay = {each: before.cards[each].rect for each in inside}
    ways: tuple[Callable[[Contents], ChangeSet], ...] = (
        lambda contents: tidy.layered(contents, "board"),
        lambda contents: tidy.by_kind(contents, "board"),
        lambda contents: tidy.around_claim(contents, "board", before.cards[outside[2]].item),
        lambda contents: timeline.by_time(contents, "board").change,
    )
    for tidied in ways:
        desk.run(tidied(desk.contents))
        assert {each: desk.contents.cards[each].rect for each in inside} == lay
        assert desk.contents.frames[frame].rect == stack
        assert not any(stack.overlaps(desk.contents.cards[each].rect) for each in outside)
    assert not tidy.layered(desk.contents, "board", [frame]).edits
