"""Read boxes as people write them: with named edges, or as south..north, west..east."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casedb.model.places.angles import Angle, read_angle, read_pair, to_point, unreadable
from casedb.model.places.shapes import Box, PlaceNotUnderstood
from casedb.model.places.tokens import Token, split_at
from casedb.words import say

_EDGE = r"(?:(south|north|west|east)(?:\s*[:=])?|([snwe])\s*[:=])\s*([+-]?[0-9]+(?:\.[0-9]+)?)"
_EDGES = re.compile(rf"(?:{_EDGE}[\s,;]*){{3,}}", re.IGNORECASE)


def read_labelled_box(plain: str) -> Box | None:
    """A box with its edges named, as in south=50.1 west=30.1 north=50.2 east=30.2, or None."""
    if _EDGES.fullmatch(plain) is None:
        return None
    found = re.findall(_EDGE, plain, re.IGNORECASE)
    edges = {(word or letter)[0].casefold(): float(value) for word, letter, value in found}
    if len(found) != 4 or len(edges) != 4:
        raise PlaceNotUnderstood(say("A box needs each of south, west, north and east once."))
    return Box(edges["s"], edges["w"], edges["n"], edges["e"])


def read_range(tokens: Sequence[Token]) -> Box:
    """A box from south..north, west..east. Raises PlaceNotUnderstood for anything else."""
    parts = split_at(tokens, ">")
    if len(parts) != 3:
        raise PlaceNotUnderstood(
            say("A box is written as south..north, west..east, as in 50.1..50.2, 30.1..30.2.")
        )
    low, right = read_angle(parts[0]), read_angle(parts[2])
    if low is None or right is None:
        raise unreadable()
    high, left = read_pair(parts[1])
    if all(each.letter_first for each in (low, high, left, right)) and (
        (low.letter, high.letter, left.letter, right.letter) == ("S", "N", "W", "E")
    ):
        raise PlaceNotUnderstood(
            say(
                "S, N, W and E can name the edges of the box here, or the half of the globe; write "
                "the box as 50.1..50.2, 30.1..30.2 or put the letters after the numbers."
            )
        )
    low, high = _share_letter(low, high)
    left, right = _share_letter(left, right)
    south_west, north_east = to_point(low, left), to_point(high, right)
    if low.axis == "lon" or left.axis == "lat":
        raise PlaceNotUnderstood(
            say("A box is written with its latitudes first, as in 50.1..50.2, 30.1..30.2.")
        )
    return check_order(Box(south_west.lat, south_west.lon, north_east.lat, north_east.lon))


def _share_letter(first: Angle, second: Angle) -> tuple[Angle, Angle]:
    """Both ends of a range with the letter that only one of them carries, as in 50.1..50.2 N."""
    if first.letter and not second.axis:
        return first, replace(second, letter=first.letter, axis=first.axis)
    if second.letter and not first.axis:
        return replace(first, letter=second.letter, axis=second.axis), second
    return first, second


def check_order(box: Box) -> Box:
    """The box as it is.

    Raises PlaceNotUnderstood when its western and eastern edges have clearly been exchanged.
    """
    if box.west > box.east and box.width > 180:
        raise PlaceNotUnderstood(
            say(
                "From west to east this box is {width} degrees wide; write its western edge before "
                "the eastern one.",
                width=f"{box.width:.9g}",
            )
        )
    return box
