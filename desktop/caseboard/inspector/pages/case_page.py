"""The page for when nothing is selected: the case itself."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.bridge import CaseBridge
from caseboard.inspector.controls.buttons import Mark, RowButton, RowFace
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.form import Form
from caseboard.inspector.pages.page import Headline, Page
from caseboard.inspector.sections.history import HistorySection
from caseboard.inspector.sections.section import Section
from caseboard.inspector.subjects import RecordSubject
from caseboard.inspector.wording import counted
from caseboard.theme import space
from casedb import Change
from casedb.model.fields import Text
from casedb.model.forms import CASE_FIELDS
from casedb.model.kinds import KINDS, Kind
from casedb.model.records import Artifact, Board, CaseInfo, Item, Link, Record, Source

HINT = (
    "Double-click the board to add a card. Drop a picture, a file or a web address on it. "
    "Drag from the edge of a card to another to link them."
)


class Census(QObject):
    """How many records of each sort a case holds; counted once, then kept up with every change."""

    def __init__(self, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        contents = bridge.contents
        self._items = Counter(item.kind for item in contents.items.values())
        self._others = Counter[type[Record]](
            {each: len(contents.all(each)) for each in (Link, Source, Artifact, Board)}
        )
        bridge.changed.connect(self._follow)

    @property
    def kinds(self) -> set[str]:
        """The kinds of which there are items."""
        return {name for name, number in self._items.items() if number}

    def _follow(self, change: Change) -> None:
        for edit in change.edits:
            for record, step in ((edit.before, -1), (edit.after, 1)):
                if isinstance(record, Item):
                    self._items[record.kind] += step
                elif record is not None:
                    self._others[type(record)] += step

    def told(self) -> list[tuple[Mark, str]]:
        """The numbers in words: the items by kind, then everything else."""
        told = [
            (Mark(kind.icon, kind.accent), self._of_kind(kind))
            for name, kind in KINDS.items()
            if self._items[name]
        ]
        newer = sum(number for name, number in self._items.items() if name not in KINDS)
        if newer:
            words = counted(newer, "item of a newer version", "items of a newer version")
            told.append((Mark("unknown_kind", "note"), words))
        for of, icon, noun in (
            (Link, "link", "link"),
            (Source, "source", "source"),
            (Artifact, "file", "file"),
            (Board, "board", "board"),
        ):
            if self._others[of]:
                told.append((Mark(icon, "tx3"), counted(self._others[of], noun)))
        return told

    def _of_kind(self, kind: Kind) -> str:
        return counted(self._items[kind.name], kind.label.lower(), kind.plural.lower())


class Holdings(Section):
    """The numbers of a case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("In this case", desk)
        self.census = Census(desk.bridge, self)
        self._told: list[tuple[Mark, str]] = []
        self.labels: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def refresh(self) -> None:
        """Show the numbers as they are now."""
        told = self.census.told()
        if told == self._told:
            return
        self._told = told
        self.labels = [text for _, text in told]
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for mark, text in told:
            self._list.addWidget(NumberLine(self.desk, mark, text))


class NumberLine(RowButton):
    """One number; it only tells, so it takes neither the focus nor a press."""

    def __init__(self, desk: Desk, mark: Mark, text: str) -> None:
        super().__init__(desk.look, RowFace(text, (mark,)), text)
        self.setEnabled(False)


class CasePage(Page):
    """Title, question and notes of the case, what is in it, and how to begin."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.headline = Headline(desk, "board", "Case", "tx3")
        by_name = {field.name: field for field in CASE_FIELDS}
        title = by_name["title"]
        assert isinstance(title, Text)
        self.title = HeadingEditor(
            Text(title.name, title.label, placeholder=desk.bridge.case.path.stem), desk
        )
        self.keeper.add(self.title)
        rest = tuple(field for field in CASE_FIELDS if field.name != "title")
        self.form = Form(rest, self.keeper, desk)
        self.holdings = Holdings(desk)
        self.hint = PlainLabel(HINT, "inspectorNothing", wrap=True)
        self.history = HistorySection(desk)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space("xs"))
        rows.addWidget(self.headline)
        rows.addWidget(self.title)
        for part in (head, *self.form.sections, self.hint, self.holdings, self.history):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_case(self) -> None:
        """Show the case."""
        info = self.desk.contents.info
        self.keeper.bind(RecordSubject(CaseInfo, info.id))
        self.form.show_record(info.values)
        self._count()
        self.history.show_record(info.id)

    def refresh(self, change: Change) -> None:
        info = self.desk.contents.info
        if info.id in self.touched(change):
            self.keeper.refresh()
            self.history.refresh()
        self._count()

    def _count(self) -> None:
        contents = self.desk.contents
        self.hint.setVisible(not contents.items and not self.desk.bridge.read_only)
        self.holdings.setVisible(bool(contents.items or contents.sources or contents.links))
        self.holdings.refresh()
