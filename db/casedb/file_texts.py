"""The words of the files of a case: which are still to be read, reading them, and what came of it.

They are derived: no entry of the journal tells of them, undoing and redoing leave them alone, and what
is read once stays until the bytes are expunged. Nothing is read while a case is only looked at, so
that opening it changes no byte: whoever has the case open asks for it after the first change, or by
hand.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeAlias

from casedb.errors import ArtifactMissing
from casedb.intake.cage.cage import MOST_BYTES, Cage
from casedb.intake.reading import FileWords, read_words
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.model.file_words import MOST_OF_CASE, Outcome, Reading, may_be_read
from casedb.model.records import Artifact
from casedb.store import artifacts, texts
from casedb.store.connections import Connection

if TYPE_CHECKING:
    from casedb.case import Case

PORTION = 20
"""Pages that are stored at once: a change that somebody makes meanwhile waits no longer than for those."""

Told: TypeAlias = "Callable[[int, int], None]"
"""Hears how many files are read, and of how many; what it raises ends the reading."""


class FileTexts:
    """The words of the files of an open case.

    `write` begins a transaction in whichever thread asks for it, one after the other.
    """

    def __init__(
        self,
        contents: Contents,
        reading: Connection,
        write: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        self._contents = contents
        self._reading = reading
        self._write = write

    def unread(self) -> list[Artifact]:
        """The files of the case of which the words are still to be read, the smallest first."""
        read = texts.read_already(self._reading)
        if read is None:
            # A damaged file, or one of a newer format: nothing is kept in it any more.
            return []
        wanted = (
            each
            for each in self._contents.artifacts.values()
            if may_be_read(each.media_type) and each.id not in read and not is_expunged(each)
        )
        return sorted(wanted, key=lambda each: (each.size, each.id))

    def reading_of(self, artifact: str) -> Reading | None:
        """What came of reading a file, by SHA-256; None where it is still to be read."""
        return texts.reading_of(self._reading, artifact)

    def text_of(self, artifact: str, most: int) -> str:
        """What a file says, no more than so many signs or a page above; empty where it was not read."""
        return texts.text_of(self._reading, artifact, most)

    def saying(self, words: str, most: int) -> frozenset[str]:
        """The artifacts that say some folded words one after the other, no more than so many."""
        return texts.saying(self._reading, words, most)

    def keep(self, artifact: str, words: FileWords) -> None:
        """Keep what was read of a file, in place of what was kept of it; any thread may.

        Where the bytes have gone meanwhile nothing is kept. Raises ReadOnlyCase, NotSaved or
        CaseReplaced; what was kept so far is then replaced the next time.
        """
        portions = [words.pages[at : at + PORTION] for at in range(0, len(words.pages), PORTION)]
        number = 0
        for at, portion in enumerate(portions or [()]):
            with self._write() as link:
                if at == 0:
                    if not artifacts.holds(link, artifact):
                        return
                    size = sum(len(text) for _, text in words.pages)
                    if texts.count_characters(link) + size > MOST_OF_CASE:
                        words, portion, portions = FileWords(Reading(Outcome.FULL)), (), []
                    number = texts.begin(link, artifact)
                elif not texts.is_begun(link, number, artifact):
                    return
                texts.add(link, number, portion)
                if at + 1 >= len(portions):
                    texts.finish(link, number, words.reading)
                    return

    def read_again(self) -> None:
        """Let all files be read once more, as if none had been. Raises what `keep` raises."""
        with self._write() as link:
            texts.reopen_all(link)


def words_of(artifact: Artifact, read: Callable[[str], bytes], cage: Cage) -> FileWords | None:
    """The words of a file; `read` gives its bytes. None where nobody can tell now."""
    if artifact.size > MOST_BYTES:
        return FileWords(Reading(Outcome.LARGE))
    try:
        return read_words(read(artifact.id), artifact.media_type, cage)
    except ArtifactMissing:
        # That its bytes cannot be read is told where they are wanted.
        return None


def read_files(case: Case, cage: Cage, told: Told | None = None) -> int:
    """Read and keep the words of all files that are still to be read; how many were.

    Raises what `told` raises, and ReadOnlyCase, NotSaved or CaseReplaced.
    """
    unread = case.texts.unread()
    done = 0
    for at, artifact in enumerate(unread):
        if told is not None:
            told(at, len(unread))
        words = words_of(artifact, case.artifact_bytes, cage)
        if words is not None:
            case.texts.keep(artifact.id, words)
            done += 1
    return done
