"""Words of a list to choose from, as fields and schemes declare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casedb.words import say

OPTION = "option"
"""What tells the words of a list apart from others: “Open” is a state here, and a command elsewhere."""


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a list to choose from: the stored value, what people read, what it means."""

    value: str
    label: str
    meaning: str = ""

    @property
    def shown(self) -> str:
        """The label in the language of the reader."""
        return say(self.label, about=OPTION)

    @property
    def shown_meaning(self) -> str:
        """What it means, in the language of the reader."""
        return say(self.meaning, about=OPTION)


def options(*pairs: tuple[str, str] | tuple[str, str, str]) -> tuple[Option, ...]:
    """Options from (value, label) or (value, label, meaning)."""
    return tuple(Option(*pair) for pair in pairs)


def english_label(options: Sequence[Option], name: str) -> str:
    """The label of a stored word as it is told in English; an unknown word stands for itself."""
    return next((each.label for each in options if each.value == name), name)
