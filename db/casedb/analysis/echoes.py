"""`Echoes`: what items have in common that is rare, so that one of them may be derived from another.

A number that few give, a run of words that few use, the same scene, the same picture: each is a
reason to ask where something was taken from, and none is an answer. Nothing here makes a link.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Self

from casedb.analysis.flow import Flow, scene_of
from casedb.analysis.weak_points.dismissals import dismissal_on
from casedb.canonical import canonical
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.custody import METADATA
from casedb.model.fields import Table, Text, Unreadable
from casedb.model.item_dates import reaches_of
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.records import Artifact, Attachment, Item, Link
from casedb.model.search_text import fold
from casedb.words import say

NAME = "echo"
"""What the question is called where it is set aside."""
RARE = 4
"""What more items than these have in common is no sign of anything."""
PHRASE = 6
"""Words in a run that is looked for elsewhere."""
LEAST_RUNS = 2
"""So many runs of words must be shared: seven words one after the other, or two runs apart."""
PAUSE = 20
"""Items that are read in one go."""
LONGEST = 20_000
"""Signs of one text that are looked through."""


class Trait(StrEnum):
    """What two items can have in common."""

    PICTURE = "picture"
    SCENE = "scene"
    PASSAGE = "passage"
    PHRASE = "phrase"
    NUMBER = "number"


class Sign(NamedTuple):
    """One thing that an item may share with others: a number or run of words as it is compared."""

    trait: Trait
    text: str


@dataclass(frozen=True, slots=True)
class Echo:
    """That one item may be derived from another, and why.

    `later` and `earlier` are as the dates of both have it, and where these leave it open, as they came
    into the case; `is_dated` says whether dates have told. `words` and `scene` are what both say and
    show, as the earlier has it written; `passage` is what a file says as well.
    """

    later: str
    earlier: str
    signs: tuple[Sign, ...]
    is_dated: bool = False
    words: str = ""
    scene: str = ""
    passage: str = ""

    @property
    def ground(self) -> str:
        """The SHA-256 of which items they are and what they have in common."""
        held: list[JsonValue] = [self.later, self.earlier]
        told = sorted(f"{each.trait} {each.text}" for each in self.signs)
        return hashlib.sha256(canonical([*held, *told])).hexdigest()

    @property
    def reason(self) -> str:
        """Why, in a sentence for each trait."""
        told = (self._said(trait) for trait in Trait)
        return " ".join(filter(None, told))

    def _said(self, trait: Trait) -> str:
        held = [each.text for each in self.signs if each.trait is trait]
        if not held:
            return ""
        match trait:
            case Trait.PICTURE:
                return say("Their pictures look the same.")
            case Trait.SCENE:
                return say("Both show the scene {scene}.", scene=self.scene)
            case Trait.PASSAGE:
                return say("Both say “…{words}…”, in a file.", words=self.passage)
            case Trait.NUMBER:
                return say("Both give {numbers}.", numbers=", ".join(held[:5]))
            case Trait.PHRASE:
                return say("Both say “…{words}…”.", words=self.words)


@dataclass(frozen=True, slots=True)
class Passage:
    """What an item shares with another by what files say: which files, and some words of it as written.

    A file is named by its SHA-256, two of which each says what the other does by both.
    """

    files: tuple[str, ...]
    words: str


_NO_PASSAGES: Mapping[str, Passage] = MappingProxyType({})


class Echoes:
    """What every item of a case says that few others do; it is told of edits, and asked about items."""

    def __init__(self, contents: Contents) -> None:
        for _ in self._reading(contents):
            pass

    @classmethod
    def preparing(cls, contents: Contents) -> Generator[None, None, Self]:
        """Read a case a little at a time; what it returns knows the edits that it is told of later.

        Meanwhile the case may change: whoever changes it tells of that once this is done.
        """
        made = cls.__new__(cls)
        yield from made._reading(contents)
        return made

    def _reading(self, contents: Contents) -> Iterator[None]:
        self._contents = contents
        self._signs: dict[str, frozenset[Sign]] = {}
        self._holders: defaultdict[Sign, set[str]] = defaultdict(set)
        for n, item in enumerate(tuple(contents.items.values()), 1):
            if contents.items.get(item.id) is item:
                self._take(item)
            if not n % PAUSE:
                yield

    def saying(self, run: str) -> frozenset[str]:
        """The items in which some folded words stand one after the other, as many as a run has."""
        return frozenset(self._holders.get(Sign(Trait.PHRASE, run), ()))

    def of(self, item_id: str, passages: Mapping[str, Passage] = _NO_PASSAGES) -> tuple[Echo, ...]:
        """The items that an item may be derived from, or they from it, most telling first; `passages` are
        what it shares with the words of files.

        Such as are linked that way already, however far apart, are left out.
        """
        shared: defaultdict[str, list[Sign]] = defaultdict(list)
        for sign in self._signs.get(item_id, ()):
            holders = self._holders[sign]
            if 1 < len(holders) <= RARE:
                for other in holders:
                    if other != item_id:
                        shared[other].append(sign)
        for other, passage in passages.items():
            if other in self._contents.items:
                shared[other] += (Sign(Trait.PASSAGE, each) for each in passage.files)
        related = self._related(item_id) if shared else set[str]()
        found = [
            self._echo(item_id, other, signs, passages.get(other))
            for other, signs in shared.items()
            if other not in related and _is_telling(signs)
        ]
        return tuple(sorted((each for each in found if not self._is_answered(each)), key=_rank))

    def all(self) -> Iterator[Echo]:
        """Every echo of the case, each once."""
        for item_id in sorted(self._signs):
            for echo in self.of(item_id):
                if item_id == min(echo.later, echo.earlier):
                    yield echo

    def follow(self, edits: Iterable[Edit]) -> None:
        """Follow edits that the case has taken."""
        stale: dict[str, None] = {}
        for edit in edits:
            for record in (edit.before, edit.after):
                match record:
                    case Item():
                        stale[record.id] = None
                    case Attachment():
                        stale[record.item] = None
                    case Artifact():
                        held = self._contents.attachments_to(record.id)
                        stale.update((each.item, None) for each in held)
                    case _:
                        pass
        for item_id in stale:
            self._drop(item_id)
            item = self._contents.get(Item, item_id)
            if item is not None:
                self._take(item)

    def _take(self, item: Item) -> None:
        if not kind_of(item.kind).is_evidence:
            return
        signs = frozenset(signs_of(self._contents, item))
        if signs:
            self._signs[item.id] = signs
            for sign in signs:
                self._holders[sign].add(item.id)

    def _drop(self, item_id: str) -> None:
        for sign in self._signs.pop(item_id, ()):
            holders = self._holders[sign]
            holders.discard(item_id)
            if not holders:
                del self._holders[sign]

    def _related(self, item_id: str) -> set[str]:
        """What an item is derived from in the end, what is derived from it, and what it is said to be."""
        behind = set(Flow.to(self._contents, [item_id]).behind)
        waiting, ahead = [item_id], {item_id}
        while waiting:
            for link in self._contents.links_at(waiting.pop()):
                if link.type == "derived_from" and link.start.id not in ahead:
                    ahead.add(link.start.id)
                    waiting.append(link.start.id)
        same = {
            end.id
            for link in self._contents.links_at(item_id)
            if _says_same(link)
            for end in (link.start, link.end)
        }
        return behind | ahead | same

    def _is_answered(self, echo: Echo) -> bool:
        """Whether somebody has said that one is not derived from the other, on this ground."""
        return dismissal_on(self._contents, echo.later, NAME, echo.ground) is not None

    def _echo(self, one: str, other: str, signs: list[Sign], passage: Passage | None) -> Echo:
        first, last = sorted((one, other))
        held = tuple(sorted(signs))
        order = _order(self._contents.items[first], self._contents.items[last])
        later, earlier = (last, first) if order >= 0 else (first, last)
        item = self._contents.items[earlier]
        runs = [each.text for each in held if each.trait is Trait.PHRASE]
        return Echo(
            *(later, earlier, held),
            is_dated=order != 0,
            words=quoted(item, runs) if runs else "",
            passage=passage.words if passage is not None else "",
            scene=item.values.text("scene_id").strip(),
        )


def signs_of(contents: Contents, item: Item) -> Iterator[Sign]:
    """All that an item may share with others."""
    for text in told_in(item):
        folded = fold(text[:LONGEST])
        yield from (Sign(Trait.NUMBER, each) for each in numbers_in(folded))
        yield from (Sign(Trait.PHRASE, each) for each in phrases_in(folded))
    for text in _rows(item):
        yield from (Sign(Trait.NUMBER, each) for each in numbers_in(fold(text[:LONGEST])))
    scene = scene_of(item)
    if scene:
        yield Sign(Trait.SCENE, scene)
    for attachment in contents.attachments_of(item.id):
        look = _look_of(contents.artifacts[attachment.artifact])
        if look:
            yield Sign(Trait.PICTURE, look)


def _look_of(artifact: Artifact) -> str:
    """How its picture looks, the same for copies of any size; empty where nobody has seen it."""
    told = artifact.values.get(METADATA)
    look = told.get("look") if isinstance(told, Mapping) else None
    return look if isinstance(look, str) else ""


_TOLD = ("title", "summary", "translation")


def told_in(item: Item) -> Iterator[str]:
    """What is told in an item, but for what is our own reading of it."""
    for field in kind_of(item.kind).fields:
        try:
            if isinstance(field, Text) and (field.name in _TOLD or field.verbatim):
                yield field.read(item.values) or ""
        except Unreadable:
            continue


def _rows(item: Item) -> Iterator[str]:
    """The rows of tables, as of markings on debris: their cells are no text one after the other."""
    for field in kind_of(item.kind).fields:
        if isinstance(field, Table):
            try:
                value = field.read(item.values)
            except Unreadable:
                continue
            yield field.words(value) if value is not None else ""


_DATE = re.compile(
    r"\d{4}-\d{2}(-\d{2})?(t[\d:.]+z?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}(:\d{2})?"
)
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+)?")
_GROUPS = re.compile(r"[ ,.'’\u00a0\u202f]")


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of a text that say something: no dates, no years, no short and no round ones.

    >>> list(numbers_in("on 2024-01-02 some 1,043 of 12 000 crates, 17.25 t, lot 553-91"))
    ['1043', '17.25', '553']
    """
    for match in _NUMBER.finditer(_DATE.sub(" ", text)):
        found = match[0]
        parts = _GROUPS.split(found)
        is_grouped = len(parts) > 1 and all(len(each) == 3 for each in parts[1:])
        number = "".join(parts) if is_grouped else found.replace(",", ".")
        digits = number.replace(".", "").strip("0")
        is_year = len(number) == 4 and number[:2] in ("19", "20")
        if len(digits) >= 3 and not is_year:
            yield number


_SIGNS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
_WORD = re.compile(rf"[{_SIGNS}]|[^\W_{_SIGNS}]+")
"""A word, or in scripts that set no spaces between words a sign or syllable."""
_WRITTEN = re.compile(rf"[{_SIGNS}]|(?:[^\W_{_SIGNS}][\u0300-\u036f]*)+")
"""The same where it is not folded: accents may stand behind their letters."""


def phrases_in(text: str) -> Iterator[str]:
    """Every run of so many words one after the other."""
    words = _WORD.findall(text)
    for at in range(len(words) - PHRASE + 1):
        yield " ".join(words[at : at + PHRASE])


def _is_telling(signs: Iterable[Sign]) -> bool:
    counts = Counter(each.trait for each in signs)
    return (
        any(n for trait, n in counts.items() if trait is not Trait.PHRASE)
        or counts[Trait.PHRASE] >= LEAST_RUNS
    )


def _rank(echo: Echo) -> tuple[int, int, str, str]:
    traits = {each.trait for each in echo.signs}
    first = min(list(Trait).index(each) for each in traits)
    return first, -len(echo.signs), echo.later, echo.earlier


def _order(first: Item, last: Item) -> int:
    """1 where the second is certainly later, -1 where it is earlier, 0 where dates leave that open."""
    ones, others = reaches_of(first), reaches_of(last)
    if not ones or not others:
        return 0
    if max(end for _, end in ones) < min(start for start, _ in others):
        return 1
    return -1 if max(end for _, end in others) < min(start for start, _ in ones) else 0


def _says_same(link: Link) -> bool:
    return link.type in ("same_as", "supersedes", "corrects")


def quoted(item: Item, runs: Iterable[str]) -> str:
    """The longest text that some runs of words are parts of, as an item has it written."""
    wanted = joined(runs).split()
    for text in told_in(item):
        spans = [match.span() for match in _WRITTEN.finditer(text[:LONGEST])]
        words = [fold(text[start:end]) for start, end in spans]
        for at in range(len(words) - len(wanted) + 1):
            if words[at : at + len(wanted)] == wanted:
                return " ".join(text[spans[at][0] : spans[at + len(wanted) - 1][1]].split())
    return " ".join(wanted)


def joined(runs: Iterable[str]) -> str:
    """The longest text that some runs of words are parts of, one word further each."""
    left = [each.split() for each in runs]
    after = {tuple(each[:-1]): each for each in left}
    best: list[str] = []
    firsts = {tuple(each[1:]) for each in left}
    for start in left:
        if tuple(start[:-1]) in firsts:
            continue
        text, seen = list(start), {tuple(start)}
        while (onward := after.get(tuple(text[-(PHRASE - 1) :]))) and tuple(onward) not in seen:
            seen.add(tuple(onward))
            text.append(onward[-1])
        best = max(best, text, key=len)
    return " ".join(best or (left[0] if left else []))
