"""`Seams`: where a very long paragraph is cut in a text box, and only there.

Qt lays out a whole paragraph at every key, and a word that does not end several times over. So a
box holds such a paragraph in pieces; the cuts are no part of the text and never come out of the box.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left

from caseboard.inspector.controls.exact_text import PARAGRAPH

LONGEST_PARAGRAPH = 8_000
"""A paragraph with more characters than this is shown in pieces."""

PIECE = 2_000
"""Characters in a piece, about: it ends at a space where one is near."""

_NEAR = 200
_BOUND = ("Mn", "Me", "Mc", "Cf", "Sk")


class Seams:
    """The places in a document's text at which a break is a cut and no end of a paragraph."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._text = ""

    def __bool__(self) -> bool:
        return bool(self._places)

    def start(self, places: list[int], text: str) -> None:
        """Begin anew with a document's text and the places of the cuts in it, in order."""
        self._places, self._text = places, text

    def follow(self, text: str) -> None:
        """Take note of an edit of one stretch, after which the document has this text.

        Cuts within what was replaced are gone; those behind it have moved along.
        """
        head = _alike(self._text, text)
        most = min(len(self._text), len(text)) - head
        tail = _alike_behind(self._text, text, most)
        first, behind = bisect_left(self._places, head), len(self._text) - tail
        moved = len(text) - len(self._text)
        later = [each + moved for each in self._places[first:] if each >= behind]
        self._places = [*self._places[:first], *later]
        self._text = text

    def add(self, places: list[int]) -> None:
        """Take note of cuts in what was just put in."""
        self._places = sorted({*self._places, *places})

    def without(self, text: str, start: int = 0) -> str:
        """A stretch of the document's text, from a place on, without the cuts in it."""
        end, parts, at = start + len(text), list[str](), 0
        first, behind = bisect_left(self._places, start), bisect_left(self._places, end)
        for each in self._places[first:behind]:
            parts.append(text[at : each - start])
            at = each - start + 1
        return "".join([*parts, text[at:]]) if parts else text

    def is_cut(self, place: int) -> bool:
        """Whether the break at a place is a cut."""
        at = bisect_left(self._places, place)
        return at < len(self._places) and self._places[at] == place


def cut(text: str) -> tuple[str, list[int]]:
    """A document's text with its very long paragraphs in pieces, and the places of the cuts."""
    if len(text) <= LONGEST_PARAGRAPH:
        return text, []
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for paragraph in text.split(PARAGRAPH):
        if pieces:
            pieces.append(PARAGRAPH)
            at += 1
        start = 0
        while len(paragraph) > LONGEST_PARAGRAPH and len(paragraph) - start > 2 * PIECE:
            end = _end_of_piece(paragraph, start + PIECE)
            pieces += (paragraph[start:end], PARAGRAPH)
            at += end - start
            places.append(at)
            at += 1
            start = end
        pieces.append(paragraph[start:])
        at += len(paragraph) - start
    return "".join(pieces), places


def _end_of_piece(paragraph: str, near: int) -> int:
    space = paragraph.rfind(" ", near - _NEAR, near) + 1
    if space:
        return space
    # A sign and the marks that belong to it stay together, unless there is no end of them.
    return next(
        (
            end
            for end in range(near, near - _NEAR, -1)
            if unicodedata.category(paragraph[end]) not in _BOUND
            and unicodedata.category(paragraph[end - 1]) != "Cf"
        ),
        near,
    )


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common from their starts."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_behind(one: str, other: str, most: int) -> int:
    """How many characters two texts have in common before their ends, up to a number."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low
