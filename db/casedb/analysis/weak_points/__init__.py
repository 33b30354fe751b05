"""Weak points: what a careful editor would ask of a case, found by small checks in one list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from casedb.analysis.weak_points import claims, evidence, records
from casedb.analysis.weak_points.check import Check, Finding, Scope, WeakPoint
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.words import term

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Scope",
    "WeakPoint",
    "check_named",
    "weak_points",
    "weak_points_of",
]

_CLAIM, _ITEM, _SOURCE, _LINK = Scope.CLAIM, Scope.ITEM, Scope.SOURCE, Scope.LINK

CHECKS: tuple[Check, ...] = (
    Check(
        "false_without_disproof",
        term("False, or only unproven?"),
        _CLAIM,
        claims.false_without_disproof,
    ),
    Check("judged_on_denials", term("Verdict on denials alone"), _CLAIM, claims.judged_on_denials),
    Check(
        "verdict_overtaken", term("Verdict older than its ground"), _CLAIM, claims.verdict_overtaken
    ),
    Check("failed_file", term("File that failed its check"), _ITEM, evidence.failed_file),
    Check("retracted", term("Retracted and relied on"), _ITEM, evidence.retracted),
    Check("circular", term("Circular reporting"), _CLAIM, claims.circular),
    Check("one_line_for_many", term("Many items, one line"), _CLAIM, claims.one_line_for_many),
    Check("without_evidence", term("Claim without evidence"), _CLAIM, claims.without_evidence),
    Check(
        "required_uncovered", term("Required and not covered"), _CLAIM, claims.required_uncovered
    ),
    Check("interested_alone", term("Interested parties alone"), _CLAIM, claims.interested_alone),
    Check(
        "required_by_interested",
        term("Required, by interested parties"),
        _CLAIM,
        claims.required_by_interested,
    ),
    Check("single_line", term("One item alone"), _CLAIM, claims.single_line),
    Check("denied_alone", term("Denial of an interested party"), _CLAIM, claims.denied_alone),
    Check("reports_counted", term("Reports of other evidence"), _CLAIM, claims.reports_counted),
    Check("origin_not_known", term("Origin not known"), _CLAIM, claims.origin_not_known),
    Check("perhaps_the_same", term("Perhaps the same thing"), _CLAIM, claims.perhaps_the_same),
    Check("confirmed_by_whom", term("Confirmed by whom?"), _ITEM, evidence.confirmed_by_whom),
    Check("before_the_event", term("Older than the event"), _ITEM, evidence.before_the_event),
    Check("against_dates", term("Order against the dates"), _LINK, records.against_dates),
    Check("silent", term("Neither yes nor no"), _ITEM, evidence.silent),
    Check("anonymous", term("Anonymous evidence"), _ITEM, evidence.anonymous),
    Check("undated", term("Undated imagery"), _ITEM, evidence.undated),
    Check("unplaced", term("Unplaced imagery"), _ITEM, evidence.unplaced),
    Check("without_wording", term("Statement without its words"), _ITEM, evidence.without_wording),
    Check("ungraded", term("Source not graded"), _SOURCE, records.ungraded),
    Check("untyped", term("Link without a type"), _LINK, records.untyped),
)
"""Every check, the gravest first."""

_NAMED: Mapping[str, Check] = MappingProxyType({each.name: each for each in CHECKS})


def check_named(name: str) -> Check | None:
    """The check of a name; None for one of a newer version."""
    return _NAMED.get(name)


def weak_points(contents: Contents, checks: Iterable[Check] = CHECKS) -> Iterator[WeakPoint]:
    """The weak points of a case, by check, and for each in the order of the case."""
    for check in checks:
        for subject in _subjects(contents, check.scope):
            yield from check.of(contents, subject)


def weak_points_of(contents: Contents, subject: str) -> Iterator[WeakPoint]:
    """The weak points of one item, source or link, the gravest first."""
    for check in CHECKS:
        if _is_of(contents, check.scope, subject):
            yield from check.of(contents, subject)


def _subjects(contents: Contents, scope: Scope) -> Iterator[str]:
    match scope:
        case Scope.CLAIM | Scope.ITEM:
            return (each for each in contents.items if _is_of(contents, scope, each))
        case Scope.SOURCE:
            return iter(contents.sources)
        case Scope.LINK:
            return iter(contents.links)


def _is_of(contents: Contents, scope: Scope, subject: str) -> bool:
    match scope:
        case Scope.CLAIM:
            item = contents.items.get(subject)
            return item is not None and item.kind == "claim"
        case Scope.ITEM:
            item = contents.items.get(subject)
            return item is not None and kind_of(item.kind).is_evidence
        case Scope.SOURCE:
            return subject in contents.sources
        case Scope.LINK:
            return subject in contents.links
