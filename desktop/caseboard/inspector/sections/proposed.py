"""What the files of an item say of themselves: values to accept or not, and every entry as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import Disclosure, TextButton
from caseboard.inspector.controls.entries import GrowingText
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import one_line
from caseboard.measures import set_margins, set_spacing
from caseboard.titles import shown_title
from casedb.commands import items
from casedb.intake.examination import metadata_of
from casedb.intake.proposals import (
    CAMERA,
    SATELLITES,
    Proposal,
    accepted,
    is_held,
    proposals_for,
    tags_of,
)
from casedb.model.captures import CAPTURED
from casedb.model.fields import Unreadable
from casedb.model.kinds import kind_of
from casedb.model.kinds.kind import Kind
from casedb.model.records import Artifact, Item
from casedb.model.values import Values
from casedb.words import say, term

MOST_FILES, MOST_LINES = 12, 24
"""Files of an item whose entries are listed, and lines of them that are seen at once."""


_CLOCKS = {CAMERA: term("clock of the camera"), SATELLITES: term("clock of the GPS")}


@dataclass(frozen=True, slots=True)
class _Told:
    """What one file says: its name, what follows from it, and all of its entries as lines."""

    artifact: str
    name: str
    proposals: tuple[Proposal, ...]
    entries: str
    count: int


class ProposalLine(QWidget):
    """One value that a file gives: what it would be, from which words, and a button to take it."""

    def __init__(self, kind: Kind, proposal: Proposal, instead_of: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, "xs", 2, "xs", "xs")
        set_spacing(column, 1)
        label = say(kind.field(proposal.field).label)
        if proposal.clock and proposal.field == "times":
            # A field of its own is named after its clock; a list of times is not.
            label = f"{label} · {say(_CLOCKS[proposal.clock])}"
        if proposal.name == CAPTURED:
            label = say("Captured")
        line = QHBoxLayout()
        set_spacing(line, "s")
        line.addWidget(PlainLabel(label, "inspectorQuiet", wrap=True), 1)
        self.button = TextButton(say("Use"))
        self.button.setAccessibleName(
            say("Use “{value}” for {field}", value=proposal.shown, field=label)
        )
        line.addWidget(self.button)
        column.addLayout(line)
        column.addWidget(PlainLabel(proposal.shown, "inspectorPlain", wrap=True))
        now = say("It says “{value}” now.", value=instead_of) if instead_of else ""
        for told in (proposal.basis, proposal.caution, now):
            if told:
                column.addWidget(PlainLabel(one_line(told), "inspectorQuiet", wrap=True))


class ProposedSection(Section):
    """What the files of an item say; without any such file it is not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("From the files"), desk)
        self._item = ""
        self._shown: tuple[object, ...] = ()
        self._open: set[str] = set()
        self.all_button = self.add_action(say("Use all"))
        self.all_button.clicked.connect(self._use_all)
        self.lines: list[ProposalLine] = []
        self.names: list[PlainLabel] = []
        self.entries: list[tuple[Disclosure, GrowingText]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)

    def show_item(self, item_id: str) -> None:
        """Show what the files of an item say."""
        self._item = item_id
        item = self.desk.contents.items.get(item_id)
        told = self._told(item) if item is not None else []
        self.setVisible(bool(told))
        is_fixed = self.desk.bridge.read_only
        state = (told, item.values if item is not None else None, is_fixed)
        if state == self._shown:
            return
        self._shown = state
        self._clear()
        if item is None:
            return
        kind = kind_of(item.kind)
        wanted = [(file, each) for file in told for each in file.proposals]
        of = ""
        for file, proposal in wanted:
            if len(told) > 1 and file.artifact != of:
                of = file.artifact
                self._add_name(file)
            line = ProposalLine(kind, proposal, _standing(kind, item.values, proposal))
            line.button.clicked.connect(partial(self._use, (proposal,)))
            line.button.setVisible(not is_fixed)
            self._list.addWidget(line)
            self.lines.append(line)
        self.all_button.setVisible(len(self._free(item)) > 1 and not is_fixed)
        for file in told:
            self._add_entries(file, is_alone=len(told) == 1)

    def _add_name(self, file: _Told) -> None:
        """Say which of several files the values below are from."""
        name = PlainLabel(one_line(file.name), "inspectorAbove", wrap=True)
        self._list.addWidget(name)
        self.names.append(name)

    def _add_entries(self, file: _Told, *, is_alone: bool) -> None:
        shut = Disclosure(self.desk.look, say("All entries"))
        count = say("{n} entry", "{n} entries", n=file.count)
        shut.say(count if is_alone else f"{shown_title(file.name, 24)} · {count}")
        box = GrowingText(most_lines=MOST_LINES)
        box.setReadOnly(True)
        box.show_text(file.entries)
        box.setAccessibleName(say("What “{name}” says of itself", name=one_line(file.name)))
        box.hide()
        shut.toggled.connect(box.setVisible)
        shut.setChecked(file.artifact in self._open)
        shut.toggled.connect(partial(self._keep_open, file.artifact))
        self._list.addWidget(shut)
        self._list.addWidget(box)
        self.entries.append((shut, box))

    def _keep_open(self, artifact: str, is_open: bool) -> None:
        (self._open.add if is_open else self._open.discard)(artifact)

    def _clear(self) -> None:
        for part in (*self.names, *self.lines, *(each for pair in self.entries for each in pair)):
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.names, self.lines, self.entries = [], [], []

    # -- what there is ----------------------------------------------------------------------

    def _told(self, item: Item) -> list[_Told]:
        kind, contents = kind_of(item.kind), self.desk.contents
        told: list[_Told] = []
        for attached in contents.attachments_of(item.id)[:MOST_FILES]:
            artifact = contents.get(Artifact, attached.artifact)
            facts = metadata_of(artifact) if artifact is not None else None
            if artifact is None or facts is None:
                continue
            tags = tags_of(facts)
            if not tags:
                continue
            free = [
                each for each in proposals_for(kind, facts) if not is_held(kind, item.values, each)
            ]
            entries = "\n".join(f"{part} {name}: {text}" for (part, name), text in tags.items())
            told.append(_Told(artifact.id, artifact.name, tuple(free), entries, len(tags)))
        return told

    def _free(self, item: Item) -> tuple[Proposal, ...]:
        """The proposals that take the place of nothing, the first for each field."""
        kind, free = kind_of(item.kind), dict[tuple[str, str], Proposal]()
        for file in self._told(item):
            for each in file.proposals:
                if not _standing(kind, item.values, each):
                    free.setdefault((each.field, each.name), each)
        return tuple(free.values())

    # -- taking it --------------------------------------------------------------------------

    def _use_all(self) -> None:
        item = self.desk.contents.items.get(self._item)
        if item is not None:
            self._use(self._free(item))

    def _use(self, proposals: tuple[Proposal, ...], *_: object) -> None:
        item = self.desk.contents.items.get(self._item)
        if item is None:
            return
        kind, values = kind_of(item.kind), item.values
        for each in proposals:
            values = values.changed({each.field: accepted(kind, values, each)})
        changed = {each.field: values.get(each.field) for each in proposals}
        self.desk.bridge.run(items.set_values(item, changed, "Take from the file"))


def _standing(kind: Kind, values: Values, proposal: Proposal) -> str:
    """What stands in the field of a proposal already and would be replaced, in words."""
    field = kind.field(proposal.field)
    if proposal.name and field.name in ("times", "places"):
        return ""
    if values.get(field.name) is None:
        return ""
    try:
        value = field.read(values)
    except Unreadable:
        return one_line(str(values.get(field.name)))
    return "" if value is None else field.show(value)
