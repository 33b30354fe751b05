"""`Opening`: a case on its way to being open, whose boards can be drawn before all of it is read.

    with Opening.start("harbour.caseboard") as opening:
        sketch = opening.sketch(opening.boards[0].id)  # where its cards and all links are, in columns
        near = opening.near(sketch.cards.items[:30])   # whatever thirty cards show
        case = opening.finish()                        # the rest: may go on in another thread

A file that is damaged, or not plain in some other way, shows nothing early.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from casedb.case import Case
from casedb.disk import shown_name
from casedb.errors import CannotOpen, InvalidChange
from casedb.failing import on_failure
from casedb.garbage import uncollected
from casedb.ids import utc_now
from casedb.model.contents import Contents
from casedb.model.records import Board, CaseInfo, Record
from casedb.progress import Told
from casedb.sketch import Sketch
from casedb.store.early_rows import EarlyRows, NotPlain
from casedb.store.home import Home
from casedb.store.opening import open_file
from casedb.words import say


class Opening:
    """A case whose file is open: `finish` makes a `Case` of it, `close` lets go of it.

    `path`, `read_only` and `notices` are as those of the case will be, unless reading all of it
    finds damage. `info` and `boards` are the case record and the boards in the order of their tabs;
    without a title, and none, where nothing `is_plain`.
    """

    def __init__(self, path: Path, actor: str, home: Home, *, read_only: bool) -> None:
        opened = open_file(path, home, utc_now(), read_only=read_only)
        self._opened = opened
        self._actor = actor
        self.path = opened.path
        self.read_only = not opened.writable
        self.notices = opened.notices
        with on_failure(opened.close):
            self._rows = EarlyRows(opened.read_connection()) if opened.checked else None
            self._ground = self._read_ground()
        contents = Contents(self._ground)
        self.info = contents.info if self.is_plain else CaseInfo("")
        self.boards: tuple[Board, ...] = contents.boards

    def _read_ground(self) -> list[Record]:
        if self._rows is None:
            return []
        try:
            return self._rows.ground()
        except NotPlain:
            self._rows.close()
            self._rows = None
            return []

    @classmethod
    def start(
        cls,
        path: Path | str,
        *,
        actor: str = "",
        home: Home | None = None,
        read_only: bool = False,
    ) -> Self:
        """Check a file, take the lock and connect: what `Case.open` begins with.

        Raises CannotOpen, NotACase or CaseDamaged.
        """
        return cls(Path(path), actor, home or Home.of_user(), read_only=read_only)

    @property
    def is_plain(self) -> bool:
        """Whether anything can be shown before all is read."""
        return self._rows is not None

    def sketch(self, board_id: str, *, with_links: bool = True) -> Sketch | None:
        """A board in columns, in half the time without links; None for a file that is not plain:
        then only `finish` helps."""
        if self._rows is None:
            return None
        try:
            with uncollected():
                return self._rows.sketch(board_id, with_links=with_links)
        except NotPlain:
            return None

    def near(self, item_ids: Iterable[str], link_ids: Iterable[str] = ()) -> Contents:
        """A small case: all that the faces of these items and the strings of these links need.

        Ids that there are not are left out. May be asked in any thread, also while another finishes.
        Raises CannotOpen where nothing can be shown early, or no more.
        """
        try:
            if self._rows is None:
                raise NotPlain
            near = self._rows.near(item_ids, link_ids)
            return Contents([*self._ground, *near.records], card_counts=near.card_counts)
        except NotPlain as trouble:
            raise CannotOpen(
                say(
                    "“{name}” cannot be shown in part; it has to be read as a whole.",
                    name=shown_name(self.path),
                )
            ) from trouble

    def finish(self, told: Told | None = None) -> Case:
        """Read the rest, once: the case, which is its taker's to close. `told` as for `Case.open`.

        Where it fails, or is ended by `told`, everything is closed.
        """
        opened, self._opened = self._opened, None
        if opened is None:
            raise InvalidChange(say("This opening is finished already."))
        with on_failure(opened.close), on_failure(self.close):
            return Case(opened, self._actor, told)

    def show_no_more(self) -> None:
        """End what is being read early in another thread, and read nothing more early."""
        if self._rows is not None:
            self._rows.close()

    def close(self) -> None:
        """Let go of the file, unless a case was made of it. Harmless twice."""
        self.show_no_more()
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
