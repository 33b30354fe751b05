"""A redacted copy of a case: a new file that holds what a profile leaves, and nothing else of what went.

Its journal begins with one entry, which names the entry of the case that it was made of and that entry's
hash, and vouches for every record that it holds. Whatever leaves the house redacted is exported from such
a copy, and what was written is searched before it is handed over.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casedb.case import Case
from casedb.errors import CaseDamaged, ExportRefused, NotSaved
from casedb.exchange.byte_search import Searched, search_bytes
from casedb.file_texts import words_of
from casedb.history import Journal
from casedb.intake.cage.cage import Cage
from casedb.model.changes import ChangeSet, Edit
from casedb.model.file_words import may_be_read
from casedb.model.handling import Deed, Handling
from casedb.model.records import Artifact
from casedb.model.redaction import Profile
from casedb.progress import Told
from casedb.redacting import Fate, Files, Redacted, blurred_on, redact
from casedb.redrawing import Redrawn, redraw
from casedb.store import copies
from casedb.store.artifacts import PIECE
from casedb.store.home import Home
from casedb.store.journal_rows import JournalRows
from casedb.store.private_copy import PrivateFolder
from casedb.words import say

LABEL = "Make redacted copy"

_NAME = "case.caseboard"
"""What a copy is called that only lives as long as something is written from it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The entry of a case that a redacted copy was made after: its number, its hash, and when it was."""

    entries: int
    head: str
    at: str


def origin_of(case: Case) -> Origin | None:
    """What a case is a redacted copy of; None where it is none."""
    if case.journal.length < 1:
        return None
    try:
        first = case.journal.entry(1)
    except CaseDamaged:
        return None
    told = first.told
    if told is None or told.deed is not Deed.REDACTED or not told.head:
        return None
    return Origin(told.as_of, told.head, first.at)


def moment_of(case: Case) -> tuple[int, str]:
    """The number and hash of the journal entry that what leaves a case goes by: of a redacted copy that
    nobody has worked on, those of the case that it was made of."""
    origin = origin_of(case) if case.journal.length == 1 else None
    if origin is not None:
        return origin.entries, origin.head
    return case.journal.length, case.journal.head


def preview(case: Case, profile: Profile, cage: Cage) -> Redacted:
    """What would become of a case, with no picture drawn yet."""
    return _redacted(case, profile, cage, None)


def save_redacted(
    case: Case, profile: Profile, path: Path, cage: Cage, told: Told | None = None
) -> Redacted:
    """Write a redacted copy of a case under another name, checked and searched, or nothing at all.

    `told` hears how many files were drawn, and of how many; what it raises ends it. Raises NotSaved, and
    ExportRefused where something that must not leave was found in what was written.
    """
    if case.losses:
        raise ExportRefused(
            say("The case is damaged. Save a Copy of it first, and redact that one.")
        )
    first = _redacted(case, profile, cage, None)
    wanted = [each for each, fate in first.fates.items() if fate is Fate.DRAWN]
    drawn: dict[str, tuple[Redrawn, ...]] = {}
    for at, artifact in enumerate(wanted):
        if told is not None:
            told(at, len(wanted))
        record = case.contents.artifacts[artifact]
        blurred = blurred_on(case.contents, artifact)
        drawn[artifact] = redraw(record, case.artifact_bytes, blurred, cage)
    made = _redacted(case, profile, cage, drawn)
    pictures = {each.drawn.sha256: each.png for pages in drawn.values() for each in pages}
    copies.save_made(
        path,
        made.contents,
        lambda rows: _write_journal(rows, case, made),
        lambda artifact: _pieces(case, artifact, pictures),
        lambda partial: _refuse_found(_search(partial, made)),
    )
    return made


@contextlib.contextmanager
def redacted_case(
    case: Case, profile: Profile, cage: Cage, home: Home | None = None, told: Told | None = None
) -> Generator[tuple[Case, Redacted, Path]]:
    """A redacted copy of a case, open for reading, for as long as something is written from it; what is
    left of the case, and a private folder for what is written, which goes with the copy.

    Raises what `save_redacted` does, and CannotOpen.
    """
    home = home or Home.of_user()
    try:
        folder = PrivateFolder(home)
    except OSError as trouble:
        raise NotSaved(
            say("There is no room for a redacted copy: {reason}.", reason=trouble.strerror)
        ) from trouble
    with folder as held:
        path = held / _NAME
        made = save_redacted(case, profile, path, cage, told)
        with Case.open(path, home=home, read_only=True) as copy:
            yield copy, made, held


def search_output(path: Path, made: Redacted) -> Searched:
    """Search every byte of what was written, a file or a folder. Raises ExportRefused where anything is
    found that must not leave, or it cannot be read."""
    try:
        searched = _search(path, made)
    except OSError as trouble:
        raise ExportRefused(
            say(
                "What was written could not be searched ({reason}), so nothing was handed over.",
                reason=trouble.strerror,
            )
        ) from trouble
    _refuse_found(searched)
    return searched


def _search(path: Path, made: Redacted) -> Searched:
    return search_bytes(path, (*made.names, *made.secrets))


def _refuse_found(searched: Searched) -> None:
    if not searched.found:
        return
    first, more = searched.found[0], len(searched.found) - 1
    told = say(
        "“{text}” is left out, and was found in {where}. Nothing was written.",
        text=first.text[:80],
        where=first.where,
    )
    rest = say(" And {n} more was found.", " And {n} more were found.", n=more) if more else ""
    raise ExportRefused(told + rest)


def _redacted(
    case: Case,
    profile: Profile,
    cage: Cage,
    drawn: Mapping[str, Sequence[Redrawn]] | None,
) -> Redacted:
    entries = list(case.journal.entries())
    at = entries[-1].at if entries else ""
    actors = dict.fromkeys(each.actor for each in entries)
    pages = (
        {name: [each.drawn for each in found] for name, found in drawn.items()}
        if drawn is not None
        else None
    )
    says = _says(case, cage)
    return redact(case.contents, profile, at, tuple(actors), Files(says, pages))


def _says(case: Case, cage: Cage) -> Callable[[Artifact], str]:
    def says(artifact: Artifact) -> str:
        if not may_be_read(artifact.media_type):
            return ""
        words = words_of(artifact, case.artifact_bytes, cage)
        return "\n".join(text for _, text in words.pages) if words is not None else ""

    return says


def _write_journal(rows: JournalRows, case: Case, made: Redacted) -> None:
    newest = case.journal.entry(case.journal.length)
    told = Handling(Deed.REDACTED, every=True, as_of=case.journal.length, head=case.journal.head)
    edits = tuple(Edit(None, each) for each in made.contents.records())
    Journal(rows).write(ChangeSet(LABEL, edits), newest.at, "", final=True, told=told)


def _pieces(case: Case, artifact: str, pictures: Mapping[str, bytes]) -> Iterable[bytes]:
    if artifact not in pictures:
        return case.artifact_pieces(artifact)
    stream = io.BytesIO(pictures[artifact])
    return iter(lambda: stream.read(PIECE), b"")
