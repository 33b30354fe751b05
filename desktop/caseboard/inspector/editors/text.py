"""Text, of one line or several, kept to the letter."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from caseboard.inspector.answer import Answer
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.entries import MOST_LINES, GrowingText, LineEntry
from caseboard.inspector.controls.exact_text import is_right_to_left
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.languages import runs_right_to_left
from caseboard.theme import even_font
from casedb.model.fields import Text
from casedb.model.values import Values
from casedb.model.visible_text import has_hidden, visible
from casedb.words import say

EMPTY = "–"
"""Stands where nothing is stored and nothing else invites to type."""

_TIMES = re.compile(r"(?<=[0-9])\s*[x×х]\s*(?=[0-9])")
"""The sign between two sides."""

AROUND = 40
"""Characters shown on either side of the first hidden one."""


def hidden_hint(text: str) -> str:
    """A sentence that shows hidden controls where they stand; nothing where there are none."""
    found = _hidden(text)
    return say("Hidden characters: {text}", text=found) if found else ""


@lru_cache(maxsize=64)
def _hidden(text: str) -> str:
    """What stands around the first hidden control of a text, with marks where they are."""
    if not has_hidden(text):
        return ""
    at = next((n for n, sign in enumerate(text) if has_hidden(sign)), 0)
    start, end = max(0, at - AROUND), at + AROUND
    shown = visible(text[start:end]).replace("\n", " ").replace("\r", " ")
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{shown}{after}"


class LineEditor(Editor):
    """A text of one line. `confirmed()` says that Return was pressed and all of it is stored."""

    confirmed = Signal()

    def __init__(self, field: Text, desk: Desk) -> None:
        super().__init__(field, desk)
        self._text = field
        self.entry = LineEntry()
        self.entry.setPlaceholderText(say(field.placeholder) or say(field.help) or EMPTY)
        self.name_control(self.entry)
        self.body.addWidget(self.entry)
        self.entry.textEdited.connect(self.touch)
        self.entry.returnPressed.connect(self.confirm)
        self.entry.stepped.connect(desk.stepped)

    def anchor(self) -> QWidget:
        return self.entry

    def confirm(self) -> bool:
        is_stored = super().confirm()
        if is_stored:
            self.confirmed.emit()
        return is_stored

    def fix(self, read_only: bool) -> None:
        self.entry.setReadOnly(read_only)

    def present(self, values: Values) -> None:
        self.entry.show_text(self._text.read(values) or "")

    def reply(self) -> Answer | None:
        return Answer(self._text.write(self.entry.value()))

    def comment(self, paused: bool) -> None:
        text = self.entry.value()
        hint = hidden_hint(text)
        if not hint and self._text.measured and paused and _lacks_unit(text):
            hint = say("Without a unit: mm, cm or m?")
        self.say(hint)

    def draft(self) -> str:
        return self.entry.value() if self._touched else ""

    def resume(self, draft: str) -> None:
        self.entry.show_text(draft)
        self._touched = True


def _lacks_unit(text: str) -> bool:
    """Whether a size is told in numbers alone."""
    plain = _TIMES.sub(" ", text)
    return any(sign.isdigit() for sign in plain) and not any(sign.isalpha() for sign in plain)


class ProseEditor(Editor):
    """A text of several lines, in a box that grows; verbatim text runs as its language does."""

    stacked = True

    def __init__(self, field: Text, desk: Desk, entry: GrowingText | None = None) -> None:
        super().__init__(field, desk)
        self._text = field
        self.entry = entry or GrowingText()
        if field.monospace:
            self.entry.setFont(even_font())
        self.entry.setPlaceholderText(
            say(field.placeholder) or say(field.help) or _invitation(field)
        )
        self.name_control(self.entry)
        self.body.addWidget(self.entry)
        self.more_button = TextButton("")
        self.more_button.clicked.connect(self._show_more)
        self.more_button.hide()
        self.body.addWidget(self.more_button)
        self.offers: dict[str, RowButton] = {}
        self._offer_sentences(field)
        self.entry.typed.connect(self.touch)
        self.entry.shortened.connect(partial(self.comment, paused=False))
        self.entry.confirmed.connect(self.confirm)
        self.entry.stepped.connect(desk.stepped)

    def anchor(self) -> QWidget:
        return self.entry

    def fix(self, read_only: bool) -> None:
        self.entry.setReadOnly(read_only)

    def start(self, values: Values, record_id: str = "") -> None:
        self.entry.want_all(is_wanted=False)
        super().start(values, record_id)

    def _show_more(self) -> None:
        self.entry.want_all(is_wanted=not self.entry.shows_more)
        self.comment(paused=False)

    def present(self, values: Values) -> None:
        text = self._text.read(values) or ""
        self.entry.set_direction(self._direction(values))
        self.entry.show_text(text)

    def depends_on(self, values: Values) -> bool:
        # The language of a wording stands in the field beside it.
        return self._text.verbatim and self._language(values) != self._language(self.values)

    def reply(self) -> Answer | None:
        return Answer(self._text.write(self.entry.value()))

    def comment(self, paused: bool) -> None:
        text = self.entry.value()
        shows_more = self.entry.shows_more
        self._offer_more(text, shows_more)
        self._show_offers(text)
        hint = hidden_hint(text)
        if not hint and shows_more and self.entry.is_cut and not self.has_focus:
            hint = say("These are the first {n} lines; all are shown while you edit.", n=MOST_LINES)
        self.say(hint)

    def _offer_more(self, text: str, shows_more: bool) -> None:
        if shows_more:
            command = say("Show less")
        else:
            command = say("Show all {n} character", "Show all {n} characters", n=len(text))
        self.more_button.setText(command)
        name = say("{field}: {command}", field=say(self.field.label), command=command)
        self.name_control(self.more_button, name)
        self.more_button.setVisible(shows_more or self.entry.is_cut)

    # -- sentences that are said often ------------------------------------------------------

    def _offer_sentences(self, field: Text) -> None:
        """A button for each sentence that is said often."""
        for sentence in field.suggested:
            shown = say(sentence)
            said = say("Add “{sentence}”", sentence=shown)
            button = RowButton(self.desk.look, RowFace(shown, (Mark("add", "ac"),)), said, lines=4)
            button.clicked.connect(partial(self.add_sentence, shown))
            self.body.addWidget(button)
            self.offers[shown] = button

    def add_sentence(self, sentence: str) -> None:
        """Put a sentence below what is there, and go there to change it."""
        text = self.entry.value().rstrip()
        self.entry.show_text(f"{text}\n{sentence}" if text else sentence)
        self.entry.moveCursor(QTextCursor.MoveOperation.End)
        self.entry.setFocus()
        self.put(apart=True)

    def _show_offers(self, text: str) -> None:
        for sentence, button in self.offers.items():
            button.setVisible(sentence not in text and not self.read_only and self.is_readable)

    def draft(self) -> str:
        return self.entry.value() if self._touched else ""

    def resume(self, draft: str) -> None:
        self.entry.show_text(draft)
        self._touched = True

    def _language(self, values: Values) -> str:
        return values.text(f"{self._text.name}_language")

    def _direction(self, values: Values) -> Qt.LayoutDirection:
        way = Qt.LayoutDirection
        language = self._language(values) if self._text.verbatim else ""
        if not language:
            right = is_right_to_left(self._text.read(values) or "")
            return way.RightToLeft if right else way.LayoutDirectionAuto
        return way.RightToLeft if runs_right_to_left(language) else way.LeftToRight


class HeadingEditor(ProseEditor):
    """A title: large, wrapped, without paragraphs; Return stores it and goes back to the board."""

    def __init__(self, field: Text, desk: Desk) -> None:
        super().__init__(
            field, desk, GrowingText("inspectorHeading", most_lines=6, paragraphs=False)
        )

    def confirm(self) -> bool:
        is_stored = super().confirm()
        if is_stored:
            self.desk.left.emit()
        return is_stored


def _invitation(field: Text) -> str:
    return say("Markdown") if field.markdown else say("Word for word") if field.verbatim else EMPTY
