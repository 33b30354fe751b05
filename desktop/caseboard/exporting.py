"""`Exporting`: the board in front and the whole case, written into files of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from caseboard import exports
from caseboard.bridge import CaseBridge
from caseboard.dialogs.export_dialog import ExportChoice, ExportQuestion
from caseboard.excerpt import excerpt
from caseboard.looking import Looking
from caseboard.selection import Selection
from caseboard.stage import Stage
from caseboard.toast import Toast
from casedb import CaseError
from casedb.intake.cage.cage import Cage
from casedb.model.contents import Contents
from casedb.model.handling import Way
from casedb.words import say


class Exporting:
    """Writes a board as it is, as it is looked at, or what is selected on it, and copies of the case.

    `tell_failure` is given what went wrong with a copy, which may say that the case is damaged.
    """

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        looking: Looking,
        toast: Toast,
        cage: Cage,
        tell_failure: Callable[[str], None],
    ) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._looking = looking
        self._toast = toast
        self._cage = cage
        self._tell_failure = tell_failure

    @property
    def question(self) -> ExportQuestion:
        """What there is to export: how large the board and the selection are."""
        case, only, board_id = self._bridge.case, self._excerpt(), self._stage.board_id
        shown = self._looking.shown
        return ExportQuestion(
            board=exports.size_of(case, board_id),
            selection=exports.size_of(case, board_id, only) if only is not None else None,
            shown=exports.size_of(case, board_id, shown=shown) if any(shown) else None,
            hidden=self._looking.sentence,
        )

    def write(self, path: Path, choice: ExportChoice) -> None:
        """Write the board in front, or only what is selected on it, into a file."""
        only = self._excerpt() if choice.part == "selection" else None
        is_as_shown = choice.part == "shown"
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            drawn = exports.export_board(
                self._bridge.case,
                self._stage.board_id,
                path,
                choice.format,
                self._cage,
                scale=choice.scale,
                look=choice.theme,
                only=only,
                shown=self._looking.shown if is_as_shown else None,
                hidden=self._looking.caption if is_as_shown else "",
            )
        except CaseError as trouble:
            self._toast.say_failure(str(trouble))
        else:
            self._toast.say(say("“{name}” was written and checked.", name=path.name))
            board = self._stage.board_id
            self._bridge.note_export(Way.BOARD, drawn, board=board, form=choice.format)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _excerpt(self) -> Contents | None:
        return excerpt(self._bridge.contents, self._stage.board_id, self._selection.now)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the case into another file."""
        try:
            self._bridge.case.save_copy(path)
        except CaseError as trouble:
            # The case may have turned out to be damaged.
            self._tell_failure(str(trouble))
        else:
            self._bridge.note_export(Way.COPY)
            self._toast.say(say("A copy was written to “{name}” and checked.", name=path.name))
