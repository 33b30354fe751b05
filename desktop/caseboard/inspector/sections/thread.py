"""The statements that a statement answers and that answer it: a thread in the order of time."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import item_title, lower_first, one_line
from casedb.analysis.thread import Side, ThreadStep, responses_of, thread_of
from casedb.model.card_face import whose
from casedb.model.contents import Contents
from casedb.model.interests import interest_in_words
from casedb.model.item_dates import telling_date
from casedb.model.kinds.official_statement import OFFICIAL_STATEMENT, STANCE
from casedb.model.link_types import link_type
from casedb.model.records import Link
from casedb.words import say, term

MOST = 60
"""Statements of one thread that are listed: those nearest in time to the one that is looked at."""

MOST_ANSWERED = 3
"""Statements that one answers of which each is named."""
SHORT = 32
"""Signs of the name of a statement that is answered."""

_ASIDES = {
    Side.ANSWERED: term("answered here"),
    Side.ANSWER: term("an answer"),
    Side.HERE: term("this one"),
    Side.BESIDE: "",
}


def thread_faces(contents: Contents, steps: tuple[ThreadStep, ...]) -> list[tuple[str, RowFace]]:
    """The id and the row of every statement: when, with which stance, in answer to what, in whose interest."""
    faces: list[tuple[str, RowFace]] = []
    for step in steps:
        item = contents.items[step.item]
        date = telling_date(item)
        stance = next(
            (each.shown for each in STANCE if each.value == item.values.text("stance")), ""
        )
        answered = _answered_in_words(contents, step.item)
        shown = lower_first(stance)
        told = (
            date.show_short() if date is not None else say("no date"),
            "" if answered.startswith(f"{shown} ") else shown,
            answered,
            interest_in_words(contents, item),
            say("joint", about="statement") if item.values.get("joint") is True else "",
            # Last, for where there is little room the end of long names is what can be spared.
            whose(contents, item),
        )
        face = RowFace(
            item_title(item),
            (Mark(OFFICIAL_STATEMENT.icon, OFFICIAL_STATEMENT.accent),),
            detail=" · ".join(filter(None, told)),
            aside=say(_ASIDES[step.side]) if _ASIDES[step.side] else "",
        )
        faces.append((step.item, face))
    return faces


def _answered_in_words(contents: Contents, item_id: str) -> str:
    """What a statement answers, and how: “denies CB-008”. Many are counted."""
    links = responses_of(contents, item_id)
    named: dict[str, list[str]] = {}
    for link in links[:MOST_ANSWERED]:
        named.setdefault(say(link_type(link.type).says), []).append(_short(contents, link))
    said = [
        say("{says} {other}", says=says, other=", ".join(others)) for says, others in named.items()
    ]
    more = len(links) - MOST_ANSWERED
    if more > 0:
        said.append(say("and {n} more", "and {n} more", n=more))
    return ", ".join(said)


def _short(contents: Contents, link: Link) -> str:
    """A statement that is answered by its exhibit number; without one by the beginning of its title."""
    item = contents.items[link.end.id]
    name = one_line(item.values.text("exhibit")) or item_title(item)
    return name if len(name) <= SHORT else f"{name[: SHORT - 1]}…"


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
            row = RowButton(self.desk.look, face, said, ruled=True, lines=3)
            row.clicked.connect(partial(self._go, statement_id))
            self._group.addButton(row)
            self._list.addWidget(row)
            self.rows.append(row)

    def _go(self, statement_id: str, *_: object) -> None:
        self.desk.show_item(statement_id)
