"""`TimelineKeys`: what keys do on a line of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from caseboard.keys import key_of, pressed_as
from caseboard.views.timeline_sizes import Level
from caseboard.voices import announce
from casedb.words import say

if TYPE_CHECKING:
    from caseboard.views.timeline_canvas import TimelineCanvas

ZOOM_STEP = 1.5
PAGE = 0.8
"""How much of what is seen a page is."""

_WALKS = {
    "Left": (-1, 0),
    "Right": (1, 0),
    "Up": (0, -1),
    "Down": (0, 1),
}


class TimelineKeys:
    """Keys walk from time to time, look elsewhere, fold lanes and jump over gaps."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas

    def handle(self, event: QKeyEvent) -> bool:
        """Take an event; whether nobody else needs it."""
        key = pressed_as(key_of(event))
        if event.type() is QEvent.Type.ShortcutOverride:
            # What the window does with these keys happens on boards.
            return key in _OURS
        if event.type() is not QEvent.Type.KeyPress or key not in _OURS:
            return False
        self._press(key)
        return True

    def _press(self, key: str) -> None:
        canvas = self._canvas
        plain = key.removeprefix("Shift+")
        if plain in _WALKS:
            self._walk(*_WALKS[plain], adds=key != plain)
            return
        match key:
            case "Home" | "End":
                if canvas.walk.to_end(-1 if key == "Home" else 1):
                    self._arrive()
            case "+" | "=" | "Shift+=":
                canvas.zoom(ZOOM_STEP)
            case "-":
                canvas.zoom(1 / ZOOM_STEP)
            case "Shift+1":
                canvas.fit_all()
            case "Shift+2":
                canvas.fit_selection()
            case "PgUp" | "PgDown":
                canvas.pan(PAGE * canvas.camera.width * (1 if key == "PgUp" else -1), 0)
            case "Ctrl+Left" | "Ctrl+Right":
                self._jump_by_key(-1 if key == "Ctrl+Left" else 1)
            case "Space":
                if canvas.walk.item is not None:
                    canvas.picked.emit([canvas.walk.item], False, True)
            case "Return" | "Enter":
                if canvas.walk.item is not None:
                    canvas.opened.emit(canvas.walk.item)
            case "Ctrl+Space":
                self._fold_here()
            case _:
                canvas.left.emit()

    def _walk(self, across: int, down: int, *, adds: bool) -> None:
        walk = self._canvas.walk
        if walk.step(across) if across else walk.to_lane(down):
            self._arrive(adds=adds)

    def _arrive(self, *, adds: bool = False) -> None:
        canvas = self._canvas
        if canvas.walk.item is None or canvas.walk.entry is None:
            return
        canvas.picked.emit([canvas.walk.item], adds, False)
        canvas.reveal_entry(canvas.walk.entry)
        canvas.refresh()
        announce(canvas, canvas.spoken)

    def _jump_by_key(self, way: int) -> None:
        canvas = self._canvas
        gap = canvas.gaps.beyond(canvas.camera, way)
        if gap is not None:
            canvas.jump(gap, way)

    def _fold_here(self) -> None:
        canvas = self._canvas
        lane, chart = canvas.walk.lane, canvas.chart
        if lane is None or chart is None or canvas.marks is None:
            return
        was_folded = chart.levels[lane] == Level.FOLDED
        canvas.fold(lane)
        title = canvas.marks.lanes[lane].title
        told = (
            say("{lane} unfolded", lane=title) if was_folded else say("{lane} folded", lane=title)
        )
        announce(canvas, told)


_OURS = frozenset(
    {
        *_WALKS,
        *(f"Shift+{each}" for each in _WALKS),
        *("Home", "End", "PgUp", "PgDown", "+", "=", "Shift+=", "-", "Shift+1", "Shift+2"),
        *("Ctrl+Left", "Ctrl+Right", "Space", "Ctrl+Space", "Return", "Enter", "Escape", "Esc"),
    }
)
