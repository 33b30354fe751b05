"""`Faults`: what nobody expected is told to the user and noted in a file, and the window goes on."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Signal

from caseboard import __version__
from casedb.ids import utc_now
from casedb.store.home import Home
from casedb.words import say

LARGEST = 1 << 18
"""Bytes of the file; from then on it is begun anew, with the one before kept beside it."""


class Faults(QObject):
    """Where exceptions go that no one has caught. `happened(str)` carries a sentence for the user.

    The note of a fault names the places in the program, and nothing that a case holds: messages of
    exceptions can quote titles and paths, so they are left out.
    """

    happened = Signal(str)

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._is_telling = False
        self._crashes: TextIO | None = None

    @property
    def path(self) -> Path:
        """The file of notes."""
        return self._home.path / "faults" / "faults.txt"

    def install(self) -> None:
        """Take the uncaught exceptions of all threads, and note a crash of the process as well."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        try:
            self._home.folder("faults")
            # Kept open, for a process that crashes can open nothing any more.
            self._crashes = self.path.with_name("crash.txt").open("w", encoding="utf-8")
        except OSError:
            # Without a place for notes there is still standard error.
            return
        faulthandler.enable(self._crashes)

    def close(self) -> None:
        """Give the exceptions back to Python."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None

    def take(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Note a fault and tell the user of it; `KeyboardInterrupt` ends the program as ever."""
        sys.__excepthook__(kind, fault, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        is_noted = self._note(kind, trace)
        if self._is_telling:
            # A fault of the telling itself must not be told in the same way.
            return
        self._is_telling = True
        try:
            told = say(
                "A fault in the program stopped what was just asked for. Every finished change is "
                "in the case."
            )
            if is_noted:
                told += " " + say("It is noted in {path}.", path=self.path)
            self.happened.emit(told)
        finally:
            self._is_telling = False

    def _take_from_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.take(told.exc_type, told.exc_value, told.exc_traceback)

    def _note(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        frames = traceback.extract_tb(trace)
        lines = [f"{utc_now()} Caseboard {__version__} {kind.__name__}"]
        lines += [f"  {Path(each.filename).name}:{each.lineno} {each.name}" for each in frames]
        try:
            self._home.folder("faults")
            self._make_room()
            with self.path.open("a", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
        except OSError:
            return False
        return True

    def _make_room(self) -> None:
        if self.path.exists() and self.path.stat().st_size > LARGEST:
            self.path.replace(self.path.with_name("faults.old.txt"))
