"""`Page`: what the inspector shows for one sort of selection."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import IconButton
from caseboard.inspector.controls.labels import CapsLabel, IconLabel, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.keeper import Keeper
from caseboard.theme import space
from casedb import Change


class Page(QWidget):
    """A column of parts about one subject; it stays and is shown other subjects."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("inspectorPage")
        self.desk = desk
        self.keeper = Keeper(desk, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space("m"), space("m"), space("m"), space("xl"))
        self.column.setSpacing(space("m"))
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


class Headline(QWidget):
    """The line above a title: an icon, what it is in small capitals, and a remark at its end."""

    def __init__(self, desk: Desk, icon: str, label: str, accent: str) -> None:
        super().__init__()
        self.icon = IconLabel(desk.look, icon, accent, 16)
        self.label = CapsLabel(label, accent)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.aside = PlainLabel("", "inspectorAside")
        self._desk = desk
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(space("xs"), 0, 0, 0)
        self.line.setSpacing(space("xs") + 2)
        self.line.addWidget(self.icon)
        self.line.addWidget(self.label, 1)
        self.line.addWidget(self.aside)

    def say(self, icon: str, label: str, accent: str) -> None:
        """Be the headline of another sort of thing."""
        self.icon.show_icon(icon, accent)
        self.label.setText(label)
        self.label.set_accent(accent)

    def add_button(self, icon: str, name: str) -> IconButton:
        """Add a small button at the end."""
        button = IconButton(self._desk.look, icon, name)
        self.line.addWidget(button)
        return button
