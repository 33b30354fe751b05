"""A file of the case, named by its SHA-256 and shown by its name, with the item it belongs to."""

from __future__ import annotations

from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.text import LineEditor
from caseboard.inspector.wording import item_title, one_line
from casedb import Change
from casedb.model.fields import FileRef
from casedb.model.kinds import kind_of
from casedb.model.records import Artifact, Item
from casedb.model.values import Values
from casedb.words import say


class FileEditor(LineEditor):
    """The SHA-256, and below it the name of the file and its item, which it goes to."""

    def __init__(self, field: FileRef, desk: Desk) -> None:
        super().__init__(field, desk)
        self.way = RowButton(desk.look, RowFace(""), "", lines=2)
        self.way.clicked.connect(self._go)
        self._item = ""
        self.body.addWidget(self.way)
        self.way.hide()

    def present(self, values: Values) -> None:
        super().present(values)
        self._show_file()

    def notice(self, change: Change) -> None:
        self._show_file()

    def comment(self, paused: bool) -> None:
        super().comment(paused)
        self._show_file()

    def _show_file(self) -> None:
        contents = self.desk.contents
        file = contents.get(Artifact, self.entry.value())
        users = contents.attachments_to(file.id) if file is not None else []
        own = [each.item for each in users if each.item == self.record_id]
        self._item = next(iter([*own, *(each.item for each in users)]), "")
        self.way.setVisible(file is not None)
        if file is None:
            return
        item = contents.get(Item, self._item)
        name = one_line(file.name) or say("unnamed")
        title = item_title(item, contents) if item is not None else say("used by no item")
        marks = (Mark(kind_of(item.kind).icon, kind_of(item.kind).accent),) if item else ()
        face = RowFace(name, marks, detail=title)
        self.way.show_face(face, f"{name}, {title}")
        self.way.setEnabled(item is not None)

    def _go(self) -> None:
        if self._item:
            self.desk.show_item(self._item)
