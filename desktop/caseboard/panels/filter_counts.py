"""`FilterCounts`: what the items of a board can be filtered by, counted once and kept in step."""

from __future__ import annotations

from collections.abc import Iterable

from caseboard.piecemeal import Steps, portions
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.facets import COUNTED, Choices, Tally
from casedb.model.filter_doubts import Doubts
from casedb.model.filtering import FactsOfAll, FactsOfOne
from casedb.model.records import Scheme, Source


class FilterCounts:
    """The counts of one board. After a change only those items are counted anew of which the change
    can say something else. What is graded blind when it is made counts as not judged."""

    def __init__(self, contents: Contents, board_id: str) -> None:
        self._contents = contents
        self._board = board_id
        self._veiled = contents.veiled
        self._tally = Tally()
        self._is_counted = False
        self._edits: list[Edit] = []
        self._choices: Choices | None = None

    @property
    def is_behind(self) -> bool:
        """Whether something has to be counted."""
        return self._choices is None or bool(self._edits)

    def note(self, edits: Iterable[Edit]) -> None:
        """Take note of edits that the case has taken already."""
        self._edits += edits

    def catch_up(self) -> Steps[Choices]:
        """Count what has to be counted, edits that are noted meanwhile as well. What is offered is the
        same object as before where nothing is offered otherwise."""
        while not self._is_counted or self._edits:
            yield from (self._count_again() if self._is_counted else self._count_all())
        if self._choices is None:
            self._choices = self._tally.choices(self._contents)
        return self._choices

    def _count_all(self) -> Steps[None]:
        contents, self._tally = self._contents, Tally()
        self._edits.clear()
        self._is_counted, self._choices = True, None
        facts = FactsOfAll(contents, self._veiled)
        for n, portion in enumerate(portions(contents.each_card_on(self._board))):
            if n:
                yield
            self._tally.count(contents, dict.fromkeys(card.item for card in portion), facts)

    def _count_again(self) -> Steps[None]:
        edits, self._edits = self._edits, []
        doubts = Doubts(self._board, COUNTED)
        for n, portion in enumerate(portions(edits)):
            if n:
                yield
            for edit in portion:
                doubts.take(edit)
                if isinstance(edit.record, Source | Scheme):
                    # Names and words stand in their order.
                    self._choices = None
        if doubts.is_all:
            self._is_counted = False
            return
        facts = FactsOfOne(self._contents, self._veiled)
        for n, portion in enumerate(portions(doubts.items)):
            if n:
                yield
            for each in portion:
                self._count(each, facts)

    def _count(self, item_id: str, facts: FactsOfOne) -> None:
        here = any(card.board == self._board for card in self._contents.cards_of(item_id))
        is_other = (
            self._tally.count(self._contents, [item_id], facts)
            if here
            else self._tally.forget(item_id)
        )
        if is_other:
            self._choices = None
