"""`BoardsOutline`: the readable twin of the boards: frames, the cards in them, links at the cards."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import cast

from PySide6.QtCore import (
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QTimer,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.bridge import CaseBridge
from caseboard.goals import Goal, goal_of
from caseboard.panels.board_layout import Laid, Layout, Name, Prepared
from caseboard.panels.board_twig import Twig
from caseboard.panels.boards_model import BoardsModel
from caseboard.panels.following import Following
from caseboard.panels.outline_nodes import Sort
from caseboard.panels.outline_view import OutlineView
from caseboard.panels.ranges import in_ranges
from caseboard.selection import Selected, Selection
from caseboard.tasks import Tasks
from caseboard.theme import Theme
from casedb import Change
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Card, Element, Frame, Link, Ref
from casedb.words import say

MOST_SHOWN = 2000
"""More things that are selected than this are not marked in the outline."""
QUICK = 1000
"""A board with more cards than this is laid out in a worker, when nobody has moved any for a moment."""
LATER = 300
"""Milliseconds of that moment."""

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class BoardsOutline(QWidget):
    """The boards of one case as a tree, in step with what is selected on them.

    `went(Goal)` follows Enter or a double-click; `menu_wanted(QPoint)` asks for a menu on what is
    selected, `board_menu_wanted(str, QPoint)` for that of a board.
    """

    went = Signal(object)
    menu_wanted = Signal(QPoint)
    board_menu_wanted = Signal(str, QPoint)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
        prepared: Prepared | None = None,
    ) -> None:
        """`prepared` is what takes long, where it has been made already."""
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._board = bridge.contents.boards[0].id
        self._following = Following()
        self._stale: dict[str, None] = {}
        self._tasks = Tasks(self)
        self.model = BoardsModel(bridge, self, prepared)
        self.view = OutlineView(self.model, theme, self, say("Outline by boards"))
        # Everything on the board, and not a page of it.
        self.view.selects_all = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.selectionModel().selectionChanged.connect(self._take_selection)
        self.view.entered_row.connect(self._enter)
        self.view.menu_wanted.connect(self._ask_for_menu)
        self._relaying = QTimer(self, interval=0, singleShot=True)
        self._relaying.timeout.connect(self._relay)
        self._showing = QTimer(self, interval=0, singleShot=True)
        self._showing.timeout.connect(self._show_selection)
        self.model.outdated.connect(self._note_stale)
        selection.rested.connect(self._show_selection)
        bridge.changed.connect(self._follow)
        bridge.closed.connect(self._tasks.close)

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.view.set_theme(theme)

    def set_board(self, board_id: str) -> None:
        """Say which board is in front: rows of that one select what lies on it."""
        self._board = board_id
        self.view.expand(self.model.reveal([Name(Sort.BOARD, board_id)]))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._relaying.start()
        self._showing.start()

    # -- the case changes -----------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        with self._following():
            has_moved = self.model.take(change)
        if has_moved:
            self._showing.start()

    def _note_stale(self, board_id: str) -> None:
        self._stale[board_id] = None
        is_quick = self.model.card_count(board_id) <= QUICK
        self._relaying.start(0 if is_quick else LATER)

    def _relay(self) -> None:
        """Lay out anew the boards on which something lies otherwise, as soon as they are looked at."""
        if not self.isVisible():
            return
        stale, self._stale = self._stale, {}
        there = {board.id for board in self._contents.boards}
        for board_id in stale:
            if board_id not in there:
                continue
            if self.model.card_count(board_id) <= QUICK:
                self._take_layout(board_id, None)
            else:
                laid = Laid.on(self._contents, board_id)
                self._tasks.run(
                    partial(Layout, laid), partial(self._take_layout, board_id), _ignore
                )

    def _take_layout(self, board_id: str, layout: Layout | None) -> None:
        with self._following():
            has_moved = self.model.relay(board_id, layout)
        if has_moved:
            self._showing.start()

    # -- going there ----------------------------------------------------------------------

    def _enter(self, index: QModelIndex) -> None:
        twig = self.model.node_at(index)
        if twig is None:
            return
        if twig.sort is Sort.MORE and twig.above is not None:
            self.model.show_page(twig.above)
            return
        goal = self._goal(twig)
        if goal is not None:
            self.went.emit(goal)

    def _goal(self, twig: Twig) -> Goal | None:
        contents = self._contents
        match twig.sort:
            case Sort.BOARD:
                return Goal(twig.id, Selected())
            case Sort.FRAME | Sort.CARD:
                # What is folded away is to be seen as the frame that it is in.
                stack = contents.folded_into(twig.id)
                one = frozenset({stack or twig.id})
                is_card = stack is None and twig.sort is Sort.CARD
                return Goal(twig.board, Selected(cards=one) if is_card else Selected(frames=one))
            case Sort.LINK if twig.board in contents.boards_showing(Ref.link(twig.id)):
                return Goal(twig.board, Selected(links=frozenset({twig.id})))
            case _:
                return goal_of(contents, twig.id, self._board)

    def _ask_for_menu(self, at: QPoint) -> None:
        twig = self.model.node_at(self.view.currentIndex())
        if self._selection.now:
            self.menu_wanted.emit(at)
        elif twig is not None and twig.sort is Sort.BOARD:
            self.board_menu_wanted.emit(twig.id, at)

    # -- selecting ------------------------------------------------------------------------

    def _picked(self) -> Selected:
        """What the selected rows stand for: on the board in front what lies there, else items."""
        ids: dict[Sort, set[str]] = {each: set() for each in (Sort.CARD, Sort.FRAME, Sort.LINK)}
        items: set[str] = set()
        for twig in self._picked_twigs():
            if twig.sort is Sort.LINK:
                ids[Sort.LINK].add(twig.id)
            elif twig.sort in ids and self._is_seen(twig):
                ids[twig.sort].add(twig.id)
            elif twig.sort in (Sort.CARD, Sort.ITEM):
                items.add(self.model.item_of(twig))
        return Selected(
            frozenset(ids[Sort.CARD]),
            frozenset(ids[Sort.FRAME]),
            frozenset(ids[Sort.LINK]),
            frozenset(items),
        )

    def _is_seen(self, twig: Twig) -> bool:
        return twig.board == self._board and self._contents.folded_into(twig.id) is None

    def _picked_twigs(self) -> list[Twig]:
        found: list[Twig] = []
        # A list, of which Qt for Python does not say so.
        parts = self.view.selectionModel().selection()
        for part in cast("Iterable[QItemSelectionRange]", parts):
            rows = range(part.top(), part.bottom() + 1)
            twigs = (self.model.node_at(self.model.index(row, 0, part.parent())) for row in rows)
            found += [each for each in twigs if each is not None]
        return found

    def _take_selection(self) -> None:
        if not self._following:
            with self._following():
                self._selection.become(self._picked())

    def _show_selection(self) -> None:
        self._showing.stop()
        now = self._selection.now
        if not self.isVisible() or now == self._picked():
            return
        with self._following():
            if len(now) > MOST_SHOWN:
                # Nobody reads so many marked rows, and Qt would be long at it.
                self.view.clearSelection()
            elif len(now) == 1:
                self._show_one(now)
            else:
                index_of = self.model.index_of
                rows = (
                    (each.above.serial, index_of(each))
                    for each in self._twigs_of(now)
                    if each.above
                )
                self.view.selectionModel().select(in_ranges(rows), _SELECT)

    def _show_one(self, now: Selected) -> None:
        seen = [each for each in self._twigs_of(now) if self.view.is_in_sight(each)]
        index = self.model.index_of(seen[0]) if seen else self.model.reveal(self._path_to(now))
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(index, _SELECT)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()

    def _path_to(self, now: Selected) -> list[Name]:
        """The rows from the top down to the one thing that is selected; none where there are none."""
        contents, path_to = self._contents, self.model.path_to
        for placed in now.cards | now.frames:
            record = contents.get(Card, placed) or contents.get(Frame, placed)
            return path_to(record.board, placed) if record is not None else []
        for link_id in now.links:
            return self._path_to_link(contents.get(Link, link_id))
        for item_id in now.items:
            card = next(iter(contents.cards_of(item_id)), None)
            if card is not None:
                return path_to(card.board, card.id)
            return [Name(Sort.LOOSE), Name(Sort.ITEM, item_id)]
        return []

    def _path_to_link(self, link: Link | None) -> list[Name]:
        """To a link below the card where it starts, rather on the board in front."""
        if link is None:
            return []
        start = link.start
        if start.end is End.LINK:
            above = self._path_to_link(self._contents.get(Link, start.id))
        else:
            element = self._contents.get(Element, start.id)
            item_id = element.claim if element is not None else start.id
            cards = self._contents.cards_of(item_id)
            cards.sort(key=lambda card: (card.board != self._board, card.id))
            loose = [Name(Sort.LOOSE), Name(Sort.ITEM, item_id)]
            above = self.model.path_to(cards[0].board, cards[0].id) if cards else loose
        return [*above, Name(Sort.LINK, link.id, start.id)] if above else []

    def _twigs_of(self, now: Selected) -> list[Twig]:
        """The rows of what is selected, as far as they have been made."""
        known = self.model.known
        found: list[Twig] = []
        for sort, ids in (
            (Sort.CARD, now.cards),
            (Sort.FRAME, now.frames),
            (Sort.LINK, now.links),
            (Sort.ITEM, now.items),
        ):
            found += [twig for each in sorted(ids) for twig in known(sort, each)]
        found += [twig for each in sorted(now.items) for twig in self.model.showing(each)]
        return found


def _ignore(_: str) -> None:
    """A layout that failed leaves the rows as they were."""
