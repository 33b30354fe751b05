"""`Page`: what the inspector shows for one sort of selection."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.labels import CapsLabel, IconLabel, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.keeper import Keeper
from caseboard.measures import set_margins, set_spacing
from caseboard.scale import px
from casedb import Change


class Page(QWidget):
    """A column of parts about one subject; it stays and is shown other subjects."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("inspectorPage")
        self.desk = desk
        self.keeper = Keeper(desk, self)
        self.column = QVBoxLayout(self)
        set_margins(self.column, "m", "m", "m", "xl")
        set_spacing(self.column, "m")
        # What is above the stretch keeps its height.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        # However long a word is, the page is as wide as the panel.
        return QSize(0, super().minimumSizeHint().height())

    def refresh(self, change: Change) -> None:
        """Take in a change of the case, in place."""
        raise NotImplementedError

    def flush(self) -> None:
        """Store what was typed and is understood."""
        self.keeper.flush()

    def retheme(self) -> None:
        """Renew what does not ask for its colours at every painting."""

    def is_about(self, subject_id: str) -> bool:
        """Whether it is showing that record."""
        subject = self.keeper.subject
        return subject is not None and subject.id == subject_id

    def editor(self, name: str) -> Editor | None:
        """The editor of a field, where it has been made."""
        return self.keeper.editor(name)

    def touched(self, change: Change) -> set[str]:
        """The ids of the records that a change is about."""
        return {edit.record.id for edit in change.edits}


def set_in(control: QWidget) -> QHBoxLayout:
    """A boxed control, moved in so that its edge stands where the text of the page does."""
    row = QHBoxLayout()
    set_margins(row, "xs", 0, 0, 0)
    row.addWidget(control, 1)
    row.addStretch(0)
    return row


class Headline(QWidget):
    """The line above a title: an icon, what it is in small capitals, and a remark at its end."""

    def __init__(self, desk: Desk, icon: str, label: str, accent: str) -> None:
        super().__init__()
        self.icon = IconLabel(desk.look, icon, accent, 16)
        self.label = CapsLabel(label, accent)
        self.number = CapsLabel("", accent)
        self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.aside = PlainLabel("", "inspectorAside")
        self.aside_button = TextButton("", "inspectorGo")
        self.aside_button.hide()
        self._aside = ("", "")
        for shown in (self.aside, self.aside_button):
            shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._desk = desk
        rows = QVBoxLayout(self)
        set_margins(rows, "xs", 0, 0, 0)
        rows.setSpacing(0)
        self.line, self._below = QHBoxLayout(), QHBoxLayout()
        for each in (self.line, self._below):
            set_spacing(each, 6)
            rows.addLayout(each)
        self._below.addStretch(1)
        self.line.addWidget(self.icon)
        self.line.addWidget(self.label)
        self.line.addStretch(1)
        self._is_narrow: bool | None = None
        self._number = ""
        self._arrange(is_narrow=False)

    def _arrange(self, is_narrow: bool) -> None:
        """Set all in one line, or the number and the remark below where there is little room."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.say_number(self._number)
        for at, shown in enumerate((self.number, self.aside, self.aside_button)):
            (self.line if is_narrow else self._below).removeWidget(shown)
            if is_narrow:
                self._below.insertWidget(at, shown)
            else:
                self.line.insertWidget(at + 2 + (at > 0), shown)

    def say(self, icon: str, label: str, accent: str) -> None:
        """Be the headline of another sort of thing."""
        self.icon.show_icon(icon, accent)
        self.label.setText(label)
        self.label.set_accent(accent)
        self.number.set_accent(accent)

    def say_number(self, number: str) -> None:
        """Show the number of what it is, where it has one."""
        self._number = number
        self.number.setText(f"· {number}" if number and not self._is_narrow else number)

    def say_aside(self, text: str, short: str, does: str) -> None:
        """Show a remark, the short form where there is little room.

        Where pressing it `does` something, it is a button.
        """
        self._aside = (text, short)
        self.aside.setVisible(not does)
        self.aside_button.setAccessibleName(f"{does}, {text}")
        self.aside_button.setVisible(bool(does))
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, wide: int) -> None:
        text, short = self._aside
        metrics = self.aside.fontMetrics()
        # What one line would take, however many there are now: else they would change for ever.
        number = self.number.fontMetrics().horizontalAdvance(f"· {self._number}")
        taken = self.label.sizeHint().width() + (number if self._number else 0)
        taken += self.icon.width() + px(IconButton.SIDE) + 6 * self.line.spacing()
        self._arrange(is_narrow=taken + metrics.horizontalAdvance(short) > wide)
        fits = self._is_narrow or taken + metrics.horizontalAdvance(text) <= wide
        for shown in (self.aside, self.aside_button):
            shown.setText(text if fits else short)

    def add_button(self, icon: str, name: str) -> IconButton:
        """Add a small button at the end."""
        button = IconButton(self._desk.look, icon, name)
        self.line.addWidget(button)
        return button
