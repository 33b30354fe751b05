"""`Searcher`: asks the full-text index in a thread of its own; the newest question wins."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMutex, QMutexLocker, QObject, QThread, QWaitCondition, Signal

from casedb import Case, CaseError
from casedb.store.reader import Reader

LIMIT = 200
"""Results of one search; more than anybody reads."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and the how-manieth question it was."""

    number: int
    text: str


class Searcher(QObject):
    """Searches one case beside the window.

    `found(Question, list[Hit])` answers the newest question only; `failed(Question, str)` carries a
    sentence where it could not be answered. Close it before the case.
    """

    found = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, case: Case, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._thread = _Thread(case, self)
        self._thread.found.connect(self._take)
        self._thread.failed.connect(self._take_failure)
        # A thread must not outlive what it belongs to, also where nobody closed it.
        thread = self._thread
        self.destroyed.connect(lambda: thread.stop())

    def ask(self, text: str) -> None:
        """Search for a text; what was being searched for is dropped."""
        self._newest += 1
        self._thread.ask(Question(self._newest, text))

    def drop(self) -> None:
        """Let go of what is being searched for; nothing comes back of it."""
        self._newest += 1
        self._thread.interrupt()

    def close(self) -> None:
        """Stop the thread and give its connection back. Harmless twice."""
        self._newest += 1
        self._thread.stop()

    def _take(self, question: Question, hits: object) -> None:
        if question.number == self._newest:
            self.found.emit(question, hits)

    def _take_failure(self, question: Question, sentence: str) -> None:
        if question.number == self._newest:
            self.failed.emit(question, sentence)


class _Thread(QThread):
    """Waits for a question, opens its connection at the first one, and answers.

    The guard covers the waiting question and the connection: an interruption under it can meet only
    a question that is older than the one being put.
    """

    found = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, case: Case, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._guard = QMutex()
        self._wake = QWaitCondition()
        self._waiting: Question | None = None
        self._asked: Question | None = None
        self._reader: Reader | None = None
        self._is_stopped = False

    def ask(self, question: Question) -> None:
        with QMutexLocker(self._guard):
            if self._is_stopped:
                return
            self._interrupt()
            self._waiting = question
            self._wake.wakeAll()
        if not self.isRunning():
            self.start()

    def interrupt(self) -> None:
        with QMutexLocker(self._guard):
            self._waiting = None
            self._interrupt()

    def stop(self) -> None:
        with QMutexLocker(self._guard):
            self._is_stopped = True
            self._interrupt()
            self._wake.wakeAll()
        self.wait()

    def _interrupt(self) -> None:
        self._asked = None
        if self._reader is not None:
            self._reader.interrupt()

    def run(self) -> None:
        while (question := self._next()) is not None:
            self._answer(question)
        with QMutexLocker(self._guard):
            if self._reader is not None:
                self._reader.close()
                self._reader = None

    def _next(self) -> Question | None:
        with QMutexLocker(self._guard):
            while self._waiting is None and not self._is_stopped:
                self._wake.wait(self._guard)
            self._asked, self._waiting = self._waiting, None
            return None if self._is_stopped else self._asked

    def _answer(self, question: Question) -> None:
        try:
            reader = self._open()
            hits = reader.find(question.text, LIMIT)
        except InterruptedError:
            self._put_back(question)
        except CaseError as trouble:
            self.failed.emit(question, str(trouble))
        else:
            self.found.emit(question, hits)

    def _open(self) -> Reader:
        with QMutexLocker(self._guard):
            if self._reader is None:
                self._reader = self._case.reader()
            return self._reader

    def _put_back(self, question: Question) -> None:
        """Ask again what was interrupted, unless something newer is asked by now."""
        with QMutexLocker(self._guard):
            if self._asked is question and self._waiting is None:
                self._waiting = question
