"""`CaseBridge`: an open case as Qt sees it. Every change from the window goes through `run`."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from caseboard.originals import Originals
from casedb import Case, CaseError, Change
from casedb.errors import CaseReplaced, NotSaved
from casedb.intake.offer import Opener
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.handling import Way
from casedb.words import say

TYPING_SECONDS = 4.0
"""Edits of one field that follow each other within this time are undone together."""


class BoardCase(QObject):
    """As much of a case as a board needs: an open one, or one on its way.

    `changed(Change)` follows every commit; `veiled(frozenset)` carries the ids of the items and sources of
    which grades are hidden now, or shown again.
    """

    changed = Signal(object)
    veiled = Signal(object)

    @property
    def refusal(self) -> str:
        """Why nothing may be changed, where that is so."""
        return ""

    @property
    def contents(self) -> Contents:
        """What is in memory of the case; read only."""
        raise NotImplementedError

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        raise NotImplementedError


class CaseBridge(BoardCase):
    """One open case: its contents, its changes as signals, and the one way to change it.

    `changed(Change)` follows every commit; `failed(str)` carries the sentence of a change that was
    refused, and then nothing has changed; `closed()` comes before the file is closed.
    """

    failed = Signal(str)
    closed = Signal()

    def __init__(self, case: Case, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.originals = Originals(case)
        self.complete: Callable[[ChangeSet], ChangeSet] = _as_it_is
        """What the window adds to a change before it is carried out."""
        self.retrace: Callable[[str], bool] = _not_at_all
        """Takes an `undo` or `redo` upon itself, where that takes long; whether it does."""
        self._stop = case.listen(self._tell)
        self._typing = Typing()
        self._is_behind = False
        self.looks_back = False
        """Whether the case is shown as it was; then nothing in it changes."""

    @property
    def contents(self) -> Contents:
        """The case in memory; read only."""
        return self.case.contents

    def veil(self, *subjects: str) -> None:
        """Hide the grades of some items and sources wherever they are shown, and show all others."""
        there, before = frozenset(subjects), frozenset(self.contents.veiled)
        if there != before:
            self.contents.veiled = there
            self.veiled.emit(there ^ before)

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self.looks_back or self.case.read_only

    @property
    def refusal(self) -> str:
        if self.looks_back:
            return say("The board is shown as it was; go back to now to change something.")
        return say("Nothing changes here; save a copy to work on.")

    @property
    def is_behind(self) -> bool:
        """Whether the disk refused the last change, so that what was asked for is not in the file."""
        return self._is_behind

    def new_id(self) -> str:
        """A fresh id for a record."""
        return self.case.new_id()

    def run(self, change: ChangeSet, bytes_of: Mapping[str, Opener] | None = None) -> bool:
        """Carry out a change; whether it is on the disk (or had nothing to do)."""
        return self.carry_out(lambda: self.case.run(self.complete(change), bytes_of))

    def attempt(self, make: Callable[[], ChangeSet]) -> bool:
        """Run the change that a command makes; a refusal by the command is told like any other."""
        return self.carry_out(lambda: self.case.run(self.complete(make())))

    def carry_out(self, do: Callable[[], object]) -> bool:
        """Do something to the case; whether it was done. A refusal is told by `failed`."""
        if self.looks_back:
            self.failed.emit(self.refusal)
            return False
        try:
            do()
        except CaseError as trouble:
            self.refuse(trouble)
            return False
        return True

    def refuse(self, trouble: CaseError) -> None:
        """Tell by `failed` of a change that was refused."""
        self._is_behind = isinstance(trouble, NotSaved | CaseReplaced)
        self.failed.emit(str(trouble))

    def note_export(
        self, way: Way, artifacts: Sequence[str] = (), *, board: str = "", form: str = ""
    ) -> None:
        """Note in the journal that files went out; a case that is only read notes nothing.

        Where it cannot be noted, `failed` says so: what went out is out all the same.
        """
        if self.case.read_only:
            return
        try:
            self.case.custody.note_export(way, tuple(artifacts), board=board, form=form)
        except CaseError as trouble:
            self.failed.emit(
                say("It was written, but the journal could not note that: {why}", why=trouble)
            )

    def undo(self) -> bool:
        """Take the last step back."""
        self._typing.end()
        return self._is_retraced("undo") or self.carry_out(self.case.undo)

    def redo(self) -> bool:
        """Bring the last undone step back."""
        self._typing.end()
        return self._is_retraced("redo") or self.carry_out(self.case.redo)

    def _is_retraced(self, way: str) -> bool:
        return not self.read_only and self.retrace(way)

    def typing(self, what: str) -> str:
        """The gesture for one more edit of the same field: one undo takes all of them back."""
        return self._typing.gesture(what)

    def new_gesture(self) -> str:
        """A gesture of its own, however long it lasts: one undo takes back all that shares it."""
        return uuid.uuid4().hex

    def close(self) -> None:
        """Close the case."""
        self.let_go()
        self.case.close()

    def let_go(self) -> Case:
        """Follow the case no more, as if it were closed; another bridge may lead to it."""
        self.closed.emit()
        self._stop()
        self.originals.close()
        return self.case

    def _tell(self, change: Change) -> None:
        self._is_behind = False
        self.changed.emit(change)


def _as_it_is(change: ChangeSet) -> ChangeSet:
    return change


def _not_at_all(way: str) -> bool:
    return False


class Typing:
    """Which edits belong to one stretch of typing."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._what = ""
        self._gesture = ""
        self._last = 0.0

    def gesture(self, what: str) -> str:
        """The gesture of an edit made now; the same as before while one field is being typed in."""
        moment = self._now()
        if what != self._what or moment - self._last > TYPING_SECONDS:
            self._gesture = uuid.uuid4().hex
            self._what = what
        self._last = moment
        return self._gesture

    def end(self) -> None:
        """Whatever is typed next is another stretch."""
        self._what = ""
