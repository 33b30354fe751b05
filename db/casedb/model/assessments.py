"""The sorts of assessment, and how the newest of each is read off a case.

An assessment is appended and never changed: a later one of the same sort, by the same judge, on the
same subject takes its place on the screen, and both stay in the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.records import Assessment, Item
from casedb.model.schemes import (
    ACH,
    CONFIDENCE,
    CREDIBILITY,
    LIKELIHOOD,
    RELIABILITY,
    VERDICT,
    grades_of,
)
from casedb.model.values import Values
from casedb.model.visible_text import visible_line
from casedb.words import say

MOST_READ = 32
"""Verdicts of which what they say is kept read."""
SCHEME_OF: Mapping[str, str] = {
    "reliability": RELIABILITY.id,
    "credibility": CREDIBILITY.id,
    "likelihood": LIKELIHOOD.id,
    "confidence": CONFIDENCE.id,
    "verdict": VERDICT.id,
    "ach": ACH.id,
}
"""The sorts of assessment, and the scheme that each is judged by unless another is named.

reliability: of a source · credibility: of an item, for a claim · likelihood, confidence, verdict:
of a claim · ach: of an item, against one of several competing claims.
"""


@dataclass(frozen=True, slots=True)
class Citation:
    """An item or link that a verdict rests on, frozen: its id and the hash it had then."""

    id: str
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a verdict found for one element of its claim."""

    element: str
    finding: str


@dataclass(frozen=True, slots=True)
class Footing:
    """A record that a verdict rests on, whether its reader is told of it or not: its id, which sort it
    is of (`claim`, `evidence`, `link`, `source`, `grade`), and the hash of what it said then."""

    id: str
    part: str
    hash: str


@dataclass(frozen=True, slots=True)
class VerdictBody:
    """What a verdict says besides its label.

    `cited_opinion` names the source whose verdict this is, where it is not our own; `cites` are what it
    names as its reasons, `ground` all that stood behind the claim when it was given.
    """

    rationale: str = ""
    limits: str = ""
    corrections: str = ""
    reviewer: str = ""
    reviewed_at: str = ""
    cited_opinion: str = ""
    findings: tuple[Finding, ...] = ()
    cites: tuple[Citation, ...] = ()
    ground: tuple[Footing, ...] = ()

    def to_values(self) -> Values:
        """The form in which an assessment record holds it."""
        texts = {
            "rationale": self.rationale,
            "limits": self.limits,
            "corrections": self.corrections,
            "reviewer": self.reviewer,
            "reviewed_at": self.reviewed_at,
            "cited_opinion": self.cited_opinion,
        }
        held: dict[str, JsonValue] = {key: text for key, text in texts.items() if text}
        if self.findings:
            held["findings"] = [
                {"element": each.element, "finding": each.finding} for each in self.findings
            ]
        if self.cites:
            held["cites"] = [{"id": each.id, "hash": each.hash} for each in self.cites]
        if self.ground:
            held["ground"] = [
                {"id": each.id, "part": each.part, "hash": each.hash} for each in self.ground
            ]
        return Values(held)

    @classmethod
    def from_values(cls, values: Values) -> VerdictBody:
        """Read it back; what is not understood is left empty."""
        return _read_body(values)


@lru_cache(maxsize=MOST_READ)
def _read_body(values: Values) -> VerdictBody:
    """What some values say; kept, as a verdict that rests on thousands of records is asked for often."""
    return VerdictBody(
        rationale=values.text("rationale"),
        limits=values.text("limits"),
        corrections=values.text("corrections"),
        reviewer=values.text("reviewer"),
        reviewed_at=values.text("reviewed_at"),
        cited_opinion=values.text("cited_opinion"),
        findings=tuple(
            Finding(row.text("element"), row.text("finding")) for row in _rows(values, "findings")
        ),
        cites=tuple(Citation(row.text("id"), row.text("hash")) for row in _rows(values, "cites")),
        ground=tuple(
            Footing(row.text("id"), row.text("part"), row.text("hash"))
            for row in _rows(values, "ground")
        ),
    )


def _rows(values: Values, key: str) -> list[Values]:
    held = values.get(key)
    if isinstance(held, str) or not isinstance(held, Sequence):
        return []
    return [
        Values(cast("Mapping[str, JsonValue]", row)) for row in held if isinstance(row, Mapping)
    ]


def newest(assessments: Sequence[Assessment], sort: str) -> Assessment | None:
    """The latest assessment of one sort, or None."""
    found = [each for each in assessments if each.type == sort]
    return max(found, key=lambda each: (each.at, each.id)) if found else None


def is_cited(assessment: Assessment) -> bool:
    """Whether a verdict is somebody else's, set down here as such, and not one of this case."""
    return bool(assessment.values.text("cited_opinion"))


def own_verdict(contents: Contents, claim_id: str) -> Assessment | None:
    """The newest verdict on a claim that is the case's own, and not cited from somebody else."""
    given = [each for each in contents.assessments_of(claim_id) if not is_cited(each)]
    return newest(given, "verdict")


def word(contents: Contents, assessment: Assessment) -> str:
    """The label of an assessment's value in the scheme that the case carries."""
    record = contents.schemes.get(assessment.scheme)
    for grade in grades_of(record) if record is not None else ():
        if grade.value == assessment.value:
            return grade.shown
    return assessment.value


NOT_GIVEN = "?"
"""Stands in a grade for the sign that nobody has given."""


BASIS = "basis"
"""The value of a grade that says what it rests on, in the words of whoever gave it."""


def basis_of(assessment: Assessment) -> str:
    """What a judgement rests on, in words; may be empty."""
    return assessment.values.text(BASIS) or assessment.values.text("rationale")


def is_veiled(contents: Contents, item: Item) -> bool:
    """Whether somebody grades an item blind, or a source of it, so that its grade is not shown."""
    veiled = contents.veiled
    return bool(veiled) and not veiled.isdisjoint((item.id, *source_ids(item)))


def admiralty_grade(contents: Contents, item: Item, claim: str | None = None) -> str:
    """The grade of an item as two signs, for instance `B2`; empty where neither is judged.

    The letter is the newest grade of its source, the digit the newest grade of the item; for a
    `claim`, the newest that was given for this one or for none. A grade
    that was not given is shown as a question mark: it is not the same as F or 6, which say that
    somebody has looked and cannot judge, and a dash before a digit would read as a minus.
    """
    letter, digit = _letter_and_digit(contents, item, claim)
    if letter is None and digit is None:
        return ""
    return (letter.value if letter else NOT_GIVEN) + (digit.value if digit else NOT_GIVEN)


def grade_apart(contents: Contents, item: Item, claim: str | None = None) -> str:
    """That those who graded an item or its source differ, in a sentence with the grades of all; empty
    where they agree, and where the grade itself is not shown."""
    shown = _letter_and_digit(contents, item, claim)
    return _apart_in_words(contents, [each for each in shown if each is not None])


def reliability_apart(contents: Contents, source_id: str) -> str:
    """The same of one source alone."""
    given = contents.assessments_of(source_id) if source_id not in contents.veiled else ()
    shown = newest(given, "reliability")
    return _apart_in_words(contents, [shown] if shown is not None else [])


def marked(grade: str, apart: str) -> str:
    """A grade as it is shown, with a mark where graders differ."""
    return f"{grade} {APART}" if grade and apart else grade


APART = "≠"
"""Stands behind a grade about which graders differ."""


def _letter_and_digit(
    contents: Contents, item: Item, claim: str | None
) -> tuple[Assessment | None, Assessment | None]:
    """The two judgements that an item's grade is made of."""
    if is_veiled(contents, item):
        return None, None
    letter = None
    for source_id in source_ids(item):
        letter = newest(contents.assessments_of(source_id), "reliability")
        if letter is not None:
            break
    given = contents.assessments_of(item.id)
    digit = newest(
        [each for each in given if claim is None or each.claim in (claim, None)], "credibility"
    )
    return letter, digit


def _apart_in_words(contents: Contents, shown: Sequence[Assessment]) -> str:
    parts = [", ".join(_each_grade(contents, each)) for each in shown]
    told = "; ".join(filter(None, parts))
    return say("Graders differ: {grades}.", grades=told) if told else ""


def _each_grade(contents: Contents, shown: Assessment) -> list[str]:
    """The newest grade of everybody who graded the same for the same, where they are not one."""
    given = contents.assessments_of(shown.subject)
    if len(given) < 2:
        return []
    by: dict[str, Assessment] = {}
    for each in sorted(given, key=lambda each: (each.at, each.id)):
        if (each.type, each.claim) == (shown.type, shown.claim):
            by[each.by] = each
    if len({(each.scheme, each.value) for each in by.values()}) < 2:
        return []
    return [
        say("{grade} by {who}", grade=each.value, who=visible_line(who) or say("no name given"))
        for who, each in by.items()
    ]


_SPECIFIC = ("issuers", "analyst", "claimant", "publisher", "source")
_KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(key for key in _SPECIFIC if kind.has(key)) for name, kind in KINDS.items()
}


def source_ids(item: Item) -> tuple[str, ...]:
    """The sources an item names, most specific first: who said it, who made it public, where it is from."""
    found: list[str] = []
    for key in _KEYS.get(item.kind, _SPECIFIC):
        value = item.values.get(key)
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, list):
            found += [each for each in cast("list[object]", value) if isinstance(each, str)]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)
