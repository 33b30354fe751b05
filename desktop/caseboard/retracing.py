"""`Retracing`: undo and redo of a large step, written beside the window and followed piece by piece."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caseboard.bridge import CaseBridge
from caseboard.dialogs.progress import Progress
from caseboard.piecemeal import Piecemeal
from caseboard.tasks import Tasks
from casedb import CaseError
from casedb.apart import Apart
from casedb.errors import Stopped
from casedb.garbage import uncollected
from casedb.words import say

LARGE = 800
"""Edits of a step that take longer than a blink to be taken back."""


class Retracing(QObject):
    """Takes back or brings back one large step at a time; `window` is what the bar covers."""

    def __init__(
        self,
        bridge: CaseBridge,
        tasks: Tasks,
        window: QWidget,
        save_typing: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._tasks = tasks
        self._window = window
        self._save_typing = save_typing
        self._apart: Apart | None = None
        self._progress: Progress | None = None
        self._stop = threading.Event()
        self._pause = ExitStack()
        self._piecemeal = Piecemeal(self)

    @property
    def is_busy(self) -> bool:
        """Whether a step is on its way."""
        return self._apart is not None

    def take(self, way: str) -> bool:
        """Undo or redo (`way`) the step whose turn it is, where it is large; whether that was begun.

        A refusal is told by the bridge.
        """
        case = self._bridge.case
        if self.is_busy:
            # Keys that are held down ask again and again.
            return True
        try:
            # What is still being typed would be refused while this is on its way.
            self._save_typing()
            step = case.undo_step if way == "undo" else case.redo_step
            if step is None or case.size_of(step) < LARGE:
                return False
            self._apart = case.apart()
        except CaseError:
            # Whoever does it at once is told why not.
            return False
        self._begin(self._apart, way)
        return True

    def _begin(self, apart: Apart, way: str) -> None:
        self._stop.clear()
        self._pause.enter_context(uncollected())
        is_undo = way == "undo"
        said = say("Taking it back…") if is_undo else say("Bringing it back…")
        progress = self._progress = Progress(self._window, said)
        progress.cancelled.connect(self._stop.set)
        progress.begin()
        write = apart.undo if is_undo else apart.redo
        stop = self._stop

        def go_on_unless_stopped() -> None:
            if stop.is_set():
                raise Stopped(say("This was cancelled, and nothing has changed."))

        def work() -> CaseError | None:
            try:
                write(go_on_unless_stopped)
            except CaseError as trouble:
                return trouble
            return None

        self._tasks.run(work, self._follow, self._fail)

    def _follow(self, trouble: CaseError | None) -> None:
        if self._apart is None:
            return
        if trouble is not None:
            self._end()
            self._bridge.refuse(trouble)
            return
        if self._progress is not None:
            self._progress.finish_up(say("Finishing…"))
        self._piecemeal.begin(self._apart.follow(), lambda _: self._end())

    def _fail(self, sentence: str) -> None:
        if self._apart is not None:
            self._end()
            self._bridge.refuse(CaseError(sentence))

    def close(self) -> None:
        """Stop what is on its way, unless it is in the file already."""
        if self._apart is not None:
            self._stop.set()
            self._tasks.wait()
            self._end()

    def _end(self) -> None:
        apart, self._apart = self._apart, None
        progress, self._progress = self._progress, None
        self._piecemeal.drop()
        if apart is not None:
            apart.finish()
        if progress is not None:
            progress.end()
        self._pause.close()
