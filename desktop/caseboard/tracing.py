"""`Tracing`: the independent lines to one claim, drawn on the board in front for as long as one looks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from caseboard.bridge import CaseBridge
from caseboard.going import Going
from caseboard.lines_on_board import LinesOnBoard, cards_of_line
from caseboard.lines_strip import LineName, LinesStrip, LinesTold
from caseboard.looking import Looking
from caseboard.selection import Selection
from caseboard.sight import Mode, Sight
from caseboard.stage import Stage
from caseboard.theme import Theme
from caseboard.titles import isolated, shown_title
from caseboard.voices import announce
from casedb import Change
from casedb.analysis.traces import Trace, Traces, traces_of
from casedb.model.card_face import title_of
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import Card, Element, Fold, Item, Link
from casedb.model.standing import Lines, Standing
from casedb.words import say

SIDES = (1, -1)
LONGEST_TITLE = 90
"""Characters of the title of a claim that are told."""


class Tracing(QObject):
    """Draws the lines to a claim and ends that. `changed()` follows when lines come or go.

    Nothing of it changes the case or how a board is looked at otherwise: what it lets stand back is
    as it was when it ends.
    """

    changed = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        looking: Looking,
        going: Going,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._looking = looking
        self._going = going
        self._traces: Traces | None = None
        self._board = ""
        self._sight = Sight()
        self._is_behind = False
        self.strip = LinesStrip(theme, stage)
        self.strip.left.connect(self.end)
        self.strip.turned.connect(self.turn)
        self.strip.line_wanted.connect(self.look_at)
        stage.strips.append(self.strip)
        bridge.changed.connect(self._follow)
        looking.sights.changed.connect(self._follow_sight)

    @property
    def traces(self) -> Traces | None:
        """The lines that are drawn now."""
        return self._traces

    @property
    def is_shown(self) -> bool:
        """Whether lines are drawn."""
        return self._traces is not None

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- coming and going ---------------------------------------------------------------------

    def toggle(self) -> None:
        """Draw the lines to the one selected claim; end that where they are drawn already."""
        claim = self._selected_claim()
        if self._traces is not None and claim in ("", self._traces.claim):
            self.end()
        elif self._bridge.looks_back:
            self._stage.front.explain(self._bridge.refusal)
        elif claim:
            self.show(claim)
        else:
            self._stage.front.explain(say("Select one claim to see its independent lines."))
        self.changed.emit()

    def _selected_claim(self) -> str:
        chosen = self._selection.item_ids(self._contents)
        items = [self._contents.get(Item, each) for each in chosen]
        is_claim = len(items) == 1 and items[0] is not None and items[0].kind == "claim"
        return next(iter(chosen)) if is_claim else ""

    def show(self, claim_id: str, polarity: int = 0) -> None:
        """Draw the lines to a claim: of this polarity where it has any, else of the one that has."""
        standing = self._standing(claim_id)
        sides = _sides(standing)
        if not sides:
            self.end()
            self._stage.front.explain(say("Nothing speaks for or against this claim yet."))
            return
        cards = {each.board for each in self._contents.cards_of(claim_id)}
        if cards and self._stage.board_id not in cards:
            self._going.go_to(claim_id)
        side = polarity if polarity in sides else sides[0]
        self._draw(claim_id, side, standing)
        announce(self.strip, f"{self.strip.heading}. {self.strip.signs}")
        self.changed.emit()

    def turn(self, polarity: int) -> None:
        """Draw the lines of the other polarity."""
        if self._traces is not None:
            self.show(self._traces.claim, polarity)

    def end(self) -> None:
        """Draw no lines any more. Harmless while none are drawn."""
        if self._traces is None:
            return
        self._let_go_of_board()
        self._traces = None
        had_keys = self.strip.isAncestorOf(self._stage.window().focusWidget() or self._stage)
        self.strip.go_away()
        if had_keys:
            self._stage.front.setFocus()
        self.changed.emit()

    def leave(self) -> bool:
        """End it; whether there was anything to end."""
        is_shown = self.is_shown
        self.end()
        return is_shown

    def close(self) -> None:
        """Follow the case no more, before it is closed."""
        self.end()
        self._bridge.changed.disconnect(self._follow)
        self._looking.sights.changed.disconnect(self._follow_sight)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.strip.set_theme(theme)

    # -- drawing ------------------------------------------------------------------------------

    def _standing(self, claim_id: str) -> Standing:
        return self._contents.standing(claim_id) or Standing()

    def _draw(self, claim_id: str, polarity: int, standing: Standing) -> None:
        self._is_behind = False
        board_id = self._stage.board_id
        if board_id != self._board:
            self._let_go_of_board()
        lines = standing.of(polarity)
        traces = traces_of(self._contents, claim_id, polarity, lines)
        if traces != self._traces:
            self._traces = traces
        assert self._traces is not None
        self._board, board = board_id, self._stage.boards[board_id]
        self._sight = self._looking.sights.of(board_id)
        here = LinesOnBoard.of(self._contents, board_id, traces, board.columns.concealed)
        # Where nothing of them lies nothing is to stand out.
        is_here = here.absent < len(traces.items)
        back = (here.faded, here.faded_links) if is_here else None
        self._looking.sights.set_back(board_id, back)
        board.draw_lines(self._traces)
        self.strip.tell(self._told(lines, _sides(standing), here))
        self.strip.show()
        self.strip.place()

    def _let_go_of_board(self) -> None:
        board = self._stage.boards.get(self._board)
        if board is not None:
            board.draw_lines(None)
        self._looking.sights.set_back(self._board, None)
        self._board = ""

    def _told(self, lines: Lines, sides: tuple[int, ...], here: LinesOnBoard) -> LinesTold:
        traces = self._traces
        assert traces is not None
        number = str(lines.low) if lines.low == lines.high else f"{lines.low}–{lines.high}"
        told = {
            "number": number,
            "mentions": say("{n} mention", "{n} mentions", n=len(lines.mentions)),
            "origins": say("{n} origin", "{n} origins", n=len(lines.roots)),
        }
        heading = _heading_for if traces.polarity > 0 else _heading_against
        marks = (
            ("choke", traces.choke_points),
            ("unknown", traces.unknown),
            ("circular", traces.rings),
        )
        remarks = (
            (
                "absent",
                here.absent,
                say(
                    "{n} item is not on this board",
                    "{n} items are not on this board",
                    n=here.absent,
                ),
            ),
            (
                "hidden",
                here.hidden,
                say("{n} item is hidden here", "{n} items are hidden here", n=here.hidden),
            ),
        )
        return LinesTold(
            partial(heading, tuple(told.items())),
            self._title(traces.claim),
            traces.polarity,
            sides,
            tuple(self._name(each) for each in traces.lines),
            tuple(sign for sign, held in marks if held),
            tuple((name, words) for name, n, words in remarks if n),
        )

    def _name(self, line: Trace) -> LineName:
        titles = [self._title(each) for each in line.items]
        return LineName(line.number, titles[0], " → ".join(titles))

    def _title(self, item_id: str) -> str:
        item = self._contents.get(Item, item_id)
        title = title_of(self._contents, item) if item is not None else ""
        return shown_title(title, LONGEST_TITLE) or say("Untitled")

    def look_at(self, number: int) -> None:
        """Select the cards of a line with that of the claim, and look at them."""
        if self._traces is not None:
            cards = cards_of_line(self._contents, self._board, self._traces, number)
            self._going.show_cards(cards)

    # -- following ----------------------------------------------------------------------------

    def come_to_front(self) -> None:
        """Another board is in front: draw the lines there."""
        if self._traces is not None and self._stage.board_id != self._board:
            self._renew()

    def _renew(self) -> None:
        traces = self._traces
        if traces is None:
            return
        standing = self._standing(traces.claim)
        item, sides = self._contents.get(Item, traces.claim), _sides(standing)
        if item is None or item.kind != "claim" or not sides:
            self.end()
            return
        before = self.strip.heading
        side = traces.polarity if traces.polarity in sides else sides[0]
        self._draw(traces.claim, side, standing)
        if self.strip.heading != before:
            announce(self.strip, self.strip.heading)

    def _follow(self, change: Change) -> None:
        traces = self._traces
        if traces is None:
            return
        self._is_behind |= traces.claim in change.restated
        self._is_behind |= any(_concerns(edit, traces) for edit in change.edits)
        if self._is_behind and not change.is_more:
            self._renew()

    def _follow_sight(self, board_id: str) -> None:
        if self._traces is None or board_id != self._board:
            return
        sight = self._looking.sights.of(board_id)
        is_other = sight != self._sight
        if is_other and (sight.focus or (sight.filter and sight.mode is Mode.FADE)):
            # Two reasons to stand back at once could not be told apart.
            self.end()
        else:
            self._renew()


def _heading_for(told: tuple[tuple[str, str], ...], title: str) -> str:
    return say(
        "Independent lines for “{title}”: {number} · {mentions} · {origins}",
        title=isolated(title),
        **dict(told),
    )


def _heading_against(told: tuple[tuple[str, str], ...], title: str) -> str:
    return say(
        "Independent lines against “{title}”: {number} · {mentions} · {origins}",
        title=isolated(title),
        **dict(told),
    )


def _sides(standing: Standing) -> tuple[int, ...]:
    return tuple(each for each in SIDES if standing.of(each).mentions)


def _concerns(edit: Edit, traces: Traces) -> bool:
    """Whether something drawn may have come, gone or be called otherwise."""
    match edit.before, edit.after:
        case Card() as before, Card() as after:
            return (before.board, before.item) != (after.board, after.item)
        case Item() as before, Item():
            return before.id in traces.items
        case _:
            return isinstance(edit.record, Card | Fold | Link | Element | Item)
