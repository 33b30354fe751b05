"""`Match`: points that show the same in two files, kept as a finding of the item that compares them.

Points are fractions of the upright picture, as the fragments of W3C Web Annotation are, so that they
hold whatever size it is shown in. Files are named by their SHA-256.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casedb.model.fields import Choice, FileRef, Table, Text, columns
from casedb.model.json_value import JsonValue
from casedb.model.options import options

FIELD = "matches"
"""The name of the field."""

WAYS = options(
    ("similarity", "Shifted, turned and scaled"),
    ("affine", "Affine"),
    ("homography", "Homography"),
)
"""The ways in which one picture is laid on the other."""

MOST = 64
"""Pairs of points of one comparison."""

_DIGITS = 8
_PAIR = re.compile(r"\s*(\S+)\s+(\S+)\s*=\s*(\S+)\s+(\S+)\s*")

Spot = tuple[float, float]
Pair = tuple[Spot, Spot]


@dataclass(frozen=True, slots=True)
class Match:
    """Which two files, and for each pair the point of the first and that of the second.

    `way` is one of `WAYS`; empty where it is not said which was chosen.
    """

    first: str
    second: str
    pairs: tuple[Pair, ...]
    way: str = ""

    def to_row(self, note: str = "") -> dict[str, JsonValue]:
        """The match as a row of the field; `note` says in words how well the points agree."""
        told = "; ".join(
            f"{a:.{_DIGITS}f} {b:.{_DIGITS}f} = {c:.{_DIGITS}f} {d:.{_DIGITS}f}"
            for (a, b), (c, d) in self.pairs
        )
        row: dict[str, JsonValue] = {"first": self.first, "second": self.second, "points": told}
        more = {"way": self.way, "note": note}
        return {**row, **{name: value for name, value in more.items() if value}}

    def turned_round(self) -> Match:
        """The same with the files the other way round."""
        return Match(self.second, self.first, tuple((b, a) for a, b in self.pairs), self.way)


def matches_field(section: str) -> Table:
    """The field of a kind whose items keep matches."""
    return Table(
        FIELD,
        "Matched points",
        help="Points that show the same in two files, as fractions of each picture",
        section=section,
        row_label="comparison",
        columns=columns(
            FileRef("first", "File", help="SHA-256 of the file"),
            FileRef("second", "Compared file", help="SHA-256 of the file it was compared with"),
            Text("points", "Points", help="For each pair: x y in the file = x y in the other"),
            Choice("way", "Laid on it", help="How one picture was laid on the other", options=WAYS),
            Text("note", "Agreement", help="How well the points agree"),
        ),
    )


def read_match(row: Mapping[str, JsonValue]) -> Match | None:
    """The match in a row; None where it holds none that can be used."""
    first, second, points = (row.get(name) for name in ("first", "second", "points"))
    if not (isinstance(first, str) and isinstance(second, str) and isinstance(points, str)):
        return None
    pairs: list[Pair] = []
    for told in filter(str.strip, points.split(";")):
        pair = _pair(told)
        if pair is None or len(pairs) == MOST:
            return None
        pairs.append(pair)
    way = next((each.value for each in WAYS if each.value == row.get("way")), "")
    return Match(first, second, tuple(pairs), way) if pairs else None


def _pair(told: str) -> Pair | None:
    found = _PAIR.fullmatch(told)
    if found is None:
        return None
    try:
        a, b, c, d = (float(each) for each in found.groups())
    except ValueError:
        return None
    numbers = (a, b, c, d)
    if not all(math.isfinite(each) and 0 <= each <= 1 for each in numbers):
        return None
    return (a, b), (c, d)


def find_match(rows: Sequence[Mapping[str, JsonValue]], first: str, second: str) -> Match | None:
    """The match of two files among rows, whichever of them it names first."""
    for row in rows:
        match = read_match(row)
        if match is not None and (match.first, match.second) == (first, second):
            return match
        if match is not None and (match.first, match.second) == (second, first):
            return match.turned_round()
    return None
