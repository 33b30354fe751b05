"""The words of files: of which they are read, and what came of that.

They are derived from the bytes, for the search alone: no record, no field and no entry of the journal
holds one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casedb.words import say, term

PDF = "application/pdf"

READABLE = frozenset(
    (
        *(PDF, "text/plain", "application/json"),
        *("text/html", "multipart/related", "message/rfc822"),
    )
)
"""The media types (RFC 6838) of which the words are read."""

MOST_PAGES = 65_535
"""Pages of one file that are read."""

LONGEST_PAGE = 20_000
"""Characters of one page that are kept."""

MOST_OF_FILE = 4_000_000
"""Characters of one file that are kept; a book has fewer."""

MOST_OF_CASE = 400_000_000
"""Characters of all files of a case that are kept; what comes beyond is found by its name."""


class Outcome(StrEnum):
    """What came of reading the words of a file."""

    BEGUN = "begun"
    TEXT = "text"
    NONE = "none"
    LOCKED = "locked"
    DAMAGED = "damaged"
    SLOW = "slow"
    LARGE = "large"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: how many pages have words, and whether some were left out."""

    outcome: Outcome
    pages: int = 0
    is_cut: bool = False


_IN_WORDS = {
    Outcome.LOCKED: term("It is locked with a password: the search finds its name only."),
    Outcome.DAMAGED: term("Its text cannot be read: the search finds its name only."),
    Outcome.SLOW: term(
        "Reading its text took more time or memory than is allowed: the search finds its name only."
    ),
    Outcome.LARGE: term("It is too large for its text to be read: the search finds its name only."),
    Outcome.FULL: term(
        "The case has as much text as the search can take: it finds the name of this file only."
    ),
}
_NO_TEXT = term("There is no text in it: the search finds its name only.")
_NO_TEXT_IN_PDF = term("No text in this PDF: it is pictures of pages.")
_CUT = term("It is very long: the search finds the words of its beginning only.")


def may_be_read(media_type: str) -> bool:
    """Whether words are read from files of a media type."""
    return media_type in READABLE


def has_pages(media_type: str) -> bool:
    """Whether what was read of a file are pages that somebody can turn to, and no mere portions."""
    return media_type == PDF


def lack_in_words(reading: Reading, media_type: str) -> str:
    """What the search does not find of a file that was read, in a sentence; empty where it finds all."""
    if reading.outcome is Outcome.NONE:
        return say(_NO_TEXT_IN_PDF if has_pages(media_type) else _NO_TEXT)
    if reading.outcome in _IN_WORDS:
        return say(_IN_WORDS[reading.outcome])
    return say(_CUT) if reading.is_cut else ""
