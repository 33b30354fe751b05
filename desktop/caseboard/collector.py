"""`Collector`: Python's garbage collector, at work in the window's thread alone.

By itself it runs in whichever thread happens to make the next object. What it takes apart there may be
widgets and timers, which Qt wants to be taken apart in the thread they live in.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from casedb.garbage import is_kept_away

BEAT = 200
"""Milliseconds between looks whether anything is due."""


class Collector(QObject):
    """Collects what is due now and then, for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self, interval=BEAT)
        self._clock.timeout.connect(collect_due)
        self._clock.start()


def collect_due() -> None:
    """Collect the generations that are due, as Python would by itself."""
    if is_kept_away():
        return
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if 0 < limits[generation] < counts[generation]:
            gc.collect(generation)
            return
