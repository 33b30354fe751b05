"""Thumbnails of artifacts, with what is marked on them: decoded in the cage, kept in a cache with a stated size.

The window never waits for a picture and never decodes one itself. What was asked for last is made
first: whoever has looked elsewhere meanwhile sees what is there now. Bytes are read on a connection of
the worker's own, and decoded in a process of their own that no picture can take the window down with.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QMutex, QMutexLocker, QObject, QRunnable, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage

from caseboard.marked_pictures import marks_on, with_marks
from casedb import Case, Change
from casedb.errors import CaseError
from casedb.intake.cage.cage import REASONS, Cage, Part, PictureRefused, Pixels
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


class Wish(NamedTuple):
    """What is asked for: a picture at most so wide; of a `part` of it, also at most so high."""

    artifact: str
    width: int
    part: Part | None = None
    height: int = 0


class CardPictures(QObject):
    """Thumbnails for whoever paints cards.

    `ready(str)` carries the SHA-256 of a picture whose thumbnail has arrived or failed, or is not
    waited for any more: whoever still shows it asks again.
    """

    ready = Signal(str)

    def __call__(self, artifact: str, width: int) -> QImage | None:
        """The thumbnail of an artifact at least `width` pixels wide, or None while it is not here."""
        raise NotImplementedError


class Thumbnails(CardPictures):
    """The thumbnails of one case, and pictures of parts of its files."""

    def __init__(self, case: Case, cage: Cage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.cage = cage
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        # With what is marked on them, of those on which anything is.
        self._marked: dict[Wish, QImage] = {}
        self._size = 0
        self._waiting: OrderedDict[Wish, None] = OrderedDict()
        self._under_way: set[Wish] = set()
        self._sizes: dict[tuple[str, int], tuple[int, int]] = {}
        self.failed: dict[str, str] = {}
        self.failed_parts: dict[tuple[str, Part], str] = {}
        """Why there is no picture of a part, in a sentence."""
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
        wish = Wish(artifact, _made_width(width))
        held = self._kept.get(wish)
        if held is not None:
            self._kept.move_to_end(wish)
            return self._with_marks(wish, held)
        if artifact in self.failed:
            return QImage()
        is_known = wish in self._under_way or wish in self._waiting
        if not is_known and (record is None or not may_be_drawn(record.media_type)):
            self.failed[artifact] = say(NOT_DRAWN)
            return QImage()
        self._ask(wish)
        return None

    def plain(self, artifact: str, width: int) -> QImage | None:
        """The same without any marks, for whoever shows others."""
        if (shown := self(artifact, width)) is None:
            return None
        return self._kept.get(Wish(artifact, _made_width(width)), shown)

    def _with_marks(self, wish: Wish, plain: QImage) -> QImage:
        """A picture with what is marked on it, painted once."""
        held = self._marked.get(wish)
        if held is not None:
            return held
        marks = marks_on(self._case.contents, wish.artifact)
        if not marks:
            return plain
        made = self._marked[wish] = with_marks(plain, marks)
        self._size += made.sizeInBytes()
        return made

    def _follow(self, change: Change) -> None:
        """Paint anew what is marked now."""
        touched = {each.record.artifact for each in change.edits if type(each.record) is Annotation}
        for artifact in sorted(touched):
            for width in WIDTHS:
                self._drop_marked(Wish(artifact, width))
            self.ready.emit(artifact)

    def _drop_marked(self, wish: Wish) -> None:
        gone = self._marked.pop(wish, None)
        self._size -= gone.sizeInBytes() if gone is not None else 0

    def part(self, artifact: str, part: Part, width: int, height: int) -> QImage | None:
        """A part of a picture within so many pixels, or None while it is not here.

        A null image means that there is none to be had; `failed_parts` says why.
        """
        record = self._case.contents.artifacts.get(artifact)
        tombstone = tombstone_of(record) if record is not None else None
        if tombstone is not None:
            self._let_go(artifact)
            self.failed_parts[artifact, part] = tombstone_in_words(tombstone)
            return QImage()
        if record is None or not may_be_drawn(record.media_type):
            self.failed_parts[artifact, part] = say(NOT_DRAWN)
            return QImage()
        wish = Wish(artifact, width, part, height)
        held = self._kept.get(wish)
        if held is not None:
            self._kept.move_to_end(wish)
            return held
        if (artifact, part) in self.failed_parts:
            return QImage()
        self._ask(wish)
        return None

    def size_of(self, artifact: str, page: int = 0) -> tuple[int, int] | None:
        """How many pixels a file or a page (from 0) is wide and high, once a part of it was made."""
        return self._sizes.get((artifact, page))

    def _ask(self, wish: Wish) -> None:
        if wish not in self._under_way:
            self._waiting[wish] = None
            self._waiting.move_to_end(wish)
            self._go_on()

    def _let_go(self, artifact: str) -> None:
        """Keep no picture of bytes that were expunged."""
        for wish in [each for each in self._kept if each.artifact == artifact]:
            self._size -= self._kept.pop(wish).sizeInBytes()
            self._drop_marked(wish)

    def rest(self, *, is_so: bool) -> None:
        """Read nothing from the file for a while, as somebody writes it, or go on."""
        self._rests = is_so
        if not is_so:
            self._go_on()

    def _go_on(self) -> None:
        """Give the worker the newest wishes, and drop the oldest where there are too many."""
        while not self._rests and self._waiting and len(self._under_way) < UNDER_WAY:
            wish, _ = self._waiting.popitem(last=True)
            self._under_way.add(wish)
            self._source.open()
            self._pool.start(_Job(self._source, self.cage, self._done, wish))
        if len(self._waiting) > MOST_WAITING and not self._forgetting.isActive():
            # Not at once: this is called while somebody paints.
            self._forgetting.start()

    def _forget(self) -> None:
        gone = set[str]()
        while len(self._waiting) > MOST_WAITING:
            wish, _ = self._waiting.popitem(last=False)
            gone.add(wish.artifact)
        for artifact in sorted(gone):
            self.ready.emit(artifact)

    def held(self, artifact: str, width: int) -> QImage:
        """A thumbnail that is here already, rather too wide than too small; else a null image."""
        wanted = _made_width(width)
        best_first = sorted(WIDTHS, key=lambda each: (each < wanted, abs(each - wanted)))
        held = ((each, self._kept.get(Wish(artifact, each))) for each in best_first)
        found = (
            self._with_marks(Wish(artifact, n), image) for n, image in held if image is not None
        )
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

    def _take(self, made: _Made) -> None:
        wish, image, why = made.wish, made.image, made.why
        artifact = wish.artifact
        self._under_way.discard(wish)
        self._go_on()
        if made.size is not None and wish.part is not None:
            self._sizes[artifact, wish.part.page] = made.size
        if image.isNull() and wish.part is not None:
            self.failed_parts[artifact, wish.part] = why
        elif image.isNull():
            self.failed[artifact] = why
        else:
            self._kept[wish] = image
            self._size += image.sizeInBytes()
            while self._size > BUDGET and len(self._kept) > 1:
                key, gone = self._kept.popitem(last=False)
                self._size -= gone.sizeInBytes()
                self._drop_marked(key)
        self.ready.emit(artifact)


def _made_width(width: int) -> int:
    return next((each for each in WIDTHS if each >= width), WIDTHS[-1])


class _Made(NamedTuple):
    """What has come of a wish: a picture, or why there is none; and how large all of it is."""

    wish: Wish
    image: QImage
    why: str
    size: tuple[int, int] | None = None


class _Done(QObject):
    """Carries a finished picture from the worker to the window's thread."""

    made = Signal(object)


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
    def __init__(self, source: _Source, cage: Cage, done: _Done, wish: Wish) -> None:
        super().__init__()
        self._source, self._cage, self._done, self._wish = source, cage, done, wish

    def run(self) -> None:
        source, cage, done, wish = self._source, self._cage, self._done, self._wish
        # Qt for Python keeps the shell of a job now and then: no case may hang on it.
        vars(self).clear()
        made = _Made(wish, QImage(), say(REASONS["damaged"]))
        try:
            data = source.read(wish.artifact)
            if wish.part is None:
                made = _Made(wish, image_of(cage.thumbnail(data, wish.width)), "")
            else:
                crop = cage.crop(data, wish.part, wish.width, wish.height)
                made = _Made(wish, image_of(crop.pixels), "", (crop.across, crop.down))
        except CaseError as trouble:
            made = _Made(wish, QImage(), str(trouble))
        finally:
            # Whatever a decoder raises: a card that waits for its picture is told.
            done.made.emit(made)


def image_of(made: Pixels) -> QImage:
    """A decoded picture as Qt paints it."""
    image = QImage(
        made.rgba, made.width, made.height, made.width * 4, QImage.Format.Format_RGBA8888
    )
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
