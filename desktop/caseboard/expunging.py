"""Expunging a file from the window: with a bar, and with what is still lying about outside the case."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from caseboard.bridge import CaseBridge
from caseboard.dialogs.progress import Progress
from caseboard.dragged import forget_dragged
from casedb.custody import Expunged
from casedb.errors import Stopped
from casedb.words import say

_BETWEEN_LOOKS = 0.04
"""Seconds between two looks after the bar."""


def expunge(
    window: QWidget, bridge: CaseBridge, artifact: str, reason: str
) -> tuple[str, ...] | None:
    """Let the bytes of a file go; sentences about what came of it, or None where nothing was done.

    A refusal, or that it was called off, is told by the bridge.
    """
    done: list[Expunged] = []
    bar = ExpungeProgress(window)

    def carry_out() -> None:
        done.append(bridge.case.expunge(artifact, reason, bar.advance))

    bar.begin()
    try:
        bridge.carry_out(carry_out)
    finally:
        bar.end()
    if not done:
        return None
    (outcome,) = done
    told = [
        say("Its bytes went from the backup {path} as well.", path=each) for each in outcome.backups
    ]
    told += [
        say("What was dragged out to {path} could not be removed.", path=each)
        for each in forget_dragged(artifact)
    ]
    entry = say("Noted in the journal as entry {seq}.", seq=outcome.entry.seq)
    return (entry, *told, *outcome.unreached)


class ExpungeProgress(Progress):
    """How far it is; whoever writes looks after the bar, which alone keeps the window off."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, say("Expunging the file and writing the case anew…"))
        self._is_called_off = False
        self._looked = monotonic()
        self.cancelled.connect(self._stop)

    def _stop(self) -> None:
        self._is_called_off = True

    def is_called_off(self) -> bool:
        """Whether it is to be stopped."""
        return self._is_called_off

    def advance(self, done: int, total: int) -> None:
        """Show that much done. Raises Stopped where it was called off."""
        if monotonic() - self._looked >= _BETWEEN_LOOKS:
            self.show_count(done, max(1, total), "")
            # It is painted and can be cancelled; nothing else of the window is within reach.
            QCoreApplication.processEvents()
            self._looked = monotonic()
        if self.is_called_off():
            raise Stopped(
                say("Expunging was called off: the case still has the file, its backups may not.")
            )
