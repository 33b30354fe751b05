"""Work beside the window."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from caseboard.tasks import Tasks
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
