"""The last entries of the journal, about one record or about the whole case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import one_line, time_in_words
from caseboard.plain_tips import give_tip
from casedb.entries import Entry
from casedb.entry_titles import title_of_entry
from casedb.story import belonging_to
from casedb.words import say, term

MOST = 10
ASKED_FOR = 60
"""Entries looked at: those of one stretch of typing are shown as one."""

_DEEDS = {"undo": term("Undo: {what}"), "redo": term("Redo: {what}")}


def local_now() -> datetime:
    """The present moment by the clock and zone of the user."""
    return datetime.now().astimezone()


class HistorySection(Section):
    """What was done last to a record and to what belongs to it, newest first, one line an entry, and the
    way to all of it in the journal."""

    def __init__(
        self, desk: Desk, now: Callable[[], datetime] = local_now, title: str = ""
    ) -> None:
        super().__init__(title or say("History"), desk)
        self._now = now
        self._record = ""
        self.journal_button = self.add_action(say("Journal"))
        self._lead(self.journal_button)
        self.labels: list[PlainLabel] = []

    def _lead(self, button: TextButton) -> None:
        button.setAccessibleName(say("Show all of this in the journal"))
        give_tip(button, say("All entries about this, in the journal"))
        button.clicked.connect(self.desk.history_wanted)

    def show_record(self, record_id: str) -> None:
        """Show the history of another record."""
        self._record = record_id
        self.refresh()

    def refresh(self) -> None:
        """Ask the journal again."""
        entries = self._steps()
        now, journal = self._now(), self.desk.bridge.case.journal
        for at, entry in enumerate(entries):
            if at == len(self.labels):
                label = PlainLabel("", "inspectorHistory", wrap=True)
                self.labels.append(label)
                self.column.addWidget(label)
            label = self.labels[at]
            what = one_line(title_of_entry(journal, self.desk.contents, entry))
            said = say(_DEEDS[entry.action], what=what) if entry.action in _DEEDS else what
            label.setText(f"#{entry.seq} {said} · {time_in_words(entry.at, now)}")
            tip = say("{at} by {who}", at=entry.at, who=entry.actor) if entry.actor else entry.at
            give_tip(label, tip)
            label.show()
        for label in self.labels[len(entries) :]:
            label.hide()
        self.setVisible(bool(entries))

    def entries(self) -> Iterable[Entry]:
        """The entries to show, newest first."""
        if not self._record:
            return ()
        about = belonging_to(self.desk.contents, self._record)
        return self.desk.bridge.case.journal.entries_about_any(about, ASKED_FOR)

    def _steps(self) -> list[Entry]:
        found: list[Entry] = []
        for entry in self.entries():
            if found and entry.gesture and found[-1].gesture == entry.gesture:
                continue
            found.append(entry)
            if len(found) == MOST:
                break
        return found


class LatestSection(HistorySection):
    """What was done to the case last, and the way to the whole journal."""

    def __init__(self, desk: Desk, now: Callable[[], datetime] = local_now) -> None:
        super().__init__(desk, now, say("Latest changes"))

    def _lead(self, button: TextButton) -> None:
        button.setAccessibleName(say("Show the journal"))
        button.clicked.connect(self.desk.journal_wanted)

    def entries(self) -> Iterable[Entry]:
        journal = self.desk.bridge.case.journal
        return journal.entries(newest_first=True, limit=ASKED_FOR)
