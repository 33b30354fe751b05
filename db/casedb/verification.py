"""Verifying a case: whether its records, its journal and its artifacts are what they were.

Nothing is written and no byte changes. A report of no findings means: the chain of entries is
whole, every record is what the newest entry about it says, every value ever noted follows from the
one before, and every artifact has the SHA-256 it is named by. That nobody rewrote all of it shows
only against a head that is kept elsewhere.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casedb.canonical import NO_HASH, row_hash
from casedb.chain import Fault, check_chain, play_back
from casedb.errors import CaseDamaged, Stopped
from casedb.model.handling import Fault as FileFault
from casedb.model.records import Record
from casedb.report import About, FileCheck, FileState, Finding, Report
from casedb.store.artifacts import StoredBytes
from casedb.store.cells import Cell
from casedb.store.formats import CURRENT_FORMAT
from casedb.store.home import Home
from casedb.store.inspection import Inspection, inspect
from casedb.store.rows import CODEC_OF_TABLE, Codec
from casedb.words import say, term

MOST_FINDINGS = 200
"""Findings of one sort that are told one by one; of more, only how many there are."""


def verify(
    path: Path | str,
    home: Home | None = None,
    progress: Callable[[float], None] | None = None,
    stopped: Callable[[], bool] | None = None,
    *,
    thorough: bool = True,
) -> Report:
    """Verify a case file, also one that is open (then as of now, in a private copy).

    Can be called in any thread while a `Case` has the file open. `progress` is told which part of
    the work is done, 0 to 1 and never less than before; `stopped` is asked often whether to end.
    Where it is `thorough`, the words of the search index are compared with those of the records, too.
    Raises Stopped where it says so, and CannotOpen, NotACase or CaseDamaged where nothing can be
    read.
    """
    home = home or Home.of_user()
    pace = _Pace(progress or (lambda part: None), stopped or (lambda: False))
    for copy in (False, True):
        with inspect(Path(path), home, copy=copy, told=pace.copied) as inspection:
            inspection.end_when(pace.stopped)
            pace.begin_reading(inspection.rows_to_be_read())
            inspection.journal.told = pace.step
            work = _Work(inspection, pace, thorough)
            work.look_at_file()
            work.look_at_journal()
            work.look_at_records()
            work.look_at_artifacts()
            work.look_at_search()
            if not inspection.changed_meanwhile():
                break
    pace.tell(1.0)
    return work.report()


_COPIED, _READ, _HASHED = 0.2, 0.5, 0.9
"""Which part is done when a file in use is copied, its records are compared, its files hashed."""


@dataclass
class _Pace:
    """How far the work is, and whether it is to go on."""

    progress: Callable[[float], None]
    stopped: Callable[[], bool]
    part: float = 0.0
    rows: int = 0
    rows_done: int = 0

    def tell(self, part: float) -> None:
        """Say how far it is. Raises Stopped where it is to end."""
        if self.stopped():
            raise Stopped(say("Verifying was stopped; nothing was changed."))
        self.part = max(self.part, min(part, 1.0))
        self.progress(self.part)

    def copied(self, done: int, total: int) -> None:
        """Say how many of the file's pages are copied."""
        self.tell(_COPIED * done / max(total, 1))

    def begin_reading(self, rows: int) -> None:
        """Say how many rows of the journal are going to be read."""
        self.rows, self.rows_done = rows, 0
        self.tell(_COPIED)

    def step(self) -> None:
        """Say that one more row of the journal was read."""
        self.rows_done += 1
        if self.rows_done % 100 == 0:
            self.tell(_COPIED + (_READ - _COPIED) * min(1.0, self.rows_done / max(self.rows, 1)))

    def hashed(self, done: int, total: int) -> None:
        """Say how many of the artifacts' bytes are hashed."""
        self.tell(_READ + (_HASHED - _READ) * done / max(total, 1))

    def searched(self) -> None:
        """Say that it goes on with the search index."""
        self.tell(_HASHED)


@dataclass
class _Work:
    inspection: Inspection
    pace: _Pace
    thorough: bool
    findings: list[Finding] = field(default_factory=list[Finding])
    told: Counter[About] = field(default_factory=Counter[About])
    head: str = NO_HASH
    entries: int = 0
    rows: int = 0
    artifacts: int = 0
    bytes: int = 0
    expunged: set[str] = field(default_factory=set[str])
    journaled: set[str] = field(default_factory=set[str])
    torn: set[str] = field(default_factory=set[str])
    files: list[FileCheck] = field(default_factory=list[FileCheck])
    derived: list[str] = field(default_factory=list[str])

    def find(self, about: About, sentence: str, record: str = "") -> None:
        self.told[about] += 1
        if self.told[about] <= MOST_FINDINGS:
            self.findings.append(Finding(about, sentence, record))

    def look_at_file(self) -> None:
        for sentence in self.inspection.damages:
            self.find(About.FILE, sentence)
        for sentence in (*self.inspection.dangling(), *self.inspection.broken_indexes()):
            self.find(About.FILE, sentence)

    def look_at_journal(self) -> None:
        rows = self.inspection.journal
        try:
            newest = rows.newest()
            if newest is not None:
                self.entries, self.head = newest.seq, newest.hash
            self._tell(check_chain(rows))
        except CaseDamaged as trouble:
            self.find(About.JOURNAL, str(trouble))

    def _tell(self, faults: Iterator[Fault]) -> None:
        for fault in faults:
            self.find(About.JOURNAL, fault.sentence)

    def look_at_records(self) -> None:
        """Compare every row with what the journal says of it, and find those it never spoke of."""
        if self.inspection.format > CURRENT_FORMAT:
            self.find(
                About.FILE,
                say(
                    "A newer Caseboard wrote this (format {format}, this one knows {known}). "
                    "Only it can compare the records, so they were not looked at.",
                    format=f"{self.inspection.format}",
                    known=f"{CURRENT_FORMAT}",
                ),
            )
            self._note_journaled_artifacts()
            return
        hashes = {table: self._hashes_of(codec) for table, codec in CODEC_OF_TABLE.items()}
        complete = True
        try:
            for recorded in play_back(self.inspection.journal):
                self._tell(iter(recorded.faults))
                if recorded.table == "artifact":
                    self.journaled.add(recorded.id)
                if recorded.table in hashes:
                    found = hashes[recorded.table].pop(recorded.id, None)
                    self._compare(recorded.table, recorded.id, recorded.hash, found)
                else:
                    self.find(
                        About.JOURNAL,
                        say(
                            "The journal speaks of an unknown table “{table}”.",
                            table=recorded.table[:40],
                        ),
                    )
        except CaseDamaged as trouble:
            complete = False
            self.find(About.JOURNAL, str(trouble))
        for table, left in hashes.items():
            for record_id in left if complete else ():
                what = f"{table} {record_id[:40]}"
                self.find(
                    About.RECORDS,
                    say("The row of {what} is in no entry of the journal.", what=what),
                    record_id,
                )
        for sentence in self.inspection.stale_references():
            self.find(About.RECORDS, sentence)

    def _hashes_of(self, codec: Codec[Record]) -> dict[str, str]:
        """The hash of every row of a table by id; "" for one that makes no sense."""
        hashes: dict[str, str] = {}
        try:
            for cells in self.inspection.rows(codec):
                self.rows += 1
                record_id = cells[0]
                if not isinstance(record_id, str):
                    self.find(
                        About.RECORDS,
                        say("A row of table “{table}” has no name.", table=codec.table),
                    )
                elif record_id in hashes:
                    what = f"{codec.table} {record_id[:40]}"
                    self.find(
                        About.RECORDS, say("There are two rows of {what}.", what=what), record_id
                    )
                else:
                    hashes[record_id] = _hash(codec, cells)
        except CaseDamaged as trouble:
            self.find(
                About.FILE,
                say(
                    "Table “{table}” cannot be read to its end: {trouble}",
                    table=codec.table,
                    trouble=trouble,
                ),
            )
            self.torn.add(codec.table)
        return hashes

    def _compare(self, table: str, record_id: str, noted: str | None, found: str | None) -> None:
        """Compare the hash of a row, None for no row, with the one noted last."""
        what = f"{table} {record_id[:40]}"
        if found is None and table in self.torn:
            # It may lie behind what cannot be read.
            try:
                cells = self.inspection.row(CODEC_OF_TABLE[table], record_id)
            except CaseDamaged as trouble:
                self.find(
                    About.RECORDS,
                    say("The row of {what} cannot be read: {trouble}", what=what, trouble=trouble),
                    record_id,
                )
                return
            if cells is not None:
                self.rows += 1
                found = _hash(CODEC_OF_TABLE[table], cells)
        if found == noted:
            return
        if found is None:
            told = say("The row of {what} is missing.", what=what)
        elif noted is None:
            told = say("The row of {what} is there, though it was deleted.", what=what)
        else:
            told = say("The row of {what} is not what the journal says.", what=what)
        self.find(About.RECORDS, told, record_id)

    def _note_journaled_artifacts(self) -> None:
        with contextlib.suppress(CaseDamaged):
            for edit in self.inspection.journal.all_edits():
                if edit.table == "artifact":
                    self.journaled.add(edit.id)

    def look_at_artifacts(self) -> None:
        """Compare the bytes of every artifact with its name, and the names with the records."""
        try:
            known = self.inspection.artifact_records()
            self.expunged = self.inspection.expunged()
        except CaseDamaged as trouble:
            known = dict[str, tuple[int, str]]()
            self.find(
                About.ARTIFACTS,
                say("The records of artifacts cannot be read: {trouble}", trouble=trouble),
            )
        total = sum(size for sha256, (size, _) in known.items() if sha256 not in self.expunged)
        held: set[str] = set()
        done = 0

        def tell(count: int) -> None:
            nonlocal done
            done += count
            self.pace.hashed(done, max(done, total))

        for sha256, stored in self.inspection.artifacts(known, tell):
            held.add(sha256)
            self.artifacts += 1
            self.bytes += stored.size
            self._judge(sha256, stored, known.get(sha256))
        for sha256 in sorted(known.keys() - held):
            size, name = known[sha256]
            if sha256 in self.expunged:
                self.files.append(FileCheck(sha256, name, size, FileState.EXPUNGED))
                continue
            told = say("The bytes of artifact {name}… are missing.", name=sha256[:12])
            self.find(About.ARTIFACTS, told, sha256)
            self.files.append(
                FileCheck(sha256, name, size, FileState.MISSING, fault=FileFault.MISSING)
            )

        for sha256 in sorted(self.expunged & self.inspection.with_words()):
            told = say(
                "The words of artifact {name}… are there, though it was expunged.", name=sha256[:12]
            )
            self.find(About.ARTIFACTS, told, sha256)

    def _judge(self, sha256: str, stored: StoredBytes, known: tuple[int, str] | None) -> None:
        """Compare the bytes under one name with it, and with what its record says."""
        fault: FileFault | None = None
        told = ""
        if sha256 in self.expunged:
            fault = FileFault.RETURNED
            told = term("The bytes of artifact {name}… are there, though they were expunged.")
        elif stored.trouble:
            fault, told = FileFault.UNREADABLE, stored.trouble
        elif stored.sha256 != sha256:
            fault, told = FileFault.CHANGED, term("The bytes of artifact {name}… were changed.")
        elif known is not None and known[0] != stored.size:
            told = term("The size noted for artifact {name}… is wrong.")
        if told:
            self.find(About.ARTIFACTS, say(told, name=sha256[:12]), sha256)
        if known is None and sha256 not in self.journaled:
            told = term("No record ever spoke of the bytes artifact {name}….")
            self.find(About.ARTIFACTS, say(told, name=sha256[:12]), sha256)
        size, name = known or (stored.size, "")
        found = "" if stored.trouble else stored.sha256
        state = FileState.OK if fault is None else FileState.FAILED
        self.files.append(FileCheck(sha256, name, size, state, found, fault))

    def look_at_search(self) -> None:
        """Compare the search index with the records: it is derived, and no part of the case."""
        told = self.pace.searched if self.thorough else None
        self.derived += self.inspection.astray_in_search(told)

    def report(self) -> Report:
        """Everything that was found, and how much more."""
        more = [
            Finding(
                about,
                say(
                    "There are {n} more findings of this sort.",
                    "There are {n} more findings of this sort.",
                    n=count - MOST_FINDINGS,
                ),
            )
            for about, count in self.told.items()
            if count > MOST_FINDINGS
        ]
        return Report(
            (*self.findings, *more),
            self.head,
            self.entries,
            self.rows,
            self.artifacts,
            self.bytes,
            len(self.expunged),
            tuple(sorted(self.files, key=lambda each: each.fault is None)),
            tuple(self.derived),
        )


def _hash(codec: Codec[Record], cells: Sequence[Cell]) -> str:
    try:
        return row_hash(codec.table, codec.as_json(cells))
    except (ValueError, TypeError, RecursionError):
        return ""
