"""What the grades of a case say of its graders: the diagonal, and how far two of them agree.

Reliability of a source and credibility of what it says are two questions. Graders who give the same
answer to both have asked one: of grades in practice, 87 % lie on A1, B2, C3 and so on. F and 6 say that
there is no basis; they are counted apart and never averaged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from casedb.model.assessments import is_veiled, newest, source_ids
from casedb.model.contents import Contents
from casedb.model.records import Assessment, Item, Scheme
from casedb.model.schemes import CREDIBILITY, RELIABILITY, grades_of
from casedb.words import say, term

IN_PRACTICE = 0.87
"""The share of grades on the diagonal that was found with graders at work."""
LEAST_FOR_DIAGONAL = 10
"""With fewer pairs of grades than this, their share on the diagonal is told and not judged."""
LEAST_FOR_KAPPA = 10
"""With fewer pairs of gradings than this, a kappa would be chance: the plain share is told."""
_HIGH = 0.75
NO_BASIS = term("No basis")

LETTERS = tuple(each.value for each in grades_of(RELIABILITY))
DIGITS = tuple(each.value for each in grades_of(CREDIBILITY))


@dataclass(frozen=True, slots=True)
class GradedItem:
    """An item that is graded, for a claim where one is named, and both of its signs."""

    item: str
    claim: str | None
    letter: str
    digit: str


@dataclass(frozen=True, slots=True)
class Diagonal:
    """The grades of a case as a table of reliability by credibility, all or those of one grader."""

    cells: Mapping[tuple[str, str], tuple[GradedItem, ...]]

    def count(self, letter: str, digit: str) -> int:
        """How many grades lie in a cell."""
        return len(self.cells.get((letter, digit), ()))

    @property
    def judged(self) -> int:
        """How many grades have a basis on both sides."""
        return sum(len(each) for cell, each in self.cells.items() if _is_judged(*cell))

    @property
    def without_basis(self) -> int:
        """How many grades have an F or a 6."""
        return sum(len(each) for each in self.cells.values()) - self.judged

    @property
    def on_diagonal(self) -> int:
        """How many grades are A1, B2, C3, D4 or E5."""
        return sum(
            len(each)
            for cell, each in self.cells.items()
            if _is_judged(*cell) and is_on_diagonal(*cell)
        )

    @property
    def share(self) -> float | None:
        """The share on the diagonal of all that have a basis; None where there are none."""
        return self.on_diagonal / self.judged if self.judged else None

    @property
    def sentence(self) -> str:
        """What the share says, in words."""
        share = self.share
        if share is None:
            return say("No item is graded on both scales yet.")
        told = say(
            "{n} of {all} pair of grades lies on the diagonal ({share} %).",
            "{n} of {all} pairs of grades lie on the diagonal ({share} %).",
            n=self.on_diagonal,
            all=self.judged,
            share=round(share * 100),
        )
        if self.judged < LEAST_FOR_DIAGONAL:
            rest = say("That is too few to say more.")
        elif share >= _HIGH:
            rest = say(
                "A high share suggests that one question was answered twice: of graders at work "
                "87 % lay there. Ask of each item what confirms it, apart from who says it."
            )
        else:
            rest = say("The two scales are used apart, as they are meant to be.")
        return f"{told} {rest}"


def is_on_diagonal(letter: str, digit: str) -> bool:
    """Whether both signs stand at the same place of their scales."""
    return LETTERS.index(letter) == DIGITS.index(digit)


def _is_judged(letter: str, digit: str) -> bool:
    return letter != LETTERS[-1] and digit != DIGITS[-1]


def diagonal(contents: Contents, grader: str | None = None) -> Diagonal:
    """The table of the newest grades of a case; with a `grader`, of those that this one has given.

    An item counts once for every claim that it is graded for. Of one grader both signs are theirs.
    What somebody grades blind meanwhile is left out.
    """
    latest: dict[tuple[str, str | None], Assessment] = {}
    for each in contents.assessments.values():
        if each.type == "credibility" and grader in (None, each.by) and each.value in DIGITS:
            key = (each.subject, each.claim)
            known = latest.get(key)
            if known is None or (known.at, known.id) < (each.at, each.id):
                latest[key] = each
    letters: dict[str, str] = {}
    found: dict[tuple[str, str], list[GradedItem]] = {}
    for (subject, claim), digit in latest.items():
        item = contents.get(Item, subject)
        if item is None or is_veiled(contents, item):
            continue
        if subject not in letters:
            letters[subject] = _letter(contents, item, grader)
        letter = letters[subject]
        if letter:
            graded = GradedItem(subject, claim, letter, digit.value)
            found.setdefault((letter, digit.value), []).append(graded)
    return Diagonal({cell: tuple(each) for cell, each in found.items()})


def _letter(contents: Contents, item: Item, grader: str | None) -> str:
    for source_id in source_ids(item):
        given = contents.assessments_of(source_id)
        grade = newest([each for each in given if grader in (None, each.by)], "reliability")
        if grade is not None and grade.value in LETTERS:
            return grade.value
    return ""


def graders(contents: Contents) -> tuple[str, ...]:
    """Who has graded items or sources, by name."""
    sorts = ("credibility", "reliability")
    return tuple(sorted({each.by for each in contents.assessments.values() if each.type in sorts}))


class Agreement(Enum):
    """How far two grades of one thing are from each other."""

    EQUAL = auto()
    ONE_STEP = auto()
    FURTHER = auto()
    BOTH_WITHOUT_BASIS = auto()
    ONE_WITHOUT_BASIS = auto()

    @property
    def sentence(self) -> str:
        """It in words."""
        return say(
            {
                Agreement.EQUAL: term("Both graders agree."),
                Agreement.ONE_STEP: term("The graders are one step apart."),
                Agreement.FURTHER: term("The graders are more than one step apart."),
                Agreement.BOTH_WITHOUT_BASIS: term("Both graders see no basis for a grade."),
                Agreement.ONE_WITHOUT_BASIS: term("One grader sees no basis for a grade."),
            }[self]
        )


@dataclass(frozen=True, slots=True)
class SecondGrading:
    """A grade and the blind one that another person has given after it, of the same thing."""

    first: Assessment
    second: Assessment
    agreement: Agreement


def agreement(scheme: Scheme, first: str, second: str) -> Agreement:
    """How far two words of a scheme are apart; one without a rank is no step of it."""
    ranks = {each.value: each.rank for each in grades_of(scheme)}
    one, other = ranks.get(first), ranks.get(second)
    if one is None and other is None:
        return Agreement.BOTH_WITHOUT_BASIS if first == second else Agreement.FURTHER
    if one is None or other is None:
        return Agreement.ONE_WITHOUT_BASIS
    apart = abs(one - other)
    return (Agreement.EQUAL, Agreement.ONE_STEP, Agreement.FURTHER)[min(apart, 2)]


def second_gradings(contents: Contents, assessments: Iterable[Assessment]) -> list[SecondGrading]:
    """Every blind grade that another person has given after a first one, with that one.

    The newest blind grade of a person counts, against the newest one that somebody else had given by
    then and that was not blind itself; where all were, against the oldest of them.
    """
    of_thing: dict[tuple[str, str, str | None, str], list[Assessment]] = {}
    for each in assessments:
        key = (each.subject, each.type, each.claim, each.scheme)
        of_thing.setdefault(key, []).append(each)
    found: list[SecondGrading] = []
    for (_, _, _, scheme_id), given in of_thing.items():
        scheme = contents.schemes.get(scheme_id)
        given.sort(key=lambda each: (each.at, each.id))
        blind = {each.by: each for each in given if each.blind}
        for second in blind.values():
            first = _first_before(given, second)
            if scheme is not None and first is not None:
                apart = agreement(scheme, first.value, second.value)
                found.append(SecondGrading(first, second, apart))
    return found


def _first_before(given: list[Assessment], second: Assessment) -> Assessment | None:
    before = given[: given.index(second)]
    others = [each for each in before if each.by != second.by]
    seen = [each for each in others if not each.blind]
    return seen[-1] if seen else (others[0] if others else None)


@dataclass(frozen=True, slots=True)
class AgreementOfCase:
    """How far the graders of a case agree on one sort of grade.

    `pairs` are the gradings in which both had a basis, `equal` and `one_step` how many of them agree or
    nearly do; `without_basis` is how many others there are. `kappa` is Cohen's with linear weights, and
    None for too few pairs, or where chance alone would agree in all. `in_sight` is how many second
    grades were given that nobody calls blind: they say nothing of how far two graders agree.
    """

    pairs: int
    equal: int
    one_step: int
    without_basis: int
    kappa: float | None
    in_sight: int = 0

    @property
    def sentence(self) -> str:
        """It in words; empty where nothing was graded twice."""
        return " ".join(filter(None, (self._of_pairs, self._of_others)))

    @property
    def _of_others(self) -> str:
        if not self.in_sight:
            return ""
        return say(
            "{n} second grade was not given blind and is not counted.",
            "{n} second grades were not given blind and are not counted.",
            n=self.in_sight,
        )

    @property
    def _of_pairs(self) -> str:
        if not self.pairs and not self.without_basis:
            return ""
        told = say(
            "{n} pair of gradings, the second blind: {equal} equal, {near} one step apart.",
            "{n} pairs of gradings, the second blind: {equal} equal, {near} one step apart.",
            n=self.pairs,
            equal=self.equal,
            near=self.one_step,
        )
        if self.without_basis:
            apart = say(
                "{n} more where somebody saw no basis.",
                "{n} more where somebody saw no basis.",
                n=self.without_basis,
            )
            told = f"{told} {apart}"
        if self.kappa is not None:
            kappa = say("Cohen’s weighted kappa: {kappa}.", kappa=f"{self.kappa:.2f}")
            return f"{told} {kappa}"
        if self.pairs < LEAST_FOR_KAPPA:
            few = say("A kappa is told from {n} pairs on.", n=str(LEAST_FOR_KAPPA))
            return f"{told} {few}"
        return told


def agreement_of_case(contents: Contents, sort: str) -> AgreementOfCase:
    """How far the graders of a case agree on `reliability` or `credibility`.

    What somebody grades blind meanwhile is left out.
    """
    of_sort = [
        each
        for each in contents.assessments.values()
        if each.type == sort and each.subject not in contents.veiled
    ]
    gradings = second_gradings(contents, of_sort)
    pairs: list[tuple[int, int]] = []
    for each in gradings:
        ranks = {
            grade.value: grade.rank for grade in grades_of(contents.schemes[each.first.scheme])
        }
        one, other = ranks.get(each.first.value), ranks.get(each.second.value)
        if one is not None and other is not None:
            pairs.append((one, other))
    apart = [abs(one - other) for one, other in pairs]
    return AgreementOfCase(
        len(pairs),
        apart.count(0),
        apart.count(1),
        len(gradings) - len(pairs),
        weighted_kappa(pairs) if len(pairs) >= LEAST_FOR_KAPPA else None,
        _in_sight(of_sort),
    )


def _in_sight(assessments: Iterable[Assessment]) -> int:
    """How many people have graded something after another person, and never blind."""
    blind: dict[tuple[str, str | None, str], dict[str, bool]] = {}
    for each in sorted(assessments, key=lambda each: (each.at, each.id)):
        graders = blind.setdefault((each.subject, each.claim, each.scheme), {})
        graders[each.by] = graders.get(each.by, False) or each.blind
    return sum(not each for graders in blind.values() for each in [*graders.values()][1:])


def weighted_kappa(pairs: Iterable[tuple[int, int]]) -> float | None:
    """Cohen's kappa of pairs of ranks with linear weights; None where chance alone agrees in all."""
    told = list(pairs)
    seen = sum(abs(one - other) for one, other in told) / len(told) if told else 0.0
    ones, others = Counter(one for one, _ in told), Counter(other for _, other in told)
    by_chance = sum(
        abs(one - other) * n * m for one, n in ones.items() for other, m in others.items()
    )
    if not by_chance:
        return None
    return 1 - seen / (by_chance / len(told) ** 2)
