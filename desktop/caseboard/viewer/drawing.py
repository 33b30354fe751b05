"""`Drawing`: the hands that draw marks over a picture, choose them, and pull them into shape."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from caseboard.scale import px
from caseboard.viewer.eye import Eye
from caseboard.viewer.mark_layer import MarkLayer
from caseboard.viewer.marked import Drawn, Marked
from caseboard.viewer.pane import Pane
from casedb.model.mark_shapes import (
    corners,
    default_spots,
    grips,
    is_boxed,
    pulled,
    shifted,
    without_corner,
)
from casedb.model.marks import MOST_CORNERS, Form, Mark, Spot, clamped

REACH = 8
"""Pixels of the screen within which a line or a grip is taken hold of."""

_LEAST_DRAG = 4
"""Pixels of the screen that a drag must have to draw something."""

_FINE, _COARSE = 1, 10
"""Pixels of the picture that an arrow key moves a mark by."""

_BY_KEYS = 0.25
"""How large a mark that is made by keys is, as a part of what is in sight."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Drawing(MarkLayer):
    """Draws, chooses and pulls marks of the page that is shown.

    `tool` is the form that is drawn next; None to choose. `drawn(Mark)` carries a new one,
    `shaped(str, Mark)` a mark and its new shape, `nudged(str, Mark)` the same by the keys;
    `removed(str)` asks for one to go, `opened(str)` for its words, `copied(str)` for a copy of them,
    `ended()` follows the tool's end.
    """

    drawn = Signal(object)
    shaped = Signal(str, object)
    nudged = Signal(str, object)
    removed = Signal(str)
    opened = Signal(str)
    copied = Signal(str)
    ended = Signal()

    def __init__(self, marked: Marked, pane: Pane, parent: QObject | None = None) -> None:
        super().__init__(marked, pane, parent)
        self.is_active = True
        self.can_change = False
        """Whether marks may be drawn, moved and deleted."""
        self.tool: Form | None = None
        self._spots: list[Spot] = []
        self._held: Drawn | None = None
        self._grip: int | None = None
        self._press = QPointF()

    def take(self, tool: Form | None) -> None:
        """Take up a tool; what is half drawn with another is given up."""
        self.tool = tool
        self._give_up()

    @property
    def is_drawing(self) -> bool:
        """Whether something is half drawn."""
        return bool(self._spots)

    def _give_up(self) -> None:
        self._spots.clear()
        self._held = self._grip = self.preview = None
        self.show_sketch(())

    # -- the mouse -------------------------------------------------------------------------------

    def press(self, at: QPointF, eye: Eye, modifiers: Qt.KeyboardModifier) -> bool:
        self._press = at
        if self.tool is not None:
            self._begin(at, eye)
            return True
        return self._take_hold(at, eye)

    def _begin(self, at: QPointF, eye: Eye) -> None:
        spot = _inside(eye, at)
        match self.tool:
            case Form.POINT | Form.TEXT:
                self._finish((spot,))
            case Form.POLYGON:
                self._add_corner(spot, eye)
            case _:
                self._spots = [spot, spot]
                self.show_sketch(self._spots)

    def _add_corner(self, spot: Spot, eye: Eye) -> None:
        if len(self._spots) > 2 and _is_near(eye, self._spots[0], eye.from_fraction(*spot)):
            self._finish(tuple(self._spots))
        elif len(self._spots) < MOST_CORNERS and spot not in self._spots[-1:]:
            self._spots.append(spot)
            self.show_sketch(self._spots)

    def _take_hold(self, at: QPointF, eye: Eye) -> bool:
        chosen = self.marked.chosen
        grip = self.grip_at(at, eye)
        if chosen is not None and grip is not None and self.can_change:
            self._held, self._grip = chosen, grip
            is_corner = chosen.mark is not None and grip < corners(chosen.mark)
            self.marked.choose(chosen.id, grip if is_corner else None)
            return True
        found = self.mark_at(at, eye)
        if found is None:
            self.marked.choose("")
            return False
        # The inside of an area that is not chosen is for moving the picture.
        is_moved = found.id == self.marked.chosen_id or self._is_on_line(found, at, eye)
        self.marked.choose(found.id)
        if is_moved and self.can_change:
            self._held, self._grip = found, None
        return is_moved

    def move(self, at: QPointF, eye: Eye, *, is_pressed: bool) -> bool:
        if self._spots and self.tool is Form.POLYGON:
            self.show_sketch((*self._spots, _inside(eye, at)))
            return True
        if not is_pressed:
            return False
        if self._spots:
            self._spots[1] = _inside(eye, at)
            self.show_sketch(self._spots)
        elif self.preview is not None or self._is_far(at):
            self._pull(at, eye)
        return True

    def _is_far(self, at: QPointF) -> bool:
        """Whether it is as far from the press that it is a drag."""
        return (at - self._press).manhattanLength() >= px(_LEAST_DRAG)

    def _pull(self, at: QPointF, eye: Eye) -> None:
        if self._held is not None and self._held.mark is not None:
            self.preview = replace(self._held, mark=self._pulled(self._held.mark, at, eye))
            self.changed.emit()

    def _pulled(self, mark: Mark, at: QPointF, eye: Eye) -> Mark:
        if self._grip is not None:
            return pulled(mark, self._grip, _inside(eye, at))
        way = eye.to_fraction(at) - eye.to_fraction(self._press)
        return shifted(mark, way.x(), way.y())

    def release(self, at: QPointF, eye: Eye) -> bool:
        if self._spots and self.tool is not Form.POLYGON:
            spots = (self._spots[0], _inside(eye, at))
            if self._is_far(at):
                self._finish(spots)
            else:
                self._give_up()
        held, shown = self._held, self.preview
        self._held = self._grip = self.preview = None
        if held is not None and shown is not None and shown.mark != held.mark:
            self.shaped.emit(held.id, shown.mark)
        self.changed.emit()
        return True

    def double_click(self, at: QPointF, eye: Eye) -> bool:
        if self.tool is Form.POLYGON:
            # The first press of the two has set the last corner.
            self._finish(tuple(self._spots))
            return True
        if self.tool is not None:
            return True
        found = self.mark_at(at, eye)
        if found is None:
            return False
        self.marked.choose(found.id)
        self.opened.emit(found.id)
        return True

    def _finish(self, spots: tuple[Spot, ...]) -> None:
        form = self.tool
        if form is None:
            return
        try:
            made = Mark(form, clamped(spots), self.marked.page)
        except ValueError:
            # It has no inside yet; of a polygon more corners may follow.
            if form is not Form.POLYGON:
                self._give_up()
            return
        self._give_up()
        self.drawn.emit(made)

    # -- keys ------------------------------------------------------------------------------------

    def key(self, event: QKeyEvent, at: QPointF, eye: Eye) -> bool:
        if self.tool is not None:
            return self._draw_by_key(Qt.Key(event.key()), at, eye)
        if event.matches(QKeySequence.StandardKey.Copy) and self.marked.chosen is not None:
            self.copied.emit(self.marked.chosen_id)
            return True
        return self._choose_by_key(event)

    def _draw_by_key(self, key: Qt.Key, at: QPointF, eye: Eye) -> bool:
        keys = Qt.Key
        match key:
            case keys.Key_Return | keys.Key_Enter if len(self._spots) > 2:
                self._finish(tuple(self._spots))
            case keys.Key_Return | keys.Key_Enter if not self._spots:
                self._make_by_key(at, eye)
            case keys.Key_Insert if self.tool is Form.POLYGON:
                self._add_corner(_inside(eye, at), eye)
            case keys.Key_Insert if not self._spots:
                self._make_by_key(at, eye)
            case keys.Key_Backspace if self._spots and self.tool is Form.POLYGON:
                self._spots.pop()
                self.show_sketch(self._spots)
            case keys.Key_Escape if self._spots:
                self._give_up()
            case keys.Key_Escape:
                self.ended.emit()
            case _:
                return False
        return True

    def _make_by_key(self, at: QPointF, eye: Eye) -> None:
        assert self.tool is not None
        seen = eye.seen
        width = min(_BY_KEYS * seen.width() / eye.picture_width, 1.0)
        height = min(_BY_KEYS * seen.height() / eye.picture_height, 1.0)
        self._finish(default_spots(self.tool, _inside(eye, at), width, height))

    def _choose_by_key(self, event: QKeyEvent) -> bool:
        chosen = self.marked.chosen
        if chosen is None:
            return False
        keys = Qt.Key
        match event.key():
            case keys.Key_Escape if self.preview is not None:
                self._give_up()
            case keys.Key_Escape if self.marked.corner is not None:
                self.marked.choose(chosen.id)
            case keys.Key_Escape:
                self.marked.choose("")
            case keys.Key_Return | keys.Key_Enter | keys.Key_F2:
                self.opened.emit(chosen.id)
            case keys.Key_Comma:
                self._step_corner(chosen, -1)
            case keys.Key_Period:
                self._step_corner(chosen, 1)
            case keys.Key_Delete | keys.Key_Backspace if self.can_change:
                self._remove(chosen)
            case keys.Key_Insert if self.can_change:
                self._insert_corner(chosen)
            case _:
                return self._nudge(chosen, event)
        return True

    def _step_corner(self, chosen: Drawn, by: int) -> None:
        count = corners(chosen.mark) if chosen.mark is not None else 0
        if count:
            now = self.marked.corner
            at = (now + by) % count if now is not None else (0 if by > 0 else count - 1)
            self.marked.choose(chosen.id, at)

    def _remove(self, chosen: Drawn) -> None:
        """A corner that is chosen goes, where something is left; else all of the mark."""
        corner = self.marked.corner
        if corner is not None and chosen.mark is not None:
            left = without_corner(chosen.mark, corner)
            if left is not None:
                self.shaped.emit(chosen.id, left)
                return
        self.removed.emit(chosen.id)

    def _insert_corner(self, chosen: Drawn) -> None:
        """A polygon gets one more corner, between the chosen one and the next."""
        mark = chosen.mark
        if mark is None or is_boxed(mark) or not mark.is_area:
            return
        grip = len(mark.spots) + (self.marked.corner or 0)
        more = pulled(mark, grip, grips(mark)[grip])
        if more != mark:
            self.shaped.emit(chosen.id, more)
            self.marked.choose(chosen.id, (self.marked.corner or 0) + 1)

    def _nudge(self, chosen: Drawn, event: QKeyEvent) -> bool:
        way = _ARROWS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if way is None or modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if not self.can_change or chosen.mark is None:
            return False
        step = _COARSE if modifiers else _FINE
        eye = self.pane.eye
        # Along the screen, as the picture may be turned.
        radians = -math.radians(eye.angle)
        cosine, sine = math.cos(radians) * step, math.sin(radians) * step
        dx = (way[0] * cosine - way[1] * sine) / eye.picture_width
        dy = (way[0] * sine + way[1] * cosine) / eye.picture_height
        corner = self.marked.corner
        if corner is None:
            made = shifted(chosen.mark, dx, dy)
        else:
            x, y = grips(chosen.mark)[corner]
            to = min(max(x + dx, 0.0), 1.0), min(max(y + dy, 0.0), 1.0)
            made = pulled(chosen.mark, corner, to)
        if made != chosen.mark:
            self.nudged.emit(chosen.id, made)
        return True

    def step(self, *, is_forward: bool) -> bool:
        """Tab goes from mark to mark, and on from the last."""
        here = [each.id for each in self.marked.here]
        if self.tool is not None or not here or not self.is_active:
            return False
        now = self.marked.chosen_id
        at = here.index(now) if now in here else (-1 if is_forward else len(here))
        at += 1 if is_forward else -1
        if not 0 <= at < len(here):
            self.marked.choose("")
            return False
        self.marked.choose(here[at])
        return True

    # -- what is where ---------------------------------------------------------------------------

    def grip_at(self, at: QPointF, eye: Eye) -> int | None:
        """The grip of the chosen mark at a place on the screen."""
        chosen = self.marked.chosen
        if chosen is None or chosen.mark is None or chosen not in self.marked.here:
            return None
        found = [(n, eye.from_fraction(*spot) - at) for n, spot in enumerate(grips(chosen.mark))]
        near = [(math.hypot(off.x(), off.y()), n) for n, off in found]
        distance, n = min(near)
        return n if distance <= px(REACH) else None

    def mark_at(self, at: QPointF, eye: Eye) -> Drawn | None:
        """The mark at a place on the screen: a line before an inside, a small inside before a large."""
        if not self.is_shown:
            return None
        here = tuple(reversed(self.marked.here))
        on_line = next((each for each in here if self._is_on_line(each, at, eye)), None)
        if on_line is not None:
            return on_line
        spot = eye.to_fraction(at)
        inside = [each for each in here if each.mark is not None and _holds(each.mark, spot)]
        return min(inside, key=lambda each: _size(each), default=None)

    def _is_on_line(self, of: Drawn, at: QPointF, eye: Eye) -> bool:
        if of.mark is None:
            return False
        if any(box.contains(at) for mark_id, box in self.labels.items() if mark_id == of.id):
            return True
        return self.is_on(of.mark, at, eye.from_fraction, px(REACH))

    def choose(self, at: QPointF, eye: Eye) -> bool:
        found = self.mark_at(at, eye) if self.tool is None else None
        self.marked.choose(found.id if found is not None else "")
        return found is not None

    def cursor(self, at: QPointF, eye: Eye) -> Qt.CursorShape | None:
        shapes = Qt.CursorShape
        if self.tool is not None:
            return shapes.CrossCursor
        if self.grip_at(at, eye) is not None and self.can_change:
            return shapes.SizeAllCursor
        return shapes.PointingHandCursor if self.mark_at(at, eye) is not None else None


def _inside(eye: Eye, at: QPointF) -> Spot:
    spot = eye.to_fraction(at)
    return min(max(spot.x(), 0.0), 1.0), min(max(spot.y(), 0.0), 1.0)


def _is_near(eye: Eye, spot: Spot, at: QPointF) -> bool:
    off = eye.from_fraction(*spot) - at
    return math.hypot(off.x(), off.y()) <= px(REACH)


def _holds(mark: Mark, spot: QPointF) -> bool:
    return mark.is_area and MarkLayer.shape_of(mark).contains(spot)


def _size(of: Drawn) -> float:
    assert of.mark is not None
    left, top, right, bottom = of.mark.bounds
    return (right - left) * (bottom - top)
