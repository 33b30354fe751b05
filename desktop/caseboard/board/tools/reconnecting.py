"""Reconnecting: one end of a string follows the hand, to be tied to something else."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.hits import NOTHING, Hit, Part
from caseboard.board.overlay import LinkPreview
from caseboard.board.string_grips import Hold
from caseboard.board.tools.state import Pointer, State, Surface, travelled
from casedb.commands.links import types_for
from casedb.model.geometry import Point
from casedb.model.link_types import End
from casedb.model.records import Link, Ref
from casedb.words import term


class Reconnecting(State):
    """An end of a link is being drawn elsewhere; the other stays."""

    reaches = True
    cursor = Qt.CursorShape.CrossCursor
    hint = term("Let go on another card or string; Esc leaves")

    def __init__(
        self, board: Surface, start: Pointer, rest: State, link_id: str, hold: Hold
    ) -> None:
        super().__init__(board)
        self._start, self._rest = start, rest
        self._link: Link = board.contents.links[link_id]
        self._at_start = hold is Hold.START
        self._is_drawn = False

    def move(self, pointer: Pointer) -> State:
        if not self._is_drawn and not travelled(self._start, pointer):
            return self
        self._is_drawn = True
        hit, target = self._target(pointer)
        fits = target is None or self._fits(target)
        self.board.overlay.linking = LinkPreview(
            self._origin(), pointer.world, hit if target is not None else NOTHING, fits
        )
        self.cursor = Qt.CursorShape.CrossCursor if fits else Qt.CursorShape.ForbiddenCursor
        self.board.refresh()
        return self

    def _origin(self) -> Point:
        """Where the end lies that stays."""
        row = self.board.columns.strings.rows.get(self._link.id)
        if row is None:
            return self._start.world
        curves = self.board.columns.curves(row)
        x, y = (curves[-1, 3] if self._at_start else curves[0, 0]).tolist()
        return Point(x, y)

    def _target(self, pointer: Pointer) -> tuple[Hit, Ref | None]:
        hit = self.board.finder.at(pointer.screen, self.board.camera)
        if hit.part is Part.CARD:
            return hit, self._as_part(self.board.contents.cards[hit.id].item)
        if hit.part is Part.STRING and hit.id != self._link.id:
            return hit, Ref.link(hit.id)
        return hit, None

    def _as_part(self, item_id: str) -> Ref:
        """An item, or the element of it that the end rests on already."""
        held = self._link.start if self._at_start else self._link.end
        element = self.board.contents.elements.get(held.id) if held.end is End.ELEMENT else None
        return held if element is not None and element.claim == item_id else Ref.item(item_id)

    def _ends(self, target: Ref) -> tuple[Ref, Ref]:
        return (target, self._link.end) if self._at_start else (self._link.start, target)

    def _fits(self, target: Ref) -> bool:
        start, end = self._ends(target)
        if self._link.start == start and self._link.end == end:
            return True
        types = types_for(self.board.contents, start, end)
        return any(each.name == self._link.type for each in types)

    def release(self, pointer: Pointer) -> State:
        self._clear()
        target = self._target(pointer)[1] if self._is_drawn else None
        if target is not None:
            self.board.wishes.ends_wanted(self._link.id, *self._ends(target))
        return self._rest

    def cancel(self) -> State:
        self._clear()
        return self._rest

    def _clear(self) -> None:
        self.board.overlay.linking = None
        self.board.refresh()
