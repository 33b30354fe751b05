"""`Layer`: what lies over a picture and has the hands before it: measures, marks, notes.

This is the door for everything that is drawn on a picture without touching it. A layer keeps its points
as fractions of the upright picture and asks the `Eye` where they are on the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from caseboard.theme import Theme
from caseboard.viewer.eye import Eye


class Layer(QObject):
    """Paints over a picture, and may take what mouse and keys do there.

    `changed()` asks for painting anew. Every hand returns whether it took the event; what no layer takes
    moves the picture. Places are device-independent pixels of the screen. While `is_active` is false a
    layer is painted and gets no events.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_active = False

    def paint(self, painter: QPainter, eye: Eye, theme: Theme) -> None:
        """Paint on the screen, over the picture; the painter antialiases and is otherwise plain."""

    def press(self, at: QPointF, eye: Eye, modifiers: Qt.KeyboardModifier) -> bool:
        """The left button goes down."""
        return False

    def move(self, at: QPointF, eye: Eye, *, is_pressed: bool) -> bool:
        """The pointer moves; `is_pressed` after a press that this layer took."""
        return False

    def release(self, at: QPointF, eye: Eye) -> bool:
        """The button goes up, after a press that this layer took."""
        return False

    def double_click(self, at: QPointF, eye: Eye) -> bool:
        """The second press of a double click."""
        return False

    def key(self, event: QKeyEvent, at: QPointF, eye: Eye) -> bool:
        """A key is pressed; `at` is where the pointer is, or the middle where it is elsewhere."""
        return False

    def step(self, *, is_forward: bool) -> bool:
        """Tab goes on within the layer, or back; False where it leads out of the picture."""
        return False

    def choose(self, at: QPointF, eye: Eye) -> bool:
        """Choose what is at a place, before a menu is offered there; whether there is anything."""
        return False

    def cursor(self, at: QPointF, eye: Eye) -> Qt.CursorShape | None:
        """The shape of the pointer at a place; None for that of the picture."""
        return None
