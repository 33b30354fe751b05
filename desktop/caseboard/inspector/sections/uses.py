"""Where a source is used: the items and sources whose fields name it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import item_title, lower_first, source_name
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.kinds import kind_of
from casedb.model.records import Item, Source
from casedb.model.references import references_of
from casedb.words import say

FIRST = 40


def roles_of(owner: Item | Source, source_id: str) -> str:
    """The fields by which a record names a source."""
    fields = kind_of(owner.kind).fields if isinstance(owner, Item) else SOURCE_FIELDS
    labels = {field.name: field.label for field in fields}
    named = [name for name, _, target in references_of(owner) if target == source_id]
    return ", ".join(lower_first(say(labels.get(name, name))) for name in dict.fromkeys(named))


class UsesSection(Section):
    """Where a source is used; each row goes there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Where it is used"), desk)
        self._faces: list[tuple[str, RowFace]] = []
        self.rows: list[RowButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.nothing = PlainLabel(say("Nothing names it yet."), "inspectorNothing", wrap=True)
        self.column.addWidget(self.nothing)

    def show_source(self, source_id: str) -> None:
        """Show where a source is used."""
        owners = self.desk.contents.referrers(source_id)
        faces = [(owner.id, self._face(owner, source_id)) for owner in owners[:FIRST]]
        self.nothing.setVisible(not owners)
        more = len(owners) > FIRST
        if more:
            said = say(
                "first {first} of {n} record",
                "first {first} of {n} records",
                first=FIRST,
                n=len(owners),
            )
        else:
            said = say("{n} record", "{n} records", n=len(owners))
        self.say_aside(said if owners else "")
        if faces == self._faces:
            return
        self._faces = faces
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for owner, (owner_id, face) in zip(owners, faces, strict=False):
            said = f"{face.title}, {face.aside}"
            row = RowButton(self.desk.look, face, said, ruled=True, lines=2)
            go = self.desk.show_item if isinstance(owner, Item) else self.desk.show_source
            row.clicked.connect(partial(go, owner_id))
            self._list.addWidget(row)
            self.rows.append(row)

    def _face(self, owner: Item | Source, source_id: str) -> RowFace:
        roles = roles_of(owner, source_id)
        if isinstance(owner, Source):
            return RowFace(source_name(owner), (Mark("source", "tx3"),), aside=roles)
        kind = kind_of(owner.kind)
        return RowFace(
            item_title(owner, self.desk.contents), (Mark(kind.icon, kind.accent),), aside=roles
        )
