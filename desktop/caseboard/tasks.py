"""Work that would make the window wait: run in a worker thread, the result back in the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from casedb import CaseError
from casedb.words import say, term

R = TypeVar("R")

FAULT = term("A fault in the program stopped this. Nothing was changed; it can be tried again.")
"""What is said of work that ended as it never should."""


class Tasks(QObject):
    """Runs work beside the window. `busy(bool)` tells when there is some and when it is done."""

    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._awaited: dict[_Ticket, _Sequel] = {}
        # Without a parent: a worker that is late still holds it.
        self._done = _Done()
        self._done.finished.connect(self._finish)

    def run(
        self,
        work: Callable[[], R],
        then: Callable[[R], None],
        failed: Callable[[str], None],
    ) -> None:
        """Call `work` in a worker, then `then` with its result, or `failed` with a sentence.

        `work` may touch neither widgets nor the case. After `close`, nothing comes back.
        """
        ticket = _Ticket()
        if not self._awaited:
            self.busy.emit(True)
        # What `then` is given is what `work` has returned.
        self._awaited[ticket] = cast("Callable[[object], None]", then), failed
        self._pool.start(_Work(work, ticket, self._done))

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait for the workers; their results come with the next turn of the event loop."""
        return self._pool.waitForDone(milliseconds)

    def close(self) -> None:
        """Let nothing come back any more, and wait for what is running."""
        self._awaited.clear()
        self._pool.clear()
        self._pool.waitForDone(10_000)

    def _finish(self, ticket: _Ticket, result: object, sentence: str) -> None:
        # What was on its way already comes also after all was closed.
        sequel = self._awaited.pop(ticket, None)
        if sequel is None:
            return
        then, failed = sequel
        if not self._awaited:
            self.busy.emit(False)
        if sentence:
            failed(sentence)
        else:
            then(result)


class _Ticket:
    """Stands for one piece of work."""


_Sequel: TypeAlias = tuple[Callable[[object], None], Callable[[str], None]]
"""What follows on work that succeeded, and on work that failed."""


class _Done(QObject):
    finished = Signal(object, object, str)


class _Work(QRunnable):
    """Work on its way to a worker. Qt for Python may keep the shell of it when it is done: nothing
    hangs on that any more."""

    def __init__(self, work: Callable[[], object], ticket: _Ticket, done: _Done) -> None:
        super().__init__()
        self._work, self._ticket, self._done = work, ticket, done

    def run(self) -> None:
        work, ticket, done = self._work, self._ticket, self._done
        vars(self).clear()
        result: object = None
        sentence = say(FAULT)
        try:
            result = work()
            sentence = ""
        except CaseError as trouble:
            sentence = str(trouble)
        finally:
            # Also after a fault of ours, which goes on from here: nobody shall wait for ever.
            done.finished.emit(ticket, result, sentence)
