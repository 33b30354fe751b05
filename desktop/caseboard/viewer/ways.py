"""The keys of the viewer and of the comparison: what tool tips and the sheet of keys say, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from caseboard.viewer.mark_panel import DEEDS
from caseboard.viewer.mark_tools import TOOLS
from casedb.words import say, term

VIEWER, COMPARISON = term("Looking at a file"), term("Comparing two files")
"""The groups of the sheet."""


class Way(NamedTuple):
    """What can be done, and with which key."""

    text: str
    key: str

    @property
    def tip(self) -> str:
        """Both in words, for who rests on the button."""
        return say("{what} ({key})", what=say(self.text), key=self.key)


LOOKING: Mapping[str, Way] = MappingProxyType(
    {
        "pages": Way(term("Pages"), "S"),
        "listed": Way(term("Marks"), "N"),
        "page_back": Way(term("The page before, or the file before"), "PgUp"),
        "page_on": Way(term("The next page, or the next file"), "PgDown"),
        "first": Way(term("The first page"), "Home"),
        "last": Way(term("The last page"), "End"),
        "back": Way(term("The file before"), "Alt+PgUp"),
        "on": Way(term("The next file"), "Alt+PgDown"),
        "out": Way(term("Zoom out"), "-"),
        "near": Way(term("Zoom in"), "+"),
        "zoom": Way(term("Pixel for pixel"), "1"),
        "fit": Way(term("All of the picture"), "0"),
        "turn": Way(term("Turn the view by 90°"), "R"),
        "ruler": Way(term("Measure"), "M"),
        "seen": Way(term("Show marks on the picture"), "H"),
        "aside": Way(term("Tones and measures"), "T"),
    }
)
"""How a file is looked at, by the names that the bar has for its parts."""

_IN_BOTH = ("out", "near", "zoom", "fit", "turn")
SET_POINTS = Way(term("Lay one picture on the other by points that show the same"), "P")
BLINK_ON = Way(term("Show the other picture, where they take turns"), "B")


def viewer_ways() -> Iterator[tuple[str, str]]:
    """What can be done in the viewer, in words, and its key."""
    yield from ((say(each.text), each.key) for each in LOOKING.values())
    yield from ((say(tool.text), tool.key) for tool in TOOLS.values())
    yield from ((say(text), key) for _, text, key in DEEDS.values() if key)


def comparison_ways() -> Iterator[tuple[str, str]]:
    """The same of the comparison."""
    ways = (*(LOOKING[name] for name in _IN_BOTH), SET_POINTS, BLINK_ON)
    yield from ((say(each.text), each.key) for each in ways)
