"""`Verifier`: whether the open case is what its journal says, found out beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from caseboard.bridge import CaseBridge
from caseboard.quiet import Quiet
from caseboard.tasks import Tasks
from casedb.report import Report
from casedb.store.home import Home
from casedb.verification import verify

WAITS = 2000
"""Milliseconds after opening: the board is to be drawn first."""
LARGEST = 256 << 20
"""Bytes of a file that is verified unasked: an open case is verified in a private copy."""


class Verifier(QObject):
    """Verifies one case: soon after it was opened, and whenever it is asked.

    Opening reads everything and recomputes no hash; `found(Report)` tells of a case that was opened
    and is not as it should be. Unasked it works only while the board rests.
    """

    found = Signal(object)

    def __init__(
        self, bridge: CaseBridge, tasks: Tasks, home: Home, quiet: Quiet, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._path = bridge.case.path
        self._tasks = tasks
        self._home = home
        self._quiet = quiet
        self._stop = threading.Event()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(WAITS)
        self._clock.timeout.connect(self._look)
        # A case with losses has told already that it is damaged.
        if not bridge.case.losses and self._is_small():
            self._clock.start()

    def _is_small(self) -> bool:
        try:
            return self._path.stat().st_size <= LARGEST
        except OSError:
            return False

    def run(
        self,
        then: Callable[[Report], None],
        failed: Callable[[str], None],
        told: Callable[[float], None] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Verify now; `then` is called with the report, `failed` with a sentence.

        `told` hears in the worker which part is done, 0 to 1; `stopped` is asked there whether to end.
        """
        self._clock.stop()

        def ends() -> bool:
            return self._stop.is_set() or stopped()

        self._tasks.run(partial(verify, self._path, self._home, told, ends), then, failed)

    def _look(self) -> None:
        work = partial(
            verify, self._path, self._home, stopped=self._waits_and_stops, thorough=False
        )
        # What cannot be verified now, as it changes all the time, is verified when it is asked.
        self._tasks.run(work, self._tell, lambda sentence: None)

    def _waits_and_stops(self) -> bool:
        self._quiet.wait(self._stop)
        return self._stop.is_set()

    def _tell(self, report: Report) -> None:
        if not report.sound:
            self.found.emit(report)

    def close(self) -> None:
        """End what is under way, and begin nothing more."""
        self._clock.stop()
        self._stop.set()
