"""Long work between events: at once where it is short, a little at a time where it is long."""

from __future__ import annotations

from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from caseboard import piecemeal
from caseboard.piecemeal import Piecemeal, Steps, portions

pytestmark = pytest.mark.usefixtures("qapp")


def counting(to: int) -> Steps[int]:
    """Counts, with a pause after each number."""
    for n in count(1):
        if n >= to:
            return n
        yield
    raise AssertionError


def test_short_work_is_done_at_once() -> None:
    done: list[int] = []
    work = Piecemeal()
    work.begin(counting(5), done.append)
    assert done == [5]
    assert not work.is_busy


def test_long_work_goes_on_when_the_window_has_had_its_turn(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecemeal, "SLICE", 0.0)
    done: list[int] = []
    work = Piecemeal()
    work.begin(counting(5), done.append)
    assert work.is_busy and not done
    qtbot.waitUntil(lambda: done == [5])
    assert not work.is_busy


def test_work_that_fails_has_no_result_and_is_dropped() -> None:
    def failing() -> Steps[int]:
        raise ValueError("a fault")
        yield

    done: list[int] = []
    work = Piecemeal()
    with pytest.raises(ValueError, match="a fault"):
        work.begin(failing(), done.append)
    assert not work.is_busy
    work.finish()
    assert not done


def test_new_work_takes_the_place_of_what_was_begun(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecemeal, "SLICE", 0.0)
    done: list[int] = []
    work = Piecemeal()
    work.begin(counting(1000), done.append)
    work.begin(counting(3), done.append)
    qtbot.waitUntil(lambda: not work.is_busy)
    assert done == [3]
    work.begin(counting(1000), done.append)
    work.drop()
    qtbot.wait(20)
    assert done == [3]


def test_what_is_left_can_be_finished_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piecemeal, "SLICE", 0.0)
    done: list[int] = []
    work = Piecemeal()
    work.begin(counting(500), done.append)
    work.finish()
    assert done == [500]
    work.finish()
    assert done == [500]


def test_portions_hold_everything_once() -> None:
    parts = list(portions(range(1201)))
    assert [each for part in parts for each in part] == list(range(1201))
    assert max(map(len, parts)) == piecemeal.PORTION
