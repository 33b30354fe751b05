"""A board for tests of the hand: real events on a real widget, and what the hand wishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.board.board_view import BoardView
from caseboard.board.hits import Hit
from caseboard.board.tools.state import Wishes
from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from casedb.commands import cards, links
from casedb.model.geometry import Point, Rect
from casedb.model.notes import ShownAs
from casedb.model.records import Card, Item, Link, Ref

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass
class Asked(Wishes):
    """Takes note of what the hand wishes, and moves cards as the window would."""

    bridge: CaseBridge
    cards: list[Point] = field(default_factory=list[Point])
    links: list[tuple[Ref, Ref]] = field(default_factory=list[tuple[Ref, Ref]])
    linked_cards: list[tuple[Ref, Point]] = field(default_factory=list[tuple[Ref, Point]])
    copies: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    edits: list[Hit] = field(default_factory=list[Hit])
    frames: list[Rect] = field(default_factory=list[Rect])
    notes: list[tuple[Rect, ShownAs]] = field(default_factory=list[tuple[Rect, ShownAs]])

    def card_wanted(self, world: Point, on_desktop: QPoint) -> None:
        self.cards.append(world)

    def link_wanted(self, start: Ref, end: Ref, on_desktop: QPoint) -> None:
        self.links.append((start, end))

    def linked_card_wanted(self, start: Ref, world: Point, on_desktop: QPoint) -> None:
        self.linked_cards.append((start, world))

    def move_wanted(self, ids: Iterable[str], dx: float, dy: float) -> None:
        self.bridge.run(cards.move(self.bridge.contents, ids, dx, dy))

    def rects_wanted(self, rects: dict[str, Rect], verb: str) -> None:
        self.bridge.run(cards.set_rects(self.bridge.contents, rects, verb))

    def bends_wanted(self, link_id: str, bends: tuple[Point, ...]) -> None:
        bridge = self.bridge
        board_id = bridge.contents.boards[0].id
        bridge.run(links.set_route(bridge.contents, bridge.new_id, board_id, link_id, bends))

    def ends_wanted(self, link_id: str, start: Ref, end: Ref) -> None:
        self.bridge.attempt(partial(links.reconnect, self.bridge.contents, link_id, start, end))

    def frame_wanted(self, rect: Rect) -> None:
        self.frames.append(rect)

    def note_wanted(self, rect: Rect, how: ShownAs) -> None:
        self.notes.append((rect, how))

    def copies_wanted(self, dx: float, dy: float) -> None:
        self.copies.append((dx, dy))

    def edit_wanted(self, hit: Hit) -> None:
        self.edits.append(hit)


@dataclass
class Board:
    """A board with a claim at (100, 100), a photo at (500, 100), both 200 x 100, and a link."""

    view: BoardView
    bridge: CaseBridge
    selection: Selection
    asked: Asked
    claim: Item
    photo: Item
    claim_card: Card
    photo_card: Card
    link: Link

    def at(self, x: float, y: float) -> QPoint:
        """The widget's pixel at a board point."""
        point = self.view.camera.to_screen(Point(x, y))
        return QPoint(round(point.x), round(point.y))

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = NONE,
        release: bool = True,
    ) -> None:
        """Drag from one board point to another."""
        first, last = self.at(*start), self.at(*end)
        self.move_to(*start)
        QTest.mousePress(self.view, button, keys, first)
        for part in (0.3, 0.7, 1.0):
            between = QPoint(
                round(first.x() + (last.x() - first.x()) * part),
                round(first.y() + (last.y() - first.y()) * part),
            )
            self.move_with(between, button, keys)
        if release:
            QTest.mouseRelease(self.view, button, keys, last)

    def move_to(self, x: float, y: float) -> None:
        """Move the pointer with no button down."""
        self.move_with(self.at(x, y), Qt.MouseButton.NoButton, NONE)

    def move_with(self, at: QPoint, buttons: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        """Move the pointer to a pixel, with buttons and keys held."""
        # QTest.mouseMove cannot hold keys, and does nothing on some platforms.
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(self.view.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            buttons,
            keys,
        )
        QApplication.sendEvent(self.view, event)

    def click(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        """Click a board point."""
        QTest.mouseClick(self.view, LEFT, keys, self.at(x, y))

    def rect(self, card: Card) -> Rect:
        """Where a card lies in the case."""
        return self.bridge.contents.cards[card.id].rect

    def shown(self, card: Card) -> Rect:
        """Where a card lies on the screen's board."""
        row = self.view.columns.cards.rows.get(card.id)
        assert row is not None
        return self.view.columns.card_rect(row)

    def wheel(self, x: float, y: float, notches: float, keys: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel over a board point."""
        at = self.at(x, y)
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.view.mapToGlobal(at)),
            QPoint(),
            QPoint(0, round(notches * 120)),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)
