"""What lies in what on a board, as the outline tells it: plain arithmetic."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caseboard.panels.board_layout import Laid, Layout, Name
from caseboard.panels.outline_nodes import Sort
from casedb.model.records import Card, Fold, Frame


def card(name: str, x: float, y: float, w: float = 100, h: float = 80) -> Card:
    return Card(name, "b", f"item of {name}", x, y, w, h)


def frame(name: str, x: float, y: float, w: float, h: float, *, collapsed: bool = False) -> Frame:
    return Frame(name, "b", name, x, y, w, h, collapsed=collapsed)


def told(layout: Layout, frame_id: str = "") -> list[str]:
    return [each.id for each in layout.below(frame_id)]


def test_what_lies_in_frames_is_below_the_innermost_as_one_reads() -> None:
    layout = Layout(
        Laid(
            [card("late", 0, 900), card("in", 320, 120), card("left", 10, 20), card("b", 150, 25)],
            [frame("outer", 0, 0, 800, 500), frame("inner", 300, 100, 300, 300)],
            [],
        )
    )
    assert told(layout) == ["outer", "late"]
    assert told(layout, "outer") == ["left", "b", "inner"]
    assert told(layout, "inner") == ["in"]
    assert layout.path_to("in") == [
        Name(Sort.FRAME, "outer"),
        Name(Sort.FRAME, "inner"),
        Name(Sort.CARD, "in"),
    ]
    assert layout.path_to("gone") == []
    assert (layout.card_count("outer"), layout.card_count("inner")) == (2, 1)


def test_what_is_folded_is_below_its_frame_wherever_it_lies() -> None:
    layout = Layout(
        Laid(
            [card("a", 5000, 0), card("b", 4000, 0), card("over it", 10, 10, 50, 20)],
            [frame("stack", 0, 0, 220, 64, collapsed=True), frame("held", 6000, 0, 9, 9)],
            [Fold("fold", "stack", 800, 600, ("a", "b", "held"))],
        )
    )
    # A stack is one thing and no room: what lies over it does not lie in it.
    assert told(layout) == ["stack", "over it"]
    assert told(layout, "stack") == ["b", "a", "held"]
    assert layout.card_count("stack") == 2


def test_what_is_folded_lies_in_the_frames_that_are_folded_with_it() -> None:
    layout = Layout(
        Laid(
            [card("in", 320, 120), card("beside", 10, 20), card("in the pile", 320, 420)],
            [
                frame("outer", 0, 0, 220, 64, collapsed=True),
                frame("inner", 300, 100, 300, 300),
                frame("pile", 300, 400, 220, 64, collapsed=True),
            ],
            [
                Fold("fold", "outer", 800, 600, ("in", "beside", "inner", "pile")),
                Fold("within", "pile", 300, 200, ("in the pile",)),
            ],
        )
    )
    assert told(layout) == ["outer"]
    assert told(layout, "outer") == ["beside", "inner", "pile"]
    assert told(layout, "inner") == ["in"]
    assert told(layout, "pile") == ["in the pile"]
    assert layout.card_count("inner") == 1


boxes = st.tuples(*[st.integers(0, 9).map(lambda n: n * 50.0)] * 2, *[st.integers(1, 9)] * 2)


@given(st.lists(boxes, max_size=12), st.lists(boxes, max_size=6))
def test_everything_on_a_board_is_told_once(
    cards: list[tuple[float, float, int, int]],
    frames: list[tuple[float, float, int, int]],
) -> None:
    placed = [card(f"c{n}", x, y, w * 20, h * 20) for n, (x, y, w, h) in enumerate(cards)]
    drawn = [frame(f"f{n}", x, y, w * 90, h * 90) for n, (x, y, w, h) in enumerate(frames)]
    held = (*(each.id for each in placed[:3]), *(each.id for each in drawn[1:3]))
    folds = [Fold("x", "f0", 9, 9, held)] if drawn else []
    layout = Layout(Laid(placed, drawn, folds))
    waiting, met = [""], list[str]()
    while waiting:
        below = told(layout, waiting.pop())
        met += below
        waiting += below
    assert sorted(met) == sorted(each.id for each in (*placed, *drawn))
    assert all(layout.path_to(each)[-1].id == each for each in met)
