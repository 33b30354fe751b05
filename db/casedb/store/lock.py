"""One writer per case: a lock beside the file, and our own note of what we have open.

The lock keeps two writers apart, also on shared folders, and is removed on closing: an idle case
has no companions. The note lies in the program's own folder and answers one question at the next
opening: was it we who crashed with exactly this file? Only then is a left-over rollback journal
beside the case to be believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout

from casedb.disk import file_number, replace_durably, shown_name, sync_file
from casedb.errors import CaseInUse
from casedb.failing import on_failure
from casedb.store.home import Home
from casedb.words import say

_LARGEST = 4096
"""Bytes of a lock file that is ours."""

_AFTER_LOCK = 1
"""Where the holder's name begins: some systems let nobody else read the first, locked byte."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open for writing."""

    pid: int
    host: str
    since: str

    def describe(self) -> str:
        """The holder in words."""
        if self.host == host_name() and self.pid == os.getpid():
            return say("this program")
        where = self.host or say("another computer")
        if self.host == host_name():
            where = say("this computer")
        process = f"{self.pid}"
        if not self.since:
            return say("process {process} on {computer}", process=process, computer=where)
        return say(
            "process {process} on {computer} since {time} UTC",
            process=process,
            computer=where,
            time=self.since[:16].replace("T", " "),
        )


def host_name() -> str:
    """The name of this computer, asked without touching the network."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def lock_file_of(path: Path) -> Path:
    """The file beside a case that its writer holds a lock on."""
    return path.with_name(f".{path.name}.lock")


class WriteLock:
    """The right to write one case, held until `release`."""

    def __init__(self, path: Path, home: Home, now: str) -> None:
        """Take the lock. Raises CaseInUse with the holder, OSError where no lock can be made."""
        self._beside = lock_file_of(path)
        _refuse_foreign(self._beside)
        # Whoever opened the case need not be the thread that closes it.
        self._lock = FileLock(str(self._beside), mode=0o600, thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            holder = read_holder(self._beside)
            who = holder.describe() if holder else say("another process")
            raise CaseInUse(
                say("“{name}” is open for writing in {who}.", name=shown_name(path), who=who)
            ) from None
        with on_failure(self._lock.release):
            self.note = OpenNote.of(path, home)
            _write_holder(self._beside, Holder(os.getpid(), host_name(), now))

    def release(self, *, closed: bool = True) -> None:
        """Give the right back and take away the lock file, and the note where all was `closed`."""
        if closed:
            self.note.remove()
        # Unlinking comes first: a waiter that got the old file notices and tries again.
        with contextlib.suppress(OSError):
            self._beside.unlink()
        self._lock.release()


def holder_of(path: Path) -> Holder | None:
    """Who holds a case for writing now, or None where nobody does or nobody can say."""
    beside = lock_file_of(path)
    try:
        _refuse_foreign(beside)
        if not beside.exists():
            return None
        probe = FileLock(str(beside), mode=0o600)
        probe.acquire(timeout=0)
    except Timeout:
        return read_holder(beside) or Holder(0, "", "")
    except OSError:
        return None
    probe.release()
    return None


def _refuse_foreign(beside: Path) -> None:
    """Raise OSError where something lies under the name of the lock file that is not one.

    A link there would let whoever packed the folder choose which of our files is written to.
    """
    try:
        found = beside.lstat()
    except FileNotFoundError:
        return
    plain = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and found.st_size <= _LARGEST
    if not plain:
        raise FileExistsError(
            0, say("“{name}” beside it is not a lock file of ours", name=shown_name(beside))
        )


def _write_holder(lock_file: Path, holder: Holder) -> None:
    told = {"pid": holder.pid, "host": holder.host, "since": holder.since}
    handle = os.open(lock_file, os.O_WRONLY | _NEVER_THROUGH_A_LINK)
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, _AFTER_LOCK, os.SEEK_SET)
        os.write(handle, json.dumps(told).encode())
    finally:
        os.close(handle)


_NEVER_THROUGH_A_LINK = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_holder(lock_file: Path) -> Holder | None:
    """Who wrote the lock file, as far as it says."""
    try:
        handle = os.open(lock_file, os.O_RDONLY | _NEVER_THROUGH_A_LINK)
        try:
            os.lseek(handle, _AFTER_LOCK, os.SEEK_SET)
            told: object = json.loads(os.read(handle, _LARGEST))
        finally:
            os.close(handle)
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    cells = cast("dict[str, object]", told)
    pid = cells.get("pid")
    if not isinstance(pid, int):
        return None
    return Holder(pid, str(cells.get("host", ""))[:60], str(cells.get("since", "")))


@dataclass(frozen=True, slots=True)
class OpenNote:
    """Our own note that we have a case open: its path and the file numbers it may have."""

    file: Path
    path: Path

    @classmethod
    def of(cls, path: Path, home: Home) -> OpenNote:
        """The note for a case; it need not exist."""
        name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
        return cls(home.open_cases / f"{name}.json", path)

    def write(self, *also: Path) -> None:
        """Note that the file, or one that is about to take its place, is open for writing."""
        numbers = [list(file_number(each)) for each in (self.path, *also)]
        # Whole or not at all: a note cut short would make our own journal a stranger's.
        fresh = self._fresh
        fresh.write_text(json.dumps({"files": numbers}), encoding="ascii")
        sync_file(fresh)
        replace_durably(fresh, self.file)

    @property
    def _fresh(self) -> Path:
        return self.file.with_suffix(".part")

    def remembers(self) -> bool:
        """Whether we had exactly this file open and did not close it."""
        try:
            told: object = json.loads(self.file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return False
        if not isinstance(told, dict):
            return False
        files = cast("dict[str, object]", told).get("files")
        return isinstance(files, list) and list(file_number(self.path)) in files

    def remove(self) -> None:
        """Forget it."""
        for file in (self.file, self._fresh):
            with contextlib.suppress(OSError):
                file.unlink()
