"""`WorkProgress`: how far work beside the window has come, with a way to call it off."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from caseboard.dialogs.progress import Progress

_PARTS = 1000
_LOOKS = 100
"""Milliseconds between two looks at how far it is."""


class WorkProgress(Progress):
    """A bar that does not cover the window: what a worker tells of is shown, and one may go on.

    `tell` and `is_stopped` may be called in any thread.
    """

    def __init__(self, parent: QWidget, sentence: str) -> None:
        super().__init__(parent, sentence, _PARTS)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._part = 0.0
        self._stop = threading.Event()
        self.canceled.connect(self._stop.set)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOKS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def tell(self, part: float) -> None:
        """Say which part of the work is done, 0 to 1."""
        self._part = part

    def is_stopped(self) -> bool:
        """Whether the work was called off."""
        return self._stop.is_set()

    def end(self) -> None:
        """The work is over, however it ended."""
        self._clock.stop()
        # Not `close`, which would count as an answer.
        self.reset()
        self.deleteLater()

    def _look(self) -> None:
        if not self.wasCanceled():
            self.setValue(min(_PARTS - 1, round(_PARTS * self._part)))
