"""The outline by boards: what it tells, how it follows the case, and what hands and keys do in it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseboard.goals import Goal
from caseboard.panels import boards_model, boards_outline
from caseboard.panels.board_layout import Name, Prepared
from caseboard.panels.boards_model import BoardsModel
from caseboard.panels.boards_outline import BoardsOutline
from caseboard.panels.outline_nodes import Sort
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb.commands import folding
from casedb.model.changes import Edit
from casedb.model.records import Board, Card, Frame, Item, Link, Ref

if TYPE_CHECKING:
    from conftest import Stage

Show = Callable[[QWidget, int, int], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def put(stage: Stage, item: Item, x: float, y: float, board: str = "") -> Card:
    """A card of an item somewhere."""
    card = Card(stage.new_id(), board or stage.board.id, item.id, x, y, 200, 100)
    stage.add(card)
    return card


def draw(stage: Stage, title: str, x: float, y: float, w: float, h: float) -> Frame:
    """A frame on the board."""
    frame = Frame(stage.new_id(), stage.board.id, title, x, y, w, h)
    stage.add(frame)
    return frame


def fold(stage: Stage, frame: Frame) -> None:
    stage.bridge.run(folding.toggle(stage.contents, stage.new_id, [frame.id]))


def told(model: BoardsModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """Every row below one, as it is read aloud."""
    above = parent if parent is not None else QModelIndex()
    lines: list[str] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        lines.append("  " * depth + str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        lines += told(model, index, depth + 1)
    return lines


@pytest.fixture
def outline(stage: Stage, show: Show) -> BoardsOutline:
    """The outline by boards, on the screen."""
    panel = BoardsOutline(stage.bridge, stage.selection, theme("light"))
    show(panel, 280, 600)
    return panel


@pytest.fixture
def harbour(stage: Stage) -> dict[str, str]:
    """A claim with a photograph for it and a note on that link, in a frame; a note elsewhere."""
    claim, photo = stage.item("claim", "She sailed"), stage.item("media", "The quay")
    doubt, loose = stage.item("note", "Too dark"), stage.item("claim", "She stayed")
    frame = draw(stage, "Pier 4", 0, 0, 600, 300)
    cards = [put(stage, claim, 20, 60), put(stage, photo, 300, 60), put(stage, doubt, 0, 500)]
    link = stage.link(photo, "supports", claim)
    undercut = stage.link(doubt, "undercuts", link)
    names = ("claim", "photo", "doubt", "loose", "frame", "on claim", "on photo", "on doubt")
    records = (claim, photo, doubt, loose, frame, *cards)
    ids = dict(zip(names, (each.id for each in records), strict=True))
    return {**ids, "link": link.id, "undercut": undercut.id}


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def go(outline: BoardsOutline, *path: Name) -> QModelIndex:
    """Make a row the current one; where it stands."""
    index = outline.model.reveal(path)
    assert index.isValid()
    # Whatever keys a test before this has held down.
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect
    outline.view.selectionModel().setCurrentIndex(index, select)
    return index


def on_board(outline: BoardsOutline, board_id: str, placed_id: str) -> QModelIndex:
    return go(outline, *outline.model.path_to(board_id, placed_id))


# -- what it tells ---------------------------------------------------------------------------


def test_it_reads_like_the_boards(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    claim = "Claim: She sailed, 1 for, 0 against, 1 independent"
    assert told(outline.model) == [
        "Board: Main board, 3 cards, 1 frame",
        "  Frame: Pier 4, 2 cards",
        f"    {claim}",
        "      is supported by Media: The quay",
        "        is undercut by Note: Too dark",
        "    Media: The quay",
        "      supports Claim: She sailed",
        "        is undercut by Note: Too dark",
        "  Note: Too dark",
        "    undercuts the link “Media: The quay” supports “Claim: She sailed”",
        "Not on a board: 1 item",
        "  Claim: She stayed, nothing for or against",
    ]


def test_what_is_collapsed_is_told_with_what_is_in_it(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    fold(stage, stage.contents.frames[harbour["frame"]])
    settle()
    lines = told(outline.model)
    assert lines[1] == "  Frame: Pier 4, collapsed, 2 cards"
    assert lines[2].startswith("    Claim: She sailed")


def test_the_current_row_says_more_when_asked(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    item = stage.contents.items[harbour["photo"]]
    stage.set(item, exhibit="CB-007")
    index = on_board(outline, stage.board.id, harbour["on photo"])
    assert "exhibit CB-007" in str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))


def test_a_card_for_a_board_is_told_with_the_title_of_that_as_it_is(
    stage: Stage, outline: BoardsOutline
) -> None:
    second = Board("second", "Second board", 1)
    stage.add(second)
    put(stage, stage.item("board_card", "", board="second"), 0, 0)
    settle()
    assert "  Board card: Second board" in told(outline.model)
    stage.run(Edit(second, replace(second, title="Embargo")))
    assert "  Board card: Embargo" in told(outline.model)


# -- following the case ----------------------------------------------------------------------


def test_rows_follow_every_change(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    before = told(outline.model)
    photo = stage.contents.items[harbour["photo"]]
    stage.set(photo, title="Another quay")
    assert any("Another quay" in each for each in told(outline.model))
    stage.set(stage.contents.items[harbour["photo"]], title="The quay")
    card = stage.contents.cards[harbour["on doubt"]]
    stage.run(Edit(card, replace(card, x=20.0, y=170.0)))
    settle()
    assert "    Note: Too dark" in told(outline.model)
    stage.run(Edit(stage.contents.cards[card.id], card))
    settle()
    assert told(outline.model) == before
    stage.add(Board("second", "Second board", 1))
    assert "Board: Second board, 0 cards" in told(outline.model)
    put(stage, stage.contents.items[harbour["loose"]], 0, 0, "second")
    settle()
    assert told(outline.model)[-2:] == [
        "Board: Second board, 1 card",
        "  Claim: She stayed, nothing for or against",
    ]


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_it_is_as_if_made_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(boards_model, "PAGE", 400)
    chance = random.Random(seed)
    stage.add(Board("second", "Second board", 1))
    model = BoardsModel(stage.bridge)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stale: set[str] = set()
    model.outdated.connect(stale.add)
    stage.bridge.changed.connect(model.take)
    boards = [stage.board.id, "second"]
    for _ in range(40):
        contents = stage.contents
        cards, links = list(contents.cards.values()), list(contents.links.values())
        frames, items = list(contents.frames.values()), list(contents.items.values())
        match chance.randint(0, 9):
            case 0 | 1:
                stage.item(chance.choice(["claim", "media"]), f"No. {stage.count}")
            case 2 | 3 if items:
                x, y = chance.randint(0, 9) * 100.0, chance.randint(0, 9) * 100.0
                put(stage, chance.choice(items), x, y, chance.choice(boards))
            case 4 if cards:
                card = chance.choice(cards)
                stage.run(Edit(card, replace(card, x=chance.randint(0, 9) * 100.0)))
            case 5 if len(frames) < 4:
                draw(stage, f"Frame {stage.count}", chance.randint(0, 4) * 100.0, 0, 500, 600)
            case 6 if frames:
                fold(stage, chance.choice(frames))
            case 7 if len(items) > 1:
                start, end = chance.sample(items, 2)
                end_ref = Ref.link(chance.choice(links).id) if links else Ref.item(end.id)
                stage.add(Link(stage.new_id(), "related", Ref.item(start.id), end_ref))
            case 8 if cards and not contents.folds:
                stage.remove(chance.choice(cards))
            case _ if links:
                ends = {each.end.id for each in links}
                free = [each for each in links if each.id not in ends]
                stage.remove(chance.choice(free))
            case _:
                pass
        for board_id in stale:
            model.relay(board_id)
        stale.clear()
        assert told(model) == told(BoardsModel(stage.bridge))
    assert tester is not None


def test_of_many_rows_a_page_is_shown_and_more_when_asked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, show: Show, qtbot: QtBot
) -> None:
    monkeypatch.setattr(boards_model, "PAGE", 10)
    cards = [put(stage, stage.item("note", f"N{n:02}"), 300 * n, 0) for n in range(25)]
    outline = BoardsOutline(stage.bridge, stage.selection, theme("light"))
    QAbstractItemModelTester(outline.model, outline)
    show(outline, 280, 700)
    board = outline.model.index(0, 0)
    assert outline.model.rowCount(board) == 11
    more = outline.model.index(10, 0, board)
    assert str(more.data()) == "15 more"
    outline.view.setCurrentIndex(more)
    QTest.keyClick(outline.view, Qt.Key.Key_Return)
    assert outline.model.rowCount(board) == 21
    stage.selection.set(cards=[cards[24].id])
    stage.selection.settle()
    assert outline.model.rowCount(board) == 25
    assert str(outline.view.currentIndex().data()) == "N24"


def test_a_large_board_is_laid_out_in_a_worker_after_a_moment(
    stage: Stage,
    harbour: dict[str, str],
    outline: BoardsOutline,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(boards_outline, "QUICK", 0)
    monkeypatch.setattr(boards_outline, "LATER", 1)
    before = told(outline.model)
    card = stage.contents.cards[harbour["on doubt"]]
    stage.run(Edit(card, replace(card, x=20.0, y=170.0)))
    assert told(outline.model) == before
    qtbot.waitUntil(lambda: "    Note: Too dark" in told(outline.model))


def test_what_was_prepared_is_not_made_again(stage: Stage, harbour: dict[str, str]) -> None:
    prepared = Prepared.of(stage.contents, stage.board.id)
    model = BoardsModel(stage.bridge, None, prepared)
    assert model.layout_of(stage.board.id) is prepared.layouts[stage.board.id]
    assert told(model) == told(BoardsModel(stage.bridge))


# -- hands and keys --------------------------------------------------------------------------


def test_rows_and_board_select_the_same(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    on_board(outline, stage.board.id, harbour["on photo"])
    assert stage.selection.now == Selected(cards=frozenset({harbour["on photo"]}))
    on_board(outline, stage.board.id, harbour["frame"])
    assert stage.selection.now == Selected(frames=frozenset({harbour["frame"]}))
    go(outline, Name(Sort.LOOSE), Name(Sort.ITEM, harbour["loose"]))
    assert stage.selection.now == Selected(items=frozenset({harbour["loose"]}))
    stage.selection.set(links=[harbour["link"]])
    stage.selection.settle()
    assert str(outline.view.currentIndex().data()) == "supports She sailed"
    both = {harbour["on claim"], harbour["on photo"]}
    stage.selection.set(cards=both)
    stage.selection.settle()
    picked = [str(each.data()) for each in outline.view.selectionModel().selectedIndexes()]
    assert sorted(picked) == ["She sailed", "The quay"]


def test_several_are_selected_with_shift_and_control(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    on_board(outline, stage.board.id, harbour["on claim"])
    QTest.keyClick(outline.view, Qt.Key.Key_Down, SHIFT)
    assert stage.selection.cards == {harbour["on claim"], harbour["on photo"]}
    QTest.keyClick(outline.view, Qt.Key.Key_Down, CTRL)
    assert len(stage.selection.cards) == 2
    QTest.keyClick(outline.view, Qt.Key.Key_Space, CTRL)
    assert stage.selection.cards == {harbour["on claim"], harbour["on photo"], harbour["on doubt"]}


def test_what_cannot_be_seen_is_selected_as_an_item(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline
) -> None:
    fold(stage, stage.contents.frames[harbour["frame"]])
    settle()
    on_board(outline, stage.board.id, harbour["on photo"])
    assert stage.selection.now == Selected(items=frozenset({harbour["photo"]}))
    stage.add(Board("second", "Second board", 1))
    outline.set_board("second")
    stage.selection.clear()
    on_board(outline, stage.board.id, harbour["on doubt"])
    assert stage.selection.now == Selected(items=frozenset({harbour["doubt"]}))


def test_enter_goes_there(stage: Stage, harbour: dict[str, str], outline: BoardsOutline) -> None:
    gone: list[Goal] = []
    outline.went.connect(gone.append)
    board = stage.board.id
    wanted = {
        "on photo": Selected(cards=frozenset({harbour["on photo"]})),
        "frame": Selected(frames=frozenset({harbour["frame"]})),
    }
    for name, selected in wanted.items():
        on_board(outline, board, harbour[name])
        QTest.keyClick(outline.view, Qt.Key.Key_Return)
        assert gone.pop() == Goal(board, selected)
    path = outline.model.path_to(board, harbour["on photo"])
    go(outline, *path, Name(Sort.LINK, harbour["link"], harbour["photo"]))
    QTest.keyClick(outline.view, Qt.Key.Key_Return)
    assert gone.pop() == Goal(board, Selected(links=frozenset({harbour["link"]})))
    go(outline, Name(Sort.BOARD, board))
    QTest.keyClick(outline.view, Qt.Key.Key_Return)
    assert gone.pop() == Goal(board, Selected())
    fold(stage, stage.contents.frames[harbour["frame"]])
    settle()
    on_board(outline, board, harbour["on photo"])
    QTest.keyClick(outline.view, Qt.Key.Key_Return)
    assert gone.pop() == Goal(board, Selected(frames=frozenset({harbour["frame"]})))


@pytest.fixture
def editor(outline: BoardsOutline) -> Iterator[Callable[[], QLineEdit]]:
    """The field in which F2 edits a title."""

    def begin() -> QLineEdit:
        QTest.keyClick(outline.view, Qt.Key.Key_F2)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        return field

    yield begin


def test_titles_are_edited_in_place(
    stage: Stage,
    harbour: dict[str, str],
    outline: BoardsOutline,
    editor: Callable[[], QLineEdit],
) -> None:
    board, contents = stage.board.id, stage.contents
    path = outline.model.path_to(board, harbour["on photo"])
    for way, title in (
        ([Name(Sort.BOARD, board)], "Pier"),
        (outline.model.path_to(board, harbour["frame"]), "Quay"),
        (path, "Photograph"),
        ([*path, Name(Sort.LINK, harbour["link"], harbour["photo"])], "her name"),
        ([Name(Sort.LOOSE), Name(Sort.ITEM, harbour["loose"])], "She sank"),
    ):
        go(outline, *way)
        field = editor()
        assert field.accessibleName()
        field.selectAll()
        QTest.keyClicks(field, title)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()
        assert outline.view.hasFocus()
    assert contents.boards[0].title == "Pier"
    assert contents.frames[harbour["frame"]].title == "Quay"
    assert contents.items[harbour["photo"]].title == "Photograph"
    assert contents.links[harbour["link"]].values.text("label") == "her name"
    assert contents.items[harbour["loose"]].title == "She sank"


def test_escape_leaves_a_title_as_it_was(
    stage: Stage,
    harbour: dict[str, str],
    outline: BoardsOutline,
    editor: Callable[[], QLineEdit],
) -> None:
    on_board(outline, stage.board.id, harbour["on photo"])
    field = editor()
    QTest.keyClicks(field, "no")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert stage.contents.items[harbour["photo"]].title == "The quay"


def test_nothing_is_edited_in_a_case_open_for_reading(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(stage.bridge), "read_only", True)
    index = on_board(outline, stage.board.id, harbour["on photo"])
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_the_menu_is_asked_for_on_what_is_selected(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline, qtbot: QtBot
) -> None:
    on_board(outline, stage.board.id, harbour["on photo"])
    with qtbot.waitSignal(outline.menu_wanted):
        outline.view.menu_wanted.emit(outline.mapToGlobal(outline.rect().center()))
    go(outline, Name(Sort.BOARD, stage.board.id))
    with qtbot.waitSignal(outline.board_menu_wanted):
        outline.view.menu_wanted.emit(outline.mapToGlobal(outline.rect().center()))


def test_selecting_thousands_marks_no_rows(
    stage: Stage, harbour: dict[str, str], outline: BoardsOutline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boards_outline, "MOST_SHOWN", 1)
    stage.selection.set(cards=[harbour["on photo"], harbour["on claim"]])
    stage.selection.settle()
    assert not outline.view.selectionModel().hasSelection()
    assert len(stage.selection.cards) == 2
