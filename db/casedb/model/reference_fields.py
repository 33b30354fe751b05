"""Fields that name other records of the case, by id, or are answered by links to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from casedb.model.fields import Field, texts
from casedb.model.json_value import JsonValue
from casedb.words import say


@dataclass(frozen=True)
class SourceRef(Field[str]):
    """One source of the case, by id."""

    def decode(self, value: JsonValue) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value

    def words(self, value: str) -> str:
        return ""


@dataclass(frozen=True)
class SourceRefs(Field[tuple[str, ...]]):
    """Several sources of the case, by id, in the order given."""

    def decode(self, value: JsonValue) -> tuple[str, ...]:
        return texts(self, value)

    def encode(self, value: tuple[str, ...]) -> JsonValue:
        return list(value)

    def words(self, value: tuple[str, ...]) -> str:
        return ""


@dataclass(frozen=True)
class ItemRefs(Field[tuple[str, ...]]):
    """Other items of the case, by id; `kinds` says which may be named (empty: any)."""

    kinds: tuple[str, ...] = ()

    def decode(self, value: JsonValue) -> tuple[str, ...]:
        return texts(self, value)

    def encode(self, value: tuple[str, ...]) -> JsonValue:
        return list(value)

    def words(self, value: tuple[str, ...]) -> str:
        return ""


@dataclass(frozen=True)
class NamedThing(Field[str]):
    """One thing, by its id; it may be gone, and the id stays."""

    def decode(self, value: JsonValue) -> str:
        if not isinstance(value, str):
            raise self.refuse(value)
        return value

    def words(self, value: str) -> str:
        return ""


@dataclass(frozen=True)
class BoardRef(NamedThing):
    """One board of the case, by id; the board may be gone, and the id stays."""


@dataclass(frozen=True)
class AnnotationRef(NamedThing):
    """What is marked on a file of the item at an end of a link, by id; it may be gone.

    `at_start` is whether that is the end where the link starts.
    """

    at_start: bool = True


@dataclass(frozen=True)
class Region(NamedThing):
    """Where on a file of the item something is to be seen, or was read.

    It is what is marked there, by the annotation's id, so that it follows the mark when that is moved;
    or all of a file, by its SHA-256. Either may be gone by now, and what names it stays.
    `compared_with` names the table of the same item whose regions it is compared with.
    """

    compared_with: str = ""

    def show(self, value: str) -> str:
        return say("a region of a file")


@dataclass(frozen=True)
class Linked(Field[None]):
    """A field that is answered by links of the board, not by a stored value.

    `types` are the link types that answer it, `kinds` what their other end is (empty: anything); an
    element is of the kind of its claim. `outward` tells whether the item is their start.
    """

    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outward: bool = True

    stored: ClassVar[bool] = False

    def decode(self, value: JsonValue) -> None:
        raise self.refuse(value)
