"""`Showing`: the files of what is selected, shown at full size in a window beside the board."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from caseboard.bindings import Bindings
from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.theme import Theme
from caseboard.toast import Toast
from caseboard.viewer.window import Shown, Viewer
from casedb.model.custody import tombstone_of
from casedb.model.drawable import may_be_drawn
from casedb.model.fields import Number, Unreadable, Where
from casedb.model.kinds import kind_of
from casedb.model.place import Place
from casedb.model.records import Artifact, Item
from casedb.words import say


class Showing(QObject):
    """Opens the viewer of one case, and closes it with the case."""

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        settings: Settings,
        toast: Toast,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._bridge, self._selection = bridge, selection
        self._settings, self._toast, self._theme = settings, toast, theme
        self.viewer: Viewer | None = None
        """The window, while it is open."""

    def open_selected(self) -> None:
        """Show the first file of the selected items that can be shown, the others a step away."""
        contents = self._bridge.contents
        ids = [each for each in self._selection.item_ids(contents) if each in contents.items]
        files = [file for each in ids for file in self.files_of(each)]
        if files:
            self.show_files(files)
        else:
            self._toast.say(say("None of what is selected has a picture or document to show."))

    def open(self, item_id: str, artifact: str) -> None:
        """Show a file of an item, its other files a step away."""
        files = self.files_of(item_id)
        at = next((n for n, each in enumerate(files) if each.artifact == artifact), None)
        if at is not None:
            self.show_files(files, at)

    def files_of(self, item_id: str) -> list[Shown]:
        """The files of an item that can be shown, in order."""
        contents = self._bridge.contents
        item = contents.items[item_id]
        gsd, footprint = _gsd(item), _footprint(item)
        held = (contents.get(Artifact, each.artifact) for each in contents.attachments_of(item_id))
        return [
            Shown(
                each.id,
                " ".join(each.name.split()) or say("unnamed"),
                " ".join(item.title.split()),
                gsd,
                footprint,
            )
            for each in held
            if each is not None and may_be_drawn(each.media_type) and tombstone_of(each) is None
        ]

    def show_files(self, files: list[Shown], at: int = 0) -> None:
        """Show one of some files."""
        try:
            folder = self._settings.home.folder("pictures")
        except OSError as trouble:
            self._toast.say_failure(str(trouble))
            return
        if self.viewer is None:
            self.viewer = Viewer(self._bridge.case, folder, self._theme, self._parent)
            self.viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.viewer.left.connect(self._forget)
            self.viewer.stepped.connect(self._step)
        self.viewer.set_bindings(Bindings.of(self._settings.now))
        self.viewer.show_files(files, at)
        self.viewer.show()
        self.viewer.activateWindow()
        self.viewer.pane.setFocus()

    def _step(self, which: str) -> None:
        if which == "undo":
            self._bridge.undo()
        else:
            self._bridge.redo()

    def _forget(self) -> None:
        self.viewer = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        if self.viewer is not None:
            self.viewer.set_theme(theme)

    def close(self) -> None:
        """Close the viewer, if it is open."""
        if self.viewer is not None:
            self.viewer.close()


def _gsd(item: Item) -> float | None:
    kind = kind_of(item.kind)
    field = kind.field("gsd") if kind.has("gsd") else None
    with contextlib.suppress(Unreadable):
        return (field.read(item.values) or None) if isinstance(field, Number) else None
    return None


def _footprint(item: Item) -> Place | None:
    kind = kind_of(item.kind)
    field = kind.field("footprint") if kind.has("footprint") else None
    with contextlib.suppress(Unreadable):
        return field.read(item.values) if isinstance(field, Where) else None
    return None
