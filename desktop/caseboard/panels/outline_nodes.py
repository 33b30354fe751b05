"""The rows of the outline and their order, without a window.

CLAIMS                a group; claims in order of their making
  a claim             what speaks for it, then what speaks against it
EVIDENCE              a group of kinds
  Satellite images    a kind; items in order of their making
EVENTS                by date, undated last
ENTITIES, SOURCES     by name
NOTES, BOARDS, OTHER
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import count
from typing import NamedTuple, TypeAlias

from caseboard.panels.wording import one_line
from casedb.model.contents import Contents
from casedb.model.item_dates import date_on_card
from casedb.model.kinds import KINDS, is_known, kind_of
from casedb.model.link_types import End, link_type
from casedb.model.records import Element, Item, Link, Source
from casedb.words import term

Key: TypeAlias = tuple[float | str, ...]

PAGE = 500
"""Rows of one folder that are shown at first; the others on demand."""

GROUPS: tuple[tuple[str, str], ...] = (
    ("claims", term("Claims")),
    ("evidence", term("Evidence")),
    ("events", term("Events")),
    ("entities", term("Entities")),
    ("notes", term("Notes")),
    ("boards", term("Boards")),
    ("other", term("Other kinds")),
    ("sources", term("Sources")),
)
"""The groups in order: name and title."""

_GROUP_OF = {
    "claim": "claims",
    "event": "events",
    "entity": "entities",
    "note": "notes",
    "board_card": "boards",
}


class Sort(Enum):
    """What a row stands for."""

    ROOT = auto()
    GROUP = auto()
    KIND = auto()
    ITEM = auto()
    EVIDENCE = auto()
    SOURCE = auto()
    MORE = auto()
    BOARD = auto()
    FRAME = auto()
    CARD = auto()
    LINK = auto()
    LOOSE = auto()


class Node:
    """One row: what it stands for, and the rows below it in order of their keys.

    `id` is the id of its record, or the name of a group or kind. `shown` is how many of its rows
    are there for the window to see; a row of the sort MORE stands for the others, and says how
    many are `waiting`.
    `polarity` is +1 or -1 for evidence. `children` of a claim are None until somebody asks;
    `is_spoken_to` tells whether there will be any, where that was found out; `is_leaf` where there
    can never be any.
    """

    __slots__ = (
        "children",
        "id",
        "is_leaf",
        "is_spoken_to",
        "key",
        "keys",
        "more",
        "parent",
        "polarity",
        "serial",
        "shown",
        "sort",
        "waiting",
    )

    _serials: Iterator[int] = count(1)

    def __init__(
        self, sort: Sort, id: str, key: Key, parent: Node | None = None, polarity: int = 0
    ) -> None:
        self.sort = sort
        self.id = id
        self.key = key
        self.parent = parent
        self.polarity = polarity
        self.serial = next(self._serials)
        self.children: list[Node] | None = []
        self.keys: list[Key] = []
        self.is_leaf = False
        self.is_spoken_to: bool | None = None
        self.shown = 0
        self.more: Node | None = None
        self.waiting = 0

    @property
    def hidden(self) -> int:
        """How many rows below it are not shown yet."""
        return len(self.children or ()) - self.shown

    def position(self, key: Key) -> int:
        """Where a row of that key stands or would stand below it."""
        return bisect_left(self.keys, key)

    def insert(self, child: Node) -> int:
        """Put a row below it; where it came to stand. Does not show it."""
        at = self.position(child.key)
        if self.children is None:
            self.children = []
        self.keys.insert(at, child.key)
        self.children.insert(at, child)
        return at

    def fill(self, children: Iterable[Node]) -> None:
        """Put all rows below it at once, and show the first page of them."""
        self.children = sorted(children, key=lambda child: child.key)
        self.keys = [child.key for child in self.children]
        self.shown = min(len(self.children), PAGE)


class Folder(NamedTuple):
    """Where items of a kind are listed: a group, and for evidence the kind within it."""

    group: str
    kind: str = ""


SOURCES = Folder("sources")


def folder_of(kind: str) -> Folder:
    """Where items of a kind are listed."""
    if kind_of(kind).is_evidence:
        return Folder("evidence", kind)
    return Folder(_GROUP_OF.get(kind, "other"))


def group_key(name: str) -> Key:
    """The place of a group."""
    return (next(n for n, (each, _) in enumerate(GROUPS) if each == name),)


def kind_key(kind: str) -> Key:
    """The place of a kind of evidence."""
    return (list(KINDS).index(kind) if is_known(kind) else len(KINDS), kind)


def item_key(item: Item) -> Key:
    """The place of an item in its folder: ids are in order of making."""
    if item.kind == "event":
        date = date_on_card(item)
        return (*(date.sort_key if date is not None else (float("inf"), 0.0)), item.id)
    if item.kind == "entity":
        return (one_line(item.title).casefold(), item.id)
    return (item.id,)


def source_key(source: Source) -> Key:
    """The place of a source among the sources."""
    return (one_line(source.name).casefold(), source.id)


class Mention(NamedTuple):
    """An item that speaks for (+1) or against (-1) a claim."""

    polarity: int
    item: str

    @property
    def key(self) -> Key:
        """Its place below the claim: what speaks for it first."""
        return (-self.polarity, self.item)


def mentions_of(contents: Contents, claim_id: str) -> set[Mention]:
    """What speaks for and against a claim or one of its elements, each item once a side."""
    return set(_voices(contents, claim_id))


def is_spoken_to(contents: Contents, claim_id: str) -> bool:
    """Whether anything speaks for or against a claim or one of its elements."""
    return next(_voices(contents, claim_id), None) is not None


def _voices(contents: Contents, claim_id: str) -> Iterator[Mention]:
    for target in (claim_id, *(each.id for each in contents.elements_of(claim_id))):
        for link in contents.links_at(target):
            polarity = link_type(link.type).polarity
            if polarity and link.end.id == target and link.start.end is End.ITEM:
                yield Mention(polarity, link.start.id)


def claim_spoken_to(contents: Contents, link: Link, gone: dict[str, Element]) -> str | None:
    """The claim that a link speaks for or against; `gone` are elements removed meanwhile."""
    if not link_type(link.type).polarity:
        return None
    if link.end.end is End.ITEM:
        return link.end.id
    element = contents.get(Element, link.end.id) or gone.get(link.end.id)
    return element.claim if element is not None and link.end.end is End.ELEMENT else None
