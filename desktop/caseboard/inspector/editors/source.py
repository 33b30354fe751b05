"""Who something comes from: one source of the case, or several."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import IconButton
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.source_finder import SourceFinder, source_named
from caseboard.inspector.wording import lower_first, source_name
from casedb import Change
from casedb.commands.items import add_source
from casedb.commands.sources import RING
from casedb.model.changes import ChangeSet
from casedb.model.interests import in_words, source_interest
from casedb.model.owners import closes_ring
from casedb.model.records import Source
from casedb.model.reference_fields import SourceRef, SourceRefs
from casedb.model.values import Values
from casedb.words import say

MARK = Mark("source", "tx3")
MOST_IN_ENTRY = 22
"""Signs of help that can be read in an entry of a narrow panel."""


class SourceEditor(Editor):
    """One source, by name; typing finds it, or makes it."""

    def __init__(self, field: SourceRef, desk: Desk) -> None:
        super().__init__(field, desk)
        self._source = field
        self._shown = ""
        self._new: tuple[str, ChangeSet] | None = None
        self.finder = SourceFinder(desk, self)
        self.entry = self.finder.entry
        told = say(field.help)
        # Longer help is cut in the entry: it stands below for as long as that is empty.
        self._help = told if len(told) > MOST_IN_ENTRY else ""
        self.entry.setPlaceholderText(say("Name of a source") if self._help or not told else told)
        self.name_control(self.entry)
        self.go_button = IconButton(
            desk.look, "go_to", say("Show {field}", field=lower_first(say(field.label)))
        )
        self.go_button.clicked.connect(self._go)
        self.go_button.hide()
        self.finder.line.addWidget(self.go_button)
        self.body.addWidget(self.finder)
        self.entry.textEdited.connect(self._search)
        self.entry.stepped.connect(desk.stepped)
        self.entry.list_closed.connect(self._come_back)
        self.finder.confirmed.connect(self._confirm)
        self.finder.taken.connect(self._take)
        self.finder.making_wanted.connect(self.make_source)

    def anchor(self) -> QWidget:
        return self.entry

    def fix(self, read_only: bool) -> None:
        self.entry.setReadOnly(read_only)

    def present(self, values: Values) -> None:
        self._new = None
        self._shown = self._name_of(self._source.read(values))
        self.entry.show_text(self._shown)

    def _name_of(self, source_id: str | None) -> str:
        if not source_id:
            return ""
        source = self.desk.contents.get(Source, source_id)
        return source_name(source) if source is not None else say("A source that is gone")

    def notice(self, change: Change) -> None:
        held = self.stored
        if not self._touched and any(
            isinstance(edit.record, Source) and edit.record.id == held for edit in change.edits
        ):
            self.show_values(self.values)

    def reply(self) -> Answer | None:
        text = self.entry.value()
        if self._new is not None:
            return Answer(self._new[0], self._new[1])
        if text == self._shown:
            return Answer(self.stored)
        if not text.strip():
            return Answer(None)
        named = source_named(self.desk, text, {self.record_id})
        return Answer(self._source.write(named)) if named and not self._rings(named) else None

    def _rings(self, source_id: str) -> bool:
        """Whether a source would come to own itself by having this owner."""
        is_owner = self._source.name == "owner"
        return is_owner and closes_ring(self.desk.contents, self.record_id, source_id)

    def adopt(self) -> None:
        self._new = None
        self._shown = self._name_of(self._source.read(self.values))
        if not self.has_focus:
            self.entry.show_text(self._shown)

    def comment(self, paused: bool) -> None:
        text = self.entry.value()
        held = self.stored
        is_known = isinstance(held, str) and self.desk.contents.get(Source, held) is not None
        self.go_button.setVisible(self.is_readable and is_known and text == self._shown)
        is_unknown = self._is_unknown
        if is_unknown and self._is_ring(text):
            self.finder.offer_to_create("")
            self.say(say(RING), "warn")
            return
        self.finder.offer_to_create(text if is_unknown and not self.read_only else "")
        if text.strip():
            self.say(self.finder.doubt() if is_unknown and paused else "", "warn")
        else:
            self.say(self._help)

    @property
    def _is_unknown(self) -> bool:
        """Whether a name was typed that is not the name of one source."""
        text = self.entry.value()
        return bool(text.strip()) and text != self._shown and self.answer() is None

    def _come_back(self) -> None:
        """Say what the list has said, as it has gone away."""
        if self.is_readable:
            self.comment(paused=True)

    def _is_ring(self, text: str) -> bool:
        named = source_named(self.desk, text, set())
        return bool(named) and self._rings(named)

    def draft(self) -> str:
        return self.entry.value() if self._touched and self.answer() is None else ""

    def resume(self, draft: str) -> None:
        self._leave_out()
        self.entry.show_text(draft)
        self._touched = True
        self.comment(paused=True)

    def make_source(self) -> None:
        """Make a source of the name that was typed, and name it here, in one step."""
        name = self.entry.value().strip()
        if name:
            new_id = self.desk.bridge.new_id()
            self._new = (new_id, add_source(lambda: new_id, {"name": name}))
            self.put()

    def _search(self, _: str) -> None:
        self._new = None
        self.touch()
        self._leave_out()
        self.finder.look()

    def _leave_out(self) -> None:
        """Offer no owner that the source owns itself."""
        there = self.desk.contents.sources if self._source.name == "owner" else ()
        rings = {each for each in there if self._rings(each)}
        self.finder.leave_out({self.record_id} | rings)

    def _take(self, source_id: str) -> None:
        self.entry.show_text(self._name_of(source_id))
        self._new = (source_id, ChangeSet("", ()))
        self.put()

    def _confirm(self) -> None:
        is_open = self._is_unknown and not self.read_only and not self._is_ring(self.entry.value())
        if not is_open or not self.finder.decide():
            self.confirm()

    def _go(self) -> None:
        if isinstance(self.stored, str):
            self.desk.show_source(self.stored)


class PickedRow(QWidget):
    """One record of a list of those that were picked: press to go there, or take it off."""

    def __init__(self, desk: Desk, face: RowFace) -> None:
        super().__init__()
        said = ", ".join(filter(None, (face.title, face.detail)))
        self.button = RowButton(desk.look, face, said, lines=2)
        self.remove_button = IconButton(desk.look, "close", say("Remove {title}", title=face.title))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 1)
        line.addWidget(self.remove_button)


class SourcesEditor(Editor):
    """Several sources in order; typing finds one more, or makes it."""

    merges = False

    def __init__(self, field: SourceRefs, desk: Desk) -> None:
        super().__init__(field, desk)
        self._sources = field
        self._ids: list[str] = []
        self._along: ChangeSet | None = None
        self.rows: list[PickedRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.finder = SourceFinder(desk, self)
        self.entry = self.finder.entry
        self.entry.setPlaceholderText(say(field.help) or say("Add a source"))
        self.name_control(self.entry, say("Add to {field}", field=lower_first(say(field.label))))
        self.body.addWidget(self.finder)
        self.entry.textEdited.connect(self._search)
        self.entry.stepped.connect(desk.stepped)
        self.entry.list_closed.connect(self._come_back)
        self.finder.confirmed.connect(self._confirm)
        self.finder.taken.connect(self._add)
        self.finder.making_wanted.connect(self.make_source)

    def anchor(self) -> QWidget:
        return self.entry

    def fix(self, read_only: bool) -> None:
        self.finder.setVisible(not read_only)
        for row in self.rows:
            row.remove_button.setVisible(not read_only)

    def present(self, values: Values) -> None:
        self._along = None
        self._show_ids(list(self._sources.read(values) or ()))

    def notice(self, change: Change) -> None:
        if any(
            isinstance(edit.record, Source) and edit.record.id in self._ids for edit in change.edits
        ):
            self._show_ids(self._ids)

    def reply(self) -> Answer | None:
        return Answer(self._sources.write(tuple(self._ids)), self._along)

    def adopt(self) -> None:
        self._along = None
        self._show_ids(self._ids)

    def finish(self) -> None:
        """Add the source whose name was typed in full."""
        found = source_named(self.desk, self.entry.value(), set(self._ids))
        if found and not self.read_only:
            self.entry.show_text("")
            self._show_ids([*self._ids, found])
            self._touched = True

    def pending(self) -> str:
        return self.entry.value()

    def drop_pending(self) -> None:
        self.entry.show_text("")
        self.comment(paused=False)
        self.settled.emit()

    def comment(self, paused: bool) -> None:
        self.finder.offer_to_create(self.entry.value() if self._is_unknown else "")
        self.say(self.finder.doubt() if self._is_unknown and paused else "", "warn")

    def _come_back(self) -> None:
        """Say what the list has said, as it has gone away."""
        if self.is_readable:
            self.comment(paused=True)

    @property
    def _is_unknown(self) -> bool:
        """Whether a name was typed that is not the name of one source."""
        text = self.entry.value()
        is_typed = bool(text.strip()) and not self.read_only
        return is_typed and not source_named(self.desk, text, set(self._ids))

    def start(self, values: Values, record_id: str = "") -> None:
        self.entry.show_text("")
        super().start(values, record_id)

    def draft(self) -> str:
        return self.entry.value() if self._is_unknown else ""

    def unread(self) -> str:
        return self.draft()

    def resume(self, draft: str) -> None:
        self.entry.show_text(draft)
        self.comment(paused=True)

    def make_source(self) -> None:
        """Make a source of the name that was typed, and add it here, in one step."""
        name = self.entry.value().strip()
        if name:
            new_id = self.desk.bridge.new_id()
            self._along = add_source(lambda: new_id, {"name": name})
            self._add(new_id)

    def _add(self, source_id: str) -> None:
        self.entry.setFocus()
        self.entry.show_text("")
        if source_id not in self._ids:
            self._show_ids([*self._ids, source_id])
            self.put()

    def _search(self, _: str) -> None:
        self.comment(paused=False)
        self.edited.emit()
        self.finder.look()

    def _confirm(self) -> None:
        if not self._is_unknown or not self.finder.decide():
            self.confirm()

    def _remove(self, source_id: str) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_ids([each for each in self._ids if each != source_id])
        self.put()

    def _show_ids(self, ids: list[str]) -> None:
        self._ids = ids
        self.finder.leave_out({*ids, self.record_id})
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for source_id in ids:
            source = self.desk.contents.get(Source, source_id)
            name = source_name(source) if source is not None else say("A source that is gone")
            told = in_words(source_interest(source)) if source is not None else ""
            row = PickedRow(self.desk, RowFace(name, (MARK,), detail=told))
            row.button.clicked.connect(partial(self.desk.show_source, source_id))
            row.remove_button.clicked.connect(partial(self._remove, source_id))
            row.remove_button.setVisible(not self.read_only)
            self._list.addWidget(row)
            self.rows.append(row)
