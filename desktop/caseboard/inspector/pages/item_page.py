"""The page of one item of a kind."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caseboard.inspector.controls.labels import Pill, PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.text import HeadingEditor
from caseboard.inspector.form import Form
from caseboard.inspector.pages.page import Headline, Page
from caseboard.inspector.sections.assessments import AssessmentsSection
from caseboard.inspector.sections.echoes import EchoesSection
from caseboard.inspector.sections.elements import ElementsSection
from caseboard.inspector.sections.files import FilesSection
from caseboard.inspector.sections.history import HistorySection
from caseboard.inspector.sections.independence import IndependenceSection
from caseboard.inspector.sections.item_uses import ItemUsesSection
from caseboard.inspector.sections.links import EvidenceSection, LinksSection, split_rows
from caseboard.inspector.sections.others import OthersSection
from caseboard.inspector.sections.proposed import ProposedSection
from caseboard.inspector.sections.sun import SunSection
from caseboard.inspector.sections.thread import ThreadSection
from caseboard.inspector.sections.verdict import VerdictSection
from caseboard.inspector.sections.weak_points import WeakPointsSection
from caseboard.inspector.subjects import RecordSubject
from caseboard.inspector.wording import boards_of, one_line
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.selection import Selected
from casedb import Change
from casedb.model.assessments import marked
from casedb.model.card_face import face, support
from casedb.model.fields import Text
from casedb.model.kinds import is_known, kind_of
from casedb.model.records import (
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Board,
    Card,
    Element,
    Item,
    Link,
    Scheme,
    Source,
)
from casedb.words import say

_UNGRADED = ("note", "board_card")
"""Kinds that nobody grades: our own thoughts, and ways to a board."""
_LINKED = (Link, Item, Element, Assessment, Source)


class ItemPage(Page):
    """Everything about an item: title, form, elements, evidence, links, files, judgements, history.

    It is made once for a kind and shows one item of it after the other.
    """

    def __init__(self, desk: Desk, kind_name: str) -> None:
        super().__init__(desk)
        self.kind = kind_of(kind_name)
        self._id = ""
        self._is_known = is_known(kind_name)
        self.headline = Headline(desk, self.kind.icon, say(self.kind.label), self.kind.accent)
        self.headline.aside_button.clicked.connect(self._go)
        self.more_button = self.headline.add_button("more", say("More about this item"))
        self.more_button.clicked.connect(self._ask)
        self.chip, self.grade = Pill(desk.look), Pill(desk.look, filled=True)
        self.note = PlainLabel(
            say("This kind belongs to a newer version: it is kept as it is and shown read-only."),
            "inspectorNothing",
            wrap=True,
        )
        self.title = HeadingEditor(self._title_field(), desk)
        self.keeper.add(self.title)
        fields = tuple(each for each in self.kind.fields if each.name != "title")
        self.form = Form(fields, self.keeper, desk, uncounted=frozenset({"exhibit"}))
        self.elements = ElementsSection(desk) if kind_name == "claim" else None
        self.evidence = EvidenceSection(desk) if kind_name == "claim" else None
        self.independence = IndependenceSection(desk) if kind_name == "claim" else None
        self.verdict = VerdictSection(desk) if kind_name == "claim" else None
        self.sun = SunSection(desk) if kind_name == "satellite_image" else None
        self.chain = ThreadSection(desk) if kind_name == "official_statement" else None
        self.weak_points = WeakPointsSection(desk)
        self.links = LinksSection(desk)
        self.echoes = EchoesSection(desk) if self.kind.is_evidence else None
        self.files = FilesSection(desk)
        self.proposed = ProposedSection(desk)
        self.others = OthersSection(desk)
        self.assessments = AssessmentsSection(desk, _sorts(kind_name))
        self.assessments.hid.connect(self._show_grade)
        if self.verdict is not None:
            self.assessments.hid.connect(self._show_verdict)
        self.uses = ItemUsesSection(desk)
        self.history = HistorySection(desk)
        self._build()

    def _title_field(self) -> Text:
        field = self.kind.field("title")
        assert isinstance(field, Text)
        placeholder = say(field.placeholder) or say(
            "Untitled {kind}", kind=say(self.kind.label).lower()
        )
        return Text(field.name, field.label, help=field.help, placeholder=placeholder)

    def _build(self) -> None:
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        set_spacing(rows, "xs")
        rows.addWidget(self.headline)
        rows.addWidget(self.title)
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        set_margins(chips, "xs", 0, 0, 0)
        set_spacing(chips, "s")
        chips.addWidget(self.chip)
        chips.addWidget(self.grade)
        chips.addStretch(1)
        rows.addWidget(self._chips)
        rows.addWidget(self.note)
        self.note.setHidden(self._is_known)
        first, *rest = self.form.sections
        parts = [
            head,
            first,
            self.elements,
            self.evidence,
            self.independence,
            self.verdict,
            self.sun,
            self.chain,
            self.links,
            self.echoes,
            self.files,
            self.proposed,
            *rest,
            self.others,
            self.assessments,
            self.weak_points,
            self.uses,
            self.history,
        ]
        for part in parts:
            if part is not None:
                self.column.addWidget(part)
        self.column.addStretch(1)

    # -- showing ----------------------------------------------------------------------------

    def show_item(self, item_id: str) -> None:
        """Show an item of the page's kind."""
        item = self.desk.contents.items[item_id]
        self.flush()
        self._id = item_id
        self.keeper.bind(RecordSubject(Item, item_id), read_only=not self._is_known)
        self.form.show_record(item.values)
        if self.elements is not None:
            self.elements.show_claim(item_id)
        if self.sun is not None:
            self.sun.show_values(item.values)
        if self.chain is not None:
            self.chain.show_item(item_id)
        self._show_head(item)
        self._show_links(item, anew=True)
        if self.echoes is not None:
            self.echoes.show_item(item_id)
        if self.independence is not None:
            self.independence.show_claim(item_id)
        if self.verdict is not None:
            self.verdict.show_claim(item_id)
        self.weak_points.show_item(item_id)
        self.files.show_item(item_id)
        self.proposed.show_item(item_id)
        self.others.show_values(item.values, self.kind.fields)
        self.assessments.show_subject(item_id)
        self.uses.show_item(item_id)
        self.history.show_record(item_id)

    def refresh(self, change: Change) -> None:
        item = self.desk.contents.get(Item, self._id)
        if item is None:
            return
        changed = {type(edit.record) for edit in change.edits}
        if self._id in self.touched(change):
            self.keeper.refresh()
            self.form.count(item.values)
            self.others.show_values(item.values, self.kind.fields)
            if self.sun is not None:
                self.sun.show_values(item.values)
            self.history.refresh()
        self.keeper.notice(change)
        if changed & {Item, Card, Board, Assessment, Source}:
            self._show_head(item)
        if self.elements is not None and changed & {Element, Link}:
            self.elements.refresh()
        if self.elements is not None:
            self.elements.notice(change)
        if self.independence is not None:
            self.independence.refresh(change)
        if changed & set(_LINKED):
            self._show_links(item, anew=False)
            if self.chain is not None:
                self.chain.show_item(self._id)
        if self.verdict is not None and changed & {*_LINKED, Scheme}:
            self.verdict.show_claim(self._id)
        self.weak_points.refresh(change)
        if changed & {Attachment, Artifact, Annotation} or change.entry.told is not None:
            self.files.refresh()
        if changed & {Attachment, Artifact, Item}:
            self.proposed.show_item(self._id)
        if self.echoes is not None and changed & {Item, Link, Attachment, Assessment}:
            self.echoes.refresh()
        if Assessment in changed:
            self.assessments.show_subject(self._id)
        if changed & {Item, Source, Card, Board, Assessment}:
            self.uses.show_item(self._id)

    def _show_head(self, item: Item) -> None:
        seen = face(self.desk.contents, item)
        self.headline.say_number(one_line(seen.exhibit)[:24])
        boards = boards_of(self.desk.contents, item.id)
        n = len(boards)
        where = say("on {n} board", "on {n} boards", n=n) if boards else say("not on a board")
        short = say("{n} board", "{n} boards", n=n) if boards else say("no board")
        self.headline.say_aside(where, short, say("Go to its card") if boards else "")
        tip = say("Go to its card: {boards}", boards=", ".join(boards))
        give_tip(self.headline.aside_button, tip)
        self.chip.say(seen.chip, seen.chip_accent if seen.chip_accent != "tx3" else "tx2")
        self._show_grade()
        self._chips.setVisible(bool(seen.chip or seen.grade))

    def _show_grade(self) -> None:
        """Show the grade in the head, unless somebody is grading blind."""
        item = self.desk.contents.get(Item, self._id)
        is_shown = item is not None and not self.assessments.is_hidden
        seen = face(self.desk.contents, item) if is_shown and item else None
        grade, apart = (seen.grade, seen.grade_apart) if seen is not None else ("", "")
        self.grade.say(marked(grade, apart))
        self.grade.setAccessibleName(
            ", ".join(filter(None, (say("grade {grade}", grade=grade), apart))) if grade else ""
        )
        code = say("Source reliability and information credibility (Admiralty code)")
        give_tip(self.grade, "\n".join(filter(None, (code, apart))))

    def _show_verdict(self) -> None:
        if self.verdict is not None and self._id in self.desk.contents.items:
            self.verdict.show_claim(self._id)

    def _show_links(self, item: Item, anew: bool) -> None:
        evidence, others = split_rows(self.desk.contents, item)
        if self.evidence is not None:
            self.evidence.show_rows(evidence, support(self.desk.contents, item), anew)
        else:
            others = [*evidence, *others]
        self.links.show_rows(others, anew)

    def flush(self) -> None:
        self.keeper.flush()
        self.files.flush()
        if self.elements is not None:
            self.elements.flush()

    # -- the buttons ------------------------------------------------------------------------

    def _go(self) -> None:
        self.desk.went_to.emit(self._id)

    def _ask(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()

    def fill_menu(self, menu: QMenu) -> None:
        """Offer what can be done with the item as a whole."""
        change = menu.addAction(say("Convert to another kind…"))
        change.setToolTip(say("What it holds stays, and its files, links and cards with it"))
        change.setEnabled(not self.desk.bridge.read_only)
        change.triggered.connect(self._change_kind)
        delete = menu.addAction(say("Delete from the case…"))
        delete.setToolTip(say("With its cards, links and judgements; its files stay in the case"))
        delete.setEnabled(not self.desk.bridge.read_only)
        delete.triggered.connect(self._delete)

    def _change_kind(self) -> None:
        self.flush()
        self.desk.kind_wanted.emit()

    def _delete(self) -> None:
        self.flush()
        self.desk.delete_wanted.emit(Selected(items=frozenset({self._id})))


def _sorts(kind_name: str) -> tuple[str, ...]:
    """The sorts of grade that are given to items of a kind; a claim is judged, evidence is graded."""
    if kind_name == "claim":
        return ("likelihood", "confidence")
    return ("credibility",) if is_known(kind_name) and kind_name not in _UNGRADED else ()
