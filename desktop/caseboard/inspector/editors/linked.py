"""A field that is answered by links of the board; it is read here and drawn there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.wording import end_title, item_title
from casedb import Change
from casedb.model.answering import answering, other_end
from casedb.model.link_types import End, link_type
from casedb.model.records import Element, Item, Link
from casedb.model.reference_fields import Linked
from casedb.model.values import Values
from casedb.words import say

MOST = 20


class LinkedEditor(Editor):
    """The links that answer the field; each row goes to their other end."""

    merges = False
    stacked = True

    def __init__(self, field: Linked, desk: Desk) -> None:
        super().__init__(field, desk)
        self._linked = field
        self._faces: list[tuple[Link, RowFace]] = []
        self.rows: list[RowButton] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._none = PlainLabel(
            say("None yet: draw a link on the board."), "inspectorNothing", wrap=True
        )
        self.body.addLayout(self._list)
        self.body.addWidget(self._none)

    def anchor(self) -> QWidget:
        return self.rows[0] if self.rows else self._none

    def present(self, values: Values) -> None:
        self._linked.read(values)
        self._show_links()

    def start(self, values: Values, record_id: str = "") -> None:
        super().start(values, record_id)
        self._show_links()

    def notice(self, change: Change) -> None:
        if any(isinstance(edit.record, (Link, Item, Element)) for edit in change.edits):
            self._show_links()

    def reply(self) -> Answer | None:
        return None

    def _show_links(self) -> None:
        found = answering(self.desk.contents, self._linked, self.record_id)
        faces = [(link, self._face(link)) for link in found]
        self._none.setVisible(not faces)
        if faces == self._faces:
            return
        self._faces = faces
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for link, face in faces[:MOST]:
            name = say("{says} {other}", says=face.aside, other=face.title)
            name = ", ".join(filter(None, (name, face.detail)))
            row = RowButton(self.desk.look, face, name, lines=2)
            row.clicked.connect(partial(self.desk.show_end, other_end(self._linked, link)))
            self._list.addWidget(row)
            self.rows.append(row)
        more = len(faces) - MOST
        self.say(say("and {n} more", "and {n} more", n=more) if more > 0 else "")

    def _face(self, link: Link) -> RowFace:
        kind = link_type(link.type)
        says = say(kind.says if self._linked.outward else kind.says_back)
        other, contents = other_end(self._linked, link), self.desk.contents
        element = contents.get(Element, other.id) if other.end is End.ELEMENT else None
        claim = contents.get(Item, element.claim) if element is not None else None
        return RowFace(
            end_title(contents, other),
            (Mark(kind.icon, kind.accent),),
            detail=item_title(claim, contents) if claim is not None else "",
            aside=says,
        )
