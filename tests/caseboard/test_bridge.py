"""The bridge: changes become signals, refusals become sentences, typing becomes one step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseboard.bridge import TYPING_SECONDS, CaseBridge, Typing
from caseboard.inspector.backlog import Saving
from caseboard.status_bar import StatusBar
from casedb.commands import items, removal
from casedb.errors import NotSaved


def test_a_commit_is_told(qtbot: QtBot, bridge: CaseBridge) -> None:
    with qtbot.waitSignal(bridge.changed) as told:
        bridge.case.add("note", title="A")
    assert told.args is not None
    assert told.args[0].entry.label == "Add note"


def test_a_refusal_is_a_sentence_and_changes_nothing(qtbot: QtBot, bridge: CaseBridge) -> None:
    board = bridge.contents.boards[0].id
    length = bridge.case.journal.length
    with qtbot.waitSignal(bridge.failed) as told:
        assert not bridge.attempt(lambda: removal.delete_board(bridge.contents, board))
    assert told.args is not None
    assert "at least one board" in told.args[0]
    assert bridge.case.journal.length == length


def test_a_change_the_disk_refused_is_behind_until_one_is_saved(
    bridge: CaseBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = bridge.contents.boards[0].id
    change = items.add_item(bridge.contents, bridge.new_id, "note", {"title": "A"})

    def refuse(*_: object) -> None:
        raise NotSaved("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(bridge.case, "run", refuse)
        assert not bridge.run(change)
    assert bridge.is_behind
    status = StatusBar()
    status.show_saved(bridge, Saving.DONE)
    assert "The last change is not saved" in texts_of(status)
    assert bridge.run(change)
    assert not bridge.is_behind
    status.show_saved(bridge, Saving.DONE)
    assert "Every change saved" in texts_of(status)
    status.show_saved(bridge, Saving.WAITING)
    assert "Saving…" in texts_of(status)
    status.show_saved(bridge, Saving.REFUSED)
    assert "The last change is not saved" in texts_of(status)
    # A command that refuses has left nothing behind that should be in the file.
    assert not bridge.attempt(lambda: removal.delete_board(bridge.contents, board))
    assert not bridge.is_behind


def texts_of(status: StatusBar) -> list[str]:
    return [label.text() for label in status.findChildren(QLabel)]


def test_typing_in_one_field_is_one_step(bridge: CaseBridge) -> None:
    note = bridge.case.add("note", title="")
    for text in ("H", "Ha", "Harbour"):
        held = bridge.contents.items[note.id]
        gesture = bridge.typing(f"{note.id} title")
        assert bridge.run(items.set_values(held, {"title": text}, "Edit title", gesture))
    bridge.undo()
    assert bridge.contents.items[note.id].title == ""
    bridge.redo()
    assert bridge.contents.items[note.id].title == "Harbour"


@pytest.mark.parametrize(
    ("second", "pause", "same"),
    [("title", 1.0, True), ("title", TYPING_SECONDS + 1, False), ("notes", 1.0, False)],
)
def test_what_belongs_to_one_stretch_of_typing(second: str, pause: float, same: bool) -> None:
    clock = [0.0]
    typing = Typing(lambda: clock[0])
    first = typing.gesture("title")
    clock[0] += pause
    assert (typing.gesture(second) == first) is same


def test_an_undo_ends_a_stretch_of_typing() -> None:
    typing = Typing(lambda: 0.0)
    first = typing.gesture("title")
    typing.end()
    assert typing.gesture("title") != first
