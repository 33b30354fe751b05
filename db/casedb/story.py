"""What entries of the journal did, field by field and in words, and which of them are about a thing.

A record is told of by what it is called now, or was called when it went. Values are shown as the
inspector shows them; what this version does not understand is shown as it is stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from casedb.entries import Entry, Row, RowEdit, row_edit
from casedb.history import Journal
from casedb.model.assessments import SCHEME_OF
from casedb.model.card_face import title_of
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.custody import KEY
from casedb.model.discretion import (
    PROTECTED,
    VEILED,
    hides_sources,
    is_protected,
    no_name,
    public_name,
)
from casedb.model.fields import AnyField, Table, Tags, Text, Unreadable, texts
from casedb.model.forms import (
    ANNOTATION_FIELDS,
    ARTIFACT_FIELDS,
    CASE_FIELDS,
    ELEMENT_FIELDS,
    SOURCE_FIELDS,
)
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_fields, link_type
from casedb.model.mark_words import name_of_mark
from casedb.model.records import (
    RECORD_TYPES,
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Board,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Source,
)
from casedb.model.reference_fields import (
    AnnotationRef,
    BoardRef,
    ItemRefs,
    Region,
    SourceRef,
    SourceRefs,
)
from casedb.model.schemes import grades_of
from casedb.store.rows import CODEC_OF_TABLE, codec_of
from casedb.words import say, term, written


class Deed(StrEnum):
    """What happened to a record."""

    CAME = "came"
    CHANGED = "changed"
    WENT = "went"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words; empty where there was nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an entry did to one record: of which table and id, what it is called, and its fields.

    `sort` says what sort of thing it is. Nothing is known of the fields where the deed is `UNKNOWN`:
    then the values were removed from the journal.
    """

    table: str
    id: str
    sort: str
    name: str
    deed: Deed
    fields: tuple[FieldChange, ...]

    def sentence(self) -> str:
        """What happened to it, in a line."""
        named = f"{self.sort} “{self.name}”" if self.name else self.sort
        match self.deed:
            case Deed.CAME:
                return say("{named}: added", named=named)
            case Deed.WENT:
                return say("{named}: deleted", named=named)
            case Deed.CHANGED:
                return say("{named}: changed", named=named)
            case Deed.UNKNOWN:
                return say("{named}: its values were removed from the journal", named=named)


def changes_of(journal: Journal, contents: Contents, entry: Entry) -> list[RecordChange]:
    """What an entry changed, record by record; names are those of now, or of then for what is gone.

    Raises CaseDamaged.
    """
    told: list[RecordChange] = []
    for edit in journal.edits_of(entry.seq, entry.seq):
        codec = CODEC_OF_TABLE.get(edit.table)
        is_there = codec is None or contents.get(codec.record, edit.id) is not None
        is_part = edit.before is not None and edit.after is not None
        row = journal.row_after(edit.table, edit.id, entry.seq) if is_part and not is_there else {}
        told.append(_told(contents, edit, row or {}))
    return told


def in_words(contents: Contents, edits: Iterable[RowEdit]) -> list[RecordChange]:
    """Row edits in words."""
    return [_told(contents, edit, {}) for edit in edits]


def as_changed(contents: Contents, edit: Edit) -> RecordChange:
    """An edit in words, called what its record is called also where that has not changed."""
    row = codec_of(edit.record).row(edit.record)
    return _told(contents, row_edit(edit), row)


def as_it_is(contents: Contents, record: Record) -> RecordChange:
    """A record with all its fields in words, as if it just came."""
    return _told(contents, row_edit(Edit(None, record)), {})


def parts_as_they_are(contents: Contents, record_id: str) -> list[RecordChange]:
    """What belongs to a record, each with all its fields in words; files are told of by themselves and
    not as attachments."""
    found = (_held(contents, each) for each in belonging_to(contents, record_id)[1:])
    return [as_it_is(contents, each) for each in found if each is not None]


def _held(contents: Contents, record_id: str) -> Record | None:
    held = (contents.get(each, record_id) for each in RECORD_TYPES if each is not Attachment)
    return next((each for each in held if each is not None), None)


_BELONGING = ("element", "attachment", "link", "assessment")


def entries_about(journal: Journal, record_id: str) -> list[Entry]:
    """The entries that touched a record or what belongs to it, newest first. Raises CaseDamaged.

    To an item belong its files and what is marked on them, links, elements and assessments, also those
    that are gone, and what belongs to these; where its cards lie is no part of it.
    """
    return journal.entries_about_any(ids_about(journal, record_id))


def ids_about(journal: Journal, record_id: str) -> set[str]:
    """The ids of a record and of all that belongs to it or did so once. Raises CaseDamaged."""
    found = {record_id}
    parts: set[str] = set()
    files: set[str] = set()
    for edit in journal.edits_naming(record_id, _BELONGING):
        parts.add(edit.id)
        if edit.table == "attachment":
            held = (edit.after or {}).get("artifact") or (edit.before or {}).get("artifact")
            files |= {held} if isinstance(held, str) else set()
    marks = {edit.id for file in files for edit in journal.edits_naming(file, ("annotation",))}
    return found | parts | files | marks | journal.resting_on(parts)


def belonging_to(contents: Contents, record_id: str) -> list[str]:
    """The ids of a record and of what belongs to it now: found at once, without the journal."""
    files = contents.attachments_of(record_id)
    elements = [each.id for each in contents.elements_of(record_id)]
    ends = (record_id, *elements)
    found = dict.fromkeys(
        (
            *(record_id, *elements),
            *(part for each in files for part in (each.id, each.artifact)),
            *(mark.id for each in files for mark in contents.annotations_of(each.artifact)),
            *(each.id for end in ends for each in contents.assessments_of(end)),
            *(each.id for end in ends for each in contents.links_at(end)),
        )
    )
    return list(found)


# -- a record in words ---------------------------------------------------------------------------

_SORTS: Mapping[str, str] = {
    "case_info": term("Title page"),
    "scheme": term("Scheme"),
    "source": term("Source"),
    "item": term("Item"),
    "element": term("Element"),
    "link": term("Link"),
    "board": term("Board"),
    "saved_view": term("View"),
    "frame": term("Frame"),
    "scale": term("Scale"),
    "card": term("Card"),
    "fold": term("Fold"),
    "route": term("Route"),
    "artifact": term("File"),
    "attachment": term("Attachment"),
    "annotation": term("Mark on a file"),
    "assessment": term("Assessment"),
    "snapshot": term("Snapshot"),
    "redaction": term("Redaction profile"),
    "canvas_rest": term("Rest of a canvas"),
}

_COLUMNS: Mapping[str, str] = {
    "name": term("Name"),
    "version": term("Version"),
    "kind": term("Kind"),
    "claim": term("Claim"),
    "position": term("Position"),
    "type": term("Type"),
    "title": term("Title"),
    "board": term("Board"),
    "item": term("Item"),
    "frame": term("Frame"),
    "link": term("Link"),
    "artifact": term("File"),
    "caption": term("Caption"),
    "subject": term("About"),
    "scheme": term("Scheme"),
    "value": term("Value"),
    "by": term("By"),
    "at": term("When"),
    "blind": term("Blind"),
    "size": term("Size"),
    "media_type": term("Type of file"),
    "collapsed": term("Collapsed"),
    "pinned": term("Pinned"),
    "locked": term("Locked"),
    "accent": term("Colour"),
    "z": term("Order in the stack"),
    "first": term("First moment"),
    "last": term("Last moment"),
    "members": term("Folded into it"),
    "seq": term("Journal entry"),
    "head": term("Hash of the entry"),
    "points": term("Bends"),
    "from_item": term("From"),
    "from_element": term("From"),
    "from_link": term("From"),
    "to_item": term("To"),
    "to_element": term("To"),
    "to_link": term("To"),
}

_PLACED = ("x", "y"), ("w", "h")
_FLAGS = frozenset(("blind", "collapsed", "pinned", "locked"))
_NAMING = frozenset(
    (
        *("claim", "board", "item", "frame", "link", "artifact", "subject"),
        *("from_item", "from_element", "from_link", "to_item", "to_element", "to_link"),
    )
)
_EXPUNGED = term("Expunged")


def _told(contents: Contents, edit: RowEdit, then: Row) -> RecordChange:
    before, after = edit.before, edit.after
    if edit.expunged:
        deed = Deed.UNKNOWN
    elif before is None:
        deed = Deed.CAME
    elif after is None:
        deed = Deed.WENT
    else:
        deed = Deed.CHANGED
    about = _About(contents, edit, then)
    fields = tuple(about.fields(before or {}, after or {}))
    return RecordChange(edit.table, edit.id, about.sort(), about.name(), deed, fields)


class _About:
    """What one row edit is about, and how its values are shown."""

    def __init__(self, contents: Contents, edit: RowEdit, then: Row) -> None:
        self._contents = contents
        self._edit = edit
        self._whole: Row = {**(edit.before or {}), **(edit.after or {}), **then}

    def _column(self, name: str) -> str:
        """A text column of the record: as in the edit, or as it is now."""
        told = self._whole.get(name)
        if isinstance(told, str):
            return told
        match name, self._record():
            case "kind", Item() as item:
                return item.kind
            case "type", (Link() | Assessment()) as typed:
                return typed.type
            case _:
                return ""

    def _record(self) -> Item | Link | Assessment | None:
        contents, record_id = self._contents, self._edit.id
        return (
            contents.get(Item, record_id)
            or contents.get(Link, record_id)
            or contents.get(Assessment, record_id)
        )

    def sort(self) -> str:
        """What sort of thing it is."""
        if self._edit.table == "item" and self._column("kind"):
            return say(kind_of(self._column("kind")).label)
        sort = _SORTS.get(self._edit.table)
        return say(sort) if sort is not None else self._edit.table

    def name(self) -> str:
        """What it is called: as it is now, else as the edit has it."""
        known = name_of(self._contents, self._edit.id)
        if known:
            return known
        held = _object(self._whole.get("fields"))
        if self._edit.table == "source" and self._is_protected():
            return no_name()
        for name in ("title", "name", "text", "caption"):
            told = held.get(name) or self._whole.get(name)
            if isinstance(told, str) and told.strip():
                return told
        for name in ("item", "subject", "link", "frame", "board"):
            named = self._whole.get(name)
            if isinstance(named, str) and (told := name_of(self._contents, named)):
                return told
        return ""

    def _fields(self) -> tuple[AnyField, ...]:
        match self._edit.table:
            case "item":
                return kind_of(self._column("kind")).fields if self._column("kind") else ()
            case "source":
                return SOURCE_FIELDS
            case "element":
                return ELEMENT_FIELDS
            case "artifact":
                return ARTIFACT_FIELDS
            case "annotation":
                return ANNOTATION_FIELDS
            case "case_info":
                return CASE_FIELDS
            case "link":
                return link_fields(self._column("type"))
            case _:
                return ()

    def fields(self, before: Row, after: Row) -> Iterator[FieldChange]:
        """Every field that differs, in the order of the form."""
        if self._edit.table == "assessment" and self._column("subject") in self._contents.veiled:
            yield FieldChange(say("Grade"), "", say(VEILED))
            return
        names = dict.fromkeys((*before, *after))
        for pair in _PLACED:
            if any(name in names for name in pair):
                yield from self._pair(pair, before, after)
        for name in names:
            if name == "fields":
                yield from self._values(_object(before.get(name)), _object(after.get(name)))
            elif name != "id" and not any(name in pair for pair in _PLACED):
                label = say(_COLUMNS[name]) if name in _COLUMNS else name
                was, now = (self._cell(name, each.get(name)) for each in (before, after))
                if was != now:
                    yield FieldChange(label, was, now)

    def _pair(self, pair: tuple[str, str], before: Row, after: Row) -> Iterator[FieldChange]:
        label = say("Place") if pair == ("x", "y") else say("Size")
        was, now = (
            ", ".join(f"{name} {_plain(row[name])}" for name in pair if name in row)
            for row in (before, after)
        )
        if was != now:
            yield FieldChange(label, was, now)

    def _cell(self, name: str, value: JsonValue) -> str:
        if value is None or value == "":
            return ""
        if name in _FLAGS:
            return say("yes") if value else say("no")
        if name == "kind" and isinstance(value, str):
            return say(kind_of(value).label)
        if name == "type" and self._edit.table == "link" and isinstance(value, str):
            return say(link_type(value).says)
        if name == "value":
            return self._grade(value)
        if name in _NAMING and isinstance(value, str):
            return name_of(self._contents, value) or value
        if name in ("members", "points") and isinstance(value, list):
            return written(len(value)) if value else ""
        return _plain(value)

    def _grade(self, value: JsonValue) -> str:
        sort = self._column("type")
        scheme = self._contents.schemes.get(self._column("scheme") or SCHEME_OF.get(sort, ""))
        for grade in grades_of(scheme) if scheme is not None else ():
            if grade.value == value:
                return grade.shown
        return _plain(value)

    def _values(
        self, before: Mapping[str, JsonValue], after: Mapping[str, JsonValue]
    ) -> Iterator[FieldChange]:
        known = {field.name: field for field in self._fields() if field.stored}
        names = [name for name in known if name in before or name in after]
        names += [name for name in dict.fromkeys((*before, *after)) if name not in known]
        for name in names:
            field = known.get(name)
            label = say(field.label) if field is not None else _unknown_label(name)
            was, now = (self._shown(field, name, each.get(name)) for each in (before, after))
            if was != now:
                yield FieldChange(label, was, now)

    def _shown(self, field: AnyField | None, name: str, value: JsonValue) -> str:
        if value is None:
            return ""
        if field is None:
            return self._judged(name, value)
        try:
            read = field.read({name: value})
        except Unreadable:
            return _plain(value)
        if self._is_hidden(field):
            return no_name()
        match field:
            case SourceRef() | BoardRef() | AnnotationRef() | Region() if isinstance(read, str):
                return name_of(self._contents, read) or read
            case Table():
                rows = (self._row(field, row) for row in field.read({name: value}) or ())
                return "; ".join(filter(None, rows))
            case SourceRefs() | ItemRefs():
                names = texts(field, value)
                return ", ".join(name_of(self._contents, each) or each for each in names)
            case _:
                return field.show(read) if read is not None else ""

    def _judged(self, name: str, value: JsonValue) -> str:
        """What stands in a judgement beside its word, with what it names by its name and not by its id."""
        if self._edit.table != "assessment":
            return _plain(value)
        match name, value:
            case "cited_opinion", str():
                return name_of(self._contents, value) or value
            case "ground", list():
                return say("{n} record", "{n} records", n=len(value))
            case (("cites" | "findings"), list()):
                rows = [each for each in value if isinstance(each, Mapping)]
                return "; ".join(filter(None, map(self._of_judgement, rows)))
            case _:
                return _plain(value)

    def _of_judgement(self, row: Mapping[str, JsonValue]) -> str:
        """A thing that a verdict cites, or an element with what was found of it."""
        about = row.get("id", row.get("element"))
        named = name_of(self._contents, about) or about if isinstance(about, str) else ""
        finding = row.get("finding")
        return f"{named}: {finding}" if isinstance(finding, str) else named

    def _is_hidden(self, field: AnyField) -> bool:
        """Whether a value would give away a source that must not be named."""
        if self._edit.table == "source":
            # What is said of it may name it as well.
            return self._is_protected() and isinstance(field, (Text, Tags))
        item = self._record()
        if not isinstance(item, Item) or not hides_sources(item):
            return False
        return field.name in kind_of(item.kind).face_source

    def _is_protected(self) -> bool:
        """Whether the source that the edit is about must not be named, now or as the edit has it."""
        source = self._contents.get(Source, self._edit.id)
        told = _object(self._whole.get("fields"))
        return told.get(PROTECTED) is True or (source is not None and is_protected(source))

    def _row(self, table: Table, row: Mapping[str, JsonValue]) -> str:
        cells = (self._shown(each, each.name, row.get(each.name)) for each in table.columns)
        return ", ".join(filter(None, cells))


def _unknown_label(name: str) -> str:
    return say(_EXPUNGED) if name == KEY else name.replace("_", " ").capitalize()


def _object(value: JsonValue) -> Mapping[str, JsonValue]:
    return value if isinstance(value, Mapping) else {}


def _plain(value: JsonValue) -> str:
    """A stored value as it is, its texts without quotes."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, (int, float)):
        return written(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_plain(each)}" for key, each in value.items())
    return json.dumps(value, ensure_ascii=False)


def name_of(contents: Contents, record_id: str) -> str:
    """What a record of the case is called; empty where it is not there or has no name."""
    for of in (Item, Source, Element, Board, Frame, Artifact, Attachment, Annotation, Link):
        record = contents.get(of, record_id)
        match record:
            case Item():
                return title_of(contents, record) or say(kind_of(record.kind).label)
            case Source():
                return public_name(record)
            case Element():
                return record.values.text("text") or record.role
            case Board() | Frame():
                return record.title
            case Artifact():
                return record.name
            case Annotation():
                return name_of_mark(contents, record)
            case Attachment():
                return name_of(contents, record.artifact)
            case Link():
                return say(
                    "{start} {says} {end}",
                    start=_end_name(contents, record.start.id),
                    says=say(link_type(record.type).says),
                    end=_end_name(contents, record.end.id),
                )
            case _:
                continue
    return ""


def _end_name(contents: Contents, record_id: str) -> str:
    if contents.get(Link, record_id) is not None:
        return say("a link")
    return name_of(contents, record_id)
