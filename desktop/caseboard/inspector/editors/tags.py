"""Free words as chips."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.chips import TagChip
from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.controls.flow import FlowLayout
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.text import hidden_hint
from caseboard.inspector.wording import lower_first, one_line
from caseboard.measures import set_least_width
from casedb.model.fields import Tags
from casedb.model.values import Values
from casedb.words import say


class TagEntry(LineEntry):
    """The entry for one more word; Backspace in an empty one goes to the last chip."""

    def __init__(self, editor: TagsEditor) -> None:
        super().__init__()
        self._editor = editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self._editor.go_to_last()
            return
        super().keyPressEvent(event)


class TagsEditor(Editor):
    """Words in the order given: Return adds what was typed, a chip's cross takes it off."""

    merges = False

    def __init__(self, field: Tags, desk: Desk) -> None:
        super().__init__(field, desk)
        self._tags = field
        self._words: list[str] = []
        self.chips: list[TagChip] = []
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self.body.addWidget(self._holder)
        self.entry = TagEntry(self)
        set_least_width(self.entry, 72)
        name = say(field.label)
        invitation = say("Add {field}", field=lower_first(name))
        self.entry.setPlaceholderText(say(field.help) or invitation)
        self.name_control(self.entry, say("Add to {field}", field=name))
        self.entry.returnPressed.connect(self.settled)
        self.entry.textEdited.connect(self._begin)
        self.entry.stepped.connect(desk.stepped)
        self._flow.addWidget(self.entry)

    def anchor(self) -> QWidget:
        return self.entry

    def fix(self, read_only: bool) -> None:
        self.entry.setVisible(not read_only)
        self._show_words(self._words, anew=True)

    def present(self, values: Values) -> None:
        self._show_words(list(self._tags.read(values) or ()))

    def reply(self) -> Answer | None:
        return Answer(self._tags.write(tuple(self._words)))

    def _begin(self) -> None:
        self.say(hidden_hint(self.entry.value()))

    def finish(self) -> None:
        """Add what was typed, each line a word."""
        if not self.entry.value() or self.read_only or not self.is_readable:
            return
        words = [each.strip() for each in self.entry.value().splitlines()]
        new = [each for each in dict.fromkeys(words) if each and each not in self._words]
        known = [each for each in words if each in self._words]
        self.entry.show_text("")
        self.say(
            say("“{word}” is there already.", word=one_line(known[0])) if known and not new else ""
        )
        if new:
            self._show_words([*self._words, *new])
            self._touched = True

    def pending(self) -> str:
        return self.entry.value()

    def drop_pending(self) -> None:
        self.entry.show_text("")
        self.say("")

    def go_to_last(self) -> None:
        """Give the last chip the focus."""
        if self.chips:
            self.chips[-1].setFocus(Qt.FocusReason.BacktabFocusReason)

    def _remove(self, word: str) -> None:
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_words([each for each in self._words if each != word])
        self.put()

    def _show_words(self, words: list[str], anew: bool = False) -> None:
        if words == self._words and not anew:
            return
        kept = [word for word in self._words if word in words]
        if anew or words[: len(kept)] != kept or len(set(words)) < len(words):
            kept = []
        for chip in [chip for chip in self.chips if chip.word not in kept]:
            self.chips.remove(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for word in words[len(kept) :]:
            chip = TagChip(self.desk.look, word, one_line(word), not self.read_only)
            chip.clicked.connect(partial(self._remove, word))
            self._flow.insert(len(self.chips), chip)
            self.chips.append(chip)
        self._words = words
