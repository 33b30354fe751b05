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
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from casedb.analysis.standings import Standings
from casedb.apart import Apart
from casedb.custody import Expunged, expunge, outcome, plain_sha256
from casedb.custody_log import Custody
from casedb.disk import is_same_file, shown_name
from casedb.entries import Action, Entry
from casedb.errors import ArtifactMissing, CaseDamaged, InvalidChange, NotSaved, ReadOnlyCase
from casedb.exchange.case_json import write_json
from casedb.failing import on_failure
from casedb.file_texts import FileTexts
from casedb.garbage import is_kept_away, set_aside, take_back, uncollected
from casedb.history import Journal, Step
from casedb.ids import Mint, utc_now
from casedb.intake.offer import Opener
from casedb.model.changes import ChangeSet, Edit, join
from casedb.model.contents import Contents
from casedb.model.custody import Tombstone, is_expunged, tombstone_in_words, tombstone_of
from casedb.model.discretion import is_protected, without_names
from casedb.model.handling import Deed, Handling
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Board, CaseInfo, Record, Source
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values
from casedb.portions import portions_of
from casedb.progress import Progress, Told
from casedb.rescue import journal_of_rescue, recorded_records
from casedb.scripting import ScriptVerbs
from casedb.store import artifacts, copies, creation, opening, queries, search
from casedb.store.connections import Connection
from casedb.store.file import CaseFile
from casedb.store.home import Home
from casedb.store.journal_rows import JournalRows
from casedb.store.kept_copies import clean_copies
from casedb.store.reader import Reader
from casedb.store.records import load
from casedb.store.rows import tables_of
from casedb.words import say
from casedb.writing import Work, Writing


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told after a commit: the journal entry and its edits.

    `judged` are the artifacts (SHA-256) of which a check has said other than the one before,
    `restated` the claims that may rest on something else than they did; of a change that is followed a
    portion at a time there `is_more` until the last.
    """

    entry: Entry
    edits: tuple[Edit, ...]
    judged: frozenset[str] = frozenset()
    restated: frozenset[str] = frozenset()
    is_more: bool = False


class Case(ScriptVerbs):
    """An open case. Make one with `create` or `open`, and `close` it; `with` does that by itself.

    `contents` is the whole case in memory: read it freely, change it only through `run`.
    `custody` tells what happened to the bytes of its files, and notes what was done to them;
    `texts` keeps their words for the search; `standings` reckons what its claims rest on.
    `path` is its file, `read_only` tells whether changes are refused, `notices` are sentences about
    the opening, the most telling first, `losses` say what of a damaged file could not be read.
    """

    def __init__(self, opened: CaseFile, actor: str, told: Told | None = None) -> None:
        self._file = opened
        self._reading = opened.reading
        self._rows = JournalRows(opened.reading, opened.writing)
        self.actor = actor
        self.new_id = Mint()
        self.path = opened.path
        self.notices = opened.notices
        progress = Progress(told)
        with uncollected():
            loaded = load(
                opened.reading,
                lambda: recorded_records(self._rows),
                checked=opened.checked,
                damaged=bool(opened.damages),
                progress=progress,
                written=opened.format,
            )
            tables, references = loaded.tables, loaded.references
            self.contents = Contents.of_tables(tables, references, progress.go_on)
            progress.end()
            self._is_set_aside = set_aside()
        self.standings = Standings(self.contents)
        self.journal = Journal(self._rows)
        self.custody = Custody(self.journal, self.contents, self._note)
        if self.contents.artifacts:
            # A journal that cannot be read says so by itself.
            with contextlib.suppress(CaseDamaged):
                self.contents.failed = frozenset(self.custody.failed)
        self.losses = (*opened.damages, *loaded.losses, *filter(None, [self.journal.loss]))
        if self.losses:
            opened.stop_writing()
            # Whatever else is to be said of the opening, this comes first.
            damaged = opening.damaged_notice(self.path)
            self.notices = (damaged, *(each for each in self.notices if each != damaged))
        self._index = search.Index(
            opened.reading,
            self.contents.records,
            trusted=opened.checked
            and not self.losses
            and search.holds(opened.reading, search.count_searched(self.contents))
            # Here, where nobody waits for it as for a change; a case that is only read needs no more.
            and (not opened.writable or search.is_whole(opened.reading)),
        )
        self._writing = Writing(opened, self._rows, self.journal, self.contents, self._index)
        self.texts = FileTexts(self.contents, opened.reading, self._deriving)
        self._listeners: list[Callable[[Change], None]] = []
        self._gathered: _Gathered | None = None
        self._apart: Apart | None = None
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
        told: Told | None = None,
    ) -> Self:
        """Open a case; what the user should know about it is in `notices`.

        A case in use, damaged, of a newer format or not writable opens for reading only. `told`
        hears every few milliseconds how much is done and of how much: a row counts when it is read
        and once more when it is in its place. What it raises (`Stopped`, say) ends the opening, with
        everything closed. A case may be opened in one thread and used in another.
        Raises CannotOpen, NotACase or CaseDamaged.
        """
        opened = opening.open_file(
            Path(path), home or Home.of_user(), utc_now(), read_only=read_only
        )
        with on_failure(opened.close):
            return cls(opened, actor, told)

    def close(self) -> None:
        """Close the file. Harmless when it is closed already."""
        self._is_closed = True
        self._listeners.clear()
        with self._writing.pen:
            self._index.close()
            self._file.close()
        if self._is_set_aside:
            self._is_set_aside = False
            take_back()

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
        return self._commit(Work(change=change, bytes_of=bytes_of or {}))

    @contextlib.contextmanager
    def together(self, label: str) -> Generator[None]:
        """Make everything that is run inside one change: one entry, one undo, one commit.

        An exception inside takes all of it back.
        """
        self._refuse_while_gathering()
        gathered = self._gathered = _Gathered()
        try:
            yield
        finally:
            self._gathered = None
            self._take_back(gathered)
        change = join(label, gathered.changes)
        if change.edits:
            self._commit(Work(change=change, bytes_of=gathered.bytes_of))

    def apart(self) -> Apart:
        """Begin a change that takes long to be written; no other is taken until it has ended.

        Raises ReadOnlyCase, and InvalidChange where another is under way.
        """
        self._refuse_while_gathering()
        self._refuse_if_read_only()
        self._refuse_while_apart()
        self._apart = Apart(self._write, self._retracing, self._follow, self._end_apart)
        return self._apart

    def _end_apart(self, ended: Apart) -> None:
        if self._apart is ended:
            self._apart = None
            # Where the collector stood still meanwhile, what is new is as little of its concern as
            # what was read when the case was opened.
            if ended.is_written and is_kept_away():
                self._is_set_aside |= set_aside()

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
            raise InvalidChange(say("Changes are being gathered already."))

    def _refuse_while_apart(self) -> None:
        if self._apart is not None:
            raise InvalidChange(
                say("A large change is being stored in the case. Try again when that is done.")
            )

    def _refuse_if_closed(self) -> None:
        if self._is_closed:
            raise InvalidChange(say("The case is closed."))

    def _take_back(self, gathered: _Gathered) -> None:
        for change in reversed(gathered.changes):
            self.contents.apply(change.reversed())

    def undo(self) -> Entry | None:
        """Take the last step back; None where there is none."""
        return self._retrace("undo")

    def redo(self) -> Entry | None:
        """Bring the last undone step back; None where there is none."""
        return self._retrace("redo")

    def _retrace(self, action: Action) -> Entry | None:
        self._refuse_while_gathering()
        work = self._retracing(action)
        return self._commit(work) if work is not None else None

    def _retracing(self, action: Action) -> Work | None:
        """What an undo or redo would write; None where there is nothing to be taken or brought back."""
        journal, is_undo = self.journal, action == "undo"
        step = journal.undoable() if is_undo else journal.redoable()
        if step is None:
            return None
        change_of = journal.reversal if is_undo else journal.repetition
        change = change_of(step, self.contents)
        return Work(change=change, action=action, of=(step.first, step.last))

    def size_of(self, step: Step) -> int:
        """How many edits an undo or redo of a step would look at. Raises CaseDamaged."""
        return self._rows.count_edits(step.first, step.last)

    def expunge(
        self, sha256: str, reason: str, progress: Callable[[int, int], None] | None = None
    ) -> Expunged:
        """Let the bytes of an artifact go for good, for a reason that stays in the case and its journal.

        Its record stays, with who let them go, when and why; cards and attachments stay and say so.
        Nothing takes this back, and what was done before can still be undone. The program's own
        backups of the case lose the bytes first: what the case says is true from the commit on.
        What the bytes said of themselves goes with them, also from the journal; what somebody has
        taken over from that into an item stays.

        `progress` hears how many bytes were rewritten, and of how many; what it raises ends all of it,
        and then only backups may have lost the file.
        Raises InvalidChange where there is no such artifact, or no reason; ReadOnlyCase, NotSaved
        and CaseReplaced as `run` does.
        """
        self._refuse_while_gathering()
        self._refuse_while_apart()
        self._refuse_if_read_only()
        name = plain_sha256(sha256)
        tombstone = Tombstone(utc_now(), self.actor, reason.strip())
        held = artifacts.holds(self._reading, name)
        change = expunge(self.contents, self._rows, name, held, tombstone)
        cleaned = clean_copies(self.path, self._file.home, self.contents.info.id, name)
        entry = self._commit(Work(change=change, expunged=name, progress=progress))
        return outcome(entry, self.contents.artifacts[name], cleaned.backups, cleaned.unreached)

    def restore_bytes(self, bytes_of: Mapping[str, Opener]) -> Entry | None:
        """Put the bytes of artifacts back that failed their check, each from an original of it.

        It is noted and no step: undo does not bring damaged bytes back. Of artifacts that are sound or
        were expunged nothing is taken; None where that are all. Raises NotSaved where the bytes are not
        those of the artifact, ReadOnlyCase and CaseReplaced as `run` does.
        """
        self._refuse_while_gathering()
        failed = {each: opener for each, opener in bytes_of.items() if self._can_restore(each)}
        if not failed:
            return None
        told = Handling(Deed.RESTORED, tuple(sorted(failed)))
        change = ChangeSet("Restore file", ())
        return self._commit(Work(change=change, bytes_of=failed, told=told))

    def _can_restore(self, artifact: str) -> bool:
        record = self.contents.artifacts.get(artifact)
        is_failed = artifact in self.contents.failed
        return record is not None and is_failed and not is_expunged(record)

    def _note(self, label: str, told: Handling) -> Entry:
        """Write an entry that changes nothing, about what was done to files."""
        self._refuse_while_gathering()
        return self._commit(Work(change=ChangeSet(label, ()), told=told))

    def _take_note(self, entry: Entry, change: ChangeSet) -> frozenset[str]:
        """Mark the files that failed their last check; those of which that is new come back."""
        self.custody.take_note(entry)
        if not entry.final:
            return frozenset()
        before = self.contents.failed
        # Of bytes that go now nobody asks any more what they were.
        gone = {
            edit.record.id
            for edit in change.edits
            if isinstance(edit.after, Artifact) and is_expunged(edit.after)
        }
        self.contents.failed = frozenset(self.custody.failed) - gone
        return frozenset(before ^ self.contents.failed)

    def rebuild_search(self) -> None:
        """Make the search index of the file anew. Raises ReadOnlyCase, NotSaved or CaseReplaced."""
        self._refuse_while_gathering()
        self._refuse_while_apart()
        self._refuse_if_read_only()
        self._writing.rebuild_search()

    @property
    def keeps_up(self) -> bool:
        """Whether what is derived was brought up to date since the case was opened, as a change does."""
        return self._writing.keeps_up and not self._is_closed

    def keep_up(self) -> None:
        """Bring what is derived up to date, without a change. Raises ReadOnlyCase, NotSaved or CaseReplaced."""
        self._refuse_while_gathering()
        self._refuse_while_apart()
        self._refuse_if_read_only()
        self._writing.keep_up()

    @contextlib.contextmanager
    def _deriving(self) -> Generator[Connection]:
        """Write what is derived, in any thread: all that is done inside, or nothing of it."""
        with self._writing.pen:
            self._refuse_if_read_only()
            with self._file.transaction() as link:
                yield link

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
                say(
                    "“{name}” is open for reading, so nothing was changed. Save a Copy to go on working.",
                    name=shown_name(self.path),
                )
            )

    def _commit(self, work: Work) -> Entry:
        self._refuse_while_apart()
        entry = self._write(work)
        for _ in self._follow(entry, work.change, (work.change.edits,)):
            pass
        return entry

    def _write(self, work: Work) -> Entry:
        """Write a change and its entry; nothing in memory follows it yet."""
        self._refuse_if_read_only()
        return self._writing.write(work, self.actor)

    def _follow(
        self,
        entry: Entry,
        change: ChangeSet,
        portions: Iterable[tuple[Edit, ...]] | None = None,
    ) -> Iterator[None]:
        """Let the case in memory follow what was written, and tell of it, a portion at a time."""
        self.journal.advance(entry)
        judged = self._take_note(entry, change)
        left = len(change.edits)
        for part in portions or portions_of(change.edits):
            left -= len(part)
            self.contents.apply(ChangeSet(change.label, part))
            told = Change(entry, part, judged, self.standings.take_stale(), is_more=left > 0)
            for listener in tuple(self._listeners):
                listener(told)
            yield

    # -- bytes, finding, copies -----------------------------------------------------------

    def artifact_bytes(self, artifact: str) -> bytes:
        """The bytes of an artifact, by SHA-256. Raises ArtifactMissing."""
        self._refuse_if_closed()
        self._refuse_if_expunged(artifact)
        return artifacts.read_bytes(self._reading, artifact)

    def artifact_pieces(self, artifact: str) -> Iterator[bytes]:
        """The bytes of an artifact piece by piece. Raises ArtifactMissing."""
        self._refuse_if_closed()
        self._refuse_if_expunged(artifact)
        return artifacts.read_pieces(self._reading, artifact)

    def _refuse_if_expunged(self, artifact: str) -> None:
        record = self.contents.get(Artifact, artifact)
        tombstone = tombstone_of(record) if record is not None else None
        if tombstone is not None:
            raise ArtifactMissing(tombstone_in_words(tombstone))

    def reader(self) -> Reader:
        """A second connection for a worker thread, which must close it."""
        self._refuse_if_closed()
        own = self._index.own()
        return Reader(self._file.read_connection(), own)

    def find(self, text: str, limit: int = 50) -> list[search.Hit]:
        """Items, sources, elements, links and files in which every word of a text occurs, best first.

        Files are last, as many as others at most. The beginnings of words are enough, and any part of a
        word in Cyrillic, Arabic, Hebrew, Hangul, Han and Kana.
        """
        self._refuse_if_closed()
        return self._index.find(text, limit)

    def save_copy(self, path: Path | str) -> None:
        """Write a compact, checked copy of the case under another name. Raises NotSaved.

        The copy of a damaged case is a sound one, of all that could be read or restored.
        """
        self._refuse_if_closed()
        target = Path(path).absolute()
        if target == self.path or is_same_file(target, self.path):
            raise NotSaved(
                say("The copy needs a name of its own; the case itself is saved already.")
            )
        if self.losses:
            journal = journal_of_rescue(self._rows, self.contents, utc_now(), self.actor)
            copies.save_rescued(self._reading, self.contents, journal, target)
            return
        try:
            # Nobody keeps words of files while it is copied: they would wait in vain.
            with self._writing.pen, self._file.copy_connection() as link:
                copies.save_copy(link, target)
        except copies.SourceDamaged as trouble:
            self.losses = (
                say("Some parts of the file, which opening it does not look at, are broken."),
            )
            self._file.stop_writing()
            raise NotSaved(
                say(
                    "“{name}” turned out to be damaged, so it was not copied, and it is open for reading "
                    "only now. Save a Copy once more keeps what can be read.",
                    name=shown_name(self.path),
                )
            ) from trouble

    def query(self, sql: str, values: tuple[JsonValue, ...] = ()) -> list[dict[str, JsonValue]]:
        """Ask the file in SQL; docs/file-format.md lists the views.

        Answered are SELECT, VALUES and WITH, also explained, and PRAGMAs that tell of tables and
        columns, such as `table_info`. Raises InvalidChange for anything else, and where the SQL is
        not understood.
        """
        self._refuse_if_closed()
        return queries.ask(self._file.read_connection(), sql, values)

    def write_json(self, path: Path | str, *, with_protected: bool = False) -> None:
        """Write everything but the bytes of artifacts as one JSON document, by table.

        Sources that must not be named are in it without their names, and the document says how many;
        `with_protected` writes these too.
        """
        hidden = [each for each in self.contents.sources.values() if is_protected(each)]
        if with_protected or not hidden:
            write_json(tables_of(self.contents), Path(path))
            return

        def told(record: Record) -> Record:
            return without_names(record) if isinstance(record, Source) else record

        write_json(tables_of(self.contents, told), Path(path), hidden=len(hidden))


class _Gathered:
    """Changes that are to become one."""

    def __init__(self) -> None:
        self.changes: list[ChangeSet] = []
        self.bytes_of: dict[str, Opener] = {}

    def take(self, change: ChangeSet, bytes_of: Mapping[str, Opener]) -> None:
        self.changes.append(change)
        self.bytes_of.update(bytes_of)
