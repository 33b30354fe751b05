"""A board for those who hear it: what is told of it and when, and that nothing of it is left over."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from caseboard.board import listeners
from caseboard.board.board_view import BoardView
from caseboard.board.reading import BOARD, Sort, Spot
from caseboard.board.spoken_board import EDIT, SpokenSpot
from caseboard.board.writing import Page
from caseboard.dropping import can_read
from caseboard.selection import Selected
from caseboard.theme import theme
from caseboard.voices import give_voices
from casedb.commands import cards, folding, removal
from casedb.model.geometry import Rect
from handled_board import ALT, CTRL, Board
from heard import Event, children, dump, interface_of, is_known, listen, name, said

_Type, _Text = QAccessible.Event, QAccessible.Text
CLAIM = "Claim: The ship was in the harbour, draft, 1 for, 0 against, 1 independent"
PHOTO = "Media: Photograph from the pier"
SUPPORTS = "supports Claim: The ship was in the harbour"


@pytest.fixture(autouse=True)
def voices(qapp: QApplication) -> Iterator[None]:
    """Somebody listens."""
    give_voices()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def frame_around(board: Board, title: str = "Pier") -> str:
    """A frame around the claim alone; its id."""
    bridge = board.bridge
    rect = Rect(80, 60, 240, 160)
    change = cards.add_frame(bridge.contents, bridge.new_id, board.view.board_id, rect, title)
    bridge.run(change)
    return change.edits[0].record.id


def find(board: Board, wanted: str) -> QAccessibleInterface:
    """The first part of the board that is called so."""
    waiting = [interface_of(board.view)]
    while waiting:
        here = waiting.pop(0)
        if name(here) == wanted:
            return here
        waiting += children(here)
    raise AssertionError(f"nothing is called {wanted}")


# -- what is there -----------------------------------------------------------------------------


def test_a_board_is_walked_from_frame_to_card_to_string(board: Board) -> None:
    frame_around(board)
    heard = dump(interface_of(board.view)).splitlines()
    assert heard[1:] == [
        "  Grouping: Frame: Pier, 1 card",
        f"    ListItem: {CLAIM} (1 link) – exhibit CB-001",
        f"      Link: is supported by {PHOTO}",
        f"  ListItem: {PHOTO} (1 link) – exhibit CB-002",
        f"    Link: {SUPPORTS}",
    ]
    assert heard[0].startswith("List: Board: Main board (2 of 2 cards in view, 100 per cent)")
    assert heard[0].endswith("– 2 cards, 1 link, 1 frame")


def test_every_part_knows_where_it_is(board: Board) -> None:
    frame_around(board)
    top = interface_of(board.view)
    waiting = [top]
    while waiting:
        here = waiting.pop()
        for n, child in enumerate(children(here)):
            assert child.parent() is here
            assert here.indexOfChild(child) == n
            waiting.append(child)
    card = find(board, PHOTO)
    at = board.view.mapToGlobal(board.at(500, 100))
    assert (card.rect().topLeft(), card.rect().width()) == (at, 200)


def test_what_lies_under_a_point_is_found_level_by_level(board: Board) -> None:
    frame_around(board)
    top = interface_of(board.view)

    def at(x: float, y: float) -> QPoint:
        return board.view.mapToGlobal(board.at(x, y))

    over = at(200, 150)
    frame = top.childAt(over.x(), over.y())
    assert name(frame) == "Frame: Pier, 1 card"
    card = frame.childAt(over.x(), over.y())
    assert name(card) == CLAIM
    assert card.childAt(over.x(), over.y()) is None
    middle = board.view.columns.middle(0)[0]
    over = at(float(middle[0]), float(middle[1]))
    assert name(top.childAt(over.x(), over.y())) == SUPPORTS
    over = at(90, 215)
    assert top.childAt(over.x(), over.y()) is frame
    over = at(200, 450)
    assert top.childAt(over.x(), over.y()) is None


def test_what_is_locked_collapsed_selected_or_out_of_sight_is_told_so(board: Board) -> None:
    bridge = board.bridge
    chosen = [board.claim_card.id]
    bridge.run(cards.set_flags(bridge.contents, chosen, "Lock", locked=True, collapsed=True))
    board.selection.set(cards=chosen)
    card, other = find(board, CLAIM), find(board, PHOTO)
    assert "locked" in card.text(_Text.Description)
    assert said(card).endswith("[collapsed, selected]")
    state = card.state()
    assert (state.movable, state.selectable, state.focusable, state.offscreen) == (
        False,
        True,
        True,
        False,
    )
    assert other.state().movable
    board.view.look_from(board.view.camera.panned(5000, 0))
    assert card.state().offscreen


def test_a_collapsed_frame_is_told_in_place_of_what_is_in_it(board: Board) -> None:
    frame, bridge = frame_around(board), board.bridge
    bridge.run(folding.toggle(bridge.contents, bridge.new_id, [frame]))
    heard = dump(interface_of(board.view)).splitlines()
    assert heard[0].endswith(
        "1 of 1 card in view, 100 per cent) – 1 card, 1 link, 1 frame, 1 collapsed"
    )
    assert heard[1:] == [
        "  Grouping: Frame: Pier, collapsed, 1 card (1 link) [collapsed]",
        f"    Link: is supported by {PHOTO}",
        f"  ListItem: {PHOTO} (1 link) – exhibit CB-002",
        f"    Link: {SUPPORTS}",
    ]
    stack = find(board, "Frame: Pier, collapsed, 1 card")
    stack.actionInterface().doAction(stack.actionInterface().pressAction())
    assert board.selection.now == Selected(frames=frozenset({frame}))


def test_what_is_hidden_is_not_told_and_what_stands_back_is_told_so(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.view.conceal({board.claim_card.id})
    top = interface_of(board.view)
    assert top.text(_Text.Description) == "1 card, 0 links, 0 frames, 1 hidden"
    assert [name(each) for each in children(top)] == [PHOTO]
    told = listen(monkeypatch)
    board.view.conceal(frozenset())
    board.view.fade({board.claim_card.id})
    assert {each for each, _ in events(told, _Type.ObjectReorder)} == {"ObjectReorder"}
    assert [said for _, said in events(told, _Type.Announcement)] == [
        "All 2 cards are shown",
        "2 cards, 1 link, 0 frames, 1 standing back",
    ]
    assert top.text(_Text.Description) == "2 cards, 1 link, 0 frames, 1 standing back"
    for each in (CLAIM, SUPPORTS):
        assert "stands back" in find(board, each).text(_Text.Description)
    assert "stands back" not in find(board, PHOTO).text(_Text.Description)


def test_what_has_not_been_read_yet_is_told_so(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> None:
        """As of a case on its way."""

    card = find(board, PHOTO)
    monkeypatch.setattr(type(board.view.contents), "get", nothing)
    assert name(card) == "What has not been read yet"
    assert card.text(_Text.Description) == ""


class _Paper(Page):
    """Written on, and nothing comes of it."""

    def type(self, text: str) -> None:
        """It reads so now."""

    def finish(self, text: str) -> None:
        """It is written."""

    def leave(self) -> None:
        """It is to be as it was before."""

    def let_go(self) -> None:
        """It stands nowhere any more."""


def test_what_is_written_on_the_board_is_a_part_of_it(board: Board) -> None:
    frame = frame_around(board)
    assert board.view.write_title(frame, "Pier", _Paper())
    top = interface_of(board.view)
    last = top.child(top.childCount() - 1)
    assert (last.role(), name(last)) == (QAccessible.Role.EditableText, "Title of the frame")
    assert last.parent() is top
    assert top.indexOfChild(last) == top.childCount() - 1
    board.view.stop_writing()


# -- what can be done --------------------------------------------------------------------------


def test_a_card_is_selected_and_a_string_leads_on(board: Board) -> None:
    card, string = find(board, PHOTO), find(board, SUPPORTS)
    actions = card.actionInterface()
    assert [actions.localizedActionName(each) for each in actions.actionNames()] == [
        "Select the card",
        "Select",
        "Open the menu",
        "Edit the title",
    ]
    actions.doAction(actions.pressAction())
    assert board.selection.cards == {board.photo_card.id}
    string.actionInterface().doAction(actions.setFocusAction())
    assert board.selection.links == {board.link.id}
    assert board.view.hasFocus()
    string.actionInterface().doAction(actions.pressAction())
    assert board.selection.cards == {board.claim_card.id}
    back = find(board, f"is supported by {PHOTO}")
    back.actionInterface().doAction(actions.pressAction())
    assert board.selection.cards == {board.photo_card.id}


def test_titles_and_menus_are_asked_for(board: Board, qtbot: QtBot) -> None:
    card = find(board, PHOTO)
    with qtbot.waitSignal(board.view.hands.opened):
        card.actionInterface().doAction(EDIT)
    assert board.selection.cards == {board.photo_card.id}
    with qtbot.waitSignal(board.view.hands.menu_wanted) as asked:
        card.actionInterface().doAction(card.actionInterface().showMenuAction())
    assert asked.args == [card.rect().center()]


def test_nothing_is_edited_in_a_case_open_for_reading(
    board: Board, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = find(board, PHOTO)
    monkeypatch.setattr(type(board.bridge), "read_only", True)
    assert EDIT not in card.actionInterface().actionNames()
    assert card.state().readOnly
    with qtbot.assertNotEmitted(board.view.hands.opened, wait=20):
        card.actionInterface().doAction(EDIT)


def test_a_screen_reader_selects_and_lets_go(board: Board) -> None:
    top = interface_of(board.view)
    chosen = top.selectionInterface()
    card, string = find(board, PHOTO), find(board, SUPPORTS)
    assert chosen.select(card)
    assert chosen.select(string)
    both = Selected(cards=frozenset({board.photo_card.id}), links=frozenset({board.link.id}))
    assert board.selection.now == both
    assert chosen.selectedItemCount() == 2
    assert chosen.selectedItems() == [card, string]
    assert chosen.selectedItem(1) is string
    assert chosen.selectedItem(2) is None
    assert chosen.isSelected(card)
    assert chosen.unselect(card)
    assert not chosen.isSelected(card)
    assert chosen.selectAll()
    assert len(board.selection.now) == 3
    assert chosen.clear()
    assert not board.selection.now


# -- what is told by itself --------------------------------------------------------------------


def events(told: list[Event], *types: QAccessible.Event) -> list[tuple[str, str]]:
    return [(each.type.name, each.sentence or each.name) for each in told if each.type in types]


def test_whoever_walks_by_keys_hears_every_step(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.view.setFocus()
    QApplication.processEvents()
    told = listen(monkeypatch)
    board.selection.set(cards=[board.claim_card.id])
    QTest.keyClick(board.view, Qt.Key.Key_Right, ALT)
    QTest.keyClick(board.view, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(board.view, Qt.Key.Key_Tab)
    QTest.keyClick(board.view, Qt.Key.Key_Escape)
    # A string is left by Tab for the card that is nearest to it.
    (last,) = {each.name for each in told[-4:] if each.name.startswith(("Claim", "Media"))}
    assert events(told, _Type.Focus, _Type.Announcement) == [
        ("Focus", CLAIM),
        ("Focus", PHOTO),
        ("Focus", SUPPORTS),
        ("Focus", last),
        ("Focus", "Board: Main board"),
    ]
    assert events(told, _Type.Selection, _Type.SelectionWithin)[1:3] == [
        ("Selection", PHOTO),
        ("Selection", SUPPORTS),
    ]


def test_whoever_selects_several_hears_of_the_last_one(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.view.setFocus()
    board.selection.set(cards=[board.claim_card.id])
    told = listen(monkeypatch)
    QTest.keyClick(board.view, Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert events(told, _Type.Focus) == [("Focus", PHOTO)]
    assert events(told, _Type.SelectionWithin) == [("SelectionWithin", "Board: Main board")]
    assert events(told, _Type.Announcement) == [("Announcement", "2 selected")]
    assert interface_of(board.view).focusChild() is find(board, PHOTO)


def test_why_nothing_happens_is_said_aloud(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.bridge.run(removal.delete_links(board.bridge.contents, [board.link.id]))
    board.view.setFocus()
    board.selection.set(cards=[board.claim_card.id])
    told = listen(monkeypatch)
    QTest.keyClick(board.view, Qt.Key.Key_Right, CTRL)
    none = "No string is tied to this card."
    assert events(told, _Type.Announcement) == [("Announcement", none)]


def test_whoever_comes_to_the_board_hears_where_they_stand(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.selection.set(cards=[board.photo_card.id])
    board.view.clearFocus()
    told = listen(monkeypatch)
    board.view.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert events(told, _Type.Focus) == [("Focus", PHOTO)]


def test_who_is_elsewhere_is_not_called_back(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.view.clearFocus()
    told = listen(monkeypatch)
    board.selection.set(cards=[board.photo_card.id])
    assert events(told, _Type.Focus) == []
    assert interface_of(board.view).focusChild() is None


def test_what_is_called_otherwise_is_told(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    dump(interface_of(board.view))
    told = listen(monkeypatch)
    board.bridge.case.set(board.photo, title="The quay")
    assert {each for _, each in events(told, _Type.NameChanged)} >= {"Media: The quay"}
    told.clear()
    board.bridge.run(removal.delete_links(board.bridge.contents, [board.link.id]))
    changed = {each for _, each in events(told, _Type.NameChanged)}
    assert CLAIM.replace("1 for, 0 against, 1 independent", "nothing for or against") in changed
    assert events(told, _Type.ObjectReorder) == [("ObjectReorder", "Board: Main board")]


def test_what_comes_is_told_and_what_goes_is_no_more(
    board: Board, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dump(interface_of(board.view))
    card = find(board, PHOTO)
    number = QAccessible.uniqueId(card)
    told = listen(monkeypatch)
    note = board.bridge.case.add("note", title="Look again")
    board.bridge.case.place(note, x=100, y=400, w=200, h=100)
    assert events(told, _Type.ObjectCreated) == [("ObjectCreated", "Note: Look again")]
    board.bridge.run(removal.delete_cards(board.bridge.contents, [board.photo_card.id]))
    assert not card.isValid()
    assert card.state().invalid
    assert (name(card), card.parent(), card.childCount()) == ("", None, 0)
    qtbot.waitUntil(lambda: not is_known(number))


def test_nothing_is_made_or_told_while_nobody_listens(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    QAccessible.setActive(False)
    board.view.setFocus()
    before = dict(listeners.KEPT)
    told = listen(monkeypatch)
    board.selection.set(cards=[board.photo_card.id])
    QTest.keyClick(board.view, Qt.Key.Key_Left, ALT)
    board.bridge.case.set(board.photo, title="The quay")
    QApplication.processEvents()
    assert told == []
    assert before == listeners.KEPT


# -- many cards, and the end -------------------------------------------------------------------


def test_of_too_many_parts_those_asked_for_longest_ago_are_let_go_of(
    board: Board, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(listeners, "MOST_MADE", 4)
    top = interface_of(board.view)
    for n in range(8):
        note = board.bridge.case.add("note", title=f"Note {n}")
        board.bridge.case.place(note, x=300 * n, y=400, w=200, h=100)
    qtbot.wait(1)
    board.view.setFocus()
    board.selection.set(cards=[board.claim_card.id])
    made = children(top)
    # Not while somebody may hold on to them.
    assert all(map(Shiboken.isValid, made))
    qtbot.waitUntil(lambda: sum(map(Shiboken.isValid, made)) <= 4)
    assert Shiboken.isValid(find(board, CLAIM))
    # They come back when they are asked for.
    assert {name(each) for each in children(top)} >= {f"Note: Note {n}" for n in range(8)}


@pytest.mark.parametrize("is_closed", [True, False])
def test_nothing_is_left_of_a_board_that_was_heard(board: Board, is_closed: bool) -> None:
    view = BoardView(
        board.bridge,
        board.view.board_id,
        board.selection,
        board.asked,
        can_read,
        None,
        theme("light"),
    )
    assert len(dump(interface_of(view)).splitlines()) == 5
    numbers = list(view.listeners.numbers)
    left = [weakref.ref(listeners.KEPT[each]) for each in numbers]
    left += [weakref.ref(each) for each in (view, view.listeners, view.columns)]
    assert len(numbers) == 4
    if is_closed:
        view.close()
    del view
    gc.collect()
    assert [each() for each in left if each() is not None] == []
    assert not any(map(is_known, numbers))


ALONE = """
import gc, sys
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
application = QApplication([])
QAccessible.setActive(True)
from pathlib import Path
from caseboard.board.board_view import BoardView
from caseboard.board.tools.state import Wishes
from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from caseboard.theme import theme
from caseboard.voices import give_voices
from casedb import Case
give_voices()
case = Case.create(Path(sys.argv[1]), "Harbour")
for n in range(40):
    case.place(case.add("note", title=str(n)), x=300 * n, y=0)
bridge = CaseBridge(case)

def heard(interface):
    interface.text(QAccessible.Text.Name), interface.state(), interface.rect()
    interface.actionInterface(), interface.selectionInterface(), interface.textInterface()
    return 1 + sum(heard(interface.child(n)) for n in range(interface.childCount()))

def make():
    view = BoardView(bridge, case.contents.boards[0].id, Selection(), Wishes(), lambda _: False,
                     None, theme("light"))
    view.show()
    assert heard(QAccessible.queryAccessibleInterface(view)) == 41
    return view

for n in range(6):
    view = make()
    if n % 2:
        view.close()
    del view
    gc.collect()
    application.processEvents()
last = make()
if sys.argv[2] == "closed":
    last.close()
    bridge.close()
print("heard")
sys.exit(0)
"""


@pytest.mark.parametrize("end", ["closed", "open"])
def test_the_program_ends_cleanly_with_boards_that_were_heard(tmp_path: Path, end: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", ALONE, str(tmp_path / "a.caseboard"), end],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "heard\n"), done.stderr


def test_of_a_hundred_thousand_cards_only_those_asked_for_are_made(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def count(spot: Spot) -> int:
        return 100_000 if spot == BOARD else 0

    def child(_: Spot, n: int) -> Spot:
        return Spot(Sort.CARD, str(n))

    reading = board.view.listeners.reading
    monkeypatch.setattr(reading, "count", count)
    monkeypatch.setattr(reading, "child", child)
    before = len(listeners.KEPT)
    top = interface_of(board.view)
    assert top.childCount() == 100_000
    assert isinstance(top.child(99_999), SpokenSpot)
    assert len(listeners.KEPT) == before + 1
