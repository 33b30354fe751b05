"""Looking at a part of a board: cards that are not shown, and cards that stand back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from caseboard.board import columns as columns_module
from caseboard.board.camera import View
from caseboard.board.columns import Columns
from caseboard.board.painting import brush_on
from caseboard.board.placements import STANDS_BACK, shaded
from caseboard.board.scene import Scene
from caseboard.board.strings import Ints
from caseboard.theme import FADED, LEFT_OF_FADED, faded, theme
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.link_types import End
from casedb.model.records import Board, Card, Element, Item, Link, Ref
from casedb.model.values import Values
from casedb.sketch import sketch_of

ITEMS = [f"item-{n}" for n in range(6)]


def card(n: int, item: str | None = None) -> Card:
    return Card(f"card-{n}", "b", item or ITEMS[n], 300.0 * n, 0, 200, 100, n)


def board() -> Contents:
    """Six cards in a row, each linked to the next, one link undercut, one item on the board twice."""
    chain = [
        Link(f"link-{n}", "supports", Ref.item(ITEMS[n]), Ref.item(ITEMS[n + 1])) for n in range(5)
    ]
    on_string = Link("cut", "undercuts", Ref.item(ITEMS[5]), Ref(End.LINK, "link-0"))
    at_element = Link("at", "supports", Ref.item(ITEMS[3]), Ref.element("who"))
    return Contents(
        [
            Board("b", "Board"),
            *(Item(each, "claim", Values({"title": each})) for each in ITEMS),
            Element("who", ITEMS[0], 0, Values({"role": "actor"})),
            *chain,
            on_string,
            at_element,
            *(card(n) for n in range(6)),
            card(6, ITEMS[5]),
        ]
    )


def shown(columns: Columns) -> set[str]:
    return set(columns.cards.rows.ids_of(columns.cards.rows.all().tolist()))


def strung(columns: Columns) -> set[str]:
    return set(columns.strings.rows.ids_of(columns.strings.rows.all().tolist()))


def standing_back(columns: Columns) -> tuple[set[str], set[str]]:
    rows, strings = columns.cards.rows.all(), columns.strings.rows.all()
    back = rows[columns.cards.flags[rows] & STANDS_BACK > 0]
    names = np.array([each.endswith(FADED) for each in columns.types])
    fallen = strings[names[columns.strings.type[strings]]] if len(strings) else strings
    return (
        set(columns.cards.rows.ids_of(back.tolist())),
        set(columns.strings.rows.ids_of(fallen.tolist())),
    )


@pytest.fixture(params=[1, 1000], ids=["made anew", "card by card"])
def columns(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Columns:
    monkeypatch.setattr(columns_module, "MOST_AT_ONCE", request.param)
    return Columns(board(), "b")


def test_concealed_cards_take_their_strings_with_them(columns: Columns) -> None:
    columns.conceal({"card-1", "card-2"})
    assert shown(columns) == {"card-0", "card-3", "card-4", "card-5", "card-6"}
    # The link from 0 to 1 is gone, and with it what rested on its string.
    assert strung(columns) == {"link-3", "link-4", "at"}
    columns.conceal(frozenset())
    assert shown(columns) == {f"card-{n}" for n in range(7)}
    assert strung(columns) == {*(f"link-{n}" for n in range(5)), "cut", "at"}


def test_a_string_goes_to_the_placement_that_is_shown(columns: Columns) -> None:
    columns.conceal({"card-5", "card-0"})
    row = columns.strings.rows.get("link-4")
    assert row is not None
    ends = columns.cards.rows.ids_of(columns.strings.cards[row].tolist())
    assert ends == ["card-4", "card-6"]


def test_what_is_changed_while_it_is_concealed_comes_back_as_it_is(columns: Columns) -> None:
    contents = board()
    columns = Columns(contents, "b")
    columns.conceal({"card-1", "card-2"})
    before = contents.cards["card-1"]
    after = Card(before.id, before.board, before.item, 900, 700, 200, 100, 9)
    for edits in ([Edit(before, after)], [Edit(contents.cards["card-2"], None)]):
        contents.apply(ChangeSet("Change", tuple(edits)))
        columns.apply(edits)
    assert shown(columns) == {"card-0", "card-3", "card-4", "card-5", "card-6"}
    columns.conceal(frozenset())
    assert shown(columns) == {"card-0", "card-1", "card-3", "card-4", "card-5", "card-6"}
    row = columns.cards.rows.get("card-1")
    assert row is not None
    assert columns.card_rect(row) == Rect(900, 700, 200, 100)


def test_a_card_that_comes_stays_concealed(columns: Columns) -> None:
    contents = board()
    columns = Columns(contents, "b")
    columns.conceal({"card-7"})
    edit = Edit(None, card(7, ITEMS[0]))
    contents.apply(ChangeSet("Place", (edit,)))
    columns.apply([edit])
    assert "card-7" not in shown(columns)


def test_a_string_stands_back_with_either_of_its_ends(columns: Columns) -> None:
    columns.fade({"card-1"})
    assert standing_back(columns) == ({"card-1"}, {"link-0", "link-1", "cut"})
    columns.fade(frozenset())
    assert standing_back(columns) == (set(), set())


def test_a_string_stands_back_by_itself_with_what_rests_on_it(columns: Columns) -> None:
    columns.fade(frozenset(), {"link-0"})
    assert standing_back(columns) == (set(), {"link-0", "cut"})
    columns.conceal({"card-0", "card-6"})
    columns.conceal(frozenset())
    assert standing_back(columns) == (set(), {"link-0", "cut"}), "also when it comes back"
    columns.fade(frozenset())
    assert standing_back(columns) == (set(), set())


def test_faded_cards_that_are_moved_or_shown_again_still_stand_back(columns: Columns) -> None:
    contents = board()
    columns = Columns(contents, "b")
    columns.fade({"card-1", "card-2"})
    before = contents.cards["card-1"]
    edit = Edit(before, Card(before.id, before.board, before.item, 5, 700, 200, 100, 9))
    contents.apply(ChangeSet("Move", (edit,)))
    columns.apply([edit])
    columns.conceal({"card-2", "card-3"})
    columns.conceal(frozenset())
    assert standing_back(columns)[0] == {"card-1", "card-2"}
    assert standing_back(columns)[1] == {"link-0", "link-1", "link-2", "cut"}


def test_what_rests_on_a_string_comes_forward_with_it() -> None:
    contents = board()
    columns = Columns(contents, "b")
    columns.fade({"card-0"})
    assert standing_back(columns)[1] == {"link-0", "cut", "at"}
    # A second placement of the item, nearer to the other end, and not faded.
    edit = Edit(None, Card("card-7", "b", ITEMS[0], 300.0, 150, 200, 100, 7))
    contents.apply(ChangeSet("Place", (edit,)))
    columns.apply([edit])
    assert "link-0" not in standing_back(columns)[1]
    assert "cut" not in standing_back(columns)[1]


ids = st.frozensets(st.sampled_from([f"card-{n}" for n in range(7)]))


@settings(max_examples=60)
@given(st.lists(st.tuples(ids, ids), max_size=5), ids, ids)
def test_what_is_shown_does_not_depend_on_what_was_shown_before(
    past: list[tuple[frozenset[str], frozenset[str]]], hidden: frozenset[str], back: frozenset[str]
) -> None:
    one, other = Columns(board(), "b"), Columns(board(), "b")
    for concealed, faded_before in past:
        one.conceal(concealed)
        one.fade(faded_before)
    for each in (one, other):
        each.conceal(hidden)
        each.fade(back)
    assert shown(one) == shown(other)
    assert strung(one) == strung(other)
    assert standing_back(one) == standing_back(other)
    for link in strung(one):
        first, second = one.strings.rows.get(link), other.strings.rows.get(link)
        assert first is not None and second is not None
        assert (one.curves(first) == other.curves(second)).all()


def test_a_sketch_without_some_cards_is_one_of_the_others() -> None:
    contents = board()
    sketch = sketch_of(contents, "b")
    assert sketch.without(frozenset()) is sketch
    left = sketch.without({"card-0", "card-6"})
    assert list(left.cards.ids) == [f"card-{n}" for n in range(1, 6)]
    assert list(left.cards.x) == [300.0 * n for n in range(1, 6)]
    assert left.cards.z.typecode == sketch.cards.z.typecode


def test_names_are_shaded_and_bared_again() -> None:
    names = ["claim", "sat" + FADED]
    found = shaded(names, np.array([0, 1, 0], dtype=np.int16), np.array([True, False, False]))
    assert [names[n] for n in found.tolist()] == ["claim" + FADED, "sat", "claim"]


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_what_stands_back_has_a_part_of_its_colour_left(name: str) -> None:
    look = theme(name)
    ground, full = look.colour("bg"), look.colour("claim")
    weak = look.colour("claim" + FADED)
    wanted = full.red() * LEFT_OF_FADED + ground.red() * (1 - LEFT_OF_FADED)
    assert abs(weak.red() - wanted) <= 1
    assert faded(look).colour("claim") == weak
    assert faded(look).colour("bg") == ground


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.05], ids=["full", "title", "far"])
def test_a_faded_card_is_painted_nearer_to_the_ground(qapp: object, zoom: float) -> None:
    look = theme("light")
    view = View(int(-20 * zoom), int(-20 * zoom), 400, 200, zoom)
    pictures: list[Ints] = []
    for back in (frozenset[str](), frozenset({"card-0"})):
        scene = Scene(board(), "b", look)
        scene.fade(back)
        image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
        with brush_on(image) as painter:
            scene.paint(painter, view)
        pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(view.height, -1, 4)
        red = pixels[..., 2].astype(np.int64)
        pictures.append(np.abs(red - look.colour("bg").red()))
    left, top, width, height = view.box(Rect(0, 0, 200, 100))
    plain, weak = (each[top : top + height, left : left + width] for each in pictures)
    assert weak.sum() < plain.sum() * 0.5
