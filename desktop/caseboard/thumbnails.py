"""Thumbnails of artifacts, with what is marked on them: decoded in the cage, kept in a cache with a stated size.

The window never waits for a picture and never decodes one itself. What was asked for last is made
first: whoever has looked elsewhere meanwhile sees what is there now. Bytes are read on a connection of
the worker's own, and decoded in a process of their own that no picture can take the window down with.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QMutex, QMutexLocker, QObject, QRunnable, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from caseboard.marked_pictures import marks_on, with_marks
from casedb import Case, Change
from casedb.errors import CaseError
from casedb.intake.cage.cage import REASONS, Cage, PictureRefused, Pixels
from casedb.model.custody import tombstone_in_words, tombstone_of
from casedb.model.drawable import may_be_drawn
from casedb.model.records import Annotation
from casedb.store.reader import Reader
from casedb.words import say, term

BUDGET = 96 << 20
"""Bytes of decoded thumbnails that are kept."""

MOST_WAITING = 2000
"""Thumbnails that are waited for at once, more than a board shows; older wishes are dropped."""

UNDER_WAY = 2
"""How many the worker is given at a time, so that it need not wait for the window."""

SHORTLY = 200
"""Milliseconds that closing waits for a picture that is being decoded before it is given up."""

WIDTHS = (128, 320, 640)
"""Widths in pixels that thumbnails are made in; a wish is rounded up to one of them."""

NOT_DRAWN = term("Pictures of this format are kept as they are and not drawn.")


class Thumbnails(QObject):
    """The thumbnails of one case.

    `ready(str)` carries the SHA-256 of a picture whose thumbnail has arrived or failed, or is not
    waited for any more: whoever still shows it asks again.
    """

    ready = Signal(str)

    def __init__(self, case: Case, cage: Cage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.cage = cage
        self._kept: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        # With what is marked on them, of those on which anything is.
        self._marked: dict[tuple[str, int], QImage] = {}
        self._size = 0
        self._waiting: OrderedDict[tuple[str, int], None] = OrderedDict()
        self._under_way: set[tuple[str, int]] = set()
        self.failed: dict[str, str] = {}
        self._rests = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._source = _Source(case)
        self._done = _Done(self)
        self._done.made.connect(self._take)
        self._forgetting = QTimer(self, interval=0, singleShot=True)
        self._forgetting.timeout.connect(self._forget)
        self._stop = case.listen(self._follow)

    def __call__(self, artifact: str, width: int) -> QImage | None:
        """The thumbnail of an artifact at least `width` pixels wide, or None while it is not here.

        A null image means that there is no picture to be had; `failed` says why.
        """
        record = self._case.contents.artifacts.get(artifact)
        tombstone = tombstone_of(record) if record is not None else None
        if tombstone is not None:
            self._let_go(artifact)
            self.failed[artifact] = tombstone_in_words(tombstone)
            return QImage()
        wanted = _made_width(width)
        key = (artifact, wanted)
        held = self._kept.get(key)
        if held is not None:
            self._kept.move_to_end(key)
            return self._with_marks(key, held)
        if artifact in self.failed:
            return QImage()
        if key not in self._under_way:
            if key not in self._waiting and (record is None or not may_be_drawn(record.media_type)):
                self.failed[artifact] = say(NOT_DRAWN)
                return QImage()
            self._waiting[key] = None
            self._waiting.move_to_end(key)
            self._go_on()
        return None

    def plain(self, artifact: str, width: int) -> QImage | None:
        """The same without any marks, for whoever shows others."""
        if (shown := self(artifact, width)) is None:
            return None
        return self._kept.get((artifact, _made_width(width)), shown)

    def _with_marks(self, key: tuple[str, int], plain: QImage) -> QImage:
        """A picture with what is marked on it, painted once."""
        marks = marks_on(self._case.contents, key[0])
        if not marks:
            return plain
        if key not in self._marked:
            self._marked[key] = with_marks(plain, marks)
            self._size += self._marked[key].sizeInBytes()
        return self._marked[key]

    def _follow(self, change: Change) -> None:
        """Paint anew what is marked now."""
        touched = {each.record.artifact for each in change.edits if type(each.record) is Annotation}
        for artifact in sorted(touched):
            for width in WIDTHS:
                self._drop_marked((artifact, width))
            self.ready.emit(artifact)

    def _drop_marked(self, key: tuple[str, int]) -> None:
        gone = self._marked.pop(key, None)
        self._size -= gone.sizeInBytes() if gone is not None else 0

    def _let_go(self, artifact: str) -> None:
        """Keep no picture of bytes that were expunged."""
        for width in WIDTHS:
            gone = self._kept.pop((artifact, width), None)
            self._size -= gone.sizeInBytes() if gone is not None else 0
            self._drop_marked((artifact, width))

    def rest(self, *, is_so: bool) -> None:
        """Read nothing from the file for a while, as somebody writes it, or go on."""
        self._rests = is_so
        if not is_so:
            self._go_on()

    def _go_on(self) -> None:
        """Give the worker the newest wishes, and drop the oldest where there are too many."""
        while not self._rests and self._waiting and len(self._under_way) < UNDER_WAY:
            key, _ = self._waiting.popitem(last=True)
            self._under_way.add(key)
            self._source.open()
            self._pool.start(_Job(self._source, self.cage, self._done, *key))
        if len(self._waiting) > MOST_WAITING and not self._forgetting.isActive():
            # Not at once: this is called while somebody paints.
            self._forgetting.start()

    def _forget(self) -> None:
        gone = set[str]()
        while len(self._waiting) > MOST_WAITING:
            (artifact, _), _ = self._waiting.popitem(last=False)
            gone.add(artifact)
        for artifact in sorted(gone):
            self.ready.emit(artifact)

    def held(self, artifact: str, width: int) -> QImage:
        """A thumbnail that is here already, rather too wide than too small; else a null image."""
        wanted = _made_width(width)
        best_first = sorted(WIDTHS, key=lambda each: (each < wanted, abs(each - wanted)))
        held = ((each, self._kept.get((artifact, each))) for each in best_first)
        found = (self._with_marks((artifact, n), image) for n, image in held if image is not None)
        return next(found, QImage())

    def close(self) -> None:
        """Stop the worker and give its connection back."""
        self._stop()
        self._waiting.clear()
        self._forgetting.stop()
        self._pool.clear()
        if not self._pool.waitForDone(SHORTLY):
            self.cage.interrupt()
            self._pool.waitForDone(5_000)
        self._source.close()

    def _take(self, artifact: str, width: int, image: QImage, why: str) -> None:
        self._under_way.discard((artifact, width))
        self._go_on()
        if image.isNull():
            self.failed[artifact] = why
        else:
            self._kept[(artifact, width)] = image
            self._size += image.sizeInBytes()
            while self._size > BUDGET and len(self._kept) > 1:
                key, gone = self._kept.popitem(last=False)
                self._size -= gone.sizeInBytes()
                self._drop_marked(key)
        self.ready.emit(artifact)


def _made_width(width: int) -> int:
    return next((each for each in WIDTHS if each >= width), WIDTHS[-1])


class _Done(QObject):
    """Carries a finished thumbnail from the worker to the window's thread."""

    made = Signal(str, int, QImage, str)


class _Source:
    """The worker's own connection."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._reader: Reader | None = None
        self._guard = QMutex()

    def open(self) -> None:
        """Open it, on the window's thread: a case hands out its connections there."""
        with QMutexLocker(self._guard):
            if self._reader is None:
                self._reader = self._case.reader()

    def read(self, artifact: str) -> bytes:
        with QMutexLocker(self._guard):
            if self._reader is None:
                raise PictureRefused(say(REASONS["closed"]))
            return self._reader.artifact_bytes(artifact)

    def close(self) -> None:
        with QMutexLocker(self._guard):
            if self._reader is not None:
                self._reader.close()
                self._reader = None


class _Job(QRunnable):
    def __init__(self, source: _Source, cage: Cage, done: _Done, artifact: str, width: int) -> None:
        super().__init__()
        self._source, self._cage, self._done = source, cage, done
        self._artifact, self._width = artifact, width

    def run(self) -> None:
        source, cage, done = self._source, self._cage, self._done
        artifact, width = self._artifact, self._width
        # Qt for Python keeps the shell of a job now and then: no case may hang on it.
        vars(self).clear()
        why = say(REASONS["damaged"])
        image = QImage()
        try:
            image = image_of(cage.thumbnail(source.read(artifact), width))
        except CaseError as trouble:
            why = str(trouble)
        finally:
            # Whatever a decoder raises: a card that waits for its picture is told.
            done.made.emit(artifact, width, image, why)


def image_of(made: Pixels) -> QImage:
    """A decoded picture as Qt paints it."""
    image = QImage(
        made.rgba, made.width, made.height, made.width * 4, QImage.Format.Format_RGBA8888
    )
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
