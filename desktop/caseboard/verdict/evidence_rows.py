"""The rows of what speaks to a claim: pure, from the case's contents."""

from __future__ import annotations

from dataclasses import dataclass

from caseboard.titles import shown_title
from casedb.analysis.verdict_evidence import cited_besides, evidence_of
from casedb.model.assessments import admiralty_grade, grade_apart, marked
from casedb.model.contents import Contents
from casedb.model.fields import Choice
from casedb.model.kinds import kind_of
from casedb.model.link_types import LINK_TYPES, End, link_fields, link_type
from casedb.model.records import Element, Item, Link
from casedb.model.verdict_words import element_in_words, name_of_record
from casedb.words import say


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One item or link that can be cited, with the links below an item; `spoken` is read aloud."""

    id: str
    title: str
    icon: str
    token: str
    grade: str = ""
    apart: str = ""
    tip: str = ""
    spoken: str = ""
    inner: tuple[EvidenceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """Rows that speak alike."""

    title: str
    icon: str
    token: str
    rows: tuple[EvidenceRow, ...]


def groups_of(contents: Contents, claim_id: str, cites: frozenset[str]) -> list[EvidenceGroup]:
    """What speaks for a claim, against it and otherwise, and what else is cited."""
    found: dict[int, list[EvidenceRow]] = {1: [], -1: [], 0: []}
    for each in evidence_of(contents, claim_id):
        row = _item(contents, claim_id, each.item, each.links)
        if row is not None:
            found[each.polarity].append(row)
    besides = [
        _other(contents, claim_id, each) for each in cited_besides(contents, claim_id, cites)
    ]
    groups = (
        (_counted(1, len(found[1])), "link_supports", "sup", found[1]),
        (_counted(-1, len(found[-1])), "link_disputes", "dis", found[-1]),
        (say("About it"), "link", "tx3", found[0]),
        (say("Cited before, and not linked any more"), "quote", "warn", besides),
    )
    return [
        EvidenceGroup(title, icon, token, tuple(rows))
        for title, icon, token, rows in groups
        if rows
    ]


def _counted(polarity: int, n: int) -> str:
    if polarity > 0:
        return say("{n} item for it", "{n} items for it", n=n)
    return say("{n} item against it", "{n} items against it", n=n)


def _item(
    contents: Contents, claim_id: str, item_id: str, links: tuple[str, ...]
) -> EvidenceRow | None:
    item = contents.get(Item, item_id)
    if item is None:
        return None
    kind = kind_of(item.kind)
    name = name_of_record(contents, item_id)
    grade, apart = admiralty_grade(contents, item, claim_id), grade_apart(contents, item, claim_id)
    told = (
        shown_title(name),
        say(kind.label),
        say("grade {grade}", grade=grade) if grade else "",
        apart.rstrip("."),
    )
    return EvidenceRow(
        item_id,
        shown_title(name),
        kind.icon,
        kind.accent,
        marked(grade, apart),
        apart,
        f"{say(kind.label)}: {name}",
        ", ".join(filter(None, told)),
        tuple(_link(contents, claim_id, each) for each in links),
    )


def _link(contents: Contents, claim_id: str, link_id: str) -> EvidenceRow:
    link = contents.links[link_id]
    of = link_type(link.type)
    is_onward = link.end.id == claim_id or contents.get(Element, link.end.id) is not None
    is_onward = is_onward or link.end.end is End.LINK
    says = say(of.says if is_onward or of.symmetric else of.says_back)
    element = contents.get(Element, link.end.id)
    about = element_in_words(element) if element is not None else ""
    words = [
        field.show(link.values.text(field.name)).lower()
        for field in link_fields(link.type)
        if isinstance(field, Choice) and link.values.text(field.name)
    ]
    told = " · ".join(filter(None, (says, *words, shown_title(about))))
    icon = of.icon if link.type in LINK_TYPES else "link"
    why = shown_title(link.values.text("rationale"))
    return EvidenceRow(
        link_id,
        told,
        icon,
        of.accent,
        tip="\n".join(filter(None, (told, why))),
        spoken=say("link: {told}", told=told),
    )


def _other(contents: Contents, claim_id: str, record_id: str) -> EvidenceRow:
    if contents.get(Link, record_id) is None:
        row = _item(contents, claim_id, record_id, ())
        if row is not None:
            return row
    name = name_of_record(contents, record_id)
    return EvidenceRow(
        record_id,
        shown_title(name),
        "link",
        "tx3",
        tip=name,
        spoken=say("link: {told}", told=shown_title(name)),
    )
