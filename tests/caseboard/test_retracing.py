"""Undo and redo of a large step: beside the window, told of, and selected once all of it is back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.progress import Progress
from caseboard.retracing import LARGE, Retracing
from caseboard.tasks import Tasks
from casedb import Change
from casedb.commands import items


class Bench:
    """A case with one large step in it, and whoever takes it back."""

    def __init__(self, bridge: CaseBridge, qtbot: QtBot) -> None:
        self.bridge, self.qtbot = bridge, qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.tasks = Tasks(self.window)
        self.retracing = Retracing(bridge, self.tasks, self.window, lambda: None)
        bridge.retrace = self.retracing.take
        self.told: list[Change] = []
        self.troubles: list[str] = []
        wanted = [("note", {"title": f"Note {n}"}) for n in range(LARGE)]
        bridge.run(items.add_items(bridge.contents, bridge.new_id, wanted))
        bridge.changed.connect(self.told.append)
        bridge.failed.connect(self.troubles.append)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.retracing.is_busy, timeout=30_000)


@pytest.fixture
def bench(bridge: CaseBridge, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(bridge, qtbot)
    yield made
    made.retracing.close()
    made.tasks.close()


def test_a_large_step_goes_and_comes_a_portion_at_a_time(bench: Bench) -> None:
    length = bench.bridge.case.journal.length
    for way, left in ((bench.bridge.undo, 0), (bench.bridge.redo, LARGE)):
        bench.told.clear()
        assert way()
        assert bench.retracing.is_busy and bench.told == []
        assert way(), "a key that is held down is no second step"
        bench.wait()
        assert len(bench.bridge.contents.items) == left
        assert len(bench.told) > 2
        assert [each.is_more for each in bench.told[-2:]] == [True, False]
    assert bench.bridge.case.journal.length == length + 2
    assert not bench.troubles and not [
        each for each in bench.window.findChildren(Progress) if each.isVisible()
    ]


def test_calling_off_leaves_all_as_it_was(bench: Bench) -> None:
    head = bench.bridge.case.journal.head
    assert bench.bridge.undo()
    bench.window.findChildren(Progress)[-1].call_off()
    bench.wait()
    assert bench.bridge.case.journal.head == head
    assert len(bench.bridge.contents.items) == LARGE
    assert bench.troubles == ["This was cancelled, and nothing has changed."]
    bench.bridge.undo()
    bench.wait()
    assert not bench.bridge.contents.items


def test_a_small_step_is_taken_back_at_once(bench: Bench) -> None:
    note = bench.bridge.case.add("note", title="Small")
    assert bench.bridge.undo()
    assert not bench.retracing.is_busy and note.id not in bench.bridge.contents.items


def test_while_something_is_stored_nothing_is_taken_back(bench: Bench) -> None:
    apart = bench.bridge.case.apart()
    assert not bench.bridge.undo()
    assert "being stored" in bench.troubles[-1]
    apart.end()


def test_closing_meanwhile_stops_it_or_finishes_it(bench: Bench) -> None:
    assert bench.bridge.undo()
    bench.retracing.close()
    assert not bench.retracing.is_busy
    left = len(bench.bridge.contents.items)
    assert left in (0, LARGE)
    is_undone = bench.bridge.case.redo_step is not None
    assert is_undone == (left == 0)
