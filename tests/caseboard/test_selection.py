"""The shared selection."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.selection import Selected, Selection


def test_a_change_is_told_once_and_only_when_it_is_one(qtbot: QtBot) -> None:
    selection = Selection()
    with qtbot.waitSignal(selection.changed):
        selection.set(cards=["a", "b"])
    with qtbot.assertNotEmitted(selection.changed):
        selection.set(cards=["b", "a"])


def test_adding_and_toggling() -> None:
    selection = Selection()
    selection.set(cards=["a"])
    selection.add(Selected(links=frozenset({"l"})))
    assert (selection.cards, selection.links) == ({"a"}, {"l"})
    selection.toggle(Selected(cards=frozenset({"a", "b"})))
    assert selection.cards == {"b"}
    selection.clear()
    assert not selection.now


def test_a_selected_card_selects_its_item(bridge: CaseBridge) -> None:
    case = bridge.case
    note, other = case.add("note", title="A"), case.add("note", title="B")
    card = case.place(note)
    selection = Selection()
    selection.set(cards=[card.id], items=[note.id, other.id])
    assert selection.item_ids(case.contents) == [note.id, other.id]


def test_what_is_gone_is_let_go_of(bridge: CaseBridge) -> None:
    case = bridge.case
    card = case.place(case.add("note", title="A"))
    selection = Selection()
    selection.set(cards=[card.id])
    case.undo()
    selection.prune(case.contents)
    assert not selection.now


def test_it_rests_once_after_many_changes(qtbot: QtBot) -> None:
    selection = Selection()
    rests: list[int] = []
    selection.rested.connect(lambda: rests.append(len(selection.now)))
    with qtbot.waitSignal(selection.rested):
        for number in range(1, 4):
            selection.set(items=map(str, range(number)))
            assert not rests
    assert rests == [3]
    selection.settle()
    assert rests == [3]
    selection.clear()
    selection.settle()
    assert rests == [3, 0]
