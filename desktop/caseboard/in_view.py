"""`InView`: which items the views beside the boards show, and which of them stand back."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from caseboard.bridge import CaseBridge
from caseboard.piecemeal import Piecemeal, Steps, portions
from caseboard.sight import Mode
from caseboard.sights import PAUSE, Sights
from casedb import Change
from casedb.model.filtering import Sieve
from casedb.model.records import Card, Item


class Scope(StrEnum):
    """Of what the views show items."""

    BOARD = "board"
    CASE = "case"


class InView(QObject):
    """The items of the board in front, or of the whole case, as far as the filter of that board lets them
    pass; what the filter only fades stands back here as well.

    `changed()` follows when they are others. A change of the case is followed a moment later; what takes
    long is found a little at a time.
    """

    changed = Signal()

    def __init__(self, bridge: CaseBridge, sights: Sights, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sights = sights
        self._board = ""
        self._is_watched = False
        self._in_scope = 0
        self.scope = Scope.CASE
        self.items: tuple[str, ...] = ()
        """Their ids, in order."""
        self.faded: frozenset[str] = frozenset()
        """Those of them that stand back."""
        self._working = Piecemeal(self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.renew)
        bridge.changed.connect(self._wait)
        sights.changed.connect(self._follow_sight)

    @property
    def left_out(self) -> int:
        """How many items of the case, or of the board, are not in view."""
        return self._in_scope - len(self.items)

    def set_board(self, board_id: str) -> None:
        """Another board is in front."""
        self._board = board_id
        self.renew()

    def look_at(self, scope: Scope) -> None:
        """Show the items of the board in front, or of the whole case."""
        if scope is not self.scope:
            self.scope = scope
            self.renew()

    def watch(self, *, is_watched: bool) -> None:
        """Follow the case, or rest while nobody looks."""
        if is_watched and not self._is_watched:
            self._is_watched = True
            self.renew()
        self._is_watched = is_watched

    def finish(self) -> None:
        """Find at once what is still looked for."""
        if self._pause.isActive():
            self.renew()
        self._working.finish()

    def close(self) -> None:
        """Follow the case no more, before it is closed."""
        self._pause.stop()
        self._working.drop()
        self._bridge.changed.disconnect(self._wait)
        self._sights.changed.disconnect(self._follow_sight)

    def renew(self) -> None:
        """Find anew what is in view."""
        self._pause.stop()
        if self._is_watched:
            self._working.begin(self._finding(), self._take)

    def _wait(self, change: Change) -> None:
        is_filtered = bool(self._sights.of(self._board).filter)
        if is_filtered or any(isinstance(edit.record, Item | Card) for edit in change.edits):
            self._pause.start()

    def _follow_sight(self, board_id: str) -> None:
        if board_id == self._board:
            self.renew()

    def _finding(self) -> Steps[tuple[int, tuple[str, ...], frozenset[str]]]:
        contents, sight = self._bridge.contents, self._sights.of(self._board)
        if self.scope is Scope.BOARD:
            shown = self._sights.shown(self._board)
            there: dict[str, bool] = {}
            hidden: set[str] = set()
            for n, portion in enumerate(portions(contents.each_card_on(self._board))):
                if n:
                    yield
                for card in portion:
                    if card.id in shown.concealed:
                        hidden.add(card.item)
                    else:
                        is_faded = card.id in shown.faded
                        there[card.item] = there.get(card.item, True) and is_faded
            faded = frozenset(each for each, is_faded in there.items() if is_faded)
            return len(there.keys() | hidden), tuple(sorted(there)), faded
        every = sorted(contents.items)
        if not sight.filter:
            return len(every), tuple(every), frozenset()
        sieve = Sieve(contents, sight.filter)
        passed: set[str] = set()
        for n, portion in enumerate(portions(every)):
            if n:
                yield
            passed |= sieve.passing(portion)
        if sight.mode is Mode.FADE:
            return len(every), tuple(every), frozenset(every) - passed
        return len(every), tuple(each for each in every if each in passed), frozenset()

    def _take(self, found: tuple[int, tuple[str, ...], frozenset[str]]) -> None:
        before = self.items, self.faded, self._in_scope
        self._in_scope, self.items, self.faded = found
        if (self.items, self.faded, self._in_scope) != before:
            self.changed.emit()
