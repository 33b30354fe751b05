"""`Sights`: how each board of an open case is looked at, kept in step with the case."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from caseboard.board.board_view import BoardView
from caseboard.bridge import CaseBridge
from caseboard.sight import Shown, Sight
from casedb import Change
from casedb.words import say

PAUSE = 100
"""Milliseconds after a change of the case before boards follow it."""
_ALL = Shown(frozenset(), frozenset())


class Sights(QObject):
    """How boards are looked at, each on its own. `changed(str)` carries the id of a board that is
    looked at otherwise, or that shows otherwise what it has.

    A board follows the case, but nothing vanishes from it by a change: what somebody has just made or
    written stays in sight until the board is looked at anew.
    """

    changed = Signal(str)

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sights: dict[str, Sight] = {}
        self._shown: dict[str, Shown] = {}
        self._boards: dict[str, BoardView] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.follow)
        bridge.changed.connect(self._wait)

    def of(self, board_id: str) -> Sight:
        """How a board is looked at."""
        return self._sights.get(board_id, Sight())

    @property
    def all(self) -> Mapping[str, Sight]:
        """How boards are looked at of which something is wished, by their ids."""
        return self._sights

    def shown(self, board_id: str) -> Shown:
        """What of a board is concealed, and what stands back."""
        return self._shown.get(board_id, _ALL)

    def hold(self, board: BoardView) -> None:
        """Let a board show what is wished of it, from now on."""
        self._boards[board.board_id] = board
        self._give(board.board_id, self.shown(board.board_id))

    def drop(self, board_id: str) -> None:
        """Let go of a board, which may come back."""
        self._boards.pop(board_id, None)

    def look(self, board_id: str, sight: Sight) -> None:
        """Look at a board otherwise."""
        if sight:
            self._sights[board_id] = sight
            self._give(board_id, sight.shown(self._bridge.contents, board_id))
        else:
            self._sights.pop(board_id, None)
            self._give(board_id, _ALL)
        self.changed.emit(board_id)

    def close(self) -> None:
        """Follow the case no more, before it is closed."""
        self._pause.stop()
        self._bridge.changed.disconnect(self._wait)
        self._boards.clear()

    def _wait(self, change: Change) -> None:
        if self._sights and change.edits:
            self._pause.start()

    def follow(self) -> None:
        """Follow what has changed in the case."""
        self._pause.stop()
        contents = self._bridge.contents
        there = {board.id for board in contents.boards}
        for board_id, sight in list(self._sights.items()):
            if board_id not in there:
                self.drop(board_id)
                del self._sights[board_id]
                self._shown.pop(board_id, None)
                continue
            before, now = self.shown(board_id), sight.shown(contents, board_id)
            now = now._replace(concealed=now.concealed & before.concealed)
            if now != before:
                self._give(board_id, now)
                self.changed.emit(board_id)

    def _give(self, board_id: str, shown: Shown) -> None:
        self._shown[board_id] = shown
        board = self._boards.get(board_id)
        if board is None:
            return
        if board.columns.concealed != shown.concealed:
            board.conceal(shown.concealed)
        if board.columns.faded != shown.faded:
            board.fade(shown.faded)

    def sentence(self, board_id: str) -> str:
        """What of a board is not shown as it lies there, in a few words; empty where all of it is."""
        shown = self.shown(board_id)
        number = sum(1 for _ in self._bridge.contents.each_card_on(board_id)) if any(shown) else 0
        hidden, faded = len(shown.concealed), len(shown.faded)
        told: list[str] = []
        if hidden:
            told.append(
                say(
                    "{hidden} of {n} card hidden",
                    "{hidden} of {n} cards hidden",
                    hidden=hidden,
                    n=number,
                )
            )
        if faded:
            told.append(
                say(
                    "{faded} of {n} card standing back",
                    "{faded} of {n} cards standing back",
                    faded=faded,
                    n=number,
                )
            )
        return " · ".join(told)
