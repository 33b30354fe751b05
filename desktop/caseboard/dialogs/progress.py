"""`Progress`: how far the storing of bytes has come, with a way to call it off."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import BinaryIO, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QProgressDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.measures import set_least_width, set_margins, set_spacing
from casedb.errors import IntakeRefused
from casedb.words import say

SHOWN_AFTER = 500
"""Milliseconds: what is done by then needs no bar."""
_STEPS = 1000
_LEAST_STEP = 1 << 18


class Progress(QProgressDialog):
    """A bar that covers the window while bytes are read, and that takes `Cancel` for an answer."""

    def __init__(self, parent: QWidget, sentence: str, total: int) -> None:
        """`total` is how many bytes are to come."""
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowTitle("Caseboard")
        self.setAccessibleDescription(sentence)
        words = QLabel(sentence, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.setLabel(words)
        bar = QProgressBar(self)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        self.setBar(bar)
        cancel = QPushButton(say("Cancel"), self)
        self.setCancelButton(cancel)
        column = QVBoxLayout(self)
        set_margins(column, "xl")
        set_spacing(column, "m")
        column.addWidget(words)
        column.addWidget(bar)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(SHOWN_AFTER)
        set_least_width(self, 380)
        self.setRange(0, _STEPS)
        self._total = max(1, total)
        self._done = 0
        self._shown = 0
        self.setValue(0)

    @classmethod
    @contextmanager
    def over(cls, parent: QWidget, sentence: str, total: int) -> Generator[Progress]:
        """A bar for as long as something is done; it is gone afterwards however that ended."""
        progress = cls(parent, sentence, total)
        try:
            yield progress
        finally:
            # Not `close`, which would count as an answer.
            progress.reset()
            progress.deleteLater()

    def sizeHint(self) -> QSize:
        """As large as its layout: Qt's own would leave no room around the words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def counting(self, opener: Callable[[], BinaryIO]) -> Callable[[], BinaryIO]:
        """The same bytes, counted as they are read. Reading raises IntakeRefused once cancelled."""
        return lambda: cast("BinaryIO", _Counted(opener(), self._count))

    def show_done(self, done: int, total: int) -> None:
        """Show how much is done; one asks afterwards whether it `wasCanceled`."""
        self._total = max(1, total)
        self._done = done
        if self._done - self._shown >= _LEAST_STEP:
            self._shown = self._done
            self.setValue(min(_STEPS - 1, self._done * _STEPS // self._total))

    def _count(self, size: int) -> None:
        self._done += size
        if self._done - self._shown >= _LEAST_STEP:
            self._shown = self._done
            # Looks after the window's events as well, so that it is painted and can be cancelled.
            self.setValue(min(_STEPS - 1, self._done * _STEPS // self._total))
        if self.wasCanceled():
            raise IntakeRefused(say("This was cancelled, and nothing was taken in."))


class _Counted:
    """A stream that says how many bytes were read from it."""

    def __init__(self, stream: BinaryIO, told: Callable[[int], None]) -> None:
        self._stream = stream
        self._told = told

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._told(len(piece))
        return piece

    def __enter__(self) -> _Counted:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
