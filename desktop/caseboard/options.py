"""Every setting, declared once: the page it stands on, what it is called and what can be chosen.

The values live in `Preferences`, each under the name that is given here; the settings dialog and the
palette follow from this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caseboard.language import LANGUAGES
from caseboard.scale import STEPS
from caseboard.settings import Preferences
from casedb.words import say

DEFAULTS = Preferences()


class Page(StrEnum):
    """The pages of the settings, in order."""

    GENERAL = "General"
    APPEARANCE = "Appearance"
    MOUSE = "Mouse and track pad"
    KEYBOARD = "Keyboard"

    @property
    def shown(self) -> str:
        """Its name as people read it."""
        return say(self.value)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in `Preferences`, its page and label, and what can be chosen; in English.

    `choices` are values of the preference with what people read of them; a setting without choices
    is a line of text. `told` explains it below. `apart` starts a new group on the page.
    """

    name: str
    page: Page
    label: str
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    told: str = ""
    apart: bool = False

    @property
    def default(self) -> str:
        """The value that holds where nothing else was chosen."""
        return str(getattr(DEFAULTS, self.name))

    def value(self, preferences: Preferences) -> str:
        """What is preferred; the default where that is none of the choices."""
        told = str(getattr(preferences, self.name))
        return told if told in self.choices or not self.choices else self.default


S = Setting
_SPEEDS = {"0.5": "Half as fast", "1": "Normal", "2": "Twice as fast"}

SETTINGS: tuple[Setting, ...] = (
    S(
        "author",
        Page.GENERAL,
        "Your name in the journal",
        told="Stands beside every change of a case; without one you are an “unnamed user”.",
    ),
    S(
        "snap_others",
        Page.GENERAL,
        "Snap to edges, middles and gaps",
        {"on": "On", "off": "Off"},
        told="While something is moved, sized or drawn. Ctrl suspends it.",
        apart=True,
    ),
    S("snap_grid", Page.GENERAL, "Snap to the grid", {"on": "On", "off": "Off"}),
    S(
        "language",
        Page.APPEARANCE,
        "Language",
        {"system": "As the system", **{each.code: each.name for each in LANGUAGES}},
        told="Of the window; what a case holds stays as it was written.",
    ),
    S(
        "theme",
        Page.APPEARANCE,
        "Theme",
        {
            "system": "As the system",
            "light": "Light",
            "dark": "Dark",
            "cork": "Cork",
            "print": "Print",
        },
    ),
    S(
        "contrast",
        Page.APPEARANCE,
        "Contrast",
        {"system": "As the system", "normal": "Normal", "high": "High"},
        told="High contrast has a light and a dark look of its own, in place of the theme.",
    ),
    S(
        "scale",
        Page.APPEARANCE,
        "Size of text and controls",
        {
            "system": "As the system",
            **{
                str(step): f"{step} %" if step > STEPS[0] else f"Normal, {step} %" for step in STEPS
            },
        },
        told="What lies on a board grows with its zoom alone.",
    ),
    S(
        "motion",
        Page.APPEARANCE,
        "Movement",
        {"system": "As the system", "on": "On", "off": "Off"},
        told="Off, nothing flies or glides: it is at once where it goes.",
    ),
    S(
        "wheel",
        Page.MOUSE,
        "Wheel",
        {"auto": "Mouse zooms, track pad pans", "zoom": "Zooms", "pan": "Pans"},
    ),
    S("ctrl_wheel", Page.MOUSE, "Ctrl and wheel", {"zoom": "Zooms", "pan": "Pans"}),
    S(
        "wheel_turn",
        Page.MOUSE,
        "Wheel turned away from you",
        {"in": "Zooms in", "out": "Zooms out"},
    ),
    S("zoom_speed", Page.MOUSE, "Speed of zooming", _SPEEDS),
    S(
        "pan_button",
        Page.MOUSE,
        "Button that moves the board",
        {"middle": "Middle", "right": "Right", "both": "Both"},
        told="A right click without a drag opens the menu all the same.",
        apart=True,
    ),
    S(
        "empty_drag",
        Page.MOUSE,
        "Drag on an empty place",
        {"marquee": "Selects", "pan": "Moves the board"},
        told="Where it moves the board, Shift and a drag select.",
    ),
    S(
        "empty_double_click",
        Page.MOUSE,
        "Double-click an empty place",
        {"card": "New card", "nothing": "Nothing"},
    ),
    S(
        "pinch",
        Page.MOUSE,
        "Pinch with two fingers",
        {"zoom": "Zooms", "off": "Nothing"},
        apart=True,
    ),
    S("pinch_speed", Page.MOUSE, "Speed of pinching", _SPEEDS),
)
"""All settings in the order of the pages."""


def setting(name: str) -> Setting:
    """The setting of that name; KeyError for none."""
    return _BY_NAME[name]


_BY_NAME = {each.name: each for each in SETTINGS}
