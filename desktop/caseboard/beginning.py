"""`Beginning`: what is offered as long as a board is empty or nobody has said who works here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from caseboard.bridge import CaseBridge
from caseboard.inspector.panel import InspectorPanel
from caseboard.laying import Laying
from caseboard.panels.board_layout import loose_items
from caseboard.settings import Settings
from caseboard.stage import Stage
from casedb import Change
from casedb.model.records import Board, Card, Frame, Item


class Beginning(QObject):
    """Keeps the first steps on the board, and the line in the inspector, to what there is to do."""

    def __init__(
        self,
        bridge: CaseBridge,
        settings: Settings,
        stage: Stage,
        inspector: InspectorPanel,
        laying: Laying,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._stage = stage
        self._inspector = inspector
        self._laying = laying
        stage.first_steps.place_wanted.connect(self._place)
        stage.currentChanged.connect(self.renew)
        bridge.changed.connect(self._follow)
        settings.changed.connect(self._follow_setting)

    def renew(self) -> None:
        """Look anew at what there is to do."""
        may = not self._bridge.read_only
        is_unnamed = may and not self._settings.now.author
        self._inspector.show_unnamed(is_so=is_unnamed)
        is_empty = may and not self._stage.is_past and self._is_empty(self._stage.board_id)
        loose = len(loose_items(self._bridge.contents)) if is_empty else 0
        self._stage.first_steps.offer(loose=loose, is_unnamed=is_empty and is_unnamed)

    def _is_empty(self, board_id: str) -> bool:
        contents = self._bridge.contents
        is_there = contents.get(Board, board_id) is not None
        return is_there and not contents.card_count(board_id) and not contents.frames_on(board_id)

    def _place(self) -> None:
        self._laying.place(loose_items(self._bridge.contents))
        self._stage.front.setFocus()

    def _follow(self, change: Change) -> None:
        touching = (Card, Frame, Item, Board)
        if not change.is_more and any(isinstance(each.record, touching) for each in change.edits):
            self.renew()

    def _follow_setting(self, name: str) -> None:
        if name == "author":
            self.renew()
