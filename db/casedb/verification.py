"""Verifying a case: whether its records, its journal and its artifacts are what they were.

Nothing is written and no byte changes. A report of no findings means: the chain of entries is
whole, every record is what the newest entry about it says, every value ever noted follows from the
one before, and every artifact has the SHA-256 it is named by. That nobody rewrote all of it shows
only against a head that is kept elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from casedb.canonical import NO_HASH, row_hash
from casedb.chain import Fault, check_chain, play_back
from casedb.disk import shown_name
from casedb.errors import CaseDamaged
from casedb.store.home import Home
from casedb.store.inspection import Inspection, inspect
from casedb.store.rows import CODEC_OF_TABLE

MOST_FINDINGS = 200
"""Findings of one sort that are told one by one; of more, only how many there are."""


class About(StrEnum):
    """What a finding is about."""

    FILE = "file"
    JOURNAL = "journal"
    RECORDS = "records"
    ARTIFACTS = "artifacts"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: in words, with the record or artifact it is about."""

    about: About
    sentence: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What verifying found.

    `head` is the hash of the newest journal entry (64 hex digits; zeros in an empty journal);
    `entries`, `rows`, `artifacts` and `bytes` count what was looked at.
    """

    findings: tuple[Finding, ...]
    head: str
    entries: int
    rows: int
    artifacts: int
    bytes: int

    @property
    def sound(self) -> bool:
        """Whether everything is as it should be."""
        return not self.findings


def verify(
    path: Path | str,
    home: Home | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Verify a case file, also one that is open elsewhere (then as of now, in a private copy).

    `progress` is told the bytes of artifacts that are done and those there are; what it raises
    stops the work. Raises CannotOpen, NotACase or CaseDamaged where nothing can be read.
    """
    home = home or Home.of_user()
    for copy in (False, True):
        with inspect(Path(path), home, copy=copy) as inspection:
            work = _Work(inspection)
            work.look_at_file()
            work.look_at_journal()
            work.look_at_records()
            work.look_at_artifacts(progress)
            if not inspection.changed_meanwhile():
                break
    return work.report()


@dataclass
class _Work:
    inspection: Inspection
    findings: list[Finding] = field(default_factory=list[Finding])
    told: Counter[About] = field(default_factory=Counter[About])
    head: str = NO_HASH
    entries: int = 0
    rows: int = 0
    artifacts: int = 0
    bytes: int = 0
    journaled: set[str] = field(default_factory=set[str])

    def find(self, about: About, sentence: str, record: str = "") -> None:
        self.told[about] += 1
        if self.told[about] <= MOST_FINDINGS:
            self.findings.append(Finding(about, sentence, record))

    def look_at_file(self) -> None:
        for sentence in self.inspection.damages:
            self.find(About.FILE, sentence)
        for sentence in self.inspection.dangling():
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
        """Compare every row with what the journal says of it, and count those it never spoke of."""
        spoken_of: Counter[str] = Counter()
        complete = True
        try:
            for recorded in play_back(self.inspection.journal):
                self._tell(iter(recorded.faults))
                if recorded.table == "artifact":
                    self.journaled.add(recorded.id)
                if self._compare(recorded.table, recorded.id, recorded.hash):
                    spoken_of[recorded.table] += 1
        except CaseDamaged as trouble:
            complete = False
            self.find(About.JOURNAL, str(trouble))
        for table in CODEC_OF_TABLE:
            self._count(table, spoken_of[table] if complete else None)
        for sentence in self.inspection.stale_references():
            self.find(About.RECORDS, sentence)

    def _compare(self, table: str, record_id: str, noted: str | None) -> bool:
        """Compare one row with the hash noted last; whether there is a row."""
        codec = CODEC_OF_TABLE.get(table)
        if codec is None:
            self.find(About.JOURNAL, f"The journal speaks of an unknown table “{table[:40]}”.")
            return False
        what = f"{table} {record_id[:40]}"
        try:
            cells = self.inspection.row(codec, record_id)
        except CaseDamaged as trouble:
            self.find(About.RECORDS, f"The row of {what} cannot be read: {trouble}", record_id)
            return True
        if cells is None:
            if noted is not None:
                self.find(About.RECORDS, f"The row of {what} is missing.", record_id)
            return False
        if noted is None:
            self.find(
                About.RECORDS, f"The row of {what} is there, though it was deleted.", record_id
            )
            return True
        try:
            hashed = row_hash(table, codec.as_json(cells))
        except (ValueError, TypeError, RecursionError):
            hashed = ""
        if hashed != noted:
            self.find(About.RECORDS, f"The row of {what} is not what the journal says.", record_id)
        return True

    def _count(self, table: str, spoken_of: int | None) -> None:
        try:
            count = self.inspection.count(table)
            self.rows += count
            if spoken_of is not None and count != spoken_of:
                for record_id in self.inspection.ids_nobody_journaled(table):
                    what = f"{table} {record_id[:40]}"
                    self.find(
                        About.RECORDS,
                        f"The row of {what} is in no entry of the journal.",
                        record_id,
                    )
        except CaseDamaged as trouble:
            self.find(About.FILE, f"Table “{table}” cannot be read to its end: {trouble}")

    def look_at_artifacts(self, progress: Callable[[int, int], None] | None) -> None:
        """Compare the bytes of every artifact with its name, and the names with the records."""
        try:
            sizes = self.inspection.artifact_sizes()
        except CaseDamaged as trouble:
            sizes = dict[str, int]()
            self.find(About.ARTIFACTS, f"The records of artifacts cannot be read: {trouble}")
        total = sum(sizes.values())
        held: set[str] = set()
        done = 0

        def tell(count: int) -> None:
            nonlocal done
            done += count
            if progress is not None:
                progress(done, max(done, total))

        for name, stored in self.inspection.artifacts(sizes, tell):
            held.add(name)
            self.artifacts += 1
            self.bytes += stored.size
            shown = f"artifact {name[:12]}…"
            if stored.trouble:
                self.find(About.ARTIFACTS, f"The bytes of {shown} {stored.trouble}.", name)
            elif stored.sha256 != name:
                self.find(About.ARTIFACTS, f"The bytes of {shown} were changed.", name)
            elif name in sizes and sizes[name] != stored.size:
                self.find(About.ARTIFACTS, f"The size noted for {shown} is wrong.", name)
            if name not in sizes and name not in self.journaled:
                self.find(About.ARTIFACTS, f"No record ever spoke of the bytes {shown}.", name)
        for name in sizes.keys() - held:
            self.find(About.ARTIFACTS, f"The bytes of artifact {name[:12]}… are missing.", name)

    def report(self) -> Report:
        """Everything that was found, and how much more."""
        more = [
            Finding(about, f"There are {count - MOST_FINDINGS:,} more findings of this sort.")
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
        )


def describe(report: Report, path: Path) -> str:
    """The outcome in one sentence."""
    name = shown_name(path)
    seen = (
        f"{report.entries:,} entries, {report.rows:,} rows and {report.artifacts:,} artifacts "
        f"({report.bytes:,} bytes)"
    )
    if report.sound:
        return f"“{name}” is sound: {seen} are as they were written. Head: {report.head}"
    number = len(report.findings)
    findings = "1 finding" if number == 1 else f"{number:,} findings"
    return f"“{name}” is not as it was written: {findings} in {seen}. Head: {report.head}"
