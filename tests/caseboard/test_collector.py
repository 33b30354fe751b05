"""Garbage is collected in the thread of the window, and never beside it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseboard.collector import BEAT, Collector, collect_due
from casedb.garbage import collect_all, set_aside, take_back, uncollected


class Ring:
    """Something that only the collector takes apart; where it was, it notes."""

    taken_apart: list[int]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.taken_apart.append(threading.get_ident())


@pytest.fixture(autouse=True)
def collector_as_it_was() -> Iterator[None]:
    was_on, Ring.taken_apart = gc.isenabled(), []
    yield
    (gc.enable if was_on else gc.disable)()


def make_much(kept: list[object]) -> None:
    """As much as makes the collector start by itself."""
    Ring()
    kept += [[n] for n in range(20_000)]


def test_what_a_worker_leaves_is_taken_apart_by_the_window(qtbot: QtBot) -> None:
    gc.collect()
    gc.enable()
    holder = QObject()
    Collector(holder)
    kept: list[object] = []
    worker = threading.Thread(target=make_much, args=(kept,))
    worker.start()
    worker.join()
    assert Ring.taken_apart == []
    qtbot.waitUntil(lambda: bool(Ring.taken_apart))
    assert set(Ring.taken_apart) == {threading.get_ident()}


def test_whoever_keeps_the_collector_away_is_not_disturbed() -> None:
    gc.collect()
    with uncollected():
        ring = weakref.ref(Ring())
        kept = [[n] for n in range(20_000)]
        collect_due()
        assert ring() is not None
    del kept
    gc.collect()
    assert ring() is None


def test_what_is_left_of_a_large_case_is_collected_soon_after_it_was_closed(qtbot: QtBot) -> None:
    collect_all()
    holder = QObject()
    with uncollected():
        kept = [[n] for n in range(30_000)]
        assert set_aside()
    Ring()
    Collector(holder)
    qtbot.wait(2 * BEAT)
    assert Ring.taken_apart == []
    del kept
    take_back()
    qtbot.waitUntil(lambda: len(Ring.taken_apart) == 1)
