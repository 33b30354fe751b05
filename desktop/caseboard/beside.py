"""`Beside`: the views of a case beside its boards, joined to the rest of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication

from caseboard import exports
from caseboard.bridge import CaseBridge
from caseboard.dialogs.export_dialog import ExportChoice, ExportQuestion
from caseboard.going import Going
from caseboard.in_view import InView
from caseboard.looking import Looking
from caseboard.middle import Middle
from caseboard.piecemeal import Piecemeal
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.stage import Stage
from caseboard.theme import Theme
from caseboard.toast import Toast
from caseboard.view_leaf import ViewLeaf
from caseboard.views.desk import ViewDesk
from caseboard.views.pane import ViewPane, title_of_view
from caseboard.views.view import View
from casedb import CaseError
from casedb.exchange.csv_table import write_csv
from casedb.words import say


class Beside(QObject):
    """Shows the pane, lets it have the place of the boards, and writes what it shows.

    `menu_wanted(QPoint)` asks for the menu on what is selected, `export_wanted()` for an export of
    the view in front, `left()` says that the hand goes back to the board.
    """

    menu_wanted = Signal(QPoint)
    export_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        looking: Looking,
        settings: Settings,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._stage = stage
        self._settings = settings
        self.in_view = InView(bridge, looking.sights, self)
        self.desk = ViewDesk(bridge, selection, self.in_view, settings, self)
        self.pane = ViewPane(self.desk, theme)
        self.middle = Middle(stage, self.pane)
        self._reading = Piecemeal(self)
        self.desk.menu_wanted.connect(self.menu_wanted)
        self.desk.left.connect(self._leave)
        self.pane.fill_wanted.connect(self.fill)
        self.pane.close_wanted.connect(self.hide)
        self.pane.export_wanted.connect(self.export_wanted)
        self.middle.changed.connect(self._follow_middle)

    def join(self, going: Going, toast: Toast) -> None:
        """Go to boards by `going`, and say by `toast` what has to be said."""
        self._going, self._toast = going, toast
        self.desk.went_to.connect(self._go_to)
        self.desk.told.connect(toast.say)

    # -- showing ------------------------------------------------------------------------------

    def show(self, name: str) -> None:
        """Bring a view to the front, and give it the keys."""
        self.pane.show_view(name)
        self.middle.show_pane()
        self.pane.take_keys()

    def show_elements(self, claim_id: str) -> None:
        """Show what speaks to the elements of a claim."""
        self.desk.pick([claim_id])
        self.show("elements")

    def hide(self) -> None:
        """Leave all of the room to the boards."""
        self.middle.hide_pane()
        self._stage.front.setFocus()

    def fill(self, is_filled: bool) -> None:
        """Let the view have the place of the boards, or give it back."""
        self.middle.fill(is_filled=is_filled)
        if self.middle.has_pane:
            self.pane.take_keys()

    def toggle_fill(self) -> None:
        """Let the view have the place of the boards, or give that back; shows one where none is."""
        if not self.middle.has_pane:
            self.middle.show_pane()
        self.fill(not self.middle.is_filled)

    def set_board(self, board_id: str) -> None:
        """Another board is in front."""
        self.desk.board_id = board_id
        self.in_view.set_board(board_id)

    def _follow_middle(self) -> None:
        is_filled = self.middle.is_filled
        self.pane.show_filled(is_filled=is_filled)
        # What is said is said where one looks.
        self._toast.move_to(self.pane if is_filled else self._stage)

    def _go_to(self, record_id: str) -> None:
        self.middle.fill(is_filled=False)
        self._going.go_to(record_id)
        self._stage.front.setFocus()

    def _leave(self) -> None:
        if not self.middle.is_filled:
            self.left.emit()

    # -- writing ------------------------------------------------------------------------------

    @property
    def question(self) -> ExportQuestion:
        """What of the view in front there is to export."""
        view = self.pane.view
        drawing = view.drawing()
        size = (0.0, 0.0) if drawing is None else (drawing.width, drawing.height)
        return ExportQuestion(title_of_view(view.name), size, has_table=view.has_table)

    def write(self, path: Path, choice: ExportChoice) -> None:
        """Write the view in front into a file, once what it says has been read."""
        view = self.pane.view
        self._reading.begin(view.preparing(), lambda _: self._write_out(view, path, choice))

    def _write_out(self, view: View, path: Path, choice: ExportChoice) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._write(view, path, choice)
        except CaseError as trouble:
            self._toast.say_failure(str(trouble))
        else:
            self._toast.say(say("“{name}” was written and checked.", name=path.name))
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _write(self, view: View, path: Path, choice: ExportChoice) -> None:
        table = view.table() if choice.format == "csv" else None
        if table is not None:
            write_csv(path, table)
            return
        drawing = view.drawing()
        if drawing is not None:
            title = title_of_view(view.name)
            leaf = ViewLeaf(self._bridge.case, drawing, title, view.name, choice.theme)
            exports.write_leaf(leaf, path, choice.format, choice.scale)

    # -- the rest -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.pane.set_theme(theme)
        self.middle.refit()

    def close(self) -> None:
        """Follow the case no more, before it is closed."""
        self._reading.drop()
        self.pane.close_views()
        self.in_view.close()
