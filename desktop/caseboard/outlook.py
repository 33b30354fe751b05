"""`Outlook`: what of a board is shown by one way of looking at it, kept in step with the case."""

from __future__ import annotations

from collections.abc import Iterable

from caseboard.piecemeal import Steps, portions
from caseboard.sight import Mode, Shown, Sight
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.filter_doubts import Doubts
from casedb.model.filtering import Sieve, passes
from casedb.model.reach import walking
from casedb.model.records import Card, Element, Item, Link

NOTHING: frozenset[str] = frozenset()


class Outlook:
    """One board, looked at in one way.

    All of it is asked once. After a change only that is asked again of which the change can say
    something else; the result is what asking all again would give.
    """

    def __init__(self, contents: Contents, board_id: str, sight: Sight) -> None:
        self._contents = contents
        self._board = board_id
        self._sight = sight
        self._is_asked = self._is_walked = False
        self._edits: list[Edit] = []
        self._items: dict[str, str] = {}
        self._passable: set[str] = set()
        self._left_out: set[str] = set()
        self._far = NOTHING
        self._shown: Shown | None = None

    @property
    def is_behind(self) -> bool:
        """Whether something has to be asked."""
        return self._shown is None or bool(self._edits)

    def note(self, edits: Iterable[Edit]) -> None:
        """Take note of edits that the case has taken already."""
        self._edits += edits

    def catch_up(self) -> Steps[Shown]:
        """Ask what has to be asked; edits that are noted meanwhile are followed as well. What is
        shown is the same object as before where nothing is shown otherwise.

        Of one outlook no two may go on at a time.
        """
        while True:
            if not self._is_asked:
                yield from self._ask_all()
            elif self._edits:
                yield from self._ask_again()
            elif not self._is_walked:
                yield from self._walk()
            else:
                break
        if self._shown is None:
            self._shown = self._taken_together()
        return self._shown

    def _taken_together(self) -> Shown:
        left_out = frozenset(self._left_out)
        if self._sight.mode is Mode.FADE:
            return Shown(NOTHING, left_out | self._far)
        return Shown(left_out, self._far - left_out)

    # -- what passes --------------------------------------------------------------------------

    def _ask_all(self) -> Steps[None]:
        contents, chosen = self._contents, self._sight.filter
        self._items, self._passable, self._left_out = {}, set(), set()
        self._edits.clear()
        self._is_asked, self._is_walked, self._shown = True, False, None
        sieve = Sieve(contents, chosen)
        for n, portion in enumerate(portions(contents.each_card_on(self._board))):
            if n:
                yield
            found = {card.id: card.item for card in portion}
            passed = sieve.passing(found.values()) if chosen else found.values()
            self._items |= found
            if chosen:
                self._left_out.update(card for card, item in found.items() if item not in passed)
            self._passable.update(passed if self._sight.mode is Mode.HIDE else found.values())

    def _ask_again(self) -> Steps[None]:
        edits, self._edits = self._edits, []
        doubts = Doubts(self._board, self._sight.filter.conditions)
        for n, portion in enumerate(portions(edits)):
            if n:
                yield
            for edit in portion:
                doubts.take(edit)
                self._is_walked = self._is_walked and not _joins_otherwise(edit)
        if doubts.is_all:
            self._is_asked = False
            return
        for each in doubts.cards:
            self._follow_card(each)
        for n, portion in enumerate(portions(doubts.items)):
            if n:
                yield
            for each in portion:
                self._ask(each)

    def _follow_card(self, card_id: str) -> None:
        card = self._contents.get(Card, card_id)
        if card is not None and card.board == self._board:
            self._items[card_id] = card.item
        else:
            self._items.pop(card_id, None)
            self._left_out.discard(card_id)
        self._is_walked, self._shown = False, None

    def _ask(self, item_id: str) -> None:
        """Ask whether an item passes, and note it of its cards on the board."""
        contents, mode = self._contents, self._sight.mode
        here = [card.id for card in contents.cards_of(item_id) if card.board == self._board]
        passed = bool(here) and passes(contents, self._sight.filter, contents.items[item_id])
        now = set[str]() if passed else set(here)
        if now != self._left_out.intersection(here):
            self._left_out.difference_update(here)
            self._left_out |= now
            self._shown = None
        is_passable = passed or (bool(here) and mode is Mode.FADE)
        if is_passable != (item_id in self._passable):
            self._passable ^= {item_id}
            self._is_walked = False

    # -- how far it is ------------------------------------------------------------------------

    def _walk(self) -> Steps[None]:
        self._is_walked = True
        starts = [self._items[each] for each in self._sight.focus if each in self._items]
        far = NOTHING
        if starts:
            near = yield from walking(self._contents, starts, self._sight.steps, self._passable)
            yield
            far = frozenset(card for card, item in self._items.items() if item not in near)
        yield
        if far != self._far:
            self._far, self._shown = far, None


def _joins_otherwise(edit: Edit) -> bool:
    """Whether other items may be joined by links after an edit than before."""
    match edit.before, edit.after:
        case Link() as before, Link() as after:
            return (before.start, before.end) != (after.start, after.end)
        case Element() as before, Element() as after:
            return before.claim != after.claim
        case Item() as before, Item() as after:
            return before.kind != after.kind
        case _:
            return isinstance(edit.record, Link | Element)
