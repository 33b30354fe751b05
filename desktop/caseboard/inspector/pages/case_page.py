"""The page for when nothing is selected: the case itself."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.first_steps import unnamed_sentence
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.form import Form
from caseboard.inspector.pages.page import Headline, Page
from caseboard.inspector.sections.history import LatestSection
from caseboard.inspector.sections.section import Section
from caseboard.inspector.subjects import RecordSubject
from caseboard.measures import set_margins, set_spacing
from casedb import Change
from casedb.model.fields import Text
from casedb.model.forms import CASE_FIELDS
from casedb.model.records import CaseInfo
from casedb.words import say, term

HINT = term(
    "Double-click the board to add a card. Drop a picture, a file or a web address on it. "
    "Drag from the edge of a card to another to link them."
)


class Holdings(Section):
    """The numbers of a case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("In this case"), desk)
        self._told: list[tuple[Mark, str]] = []
        self.labels: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def refresh(self) -> None:
        """Show the numbers as they are now."""
        told = self.desk.census.told()
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
        self.headline = Headline(desk, "board", say("Case"), "tx3")
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
        self.hint = PlainLabel(say(HINT), "inspectorNothing", wrap=True)
        self.latest = LatestSection(desk)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        set_spacing(rows, "xs")
        rows.addWidget(self.headline)
        rows.addWidget(self.title)
        self.unnamed = self._build_unnamed()
        for part in (
            head,
            self.unnamed,
            *self.form.sections,
            self.hint,
            self.holdings,
            self.latest,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _build_unnamed(self) -> QWidget:
        """What is said as long as nobody has given a name, with a button to do so."""
        part = QWidget()
        line = QHBoxLayout(part)
        set_margins(line, "xs", 0, 0, 0)
        set_spacing(line, "s")
        line.addWidget(PlainLabel(unnamed_sentence(), "inspectorQuiet", wrap=True), 1)
        self.name_button = TextButton(say("Set your name…"))
        self.name_button.setAccessibleDescription(unnamed_sentence())
        self.name_button.clicked.connect(self.desk.name_wanted)
        line.addWidget(self.name_button)
        part.hide()
        return part

    def show_unnamed(self, *, is_so: bool) -> None:
        """Say that nobody has given a name, or say it no more."""
        self.unnamed.setVisible(is_so and not self.desk.bridge.read_only)

    def show_case(self) -> None:
        """Show the case."""
        info = self.desk.contents.info
        self.keeper.bind(RecordSubject(CaseInfo, info.id))
        self.form.show_record(info.values)
        self._count()
        self.latest.refresh()

    def refresh(self, change: Change) -> None:
        info = self.desk.contents.info
        if info.id in self.touched(change):
            self.keeper.refresh()
        self.latest.refresh()
        self._count()

    def _count(self) -> None:
        contents = self.desk.contents
        self.hint.setVisible(not contents.items and not self.desk.bridge.read_only)
        self.holdings.setVisible(bool(contents.items or contents.sources or contents.links))
        self.holdings.refresh()
