"""Yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.picker import TickBox
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.measures import set_spacing
from casedb.model.fields import Flag
from casedb.model.values import Values
from casedb.words import say


class FlagEditor(Editor):
    """A box to tick, with what it means beside it."""

    merges = False

    def __init__(self, field: Flag, desk: Desk) -> None:
        super().__init__(field, desk)
        self._flag = field
        self.box = TickBox(desk.look, say(field.label))
        self.name_control(self.box)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        set_spacing(line, 2)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        if field.help:
            line.addWidget(PlainLabel(say(field.help), "inspectorBeside", wrap=True), 1)
        else:
            line.addStretch(1)
        self.body.addLayout(line)
        self.box.clicked.connect(self.put)

    def anchor(self) -> QWidget:
        return self.box

    def fix(self, read_only: bool) -> None:
        self.box.setEnabled(not read_only)

    def present(self, values: Values) -> None:
        self.box.setChecked(bool(self._flag.read(values)))

    def reply(self) -> Answer | None:
        return Answer(self._flag.write(self.box.isChecked()))
