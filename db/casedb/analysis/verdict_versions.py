"""Two versions of a verdict side by side: field by field, word by word, and what stood behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from casedb.analysis.verdict_ground import changes_between
from casedb.model.assessments import VerdictBody
from casedb.model.contents import Contents
from casedb.model.records import Assessment
from casedb.model.standing import GroundChange
from casedb.model.verdict_words import Passage, passages_of

MOST_WORDS = 3000
"""Of longer texts it is said that they differ, not where."""

LEAST_LIKE = 0.55
"""The share of words that two texts have in common, at the least, for them to be compared word by word."""

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")


class Side(StrEnum):
    """In which of two texts something stands."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of two texts that stands in both of them, or in one alone."""

    text: str
    side: Side


@dataclass(frozen=True, slots=True)
class Pair:
    """One field of two versions, in words; empty where a version does not say it."""

    key: str
    title: str
    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return self.before == self.after


def pairs_of(contents: Contents, before: Assessment, after: Assessment) -> list[Pair]:
    """Every field that one of two versions of a verdict has, in the order in which they are read."""
    old = {each.key: each for each in _told(contents, before)}
    new = {each.key: each for each in _told(contents, after)}
    order = _joined(list(old), list(new))
    return [
        Pair(
            key,
            (new.get(key) or old[key]).title,
            old[key].words if key in old else "",
            new[key].words if key in new else "",
        )
        for key in order
    ]


def _told(contents: Contents, verdict: Assessment) -> list[Passage]:
    return [each for each in passages_of(contents, verdict) if each.key != "claim"]


def _joined(old: list[str], new: list[str]) -> list[str]:
    """Two orders as one, in which each stays as it is as far as both can."""
    found: list[str] = []
    for key in old:
        if key in new:
            upto = new.index(key)
            found += [each for each in new[:upto] if each not in found and each not in old]
        if key not in found:
            found.append(key)
    return [*found, *(each for each in new if each not in found)]


def pieces_of(before: str, after: str) -> list[Piece]:
    """Two texts as one, with what stands in one of them alone."""
    if before == after:
        return [Piece(before, Side.BOTH)] if before else []
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return _whole(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST_LIKE:
        return _whole(before, after)
    found: list[Piece] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found.append(Piece("".join(old[a:b]), Side.BOTH))
        else:
            gone, come = "".join(old[a:b]), "".join(new[c:d])
            found += [Piece(gone, Side.BEFORE)] if gone else []
            found += [Piece(come, Side.AFTER)] if come else []
    return found


def _whole(before: str, after: str) -> list[Piece]:
    pieces = (Piece(before, Side.BEFORE), Piece(after, Side.AFTER))
    return [each for each in pieces if each.text]


def ground_between(before: Assessment, after: Assessment) -> tuple[GroundChange, ...] | None:
    """What the later of two versions rests on otherwise; None where the ground of one was not frozen."""
    then, now = (VerdictBody.from_values(each.values).ground for each in (before, after))
    return changes_between(then, now) if then and now else None
