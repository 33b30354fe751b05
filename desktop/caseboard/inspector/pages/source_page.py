"""The page of one source."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.form import Form
from caseboard.inspector.pages.page import Headline, Page, set_in
from caseboard.inspector.sections.assessments import AssessmentsSection
from caseboard.inspector.sections.history import HistorySection
from caseboard.inspector.sections.others import OthersSection
from caseboard.inspector.sections.uses import UsesSection
from caseboard.inspector.subjects import RecordSubject
from caseboard.measures import set_spacing
from caseboard.selection import Selected
from casedb import Change
from casedb.model.fields import Text
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.records import Assessment, Item, Source
from casedb.words import say, term


class SourcePage(Page):
    """Who a source is, how it is graded, and where it is used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self.headline = Headline(desk, "source", say("Source"), "tx2")
        self.title = HeadingEditor(
            Text("name", term("Name"), placeholder=term("Unnamed source")), desk
        )
        self.keeper.add(self.title)
        rest = tuple(field for field in SOURCE_FIELDS if field.name != "name")
        self.form = Form(rest, self.keeper, desk)
        self.others = OthersSection(desk)
        self.assessments = AssessmentsSection(desk, ("reliability",))
        self.uses = UsesSection(desk)
        self.history = HistorySection(desk)
        self.delete_button = TextButton(say("Delete source…"), "inspectorButton")
        self.delete_button.setToolTip(say("Takes it out of every item that names it"))
        self.delete_button.clicked.connect(self._delete)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        set_spacing(rows, "xs")
        rows.addWidget(self.headline)
        rows.addWidget(self.title)
        for part in (
            head,
            *self.form.sections,
            self.others,
            self.assessments,
            self.uses,
        ):
            self.column.addWidget(part)
        self.column.addLayout(set_in(self.delete_button))
        self.column.addWidget(self.history)
        self.delete_button.setHidden(desk.bridge.read_only)
        self.column.addStretch(1)

    def show_source(self, source_id: str) -> None:
        """Show a source."""
        source = self.desk.contents.sources[source_id]
        self._id = source_id
        self.keeper.bind(RecordSubject(Source, source_id))
        self.form.show_record(source.values)
        self.others.show_values(source.values, SOURCE_FIELDS)
        self.assessments.show_subject(source_id)
        self.uses.show_source(source_id)
        self.history.show_record(source_id)

    def refresh(self, change: Change) -> None:
        source = self.desk.contents.get(Source, self._id)
        if source is None:
            return
        changed = {type(edit.record) for edit in change.edits}
        if self._id in self.touched(change):
            self.keeper.refresh()
            self.others.show_values(source.values, SOURCE_FIELDS)
            self.history.refresh()
        self.keeper.notice(change)
        if changed & {Item, Source}:
            self.uses.show_source(self._id)
        if Assessment in changed:
            self.assessments.show_subject(self._id)

    def _delete(self) -> None:
        self.flush()
        self.desk.delete_wanted.emit(Selected(sources=frozenset({self._id})))
