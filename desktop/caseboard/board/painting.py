"""Painting in steps: long work that pauses often, so that it can go on between two frames."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from enum import Enum
from typing import TypeAlias, TypeVar

from PySide6.QtGui import QPaintDevice, QPainter


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


@contextmanager
def brush_on(device: QPaintDevice) -> Generator[QPainter]:
    """A painter that is done with what it paints on whatever happens: Qt crashes where a widget or
    picture goes while it is still painted on."""
    brush = QPainter(device)
    try:
        yield brush
    finally:
        brush.end()
