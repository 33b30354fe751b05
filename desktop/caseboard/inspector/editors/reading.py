"""Entries whose text is read as something: a date, a number, an address, a language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.text import hidden_hint
from caseboard.measures import set_spacing
from casedb.model.fields import AnyField
from casedb.model.json_value import JsonValue
from casedb.model.typed import NotUnderstood
from casedb.model.values import Values
from casedb.words import say


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is understood as: what would be stored, and that in words."""

    stored: JsonValue
    words: str = ""


class ReadingEditor(Editor):
    """A line of text and, below it, how it is read; nothing is stored until it is understood."""

    def __init__(self, field: AnyField, desk: Desk, entry: LineEntry | None = None) -> None:
        super().__init__(field, desk)
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        set_spacing(self.line, 2)
        self.entry = entry or LineEntry()
        self.entry.setPlaceholderText(say(field.help))
        self.name_control(self.entry)
        self.line.addWidget(self.entry, 1)
        self.body.addLayout(self.line)
        self._shown = ""
        self.entry.textEdited.connect(self.touch)
        self.entry.returnPressed.connect(self.confirm)
        self.entry.stepped.connect(desk.stepped)

    # -- what the subclasses say ------------------------------------------------------------

    def text_of(self, values: Values) -> str:
        """The text that stands for the stored value. Raises Unreadable."""
        raise NotImplementedError

    def interpret(self, text: str) -> Reading:
        """What a text that is not blank means. Raises NotUnderstood."""
        raise NotImplementedError

    def words_at_rest(self) -> str:
        """What stands below the stored value while nobody edits it."""
        return ""

    # -- editing ----------------------------------------------------------------------------

    def anchor(self) -> QWidget:
        return self.entry

    def fix(self, read_only: bool) -> None:
        self.entry.setReadOnly(read_only)

    def present(self, values: Values) -> None:
        self._shown = self.text_of(values)
        self.entry.show_text(self._shown)

    def reply(self) -> Answer | None:
        text = self.entry.value()
        if text == self._shown:
            return Answer(self.stored)
        if not text.strip():
            return Answer(None)
        try:
            return Answer(self.interpret(text).stored)
        except NotUnderstood:
            return None

    def adopt(self) -> None:
        self._shown = self.entry.value()

    def comment(self, paused: bool) -> None:
        text = self.entry.value()
        if not text.strip():
            self.say("")
            return
        if text == self._shown and not self.has_focus:
            self.say(self.words_at_rest() or hidden_hint(text))
            return
        try:
            reading = self.interpret(text)
        except NotUnderstood as trouble:
            if text == self._shown:
                self.say(self.words_at_rest())
            elif paused:
                self.say(str(trouble), "warn")
            else:
                self.say("")
            return
        self.say(reading.words or hidden_hint(text))

    def draft(self) -> str:
        return self.entry.value() if self._touched else ""

    def resume(self, draft: str) -> None:
        self.entry.show_text(draft)
        self._touched = True
        self.comment(paused=True)
