"""`Editor`: one value of a record on the screen, from showing it to what is to be stored."""

from __future__ import annotations

import json
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayoutItem, QVBoxLayout, QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.labels import HintLine, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.wording import meaning
from caseboard.measures import set_spacing
from casedb import Change
from casedb.model.fields import AnyField, Unreadable
from casedb.model.json_value import JsonValue
from casedb.model.values import Values
from casedb.model.visible_text import visible
from casedb.words import say

MOST_RAW = 1_000
"""Characters of a value that is not understood that are shown."""


class Editor(QWidget):
    """The editor of one field; the subclasses are the field types.

    It never writes: `edited()` says that something was typed and may be stored after a pause,
    `settled()` that it is to be stored now; `answer` is what to store. A value that its field does
    not understand is shown as it is and cannot be edited.

    Escape takes back what is being typed and nothing else: the word that stands in an entry and was
    not taken, or the text since typing began. What was taken by Return, by leaving, by a click or a
    choice stays, and so does all that stands beside what is being typed.

    `merges` tells whether changes that follow each other are one step of undo, as typing is;
    `stacked` whether the label stands above it; `has_parts` whether it is made of editors, each of
    which takes back its own.
    """

    edited = Signal()
    settled = Signal()

    merges: ClassVar[bool] = True
    stacked: ClassVar[bool] = False
    has_parts: ClassVar[bool] = False

    def __init__(self, field: AnyField, desk: Desk) -> None:
        super().__init__()
        self.field = field
        self.desk = desk
        self.record_id = ""
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        set_spacing(self.body, 2)
        self._values = Values()
        self._touched = False
        self._apart = False
        self._inside = False
        self._typing = False
        self._given_back = False
        self._before: JsonValue = None
        self._hint: HintLine | None = None
        self._raw: PlainLabel | None = None
        self._read_only = False

    # -- what the subclasses say ------------------------------------------------------------

    def present(self, values: Values) -> None:
        """Show the stored value. Raises Unreadable where the field does not understand it."""
        raise NotImplementedError

    def reply(self) -> Answer | None:
        """What is on the screen, as it would be stored; None where it is not understood."""
        raise NotImplementedError

    def anchor(self) -> QWidget:
        """What takes the focus, and what the label belongs to."""
        raise NotImplementedError

    def fix(self, read_only: bool) -> None:
        """Allow changes or not."""

    def finish(self) -> None:
        """Take in what was begun, for instance a tag that was typed and not yet added."""

    def adopt(self) -> None:
        """Take note that what is on the screen is what is stored now."""

    def comment(self, paused: bool) -> None:
        """Say below how the value is read; what is not understood only after a pause."""

    def notice(self, change: Change) -> None:
        """Take note of a change of other records that this one shows."""

    def draft(self) -> str:
        """What was typed and could not be stored, to be kept while another record is shown."""
        return ""

    def resume(self, draft: str) -> None:
        """Bring back a draft."""

    def pending(self) -> str:
        """What stands in the entry of a list and was not taken into it yet."""
        return ""

    def drop_pending(self) -> None:
        """Empty the entry of a list."""

    def unread(self) -> str:
        """What was typed and is not understood, so that nothing of it is stored."""
        return self.draft() if self.answer() is None else ""

    # -- what the keeper does with it -------------------------------------------------------

    @property
    def stored(self) -> JsonValue:
        """The stored value that is shown."""
        return self._values.get(self.field.name)

    @property
    def values(self) -> Values:
        """The values of the record that is shown."""
        return self._values

    @property
    def is_readable(self) -> bool:
        """Whether the stored value is understood."""
        return self._raw is None or self._raw.isHidden()

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._read_only

    def start(self, values: Values, record_id: str = "") -> None:
        """Show another record: whatever was typed for the one before is forgotten."""
        self.record_id = record_id
        self._touched = self._typing = False
        self.show_values(values)

    def depends_on(self, values: Values) -> bool:
        """Whether it must be shown anew because another value of the record has changed."""
        return False

    def show_values(self, values: Values) -> None:
        """Show the values of a record; what was typed and says the same is left alone."""
        self._take_in(values)
        if not self._typing:
            self._before = self.stored

    def _take_in(self, values: Values) -> None:
        if self._touched:
            answer = self.answer()
            self._values = values
            if answer is not None and answer.stored == self.stored:
                self._touched = False
                self.adopt()
                self.comment(paused=False)
                return
        self._values = values
        self._touched = self._typing = False
        try:
            self.present(values)
        except Unreadable as trouble:
            self._show_raw(str(trouble))
            return
        if self._raw is not None and not self._raw.isHidden():
            self._raw.hide()
            self.say("")
            self._set_body_visible(True)
            self.present(values)
        self.comment(paused=False)

    def answer(self) -> Answer | None:
        """What to store; None where nothing was changed, or nothing that is understood."""
        return self.reply() if self._touched and self.is_readable else None

    def set_read_only(self, read_only: bool) -> None:
        """Allow changes or not; a value that is not understood is never to be changed."""
        self._read_only = read_only
        self.fix(read_only)

    def tidy(self) -> None:
        """Show the stored value afresh, where nothing else is waiting to be stored."""
        if not self._touched and self.is_readable:
            self.present(self._values)
            self.comment(paused=True)

    def take_step(self) -> bool:
        """Whether the change to be stored now belongs to the typing before it; asked once."""
        return not self.take_apart() and self.merges

    def take_apart(self) -> bool:
        """Whether the change to be stored now is to be a step of its own; asked once."""
        apart, self._apart = self._apart, False
        return apart

    # -- the user's hand --------------------------------------------------------------------

    def touch(self) -> None:
        """Take note of typing."""
        self._touched = self._typing = True
        self._given_back = False
        self.comment(paused=False)
        self.edited.emit()

    def put(self, *, apart: bool = False) -> None:
        """Take note of a change that is to be stored at once; `apart` as a step of its own."""
        self._touched, self._given_back = True, False
        self._apart = apart
        self.comment(paused=True)
        self.take()

    def enter(self) -> None:
        """The focus has come in."""
        self._inside, self._given_back = True, False
        self.rest()
        self.comment(paused=False)

    def confirm(self) -> bool:
        """Store what is on the screen, which Escape then leaves alone; whether it is stored."""
        self.comment(paused=True)
        return self.take()

    def take(self) -> bool:
        """Store what is on the screen; where that was done, Escape takes back nothing of it."""
        self.settled.emit()
        if not self._touched:
            self.rest()
        return not self._touched

    def rest(self) -> None:
        """Take what is stored now for what Escape goes back to."""
        self._typing = False
        self._before = self.stored

    def leave(self) -> None:
        """The focus has gone."""
        self._inside = False
        self.comment(paused=True)
        self.take()

    @property
    def has_focus(self) -> bool:
        """Whether the focus is within."""
        return self._inside

    def can_take_back(self) -> bool:
        """Whether something is being typed that Escape would take back."""
        if self.pending():
            return True
        if self.has_parts or self._read_only or self._given_back:
            return False
        return self._touched or (self._typing and self.stored != self._before)

    def take_back(self) -> bool:
        """Take back what is being typed; whether there was anything."""
        if not self.can_take_back():
            return False
        if self.pending():
            self.drop_pending()
            return True
        if self._typing and self.stored != self._before:
            before = self._before
            # All of it, also the last keys, so that undo brings back the whole.
            self.settled.emit()
            self._go_back(before)
            # Said only where there is a step that undo can take.
            self.desk.told.emit(
                say(
                    "{field}: what was typed is taken back. Undo brings it back.",
                    field=say(self.field.label),
                )
            )
        else:
            self._go_back(self._before)
        return True

    def _go_back(self, before: JsonValue) -> None:
        self._touched = False
        self._values = self._values.changed({self.field.name: before})
        self.present(self._values)
        # A step of its own, so that undo brings back what had been stored while it was typed.
        self.put(apart=True)
        self._typing = False
        # Even where the case did not take it: the next Escape leaves.
        self._given_back = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.take_back():
            return
        super().keyPressEvent(event)

    # -- below the value --------------------------------------------------------------------

    def say(self, text: str, tone: str = "quiet") -> None:
        """Show a sentence below the value; an empty one takes it away."""
        if self._hint is None:
            if not text:
                return
            self._hint = HintLine()
            self.body.addWidget(self._hint)
        self._hint.say(text, tone)

    @property
    def hint(self) -> str:
        """The sentence that is shown below the value."""
        return self._hint.text() if self._hint is not None else ""

    def name_control(self, control: QWidget, name: str = "") -> None:
        """Give a control the field's name and help for a screen reader."""
        control.setAccessibleName(name or say(self.field.label))
        control.setAccessibleDescription(meaning(self.field))

    def _show_raw(self, why: str) -> None:
        if self._raw is None:
            self._raw = PlainLabel("", "inspectorRaw", wrap=True)
            flags = Qt.TextInteractionFlag
            self._raw.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )
            self.name_control(self._raw)
            self.body.insertWidget(0, self._raw)
        self._set_body_visible(False)
        self._raw.setText(raw_text(self.stored))
        self._raw.show()
        self.say(why)

    def _set_body_visible(self, visible: bool) -> None:
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            for widget in _widgets_of(item) if item is not None else ():
                if widget not in (self._raw, self._hint):
                    widget.setVisible(visible)


def _widgets_of(item: QLayoutItem) -> list[QWidget]:
    """The widgets that a layout's item holds, also through layouts within it."""
    inner, widget = item.layout(), item.widget()
    if widget is not None:
        return [widget]
    if inner is None:
        return []
    items = (inner.itemAt(at) for at in range(inner.count()))
    return [each for one in items if one is not None for each in _widgets_of(one)]


def raw_text(value: JsonValue) -> str:
    """A stored value as it stands in the file, hidden controls shown, cut where it is long."""
    text = visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return text if len(text) <= MOST_RAW else f"{text[:MOST_RAW]}…"
