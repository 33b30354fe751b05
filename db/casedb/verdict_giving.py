"""Giving a verdict, having it signed off, and what has become since of a record that it rests on.

A verdict is one change, together with the likelihood and the confidence that are given with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from casedb.analysis.verdict_ground import changes_since, said_by
from casedb.case import Case
from casedb.entries import row_edit
from casedb.errors import InvalidChange
from casedb.history import Journal
from casedb.ids import utc_now
from casedb.model.assessments import Citation, Finding, VerdictBody, newest, own_verdict
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Element, Item, Link, Record, Source
from casedb.model.standing import GroundChange, Part
from casedb.model.verdicts import LONGEST, Draft
from casedb.store.rows import CODEC_OF_TABLE
from casedb.story import RecordChange, as_it_is, in_words
from casedb.words import say

LABEL = "Record verdict"


def give_verdict(case: Case, claim_id: str, draft: Draft) -> Assessment:
    """Give a verdict on a claim: a new version, as one change and one step to undo.

    Of findings and cited records those are kept that are in the case now. Raises InvalidChange without a
    label, without the claim, or where a text is too long; else as `Case.run` does. Then nothing has changed.
    """
    claim = _claim(case.contents, claim_id)
    if not draft.label:
        raise InvalidChange(say("Choose a label for the verdict first."))
    _refuse_long(draft)
    body = _body(case.contents, claim_id, draft)
    given = case.contents.assessments_of(claim_id)
    with case.together(LABEL):
        for sort, value in (("likelihood", draft.likelihood), ("confidence", draft.confidence)):
            before = newest(given, sort)
            if value and (before is None or before.value != value):
                case.assess(claim, sort, value)
        # Last, so that what is judged with it is found before it.
        return case.assess(claim, "verdict", draft.label, body=body.to_values())


def sign_off(case: Case, claim_id: str, reviewer: str) -> Assessment:
    """Sign the newest verdict on a claim off: a version of its own with the same words.

    Raises InvalidChange where `why_not_signed` says why, or without a name.
    """
    claim = _claim(case.contents, claim_id)
    refusal = why_not_signed(case.contents, claim_id)
    name = " ".join(reviewer.split())
    if refusal or not name:
        raise InvalidChange(refusal or say("Say who signs the verdict off."))
    verdict = own_verdict(case.contents, claim_id)
    assert verdict is not None
    body = VerdictBody.from_values(verdict.values)
    signed = replace(body, reviewer=name[:200], reviewed_at=utc_now(), ground=())
    with case.together(LABEL):
        return case.assess(claim, "verdict", verdict.value, body=signed.to_values())


def why_not_signed(contents: Contents, claim_id: str) -> str:
    """Why the newest verdict on a claim cannot be signed off now; empty where it can."""
    verdict = own_verdict(contents, claim_id)
    if verdict is None:
        return say("There is no verdict to sign off yet.")
    return why_version_not_signed(verdict, changes_since(contents, verdict))


def why_version_not_signed(verdict: Assessment, changes: tuple[GroundChange, ...] | None) -> str:
    """The same of a version, by what has changed of what it rests on (`changes_since`)."""
    if verdict.values.text("reviewer"):
        return say("This version is signed off already.")
    if changes is None:
        return say("What this version rests on was not frozen; store it anew before it is signed.")
    if changes:
        return say("What this version rests on has changed; revise it before it is signed.")
    return ""


def _claim(contents: Contents, claim_id: str) -> Item:
    claim = contents.get(Item, claim_id)
    if claim is None:
        raise InvalidChange(say("The claim is not in the case any more."))
    return claim


def _refuse_long(draft: Draft) -> None:
    texts = (draft.rationale, draft.limits, draft.corrections, *draft.findings.values())
    if any(len(each) > LONGEST for each in texts):
        raise InvalidChange(
            say(
                "Each text of a verdict takes up to {n} characters, so nothing was changed.",
                n=LONGEST,
            )
        )


def _body(contents: Contents, claim_id: str, draft: Draft) -> VerdictBody:
    held = (contents.get(Item, each) or contents.get(Link, each) for each in sorted(draft.cites))
    return VerdictBody(
        rationale=draft.rationale.strip(),
        limits=draft.limits.strip(),
        corrections=draft.corrections.strip(),
        findings=tuple(
            Finding(each.id, draft.findings[each.id].strip())
            for each in contents.elements_of(claim_id)
            if draft.findings.get(each.id, "").strip()
        ),
        cites=tuple(Citation(each.id, said_by(each)) for each in held if each is not None),
    )


# -- what has become of a ground -----------------------------------------------------------------

_TABLES: Mapping[Part, tuple[tuple[str, type[Record]], ...]] = MappingProxyType(
    {
        Part.CLAIM: (("item", Item), ("element", Element)),
        Part.EVIDENCE: (("item", Item),),
        Part.LINK: (("link", Link),),
        Part.SOURCE: (("source", Source),),
        Part.GRADE: (("assessment", Assessment),),
    }
)


def what_became(
    journal: Journal, contents: Contents, verdict: Assessment, change: GroundChange
) -> RecordChange | None:
    """What a record on which a verdict rests said when that was given, and what it says now, in words.

    None where the journal does not tell. Raises CaseDamaged.
    """
    held = (contents.get(of, change.id) for _, of in _TABLES[change.part])
    now = next((each for each in held if each is not None), None)
    then = record_then(journal, verdict, change)
    if then is None:
        return as_it_is(contents, now) if now is not None else None
    return in_words(contents, [row_edit(Edit(then, now))])[0] if then != now else None


def record_then(journal: Journal, verdict: Assessment, change: GroundChange) -> Record | None:
    """A record on which a verdict rests, as it was when that was given; None where the journal does not
    tell. Raises CaseDamaged."""
    entries = journal.entries_about(verdict.id)
    if not entries:
        return None
    found = (_then(journal, table, change.id, entries[-1].seq) for table, _ in _TABLES[change.part])
    return next((each for each in found if each is not None), None)


def _then(journal: Journal, table: str, record_id: str, seq: int) -> Record | None:
    """A record after an entry, as far as the journal tells."""
    row = journal.row_after(table, record_id, seq)
    try:
        return CODEC_OF_TABLE[table].from_row(row) if row is not None else None
    except (KeyError, TypeError, ValueError):
        return None
