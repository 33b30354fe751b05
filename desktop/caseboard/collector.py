"""`Collector`: Python's garbage collector, at work in the window's thread alone.

By itself it runs in whichever thread happens to make the next object. What it takes apart there may be
widgets and timers, which Qt wants to be taken apart in the thread they live in.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from casedb.garbage import collect_all, is_all_due, is_kept_away

BEAT = 200
"""Milliseconds between looks whether anything is due."""
PATIENCE = 2
"""Looks between the closing of a large case and a collection of everything."""


class Collector(QObject):
    """Collects what is due now and then, for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self, interval=BEAT)
        self._clock.timeout.connect(self._beat)
        self._clock.start()
        self._waited = 0

    def _beat(self) -> None:
        if is_kept_away() or not is_all_due():
            collect_due()
            return
        self._waited += 1
        # What showed a closed case is deleted by Qt a little later.
        if self._waited > PATIENCE:
            self._waited = 0
            collect_all()


def collect_due() -> None:
    """Collect the generations that are due, as Python would by itself."""
    if is_kept_away():
        return
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if 0 < limits[generation] < counts[generation]:
            gc.collect(generation)
            return
