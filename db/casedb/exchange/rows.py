"""The records of a case as tables for other programs: one row each, under columns that are always the same.

What must not be named stays unnamed here as well: a protected source is a row with what it is and what it
has at stake, and an item that would give a source away names nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from casedb.exchange.flat import (
    OTHER,
    Cells,
    cells_of,
    columns_of,
    joined,
    json_text,
)
from casedb.model.assessments import (
    VerdictBody,
    admiralty_grade,
    basis_of,
    is_veiled,
    newest,
    own_verdict,
    source_ids,
    word,
)
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.model.discretion import hides_sources, is_protected, public_name, without_names
from casedb.model.forms import ARTIFACT_FIELDS, ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.kinds import KINDS, kind_of
from casedb.model.link_types import LINK_TYPES, End, link_fields, link_type
from casedb.model.records import Artifact, Assessment, Element, Item, Link, Ref, Source
from casedb.model.reference_fields import SourceRef, SourceRefs
from casedb.words import say

ITEMS, LINKS, ELEMENTS = "items", "links", "elements"
SOURCES, EXHIBITS, ASSESSMENTS = "sources", "exhibits", "assessments"

_ITEM_FIRST = ("id", "exhibit", "kind", "title")
_ITEM_LAST = ("grade", "verdict", "boards", "files")
ITEM_FIELDS = tuple(
    dict.fromkeys(field.name for kind in KINDS.values() for field in kind.stored_fields())
)
"""The names of the fields of every kind, in the order of the kinds."""
_LINK_FIELDS = tuple(
    dict.fromkeys(field.name for name in LINK_TYPES for field in link_fields(name) if field.stored)
)
_OWN_TO_THE_FILE = frozenset(("imported_by",))
"""What is noted of a file by itself, and tells who works here."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the columns in their order, and the rows, each by its columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]


def tables_of(contents: Contents) -> tuple[Table, ...]:
    """Every table of a case, in the order in which they are named to people."""
    return tuple(make(contents) for make in _TABLES.values())


def items_of(contents: Contents) -> Table:
    """The items, with every field of every kind that is filled in one of them."""
    rows = [item_cells(contents, each) for each in contents.items.values()]
    return _table(ITEMS, _ITEM_FIRST, ITEM_FIELDS, rows, _ITEM_LAST)


def item_cells(contents: Contents, item: Item) -> Cells:
    """An item as cells: its fields, its newest grade, the verdict that is our own, its boards and files."""
    kind = kind_of(item.kind)
    boards = dict.fromkeys(card.board for card in contents.cards_of(item.id))
    held = [each.artifact for each in contents.attachments_of(item.id)]
    files = [each.name for name in held if (each := contents.get(Artifact, name)) is not None]
    verdict = own_verdict(contents, item.id)
    shown = {
        "grade": admiralty_grade(contents, item),
        "verdict": word(contents, verdict) if verdict and not is_veiled(contents, item) else "",
        "boards": joined(contents.board(each).title for each in boards),
        "files": joined(files),
    }
    return {
        "id": item.id,
        "kind": say(kind.label),
        **cells_of(contents, kind.fields, item.values, secret=secret_fields(contents, item)),
        "title": title_of(contents, item),
        **{name: text for name, text in shown.items() if text},
    }


def secret_fields(contents: Contents, item: Item) -> frozenset[str]:
    """The fields of an item that would name somebody who must not be named."""
    kind = kind_of(item.kind)
    hides = hides_sources(item)
    named = (contents.sources.get(each) for each in source_ids(item))
    if not hides and not any(each is not None and is_protected(each) for each in named):
        return frozenset()
    fields = {field.name: field for field in kind.stored_fields()}
    return frozenset(
        name
        for name, field in fields.items()
        if (hides if isinstance(field, SourceRef | SourceRefs) else name in kind.face_source)
    )


def links_of(contents: Contents) -> Table:
    """The links, each with what it says and its two ends."""
    first = ("id", "type", "says", "start_sort", "start_id", "start", "end_sort", "end_id", "end")
    rows = [link_cells(contents, each) for each in contents.links.values()]
    return _table(LINKS, first, _LINK_FIELDS, rows)


def link_cells(contents: Contents, link: Link) -> Cells:
    """A link as cells."""
    return {
        "id": link.id,
        "type": link.type,
        "says": say(link_type(link.type).says),
        "start_sort": link.start.end.value,
        "start_id": link.start.id,
        "start": title_at(contents, link.start),
        "end_sort": link.end.end.value,
        "end_id": link.end.id,
        "end": title_at(contents, link.end),
        **cells_of(contents, link_fields(link.type), link.values),
    }


def title_at(contents: Contents, ref: Ref, deep: int = 3) -> str:
    """How the end of a link is called: an item by its title, an element by its text, a link by its ends."""
    match ref.end:
        case End.ITEM:
            item = contents.get(Item, ref.id)
            return title_of(contents, item) if item is not None else ""
        case End.ELEMENT:
            element = contents.get(Element, ref.id)
            return element.values.text("text") or element.role if element is not None else ""
        case End.LINK:
            link = contents.get(Link, ref.id)
            if link is None or not deep:
                return ""
            start, end = (title_at(contents, each, deep - 1) for each in (link.start, link.end))
            return f"{start} – {say(link_type(link.type).says)} – {end}"


def elements_of(contents: Contents) -> Table:
    """The elements of all claims."""
    rows = [element_cells(contents, each) for each in contents.elements.values()]
    names = tuple(field.name for field in ELEMENT_FIELDS)
    return _table(ELEMENTS, ("id", "claim_id", "claim", "position", "role", "text"), names, rows)


def element_cells(contents: Contents, element: Element) -> Cells:
    """An element of a claim as cells."""
    return {
        "id": element.id,
        "claim_id": element.claim,
        "claim": title_at(contents, Ref.item(element.claim)),
        "position": element.position,
        **cells_of(contents, ELEMENT_FIELDS, element.values),
    }


def sources_of(contents: Contents) -> Table:
    """The sources; of one that must not be named only what may be told."""
    rows = [source_cells(contents, each) for each in contents.sources.values()]
    names = tuple(field.name for field in SOURCE_FIELDS)
    return _table(SOURCES, ("id", "name"), names, rows, ("reliability",))


def source_cells(contents: Contents, source: Source) -> Cells:
    """A source as cells."""
    grade = newest(contents.assessments_of(source.id), "reliability")
    told = grade is not None and source.id not in contents.veiled
    return {
        "id": source.id,
        **cells_of(contents, SOURCE_FIELDS, without_names(source).values),
        "name": public_name(source),
        **({"reliability": grade.value} if grade is not None and told else {}),
    }


def exhibits_of(contents: Contents) -> Table:
    """The files: their hashes, sizes and types, and the items that they belong to."""
    first = ("sha256", "size", "media_type", "name", "exhibit", "items", "items_id", "caption")
    rows = [_exhibit_cells(contents, each) for each in contents.artifacts.values()]
    names = tuple(field.name for field in ARTIFACT_FIELDS)
    return _table(EXHIBITS, first, names, rows, ("expunged",))


def _exhibit_cells(contents: Contents, artifact: Artifact) -> Cells:
    attached = contents.attachments_to(artifact.id)
    items = [contents.items[each.item] for each in attached]
    texts = {
        "exhibit": joined(filter(None, (each.values.text("exhibit") for each in items))),
        "items": joined(title_of(contents, each) for each in items),
        "items_id": joined(each.id for each in items),
        "caption": joined(filter(None, (each.caption for each in attached))),
        "expunged": say("yes") if is_expunged(artifact) else "",
    }
    known = {field.name for field in ARTIFACT_FIELDS}
    own = frozenset(artifact.values) - known | _OWN_TO_THE_FILE
    return {
        "sha256": artifact.id,
        "size": artifact.size,
        "media_type": artifact.media_type,
        "name": artifact.name,
        **cells_of(contents, ARTIFACT_FIELDS, artifact.values, left_out=own),
        **{name: text for name, text in texts.items() if text},
    }


_TEXTS_OF_VERDICT = ("rationale", "limits", "corrections", "reviewer", "reviewed_at")
_OF_VERDICT = frozenset((*_TEXTS_OF_VERDICT, "cited_opinion", "findings", "cites", "ground"))


def assessments_of(contents: Contents) -> Table:
    """Every judgement that was given, oldest first; none of what somebody grades blind just now."""
    first = (
        *("id", "type", "subject_sort", "subject_id", "subject", "claim_id", "claim", "scheme"),
        *("value", "word", "by", "at", "blind", "basis", *_TEXTS_OF_VERDICT),
        *("cited_opinion", "cited_opinion_id", "findings_json", "cites_id"),
    )
    given = (each for each in contents.assessments.values() if not _is_veiled(contents, each))
    rows = [_assessment_cells(contents, each) for each in given]
    return _table(ASSESSMENTS, first, (), rows)


def _is_veiled(contents: Contents, given: Assessment) -> bool:
    item = contents.get(Item, given.subject)
    return given.subject in contents.veiled or (item is not None and is_veiled(contents, item))


def _assessment_cells(contents: Contents, given: Assessment) -> Cells:
    sort, subject = _subject_of(contents, given.subject)
    body = VerdictBody.from_values(given.values)
    cited = contents.get(Source, body.cited_opinion)
    rest = {
        name: value
        for name, value in given.values.items()
        if name not in _OF_VERDICT and name != "basis"
    }
    judged = contents.get(Source, given.subject)
    # Why somebody who must not be named is believed may name them.
    told = judged is None or not is_protected(judged)
    texts = {
        "subject": subject,
        "claim_id": given.claim or "",
        "claim": title_at(contents, Ref.item(given.claim)) if given.claim else "",
        "basis": basis_of(given) if told and given.type != "verdict" else "",
        **{name: given.values.text(name) for name in _TEXTS_OF_VERDICT if given.type == "verdict"},
        "cited_opinion": public_name(cited) if cited is not None else "",
        "cited_opinion_id": body.cited_opinion,
        "findings_json": json_text(
            [{"element": each.element, "finding": each.finding} for each in body.findings]
        )
        if body.findings
        else "",
        "cites_id": joined(each.id for each in body.cites),
        OTHER: json_text(rest) if rest and told else "",
    }
    return {
        "id": given.id,
        "type": given.type,
        "subject_sort": sort,
        "subject_id": given.subject,
        "scheme": given.scheme,
        "value": given.value,
        "word": word(contents, given),
        "by": given.by,
        "at": given.at,
        "blind": say("yes") if given.blind else say("no"),
        **{name: text for name, text in texts.items() if text},
    }


def _subject_of(contents: Contents, named: str) -> tuple[str, str]:
    """What sort of record is judged, and how it is called."""
    source = contents.get(Source, named)
    if source is not None:
        return "source", public_name(source)
    for end, of in ((End.ITEM, Item), (End.ELEMENT, Element), (End.LINK, Link)):
        if contents.get(of, named) is not None:
            return end.value, title_at(contents, Ref(end, named))
    return "", ""


_TABLES: dict[str, Callable[[Contents], Table]] = {
    ITEMS: items_of,
    LINKS: links_of,
    ELEMENTS: elements_of,
    SOURCES: sources_of,
    EXHIBITS: exhibits_of,
    ASSESSMENTS: assessments_of,
}
NAMES = tuple(_TABLES)
"""The names of the tables, in order."""


def _table(
    name: str,
    first: Sequence[str],
    fields: Sequence[str],
    rows: Iterable[Cells],
    last: Sequence[str] = (),
) -> Table:
    held = tuple(rows)
    there = {column for row in held for column in row}
    found = columns_of(first, fields, ({k: "" for k in row if k not in last} for row in held))
    other = [OTHER] if found[-1] == OTHER else []
    ends = [column for column in last if column in there]
    return Table(name, (*found[: len(found) - len(other)], *ends, *other), held)
