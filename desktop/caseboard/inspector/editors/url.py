"""A web address: checked, and opened only after a click and a question."""

from __future__ import annotations

from caseboard.inspector.controls.buttons import IconButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.reading import Reading, ReadingEditor
from caseboard.inspector.outside import REFUSED_ADDRESS, is_openable
from casedb.model.fields import Url
from casedb.model.typed import NOT_STORED, NotUnderstood
from casedb.model.values import Values
from casedb.words import say


class UrlEditor(ReadingEditor):
    """A web address of http or https with a host."""

    def __init__(self, field: Url, desk: Desk) -> None:
        super().__init__(field, desk)
        self._url = field
        self.entry.setPlaceholderText(say(field.placeholder) or say(field.help) or "https://")
        name = say("Open {field} in the browser…", field=say(field.label))
        self.open_button = IconButton(desk.look, "url", name)
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        self.line.addWidget(self.open_button)

    def text_of(self, values: Values) -> str:
        return self._url.read(values) or ""

    def interpret(self, text: str) -> Reading:
        address = text.strip()
        if not is_openable(address):
            raise NotUnderstood(f"{say(REFUSED_ADDRESS)} {say(NOT_STORED)}")
        return Reading(self._url.write(address))

    def words_at_rest(self) -> str:
        text = self.entry.value()
        return "" if is_openable(text) else say("Kept as it is; it cannot be opened from here.")

    def comment(self, paused: bool) -> None:
        super().comment(paused)
        self.open_button.setVisible(self.is_readable and is_openable(self.entry.value().strip()))

    def _open(self) -> None:
        self.settled.emit()
        self.desk.outside.open_address(self.window(), self.entry.value().strip())
