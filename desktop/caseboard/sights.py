"""`Sights`: how each board of an open case is looked at, kept in step with the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from caseboard.board.board_view import BoardView
from caseboard.bridge import CaseBridge
from caseboard.outlook import Outlook
from caseboard.piecemeal import Piecemeal, Steps
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
    written stays in sight until the board is looked at anew. On a large board what is asked for is
    shown a moment later, and the window takes its turns until then.
    """

    changed = Signal(str)

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sights: dict[str, Sight] = {}
        self._shown: dict[str, Shown] = {}
        self._outlooks: dict[str, Outlook] = {}
        self._found: dict[str, Shown] = {}
        self._back: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._due: dict[str, None] = {}
        self._new: set[str] = set()
        self._working = Piecemeal(self)
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
        self._forget(board_id)
        if sight:
            self._sights[board_id] = sight
            self._outlooks[board_id] = Outlook(self._bridge.contents, board_id, sight)
        self._new.add(board_id)
        self._catch_up([board_id])

    def finish(self) -> None:
        """Show at once what boards are still on the way to."""
        self._working.finish()

    def close(self) -> None:
        """Follow the case no more, before it is closed."""
        self._pause.stop()
        self._working.drop()
        self._bridge.changed.disconnect(self._wait)
        self._boards.clear()

    def _wait(self, change: Change) -> None:
        if self._sights and change.edits:
            for outlook in self._outlooks.values():
                outlook.note(change.edits)
            self._pause.start()

    def follow(self) -> None:
        """Follow what has changed in the case."""
        self._pause.stop()
        there = {board.id for board in self._bridge.contents.boards}
        for board_id in self._sights.keys() - there:
            self.drop(board_id)
            self._forget(board_id)
            self._shown.pop(board_id, None)
        self._catch_up([each for each, outlook in self._outlooks.items() if outlook.is_behind])

    def _forget(self, board_id: str) -> None:
        """Look at a board in no way any more."""
        for held in (self._sights, self._outlooks, self._found, self._due):
            held.pop(board_id, None)
        self._new.discard(board_id)

    def _catch_up(self, board_ids: Iterable[str]) -> None:
        self._due.update(dict.fromkeys(board_ids))
        if self._due and not self._working.is_busy:
            self._working.begin(self._show_due(), lambda _: None)

    def _show_due(self) -> Steps[None]:
        while self._due:
            board_id = next(iter(self._due))
            outlook = self._outlooks.get(board_id)
            steps = self._showing(board_id, outlook)
            while board_id in self._due and self._outlooks.get(board_id) is outlook:
                try:
                    next(steps)
                except StopIteration:
                    break
                yield

    def _showing(self, board_id: str, outlook: Outlook | None) -> Steps[None]:
        """Find what of a board is to be shown, and show it when the board has it ready; only one that
        is looked at anew hides more than before."""
        found = (yield from outlook.catch_up()) if outlook is not None else _ALL
        is_new, before = board_id in self._new, self.shown(board_id)
        is_other = is_new or found is not self._found.get(board_id)
        now = found if is_new else found._replace(concealed=found.concealed & before.concealed)
        board = self._boards.get(board_id)
        if is_other and board is not None:
            yield from board.columns.preparing(now.concealed)
        if outlook is not None and outlook.is_behind:
            # The case has changed meanwhile.
            return
        del self._due[board_id]
        self._new.discard(board_id)
        self._found[board_id] = found
        if is_new or (is_other and now != before):
            self._give(board_id, now)
            self.changed.emit(board_id)

    def _give(self, board_id: str, shown: Shown) -> None:
        self._shown[board_id] = shown
        board = self._boards.get(board_id)
        if board is None:
            return
        if board.columns.concealed != shown.concealed:
            board.conceal(shown.concealed)
        self._fade(board)

    def set_back(self, board_id: str, back: tuple[frozenset[str], frozenset[str]] | None) -> None:
        """Let cards and links of a board stand back for the moment, and nothing else; None for what is
        wished of the board otherwise."""
        if back is None:
            self._back.pop(board_id, None)
        else:
            self._back[board_id] = back
        board = self._boards.get(board_id)
        if board is not None:
            self._fade(board)

    def _fade(self, board: BoardView) -> None:
        cards, links = self._back.get(
            board.board_id, (self.shown(board.board_id).faded, frozenset())
        )
        if (board.columns.faded, board.columns.faded_links) != (cards, links):
            board.fade(cards, links)

    def sentence(self, board_id: str) -> str:
        """What of a board is not shown as it lies there, in a few words; empty where all of it is."""
        shown = self.shown(board_id)
        number = self._bridge.contents.card_count(board_id) if any(shown) else 0
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
