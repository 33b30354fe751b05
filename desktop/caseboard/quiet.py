"""`Quiet`: whether the window rests. What is done unasked waits for it, so that no frame is late."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

REST = 0.5
"""Seconds without a frame after which a window rests."""
BEAT = 0.05


class Quiet(QObject):
    """Watches widgets; they rest when nothing has been painted on any of them for a moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._until = 0.0

    def watch(self, widget: QWidget) -> None:
        """Count what is painted on a widget as well."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._until = time.monotonic() + REST
        return super().eventFilter(watched, event)

    @property
    def rests(self) -> bool:
        """Whether nothing has been painted on any of the widgets for a moment."""
        return time.monotonic() >= self._until

    def wait(self, end: threading.Event) -> None:
        """In a worker thread: wait until the widgets rest, or `end` is set."""
        while not self.rests and not end.is_set():
            end.wait(BEAT)
