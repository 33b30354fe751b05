"""How well what somebody types fits a text: pure functions, with the letters that were met.

Letters are compared without case and accents. Every way in which a text can fit has a `Fit`; a better
one always comes first.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

_AT_START, _INSIDE = 1, 3
"""What a run of letters costs that begins with a word, and one that begins inside of it."""


class Fit(IntEnum):
    """How a text fits, the best first."""

    WHOLE = 0
    START = 1
    WORDS = 2
    INSIDE = 3
    LOOSE = 4


@dataclass(frozen=True, slots=True)
class Match:
    """How a text fits, how much it lacks for a better place among its like, and what was met.

    `marks` are half-open ranges of the text, in order.
    """

    fit: Fit
    lack: int
    marks: tuple[tuple[int, int], ...] = ()


def match(query: str, text: str) -> Match | None:
    """How a text fits what was typed; None where letters are missing or in another order.

    Every word that was typed must begin a word, or stand in one, or else all letters come one after
    another with others between them. Nothing typed fits everything.

    >>> match("zo in", "Zoom in")
    Match(fit=<Fit.WORDS: 2>, lack=0, marks=((0, 2), (5, 7)))
    >>> match("zmn", "Zoom in").marks
    ((0, 1), (3, 4), (6, 7))
    >>> match("x", "Zoom in")
    """
    wanted, there = folded(query).split(), folded(text)
    if not wanted:
        return Match(Fit.WHOLE, 0)
    whole = " ".join(wanted)
    if there.startswith(whole):
        return Match(Fit.WHOLE if there == whole else Fit.START, 0, ((0, len(whole)),))
    for fit, starts in ((Fit.WORDS, word_starts(there)), (Fit.INSIDE, range(len(there)))):
        found = _words_at(wanted, there, starts)
        if found:
            return Match(fit, found[0][0], _joined(found))
    return _loosely("".join(wanted), there)


def _words_at(
    wanted: list[str], there: str, starts: tuple[int, ...] | range
) -> list[tuple[int, int]]:
    """Where each of some words stands, at one of these starts and no two over each other."""
    found: list[tuple[int, int]] = []
    for word in sorted(wanted, key=len, reverse=True):
        free = (
            at
            for at in starts
            if there.startswith(word, at)
            and all(at >= end or at + len(word) <= start for start, end in found)
        )
        at = next(free, None)
        if at is None:
            return []
        found.append((at, at + len(word)))
    return sorted(found)


def _loosely(wanted: str, there: str) -> Match | None:
    """The letters one after another in as few runs as can be, those at the start of words first."""
    is_start = set(word_starts(there))
    cost_of_run = [_AT_START if at in is_start else _INSIDE for at in range(len(there))]
    none = len(wanted) * _INSIDE + 1
    # For each letter that is wanted: what it costs to have it, and all before it, end at a place.
    costs: list[list[int]] = []
    for letter in wanted:
        before = costs[-1] if costs else None
        row, best = [none] * len(there), 0 if before is None else none
        for at, sign in enumerate(there):
            if sign == letter and best < none:
                goes_on = before[at - 1] if before is not None and at else none
                row[at] = min(goes_on, best + cost_of_run[at])
            if before is not None:
                best = min(best, before[at])
        costs.append(row)
    lack = min(costs[-1], default=none)
    if lack >= none:
        return None
    return Match(Fit.LOOSE, lack, _joined(_traced(costs, cost_of_run, lack)))


def _traced(costs: list[list[int]], cost_of_run: list[int], lack: int) -> list[tuple[int, int]]:
    """The places of the letters that cost so much together, from the last to the first."""
    places: list[tuple[int, int]] = []
    at, cost = costs[-1].index(lack), lack
    for before in [*reversed(costs[:-1]), None]:
        places.append((at, at + 1))
        if before is None:
            break
        if at and before[at - 1] == cost:
            at -= 1
        else:
            cost -= cost_of_run[at]
            at = before.index(cost, 0, at)
    return sorted(places)


def _joined(marks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Ranges in order, those that touch as one."""
    made: list[tuple[int, int]] = []
    for start, end in marks:
        if made and made[-1][1] == start:
            start = made.pop()[0]
        made.append((start, end))
    return tuple(made)


def word_starts(text: str) -> tuple[int, ...]:
    """Where words begin: at letters or digits that follow neither.

    >>> word_starts("Zoom in (100 %)")
    (0, 5, 9)
    """
    return tuple(
        at
        for at, (before, sign) in enumerate(pairwise(f" {text}"))
        if sign.isalnum() and not before.isalnum()
    )


def folded(text: str) -> str:
    """A text without case and accents, as many signs long as it is.

    >>> folded("Ångström É")
    'angstrom e'
    """
    return "".join(map(_folded_sign, text))


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    apart = unicodedata.normalize("NFD", sign.casefold())
    # Hangul syllables come apart into letters and not into one with its marks: they stay whole.
    is_marked = all(unicodedata.combining(each) for each in apart[1:])
    return apart[0] if is_marked or len(sign.casefold()) > 1 else sign.casefold()
