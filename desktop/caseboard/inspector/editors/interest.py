"""What whoever has issued something has at stake: as it is told here, else as their sources tell it."""

from __future__ import annotations

from caseboard.inspector.editors.choice import NOT_SET, ChoiceEditor
from casedb import Change
from casedb.model.interests import UNKNOWN, issuers_interest, issuers_of
from casedb.model.records import Source
from casedb.model.values import Values
from casedb.words import say


class InterestEditor(ChoiceEditor):
    """A list to choose from; its first entry says what the sources tell, and holds until one is chosen."""

    def present(self, values: Values) -> None:
        super().present(values)
        self._show_theirs(values)

    def adopt(self) -> None:
        self._show_theirs(self.values)

    def _show_theirs(self, values: Values) -> None:
        told = self._told_by_sources(values)
        self.picker.say_unset(told or say(NOT_SET), dash=not told)
        self._say_theirs(values, told if self.picker.key() else "")

    def _say_theirs(self, values: Values, told: str) -> None:
        theirs = issuers_interest(self.desk.contents, issuers_of(values))
        if told and theirs not in (UNKNOWN, self.picker.key()):
            self.say(say("Told otherwise: {interest}. The card shows both.", interest=told), "warn")
        else:
            self.say(told)

    def depends_on(self, values: Values) -> bool:
        return issuers_of(values) != issuers_of(self.values)

    def notice(self, change: Change) -> None:
        if not self._touched and any(isinstance(each.record, Source) for each in change.edits):
            self.show_values(self.values)

    def _told_by_sources(self, values: Values) -> str:
        """The interest that the sources of the issuers tell, and that it is from there."""
        issuers = issuers_of(values)
        found = issuers_interest(self.desk.contents, issuers)
        if not found:
            return ""
        shown = self._choice.show(found)
        if len(issuers) > 1:
            return say("{interest} (from the sources)", interest=shown)
        return say("{interest} (from the source)", interest=shown)
