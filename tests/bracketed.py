"""A language in which every text stands between brackets, so that what stayed English is seen."""

from __future__ import annotations

import re

_PLACE = re.compile(r"(\{\w*[^}]*\})")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_INNERMOST = re.compile("⟦[^⟦⟧]*⟧")
_INNERMOST_OR_CUT = re.compile("⟦[^⟦⟧]*(⟧|…|$)")


class Bracketed:
    """The language itself, for `casedb.words.speak`.

    What is put into a text stands between its brackets too, unless `is_around_values` is False.
    """

    def __init__(self, *, is_around_values: bool = True) -> None:
        self._is_around_values = is_around_values

    def find(self, text: str, about: str, number: int | None) -> str:
        if self._is_around_values:
            return f"⟦{text}⟧"
        return "".join(
            each if _PLACE.fullmatch(each) or not _WORDS.search(each) else f"⟦{each}⟧"
            for each in _PLACE.split(text)
        )

    def write(self, value: float, decimals: int | None) -> str:
        return f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"


def not_said(text: str, instead: str = "", *, may_be_cut: bool = False) -> str:
    """What of a text stands outside of all brackets, with something `instead` of what is inside.

    Where a text `may_be_cut`, a bracket that is left open ends with it.
    """
    inside, before = _INNERMOST_OR_CUT if may_be_cut else _INNERMOST, ""
    while before != text:
        before, text = text, inside.sub("\0", text)
    return text.replace("\0", instead)
