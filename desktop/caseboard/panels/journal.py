"""`JournalPanel`: what was done in the case, by whom and when, and the head that vouches for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.elided_label import ElidedLabel
from caseboard.measures import set_margins, set_spacing
from caseboard.panels.empty_state import EmptyState
from caseboard.panels.journal_entry import EntryPane
from caseboard.panels.journal_filter import JournalFilter
from caseboard.panels.journal_model import JournalModel, short_hash
from caseboard.panels.journal_view import JournalView
from caseboard.plain_tips import give_tip
from caseboard.selection import Selection
from caseboard.theme import Theme
from caseboard.voices import announce
from casedb.entries import Entry
from casedb.words import say, term, written

LEAST_HEAD = 80
COPIED = 1600
"""Milliseconds for which the button shows that the head was copied."""

_PROMISE = term(
    "Tamper-evident from here on: keep this head somewhere else, and a change to any entry "
    "up to it will show."
)


class JournalPanel(QWidget):
    """The journal of one case: the present head with a button to copy it, then every entry, or those
    that are asked for, and one of them opened.

    `look_back_wanted(int)` asks for the board as of an entry, `restore_wanted(table, id, seq)` for a
    thing as it was after one; `left()` follows Escape where no entry is open.
    """

    look_back_wanted = Signal(int)
    restore_wanted = Signal(str, str, int)
    left = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        theme: Theme,
        parent: QWidget | None = None,
        selection: Selection | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("journalPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._theme = theme
        self.model = JournalModel(bridge, self)
        self.view = JournalView(self.model, theme, self)
        self.filter = JournalFilter(bridge, selection, theme, self)
        self.nothing = EmptyState(
            say("No such entries"), say("Nothing in the journal is what you ask for."), self
        )
        self.nothing.hide()
        self.entry = EntryPane(bridge, theme, self)
        self.head = ElidedLabel(LEAST_HEAD, self)
        self.head.setObjectName("journalHash")
        self.copy_button = QToolButton(self)
        self.copy_button.setObjectName("iconButton")
        self.copy_button.setToolTip(say("Copy the head"))
        self.copy_button.setAccessibleName(say("Copy the head of the journal"))
        self.copy_button.clicked.connect(self.copy_head)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED)
        self._copied.timeout.connect(self._show_button)
        self._build()
        self.setFocusProxy(self.view)
        bridge.changed.connect(self._show_head)
        bridge.veiled.connect(self._renew_entry)
        self.set_theme(theme)
        self._show_head()

    def _build(self) -> None:
        title = QLabel(say("Head of the journal"), self)
        title.setObjectName("panelHeading")
        self.promise = QLabel(say(_PROMISE), self)
        self.promise.setObjectName("journalPromise")
        self.promise.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setWordWrap(True)
        self.model.failed.connect(self.promise.setText)
        row = QHBoxLayout()
        set_spacing(row, "s")
        row.addWidget(self.head)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        box = QFrame(self)
        box.setObjectName("journalHead")
        inside = QVBoxLayout(box)
        set_margins(inside, "m")
        set_spacing(inside, "xs")
        inside.addWidget(title)
        inside.addLayout(row)
        inside.addWidget(self.promise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(box)
        layout.addWidget(self.filter)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.view, 3)
        layout.addWidget(self.entry, 4)
        self.filter.changed.connect(self._show_only)
        self.filter.failed.connect(self.promise.setText)
        self.view.opened.connect(self.open_entry)
        self.view.left.connect(self._leave_entry)
        self.entry.closed.connect(self._leave_entry)
        self.entry.look_back_wanted.connect(self.look_back_wanted)
        self.entry.restore_wanted.connect(self.restore_wanted)

    def open_entry(self, entry: Entry) -> None:
        """Show what an entry changed, below the list, which is then shorter and keeps the entry in sight."""
        self.entry.open(entry)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.view.scrollTo(self.view.currentIndex())

    def show_selected(self) -> None:
        """Show only the entries about what is selected, of whomever and whenever."""
        self.filter.ask_selected()

    def mark_entry(self, seq: int) -> None:
        """Mark an entry in the list, and show what it changed where that of another is shown."""
        if not self.isVisible():
            return
        index = self.model.row_of(seq)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            entry = self.model.entry(index)
            if entry is not None and self.entry.entry is not None:
                self.entry.open(entry)

    def _renew_entry(self) -> None:
        """Show anew what the open entry changed, without what is hidden now."""
        if self.entry.entry is not None:
            self.entry.open(self.entry.entry)

    def _leave_entry(self) -> None:
        if self.entry.entry is None:
            self.left.emit()
            return
        self.entry.shut()
        self.view.setFocus()

    def _show_only(self, numbers: list[int] | None) -> None:
        self.model.show_only(numbers)
        self.nothing.setVisible(numbers == [])
        self.view.setVisible(numbers != [])

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        self.filter.set_theme(theme)
        self.entry.set_theme(theme)
        self._show_button()

    def copy_head(self) -> None:
        """Put the head, number and whole hash, on the clipboard."""
        journal = self._bridge.case.journal
        QGuiApplication.clipboard().setText(f"#{journal.length} {journal.head}")
        self._copied.start()
        self._show_button()
        announce(self.copy_button, say("Head copied"))

    def _show_button(self) -> None:
        name, token = ("check", "ok") if self._copied.isActive() else ("copy", "tx2")
        self.copy_button.setIcon(look.icon(name, self._theme, token, 16))

    def _show_head(self) -> None:
        journal = self._bridge.case.journal
        self.head.setText(
            f"#{written(journal.length)}  {short_hash(journal.head)} … {journal.head[-4:]}"
        )
        self.head.setAccessibleName(
            say("Entry {number}, hash {hash}", number=str(journal.length), hash=journal.head)
        )
        give_tip(self.head, f"#{journal.length} {journal.head}")
