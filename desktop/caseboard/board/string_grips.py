"""Where a string that is selected alone can be taken: by its ends, its bends, and between these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caseboard.board import strings
from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from casedb.model.geometry import Point

GRIP = 9.0
"""How near to a grip counts, in pixels on the screen."""
ROOM = 44.0
"""A piece of string shorter than this on the screen has no grip of its own in its middle."""
LEAST_STRING = 60.0
"""A string that is shorter than this on the screen has no grips: they would lie on each other."""


class Hold(StrEnum):
    """What a grip on a string does."""

    START = "start"
    """Ties the start to something else."""
    END = "end"
    """Ties the end to something else."""
    BEND = "bend"
    """Moves a bend."""
    PIECE = "piece"
    """Makes a bend of the middle of a piece between two others."""


@dataclass(frozen=True, slots=True)
class StringGrip:
    """One grip: `number` counts the bends, or the pieces between them, from the string's start."""

    hold: Hold
    at: Point
    number: int = 0


def grips_of(columns: Columns, link_id: str, camera: Camera) -> tuple[StringGrip, ...]:
    """The grips of a link's string, in pixels on the screen; none where it is not on the board.

    What matters most where grips lie near each other comes first.
    """
    row = columns.strings.rows.get(link_id)
    if row is None:
        return ()
    curves = columns.curves(row)
    corner = camera.to_screen(Point(0, 0))
    pieces = curves * camera.zoom + (corner.x, corner.y)
    longest = float((pieces.reshape(-1, 2).max(axis=0) - pieces.reshape(-1, 2).min(axis=0)).max())
    if longest < LEAST_STRING:
        return ()
    middles, _ = strings.middles(pieces)
    chords = abs(pieces[:, 3] - pieces[:, 0]).max(axis=1).tolist()
    return (
        *(
            StringGrip(Hold.BEND, Point(*piece[3]), number)
            for number, piece in enumerate(pieces[:-1].tolist())
        ),
        StringGrip(Hold.START, Point(*pieces[0, 0].tolist())),
        StringGrip(Hold.END, Point(*pieces[-1, 3].tolist())),
        *(
            StringGrip(Hold.PIECE, Point(*at), number)
            for number, (at, chord) in enumerate(zip(middles.tolist(), chords, strict=True))
            if chord >= ROOM and can_be_led(columns, link_id)
        ),
    )


def grip_at(columns: Columns, link_id: str, camera: Camera, screen: Point) -> StringGrip | None:
    """The grip of a string under a point of the screen, or None."""
    return next(
        (
            grip
            for grip in grips_of(columns, link_id, camera)
            if abs(grip.at.x - screen.x) <= GRIP and abs(grip.at.y - screen.y) <= GRIP
        ),
        None,
    )


def can_be_led(columns: Columns, link_id: str) -> bool:
    """Whether the string of a link runs through all of its bends: to a collapsed frame it runs by
    itself."""
    row = columns.strings.rows.get(link_id)
    return row is not None and len(columns.curves(row)) == len(columns.bends(link_id)) + 1


def piece_at(columns: Columns, link_id: str, world: Point) -> int:
    """The number of the piece of a string, between two bends, that is nearest to a point."""
    row = columns.strings.rows.get(link_id)
    if row is None:
        return 0
    return int(strings.distances(columns.curves(row), world.x, world.y).argmin())
