"""What a careful editor would ask of one item: each question with its reason, to be set aside for one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from caseboard.flow_layout import FlowLayout
from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import item_title, one_line
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.titles import shown_title
from casedb import Change
from casedb.analysis.weak_points import WeakPoint, check_named, weak_points_of
from casedb.analysis.weak_points.dismissals import dismissal_of, reason_of
from casedb.analysis.weak_points.keeping import Asked, is_hidden
from casedb.commands.dismissing import dismiss, reopen
from casedb.ids import utc_now
from casedb.model.contents import Contents
from casedb.model.records import (
    Artifact,
    Assessment,
    Attachment,
    Element,
    Item,
    Link,
    Scheme,
    Source,
)
from casedb.words import say

MOST_NAMED = 6
"""Items that a weak point names and that are buttons."""
_READ = frozenset({Item, Link, Element, Assessment, Source, Attachment, Artifact, Scheme})


def asked_of(contents: Contents, item_id: str) -> list[Asked]:
    """The weak points of an item, the gravest first, and at last those that are set aside; nothing that
    would tell of a grade that is hidden."""
    found = [
        Asked(each, dismissal_of(contents, each))
        for each in weak_points_of(contents, item_id)
        if not is_hidden(contents, each)
    ]
    return sorted(found, key=lambda each: each.dismissal is not None)


class PointLine(QWidget):
    """One weak point: its check, its sentence, and the ways to set it aside or to ask it again.

    `went(str)` asks for what it names, `dismissed(str)` carries the reason, `reopened()` asks it again.
    """

    went = Signal(str)
    dismissed = Signal(str)
    reopened = Signal()

    def __init__(self, contents: Contents, asked: Asked, *, can_change: bool) -> None:
        super().__init__()
        self.asked = asked
        check = check_named(asked.point.check)
        self.title = PlainLabel(
            check.shown if check is not None else "", "inspectorQuiet", wrap=True
        )
        self.sentence = PlainLabel(one_line(asked.point.sentence), "inspectorPlain", wrap=True)
        self.told = PlainLabel(_set_aside(asked.dismissal), "inspectorQuiet", wrap=True)
        self.reason = LineEntry()
        self.reason.setPlaceholderText(say("Why? Enter sets it aside"))
        self.reason.setAccessibleName(say("Reason for setting it aside"))
        is_aside = asked.dismissal is not None
        self.button = TextButton(say("Ask again") if is_aside else say("Set aside…"))
        self.button.setAccessibleName(
            say("{what}: {name}", what=self.button.text(), name=self.title.text())
        )
        if not can_change:
            self.button.hide()
        column = QVBoxLayout(self)
        set_margins(column, "xs", "xs", "xs", "xs")
        set_spacing(column, 1)
        for part in (self.title, self.sentence, self.told):
            column.addWidget(part)
        if not self.told.text():
            self.told.hide()
        ways = QWidget()
        flow = FlowLayout(ways, "xs")
        self.named: list[TextButton] = []
        for each in [each for each in asked.point.others if each in contents.items][:MOST_NAMED]:
            button = _way_to(contents, each)
            button.clicked.connect(partial(self.went.emit, each))
            flow.addWidget(button)
            self.named.append(button)
        flow.addWidget(self.button)
        column.addWidget(ways)
        column.addWidget(self.reason)
        self.reason.hide()
        self.button.clicked.connect(self.reopened if is_aside else self.ask)
        self.reason.returnPressed.connect(self._dismiss)

    def ask(self) -> None:
        """Ask for the reason."""
        self.button.hide()
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dismiss(self) -> None:
        reason = self.reason.value().strip()
        if reason:
            self.dismissed.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.reason.isHidden():
            self.reason.clear()
            self.reason.hide()
            self.button.show()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


def _way_to(contents: Contents, item_id: str) -> TextButton:
    item = contents.items[item_id]
    number, title = one_line(item.values.text("exhibit")), item_title(item, contents)
    button = TextButton((number or shown_title(title, 24)).replace("&", "&&"))
    button.setAccessibleName(say("Go to {name}", name=title))
    give_tip(button, title)
    return button


def _set_aside(dismissal: Assessment | None) -> str:
    if dismissal is None:
        return ""
    return say(
        "{who}, {time}: {reason}",
        who=one_line(dismissal.by) or say("No name given"),
        time=dismissal.at[:10],
        reason=one_line(reason_of(dismissal)),
    )


class WeakPointsSection(Section):
    """The weak points of an item; without any it is not there. What is hidden is not looked for: it is when
    it comes into sight."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Weak points"), desk)
        self._item = ""
        self._shown: list[Asked] | None = None
        self._is_stale = False
        self._is_open = False
        self.lines: list[PointLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.aside_button = TextButton("", "inspectorAdd")
        self.aside_button.clicked.connect(self._open_aside)
        self.column.addWidget(self.aside_button)
        desk.bridge.veiled.connect(self._look_again)
        self.hide()

    def show_item(self, item_id: str) -> None:
        """Show the weak points of an item."""
        if item_id != self._item:
            self._is_open = False
            self._drop()
        self._item = item_id
        self._look_again()

    def refresh(self, change: Change) -> None:
        """Take in a change from which weak points may follow."""
        if (
            self._item in change.restated
            or change.judged
            or any(type(edit.record) in _READ for edit in change.edits)
        ):
            self._look_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._look_again()

    def _look_again(self) -> None:
        page = self.parentWidget()
        self._is_stale = page is not None and not page.isVisible()
        contents = self.desk.contents
        if self._is_stale or self._item not in contents.items:
            # Hidden with its page, it is looked at when that is shown.
            self.setVisible(self._is_stale)
            return
        found = asked_of(contents, self._item)
        self.setVisible(bool(found))
        if found != self._shown:
            self._shown = found
            self._show(found)

    def _drop(self) -> None:
        self._shown = None
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []

    def _show(self, found: list[Asked]) -> None:
        written = {
            _key(line.asked): (line.reason.value(), line.reason.hasFocus())
            for line in self.lines
            if not line.reason.isHidden()
        }
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(each.isAncestorOf(focus) for each in self.lines)
        self._drop()
        self._shown = found
        can_change = not self.desk.bridge.read_only
        for asked in found:
            line = PointLine(self.desk.contents, asked, can_change=can_change)
            line.went.connect(self.desk.show_item)
            line.dismissed.connect(partial(self._dismiss, asked.point))
            line.reopened.connect(partial(self._reopen, asked.point))
            line.reason.stepped.connect(self.desk.stepped)
            self.lines.append(line)
            self._list.addWidget(line)
            line.setVisible(asked.dismissal is None or self._is_open)
        for line in self.lines:
            words, is_written_in = written.get(_key(line.asked), ("", False))
            if line.asked.dismissal is None and _key(line.asked) in written:
                line.ask()
                line.reason.show_text(words)
                had_focus = had_focus and not is_written_in
        order_focus(focusable(self))
        n = sum(each.dismissal is not None for each in found)
        self.say_aside(f"{len(found) - n}" if len(found) > n else "")
        self.aside_button.setText(say("Set aside ({n})", n=n))
        self.aside_button.setVisible(n > 0)
        if had_focus:
            self._give_focus()

    def _give_focus(self) -> None:
        """Give the keys of a line that is gone to the next that is there."""
        left = [each.button for each in self.lines if each.button.isVisibleTo(self)]
        target = next(iter(left), self.aside_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_aside(self) -> None:
        self._is_open = not self._is_open
        for line in self.lines:
            line.setVisible(line.asked.dismissal is None or self._is_open)

    def _dismiss(self, point: WeakPoint, reason: str) -> None:
        bridge = self.desk.bridge
        bridge.attempt(
            lambda: dismiss(
                bridge.contents,
                bridge.new_id,
                subject=point.subject,
                check=point.check,
                ground=point.ground,
                reason=reason,
                by=bridge.case.actor,
                at=utc_now(),
            )
        )

    def _reopen(self, point: WeakPoint) -> None:
        bridge = self.desk.bridge
        bridge.attempt(
            lambda: reopen(
                bridge.contents,
                bridge.new_id,
                subject=point.subject,
                check=point.check,
                ground=point.ground,
                by=bridge.case.actor,
                at=utc_now(),
            )
        )


def _key(asked: Asked) -> tuple[object, ...]:
    """What stays the same of a weak point while others come and go."""
    return (asked.point.check, asked.point.subject, asked.point.others)
