"""The words that people read: told in English in the code, read in the language of the reader.

`say` is asked for every text on its way to a person, and for nothing that is stored: what a case holds
is the same in every language. Which language that is, whoever runs the program decides, by `speak`;
where nobody does, as on the command line, it is English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Say(Protocol):
    """How a text is said: by `say` to whoever reads it, by `english` where it is stored or compared."""

    def __call__(
        self, text: str, plural: str = "", /, *, about: str = "", **values: object
    ) -> str: ...


class Tongue(Protocol):
    """A language that texts can be read in. It may be asked from any thread."""

    def find(self, text: str, about: str, number: int | None) -> str:
        """A text in this language, for so many of what it counts; empty where it has none."""
        ...

    def write(self, value: float, decimals: int | None) -> str:
        """A number as it is written in this language."""
        ...


_tongue: Tongue | None = None


def speak(tongue: Tongue | None) -> None:
    """Say everything in this language from now on; None is English."""
    global _tongue
    _tongue = tongue


def is_english() -> bool:
    """Whether texts are read in the language that they are told in."""
    return _tongue is None


def say(text: str, plural: str = "", /, *, about: str = "", **values: object) -> str:
    """A text in the language of the reader, with values put in where their names stand in braces.

    With a `plural` it is said of `n` things, in the form that the language has for so many. `about`
    tells apart what English says alike. Whole and broken numbers among the values are written as
    people write them: one that is no quantity, as a year is, is given as text. A text without values
    is taken as it is, so that a variable may hold it; one that is not known stays in English.

    >>> say("{n} card", "{n} cards", n=1), say("{n} card", "{n} cards", n=12000)
    ('1 card', '12,000 cards')
    >>> say("“{title}” was moved.", title="The {quay}")
    '“The {quay}” was moved.'
    """
    return _said(_tongue, text, plural, about, values)


def english(text: str, plural: str = "", /, *, about: str = "", **values: object) -> str:
    """The same in English, whatever language is spoken: for what is stored, indexed or compared.

    >>> english("{n} card", "{n} cards", n=12000)
    '12,000 cards'
    """
    return _said(None, text, plural, about, values)


def _said(
    tongue: Tongue | None, text: str, plural: str, about: str, values: Mapping[str, object]
) -> str:
    counted = values["n"] if plural else None
    assert counted is None or isinstance(counted, int), f"“{text}” is said of a whole number n."
    found = tongue.find(text, about, counted) if tongue is not None else ""
    if not found:
        found = plural if counted is not None and counted != 1 else text
    if not values:
        return found
    return found.format_map({name: _shown(tongue, value) for name, value in values.items()})


def term(text: str) -> str:
    """A text that a table holds in English, for `say` to be asked for it when it is shown.

    It does nothing but mark the text for those who translate.
    """
    return text


def written(value: float, decimals: int | None = None) -> str:
    """A number as people write it, with so many decimals; None leaves those that it has.

    >>> written(1234567), written(1234.5), written(0.5, 2)
    ('1,234,567', '1,234.5', '0.50')
    """
    return _written(_tongue, value, decimals)


def _written(tongue: Tongue | None, value: float, decimals: int | None) -> str:
    if tongue is not None:
        return tongue.write(value, decimals)
    return f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"


def _shown(tongue: Tongue | None, value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _written(tongue, value, None)
    return value
