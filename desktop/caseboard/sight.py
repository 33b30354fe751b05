"""`Sight`: how one looks at a board: what a filter leaves out, and how far around some cards one looks.

Nothing of it changes the case. A board's saved views hold it in the form of `SavedView`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from casedb.model.contents import Contents
from casedb.model.filter_chips import describe
from casedb.model.filtering import Filter
from casedb.model.json_value import JsonValue
from casedb.words import say

MOST_STEPS = 9
"""As many steps as one key can say."""
MOST_DESCRIBED = 4
"""A sentence names no more of what a filter asks for than this."""


class Mode(StrEnum):
    """What is done with what a filter leaves out; the values are those of a saved view."""

    HIDE = "hide"
    FADE = "fade"


class Shown(NamedTuple):
    """What a board shows otherwise than it lies there: ids of cards."""

    concealed: frozenset[str]
    faded: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sight:
    """One way of looking at a board.

    What does not pass `filter` is hidden, or stands back, as `mode` says. Around the `focus`, ids of
    cards, everything stands back that is more than `steps` links away from all of them.
    """

    filter: Filter = field(default_factory=Filter)
    mode: Mode = Mode.HIDE
    focus: frozenset[str] = frozenset()
    steps: int = 0

    def __bool__(self) -> bool:
        """Whether it shows anything otherwise."""
        return bool(self.filter) or bool(self.focus)

    def focused(self, cards: Iterable[str], steps: int) -> Sight:
        """Look so many steps around some cards."""
        return replace(self, focus=frozenset(cards), steps=max(0, min(MOST_STEPS, steps)))

    def unfocused(self) -> Sight:
        """Look around no card more than around others."""
        return replace(self, focus=frozenset(), steps=0)

    def describe(self, contents: Contents) -> str:
        """What its filter asks for, in a few words."""
        phrases = describe(self.filter, contents)
        more = len(phrases) - MOST_DESCRIBED
        told = phrases[:MOST_DESCRIBED] + (
            [say("{n} more", "{n} more", n=more)] if more > 0 else []
        )
        return " · ".join(told)

    # -- as a saved view holds it -------------------------------------------------------------

    def to_values(self) -> dict[str, JsonValue]:
        """The values of a saved view; what it does not ask for is left out."""
        held: dict[str, JsonValue] = {}
        if self.filter:
            held["filter"] = self.filter.to_values()
            held["mode"] = self.mode.value
        if self.focus:
            held["focus"] = {"cards": sorted(self.focus), "steps": self.steps}
        return held

    @classmethod
    def from_values(cls, values: Mapping[str, JsonValue]) -> Sight:
        """Read it back; what is not understood is left out."""
        told, mode, focus = values.get("filter"), values.get("mode"), values.get("focus")
        sight = cls(
            Filter.from_values(told) if isinstance(told, Mapping) else Filter(),
            Mode.FADE if mode == Mode.FADE.value else Mode.HIDE,
        )
        if not isinstance(focus, Mapping):
            return sight
        cards, steps = focus.get("cards"), focus.get("steps")
        chosen = (
            [each for each in cards if isinstance(each, str)] if isinstance(cards, list) else []
        )
        is_number = isinstance(steps, int) and not isinstance(steps, bool)
        return sight.focused(chosen, steps if is_number and isinstance(steps, int) else 0)
