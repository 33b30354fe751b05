"""How titles are shown in bars, lists and questions."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from casedb.model.visible_text import visible
from casedb.words import say

LONGEST_TITLE = 120
"""Characters of a title that bars and lists show."""
LONGEST_IN_MENU = 48
"""Characters of a title that a menu shows: it is as wide as the longest of its entries."""


def in_menu(title: str) -> str:
    """A title as an entry of a menu, where an ampersand would mark a letter.

    >>> in_menu("Ships & docks")
    'Ships && docks'
    >>> in_menu("The port of Rajin and what was loaded there at night")
    'The port of Rajin and what was loaded there at…'
    """
    return (shown_title(title, LONGEST_IN_MENU) or say("Untitled")).replace("&", "&&")


def shown_title(title: str, longest: int = LONGEST_TITLE) -> str:
    """A title as one short line: it may be long, and may hide what turns the rest around.

    >>> shown_title("  The port\\nof Rajin ")
    'The port of Rajin'
    """
    line = " ".join(visible(title[: 2 * LONGEST_TITLE]).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def isolated(title: str) -> str:
    """A title among words and figures, which one that runs from right to left would turn round: “1 · 5” after it
    would be read as five of one and one of the other.

    >>> isolated("Quay 5"), isolated("רציף") == "\u2068רציף\u2069"
    ('Quay 5', True)
    """
    is_mirrored = any(unicodedata.bidirectional(each) in ("R", "AL") for each in title)
    return f"\u2068{title}\u2069" if is_mirrored else title


def listed(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])
    ('A', 'A and B', 'A, B and C')
    """
    if len(names) < 2:
        return "".join(names)
    return say("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
