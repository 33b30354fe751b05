"""`Errand`: one delivery on its way into a case, and `Watching`, how far it has come."""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

from caseboard.dropping import Dropped
from casedb.apart import Apart
from casedb.capture import Capture
from casedb.delivery import Standing
from casedb.errors import Stopped
from casedb.model.changes import ChangeSet
from casedb.model.geometry import Point
from casedb.portions import PORTION
from casedb.taking import Found, Taking
from casedb.words import say, term

FEW, SMALL = 24, 4 << 20
"""So many files, of so many bytes together, are stored at once: the window waits for less than a blink."""

CANCELLED = term("This was cancelled, and nothing was taken in.")


class Watching:
    """How far a delivery has come: told in a worker, looked at in the window's thread."""

    def __init__(self) -> None:
        self.now = Standing(0, 0)
        self.part: tuple[int, int] | None = None
        """How many steps are done, and of how many (0 where nobody can say), of what is no longer looking
        at files or storing them."""
        self.is_noting = self.is_ending = False
        self._stop = threading.Event()

    def tell(self, standing: Standing) -> None:
        """Take note. Raises Stopped where an end is wished."""
        self.now = standing
        if self._stop.is_set():
            raise Stopped(say(CANCELLED))

    def begin_storing(self, whole: int) -> None:
        """The bytes of so many files are stored now."""
        self.now = Standing(0, whole)
        self.part, self.is_noting = None, False

    def note(self, done: int, whole: int) -> None:
        """Take note how far records and journal are. Raises Stopped where an end is wished."""
        self.part, self.is_noting = (done, whole), True
        self.tell(self.now)

    def last(self) -> None:
        """What is done now cannot be stopped any more. Raises Stopped where that was wished before."""
        self.tell(self.now)
        self.is_ending = True

    def stop(self) -> None:
        """Wish for an end."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether an end is wished."""
        return self._stop.is_set()


@dataclass
class Errand:
    """One delivery on its way: what came and where to, and what has been made of it so far.

    `edits` are the edits of the change that is stored. `holder` is the item that the files are attached to, before its others where they lead; without one
    cards are made. Where they were `given` by a drop on its card, satellite images become cards of
    their own, and so does everything where there are folders.
    """

    dropped: Dropped
    at: Point
    is_exact: bool
    board: str
    capture: Capture | None = None
    holder: str = ""
    leads: bool = False
    given: bool = False
    watching: Watching = field(default_factory=Watching)
    found: Sequence[Found] = ()
    taking: Taking = field(default_factory=Taking)
    laid: ChangeSet | None = None
    apart: Apart | None = None
    edits: int = 0
    tries: int = 0

    @property
    def is_small(self) -> bool:
        """Whether it can be stored while the window waits."""
        offers = [each.offer for each in self.found if each.offer is not None]
        return len(offers) <= FEW and sum(each.artifact.size for each in offers) <= SMALL

    def follow(self) -> Generator[None]:
        """Let the case in memory follow what was stored, and tell how far it is."""
        if self.apart is not None:
            for n, _ in enumerate(self.apart.follow(), 1):
                self.watching.part = min(n * PORTION, self.edits), self.edits
                yield
