"""`Reach`: what of the selection is within reach: it lies on the board in front, and can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from caseboard.stage import Stage
from casedb.model.changes import Edit
from casedb.model.records import Card, Frame, Link


class Reach:
    """Lets go of what cannot be seen: it must not be moved or deleted by accident."""

    def __init__(self, bridge: CaseBridge, selection: Selection, stage: Stage) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._back: list[Edit] = []

    def keep_selected_here(self) -> None:
        """Keep of the selected cards and frames those alone that are seen on the board in front."""
        now, contents = self._selection.now, self._bridge.contents
        cards_there = (contents.get(Card, each) for each in now.cards)
        frames = (contents.get(Frame, each) for each in now.frames)
        self._selection.become(
            replace(
                now,
                cards=frozenset(each.id for each in cards_there if each and self._is_seen(each)),
                frames=frozenset(each.id for each in frames if each and self._is_seen(each)),
            )
        )

    def let_go_of_hidden(self) -> None:
        """Keep no selected card that is hidden: lists of the case have rows of what a board hides."""
        concealed = (
            self._stage.front.columns.concealed if self._stage.board_id else frozenset[str]()
        )
        if concealed and not concealed.isdisjoint(self._selection.cards):
            self.keep_selected_here()

    def select_returned(self, edits: Sequence[Edit], *, is_more: bool = False) -> None:
        """Select what undo or redo has brought back to the board in front, once there is no more."""
        self._back += [edit for edit in edits if edit.before is None]
        if is_more:
            return
        back = [edit.after for edit in self._back]
        self._back = []
        cards_back = [each.id for each in back if isinstance(each, Card) and self._is_here(each)]
        frames = [each.id for each in back if isinstance(each, Frame) and self._is_here(each)]
        # Strings that come back with their cards are not what was taken away.
        placed = bool(cards_back or frames)
        links = [each.id for each in back if isinstance(each, Link) and not placed]
        if placed or links:
            self._selection.set(cards=cards_back, frames=frames, links=links)

    def _is_here(self, placed: Card | Frame) -> bool:
        return placed.board == self._stage.board_id

    def _is_seen(self, placed: Card | Frame) -> bool:
        is_folded = self._bridge.contents.folded_into(placed.id) is not None
        is_open = self._is_here(placed) and not is_folded
        return is_open and placed.id not in self._stage.front.columns.concealed
