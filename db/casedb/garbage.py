"""Python's garbage collector, kept away from a case of a hundred thousand cards.

Whenever it looks for circles it walks through every record there is, half a second long, and finds
none: records point at each other by id alone.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator
from contextlib import contextmanager

_MUCH = 20_000
"""Objects that take the collector some ten milliseconds to walk through."""


class _Pause:
    """The collector stands still from the first who asks for it until the last is done."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._wanted = 0
        self._was_on = False
        self.is_all_due = False

    def begin(self) -> None:
        with self._guard:
            if not self._wanted:
                self._was_on = gc.isenabled()
                gc.disable()
            self._wanted += 1

    @property
    def is_on(self) -> bool:
        return self._wanted > 0

    def end(self) -> None:
        with self._guard:
            self._wanted -= 1
            if not self._wanted and self._was_on:
                gc.enable()


_PAUSE = _Pause()


@contextmanager
def uncollected() -> Generator[None]:
    """Make objects inside without the collector looking through them again and again.

    Threads may do so at the same time.
    """
    _PAUSE.begin()
    try:
        yield
    finally:
        _PAUSE.end()


def is_kept_away() -> bool:
    """Whether somebody is making objects without the collector now."""
    return _PAUSE.is_on


def is_all_due() -> bool:
    """Whether a case was given back of which not all may be gone by itself."""
    return _PAUSE.is_all_due


def collect_all() -> None:
    """Collect everything there is, also what was set aside: it takes long where that is much.

    Else a case that is opened right after another was closed would be set aside with what is left
    of that, until it is closed itself.
    """
    _PAUSE.is_all_due = False
    was_aside = gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.collect()
    if was_aside:
        gc.freeze()


def set_aside() -> bool:
    """Keep the collector from what is there now, where much of it is new; whether it is.

    `take_back` must follow: what is set aside can be in a circle after all, with what comes later.
    """
    made, *_ = gc.get_count()
    if made > _MUCH:
        gc.freeze()
    return made > _MUCH


def take_back() -> None:
    """Let the collector see everything again, and soon."""
    gc.unfreeze()
    _PAUSE.is_all_due = True
