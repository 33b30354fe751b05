"""What the sheet of keys and gestures says: read from the tables that the window itself obeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.bindings import DEFAULT, Bindings
from caseboard.keymap import BOARD, DECLARED, KEYED, Keymap

MOUSE, KEYS, PANELS = "Mouse on the board", "Keys on the board", "Around the board"
"""The groups beside those of the menus."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that can be done: its group, what it is, the keys for it or how the hand does it."""

    group: str
    what: str
    keys: tuple[str, ...] = ()
    how: str = ""

    @property
    def words(self) -> str:
        """All that can be read of it, for whoever searches."""
        return " ".join((self.what, self.group, *self.keys, self.how)).casefold()


def lines(keymap: Keymap = DECLARED, bindings: Bindings = DEFAULT) -> list[Line]:
    """Every line, as somebody has chosen keys and mouse."""
    of_board = [each for each in KEYED if each.group == BOARD and keymap.keys(each.name)]
    of_menus = [each for each in KEYED if each.group != BOARD and keymap.keys(each.name)]
    return [
        *(Line(MOUSE, what, how=how) for what, how in _gestures(bindings)),
        *(Line(KEYS, each.text, keymap.shown(each.name)) for each in of_board),
        *(Line(each.group, each.text.rstrip("…"), keymap.shown(each.name)) for each in of_menus),
        *(Line(PANELS, what, how=how) for what, how in _AROUND),
        Line(PANELS, "Read what a greyed entry lacks", how=_where_it_stands(keymap)),
    ]


def _gestures(bindings: Bindings) -> Iterator[tuple[str, str]]:
    """What the mouse does on the board, as it was chosen."""
    drags_board = bindings.empty_drag == "pan"
    if bindings.empty_double_click == "card":
        yield "Add a card", "Double-click an empty place"
    yield "Add pictures, files, text or an address", "Drop them on the board"
    yield "Draw a link", "Drag from a dot beside a card to a card or a string"
    yield "Draw a link to a new card", "Let go of it on an empty place"
    yield "Bend a string", "Drag it, or the dot in its middle"
    yield "Take a bend away", "Double-click it, or drag it straight"
    yield "Tie a string to something else", "Drag the square at its end"
    yield "Edit a title or a label", "Double-click a card, a frame or a string"
    yield "Select", "Click; Shift adds, Ctrl toggles"
    yield (
        "Select all in a rectangle",
        f"{'Shift and d' if drags_board else 'D'}rag on an empty place",
    )
    yield "Move cards and frames", "Drag; Shift keeps to one axis, Ctrl snaps to nothing"
    yield "Move a copy", "Alt and drag"
    yield "Size a card", "Drag a corner, once it is selected alone"
    yield "Move the board", " or ".join(_ways_to_pan(bindings))
    zooms = _ways_to_zoom(bindings)
    if zooms:
        yield "Zoom at the pointer", " or ".join(zooms)
    yield "Open the menu of something", "Right click"


def _ways_to_pan(bindings: Bindings) -> Iterator[str]:
    if bindings.empty_drag == "pan":
        yield "Drag an empty place"
    buttons = {"middle": "middle button", "right": "right button", "both": "middle or right button"}
    yield f"Drag with the {buttons[bindings.pan_button]}"
    yield "hold Space and drag"
    if not bindings.zooms(is_wheel=True, has_control=False):
        yield "turn the wheel"


def _ways_to_zoom(bindings: Bindings) -> list[str]:
    ways: list[str] = []
    if bindings.zooms(is_wheel=True, has_control=False):
        ways.append("wheel")
    elif bindings.zooms(is_wheel=True, has_control=True):
        ways.append("Ctrl and wheel")
    if bindings.pinching:
        ways.append("pinch")
    return [f"{way[:1].upper()}{way[1:]}" if not n else way for n, way in enumerate(ways)]


_AROUND = (
    ("Go to an item", "Double-click it in the outline or among the results"),
    ("Place an item on the board", "Drag it there from the outline"),
    ("Edit a title in the outline", "F2 on its row"),
    ("Look elsewhere", "Press or drag on the map of the board"),
    ("Rename a board", "Double-click its tab, or F2 on it"),
    ("Delete a board", "Del on its tab"),
    ("Leave a field or a list", "Esc"),
)
"""What is done beside the board."""


def _where_it_stands(keymap: Keymap) -> str:
    keys = keymap.shown("palette")
    return f"Rest on it, or find it with {keys[0]}" if keys else "Rest on it in its menu"
