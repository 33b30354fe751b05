"""The custody of a file: what happened to its bytes, when, by whom, to be read and copied."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import HintLine, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.wording import one_line
from caseboard.language import written_time
from caseboard.measures import set_margins, set_spacing
from casedb import CaseError
from casedb.custody_log import Event, deed_in_words
from casedb.words import say

MOST = 30
"""Events that are shown; all of them are copied."""


_HASH = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")


class CustodyList(QWidget):
    """The events of one file, newest first."""

    def __init__(self, desk: Desk, artifact: str) -> None:
        super().__init__()
        self._desk = desk
        self._artifact = artifact
        self._events: list[Event] = []
        self.lines: list[PlainLabel] = []
        self.trouble = HintLine()
        self.more = HintLine()
        self.copy_button = TextButton(say("Copy the custody"))
        self.copy_button.clicked.connect(self._copy)
        self._column = QVBoxLayout()
        set_spacing(self._column, "xs")
        layout = QVBoxLayout(self)
        set_margins(layout, "xs", 0, 0, "xs")
        set_spacing(layout, "xs")
        layout.addLayout(self._column)
        layout.addWidget(self.more)
        layout.addWidget(self.trouble)
        layout.addWidget(self.copy_button)
        self.refresh()

    def refresh(self) -> None:
        """Ask the journal again."""
        try:
            self._events = self._desk.bridge.case.custody.events_of(self._artifact)
            self.trouble.say("")
        except CaseError as trouble:
            self._events = []
            self.trouble.say(str(trouble), "warn")
        shown = self._events[::-1][:MOST]
        for at, event in enumerate(shown):
            if at == len(self.lines):
                self._add_line()
            # A line of the inspector is narrower than a SHA-256, which stands above whole enough.
            self.lines[at].setText(_HASH.sub(r"\1…", told_in_full(event)))
            self.lines[at].show()
        for line in self.lines[len(shown) :]:
            line.hide()
        left = len(self._events) - len(shown)
        self.more.say(say("And {n} before these.", "And {n} before these.", n=left) if left else "")
        self.copy_button.setVisible(bool(self._events))

    def _add_line(self) -> None:
        line = PlainLabel("", "inspectorCustody", wrap=True)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.append(line)
        self._column.addWidget(line)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(map(told_in_full, self._events)))


def told_in_full(event: Event) -> str:
    """What happened with time and actor, and what there is to say of it on a line below."""
    head = f"{deed_in_words(event)} · {utc_in_words(event.at)}"
    if event.actor:
        head = f"{head} · {one_line(event.actor)}"
    note = one_line(event.note)
    entry = say("Entry {seq}", seq=f"{event.seq}")
    return f"{head}\n{note} ({entry})" if note else f"{head}\n{entry}"


def utc_in_words(at: str) -> str:
    """A time of the journal to the second, in UTC: for whoever reads it, wherever that is."""
    try:
        moment = datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return one_line(at)
    return say("{time} UTC", time=written_time(moment, "d MMM yyyy HH:mm:ss"))
