"""The report of verifying a case: what was looked at, what was found, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from casedb.disk import shown_name
from casedb.model.handling import Fault
from casedb.model.json_value import JsonValue
from casedb.words import say, term, written


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


class FileState(StrEnum):
    """What a check of one file came to."""

    OK = "ok"
    FAILED = "failed"
    MISSING = "missing"
    EXPUNGED = "expunged"


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What the check of one artifact came to: its SHA-256, name and size in bytes as noted.

    `found` is the SHA-256 of the bytes that are there, empty where they cannot be read to their end;
    `fault` is what is wrong with them, None where nothing is.
    """

    sha256: str
    name: str
    size: int
    state: FileState
    found: str = ""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What verifying found.

    `head` is the hash of the newest journal entry (64 hex digits; zeros in an empty journal);
    `entries`, `rows`, `artifacts` and `bytes` count what was looked at; `expunged` how many artifacts
    have a tombstone in place of their bytes. `files` are all artifacts, those that failed first.
    `derived` has a sentence for whatever differs and is only derived, such as the search index:
    nothing of the case is lost or changed by it.
    """

    findings: tuple[Finding, ...]
    head: str
    entries: int
    rows: int
    artifacts: int
    bytes: int
    expunged: int = 0
    files: tuple[FileCheck, ...] = ()
    derived: tuple[str, ...] = ()

    def count(self, state: FileState) -> int:
        """How many files there are of which the check came to this."""
        return sum(each.state is state for each in self.files)

    @property
    def failed(self) -> dict[str, Fault]:
        """What is wrong with the bytes of every file that failed, by SHA-256."""
        return {each.sha256: each.fault for each in self.files if each.fault is not None}

    @property
    def sound(self) -> bool:
        """Whether everything is as it should be."""
        return not self.findings


def describe(report: Report, path: Path, title_of: Callable[[str], str] | None = None) -> str:
    """The outcome in a sentence, and below it every finding on a line of its own.

    `title_of` may tell what a record is called, by its id; an empty title is left out.
    """
    name = shown_name(path)
    seen = say(
        "{entries} entries, {rows} rows and {artifacts} artifacts ({bytes} bytes)",
        entries=report.entries,
        rows=report.rows,
        artifacts=report.artifacts,
        bytes=report.bytes,
    )
    if report.sound:
        return say(
            "“{name}” is sound: {seen} are as they were written. Head: {head}",
            name=name,
            seen=seen,
            head=report.head,
        )
    outcome = say(
        "“{name}” is not as it was written: {n} finding in {seen}. Head: {head}",
        "“{name}” is not as it was written: {n} findings in {seen}. Head: {head}",
        name=name,
        n=len(report.findings),
        seen=seen,
        head=report.head,
    )
    lines = [outcome, ""]
    for each in report.findings:
        title = title_of(each.record) if title_of is not None else ""
        lines.append(
            f"– {each.sentence}" + (" " + say("It is “{title}”.", title=title) if title else "")
        )
    return "\n".join(lines)


_STATES = {
    FileState.OK: term("ok"),
    FileState.FAILED: term("failed"),
    FileState.MISSING: term("missing"),
    FileState.EXPUNGED: term("expunged"),
}


def state_in_words(state: FileState) -> str:
    """What the check of a file came to, in a word."""
    return say(_STATES[state])


def counts_in_words(report: Report) -> str:
    """How many files there are of each state, in a line."""
    counts = [(state, report.count(state)) for state in FileState]
    told = [f"{written(n)} {state_in_words(state)}" for state, n in counts if n]
    if not told and report.findings:
        # It may have files that could not be read.
        return say("No file could be checked.")
    if not told:
        return say("There is no file in the case.")
    return say("Files: {counts}", counts=", ".join(told))


def as_text(report: Report, path: Path, title_of: Callable[[str], str] | None = None) -> str:
    """The whole report as text: the outcome, every finding, and a line for every file."""
    lines = [describe(report, path, title_of), "", counts_in_words(report)]
    for each in report.files:
        size = say("{n} byte", "{n} bytes", n=each.size)
        line = f"{state_in_words(each.state)}  {each.sha256}  {size}"
        lines.append(f"{line}  {each.name}" if each.name else line)
        if each.found and each.found != each.sha256:
            lines.append("    " + say("The bytes there have the SHA-256 {found}", found=each.found))
    if report.derived:
        lines += ["", *report.derived, say(DERIVED)]
    return "\n".join(lines) + "\n"


DERIVED = term(
    "The search index is derived from the case: nothing is lost or changed, and it can be made anew."
)
"""What is said where nothing but something derived differs."""


def as_json(report: Report) -> dict[str, JsonValue]:
    """A report for machines: the same in every language but for the sentences."""
    return {
        "readable": True,
        "sound": report.sound,
        "journal": {
            "length": report.entries,
            "head": report.head,
            "sound": not any(each.about is About.JOURNAL for each in report.findings),
        },
        "rows": report.rows,
        "artifacts": report.artifacts,
        "bytes": report.bytes,
        "expunged": report.expunged,
        "counts": {state.value: report.count(state) for state in FileState},
        "findings": [
            {"about": each.about.value, "sentence": each.sentence, "record": each.record}
            for each in report.findings
        ],
        "files": [
            {
                "sha256": each.sha256,
                "name": each.name,
                "size": each.size,
                "state": each.state.value,
                "found": each.found or None,
                "fault": each.fault.value if each.fault is not None else None,
            }
            for each in report.files
        ],
        "derived": list(report.derived),
    }
