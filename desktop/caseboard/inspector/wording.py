"""How records, sizes and times are called in the inspector: plain text, hidden controls shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from caseboard.language import written_time
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.fields import AnyField, FileRef, Table, Unreadable
from casedb.model.kinds import Kind, kind_of
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.link_types import End, link_type
from casedb.model.records import Artifact, Element, Item, Link, Ref, Source
from casedb.model.reference_fields import Region, SourceRef
from casedb.model.regions import find_region
from casedb.model.values import Values
from casedb.model.visible_text import visible
from casedb.model.when_and_where import TIME_NAMES, When
from casedb.words import say, term, written

_NUMBERED: dict[str, Callable[[int], str]] = {
    "claim": lambda n: say("{n} claim", "{n} claims", n=n),
    "satellite_image": lambda n: say("{n} satellite image", "{n} satellite images", n=n),
    "debris_analysis": lambda n: say("{n} debris analysis", "{n} debris analyses", n=n),
    "official_statement": lambda n: say("{n} official statement", "{n} official statements", n=n),
    "document": lambda n: say("{n} document", "{n} documents", n=n),
    "media": lambda n: say("{n} media", "{n} media", n=n),
    "event": lambda n: say("{n} event", "{n} events", n=n),
    "entity": lambda n: say("{n} entity", "{n} entities", n=n),
    "note": lambda n: say("{n} note", "{n} notes", n=n),
    "board_card": lambda n: say("{n} board", "{n} boards", n=n),
}
_SIZES = (term("{size} kB"), term("{size} MB"), term("{size} GB"))

LONGEST = 400
"""A row never holds more of a text than this; the whole of it is in its editor."""


def one_line(text: str) -> str:
    """The beginning of a text as one line, hidden controls as visible marks."""
    return " ".join(visible(text[: 2 * LONGEST]).split())[:LONGEST]


def item_title(item: Item, contents: Contents | None = None) -> str:
    """An item's title, or what it is where it has none; in its case, that of the board it is for."""
    title = title_of(contents, item) if contents is not None else item.title
    return one_line(title) or say(
        "Untitled {kind}", kind=lower_first(say(kind_of(item.kind).label))
    )


def source_name(source: Source) -> str:
    """A source's name, or that it has none."""
    return one_line(source.name) or say("Unnamed source")


def element_title(element: Element) -> str:
    """An element as its role and what exactly, for instance `Place: Kharkiv`."""
    text = one_line(element.values.text("text"))
    return f"{element_role(element)}: {text}" if text else element_role(element)


def element_role(element: Element) -> str:
    """Which part of the claim an element is."""
    return next(
        (each.shown for each in ELEMENT_ROLES if each.value == element.role),
        one_line(element.role).replace("_", " ").capitalize() or say("Element"),
    )


def link_title(contents: Contents, link: Link) -> str:
    """A link as a sentence: its start, what it says, its end."""
    return say(
        "“{start}” {says} “{end}”",
        start=_end_name(contents, link.start),
        says=say(link_type(link.type).says),
        end=_end_name(contents, link.end),
    )


def row_in_words(contents: Contents, table: Table, row: Values) -> str:
    """A row of a table in one line, its sources by their names; without anything else, its region."""
    parts: list[str] = []
    region = ""
    for column in table.columns:
        try:
            value = column.read(row)
        except Unreadable:
            continue
        if isinstance(column, Region):
            found = find_region(contents, str(value)) if value else None
            region = found.name if found is not None else region
        elif isinstance(column, SourceRef):
            source = contents.get(Source, str(value)) if value else None
            parts += [source_name(source)] if source is not None else []
        elif isinstance(column, FileRef) and value:
            file = contents.get(Artifact, str(value))
            parts.append(one_line(file.name) if file is not None else column.show(str(value)))
        elif value is not None:
            parts.append(column.show(value))
    return one_line(", ".join(filter(None, parts)) or region)


def end_title(contents: Contents, end: Ref) -> str:
    """What one end of a link is called."""
    if end.end is End.LINK:
        link = contents.get(Link, end.id)
        return link_title(contents, link) if link is not None else say("a link that is gone")
    return _end_name(contents, end)


def _end_name(contents: Contents, end: Ref) -> str:
    # A link that rests on a link is not spelt out: the sentence would not end.
    if end.end is End.ITEM:
        item = contents.get(Item, end.id)
        return item_title(item, contents) if item is not None else say("an item that is gone")
    if end.end is End.ELEMENT:
        element = contents.get(Element, end.id)
        return element_title(element) if element is not None else say("an element that is gone")
    link = contents.get(Link, end.id)
    if link is None:
        return say("a link")
    return say("a link that {says}", says=say(link_type(link.type).says))


def boards_of(contents: Contents, item_id: str) -> list[str]:
    """The titles of the boards on which an item is shown, in the order of their tabs."""
    shown = {card.board for card in contents.cards_of(item_id)}
    return [one_line(board.title) for board in contents.boards if board.id in shown]


def number_of_kind(number: int, kind: Kind) -> str:
    """How many items of a kind there are.

    >>> number_of_kind(1, kind_of("claim")), number_of_kind(1200, kind_of("debris_analysis"))
    ('1 claim', '1,200 debris analyses')
    """
    if kind.name in _NUMBERED:
        return _NUMBERED[kind.name](number)
    # A kind of a newer version has a name and nothing that could be bent.
    return say("{number} {things}", number=number, things=kind.plural.lower())


def lower_first(text: str) -> str:
    """A label within a sentence; abbreviations and names of more capitals stay as they are.

    >>> lower_first("First made"), lower_first("STAC id")
    ('first made', 'STAC id')
    """
    if len(text) > 1 and text[1].isupper():
        return text
    return text[:1].lower() + text[1:]


def meaning(field: AnyField) -> str:
    """What a field is for; of a date that says no more, which time it is."""
    if field.help or not isinstance(field, When):
        return say(field.help)
    named = next(each for each in TIME_NAMES if each.value == field.time_name)
    return f"{named.shown}: {named.shown_meaning}"


def edit_label(field: AnyField) -> str:
    """The label of a change of one field in the journal; it names no content of the case."""
    return f"Edit {lower_first(field.label).rstrip('?')}"


def size_in_words(size: int) -> str:
    """A number of bytes as people read it.

    >>> size_in_words(1), size_in_words(1500), size_in_words(2_345_678)
    ('1 byte', '1.5 kB', '2.3 MB')
    """
    if size < 1000:
        return say("{n} byte", "{n} bytes", n=size)
    value = float(size)
    for unit in _SIZES:
        value /= 1000
        if value < 999.95 or unit == _SIZES[-1]:
            return say(unit, size=written(value, 1 if value < 100 else 0))
    raise AssertionError("the last unit takes every size")


def time_in_words(at: str, now: datetime) -> str:
    """When a journal entry was made, by the clock of `now`: 14:02, yesterday 14:02, 3 Nov 2023.

    A time that is not understood is given as it is.
    """
    try:
        moment = datetime.fromisoformat(at).astimezone(now.tzinfo)
    except ValueError:
        return one_line(at)
    days = (now.date() - moment.date()).days
    clock = written_time(moment, "HH:mm")
    if days == 0:
        return clock
    if days == 1:
        return say("yesterday {time}", time=clock)
    return written_time(moment, "d MMM" if moment.year == now.year else "d MMM yyyy")
