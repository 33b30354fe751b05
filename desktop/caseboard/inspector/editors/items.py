"""Other items of the case, found by their words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.rows import Mark, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.picking import Offered, PickEntry
from caseboard.inspector.editors.source import PickedRow
from caseboard.inspector.wording import item_title, lower_first, one_line
from casedb import Change
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.model.reference_fields import ItemRefs
from casedb.model.values import Values
from casedb.words import say

LATER = 150
"""Milliseconds after a key in which the case is searched."""

LOOKED_AT = 60


class ItemsEditor(Editor):
    """Items in order; typing finds one more by its title or any of its words."""

    merges = False

    def __init__(self, field: ItemRefs, desk: Desk) -> None:
        super().__init__(field, desk)
        self._items = field
        self._ids: list[str] = []
        self.rows: list[PickedRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.entry = PickEntry(desk.look)
        self.entry.setPlaceholderText(say(field.help) or say("Find an item"))
        self.name_control(self.entry, say("Add to {field}", field=lower_first(say(field.label))))
        self.body.addWidget(self.entry)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER)
        self._timer.timeout.connect(self.search)
        self.entry.textEdited.connect(self._wait)
        self.entry.confirmed.connect(self.search)
        self.entry.picked.connect(self._add)
        self.entry.stepped.connect(desk.stepped)

    def anchor(self) -> QWidget:
        return self.entry

    def fix(self, read_only: bool) -> None:
        self.entry.setVisible(not read_only)
        for row in self.rows:
            row.remove_button.setVisible(not read_only)

    def present(self, values: Values) -> None:
        self._show_ids(list(self._items.read(values) or ()))

    def notice(self, change: Change) -> None:
        if any(
            isinstance(edit.record, Item) and edit.record.id in self._ids for edit in change.edits
        ):
            self._show_ids(self._ids)

    def reply(self) -> Answer | None:
        return Answer(self._items.write(tuple(self._ids)))

    def pending(self) -> str:
        return self.entry.value()

    def drop_pending(self) -> None:
        self.entry.show_text("")
        self.say("")
        self.settled.emit()

    def start(self, values: Values, record_id: str = "") -> None:
        self.entry.show_text("")
        super().start(values, record_id)

    def draft(self) -> str:
        return self.entry.value()

    def unread(self) -> str:
        return self.draft()

    def resume(self, draft: str) -> None:
        self.entry.show_text(draft)
        self.comment(paused=True)

    def comment(self, paused: bool) -> None:
        if not self.is_readable:
            return
        if not self.entry.value().strip():
            self.say("")
        elif paused and not self.hint:
            self.say(say("Choose an item in the list; nothing is stored yet."), "warn")

    def _wait(self) -> None:
        self.say("")
        self.edited.emit()
        self._timer.start()

    def search(self) -> None:
        """Offer the items in which all words occur that were typed."""
        self._timer.stop()
        typed = self.entry.value()
        if not typed.strip():
            self.entry.offer([])
            return
        hits = self.desk.bridge.case.find(typed, LOOKED_AT)
        found = (self.desk.contents.get(Item, hit.id) for hit in hits if hit.record is Item)
        fitting = [
            item
            for item in found
            if item is not None
            and item.id not in (*self._ids, self.record_id)
            and (not self._items.kinds or item.kind in self._items.kinds)
        ]
        self.entry.offer(
            [
                Offered(
                    item.id,
                    item_title(item, self.desk.contents),
                    kind_of(item.kind).icon,
                    kind_of(item.kind).accent,
                    one_line(item.values.text("exhibit")),
                )
                for item in fitting
            ]
        )
        words = one_line(typed)[:40]
        self.say("" if fitting else say("Nothing found for “{words}”.", words=words))

    def _add(self, item_id: str) -> None:
        self.entry.show_text("")
        self.say("")
        if item_id not in self._ids:
            self._show_ids([*self._ids, item_id])
            self.put()
        self.entry.setFocus()

    def _remove(self, item_id: str) -> None:
        self.entry.setFocus()
        self._show_ids([each for each in self._ids if each != item_id])
        self.put()

    def _show_ids(self, ids: list[str]) -> None:
        self._ids = ids
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for item_id in ids:
            item = self.desk.contents.get(Item, item_id)
            title = (
                item_title(item, self.desk.contents)
                if item is not None
                else say("An item that is gone")
            )
            kind = kind_of(item.kind if item is not None else "")
            face = RowFace(title, (Mark(kind.icon, kind.accent),))
            row = PickedRow(self.desk, face)
            row.button.clicked.connect(partial(self.desk.show_item, item_id))
            row.remove_button.clicked.connect(partial(self._remove, item_id))
            row.remove_button.setVisible(not self.read_only)
            self._list.addWidget(row)
            self.rows.append(row)
