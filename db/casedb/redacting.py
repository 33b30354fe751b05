"""A case without what a redaction profile leaves out: what goes, what becomes of the rest, and what of
it nobody may find in what leaves the house.

Nothing is hidden here, it is gone: what a profile leaves out is in no table, no journal and no index of
the copy. What this version does not understand goes as well, as nobody can say what it holds.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import cast

from casedb.analysis.verdict_ground import said_by
from casedb.canonical import canonical
from casedb.commands import removal
from casedb.commands.annotations import delete_annotations, mark
from casedb.model.assessments import VerdictBody
from casedb.model.blacking import blacker
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.custody import METADATA, Tombstone, is_expunged, laid_to_rest
from casedb.model.discretion import hides_sources, is_protected, without_names
from casedb.model.fields import AnyField, Choice, Choices, FileRef, Language, Table
from casedb.model.file_words import PDF
from casedb.model.forms import (
    ANNOTATION_FIELDS,
    ARTIFACT_FIELDS,
    CASE_FIELDS,
    ELEMENT_FIELDS,
    SOURCE_FIELDS,
)
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS, kind_of
from casedb.model.link_types import LINK_TYPES, link_fields
from casedb.model.marks import Form, Mark, selector_of
from casedb.model.records import (
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Board,
    CanvasRest,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Record,
    SavedView,
    Scheme,
    Source,
)
from casedb.model.redaction import CASE, ELEMENT, FILE, ITEM, LINK, MARK, SOURCE, Bytes, Profile
from casedb.model.reference_fields import SourceRef, SourceRefs
from casedb.model.references import references_of
from casedb.model.values import Values
from casedb.words import english

PERSON = "Person {n}"
"""Who somebody is in a copy that names nobody; it is stored, and so it is in English."""

_NOBODY = frozenset(("", "Caseboard", "command line"))
"""Who the journal names where the program itself worked."""

_NAMING = ("by", "reviewer", "interpreted_by", "imported_by")
"""Under which values people who worked on the case are named."""

_PAGES = uuid.UUID("6f0a3b52-3d43-5b0e-9a0e-6c1b8f0f5a11")
"""The name space of the ids that further pages of a document get."""

_ANOTHER = "0" * 64
"""Stands for what a record said once and says no more: the hash of a text could tell which it was."""

_SHIPPED = frozenset(("kind", "type", "media_type", "at", "accent", "scheme", "value"))
"""What of a record is chosen among words that the program has."""

_SHORTEST_SECRET = 6
"""A shorter text may stand anywhere by chance."""

_PLAIN_WORD = re.compile(r"[a-z]{1,11}", re.IGNORECASE)
"""A single short word may be one that the program says itself, as may a choice or a date."""

_DATE = re.compile(r"[\d\-:TZ./+~?]{1,40}")


@cache
def _vocabulary() -> frozenset[str]:
    """The values of all choices: what the program ships tells nothing of a case."""
    declared = (
        *(each for kind in KINDS.values() for each in kind.fields),
        *(each for name in LINK_TYPES for each in link_fields(name)),
        *CASE_FIELDS,
        *SOURCE_FIELDS,
        *ELEMENT_FIELDS,
        *ANNOTATION_FIELDS,
        *ARTIFACT_FIELDS,
    )
    return frozenset(
        option.value
        for each in declared
        for one in ((each, *each.columns) if isinstance(each, Table) else (each,))
        if isinstance(one, (Choice, Choices))
        for option in one.options
    )


class Fate(Enum):
    """What becomes of the bytes of a file."""

    KEPT = "kept"
    DRAWN = "drawn"
    """Drawn anew, with blurred regions blacked out and nothing that is not seen."""
    LEFT = "left"
    """Left behind; its SHA-256 stays."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture that stands for a page of a file (from 1) in the copy: its SHA-256 and size in bytes."""

    sha256: str
    size: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that is another in the copy: of which record, by the name of a value, before and after."""

    record: Record
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A case as a profile leaves it.

    `gone` are the records that are not in it, `taken` the texts that are others, `fates` what becomes of
    each file that stays or is only named, `names` the words that nobody may find in what leaves, `secrets`
    the texts that went and stand nowhere else.
    """

    contents: Contents
    gone: tuple[Record, ...]
    taken: tuple[Taken, ...]
    fates: Mapping[str, Fate]
    names: tuple[str, ...]
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """What is known of the bytes of a case: what a file says (for those that go as they are), and what
    was drawn in place of it; None before that was done, to see what would become of them."""

    says: Callable[[Artifact], str] = field(default=lambda _: "")
    drawn: Mapping[str, Sequence[Drawn]] | None = None


def is_picture(artifact: Artifact) -> bool:
    """Whether a file is a picture that can be drawn anew."""
    return artifact.media_type.startswith("image/") and "svg" not in artifact.media_type


def blurred_on(contents: Contents, artifact: str) -> list[Mark | None]:
    """What is blurred on a file; None stands for all of it, where how is not understood."""
    return [
        mark(each)
        for each in contents.annotations_of(artifact)
        if each.values.text("form") == Form.BLUR.value
    ]


def redact(
    contents: Contents,
    profile: Profile,
    at: str,
    actors: Sequence[str] = (),
    files: Files = Files(),
) -> Redacted:
    """What a profile leaves of a case. `at` is when it was last changed (UTC, ISO 8601); `actors` are those
    whom its journal names. The contents that are given stay as they are."""
    return _Redacting(contents, profile, at, actors, files).done()


class _Redacting:
    """One redaction."""

    def __init__(
        self,
        contents: Contents,
        profile: Profile,
        at: str,
        actors: Sequence[str],
        files: Files,
    ) -> None:
        self._whole = contents
        self._profile = profile
        self._at = at
        self._files = files
        self._left = Contents(contents.records())
        self._hidden = {
            each.id
            for each in contents.sources.values()
            if each.id in profile.sources or (profile.protected and is_protected(each))
        }
        self._people = _people(contents, actors) if profile.people else {}
        self._names = tuple(dict.fromkeys(self._unsaid()))
        self._black = blacker(self._names)
        self._take_away()
        self._gone_ids = frozenset(each.id for each in contents.records()) - {
            each.id for each in self._left.records()
        }
        self._fates = {each.id: self._fate(each) for each in self._left.artifacts.values()}
        self._moved: dict[str, str] = {}
        self._new: set[str] = set()
        self._taken: list[Taken] = []

    def done(self) -> Redacted:
        self._settle_files()
        by_id = {each.id: each for each in self._whole.records()}
        made: dict[str, Record] = {}
        for record in self._left.records():
            if not isinstance(record, Assessment):
                made[record.id] = self._cleaned(record)
        hashes = {
            each: (said_by(whole), said_by(after))
            for each, after in made.items()
            if (whole := by_id.get(each)) is not None
        }
        for record in self._left.assessments.values():
            made[record.id] = self._judged(record, hashes)
        kept = Contents(made.values())
        there = {(type(each), each.id) for each in kept.records()}
        gone = tuple(each for each in self._whole.records() if (type(each), each.id) not in there)
        return Redacted(
            kept,
            gone,
            tuple(self._taken),
            MappingProxyType(self._fates),
            self._names,
            self._secrets(gone, kept),
        )

    # -- what goes altogether ---------------------------------------------------------------

    def _unsaid(self) -> Iterator[str]:
        yield from self._profile.words
        for each in self._hidden:
            source = self._whole.sources[each]
            yield source.name
            aliases = source.values.get("aliases")
            if isinstance(aliases, Sequence) and not isinstance(aliases, str):
                yield from (name for name in aliases if isinstance(name, str))
        yield from self._people

    def _take_away(self) -> None:
        left, profile = self._left, self._profile
        rest: list[Record] = [*left.snapshots.values(), *left.redactions.values()]
        rest += left.all(CanvasRest).values()
        left.apply(ChangeSet("", tuple(Edit(each, None) for each in rest)))
        kept_boards = {each for each in profile.boards if each in {b.id for b in left.boards}}
        left.apply(removal.delete_items(left, [*self._items_out(kept_boards)]))
        for board in [*left.boards] if kept_boards else []:
            if board.id not in kept_boards:
                left.apply(removal.delete_board(left, board.id))
        left.apply(removal.delete_sources(left, self._unnamed_sources()))
        self._take_files_away()

    def _items_out(self, kept_boards: Set[str]) -> Iterator[str]:
        profile, contents = self._profile, self._whole
        for each in contents.items.values():
            tags, flags = _texts(each.values.get("tags")), _texts(each.values.get("sensitivity"))
            on = {card.board for card in contents.cards_of(each.id)}
            if (
                each.id in profile.items
                or each.kind in profile.kinds
                or not tags.isdisjoint(profile.tags)
                or not flags.isdisjoint(profile.sensitivity)
                or (kept_boards and on.isdisjoint(kept_boards))
            ):
                yield each.id

    def _unnamed_sources(self) -> list[str]:
        """The sources that only what has gone had named."""
        left, before = self._left, self._sources_named(self._whole)
        named = self._sources_named(left)
        return [each for each in left.sources if each in before and each not in named]

    @staticmethod
    def _sources_named(contents: Contents) -> set[str]:
        found = {
            target
            for item in contents.items.values()
            for _, target_type, target in references_of(item)
            if target_type == "source"
        }
        found.update(each.values.text("cited_opinion") for each in contents.assessments.values())
        ways = list(found)
        while ways:
            source = contents.sources.get(ways.pop())
            for _, _, owner in references_of(source) if source is not None else ():
                if owner not in found:
                    found.add(owner)
                    ways.append(owner)
        return found

    def _take_files_away(self) -> None:
        """Files that are part of nothing that stays go, with what is marked on them."""
        left = self._left
        used = {each.artifact for each in left.attachments.values()}
        used.update(
            value
            for item in left.items.values()
            for each in kind_of(item.kind).fields
            if isinstance(each, FileRef) and isinstance(value := item.values.get(each.name), str)
        )
        out = [each for each in left.artifacts.values() if each.id not in used]
        marks = [mark.id for each in out for mark in left.annotations_of(each.id)]
        left.apply(delete_annotations(left, marks))
        left.apply(ChangeSet("", tuple(Edit(each, None) for each in out)))

    # -- files ----------------------------------------------------------------------------

    def _fate(self, artifact: Artifact) -> Fate:
        wanted = self._profile.bytes
        if is_expunged(artifact) or wanted is Bytes.NONE or artifact.id in self._profile.files:
            return Fate.LEFT
        can_be_drawn = is_picture(artifact)
        if blurred_on(self._whole, artifact.id):
            return Fate.DRAWN if can_be_drawn or artifact.media_type == PDF else Fate.LEFT
        if wanted is Bytes.PICTURES:
            return Fate.DRAWN if can_be_drawn else Fate.LEFT
        told = canonical(artifact.values.get(METADATA)).decode()
        if self._black(told) != told:
            return Fate.DRAWN if can_be_drawn else Fate.LEFT
        said = self._files.says(artifact)
        return Fate.LEFT if self._black(said) != said else Fate.KEPT

    def _settle_files(self) -> None:
        """Put what was drawn in the place of what it was drawn of."""
        drawn = self._files.drawn
        for artifact, fate in list(self._fates.items()):
            if fate is Fate.DRAWN and drawn is not None and not drawn.get(artifact):
                self._fates[artifact] = Fate.LEFT
        left = self._left
        marks = [
            each.id
            for each in left.annotations.values()
            if self._fates[each.artifact] is Fate.LEFT
            or (self._fates[each.artifact] is Fate.DRAWN and self._has_no_place(each, drawn))
        ]
        left.apply(delete_annotations(left, marks))
        edits: list[Edit] = []
        for artifact, fate in self._fates.items():
            if fate is Fate.DRAWN and drawn is not None:
                edits += self._replaced(left.artifacts[artifact], drawn[artifact])
        left.apply(ChangeSet("", tuple(edits)))

    @staticmethod
    def _has_no_place(annotation: Annotation, drawn: Mapping[str, Sequence[Drawn]] | None) -> bool:
        """Whether a mark is painted into the picture, or there is no picture of what it was made on."""
        shape = mark(annotation)
        if _is_blur(annotation) or shape is None:
            return True
        pages = {each.page for each in drawn[annotation.artifact]} if drawn is not None else None
        return pages is not None and shape.page not in pages

    def _replaced(self, original: Artifact, drawn: Sequence[Drawn]) -> Iterator[Edit]:
        left = self._left
        self._moved[original.id] = drawn[0].sha256
        for each in drawn:
            if each.sha256 not in left.artifacts and each.sha256 not in self._new:
                self._new.add(each.sha256)
                yield Edit(None, self._picture(original, each))
        by_page = {each.page: each.sha256 for each in drawn}
        for each in [*left.attachments.values()]:
            if each.artifact != original.id:
                continue
            yield Edit(each, replace(each, artifact=drawn[0].sha256))
            for page in drawn[1:]:
                named = f"{uuid.uuid5(_PAGES, f'{each.id} {page.page}')}"
                yield Edit(None, replace(each, id=named, artifact=page.sha256))
        for each in left.annotations_of(original.id):
            shape = mark(each)
            if shape is not None:
                selector = cast("JsonValue", selector_of(replace(shape, page=1)))
                values = each.values.changed({"selector": selector})
                yield Edit(each, replace(each, artifact=by_page[shape.page], values=values))

    def _picture(self, original: Artifact, drawn: Drawn) -> Artifact:
        told = english(
            "Drawn anew from the file with the SHA-256 {sha256}, without what was to be left out.",
            sha256=original.id,
        )
        name = f"file-{original.id[:8]}" + (f"-{drawn.page}" if drawn.page > 1 else "")
        return Artifact(
            drawn.sha256, drawn.size, "image/png", f"{name}.png", Values({"method": told})
        )

    # -- what becomes of what stays ---------------------------------------------------------

    def _cleaned(self, record: Record) -> Record:
        match record:
            case Item():
                kind = kind_of(record.kind)
                fields = kind.fields
                if self._profile.protected and hides_sources(record):
                    fields = tuple(
                        each for each in fields if not isinstance(each, (SourceRef, SourceRefs))
                    )
                values = self._values(record, record.values, fields, ITEM, record.kind)
                return replace(record, values=values)
            case Source() if record.id in self._hidden:
                values = without_names(
                    replace(record, values=record.values.changed({"protected": True}))
                ).values
                for name in record.values:
                    if name not in values:
                        self._note(record, name, record.values.get(name), None)
                return replace(record, values=values)
            case Source():
                values = self._values(record, record.values, SOURCE_FIELDS, SOURCE)
                return replace(record, values=values)
            case CaseInfo():
                return replace(
                    record, values=self._values(record, record.values, CASE_FIELDS, CASE)
                )
            case Element():
                values = self._values(record, record.values, ELEMENT_FIELDS, ELEMENT)
                return replace(record, values=values)
            case Link():
                values = self._values(record, record.values, link_fields(record.type), LINK)
                return replace(record, values=values)
            case Annotation():
                values = self._mark_values(record)
                return replace(record, values=values)
            case Artifact():
                return self._file(record)
            case Attachment():
                caption = "" if self._profile.leaves_out("caption", FILE) else record.caption
                return replace(record, caption=self._told(record, "caption", caption))
            case Board() | Frame():
                return replace(record, title=self._told(record, "title", record.title))
            case SavedView():
                name = self._told(record, "name", record.name)
                walked = self._walked(dict(record.values), is_text=True)
                return replace(
                    record, name=name, values=Values(cast("dict[str, JsonValue]", walked))
                )
            case _:
                return record

    def _mark_values(self, record: Annotation) -> Values:
        selector = record.values.get("selector")
        values = self._values(record, record.values, ANNOTATION_FIELDS, MARK)
        # Numbers of a drawing, in which no word stands.
        is_known = mark(record) is not None
        return values.changed({"selector": selector if is_known else None})

    def _file(self, record: Artifact) -> Artifact:
        if record.id in self._new:
            return record
        fate = self._fates[record.id]
        owned = self._values(record, record.values, ARTIFACT_FIELDS, FILE)
        if fate is Fate.KEPT:
            name = "" if self._profile.leaves_out("name", FILE) else record.name
            name = self._told(record, "name", name) or f"file-{record.id[:8]}"
            kept = owned.changed({METADATA: record.values.get(METADATA)})
            return replace(record, name=name, values=kept)
        name = f"file-{record.id[:8]}"
        self._note(record, "name", record.name, name)
        self._note(record, METADATA, record.values.get(METADATA), None)
        if fate is Fate.DRAWN and self._files.drawn is None:
            return replace(record, name=name, values=owned)
        reason = english("Left out of this redacted copy.")
        bare = replace(record, name=name, values=owned)
        return laid_to_rest(bare, Tombstone(self._at, "", reason))

    def _judged(self, record: Assessment, hashes: Mapping[str, tuple[str, str]]) -> Assessment:
        body = VerdictBody.from_values(record.values)
        values = record.values
        if body.ground or body.cites:
            told = replace(
                body,
                cites=tuple(
                    replace(each, hash=self._hash(hashes, each.id, each.hash))
                    for each in body.cites
                    if each.id not in self._gone_ids
                ),
                ground=tuple(
                    replace(each, hash=self._hash(hashes, each.id, each.hash))
                    for each in body.ground
                    if each.id not in self._gone_ids
                ),
            ).to_values()
            values = values.changed({key: told.get(key) for key in ("cites", "ground")})
        walked: dict[str, JsonValue] = {}
        for name, value in values.items():
            if name in ("cites", "ground"):
                walked[name] = value
            elif (kept := self._walked(value, is_text=True)) is not None:
                walked[name] = kept
                self._note(record, name, value, kept)
        return replace(record, by=self._person(record.by), values=Values(walked))

    @staticmethod
    def _hash(hashes: Mapping[str, tuple[str, str]], record_id: str, then: str) -> str:
        """What a record said then, as it is said in the copy; of what it said once, only that it was other."""
        if record_id not in hashes:
            # A grade: it says nothing that a profile leaves out.
            return then
        before, after = hashes[record_id]
        return after if then == before else _ANOTHER

    def _person(self, name: str) -> str:
        return self._people.get(name, self._black(name))

    # -- values ---------------------------------------------------------------------------

    def _values(
        self, record: Record, values: Values, fields: Sequence[AnyField], *owners: str
    ) -> Values:
        known = {each.name: each for each in fields}
        kept: dict[str, JsonValue] = {}
        for name, value in values.items():
            if self._profile.leaves_out(name, *owners) or not (name in known or _is_plain(value)):
                self._note(record, name, value, None)
                continue
            if name in _NAMING and isinstance(value, str):
                after: JsonValue = self._person(value)
            else:
                is_text = not isinstance(known.get(name), (Choice, Choices, Language))
                after = self._walked(value, is_text=is_text)
            if after is not None:
                kept[name] = after
            self._note(record, name, value, after)
        return Values(kept)

    def _walked(self, value: JsonValue, *, is_text: bool) -> JsonValue:
        """A value without what is gone and with words blacked out; None where nothing is left of it."""
        if isinstance(value, str):
            if value in self._gone_ids:
                return None
            if value in self._moved:
                return self._moved[value]
            return self._black(value) if is_text else value
        if isinstance(value, Mapping):
            walked = (
                (key, self._walked(each, is_text=is_text))
                for key, each in value.items()
                if key not in self._gone_ids
            )
            return {self._black(key): each for key, each in walked if each is not None}
        if isinstance(value, Sequence):
            found = (self._walked(each, is_text=is_text) for each in value)
            return [each for each in found if each is not None]
        return value

    def _told(self, record: Record, name: str, text: str) -> str:
        after = self._black(text)
        self._note(record, name, getattr(record, name), after)
        return after

    def _note(self, record: Record, name: str, before: JsonValue, after: JsonValue) -> None:
        if before != after:
            self._taken.append(Taken(record, name, _shown(before), _shown(after)))

    # -- what nobody may find ---------------------------------------------------------------

    def _secrets(self, gone: Sequence[Record], kept: Contents) -> tuple[str, ...]:
        there = {text for each in kept.records() for text in _texts_of(each)}
        all_kept = "\n".join(there)
        found: dict[str, None] = {}
        for record in gone:
            found.update(dict.fromkeys(_texts_of(record)))
        for each in self._taken:
            found.update(dict.fromkeys(_texts_in(each.before.splitlines())))
        return tuple(
            each for each in found if _tells(each) and each not in there and each not in all_kept
        )


def _tells(text: str) -> bool:
    """Whether finding a text in a file would show that something of the case is in it."""
    return (
        len(text) >= _SHORTEST_SECRET
        and text not in _vocabulary()
        and not _PLAIN_WORD.fullmatch(text)
        and not _DATE.fullmatch(text)
    )


def _people(contents: Contents, actors: Sequence[str]) -> dict[str, str]:
    found = dict.fromkeys(each for each in actors if each)
    for each in contents.assessments.values():
        found.update(dict.fromkeys(filter(None, (each.by, each.values.text("reviewer")))))
    for each in (*contents.items.values(), *contents.artifacts.values()):
        found.update(dict.fromkeys(filter(None, map(each.values.text, _NAMING))))
    told = [each for each in found if each not in _NOBODY]
    return {name: PERSON.format(n=n) for n, name in enumerate(told, 1)}


def _is_blur(annotation: Annotation) -> bool:
    return annotation.values.text("form") == Form.BLUR.value


def _is_plain(value: JsonValue) -> bool:
    return isinstance(value, (bool, int, float))


def _texts(value: JsonValue) -> set[str]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return set()
    return {each for each in value if isinstance(each, str)}


def _shown(value: JsonValue) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else "\n".join(_texts_in(value))


def _texts_in(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, Sequence):
        for each in value:
            yield from _texts_in(each)


def _texts_of(record: Record) -> Iterator[str]:
    """Every text of a record; what the program itself ships tells nothing."""
    if isinstance(record, Scheme):
        return
    for name in record.__slots__:
        value = getattr(record, name)
        if isinstance(value, Values):
            yield from _texts_in(dict(value))
        elif isinstance(value, str) and name not in _SHIPPED:
            yield value
