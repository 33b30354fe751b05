"""What is undone where something fails."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator


@contextlib.contextmanager
def on_failure(undo: Callable[[], object]) -> Generator[None]:
    """Call `undo` where the block ends in an exception, which then goes on; else leave all as it is."""
    try:
        yield
    except BaseException:
        # Of every sort: also whoever presses Ctrl+C expects locks and copies to be gone.
        undo()
        raise
