"""`Steps`: where one stands on a board, and every step from there by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from caseboard.board.following import Follower, Step
from caseboard.board.ground import Ground
from caseboard.board.hits import rect_of
from caseboard.board.reading import Reading, Sort, Spot
from caseboard.board.walking import Walker
from caseboard.selection import Selected
from caseboard.spoken import link_hint
from casedb.model.geometry import Point, Rect, bounding_rect


class Walked(Ground, Protocol):
    """The board that one walks on."""

    def rect_of_link(self, link_id: str) -> Rect | None:
        """The rectangle around a link's string, or None where it is not on this board."""
        ...

    def reveal(self, rect: Rect) -> None:
        """Look at something at the zoom there is."""
        ...

    def select_near(self, rect: Rect | None = None) -> None:
        """Select the card that is nearest to the middle of a rectangle, or else of the view."""
        ...

    def mention(self, sentence: str) -> None:
        """Show a sentence of which those who listen hear otherwise."""
        ...


class Steps:
    """Walks over one board: what is selected is where one stands."""

    def __init__(self, ground: Walked) -> None:
        self._ground = ground
        self._walker = Walker(ground.columns)
        self.reading = Reading(ground.columns, self._walker.order)
        self._follower = Follower(self.reading)
        self._last = ""

    @property
    def spot(self) -> Spot | None:
        """What one stands on: what is selected alone, or of several the last that was walked to."""
        now = self._ground.selection.now
        if now.link_alone:
            return self._follower.string(now.link_alone)
        placed = now.placed_alone
        if not placed and (self._last in now.cards or self._last in now.frames):
            placed = self._last
        return self.reading.placed(placed) if placed else None

    def stand_on(self, spot: Spot) -> None:
        """Select a card, frame or string alone, and say of a string where it leads."""
        if spot.sort is Sort.STRING:
            self._stand_on_string(spot)
        else:
            self._stand_on_placed(spot.id)

    def select(self, placed_id: str, *, adds: bool = False) -> None:
        """Select a card or frame alone, or add it."""
        spot, ground = self.reading.placed(placed_id), self._ground
        if spot is not None:
            step = as_selected(spot)
            ground.selection.become(ground.selection.now | step if adds else step)

    def towards(self, dx: int, dy: int, *, adds: bool) -> None:
        """Select what lies next in a direction of what is selected, or add it."""
        start = self._around()
        if start is None:
            return
        now = self._ground.selection.now
        found = self._walker.towards(start, dx, dy, now.cards | now.frames)
        if found is not None:
            self._stand_on_placed(found, adds=adds)

    def read_on(self, steps: int) -> bool:
        """Select what is read after what is selected, or before it; whether there is any.

        Where nothing is selected on this board, what is read first, or last.
        """
        now = self._ground.selection.now
        placed = now.cards | now.frames
        if not placed and now.links:
            self._ground.select_near(self._around())
            return True
        found = self._walker.after(placed, steps)
        if found is not None:
            self._stand_on_placed(found)
        return found is not None

    def in_sight(self) -> Point | None:
        """The middle of what can be seen of where one stands, of a string its own; None where nothing
        of it is in sight."""
        ground, here, seen = self._ground, self._around(), self._ground.camera.visible()
        row = ground.columns.strings.rows.get(ground.selection.now.link_alone)
        if row is not None:
            x, y = ground.columns.middle(row)[0].tolist()
            if seen.contains(Rect(x, y, 0, 0)):
                return Point(x, y)
        if here is None or not here.overlaps(seen):
            return None
        left, top = max(here.x, seen.x), max(here.y, seen.y)
        right, bottom = min(here.right, seen.right), min(here.bottom, seen.bottom)
        return Point((left + right) / 2, (top + bottom) / 2)

    def along(self, way: int) -> None:
        """Go one step along a string of what is selected, or against its direction with -1."""
        self._follow(lambda spot: self._follower.along(spot, way))

    def beside(self, steps: int) -> None:
        """Select the next string at the same card, or the one before with -1."""
        self._follow(lambda spot: self._follower.beside(spot, steps))

    def _follow(self, step_from: Callable[[Spot], Step]) -> None:
        spot = self.spot
        if spot is None:
            self._ground.select_near(self._around())
            return
        step = step_from(spot)
        if step.to is None:
            self._ground.explain(step.sentence)
        else:
            self.stand_on(step.to)

    def _around(self) -> Rect | None:
        """Where one walks from: the last step, where that is still selected, else all that is."""
        ground, now = self._ground, self._ground.selection.now
        placed = now.cards | now.frames
        here = {self._last} & placed or placed
        rects = [rect_of(ground.columns, each) for each in here]
        rects += [ground.rect_of_link(each) for each in now.links if not placed]
        return bounding_rect(rect for rect in rects if rect is not None)

    def _stand_on_placed(self, placed_id: str, *, adds: bool = False) -> None:
        ground = self._ground
        self._last = placed_id
        self.select(placed_id, adds=adds)
        rect = rect_of(ground.columns, placed_id)
        if rect is not None:
            ground.reveal(rect)

    def _stand_on_string(self, spot: Spot) -> None:
        ground = self._ground
        self._follower.note(spot)
        ground.selection.set(links=[spot.id])
        rect, link = ground.rect_of_link(spot.id), ground.contents.links.get(spot.id)
        if rect is not None:
            # Of a long one the end that one met it at.
            seen = ground.camera.visible()
            is_long = rect.w > seen.w or rect.h > seen.h
            near = rect_of(ground.columns, spot.near) if is_long else None
            ground.reveal(near or rect)
        if link is not None:
            is_start = self.reading.is_start(spot)
            ground.mention(link_hint(ground.contents, link, from_start=is_start))


def as_selected(spot: Spot) -> Selected:
    """What is selected when one stands on a spot."""
    one = frozenset({spot.id})
    match spot.sort:
        case Sort.BOARD:
            return Selected()
        case Sort.CARD:
            return Selected(cards=one)
        case Sort.FRAME:
            return Selected(frames=one)
        case Sort.STRING:
            return Selected(links=one)
