"""`Jotting`: what is written on a board, on its way into the case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from caseboard.bridge import CaseBridge
from caseboard.inspector.backlog import Backlog
from caseboard.inspector.keeper import LONGEST, PAUSE
from casedb import CaseError


class Jotting(QObject):
    """Stores what is written in one place a moment after it was typed, as the inspector does.

    All of it is one step, however often it was stored; to leave it takes that step back.
    """

    def __init__(
        self,
        bridge: CaseBridge,
        backlog: Backlog,
        before: str,
        write: Callable[[str, str], None],
    ) -> None:
        """`before` is what stood there; `write` writes a text into the case, as part of a gesture."""
        super().__init__(bridge)
        self._bridge = bridge
        self._backlog = backlog
        self._before = self._stored = self._text = before
        self._write = write
        self._gesture = bridge.new_gesture()
        self._entries: tuple[int, int] | None = None
        self._pause = self._timer(PAUSE)
        self._longest = self._timer(LONGEST)
        bridge.closed.connect(self._store)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=True)
        timer.timeout.connect(self._store)
        return timer

    def type(self, text: str) -> None:
        """It reads so now, and may be written on."""
        self._text = text
        if text == self._stored:
            self._wait_no_more()
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._backlog.wait(id(self), True)

    def finish(self, text: str) -> None:
        """It is written."""
        if text == self._before:
            self.leave()
        else:
            self._text = text
            self._end()

    def leave(self) -> None:
        """It is to be as it was before."""
        self._text = self._stored
        self._end()
        if self._entries is None:
            return
        if self._is_last_step():
            self._bridge.undo()
        else:
            self._write(self._before, self._bridge.new_gesture())

    def let_go(self) -> None:
        """It stands nowhere any more where it could be written on: what was typed is stored."""
        # Not at once: this is heard of in the midst of a change.
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        self._store()
        self.deleteLater()

    def _is_last_step(self) -> bool:
        """Whether an undo would take back just what was stored here."""
        try:
            step = self._bridge.case.journal.undoable()
        except CaseError:
            return False
        return step is not None and (step.first, step.last) == self._entries

    def _store(self) -> None:
        self._wait_no_more()
        if self._text == self._stored:
            return
        before = self._bridge.case.journal.length
        self._write(self._text, self._gesture)
        now = self._bridge.case.journal.length
        if now > before:
            self._stored = self._text
            self._entries = (self._entries[0] if self._entries else now, now)

    def _wait_no_more(self) -> None:
        self._pause.stop()
        self._longest.stop()
        self._backlog.wait(id(self), False)
