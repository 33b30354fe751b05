"""The keys of the views beside the boards, as the sheet of keys tells them."""

from __future__ import annotations

from collections.abc import Iterator

from caseboard.views.grid.entry import KEYS
from casedb.model.ratings import Rating
from casedb.words import say, term

TIMELINE, MAP, GRIDS, TABLE = (
    term("On the timeline"),
    term("On the map"),
    term("In the matrix and the elements"),
    term("In the table"),
)
"""The groups of the sheet."""

_LOOKING = (
    (term("Zoom in"), ("+",)),
    (term("Zoom out"), ("-",)),
    (term("All there is"), ("Shift+1",)),
    (term("What is selected"), ("Shift+2",)),
)
_GO = (term("Go to it on the board"), ("Return",))
_ENTRIES = (
    (term("Very consistent; supports it strongly"), KEYS[Rating.VERY_CONSISTENT]),
    (term("Consistent; supports it"), KEYS[Rating.CONSISTENT]),
    (term("Neutral; bears on it"), KEYS[Rating.NEUTRAL]),
    (term("Inconsistent; disputes it"), KEYS[Rating.INCONSISTENT]),
    (term("Very inconsistent; disputes it strongly"), KEYS[Rating.VERY_INCONSISTENT]),
    (term("Not applicable"), KEYS[Rating.NOT_APPLICABLE]),
    (term("Take it back"), KEYS[Rating.UNRATED]),
)
_WAYS = {
    TIMELINE: (
        (term("From time to time"), ("Left", "Right")),
        (term("From lane to lane"), ("Up", "Down")),
        (term("The first time, the last time"), ("Home", "End")),
        (term("Select the next one as well"), ("Shift+Left", "Shift+Right")),
        (term("Select it, or no longer"), ("Space",)),
        _GO,
        (term("Over a gap"), ("Ctrl+Left", "Ctrl+Right")),
        (term("Earlier, later"), ("PgUp", "PgDown")),
        *_LOOKING,
        (term("Fold the lane, or unfold it"), ("Ctrl+Space",)),
    ),
    MAP: (
        (term("Push the map"), ("Left", "Right", "Up", "Down")),
        (term("Push it a little"), ("Shift+Left", "Shift+Right")),
        (term("From sign to sign"), ("Alt+Left", "Alt+Right")),
        (term("Part a sign, or go to it on the board"), ("Return",)),
        *_LOOKING,
        (term("Measuring: set a point"), ("Space",)),
        (term("Measuring: take the last point back"), ("Backspace",)),
        (term("Measuring: copy what was measured"), ("Ctrl+C",)),
    ),
    GRIDS: (
        *_ENTRIES,
        (term("All that can be entered"), ("Space",)),
        (term("Select the item of the column"), ("Ctrl+Space",)),
        (term("Select what the row stands for"), ("Shift+Space",)),
        (term("Set the item of the column aside"), ("0",)),
        _GO,
    ),
    TABLE: (
        (term("Edit the cell, in all selected rows at once"), ("F2",)),
        _GO,
    ),
}


def view_ways() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """In which group, what can be done, in words, and the keys for it."""
    for group, ways in _WAYS.items():
        for what, keys in ways:
            yield say(group), say(what), keys
