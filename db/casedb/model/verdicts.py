"""The verdicts on a claim: every version that is kept, and what is written before one is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType

from casedb.model.assessments import SCHEME_OF, VerdictBody, is_cited, newest
from casedb.model.contents import Contents
from casedb.model.records import Assessment
from casedb.model.schemes import Grade, grades_of
from casedb.words import say, term

LONGEST = 50_000
"""Characters that each text of a verdict may have."""

FINDINGS: tuple[str, ...] = (
    term("holds"),
    term("holds in part"),
    term("does not hold"),
    term("not shown"),
)
"""What is found of an element as a rule; any other words may stand in their place."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody writes as a verdict: by the names of the schemes' words, the ids of elements with
    what was found of them, and the ids of what is cited."""

    label: str = ""
    rationale: str = ""
    likelihood: str = ""
    confidence: str = ""
    limits: str = ""
    corrections: str = ""
    findings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    cites: frozenset[str] = frozenset()

    def found(self, element_id: str, words: str) -> Draft:
        """The same, with something else found of an element; empty for nothing yet."""
        rest = {key: each for key, each in self.findings.items() if key != element_id}
        return replace(self, findings={**rest, **({element_id: words} if words else {})})


def own_verdicts(contents: Contents, claim_id: str) -> list[Assessment]:
    """Every version of the case's own verdict on a claim, newest first."""
    return [each for each in _verdicts(contents, claim_id) if not is_cited(each)]


def cited_verdicts(contents: Contents, claim_id: str) -> list[Assessment]:
    """The verdicts of others that are set down here as such, newest first."""
    return [each for each in _verdicts(contents, claim_id) if is_cited(each)]


def _verdicts(contents: Contents, claim_id: str) -> list[Assessment]:
    given = contents.assessments_of(claim_id)
    return [each for each in reversed(given) if each.type == "verdict"]


def draft_of(contents: Contents, verdict: Assessment | None, claim_id: str) -> Draft:
    """What a version says, as a draft of the next; likelihood and confidence as they are judged now."""
    given = contents.assessments_of(claim_id)
    likely, sure = (newest(given, sort) for sort in ("likelihood", "confidence"))
    draft = Draft(
        likelihood=likely.value if likely is not None else "",
        confidence=sure.value if sure is not None else "",
    )
    if verdict is None:
        return draft
    body = VerdictBody.from_values(verdict.values)
    return replace(
        draft,
        label=verdict.value,
        rationale=body.rationale,
        limits=body.limits,
        corrections=body.corrections,
        findings={each.element: each.finding for each in body.findings if each.finding},
        cites=frozenset(each.id for each in body.cites),
    )


def merged(mine: Draft, before: Draft, now: Draft) -> Draft:
    """What is written, once what it began from is another: what was not touched follows, the rest stays."""
    kept = {
        each.name: getattr(mine, each.name)
        for each in fields(Draft)
        if each.name not in ("findings", "cites")
        and getattr(mine, each.name) != getattr(before, each.name)
    }
    touched = {
        each
        for each in mine.findings.keys() | before.findings.keys()
        if mine.findings.get(each) != before.findings.get(each)
    }
    findings = {key: each for key, each in now.findings.items() if key not in touched}
    findings |= {key: each for key, each in mine.findings.items() if key in touched}
    cites = now.cites - (before.cites - mine.cites) | (mine.cites - before.cites)
    return replace(now, **kept, findings=findings, cites=cites)


def judged_with(contents: Contents, verdict: Assessment, sort: str) -> Assessment | None:
    """The likelihood or confidence that held when a version was given; None where there was none."""
    until = (verdict.at, verdict.id)
    given = contents.assessments_of(verdict.subject)
    return newest([each for each in given if (each.at, each.id) <= until], sort)


def author_of(contents: Contents, verdict: Assessment) -> str:
    """Who wrote a version: of one that was signed off, whoever wrote the words that were."""
    if not verdict.values.text("reviewer"):
        return verdict.by
    older = own_verdicts(contents, verdict.subject)
    until = (verdict.at, verdict.id)
    for each in older:
        if (each.at, each.id) < until:
            if not _is_same_text(each, verdict):
                break
            if not each.values.text("reviewer"):
                return each.by
    return verdict.by


def _is_same_text(one: Assessment, other: Assessment) -> bool:
    return one.value == other.value and _unsigned(one) == _unsigned(other)


def _unsigned(verdict: Assessment) -> VerdictBody:
    body = VerdictBody.from_values(verdict.values)
    return replace(body, reviewer="", reviewed_at="", ground=(), cites=())


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are of one person, as far as names tell.

    >>> is_same_person("Ann  Lee", " ann lee"), is_same_person("", "")
    (True, False)
    """
    first, second = (" ".join(each.split()).casefold() for each in (one, other))
    return bool(first) and first == second


def grades_for(contents: Contents, sort: str) -> tuple[Grade, ...]:
    """The words by which a sort of judgement is made in a case; none where it carries no such scheme."""
    scheme = contents.schemes.get(SCHEME_OF[sort])
    return grades_of(scheme) if scheme is not None else ()


def grade_of(contents: Contents, assessment: Assessment | None) -> Grade | None:
    """The word of a judgement in the scheme that it was made by; None for none that is known."""
    scheme = contents.schemes.get(assessment.scheme) if assessment is not None else None
    if scheme is None or assessment is None:
        return None
    return named_grade(grades_of(scheme), assessment.value)


def named_grade(grades: Iterable[Grade], value: str) -> Grade | None:
    """The word of a value among others."""
    return next((each for each in grades if each.value == value), None)


def shown_finding(words: str) -> str:
    """What was found of an element, in the language of the reader where it is one of the usual words."""
    return say(words) if words in FINDINGS else words
