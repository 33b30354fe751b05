"""`Granted`: what the hand on a board wishes, become a question where there is one, and then a deed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.board.hits import Hit, Part
from caseboard.board.tools.state import Wishes
from caseboard.bridge import CaseBridge
from caseboard.clipboard import Clipboard
from caseboard.deeds import Deeds
from caseboard.dialogs.ask_claim import AskClaim
from caseboard.dialogs.ask_grade import AskGrade
from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.going import Going
from caseboard.judging import Judging
from caseboard.linking import Linking
from caseboard.naming import Naming
from caseboard.recasting import Recasting
from caseboard.toast import Toast
from casedb.commands import cards, links
from casedb.model.geometry import Point, Rect
from casedb.model.notes import ShownAs
from casedb.model.records import Ref
from casedb.words import say


class Office(Protocol):
    """Who carries the wishes out: the open case in its window."""

    bridge: CaseBridge
    deeds: Deeds
    linking: Linking
    judging: Judging
    recasting: Recasting
    toast: Toast
    naming: Naming
    clipboard: Clipboard
    going: Going

    @property
    def board_id(self) -> str:
        """The id of the board in front."""
        ...


class Granted(Wishes):
    """Grants wishes; questions are asked over `desk`."""

    def __init__(self, office: Office, desk: QWidget) -> None:
        self._office = office
        self._desk = desk

    def card_wanted(self, world: Point, on_desktop: QPoint) -> None:
        """A new card, of a kind to be asked for."""
        kind = AskKind.ask(self._desk, on_desktop)
        if kind is not None:
            self._office.naming.add_card(kind, world)

    def link_wanted(self, start: Ref, end: Ref, on_desktop: QPoint) -> None:
        """A link between two ends, of a type to be asked for."""
        linking = self._office.linking
        types = linking.types_for(start, end)
        if not types:
            self._office.toast.say(say("These two cannot be joined by a link."))
            return
        chosen = AskLinkType.ask(self._desk, on_desktop, types, linking.way(start, end))
        if chosen is not None:
            linking.connect(start, chosen, end)

    def link_selected(self, on_desktop: QPoint) -> None:
        """A link between the two things that are selected, of a type to be asked for."""
        ends = self._office.linking.ends_of_selection()
        if ends is None:
            self._office.toast.say(say("Select two cards, or a card and a string, to link them."))
        else:
            self.link_wanted(*ends, on_desktop)

    def retype_wanted(self, on_desktop: QPoint) -> None:
        """Another type for all selected links, to be asked for."""
        office = self._office
        types = office.linking.types_of_selected()
        if not types:
            office.toast.say(say("No type fits between the ends of all of them."))
            return
        way, present = office.linking.way_of_selected(), office.linking.type_of_selected()
        chosen = AskLinkType.ask(self._desk, on_desktop, types, way, present)
        if chosen is not None:
            office.linking.retype(chosen)

    def kind_wanted(self, on_desktop: QPoint) -> None:
        """Another kind for all selected items, to be asked for."""
        office = self._office
        kinds = office.recasting.kinds()
        if not kinds:
            office.toast.say(say("Select a card first."))
            return
        kind = AskKind.ask_other(self._desk, on_desktop, kinds.pop() if len(kinds) == 1 else "")
        if kind is not None:
            office.recasting.change(kind)

    def grade_wanted(self, sort: str, on_desktop: QPoint) -> None:
        """A grade for the selected items, or with `reliability` for their sources, to be asked for."""
        judging = self._office.judging
        if not judging.graded(sort):
            self._office.toast.say(
                say("Nothing that is selected names a source to grade.")
                if sort == "reliability"
                else say("Select an item to grade.")
            )
            return
        chosen = AskGrade.ask(self._desk, on_desktop, sort, judging.grades(sort))
        if chosen is None:
            return
        claims = judging.claims() if sort == "credibility" else ()
        claim = AskClaim.ask(self._desk, on_desktop, claims) if len(claims) > 1 else ""
        if claim is None:
            return
        doubt = judging.grade(sort, chosen, claim or (claims[0].id if len(claims) == 1 else None))
        if doubt:
            self._office.toast.say(doubt)

    def linked_card_wanted(self, start: Ref, world: Point, on_desktop: QPoint) -> None:
        """A new card with a link to it, in one step."""
        office = self._office
        kind = AskKind.ask(self._desk, on_desktop)
        if kind is None:
            return
        types = office.linking.types_to_kind(start, kind)
        if not types:
            office.toast.say(say("These two cannot be joined by a link."))
            return
        way = office.linking.way_to_kind(start, kind)
        chosen = AskLinkType.ask(self._desk, on_desktop, types, way)
        if chosen is None:
            return
        if office.deeds.add_linked_card(office.board_id, kind, world, start, chosen) is not None:
            office.naming.edit_title()

    def frame_wanted(self, rect: Rect) -> None:
        """A new frame, with its title to be asked for."""
        if self._office.deeds.add_frame_at(self._office.board_id, rect, "Frame") is not None:
            self._office.naming.edit_title()

    def note_wanted(self, rect: Rect, how: ShownAs) -> None:
        """A new note that is shown as its words alone, with them to be asked for."""
        self._office.naming.write_new_note(rect, how)

    def bends_wanted(self, link_id: str, bends: tuple[Point, ...]) -> None:
        """A link's string led through other points."""
        bridge = self._office.bridge
        board_id = self._office.board_id
        bridge.attempt(
            partial(links.set_route, bridge.contents, bridge.new_id, board_id, link_id, bends)
        )

    def ends_wanted(self, link_id: str, start: Ref, end: Ref) -> None:
        """A link that joins two other ends."""
        bridge = self._office.bridge
        bridge.attempt(partial(links.reconnect, bridge.contents, link_id, start, end))

    def move_wanted(self, ids: Iterable[str], dx: float, dy: float) -> None:
        """Cards and frames, with all that goes along with them, so far from where they lie."""
        bridge = self._office.bridge
        bridge.attempt(partial(cards.move, bridge.contents, ids, dx, dy))

    def rects_wanted(self, rects: dict[str, Rect], verb: str) -> None:
        """Cards and frames of other sizes."""
        bridge = self._office.bridge
        bridge.attempt(partial(cards.set_rects, bridge.contents, rects, verb))

    def copies_wanted(self, dx: float, dy: float) -> None:
        """Copies of the selected cards, (dx, dy) away."""
        self._office.deeds.duplicate(dx, dy)

    def way_wanted(self, hit: Hit) -> bool:
        """The board that a card stands for; whether what was double-clicked is such a card."""
        return hit.part is Part.CARD and self._office.going.open_card(hit.id)

    def drag_out_wanted(self) -> bool:
        """The files of the selected cards, dragged to another program; whether there were any."""
        return self._office.clipboard.drag_out()

    def edit_wanted(self, hit: Hit) -> None:
        """The title of what was double-clicked; a collapsed frame opens."""
        frame = self._office.bridge.contents.frames.get(hit.id)
        if frame is not None and frame.collapsed and not self._office.bridge.read_only:
            self._office.deeds.fold_frames()
        elif hit.part is not Part.NOTHING:
            self._office.naming.edit_title()
