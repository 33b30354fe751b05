"""Python's garbage collector, kept away from a case of a hundred thousand cards.

Whenever it looks for circles it walks through every record there is, half a second long, and finds
none: records point at each other by id alone.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

_MUCH = 20_000
"""Objects that take the collector some ten milliseconds to walk through."""


@contextmanager
def uncollected() -> Generator[None]:
    """Make objects inside without the collector looking through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def set_aside() -> bool:
    """Keep the collector from what is there now, where much of it is new; whether it is.

    `take_back` must follow: what is set aside can be in a circle after all, with what comes later.
    """
    made, *_ = gc.get_count()
    if made > _MUCH:
        gc.freeze()
    return made > _MUCH


def take_back() -> None:
    """Let the collector see everything again."""
    gc.unfreeze()
