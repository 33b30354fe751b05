"""How titles are shown in bars, lists and questions."""

from __future__ import annotations

from casedb.model.visible_text import visible
from casedb.words import say

LONGEST_TITLE = 120
"""Characters of a title that bars and lists show."""


def in_menu(title: str) -> str:
    """A title as an entry of a menu, where an ampersand would mark a letter.

    >>> in_menu("Ships & docks")
    'Ships && docks'
    """
    return (shown_title(title) or say("Untitled")).replace("&", "&&")


def shown_title(title: str) -> str:
    """A title as one short line: it may be long, and may hide what turns the rest around.

    >>> shown_title("  The port\\nof Rajin ")
    'The port of Rajin'
    """
    line = " ".join(visible(title[: 2 * LONGEST_TITLE]).split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"
