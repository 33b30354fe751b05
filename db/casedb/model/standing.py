"""`Standing`: what a claim rests on, counted; computed from the case and never stored as truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from casedb.words import say


@dataclass(frozen=True, slots=True)
class Root:
    """Items that stand on nothing else, and together are one origin; ids, in the order of the case.

    `is_ring` says that they stand on one another; `is_known` that the origin of one of them at least
    is not said to be unknown or contested.
    """

    items: tuple[str, ...]
    is_ring: bool = False
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Lines:
    """What speaks for, or against, a claim: mentions, and how many of them stand for themselves.

    `mentions` (M in number) are the items that say so by a link of their own, `roots` (R) the distinct
    origins behind them. `low` and `high` are the independent lines (I): routes from an origin to the
    claim of which no two share an item or an origin. They differ where origins are unknown or
    contested, and where it is not certain that two items are of the same.
    `routes` are the lines at the most, each as the ids of its items from the origin to the mention, those
    of known origin first, then as their mentions came;
    `cut` are the places of a smallest cut, one on every line, each as the items that let one line through
    together. `rings` are items that rest on one another. `unknown` are the origins that make the range.
    """

    mentions: tuple[str, ...] = ()
    roots: tuple[Root, ...] = ()
    low: int = 0
    high: int = 0
    routes: tuple[tuple[str, ...], ...] = ()
    cut: tuple[tuple[str, ...], ...] = ()
    rings: tuple[tuple[str, ...], ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def choke_points(self) -> tuple[str, ...]:
        """The items of the smallest cut (K): without them no route is left."""
        return tuple(dict.fromkeys(chain(*self.cut)))

    @property
    def independent(self) -> str:
        """How many lines are independent, in words: `2–3 independent`."""
        if self.low == self.high:
            return say("{n} independent", "{n} independent", n=self.high)
        return say("{low}–{high} independent", low=self.low, high=self.high)

    @property
    def shortly(self) -> str:
        """The same where there is little room: `2–3 indep.`."""
        return say("{number} indep.", number=self.number)

    @property
    def number(self) -> str:
        """How many lines are independent, as a number or a range of two."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"

    @property
    def is_circular(self) -> bool:
        """Whether some of what is mentioned rests on itself."""
        return bool(self.rings)


class Part(StrEnum):
    """What sort of record a verdict rests on."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    LINK = "link"
    SOURCE = "source"
    GRADE = "grade"


class Fate(StrEnum):
    """What has become of a record since a verdict was given."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class GroundChange:
    """One record on which a verdict rests otherwise than when it was given, by its id."""

    id: str
    part: Part
    fate: Fate


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for a claim and what against it.

    `changes` are what its newest verdict rests on otherwise than when it was given; None where there is
    none, or nobody has kept what it rested on.
    """

    pro: Lines = field(default_factory=Lines)
    con: Lines = field(default_factory=Lines)
    changes: tuple[GroundChange, ...] | None = None

    def of(self, polarity: int) -> Lines:
        """The side of a polarity: 1 for, -1 against."""
        return self.pro if polarity > 0 else self.con

    @property
    def is_ground_changed(self) -> bool | None:
        """Whether its newest verdict rests on something else than when it was given, where that is known."""
        return None if self.changes is None else bool(self.changes)
