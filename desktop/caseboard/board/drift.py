"""`Drift`: the board goes by under a hand that is held at its edge with something in it."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from caseboard.board.camera import Camera
from caseboard.board.tools.state import DRAG_DISTANCE, Surface
from caseboard.scale import scaled
from casedb.model.geometry import Point

REACH = 24.0
"""How near to the edge of the board the hand must be, in pixels at 100 %."""
SPEED = 12.0
"""Pixels a second for every pixel that it is nearer to the edge, or further out."""
FASTEST = 900.0
"""Pixels a second, however far out it is."""
BEAT = 16
"""Milliseconds between two steps."""
LONGEST = 0.05
"""Seconds that a step counts for at the most: after a pause the board does not leap."""


class Drift(QObject):
    """Pans one board for as long as the hand is held at its edge; `drifted()` after every step.

    `velocity` is how fast its content goes by, in pixels a second across and down.
    It is a movement that the hand asks for: it goes on where nothing moves by itself.
    """

    drifted = Signal()

    def __init__(self, board: Surface) -> None:
        super().__init__()
        self._board = board
        self._came_from: Camera | None = None
        self._reach: tuple[float, ...] = (0.0,) * 4
        self.velocity = (0.0, 0.0)
        self._last = 0.0
        self._clock = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._go)

    @property
    def came_from(self) -> Camera | None:
        """Where one looked from before the board began to go by; None where it has not."""
        return self._came_from

    def begin(self, at: Point) -> None:
        """Something was taken at a place on the screen. What is taken near an edge has to be drawn
        towards it, or to have been away from it, before the board goes by."""
        self.end()
        self._reach = self._nearest(at, -DRAG_DISTANCE)

    def heed(self, at: Point) -> None:
        """The hand is at a place on the screen, be it beside the board."""
        away = self._distances(at)
        self._reach = tuple(map(max, self._reach, self._nearest(at)))
        left, top, right, bottom = (
            min(FASTEST, max(0.0, reach - each) * SPEED)
            for reach, each in zip(self._reach, away, strict=True)
        )
        self.velocity = (left - right, top - bottom)
        if self.velocity == (0.0, 0.0):
            self._clock.stop()
        elif not self._clock.isActive():
            self._last = time.perf_counter()
            self._clock.start()

    def end(self) -> None:
        """The hand has let go."""
        self._clock.stop()
        self._came_from = None

    def _distances(self, at: Point) -> tuple[float, float, float, float]:
        camera = self._board.camera
        return at.x, at.y, camera.width - at.x, camera.height - at.y

    def _nearest(self, at: Point, more: float = 0.0) -> tuple[float, ...]:
        return tuple(min(scaled(REACH), each + more) for each in self._distances(at))

    def _go(self) -> None:
        now = time.perf_counter()
        seconds, self._last = min(LONGEST, now - self._last), now
        camera = self._board.camera
        if self._came_from is None:
            self._came_from = camera
        across, down = self.velocity
        self._board.look_from(camera.panned(across * seconds, down * seconds))
        self.drifted.emit()
