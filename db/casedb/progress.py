"""How far a long piece of work has come, for whoever wants to hear of it and may end it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Told: TypeAlias = "Callable[[int, int], None]"
"""Hears how much is done, and of how much (0 where nobody can say); what it raises ends the work."""


class Progress:
    """Counts what is done of a whole, and tells it."""

    def __init__(self, told: Told | None = None) -> None:
        self._told = told
        self._done = self._whole = 0

    def begin(self, whole: int) -> None:
        """Tell how much there is to do."""
        self._whole = whole
        self.go_on()

    def go_on(self, by: int = 0) -> None:
        """Tell that so much more is done; of none, that the work goes on."""
        self._done = min(self._done + by, self._whole)
        if self._told is not None:
            self._told(self._done, self._whole)

    def end(self) -> None:
        """Tell that all is done."""
        self.go_on(self._whole)


_AT_ONCE = 500
"""Things between two times that are told."""


def counting(things: Iterable[T], progress: Progress | None) -> Iterator[T]:
    """The same things, told of as they are gone through."""
    done = 0
    for each in things:
        yield each
        done += 1
        if done == _AT_ONCE and progress is not None:
            progress.go_on(done)
            done = 0
    if progress is not None:
        progress.go_on(done)
