"""`MapKeys`: the keys of the map: pushing it, coming nearer, and walking from sign to sign."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from caseboard.scale import scaled
from caseboard.views.map_canvas import FIT_MARGIN, MapCanvas
from caseboard.views.map_scene import MOST_SPREAD, Sign
from casedb.model.place import Point

PUSH, FINE_PUSH = 80.0, 10.0
"""Pixels that an arrow key pushes the map by."""
NEARER = 1.5
LEAST_APART = 10.0
"""Metres in view at the least where a sign is parted."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NEARER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_FARTHER = frozenset({Qt.Key.Key_Minus, Qt.Key.Key_Underscore})
_ALL, _CHOSEN = (
    frozenset({Qt.Key.Key_1, Qt.Key.Key_Exclam}),
    frozenset({Qt.Key.Key_2, Qt.Key.Key_At, Qt.Key.Key_QuoteDbl}),
)
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PUT = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Insert})
_BACK = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_KNOWN = frozenset(_ARROWS) | _NEARER | _FARTHER | _RETURN | {Qt.Key.Key_Home}


class MapKeys(QObject):
    """Takes key events of a canvas.

    `picked(list, str)` and `went(int)` are as those of the hands; `walked(object)` carries the sign that one
    has come to, `copied()` asks for what was measured.
    """

    picked = Signal(list, str)
    went = Signal(int)
    walked = Signal(object)
    copied = Signal()

    def __init__(self, canvas: MapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas

    def handle(self, event: QKeyEvent) -> bool:
        """Take a key; while shortcuts are looked for, those of the map are kept for it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._is_ours(event):
                event.accept()
                return True
            return False
        return event.type() is QEvent.Type.KeyPress and self._press(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ruler = self._canvas.ruler
        if key in _NEARER | _FARTHER:
            return True
        if is_shifted and key in _ALL | _CHOSEN:
            return True
        if key == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return len(ruler.points) > 1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if key == Qt.Key.Key_Escape:
            return ruler.is_on or bool(self._canvas.scene.spread)
        if key in _PUT | _BACK:
            return ruler.is_on
        return key in _KNOWN

    def _press(self, event: QKeyEvent) -> bool:
        if not self._is_ours(event):
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        canvas = self._canvas
        if key in _NEARER | _FARTHER:
            canvas.zoom_by(NEARER if key in _NEARER else 1 / NEARER)
        elif key in _ALL:
            canvas.fit()
        elif key in _CHOSEN:
            if len(canvas.chosen):
                canvas.fit(canvas.chosen)
        elif key == Qt.Key.Key_C:
            self.copied.emit()
        elif key in _ARROWS:
            self._arrow(*_ARROWS[key], modifiers)
        elif key == Qt.Key.Key_Home:
            self._walk_to(min(canvas.signs, key=lambda each: (each.y, each.x), default=None))
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif canvas.ruler.is_on:
            self._measure(key)
        else:
            self._enter()
        return True

    def _arrow(self, right: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            self._walk(right, down, is_adding=shift)
        else:
            by = FINE_PUSH if shift else PUSH
            self._canvas.look(self._canvas.camera.panned(-right * by, -down * by))
            self._aim()

    def _aim(self) -> None:
        """Let the next point of a measure be the middle of the view."""
        ruler = self._canvas.ruler
        if ruler.is_on:
            self._canvas.aims = True
            ruler.point_to(self._middle())
            self._canvas.update()

    def _middle(self) -> Point | None:
        canvas = self._canvas
        found = canvas.camera.place_at(canvas.width() / 2, canvas.height() / 2)
        return Point(*found) if found is not None else None

    def _measure(self, key: Qt.Key) -> None:
        ruler = self._canvas.ruler
        if key in _BACK:
            ruler.step_back()
        elif key in _PUT:
            self._aim()
            middle = self._middle()
            if middle is not None:
                ruler.press(middle)
        else:
            ruler.finish()

    def _leave(self) -> None:
        if self._canvas.ruler.is_on:
            self._canvas.aims = False
            self._canvas.ruler.leave()
        else:
            self._canvas.spread(frozenset())

    # -- walking ----------------------------------------------------------------------------------

    def _walk(self, right: int, down: int, *, is_adding: bool) -> None:
        """Go to the next sign in a direction: the nearest, counting what is aside three times."""
        canvas = self._canvas
        current = canvas.current
        here = canvas.scene.sign_of(current, canvas.signs) if current is not None else None
        if here is None:
            middle = canvas.width() / 2, canvas.height() / 2
            nearest = min(
                canvas.signs,
                key=lambda each: math.hypot(each.x - middle[0], each.y - middle[1]),
                default=None,
            )
            self._walk_to(nearest, is_adding=is_adding)
            return
        best: Sign | None = None
        least = math.inf
        for each in canvas.signs:
            east, south = each.x - here.x, each.y - here.y
            ahead = east * right + south * down
            aside = abs(east * down) + abs(south * right)
            if ahead > 1 and (cost := ahead + 3 * aside) < least:
                best, least = each, cost
        self._walk_to(best, is_adding=is_adding)

    def _walk_to(self, sign: Sign | None, *, is_adding: bool = False) -> None:
        if sign is None:
            return
        canvas = self._canvas
        canvas.current = sign.row
        if not (0 <= sign.x <= canvas.width() and 0 <= sign.y <= canvas.height()):
            canvas.bring(canvas.current)
        if sign.count == 1:
            self.picked.emit(sign.rows.tolist(), "adds" if is_adding else "alone")
        canvas.update()
        self.walked.emit(sign)

    def _enter(self) -> None:
        """Part the sign one stands on, or go to the board with what is chosen."""
        canvas = self._canvas
        sign = None
        if canvas.current is not None:
            sign = canvas.scene.sign_of(canvas.current, canvas.signs)
        if sign is not None and sign.count > 1:
            self.open(sign)
        elif sign is not None:
            self.went.emit(sign.row)
        elif len(canvas.chosen):
            self.went.emit(int(canvas.chosen[0]))

    def open(self, sign: Sign) -> None:
        """Come so near to a sign of several marks that they part, or spread those in one place."""
        canvas = self._canvas
        canvas.current = sign.row
        if canvas.scene.can_part(sign.rows):
            middles = canvas.scene.middles(sign.rows)
            canvas.look(canvas.camera.fitted(middles, scaled(FIT_MARGIN), LEAST_APART))
        elif len(sign.rows) <= MOST_SPREAD:
            canvas.spread(frozenset(sign.rows.tolist()))
        else:
            self.picked.emit(sign.rows.tolist(), "alone")
