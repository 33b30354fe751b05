"""One word of a list, and several words of a list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.chips import ChipButton
from caseboard.inspector.controls.flow import FlowLayout
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.wording import one_line
from caseboard.plain_tips import give_tip
from casedb.model.fields import Choice, Choices
from casedb.model.values import Values
from casedb.words import say, term

NOT_SET = term("Not set")


class ChoiceEditor(Editor):
    """A list to choose one word from; a word of a newer list is kept and offered as it is."""

    merges = False

    def __init__(self, field: Choice, desk: Desk) -> None:
        super().__init__(field, desk)
        self._choice = field
        self.picker = Picker(desk.look, say(field.label), dash=True)
        self.name_control(self.picker)
        self.body.addWidget(self.picker)
        self.picker.offer("", say(NOT_SET))
        for option in field.options:
            self.picker.offer(option.value, option.shown, option.shown_meaning)
        self.picker.activated.connect(self.put)

    def anchor(self) -> QWidget:
        return self.picker

    def fix(self, read_only: bool) -> None:
        self.picker.setEnabled(not read_only)

    def present(self, values: Values) -> None:
        word = self._choice.read(values) or ""
        if not self.picker.choose(word):
            self.picker.offer(word, one_line(word), say("A word that this version does not know"))
            self.picker.choose(word)
        give_tip(self.picker, self._choice.option(word).shown_meaning or say(self._choice.help))

    def reply(self) -> Answer | None:
        return Answer(self._choice.write(self.picker.key()))


class ChoicesEditor(Editor):
    """Words to switch on and off; what is stored keeps its order, new words follow."""

    merges = False

    def __init__(self, field: Choices, desk: Desk) -> None:
        super().__init__(field, desk)
        self._choices = field
        self.chips: dict[str, ChipButton] = {}
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self.body.addWidget(self._holder)
        for option in field.options:
            self._add_chip(option.value, option.shown, option.shown_meaning)

    def _add_chip(self, word: str, label: str, meaning: str) -> None:
        chip = ChipButton(self.desk.look, label)
        give_tip(chip, meaning)
        chip.setAccessibleName(f"{say(self.field.label)}: {label}")
        chip.setAccessibleDescription(meaning)
        chip.clicked.connect(self.put)
        chip.setEnabled(not self.read_only)
        self.chips[word] = chip
        self._flow.addWidget(chip)

    def anchor(self) -> QWidget:
        return next(iter(self.chips.values()), self._holder)

    def fix(self, read_only: bool) -> None:
        for chip in self.chips.values():
            chip.setEnabled(not read_only)

    def present(self, values: Values) -> None:
        words = self._choices.read(values) or ()
        for word in words:
            if word not in self.chips:
                self._add_chip(word, one_line(word), say("A word that this version does not know"))
        for word, chip in self.chips.items():
            chip.setChecked(word in words)

    def reply(self) -> Answer | None:
        held = self._choices.read(self.values) or ()
        on = [word for word, chip in self.chips.items() if chip.isChecked()]
        kept = [word for word in held if word in on]
        return Answer(self._choices.write((*kept, *(word for word in on if word not in held))))
