"""The keys of the board itself, declared once: the hand obeys them, the sheet and the settings list
them, and no action may be given one by accident.

The keys of tools can be chosen; the others are fixed, as they mean the same in every program.
"""

from __future__ import annotations

from dataclasses import dataclass

from casedb.words import say

TOOL = "tool_"
"""What the names of keys that take a tool begin with; the tool's name follows."""
CHANGING = ("link", "frame", "note", "text")
"""The tools that change the case."""


@dataclass(frozen=True, slots=True)
class BoardKey:
    """One thing that keys do on a board: its name in code, what people read in English, and the keys."""

    name: str
    text: str
    keys: tuple[str, ...]
    is_fixed: bool = True

    @property
    def label(self) -> str:
        """What people read."""
        return say(self.text)

    @property
    def english(self) -> str:
        """The same in English, for those who look for it by the words that they know."""
        return self.text


K = BoardKey

BOARD_KEYS: tuple[BoardKey, ...] = (
    K("tool_select", "Select tool", ("V",), is_fixed=False),
    K("tool_lasso", "Lasso tool", ("S",), is_fixed=False),
    K("tool_hand", "Hand tool", ("H",), is_fixed=False),
    K("tool_link", "Link tool", ("L",), is_fixed=False),
    K("tool_frame", "Frame tool", ("F",), is_fixed=False),
    K("tool_note", "Note tool", ("N",), is_fixed=False),
    K("tool_text", "Text tool", ("T",), is_fixed=False),
    K("hold_hand", "Hand tool for as long as it is held", ("Space",)),
    K("nudge", "Nudge what is selected", ("Left", "Right", "Up", "Down")),
    K(
        "nudge_far",
        "Nudge ten times as far",
        ("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"),
    ),
    K("walk", "Walk to the next card that way", ("Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down")),
    K(
        "walk_adding",
        "Walk there and add it to the selection",
        ("Alt+Shift+Left", "Alt+Shift+Right", "Alt+Shift+Up", "Alt+Shift+Down"),
    ),
    K("read_on", "Next card in reading order", ("Tab",)),
    K("read_back", "Card before in reading order", ("Shift+Tab",)),
    K("follow", "Along a string, to its end or its start", ("Ctrl+Right", "Ctrl+Left")),
    K("follow_next", "Next string of the same card, or the one before", ("Ctrl+Down", "Ctrl+Up")),
    K("edit_selected", "Edit the title of what is selected", ("Return", "Enter")),
    K("leave", "Leave a drag, the tool, the selection, and looking around it", ("Esc",)),
    K("around_further", "Look a step further around what is selected", ("+",)),
    K("around_nearer", "Look a step less far around it", ("-",)),
    K("around_steps", "Look one step around it; 2 to 9 for as many", ("1",)),
    K("around_none", "Look around nothing", ("0",)),
    K("menu", "Menu of what is selected", ("Menu", "Shift+F10")),
)
"""All of them, in the order in which they are listed."""

KEPT_FREE = (*"0123456789", "+", "-")
"""Keys that no action is given, for a hand on the board strikes them alone and by accident."""
