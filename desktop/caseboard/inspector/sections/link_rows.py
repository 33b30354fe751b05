"""What the links at an item say, row by row: pure, from the case's contents."""

from __future__ import annotations

from dataclasses import dataclass

from caseboard.inspector.controls.rows import Mark, RowFace
from caseboard.inspector.wording import element_title, end_title, item_title, link_title
from casedb.model.assessments import admiralty_grade, grade_apart, marked
from casedb.model.conclusions import conclusion_in_words, doubt_of_link, limits_in_words
from casedb.model.contents import Contents
from casedb.model.fields import Choice
from casedb.model.interests import interest_in_words
from casedb.model.kinds import kind_of
from casedb.model.link_types import LINK_TYPES, End, link_fields, link_type
from casedb.model.records import Element, Item, Link, Ref
from casedb.words import say


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link as seen from one of its ends.

    `polarity` is +1 or -1 where it speaks for or against what is looked at, else 0; `heading` is
    what it says, read from here; `said` is the row for a screen reader.
    """

    link: str
    other: Ref
    polarity: int
    heading: str
    face: RowFace
    said: str


def link_rows(contents: Contents, item: Item) -> list[LinkRow]:
    """The links at an item and at its elements: for, against, then by what they say."""
    here = {item.id: ""}
    for element in contents.elements_of(item.id):
        here[element.id] = element_title(element)
    found: dict[tuple[str, str], LinkRow] = {}
    for target, part in here.items():
        for link in contents.links_at(target):
            row = _row(contents, link, Ref(End.ELEMENT if part else End.ITEM, target), part)
            found.setdefault((link.id, row.heading), row)
    order = {name: n for n, name in enumerate(LINK_TYPES)}
    return sorted(
        found.values(),
        key=lambda row: (
            {1: 0, -1: 1, 0: 2}[row.polarity],
            order.get(contents.links[row.link].type, len(order)),
            row.heading,
        ),
    )


def links_on_link(contents: Contents, link: Link) -> list[LinkRow]:
    """The links that rest on a link: those that undercut it."""
    here = Ref.link(link.id)
    return [_row(contents, each, here, "") for each in contents.links_at(link.id)]


def _row(contents: Contents, link: Link, here: Ref, part: str) -> LinkRow:
    kind = link_type(link.type)
    outward = link.start == here
    other = link.end if outward else link.start
    polarity = 0 if outward else kind.polarity
    says = say(kind.says if outward or kind.symmetric else kind.says_back)
    claim = _claim_at(contents, here) if polarity else None
    title, marks, grade, detail = _end(contents, other, claim)
    apart = _apart(contents, other, claim)
    if polarity:
        mark = Mark("for", "sup") if polarity > 0 else Mark("against", "dis")
    else:
        mark = Mark(kind.icon if link.type in LINK_TYPES else "link", kind.accent)
    # At the end of the row, where a limit that is cut off does not take it along.
    doubt = say("excluded?") if doubt_of_link(contents, link) else ""
    remarks = [detail, part, *_choices(link), _undercut(contents, link)]
    face = RowFace(
        title,
        (mark, *marks),
        detail=" · ".join(filter(None, remarks)),
        grade=marked(grade, apart),
        tip=apart,
        aside=doubt,
        aside_token="warn",
    )
    heading = says[:1].upper() + says[1:]
    start = {1: say("For"), -1: say("Against"), 0: heading}[polarity]
    # With the part that it speaks of: one item may speak of several parts of a claim.
    spoken = (
        f"{start}: {title}",
        part or detail,
        say("grade {grade}", grade=grade) if grade else "",
        apart.rstrip("."),
    )
    said = ", ".join(filter(None, spoken))
    return LinkRow(link.id, other, polarity, heading, face, said)


def _claim_at(contents: Contents, here: Ref) -> str | None:
    """The claim that is spoken to at one end of a link; None where that is none."""
    if here.end is End.ELEMENT:
        element = contents.get(Element, here.id)
        return element.claim if element is not None else None
    return here.id if here.end is End.ITEM else None


def _apart(contents: Contents, end: Ref, for_claim: str | None) -> str:
    """That graders differ about what is at an end, in a sentence."""
    item = contents.get(Item, end.id) if end.end is End.ITEM else None
    return grade_apart(contents, item, for_claim) if item is not None else ""


def _end(
    contents: Contents, end: Ref, for_claim: str | None
) -> tuple[str, tuple[Mark, ...], str, str]:
    """An end's title, its marks, its grade for a claim, and what it belongs to."""
    if end.end is End.ITEM and (item := contents.get(Item, end.id)) is not None:
        kind = kind_of(item.kind)
        grade = admiralty_grade(contents, item, for_claim)
        told = _standing(contents, item)
        return item_title(item, contents), (Mark(kind.icon, kind.accent),), grade, told
    if end.end is End.ELEMENT and (element := contents.get(Element, end.id)) is not None:
        claim = contents.items[element.claim]
        kind = kind_of(claim.kind)
        return element_title(element), (Mark(kind.icon, kind.accent),), "", item_title(claim)
    if end.end is End.LINK and (link := contents.get(Link, end.id)) is not None:
        kind = link_type(link.type)
        icon = kind.icon if link.type in LINK_TYPES else "link"
        return link_title(contents, link), (Mark(icon, kind.accent),), "", ""
    return end_title(contents, end), (), "", ""


def _standing(contents: Contents, item: Item) -> str:
    """What is told of an item wherever it is cited: the interest behind it, what it concludes, and all of
    its limits."""
    limits = limits_in_words(item, is_whole=True)
    told = interest_in_words(contents, item), conclusion_in_words(item), limits
    return " · ".join(filter(None, told))


def _choices(link: Link) -> list[str]:
    """The words that qualify a link: strength, directness, certainty."""
    said: list[str] = []
    for field in link_fields(link.type):
        word = link.values.text(field.name)
        if (isinstance(field, Choice) and word and field.name != "certainty") or (
            isinstance(field, Choice) and word in ("unconfirmed", "tentative")
        ):
            said.append(field.show(word).lower())
    return said


def _undercut(contents: Contents, link: Link) -> str:
    undercuts = {
        each.start
        for each in contents.links_at(link.id)
        if each.type == "undercuts" and each.end.id == link.id
    }
    if not undercuts:
        return ""
    return say("undercut by {n} item", "undercut by {n} items", n=len(undercuts))
