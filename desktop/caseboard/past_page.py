"""`PastPage`: what was known of one thing as of an entry of the journal."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from caseboard import theme as look
from caseboard.measures import set_margins, set_spacing
from casedb.model.contents import Contents
from casedb.model.records import Item, Link, Source
from casedb.model.visible_text import visible
from casedb.story import RecordChange, as_it_is, parts_as_they_are
from casedb.words import say

_NAMING = ("journalField", "panelHeading")

MOST = 200
"""Lines on what belonged to a thing; what is beyond them is counted."""


class PastPage(QScrollArea):
    """Shows one item, link or source of a case as it was, to be read and copied, or what to do for that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pastPage")
        self.setAccessibleName(say("As it was"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_record(self, contents: Contents, record: Item | Link | Source | None) -> None:
        """Show what the case held of a thing then; without one, how much there was."""
        inside = QWidget()
        inside.setObjectName("pastPageInside")
        column = QVBoxLayout(inside)
        set_margins(column, "l")
        set_spacing(column, 2)
        is_named = False
        lines = _summary(contents) if record is None else _lines(contents, record)
        for name, text in lines:
            if column.count() and not is_named:
                column.addSpacing(look.space("s"))
            # What a field is called stands close above what it says.
            is_named = name in _NAMING
            label = QLabel(visible(text), inside)
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(label)
        column.addStretch(1)
        self.setWidget(inside)

    @property
    def text(self) -> str:
        """All that it says."""
        inside = self.widget()
        labels = inside.findChildren(QLabel) if inside is not None else []
        return "\n".join(each.text() for each in labels)


def _summary(contents: Contents) -> Iterator[tuple[str, str]]:
    yield "panelHeading", say("As it was")
    items, links = len(contents.items), len(contents.links)
    counts = (say("{n} item", "{n} items", n=items), say("{n} link", "{n} links", n=links))
    yield "journalAfter", " · ".join(counts)
    yield "journalPromise", say("Select a card to read what was known of it then.")


def _lines(contents: Contents, record: Item | Link | Source) -> Iterator[tuple[str, str]]:
    told = as_it_is(contents, record)
    yield "panelHeading", say("{sort} as it was", sort=told.sort)
    yield "pastTitle", told.name or say("Untitled")
    for each in told.fields:
        if each.after and each.after != told.name:
            yield "journalField", each.label
            yield "journalAfter", each.after
    parts = parts_as_they_are(contents, record.id)
    if parts:
        yield "panelHeading", say("What belonged to it")
    for part in parts[:MOST]:
        yield "journalAfter", _line(part)
    if len(parts) > MOST:
        more = len(parts) - MOST
        yield "journalPromise", say("And {n} more record", "And {n} more records", n=more)


def _line(part: RecordChange) -> str:
    words = [part.name, *(each.after for each in part.fields if part.table == "assessment")]
    named = ", ".join(dict.fromkeys(filter(None, words)))
    return f"{part.sort}: {named}" if named else part.sort
