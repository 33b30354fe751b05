"""`Case`: an open case, and the one door through which everything in it changes.

    with Case.create("harbour.caseboard", title="Harbour") as case:
        ship = case.add("entity", title="MV Example", entity_type="vessel")
        seen = case.add("media", title="Photograph from the pier", recorded="2024-01-02")
        case.link(seen, "depicts", ship, rationale="The name is on the bow.")

A change is on the disk when the call returns, together with its entry in the journal; undo and redo
are entries as well and survive a restart.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TypeAlias, TypeVar

from casedb.commands import cards, items, links
from casedb.disk import shown_name
from casedb.errors import IntakeRefused, InvalidChange, NotSaved, ReadOnlyCase
from casedb.exchange.case_json import write_json
from casedb.exchange.plain import stored_values
from casedb.history import Action, Entry, Journal, Step
from casedb.ids import Mint, utc_now
from casedb.intake.offer import Offer, offer_bytes, offer_file
from casedb.model.assessments import SCHEME_OF
from casedb.model.changes import ChangeSet, Edit, join
from casedb.model.contents import Contents
from casedb.model.forms import ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.geometry import Rect
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_fields
from casedb.model.records import (
    Artifact,
    Assessment,
    Board,
    Card,
    CaseInfo,
    Element,
    Item,
    Link,
    Record,
    Ref,
    Source,
)
from casedb.model.schemes import SCHEMES, grades_of
from casedb.model.values import Values
from casedb.rescue import journal_of_rescue, recorded_records
from casedb.soundness import refuse_unsound
from casedb.store import artifacts, copies, creation, opening, queries, search
from casedb.store.connections import Connection
from casedb.store.file import CaseFile
from casedb.store.home import Home
from casedb.store.journal_rows import JournalRows
from casedb.store.reader import Reader
from casedb.store.records import load
from casedb.store.rows import tables_of
from casedb.store.writer import rebuild_views, write_edits

R = TypeVar("R", bound=Record)

Opener: TypeAlias = Callable[[], BinaryIO]
"""Opens the bytes of an artifact that is about to come in, from their start."""


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told after a commit: the journal entry and its edits."""

    entry: Entry
    edits: tuple[Edit, ...]


class Case:
    """An open case. Make one with `create` or `open`, and `close` it; `with` does that by itself.

    `contents` is the whole case in memory: read it freely, change it only through `run`.
    `path` is its file, `read_only` tells whether changes are refused, `notices` are sentences about
    the opening, `losses` say what of a damaged file could not be read.
    """

    def __init__(self, opened: CaseFile, actor: str) -> None:
        self._file = opened
        self._reading = opened.reading
        self._rows = JournalRows(opened.reading, opened.writing)
        self.actor = actor
        self.new_id = Mint()
        self.path = opened.path
        self.notices = opened.notices
        loaded = load(
            opened.reading,
            lambda: recorded_records(self._rows),
            checked=opened.checked,
            damaged=bool(opened.damages),
        )
        self.contents = Contents(loaded.records, loaded.references)
        self.journal = Journal(self._rows)
        self.losses = (*opened.damages, *loaded.losses, *filter(None, [self.journal.loss]))
        if self.losses and not self.read_only:
            opened.stop_writing()
            self.notices = (*self.notices, opening.damaged_notice(self.path))
        self._index = search.Index(
            opened.reading,
            self.contents.records,
            trusted=opened.checked
            and not self.losses
            and search.holds(opened.reading, search.count_searched(self.contents)),
        )
        self._listeners: list[Callable[[Change], None]] = []
        self._gathered: _Gathered | None = None
        self._keeps_up = False
        self._is_closed = False

    # -- opening and closing --------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path | str,
        title: str = "",
        *,
        board: str = "Main board",
        actor: str = "",
        home: Home | None = None,
    ) -> Self:
        """Make a new case with one board and open it. Raises CannotOpen where it cannot be made."""
        mint = Mint()
        info = CaseInfo(mint(), Values({"title": title} if title else {}))
        records = (info, *SCHEMES, Board(mint(), board, 0))
        change = ChangeSet("Create case", tuple(Edit(None, record) for record in records))
        creation.create(
            Path(path), records, lambda rows: Journal(rows).write(change, utc_now(), actor)
        )
        return cls.open(path, actor=actor, home=home)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        actor: str = "",
        home: Home | None = None,
        read_only: bool = False,
    ) -> Self:
        """Open a case; what the user should know about it is in `notices`.

        A case in use, damaged, of a newer format or not writable opens for reading only.
        Raises CannotOpen, NotACase or CaseDamaged.
        """
        opened = opening.open_file(
            Path(path), home or Home.of_user(), utc_now(), read_only=read_only
        )
        try:
            return cls(opened, actor)
        except BaseException:
            opened.close()
            raise

    def close(self) -> None:
        """Close the file. Harmless when it is closed already."""
        self._is_closed = True
        self._listeners.clear()
        self._index.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return not self._file.writable

    @property
    def title(self) -> str:
        """The title of the case, or its file's name where it has none."""
        return self.contents.info.title or self.path.stem

    # -- the door -------------------------------------------------------------------------

    def run(self, change: ChangeSet, bytes_of: Mapping[str, Opener] | None = None) -> Entry | None:
        """Carry out a change, with the bytes of the artifacts it brings, and journal it.

        Returns the journal entry; None where the change changes nothing, or while it is gathered
        (see `together`). Raises ReadOnlyCase, NotSaved or CaseReplaced; then nothing has changed,
        neither on the disk nor in memory.
        """
        self._refuse_if_closed()
        if not change.edits:
            return None
        if self._gathered is not None:
            self._refuse_if_read_only()
            self.contents.apply(change)
            self._gathered.take(change, bytes_of or {})
            return None
        return self._commit(change, "do", None, bytes_of or {})

    @contextlib.contextmanager
    def together(self, label: str) -> Generator[None]:
        """Make everything that is run inside one change: one entry, one undo, one commit.

        An exception inside takes all of it back.
        """
        self._refuse_while_gathering()
        self._gathered = _Gathered()
        try:
            yield
        except BaseException:
            gathered, self._gathered = self._gathered, None
            self._take_back(gathered)
            raise
        gathered, self._gathered = self._gathered, None
        change = join(label, gathered.changes)
        self._take_back(gathered)
        if change.edits:
            self._commit(change, "do", None, gathered.bytes_of)

    @contextlib.contextmanager
    def as_if(self, change: ChangeSet) -> Generator[Contents]:
        """The contents as they would be after a change, inside the block; nothing is written.

        Raises OutOfStep where the change does not start from what is there.
        """
        self.contents.check(change)
        self.contents.apply(change)
        try:
            yield self.contents
        finally:
            self.contents.apply(change.reversed())

    def _refuse_while_gathering(self) -> None:
        self._refuse_if_closed()
        if self._gathered is not None:
            raise InvalidChange("Changes are being gathered already.")

    def _refuse_if_closed(self) -> None:
        if self._is_closed:
            raise InvalidChange("The case is closed.")

    def _take_back(self, gathered: _Gathered) -> None:
        for change in reversed(gathered.changes):
            self.contents.apply(change.reversed())

    def undo(self) -> Entry | None:
        """Take the last step back; None where there is none."""
        self._refuse_while_gathering()
        step = self.journal.undoable()
        if step is None:
            return None
        change = self.journal.reversal(step, self.contents)
        return self._commit(change, "undo", (step.first, step.last), {})

    def redo(self) -> Entry | None:
        """Bring the last undone step back; None where there is none."""
        self._refuse_while_gathering()
        step = self.journal.redoable()
        if step is None:
            return None
        change = self.journal.repetition(step, self.contents)
        return self._commit(change, "redo", (step.first, step.last), {})

    @property
    def undo_step(self) -> Step | None:
        """What `undo` would take back now."""
        return None if self.read_only or self._is_closed else self.journal.undoable()

    @property
    def redo_step(self) -> Step | None:
        """What `redo` would bring back now."""
        return None if self.read_only or self._is_closed else self.journal.redoable()

    def listen(self, told: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of every change after its commit; call what comes back to stop."""
        self._listeners.append(told)

        def stop() -> None:
            with contextlib.suppress(ValueError):
                self._listeners.remove(told)

        return stop

    def _refuse_if_read_only(self) -> None:
        self._refuse_if_closed()
        if self.read_only:
            raise ReadOnlyCase(
                f"“{shown_name(self.path)}” is open for reading, so nothing was changed. "
                "Save a Copy to go on working."
            )

    def _commit(
        self,
        change: ChangeSet,
        action: Action,
        of: tuple[int, int] | None,
        bytes_of: Mapping[str, Opener],
    ) -> Entry:
        self._refuse_if_read_only()
        self.contents.check(change)
        refuse_unsound(self.contents, change)
        try:
            entry = self._write(change, action, of, bytes_of)
        except search.IndexBroken:
            # Nothing but derived: it is made anew, and the change is written with it.
            self._file.mend(search.reset)
            self._index.distrust()
            entry = self._write(change, action, of, bytes_of)
        self.journal.advance(entry)
        self.contents.apply(change)
        for told in tuple(self._listeners):
            told(Change(entry, change.edits))
        return entry

    def _write(
        self,
        change: ChangeSet,
        action: Action,
        of: tuple[int, int] | None,
        bytes_of: Mapping[str, Opener],
    ) -> Entry:
        brought = [edit.after for edit in change.edits if isinstance(edit.after, Artifact)]
        try:
            with self._file.transaction() as link:
                self._keep_up(link)
                for artifact in brought:
                    if artifact.id in bytes_of:
                        with bytes_of[artifact.id]() as stream:
                            artifacts.store_bytes(link, artifact, stream)
                write_edits(link, change.edits)
                entry = self.journal.write(change, utc_now(), self.actor, action, of)
        except OSError as trouble:
            raise NotSaved(
                f"A file could not be read: {trouble.strerror}. Nothing was added."
            ) from trouble
        except NotSaved:
            # A disk can fail after it has taken a change and before it has said so. What is in
            # memory is then older than the file, and must not be written over it.
            if self._file.is_uncertain and self.journal.file_is_ahead():
                self._file.stop_writing()
            raise
        self._keeps_up = True
        self._index.made_anew()
        return entry

    def _keep_up(self, link: Connection) -> None:
        # Derived parts of a file written by another version are made anew at the first change:
        # opening alone must not touch a byte.
        if not self._keeps_up:
            rebuild_views(link)
            # Entries can be as many as they should be and still be others.
            if self._index.is_fresh and search.count_strays(link) != (0, 0):
                self._index.distrust()
        if not self._index.is_trusted or not (self._keeps_up or self._index.is_fresh):
            search.rebuild(link, self.contents.records())

    # -- bytes, finding, copies -----------------------------------------------------------

    def artifact_bytes(self, artifact: str) -> bytes:
        """The bytes of an artifact, by SHA-256. Raises ArtifactMissing."""
        self._refuse_if_closed()
        return artifacts.read_bytes(self._reading, artifact)

    def artifact_pieces(self, artifact: str) -> Iterator[bytes]:
        """The bytes of an artifact piece by piece. Raises ArtifactMissing."""
        self._refuse_if_closed()
        return artifacts.read_pieces(self._reading, artifact)

    def reader(self) -> Reader:
        """A second connection for a worker thread, which must close it."""
        self._refuse_if_closed()
        own = self._index.own()
        return Reader(self._file.read_connection(), own)

    def find(self, text: str, limit: int = 50) -> list[search.Hit]:
        """Items, sources, elements and links in which every word of a text occurs, best first.

        The beginnings of words are enough, and any part of a word in Cyrillic, Arabic, Hebrew,
        Hangul, Han and Kana.
        """
        self._refuse_if_closed()
        return self._index.find(text, limit)

    def save_copy(self, path: Path | str) -> None:
        """Write a compact, checked copy of the case under another name. Raises NotSaved.

        The copy of a damaged case is a sound one, of all that could be read or restored.
        """
        self._refuse_if_closed()
        target = Path(path).absolute()
        if self._is_self(target):
            raise NotSaved("The copy needs a name of its own; the case itself is saved already.")
        if self.losses:
            journal = journal_of_rescue(self._rows, self.contents, utc_now(), self.actor)
            copies.save_rescued(self._reading, self.contents, journal, target)
            return
        try:
            with self._file.copy_connection() as link:
                copies.save_copy(link, target)
        except copies.SourceDamaged as trouble:
            self.losses = (
                "Some parts of the file, which opening it does not look at, are broken.",
            )
            self._file.stop_writing()
            raise NotSaved(
                f"“{shown_name(self.path)}” turned out to be damaged, so it was not copied, and it "
                "is open for reading only now. Save a Copy once more keeps what can be read."
            ) from trouble

    def _is_self(self, path: Path) -> bool:
        try:
            return path.samefile(self.path)
        except OSError:
            return path == self.path

    def query(self, sql: str, values: tuple[JsonValue, ...] = ()) -> list[dict[str, JsonValue]]:
        """Ask the file in SQL, reading only; docs/file-format.md lists the views.

        Raises InvalidChange where the SQL is not understood or wants to write.
        """
        self._refuse_if_closed()
        return queries.ask(self._file.read_connection(), sql, values)

    # -- for scripts ----------------------------------------------------------------------
    #
    # Each takes plain values (see `casedb.exchange.plain`), runs one command and returns the record.

    def add(self, kind: str, **values: object) -> Item:
        """Add an item of a kind with the values of its fields, by name.

        Raises InvalidChange for an unknown kind or field, or a value that does not fit.
        """
        stored = stored_values(kind_of(kind).label, kind_of(kind).fields, values)
        change = items.add_item(self.contents, self.new_id, kind, stored)
        self.run(change)
        return _made(change, Item)

    def add_source(self, name: str, **values: object) -> Source:
        """Add a source. Raises InvalidChange."""
        stored = stored_values("A source", SOURCE_FIELDS, {"name": name, **values})
        change = items.add_source(self.new_id, stored)
        self.run(change)
        return _made(change, Source)

    def add_element(self, claim: Item, role: str, text: str, *, required: bool = False) -> Element:
        """Add an element to a claim. Raises InvalidChange."""
        given = {"role": role, "text": text, "required": required}
        stored = stored_values("An element", ELEMENT_FIELDS, given)
        change = items.add_element(self.contents, self.new_id, self._held(claim, Item).id, stored)
        self.run(change)
        return _made(change, Element)

    def set(self, record: Item | Source, **values: object) -> None:
        """Set fields of an item or source; None empties one. Raises InvalidChange."""
        held = self._held(record, Item, Source)
        emptied: dict[str, JsonValue] = dict.fromkeys(values)
        if isinstance(held, Item):
            kind = kind_of(held.kind)
            stored = emptied | stored_values(kind.label, kind.fields, values)
            change = items.set_values(held, stored, "Edit fields")
        else:
            stored = emptied | stored_values("A source", SOURCE_FIELDS, values)
            change = items.set_values(held, stored, "Edit fields")
        self.run(change)

    def link(
        self, start: Item | Element | Link, type: str, end: Item | Element | Link, **values: object
    ) -> Link:
        """Draw a link of a type between two records. Raises InvalidChange where it may not be."""
        stored = stored_values("A link", link_fields(type), values)
        change = links.connect(self.contents, self.new_id, ref_to(start), type, ref_to(end), stored)
        self.run(change)
        return _made(change, Link)

    def place(
        self,
        item: Item,
        board: Board | None = None,
        x: float = 0.0,
        y: float = 0.0,
        w: float = cards.CARD_WIDTH,
        h: float = cards.CARD_HEIGHT,
    ) -> Card:
        """Show an item on a board (the first, unless one is named) at a place in board units.

        Raises InvalidChange where the item or the board is not there, or the place is none.
        """
        where = self._held(board if board is not None else self.contents.boards[0], Board).id
        for number in (x, y, w, h):
            if not isinstance(number, int | float):  # pyright: ignore[reportUnnecessaryIsInstance]
                # Scripts read places from tables, where a number can be text.
                raise InvalidChange(f"A card's place is told in numbers; {number!r} is none.")
        rect = Rect(x, y, w, h)
        change = cards.place(self.contents, self.new_id, where, self._held(item, Item).id, rect)
        self.run(change)
        return _made(change, Card)

    def add_board(self, title: str) -> Board:
        """Add a board."""
        change = cards.add_board(self.contents, self.new_id, title)
        self.run(change)
        return _made(change, Board)

    def attach(self, item: Item, path: Path | str, caption: str = "") -> Artifact:
        """Take a file into the case, its bytes untouched, and attach it to an item.

        Raises IntakeRefused where it cannot be read.
        """
        if self._is_self(Path(path)):
            raise IntakeRefused("A case cannot take in itself; Save a Copy first, and attach that.")
        return self.attach_offer(item, offer_file(Path(path)), caption)

    def attach_bytes(self, item: Item, data: bytes, name: str, caption: str = "") -> Artifact:
        """Take bytes into the case under a name, and attach them to an item."""
        return self.attach_offer(item, offer_bytes(data, name), caption)

    def attach_offer(self, item: Item, offered: Offer, caption: str = "") -> Artifact:
        """Take checked bytes into the case and attach them to an item, as one change."""
        item = self._held(item, Item)
        artifact = offered.artifact
        change = join(
            "Attach file",
            [
                items.add_artifact(self.contents, artifact),
                items.attach(self.contents, self.new_id, item.id, [artifact.id], caption),
            ],
        )
        self.run(change, {artifact.id: offered.open})
        return self.contents.artifacts[artifact.id]

    def assess(
        self,
        subject: Item | Source | Element | Link,
        type: str,
        value: str,
        *,
        claim: Item | None = None,
        body: Values | None = None,
    ) -> Assessment:
        """Append a judgement of a sort in `casedb.model.assessments.SCHEME_OF`.

        Raises InvalidChange where there is no such sort, or the value is no word of its scheme.
        """
        if type not in SCHEME_OF:
            raise InvalidChange(
                f"There is no assessment “{type}”. They are: {', '.join(SCHEME_OF)}."
            )
        scheme = self.contents.schemes[SCHEME_OF[type]]
        if value not in {grade.value for grade in grades_of(scheme)}:
            raise InvalidChange(f"“{value}” is not a word of the scheme “{scheme.name}”.")
        assessment = Assessment(
            self.new_id(),
            type,
            self._held(subject, Item, Source, Element, Link).id,
            self._held(claim, Item).id if claim is not None else None,
            scheme.id,
            value,
            self.actor,
            utc_now(),
            values=body or Values(),
        )
        self.run(items.assess(assessment))
        return assessment

    def _held(self, record: R, *wanted: type[Record]) -> R:
        """A record as it stands in the case now.

        Raises InvalidChange where it is not there, or is no record of those types.
        """
        _refuse_unless(record, wanted)
        held = self.contents.get(type(record), record.id)
        if held is None:
            noun = type(record).__name__.lower()
            raise InvalidChange(f"The {noun} is not in this case, or not any more.")
        return held

    def write_json(self, path: Path | str) -> None:
        """Write everything but the bytes of artifacts as one JSON document, by table."""
        write_json(tables_of(self.contents), Path(path))


def ref_to(record: Item | Element | Link) -> Ref:
    """The reference by which a link points at a record. Raises InvalidChange for any other."""
    _refuse_unless(record, (Item, Element, Link))
    match record:
        case Item():
            return Ref.item(record.id)
        case Element():
            return Ref.element(record.id)
        case Link():
            return Ref.link(record.id)


def _refuse_unless(given: object, wanted: tuple[type[Record], ...]) -> None:
    # Scripts have no types but those that they are told of here.
    if isinstance(given, wanted):
        return
    nouns = [each.__name__.lower() for each in wanted]
    named = [f"an {noun}" if noun[0] in "aeiou" else f"a {noun}" for noun in nouns]
    said = repr(given) if not isinstance(given, Record) else f"a {type(given).__name__.lower()}"
    raise InvalidChange(
        f"Here {' or '.join(named)} of the case is wanted, not "
        f"{said if len(said) <= 60 else f'{said[:57]}...'}."
    )


def _made(change: ChangeSet, of: type[R]) -> R:
    """The record of one type that a change makes."""
    for edit in change.edits:
        if isinstance(edit.after, of) and edit.before is None:
            return edit.after
    raise InvalidChange("Nothing was added.")


class _Gathered:
    """Changes that are to become one."""

    def __init__(self) -> None:
        self.changes: list[ChangeSet] = []
        self.bytes_of: dict[str, Opener] = {}

    def take(self, change: ChangeSet, bytes_of: Mapping[str, Opener]) -> None:
        self.changes.append(change)
        self.bytes_of.update(bytes_of)
