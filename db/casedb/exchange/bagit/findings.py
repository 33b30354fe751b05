"""What was found in a bag, and the report of checking it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casedb.model.json_value import JsonValue
from casedb.model.visible_text import visible_line
from casedb.words import say

MOST_FINDINGS = 200
"""Findings of one sort that are told one by one; of more, only how many there are."""
_LONGEST = 300
"""Signs of a path that a sentence shows."""


class Sort(StrEnum):
    """What a finding is about."""

    DECLARATION = "declaration"
    VERSION = "version"
    ENCODING = "encoding"
    SYNTAX = "syntax"
    ALGORITHM = "algorithm"
    MISSING = "missing"
    EXTRA = "extra"
    CHANGED = "changed"
    UNSAFE = "unsafe"
    FETCH = "fetch"
    TWICE = "twice"
    ALIKE = "alike"
    LINK = "link"
    COUNT = "count"
    UNREADABLE = "unreadable"
    NAME = "name"
    LITTER = "litter"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is to be known of a bag; `is_fault` where it makes the bag invalid."""

    sort: Sort
    path: str
    sentence: str
    is_fault: bool = True

    @property
    def line(self) -> str:
        """The finding on one line, with the path that it is about."""
        return f"{shown_path(self.path)}: {self.sentence}" if self.path else self.sentence


def shown_path(path: str) -> str:
    """A path as a line shows it: hidden controls as marks, and no longer than fits."""
    if len(path) > _LONGEST:
        path = f"{path[: _LONGEST // 2]}…{path[-_LONGEST // 2 :]}"
    return visible_line(path)


class Findings:
    """Findings as they are gathered; of each sort no more than can be read."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._counts: Counter[tuple[Sort, bool]] = Counter()

    def fault(self, sort: Sort, sentence: str, path: str = "") -> None:
        """Note what makes the bag invalid."""
        self._add(Finding(sort, path, sentence))

    def remark(self, sort: Sort, sentence: str, path: str = "") -> None:
        """Note what is to be known of a bag that may be valid."""
        self._add(Finding(sort, path, sentence, is_fault=False))

    def _add(self, finding: Finding) -> None:
        key = finding.sort, finding.is_fault
        self._counts[key] += 1
        if self._counts[key] <= MOST_FINDINGS:
            self._kept.append(finding)

    def all(self) -> tuple[Finding, ...]:
        """The faults, then the remarks, and how many more there are."""
        more = [
            Finding(
                Sort.MORE,
                "",
                say(
                    "There are {n} more findings of this sort.",
                    "There are {n} more findings of this sort.",
                    n=count - MOST_FINDINGS,
                ),
                is_fault,
            )
            for (_, is_fault), count in self._counts.items()
            if count > MOST_FINDINGS
        ]
        return tuple(sorted((*self._kept, *more), key=lambda each: not each.is_fault))


@dataclass(frozen=True, slots=True)
class PayloadFile:
    """A file of the payload as it was found: its path, size in bytes and SHA-256.

    `told` are the checksums of the manifests that it agrees with, by algorithm.
    """

    path: str
    size: int
    sha256: str
    told: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BagReport:
    """What checking a bag came to.

    `version` is None where the bag does not say it; `algorithms` are those of its payload manifests;
    `info` the labels and values of its metadata, in order; `fetch` counts the files that it says are to
    be fetched.
    """

    version: tuple[int, int] | None
    encoding: str
    algorithms: tuple[str, ...]
    payload: tuple[PayloadFile, ...]
    info: tuple[tuple[str, str], ...]
    fetch: int
    findings: tuple[Finding, ...]

    @property
    def is_valid(self) -> bool:
        """Whether the bag is whole, and everything in it what its manifests say."""
        return not any(each.is_fault for each in self.findings)

    @property
    def size(self) -> int:
        """The bytes of its payload."""
        return sum(each.size for each in self.payload)

    def told(self, label: str) -> str:
        """The first value of a label of the metadata; empty where there is none."""
        wanted = label.lower()
        return next((value for name, value in self.info if name.lower() == wanted), "")


def as_json(report: BagReport) -> dict[str, JsonValue]:
    """A report for machines: the same in every language but for the sentences."""
    version = report.version
    return {
        "valid": report.is_valid,
        "version": f"{version[0]}.{version[1]}" if version is not None else None,
        "encoding": report.encoding or None,
        "algorithms": list(report.algorithms),
        "payload": {"files": len(report.payload), "bytes": report.size},
        "info": [[visible_line(label), visible_line(value)] for label, value in report.info],
        "fetch": report.fetch,
        "findings": [
            {
                "sort": each.sort.value,
                "fault": each.is_fault,
                "path": each.path.encode("utf-8", "replace").decode("utf-8") or None,
                "sentence": each.sentence,
            }
            for each in report.findings
        ],
    }
