"""A verdict in the sentences that somebody reads: how likely, and how sure, each in one of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from casedb.model.assessments import VerdictBody, is_cited, word
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.forms import ELEMENT_ROLES
from casedb.model.kinds import kind_of
from casedb.model.link_types import End, link_type
from casedb.model.records import Assessment, Element, Item, Link, Record, Ref, Source
from casedb.model.schemes import CONFIDENCE, LIKELIHOOD, Grade, grades_of
from casedb.model.verdicts import (
    Draft,
    author_of,
    grade_of,
    grades_for,
    is_same_person,
    judged_with,
    named_grade,
    shown_finding,
)
from casedb.model.visible_text import visible, visible_line
from casedb.words import say, term, written

_LIKELY: Mapping[str, str] = MappingProxyType(
    {
        "almost_no_chance": term("There is almost no chance ({range}) that the claim is true."),
        "very_unlikely": term("It is very unlikely ({range}) that the claim is true."),
        "unlikely": term("It is unlikely ({range}) that the claim is true."),
        "roughly_even": term("There is a roughly even chance ({range}) that the claim is true."),
        "likely": term("It is likely ({range}) that the claim is true."),
        "very_likely": term("It is very likely ({range}) that the claim is true."),
        "almost_certain": term("It is almost certain ({range}) that the claim is true."),
    }
)
_SURE: Mapping[str, str] = MappingProxyType(
    {
        "low": term(
            "Our confidence in this is low: the basis is scant, questionable or fragmented."
        ),
        "moderate": term(
            "Our confidence in this is moderate: the basis is credible and plausible, but not enough for more."
        ),
        "high": term(
            "Our confidence in this is high: the basis is of high quality and comes from several origins."
        ),
    }
)


def likelihood_sentence(grade: Grade | None) -> str:
    """How likely the claim is, in a sentence; empty where nothing is said of it."""
    if grade is None:
        return ""
    if grade in grades_of(LIKELIHOOD):
        return say(_LIKELY[grade.value], range=range_of(grade))
    told = range_of(grade) or grade.shown_meaning
    named = say("{word} ({range})", word=grade.shown, range=told) if told else grade.shown
    return say("How likely the claim is: {word}.", word=named)


def confidence_sentence(grade: Grade | None) -> str:
    """How good the basis is, in a sentence of its own; empty where nothing is said of it."""
    if grade is None:
        return ""
    if grade in grades_of(CONFIDENCE):
        return say(_SURE[grade.value])
    return say(
        "Our confidence in this: {word}.",
        word=": ".join(filter(None, (grade.shown, grade.shown_meaning))),
    )


def range_of(grade: Grade) -> str:
    """The bounds of a likelihood; empty where its scheme tells none."""
    if grade.low is None or grade.high is None:
        return ""
    return say("{low}–{high} %", low=written(grade.low), high=written(grade.high))


@dataclass(frozen=True, slots=True)
class Passage:
    """Something of a verdict as it is read: what it is about (`key` for programs, `title` for people), and
    its words."""

    key: str
    title: str
    words: str


def passages_of_draft(contents: Contents, claim_id: str, draft: Draft) -> list[Passage]:
    """A draft as it would be read; what is not written yet is left out."""
    label = named_grade(grades_for(contents, "verdict"), draft.label)
    told = _sentence_of(label) if label is not None else draft.label
    return _passages(
        contents,
        claim_id,
        draft,
        told,
        named_grade(grades_for(contents, "likelihood"), draft.likelihood),
        named_grade(grades_for(contents, "confidence"), draft.confidence),
    )


def passages_of(contents: Contents, verdict: Assessment) -> list[Passage]:
    """A version as it is read, with the likelihood and confidence that held when it was given."""
    body = VerdictBody.from_values(verdict.values)
    draft = Draft(
        label=verdict.value,
        rationale=body.rationale,
        limits=body.limits,
        corrections=body.corrections,
        findings={each.element: each.finding for each in body.findings if each.finding},
        cites=frozenset(each.id for each in body.cites),
    )
    label = grade_of(contents, verdict)
    told = _sentence_of(label) if label is not None else word(contents, verdict)
    likely, sure = (
        grade_of(contents, judged_with(contents, verdict, sort))
        for sort in ("likelihood", "confidence")
    )
    return [
        *_passages(contents, verdict.subject, draft, told, likely, sure),
        Passage("given", say("Given"), given_in_words(contents, verdict)),
    ]


def _sentence_of(label: Grade) -> str:
    return ". ".join(filter(None, (label.shown, label.shown_meaning)))


def _passages(
    contents: Contents,
    claim_id: str,
    draft: Draft,
    label: str,
    likely: Grade | None,
    sure: Grade | None,
) -> list[Passage]:
    claim = contents.get(Item, claim_id)
    told = [
        Passage("claim", say("Claim"), name_of_record(contents, claim_id) if claim else ""),
        Passage("label", say("Verdict"), label),
        Passage("rationale", say("Reasons"), draft.rationale),
        Passage("likelihood", say("Likelihood"), likelihood_sentence(likely)),
        Passage("confidence", say("Confidence"), confidence_sentence(sure)),
        *_findings(contents, claim_id, draft),
        Passage("limits", say("Limits"), draft.limits),
        Passage("corrections", say("Corrections"), draft.corrections),
        Passage("cites", say("Cited"), cited_in_words(contents, draft.cites)),
    ]
    return [each for each in told if each.words.strip()]


def _findings(contents: Contents, claim_id: str, draft: Draft) -> list[Passage]:
    there = {each.id: each for each in contents.elements_of(claim_id)}
    order = [*there, *(each for each in draft.findings if each not in there)]
    return [
        Passage(
            f"finding {each}",
            element_in_words(there[each]) if each in there else say("An element that is gone"),
            shown_finding(draft.findings[each]),
        )
        for each in order
        if each in draft.findings
    ]


def as_text(passages: list[Passage]) -> str:
    """Passages as plain text, a paragraph each."""
    untitled = ("rationale", "likelihood", "confidence")
    return "\n\n".join(
        visible(
            each.words
            if each.key in untitled
            else say("{title}: {words}", title=each.title, words=each.words)
        )
        for each in passages
    )


def given_in_words(contents: Contents, verdict: Assessment) -> str:
    """Who gave a version and when, who signed it off, and whether that is one person."""
    if is_cited(verdict):
        source = contents.get(Source, verdict.values.text("cited_opinion"))
        whose = visible_line(public_name(source)) if source is not None else say("somebody else")
        return say("by {who}, cited here on {day}", who=whose, day=verdict.at[:10])
    author = author_of(contents, verdict)
    told = say(
        "by {who}, {day}", who=visible_line(author) or say("no name given"), day=verdict.at[:10]
    )
    signed = signed_in_words(contents, verdict)
    return f"{told}. {signed}" if signed else told


def signed_in_words(contents: Contents, verdict: Assessment) -> str:
    """Who signed a version off, and whether it is who wrote it; empty where nobody did."""
    body = VerdictBody.from_values(verdict.values)
    if not body.reviewer:
        return ""
    signed = say(
        "Signed off by {who}, {day}.",
        who=visible_line(body.reviewer),
        day=visible_line(body.reviewed_at[:10]) or verdict.at[:10],
    )
    if is_same_person(author_of(contents, verdict), body.reviewer):
        return f"{signed} {say(SAME_PERSON)}"
    return signed


SAME_PERSON = term("That is the same person who wrote it.")


def element_in_words(element: Element) -> str:
    """An element as its role and what exactly, for instance `Place: Kharkiv`."""
    role = next(
        (each.shown for each in ELEMENT_ROLES if each.value == element.role),
        visible_line(element.role).replace("_", " ").capitalize() or say("Element"),
    )
    text = visible_line(element.values.text("text"))
    return f"{role}: {text}" if text else role


def cited_in_words(contents: Contents, cites: frozenset[str]) -> str:
    """The items that are cited, each once, and how many links; what is gone is counted."""
    items = sorted(
        (each for each in map(contents.items.get, cites) if each is not None),
        key=lambda each: each.id,
    )
    named = [name_of_record(contents, each.id) for each in items]
    links = sum(each in contents.links for each in cites)
    gone = len(cites) - len(items) - links
    if links:
        named.append(say("{n} link", "{n} links", n=links))
    if gone:
        named.append(say("{n} record that is gone", "{n} records that are gone", n=gone))
    return "; ".join(named)


def name_of_record(contents: Contents, record_id: str) -> str:
    """What an item, source, element, link or judgement is called, in one line; empty where it is gone."""
    record = next(
        filter(
            None,
            (contents.get(of, record_id) for of in (Item, Source, Element, Link, Assessment)),
        ),
        None,
    )
    return name_of(contents, record) if record is not None else ""


def name_of(contents: Contents, record: Record) -> str:
    """What a record is called in one line, also one that is in the case no more."""
    match record:
        case Item():
            told = visible_line(title_of(contents, record))
            number = visible_line(record.values.text("exhibit"))
            return " ".join(filter(None, (number, told))) or say(kind_of(record.kind).label)
        case Source():
            return visible_line(public_name(record)) or say("Unnamed source")
        case Element():
            return element_in_words(record)
        case Link():
            return say(
                "{start} {says} {end}",
                start=_end(contents, record.start),
                says=say(link_type(record.type).says),
                end=_end(contents, record.end),
            )
        case Assessment():
            about = name_of_record(contents, record.subject)
            return say("{grade} for “{name}”", grade=word(contents, record), name=about)
        case _:
            return ""


def _end(contents: Contents, end: Ref) -> str:
    if end.end is End.LINK:
        return say("a link")
    return name_of_record(contents, end.id) or say("something gone")
