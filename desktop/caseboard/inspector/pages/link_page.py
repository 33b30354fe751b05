"""The page of one link."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.labels import HintLine, PlainLabel
from caseboard.inspector.controls.picker import Picker
from caseboard.inspector.controls.rows import Mark, RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.text import LineEditor
from caseboard.inspector.form import Form
from caseboard.inspector.keeper import Keeper
from caseboard.inspector.pages.page import Headline, Page
from caseboard.inspector.sections.assessments import AssessmentsSection
from caseboard.inspector.sections.history import HistorySection
from caseboard.inspector.sections.link_rows import links_on_link
from caseboard.inspector.sections.links import LinksSection
from caseboard.inspector.sections.others import OthersSection
from caseboard.inspector.subjects import RecordSubject
from caseboard.inspector.wording import end_title, item_title, one_line
from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import give_tip
from casedb import Change
from casedb.commands import annotations, links, removal
from casedb.model.conclusions import doubt_of_link
from casedb.model.contents import Contents
from casedb.model.custody import tombstone_in_words, tombstone_of
from casedb.model.fields import AnyField
from casedb.model.kinds import kind_of
from casedb.model.link_types import ANCHORS, LINK_TYPES, End, link_fields, link_type
from casedb.model.mark_words import name_of_mark
from casedb.model.records import Annotation, Artifact, Attachment, Element, Item, Link, Ref
from casedb.words import say


def end_face(contents: Contents, end: Ref) -> RowFace:
    """An end of a link as a row: its mark and title, and the claim of an element."""
    title = end_title(contents, end)
    if end.end is End.ITEM and (item := contents.get(Item, end.id)) is not None:
        kind = kind_of(item.kind)
        return RowFace(title, (Mark(kind.icon, kind.accent),))
    if end.end is End.ELEMENT and (element := contents.get(Element, end.id)) is not None:
        claim = contents.items[element.claim]
        return RowFace(title, (Mark("claim", "claim"),), detail=item_title(claim))
    return RowFace(title, (Mark("link", "tx3"),))


class TypedForm(QWidget):
    """The fields of a link, which depend on its type; one form a set of fields, made when needed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[tuple[AnyField, ...], tuple[QWidget, Keeper]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.keeper = Keeper(desk, self)

    def show_type(self, name: str) -> Keeper:
        """Show the fields of links of a type; returns who keeps them."""
        # What an end points at is chosen beside the end.
        fields = tuple(each for each in link_fields(name) if each.name not in ANCHORS)
        if fields not in self._made:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            keeper = Keeper(self._desk, self)
            for section in Form(fields, keeper, self._desk).sections:
                column.addWidget(section)
            label = keeper.editor("label")
            if isinstance(label, LineEditor):
                # It is to a link what a title is to an item.
                label.confirmed.connect(self._desk.left)
            self._made[fields] = (holder, keeper)
            self._column.addWidget(holder)
        for holder, keeper in self._made.values():
            if keeper is not self._made[fields][1]:
                keeper.bind(None)
                holder.hide()
        holder, self.keeper = self._made[fields]
        holder.show()
        return self.keeper


class LinkPage(Page):
    """What a link says, of what type it is, and why it holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._type = ""
        self.headline = Headline(desk, "link", say("Link"), "tx3")
        self.start_row = RowButton(desk.look, RowFace(""), "", lines=4)
        self.end_row = RowButton(desk.look, RowFace(""), "", lines=4)
        self.start_row.clicked.connect(partial(self._go, True))
        self.end_row.clicked.connect(partial(self._go, False))
        self.start_part = Picker(
            desk.look, say("Which part of the claim it starts from"), framed=True
        )
        self.end_part = Picker(desk.look, say("Which part of the claim it speaks to"), framed=True)
        self.start_mark = Picker(
            desk.look, say("What is marked on its files that the link starts from"), framed=True
        )
        self.end_mark = Picker(
            desk.look, say("What is marked on its files that the link ends at"), framed=True
        )
        self.start_mark.activated.connect(partial(self._point, True))
        self.end_mark.activated.connect(partial(self._point, False))
        self.see_start = TextButton(say("See the mark"), "inspectorAdd")
        self.see_end = TextButton(say("See the mark"), "inspectorAdd")
        self.start_gone, self.end_gone = HintLine(), HintLine()
        self.see_start.clicked.connect(partial(self._see, True))
        self.see_end.clicked.connect(partial(self._see, False))
        self.start_part.activated.connect(partial(self._move_end, True))
        self.end_part.activated.connect(partial(self._move_end, False))
        self.type_picker = Picker(desk.look, say("Type of the link"), framed=True)
        self.type_picker.activated.connect(self._retype)
        self.note = PlainLabel(
            say("This type belongs to a newer version: the link is kept and shown read-only."),
            "inspectorNothing",
            wrap=True,
        )
        self.doubt = HintLine()
        self.form = TypedForm(desk)
        self.others = OthersSection(desk)
        self.undercuts = LinksSection(desk)
        self.undercuts.title.setText(say("Links to this link"))
        self.assessments = AssessmentsSection(desk)
        self.reverse_button = TextButton(say("Reverse"), "inspectorButton")
        self.reverse_button.setToolTip(say("Let it lead from its end to its start"))
        self.reverse_button.clicked.connect(self._reverse)
        self.delete_button = TextButton(say("Delete link", about="command"), "inspectorButton")
        self.delete_button.clicked.connect(self._delete)
        self.history = HistorySection(desk)
        self._build()

    def _build(self) -> None:
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        set_spacing(rows, "xs")
        rows.addWidget(self.headline)
        sentence = QWidget()
        sentence.setObjectName("inspectorSentence")
        sentence.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout(sentence)
        set_margins(lines, "xs", "xs", "xs", "xs")
        set_spacing(lines, 2)
        picking = QVBoxLayout()
        set_margins(picking, "xs", 0, "xs", 0)
        set_spacing(picking, "s")
        picking.addWidget(self.start_part)
        picking.addWidget(self.start_mark)
        picking.addWidget(self.see_start, 0, Qt.AlignmentFlag.AlignLeft)
        picking.addWidget(self.start_gone)
        picking.addWidget(self.type_picker)
        last = QVBoxLayout()
        set_margins(last, "xs", 0, "xs", "xs")
        last.addWidget(self.end_part)
        last.addWidget(self.end_mark)
        last.addWidget(self.see_end, 0, Qt.AlignmentFlag.AlignLeft)
        last.addWidget(self.end_gone)
        lines.addWidget(self.start_row)
        lines.addLayout(picking)
        lines.addWidget(self.end_row)
        lines.addLayout(last)
        rows.addWidget(sentence)
        rows.addWidget(self.doubt)
        rows.addWidget(self.note)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        set_margins(buttons, "xs", 0, 0, 0)
        set_spacing(buttons, "s")
        buttons.addWidget(self.reverse_button)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        for part in (
            head,
            self.form,
            self.others,
            self._buttons,
            self.undercuts,
            self.assessments,
            self.history,
        ):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def editor(self, name: str) -> Editor | None:
        return self.form.keeper.editor(name)

    def is_about(self, subject_id: str) -> bool:
        return self._id == subject_id

    # -- showing ----------------------------------------------------------------------------

    def show_link(self, link_id: str) -> None:
        """Show a link."""
        self.flush()
        self._id = link_id
        link = self.desk.contents.links[link_id]
        self._show_type(link)
        self._show_ends(link)
        self.undercuts.lines.show_rows([], anew=True)
        self._show_undercuts(link)
        self.assessments.show_subject(link_id)
        self.history.show_record(link_id)

    def refresh(self, change: Change) -> None:
        link = self.desk.contents.get(Link, self._id)
        if link is None:
            return
        if self._id in self.touched(change):
            if link.type != self._type:
                self._show_type(link)
            self.form.keeper.refresh()
            self.others.show_values(link.values, link_fields(link.type))
            self.history.refresh()
        changed = {type(edit.record) for edit in change.edits}
        if changed & {Link, Item, Element, Annotation, Artifact, Attachment}:
            self._show_ends(link)
            self._show_undercuts(link)
        self.assessments.show_subject(self._id)

    def _show_type(self, link: Link) -> None:
        kind = link_type(link.type)
        known = link.type in LINK_TYPES
        self._type = link.type
        icon = kind.icon if known else "link"
        self.headline.say(icon, say("Link"), kind.accent)
        keeper = self.form.show_type(link.type)
        keeper.bind(RecordSubject(Link, link.id), read_only=not known)
        self.others.show_values(link.values, link_fields(link.type))
        self.note.setVisible(not known)

    def _show_ends(self, link: Link) -> None:
        contents = self.desk.contents
        for row, end in ((self.start_row, link.start), (self.end_row, link.end)):
            row.show_face(end_face(contents, end), end_title(contents, end))
        self._offer_parts(self.start_part, link, at_start=True)
        self._offer_parts(self.end_part, link, at_start=False)
        self._offer_marks(self.start_mark, link, at_start=True)
        self._offer_marks(self.end_mark, link, at_start=False)
        self._offer_types(link)
        self.doubt.say(doubt_of_link(contents, link), "warn")
        can_change = not self.desk.bridge.read_only and link.type in LINK_TYPES
        backwards = {each.name for each in links.types_for(contents, link.end, link.start)}
        self.reverse_button.setVisible(can_change and link.type in backwards)
        self.delete_button.setVisible(not self.desk.bridge.read_only)
        self._buttons.setVisible(not self.desk.bridge.read_only)

    def _offer_parts(self, picker: Picker, link: Link, *, at_start: bool) -> None:
        """Offer the claim at an end as a whole and its elements one by one, where it has any."""
        contents = self.desk.contents
        parts = links.parts_at(contents, link.id, at_start=at_start)
        picker.setVisible(len(parts) > 1 and not self.desk.bridge.read_only)
        picker.clear_offers()
        for part in parts:
            whole = part.end is End.ITEM
            picker.offer(part.id, say("The whole claim") if whole else end_title(contents, part))
        picker.choose((link.start if at_start else link.end).id)

    def _offer_marks(self, picker: Picker, link: Link, *, at_start: bool) -> None:
        """Offer what is marked on the files of the item at an end, where anything is."""
        contents = self.desk.contents
        held = link.values.text(ANCHORS[0] if at_start else ANCHORS[1])
        marks = annotations.anchors_at(contents, (link.start if at_start else link.end).id)
        picker.setVisible(bool(marks or held))
        picker.setEnabled(not self.desk.bridge.read_only and link.type in LINK_TYPES)
        picker.clear_offers()
        picker.offer("", say("All of it, and no mark in particular"))
        for each in marks:
            picker.offer(each.id, one_line(name_of_mark(contents, each)))
        self._offer_seeing(held, at_start=at_start)
        if not picker.choose(held):
            picker.offer(held, say("This mark was deleted"))
            picker.choose(held)

    def _offer_seeing(self, mark_id: str, *, at_start: bool) -> None:
        """Lead to the mark at an end, where there is one, and say on which file it is, or was."""
        contents, button = self.desk.contents, self.see_start if at_start else self.see_end
        mark = contents.get(Annotation, mark_id)
        file = contents.get(Artifact, mark.artifact) if mark is not None else None
        tombstone = tombstone_of(file) if file is not None else None
        gone = self.start_gone if at_start else self.end_gone
        gone.say(
            say("The file of this mark was expunged.") if tombstone is not None else "", "warn"
        )
        give_tip(gone, tombstone_in_words(tombstone) if tombstone is not None else "")
        button.setVisible(mark is not None and tombstone is None)
        if mark is not None and file is not None:
            name, on = one_line(name_of_mark(contents, mark)), one_line(file.name)
            told = (
                say("From “{mark}” on {file}", mark=name, file=on)
                if at_start
                else say("To “{mark}” on {file}", mark=name, file=on)
            )
            give_tip(button, told)
            button.setAccessibleName(say("See the mark: {where}", where=told))

    def _see(self, at_start: bool) -> None:
        link = self.desk.contents.get(Link, self._id)
        if link is not None:
            end = link.start if at_start else link.end
            held = link.values.text(ANCHORS[0] if at_start else ANCHORS[1])
            self.desk.mark_wanted.emit(held, end.id)

    def _offer_types(self, link: Link) -> None:
        allowed = links.types_for(self.desk.contents, link.start, link.end)
        offered = [each.name for each in allowed]
        if link.type not in offered:
            offered.append(link.type)
        picker = self.type_picker
        held = [str(picker.itemData(at)) for at in range(picker.count())]
        if held != offered:
            picker.clear_offers()
            for name in offered:
                kind = link_type(name)
                icon = kind.icon if name in LINK_TYPES else "link"
                picker.offer(name, say(kind.says), mark=(icon, kind.accent))
        picker.choose(link.type)
        picker.setEnabled(not self.desk.bridge.read_only and link.type in LINK_TYPES)

    def _show_undercuts(self, link: Link) -> None:
        self.undercuts.show_rows(links_on_link(self.desk.contents, link), anew=False)

    def retheme(self) -> None:
        self.type_picker.repaint_icons()

    def flush(self) -> None:
        self.form.keeper.flush()

    # -- what can be done -------------------------------------------------------------------

    def _go(self, to_start: bool) -> None:
        link = self.desk.contents.get(Link, self._id)
        if link is not None:
            self.desk.show_end(link.start if to_start else link.end)

    def _retype(self) -> None:
        chosen = self.type_picker.key()
        self.flush()
        bridge = self.desk.bridge
        if not bridge.attempt(partial(links.set_type, bridge.contents, [self._id], chosen)):
            self.type_picker.choose(self._type)

    def _move_end(self, at_start: bool, _: int) -> None:
        self.flush()
        bridge, link = self.desk.bridge, self.desk.contents.links[self._id]
        chosen = (self.start_part if at_start else self.end_part).key()
        parts = links.parts_at(bridge.contents, link.id, at_start=at_start)
        part = next(each for each in parts if each.id == chosen)
        start, end = (part, link.end) if at_start else (link.start, part)
        bridge.attempt(partial(links.reconnect, bridge.contents, link.id, start, end))

    def _point(self, at_start: bool, _: int) -> None:
        self.flush()
        bridge = self.desk.bridge
        chosen = (self.start_mark if at_start else self.end_mark).key()
        bridge.attempt(
            lambda: annotations.anchor_link(
                bridge.contents, self._id, at_start=at_start, annotation_id=chosen
            )
        )

    def _reverse(self) -> None:
        self.flush()
        bridge = self.desk.bridge
        bridge.attempt(partial(links.reverse, bridge.contents, [self._id]))

    def _delete(self) -> None:
        bridge = self.desk.bridge
        bridge.attempt(partial(removal.delete_links, bridge.contents, [self._id]))
