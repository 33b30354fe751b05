"""Text between the case and a text box of Qt, without losing what Qt cannot hold.

A text box knows one sort of paragraph end; a text in a case may have several. Only what was edited
is taken from the box, all around it stays as it was, to the letter.
"""

from __future__ import annotations

import re
import unicodedata

PARAGRAPH = "\u2029"
"""What a document of Qt has at the end of a paragraph."""

_BREAKS = ("\n", "\r", PARAGRAPH, "\ufdd0", "\ufdd1")
_FOREIGN = frozenset(_BREAKS[1:])
_ANY_BREAK = re.compile("\r\n|[" + "".join(_BREAKS) + "]")
_LOOKED_AT = 2_000


def as_paragraphs(text: str) -> str:
    r"""A text as a document of Qt has it: whatever ends a line ends a paragraph.

    >>> as_paragraphs("one\r\ntwo\n") == "one\u2029two\u2029"
    True
    """
    return _ANY_BREAK.sub(PARAGRAPH, text)


def rejoin(kept: str, raw: str) -> str:
    r"""A text after an edit: `kept` is what it was, `raw` the document's text now.

    >>> rejoin("one\r\ntwo\r\nthree", "one\u2029TWO\u2029three")
    'one\r\nTWO\r\nthree'
    """
    if _FOREIGN.isdisjoint(kept):
        return raw.replace(PARAGRAPH, "\n")
    units = _units(kept)
    old = "".join(PARAGRAPH if each[0] in _BREAKS else each for each in units)
    most = min(len(old), len(raw))
    head = next((n for n in range(most) if old[n] != raw[n]), most)
    room = most - head
    tail = next((n for n in range(room) if old[-1 - n] != raw[-1 - n]), room)
    edited = raw[head : len(raw) - tail].replace(PARAGRAPH, "\n")
    return "".join([*units[:head], edited, *units[len(units) - tail :]])


def _units(text: str) -> list[str]:
    """The text in pieces, each of which is one character in a document."""
    found: list[str] = []
    for sign in text:
        if sign == "\n" and found and found[-1] == "\r":
            found[-1] = "\r\n"
        else:
            found.append(sign)
    return found


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction of its own runs from right to left."""
    for sign in text[:_LOOKED_AT]:
        way = unicodedata.bidirectional(sign)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return False
