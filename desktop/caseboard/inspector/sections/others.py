"""Values that no field of this version declares: kept, and shown as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import raw_text
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import one_line
from casedb.model.fields import AnyField
from casedb.model.json_value import JsonValue
from casedb.model.values import Values
from casedb.words import say

MOST = 30


class OthersSection(Section):
    """What a record holds besides its declared fields, read-only; without any it is not there."""

    def __init__(self, desk: Desk, title: str = "") -> None:
        super().__init__(title or say("Also stored"), desk)
        self._shown: list[tuple[str, JsonValue]] = []
        self.labels: list[PlainLabel] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def show_values(self, values: Values, fields: tuple[AnyField, ...]) -> None:
        """Show the values whose names no field bears."""
        known = {field.name for field in fields}
        found = [(name, value) for name, value in values.items() if name not in known][:MOST]
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for label in self.labels:
            self._list.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.labels = []
        for name, value in found:
            label = PlainLabel(f"{one_line(name)}: {raw_text(value)}", "inspectorRaw", wrap=True)
            self._list.addWidget(label)
            self.labels.append(label)
