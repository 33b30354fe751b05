"""`EchoBook`: what items have in common, read when first asked for and kept up with every change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from caseboard.bridge import CaseBridge
from caseboard.piecemeal import Piecemeal
from casedb import Change
from casedb.analysis.echoes import Echo, Echoes
from casedb.model.changes import Edit


class EchoBook(QObject):
    """Tells which items may be derived from which others; `made()` says that it can tell from now on."""

    made = Signal()

    def __init__(self, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._work = Piecemeal(self)
        self._echoes: Echoes | None = None
        self._is_begun = False
        self._missed: list[Edit] = []
        bridge.changed.connect(self._follow)

    def of(self, item_id: str) -> tuple[Echo, ...]:
        """The items that an item may be derived from, or they from it; none while they are looked for."""
        if not self._is_begun:
            self._is_begun = True
            # Of a small case all is read at once.
            self._work.begin(Echoes.preparing(self._bridge.contents), self._take)
        return self._echoes.of(item_id) if self._echoes is not None else ()

    def finish(self) -> None:
        """Read at once what is left."""
        self._work.finish()

    def _take(self, echoes: Echoes) -> None:
        echoes.follow(self._missed)
        self._missed.clear()
        self._echoes = echoes
        self.made.emit()

    def _follow(self, change: Change) -> None:
        if self._echoes is not None:
            self._echoes.follow(change.edits)
        elif self._is_begun:
            self._missed += change.edits
