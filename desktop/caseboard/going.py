"""`Going`: going to where something is to be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from caseboard.bridge import CaseBridge
from caseboard.elsewhere import Elsewhere, other_boards
from caseboard.goals import Goal, goal_of
from caseboard.looking import Looking
from caseboard.selection import Selection
from caseboard.stage import Stage
from caseboard.toast import Toast
from casedb.model.card_face import board_of
from casedb.model.contents import Contents
from casedb.model.geometry import Rect, bounding_rect
from casedb.model.records import Card, Frame
from casedb.words import say


class Going:
    """Goes to where something is to be seen, on the board in front or on another.

    `show_board` brings a board to the front.
    """

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        looking: Looking,
        toast: Toast,
        show_board: Callable[[str], None],
    ) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._looking = looking
        self._toast = toast
        self._show_board = show_board

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- to a record ----------------------------------------------------------------------

    def go_to(self, record_id: str) -> None:
        """Select an item, the claim of an element, a link or a source, and fly to where it is shown."""
        goal = goal_of(self._contents, record_id, self._stage.board_id)
        if goal is not None:
            self.go(goal)

    def go(self, goal: Goal) -> None:
        """Bring a board to the front and fly to what is to be selected there."""
        if self._stage.is_past or goal.board not in ("", self._stage.board_id):
            self._show_board(goal.board or self._stage.board_id)
        cards = goal.selected.cards
        if cards and cards <= self._stage.front.columns.concealed:
            self._selection.clear()
            self._offer_hidden(partial(self.go, goal))
            return
        self._selection.become(goal.selected)
        self._fly_to_selected()

    def go_to_end(self, *, at_start: bool) -> None:
        """Go to where the one selected link begins or ends."""
        link = self._contents.links.get(self._selection.now.link_alone)
        if link is None:
            self._stage.front.explain(say("Select one link to go to an end of it."))
        else:
            self.go_to((link.start if at_start else link.end).id)

    # -- to cards -------------------------------------------------------------------------

    def show_cards(self, card_ids: Sequence[str]) -> None:
        """Bring the board of some cards to the front, and select and look at these.

        What is folded into a collapsed frame is seen as that.
        """
        contents = self._contents
        found = [card for each in card_ids if (card := contents.get(Card, each)) is not None]
        if not found:
            return
        if self._stage.is_past or found[0].board != self._stage.board_id:
            self._show_board(found[0].board)
        board_id, concealed = self._stage.board_id, self._stage.front.columns.concealed
        here = [card.id for card in found if card.board == board_id]
        if here and all(each in concealed for each in here):
            self._selection.clear()
            self._offer_hidden(partial(self.show_cards, here))
            return
        here = [each for each in here if each not in concealed]
        stacks = {each: contents.folded_into(each) for each in here}
        self._selection.set(
            cards=[each for each, stack in stacks.items() if stack is None],
            frames=[stack for stack in stacks.values() if stack is not None],
        )
        self._fly_to_selected()

    def show_card(self, card_id: str) -> None:
        """Bring the board of a card to the front, and select and look at the card."""
        self.show_cards([card_id])

    def _offer_hidden(self, go: Callable[[], None]) -> None:
        def show_and_go() -> None:
            self._looking.show_all()
            self._looking.sights.finish()
            go()

        self._toast.say(say("It is hidden on this board for now."), say("Show all"), show_and_go)

    # -- to another board -----------------------------------------------------------------

    def open_card(self, card_id: str) -> bool:
        """Bring the board to the front that a card stands for; whether it stands for one."""
        card = self._contents.get(Card, card_id)
        board = board_of(self._contents, self._contents.items[card.item]) if card else None
        if board is None:
            return False
        if board.id == self._stage.board_id:
            self._stage.front.explain(say("The card stands for the board on which it lies."))
        else:
            self._show_board(board.id)
            self._stage.front.setFocus()
        return True

    def open_board(self) -> None:
        """Bring the board to the front that the one selected card stands for."""
        if not self.open_card(self._selection.now.placed_alone):
            self._stage.front.explain(say("Select one card that stands for a board to open that."))

    def other_boards(self) -> list[Elsewhere]:
        """The other boards on which what is selected lies."""
        item_ids = self._selection.item_ids(self._contents)
        return other_boards(self._contents, item_ids, self._stage.board_id)

    # -- to what is selected --------------------------------------------------------------

    def fit_selection(self) -> None:
        """Show all of what is selected on the board in front."""
        around = self._around_selection()
        if around is not None:
            self._stage.front.fit(around)

    def come_to_selected(self) -> None:
        """Look at what is selected, where not all of it can be seen: room may have been far away."""
        around = self._around_selection()
        if around is not None and not self._stage.front.camera.visible().contains(around):
            self._stage.front.fly_to(around)

    def _fly_to_selected(self) -> None:
        around = self._around_selection()
        if around is not None:
            self._stage.front.fly_to(around)

    def _around_selection(self) -> Rect | None:
        contents = self._contents
        cards_there = (contents.get(Card, each) for each in self._selection.cards)
        frames = (contents.get(Frame, each) for each in self._selection.frames)
        placed = [each for each in (*cards_there, *frames) if each is not None]
        links = (self._stage.front.rect_of_link(each) for each in self._selection.links)
        return bounding_rect(
            [
                *(each.rect for each in placed if each.board == self._stage.board_id),
                *(rect for rect in links if rect is not None),
            ]
        )
