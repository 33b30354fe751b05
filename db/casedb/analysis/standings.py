"""`Standings`: what every claim rests on, reckoned when somebody asks and kept until a change touches it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from weakref import ref

from casedb.analysis.independence import standing_of
from casedb.analysis.verdict_ground import changes_of_newest, records_behind
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Element, Item, Link, Record, Source
from casedb.model.standing import Standing


class Standings:
    """The standings of the claims of a case in memory, which tells of every change by itself.

    A claim is reckoned anew only where a change touches what it was reckoned from: the claim and its
    elements, what speaks to them, what that is derived from, the sources and owners of all of it, and
    the grades.
    """

    def __init__(self, contents: Contents) -> None:
        # The case holds this: a ring of both would keep a closed case in memory for a while.
        self._held = ref(contents)
        self._known: dict[str, Standing] = {}
        self._read_from: dict[str, frozenset[str]] = {}
        self._readers: defaultdict[str, set[str]] = defaultdict(set)
        self._stale: set[str] = set()
        contents.standing = self.of
        contents.followed = self._follow

    def of(self, claim_id: str) -> Standing:
        """The standing of a claim; that of nothing where there is no such claim."""
        known = self._known.get(claim_id)
        if known is None:
            contents = self._contents
            behind = records_behind(contents, claim_id)
            known = self._known[claim_id] = replace(
                standing_of(contents, claim_id),
                changes=changes_of_newest(contents, claim_id, behind),
            )
            read_from = frozenset({claim_id, *behind})
            self._read_from[claim_id] = read_from
            for each in read_from:
                self._readers[each].add(claim_id)
        return known

    @property
    def _contents(self) -> Contents:
        contents = self._held()
        if contents is None:
            raise LookupError("What was reckoned from is gone.")
        return contents

    def take_stale(self) -> frozenset[str]:
        """The claims that were known, and may stand otherwise since this was asked last."""
        stale, self._stale = frozenset(self._stale), set()
        return stale

    def _follow(self, edits: Iterable[Edit]) -> None:
        if not self._known:
            return
        for edit in edits:
            for record in (edit.before, edit.after):
                for touched in _touched(record):
                    for claim_id in tuple(self._readers.get(touched, ())):
                        self._forget(claim_id)

    def _forget(self, claim_id: str) -> None:
        self._stale.add(claim_id)
        self._known.pop(claim_id, None)
        for each in self._read_from.pop(claim_id, ()):
            readers = self._readers[each]
            readers.discard(claim_id)
            if not readers:
                del self._readers[each]


def _touched(record: Record | None) -> tuple[str, ...]:
    """What a record that comes, goes or is changed says something of, by id."""
    match record:
        case Link():
            # An element that went with its links is told of by itself, with its claim.
            return (record.start.id, record.end.id)
        case Assessment():
            return (record.subject,)
        case Item() | Source():
            return (record.id,)
        case Element():
            return (record.id, record.claim)
        case _:
            return ()
