"""`Gliding`: what a command has laid elsewhere glides there, so that the eye can follow."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation

from caseboard import motion
from caseboard.board.canvas import Canvas
from caseboard.board.hits import rect_of
from casedb.model.geometry import Rect

GLIDE = 200
"""Milliseconds on the way."""
MOST = 150
"""More cards and frames than this are shown where they lie at once."""


class Gliding(QObject):
    """Things gliding on one board. The case has them at their goals from the beginning."""

    def __init__(self, board: Canvas) -> None:
        super().__init__(board)
        self._board = board
        self._ways: dict[str, tuple[Rect, Rect]] = {}
        self._clock = QVariantAnimation(self)
        self._clock.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._go)
        self._clock.finished.connect(self.end)

    @property
    def is_under_way(self) -> bool:
        """Whether anything glides."""
        return self._clock.state() == QAbstractAnimation.State.Running

    def begin(self, before: Mapping[str, Rect], duration: int = GLIDE) -> None:
        """Let cards and frames glide from where they lay, by their ids, to where they lie now."""
        self.end()
        columns = self._board.columns
        goals = {each: rect_of(columns, each) for each in before}
        ways = {
            each: (before[each], goal)
            for each, goal in goals.items()
            if goal is not None and goal != before[each]
        }
        duration = motion.duration(duration)
        if not ways or len(ways) > MOST or duration <= 0:
            return
        frames = [each for each in ways if columns.frames.get(each) is not None]
        self._board.lift([each for each in ways if each not in frames], frames)
        self._ways = ways
        self._go(0.0)
        self._clock.setDuration(duration)
        self._clock.start()

    def end(self) -> None:
        """Let everything lie where it belongs."""
        if self._ways:
            self._ways = {}
            self._clock.stop()
            self._board.put_back()

    def _go(self, part: object) -> None:
        done = part if isinstance(part, float) else 1.0
        self._board.place(
            {each: _between(start, goal, done) for each, (start, goal) in self._ways.items()}
        )


def _between(start: Rect, end: Rect, done: float) -> Rect:
    return Rect(*(a + (b - a) * done for a, b in zip(start, end, strict=True)))
