"""`State`: one thing the hand can be doing, and `Surface`: the board as states see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, Qt

from caseboard.bindings import Bindings
from caseboard.board.camera import Camera
from caseboard.board.ground import Ground
from caseboard.board.hits import Finder, Hit
from caseboard.board.overlay import Overlay
from casedb.model.geometry import Point, Rect
from casedb.model.notes import ShownAs
from casedb.model.records import Ref
from casedb.words import term

DRAG_DISTANCE = 4.0
"""Pixels the pointer must travel before a press becomes a drag."""

LOCKED = term("It is locked and stays; Lock or unlock in the menu Arrange lets go of it.")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, and what is held down.

    Where it `is_beside` the board, the places are those on the board's edge that are nearest to it.
    """

    screen: Point
    world: Point
    on_desktop: QPoint
    button: Qt.MouseButton
    keys: Qt.KeyboardModifier
    is_beside: bool = False

    @property
    def shift(self) -> bool:
        """Whether Shift is held: adds to the selection, keeps a drag on one axis."""
        return bool(self.keys & Qt.KeyboardModifier.ShiftModifier)

    @property
    def control(self) -> bool:
        """Whether Ctrl is held (Cmd on a Mac): toggles in the selection."""
        return bool(self.keys & Qt.KeyboardModifier.ControlModifier)

    @property
    def alt(self) -> bool:
        """Whether Alt is held: drags a copy."""
        return bool(self.keys & Qt.KeyboardModifier.AltModifier)


class Wishes:
    """What the hand asks of the rest of the window; here nothing is done about it."""

    def card_wanted(self, world: Point, on_desktop: QPoint) -> None:
        """A new card, of a kind to be asked for."""

    def link_wanted(self, start: Ref, end: Ref, on_desktop: QPoint) -> None:
        """A link between two ends, of a type to be asked for."""

    def linked_card_wanted(self, start: Ref, world: Point, on_desktop: QPoint) -> None:
        """A new card with a link to it."""

    def frame_wanted(self, rect: Rect) -> None:
        """A new frame, with its title to be asked for."""

    def note_wanted(self, rect: Rect, how: ShownAs) -> None:
        """A new note that is shown as its words alone, with them to be asked for."""

    def bends_wanted(self, link_id: str, bends: tuple[Point, ...]) -> None:
        """A link's string led through other points."""

    def ends_wanted(self, link_id: str, start: Ref, end: Ref) -> None:
        """A link that joins two other ends."""

    def move_wanted(self, ids: Iterable[str], dx: float, dy: float) -> None:
        """Cards and frames, with all that goes along with them, so far from where they lie."""

    def rects_wanted(self, rects: dict[str, Rect], verb: str) -> None:
        """Cards and frames of other sizes."""

    def copies_wanted(self, dx: float, dy: float) -> None:
        """Copies of the selected cards, (dx, dy) away."""

    def way_wanted(self, hit: Hit) -> bool:
        """The board that a card stands for; whether what was double-clicked is such a card."""
        return False

    def drag_out_wanted(self) -> bool:
        """The files of the selected cards, dragged to another program; whether there were any."""
        return False

    def edit_wanted(self, hit: Hit) -> None:
        """The title of what was double-clicked."""


@dataclass(frozen=True, slots=True)
class Snapping:
    """What is snapped to: edges, middles and gaps of other things, the grid."""

    to_others: bool = True
    to_grid: bool = False


class Surface(Ground, Protocol):
    """The board that a state works on."""

    @property
    def overlay(self) -> Overlay:
        """What is drawn over the board."""
        ...

    @property
    def finder(self) -> Finder:
        """Looks under the pointer."""
        ...

    @property
    def wishes(self) -> Wishes:
        """Asks the window."""
        ...

    @property
    def snapping(self) -> Snapping:
        """What is snapped to."""
        ...

    @property
    def bindings(self) -> Bindings:
        """What the mouse does."""
        ...

    @property
    def may_change(self) -> bool:
        """Whether the case may be changed."""
        ...

    @property
    def refusal(self) -> str:
        """Why the case may not be changed."""
        ...

    def look_from(self, camera: Camera) -> None:
        """Look from elsewhere."""
        ...

    def lift(self, cards: Iterable[str], frames: Iterable[str]) -> None:
        """Take cards and frames into the hand; the case knows nothing of it."""
        ...

    def lift_string(self, link_id: str) -> None:
        """Take the string of a link into the hand; the case knows nothing of it."""
        ...

    def bend(self, bends: tuple[Point, ...]) -> None:
        """Lead the one string in the hand through other points."""
        ...

    def carry(self, dx: float, dy: float) -> None:
        """Move what is in the hand by so many board units from where it was lifted."""
        ...

    def stretch(self, rect: Rect) -> None:
        """Give the one thing in the hand another rectangle."""
        ...

    def put_back(self) -> None:
        """Lay what is in the hand back to where the case has it."""
        ...

    def settle(self) -> None:
        """Let everything that moves by itself lie where it belongs."""
        ...

    def refresh(self) -> None:
        """Draw the overlay anew."""
        ...

    def walk(self, dx: int, dy: int, *, adds: bool) -> None:
        """Select what lies next in a direction of what is selected, or add it."""
        ...

    def follow_string(self, way: int, steps: int) -> None:
        """Go one step along a string of what is selected, or to another string at the same card."""
        ...

    def place_of_menu(self) -> QPoint:
        """Where on the desktop the menu belongs for whoever asks with a key: at what is selected and
        in sight, else in the middle."""
        ...

    def read_on(self, steps: int) -> bool:
        """Select what is read after what is selected, or before it; whether there is any."""
        ...


class State:
    """One thing the hand can be doing. Every verb returns the state that follows.

    `cancel` leaves everything as it was before the gesture began.
    """

    cursor = Qt.CursorShape.ArrowCursor
    hint = ""
    is_spent = False
    """Whether a tool has done what it was taken for, and gives way to the one for selecting."""
    reaches = False
    """Whether the board goes by when the pointer is held at its edge."""
    goes_beyond = False
    """Whether the pointer is followed beyond the edge of the board."""

    def __init__(self, board: Surface) -> None:
        self.board = board

    def press(self, pointer: Pointer) -> State:
        """A button goes down."""
        return self

    def move(self, pointer: Pointer) -> State:
        """The pointer moves, with or without a button."""
        return self

    def release(self, pointer: Pointer) -> State:
        """A button comes up."""
        return self

    def double_click(self, pointer: Pointer) -> State:
        """A button goes down twice; the second time is a press where nothing else is meant by it."""
        return self.press(pointer)

    def disturb(self) -> State:
        """What lies on the board is about to change under the hand: it lays everything back."""
        return self.cancel()

    def renew(self) -> None:
        """What lies on the board has changed under the hand."""

    def leave(self) -> None:
        """The pointer has left the board."""

    def cancel(self) -> State:
        """Escape, or the gesture is taken away."""
        return self


def travelled(start: Pointer, now: Pointer) -> bool:
    """Whether the pointer has gone far enough for a press to be a drag."""
    dx, dy = now.screen.x - start.screen.x, now.screen.y - start.screen.y
    return dx * dx + dy * dy >= DRAG_DISTANCE * DRAG_DISTANCE


def rect_between(a: Point, b: Point) -> Rect:
    """The rectangle with two points as opposite corners."""
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
