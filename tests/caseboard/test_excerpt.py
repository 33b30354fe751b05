"""An excerpt shows what is selected and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseboard.board.scene import Scene
from caseboard.bridge import CaseBridge
from caseboard.excerpt import excerpt
from caseboard.exports import export_board
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb import Case
from casedb.commands import cards, folding
from casedb.intake.cage.cage import Cage
from casedb.model.geometry import Rect
from casedb.model.records import Card, Link


@pytest.fixture
def case(bridge: CaseBridge) -> Case:
    """Two claims far apart, a secret between them, links among all three, and an undercut."""
    case = bridge.case
    one, secret, two = (case.add("claim", title=each) for each in ("One", "Secret", "Two"))
    for n, item in enumerate((one, secret, two)):
        case.place(item, x=400.0 * n)
    case.link(one, "related", two)
    link = case.link(one, "related", secret)
    case.link(secret, "related", two)
    case.link(two, "undercuts", link)
    return case


def card_of(case: Case, title: str) -> Card:
    return next(
        card
        for card in case.contents.cards.values()
        if case.contents.items[card.item].title == title
    )


def link_between(case: Case, start: str, end: str) -> Link:
    ids = {item.title: item.id for item in case.contents.items.values()}
    return next(
        link
        for link in case.contents.links.values()
        if (link.start.id, link.end.id) == (ids[start], ids[end])
    )


def shown(case: Case, selected: Selected) -> tuple[set[str], int]:
    """The titles on the board, and how many strings."""
    board = case.contents.boards[0].id
    only = excerpt(case.contents, board, selected)
    assert only is not None
    titles = {only.items[card.item].title for card in only.cards_on(board)}
    return titles, Scene(only, board, theme("print")).columns.string_count


def test_what_lies_between_two_selected_cards_is_not_shown(case: Case, qtbot: QtBot):
    chosen = frozenset({card_of(case, "One").id, card_of(case, "Two").id})
    assert shown(case, Selected(cards=chosen)) == ({"One", "Two"}, 1)


def test_a_selected_string_brings_its_ends_along(case: Case, qtbot: QtBot):
    link = link_between(case, "One", "Secret")
    titles, strings = shown(case, Selected(links=frozenset({link.id})))
    assert titles == {"One", "Secret"} and strings == 1


def test_of_nothing_there_is_no_excerpt(case: Case):
    board = case.contents.boards[0].id
    assert excerpt(case.contents, board, Selected()) is None
    item = next(iter(case.contents.items))
    assert excerpt(case.contents, board, Selected(items=frozenset({item}))) is None


def test_the_file_says_that_it_is_an_excerpt_and_counts_it(
    case: Case, tmp_path: Path, qtbot: QtBot, cage: Cage
):
    board = case.contents.boards[0].id
    chosen = frozenset({card_of(case, "One").id, card_of(case, "Two").id})
    path = tmp_path / "part.svg"
    export_board(
        case, board, path, "svg", cage, only=excerpt(case.contents, board, Selected(cards=chosen))
    )
    words = path.read_text(encoding="utf-8")
    assert "Secret" not in words
    assert "2 items · 1 link · only what was selected" in words
    assert len(case.contents.cards) == 3


def folded(case: Case, *titles: str) -> str:
    """A collapsed frame with the cards of some titles in it."""
    board = case.contents.boards[0].id
    for n, title in enumerate(titles):
        card = card_of(case, title)
        case.run(cards.set_rects(case.contents, {card.id: Rect(5_000 + 300 * n, 50, 260, 120)}))
    change = cards.add_frame(case.contents, case.new_id, board, Rect(4_900, 0, 1_000, 300), "Pile")
    case.run(change)
    (frame,) = case.contents.frames
    case.run(folding.toggle(case.contents, case.new_id, [frame]))
    return frame


def test_a_collapsed_frame_goes_with_what_is_folded_into_it(case: Case, qtbot: QtBot):
    frame = folded(case, "One", "Secret")
    titles, strings = shown(case, Selected(frames=frozenset({frame})))
    assert (titles, strings) == ({"One", "Secret"}, 0)
    with_two = Selected(frames=frozenset({frame}), cards=frozenset({card_of(case, "Two").id}))
    only = excerpt(case.contents, case.contents.boards[0].id, with_two)
    assert only is not None
    assert only.fold_of(frame) == case.contents.fold_of(frame)
    columns = Scene(only, case.contents.boards[0].id, theme("print")).columns
    assert columns.is_stack(frame)
    assert columns.string_count > 0


def test_what_is_left_out_leaves_no_fold_behind(case: Case, qtbot: QtBot):
    folded(case, "One", "Secret")
    assert shown(case, Selected(cards=frozenset({card_of(case, "Two").id}))) == ({"Two"}, 0)


def test_a_string_to_something_folded_brings_the_frame_along(case: Case, qtbot: QtBot):
    folded(case, "One")
    link = link_between(case, "One", "Two")
    titles, strings = shown(case, Selected(links=frozenset({link.id})))
    assert (titles, strings) == ({"One", "Two"}, 1)
