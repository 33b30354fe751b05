"""`SourceFinder`: the entry in which a source is found by name, or a new one is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.picking import Offered, PickEntry
from caseboard.inspector.wording import lower_first, one_line, source_name
from caseboard.keys import shown
from caseboard.measures import set_spacing
from casedb.model.fields import Choice, Unreadable
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.records import Source
from casedb.model.search_text import fold
from casedb.model.sources import names_of
from casedb.words import say

MAKING_KEY = "Ctrl+Return"
SHOWN = 24
"""Signs of a new name that are shown where it is offered."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A source that is like what was typed, and whether one of its names begins so."""

    source: str
    begins: bool
    offered: Offered


def sources_like(desk: Desk, typed: str, left_out: set[str]) -> list[Likeness]:
    """The sources of which a name or an alias holds what was typed, those that begin with it first.

    Whoever is meant by exactly that name comes before them; who was found by an alias says by which.
    Case and accents are no matter.
    """
    said = fold(typed.strip())
    meant = source_named(desk, typed, left_out)
    found: list[tuple[bool, bool, bool, str, Likeness]] = []
    for each in desk.contents.sources.values() if said else ():
        if each.id in left_out:
            continue
        held = [(fold(name), name) for name in names_of(each)]
        called = [name for name in held if name[0].startswith(said)]
        begins = bool(called)
        called = called or [name for name in held if said in name[0]]
        if not called:
            continue
        folded, name = called[0]
        also = "" if name is each.name else one_line(name)
        offered = Offered(each.id, source_name(each), "source", "tx3", _remark(each, also))
        like = Likeness(each.id, begins, offered)
        found.append((each.id != meant, not begins, bool(also), folded, like))
    found.sort(key=lambda each: each[:4])
    return [each[4] for each in found]


def _remark(source: Source, alias: str) -> str:
    """The alias it was found by, the type of a source and its interest, to tell namesakes apart."""
    said: list[str] = [say("also {name}", name=alias)] if alias else []
    for field in SOURCE_FIELDS:
        if isinstance(field, Choice):
            try:
                word = field.read(source.values)
            except Unreadable:
                continue
            if word:
                said.append(lower_first(field.show(word)))
    return ", ".join(said)


def source_named(desk: Desk, typed: str, left_out: set[str]) -> str:
    """The id of the one source of exactly that name, or else of that alias; empty where there is none
    or several."""
    said = typed.strip().casefold()
    if not said:
        return ""
    there = [each for each in desk.contents.sources.values() if each.id not in left_out]
    found = [each.id for each in there if each.name.strip().casefold() == said]
    # A name goes before an alias, which several may share.
    found = found or [each.id for each in there if _has_alias(each, said)]
    return found[0] if len(found) == 1 else ""


def _has_alias(source: Source, said: str) -> bool:
    return any(each.strip().casefold() == said for each in names_of(source)[1:])


def namesakes(desk: Desk, typed: str) -> list[Source]:
    """All sources of exactly that name."""
    said = typed.strip().casefold()
    sources = desk.contents.sources.values()
    return [each for each in sources if each.name.strip().casefold() == said]


class SourceFinder(QWidget):
    """The entry in which a source is found by name, and the offers to make a new one of it.

    `taken(str)` carries the source that was chosen, `making_wanted()` says that what was typed is the
    name of a new one; `confirmed()` is Return where nothing in the list is lit.

    What Return takes is lit in the list: the first source that begins with what was typed, else the
    new one, which is the last row. It takes the same where the list was closed.
    """

    taken = Signal(str)
    making_wanted = Signal()
    confirmed = Signal()

    def __init__(self, desk: Desk, field: QWidget) -> None:
        """`field` is what the list stays below of."""
        super().__init__()
        self._desk = desk
        self._left_out: set[str] = set()
        self.entry = PickEntry(desk.look)
        self.entry.list_below(field)
        self.create_button = TextButton(say("Create source"), "inspectorAdd")
        # Return in the entry does the same, and Tab leads on to the next field.
        self.create_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.create_button.hide()
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        set_spacing(self.line, 2)
        self.line.addWidget(self.entry, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 2)
        column.addLayout(self.line)
        column.addWidget(self.create_button)
        self.entry.picked.connect(self.taken)
        self.entry.making_wanted.connect(self._make_at_once)
        self.entry.confirmed.connect(self.confirmed)
        self.create_button.clicked.connect(self._make_at_once)

    def leave_out(self, sources: set[str]) -> None:
        """Offer some sources no more."""
        self._left_out = sources

    def look(self) -> None:
        """List the sources that are like what was typed, and a new one of that name."""
        found = self._like()
        rows = [each.offered for each in found]
        if self._may_be_new():
            rows.append(Offered("", self._new_name(), "add", "tx3", shown(MAKING_KEY)))
        taken = self.taken_by_return()
        lit = 0 if taken else len(rows) - 1 if self._may_be_new() else -1
        self.entry.offer(rows, lit)
        if self.entry.is_listing:
            self.create_button.hide()

    def taken_by_return(self) -> str:
        """The source that Return takes; empty where it makes a new one, or none can be told."""
        typed = self.entry.value()
        if named := source_named(self._desk, typed, self._left_out):
            return named
        found = self._like() if not namesakes(self._desk, typed) else []
        return found[0].source if found and found[0].begins else ""

    def _like(self) -> list[Likeness]:
        return sources_like(self._desk, self.entry.value(), self._left_out)

    def _may_be_new(self) -> bool:
        """Whether what was typed can be the name of a new source: no other has exactly that one."""
        typed = self.entry.value()
        return bool(typed.strip()) and not namesakes(self._desk, typed)

    def decide(self) -> bool:
        """Take what Return takes, or make it; whether either could be told."""
        if found := self.taken_by_return():
            self.taken.emit(found)
            return True
        return self.make()

    def make(self) -> bool:
        """Make a source of the name that was typed; whether it can be the name of a new one."""
        if self.entry.isReadOnly() or not self._may_be_new():
            return False
        self.entry.setFocus()
        self.making_wanted.emit()
        return True

    def _make_at_once(self) -> None:
        if not self.make():
            self.confirmed.emit()

    def _new_name(self) -> str:
        return say("New source “{name}”", name=_short(self.entry.value()))

    def doubt(self) -> str:
        """Why nothing is stored of the name that was typed, and what the keys would do."""
        typed = self.entry.value()
        there = namesakes(self._desk, typed)
        if len(there) == 1 and there[0].id in self._left_out:
            return say("This source is in the list already.")
        if there:
            return say("Several sources have this name: choose one in the list.")
        found = self._desk.contents.get(Source, self.taken_by_return())
        if found is None:
            return say("No source has this name yet, so nothing is stored. Return creates it.")
        return say("Nothing is stored yet. Return takes “{name}”.", name=source_name(found))

    def offer_to_create(self, name: str) -> None:
        """Offer a new source of a name, where no list does; none takes the offer away."""
        said = one_line(name) if not self.entry.is_listing else ""
        if said:
            # An ampersand would become a mnemonic.
            text = say("Create source “{name}”", name=_short(name)).replace("&", "&&")
            self.create_button.setText(text)
            self.create_button.setAccessibleName(say("Create source {name}", name=said))
        self.create_button.setVisible(bool(said))


def _short(name: str) -> str:
    line = one_line(name).strip()
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
