"""The elements of a claim: its parts that evidence can speak to."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caseboard.covers import token_of
from caseboard.inspector.controls.buttons import IconButton
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.rows import RowButton, RowFace
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors import editor_for
from caseboard.inspector.grid import FieldGrid
from caseboard.inspector.keeper import Keeper
from caseboard.inspector.sections.section import Section
from caseboard.inspector.subjects import RecordSubject
from caseboard.inspector.wording import element_role, element_title, one_line
from caseboard.measures import set_spacing
from casedb import Change
from casedb.analysis.coverage import Cover, Row, cover_in_words, cover_meaning, row_of
from casedb.commands import items, removal
from casedb.model.contents import Contents
from casedb.model.forms import ELEMENT_FIELDS
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.link_types import link_type
from casedb.model.records import Element
from casedb.words import say


def speakers(contents: Contents, element_id: str) -> tuple[int, int, int]:
    """How many items speak for an element, against it, and to it otherwise."""
    pro: set[str] = set()
    con: set[str] = set()
    other: set[str] = set()
    for link in contents.links_at(element_id):
        if link.end.id == element_id:
            polarity = link_type(link.type).polarity
            (pro if polarity > 0 else con if polarity < 0 else other).add(link.start.id)
    return len(pro), len(con), len(other)


def reach_of(row: Row) -> int:
    """How many items speak for a part, or else against it, or to it otherwise."""
    number = len(row.cells)
    for polarity in (1, -1):
        said = sum(polarity in each.polarities for each in row.cells)
        if said:
            return said
    return number


def coverage_in_words(contents: Contents, row: Row) -> str:
    """What is wrong with the cover of a part, or else how many items speak to it."""
    if row.cover in (Cover.BEYOND, Cover.INTERESTED):
        return cover_in_words(row.cover)
    element = row.element
    return coverage(*speakers(contents, element.id)) if element is not None else ""


def coverage(pro: int, con: int, other: int) -> str:
    """How many items speak to an element, in words."""
    if con:
        return say("{pro} for · {con} against", pro=pro, con=con)
    if pro:
        return say("{n} for", "{n} for", n=pro)
    return say("{n} item", "{n} items", n=other) if other else say("nothing yet")


class ElementLine(QWidget):
    """One element: its line opens its form."""

    def __init__(self, section: ElementsSection, element: Element) -> None:
        super().__init__()
        self._section = section
        self.id = element.id
        self.keeper = Keeper(section.desk, self)
        self._grid: FieldGrid | None = None
        self.button = RowButton(section.desk.look, RowFace(""), "", ruled=True, lines=2)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._disclose)
        self.more_button = IconButton(section.desk.look, "more", "")
        self.more_button.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 1)
        line.addWidget(self.more_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 2)
        self._column.addLayout(line)
        self.more_button.setHidden(section.desk.bridge.read_only)
        self.refresh()

    def refresh(self) -> None:
        """Say the element anew."""
        contents = self._section.desk.contents
        element = contents.get(Element, self.id)
        if element is None:
            return
        title = element_title(element)
        row = row_of(contents, element.claim, element)
        spoken = coverage_in_words(contents, row)
        text = one_line(element.values.text("text"))
        most = self._section.most
        face = RowFace(
            text,
            lead=element_role(element),
            aside=spoken,
            aside_token="warn" if row.is_required and row.is_uncovered else "tx3",
            share_token=token_of(row, "warn"),
            tip=cover_meaning(row.cover),
            share=reach_of(row) / most if most else 0.0,
        )
        said = (title, say("required") if row.is_required else "", spoken)
        self.button.show_face(face, ", ".join(filter(None, said)))
        self.more_button.rename(say("Move or remove: {title}", title=title))
        self.keeper.refresh()

    def open(self) -> None:
        """Show its form and go to what exactly it says."""
        self.button.setChecked(True)
        editor = self.keeper.editor("text")
        if editor is not None:
            editor.anchor().setFocus()

    def _disclose(self, is_open: bool) -> None:
        if is_open and self._grid is None:
            self._grid = FieldGrid((72, 104), inset=True)
            for field in ELEMENT_FIELDS:
                editor = editor_for(field, self._section.desk)
                self.keeper.add(editor)
                self._grid.add(editor)
            self._column.addWidget(self._grid)
            self.keeper.bind(RecordSubject(Element, self.id))
        if self._grid is not None:
            self._grid.setVisible(is_open)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer to move and remove it."""
        order = self._section.order
        at = order.index(self.id)
        for text, to in ((say("Move up"), at - 1), (say("Move down"), at + 1)):
            action = menu.addAction(text)
            action.setEnabled(0 <= to < len(order))
            action.triggered.connect(partial(self._section.move_element, self.id, to))
        menu.addSeparator()
        menu.addAction(say("Remove")).triggered.connect(partial(self._section.remove, self.id))

    def _ask(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()


class ElementsSection(Section):
    """The elements of one claim, with a menu to add one in a role."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Elements"), desk)
        self._claim = ""
        self.lines: list[ElementLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.nothing = PlainLabel(
            say("The parts of the claim that evidence can speak to: actor, action, place, time."),
            "inspectorNothing",
            wrap=True,
        )
        self.column.addWidget(self.nothing)
        self.most = 0
        self.grid_button = self.add_action(say("Grid"))
        self.grid_button.setAccessibleName(say("Elements against the evidence, as a grid"))
        self.grid_button.clicked.connect(self._ask_grid)
        self.add_button = self.add_action(say("Add…"))
        self.add_button.setAccessibleName(say("Add an element"))
        self.add_button.clicked.connect(self._ask_role)
        self.add_button.setVisible(not desk.bridge.read_only)

    @property
    def order(self) -> list[str]:
        """The ids of the elements, in order."""
        return [each.id for each in self.desk.contents.elements_of(self._claim)]

    def show_claim(self, claim_id: str) -> None:
        """Show the elements of a claim."""
        if claim_id != self._claim:
            self.flush()
            self._clear()
        self._claim = claim_id
        self.refresh()

    def refresh(self) -> None:
        """Take in what has changed; lines that stay keep what is being typed."""
        order = self.order
        self.nothing.setVisible(not order)
        contents = self.desk.contents
        held = [row_of(contents, self._claim, each) for each in contents.elements_of(self._claim)]
        self.most = max(map(reach_of, held), default=0)
        if order != [line.id for line in self.lines]:
            kept = {line.id: line for line in self.lines}
            for line in self.lines:
                self._list.removeWidget(line)
                if line.id not in order:
                    line.keeper.bind(None)
                    line.hide()
                    line.deleteLater()
            self.lines = [
                kept.get(each) or ElementLine(self, self.desk.contents.elements[each])
                for each in order
            ]
            for line in self.lines:
                self._list.addWidget(line)
        for line in self.lines:
            line.refresh()

    def notice(self, change: Change) -> None:
        """Tell the open lines of a change of other records."""
        for line in self.lines:
            line.keeper.notice(change)

    def flush(self) -> None:
        """Store what was typed."""
        for line in self.lines:
            line.keeper.flush()

    def _clear(self) -> None:
        for line in self.lines:
            line.keeper.bind(None)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []

    def _ask_grid(self) -> None:
        self.desk.grid_wanted.emit(self._claim)

    def _ask_role(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for role in ELEMENT_ROLES:
            action = menu.addAction(role.shown)
            action.setToolTip(role.shown_meaning)
            action.triggered.connect(partial(self.add, role.value))
        menu.exec(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
        menu.deleteLater()

    def add(self, role: str) -> None:
        """Add an element of a role and open it."""
        bridge = self.desk.bridge
        before = set(self.order)
        values = {"role": role}
        make = partial(items.add_element, bridge.contents, bridge.new_id, self._claim, values)
        if bridge.attempt(make):
            for line in self.lines:
                if line.id not in before:
                    line.open()

    def move_element(self, element_id: str, to: int) -> None:
        """Move an element to a place in the order."""
        order = self.order
        order.remove(element_id)
        order.insert(to, element_id)
        bridge = self.desk.bridge
        bridge.run(items.order_elements(bridge.contents, self._claim, order))

    def remove(self, element_id: str) -> None:
        """Delete an element, and the links that speak to it."""
        bridge = self.desk.bridge
        bridge.attempt(partial(removal.delete_elements, bridge.contents, [element_id]))
