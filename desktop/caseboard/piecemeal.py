"""`Piecemeal`: long work of the window's own thread, done a little at a time between its events."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer

from caseboard.deadline import Deadline

R = TypeVar("R")
T = TypeVar("T")

Steps: TypeAlias = Generator[None, None, R]
"""Work that pauses often; what it returns is its result."""

SLICE = 6.0
"""Milliseconds that are worked before the window has its turn."""
PORTION = 500
"""How many of many things are taken between two pauses."""


def finished(steps: Steps[R]) -> R:
    """Do some work at once, and return its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def portions(things: Iterable[T]) -> Iterator[list[T]]:
    """Many things, a few at a time."""
    rest = iter(things)
    while portion := list(islice(rest, PORTION)):
        yield portion


class Piecemeal(QObject):
    """Does one piece of work at a time. What takes less than a slice is done at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._advance: Callable[[], bool] = _is_done
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._work)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to be done."""
        return self._clock.isActive()

    def begin(self, steps: Steps[R], then: Callable[[R], None]) -> None:
        """Do some work and hand on its result; what was begun before is dropped."""

        def advance() -> bool:
            try:
                next(steps)
            except StopIteration as end:
                self.drop()
                then(end.value)
                return True
            except Exception:
                # What has failed has no result, and cannot be gone on with.
                self.drop()
                raise
            return False

        self._advance = advance
        self._clock.start()
        self._work()

    def drop(self) -> None:
        """Go on with nothing."""
        self._clock.stop()
        self._advance = _is_done

    def finish(self) -> None:
        """Do at once what is left."""
        while not self._advance():
            pass

    def _work(self) -> None:
        end = Deadline(SLICE)
        while not self._advance():
            if end.is_over:
                return


def _is_done() -> bool:
    return True
