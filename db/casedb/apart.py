"""`Apart`: a change that takes long to be written, while the case is read and shown as it was."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace

from casedb.entries import Action, Entry
from casedb.intake.offer import Opener
from casedb.model.changes import ChangeSet
from casedb.progress import Told
from casedb.writing import Work


class Apart:
    """A change that is written in another thread, while the case is read and shown as it was.

    `write` it in any thread, then `finish` in the case's own; `end` in any case, which is harmless
    after `finish` and leaves the case as it was before.
    """

    def __init__(
        self,
        write: Callable[[Work], Entry],
        retracing: Callable[[Action], Work | None],
        follow: Callable[[Entry, ChangeSet], Iterator[None]],
        ended: Callable[[Apart], None],
    ) -> None:
        self._write = write
        self._retracing = retracing
        self._follow = follow
        self._ended = ended
        self._written: tuple[Entry, ChangeSet] | None = None
        self._following: Iterator[None] | None = None

    def write(
        self,
        change: ChangeSet,
        bytes_of: Mapping[str, Opener],
        last: Callable[[], None] | None = None,
        noting: Told | None = None,
    ) -> None:
        """Write the change, its bytes and its entry; on the disk when it returns.

        `noting` hears how far the records and the entry are, once the bytes are stored. `last` is called once before the last step, which nothing can stop; what it raises takes all
        of it back. Raises what `Case.run` raises; then nothing has changed, and it may be tried again.
        """
        self._carry_out(Work(change=change, bytes_of=bytes_of, last=last, noting=noting))

    def undo(self, last: Callable[[], None] | None = None) -> None:
        """Write that the last step is taken back, where there is one; as `write` does.

        Raises what `write` raises, and what `Case.undo` does.
        """
        self._retrace("undo", last)

    def redo(self, last: Callable[[], None] | None = None) -> None:
        """Write that the last undone step is brought back, where there is one; as `undo` does."""
        self._retrace("redo", last)

    def _retrace(self, action: Action, last: Callable[[], None] | None) -> None:
        work = self._retracing(action)
        if work is not None:
            self._carry_out(replace(work, last=last))

    def _carry_out(self, work: Work) -> None:
        self._written = self._write(work), work.change

    @property
    def is_written(self) -> bool:
        """Whether something is on the disk that the case in memory has not followed to the end."""
        return self._written is not None

    def follow(self) -> Generator[None]:
        """Let the case in memory follow what was written, a portion at a time.

        Listeners are told of each portion as of a change of its own, with the one entry.
        """
        if self._written is not None and self._following is None:
            self._following = self._follow(*self._written)
        if self._following is not None:
            yield from self._following
        self.end()

    def finish(self) -> Entry | None:
        """Let the case in memory follow all that was written; None where nothing was."""
        for _ in self.follow():
            pass
        written, self._written = self._written, None
        return written[0] if written is not None else None

    def end(self) -> None:
        """Let the case take other changes again."""
        self._ended(self)
