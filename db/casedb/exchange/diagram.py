"""Diagrams of other programs, read as what could come into a case: things, ties between them, sources.

Whatever the format, a reader makes a `Diagram` of it, with a line for each thing and each tie that says what
would become of it. Nothing here touches a case; `casedb.taking` makes one change of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import LINK_TYPES, End, allows
from casedb.words import say

LARGEST = 64 << 20
"""Bytes of a file that is read as a diagram."""
MOST_THINGS, MOST_TIES = 20_000, 60_000
LONGEST_TITLE, LONGEST_TEXT, LONGEST_NOTES = 400, 1_000_000, 20_000

Outcome: TypeAlias = Literal["taken", "changed", "rejected"]


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one part of a file: how it is called there, and what there is to know of it."""

    name: str
    outcome: Outcome
    reason: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An item to be: its values in their stored form, and by field what is `named`, the keys of sources or things."""

    key: str
    kind: str
    values: Mapping[str, JsonValue]
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])


@dataclass(frozen=True, slots=True)
class Part:
    """An element to be, of the claim with the key `claim`."""

    key: str
    claim: str
    values: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to be; its ends are the keys of things, parts or ties."""

    key: str
    type: str
    start: tuple[End, str]
    end: tuple[End, str]
    values: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Origin:
    """A source to be, or one of the case that has the same name; `owner` is the key of another."""

    key: str
    values: Mapping[str, JsonValue]
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """What a file describes, and what becomes of each part of it."""

    things: tuple[Thing, ...] = ()
    parts: tuple[Part, ...] = ()
    ties: tuple[Tie, ...] = ()
    origins: tuple[Origin, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is to know of it as a whole."""
        told = [
            say("It describes {n} thing.", "It describes {n} things.", n=len(self.things)),
            say("{n} link came with it.", "{n} links came with it.", n=len(self.ties)),
        ]
        left = sum(each.outcome == "rejected" for each in self.lines)
        if left:
            told.append(
                say("{n} part of it was left out.", "{n} parts of it were left out.", n=left)
            )
        return tuple(told)


def clean(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text as a case can hold it: no halves of signs, and no longer than that."""
    return text[:longest].encode("utf-8", "replace").decode("utf-8")


def title(text: str) -> str:
    """A name as a title: on one line."""
    return " ".join(clean(text, 4 * LONGEST_TITLE).split())[:LONGEST_TITLE].rstrip()


def readable(name: str) -> str:
    """The name of a property as people read it.

    >>> readable("registrationNumber"), readable("start_date")
    ('Registration number', 'Start date')
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower()
    return words[:1].upper() + words[1:]


def notes_of(told: Iterable[tuple[str, str]]) -> str:
    """What has no field of its own, a line each."""
    return clean("\n".join(f"{name}: {value}" for name, value in told), LONGEST_NOTES)


def fitting(type_name: str, start: tuple[End, str], end: tuple[End, str]) -> str:
    """The type of a tie, or `related` where that type may not join such ends (each with its kind); empty
    where that may not either."""
    for name in (type_name, "related"):
        known = LINK_TYPES.get(name)
        if known is not None and allows(known, *start, *end):
            return name
    return ""


def known_kind(name: str) -> bool:
    """Whether there is a kind of that name whose items other programs may bring."""
    return kind_of(name).icon != "unknown_kind" and name != "board_card"
