"""`Laying`: what is laid on the board in front, and where it lies there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF

from caseboard.board.tools.moving import movable
from caseboard.bridge import CaseBridge
from caseboard.copying import with_contained
from caseboard.deeds import Deeds
from caseboard.going import Going
from caseboard.panels.wording import one_line
from caseboard.selection import Selection
from caseboard.stage import Stage
from caseboard.toast import Toast
from casedb.model.geometry import bounding_rect
from casedb.model.records import Card, Frame
from casedb.words import say

MOST_SELECTED = 1000
"""New cards that are selected together; more are only looked at."""
MOST_SPARED = 24
"""Selected cards that a notice keeps clear of."""


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
            title = one_line(self._bridge.contents.board(board_id).title) or say("Untitled board")
            told = say("Placed on “{title}”.", title=title)
            self._toast.say(told, say("Go there"), lambda: going.show_cards(made))

    def select_made(self, card_ids: list[str], is_exact: bool = False) -> None:
        """Select cards that have just been made, and look at them, unless somebody looks there already
        as the place `is_exact`; of very many none is selected."""
        if len(card_ids) > MOST_SELECTED:
            there = (self._bridge.contents.get(Card, each) for each in card_ids)
            around = bounding_rect([card.rect for card in there if card is not None])
            if around is not None:
                self._stage.front.fly_to(around)
            return
        self._selection.set(cards=card_ids)
        if not is_exact:
            self._going.come_to_selected()

    def selected_boxes(self) -> list[QRect]:
        """Where the selected cards are seen on the screen, in pixels of the board; of many, nothing."""
        chosen = self._selection.cards
        if not chosen or len(chosen) > MOST_SPARED:
            return []
        camera, board = self._stage.front.camera, self._stage.board_id
        there = (self._bridge.contents.get(Card, each) for each in chosen)
        seen = (
            camera.rect_to_screen(each.shown)
            for each in there
            if each is not None and each.board == board
        )
        return [QRectF(*each).toAlignedRect() for each in seen]

    # -- arranging ------------------------------------------------------------------------

    def arrange(self, name: str) -> None:
        """Arrange what is selected in one of the ways of `Deeds.arrange`."""
        canvas = self._stage.front
        canvas.settle()
        canvas.glide_from(self._deeds.arrange(name))

    def tidy(self, name: str) -> None:
        """Tidy what is selected in one of the ways of `TIDIES`, or what the board shows; all of that
        is then looked at."""
        canvas = self._stage.front
        canvas.settle()
        concealed = canvas.columns.concealed
        there = self._bridge.contents.each_card_on(self._stage.board_id) if concealed else ()
        seen = [card.id for card in there if card.id not in concealed]
        is_all = not (self._selection.cards or self._selection.frames)
        before = self._deeds.tidy(name, self._stage.board_id, seen)
        canvas.glide_from(before)
        if is_all and before:
            self._look_at_laid_out(before)

    def _look_at_laid_out(self, moved: Iterable[str]) -> None:
        """Fly to where cards and frames that were moved lie now, with all that can be tidied there."""
        canvas, contents = self._stage.front, self._bridge.contents
        board, concealed = self._stage.board_id, canvas.columns.concealed
        free = [
            card.rect
            for card in contents.each_card_on(board)
            if not (card.locked or card.pinned or card.id in concealed)
        ]
        frames = (contents.get(Frame, each) for each in moved)
        scaled = (each for each in contents.frames_on(board) if contents.scale_of(each.id))
        free += [frame.rect for frame in (*frames, *scaled) if frame is not None]
        around = bounding_rect(free)
        if around is not None and not canvas.camera.visible().contains(around):
            canvas.fly_to(around)

    def nudge(self, dx: float, dy: float) -> None:
        """Move what is selected a little, in board units."""
        self._deeds.nudge([each.id for each in movable(self._stage.front)], dx, dy)
