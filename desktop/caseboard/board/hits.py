"""What lies under the pointer: a card, a grip on it, a string, a frame's border, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caseboard.board import levels
from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.string_grips import StringGrip, grip_at
from caseboard.board.touched import FRAME_REACH
from caseboard.theme import tokens
from casedb.model.geometry import Point, Rect
from casedb.model.records import Frame

GRIP = 9.0
"""How near to a grip counts, in pixels on the screen."""

DOT_DISTANCE = 11.0
"""How far outside of a card's edge the dots lie from which links are drawn, in pixels."""

STRING_TOLERANCE = 7.0
FRAME_BORDER = 7.0
FRAME_TITLE = 30.0
LINE = 1.5
"""The height of a line by that of its letters."""
SMALLEST_WITH_GRIPS = 40.0
"""A card that is smaller than this on the screen has no grips: they would lie on each other."""


class Part(StrEnum):
    """The part of a thing that is under the pointer."""

    NOTHING = "nothing"
    CARD = "card"
    STRING = "string"
    FRAME = "frame"
    LINK_DOT = "link dot"
    CORNER = "corner"
    STRING_GRIP = "string grip"


class Corner(StrEnum):
    """The corners by which a card or frame is sized."""

    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_LEFT = "bottom left"
    BOTTOM_RIGHT = "bottom right"


@dataclass(frozen=True, slots=True)
class Hit:
    """What is under the pointer; `id` is of the card, link or frame."""

    part: Part
    id: str = ""
    corner: Corner | None = None
    grip: StringGrip | None = None


NOTHING = Hit(Part.NOTHING)


def corners_of(rect: Rect) -> dict[Corner, Point]:
    """The corners of a rectangle."""
    return {
        Corner.TOP_LEFT: Point(rect.x, rect.y),
        Corner.TOP_RIGHT: Point(rect.right, rect.y),
        Corner.BOTTOM_LEFT: Point(rect.x, rect.bottom),
        Corner.BOTTOM_RIGHT: Point(rect.right, rect.bottom),
    }


def dots_of(on_screen: Rect) -> tuple[Point, Point, Point, Point]:
    """The dots around a card from which links are drawn, in pixels: right, left, top, bottom."""
    middle = on_screen.centre
    return (
        Point(on_screen.right + DOT_DISTANCE, middle.y),
        Point(on_screen.x - DOT_DISTANCE, middle.y),
        Point(middle.x, on_screen.y - DOT_DISTANCE),
        Point(middle.x, on_screen.bottom + DOT_DISTANCE),
    )


def rect_of(columns: Columns, placed_id: str) -> Rect | None:
    """Where a card or frame lies as it is shown, or None where it is not on this board."""
    row = columns.cards.rows.get(placed_id)
    if row is not None:
        return columns.card_rect(row)
    frame = columns.frames.get(placed_id)
    return frame.rect if frame is not None else None


def has_grips(on_screen: Rect) -> bool:
    """Whether a card or frame is large enough on the screen to be taken by its corners and dots."""
    return min(on_screen.w, on_screen.h) >= SMALLEST_WITH_GRIPS


class Finder:
    """Looks under the pointer, on one board."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def at(
        self,
        screen: Point,
        camera: Camera,
        chosen: str = "",
        hovered: str = "",
        strung: str = "",
    ) -> Hit:
        """What is under a screen point.

        `chosen` is the one card or frame that is selected alone: it shows its corners.
        `hovered` is the card whose dots are shown, because the pointer was last on it.
        `strung` is the one link that is selected alone: its string shows its grips.
        """
        grip = grip_at(self._columns, strung, camera, screen) if strung else None
        if grip is not None:
            return Hit(Part.STRING_GRIP, strung, grip=grip)
        corner = self._corner_at(screen, camera, chosen)
        if corner is not None:
            return Hit(Part.CORNER, chosen, corner)
        world = camera.to_world(screen)
        card = self._columns.card_at(world)
        # A dot may lie over a neighbour; the card one comes from keeps it.
        if hovered and card != hovered and self._is_on_dot(screen, camera, hovered):
            return Hit(Part.LINK_DOT, hovered)
        if card is not None:
            return Hit(Part.FRAME if self._columns.is_stack(card) else Part.CARD, card)
        string = self._columns.string_at(world, STRING_TOLERANCE / camera.zoom)
        if string is not None:
            return Hit(Part.STRING, string)
        frame = self._frame_at(screen, camera)
        return Hit(Part.FRAME, frame) if frame else NOTHING

    def _corner_at(self, screen: Point, camera: Camera, chosen: str) -> Corner | None:
        rect = rect_of(self._columns, chosen) if chosen else None
        if rect is None or self._columns.keeps_size(chosen):
            return None
        on_screen = camera.rect_to_screen(rect)
        if not has_grips(on_screen):
            return None
        for corner, point in corners_of(on_screen).items():
            if abs(point.x - screen.x) <= GRIP and abs(point.y - screen.y) <= GRIP:
                return corner
        return None

    def _is_on_dot(self, screen: Point, camera: Camera, card: str) -> bool:
        rect = rect_of(self._columns, card)
        if rect is None:
            return False
        on_screen = camera.rect_to_screen(rect)
        return has_grips(on_screen) and any(
            abs(dot.x - screen.x) <= GRIP and abs(dot.y - screen.y) <= GRIP
            for dot in dots_of(on_screen)
        )

    def is_near(self, screen: Point, camera: Camera, card: str) -> bool:
        """Whether a point is on a card or so near that its dots stay."""
        rect = rect_of(self._columns, card)
        reach = DOT_DISTANCE + GRIP
        at = Rect(screen.x, screen.y, 0, 0)
        return rect is not None and camera.rect_to_screen(rect).grown(reach).contains(at)

    def _frame_at(self, screen: Point, camera: Camera) -> str:
        at = Rect(screen.x, screen.y, 0, 0)
        around = camera.visible().grown(FRAME_REACH / min(camera.zoom, 1.0))
        for frame in reversed(self._columns.frames_in(around)):
            box = camera.rect_to_screen(frame.rect)
            inner = box.grown(-FRAME_BORDER)
            on_border = box.grown(FRAME_BORDER).contains(at) and not inner.contains(at)
            if on_border or _title_box(frame, box, camera.zoom).contains(at):
                return frame.id
        return ""


def _title_box(frame: Frame, box: Rect, zoom: float) -> Rect:
    """Where the title of a frame stands on the screen, its box being there too."""
    if not frame.title.strip() or zoom < levels.FRAME_TITLE_FROM:
        return Rect(box.x, box.y, 0, 0)
    if zoom >= levels.FRAME_TITLE_INSIDE_FROM:
        return Rect(box.x, box.y, box.w, FRAME_TITLE)
    high = LINE * zoom * levels.readable_size(tokens().type_scale["small"], zoom)
    return Rect(box.x, box.y - high, max(box.w, levels.LEAST_FRAME_TITLE), high)
