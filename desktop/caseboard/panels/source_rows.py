"""The rows of the source manager, without a window: every source below its owner, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.panels.wording import one_line, source_name
from casedb.model.assessments import newest, reliability_apart
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected
from casedb.model.fields import Choice, Unreadable
from casedb.model.forms import SOURCE_FIELDS
from casedb.model.owners import owner_of, topmost
from casedb.model.records import Source
from casedb.model.search_text import fold
from casedb.model.sources import names_of
from casedb.words import say

DEEPEST = 6
"""Rows are not moved in further than this, however long the chain of owners is."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source: its name as it may be shown, what is told of it, and its newest grade.

    `apart` says that graders differ about it. `depth` is how many owners stand above it in the list, `owner` the name of the nearest; `is_met` is
    off for one that is there only for what lies below it.
    """

    id: str
    name: str
    details: str
    grade: str
    is_protected: bool
    depth: int
    owner: str = ""
    is_met: bool = True
    apart: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        grade = say("reliability {grade}", grade=self.grade) if self.grade else say("not graded")
        owner = say("belongs to {owner}", owner=self.owner) if self.owner else ""
        hidden = say("protected") if self.is_protected else ""
        told = (self.name, hidden, owner, self.details, grade, self.apart.rstrip("."))
        return ", ".join(filter(None, told))


def source_rows(contents: Contents, words: str = "", *, names_all: bool = False) -> list[SourceRow]:
    """Every source that has all the words, in a name, its country or what it is, below its owners.

    Owners of such a source are there as well. With `names_all` those that are protected are named.
    """
    asked = fold(words).split()
    children: defaultdict[str, list[Source]] = defaultdict(list)
    for each in contents.sources.values():
        children[_above(contents, each)].append(each)
    for below in children.values():
        below.sort(key=lambda each: (fold(_name(each, names_all)), each.id))
    met = {each.id for each in contents.sources.values() if _has(each, asked)}
    rows: list[SourceRow] = []
    shown: set[str] | None = None
    if asked:
        shown = set(met)
        for source_id in met:
            above = _above(contents, contents.sources[source_id])
            while above and above not in shown:
                shown.add(above)
                above = _above(contents, contents.sources[above])
    for source, depth in _walk(children):
        if shown is None or source.id in shown:
            rows.append(
                _row(contents, source, depth, len(children[source.id]), names_all, source.id in met)
            )
    return rows


def _walk(children: defaultdict[str, list[Source]]) -> Iterator[tuple[Source, int]]:
    waiting = [(each, 0) for each in reversed(children[""])]
    while waiting:
        source, depth = waiting.pop()
        yield source, depth
        waiting += [(each, depth + 1) for each in reversed(children[source.id])]


def _above(contents: Contents, source: Source) -> str:
    """The id of the owner below which a source is listed; empty where it stands by itself."""
    owner = owner_of(contents, source)
    # Of sources that own one another, one has to be the first.
    return "" if owner is None or topmost(contents, source).id == source.id else owner.id


def _row(
    contents: Contents, source: Source, depth: int, owned: int, names_all: bool, is_met: bool
) -> SourceRow:
    given = contents.assessments_of(source.id) if source.id not in contents.veiled else ()
    grade = newest(given, "reliability")
    owner = owner_of(contents, source)
    used = max(0, contents.mentions(source.id) - owned)
    if used:
        count = say("{n} item", "{n} items", n=used)
    elif owned:
        count = say("owns {n} source", "owns {n} sources", n=owned)
    else:
        count = say("not used")
    return SourceRow(
        source.id,
        _name(source, names_all),
        " · ".join((*_words_of(source), count)),
        grade.value if grade is not None else "",
        is_protected(source),
        min(depth, DEEPEST),
        _name(owner, names_all) if owner is not None else "",
        is_met,
        reliability_apart(contents, source.id),
    )


def _name(source: Source, names_all: bool) -> str:
    if names_all:
        return one_line(source.name) or say("Unnamed source")
    return source_name(source)


def _words_of(source: Source) -> list[str]:
    """What a source is and what it has at stake, as far as that is told."""
    said: list[str] = []
    for field in SOURCE_FIELDS:
        if isinstance(field, Choice):
            try:
                value = field.read(source.values)
            except Unreadable:
                continue
            if value:
                said.append(one_line(field.show(value)))
    return said


def _has(source: Source, asked: list[str]) -> bool:
    if not asked:
        return True
    told = (*names_of(source), source.values.text("country"), *_words_of(source))
    folded = fold("\n".join(told))
    return all(word in folded for word in asked)
