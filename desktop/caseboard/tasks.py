"""Work that would make the window wait: run in a worker thread, the result back in the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from casedb import CaseError

R = TypeVar("R")

FAULT = "A fault in the program stopped this. Nothing was changed; it can be tried again."
"""What is said of work that ended as it never should."""


class Tasks(QObject):
    """Runs work beside the window. `busy(bool)` tells when there is some and when it is done."""

    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[_Work] = set()
        self._is_closed = False

    def run(
        self,
        work: Callable[[], R],
        then: Callable[[R], None],
        failed: Callable[[str], None],
    ) -> None:
        """Call `work` in a worker, then `then` with its result, or `failed` with a sentence.

        `work` may touch neither widgets nor the case. After `close`, nothing comes back.
        """
        job = _Work(work)

        def finish(result: object, sentence: str) -> None:
            # What was on its way already comes also after its signal is disconnected.
            if self._is_closed:
                return
            self._running.discard(job)
            if not self._running:
                self.busy.emit(False)
            if sentence:
                failed(sentence)
            else:
                then(result)  # pyright: ignore[reportArgumentType] - it is what `work` returned

        job.done.finished.connect(finish)
        if not self._running:
            self.busy.emit(True)
        self._running.add(job)
        self._pool.start(job)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait for the workers; their results come with the next turn of the event loop."""
        return self._pool.waitForDone(milliseconds)

    def close(self) -> None:
        """Let nothing come back any more, and wait for what is running."""
        self._is_closed = True
        for job in self._running:
            job.done.finished.disconnect()
        # What waits must leave the pool before it is let go of: the pool only points at it.
        self._pool.clear()
        if self._pool.waitForDone(10_000):
            self._running.clear()


class _Done(QObject):
    finished = Signal(object, str)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.done = _Done()
        self._work = work

    def run(self) -> None:
        result: object = None
        sentence = FAULT
        try:
            result = self._work()
            sentence = ""
        except CaseError as trouble:
            sentence = str(trouble)
        finally:
            # Also after a fault of ours, which goes on from here: nobody shall wait for ever.
            self.done.finished.emit(result, sentence)
