"""The lists of words to judge by. They are data: every case carries the version it was judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from casedb.model.json_value import JsonValue
from casedb.model.options import OPTION
from casedb.model.records import Scheme
from casedb.model.values import Values
from casedb.words import say


@dataclass(frozen=True, slots=True)
class Grade:
    """One word of a scheme.

    `rank` orders comparable words from best to worst; None means: no basis for a judgement, which
    is neither bad nor middling and is never averaged or sorted between the others.
    `low` and `high` bound a likelihood in per cent.
    """

    value: str
    label: str
    meaning: str
    rank: int | None = None
    low: float | None = None
    high: float | None = None

    @property
    def shown(self) -> str:
        """The word in the language of the reader, where it is one of a scheme that is delivered."""
        return say(self.label, about=OPTION)

    @property
    def shown_meaning(self) -> str:
        """What it means, in the language of the reader."""
        return say(self.meaning, about=OPTION)


def scheme(scheme_id: str, name: str, version: str, *grades: Grade) -> Scheme:
    """A scheme as the record that a case carries."""
    rows: list[JsonValue] = []
    for grade in grades:
        bounds = {"rank": grade.rank, "low": grade.low, "high": grade.high}
        said = {"value": grade.value, "label": grade.label, "meaning": grade.meaning}
        rows.append({**said, **{key: bound for key, bound in bounds.items() if bound is not None}})
    return Scheme(scheme_id, name, version, Values({"grades": rows}))


def grades_of(record: Scheme) -> tuple[Grade, ...]:
    """The words of a scheme, in order; rows that are not understood are left out."""
    found: list[Grade] = []
    rows = record.values.get("grades")
    for row in cast("list[object]", rows) if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        cells = cast("dict[str, object]", row)
        rank, low, high = cells.get("rank"), cells.get("low"), cells.get("high")
        found.append(
            Grade(
                str(cells.get("value", "")),
                str(cells.get("label", "")),
                str(cells.get("meaning", "")),
                rank if isinstance(rank, int) else None,
                low if isinstance(low, (int, float)) else None,
                high if isinstance(high, (int, float)) else None,
            )
        )
    return tuple(found)


RELIABILITY = scheme(
    "reliability/admiralty-1",
    "Source reliability",
    "NATO AJP-2.1, A to F",
    Grade("A", "A", "Completely reliable", 1),
    Grade("B", "B", "Usually reliable", 2),
    Grade("C", "C", "Fairly reliable", 3),
    Grade("D", "D", "Not usually reliable", 4),
    Grade("E", "E", "Unreliable", 5),
    Grade("F", "F", "Reliability cannot be judged"),
)

CREDIBILITY = scheme(
    "credibility/admiralty-1",
    "Information credibility",
    "NATO AJP-2.1, 1 to 6",
    Grade("1", "1", "Confirmed by other, independent sources", 1),
    Grade("2", "2", "Probably true", 2),
    Grade("3", "3", "Possibly true", 3),
    Grade("4", "4", "Doubtful", 4),
    Grade("5", "5", "Improbable", 5),
    Grade("6", "6", "Truth cannot be judged"),
)

LIKELIHOOD = scheme(
    "likelihood/icd-203",
    "Likelihood",
    "ICD 203, 2015",
    Grade("almost_no_chance", "Almost no chance", "1 to 5 %", 1, 1, 5),
    Grade("very_unlikely", "Very unlikely", "5 to 20 %", 2, 5, 20),
    Grade("unlikely", "Unlikely", "20 to 45 %", 3, 20, 45),
    Grade("roughly_even", "Roughly even chance", "45 to 55 %", 4, 45, 55),
    Grade("likely", "Likely", "55 to 80 %", 5, 55, 80),
    Grade("very_likely", "Very likely", "80 to 95 %", 6, 80, 95),
    Grade("almost_certain", "Almost certain", "95 to 99 %", 7, 95, 99),
)

CONFIDENCE = scheme(
    "confidence/icd-203",
    "Confidence",
    "ICD 203, 2015",
    Grade("low", "Low", "The basis is scant, questionable or fragmented", 1),
    Grade("moderate", "Moderate", "The basis is credible and plausible, not enough for more", 2),
    Grade("high", "High", "The basis is of high quality and comes from several origins", 3),
)

VERDICT = scheme(
    "verdict/caseboard-1",
    "Verdict",
    "1",
    Grade("true", "True", "Accurate, nothing significant missing", 1),
    Grade("mostly_true", "Mostly true", "Accurate, needs clarification", 2),
    Grade("mixed", "Mixed", "Accurate and inaccurate parts of like weight", 3),
    Grade("misleading", "Misleading", "Accurate words, wrong impression", 4),
    Grade("missing_context", "Missing context", "Cannot be understood rightly as it stands", 5),
    Grade("unproven", "Unproven", "The evidence decides neither way"),
    Grade("mostly_false", "Mostly false", "An element of truth, otherwise wrong", 6),
    Grade("false", "False", "Not accurate", 7),
    Grade("satire", "Satire", "Not meant as a statement of fact"),
)

ACH = scheme(
    "ach/heuer-1",
    "Consistency with a claim",
    "after Heuer 1999",
    Grade("CC", "CC", "Very consistent", 1),
    Grade("C", "C", "Consistent", 2),
    Grade("N", "N", "Neutral", 3),
    Grade("I", "I", "Inconsistent", 4),
    Grade("II", "II", "Very inconsistent", 5),
    Grade("not_applicable", "n/a", "Says nothing to this claim by its nature"),
    Grade("unrated", "–", "Not rated yet"),
)

DISMISSAL = scheme(
    "dismissal/caseboard-1",
    "Weak points",
    "1",
    Grade("dismissed", "Dismissed", "Known, and set aside for a reason"),
    Grade("reopened", "Reopened", "To be asked again"),
)
"""How a weak point is set aside; a case is given it with the first that is."""

SCHEMES: tuple[Scheme, ...] = (RELIABILITY, CREDIBILITY, LIKELIHOOD, CONFIDENCE, VERDICT, ACH)
"""The schemes that a new case is given."""
