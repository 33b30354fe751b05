"""`EchoBook`: what items have in common, read when first asked for and kept up with every change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from caseboard.bridge import CaseBridge
from caseboard.piecemeal import Piecemeal
from casedb import Change
from casedb.analysis.echoes import Echo, Echoes, Passage
from casedb.analysis.passages import passages
from casedb.model.changes import Edit
from casedb.model.records import Artifact, Attachment, Item

PAUSE = 400
"""Milliseconds that one stays with an item before its files are looked through."""


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
        self._files = Piecemeal(self)
        self._asked = ""
        self._is_closed = False
        self._passages: dict[str, Mapping[str, Passage]] = {}
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._look_into_files)
        bridge.changed.connect(self._follow)

    def of(self, item_id: str) -> tuple[Echo, ...]:
        """The items that an item may be derived from, or they from it; none while they are looked for."""
        if not self._is_begun:
            self._is_begun = True
            # Of a small case all is read at once.
            self._work.begin(Echoes.preparing(self._bridge.contents), self._take)
        if self._echoes is None:
            return ()
        shared = self._passages.get(item_id)
        if shared is None and not self._is_closed:
            self._asked = item_id
            self._pause.start()
        return self._echoes.of(item_id, shared or {})

    def finish(self) -> None:
        """Read at once what is left."""
        self._work.finish()
        self._look_into_files()
        self._files.finish()

    def look_again(self) -> None:
        """What files say may be other words now."""
        self._files.drop()
        self._passages.clear()
        self.made.emit()

    def _look_into_files(self) -> None:
        self._pause.stop()
        if self._echoes is not None and self._asked and self._asked not in self._passages:
            case = self._bridge.case
            steps = passages(case.contents, self._echoes, case.texts, self._asked)
            self._files.begin(steps, partial(self._keep, self._asked))

    def _keep(self, item_id: str, found: Mapping[str, Passage]) -> None:
        self._passages[item_id] = found
        if found:
            self.made.emit()

    def _take(self, echoes: Echoes) -> None:
        echoes.follow(self._missed)
        self._missed.clear()
        self._echoes = echoes
        self.made.emit()

    def _follow(self, change: Change) -> None:
        if self._echoes is not None:
            self._echoes.follow(change.edits)
            self._forget_passages(change)
        elif self._is_begun:
            self._missed += change.edits

    def _forget_passages(self, change: Change) -> None:
        if any(_brings_words(each) for each in change.edits):
            # What others share with one that has come or gone is not known either.
            self.look_again()
            return
        for edit in change.edits:
            self._passages.pop(edit.record.id, None)

    def close(self) -> None:
        """Look for nothing any more, before the case is closed."""
        self._is_closed = True
        self._pause.stop()
        self._work.drop()
        self._files.drop()
        self._asked = ""
        self._bridge.changed.disconnect(self._follow)


def _brings_words(edit: Edit) -> bool:
    """Whether a change brings or takes what others may share."""
    is_new = edit.before is None or edit.after is None
    return isinstance(edit.record, Artifact | Attachment) or (
        is_new and isinstance(edit.record, Item)
    )
