"""Work that is done a little at a time, done by a test."""

from __future__ import annotations

from typing import TypeVar

from caseboard.piecemeal import Steps

R = TypeVar("R")


def finished(steps: Steps[R]) -> R:
    """What the work results in."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
