"""A stopwatch for frames: how long after it was due a frame was on the screen.

Frames are due at 60 Hz. Between them the event loop runs as it does for a user, so whatever idle
work keeps a frame waiting is counted in it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget

BEAT = 1 / 60
NEVER = 2.0
"""Seconds after which a frame that is not painted will not come."""

Step: TypeAlias = Callable[[], object]
"""Asks for one frame."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What so many frames took, in milliseconds."""

    p50: float
    p95: float
    max: float

    @classmethod
    def of(cls, taken: Iterable[float]) -> Figures:
        """Of the times that frames took; the nearest rank, so that each is one that was seen."""
        ordered = sorted(taken)
        if not ordered:
            return cls(0.0, 0.0, 0.0)
        half, most = (ordered[round(share * (len(ordered) - 1))] for share in (0.5, 0.95))
        return cls(*(round(each, 2) for each in (half, most, ordered[-1])))

    def by_name(self) -> dict[str, float]:
        """The figures by their names."""
        return asdict(self)


class Stopwatch(QObject):
    """Times the frames of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._begun_at = 0.0
        self._shown = (0.0, 0.0)
        self._window = widget.window()
        widget.installEventFilter(self)
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is not self._window:
            self._begun_at = time.perf_counter()
        if event.type() == QEvent.Type.UpdateRequest and watched is self._window:
            # In here the window paints what has changed and hands it to the screen.
            self._window.removeEventFilter(self)
            QCoreApplication.sendEvent(self._window, event)
            self._window.installEventFilter(self)
            self._shown = (self._begun_at, time.perf_counter())
            return True
        return super().eventFilter(watched, event)

    def frame(self, ask: Step) -> float:
        """Ask for a frame and wait for it; the milliseconds from asking until it is shown."""
        begin = time.perf_counter()
        ask()
        # A frame that was begun before shows nothing of what was asked for.
        while self._shown[0] < begin and time.perf_counter() - begin < NEVER:
            QCoreApplication.processEvents()
        end = self._shown[1] if self._shown[0] >= begin else time.perf_counter()
        return (end - begin) * 1000

    def run(self, steps: Iterable[Step], seconds: float = 8.0, least: int = 3) -> list[float]:
        """Ask for frames at 60 Hz, for so many seconds at most; how late each was shown."""
        taken: list[float] = []
        start = due = time.perf_counter()
        for n, ask in enumerate(steps):
            if n >= least and due - start > seconds:
                break
            while time.perf_counter() < due:
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
                time.sleep(min(0.0003, max(0.0, due - time.perf_counter())))
            waited = (time.perf_counter() - due) * 1000
            taken.append(waited + self.frame(ask))
            due = max(due + BEAT, time.perf_counter())
        return taken


def settle(is_done: Callable[[], bool], seconds: float = 30.0) -> float:
    """Let the event loop run until something is so; the milliseconds that took."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconds:
        QCoreApplication.processEvents()
        if is_done():
            break
        time.sleep(0.0005)
    return (time.perf_counter() - begin) * 1000
