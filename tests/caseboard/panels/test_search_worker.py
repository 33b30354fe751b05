"""Searching beside the window: the newest question wins, and closing meanwhile is safe."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseboard.panels.search_worker import Question, Searcher
from casedb import Case
from casedb.errors import CannotOpen, CaseDamaged
from casedb.model.records import Item
from casedb.store.search import Hit

SECONDS = 5.0


@dataclass
class SlowCase:
    """A case whose searches take until they are let go or interrupted."""

    asked: list[str] = field(default_factory=list[str])
    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    gone_on: threading.Event = field(default_factory=threading.Event)
    hears: bool = True
    trouble: Exception | None = None
    gives: bool = True
    opened: int = 0
    closed: int = 0
    is_interrupted: bool = False

    def reader(self) -> SlowCase:
        """As `Case.reader`."""
        if not self.gives:
            raise CannotOpen("There is no file any more.")
        self.opened += 1
        return self

    def find(self, text: str, limit: int) -> list[Hit]:
        """As `Reader.find`."""
        self.is_interrupted = False
        self.asked.append(text)
        self.begun.release()
        if self.trouble is not None:
            raise self.trouble
        if text.startswith("slow"):
            assert self.gone_on.wait(SECONDS)
            self.gone_on.clear()
            if self.is_interrupted:
                raise InterruptedError
        return [Hit(Item, text, 0.0)]

    def interrupt(self) -> None:
        """As `Reader.interrupt`."""
        if self.hears:
            self.is_interrupted = True
            self.gone_on.set()

    def close(self) -> None:
        """As `Reader.close`."""
        self.closed += 1


@dataclass
class Bench:
    """A searcher over a slow case, and what came of it."""

    case: SlowCase
    searcher: Searcher
    found: list[str] = field(default_factory=list[str])
    failed: list[str] = field(default_factory=list[str])

    def ask(self, text: str) -> None:
        """Ask, and wait until the thread is at it."""
        self.searcher.ask(text)
        assert self.case.begun.acquire(timeout=SECONDS)


@pytest.fixture
def bench(qapp: object) -> Iterator[Bench]:
    """A searcher over a slow case."""
    case = SlowCase()
    made = Bench(case, Searcher(cast("Case", case)))

    def note(question: Question, hits: list[Hit]) -> None:
        assert [hit.id for hit in hits] == [question.text]
        made.found.append(question.text)

    made.searcher.found.connect(note)
    made.searcher.failed.connect(made.failed.append)
    yield made
    made.searcher.close()
    assert case.closed == case.opened


def until(qtbot: QtBot, reached: Callable[[], bool]) -> None:
    qtbot.waitUntil(reached, timeout=round(SECONDS * 1000))


def test_an_answer_comes_back(bench: Bench, qtbot: QtBot):
    bench.ask("harbour")
    until(qtbot, lambda: bench.found == ["harbour"])


def test_the_next_question_interrupts_the_one_before(bench: Bench, qtbot: QtBot):
    bench.ask("slow harbour")
    bench.ask("pier")
    until(qtbot, lambda: bench.found == ["pier"])
    assert bench.case.asked == ["slow harbour", "pier"]
    assert bench.failed == []


def test_an_answer_that_comes_too_late_is_dropped(bench: Bench, qtbot: QtBot):
    bench.case.hears = False
    bench.ask("slow harbour")
    bench.searcher.ask("pier")
    bench.case.gone_on.set()
    until(qtbot, lambda: bench.found == ["pier"])
    assert bench.case.asked == ["slow harbour", "pier"]


def test_of_many_questions_only_the_last_is_answered(bench: Bench, qtbot: QtBot):
    bench.ask("slow h")
    for text in ("slow ha", "slow har", "slow harb", "harbour"):
        bench.searcher.ask(text)
    until(qtbot, lambda: bench.found == ["harbour"])
    assert bench.case.asked[-1] == "harbour"


def test_a_dropped_question_is_not_answered(bench: Bench, qtbot: QtBot):
    bench.ask("slow harbour")
    bench.searcher.drop()
    bench.ask("pier")
    until(qtbot, lambda: bench.found == ["pier"])


def test_a_failure_is_told_in_a_sentence(bench: Bench, qtbot: QtBot):
    bench.case.trouble = CaseDamaged("The search index cannot be read: it is malformed.")
    bench.ask("harbour")
    until(qtbot, lambda: bool(bench.failed))
    assert bench.failed == ["The search index cannot be read: it is malformed."]
    bench.case.trouble = None
    bench.ask("pier")
    until(qtbot, lambda: bench.found == ["pier"])


def test_closing_while_searching_ends_the_search(bench: Bench, qtbot: QtBot):
    bench.ask("slow harbour")
    bench.searcher.close()
    qtbot.wait(1)
    assert bench.found == []
    bench.searcher.close()
    bench.searcher.ask("pier")
    qtbot.wait(1)
    assert bench.case.asked == ["slow harbour"]


def test_a_case_that_gives_no_connection_says_why(bench: Bench):
    bench.case.gives = False
    bench.searcher.ask("harbour")
    assert bench.failed == ["There is no file any more."]


def test_a_searcher_that_is_thrown_away_stops_its_thread(qtbot: QtBot):
    case, owner = SlowCase(), QObject()
    searcher = Searcher(cast("Case", case), owner)
    searcher.ask("slow harbour")
    assert case.begun.acquire(timeout=SECONDS)
    owner.deleteLater()
    until(qtbot, lambda: case.closed == 1)
