"""`WeakPoint`: one thing that a careful editor would ask, and `Check`: what looks for it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from casedb.canonical import canonical
from casedb.model.contents import Contents
from casedb.model.json_value import JsonValue
from casedb.words import say


class Scope(StrEnum):
    """What a check looks at, one record at a time."""

    CLAIM = "claim"
    ITEM = "item"
    SOURCE = "source"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """What is weak, in a sentence that says why.

    `check` is the name of the check that found it, `subject` the id of the item, source or link that it
    is about, `others` the ids of what else it names. `facts` are what the sentence rests on besides.
    """

    check: str
    subject: str
    sentence: str
    others: tuple[str, ...] = ()
    facts: tuple[JsonValue, ...] = ()

    @property
    def ground(self) -> str:
        """The SHA-256 of what it rests on: while that stays, it is the same weak point."""
        held: list[JsonValue] = [self.check, self.subject, sorted(self.others), list(self.facts)]
        return hashlib.sha256(canonical(held)).hexdigest()


Found: TypeAlias = Iterator[WeakPoint]
Look: TypeAlias = Callable[[Contents, str], "Iterator[Finding]"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found about the record that it looked at."""

    sentence: str
    others: tuple[str, ...] = ()
    facts: tuple[JsonValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One question, asked of every record of a scope: `name` for the file, `label` for people."""

    name: str
    label: str
    scope: Scope
    look: Look

    @property
    def shown(self) -> str:
        """What it is called, in the language of the reader."""
        return say(self.label)

    def of(self, contents: Contents, subject: str) -> Found:
        """What it finds about one record."""
        for each in self.look(contents, subject):
            yield WeakPoint(self.name, subject, each.sentence, each.others, each.facts)
