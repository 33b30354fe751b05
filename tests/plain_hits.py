"""What lies under a point of a board, told from the case's records: plain, slow, with no tables.

It is the yardstick for `caseboard.board.hits` and for the columns that are kept edit by edit. How a
string bends is no matter of the records: its course is taken from columns that were made anew, and
held against the cards that the records say it ends at.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.board.hits import Corner, Hit, Part
from caseboard.board.levels import readable_size
from caseboard.theme import tokens
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.link_types import End
from casedb.model.records import Card, Frame, Link, Ref

COLLAPSED = 34.0
GRIP = 9.0
DOT_AWAY = 11.0
TOLERANCE = 7.0
BORDER, TITLE = 7.0, 30.0
LEAST_GRIPPED = 40.0
"""What docs and docstrings say of the hand, in pixels on the screen; not imported, so that a change of
one of them is noticed."""

CLEARANCE = 2.0
"""How far from a card's edge its strings end, in board units."""

CUTS = 24
"""Into how many straight pieces a curve is cut where the pointer is looked for near it."""
SAMPLES = 5 * CUTS
"""Into how many it is cut here."""

Curves = NDArray[np.float64]
"""The curves [P, 4, 2] of one string."""


@dataclass
class PlainBoard:
    """One board of a case, looked at from somewhere."""

    contents: Contents
    board_id: str
    camera: Camera
    concealed: frozenset[str] = frozenset()
    """The ids of cards that are not shown."""

    # -- where things lie ---------------------------------------------------------------------

    @cached_property
    def cards(self) -> list[Card]:
        """The cards from the lowest to the topmost; of the same height the younger lies above."""
        there = self.contents.cards_on(self.board_id)
        shown = (each for each in there if each.id not in self.concealed)
        seen = (each for each in shown if not self._is_folded(each.id))
        return sorted(seen, key=lambda each: (each.z, each.id))

    @cached_property
    def _seen_frames(self) -> list[Frame]:
        there = self.contents.frames_on(self.board_id)
        seen = (each for each in there if not self._is_folded(each.id))
        return sorted(seen, key=lambda each: (each.z, each.id))

    @cached_property
    def frames(self) -> list[Frame]:
        """The open frames from the lowest to the topmost."""
        return [each for each in self._seen_frames if not each.collapsed]

    @cached_property
    def stacks(self) -> list[Frame]:
        """The collapsed frames from the lowest to the topmost."""
        return [each for each in self._seen_frames if each.collapsed]

    def _is_folded(self, placed_id: str) -> bool:
        return any(placed_id in each.members for each in self.contents.folds.values())

    def _outermost(self, placed_id: str) -> str:
        """The collapsed frame that is seen where a card or frame is folded into it, or itself."""
        for each in self.contents.folds.values():
            if placed_id in each.members:
                return self._outermost(each.frame)
        return placed_id

    def rect_of(self, placed_id: str) -> Rect | None:
        """Where a card or frame lies as it is shown."""
        for each in (*self.cards, *self.frames, *self.stacks):
            if each.id == placed_id:
                return shown_rect(each)
        return None

    def on_screen(self, rect: Rect) -> Rect:
        """Where a rectangle of the board lies on the screen."""
        camera = self.camera
        left = (rect.x - camera.x) * camera.zoom + camera.width / 2
        top = (rect.y - camera.y) * camera.zoom + camera.height / 2
        return Rect(left, top, rect.w * camera.zoom, rect.h * camera.zoom)

    # -- strings ------------------------------------------------------------------------------

    def _placed(self, ref: Ref) -> list[Card | Frame]:
        """What an end may be tied to: cards of the item, or of the claim of an element; else the
        collapsed frames that such a card is folded into."""
        item = ref.id
        if ref.end is End.ELEMENT:
            item = self.contents.elements[ref.id].claim
        if ref.end is End.LINK:
            return []
        shown = [each for each in self.cards if each.item == item]
        folded = {
            self._outermost(each.id)
            for each in self.contents.cards_on(self.board_id)
            if each.item == item and each.id not in self.concealed
        }
        return [*shown] or [each for each in self.stacks if each.id in folded]

    def is_strung(self, link: Link, passed: frozenset[str] = frozenset()) -> bool:
        """Whether both ends of a link are on the board, and it does not rest on itself."""
        if link.id in passed:
            return False
        starts, ends = self._placed(link.start), self._placed(link.end)
        if starts and ends and isinstance(starts[0], Frame) and isinstance(ends[0], Frame):
            # What is folded into one frame at both ends is not seen.
            one, other = self.cards_joined(link)
            if one == other:
                return False
        return all(
            self.is_strung(self.contents.links[ref.id], passed | {link.id})
            if ref.end is End.LINK
            else bool(self._placed(ref))
            for ref in (link.start, link.end)
        )

    @cached_property
    def strung(self) -> dict[str, Link]:
        """The links that have a string here."""
        return {each.id: each for each in self.contents.links.values() if self.is_strung(each)}

    def cards_joined(self, link: Link) -> tuple[Card | Frame | None, Card | Frame | None]:
        """The cards a string ends at, None for an end on a string: of all placements the nearest
        two, and with an end on a string the oldest placement."""
        starts, ends = self._placed(link.start), self._placed(link.end)
        if starts and ends:
            return min(
                product(starts, ends),
                key=lambda both: (_apart(*both), both[0].id, both[1].id),
            )
        oldest = [min(each, key=lambda card: card.id, default=None) for each in (starts, ends)]
        return oldest[0], oldest[1]

    @cached_property
    def courses(self) -> Mapping[str, Curves]:
        """How the strings run, by link."""
        columns = Columns(self.contents, self.board_id)
        columns.conceal(self.concealed)
        rows = columns.strings.rows
        return {rows.id_of(row): columns.curves(row) for row in rows.all().tolist()}

    def check_strings(self, courses: Mapping[str, Curves]) -> None:
        """See that there is a string for every link with both ends here, from card to card."""
        assert courses.keys() == self.strung.keys()
        for link_id, course in courses.items():
            joined = self.cards_joined(self.strung[link_id])
            for card, tip in zip(joined, (course[0, 0], course[-1, 3]), strict=True):
                if card is not None:
                    edge = shown_rect(card)
                    assert _beside(edge, tip) <= CLEARANCE + 1e-6, f"{link_id} misses its card"

    # -- looking ------------------------------------------------------------------------------

    def at(self, screen: Point, chosen: str = "", hovered: str = "") -> set[Hit]:
        """What may be found under a screen point: more than one thing only where two strings are
        equally near, or one is at the very limit of its reach."""
        corner = self._corner_at(screen, chosen)
        if corner is not None:
            return {Hit(Part.CORNER, chosen, corner)}
        camera = self.camera
        x = (screen.x - camera.width / 2) / camera.zoom + camera.x
        y = (screen.y - camera.height / 2) / camera.zoom + camera.y
        topmost = ""
        for card in self.cards:
            rect = shown_rect(card)
            if rect.x < x < rect.right and rect.y < y < rect.bottom:
                topmost = card.id
        if hovered and hovered != topmost and self._is_on_dot(screen, hovered):
            return {Hit(Part.LINK_DOT, hovered)}
        if topmost:
            return {Hit(Part.CARD, topmost)}
        for stack in reversed(self.stacks):
            rect = stack.rect
            if rect.x < x < rect.right and rect.y < y < rect.bottom:
                return {Hit(Part.FRAME, stack.id)}
        strings, is_certain = self._strings_at(x, y)
        found = {Hit(Part.STRING, each) for each in strings}
        if not is_certain:
            frame = self._frame_at(screen)
            found.add(Hit(Part.FRAME, frame) if frame else Hit(Part.NOTHING))
        return found

    def _corner_at(self, screen: Point, chosen: str) -> Corner | None:
        rect = self.rect_of(chosen)
        if rect is None or self._is_locked(chosen) or chosen in [each.id for each in self.stacks]:
            return None
        box = self.on_screen(rect)
        if min(box.w, box.h) < LEAST_GRIPPED:
            return None
        across = {"left": box.x, "right": box.right}
        for name, y in (("top", box.y), ("bottom", box.bottom)):
            for side, x in across.items():
                if max(abs(x - screen.x), abs(y - screen.y)) <= GRIP:
                    return Corner(f"{name} {side}")
        return None

    def _is_locked(self, placed_id: str) -> bool:
        return any(each.locked for each in (*self.cards, *self.frames) if each.id == placed_id)

    def _is_on_dot(self, screen: Point, card_id: str) -> bool:
        rect = self.rect_of(card_id)
        if rect is None:
            return False
        box = self.on_screen(rect)
        x, y = box.x + box.w / 2, box.y + box.h / 2
        dots = (
            (box.right + DOT_AWAY, y),
            (box.x - DOT_AWAY, y),
            (x, box.y - DOT_AWAY),
            (x, box.bottom + DOT_AWAY),
        )
        return min(box.w, box.h) >= LEAST_GRIPPED and any(
            max(abs(dot[0] - screen.x), abs(dot[1] - screen.y)) <= GRIP for dot in dots
        )

    @cached_property
    def _lines(self) -> Lines:
        return Lines.of(self.courses)

    def _strings_at(self, x: float, y: float) -> tuple[set[str], bool]:
        """The strings one of which must be found, and whether one is near enough for certain."""
        reach = TOLERANCE / self.camera.zoom
        near = self._lines.distances(x, y)
        at_most = min([away + off for away, off in near.values()], default=math.inf)
        found = {each for each, (away, off) in near.items() if away - off <= min(at_most, reach)}
        return found, at_most <= reach

    def _frame_at(self, screen: Point) -> str:
        for frame in reversed(self.frames):
            box = self.on_screen(frame.rect)
            is_near = (
                box.x - BORDER <= screen.x <= box.right + BORDER
                and box.y - BORDER <= screen.y <= box.bottom + BORDER
            )
            is_inside = (
                box.x + BORDER <= screen.x <= box.right - BORDER
                and box.y + BORDER <= screen.y <= box.bottom - BORDER
            )
            if (is_near and not is_inside) or self._is_on_title(frame, box, screen):
                return frame.id
        return ""

    def _is_on_title(self, frame: Frame, box: Rect, screen: Point) -> bool:
        zoom = self.camera.zoom
        if zoom < 0.08 or not frame.title.strip():
            return False
        if zoom >= 0.7:
            title = Rect(box.x, box.y, box.w, TITLE)
        else:
            # Above the frame, in letters that are large enough to be read.
            high = 1.5 * zoom * readable_size(tokens().type_scale["small"], zoom)
            title = Rect(box.x, box.y - high, max(box.w, 48.0), high)
        return title.contains(Rect(*screen, 0, 0))


def shown_rect(placed: Card | Frame) -> Rect:
    """Where a card or frame lies as it is shown: a collapsed card is a line high at most."""
    is_low = isinstance(placed, Card) and placed.collapsed
    return placed.rect._replace(h=min(placed.h, COLLAPSED)) if is_low else placed.rect


def sampled(course: Curves) -> NDArray[np.float64]:
    """Points [N, 2] along the curves of a string, close together."""
    t = np.linspace(0.0, 1.0, SAMPLES + 1)[:, None]
    a, b, c, d = (course[:, None, n] for n in range(4))
    points = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
    return points.reshape(-1, 2)


@dataclass(frozen=True)
class Lines:
    """Strings as fine lines: where every piece of any of them begins and how far it goes [N, 2], at
    which piece each string begins, and how far it may run beside few straight pieces."""

    ids: Sequence[str]
    start: NDArray[np.float64]
    step: NDArray[np.float64]
    first: NDArray[np.int64]
    off: Sequence[float]

    @classmethod
    def of(cls, courses: Mapping[str, Curves]) -> Lines:
        """Those of all strings."""
        lines = [sampled(each) for each in courses.values()]
        none = np.empty((0, 2))
        return cls(
            list(courses),
            np.concatenate([none, *(each[:-1] for each in lines)]),
            np.concatenate([none, *(np.diff(each, axis=0) for each in lines)]),
            np.cumsum([0, *(len(each) - 1 for each in lines)])[:-1],
            [_coarseness(each) for each in courses.values()],
        )

    def distances(self, x: float, y: float) -> dict[str, tuple[float, float]]:
        """How far a point is from every string, and by how much that may be mistaken elsewhere."""
        if not self.ids:
            return {}
        away = np.array([x, y]) - self.start
        square = np.maximum((self.step**2).sum(axis=1), 1e-12)
        along = np.clip((away * self.step).sum(axis=1) / square, 0.0, 1.0)
        far = np.hypot(*(away - along[:, None] * self.step).T)
        nearest: list[float] = np.minimum.reduceat(far, self.first).tolist()
        return dict(zip(self.ids, zip(nearest, self.off, strict=True), strict=True))


def _coarseness(course: Curves) -> float:
    """How far apart a curve cut here and one that is cut into few pieces may be: the step of the
    parameter squared, an eighth of the greatest bend, and a little more."""
    bend = 6 * np.hypot(*np.moveaxis(np.diff(course, n=2, axis=1), -1, 0)).max()
    return 1.05 * float(bend) / (8 * CUTS**2)


def _apart(one: Card | Frame, other: Card | Frame) -> float:
    here, there = shown_rect(one).centre, shown_rect(other).centre
    return (here.x - there.x) ** 2 + (here.y - there.y) ** 2


def _beside(rect: Rect, tip: NDArray[np.float64]) -> float:
    """How far a point is from the edge of a rectangle, inside or outside of it."""
    x, y = tip.tolist()
    out_x, out_y = max(rect.x - x, x - rect.right), max(rect.y - y, y - rect.bottom)
    if out_x <= 0 and out_y <= 0:
        return -max(out_x, out_y)
    return math.hypot(max(out_x, 0.0), max(out_y, 0.0))
