"""Where the labels of strings stand: on the string where there is room, never over a card."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from caseboard.board import levels, strings
from caseboard.board.strings import Floats
from caseboard.lettering import Lettering, fount, set_lines
from caseboard.theme import tokens
from casedb.model.geometry import Rect

LONGEST_LABEL = 180.0
LABEL_ROOM = 36.0
"""How much of a string must be seen beside its label, on the screen."""
PLACES = (0.5, 0.36, 0.64)
LEVEL_PLACES = (0.24, 0.76)


@dataclass(frozen=True, slots=True)
class Label:
    """A label and its box in board units."""

    box: Rect
    text: Lettering


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What a label must keep clear of: strings beside its own, of which it is number `lane`, and
    a string that ends on the middle of its own."""

    lane: int = 0
    count: int = 1
    is_pierced: bool = False

    def places(self, *, is_level: bool) -> tuple[float, ...]:
        """Where along its string a label may stand, best first, as shares of its length."""
        if self.count > 1 and is_level:
            # Between its ends such a bundle climbs, and labels would lie on each other.
            places = LEVEL_PLACES
        elif self.is_pierced:
            places = PLACES[1:]
        else:
            places = PLACES
        lane = self.lane % len(places)
        return places[lane:] + places[:lane]


def label_choices(pieces: Floats, words: str, zoom: float, neighbours: Neighbours) -> list[Label]:
    """Where a string could show its label, best first; nowhere if it is too short for one.

    `pieces` [P, 4, 2] are the string's curves in board units.
    """
    chord = np.abs(pieces[-1, 3] - pieces[0, 0])
    across, down = float(chord[0]), float(chord[1])
    of = fount(levels.readable_size(tokens().type_scale["tiny"], zoom))
    widest = LONGEST_LABEL * of.size / tokens().type_scale["tiny"]
    text = set_lines(words, of, min(widest, max(across, down)))
    width, height = text.width + of.size, of.pitch + of.size * 0.2
    spare = LABEL_ROOM / zoom
    # On the string where enough of it is left to see, else just above one that runs level.
    if across >= width + spare or down >= height + spare:
        lift = 0.0
    elif across >= width and down < height:
        lift = height / 2 + 2 * levels.string_width(zoom) / zoom
    else:
        return []
    places, _ = strings.points_at(pieces, neighbours.places(is_level=across > down))
    return [
        Label(Rect(x - width / 2, y - lift - height / 2, width, height), text)
        for x, y in places.tolist()
    ]
