"""What `caseboard claims` prints of every claim: for machines, and for people."""

from __future__ import annotations

from collections.abc import Iterator

from caseboard.weak_point_lines import listed, name_of
from casedb import Case
from casedb.analysis.coverage import Row, coverage_of
from casedb.analysis.verdict_ground import changes_since, in_words
from casedb.model.assessments import is_cited, newest, own_verdict, word
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.records import Assessment, Item
from casedb.model.standing import Lines, Standing
from casedb.model.visible_text import visible_line

SIDES = (("for", 1), ("against", -1))
"""What each polarity is called, and its number."""


def claims_of(case: Case) -> list[Item]:
    """The claims of a case in the order in which they came in."""
    return [each for each in case.contents.items.values() if each.kind == "claim"]


def describe_claim(case: Case, claim: Item) -> dict[str, JsonValue]:
    """How one claim stands, in the form that `claims --json` prints.

    By polarity: `M` mentions, `R` distinct roots, `I` the independent lines as [least, most], `K` the ids
    of a smallest set of items without which no line is left, and whether some of it is circular.
    """
    contents, standing = case.contents, case.standings.of(claim.id)
    verdict = verdict_of(contents, claim.id)
    grid = coverage_of(contents, claim.id)
    return {
        "item": claim.id,
        "exhibit": claim.values.text("exhibit"),
        "title": claim.title,
        **{name: _describe_lines(standing.of(polarity)) for name, polarity in SIDES},
        "verdict": _describe_verdict(contents, verdict, standing),
        "uncovered": [_describe_row(each) for each in grid.uncovered],
    }


def verdict_of(contents: Contents, claim_id: str) -> Assessment | None:
    """The newest verdict on a claim that is the case's own, or else one that is cited."""
    given = contents.assessments_of(claim_id)
    return own_verdict(contents, claim_id) or newest(given, "verdict")


def _describe_lines(lines: Lines) -> dict[str, JsonValue]:
    return {
        "M": len(lines.mentions),
        "R": len(lines.roots),
        "I": [lines.low, lines.high],
        "K": list(lines.choke_points),
        "circular": lines.is_circular,
        "mentions": list(lines.mentions),
        "roots": [list(each.items) for each in lines.roots],
        "routes": [list(each) for each in lines.routes],
        "unknown": list(lines.unknown),
    }


def _describe_verdict(
    contents: Contents, verdict: Assessment | None, standing: Standing
) -> dict[str, JsonValue] | None:
    if verdict is None:
        return None
    changes = changes_since(contents, verdict)
    return {
        "value": verdict.value,
        "by": verdict.by,
        "at": verdict.at,
        "cited_opinion": verdict.values.text("cited_opinion") or None,
        "ground_changed": standing.is_ground_changed if not is_cited(verdict) else None,
        "changes": [
            {"id": each.id, "part": each.part.value, "what": each.fate.value}
            for each in changes or ()
        ],
    }


def _describe_row(row: Row) -> dict[str, JsonValue]:
    element = row.element
    assert element is not None
    return {
        "element": element.id,
        "role": element.role,
        "text": element.values.text("text"),
        "required": row.is_required,
        "why": row.cover.value,
    }


def lines_of_claims(case: Case) -> Iterator[str]:
    """The claims of a case in lines."""
    found = claims_of(case)
    for claim in found:
        yield from _lines_of(case, claim)
    yield f"{len(found)} claim{'s' if len(found) != 1 else ''}"


def _lines_of(case: Case, claim: Item) -> Iterator[str]:
    contents, standing = case.contents, case.standings.of(claim.id)
    yield name_of(contents, claim.id)
    for name, polarity in SIDES:
        lines = standing.of(polarity)
        if lines.mentions:
            yield f"  {name:<8} {_counted(lines)}"
            if lines.high < len(lines.mentions):
                yield f"           passes through {listed(contents, lines.choke_points)}"
            for ring in lines.rings:
                yield f"         ! circular: {listed(contents, ring)}"
    if not (standing.pro.mentions or standing.con.mentions):
        yield "  nothing speaks for it or against it"
    verdict = verdict_of(contents, claim.id)
    if verdict is not None:
        yield f"  verdict  {_verdict(contents, verdict)}"
        changes = changes_since(contents, verdict)
        if changes:
            yield f"         ! since then: {in_words(changes)}"
    for row in coverage_of(contents, claim.id).uncovered:
        yield f"         ! uncovered: {_part(row)}"


def _counted(lines: Lines) -> str:
    roots = len(lines.roots)
    return (
        f"{len(lines.mentions)} mention{'s' if len(lines.mentions) != 1 else ''}, "
        f"{roots} root{'s' if roots != 1 else ''}, {lines.independent}"
    )


def _verdict(contents: Contents, verdict: Assessment) -> str:
    cited = contents.sources.get(verdict.values.text("cited_opinion"))
    whose = f", an opinion cited from {visible_line(cited.name)}" if cited is not None else ""
    return f"{word(contents, verdict).lower()}{whose}"


def _part(row: Row) -> str:
    element = row.element
    assert element is not None
    role = next((each.shown for each in ELEMENT_ROLES if each.value == element.role), element.role)
    text = visible_line(element.values.text("text"))
    wanted = ", required" if row.is_required else ""
    limits = dict.fromkeys(each.limit for each in row.cells if each.limit)
    return " ".join((f"{role} “{text}”{wanted}.", *limits))
