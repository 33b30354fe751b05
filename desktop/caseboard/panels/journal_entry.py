"""`EntryPane`: one entry of the journal opened: what it changed, before and after, field by field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.measures import set_margins, set_spacing
from caseboard.panels.wording import one_line
from caseboard.theme import Theme
from casedb import CaseError
from casedb.custody_log import lines_of_handling
from casedb.entries import Entry
from casedb.entry_titles import title_of_entry
from casedb.model.visible_text import visible
from casedb.story import Deed, FieldChange, RecordChange, changes_of
from casedb.words import say, written

MOST_RECORDS = 40
"""Records of one entry that are told of; of more, only how many there are."""
CUT = 160
"""Characters of a text that are shown before somebody wants all of it."""
RESTORABLE = frozenset(("item", "source", "link"))

_FIRST = ("item", "source", "link", "element", "artifact", "board", "frame", "attachment")


class EntryPane(QFrame):
    """What one entry did.

    `look_back_wanted(int)` asks for the board as of the entry, `restore_wanted(table, id, seq)` for a
    thing as it was after an entry; `closed()` follows Escape and the cross.
    """

    look_back_wanted = Signal(int)
    restore_wanted = Signal(str, str, int)
    closed = Signal()

    def __init__(self, bridge: CaseBridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journalEntry")
        self._bridge = bridge
        self._entry: Entry | None = None
        self.title = _label("panelHeading", self)
        self.cross = QToolButton(self)
        self.cross.setObjectName("iconButton")
        self.cross.setToolTip(say("Close (Esc)"))
        self.cross.setAccessibleName(say("Close the entry"))
        self.cross.clicked.connect(self.closed)
        self.board_button = QPushButton(say("Show the board as of this entry"), self)
        self.board_button.setObjectName("journalLook")
        self.board_button.clicked.connect(self._look_back)
        head = QHBoxLayout()
        set_spacing(head, "s")
        head.addWidget(self.title, 1)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setObjectName("journalChanges")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(say("What the entry changed"))
        layout = QVBoxLayout(self)
        set_margins(layout, "m", "s", "m", "s")
        set_spacing(layout, "s")
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.board_button)
        self.setFocusProxy(self.area)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.cross.setIcon(look.icon("close", theme, "tx2", 16))

    @property
    def entry(self) -> Entry | None:
        """The entry that is open."""
        return self._entry

    def open(self, entry: Entry) -> None:
        """Show what an entry changed."""
        self._entry = entry
        inside = QWidget(self.area)
        inside.setObjectName("journalChangesPage")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, "m")
        case = self._bridge.case
        title = one_line(title_of_entry(case.journal, case.contents, entry))
        self.title.setText(f"#{written(entry.seq)} {title}")
        try:
            told = changes_of(case.journal, case.contents, entry)
        except CaseError as trouble:
            told = []
            column.addWidget(_label("journalPromise", inside, str(trouble)))
        if entry.told is not None:
            for line in lines_of_handling(case.contents, entry.told):
                column.addWidget(_label("journalRecord", inside, visible(one_line(line))))
        told.sort(key=_rank)
        for change in told[:MOST_RECORDS]:
            column.addWidget(self._record(change, entry, inside))
        if len(told) > MOST_RECORDS:
            count = len(told) - MOST_RECORDS
            more = say("And {n} more record", "And {n} more records", n=count)
            column.addWidget(_label("journalPromise", inside, more))
        column.addStretch(1)
        self.area.setWidget(inside)
        self.show()

    def shut(self) -> None:
        """Show no entry."""
        self._entry = None
        self.hide()

    def _record(self, change: RecordChange, entry: Entry, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, "xs")
        column.addWidget(_label("journalRecord", box, one_line(change.sentence())))
        for field in change.fields:
            column.addWidget(FieldLine(field, box))
        if change.table in RESTORABLE and change.deed is not Deed.UNKNOWN:
            # Of what went, that is the state before.
            seq = entry.seq - (change.deed is Deed.WENT)
            button = QPushButton(say("Restore this state"), box)
            button.setAccessibleName(
                say("Restore this state of {name}", name=one_line(change.name) or change.sort)
            )
            button.setEnabled(not self._bridge.case.read_only and seq > 0)
            button.clicked.connect(partial(self.restore_wanted.emit, change.table, change.id, seq))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return box

    def _look_back(self) -> None:
        if self._entry is not None:
            self.look_back_wanted.emit(self._entry.seq)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FieldLine(QWidget):
    """One field: what it is called, what was there, and what is there since."""

    def __init__(self, change: FieldChange, parent: QWidget) -> None:
        super().__init__(parent)
        self._change = change
        column = QVBoxLayout(self)
        set_margins(column, "s", 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_label("journalField", self, change.label))
        self.before = _label("journalBefore", self)
        self.after = _label("journalAfter", self)
        for label in (self.before, self.after):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            column.addWidget(label)
        self.all_button = QPushButton(say("Show all of it"), self)
        self.all_button.setObjectName("journalMore")
        self.all_button.setCheckable(True)
        self.all_button.setAccessibleName(say("Show all of {field}", field=change.label))
        self.all_button.toggled.connect(self._show)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeading)
        is_long = max(len(change.before), len(change.after)) > CUT
        self.all_button.setVisible(is_long)
        self._show(is_whole=False)

    def _show(self, is_whole: bool) -> None:
        before, after = (
            visible(text if is_whole else _cut(text))
            for text in (self._change.before, self._change.after)
        )
        self.before.setText(say("Before: {text}", text=before))
        self.before.setVisible(bool(before))
        self.after.setText(say("After: {text}", text=after) if after else say("After: nothing"))
        self.after.setVisible(bool(after) or bool(before))
        self.all_button.setText(say("Show less") if is_whole else say("Show all of it"))


def _rank(change: RecordChange) -> int:
    """What an entry is about comes before what goes with it."""
    return _FIRST.index(change.table) if change.table in _FIRST else len(_FIRST)


def _cut(text: str) -> str:
    return text if len(text) <= CUT else f"{text[:CUT].rstrip()}…"


def _label(name: str, parent: QWidget, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
