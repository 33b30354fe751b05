"""`Naming`: the titles and words of what is selected or new, asked for where they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from caseboard import placing
from caseboard.board.note_writing import MOST_WRITTEN
from caseboard.bridge import CaseBridge
from caseboard.deeds import Deeds
from caseboard.inspector.panel import InspectorPanel
from caseboard.jotting import Jotting
from caseboard.selection import Selection
from caseboard.stage import Stage
from casedb.model.geometry import Point, Rect
from casedb.model.notes import ShownAs, words_of
from casedb.model.records import Card


class Naming:
    """Asks for titles, labels and words: on the board in front where they are to be read there, else
    in the inspector."""

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        deeds: Deeds,
        inspector: InspectorPanel,
    ) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._deeds = deeds
        self._inspector = inspector

    # -- of what is new -------------------------------------------------------------------

    def add_card(self, kind: str, world: Point | None = None) -> None:
        """Make a card of a kind, in the middle of the view unless a place is given, and ask for its
        title."""
        contents, board_id = self._bridge.contents, self._stage.board_id
        at = world or placing.room_near(contents, board_id, self._stage.middle)
        made = self._deeds.add_card(board_id, kind, at)
        if made is not None:
            # Also from far away, where what is typed could not be read.
            self._stage.front.fly_to(self._bridge.contents.cards[made].rect)
            self.edit_title()

    def add_frame(self) -> None:
        """Put a frame around the selected cards and frames, and ask for its title where it stands."""
        if self._deeds.add_frame(self._stage.board_id, "Frame") is not None:
            self.edit_title()

    def write_new_note(self, rect: Rect, how: ShownAs) -> None:
        """Ask for the words of a new note where it is to be, and make it of them.

        Where none are written, none is made.
        """
        canvas, board_id, made = self._stage.front, self._stage.board_id, list[str]()
        # How high text is, its words decide.
        lowest = rect.h if how is ShownAs.STICKY else 0.0

        def write(words: str, gesture: str) -> None:
            card = self._bridge.contents.get(Card, made[0]) if made else None
            if card is not None and words:
                least = {card.id: lowest}
                self._deeds.write_note(card.item, words, least, gesture, "Add note")
            elif not made:
                card_id = self._deeds.add_note(board_id, rect, how, words, gesture)
                made.extend([card_id] if card_id else [])

        sheet = canvas.new_sheet(rect, how, lambda: made[0] if made else "")
        canvas.write_note(sheet, "", self._jotting("", write))

    # -- of what is selected --------------------------------------------------------------

    def edit_title(self) -> None:
        """Ask for the title of what is selected: of a frame or string where it stands on the board, of
        anything else in the inspector."""
        now = self._selection.now
        if now.link_alone and self._write_label(now.link_alone):
            return
        if len(now) == 1 and now.cards and self._write_note(now.placed_alone):
            return
        if len(now) == 1 and now.frames and self._write_frame_title(now.placed_alone):
            return
        self._inspector.setVisible(True)
        self._inspector.edit_title()

    def _write_note(self, card_id: str) -> bool:
        """Write the words of a note in place; whether the card shows nothing but these."""
        contents, canvas = self._bridge.contents, self._stage.front
        sheet = canvas.note_sheet(card_id)
        card = contents.get(Card, card_id)
        if sheet is None or card is None or self._bridge.read_only:
            return False
        words = words_of(contents.items[card.item])
        if len(words) > MOST_WRITTEN:
            return False
        lowest = {each.id: each.h for each in contents.cards_of(card.item)}

        def write(words: str, gesture: str) -> None:
            self._deeds.write_note(card.item, words, lowest, gesture)

        return canvas.write_note(sheet, words, self._jotting(words, write))

    def _write_label(self, link_id: str) -> bool:
        link = self._bridge.contents.links.get(link_id)
        if link is None or self._bridge.read_only:
            return False
        label = link.values.text("label")
        page = self._jotting(label, partial(self._deeds.set_label, link_id))
        return self._stage.front.write_label(link_id, label, page)

    def _write_frame_title(self, frame_id: str) -> bool:
        frame = self._bridge.contents.frames.get(frame_id)
        if frame is None or self._bridge.read_only:
            return False
        page = self._jotting(frame.title, partial(self._deeds.rename_frame, frame_id))
        return self._stage.front.write_title(frame_id, frame.title, page)

    def _jotting(self, before: str, write: Callable[[str, str], None]) -> Jotting:
        """What stores what is written in place of a text."""
        return Jotting(self._bridge, self._inspector.desk.backlog, before, write)
