"""Work beside the window."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from caseboard.tasks import FAULT, Tasks
from casedb.errors import IntakeRefused


def test_the_result_comes_back_in_the_window_s_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    got: list[tuple[int, bool]] = []
    window = threading.get_ident()
    tasks.run(
        threading.get_ident,
        lambda worker: got.append((worker, threading.get_ident() == window)),
        lambda sentence: None,
    )
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] != window
    assert got[0][1]
    tasks.close()


def test_a_refusal_comes_back_as_a_sentence(qtbot: QtBot) -> None:
    def refuse() -> None:
        raise IntakeRefused("No.")

    tasks = Tasks()
    got: list[str] = []
    tasks.run(refuse, lambda result: None, got.append)
    qtbot.waitUntil(lambda: got == ["No."])
    tasks.close()


def test_nothing_comes_back_after_closing(qtbot: QtBot) -> None:
    tasks = Tasks()
    start = threading.Event()
    got: list[object] = []
    tasks.run(lambda: start.wait(5), got.append, lambda sentence: got.append(sentence))
    start.set()
    tasks.close()
    qtbot.wait(20)
    assert not got


def test_nor_does_what_was_done_before_and_waits_to_be_told(qtbot: QtBot) -> None:
    tasks = Tasks()
    got: list[object] = []
    for _ in range(2):
        tasks.run(lambda: "done", got.append, got.append)
    assert tasks.wait()
    tasks.close()
    qtbot.wait(20)
    assert not got


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_ours_is_told_too_and_nobody_waits_for_ever(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    def break_down() -> None:
        raise KeyError("a fault")

    tasks = Tasks()
    got: list[str] = []
    busy: list[bool] = []
    tasks.busy.connect(busy.append)
    with qtbot.captureExceptions():
        tasks.run(break_down, lambda result: None, got.append)
        qtbot.waitUntil(lambda: got == [FAULT])
    assert busy == [True, False]
    tasks.close()


def test_work_that_waits_for_its_turn_is_dropped_on_closing(qtbot: QtBot) -> None:
    tasks = Tasks()
    start = threading.Event()
    ran: list[int] = []

    def wait_and_note(number: int) -> None:
        start.wait(5)
        ran.append(number)

    many = 200
    for number in range(many):
        tasks.run(lambda number=number: wait_and_note(number), lambda _: None, lambda _: None)
    threading.Timer(0.05, start.set).start()
    tasks.close()
    assert len(ran) < many
