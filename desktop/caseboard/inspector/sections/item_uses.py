"""Where an item is used: the boards it lies on, what names it, and the judgements that rest on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.assessment_rows import name_of
from caseboard.inspector.sections.section import Section
from caseboard.inspector.sections.uses import roles_of
from caseboard.inspector.wording import item_title, one_line, source_name
from casedb.model.assessments import word
from casedb.model.kinds import kind_of
from casedb.model.records import Assessment, Item, Source
from casedb.model.uses import Uses, where_used
from casedb.words import say

FIRST = 40
"""Rows that are shown; the first say most."""

Row = tuple[RowFace, Callable[[], object]]


class ItemUsesSection(Section):
    """Where an item is used; each row goes there.

    Without any use but one card, which the head of the page tells of, it is not there.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Where it is used"), desk)
        self._faces: list[RowFace] = []
        self.rows: list[RowButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def show_item(self, item_id: str) -> None:
        """Show where an item is used."""
        uses = where_used(self.desk.contents, item_id)
        cards = sum(map(len, uses.cards.values()))
        is_used = cards > 1 or uses.named_by or uses.cited_by or uses.judged_for
        self.setVisible(bool(is_used))
        rows = list(self._rows(uses, item_id)) if is_used else []
        told = [
            say("On {n} board", "On {n} boards", n=len(uses.cards))
            if uses.cards
            else say("On no board")
        ]
        if len(rows) > FIRST:
            told.append(say("first {number} of {all} uses", number=FIRST, all=len(rows)))
        self.say_aside(", ".join(told))
        self._show(rows[:FIRST])

    def _show(self, rows: list[Row]) -> None:
        faces = [face for face, _ in rows]
        if faces == self._faces and len(self.rows) == len(rows):
            for row, (_, go) in zip(self.rows, rows, strict=True):
                row.clicked.disconnect()
                row.clicked.connect(go)
            return
        self._faces = faces
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for face, go in rows:
            said = ", ".join(filter(None, (face.title, face.aside)))
            row = RowButton(self.desk.look, face, said, ruled=True, lines=2)
            row.clicked.connect(go)
            self._list.addWidget(row)
            self.rows.append(row)

    def _rows(self, uses: Uses, item_id: str) -> Iterator[Row]:
        contents = self.desk.contents
        for board_id, cards in uses.cards.items():
            title = one_line(contents.board(board_id).title) or say("Untitled board")
            first, *more = cards
            aside = say("{n} card", "{n} cards", n=len(cards)) if more else ""
            face = RowFace(title, (Mark("board", "tx3"),), aside=aside)
            yield face, partial(self.desk.card_wanted.emit, first.id)
        for owner, _ in uses.named_by:
            roles = roles_of(owner, item_id)
            if isinstance(owner, Source):
                face = RowFace(source_name(owner), (Mark("source", "tx3"),), aside=roles)
                yield face, partial(self.desk.show_source, owner.id)
            else:
                yield self._of_item(owner, roles), partial(self.desk.show_item, owner.id)
        for role, judgements in (
            (say("cites it"), uses.cited_by),
            (say("judged for it"), uses.judged_for),
        ):
            for judgement in judgements:
                yield self._of_judgement(judgement, role)

    def _of_item(self, item: Item, aside: str) -> RowFace:
        kind = kind_of(item.kind)
        title = item_title(item, self.desk.contents)
        return RowFace(title, (Mark(kind.icon, kind.accent),), aside=aside)

    def _of_judgement(self, judgement: Assessment, role: str) -> Row:
        contents = self.desk.contents
        said = f"{name_of(contents, judgement)} {word(contents, judgement).lower()}"
        subject = judgement.subject
        item, source = contents.get(Item, subject), contents.get(Source, subject)
        if item is not None:
            face = self._of_item(item, role)
        elif source is not None:
            face = RowFace(source_name(source), (Mark("source", "tx3"),), aside=role)
        else:
            face = RowFace(say("A link or a part of a claim"), (Mark("link", "tx3"),), aside=role)
        face = RowFace(face.title, face.marks, detail=one_line(said), aside=role)
        return face, partial(self.desk.went_to.emit, subject)
