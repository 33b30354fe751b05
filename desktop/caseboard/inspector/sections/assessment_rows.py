"""What the judgements of a record say, newest first: pure, from the case's contents."""

from __future__ import annotations

from dataclasses import dataclass

from caseboard.inspector.wording import item_title, one_line
from casedb.analysis.confirming import CONFIRMED, doubt_of_confirmed
from casedb.analysis.grading import second_gradings
from casedb.model.assessments import basis_of, newest, word
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Item
from casedb.model.schemes import grades_of
from casedb.words import say

TOLD_APART = frozenset({"verdict"})
"""Sorts of judgement that have a section of their own."""


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One judgement: the scheme and the word, what it means and for which claim, what it rests on.

    `who` is the judge with the day and whether they judged blind, `change` how it stands to the
    judgement before, `agreement` to that of a first grader, `doubt` what is to be asked about it.
    """

    id: str
    name: str
    word: str
    meaning: str
    basis: str
    who: str
    at: str
    change: str = ""
    agreement: str = ""
    doubt: str = ""


def assessment_rows(contents: Contents, subject_id: str) -> list[AssessmentRow]:
    """Every judgement of a record but verdicts, newest first."""
    given = [each for each in contents.assessments_of(subject_id) if each.type not in TOLD_APART]
    compared = {each.second.id: each for each in second_gradings(contents, given)}
    before: dict[tuple[str, str | None], Assessment] = {}
    rows: list[AssessmentRow] = []
    for each in given:
        key = (each.type, each.claim)
        second = compared.get(each.id)
        agreement = second.agreement.sentence if second is not None else ""
        rows.append(
            AssessmentRow(
                each.id,
                name_of(contents, each),
                one_line(word(contents, each)),
                " · ".join(filter(None, (meaning_of(contents, each), _claim(contents, each)))),
                one_line(basis_of(each)),
                _who(each),
                each.at,
                _change(contents, before.get(key), each),
                agreement,
                _doubt(contents, each),
            )
        )
        before[key] = each
    return rows[::-1]


def name_of(contents: Contents, assessment: Assessment) -> str:
    """What was judged, in the words of the scheme."""
    scheme = contents.schemes.get(assessment.scheme)
    return say(scheme.name if scheme is not None else assessment.type.capitalize())


def meaning_of(contents: Contents, assessment: Assessment) -> str:
    """What the word means that was chosen."""
    scheme = contents.schemes.get(assessment.scheme)
    grades = grades_of(scheme) if scheme is not None else ()
    return next((each.shown_meaning for each in grades if each.value == assessment.value), "")


def judged_sentences(contents: Contents, claim_id: str) -> tuple[str, ...]:
    """How likely a claim was last judged to be, and in a sentence of its own with what confidence."""
    given = contents.assessments_of(claim_id)
    likely, sure = (newest(given, sort) for sort in ("likelihood", "confidence"))
    told: list[str] = []
    if likely is not None:
        told.append(
            say(
                "Judged: {word} ({range}).",
                word=word(contents, likely).lower(),
                range=meaning_of(contents, likely),
            )
        )
    if sure is not None:
        told.append(
            say(
                "Confidence: {word}. {meaning}.",
                word=word(contents, sure).lower(),
                meaning=meaning_of(contents, sure),
            )
        )
    return tuple(told)


def _claim(contents: Contents, assessment: Assessment) -> str:
    claim = contents.get(Item, assessment.claim) if assessment.claim else None
    if claim is None or claim.id == assessment.subject:
        return ""
    return say("for “{claim}”", claim=item_title(claim))


def _who(assessment: Assessment) -> str:
    who = one_line(assessment.by) or say("no name given")
    blind = say("blind") if assessment.blind else ""
    return " · ".join(filter(None, (who, assessment.at[:10], blind)))


def _change(contents: Contents, before: Assessment | None, now: Assessment) -> str:
    """How a judgement stands to the one before it of the same sort."""
    if before is None:
        return ""
    if before.value == now.value and before.scheme == now.scheme:
        return say("As before.") if before.by == now.by else ""
    was = one_line(word(contents, before))
    if before.by == now.by:
        return say("Before: {word}.", word=was)
    who = one_line(before.by) or say("no name given")
    return say("Before: {word}, by {who}.", word=was, who=who)


def _doubt(contents: Contents, assessment: Assessment) -> str:
    item = contents.get(Item, assessment.subject)
    if assessment.type != "credibility" or assessment.value != CONFIRMED or item is None:
        return ""
    return doubt_of_confirmed(contents, item, assessment.claim)
