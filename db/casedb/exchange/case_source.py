"""A case as readable source: TOML files that people write and review, read into frozen values.

    case.toml         title, question and notes of the case
    sources.toml      [S-kremlin] ...              one table a source, named by its key
    links.toml        [[supports]] start, end, ... one table a link, named by its type
    assessments.toml  [[verdict]] subject, value, ...
    boards.toml       [[boards]] title, cards, frames, bends
    any other name    [E3] kind = "..." ...        one table an item, named by its key

Only case.toml must be there. Values are plain (see `casedb.exchange.plain`); other records are named
by their keys: an item "E3", an element "C5.place", a link by what it says, "E9 supports C5". Nothing
may name what comes later, in the order sources, items, links, assessments, boards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from casedb.errors import InvalidChange, SourceNotUnderstood
from casedb.exchange.plain import stored_values
from casedb.exchange.source_table import SourceTable
from casedb.model.assessments import SCHEME_OF
from casedb.model.fields import AnyField, Table
from casedb.model.forms import CASE_FIELDS, ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.geometry import Point, Rect
from casedb.model.kinds import BLANK_KINDS, KINDS
from casedb.model.link_types import ANCHORS, LINK_TYPES, End, allows, link_fields
from casedb.model.reference_fields import ItemRefs, SourceRef, SourceRefs
from casedb.model.schemes import SCHEMES, grades_of
from casedb.words import say

CASE, SOURCES, LINKS, ASSESSMENTS, BOARDS = (
    "case.toml",
    "sources.toml",
    "links.toml",
    "assessments.toml",
    "boards.toml",
)

VERDICT_WORDS = ("rationale", "limits", "corrections", "reviewer", "reviewed_at")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source of the case; `values` are plain, an owner is named by its key."""

    key: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ElementEntry:
    """An element of a claim; its key is the claim's and its role, `C5.place`."""

    key: str
    role: str
    text: str
    required: bool


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file attached to an item, by its name among the files given."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """An item; `values` are plain, sources and other items are named by their keys."""

    key: str
    kind: str
    values: Mapping[str, object]
    elements: tuple[ElementEntry, ...]
    files: tuple[FileEntry, ...]


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """A link; its ends are keys of items, elements or links, its own key reads `E9 supports C5`."""

    key: str
    type: str
    start: str
    end: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AssessmentEntry:
    """A judgement; subject and claim are keys, `words` what it says besides its value.

    `cited_opinion` is the key of the source whose verdict it is, or empty.
    """

    type: str
    subject: str
    value: str
    claim: str
    words: Mapping[str, str]
    cited_opinion: str


@dataclass(frozen=True, slots=True)
class CardEntry:
    """Where an item is shown; a size of 0 means: the usual one."""

    item: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class FrameEntry:
    """A titled area of a board."""

    title: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class BendEntry:
    """The waypoints of a link's string, from its start."""

    link: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """A board and what lies on it."""

    title: str
    cards: tuple[CardEntry, ...]
    frames: tuple[FrameEntry, ...]
    bends: tuple[BendEntry, ...]


@dataclass(frozen=True, slots=True)
class CaseSource:
    """A whole case as it was written, checked as far as that needs no case file."""

    values: Mapping[str, object]
    sources: tuple[SourceEntry, ...]
    items: tuple[ItemEntry, ...]
    links: tuple[LinkEntry, ...]
    assessments: tuple[AssessmentEntry, ...]
    boards: tuple[BoardEntry, ...]
    files: Mapping[str, bytes]


def load_source(texts: Mapping[str, str], files: Mapping[str, bytes]) -> CaseSource:
    """Read TOML texts, by file name, and the bytes of the files that items attach, by name.

    Raises SourceNotUnderstood with the file and key of the first mistake.
    """
    if CASE not in texts:
        raise SourceNotUnderstood(say("There is no {case}, so this is no case source.", case=CASE))
    tables = {name: SourceTable.parse(name, text) for name, text in texts.items()}
    return _Loader(tables, files).load()


class _Loader:
    """Reads the files in the order in which their parts may name each other."""

    def __init__(self, tables: Mapping[str, SourceTable], files: Mapping[str, bytes]) -> None:
        self._tables = tables
        self._files = files
        self._sources: dict[str, SourceEntry] = {}
        self._items: dict[str, ItemEntry] = {}
        self._elements: dict[str, str] = {}
        self._links: dict[str, LinkEntry] = {}

    def load(self) -> CaseSource:
        values = self._values(self._tables[CASE], say("A case"), CASE_FIELDS)
        for key, table in self._file(SOURCES).named().items():
            self._add_source(key, table)
        for name, items in self._tables.items():
            if name not in (CASE, SOURCES, LINKS, ASSESSMENTS, BOARDS):
                for key, table in items.named().items():
                    self._add_item(key, table)
        links = self._file(LINKS)
        for type_name in links.names():
            for table in links.tables(type_name):
                self._add_link(type_name, table)
        judged = self._file(ASSESSMENTS)
        assessments = [
            self._assessment(sort, table)
            for sort in judged.names()
            for table in judged.tables(sort)
        ]
        listed = self._file(BOARDS)
        boards = [self._board(table) for table in listed.tables("boards")]
        listed.done()
        return CaseSource(
            values,
            tuple(self._sources.values()),
            tuple(self._items.values()),
            tuple(self._links.values()),
            tuple(assessments),
            tuple(boards),
            self._files,
        )

    def _file(self, name: str) -> SourceTable:
        return self._tables.get(name, SourceTable(name, {}))

    # -- values ---------------------------------------------------------------------------

    def _values(
        self, table: SourceTable, what: str, fields: Iterable[AnyField]
    ) -> Mapping[str, object]:
        """What is left of a table as values of these fields. Raises SourceNotUnderstood."""
        fields = tuple(fields)
        values = table.rest()
        try:
            stored_values(what, fields, values)
        except InvalidChange as trouble:
            raise table.mistake(str(trouble)) from trouble
        for field in fields:
            if field.name in values:
                self._check_named(table, field, values[field.name])
        return values

    def _check_named(self, table: SourceTable, field: AnyField, value: object) -> None:
        known: Mapping[str, object] = self._items if isinstance(field, ItemRefs) else self._sources
        match field:
            case SourceRef():
                named = [str(value)]
            case SourceRefs() | ItemRefs():
                named = [str(each) for each in cast("Sequence[object]", value)]
            case Table():
                for row in cast("Sequence[Mapping[str, object]]", value):
                    for column in field.columns:
                        if column.name in row:
                            self._check_named(table, column, row[column.name])
                return
            case _:
                return
        for key in named:
            if key not in known:
                raise table.mistake(
                    say(
                        "“{name}” names {key}, which does not come before it.",
                        name=field.name,
                        key=key,
                    )
                )

    def _check_new(self, key: str, table: SourceTable) -> None:
        if not key or any(sign.isspace() or sign == "." for sign in key):
            raise table.mistake(say("a key is a word without spaces and points."))
        if key in self._sources or key in self._items:
            raise table.mistake(say("the key {key} is taken.", key=key))

    # -- sources and items ----------------------------------------------------------------

    def _add_source(self, key: str, table: SourceTable) -> None:
        self._check_new(key, table)
        values = self._values(table, say("A source"), SOURCE_FIELDS)
        if not values.get("name"):
            raise table.mistake(say("“name” is missing."))
        self._sources[key] = SourceEntry(key, values)

    def _add_item(self, key: str, table: SourceTable) -> None:
        self._check_new(key, table)
        kind = table.text("kind")
        if kind not in KINDS:
            there = ", ".join(each.name for each in BLANK_KINDS)
            raise table.mistake(
                say("there is no kind “{kind}”. The kinds are: {known}.", kind=kind, known=there)
            )
        if not KINDS[kind].blank:
            raise table.mistake(
                say("a {kind} names a board, and boards come after items.", kind=kind)
            )
        listed = table.tables("elements")
        if listed and kind != "claim":
            raise table.mistake(say("only a claim has elements."))
        elements = tuple(self._element(key, each) for each in listed)
        files = tuple(self._attached(each) for each in table.tables("files"))
        values = self._values(table, say(KINDS[kind].label), KINDS[kind].fields)
        self._items[key] = ItemEntry(key, kind, values, elements, files)

    def _element(self, claim: str, table: SourceTable) -> ElementEntry:
        values = self._values(table, say("An element"), ELEMENT_FIELDS)
        role, text = values.get("role"), values.get("text")
        if not isinstance(role, str) or not isinstance(text, str):
            raise table.mistake(say("an element needs a role and a text."))
        key = f"{claim}.{role}"
        if key in self._elements:
            raise table.mistake(say("there is a {key} already.", key=key))
        self._elements[key] = claim
        return ElementEntry(key, role, text, values.get("required") is True)

    def _attached(self, table: SourceTable) -> FileEntry:
        name, caption = table.text("name"), table.optional_text("caption")
        table.done()
        if name not in self._files:
            raise table.mistake(say("there is no file “{name}”.", name=name))
        return FileEntry(name, caption)

    # -- links ----------------------------------------------------------------------------

    def _add_link(self, type_name: str, table: SourceTable) -> None:
        if type_name not in LINK_TYPES:
            raise table.mistake(
                say(
                    "there is no link type “{type}”. The types are: {known}.",
                    type=type_name,
                    known=", ".join(LINK_TYPES),
                )
            )
        start, end = table.text("start"), table.text("end")
        first, second = self._end(start, table), self._end(end, table)
        if start == end or not allows(LINK_TYPES[type_name], *first, *second):
            raise table.mistake(
                say(
                    "{start} {says} {end}: these cannot be joined.",
                    start=start,
                    says=say(LINK_TYPES[type_name].says),
                    end=end,
                )
            )
        key = f"{start} {type_name} {end}"
        if key in self._links:
            raise table.mistake(say("“{key}” is said twice.", key=key))
        # Marks on files have no keys that a link could name.
        fields = tuple(each for each in link_fields(type_name) if each.name not in ANCHORS)
        values = self._values(table, say("A link"), fields)
        self._links[key] = LinkEntry(key, type_name, start, end, values)

    def _end(self, key: str, table: SourceTable) -> tuple[End, str]:
        """What a key names, and of which kind it is."""
        if key in self._items:
            return End.ITEM, self._items[key].kind
        if key in self._elements:
            return End.ELEMENT, self._items[self._elements[key]].kind
        if key in self._links:
            return End.LINK, ""
        raise table.mistake(say("it names {key}, which does not come before it.", key=key))

    # -- assessments ----------------------------------------------------------------------

    def _assessment(self, sort: str, table: SourceTable) -> AssessmentEntry:
        if sort not in SCHEME_OF:
            raise table.mistake(
                say(
                    "there is no assessment “{sort}”. They are: {known}.",
                    sort=sort,
                    known=", ".join(SCHEME_OF),
                )
            )
        subject, value = table.text("subject"), table.text("value")
        claim, cited = table.optional_text("claim"), table.optional_text("cited_opinion")
        names = VERDICT_WORDS if sort == "verdict" else ("basis",)
        words = {name: table.optional_text(name) for name in names}
        table.done()
        scheme = next(each for each in SCHEMES if each.id == SCHEME_OF[sort])
        if value not in {grade.value for grade in grades_of(scheme)}:
            raise table.mistake(
                say(
                    "“{value}” is no word of the scheme “{name}”.",
                    value=value,
                    name=say(scheme.name),
                )
            )
        self._check_subject(sort, subject, claim, table)
        if cited and (sort != "verdict" or cited not in self._sources):
            raise table.mistake(say("“cited_opinion” is the key of the source of a verdict."))
        said = {name: text for name, text in words.items() if text}
        return AssessmentEntry(sort, subject, value, claim, said, cited)

    def _check_subject(self, sort: str, subject: str, claim: str, table: SourceTable) -> None:
        for_claim = sort in ("credibility", "ach")
        if sort == "reliability":
            fits = subject in self._sources
        else:
            fits = subject in self._items if for_claim else self._is_claim(subject)
        if not fits:
            if sort == "reliability":
                told = say(
                    "{sort} is judged of a source, and “{key}” is none.", sort=sort, key=subject
                )
            elif for_claim:
                told = say(
                    "{sort} is judged of an item, and “{key}” is none.", sort=sort, key=subject
                )
            else:
                told = say(
                    "{sort} is judged of a claim, and “{key}” is none.", sort=sort, key=subject
                )
            raise table.mistake(told)
        if for_claim != bool(claim) or (claim and not self._is_claim(claim)):
            raise table.mistake(
                say("{sort} needs the claim it is judged for.", sort=sort)
                if for_claim
                else say("{sort} is not judged for a claim.", sort=sort)
            )

    def _is_claim(self, key: str) -> bool:
        return key in self._items and self._items[key].kind == "claim"

    # -- boards ---------------------------------------------------------------------------

    def _board(self, table: SourceTable) -> BoardEntry:
        title = table.text("title")
        held = table.take("cards")
        if not isinstance(held, dict | None):
            raise table.mistake(say("“cards” is no table."))
        placed = cast("dict[str, object]", held or {})
        cards: list[CardEntry] = []
        for key, value in placed.items():
            if key not in self._items:
                raise table.mistake(say("“cards” names {key}, which is no item.", key=key))
            x, y, *size = table.numbers(key, value, "[x, y] or [x, y, w, h]")
            w, h = size or (0.0, 0.0)
            cards.append(CardEntry(key, Rect(x, y, w, h)))
        frames = tuple(self._frame(each) for each in table.tables("frames"))
        bends = tuple(self._bend(each, placed) for each in table.tables("bends"))
        table.done()
        return BoardEntry(title, tuple(cards), frames, bends)

    def _frame(self, table: SourceTable) -> FrameEntry:
        title = table.text("title")
        x, y, w, h = table.numbers("at", table.take("at"), "[x, y, w, h]")
        table.done()
        return FrameEntry(title, Rect(x, y, w, h))

    def _bend(self, table: SourceTable, placed: Mapping[str, object]) -> BendEntry:
        key, listed = table.text("link"), table.listed("points")
        table.done()
        link = self._links.get(key)
        if link is None:
            raise table.mistake(say("there is no link “{key}”.", key=key))
        for end in (link.start, link.end):
            shown = self._elements.get(end, end)
            if shown in self._items and shown not in placed:
                raise table.mistake(
                    say("{shown} is not on this board, so the string is not either.", shown=shown)
                )
        if not listed:
            raise table.mistake(say("“points” is a list of points, [x, y] each."))
        points = [table.numbers("points", each, "[x, y]") for each in listed]
        return BendEntry(key, tuple(Point(x, y) for x, y in points))
