"""`Backlog`: what was typed in the inspector and is not on the disk yet, wherever it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from caseboard.bridge import CaseBridge
from caseboard.inspector.answer import Answer
from caseboard.inspector.subjects import Subject
from caseboard.inspector.wording import edit_label
from casedb import Change
from casedb.model.changes import ChangeSet, join
from casedb.model.fields import AnyField
from casedb.model.json_value import JsonValue

Key = tuple[str, str]
"""The id of a record and the name of one of its fields."""


class Saving(Enum):
    """How things stand with what was typed: on the disk, about to be, not understood, or refused."""

    DONE = auto()
    WAITING = auto()
    UNREAD = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Typed:
    """What is to be stored in a field of a record; `instead_of` is what was stored there."""

    subject: Subject
    field: AnyField
    answer: Answer
    instead_of: JsonValue


class Backlog(QObject):
    """Stores answers, and keeps those that were refused until they can be stored.

    `changed()` says that `saving` is another; `trouble` is the sentence of the last refusal.
    Drafts are texts that are not understood yet: they come back when their record is shown again.
    """

    changed = Signal()

    def __init__(self, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: set[int] = set()
        self._refused: dict[Key, Typed] = {}
        self._drafts: dict[Key, str] = {}
        self._unread: dict[Key, str] = {}
        self._gone: set[str] = set()
        self._saving = Saving.DONE
        self.trouble = ""
        bridge.failed.connect(self._hear)
        bridge.changed.connect(self._follow)

    @property
    def saving(self) -> Saving:
        """How things stand now."""
        return self._saving

    # -- storing ----------------------------------------------------------------------------

    def store(self, subject: Subject, field: AnyField, answer: Answer, gesture: str) -> bool:
        """Store an answer; whether it is on the disk, or there is nothing to store it in."""
        contents, key = self._bridge.contents, (subject.id, field.name)
        values = subject.values(contents)
        if values is None or values.get(field.name) == answer.stored:
            self.forget(key)
            return True

        def make() -> ChangeSet:
            label = edit_label(field)
            change = subject.change(contents, field.name, answer.stored, label, gesture)
            return change if answer.along is None else join(label, [answer.along, change])

        is_stored = self._bridge.attempt(make)
        if is_stored:
            self._refused.pop(key, None)
            self._unread.pop(key, None)
        else:
            self._refused[key] = Typed(subject, field, answer, values.get(field.name))
        self._tell()
        return is_stored

    def retry(self) -> bool:
        """Store what was refused before; whether nothing is left of it.

        What somebody has changed since is left as it is now.
        """
        for key, typed in list(self._refused.items()):
            values = typed.subject.values(self._bridge.contents)
            if values is None or values.get(typed.field.name) != typed.instead_of:
                self.forget(key)
            else:
                self.store(typed.subject, typed.field, typed.answer, "")
        return not self._refused

    def forget(self, key: Key) -> None:
        """Take note that nothing of a field is left to be stored."""
        self._refused.pop(key, None)
        self._unread.pop(key, None)
        self._tell()

    def _hear(self, sentence: str) -> None:
        self.trouble = sentence

    # -- waiting ----------------------------------------------------------------------------

    def wait(self, keeper: int, is_waiting: bool) -> None:
        """Take note whether somebody, by number, holds what is to be stored in a moment."""
        if is_waiting:
            self._waiting.add(keeper)
        else:
            self._waiting.discard(keeper)
        self._tell()

    def _tell(self) -> None:
        if self._refused:
            saving = Saving.REFUSED
        elif self._waiting:
            saving = Saving.WAITING
        else:
            saving = Saving.UNREAD if self.unread else Saving.DONE
        if saving is not self._saving:
            self._saving = saving
            self.changed.emit()

    # -- what is not understood -------------------------------------------------------------

    def note_unread(self, key: Key, text: str) -> None:
        """Take note of a text that a field does not understand; an empty one where it does."""
        if text.strip():
            self._unread[key] = text
        else:
            self._unread.pop(key, None)
        self._tell()

    @property
    def unread(self) -> tuple[str, ...]:
        """The texts that were typed and are not understood, so that nothing of them is stored.

        What was typed into a record that is gone comes back with it, and is not missed meanwhile.
        """
        return tuple(text for (record, _), text in self._unread.items() if record not in self._gone)

    def _follow(self, change: Change) -> None:
        for edit in change.edits:
            if edit.after is None:
                self._gone.add(edit.record.id)
            elif edit.before is None:
                self._gone.discard(edit.record.id)
        self._tell()

    # -- drafts -----------------------------------------------------------------------------

    def keep_draft(self, key: Key, draft: str) -> None:
        """Keep what was typed into a field for when its record is shown again."""
        self._drafts[key] = draft

    def take_draft(self, key: Key) -> str:
        """What was typed into a field and is not stored, once."""
        return self._drafts.pop(key, "")
