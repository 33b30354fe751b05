"""`FileReading`: the words of files are read beside the window, so that the search finds them.

Nothing is read, and no byte of the case changes, before somebody has changed the case or asks for it.
Then a process of its own decodes one file after the other, and a worker stores what was read a few
pages at a time; whoever works meanwhile waits no longer than for those.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import closing

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from caseboard.bridge import CaseBridge
from casedb import CaseError, Change
from casedb.file_texts import FileTexts, words_of
from casedb.intake.cage.cage import Cage
from casedb.model.file_words import may_be_read
from casedb.model.records import Artifact
from casedb.store.reader import Reader

PAUSE = 300
"""Milliseconds after a change before files are read: others may come."""


class FileReading(QObject):
    """Reads the words of the files of one case.

    `stood(int, int)` tells how many files were read, and of how many, while it reads; `ended()`
    follows. `read(str)` carries the SHA-256 of each file that was. `failed(str)` says why it was given
    up. Close it before the case.
    """

    stood = Signal(int, int)
    read = Signal(str)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._run: _Run | None = None
        self._gave_up = False
        self._tried: set[str] = set()
        self._clock = QTimer(self, interval=PAUSE, singleShot=True)
        self._clock.timeout.connect(self.go_on)
        self._done = _Done(self)
        self._done.stood.connect(self.stood)
        self._done.read.connect(self.read)
        self._done.ended.connect(self._end)
        bridge.changed.connect(self._follow)

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return self._run is not None

    def unread(self) -> list[Artifact]:
        """The files that are still to be read, without those of which nobody could tell."""
        return [each for each in self._bridge.case.texts.unread() if each.id not in self._tried]

    def start(self) -> None:
        """Read all files that are still to be read, although nobody has changed the case."""
        try:
            self._bridge.case.keep_up()
        except CaseError as trouble:
            self.failed.emit(str(trouble))
            return
        self._gave_up = False
        self.go_on()

    def go_on(self) -> None:
        """Read what is still to be read, if that may be now."""
        case = self._bridge.case
        if self.is_busy or self._gave_up or case.read_only or not case.keeps_up:
            return
        unread = self.unread()
        if not unread:
            return
        try:
            reader = case.reader()
        except CaseError:
            # The file is gone; whoever changes the case next is told.
            return
        self._tried |= {each.id for each in unread}
        self._run = run = _Run()
        self.stood.emit(0, len(unread))
        self._pool.start(_Job(run, unread, reader, case.texts, self._done))

    def _follow(self, change: Change) -> None:
        brought = (edit.after for edit in change.edits)
        if not self._bridge.case.read_only and (
            not self._tried
            or any(isinstance(each, Artifact) and may_be_read(each.media_type) for each in brought)
        ):
            self._clock.start()

    def _end(self, trouble: str) -> None:
        self._run = None
        if trouble:
            self._gave_up = True
            self.failed.emit(trouble)
        self.ended.emit()
        if not self._gave_up:
            # Files may have come while others were read.
            self._clock.start()

    def close(self) -> None:
        """Stop reading; what was read of a file that is not finished is read again another time."""
        self._clock.stop()
        self._gave_up = True
        if self._run is not None:
            self._run.stop()
        self._pool.clear()
        self._pool.waitForDone(15_000)


class _Run:
    """One run through files that are to be read, with the process that decodes them."""

    def __init__(self) -> None:
        self.cage = Cage()
        self._stop = threading.Event()

    @property
    def is_stopped(self) -> bool:
        """Whether an end is wished."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Wish for an end, also of what is being decoded."""
        self._stop.set()
        self.cage.close()


class _Done(QObject):
    """Carries what was done from the worker to the window's thread."""

    stood = Signal(int, int)
    read = Signal(str)
    ended = Signal(str)


class _Job(QRunnable):
    def __init__(
        self,
        run: _Run,
        unread: Sequence[Artifact],
        reader: Reader,
        texts: FileTexts,
        done: _Done,
    ) -> None:
        super().__init__()
        self._work: Callable[[], None] = lambda: _read(run, unread, reader, texts, done)

    def run(self) -> None:
        work = self._work
        # Qt for Python keeps the shell of a job now and then: no case may hang on it.
        vars(self).clear()
        work()


def _read(
    run: _Run, unread: Sequence[Artifact], reader: Reader, texts: FileTexts, done: _Done
) -> None:
    trouble = ""
    try:
        with closing(reader), closing(run.cage):
            for at, artifact in enumerate(unread):
                if run.is_stopped:
                    break
                words = words_of(artifact, reader.artifact_bytes, run.cage)
                if run.is_stopped:
                    break
                if words is not None:
                    texts.keep(artifact.id, words)
                    done.read.emit(artifact.id)
                done.stood.emit(at + 1, len(unread))
    except CaseError as refused:
        trouble = "" if run.is_stopped else str(refused)
    finally:
        # Whatever happens: nobody shall wait for ever.
        done.ended.emit(trouble)
