"""Painting in steps: long work that pauses often, so that it can go on between two frames."""

from __future__ import annotations

import time
from collections.abc import Generator
from enum import Enum
from typing import TypeAlias, TypeVar


class Pause(Enum):
    """Why painting pauses."""

    BREATH = "breath"
    """It can go on at once, or later."""
    WAIT = "wait"
    """It needs something that is not there yet."""


R = TypeVar("R")

Painting: TypeAlias = Generator[Pause, None, R]
"""A painting under way; it is finished when no pause comes any more."""


def finish(painting: Painting[R]) -> R:
    """Go on to the end of a painting that waits for nobody, and return what it returns."""
    while True:
        try:
            next(painting)
        except StopIteration as end:
            return end.value


class Deadline:
    """A moment by which to stop."""

    def __init__(self, milliseconds: float) -> None:
        self._end = time.perf_counter() + milliseconds / 1000

    @property
    def remaining(self) -> float:
        """Milliseconds until then; 0 when it is over."""
        return max(0.0, (self._end - time.perf_counter()) * 1000)

    @property
    def is_over(self) -> bool:
        """Whether the moment has come."""
        return time.perf_counter() >= self._end
