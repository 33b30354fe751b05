"""One step of a scale, chosen among all of them as they follow one another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.steps import Reach, StepButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.wording import one_line
from caseboard.plain_tips import give_tip
from casedb.model.fields import Ladder
from casedb.model.options import Option
from casedb.model.values import Values
from casedb.words import say


class LadderEditor(Editor):
    """The steps one below the other, what stands apart before them; the meaning of the chosen one below.

    Arrow keys go from step to step, Delete chooses none.
    """

    merges = False
    stacked = True

    def __init__(self, field: Ladder, desk: Desk) -> None:
        super().__init__(field, desk)
        self._ladder = field
        self.steps: dict[str, StepButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._choose)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.clear_button = TextButton(say("Clear"), "inspectorAdd")
        self.clear_button.setToolTip(say("Choose none of them"))
        self.clear_button.clicked.connect(self.clear)
        self.body.addWidget(self.clear_button)
        on_line = [each for each in field.options if each.value not in field.apart]
        for option in field.options:
            self._add(option, on_line)
        self.name_control(
            self.clear_button,
            say("{field}: {command}", field=say(field.label), command=say("Clear")),
        )

    def _add(self, option: Option, on_line: list[Option]) -> None:
        place = on_line.index(option) if option in on_line else None
        last = len(on_line) - 1
        reach = Reach.BETWEEN
        if place is None:
            reach = Reach.APART
        elif place in (0, last):
            reach = Reach.FIRST if place == 0 else Reach.LAST
        token = "dis" if option.value == self._ladder.against else "ac"
        label = option.shown if option in self._ladder.options else one_line(option.value)
        step = StepButton(self.desk.look, label, reach, token)
        meaning = option.shown_meaning
        if option not in self._ladder.options:
            meaning = say("A word that this version does not know")
        give_tip(step, f"{label}: {meaning}" if meaning else label)
        step.setAccessibleName(f"{say(self.field.label)}: {label}")
        step.setEnabled(not self.read_only)
        self._group.addButton(step)
        self.steps[option.value] = step
        self._column.addWidget(step)

    def anchor(self) -> QWidget:
        return next((each for each in self.steps.values() if each.isChecked()), self._first)

    @property
    def _first(self) -> QWidget:
        return next(iter(self.steps.values()))

    @property
    def chosen(self) -> str:
        """The word that is chosen; empty for none."""
        return next((word for word, step in self.steps.items() if step.isChecked()), "")

    def fix(self, read_only: bool) -> None:
        for step in self.steps.values():
            step.setEnabled(not read_only)
        self.clear_button.setVisible(bool(self.chosen) and not read_only)

    def present(self, values: Values) -> None:
        word = self._ladder.read(values) or ""
        if word and word not in self.steps:
            self._add(Option(word, word), [])
        self._show(word)

    def _show(self, word: str) -> None:
        self._group.setExclusive(False)
        for each, step in self.steps.items():
            step.setChecked(each == word)
        self._group.setExclusive(True)
        on_line = [each for each, step in self.steps.items() if not step.stands_apart]
        reached = on_line[: on_line.index(word) + 1] if word in on_line else []
        for each, step in self.steps.items():
            step.reach(each in reached)
            # Tab comes to the chosen step, or to the first.
            is_stop = each == word or (not word and step is self._first)
            step.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self.clear_button.setVisible(bool(word) and not self.read_only)

    def comment(self, paused: bool) -> None:
        option = self._ladder.option(self.chosen)
        known = option in self._ladder.options
        if self.is_readable:
            self.say(f"{option.shown}: {option.shown_meaning}." if known else "")
            self.clear_button.setVisible(bool(self.chosen) and not self.read_only)

    def reply(self) -> Answer | None:
        return Answer(self._ladder.write(self.chosen))

    def _choose(self) -> None:
        self._show(self.chosen)
        self.put()

    def clear(self) -> None:
        """Choose none."""
        if self.chosen and not self.read_only:
            first = self._first
            self._show("")
            first.setFocus()
            self.put()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)
