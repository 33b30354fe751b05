"""`Profile`: what is to be left out of what leaves the house, as somebody has set it down under a name.

A profile says what goes and never what it says: names of sources, items, kinds, tags, fields, words,
people, files. `casedb.redacting` makes a case without all that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from casedb.model.fields import AnyField
from casedb.model.forms import ARTIFACT_FIELDS, CASE_FIELDS, ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.kinds.kind import SENSITIVITY
from casedb.model.link_types import LINK_TYPES, link_fields
from casedb.model.records import Redaction
from casedb.model.values import Values
from casedb.words import say, term

MOST_WORDS = 2_000
LONGEST_WORD = 500
SHORTEST_WORD = 2

ITEM, CASE, SOURCE, ELEMENT, FILE, LINK, MARK = (
    *("item", "case", "source", "element"),
    *("file", "link", "mark"),
)
"""What stands before the dot of a field: one of these, or the name of a kind."""


_NAME, _CAPTION, _SEEN = term("Name"), term("Caption"), term("What is seen there")


class Bytes(StrEnum):
    """What becomes of the files of what is kept."""

    KEEP = "keep"
    """They go as they came in; a picture with blurred regions is drawn anew without them."""
    PICTURES = "pictures"
    """Pictures are drawn anew, with nothing that is hidden in a file; other files stay behind."""
    NONE = "none"
    """None goes, only its SHA-256."""


BYTES_IN_WORDS: Mapping[Bytes, str] = MappingProxyType(
    {
        Bytes.PICTURES: term("Pictures drawn anew, without what files hide; no other file"),
        Bytes.KEEP: term("As they came in, but with blurred regions blacked out"),
        Bytes.NONE: term("No file, only its SHA-256"),
    }
)


class ProfileNotUnderstood(ValueError):
    """What somebody set down is no profile; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is left out.

    `protected` sources, and those in `sources` (ids), are not named; their names and other spellings go
    from every text. `items` (ids) go altogether, as do all of some `kinds`, with some `tags`, or of some
    `sensitivity`; where `boards` (ids) are named, whatever lies on none of them. `fields` are named
    `kind.field`, or `item.field` for every kind. `words` are blacked out wherever they stand. `people`:
    those who worked on the case are numbered. `bytes` and `files` (SHA-256) say which files go.
    """

    protected: bool = True
    sources: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sensitivity: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    people: bool = False
    bytes: Bytes = Bytes.PICTURES
    files: tuple[str, ...] = ()

    def to_values(self) -> Values:
        """The form in which a redaction record, and a file, hold it."""
        held: dict[str, JsonValue] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, tuple):
                held[each.name] = list(cast("tuple[str, ...]", value)) or None
            else:
                held[each.name] = value.value if isinstance(value, Bytes) else cast("bool", value)
        return Values(held)

    def leaves_out(self, field: str, *owners: str) -> bool:
        """Whether a field of any of some owners (`item`, a kind, `source`, ...) is left out."""
        return any(f"{owner}.{field}" in self.fields for owner in owners)


def profile_of(record: Redaction) -> Profile:
    """What a record of a case says. Raises ProfileNotUnderstood."""
    return read_profile(record.values)


def read_profile(held: Mapping[str, JsonValue]) -> Profile:
    """A profile from its JSON form. Raises ProfileNotUnderstood.

    What is not understood is refused and never passed over: it may have been what matters most.
    """
    known = {each.name: each for each in fields(Profile)}
    for name in held:
        if name not in known and name != "name":
            raise ProfileNotUnderstood(
                say("“{name}” is nothing that a redaction profile says.", name=name)
            )
    made = Profile()
    for name, value in held.items():
        if name == "name":
            continue
        if name in ("protected", "people"):
            if not isinstance(value, bool):
                raise _wrong(name)
            made = replace(made, **{name: value})
        elif name == "bytes":
            if value not in set(Bytes):
                raise _wrong(name)
            made = replace(made, bytes=Bytes(str(value)))
        else:
            made = replace(made, **{name: _texts(name, value)})
    _check(made)
    return made


def _wrong(name: str) -> ProfileNotUnderstood:
    return ProfileNotUnderstood(
        say("What the redaction profile says under “{name}” is not understood.", name=name)
    )


def _texts(name: str, value: JsonValue) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise _wrong(name)
    if not all(isinstance(each, str) for each in value):
        raise _wrong(name)
    return tuple(dict.fromkeys(cast("Sequence[str]", value)))


def _check(profile: Profile) -> None:
    there = field_names()
    for each in profile.fields:
        if each not in there:
            raise ProfileNotUnderstood(
                say(
                    "There is no field “{name}”; say it as “item.notes” or “media.recorded”.",
                    name=each,
                )
            )
    if len(profile.words) > MOST_WORDS:
        raise ProfileNotUnderstood(
            say("A redaction profile can have {most} words at the most.", most=MOST_WORDS)
        )
    for each in profile.words:
        if not SHORTEST_WORD <= len(each.strip()) <= LONGEST_WORD:
            raise ProfileNotUnderstood(
                say(
                    "“{word}” cannot be blacked out: a word needs {least} to {most} signs.",
                    word=each[:40],
                    least=SHORTEST_WORD,
                    most=LONGEST_WORD,
                )
            )
    if not {each.value for each in SENSITIVITY}.issuperset(profile.sensitivity):
        raise _wrong("sensitivity")


def field_names() -> frozenset[str]:
    """Every field that a profile can leave out, as it is named there."""
    return frozenset(f"{owner}.{each}" for owner, _, each in _owned())


def fields_by_owner() -> dict[str, list[tuple[str, str]]]:
    """By owner the names of its fields as a profile has them, and their labels."""
    found: dict[str, list[tuple[str, str]]] = {}
    for owner, label, name in _owned():
        found.setdefault(owner, []).append((f"{owner}.{name}", label))
    return found


def _owned() -> Iterable[tuple[str, str, str]]:
    named = [{each.name for each in kind.stored_fields()} for kind in KINDS.values() if kind.blank]
    common = named[0].intersection(*named[1:])
    shown: set[str] = set()
    for kind in KINDS.values():
        for each in kind.stored_fields():
            if each.name in common and each.name not in shown:
                shown.add(each.name)
                yield ITEM, each.label, each.name
    for kind in KINDS.values():
        for each in kind.stored_fields():
            yield kind.name, each.label, each.name
    declared: tuple[tuple[str, tuple[AnyField, ...]], ...] = (
        (CASE, CASE_FIELDS),
        (SOURCE, SOURCE_FIELDS),
        (ELEMENT, ELEMENT_FIELDS),
        (FILE, ARTIFACT_FIELDS),
    )
    for owner, held in declared:
        for each in held:
            yield owner, each.label, each.name
    yield FILE, _NAME, "name"
    yield FILE, _CAPTION, "caption"
    yield MARK, _SEEN, "text"
    of_links = {each.name: each for name in LINK_TYPES for each in link_fields(name)}
    for each in of_links.values():
        yield LINK, each.label, each.name
