"""What the sheet of keys and gestures says: read from the tables that the window itself obeys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from caseboard.bindings import DEFAULT, Bindings
from caseboard.keymap import BOARD, DECLARED, KEYED, Keymap
from caseboard.keys import either
from caseboard.viewer.ways import COMPARISON, VIEWER, comparison_ways, viewer_ways
from caseboard.views.ways import view_ways
from casedb.words import say, term

MOUSE, KEYS, PANELS = (
    term("Mouse on the board"),
    term("Keys on the board"),
    term("Around the board"),
)
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
        *(Line(say(MOUSE), what, how=how) for what, how in _gestures(bindings)),
        *(Line(say(KEYS), each.text, keymap.shown(each.name)) for each in of_board),
        *(
            Line(each.shown_group, each.text.rstrip("…"), keymap.shown(each.name))
            for each in of_menus
        ),
        *(Line(say(PANELS), say(what), how=say(how)) for what, how in _AROUND),
        Line(say(PANELS), say("Read what a greyed entry lacks"), how=_where_it_stands(keymap)),
        *view_lines(),
        *file_lines(),
    ]


def view_lines() -> list[Line]:
    """The lines of the views beside the boards, whose keys are as they are."""
    return [Line(group, what, keys) for group, what, keys in view_ways()]


def file_lines() -> list[Line]:
    """The lines of the windows in which files are looked at and compared, whose keys are as they are."""
    groups = ((say(VIEWER), viewer_ways()), (say(COMPARISON), comparison_ways()))
    return [Line(group, what.rstrip("…"), (key,)) for group, ways in groups for what, key in ways]


def _gestures(bindings: Bindings) -> Iterator[tuple[str, str]]:
    """What the mouse does on the board, as it was chosen."""
    if bindings.empty_double_click == "card":
        yield say("Add a card"), say("Double-click an empty place")
    yield say("Add pictures, files, text or an address"), say("Drop them on the board")
    yield say("Draw a link"), say("Drag from a dot beside a card to a card or a string")
    yield say("Draw a link to a new card"), say("Let go of it on an empty place")
    yield say("Bend a string"), say("Drag it, or the dot in its middle")
    yield say("Take a bend away"), say("Double-click it, or drag it straight")
    yield say("Tie a string to something else"), say("Drag the square at its end")
    yield say("Edit a title or a label"), say("Double-click a card, a frame or a string")
    yield say("Select"), say("Click; Shift adds, Ctrl toggles")
    yield (
        say("Select all in a rectangle"),
        say("Shift and drag on an empty place")
        if bindings.empty_drag == "pan"
        else say("Drag on an empty place"),
    )
    yield (
        say("Move cards and frames"),
        say("Drag; Shift keeps to one axis, Ctrl snaps to nothing"),
    )
    yield say("Move a copy"), say("Alt and drag")
    yield say("Size a card"), say("Drag a corner, once it is selected alone")
    yield say("Move the board"), _any_of(_ways_to_pan(bindings))
    zooms = _any_of(_ways_to_zoom(bindings))
    if zooms:
        yield say("Zoom at the pointer"), zooms
    yield say("Open the menu of something"), say("Right click")


_BUTTONS = {
    "middle": term("drag with the middle button"),
    "right": term("drag with the right button"),
    "both": term("drag with the middle or right button"),
}


def _ways_to_pan(bindings: Bindings) -> Iterator[str]:
    if bindings.empty_drag == "pan":
        yield say("drag an empty place")
    yield say(_BUTTONS[bindings.pan_button])
    yield say("hold Space and drag")
    if not bindings.zooms(is_wheel=True, has_control=False):
        yield say("turn the wheel")


def _ways_to_zoom(bindings: Bindings) -> Iterator[str]:
    if bindings.zooms(is_wheel=True, has_control=False):
        yield say("wheel")
    elif bindings.zooms(is_wheel=True, has_control=True):
        yield say("Ctrl and wheel")
    if bindings.pinching:
        yield say("pinch")


def _any_of(ways: Iterable[str]) -> str:
    told = either(ways)
    return f"{told[:1].upper()}{told[1:]}"


_AROUND = (
    (term("Go to an item"), term("Double-click it in the outline or among the results")),
    (term("Place an item on the board"), term("Drag it there from the outline")),
    (term("Edit a title in the outline"), term("F2 on its row")),
    (term("Look elsewhere"), term("Press or drag on the map of the board")),
    (term("Rename a board"), term("Double-click its tab, or F2 on it")),
    (term("Delete a board"), term("Del on its tab")),
    (term("Leave a field or a list"), term("Esc")),
)
"""What is done beside the board."""


def _where_it_stands(keymap: Keymap) -> str:
    keys = keymap.shown("palette")
    if not keys:
        return say("Rest on it in its menu")
    return say("Rest on it, or find it with {key}", key=keys[0])
