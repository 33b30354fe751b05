"""Read MGRS as people write it: a reference, or two joined by dots for an area."""

from __future__ import annotations

import re

from casedb.model.places.boxes import check_order
from casedb.model.places.mgrs import Cell, from_mgrs
from casedb.model.places.precision import Precision
from casedb.model.places.shapes import Box, PlaceNotUnderstood
from casedb.words import say

_MGRS = re.compile(
    r"(?P<said>MGRS:?\s*)?(?P<zone>[0-9]{1,2}\s*)?"
    r"(?P<letters>[A-Z](?P<gap>\s*)[A-Z]{2})(?P<digits>[0-9OILSB\s]*)",
    re.IGNORECASE,
)
MGRS_AMONG_WORDS = re.compile(
    r"(?<![^\W_])(?:MGRS:?\s?)?[0-9]{1,2}\s?[C-X]\s?[A-Z]{2}\s?"
    r"(?:[0-9]{2,5}\s[0-9]{2,5}|[0-9]{4,10})(?![^\W_])"
)
"""A reference that stands beside a name: in capitals, with its zone and at least four digits."""

_CELL_PRECISION = {
    1: Precision.TEN_METRES,
    10: Precision.TEN_METRES,
    100: Precision.HUNDRED_METRES,
    1_000: Precision.ONE_KILOMETRE,
}


def read_cells(plain: str) -> tuple[Box, Precision] | None:
    """The area that MGRS references name and how exactly, or None when the text holds no such."""
    cells: list[Cell] = []
    for part in plain.split(".."):
        match = _MGRS.fullmatch(part.strip())
        cell = _read_cell(match) if match is not None else None
        if cell is None:
            return None
        cells.append(cell)
    precision = _CELL_PRECISION.get(max(each.size for each in cells), Precision.REGION)
    if len(cells) == 1:
        return cells[0].hull, precision
    first, last = cells[0].hull, cells[-1].hull
    if len(cells) > 2 or first.south > last.south:
        raise PlaceNotUnderstood(
            say(
                "An area in MGRS is written as its south-western square, two dots, and its "
                "north-eastern square."
            )
        )
    return check_order(Box(first.south, first.west, last.north, last.east)), precision


def cell_named(stated: str) -> Cell | None:
    """The cell that a text names, if it is one reference and nothing else."""
    match = _MGRS.fullmatch(stated.strip()) if stated else None
    try:
        return _read_cell(match) if match is not None else None
    except PlaceNotUnderstood:
        return None


def _read_cell(match: re.Match[str]) -> Cell | None:
    """The cell, or None for what only happens to look like a reference, such as BAW 1234."""
    said, zone, letters = match["said"], match["zone"], match["letters"]
    digits = "".join(match["digits"].split())
    if not digits.isdigit() and 0 < len(digits) < 3 + sum(map(str.isalpha, digits)):
        # A letter O among many digits is a slip, a few digits among letters are an address.
        return None
    reference = f"{zone or ''}{letters}{digits}"
    if said is not None:
        return from_mgrs(reference)
    if zone is not None and digits:
        return from_mgrs(reference) if letters.isupper() or letters.islower() else None
    if not letters.isupper() or (zone is None and len(digits) < (4 if match["gap"] else 8)):
        return None
    try:
        return from_mgrs(reference)
    except PlaceNotUnderstood:
        return None
