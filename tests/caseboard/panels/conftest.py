"""A quick case in memory for the tests of the panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from casedb import Case, Change
from casedb.analysis.standings import Standings
from casedb.commands.cards import CARD_HEIGHT, CARD_WIDTH
from casedb.entries import Entry
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.records import Board, Card, CaseInfo, Element, Item, Link, Record, Ref, Source
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values


class CaseInMemory:
    """As much of a case as the lists of the panels ask for; nothing touches a disk."""

    actor = "Ada"
    read_only = False
    losses: tuple[str, ...] = ()

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.standings = Standings(contents)
        self._told: list[Callable[[Change], None]] = []
        self._length = 0

    def listen(self, told: Callable[[Change], None]) -> Callable[[], None]:
        """As `Case.listen`."""
        self._told.append(told)
        return lambda: self._told.remove(told)

    def run(self, change: ChangeSet, bytes_of: object = None) -> None:
        """As `Case.run`."""
        self.contents.apply(change)
        self._length += 1
        at = "2024-01-02T03:04:05.678Z"
        entry = Entry(self._length, at, "Ada", change.label, "do", None, "", "0" * 64, 1)
        restated = self.standings.take_stale()
        for told in self._told:
            told(Change(entry, change.edits, restated=restated))

    def new_id(self) -> str:
        """As `Case.new_id`."""
        return f"new{self._length:08d}"

    def close(self) -> None:
        """As `Case.close`."""


@dataclass
class Stage:
    """A case in memory with its bridge and selection, and a hand that changes it."""

    bridge: CaseBridge
    selection: Selection
    board: Board
    count: int = 0

    @property
    def contents(self) -> Contents:
        """What is in the case."""
        return self.bridge.contents

    def new_id(self) -> str:
        """An id that sorts after those before it."""
        self.count += 1
        return f"{self.count:08d}"

    def run(self, *edits: Edit, label: str = "Test") -> None:
        """Carry out edits as one change."""
        self.bridge.run(ChangeSet(label, edits))

    def add(self, *records: Record) -> None:
        """Add records as one change."""
        self.run(*(Edit(None, record) for record in records))

    def remove(self, *records: Record) -> None:
        """Take records away as one change."""
        self.run(*(Edit(record, None) for record in records))

    def new(self, kind: str = "claim", title: str = "A title", **values: JsonValue) -> Item:
        """An item that is not in the case yet."""
        return Item(self.new_id(), kind, Values({"title": title, **values}))

    def item(self, kind: str = "claim", title: str = "A title", **values: JsonValue) -> Item:
        """An item that is in the case."""
        item = self.new(kind, title, **values)
        self.add(item)
        return item

    def source(self, name: str) -> Source:
        """A source that is in the case."""
        source = Source(self.new_id(), Values({"name": name}))
        self.add(source)
        return source

    def link(self, start: Item, type_name: str, end: Item | Element | Link) -> Link:
        """A link that is in the case."""
        match end:
            case Item():
                ref = Ref.item(end.id)
            case Element():
                ref = Ref.element(end.id)
            case Link():
                ref = Ref.link(end.id)
        link = Link(self.new_id(), type_name, Ref.item(start.id), ref)
        self.add(link)
        return link

    def element(self, claim: Item, text: str = "Who did it") -> Element:
        """An element of a claim that is in the case."""
        element = Element(self.new_id(), claim.id, 0, Values({"role": "actor", "text": text}))
        self.add(element)
        return element

    def place(self, item: Item, board: Board | None = None) -> Card:
        """A card of an item that is in the case."""
        where = (board or self.board).id
        card = Card(self.new_id(), where, item.id, 0, 0, CARD_WIDTH, CARD_HEIGHT)
        self.add(card)
        return card

    def set(self, item: Item, **values: JsonValue) -> Item:
        """Edit the values of an item."""
        before = self.contents.items[item.id]
        after = Item(before.id, before.kind, before.values.changed(values))
        self.run(Edit(before, after))
        return after


@pytest.fixture
def stage(qapp: object) -> Stage:
    """An empty case in memory with one board."""
    board = Board("board", "Main board")
    contents = Contents([CaseInfo("case", Values({"title": "Harbour"})), board, *SCHEMES])
    return Stage(CaseBridge(cast("Case", CaseInMemory(contents))), Selection(), board)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    """Shows a widget in a size, inside a window that has none of its own."""

    windows: list[QWidget] = []

    def show(widget: QWidget, width: int, height: int) -> None:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        widget.setParent(window)
        widget.resize(width, height)
        window.show()
        widget.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show
