"""`OriginForm`: which items are one origin, and the name of what they share."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.entries import LineEntry
from caseboard.inspector.controls.labels import HintLine, PlainLabel
from caseboard.inspector.controls.rows import TickRow
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.independence_rows import item_row
from caseboard.measures import set_margins, set_spacing
from casedb.commands.origins import GROUP, in_group, make_one_origin
from casedb.words import say

FIRST = 30
"""Items that are offered before one asks for more; those that are ticked come first."""


class OriginForm(QFrame):
    """Items to tick that are one origin, and the name of their group.

    Who is taken out of the ticked ones leaves the group of that name. `stored()` and `left()` say that it
    is done.
    """

    stored = Signal()
    left = Signal()

    def __init__(self, desk: Desk, items: tuple[str, ...], ticked: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("inspectorInset")
        self._desk = desk
        self.about = PlainLabel(
            say("What is ticked counts as one origin, whatever else is known of it."),
            "inspectorNothing",
            wrap=True,
        )
        self.rows: dict[str, TickRow] = {}
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(0)
        self._items = tuple(dict.fromkeys((*ticked, *items)))
        self._offer(self._items[: max(FIRST, len(ticked))], ticked)
        all_of_them = say("Show all {n}", "Show all {n}", n=len(self._items))
        self.all_button = TextButton(all_of_them, "inspectorAdd")
        self.all_button.clicked.connect(self.offer_all)
        self.name = LineEntry("originName")
        self.name.setPlaceholderText(say("Name of what they share"))
        self.name.setAccessibleName(say("Name of the origin group"))
        self.name.show_text(self._name_of(ticked))
        self.name.textEdited.connect(self._comment)
        self.name.stepped.connect(desk.stepped)
        self.hint = HintLine()
        self.store_button = TextButton(say("Store"), "inspectorButton")
        self.leave_button = TextButton(say("Cancel"), "inspectorButton")
        self.store_button.clicked.connect(self.store)
        self.leave_button.clicked.connect(self.left)
        column = QVBoxLayout(self)
        set_margins(column, "s", "s", "s", "s")
        set_spacing(column, "xs")
        column.addWidget(self.about)
        column.addLayout(self._ticks)
        for part in (self.all_button, self.name, self.hint):
            column.addWidget(part)
        self.all_button.setHidden(len(self.rows) == len(self._items))
        foot = QHBoxLayout()
        set_spacing(foot, "s")
        for part in (self.store_button, self.leave_button):
            foot.addWidget(part)
        foot.addStretch(1)
        column.addLayout(foot)
        self._comment()

    def _offer(self, items: tuple[str, ...], ticked: tuple[str, ...] = ()) -> None:
        for each in items:
            row = item_row(self._desk.contents, each, is_origin=True)
            tick = TickRow(self._desk.look, row.face, row.said)
            tick.setChecked(each in ticked)
            tick.toggled.connect(self._comment)
            self.rows[each] = tick
            self._ticks.addWidget(tick)

    def offer_all(self) -> None:
        """Offer the items that are not offered yet."""
        there = self._desk.contents.items
        more = tuple(each for each in self._items if each not in self.rows and each in there)
        self._offer(more)
        order_focus(focusable(self))
        for each in more:
            # At once: what is not shown yet takes no focus.
            self.rows[each].show()
        if more:
            self.rows[more[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.all_button.hide()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The items that are ticked and still there."""
        there = self._desk.contents.items
        return tuple(each for each, row in self.rows.items() if row.isChecked() and each in there)

    def start(self) -> None:
        """Go to the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def store(self) -> None:
        """Put what is ticked in the group, and take out of it what is not."""
        ticked, name = self.ticked, self.name.value().strip()
        if not ticked or not name:
            self._ask_for(self.name if ticked else None)
            return
        contents = self._desk.contents
        others = [each for each in self.rows if each in contents.items and each not in ticked]
        make = partial(make_one_origin, contents, ticked, name, others)
        if self._desk.bridge.attempt(make):
            self.stored.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.hasFocus():
            self.store()
        else:
            super().keyPressEvent(event)

    def _ask_for(self, missing: QWidget | None) -> None:
        if missing is None:
            self.hint.say(say("Tick at least one item."), "warn")
            return
        self.hint.say(say("Give the group a name."), "warn")
        missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_of(self, items: tuple[str, ...]) -> str:
        """The name of the group that some items are in, of the first that is in one."""
        held = (self._desk.contents.items[each].values.text(GROUP).strip() for each in items)
        return next(filter(None, held), "")

    def _comment(self, *_: object) -> None:
        """Say who else is in a group of this name."""
        contents, name = self._desk.contents, self.name.value().strip()
        others = [
            each
            for each in (contents.items if name else ())
            if each not in self.rows and in_group(contents, each, name)
        ]
        told = say(
            "{n} other item of the case is in this group.",
            "{n} other items of the case are in this group.",
            n=len(others),
        )
        self.hint.say(told if others else "")
