"""`Sourcing`: what the list of sources asks for: a new one, and one of several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from caseboard.bridge import CaseBridge
from caseboard.dialogs.ask_source import AskSource
from caseboard.panels.source_rows import SourceRow, source_rows
from caseboard.panels.sources import SourcesPanel
from caseboard.selection import Selection
from caseboard.toast import Toast
from casedb.commands.items import add_source
from casedb.commands.sources import differences, merge_sources
from casedb.words import say


class Sourcing(QObject):
    """Carries out what is wished of sources; questions are asked over `desk`."""

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        panel: SourcesPanel,
        toast: Toast,
        desk: QWidget,
    ) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._selection = selection
        self._panel = panel
        self._toast = toast
        self._desk = desk
        panel.new_wanted.connect(self.make)
        panel.merge_wanted.connect(self.ask_and_merge)

    def make(self, name: str) -> None:
        """Add a source, and edit its name where it stands if it has none."""
        new_id = self._bridge.new_id()
        if not self._bridge.run(add_source(lambda: new_id, {"name": name or None})):
            return
        self._selection.set(sources=[new_id])
        if not name:
            self._panel.edit_name(new_id)

    def ask_and_merge(self, ids: Sequence[str]) -> None:
        """Ask which of some sources is kept, and make one of all."""
        rows = self._rows(ids)
        button = self._panel.merge_button
        at = button.mapToGlobal(QPoint(0, button.height()))
        title = say("Which one is kept?")
        told = [(each.id, each.name, self._hint(each, ids)) for each in rows]
        kept = AskSource.ask(self._desk, at, title, told) if len(rows) > 1 else None
        if kept is not None:
            self.merge(kept, ids)

    def merge(self, kept: str, ids: Sequence[str]) -> bool:
        """Make one source of several, all of which is kept under one; whether that was done."""
        bridge, count = self._bridge, len(ids)
        change = partial(merge_sources, bridge.contents, bridge.new_id, kept, ids)
        if not bridge.attempt(change):
            return False
        self._selection.set(sources=[kept])
        self._toast.say(
            say(
                "{n} source is one now; all that named the others names it, and their names are "
                "aliases. Undo brings them back.",
                "{n} sources are one now; all that named the others names it, and their names are "
                "aliases. Undo brings them back.",
                n=count,
            )
        )
        return True

    def _rows(self, ids: Sequence[str]) -> list[SourceRow]:
        names_all = self._panel.model.names_all
        rows = source_rows(self._bridge.contents, names_all=names_all)
        return [each for each in rows if each.id in ids]

    def _hint(self, row: SourceRow, ids: Sequence[str]) -> str:
        """What a source is, and what of the others would be gone if it is the one that is kept."""
        fields = differences(self._bridge.contents, row.id, ids)
        if not fields:
            return row.details
        names = ", ".join(say(each.label) for each in fields)
        return f"{row.details} · {say('of the others goes: {fields}', fields=names)}"
