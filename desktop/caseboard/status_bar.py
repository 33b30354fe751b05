"""The line at the foot of the window: counts, selection, what is saved, the journal's head."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QAccessibleWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from caseboard.bridge import CaseBridge
from caseboard.elided_label import ElidedLabel
from caseboard.inspector.backlog import Saving
from caseboard.measures import set_margins, set_spacing
from caseboard.restyling import restyle
from caseboard.selection import Selection
from caseboard.theme import space
from caseboard.voices import announce
from casedb.model.contents import Contents
from casedb.words import say

LEAST_HINT = 80


class StatusBar(QWidget):
    """What is going on, in a few quiet words. `all_wanted()` asks to show all of the board."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        # Else the style sheet's ground and the line above it are not painted.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Status"))
        row = QHBoxLayout(self)
        set_margins(row, "m", "xs", "m", "xs")
        set_spacing(row, "xl")
        self._counts = self._label("counts", row)
        self._selected = self._label("selected", row)
        self._sight = self._label("sight", row)
        self._all = QToolButton(self)
        self._all.setObjectName("statusButton")
        self._all.setText(say("Show all"))
        self._all.setAccessibleName(say("Show all of the board"))
        self._all.clicked.connect(self.all_wanted)
        row.addWidget(self._all)
        self._hint = ElidedLabel(LEAST_HINT, self)
        self._hint.setObjectName("hint")
        row.addWidget(self._hint)
        row.addStretch(1)
        self._saved = self._label("saved", row)
        self._head = self._label("head", row)
        self._head.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._offline = self._label("offline", row)
        self._offline.setText(say("offline"))
        self._offline.setToolTip(say("Caseboard never uses the network."))
        self.show_sight("")

    def _label(self, name: str, row: QHBoxLayout) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(label)
        return label

    def show_case(self, bridge: CaseBridge) -> None:
        """Say what the case holds and where its journal stands."""
        contents = bridge.contents
        items, links = len(contents.items), len(contents.links)
        told = (
            say("{n} item", "{n} items", n=items),
            say("{n} link", "{n} links", n=links),
        )
        self._counts.setText(" · ".join(told))
        journal = bridge.case.journal
        length = say("journal #{number}", number=journal.length)
        self._head.setText(f"{length} · {journal.head[:4]} {journal.head[4:8]}")
        self._head.setToolTip(
            say("Head of the journal: {head}", head=journal.head)
            + "\n"
            + say("Tamper-evident from here on, where this head is kept elsewhere.")
        )

    def show_past(self, contents: Contents, seq: int) -> None:
        """Say what the case held as of an entry of the journal."""
        items, links = len(contents.items), len(contents.links)
        told = (say("{n} item", "{n} items", n=items), say("{n} link", "{n} links", n=links))
        self._counts.setText(" · ".join(told))
        self._head.setText(say("as of journal #{number}", number=seq))

    def show_saved(self, bridge: CaseBridge, typed: Saving, *, is_sound: bool = True) -> None:
        """Say whether the file holds every change, and what was `typed` as well.

        `is_sound` is False where verifying has found something.
        """
        if bridge.case.losses:
            self._say_saved(say("Damaged, open for reading only"), "failed")
        elif bridge.read_only:
            self._say_saved(say("Open for reading only"), "readOnly")
        elif bridge.is_behind or typed is Saving.REFUSED:
            self._say_saved(say("The last change is not saved"), "failed")
        elif not is_sound:
            self._say_saved(say("Not sound: see Verify in the menu Case"), "failed")
        elif typed is Saving.WAITING:
            self._say_saved(say("Saving…"), "saved")
        elif typed is Saving.UNREAD:
            self._say_saved(say("Something typed is not understood"), "unread")
        else:
            self._say_saved(say("Every change saved"), "saved")

    def show_reading(self) -> None:
        """Say that a case is on its way."""
        self.clear()
        self._say_saved(say("Being read"), "readOnly")

    def show_selection(self, selection: Selection) -> None:
        """Say how much is selected."""
        number = len(selection.now)
        self._selected.setText(say("{n} selected", "{n} selected", n=number) if number else "")
        self._make_room()

    def show_sight(self, sentence: str) -> None:
        """Say what the board does not show as it lies there; nothing where it shows all."""
        self._sight.setText(sentence)
        for part in (self._sight, self._all):
            part.setVisible(bool(sentence))
        self._make_room()

    def make_interface(self) -> QAccessibleWidget:
        """What tells a screen reader of the line."""
        return QAccessibleWidget(self, QAccessible.Role.StatusBar)

    def _say_saved(self, sentence: str, state: str) -> None:
        self._saved.setText(sentence)
        before = self._saved.property("state")
        if before != state:
            if state != "saved" or before == "failed":
                announce(self._saved, sentence, is_urgent=state == "failed")
            self._saved.setProperty("state", state)
            restyle(self._saved)
        self._make_room()

    def refit(self) -> None:
        """Share the width at another scale."""
        self._make_room()

    def hint(self, sentence: str) -> None:
        """Say what the tool in hand does; nothing for nothing."""
        self._hint.show_text(sentence)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        # However much there is to say, the window may be made narrow.
        return QSize(0, super().minimumSizeHint().height())

    def _make_room(self) -> None:
        """Let what can wait give way where there is no room for all, the least important first; for
        a hint all of it gives way at once."""
        can_wait = (self._offline, self._head, self._selected, self._counts)
        shown = [*can_wait, self._sight, self._all, self._saved, self._hint]
        gap = space("xl")
        is_there = {each: bool(each.text()) for each in shown}
        is_there[self._all] = bool(self._sight.text())
        needed = {
            each: each.sizeHint().width() + 2 + gap if is_there[each] else 0 for each in shown
        }
        # The hint keeps its gap also while it says nothing.
        needed[self._hint] = needed[self._hint] or gap
        room = self.width() - 2 * space("m")
        has_hint = bool(self._hint.text()) and sum(needed.values()) > room
        for label in can_wait:
            is_tight = sum(needed[each] for each in shown) > room
            if is_tight or has_hint:
                shown.remove(label)
            label.setVisible(label in shown and is_there[label])

    def clear(self) -> None:
        """Say nothing: no case is open."""
        for label in (self._counts, self._selected, self._hint, self._saved, self._head):
            label.clear()
        self.show_sight("")
        self._make_room()
