"""`Clip`: a part of a board with everything that its cards are made of, to be put down elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from casedb.model.contents import Contents
from casedb.model.discretion import hides_sources, without_names
from casedb.model.fields import Text
from casedb.model.kinds import kind_of
from casedb.model.records import (
    RECORD_TYPES,
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Card,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Route,
    Scale,
    Scheme,
    Source,
)
from casedb.model.references import references_of

R = TypeVar("R", bound=Record)

CLIPPED: tuple[type[Record], ...] = (
    Scheme,
    Source,
    Item,
    Element,
    Link,
    Frame,
    Scale,
    Card,
    Fold,
    Route,
    Artifact,
    Attachment,
    Annotation,
    Assessment,
)
"""What a clip can hold."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Records of one case, by its id, that stand together: what they rest on is among them.

    What fields name need not be: an item may be compared with one that was not copied.
    """

    case: str
    records: tuple[Record, ...]

    def of(self, wanted: type[R]) -> list[R]:
        """Those of one type."""
        return [each for each in self.records if isinstance(each, wanted)]


def clip_of(contents: Contents, placed_ids: Iterable[str]) -> Clip:
    """What cards and frames of one board are made of.

    With a collapsed frame comes what is folded into it; with the cards come their items with
    elements, files and judgements, the links between all of these, and every source that is named.
    """
    there, framed = contents.cards, contents.frames
    placed = _with_folded(contents, placed_ids)
    found: dict[tuple[type[Record], str], Record] = {}

    def add(records: Iterable[Record | None]) -> None:
        for record in records:
            if record is not None:
                found[type(record), record.id] = record

    cards = [there[each] for each in placed if each in there]
    frames = [framed[each] for each in placed if each in framed]
    add([*cards, *frames])
    add(contents.fold_of(each.id) for each in frames)
    add(contents.scale_of(each.id) for each in frames)
    items = {card.item: contents.items[card.item] for card in cards}
    add(items.values())
    elements = {each.id: each for item in items for each in contents.elements_of(item)}
    attached = [each for item in items for each in contents.attachments_of(item)]
    add([*elements.values(), *attached])
    files = dict.fromkeys(each.artifact for each in attached)
    add(contents.get(Artifact, each) for each in files)
    add(mark for each in files for mark in contents.annotations_of(each))
    links = _between(contents, {*items, *elements})
    add(links.values())
    boards = {each.board for each in (*cards, *frames)}
    add(route for board in boards for route in contents.routes_on(board) if route.link in links)
    sources = _sources_of(contents, items.values())
    add(sources.values())
    judged = [*items, *elements, *links, *sources]
    judgements = [
        each
        for subject in judged
        for each in contents.assessments_of(subject)
        if each.claim is None or each.claim in items
    ]
    add(judgements)
    add(contents.get(Scheme, each.scheme) for each in judgements)
    ranks = {of: n for n, of in enumerate(RECORD_TYPES)}
    ordered = sorted(found.values(), key=lambda each: (ranks[type(each)], each.id))
    return Clip(contents.info.id, tuple(ordered))


def discreet(clip: Clip) -> Clip:
    """A clip as it leaves a case: without the names of sources that must not be named.

    Where it is put down again in the same case, what is there is used, with its name.
    """
    hiding = {each.id for each in clip.of(Item) if hides_sources(each)}
    return replace(clip, records=tuple(_discreet(each, hiding) for each in clip.records))


def _discreet(record: Record, hiding: set[str]) -> Record:
    if isinstance(record, Source):
        return without_names(record)
    if isinstance(record, Item) and record.id in hiding:
        told = {name: None for name in kind_of(record.kind).face_source if _is_text(record, name)}
        return replace(record, values=record.values.changed(told)) if told else record
    return record


def _is_text(item: Item, name: str) -> bool:
    """Whether a field names a source by its name, and not as one of those of the case."""
    kind = kind_of(item.kind)
    return kind.has(name) and isinstance(kind.field(name), Text)


def _with_folded(contents: Contents, placed: Iterable[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    waiting = list(placed)
    while waiting:
        each = waiting.pop()
        if each not in found:
            found[each] = None
            held = contents.fold_of(each)
            waiting += held.members if held is not None else ()
    return found


def _between(contents: Contents, ends: set[str]) -> dict[str, Link]:
    """The links both ends of which are among some things, or are such links themselves."""
    found: dict[str, Link] = {}
    waiting = list(ends)
    while waiting:
        for link in contents.links_at(waiting.pop()):
            both = {link.start.id, link.end.id}
            if link.id not in found and all(each in ends or each in found for each in both):
                found[link.id] = link
                waiting.append(link.id)
    return found


def _sources_of(contents: Contents, items: Iterable[Item]) -> dict[str, Source]:
    """The sources that items name, and those that these name, and so on."""
    found: dict[str, Source] = {}
    waiting: list[Item | Source] = list(items)
    while waiting:
        for _, what, named in references_of(waiting.pop()):
            source = contents.get(Source, named) if what == "source" else None
            if source is not None and named not in found:
                found[named] = source
                waiting.append(source)
    return found
