"""`Deadline`: a moment by which work in the window's own thread has to stop."""

from __future__ import annotations

import time


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
