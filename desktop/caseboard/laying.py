"""`Laying`: what is laid on the board in front, and where it lies there."""

from __future__ import annotations

from collections.abc import Sequence

from caseboard.board.tools.moving import movable
from caseboard.bridge import CaseBridge
from caseboard.copying import with_contained
from caseboard.deeds import Deeds
from caseboard.going import Going
from caseboard.panels.wording import one_line
from caseboard.selection import Selection
from caseboard.stage import Stage
from caseboard.toast import Toast


class Laying:
    """Places what the case has, and arranges what is on the board, for the eye to follow."""

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        deeds: Deeds,
        going: Going,
        toast: Toast,
    ) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._deeds = deeds
        self._going = going
        self._toast = toast

    # -- placing --------------------------------------------------------------------------

    def place(self, item_ids: Sequence[str]) -> None:
        """Show items of the case on the board in front."""
        self._deeds.place(self._stage.board_id, item_ids, self._stage.middle)
        self._going.come_to_selected()

    def place_board(self, shown_id: str) -> None:
        """Place a board on the one in front, as a card that leads there."""
        if self._deeds.place_board(self._stage.board_id, shown_id, self._stage.middle):
            self._going.come_to_selected()

    def place_elsewhere(self, board_id: str) -> None:
        """Lay the selected cards and frames on another board as well, and offer to go there."""
        contents, now, going = self._bridge.contents, self._selection.now, self._going
        made = self._deeds.lay_on(board_id, with_contained(contents, now.cards, now.frames))
        if made:
            title = one_line(self._bridge.contents.board(board_id).title) or "Untitled board"
            self._toast.say(f"Placed on “{title}”.", "Go there", lambda: going.show_cards(made))

    def select_made(self, card_ids: list[str]) -> None:
        """Select cards that have just been made, and look at them."""
        self._selection.set(cards=card_ids)
        self._going.come_to_selected()

    # -- arranging ------------------------------------------------------------------------

    def arrange(self, name: str) -> None:
        """Arrange what is selected in one of the ways of `Deeds.arrange`."""
        canvas = self._stage.front
        canvas.settle()
        canvas.glide_from(self._deeds.arrange(name))

    def tidy(self, name: str) -> None:
        """Tidy what is selected in one of the ways of `TIDIES`, or what the board shows."""
        canvas = self._stage.front
        canvas.settle()
        concealed = canvas.columns.concealed
        there = self._bridge.contents.each_card_on(self._stage.board_id) if concealed else ()
        seen = [card.id for card in there if card.id not in concealed]
        canvas.glide_from(self._deeds.tidy(name, self._stage.board_id, seen))

    def nudge(self, dx: float, dy: float) -> None:
        """Move what is selected a little, in board units."""
        self._deeds.nudge([each.id for each in movable(self._stage.front)], dx, dy)
