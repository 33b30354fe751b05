"""The rows of the list of weak points: heads of checks, what they found, and what was set aside."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from caseboard.panels.wording import item_title, one_line, source_name
from caseboard.titles import listed
from casedb.analysis.weak_points import CHECKS, WeakPoint
from casedb.analysis.weak_points.keeping import Asked
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_type
from casedb.model.records import Element, Item, Link, Source
from casedb.words import say, written

ASIDE = "aside"
"""The group of what somebody has set aside, which stands in the place of a check."""
PAGE = 50
"""So many of one check are shown before somebody asks for more."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group: the name of its check, or ASIDE."""

    check: str
    title: str
    count: int
    is_open: bool

    @property
    def spoken(self) -> str:
        """The head as a screen reader says it."""
        found = say("{n} weak point", "{n} weak points", n=self.count)
        return ", ".join((self.title, found, say("open") if self.is_open else say("folded")))


@dataclass(frozen=True, slots=True)
class More:
    """What stands for the rest of a long group."""

    check: str
    count: int

    @property
    def spoken(self) -> str:
        """What the row says."""
        return say("Show {n} more", "Show {n} more", n=self.count)


@dataclass(frozen=True, slots=True)
class PointRow:
    """One weak point: what it is about, why it is one, and what else it names."""

    asked: Asked
    group: str
    title: str
    icon: str
    accent: str
    sentence: str
    named: str

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same while others come and go."""
        point = self.asked.point
        return (self.group, point.check, point.subject, point.others)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        aside = say("set aside") if self.asked.dismissal is not None else ""
        return ", ".join(filter(None, (self.title, self.sentence, self.named, aside)))


Line: TypeAlias = "Head | PointRow | More"


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows, how many weak points are open, how many there are of them with the words asked for, and
    how many are set aside."""

    lines: tuple[Line, ...]
    open: int
    met: int
    aside: int


def rows_of(
    contents: Contents,
    found: Mapping[str, Iterable[Asked]],
    words: str = "",
    of: Container[str] | None = None,
    folded: Container[str] = (),
    whole: Container[str] = (),
    names: dict[str, str] | None = None,
) -> Shown:
    """The rows for what was found by check: those with some `words`, about the records `of` alone.

    Groups that are `folded` show their heads only, and those that are `whole` all they have.
    `names` keeps what records are called, for the next time that words are looked for.
    """
    sought = words.casefold().split()
    known = names if names is not None else {}
    has_filter = bool(sought) or of is not None
    lines: list[Line] = []
    aside: list[Asked] = []
    count = met = 0
    for check in CHECKS:
        left: list[Asked] = []
        title = check.shown
        for each in found.get(check.name, ()):
            count += each.dismissal is None
            if not has_filter or _is_wanted(contents, each.point, sought, of, title, known):
                (left if each.dismissal is None else aside).append(each)
        met += len(left)
        lines += _group(contents, check.name, title, left, check.name not in folded, whole)
    title = say("Set aside")
    lines += _group(contents, ASIDE, title, aside, ASIDE not in folded, whole)
    return Shown(tuple(lines), count, met, len(aside))


def called(contents: Contents, record_id: str) -> str:
    """What an item, source or link is called, with its number: a link by its ends."""
    match _record(contents, record_id):
        case Item() as item:
            number = one_line(item.values.text("exhibit"))
            return " ".join(filter(None, (number, item_title(item, contents))))
        case Source() as source:
            return source_name(source)
        case Link() as link:
            ends = [_end(contents, each.id) for each in (link.start, link.end)]
            return " – ".join(ends)
        case _:
            return ""


def short_name(contents: Contents, record_id: str) -> str:
    """The number of an item, or what it is called where it has none."""
    item = contents.get(Item, record_id)
    number = one_line(item.values.text("exhibit")) if item is not None else ""
    return number or called(contents, record_id)


def _group(
    contents: Contents,
    name: str,
    title: str,
    found: list[Asked],
    is_open: bool,
    whole: Container[str],
) -> Iterator[Line]:
    if not found:
        return
    yield Head(name, title, len(found), is_open)
    if is_open:
        most = len(found) if name in whole else PAGE
        yield from (_row(contents, name, each) for each in found[:most])
        if len(found) > most:
            yield More(name, len(found) - most)


def _row(contents: Contents, group: str, asked: Asked) -> PointRow:
    point = asked.point
    icon, accent = _look(contents, point.subject)
    names = [name for each in point.others[:12] if (name := short_name(contents, each))]
    if len(point.others) > len(names):
        names.append(say("{n} more", n=len(point.others) - len(names)))
    title = called(contents, point.subject) or say("Untitled")
    sentence = one_line(point.sentence)
    return PointRow(asked, group, title, icon, accent, sentence, listed(names))


def _is_wanted(
    contents: Contents,
    point: WeakPoint,
    sought: list[str],
    of: Container[str] | None,
    check: str,
    known: dict[str, str],
) -> bool:
    if of is not None and point.subject not in of:
        return False
    if not sought:
        return True
    names: list[str] = []
    for each in (point.subject, *point.others):
        name = known.get(each)
        if name is None:
            name = known[each] = called(contents, each).casefold()
        names.append(name)
    text = " ".join((check.casefold(), point.sentence.casefold(), *names))
    return all(each in text for each in sought)


def _record(contents: Contents, record_id: str) -> Item | Source | Link | None:
    return (
        contents.get(Item, record_id)
        or contents.get(Source, record_id)
        or contents.get(Link, record_id)
    )


def _end(contents: Contents, record_id: str) -> str:
    element = contents.get(Element, record_id)
    if element is not None:
        return one_line(element.values.text("text")) or say("part of a claim")
    if contents.get(Link, record_id) is not None:
        # Links that end at each other would be called by one another for ever.
        return say("a link")
    return short_name(contents, record_id) or say("an item")


def _look(contents: Contents, record_id: str) -> tuple[str, str]:
    match _record(contents, record_id):
        case Item() as item:
            kind = kind_of(item.kind)
            return kind.icon, kind.accent
        case Link() as link:
            return link_type(link.type).icon, link_type(link.type).accent
        case _:
            return "source", "tx3"


def count_in_words(shown: Shown) -> str:
    """How many weak points are open, and how many of them are shown."""
    if shown.met == shown.open:
        return say("{n} weak point", "{n} weak points", n=shown.open)
    return say(
        "{met} of {n} weak point",
        "{met} of {n} weak points",
        n=shown.open,
        met=written(shown.met),
    )
