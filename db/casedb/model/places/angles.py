"""Read a coordinate, or a pair of them, from numbers with marks and letters around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casedb.model.places.shapes import PlaceNotUnderstood, Point
from casedb.model.places.tokens import Token, kinds_of, read_hemisphere
from casedb.words import say, term

_HOW_TO_WRITE = term(
    "write them as 50.541771, 30.230175 or 50°32'30.4\"N 30°13'48.6\"E "
    "or as an MGRS reference like 36U UB 03749 02533."
)
_ANGLE = re.compile(r"a?h?-?nd?(?:nm?(?:ns?)?)?h?")
# Two angles with everything that may go with them, and the break in between.
_LONGEST_PAIR = 21


@dataclass(frozen=True, slots=True)
class Angle:
    """One coordinate as written: `axis` is lat, lon or empty; `letter` N, S, E, W or empty.

    `size` is in degrees, below zero after a minus sign; `marked` says that it has a degree sign.
    """

    size: float
    letter: str
    axis: str
    letter_first: bool
    marked: bool

    @property
    def degrees(self) -> float:
        """Degrees, below zero in the south and the west."""
        return -self.size if self.letter in ("S", "W") else self.size


def read_angle(tokens: Sequence[Token]) -> Angle | None:
    """A single coordinate, or None when the tokens are not exactly one."""
    if _ANGLE.fullmatch(kinds_of(tokens)) is None:
        return None
    letters = [each for each in tokens if each.kind == "h"]
    sign = "".join(each.text for each in tokens if each.kind == "-")
    numbers = [each.text for each in tokens if each.kind == "n"]
    if len(letters) > 1 or (letters and sign) or any("." in each for each in numbers[:-1]):
        return None
    degrees, minutes, seconds = (*map(float, numbers), 0.0, 0.0)[:3]
    if minutes >= 60 or seconds >= 60:
        return None
    size = degrees + minutes / 60 + seconds / 3600
    letter = read_hemisphere(letters[0]) if letters else ""
    axis = {"": "", "N": "lat", "S": "lat", "E": "lon", "W": "lon"}[letter]
    if tokens[0].kind == "a":
        label = "lat" if tokens[0].text[:2].lower() in ("la", "ши") else "lon"
        if axis not in ("", label):
            return None
        axis = label
    first = bool(letters) and tokens.index(letters[0]) < len(tokens) - 1
    marked = any(each.kind == "d" for each in tokens)
    return Angle(-size if sign == "-" else size, letter, axis, first, marked)


def read_pair(tokens: Sequence[Token]) -> tuple[Angle, Angle]:
    """The two coordinates in the order they stand, if there is exactly one way to cut them apart.

    Raises PlaceNotUnderstood if there is none, or more than one.
    """
    numbers = sum(each.kind == "n" for each in tokens)
    breaks = [place for place, each in enumerate(tokens) if each.kind in ",;"]
    found: list[tuple[Angle, Angle]] = []
    if len(tokens) <= _LONGEST_PAIR and len(breaks) <= 1:
        cuts = [(place, place + 1) for place in breaks]
        for end, start in cuts or [(place, place) for place in range(1, len(tokens))]:
            first, second = read_angle(tokens[:end]), read_angle(tokens[start:])
            if first is None or second is None:
                continue
            # 50°32 is one coordinate, not the two 50 and 32.
            alike = first.marked == second.marked
            if (breaks or alike or (first.axis and second.axis)) and _is_clear(first, second):
                found.append((first, second))
    if len(found) == 1:
        return found[0]
    if found:
        raise PlaceNotUnderstood(
            say(
                "These coordinates can be read in more than one way; {how_to_write}",
                how_to_write=say(_HOW_TO_WRITE),
            )
        )
    if numbers == 1 or read_angle(tokens) is not None:
        raise PlaceNotUnderstood(
            say("Only one coordinate was found; a place needs a latitude and a longitude.")
        )
    if numbers == 4 and not any(each.kind in "dms?" for each in tokens):
        raise PlaceNotUnderstood(
            say(
                "Four numbers can be a box in more than one order; write south..north, west..east, "
                "as in 50.1..50.2, 30.1..30.2."
            )
        )
    raise unreadable()


def unreadable() -> PlaceNotUnderstood:
    """The error for what looks like coordinates and cannot be read."""
    return PlaceNotUnderstood(
        say(
            "This looks like coordinates, but they cannot be read; {how_to_write}",
            how_to_write=say(_HOW_TO_WRITE),
        )
    )


def to_point(first: Angle, second: Angle) -> Point:
    """The point at two coordinates, latitude first unless their letters say otherwise.

    Raises PlaceNotUnderstood when the letters contradict each other, and out of range.
    """
    if first.axis and first.axis == second.axis:
        raise PlaceNotUnderstood(
            say(
                "Both coordinates say the same direction; a place needs a latitude (N or S) and a "
                "longitude (E or W)."
            )
        )
    if not _is_clear(first, second):
        raise unreadable()
    if first.axis == "lon":
        first, second = second, first
    return Point(first.degrees, second.degrees)


def _is_clear(first: Angle, second: Angle) -> bool:
    """Whether the letters leave no doubt; a lone E on the first of two does not say enough."""
    return (not first.axis) == (not second.axis) or (first.axis != "lon" and second.axis != "lat")
