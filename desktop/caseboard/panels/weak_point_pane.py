"""`WeakPointPane`: what the current weak point names, and the line for the reason to set it aside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.flow_layout import FlowLayout
from caseboard.measures import set_margins, set_spacing
from caseboard.panels.journal_model import local_time
from caseboard.panels.weak_point_rows import PointRow, called, short_name
from caseboard.panels.wording import one_line
from caseboard.plain_tips import give_tip
from casedb.analysis.weak_points import WeakPoint
from casedb.analysis.weak_points.dismissals import reason_of
from casedb.model.contents import Contents
from casedb.words import say

MOST = 8
"""So many of the named are buttons; of more, how many there are."""


class WeakPointPane(QFrame):
    """Below the list: buttons to go to what a weak point names, and to set it aside or ask it again.

    `went(str)` asks for an item; `dismissed(WeakPoint, str)` carries the reason, `reopened(WeakPoint)`
    what is to be asked again; `left()` follows Escape.
    """

    went = Signal(str)
    dismissed = Signal(object, str)
    reopened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journalEntry")
        self.row: PointRow | None = None
        self._can_change = False
        self.told = QLabel(self)
        self.told.setObjectName("journalAfter")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setMinimumWidth(1)
        self._named = QWidget(self)
        self.buttons: list[QPushButton] = []
        self.aside_button = QPushButton(say("Set aside…"), self)
        self.again_button = QPushButton(say("Ask again"), self)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(say("Why? Enter sets it aside"))
        self.reason.setAccessibleName(say("Reason for setting it aside"))
        self._column = QVBoxLayout(self)
        set_margins(self._column, "m", "s", "m", "s")
        set_spacing(self._column, "s")
        self._column.addWidget(self.told)
        self._column.addWidget(self._named)
        self._column.addWidget(self.reason)
        start = Qt.AlignmentFlag.AlignLeading
        self._column.addWidget(self.aside_button, 0, start)
        self._column.addWidget(self.again_button, 0, start)
        self.aside_button.clicked.connect(self.ask)
        self.again_button.clicked.connect(self._reopen)
        self.reason.returnPressed.connect(self._dismiss)
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether the reason is being written."""
        return not self.reason.isHidden()

    def show_row(self, contents: Contents, row: PointRow | None, *, can_change: bool) -> None:
        """Show another weak point, or that there is none."""
        if row == self.row and can_change == self._can_change:
            return
        is_other = row is None or self.row is None or row.key != self.row.key
        self.row, self._can_change = row, can_change
        if row is None:
            self.reason.hide()
            self.hide()
            return
        if is_other:
            self.reason.clear()
            self.reason.hide()
        self._fill(contents, row)
        dismissal = row.asked.dismissal
        self.told.setVisible(dismissal is not None)
        if dismissal is not None:
            at = local_time(dismissal.at, QDate.currentDate())
            who = one_line(dismissal.by) or say("No name given")
            why = one_line(reason_of(dismissal))
            self.told.setText(say("{who}, {time}: {reason}", who=who, time=at, reason=why))
        self.again_button.setVisible(dismissal is not None and can_change)
        self.aside_button.setVisible(dismissal is None and can_change and not self.is_asking)
        self.setVisible(can_change or bool(self.buttons) or dismissal is not None)

    def ask(self) -> None:
        """Ask for the reason, where nothing is set aside yet."""
        if self.row is None or self.row.asked.dismissal is not None or not self._can_change:
            return
        self.aside_button.hide()
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop_asking(self) -> None:
        """Let go of the reason."""
        self.reason.clear()
        self.reason.hide()
        self.aside_button.setVisible(self.row is not None and self.row.asked.dismissal is None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self.is_asking:
            self.stop_asking()
        self.left.emit()

    def _fill(self, contents: Contents, row: PointRow) -> None:
        self._column.removeWidget(self._named)
        self._named.hide()
        self._named.deleteLater()
        self._named = QWidget(self)
        policy = self._named.sizePolicy()
        policy.setHeightForWidth(True)
        self._named.setSizePolicy(policy)
        flow = FlowLayout(self._named, "xs")
        named = row.asked.point.others
        self.buttons = []
        for each in named[:MOST]:
            name, whole = short_name(contents, each), called(contents, each)
            if not name:
                continue
            shown = name if len(name) <= 24 else f"{name[:23].rstrip()}…"
            button = QPushButton(shown.replace("&", "&&"), self._named)
            button.setObjectName("journalMore")
            give_tip(button, whole)
            button.setAccessibleName(say("Go to {name}", name=whole))
            button.clicked.connect(partial(self.went.emit, each))
            flow.addWidget(button)
            self.buttons.append(button)
        if len(named) > MOST:
            more = QLabel(say("and {n} more", n=len(named) - MOST), self._named)
            more.setObjectName("journalPromise")
            flow.addWidget(more)
        self._column.insertWidget(1, self._named)
        self._named.setVisible(bool(self.buttons))

    def _dismiss(self) -> None:
        reason = self.reason.text().strip()
        if self.row is not None and reason:
            point: WeakPoint = self.row.asked.point
            self.dismissed.emit(point, reason)

    def _reopen(self) -> None:
        if self.row is not None:
            self.reopened.emit(self.row.asked.point)
