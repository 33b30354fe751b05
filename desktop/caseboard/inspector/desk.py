"""`Desk`: what all parts of the inspector share: the case, the selection, the look, the ways out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from caseboard.bridge import CaseBridge
from caseboard.inspector.backlog import Backlog
from caseboard.inspector.census import Census
from caseboard.inspector.controls.look import Look
from caseboard.inspector.echo_book import EchoBook
from caseboard.inspector.outside import Outside
from caseboard.selection import Selection
from caseboard.tasks import Tasks
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Card, Element, Item, Link, Ref, Source


class Desk(QObject):
    """The shared things, and the moves between records.

    `went_to(str)` carries the item that the board should fly to, `card_wanted(str)` the card, on
    whichever board; `stepped(str)` is `undo` or
    `redo`, pressed within a text; `left()` says that the hand goes back to the board;
    `journal_wanted()` asks for the whole journal, `history_wanted()` for the part of it about what is
    selected, `file_wanted(str, str)` for a file of an item at full
    size, `mark_wanted(str, str)` for a mark on a file of an item, `region_wanted(str, str)` for a region of one, `marking_wanted(str, str)` for a file to mark a
    region on, `regions_compared(str, str, str)` for two regions of an item side by side,
    `comparison_wanted()` for the pictures of both selected items side by side,
    `table_wanted(str, str)` for a table of an item, by its field, in a window of its own,
    `delete_wanted(Selected)` for deleting items and sources from the case, `kind_wanted()` for another kind
    of the selected item,
    `expunge_wanted(str)` for expunging a file: both are asked about first; `attach_wanted(str, paths,
    bool)` for attaching files to an item, before its others or not, `capture_wanted(str)` for the form
    of a capture; `told(str)` is a sentence on what was just done here; `name_wanted()` asks for
    the name that stands in the journal; `lines_wanted(str, int)` for the independent lines to a claim,
    for it (1) or against it (-1), on the board; `grid_wanted(str)` for the elements of a claim
    against the evidence, `verdict_wanted(str, str)` for the verdict on a claim in a
    window of its own and the page beside it: none, `evidence`, `changes` or `versions`.
    """

    went_to = Signal(str)
    card_wanted = Signal(str)
    stepped = Signal(str)
    left = Signal()
    journal_wanted = Signal()
    history_wanted = Signal()
    file_wanted = Signal(str, str)
    mark_wanted = Signal(str, str)
    region_wanted = Signal(str, str)
    marking_wanted = Signal(str, str)
    regions_compared = Signal(str, str, str)
    comparison_wanted = Signal()
    table_wanted = Signal(str, str)
    delete_wanted = Signal(object)
    kind_wanted = Signal()
    expunge_wanted = Signal(str)
    attach_wanted = Signal(str, object, bool)
    capture_wanted = Signal(str)
    told = Signal(str)
    name_wanted = Signal()
    lines_wanted = Signal(str, int)
    grid_wanted = Signal(str)
    verdict_wanted = Signal(str, str)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        thumbnails: Thumbnails,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.selection = selection
        self.thumbnails = thumbnails
        self.look = Look(theme)
        self.outside = Outside()
        self.tasks = Tasks(self)
        self.backlog = Backlog(bridge, self)
        self.census = Census(bridge, self)
        self.echoes = EchoBook(bridge, self)

    @property
    def contents(self) -> Contents:
        """The case in memory."""
        return self.bridge.contents

    def show_item(self, item_id: str) -> None:
        """Select an item, through its card on the board at hand where it has one, and fly there."""
        if self.contents.get(Item, item_id) is None:
            return
        held = (self.contents.get(Card, each) for each in self.selection.cards)
        boards = {card.board for card in held if card is not None}
        cards = self.contents.cards_of(item_id)
        near = next((card for card in cards if card.board in boards), None)
        if near is not None:
            self.selection.set(cards=[near.id])
        else:
            self.selection.set(items=[item_id])
        self.went_to.emit(item_id)

    def show_link(self, link_id: str) -> None:
        """Select a link."""
        if self.contents.get(Link, link_id) is not None:
            self.selection.set(links=[link_id])

    def show_source(self, source_id: str) -> None:
        """Select a source."""
        if self.contents.get(Source, source_id) is not None:
            self.selection.set(sources=[source_id])

    def show_end(self, end: Ref) -> None:
        """Select what an end of a link rests on; for an element, its claim."""
        if end.end is End.LINK:
            self.show_link(end.id)
        elif end.end is End.ITEM:
            self.show_item(end.id)
        else:
            element = self.contents.get(Element, end.id)
            if element is not None:
                self.show_item(element.claim)
