"""The statements that a statement answers and that answer it: a thread in the order of time."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import item_title, lower_first
from casedb.analysis.thread import Side, ThreadStep, thread_of
from casedb.model.card_face import whose
from casedb.model.contents import Contents
from casedb.model.interests import interest_in_words
from casedb.model.item_dates import telling_date
from casedb.model.kinds.official_statement import OFFICIAL_STATEMENT, STANCE
from casedb.words import say, term

MOST = 60
"""Statements of one thread that are listed: those nearest in time to the one that is looked at."""

_ASIDES = {
    Side.ANSWERED: term("answered here"),
    Side.ANSWER: term("an answer"),
    Side.HERE: term("this one"),
    Side.BESIDE: "",
}


def thread_faces(contents: Contents, steps: tuple[ThreadStep, ...]) -> list[tuple[str, RowFace]]:
    """The id and the row of every statement: when, what, by whom, with which stance and interest."""
    faces: list[tuple[str, RowFace]] = []
    for step in steps:
        item = contents.items[step.item]
        date = telling_date(item)
        stance = next(
            (each.shown for each in STANCE if each.value == item.values.text("stance")), ""
        )
        told = (
            date.show_short() if date is not None else say("no date"),
            whose(contents, item),
            lower_first(stance),
            interest_in_words(contents, item),
        )
        face = RowFace(
            item_title(item),
            (Mark(OFFICIAL_STATEMENT.icon, OFFICIAL_STATEMENT.accent),),
            detail=" · ".join(filter(None, told)),
            aside=say(_ASIDES[step.side]) if _ASIDES[step.side] else "",
        )
        faces.append((step.item, face))
    return faces


class ThreadSection(Section):
    """The thread of a statement; without any it is not there. Arrow keys walk its rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Thread of statements"), desk)
        self._shown: list[tuple[str, RowFace]] = []
        self.rows: list[RowButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def show_item(self, item_id: str) -> None:
        """Show the thread that a statement is in."""
        contents = self.desk.contents
        steps = thread_of(contents, item_id)
        self.setVisible(bool(steps))
        here = next((n for n, step in enumerate(steps) if step.item == item_id), 0)
        first = max(0, min(here - MOST // 2, len(steps) - MOST))
        near = steps[first : first + MOST]
        faces = thread_faces(contents, near)
        told = say("{number} of {all}", number=len(near), all=len(steps))
        self.say_aside(told if len(near) < len(steps) else "")
        if faces == self._shown:
            return
        self._shown = faces
        for row in self.rows:
            self._group.removeButton(row)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for statement_id, face in faces:
            said = ", ".join(filter(None, (face.title, face.detail, face.aside)))
            row = RowButton(self.desk.look, face, said, ruled=True, lines=2)
            row.clicked.connect(partial(self._go, statement_id))
            self._group.addButton(row)
            self._list.addWidget(row)
            self.rows.append(row)

    def _go(self, statement_id: str, *_: object) -> None:
        self.desk.show_item(statement_id)
