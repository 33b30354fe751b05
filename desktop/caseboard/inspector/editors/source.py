"""Who something comes from: one source of the case, or several."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.picking import Offered, PickEntry
from caseboard.inspector.wording import lower_first, one_line, source_name
from caseboard.measures import set_spacing
from casedb import Change
from casedb.commands.items import add_source
from casedb.commands.sources import RING
from casedb.model.changes import ChangeSet
from casedb.model.fields import Choice, SourceRef, SourceRefs, Unreadable
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.owners import closes_ring
from casedb.model.records import Source
from casedb.model.sources import names_of
from casedb.model.values import Values
from casedb.words import say

MARK = Mark("source", "tx3")


def sources_like(desk: Desk, typed: str, left_out: set[str]) -> list[Offered]:
    """The sources of which a name or an alias holds what was typed, those that begin with it first.

    Who was found by an alias says by which.
    """
    said = typed.strip().casefold()
    found: list[tuple[bool, bool, str, Offered]] = []
    for each in desk.contents.sources.values() if said else ():
        called = next((name for name in names_of(each) if said in name.casefold()), None)
        if called is None or each.id in left_out:
            continue
        also = one_line(called) if called is not each.name else ""
        offered = Offered(each.id, source_name(each), "source", "tx3", _remark(each, also))
        folded = called.casefold()
        found.append((not folded.startswith(said), bool(also), folded, offered))
    found.sort(key=lambda each: each[:3])
    return [each[3] for each in found]


def _remark(source: Source, alias: str) -> str:
    """The alias it was found by, the type of a source and its interest, to tell namesakes apart."""
    said: list[str] = [say("also {name}", name=alias)] if alias else []
    for field in SOURCE_FIELDS:
        if isinstance(field, Choice):
            try:
                word = field.read(source.values)
            except Unreadable:
                continue
            if word:
                said.append(lower_first(field.show(word)))
    return ", ".join(said)


def source_named(desk: Desk, typed: str, left_out: set[str]) -> str:
    """The id of the one source of exactly that name, or else of that alias; empty where there is none
    or several."""
    said = typed.strip().casefold()
    if not said:
        return ""
    there = [each for each in desk.contents.sources.values() if each.id not in left_out]
    found = [each.id for each in there if each.name.strip().casefold() == said]
    # A name goes before an alias, which several may share.
    found = found or [each.id for each in there if _has_alias(each, said)]
    return found[0] if len(found) == 1 else ""


def _has_alias(source: Source, said: str) -> bool:
    return any(each.strip().casefold() == said for each in names_of(source)[1:])


class SourceFinder(QWidget):
    """The entry in which a source is found by name, and the offer to make a new one of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.entry = PickEntry(desk.look)
        self.create_button = TextButton(say("Create source"), "inspectorAdd")
        # Return in the entry does the same, and Tab leads on to the next field.
        self.create_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.create_button.hide()
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        set_spacing(self.line, 2)
        self.line.addWidget(self.entry, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 2)
        column.addLayout(self.line)
        column.addWidget(self.create_button)

    def offer_to_create(self, name: str) -> None:
        """Offer a new source of a name; none takes the offer away."""
        shown = one_line(name)
        if shown:
            text = shown if len(shown) <= 24 else f"{shown[:23]}…"
            # An ampersand would become a mnemonic.
            self.create_button.setText(say("Create source “{name}”", name=text).replace("&", "&&"))
            self.create_button.setAccessibleName(say("Create source {name}", name=shown))
        self.create_button.setVisible(bool(shown))

    @property
    def offers_to_create(self) -> bool:
        """Whether a new source is offered."""
        return not self.create_button.isHidden()


class SourceEditor(Editor):
    """One source, by name; typing finds it, or makes it."""

    def __init__(self, field: SourceRef, desk: Desk) -> None:
        super().__init__(field, desk)
        self._source = field
        self._shown = ""
        self._new: tuple[str, ChangeSet] | None = None
        self.finder = SourceFinder(desk)
        self.entry = self.finder.entry
        self.entry.setPlaceholderText(say(field.help) or say("Name of a source"))
        self.name_control(self.entry)
        self.go_button = IconButton(
            desk.look, "go_to", say("Show {field}", field=lower_first(say(field.label)))
        )
        self.go_button.clicked.connect(self._go)
        self.go_button.hide()
        self.finder.line.addWidget(self.go_button)
        self.body.addWidget(self.finder)
        self.entry.textEdited.connect(self._search)
        self.entry.confirmed.connect(self._confirm)
        self.entry.picked.connect(self._take)
        self.entry.stepped.connect(desk.stepped)
        self.finder.create_button.clicked.connect(self.make_source)

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
        is_unknown = bool(text.strip()) and text != self._shown and self.answer() is None
        if is_unknown and self._is_ring(text):
            self.finder.offer_to_create("")
            self.say(say(RING), "warn")
            return
        self.finder.offer_to_create(text if is_unknown and not self.read_only else "")
        several = is_unknown and self._has_namesakes(text)
        said = (
            say("Several sources have this name: choose one in the list.")
            if several
            else say("No source has this name yet, so nothing is stored. Return creates it.")
        )
        self.say(said if is_unknown and paused else "", "warn")

    def _is_ring(self, text: str) -> bool:
        named = source_named(self.desk, text, set())
        return bool(named) and self._rings(named)

    def _has_namesakes(self, text: str) -> bool:
        said = text.strip().casefold()
        return any(each.name.strip().casefold() == said for each in self._others())

    def _others(self) -> list[Source]:
        return [each for each in self.desk.contents.sources.values() if each.id != self.record_id]

    def draft(self) -> str:
        return self.entry.value() if self._touched and self.answer() is None else ""

    def resume(self, draft: str) -> None:
        self.entry.show_text(draft)
        self._touched = True
        self.comment(paused=True)

    def make_source(self) -> None:
        """Make a source of the name that was typed, and name it here, in one step."""
        name = self.entry.value().strip()
        if name:
            self.entry.setFocus()
            new_id = self.desk.bridge.new_id()
            self._new = (new_id, add_source(lambda: new_id, {"name": name}))
            self.put()

    def _search(self, typed: str) -> None:
        self._new = None
        self.touch()
        found = sources_like(self.desk, typed, {self.record_id})
        self.entry.offer([each for each in found if not self._rings(each.id)])

    def _take(self, source_id: str) -> None:
        self.entry.show_text(self._name_of(source_id))
        self._new = (source_id, ChangeSet("", ()))
        self.put()

    def _confirm(self) -> None:
        if self.finder.offers_to_create and not self._has_namesakes(self.entry.value()):
            self.make_source()
        else:
            self.comment(paused=True)
            self.settled.emit()

    def _go(self) -> None:
        if isinstance(self.stored, str):
            self.desk.show_source(self.stored)


class PickedRow(QWidget):
    """One record of a list of those that were picked: press to go there, or take it off."""

    def __init__(self, desk: Desk, face: RowFace, said: str) -> None:
        super().__init__()
        self.button = RowButton(desk.look, face, said)
        self.remove_button = IconButton(desk.look, "close", say("Remove {title}", title=said))
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
        self.finder = SourceFinder(desk)
        self.entry = self.finder.entry
        self.entry.setPlaceholderText(say(field.help) or say("Add a source"))
        self.name_control(self.entry, say("Add to {field}", field=lower_first(say(field.label))))
        self.body.addWidget(self.finder)
        self.entry.textEdited.connect(self._search)
        self.entry.confirmed.connect(self._confirm)
        self.entry.picked.connect(self._add)
        self.entry.stepped.connect(desk.stepped)
        self.finder.create_button.clicked.connect(self.make_source)

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

    def can_take_back(self) -> bool:
        return bool(self.entry.value()) or super().can_take_back()

    def take_back(self) -> bool:
        if self.entry.value():
            self.entry.show_text("")
            self.comment(paused=False)
            self.settled.emit()
            return True
        return super().take_back()

    def comment(self, paused: bool) -> None:
        self.finder.offer_to_create(self.entry.value() if self._is_unknown else "")
        self.say(self._doubt() if self._is_unknown and paused else "", "warn")

    def _doubt(self) -> str:
        """Why the name that was typed is not taken."""
        namesakes = self._namesakes()
        if not namesakes:
            return say("No source has this name yet, so nothing is stored. Return creates it.")
        if len(namesakes) == 1:
            return say("This source is in the list already.")
        return say("Several sources have this name: choose one in the list.")

    @property
    def _is_unknown(self) -> bool:
        """Whether a name was typed that is not the name of one source."""
        text = self.entry.value()
        is_typed = bool(text.strip()) and not self.read_only
        return is_typed and not source_named(self.desk, text, set(self._ids))

    def _namesakes(self) -> list[Source]:
        """The sources of the name that was typed."""
        said = self.entry.value().strip().casefold()
        sources = self.desk.contents.sources.values()
        return [each for each in sources if each.name.strip().casefold() == said]

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

    def _search(self, typed: str) -> None:
        self.comment(paused=False)
        self.edited.emit()
        self.entry.offer(sources_like(self.desk, typed, {*self._ids, self.record_id}))

    def _confirm(self) -> None:
        if self._is_unknown and not self._namesakes():
            self.make_source()
        else:
            self.comment(paused=True)
            self.settled.emit()

    def _remove(self, source_id: str) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_ids([each for each in self._ids if each != source_id])
        self.put()

    def _show_ids(self, ids: list[str]) -> None:
        self._ids = ids
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for source_id in ids:
            source = self.desk.contents.get(Source, source_id)
            name = source_name(source) if source is not None else say("A source that is gone")
            row = PickedRow(self.desk, RowFace(name, (MARK,)), name)
            row.button.clicked.connect(partial(self.desk.show_source, source_id))
            row.remove_button.clicked.connect(partial(self._remove, source_id))
            row.remove_button.setVisible(not self.read_only)
            self._list.addWidget(row)
            self.rows.append(row)
