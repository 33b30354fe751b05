"""`PastPictures`: thumbnails with what was marked on them as of an entry of the journal.

What is blurred now is blurred there as well: whoever hides something means it, however old the board is
that shows it.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from caseboard.marked_pictures import Marked, marks_on, with_marks
from caseboard.thumbnails import CardPictures, Thumbnails
from casedb import Change
from casedb.model.contents import Contents
from casedb.model.marks import Form
from casedb.model.records import Annotation

MOST = 200
"""Pictures with marks that are kept: more than a board shows at once."""


class _Painted(NamedTuple):
    plain: int
    marks: tuple[Marked, ...]
    image: QImage


class PastPictures(CardPictures):
    """The thumbnails of a case, marked as they were in the contents of `then`."""

    def __init__(
        self, thumbnails: Thumbnails, now: Contents, then: Contents, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._now, self._then = now, then
        self._painted: OrderedDict[tuple[str, int], _Painted] = OrderedDict()
        thumbnails.ready.connect(self.ready)

    def __call__(self, artifact: str, width: int) -> QImage | None:
        """The thumbnail of an artifact at least `width` pixels wide, or None while it is not here."""
        plain = self._thumbnails.plain(artifact, width)
        if plain is None or not (marks := self._marks_on(artifact)):
            return plain
        key = (artifact, width)
        held = self._painted.get(key)
        if held is None or (held.plain, held.marks) != (plain.cacheKey(), marks):
            held = _Painted(plain.cacheKey(), marks, with_marks(plain, marks))
            self._painted[key] = held
            if len(self._painted) > MOST:
                self._painted.popitem(last=False)
        return held.image

    def _marks_on(self, artifact: str) -> tuple[Marked, ...]:
        now = marks_on(self._now, artifact)
        return (
            *(each for each in now if each.mark.form is Form.BLUR),
            *marks_on(self._then, artifact),
        )

    def follow(self, change: Change) -> None:
        """Have painted anew what was marked otherwise before a step through the journal."""
        touched = {each.record.artifact for each in change.edits if type(each.record) is Annotation}
        for artifact in sorted(touched):
            self.ready.emit(artifact)
