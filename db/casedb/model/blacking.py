"""Words blacked out in texts: found however they are spelled, joined or broken, and never half."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

BLACK = "█" * 5
"""What stands in the place of a word, however long that was."""

_SHORT = 4
"""A shorter word is only blacked out where it stands alone: “UN” is no part of “under”."""

_UNSEEN = "[\u00ad\u200b-\u200f\u2060\ufeff]*"
"""What may stand between two signs and is not seen."""

_BETWEEN = re.compile(r"[\s\-–—_./]+")


def blacker(words: Iterable[str]) -> Callable[[str], str]:
    """What takes some words out of a text.

    Capitals, accents that are written apart, line breaks, hyphens and signs that are not seen make no
    difference. A word of four signs or more takes its ending with it, as names have one in many languages.

    >>> take_out = blacker(["Petrenko", "UN"])
    >>> take_out("PETRENKO's ship, the UN, under Petren\\u00adkos")
    "█████'s ship, the █████, under █████"
    """
    whole = [_pattern(word) for word in sorted(_plain(words), key=len, reverse=True)]
    if not whole:
        return lambda text: text
    pattern = re.compile("|".join(whole), re.IGNORECASE)

    def take_out(text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        made, count = pattern.subn(BLACK, composed)
        return made if count else text

    return take_out


def _plain(words: Iterable[str]) -> set[str]:
    return {plain for each in words if (plain := unicodedata.normalize("NFC", each).strip())}


def _pattern(word: str) -> str:
    parts = [_spelled(part) for part in _BETWEEN.split(word) if part]
    if not parts:
        return re.escape(word)
    joined = rf"{_UNSEEN}[\s\-–—_./]*".join(parts)
    before = r"(?<!\w)" if _has_gaps(word[0]) else ""
    if not _has_gaps(word[-1]):
        return f"{before}{joined}"
    return f"{before}{joined}" + (r"\w*" if len(word) >= _SHORT else r"(?!\w)")


def _spelled(part: str) -> str:
    return _UNSEEN.join(re.escape(sign) for sign in part)


def _has_gaps(sign: str) -> bool:
    """Whether a sign is of a writing that sets its words apart."""
    if not (sign.isalnum() or sign == "_"):
        return False
    name = unicodedata.name(sign, "")
    return not name.startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER"))
