"""Faults: noted without a word of the case, told once, and the program goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from caseboard import faults
from caseboard.faults import Faults
from casedb.store.home import Home


class Unforeseen(Exception):
    """A fault that no one catches."""


@contextmanager
def installed(home: Home) -> Generator[Faults, None, None]:
    """Faults that take what no one catches, until what took it before does so again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", sys.excepthook)
        patch.setattr(threading, "excepthook", threading.excepthook)
        found = Faults(home)
        found.install()
        try:
            yield found
        finally:
            found.close()


@pytest.fixture
def taken(home: Home) -> Iterator[Faults]:
    with installed(home) as found:
        yield found


def fail() -> None:
    raise Unforeseen("the title of a secret case")


def take(found: Faults) -> None:
    try:
        fail()
    except Unforeseen as fault:
        found.take(type(fault), fault, fault.__traceback__)


def test_a_fault_is_noted_by_its_place_and_not_by_what_it_says(
    taken: Faults, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
):
    with qtbot.waitSignal(taken.happened) as told:
        take(taken)
    noted = taken.path.read_text(encoding="utf-8")
    assert "Unforeseen" in noted and "test_faults.py" in noted and "fail" in noted
    assert "secret" not in noted
    assert told.args and str(taken.path) in told.args[0]
    assert "secret case" in capsys.readouterr().err


def test_a_fault_in_a_slot_and_one_in_a_thread_are_taken(
    home: Home, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
):
    # Within the test: pytest may take the hooks for itself between its fixtures and its call.
    with installed(home) as taken:
        with qtbot.waitSignal(taken.happened):
            QTimer.singleShot(0, fail)
        worker = threading.Thread(target=fail)
        with qtbot.waitSignal(taken.happened):
            worker.start()
            worker.join()
    assert taken.path.read_text(encoding="utf-8").count("Unforeseen") == 2
    assert capsys.readouterr().err


def test_a_fault_while_one_is_told_is_noted_and_not_told_again(
    taken: Faults, capsys: pytest.CaptureFixture[str]
):
    told: list[str] = []

    def answer(sentence: str) -> None:
        told.append(sentence)
        take(taken)

    taken.happened.connect(answer)
    take(taken)
    assert len(told) == 1
    assert taken.path.read_text(encoding="utf-8").count("Unforeseen") == 2
    assert capsys.readouterr().err


def test_the_notes_are_begun_anew_before_they_fill_the_disk(
    taken: Faults, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(faults, "LARGEST", 300)
    for _ in range(40):
        take(taken)
    kept = [each.stat().st_size for each in taken.path.parent.glob("faults*")]
    assert len(kept) == 2 and sum(kept) < 1200
    assert capsys.readouterr().err


def test_an_interrupt_from_the_keyboard_is_no_fault(
    taken: Faults, capsys: pytest.CaptureFixture[str]
):
    told: list[str] = []
    taken.happened.connect(told.append)
    taken.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err
    assert told == [] and not taken.path.exists()
