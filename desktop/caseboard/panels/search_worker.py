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
    """What was asked, its number in the order of asking, and the connection to ask it on."""

    number: int
    text: str
    reader: Reader


class Searcher(QObject):
    """Searches one case beside the window.

    `found(Question, list[Hit])` answers the newest question only; `failed(str)` carries a sentence
    where that could not be answered. Close it before the case.
    """

    found = Signal(object, object)
    failed = Signal(str)

    def __init__(self, case: Case, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._newest = 0
        self._is_closed = False
        self._thread = _Thread(self)
        self._thread.found.connect(self._take)
        self._thread.failed.connect(self._take_failure)
        # A thread must not outlive what it belongs to, also where nobody closed it.
        thread = self._thread
        self.destroyed.connect(lambda: thread.stop())

    def ask(self, text: str) -> None:
        """Search for a text; what was being searched for is dropped."""
        if self._is_closed:
            return
        self._newest += 1
        try:
            # Which index can be asked is decided here: the worker knows the file alone.
            reader = self._case.reader()
        except CaseError as trouble:
            self.failed.emit(str(trouble))
            return
        self._thread.ask(Question(self._newest, text, reader))

    def drop(self) -> None:
        """Let go of what is being searched for; nothing comes back of it."""
        self._newest += 1
        self._thread.drop()

    def close(self) -> None:
        """Stop the thread and give its connection back. Harmless twice."""
        self._newest += 1
        self._is_closed = True
        self._thread.stop()

    def _take(self, question: Question, hits: object) -> None:
        if question.number == self._newest:
            self.found.emit(question, hits)

    def _take_failure(self, question: Question, sentence: str) -> None:
        if question.number == self._newest:
            self.failed.emit(sentence)


class _Thread(QThread):
    """Waits for a question, answers it and closes its connection.

    The guard covers which question waits and which is being asked, so that an interruption meets a
    connection that is open, and only that of a question older than the one being put.
    """

    found = Signal(object, object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._guard = QMutex()
        self._wake = QWaitCondition()
        self._waiting: Question | None = None
        self._asked: Question | None = None
        self._is_stopped = False

    def ask(self, question: Question) -> None:
        """Put a question in place of all others."""
        with QMutexLocker(self._guard):
            self._let_go()
            self._waiting = question
            self._wake.wakeAll()
        if not self.isRunning():
            self.start()

    def drop(self) -> None:
        """Let go of all questions."""
        with QMutexLocker(self._guard):
            self._let_go()

    def stop(self) -> None:
        """End the thread, and wait for that."""
        with QMutexLocker(self._guard):
            self._is_stopped = True
            self._let_go()
            self._wake.wakeAll()
        self.wait()

    def _let_go(self) -> None:
        if self._waiting is not None:
            self._waiting.reader.close()
            self._waiting = None
        if self._asked is not None:
            self._asked.reader.interrupt()

    def run(self) -> None:
        while (question := self._next()) is not None:
            try:
                hits = question.reader.find(question.text, LIMIT)
            except InterruptedError:
                self._finish(question)
            except CaseError as trouble:
                self._finish(question)
                self.failed.emit(question, str(trouble))
            else:
                self._finish(question)
                self.found.emit(question, hits)

    def _next(self) -> Question | None:
        with QMutexLocker(self._guard):
            while self._waiting is None and not self._is_stopped:
                self._wake.wait(self._guard)
            self._asked, self._waiting = self._waiting, None
            return self._asked

    def _finish(self, question: Question) -> None:
        with QMutexLocker(self._guard):
            self._asked = None
            question.reader.close()
