"""Reading the words of a file: those that somebody would see, page by page, for the search."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.intake.cage.cage import MOST_BYTES, Cage, PictureRefused
from casedb.model.file_words import Outcome, Reading, may_be_read

Page = tuple[int, str]
"""The number of a page or portion, from 1, and its text."""

_WHY = {
    "locked": Outcome.LOCKED,
    "slow": Outcome.SLOW,
    "large": Outcome.LARGE,
    "huge": Outcome.SLOW,
}


@dataclass(frozen=True, slots=True)
class FileWords:
    """What was read of a file, and the pages that have words."""

    reading: Reading
    pages: tuple[Page, ...] = ()


def read_words(data: bytes, media_type: str, cage: Cage) -> FileWords | None:
    """The words of a file; None where nobody can tell now, as the cage was closed.

    A file that cannot be read has none, and the outcome says why.
    """
    if not may_be_read(media_type):
        return FileWords(Reading(Outcome.NONE))
    if len(data) > MOST_BYTES:
        return FileWords(Reading(Outcome.LARGE))
    try:
        pages, is_cut = cage.words(data, media_type)
    except PictureRefused as trouble:
        if trouble.why == "closed":
            return None
        return FileWords(Reading(_WHY.get(trouble.why, Outcome.DAMAGED)))
    outcome = Outcome.TEXT if pages else Outcome.SLOW if is_cut else Outcome.NONE
    return FileWords(Reading(outcome, len(pages), is_cut), tuple(pages))
