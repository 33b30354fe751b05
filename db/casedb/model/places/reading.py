"""Read what people type or paste for a place: a name, coordinates, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from casedb.model.places.angles import read_pair, to_point
from casedb.model.places.boxes import read_labelled_box, read_range
from casedb.model.places.cells import MGRS_AMONG_WORDS, read_cells
from casedb.model.places.precision import Precision
from casedb.model.places.shapes import PlaceNotUnderstood, Polygon, Shape
from casedb.model.places.tokens import (
    Token,
    kinds_of,
    make_plain,
    split_at,
    split_runs,
    tokenise,
)
from casedb.words import say

LONGEST = 4_000
"""The most characters that a text may have; well-known text may be longer."""

_COARSE_PAIR = re.compile(r"-?[0-9]+\.[0-9]+\s*,\s*-?[0-9]+\.[0-9]+")


def split_name(text: str) -> Iterator[tuple[str, str]]:
    """Ways to take a text apart into a name and what may be coordinates, likeliest first.

    Raises PlaceNotUnderstood when coordinates stand between other words.
    """
    if text[-1] in ")]":
        opening = text.rfind("(" if text[-1] == ")" else "[")
        if opening >= 0:
            yield text[:opening].strip(), text[opening + 1 : -1].strip()
    yield "", text
    plain = make_plain(text)
    spans = [match.span() for match in MGRS_AMONG_WORDS.finditer(plain)]
    runs = list(split_runs(tokenise(plain)))
    spans.extend((run[0].start, run[-1].end) for run in runs if _is_certain(run))
    if not spans and runs and _is_coarse_end(plain, runs[-1]) and not _has_decimal_comma(text):
        spans.append((runs[-1][0].start, runs[-1][-1].end))
    if not spans:
        return
    (start, end), *others = spans
    before, after = _name_from(text[:start]), _name_from(text[end:])
    if others or (before and after):
        raise PlaceNotUnderstood(
            say(
                "This text has coordinates in between other words; write the name first and the "
                "coordinates after it, as in Hostomel (50.5418, 30.2302)."
            )
        )
    yield before or after, text[start:end]


def _name_from(text: str) -> str:
    """The part of a text beside its coordinates; empty when there is only punctuation."""
    name = text.strip(" \t\r\n,:;|-–—")
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    return name if any(each.isalnum() for each in name) else ""


def read_coordinates(text: str) -> tuple[Shape, Precision | None] | None:
    """The shape that a text says in coordinates, with its precision if that is certain.

    None when the text does not try to.

    Raises PlaceNotUnderstood when it tries and fails.
    """
    plain = make_plain(text).strip().lstrip("~≈ ").rstrip(".,; ")
    cells = read_cells(plain)
    if cells is not None:
        return cells
    box = read_labelled_box(plain)
    if box is not None:
        return box, None
    tokens = tokenise(plain)
    return (_read_shape(tokens), None) if _is_attempt(tokens) else None


def _is_certain(run: Sequence[Token]) -> bool:
    """Whether a stretch beside a name can hardly be anything but coordinates."""
    kinds = kinds_of(run)
    fractions = [len(each.text.partition(".")[2]) for each in run if each.kind == "n"]
    if len(fractions) < 2:
        return False
    if kinds.count("d") == 2 or kinds.count("a") == 2 or "dnm" in kinds:
        return True
    if sum(each >= 4 for each in fractions) > 1:
        return True
    if "h" in kinds:
        return kinds.count("h") == 2 and any(fractions)
    separated = "," in kinds or ";" in kinds
    return len(fractions) == 2 and min(fractions) >= (2 if separated else 3)


def _is_coarse_end(plain: str, run: Sequence[Token]) -> bool:
    """Whether a name ends with a plain pair as in 42.2, 130.3, too coarse to be certain elsewhere."""
    start, end = run[0].start, run[-1].end
    if not _COARSE_PAIR.fullmatch(plain[start:end]) or plain[end:].strip(" ."):
        return False
    lat, lon = (float(each.text) for each in run if each.kind == "n")
    return lat <= 90 and lon <= 180 and any(each.isalpha() for each in plain[:start])


def _has_decimal_comma(text: str) -> bool:
    # As in "Sumska St 12,5, 13,5", which are two houses.
    return make_plain(text).count(",") < sum(make_plain(each) == "," for each in text)


def _is_attempt(tokens: Sequence[Token]) -> bool:
    """Whether a text is made of coordinates alone, however well; a lone 402 or E40 is a name."""
    kinds = kinds_of(tokens)
    fractions = sum("." in each.text for each in tokens if each.kind == "n")
    if any(each.kind == "?" and each.text.isalnum() for each in tokens) or "n" not in kinds:
        return False
    if "?" in kinds:
        # Strange punctuation, as in 50.5.5, 30.2.2, but not every date or number of a house.
        return "d" in kinds or fractions > 1 or kinds.count("h") > 1
    return "d" in kinds or fractions > 0 or kinds.count("n") > 1


def _read_shape(tokens: Sequence[Token]) -> Shape:
    _refuse_sixty(tokens)
    if ">" in kinds_of(tokens):
        return read_range(tokens)
    corners = split_at(tokens, ";")
    if len(corners) > 2 and all(sum(each.kind == "n" for each in part) > 1 for part in corners):
        return Polygon.from_ring([to_point(*read_pair(part)) for part in corners])
    return to_point(*read_pair(tokens))


def _refuse_sixty(tokens: Sequence[Token]) -> None:
    if all(each.kind != "d" for each in tokens):
        return
    for number, mark in pairwise(tokens):
        if number.kind == "n" and mark.kind in "ms" and float(number.text) >= 60:
            raise PlaceNotUnderstood(
                say(
                    "Minutes and seconds must be below 60, not {float}.",
                    float=f"{float(number.text):.9g}",
                )
            )
