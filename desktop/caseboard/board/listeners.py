"""`Listeners`: those who hear a board and do not see it: what they are told, and when.

While nobody listens all of this costs nothing. When somebody does, spots are made as they are asked
for, and those that were asked for longest ago are let go of.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from shiboken6 import Shiboken

from caseboard import spoken
from caseboard.board.hits import Part
from caseboard.board.reading import BOARD, Sort, Spot
from caseboard.board.spoken_board import (
    MOST_LISTED,
    BoardSelection,
    SpokenSpot,
    global_rect,
)
from caseboard.board.steps import as_selected
from caseboard.board.tables import STACK
from caseboard.voices import announce
from casedb import Change
from casedb.model.contents import targets_of
from casedb.model.geometry import Point, Rect
from casedb.model.records import Card, Fold, Frame, Item, Link
from casedb.sketch import COLLAPSED
from casedb.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from caseboard.board.board_view import BoardView

MOST_MADE = 2000
"""Of more spots than this the older half is let go of, as soon as nobody is asking."""
MOST_TOLD = 500
"""Of a change of more records than this only what one stands on is told."""
MOST_NEW = 20
"""Of more new cards than this none is told by itself."""

_Event = QAccessible.Event

KEPT: dict[int, SpokenSpot] = {}
"""Every spot that Qt knows, by the number that it has there: Qt holds a bare pointer to it, and takes
it apart itself, so that Python must not do so earlier in any event."""


class Listeners(QObject):
    """Tells those who listen what is on one board and what becomes of it."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self.reading = view.steps.reading
        self.selection = BoardSelection(self)
        self._made: OrderedDict[Spot, int] = OrderedDict()
        self._told: Spot | None = None
        self._seen = view.selection.now
        self._resting = QTimer(self, interval=0, singleShot=True)
        self._resting.timeout.connect(self._let_go_of_old)
        self._entering = QTimer(self, interval=0, singleShot=True)
        self._entering.timeout.connect(self._tell_where)
        view.marked.connect(self._follow_selection)
        view.hands.explained.connect(self._announce)
        # However the board goes, also where nobody closes it.
        view.destroyed.connect(partial(_let_go, self._made))

    @property
    def is_open(self) -> bool:
        """Whether there is a board to be heard of."""
        return Shiboken.isValid(self) and Shiboken.isValid(self._view)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that the spots which were asked for have with Qt."""
        return tuple(self._made.values())

    # -- spots ----------------------------------------------------------------------------

    def part(self, spot: Spot) -> QAccessibleInterface:
        """What tells of a spot; of the board itself, the board."""
        if spot.sort is Sort.BOARD:
            return QAccessible.queryAccessibleInterface(self._view)
        number = self._made.get(spot)
        if number is None:
            made = SpokenSpot(self, spot)
            number = self._made[spot] = QAccessible.registerAccessibleInterface(made)
            KEPT[number] = made
            if len(self._made) > MOST_MADE:
                # Not now: whoever asks may hold on to some of them until the next event.
                self._resting.start()
        else:
            self._made.move_to_end(spot)
        return KEPT[number]

    def child(self, above: Spot, index: int) -> QAccessibleInterface | None:
        """What tells of one of the spots below another."""
        found = self.reading.child(above, index)
        return self.part(found) if found is not None else None

    def part_at(self, above: Spot, on_desktop: QPoint) -> QAccessibleInterface | None:
        """Which of the spots below another holds a point of the desktop."""
        spot = self._spot_at(on_desktop)
        if spot is not None and spot.sort is Sort.STRING:
            # A string lies beside the card that it is met at.
            return self.part(spot) if above == BOARD else None
        while spot is not None:
            around = self.reading.parent(spot)
            if around == above:
                return self.part(spot)
            spot = around
        return None

    def _spot_at(self, on_desktop: QPoint) -> Spot | None:
        view = self._view
        at = view.mapFromGlobal(on_desktop)
        hit = view.finder.at(Point(at.x(), at.y()), view.camera)
        if hit.part is Part.STRING:
            return self.reading.met(hit.id)
        if hit.part in (Part.CARD, Part.FRAME):
            return self.reading.placed(hit.id)
        world = view.camera.to_world(Point(at.x(), at.y()))
        frames = view.columns.frames_in(Rect(world.x, world.y, 0, 0))
        return self.reading.placed(min(frames, key=_area).id) if frames else None

    @property
    def focused(self) -> QAccessibleInterface | None:
        """What one stands on, where the board has the keys."""
        spot = self._view.steps.spot if self._view.hasFocus() else None
        return self.part(spot) if spot is not None else None

    def _let_go_of_old(self) -> None:
        """Let go of spots that are not on the board any more, and of the older half of too many."""
        here = self._view.steps.spot
        gone = [each for each in self._made if not self.reading.holds(each)]
        too_many = len(self._made) - MOST_MADE // 2 if len(self._made) > MOST_MADE else 0
        for spot in {*gone, *islice(self._made, too_many)} - {here}:
            _forget(self._made.pop(spot))

    # -- what there is to tell ------------------------------------------------------------

    def name(self, spot: Spot) -> str:
        """What a spot is, in one sentence."""
        view = self._view
        if spot.sort is Sort.FRAME:
            is_stack = view.columns.is_stack(spot.id)
            frame = view.columns.frames.get(spot.id) or view.contents.get(Frame, spot.id)
            if frame is None:
                return spoken.UNREAD
            return spoken.frame_name(frame, self.reading.card_count(spot), is_collapsed=is_stack)
        if spot.sort is Sort.CARD:
            item = self._item(spot)
            if item is None:
                return spoken.UNREAD
            return spoken.item_name(view.contents, item, view.scene.cards.faces.of(item.id))
        link = view.contents.get(Link, spot.id)
        if link is None:
            return spoken.UNREAD
        return spoken.link_name(view.contents, link, from_start=self.reading.is_start(spot))

    def describe(self, spot: Spot) -> str:
        """What else there is to say of a spot."""
        view, columns = self._view, self._view.columns
        told: list[str] = []
        if spot.sort is Sort.BOARD:
            told += self._holdings()
        elif spot.sort is Sort.FRAME:
            frame = view.contents.get(Frame, spot.id)
            told += [spoken.frame_details(view.contents, frame)] if frame is not None else []
        elif spot.sort is Sort.CARD:
            item = self._item(spot)
            told += [spoken.item_details(view.contents, item)] if item is not None else []
        elif spot.sort is Sort.STRING:
            link = view.contents.get(Link, spot.id)
            told += [spoken.link_details(link)] if link is not None else []
            on_it = self.reading.count(spot)
            told += [say("{n} link to it", "{n} links to it", n=on_it)] if on_it else []
        if columns.is_locked(spot.id):
            told.append(say("locked"))
        if self.reading.stands_back(spot):
            told.append(say("stands back"))
        return ", ".join(filter(None, told))

    def _holdings(self) -> list[str]:
        """How much there is on the board, and how much of it is not seen as it is."""
        columns, cards = self._view.columns, self._card_count
        folded, hidden, faded = len(columns.stacks), len(columns.concealed), len(columns.faded)
        links, frames = columns.string_count, len(columns.frames) + folded
        told = [
            say("{n} card", "{n} cards", n=cards),
            say("{n} link", "{n} links", n=links),
            say("{n} frame", "{n} frames", n=frames),
        ]
        told += [say("{n} collapsed", "{n} collapsed", n=folded)] if folded else []
        told += [say("{n} hidden", "{n} hidden", n=hidden)] if hidden else []
        told += [say("{n} standing back", "{n} standing back", n=faded)] if faded else []
        return told

    def value(self, spot: Spot) -> str:
        """How much of a board is in view, and how many links lead to or from a card."""
        camera, columns = self._view.camera, self._view.columns
        if spot.sort is Sort.CARD or columns.is_stack(spot.id):
            return say("{n} link", "{n} links", n=self.reading.count(spot))
        if spot.sort is not Sort.BOARD:
            return ""
        seen = int((~np.isin(columns.cards_in(camera.visible()), columns.stacks)).sum())
        return say(
            "{seen} of {n} card in view, {zoom} per cent",
            "{seen} of {n} cards in view, {zoom} per cent",
            seen=seen,
            n=self._card_count,
            zoom=f"{camera.zoom * 100:.3g}",
        )

    @property
    def _card_count(self) -> int:
        columns = self._view.columns
        return columns.card_count - len(columns.stacks)

    def _item(self, spot: Spot) -> Item | None:
        row = self._view.columns.cards.rows.get(spot.id)
        if row is None:
            return None
        return self._view.contents.get(Item, self._view.columns.item_of(row))

    def rect(self, spot: Spot) -> QRect:
        """Where a spot lies on the desktop."""
        rect = self.reading.rect(spot)
        if rect is None:
            return QRect()
        return global_rect(self._view, QRectF(*self._view.camera.rect_to_screen(rect)))

    def is_in_sight(self, spot: Spot) -> bool:
        """Whether any of a spot can be seen."""
        rect, seen = self.reading.rect(spot), self._view.camera.visible()
        if rect is None or not self._view.isVisible():
            return False
        return (
            rect.x < seen.right
            and rect.right > seen.x
            and rect.y < seen.bottom
            and rect.bottom > seen.y
        )

    @property
    def may_change(self) -> bool:
        """Whether the case may be changed."""
        return self._view.may_change

    def is_free(self, spot: Spot) -> bool:
        """Whether a card or frame may be moved and sized."""
        return self.may_change and not self._view.columns.is_locked(spot.id)

    def is_collapsed(self, spot: Spot) -> bool:
        """Whether a card is shown with its title alone, or a frame as a stack."""
        cards = self._view.columns.cards
        row = cards.rows.get(spot.id)
        return row is not None and bool(cards.flags[row] & (COLLAPSED | STACK))

    # -- what is selected -----------------------------------------------------------------

    @property
    def selected_count(self) -> int:
        """How many things are selected on the board."""
        now = self._view.selection.now
        return len(now.cards) + len(now.frames) + len(now.links)

    def selected(self) -> list[Spot]:
        """What is selected on the board, as far as it is listed one by one."""
        now, reading = self._view.selection.now, self.reading
        placed = (reading.placed(each) for each in sorted_few(now.cards, now.frames))
        met = (reading.met(each) for each in sorted_few(now.links))
        found = (each for each in (*placed, *met) if each is not None)
        return list(islice(found, MOST_LISTED))

    def is_selected(self, spot: Spot) -> bool:
        """Whether a spot is selected."""
        now = self._view.selection.now
        return spot.id in now.cards or spot.id in now.frames or spot.id in now.links

    def select(self, spot: Spot, *, is_wanted: bool) -> bool:
        """Select a spot besides what is selected, or let go of it; whether it is there."""
        if self.is_selected(spot) != is_wanted:
            self._view.selection.toggle(as_selected(spot))
        return True

    def select_all(self, *, is_wanted: bool) -> None:
        """Select everything on the board, or nothing."""
        if is_wanted:
            self._view.select_all()
        else:
            self._view.selection.clear()

    # -- what can be done -----------------------------------------------------------------

    def stand_on(self, spot: Spot) -> None:
        """Select a spot alone, and take the keys."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.steps.stand_on(spot)

    def press(self, spot: Spot) -> None:
        """Select a card or frame; of a string, what it leads to."""
        if spot.sort is Sort.STRING:
            spot = self.reading.end(spot, at_start=not self.reading.is_start(spot)) or spot
        self.stand_on(spot)

    def open_menu(self, spot: Spot) -> None:
        """Open the menu on a spot."""
        self.stand_on(spot)
        where = self.rect(spot).intersected(global_rect(self._view, QRectF(self._view.rect())))
        # Not now: whoever asks waits for an answer, and not for what is chosen.
        QTimer.singleShot(0, self, partial(self._view.hands.menu_wanted.emit, where.center()))

    def edit(self, spot: Spot) -> None:
        """Ask for the title of a spot."""
        self.stand_on(spot)
        QTimer.singleShot(0, self, self._view.hands.opened.emit)

    # -- what happens ---------------------------------------------------------------------

    def enter(self) -> None:
        """The board has got the keys: say on what one stands, after Qt has said that it is a board."""
        if QAccessible.isActive():
            self._told = None
            self._entering.start()

    def _announce(self, sentence: str) -> None:
        announce(self._view, sentence)

    def _follow_selection(self) -> None:
        now = self._view.selection.now
        if now is self._seen:
            return
        self._seen = now
        if not QAccessible.isActive():
            return
        self._tell_where()
        spot = self._view.steps.spot
        if spot is not None and self.selected_count == 1:
            self._tell(spot, _Event.Selection)
        else:
            self._tell(BOARD, _Event.SelectionWithin)
            if self.selected_count > 1 and self._view.hasFocus():
                self._announce(say("{n} selected", "{n} selected", n=self.selected_count))

    def _tell_where(self) -> None:
        """Say on what one stands, if that is not what was said last."""
        if not self._view.hasFocus() or not QAccessible.isActive():
            return
        spot = self._view.steps.spot or BOARD
        if spot != self._told:
            self._told = spot
            self._tell(spot, _Event.Focus)

    def follow(self, change: Change) -> None:
        """Tell of what has changed: what is called otherwise, and what has come or gone."""
        if not QAccessible.isActive():
            return
        self._resting.start()
        here = self._view.steps.spot
        if len(change.edits) > MOST_TOLD:
            touched = {here} if here is not None else set[Spot]()
        else:
            touched = self._touched(change)
        for spot in touched:
            self._tell(spot, _Event.NameChanged)
        records = [
            each.record for each in change.edits if each.before is None or each.after is None
        ]
        if any(isinstance(each, (Card, Fold, Frame, Link)) for each in records):
            self._tell(BOARD, _Event.ObjectReorder)
            self._tell_new(each.after for each in change.edits if each.before is None)

    def follow_look(self) -> None:
        """Tell that other cards are hidden, or stand back, than before."""
        if not QAccessible.isActive():
            return
        self._resting.start()
        self._tell(BOARD, _Event.ObjectReorder)
        self._tell(BOARD, _Event.DescriptionChanged)
        columns = self._view.columns
        if self._view.isVisible() and (columns.concealed or columns.faded):
            self._announce(self.describe(BOARD))
        elif self._view.isVisible():
            count = self._card_count
            self._announce(say("All {n} card are shown", "All {n} cards are shown", n=count))

    def _touched(self, change: Change) -> set[Spot]:
        """The spots of which somebody knows that say something else now."""
        elements = self._view.contents.elements
        ids: set[str] = set()
        for edit in change.edits:
            for record in filter(None, (edit.before, edit.after)):
                ids |= {record.id, *targets_of(record)}
        ids |= {elements[each].claim for each in ids if each in elements}
        known = [each for each in self._made if self.reading.holds(each)]
        return {each for each in known if each.id in ids or self._item_id(each) in ids}

    def _item_id(self, spot: Spot) -> str:
        row = self._view.columns.cards.rows.get(spot.id)
        return self._view.columns.item_of(row) if row is not None else ""

    def _tell_new(self, records: Iterable[object]) -> None:
        placed = [each.id for each in records if isinstance(each, (Card, Frame))]
        if len(placed) <= MOST_NEW:
            for spot in filter(None, map(self.reading.placed, placed)):
                self._tell(spot, _Event.ObjectCreated)

    def _tell(self, spot: Spot, event: QAccessible.Event) -> None:
        if spot.sort is Sort.BOARD:
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, event))
        else:
            QAccessible.updateAccessibility(QAccessibleEvent(self.part(spot), event))


def sorted_few(*ids: frozenset[str]) -> list[str]:
    """Ids in the order of their making, as far as they are listed one by one."""
    return sorted(islice((each for some in ids for each in some), MOST_LISTED))


def _area(frame: Frame) -> float:
    return frame.w * frame.h


def _let_go(made: OrderedDict[Spot, int]) -> None:
    while made:
        _forget(made.popitem()[1])


def _forget(number: int) -> None:
    QAccessible.deleteAccessibleInterface(number)
    KEPT.pop(number, None)
