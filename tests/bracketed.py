"""A language in which every text stands between brackets, so that what stayed English is seen."""

from __future__ import annotations

import re

_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


class Bracketed:
    """The language itself, for `casedb.words.speak`."""

    def find(self, text: str, about: str, number: int | None) -> str:
        return f"⟦{text}⟧"

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value}" if decimals is None else f"{value:.{decimals}f}"


def not_said(text: str) -> str:
    """What of a text stands outside of all brackets."""
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text
