"""`Verdicts`: the verdicts on claims in a window beside the board, and words that are not stored yet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.theme import Theme
from caseboard.titles import shown_title
from caseboard.verdict.held import Held
from caseboard.verdict.window import VerdictWindow
from caseboard.window_place import put, told_place
from casedb.model.contents import Contents
from casedb.model.records import Item
from casedb.model.verdict_words import name_of_record
from casedb.words import say


class Verdicts(QObject):
    """Opens the window of one case, and closes it with the case; what was written and not stored is
    kept as long as the case is open.

    `went(str)` asks to see a record on its board, `refused(str)` carries why nothing is opened.
    """

    went = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        settings: Settings,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._bridge, self._selection = bridge, selection
        self._settings, self._theme = settings, theme
        self._held: dict[str, Held] = {}
        self.window: VerdictWindow | None = None
        """The window in which verdicts are written, while it is open."""

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    @property
    def held(self) -> dict[str, Held]:
        """What was written and is not stored, by the ids of the claims."""
        self._keep()
        return dict(self._held)

    @property
    def unsaved(self) -> list[str]:
        """The claims on whose verdicts there are words that are not stored, by what they are called."""
        names = (name_of_record(self._contents, each) for each in self.held)
        return [shown_title(each) or say("a claim that is gone") for each in names]

    def take_over(self, held: Mapping[str, Held]) -> None:
        """Go on with words that were written in another window."""
        self._held |= held

    def open_selected(self) -> None:
        """Write the verdict on the one claim that is selected."""
        ids = self._selection.item_ids(self._contents)
        claims = [each for each in ids if self._is_claim(each)]
        if len(claims) == 1:
            self.open(claims[0])
        else:
            self.refused.emit(say("Select one claim to write its verdict."))

    def _is_claim(self, item_id: str) -> bool:
        item = self._contents.get(Item, item_id)
        return item is not None and item.kind == "claim"

    def open(self, claim_id: str, page: str = "") -> None:
        """Show the verdict on a claim, and one of the pages beside it."""
        if not self._is_claim(claim_id):
            return
        self._keep()
        window = self.window
        if window is None:
            window = self.window = VerdictWindow(self._bridge, self._theme, self._parent)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.left.connect(self._forget)
            window.went.connect(self.went)
            window.stepped.connect(self._step)
            put(window, self._settings.now.verdict, self._parent)
        if window.claim != claim_id:
            window.show_claim(claim_id, self._held.get(claim_id))
        if page:
            window.turn_to(page)
        window.show()
        window.raise_()
        window.activateWindow()

    def _keep(self) -> None:
        """Remember what is written in the window."""
        window = self.window
        if window is not None and window.claim:
            if window.held.is_unsaved:
                self._held[window.claim] = window.held
            else:
                self._held.pop(window.claim, None)

    def _forget(self) -> None:
        if self.window is not None:
            self._keep()
            self._settings.change(verdict=told_place(self.window))
        self.window = None

    def _step(self, which: str) -> None:
        if which == "undo":
            self._bridge.undo()
        else:
            self._bridge.redo()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        if self.window is not None:
            self.window.set_theme(theme)

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()
