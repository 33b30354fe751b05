"""`WeakPointsKept`: the weak points of a case, found a record at a time and kept while nothing touches it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from casedb.analysis.confirming import CONFIRMED, claims_spoken_to
from casedb.analysis.orders import in_order
from casedb.analysis.weak_points import CHECKS, weak_points_of
from casedb.analysis.weak_points.check import WeakPoint
from casedb.analysis.weak_points.dismissals import dismissal_of
from casedb.model.assessments import VerdictBody, is_veiled
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import (
    Assessment,
    Attachment,
    Element,
    Item,
    Link,
    Record,
    Scheme,
    Source,
)
from casedb.model.references import references_of
from casedb.model.schemes import DISMISSAL

_OF_GRADES = frozenset(
    {
        "confirmed_by_whom",
        "ungraded",
        "false_without_disproof",
        "judged_on_denials",
        "verdict_overtaken",
    }
)
"""The checks whose finding tells how something was judged, or that it was."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A weak point, and by what it is set aside; None where it is open."""

    point: WeakPoint
    dismissal: Assessment | None


class WeakPointsKept:
    """What was found in a case, by record. `catch_up` looks at what changes have touched, and at first at
    everything; until it is through, what it has not looked at again stays as it was."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._found: dict[str, tuple[Asked, ...]] = {}
        self._read: dict[str, frozenset[str]] = {}
        self._readers: defaultdict[str, set[str]] = defaultdict(set)
        self._stale: dict[str, None] = {}
        self.renew()

    @property
    def is_behind(self) -> bool:
        """Whether there is something to look at."""
        return bool(self._stale)

    def renew(self) -> None:
        """Look at everything again when it is caught up."""
        held = self._contents
        self._stale = dict.fromkeys((*held.items, *held.sources, *held.links, *self._found))

    def follow(
        self, edits: Iterable[Edit], restated: Iterable[str] = (), judged: Iterable[str] = ()
    ) -> None:
        """Note what a change may have touched: `restated` are the claims that rest on something else
        (`Standings.take_stale`), `judged` the files (SHA-256) that a check has judged."""
        for edit in edits:
            if isinstance(edit.record, Scheme) and edit.record.id != DISMISSAL.id:
                # The words of verdicts stand in it.
                self.renew()
            for record in (edit.before, edit.after):
                self._touch(_touched(record))
        self._touch(restated)
        for file in judged:
            self._touch(each.item for each in self._contents.attachments_to(file))

    def catch_up(self) -> Generator[None, None, None]:
        """Look at what was touched, with a pause after each record."""
        while self._stale:
            subject = next(iter(self._stale))
            del self._stale[subject]
            self._look_at(subject)
            yield

    def of(self, subject: str) -> tuple[Asked, ...]:
        """What was found about one item, source or link, the gravest first.

        Of what is graded blind, nothing is told that says how it was graded.
        """
        there = self._found.get(subject, ())
        if there and self._contents.veiled:
            return tuple(each for each in there if not is_hidden(self._contents, each.point))
        return there

    def by_check(self) -> dict[str, list[Asked]]:
        """What was found by the name of its check, gravest first, and in each in the order of the case."""
        found: dict[str, list[Asked]] = {each.name: [] for each in CHECKS}
        held = self._contents
        for subject in (*held.items, *held.sources, *held.links):
            if subject in self._found:
                for each in self.of(subject):
                    found[each.point.check].append(each)
        return found

    def _look_at(self, subject: str) -> None:
        for each in self._read.pop(subject, ()):
            readers = self._readers[each]
            readers.discard(subject)
            if not readers:
                del self._readers[each]
        contents = self._contents
        if not any(subject in each for each in (contents.items, contents.sources, contents.links)):
            self._found.pop(subject, None)
            return
        found = tuple(
            Asked(each, dismissal_of(contents, each)) for each in weak_points_of(contents, subject)
        )
        if found:
            self._found[subject] = found
        else:
            self._found.pop(subject, None)
        read = self._read[subject] = frozenset(_read_by(contents, subject))
        for each in read:
            self._readers[each].add(subject)

    def _touch(self, ids: Iterable[str]) -> None:
        for each in ids:
            self._stale.update(dict.fromkeys(sorted(self._readers.get(each, ()))))
            self._stale[each] = None


def is_hidden(contents: Contents, point: WeakPoint) -> bool:
    """Whether a weak point tells of a grade that is hidden, as its subject is graded blind."""
    if point.check not in _OF_GRADES:
        return False
    item = contents.items.get(point.subject)
    return point.subject in contents.veiled if item is None else is_veiled(contents, item)


def _read_by(contents: Contents, subject: str) -> Iterator[str]:
    """The ids of the records from which the weak points of one follow.

    What is behind a claim is none of them: whoever keeps the standings tells of that.
    """
    yield subject
    if subject in contents.sources:
        yield from (each.id for each in contents.referrers(subject))
    link = contents.links.get(subject)
    if link is not None and (order := in_order(contents, link)) is not None:
        yield from order
    item = contents.items.get(subject)
    if item is None:
        return
    given = contents.assessments_of(subject)
    if item.kind == "claim":
        for each in given:
            if each.type == "verdict":
                yield from (every.id for every in VerdictBody.from_values(each.values).ground)
        return
    for link in contents.links_at(subject):
        yield from (link.start.id, link.end.id)
    for each in given:
        if each.type == "credibility" and each.value == CONFIRMED:
            claims = (each.claim,) if each.claim is not None else claims_spoken_to(contents, item)
            for claim in claims:
                # Of a standing that nobody has asked for, no change is told.
                contents.standing(claim)
                yield claim


def _touched(record: Record | None) -> tuple[str, ...]:
    """The ids of what a record that comes, goes or is changed says something of."""
    match record:
        case Link():
            return (record.id, record.start.id, record.end.id)
        case Assessment():
            return (record.subject,) if record.claim is None else (record.subject, record.claim)
        case Item() | Source():
            return (record.id, *(target for _, _, target in references_of(record)))
        case Element():
            return (record.id, record.claim)
        case Attachment():
            return (record.item,)
        case _:
            return ()
