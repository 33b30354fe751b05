"""The case as of an entry of its journal: the edits since then played back from the present.

Nothing is written and nothing in the case changes; what is shown of the past is a copy in memory.
"""

from __future__ import annotations

from collections.abc import Iterable

from casedb.analysis.standings import Standings
from casedb.entries import RowEdit
from casedb.errors import InvalidChange
from casedb.history import Journal, replayed
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.records import RECORD_TYPES
from casedb.words import say

_RANK = {each: n for n, each in enumerate(RECORD_TYPES)}
"""Records of each type refer only to those of types before it."""


def as_of(contents: Contents, since: Iterable[RowEdit]) -> Contents:
    """The contents as they were before some edits, given in the order in which they were made.

    The contents given stay as they are. Raises InvalidChange where values of an edit were removed
    from the journal, or are not understood.
    """
    past = contents.copy()
    past.apply(_change(past, list(since), forward=False))
    return past


class Past:
    """A case as of an entry, to be moved from entry to entry.

    `seq` is the entry after which it is as it shows; 1 is the first.
    """

    def __init__(self, journal: Journal, contents: Contents) -> None:
        """As of the newest entry. Moving costs as much as there was done in between."""
        self._journal = journal
        self._copy = contents.copy()
        Standings(self._copy)
        self.seq = journal.length

    @property
    def contents(self) -> Contents:
        """What was in the case then: a copy, so that changing it changes no case."""
        return self._copy

    def go(self, seq: int) -> tuple[Edit, ...]:
        """Move to an entry that the journal has; the edits that lead there come back.

        Raises InvalidChange where that cannot be told, or CaseDamaged; then nothing has moved.
        """
        wanted = max(1, min(seq, self._journal.length))
        if wanted == self.seq:
            return ()
        if wanted < self.seq:
            between = self._journal.edits_of(wanted + 1, self.seq)
        else:
            between = self._journal.edits_of(self.seq + 1, wanted)
        change = _change(self._copy, between, forward=wanted > self.seq)
        self._copy.apply(change)
        self.seq = wanted
        return change.edits


def _change(contents: Contents, edits: list[RowEdit], *, forward: bool) -> ChangeSet:
    """The edits that lead over some of the journal's, forwards or back, each record's once."""
    if any(each.expunged for each in edits):
        raise InvalidChange(
            say("What was before this entry cannot be told: values were removed from the journal.")
        )
    try:
        led = replayed(contents, edits if forward else edits[::-1], forward=forward)
    except (KeyError, TypeError, ValueError) as trouble:
        raise InvalidChange(
            say("What was before this entry cannot be told: the journal is not understood there.")
        ) from trouble
    differing = [edit for edit in led if edit.before != edit.after]
    # What rests on others goes before them, and comes after them.
    gone = sorted((each for each in differing if each.after is None), key=_rank, reverse=True)
    changed = [each for each in differing if each.before is not None and each.after is not None]
    come = sorted((each for each in differing if each.before is None), key=_rank)
    return ChangeSet("", (*gone, *changed, *come))


def _rank(edit: Edit) -> int:
    return _RANK[type(edit.record)]
