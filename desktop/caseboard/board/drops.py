"""`Drops`: what is dragged over a board from elsewhere, and where it would come to lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from caseboard.board.hits import Part
from caseboard.board.strings import Floats
from caseboard.board.tools.state import Surface
from caseboard.placing import COLUMNS, landing
from casedb.commands.cards import CARD_HEIGHT
from casedb.model.geometry import Point, Rect
from casedb.words import say

MOST_OUTLINED = 3 * COLUMNS
"""Of more cards than this, it is not shown where each would lie."""
APART = Qt.KeyboardModifier.ShiftModifier
"""Held down, it makes cards of files that are let go on a card."""


class Receiver(Protocol):
    """Who knows what would become of what is dragged."""

    def cards_of(self, mime: QMimeData) -> int:
        """How many cards would come of it."""
        ...

    def files_of(self, mime: QMimeData) -> int:
        """How many files there are in it that an item could take."""
        ...

    def holder(self, card_id: str) -> str:
        """What the item of a card is called that takes files; empty where it takes none."""
        ...


class Cards:
    """Everything becomes one card, and no item takes files."""

    def cards_of(self, mime: QMimeData) -> int:
        """One."""
        return 1

    def files_of(self, mime: QMimeData) -> int:
        """None."""
        return 0

    def holder(self, card_id: str) -> str:
        """Nobody."""
        return ""


class Drops(QObject):
    """What is dragged over one board.

    `hinted(str)` says what would become of it, and nothing when it has gone; `refused()` that the case
    may not be changed. `dropped(QMimeData, Point)` carries what was let go over the board,
    `given(QMimeData, Point, str)` files that were let go on a card whose item takes them, or, with
    nothing for the card, on one that takes none: new cards then lie beside it.
    """

    hinted = Signal(str)
    refused = Signal()
    dropped = Signal(object, object)
    given = Signal(object, object, str)

    def __init__(self, board: Surface, can_take: Callable[[QMimeData], bool]) -> None:
        """`can_take` tells whether something dragged over the board could be dropped on it."""
        super().__init__()
        self._board = board
        self.can_take = can_take
        self.receiver: Receiver = Cards()
        self._cards = self._files = 0
        self._hint: tuple[str, int] = ("", 0)

    def handle(self, event: QDropEvent) -> bool:
        """Take an event of dragging; nobody else needs it."""
        if not self._board.may_change or not self.can_take(event.mimeData()):
            event.ignore()
            if not self._board.may_change and event.type() == QEvent.Type.DragEnter:
                self.refused.emit()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragEnterEvent):
            # Asked once: what is dragged may have to be fetched from another program.
            self._cards = self.receiver.cards_of(event.mimeData())
            self._files = self.receiver.files_of(event.mimeData())
            self._hint = ("", 0)
        at = Point(event.position().x(), event.position().y())
        world = self._board.camera.to_world(at)
        card = self._card_at(at) if self._files and not event.modifiers() & APART else ""
        holder = self.receiver.holder(card) if card else ""
        if isinstance(event, QDragMoveEvent):
            self._show(world, card if holder else "", holder)
            return True
        self.leave()
        if card:
            self.given.emit(event.mimeData(), world, card if holder else "")
        else:
            self.dropped.emit(event.mimeData(), world)
        return True

    def leave(self) -> None:
        """Show nothing more of what was dragged."""
        overlay = self._board.overlay
        overlay.landing, overlay.receiving = (), ""
        self.hinted.emit("")
        self._board.refresh()

    def _card_at(self, screen: Point) -> str:
        hit = self._board.finder.at(screen, self._board.camera)
        return hit.id if hit.part is Part.CARD else ""

    def _show(self, at: Point, card: str, holder: str) -> None:
        """Show the card that would take it, or where cards would lie."""
        overlay = self._board.overlay
        heights = [CARD_HEIGHT] * min(self._cards, MOST_OUTLINED)
        overlay.landing = () if card else tuple(landing(at, heights, self._boxes_in))
        overlay.receiving = card
        if self._hint != (card, self._cards):
            self._hint = (card, self._cards)
            self.hinted.emit(self._attaching(holder) if card else self._making())
        self._board.refresh()

    def _boxes_in(self, area: Rect) -> Floats:
        columns = self._board.columns
        return columns.cards.boxes(columns.cards_in(area))

    def _making(self) -> str:
        return say(
            "Let go to make a card of it here", "Let go to make {n} cards here", n=self._cards
        )

    def _attaching(self, holder: str) -> str:
        return say(
            "Let go to attach the file to “{title}”; with Shift it becomes a card",
            "Let go to attach {n} files to “{title}”; with Shift they become cards",
            n=self._files,
            title=holder,
        )
