"""Which board a card stands for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.wording import one_line
from casedb import Change
from casedb.model.records import Board, Card
from casedb.model.reference_fields import BoardRef
from casedb.model.values import Values
from casedb.words import say


class BoardEditor(Editor):
    """A list of the boards of the case but those on which the card lies, as none stands on itself.

    One that is gone is kept until another is chosen.
    """

    merges = False

    def __init__(self, field: BoardRef, desk: Desk) -> None:
        super().__init__(field, desk)
        self._board = field
        self.picker = Picker(desk.look, say(field.label), dash=True)
        self.name_control(self.picker)
        self.body.addWidget(self.picker)
        self.picker.activated.connect(self.put)

    def anchor(self) -> QWidget:
        return self.picker

    def fix(self, read_only: bool) -> None:
        self.picker.setEnabled(not read_only)

    def present(self, values: Values) -> None:
        held = self._board.read(values) or ""
        self.picker.clear_offers()
        if not held:
            self.picker.offer("", say("Not set"))
        contents = self.desk.contents
        under = {card.board for card in contents.cards_of(self.record_id)} - {held}
        for board in contents.boards:
            if board.id in under:
                continue
            self.picker.offer(board.id, one_line(board.title) or say("Untitled board"))
        if not self.picker.choose(held):
            self.picker.offer(held, say("This board was deleted"))
            self.picker.choose(held)

    def comment(self, paused: bool) -> None:
        held = self.picker.key()
        if any(board.id == held for board in self.desk.contents.boards):
            self.say("")
        elif held:
            self.say(
                say("The card leads nowhere: its board is not in this case. Choose another one."),
                "warn",
            )
        else:
            self.say(say("The card leads nowhere yet. Choose its board."))

    def notice(self, change: Change) -> None:
        if any(isinstance(edit.record, Board | Card) for edit in change.edits):
            self.show_values(self.values)

    def reply(self) -> Answer | None:
        return Answer(self._board.write(self.picker.key()))
