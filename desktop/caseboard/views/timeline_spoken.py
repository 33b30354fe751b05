"""`SpokenTimeline`: the line of time as a screen reader finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from caseboard.views.timeline_canvas import TimelineCanvas


class SpokenTimeline(QAccessibleWidget):
    """A chart whose value is the mark that the keys are at."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.Chart)

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Value:
            return cast("TimelineCanvas", self.widget()).spoken
        return super().text(t)
