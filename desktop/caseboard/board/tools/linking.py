"""Linking: a string is drawn from one thing to another."""

from __future__ import annotations

from PySide6.QtCore import Qt

from caseboard.board.hits import NOTHING, Hit, Part, rect_of
from caseboard.board.overlay import LinkPreview
from caseboard.board.tools.state import Pointer, State, Surface, travelled
from casedb.commands.links import types_for
from casedb.model.geometry import Point
from casedb.model.records import Ref
from casedb.words import term


class Linking(State):
    """A string follows the hand from a card; let go on a card or string it becomes a link."""

    reaches = True
    cursor = Qt.CursorShape.CrossCursor
    hint = term("Let go on a card or a string; on an empty place a new card is made; Esc leaves")

    def __init__(self, board: Surface, start: Pointer, rest: State, ref: Ref, card_id: str) -> None:
        super().__init__(board)
        self._start, self._rest, self._ref, self._card = start, rest, ref, card_id

    def move(self, pointer: Pointer) -> State:
        hit, target = self._target(pointer)
        fits = target is None or bool(types_for(self.board.contents, self._ref, target))
        self.board.overlay.linking = LinkPreview(
            self._origin(pointer.world), pointer.world, hit if target else NOTHING, fits
        )
        self.cursor = Qt.CursorShape.CrossCursor if fits else Qt.CursorShape.ForbiddenCursor
        self.board.refresh()
        return self

    def _origin(self, towards: Point) -> Point:
        rect = rect_of(self.board.columns, self._card)
        if rect is None:
            return self._start.world
        middle = rect.centre
        sides = (
            Point(rect.right, middle.y),
            Point(rect.x, middle.y),
            Point(middle.x, rect.y),
            Point(middle.x, rect.bottom),
        )
        return min(sides, key=lambda at: (at.x - towards.x) ** 2 + (at.y - towards.y) ** 2)

    def _target(self, pointer: Pointer) -> tuple[Hit, Ref | None]:
        hit = self.board.finder.at(pointer.screen, self.board.camera)
        if hit.part is Part.CARD and hit.id != self._card:
            return hit, Ref.item(self.board.contents.cards[hit.id].item)
        if hit.part is Part.STRING:
            return hit, Ref.link(hit.id)
        return hit, None

    def release(self, pointer: Pointer) -> State:
        self._clear()
        hit, target = self._target(pointer)
        if target is not None:
            self.board.wishes.link_wanted(self._ref, target, pointer.on_desktop)
        elif hit.part in (Part.NOTHING, Part.FRAME) and travelled(self._start, pointer):
            self.board.wishes.linked_card_wanted(self._ref, pointer.world, pointer.on_desktop)
        return self._rest

    def cancel(self) -> State:
        self._clear()
        return self._rest

    def _clear(self) -> None:
        self.board.overlay.linking = None
        self.board.refresh()


class LinkTool(State):
    """The link tool: a drag from anywhere on a card draws a string."""

    cursor = Qt.CursorShape.CrossCursor
    hint = term("Drag from a card to another card or to a string")

    def press(self, pointer: Pointer) -> State:
        hit = self.board.finder.at(pointer.screen, self.board.camera)
        if hit.part is not Part.CARD:
            return self
        if not self.board.may_change:
            self.board.explain(self.board.refusal)
            return self
        item = self.board.contents.cards[hit.id].item
        return Linking(self.board, pointer, self, Ref.item(item), hit.id)
