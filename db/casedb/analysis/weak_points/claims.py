"""What may be weak about a claim: its evidence, where that comes from, and its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from casedb.analysis.coverage import Cover, coverage_of
from casedb.analysis.flow import SAMENESS, carrying, is_certain, voices
from casedb.analysis.independence import standing_of
from casedb.analysis.verdict_ground import changes_since, in_words
from casedb.analysis.weak_points.check import Finding
from casedb.model.assessments import own_verdict, word
from casedb.model.contents import Contents
from casedb.model.interests import is_interested
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.records import Element, Item
from casedb.model.standing import Lines, Standing
from casedb.words import say

_TRUE, _FALSE = frozenset({"true", "mostly_true"}), frozenset({"false", "mostly_false"})
_DENIALS = frozenset({"denies", "denies_in_part"})


def without_evidence(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A claim to which nothing speaks, unless it has been withdrawn."""
    standing = _standing(contents, claim_id)
    is_withdrawn = contents.items[claim_id].values.text("status") == "withdrawn"
    if not (is_withdrawn or standing.pro.mentions or standing.con.mentions):
        yield Finding(say("Nothing speaks for it or against it."))


def interested_alone(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A claim for which interested parties alone speak."""
    mentions = _standing(contents, claim_id).pro.mentions
    own = voices(contents, mentions, frozenset(mentions), partial(is_interested, contents))
    if not own:
        return
    if any(not is_interested(contents, contents.items[each]) for each in mentions):
        yield Finding(
            say(
                "What speaks for it comes from one interested party; the rest only passes that on.",
                "What speaks for it are {n} items of interested parties; the rest only passes that on.",
                n=len(own),
            ),
            own,
        )
    else:
        yield Finding(
            say(
                "All that speaks for it comes from one interested party.",
                "All {n} items that speak for it come from interested parties.",
                n=len(mentions),
            ),
            mentions,
        )


def denied_alone(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A claim against which nothing speaks but the denials of interested parties."""
    mentions = _standing(contents, claim_id).con.mentions
    if mentions and _are_interested_denials(contents, mentions):
        yield Finding(
            say("All that speaks against it is the denial of an interested party."), mentions
        )


def one_line_for_many(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Several items that come to one independent line."""
    for lines, is_pro in _sides(_standing(contents, claim_id)):
        if len(lines.mentions) > 1 and lines.high == 1:
            n = len(lines.mentions)
            sentence = (
                say("{n} items speak for it, and they are one line.", n=n)
                if is_pro
                else say("{n} items speak against it, and they are one line.", n=n)
            )
            yield Finding(sentence, lines.mentions)


def single_line(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A claim for which one item alone speaks."""
    mentions = _standing(contents, claim_id).pro.mentions
    if len(mentions) == 1:
        yield Finding(say("One item alone speaks for it."), mentions)


def reports_counted(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Items that only pass on what other items for or against the claim say."""
    for lines, _ in _sides(_standing(contents, claim_id)):
        held = frozenset(lines.mentions)
        passed_on = tuple(
            each
            for each in lines.mentions
            if (behind := carrying(contents, each, held)) and held.issuperset(behind)
        )
        if passed_on:
            yield Finding(
                say(
                    "{n} of {all} mentions passes on what others of them say, and is no line of its own.",
                    "{n} of {all} mentions pass on what others of them say, and are no lines of their own.",
                    n=len(passed_on),
                    all=len(held),
                ),
                passed_on,
                (len(held),),
            )


def origin_not_known(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Items of unknown or contested origin, where that makes a range of the lines."""
    for lines, _ in _sides(_standing(contents, claim_id)):
        if lines.unknown and lines.low < lines.high:
            yield Finding(
                say(
                    "What it rests on is not known, so independent lines are {low} to {high}.",
                    "What they rest on is not known, so independent lines are {low} to {high}.",
                    n=len(lines.unknown),
                    low=lines.low,
                    high=lines.high,
                ),
                lines.unknown,
                (lines.low, lines.high),
            )


def perhaps_the_same(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Items that are perhaps of the same thing, and would be one line then."""
    for lines, _ in _sides(_standing(contents, claim_id)):
        behind = {*lines.mentions, *(each for route in lines.routes for each in route)}
        found = {
            end.id
            for each in behind
            for link in contents.links_at(each)
            if link.type in SAMENESS and not is_certain(link)
            for end in (link.start, link.end)
        }
        if len(found) > 1 and found <= behind:
            yield Finding(
                say("They are perhaps of the same thing, and would be one line then."),
                tuple(sorted(found)),
            )


def circular(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Items that rest on one another."""
    standing = _standing(contents, claim_id)
    for ring in dict.fromkeys((*standing.pro.rings, *standing.con.rings)):
        yield Finding(say("They rest on one another: circular reporting."), ring)


def required_uncovered(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Required elements to which nothing speaks that could show them."""
    for row in coverage_of(contents, claim_id).uncovered:
        if row.element is None or not row.is_required:
            continue
        part, facts = _part(row.element), (row.element.id,)
        if row.cover is Cover.NOTHING:
            sentence = say(
                "{part} is required, and nothing speaks for it or against it.", part=part
            )
            yield Finding(sentence, facts=facts)
            continue
        limits = " ".join(dict.fromkeys(each.limit for each in row.cells if each.limit))
        items = tuple(each.item for each in row.cells)
        yield Finding(say("{part} is required. {limit}", part=part, limit=limits), items, facts)


def required_by_interested(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """Required elements for which interested parties alone speak."""
    for row in coverage_of(contents, claim_id).rows:
        if row.element is not None and row.is_required and row.cover is Cover.INTERESTED:
            sentence = say("For {part} interested parties alone speak.", part=_part(row.element))
            items = tuple(each.item for each in row.cells if 1 in each.polarities)
            yield Finding(sentence, items, (row.element.id,))


def judged_on_denials(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A verdict for which there are but denials of interested parties."""
    verdict, standing = own_verdict(contents, claim_id), _standing(contents, claim_id)
    if verdict is None:
        return
    sides = ((_TRUE, standing.pro), (_FALSE, standing.con))
    for values, lines in sides:
        mentions = lines.mentions
        if verdict.value in values and mentions and _are_interested_denials(contents, mentions):
            yield Finding(
                say(
                    "The verdict is “{verdict}”, and only denials of interested parties bear it out.",
                    verdict=word(contents, verdict).lower(),
                ),
                mentions,
                (verdict.value,),
            )


def false_without_disproof(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A verdict of false where nothing speaks against the claim: that is unproven."""
    verdict = own_verdict(contents, claim_id)
    if (
        verdict is not None
        and verdict.value in _FALSE
        and not _standing(contents, claim_id).con.mentions
    ):
        yield Finding(
            say(
                "The verdict is “{verdict}”, and nothing speaks against it: that would be unproven.",
                verdict=word(contents, verdict).lower(),
            ),
            facts=(verdict.value,),
        )


def verdict_overtaken(contents: Contents, claim_id: str) -> Iterator[Finding]:
    """A verdict that rests on something else now than when it was given."""
    verdict = own_verdict(contents, claim_id)
    changes = changes_since(contents, verdict) if verdict is not None else None
    if changes:
        evidence = [each.id for each in changes if each.id in contents.items]
        yield Finding(
            say("The verdict is older than its ground: {changes}.", changes=in_words(changes)),
            tuple(each for each in evidence if each != claim_id),
            tuple(f"{each.id} {each.fate.value}" for each in changes),
        )


def _standing(contents: Contents, claim_id: str) -> Standing:
    return contents.standing(claim_id) or standing_of(contents, claim_id)


def _sides(standing: Standing) -> tuple[tuple[Lines, bool], ...]:
    return (standing.pro, True), (standing.con, False)


def _are_interested_denials(contents: Contents, mentions: tuple[str, ...]) -> bool:
    """Whether nothing is said but by denials of interested parties, whoever reports these."""
    is_one = partial(_is_interested_denial, contents)
    return bool(voices(contents, mentions, frozenset(mentions), is_one))


def _is_interested_denial(contents: Contents, item: Item) -> bool:
    return item.values.text("stance") in _DENIALS and is_interested(contents, item)


def _part(element: Element) -> str:
    """A part of a claim by its role and words: `Actor “Russia”`."""
    role = next((each.shown for each in ELEMENT_ROLES if each.value == element.role), element.role)
    return say("{role} “{text}”", role=role, text=" ".join(element.values.text("text").split()))
