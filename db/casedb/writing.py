"""`Writing`: how a change gets into the file, with its bytes, its entry and all that is derived from it.

Nothing here touches the case in memory: it follows when the change is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from casedb.canonical import canonical
from casedb.entries import Action, Entry
from casedb.errors import NotSaved
from casedb.history import Journal
from casedb.ids import utc_now
from casedb.intake.offer import Opener
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.custody import CLEARED, METADATA, is_expunged
from casedb.model.handling import Deed, Handling
from casedb.model.records import Artifact
from casedb.progress import Progress, Told
from casedb.soundness import refuse_unsound
from casedb.store import artifacts, search
from casedb.store.connections import Connection
from casedb.store.file import CaseFile
from casedb.store.journal_rows import JournalRows
from casedb.store.writer import rebuild_views, write_edits
from casedb.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A change to be written, and what belongs to it.

    `of` are the first and last entry of the step that is undone or redone, `bytes_of` the bytes of the
    artifacts that come in, `expunged` the artifact (SHA-256) whose bytes go, `told` what the entry says
    of files. `noting` hears how many steps are done of those that records and journal take, once the bytes
    are stored. `progress` hears how many bytes were rewritten, and of how many, where bytes go. `last` is
    called before the last step, which nothing can stop. What these raise takes all of it back.
    """

    change: ChangeSet
    action: Action = "do"
    of: tuple[int, int] | None = None
    bytes_of: Mapping[str, Opener] = field(default_factory=dict[str, Opener])
    expunged: str = ""
    told: Handling | None = None
    noting: Told | None = None
    progress: Callable[[int, int], None] | None = None
    last: Callable[[], None] | None = None


class Writing:
    """Writes into the file of a case: each piece of work in one transaction, or not at all.

    `pen` is held by whoever writes, in whichever thread.
    """

    def __init__(
        self,
        file: CaseFile,
        rows: JournalRows,
        journal: Journal,
        contents: Contents,
        index: search.Index,
    ) -> None:
        self._file = file
        self._rows = rows
        self._journal = journal
        self._contents = contents
        self._index = index
        self._keeps_up = False
        self.pen = threading.RLock()

    @property
    def keeps_up(self) -> bool:
        """Whether what is derived was brought up to date since the file was opened."""
        return self._keeps_up

    def keep_up(self) -> None:
        """Bring what is derived up to date. Raises NotSaved or CaseReplaced."""
        with self.pen, self._file.transaction() as link:
            self._keep_up(link)
        self._keeps_up = True
        self._index.made_anew()

    def write(self, work: Work, actor: str) -> Entry:
        """Write a change and its entry. Raises OutOfStep, InvalidChange, NotSaved or CaseReplaced."""
        self._contents.check(work.change)
        refuse_unsound(self._contents, work.change, expunges=bool(work.expunged))
        with self.pen:
            try:
                entry = self._write(work, actor)
            except search.IndexBroken:
                # Nothing but derived: it is made anew, and the change is written with it.
                self._file.mend(search.reset)
                self._index.distrust()
                entry = self._write(work, actor)
        self._keeps_up = True
        self._index.made_anew()
        return entry

    def rebuild_search(self) -> None:
        """Make the search index of the file anew. Raises NotSaved or CaseReplaced."""
        with self.pen:
            self._file.mend(search.reset)
            self._index.distrust()
            with self._file.transaction() as link:
                search.rebuild(link, self._contents.records())
        self._index.made_anew()

    def _write(self, work: Work, actor: str) -> Entry:
        try:
            with self._file.transaction() as link:
                return self._write_all(link, work, actor)
        except OSError as trouble:
            raise NotSaved(
                say(
                    "A file could not be read: {reason}. Nothing was added.",
                    reason=trouble.strerror,
                )
            ) from trouble
        except NotSaved:
            # A disk can fail after it has taken a change and before it has said so. What is in
            # memory is then older than the file, and must not be written over it.
            if self._file.is_uncertain and self._journal.file_is_ahead():
                self._file.stop_writing()
            raise

    def _write_all(self, link: Connection, work: Work, actor: str) -> Entry:
        self._keep_up(link)
        for artifact in self._brought(work):
            with work.bytes_of[artifact.id]() as stream:
                artifacts.store_bytes(link, artifact, stream)
        if work.expunged:
            artifacts.expunge_bytes(link, work.expunged, work.progress)
            search.expunge_words(link, work.expunged, work.progress)
        noting = Progress(work.noting)
        # Each is written once as a record, and once in the journal.
        noting.begin(2 * len(work.change.edits))
        write_edits(link, work.change.edits, noting if work.noting is not None else None)
        entry = self._journal.write(
            work.change,
            utc_now(),
            actor,
            work.action,
            work.of,
            final=bool(work.expunged),
            told=work.told,
            progress=noting,
        )
        if work.expunged:
            self._rows.clear(work.expunged, METADATA, canonical(CLEARED).decode())
        if work.last is not None:
            work.last()
        return entry

    def _brought(self, work: Work) -> list[Artifact]:
        """The artifacts whose bytes come in with a piece of work."""
        after = (edit.after for edit in work.change.edits)
        brought = [each for each in after if isinstance(each, Artifact)]
        if work.told is not None and work.told.deed is Deed.RESTORED:
            brought += [self._contents.artifacts[each] for each in work.told.artifacts]
        return [each for each in brought if each.id in work.bytes_of and not is_expunged(each)]

    def _keep_up(self, link: Connection) -> None:
        # Derived parts of a file written by another version are made anew at the first change:
        # opening alone must not touch a byte.
        if not self._keeps_up:
            rebuild_views(link)
        if not self._index.is_trusted or not (self._keeps_up or self._index.is_fresh):
            search.rebuild(link, self._contents.records())
